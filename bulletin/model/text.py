"""A text as a value: blocks, their words, and the marks on these.

HTML is one rendering of it (plan/notices/html_of_text.py); search, previews and evidence are made of the same words.

«**Thực hiện** [Kế hoạch](/a/)[^1]» → Block(kind="paragraph", content=(Words(text="Thực hiện Kế hoạch", marks=(
Style(start=0, stop=9, name="strong"), Hyperlink(start=10, stop=18, to=OnSite(path="/a/")), NoteMark(start=18, stop=18,
label="1", number=1, nth=1))),))

Offsets are those of characters of `Words.text`. What is shown there but is no word of the text (the number of a note)
stands at an offset and takes no character; an image and the end of a line take one (`OBJECT`, «\\n»).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

OBJECT = "\ufffc"  # OBJECT REPLACEMENT CHARACTER: stands for an image

BlockKind = Literal[
    "paragraph", "heading", "quote", "rule",
    "bullets", "numbers", "item",
    "terms", "term", "definition",
    "table", "head", "body", "row", "header", "cell",
    "notes", "note",
]  # fmt: skip
StyleName = Literal["strong", "em", "code", "sub", "sup"]


@dataclass(frozen=True, slots=True, kw_only=True)
class OnSite:
    """An address of this site without its base path: `path` «/lich/» or "" for the page itself, `tail` «?q=a#muc».

    `file` is that of an attachment («/files/a.pdf»), or "".
    """

    path: str
    tail: str = ""
    file: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outside:
    """The address of another site, a mailbox or a telephone."""

    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How words are set."""

    start: int
    stop: int
    name: StyleName


@dataclass(frozen=True, slots=True, kw_only=True)
class LineBreak:
    """The end of a line, meant as such; on the «\\n» at `start`."""

    start: int
    stop: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Hyperlink:
    """Words that lead somewhere; `to` is None where the typed address is none that may be used."""

    start: int
    stop: int
    to: OnSite | Outside | None
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """An image, on the OBJECT at `start`; `alt` is what it shows, in words."""

    start: int
    stop: int
    to: OnSite | None
    alt: str
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteMark:
    """The mark that leads to note `number`, the `nth` to it. It takes no character, and stands outside marks that end
    or begin where it does."""

    start: int
    stop: int
    label: str
    number: int
    nth: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionMark:
    """The number of a document, or the longest piece of it between other marks. `anchor` is the id of its Mention."""

    start: int
    stop: int
    anchor: str
    address: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """An abbreviation and what it means."""

    start: int
    stop: int
    means: str


Mark = Style | LineBreak | Hyperlink | Picture | NoteMark | MentionMark | Explained


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A piece of text without a block in it. Of two marks one holds the other, or they stand apart; they are in the
    order in which they begin, the outer first."""

    text: str
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A part of a text, with words and blocks in it.

    `level` is that of a heading (2-6); `anchor` its id, or the label of a note. `number` is the first of a list, that
    of an item which does not follow from the one before, or that of a note. `align` is that of a cell:
    left, center, right. `marks` counts those that lead to a note.
    """

    kind: BlockKind
    content: tuple[Words | Block, ...] = ()
    level: int = 0
    anchor: str = ""
    number: int | None = None
    align: str = ""
    marks: int = 0
