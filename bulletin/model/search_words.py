"""What search keeps of one text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Indexed:
    """`text` is what excerpts are cut from, a block a line. `title` and `words` are words in lower case and in order,
    with a line end between blocks; `words` holds those of the title and what else the page says of itself too."""

    text: str = ""
    title: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


NOTHING = Indexed()
