"""Tables: no cell is lost, columns are aligned by a class, and a header says what it heads."""

from __future__ import annotations

from xml.etree import ElementTree as etree

from markdown.extensions.tables import TableProcessor
from markdown.treeprocessors import Treeprocessor

_CELLS = 100_000


class WholeTable(TableProcessor):
    """A row with more cells than the header keeps them: the table grows instead."""

    def test(self, parent: etree.Element, block: str) -> bool:
        if "|" not in block or not super().test(parent, block):
            return False
        # A few lines must not make millions of cells; such a thing is no table, and is shown as typed.
        rows = block.split("\n")
        return len(rows) * max(row.count("|") for row in rows) < _CELLS

    def run(self, parent: etree.Element, blocks: list[str]) -> None:
        widest = max(len(self._split_row(row.strip(" "))) for row in blocks[0].split("\n"))
        self.separator = [*self.separator, *[""] * (widest - len(self.separator))]
        super().run(parent, blocks)


class Cells(Treeprocessor):
    """Columns aligned by a class: the site allows no style in markup. An empty header is none."""

    def run(self, root: etree.Element) -> None:
        for cell in root.iter():
            if cell.tag in ("td", "th") and (style := cell.attrib.pop("style", "")):
                cell.set("class", style.removeprefix("text-align: ").rstrip(";"))
            if cell.tag == "th":
                if len(cell) or cell.text:
                    cell.set("scope", "col")
                else:
                    cell.tag = "td"
