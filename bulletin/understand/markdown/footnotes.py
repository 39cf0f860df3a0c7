"""Footnotes: «…[^1]» and «[^1]: …». The library finds the notes; their marks and the way back are set here.

The library's own marks are placeholders until the very end, which other stages would meet, and the second mark of a
note costs it the time of all before.
"""

from __future__ import annotations

from xml.etree import ElementTree as etree

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.extensions.footnotes import FootnoteBlockProcessor
from markdown.treeprocessors import Treeprocessor


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
        div = etree.SubElement(root, "div", {"class": "footnote"})
        etree.SubElement(div, "hr")
        notes = etree.SubElement(div, "ol")
        for label, text in self.notes.items():
            # Not in the item itself: blocks of an item are read otherwise.
            around = etree.Element("div")
            self.parser.parseChunk(around, text)
            item = etree.SubElement(notes, "li", {"id": f"fn:{label}"})
            item.extend(list(around))

    def mark(self, label: str) -> etree.Element | None:
        """The mark that leads to a note; None when there is none of that name."""
        if label not in self.numbers:
            return None
        nth = self.marks[label] = self.marks.get(label, 0) + 1
        mark = etree.Element("sup", {"id": _mark_id(label, nth)})
        link = etree.SubElement(mark, "a", {"class": "footnote-ref", "href": f"#fn:{label}"})
        link.text = str(self.numbers[label])
        return mark


def _mark_id(label: str, nth: int) -> str:
    return f"fnref{nth if nth > 1 else ''}:{label}"


class WaysBack(Treeprocessor):
    """From each note to its marks. Set when all has been read: an arrow belongs to no sentence."""

    def __init__(self, md: Markdown, footnotes: Footnotes) -> None:
        super().__init__(md)
        self.footnotes = footnotes

    def run(self, root: etree.Element) -> None:
        if not self.footnotes.notes:
            return
        for (label, number), item in zip(self.footnotes.numbers.items(), root[-1][1], strict=True):
            if not len(item):
                continue
            last = item[-1]
            if last.tag == "p":
                words = f"{last[-1].tail or '' if len(last) else last.text or ''}\u00a0"
                if len(last):
                    last[-1].tail = words
                else:
                    last.text = words
            else:
                last = etree.SubElement(item, "p")
                last.tail = "\n"
            for nth in range(1, max(self.footnotes.marks.get(label, 1), 1) + 1):
                title = f"Trở lại chỗ dẫn chú thích {number}"
                href = f"#{_mark_id(label, nth)}"
                back = etree.SubElement(last, "a", {"class": "footnote-backref", "href": href, "title": title})
                back.text = "↩"
