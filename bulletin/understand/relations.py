"""What a notice does with a document it cites, read from the words before the citation.

One row a relation: the cues, from the grammar's section 5. «không thay thế», «đề nghị thay thế», «dự thảo sửa đổi» are
not relations; and when another document stands before the cue, it is that one which amends, not the notice.
"""

from __future__ import annotations

import re

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


def relation(found: list[tuple[int, int, str]], start: int, at: int, before: tuple[int, ...]) -> str:
    """The relation to the document cited at `at` in a sentence that begins at `start`.

    `before` are the ends of the citations before it.
    """
    last = next((cue for cue in reversed(found) if start <= cue[0] and cue[1] <= at), None)
    if last is None:
        return ""
    begin, _, kind = last
    return "" if kind in _ACTS and any(start <= end <= begin for end in before) else kind
