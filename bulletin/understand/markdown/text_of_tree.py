"""The finished tree of the library → blocks and words: from here on nobody knows of elements.

A tree is read once: `drafts` gives its blocks, whose leaves take the marks that are found in their words; `blocks`
makes values of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from xml.etree import ElementTree as etree

from bulletin.model.text import (
    OBJECT,
    Block,
    BlockKind,
    Hyperlink,
    LineBreak,
    Mark,
    NoteMark,
    OnSite,
    Outside,
    Picture,
    Style,
    StyleName,
    Words,
)
from bulletin.understand.markdown.elements import LABEL, MARK, NOTE, NOTES, NTH, NUMBER
from bulletin.understand.text.leaf import Leaf

_KINDS: Mapping[str, BlockKind] = {
    "p": "paragraph", "blockquote": "quote", "hr": "rule",
    "ul": "bullets", "ol": "numbers", "li": "item",
    "dl": "terms", "dt": "term", "dd": "definition",
    "table": "table", "thead": "head", "tbody": "body", "tr": "row", "th": "header", "td": "cell",
    NOTES: "notes", NOTE: "note",
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
}  # fmt: skip
_STYLES: Mapping[str, StyleName] = {"strong": "strong", "em": "em", "code": "code", "sub": "sub", "sup": "sup"}

# Where an element leads, an `a` or `img`; asked once each, in the order of the text.
Leads = Callable[[etree.Element], OnSite | Outside | None]


class Draft:
    """A block to be, its leaves still open."""

    __slots__ = ("align", "anchor", "content", "kind", "level", "marks", "number")

    def __init__(self, kind: BlockKind, content: list[Leaf | Draft]) -> None:
        self.kind, self.content = kind, content
        self.level, self.anchor, self.align, self.marks = 0, "", "", 0
        self.number: int | None = None


def drafts(root: etree.Element, leads: Leads, marks: Mapping[str, int]) -> list[Leaf | Draft]:
    """What `root` holds; `marks` counts by label those that lead to a note."""
    return _Tree(leads, marks).content(root)


def leaves(content: Iterable[Leaf | Draft]) -> Iterator[Leaf]:
    """All leaves in the order of the text."""
    for part in content:
        if isinstance(part, Leaf):
            yield part
        else:
            yield from leaves(part.content)


def blocks(content: Iterable[Leaf | Draft]) -> tuple[Words | Block, ...]:
    """The value of it all."""
    return tuple(part.words() if isinstance(part, Leaf) else _block(part) for part in content)


def _block(draft: Draft) -> Block:
    return Block(
        kind=draft.kind,
        content=blocks(draft.content),
        level=draft.level,
        anchor=draft.anchor,
        number=draft.number,
        align=draft.align,
        marks=draft.marks,
    )


class _Tree:
    """One walk over a tree."""

    def __init__(self, leads: Leads, marks: Mapping[str, int]) -> None:
        self._leads, self._counted = leads, marks

    def content(self, element: etree.Element) -> list[Leaf | Draft]:
        """What an element of a block holds; blanks between blocks are the library's."""
        content: list[Leaf | Draft] = []
        words = _Open(element.text)
        for child in element:
            if child.tag in _KINDS:
                words.close(content)
                content.append(self._draft(child))
                words = _Open(child.tail)
            else:
                self._inline(child, words)
                words.add(child.tail)
        words.close(content, alone=not content)
        return content

    def _draft(self, element: etree.Element) -> Draft:
        draft = Draft(_KINDS[element.tag], self.content(element))
        if draft.kind == "heading":
            draft.level, draft.anchor = int(element.tag[1]), element.get("id", "")
        elif draft.kind == "numbers" and "start" in element.attrib:
            draft.number = int(element.attrib["start"])
        elif draft.kind == "item" and "value" in element.attrib:
            draft.number = int(element.attrib["value"])
        elif draft.kind in ("cell", "header"):
            draft.align = element.get("class", "")
        elif draft.kind == "note":
            draft.anchor, draft.number = element.attrib[LABEL], int(element.attrib[NUMBER])
            draft.marks = max(self._counted.get(draft.anchor, 1), 1)
        return draft

    def _inline(self, element: etree.Element, words: _Open) -> None:
        """Add an element inside a line: its words and their mark."""
        tag, start = element.tag, words.length
        if tag == MARK:
            label, number, nth = element.attrib[LABEL], int(element.attrib[NUMBER]), int(element.attrib[NTH])
            words.marks.append(NoteMark(start=start, stop=start, label=label, number=number, nth=nth))
            return
        if tag == "br":
            words.add("\n")
            words.marks.append(LineBreak(start=start, stop=start + 1))
            return
        if tag == "img":
            to, alt, title = self._leads(element), element.get("alt", ""), element.get("title", "")
            words.add(OBJECT)
            inside = to if isinstance(to, OnSite) else None
            words.marks.append(Picture(start=start, stop=start + 1, to=inside, alt=alt, title=title))
            return
        at = len(words.marks)
        leads_to = self._leads(element) if tag == "a" else None
        words.add(element.text)
        for child in element:
            self._inline(child, words)
            words.add(child.tail)
        if words.length == start:  # no mark stands on nothing
            return
        if tag == "a":
            title = element.get("title", "")
            words.marks.insert(at, Hyperlink(start=start, stop=words.length, to=leads_to, title=title))
        else:
            words.marks.insert(at, Style(start=start, stop=words.length, name=_STYLES[tag]))


class _Open:
    """Words that are being gathered."""

    __slots__ = ("length", "marks", "pieces")

    def __init__(self, text: str | None) -> None:
        self.pieces: list[str] = [text] if text else []
        self.length = len(text or "")
        self.marks: list[Mark] = []

    def add(self, text: str | None) -> None:
        """The words that follow."""
        if text:
            self.pieces.append(text)
            self.length += len(text)

    def close(self, content: list[Leaf | Draft], *, alone: bool = False) -> None:
        """What was gathered becomes a leaf of `content`; blanks do so only where they are all that a block holds."""
        text = "".join(self.pieces)
        if self.marks or (text and (alone or not text.isspace())):
            content.append(Leaf(text, self.marks))
