"""What a notice does with a document it cites, read from the words before the citation.

One row a relation: the cues, from the grammar's section 5. «không thay thế», «đề nghị thay thế», «dự thảo sửa đổi» are
not relations; and when another document stands before the cue, it is that one which amends, not the notice.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

# Kind → cues. Kinds are those of the front matter's `relations`.
_CUES = {
    "căn cứ": r"căn cứ|chiếu theo|xét đề nghị|xét tờ trình|xét báo cáo|theo đề nghị",
    "thực hiện": r"thực hiện|thi hành|triển khai|theo tinh thần|thực thi|quán triệt",
    "thay thế": r"thay thế|thay cho",
    "bãi bỏ": r"bãi bỏ|hủy bỏ|huỷ bỏ|thu hồi|chấm dứt hiệu lực|hết hiệu lực",
    "sửa đổi": r"sửa đổi, bổ sung|sửa đổi và bổ sung|điều chỉnh, bổ sung|sửa đổi|điều chỉnh",
    "bổ sung": r"bổ sung",
    "đính chính": r"đính chính|nay sửa lại là",
    "ban hành kèm theo": r"ban hành kèm theo|kèm theo",
    "trả lời": r"phúc đáp|trả lời|tiếp theo",
}
_KINDS = {words: kind for kind, cues in _CUES.items() for words in cues.split("|")}
# Nothing before the words, so that the search skips by first letters.
_CUE = re.compile("(?:" + "|".join(_KINDS).replace(" ", " {1,3}") + r")(?!\w)")
_NOT_WORDS = (
    "không", "chưa", "chẳng", "đừng", "đã", "bị", "đề", "kiến", "xem", "nghiên", "dự", "sẽ", "nếu", "việc",
)  # fmt: skip
_NOT = re.compile(
    r"(?:(?:không|chưa|chẳng|đừng)(?: (?:được|phải|có|bị|cần|văn bản|quyết định|thông báo|kế hoạch)){0,3}|đã|bị|"
    r"(?:đề nghị|đề xuất|kiến nghị|xem xét|nghiên cứu)(?: [^ .;:,]{1,12}){0,5}|dự thảo|dự kiến|sẽ|nếu|"
    r"(?:^|[.;!?] )việc) {0,2}(?:việc |phải |bị |cần )?$"
)
_DONE_TO = re.compile(r" (?:theo|bởi|bằng)\b")
# Signs and words after which a clause begins; and those that go on with a list.
_CLAUSE = re.compile(r"(?:[;:,–-]|và|đồng thời|hoặc|này) {0,3}$")
_LISTED = re.compile(r"(?:,|và|hoặc|cùng) {0,3}(?:các |những |theo )?$")
_BY_IT = re.compile(r" (?:theo|căn cứ|thực hiện|quy định tại) ")  # «thu hồi đất theo Quyết định số …» acts on the land
# These act on a document, and may be done to it.
_ACTS = frozenset(("thay thế", "bãi bỏ", "sửa đổi", "bổ sung", "đính chính"))


def cues(lower: str) -> list[tuple[int, int, str]]:
    """(begin, end, kind) of every cue in a text in lower case, in order; kind "" where the cue is denied or passive."""
    found = []
    for m in _CUE.finditer(lower):
        if lower[m.start() - 1 : m.start()].isalnum():
            continue
        kind = _KINDS[" ".join(m[0].split())]
        before = lower[max(0, m.start() - 60) : m.start()]
        denied = any(word in before for word in _NOT_WORDS) and _NOT.search(before)
        if denied or (kind in _ACTS and _DONE_TO.match(lower, m.end())):
            kind = ""
        # «Xét Tờ trình số»: the type's name is part of the cue, not of what lies between.
        end = m.end() - 8 if m[0] in ("xét tờ trình", "xét báo cáo") else m.end()
        found.append((m.start(), end, kind))
    return found


def relations(text: str, found: list[tuple[int, int, str]], spans: Sequence[tuple[int, int, int]]) -> list[str]:
    """The relation to each citation of `text`: (begin of its sentence, begin, end) in `spans`, in order.

    «Căn cứ A hướng dẫn thi hành B; C»: the notice rests on A and on C; B is only what A is about.
    """
    kinds: list[str] = []
    governing = ""
    begins = [cue[0] for cue in found]
    for i, (sentence, at, _) in enumerate(spans):
        first = i == 0 or spans[i - 1][0] != sentence
        low = sentence if first else spans[i - 1][2]
        here = [
            cue
            for cue in found[bisect_left(begins, low) : bisect_left(begins, at)]
            if cue[1] <= at and not (cue[2] in _ACTS and _BY_IT.search(text, cue[1], at))
        ]
        leading = [cue for cue in here if (first and cue[0] == _skip(text, low)) or _CLAUSE.search(text, low, cue[0])]
        if first:
            # One that begins a clause, else one right before the citation, else the last there is.
            near = [cue for cue in here if len(text[cue[1] : at].split()) <= 2]
            chosen = next(iter((leading or near or here)[::-1]), None)
            governing = chosen[2] if chosen else ""
            kinds.append(governing)
        elif leading:
            governing = leading[-1][2]
            kinds.append(governing)
        elif ";" in text[low:at] or _LISTED.search(text, low, at):
            kinds.append(governing)
        else:
            kinds.append("")
    return kinds


def _skip(text: str, at: int) -> int:
    while at < len(text) and not text[at].isalnum():
        at += 1
    return at
