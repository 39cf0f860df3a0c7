"""The library's parser of blocks, made to take the time of a text's length."""

from __future__ import annotations

from collections import deque
from typing import SupportsIndex
from xml.etree import ElementTree as etree

from markdown.blockparser import BlockParser


class _Blocks(deque[str]):
    """The blocks still to be read: processors take from the front and put back there, which costs a list its length."""

    def pop(self, at: SupportsIndex = -1) -> str:
        return self.popleft() if at == 0 else super().pop()


class LinearParser(BlockParser):
    """A parser that keeps its blocks so."""

    def parseChunk(self, parent: etree.Element, text: str) -> None:  # noqa: N802 - the library's name
        self.parseBlocks(parent, _Blocks(text.split("\n\n")))  # type: ignore[arg-type] # as good as a list
