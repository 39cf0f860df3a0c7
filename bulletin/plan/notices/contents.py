"""Ways through a long notice: its headings, else the points that its text numbers, else places a few screens apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from bulletin.model.prose import Heading, Prose
from bulletin.model.text import Block, Words
from bulletin.words.text.blocks import words_of
from bulletin.words.text.shorten import shorten

# So many signs, with what stands below them, are about eight screens of a phone; so many are about three.
_LONG, _STRETCH = 2000, 1500
_MOST, _LABEL = 24, 60
_POINT = re.compile(r"(?:Điều\s+\d+|Phần\s+\w+|Chương\s+\w+|[IVX]{1,5}\s?[.)]|\d{1,2}\s?[.)])[\s.:]*(?=\w)")
_Text = tuple[Words | Block, ...]


def contents(prose: Prose) -> tuple[Heading, ...]:
    """The lines of the box of contents: the upper headings of a notice that has four, and what there is of a long one;
    of another none."""
    if len(prose.headings) > 3:
        return tuple(heading for heading in prose.headings if heading.level <= 3)
    if not _is_long(prose):
        return ()
    return prose.headings if len(prose.headings) > 1 else tuple(_places(with_places(prose)))


def with_places(prose: Prose) -> _Text:
    """The text, with ids at the places that contents() leads to where no headings do: «_phan-1»."""
    if len(prose.headings) > 1 or not _is_long(prose):
        return prose.text
    points = {id(block) for block in _points(prose.text)}
    chosen = points if 2 < len(points) <= _MOST else {id(block) for block in _stretches(prose.text)}
    names = (f"_phan-{number}" for number, _ in enumerate(chosen, 1))

    def named(part: Words | Block) -> Words | Block:
        if not isinstance(part, Block):
            return part
        if id(part) in chosen:
            return replace(part, anchor=next(names))
        return replace(part, content=tuple(map(named, part.content))) if part.kind == "numbers" else part

    return tuple(map(named, prose.text))


def _is_long(prose: Prose) -> bool:
    return sum(len(words_of(block)) for block in prose.text if isinstance(block, Block)) > _LONG


def _points(text: _Text) -> Iterator[Block]:
    """Paragraphs that begin with a number, «Điều 1. …», «2. …», and the items of numbered lists, in order."""
    for block in text:
        if isinstance(block, Block) and block.kind == "numbers":
            yield from (item for item in block.content if isinstance(item, Block))
        elif isinstance(block, Block) and block.kind == "paragraph" and _POINT.match(words_of(block)):
            yield block


def _stretches(text: _Text) -> Iterator[Block]:
    """A block behind each stretch of text, the first too."""
    since = _STRETCH
    for block in text:
        if isinstance(block, Block):
            if since >= _STRETCH and block.kind in ("paragraph", "bullets", "numbers", "quote"):
                yield block
                since = 0
            since += len(words_of(block))


def _places(text: _Text) -> Iterator[Heading]:
    """A line for each place in its order, with its first words; an item has the number that its list gives it."""
    number = 0
    for block in text:
        if not isinstance(block, Block):
            continue
        if block.anchor and block.kind != "heading":
            yield Heading(level=2, anchor=block.anchor, text=shorten(words_of(block), _LABEL))
        elif block.kind == "numbers":
            number = (block.number or 1) - 1
            for item in block.content:
                if isinstance(item, Block):
                    number = number + 1 if item.number is None else item.number
                    yield Heading(level=2, anchor=item.anchor, text=shorten(f"{number}. {words_of(item)}", _LABEL))
