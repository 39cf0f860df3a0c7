"""What a notice does with a document it cites, read from the words before the citation.

One row a relation: the cues, from the grammar's section 5. «không thay thế», «đề nghị thay thế», «dự thảo sửa đổi» are
not relations; and when another document stands before the cue, it is that one which amends, not the notice.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

# Kind → cues. Kinds are those of the front matter's `relations`.
_CUES = {
    "căn cứ": r"căn cứ|chiếu theo|xét đề nghị|theo đề nghị",
    "thực hiện": r"thực hiện|thi hành|triển khai|theo tinh thần|thực thi|quán triệt",
    "thay thế": r"thay thế|thay cho",
    "bãi bỏ": r"bãi bỏ|hủy bỏ|huỷ bỏ|thu hồi|chấm dứt hiệu lực|hết hiệu lực",
    "sửa đổi": r"sửa đổi, bổ sung|sửa đổi|điều chỉnh",
    "bổ sung": r"bổ sung",
    "đính chính": r"đính chính|nay sửa lại là",
    "ban hành kèm theo": r"ban hành kèm theo|kèm theo",
    "trả lời": r"phúc đáp|trả lời|tiếp theo",
}
_KINDS = {words: kind for kind, cues in _CUES.items() for words in cues.split("|")}
_CUE = re.compile("(?:" + "|".join(_KINDS) + r")(?!\w)")  # nothing before the words: the search skips by first letters
_NOT = re.compile(
    r"(?:không|chưa|chẳng|đừng|không được|đề nghị|đề xuất|kiến nghị|dự thảo|dự kiến|sẽ|xem xét|nghiên cứu|nếu) {0,2}"
    r"(?:việc |phải |bị |cần )?$"
)
# These act on a document: with another citation before the cue, that one is the actor.
_ACTS = frozenset(("thay thế", "bãi bỏ", "sửa đổi", "bổ sung", "đính chính"))


def cues(lower: str) -> list[tuple[int, int, str]]:
    """(begin, end, kind) of every cue in a text in lower case, in order; kind "" where the cue is denied."""
    found = []
    for m in _CUE.finditer(lower):
        if lower[m.start() - 1 : m.start()].isalnum():
            continue
        kind = _KINDS[m[0]]
        denied = _NOT.search(lower, max(0, m.start() - 24), m.start())
        if denied or (kind in _ACTS and lower.startswith(" theo", m.end())):  # «đã được sửa đổi, bổ sung theo …»
            kind = ""
        found.append((m.start(), m.end(), kind))
    return found


def relations(text: str, found: list[tuple[int, int, str]], spans: Sequence[tuple[int, int, int]]) -> list[str]:
    """The relation to each citation of `text`: (begin of its sentence, begin, end) in `spans`, in order.

    «Nghị định A sửa đổi Nghị định B»: A amends B, the notice does not; «thay thế A và bãi bỏ B»: the notice does both.
    """
    kinds: list[str] = []
    for i, (sentence, at, _) in enumerate(spans):
        last = next((cue for cue in reversed(found) if sentence <= cue[0] and cue[1] <= at), None)
        kind = last[2] if last else ""
        if last and kind in _ACTS:
            actor = next((j for j in range(i - 1, -1, -1) if spans[j][2] <= last[0]), None)
            if (
                actor is not None
                and spans[actor][0] == sentence
                and kinds[actor] not in _ACTS
                and ";" not in text[spans[actor][2] : last[0]]
            ):
                kind = ""
        kinds.append(kind)
    return kinds
