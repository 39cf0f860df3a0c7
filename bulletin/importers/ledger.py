"""Every word of a paper is accounted for: in a field, in the body as a page shows it, in what stands on every paper, or
in the report. What is left over is lost, and an import that loses a word fails.

Words are counted, not looked for: a word that stands twice on the paper must be found twice. Case makes no difference,
since names in capitals are written as names.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

from bulletin.importers.taken import Taken
from bulletin.model.imported import Doubt, Fields
from bulletin.model.paper import words_of_text
from bulletin.words.text.fold import fold

_GLUED = re.compile(r"[0-9]+|[^\W\d_]+")
# The words that lead to a value and are none of it, without marks: «Số», «ngày», «V/v», «Nơi nhận».
_LEADING: Mapping[str, frozenset[str]] = {
    "number": frozenset(("so", "luat", "nghi", "quyet", "phap", "lenh")),
    "date": frozenset(("ngay", "thang", "nam")),
    "type": frozenset(("so", "ngay", "thang", "nam")),
    "title": frozenset(("v", "ve", "viec")),
    "recipients": frozenset(("noi", "nhan", "gui")),
}


def lost_words(
    words: Iterable[str],
    *,
    shown: Iterable[str],
    fields: Fields,
    printed_recipients: Iterable[str],
    taken: Iterable[Taken],
    doubts: Iterable[Doubt],
) -> tuple[str, ...]:
    """Of the `words` of a paper those that are nowhere, in their order. `shown` are those of the body; words that the
    drafter's initials were (in `printed_recipients`, not in the fields) are a number in the report."""
    kept = Counter(map(_same, shown))
    said = [doubt.says for doubt in doubts]
    values = _values(fields, printed_recipients)
    for piece in taken:
        own = words_of_text(piece.text)
        quoted = any(" ".join(piece.text.split()) in says for says in said)
        misread = piece.key == "type" and any(f"«{piece.text.strip()}»" in says for says in said)
        if piece.what == "field" and not misread:
            allowed = values.get(piece.key, frozenset())
            leading = _LEADING.get(piece.key, frozenset())
            kept.update(_same(word) for word in own if _is_of(word, allowed, leading))
        elif piece.what == "furniture" or misread or quoted:
            kept.update(map(_same, own))
    lost = []
    for word in words:
        if kept[_same(word)]:
            kept[_same(word)] -= 1
        else:
            lost.append(word)
    return tuple(lost)


def _is_of(word: str, allowed: frozenset[str], leading: frozenset[str]) -> bool:
    """Whether a word is of a value or leads to it; «05tháng», with its blank missing, is two."""
    return all(
        _same(piece) in allowed or fold(piece) in leading
        for piece in ((word,) if _same(word) in allowed else _GLUED.findall(word))
    )


def _values(fields: Fields, printed_recipients: Iterable[str]) -> dict[str, frozenset[str]]:
    """The words that each key holds; the head of one line may lie in two of them."""
    return {
        "number": _words(fields.number),
        "issuer": _words(fields.issuer, fields.parent),
        "date": _words(fields.place, *_figures(fields.day)),
        # «QUYẾT ĐỊNH SỐ 5/QĐ-UBND NGÀY 02/3/2025 VỀ VIỆC …» holds four keys.
        "type": _words(fields.type, fields.title, fields.number, *_figures(fields.day)),
        "title": _words(fields.title),
        "urgency": _words(fields.urgency),
        "signer": _words(*fields.authority, fields.role, fields.name),
        "recipients": _words(*printed_recipients),
    }


def _figures(day: date | None) -> Iterable[str]:
    if day is not None:
        yield from (f"{day.day}", f"{day.day:02}", f"{day.month}", f"{day.month:02}", f"{day.year}")


def _words(*texts: str) -> frozenset[str]:
    return frozenset(_same(word) for text in texts for word in words_of_text(text))


def _same(word: str) -> str:
    return word.casefold()
