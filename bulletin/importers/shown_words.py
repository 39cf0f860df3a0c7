"""The words that a page shows of some Markdown: read by the reader of this house, numbers of lists with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bulletin.model.paper import words_of_text
from bulletin.model.text import Block, Words


def shown_words(markdown: str) -> tuple[str, ...]:
    """In the order of the text; none of a text that is beyond measure."""
    from bulletin.understand.prose import understand  # all that understands a text: only where one is read

    prose, _ = understand(markdown, "", 1, "")
    return tuple(word for text in _texts(prose.text) for word in words_of_text(text))


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
