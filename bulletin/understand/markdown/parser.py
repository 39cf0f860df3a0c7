"""Markdown as this house reads it: the library with its parts taken out, and ours put in."""

from __future__ import annotations

from xml.etree import ElementTree as etree

from markdown import Markdown

from bulletin.understand.markdown import inline
from bulletin.understand.markdown.block_parser import LinearParser
from bulletin.understand.markdown.footnotes import Footnotes
from bulletin.understand.markdown.headings import Outline, SpacedHashHeader
from bulletin.understand.markdown.lists import BulletList, ItemNumbers, NumberedList, OfficeLines
from bulletin.understand.markdown.tables import Cells, WholeTable


class Parser:
    """One for each text: making it costs a fifth of a millisecond, and no text can leave anything behind for the next,
    nor two threads meet in one.

    What reading leaves: `outline.headings`, `inline.unclosed`, `footnotes.marks`.
    """

    def __init__(self) -> None:
        """The order in which the parts run is the number behind each name: the higher first."""
        self.md = md = Markdown(extensions=["tables", "def_list"], output_format="xhtml")
        md.parser.__class__ = LinearParser
        md.preprocessors.deregister("html_block")
        md.preprocessors.register(OfficeLines(md), "office_lines", 5)
        blocks = md.parser.blockprocessors
        for name in ("code", "setextheader", "reference"):
            blocks.deregister(name)
        blocks.register(SpacedHashHeader(md.parser), "hashheader", 70)
        blocks.register(WholeTable(md.parser, {"use_align_attribute": False}), "table", 75)
        blocks.register(NumberedList(md.parser), "olist", 40)
        blocks.register(BulletList(md.parser), "ulist", 30)
        self.footnotes = Footnotes(md)
        md.treeprocessors.register(self.footnotes, "footnotes", 50)
        self.inline = inline.Inline(md, self.footnotes.mark)
        md.treeprocessors.register(self.inline, "inline", 20)
        md.treeprocessors.deregister("unescape")
        self.outline = Outline(md)
        md.treeprocessors.register(ItemNumbers(md), "item_numbers", -10)
        md.treeprocessors.register(Cells(md), "cells", -11)
        md.treeprocessors.register(self.outline, "outline", -12)
        # The tree is what is wanted, and no markup.
        md.serializer = self._keep
        md.stripTopLevelTags = False
        self._root = etree.Element("div")

    def read(self, body: str) -> etree.Element:
        """The finished tree of `body`. TooDeep, TooLong or RecursionError where it is beyond measure."""
        self.md.convert(body)
        return self._root

    def _keep(self, root: etree.Element) -> str:
        self._root = root
        return ""
