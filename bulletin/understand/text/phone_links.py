"""Telephone numbers in a text become links, and the lines that say whom to call are told for the card of its page.

What stands before a number counts for what it is: the words of its line, the line that ends in a colon above its list,
the name of its column and the cells before it.

    Đường dây nóng:                              what holds for the list
    - Công an phường: 0912.345.678               a link, and a line of the card
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bulletin.model.prose import Calls
from bulletin.model.text import OBJECT, Hyperlink, LineBreak, Mark, Outside, Words
from bulletin.understand.markdown.text_of_tree import Draft, leaves
from bulletin.understand.text.leaf import Leaf
from bulletin.words.text.corrected import Pairs
from bulletin.words.text.phones_in_prose import Phone, phones_in_prose
from bulletin.words.text.sentences import SENTENCE_END

_TEL = "tel:"
_SERVICE = 3  # figures of 113: for what burns, not for whoever has a question
_NAME = re.compile(r"[^\W\d_]{2}")
_LONGEST = 220  # characters of a line for the card
_MOST = 3  # lines; more are a list, which is read in its place


def link_phones(content: Sequence[Leaf | Draft], errata: Pairs) -> Calls:
    """Mark the numbers in the leaves of `content`; whom its words ask to call. A number that an erratum corrects is
    left as it is."""
    lines = dict[str, Words]()
    is_named = False
    for leaf, before, is_cell in _with_context(content, ""):
        numbers = [
            number
            for number in phones_in_prose(_flowing(leaf.unmarked, leaf), before)
            if not any(leaf.text[number.start : number.stop] in says for says, _ in errata)
        ]
        is_named = is_named or any(map(_is_of_somebody, numbers)) or any(map(_is_typed, leaf.marks))
        for number in numbers:
            if piece := leaf.longest_piece(number.start, number.stop):
                leaf.marks.append(Hyperlink(start=piece[0], stop=piece[1], to=Outside(url=f"{_TEL}{number.dial}")))
        if numbers and not is_cell and len(lines) <= _MOST:
            lines |= {line.text: line for line in _lines(_flowing(leaf.text, leaf), numbers, before)}
    return Calls(lines=tuple(lines.values()) if len(lines) <= _MOST else (), is_named=is_named)


def _flowing(text: str, leaf: Leaf) -> str:
    """The text of a leaf with a blank where a line ends that was not meant to end there."""
    if "\n" not in text:
        return text
    ends = {mark.start for mark in leaf.marks if isinstance(mark, LineBreak)}
    return "".join(" " if sign == "\n" and at not in ends else sign for at, sign in enumerate(text))


def _is_of_somebody(number: Phone) -> bool:
    """Whether words ask to call it with a question."""
    return number.is_called and len(number.dial) > _SERVICE


def _is_typed(mark: Mark) -> bool:
    """Whether it is a link of the editor's to a telephone."""
    return isinstance(mark, Hyperlink) and isinstance(mark.to, Outside) and mark.to.url.startswith(_TEL)


def _with_context(content: Sequence[Leaf | Draft], before: str) -> Iterator[tuple[Leaf, str, bool]]:
    """Each leaf, what stands before it, and whether it is in a table."""
    above = before
    for part in content:
        if isinstance(part, Leaf):
            yield part, above, False
            above = _leading(part.text) or before
        elif part.kind == "table":
            for leaf, context in _cells(part, above):
                yield leaf, context, True
        else:
            yield from _with_context(part.content, above)
            if part.kind in ("paragraph", "heading"):
                above = _leading("".join(leaf.text for leaf in leaves(part.content))) or before


def _leading(text: str) -> str:
    """The text that ends in a colon, for it holds for what follows; else ""."""
    return text if text.rstrip().endswith(":") else ""


def _cells(table: Draft, before: str) -> Iterator[tuple[Leaf, str]]:
    """Each leaf of a table; before it stand what is `before` the table, the cells before it and its column's name."""
    rows = [row for part in table.content if isinstance(part, Draft) for row in part.content if isinstance(row, Draft)]
    names = [_words(cell) for cell in rows[0].content] if rows else []
    for row in rows:
        earlier = before
        for number, cell in enumerate(row.content):
            name = names[number] if number < len(names) and row is not rows[0] else ""
            for leaf in leaves((cell,)):
                yield leaf, f"{earlier}\n{name}"
            earlier = f"{earlier}\n{_words(cell)}"[-_LONGEST:]


def _words(cell: Leaf | Draft) -> str:
    return " ".join(leaf.text for leaf in leaves((cell,)))


def _lines(text: str, numbers: Sequence[Phone], before: str) -> Iterator[Words]:
    """The sentences that ask to call a number, each with what stands before it when it says nobody's name."""
    start = 0
    left = list(reversed(numbers))
    for stop in (*(m.end() for m in SENTENCE_END.finditer(text)), len(text)):
        inside = list[Phone]()
        while left and left[-1].stop <= stop:
            inside.append(left.pop())
        if any(map(_is_of_somebody, inside)):
            line = text[start:stop].strip().rstrip(" .;,")
            lead = f"{before.strip().rstrip(': ')}: " if before and not _NAME.search(line) else ""
            if len(lead) + len(line) <= _LONGEST and OBJECT not in line:
                yield _linked(lead + line, inside, len(lead) - text.index(line, start))
        start = stop


def _linked(line: str, numbers: Sequence[Phone], shift: int) -> Words:
    """A line with its numbers as links, which stand `shift` further on than in their text."""
    marks = (
        Hyperlink(start=number.start + shift, stop=number.stop + shift, to=Outside(url=f"{_TEL}{number.dial}"))
        for number in numbers
    )
    return Words(text=line, marks=tuple(marks))
