"""Footnotes: «…[^1]» and «[^1]: …». The library finds the notes; their marks are set here.

The library's own marks are placeholders until the very end, which other stages would meet, and the second mark of a
note costs it the time of all before.
"""

from __future__ import annotations

from xml.etree import ElementTree as etree

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.extensions.footnotes import FootnoteBlockProcessor
from markdown.treeprocessors import Treeprocessor

from bulletin.understand.markdown.elements import LABEL, MARK, NOTE, NOTES, NTH, NUMBER


class Footnotes(Treeprocessor):
    """Holds the notes of one text; as a processor it puts them below the text, before marks inside lines are read."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.parser: BlockParser = md.parser
        self.start()
        md.parser.blockprocessors.register(FootnoteBlockProcessor(self), "footnote", 17)  # type: ignore[arg-type] # needs these two names only

    def start(self) -> None:
        """Begin a new text."""
        self.notes: dict[str, str] = {}
        self.numbers: dict[str, int] = {}
        self.marks: dict[str, int] = {}

    def setFootnote(self, id: str, text: str) -> None:  # noqa: A002, N802 - as the library calls it
        self.notes[id] = text

    def run(self, root: etree.Element) -> None:
        self.numbers = {label: i for i, label in enumerate(self.notes, 1)}
        if not self.notes:
            return
        notes = etree.SubElement(root, NOTES)
        for label, text in self.notes.items():
            # Not in the item itself: blocks of an item are read otherwise.
            around = etree.Element("div")
            self.parser.parseChunk(around, text)
            item = etree.SubElement(notes, NOTE, {LABEL: label, NUMBER: str(self.numbers[label])})
            item.extend(list(around))

    def mark(self, label: str) -> etree.Element | None:
        """The mark that leads to a note; None when there is none of that name."""
        if label not in self.numbers:
            return None
        nth = self.marks[label] = self.marks.get(label, 0) + 1
        number = str(self.numbers[label])
        mark = etree.Element(MARK, {LABEL: label, NUMBER: number, NTH: str(nth)})
        mark.text = number
        return mark
