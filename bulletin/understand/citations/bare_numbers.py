"""Citations by serial alone: «Thông tư 17», «Nghị định 356/2025», «Chỉ thị số 35 ngày …», «Thông tư 17, 18»."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from bulletin.model.number import Number
from bulletin.understand.citations.cited import Block, Cited
from bulletin.understand.citations.number_shapes import bare_at, next_bare
from bulletin.understand.citations.type_names import type_before_bare
from bulletin.words.text.patterns import verbose

_A_YEAR = re.compile(r"(?:19|20)[0-9]{2}(?!\w| \(| của| ngày)")
_RANGES_ON = re.compile(r" {1,3}(?:đến|tới) [0-9]")
# After «Nghị quyết 68» these go on speaking of the paper; a noun would have made the figure a count.
_SPEAKS_ON = verbose(r"""
    [ ]{0,3}
    (?:
        $
        |(?<= )(?!Trung ương [0-9])[A-ZĐ]  # a name: «Nghị quyết 68 Bộ Chính trị»
        |[.,;:)\]”»!?(\"'|]
        |[-–&][ ]
        |[Đđ](?:iều|iểm)? ?[0-9]|[Kk]hoản[ ]  # a part of it
        |(?:  # what it is, does, or has done to it
            của|về|ngày,? (?=[0-9])|quy|hướng|có|và|được|sửa|thay|do|ban|này|khóa|khoá|đã
            |cũng|thì|là|nêu|ra|cho|trong|để|trên|với|tại|theo|vào|sẽ|còn|yêu|chỉ|đưa|giao|xác|đặt|đề|tạo|tiếp|phải|từ
            |năm (?=[12][0-9]{3})|mới|bao|gồm|hay|hoặc|như|khi|mà|vẫn|nhằm|đang|bị|nói|bổ|bãi|hết|chính|áp|kèm
        )(?:\b|(?<= ))
    )
""")


def bare_numbers(block: Block, places: Iterable[int], taken: Collection[int]) -> Iterator[Cited]:
    """The citations by serial alone around the offsets `places`, in order; none that begins at an offset in `taken`."""
    done = -1
    for place in places:
        if place > done and place not in taken:
            for cited in _list_at(block, place, taken):
                done = cited.stop
                yield cited


def _list_at(block: Block, place: int, taken: Collection[int]) -> Iterator[Cited]:
    """The numbers of the list that begins at `place`, behind the name of a type: «Thông tư **17, 18 và 19**»."""
    smooth = block.smooth
    match = bare_at(smooth, place)
    if not match:
        return
    kind, begin, numbered = type_before_bare(block, place)
    if not kind or _RANGES_ON.match(smooth, match.end()) or (not numbered and _A_YEAR.match(smooth, place)):
        return
    while match and _SPEAKS_ON.match(smooth, match.end()):
        serial = match["serial"].lstrip("0") or "0"
        year = int(match["year"]) if match["year"] else None
        printed = "".join(match[0].split())
        number = Number(serial=serial, code="", issuer="", style="bare", year=year, printed=printed)
        # «Đề án 06»: nobody writes a count with a nought.
        weak = not numbered and kind not in block.lexicon.bare and serial == match["serial"]
        start, stop = match.span()
        yield Cited(begin, start, stop, number, "", kind, True, weak)
        following = next_bare(smooth, stop)
        match = bare_at(smooth, following) if following and following not in taken else None
        begin = following or stop
