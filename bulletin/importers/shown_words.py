"""The words that a page shows of some Markdown: read by the reader of this house, numbers of lists with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bulletin.model.paper import words_of_text
from bulletin.model.text import Block, Words
from bulletin.understand.markdown.lists import TooDeep, TooLong
from bulletin.understand.markdown.parser import Parser
from bulletin.understand.markdown.text_of_tree import blocks, drafts
from bulletin.understand.own_stack import on_own_stack


def shown_words(markdown: str) -> tuple[str, ...] | None:
    """In the order of the text; None of a text that is beyond what a page can hold."""
    try:
        return on_own_stack(lambda: tuple(_words(markdown)))
    except (TooDeep, TooLong, RecursionError):
        return None


def _words(markdown: str) -> Iterator[str]:
    parser = Parser()
    text = blocks(drafts(parser.read(markdown), lambda _: None, parser.footnotes.marks))
    yield from (word for piece in _texts(text) for word in words_of_text(piece))


def _texts(content: Iterable[Words | Block]) -> Iterator[str]:
    for part in content:
        if isinstance(part, Words):
            yield part.text
        elif part.kind == "numbers":
            yield from _numbered(part)
        else:
            yield from _texts(part.content)


def _numbered(block: Block) -> Iterator[str]:
    number = block.number if block.number is not None else 1
    for item in block.content:
        if isinstance(item, Block):
            number = item.number if item.number is not None else number
            yield str(number)
            yield from _texts(item.content)
            number += 1
