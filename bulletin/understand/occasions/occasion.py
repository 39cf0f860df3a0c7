"""An occasion where a text has it. (What a site shows of it is `model/occasion.py`.)"""

from __future__ import annotations

from dataclasses import dataclass

from bulletin.model.anniversary import Anniversary


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """An occasion at text[start:stop]; its name without the dates is text[name[0]:name[1]].

    `origin` and `observed` are dates as `words/dates/stated.py` writes them, "" where none is stated; `row` is the
    anniversary that is meant, None when not one is; `years` are those from origin to observed.
    """

    start: int
    stop: int
    name: tuple[int, int]
    ordinal: int | None
    origin: str
    observed: str
    row: Anniversary | None
    years: int | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read at one place: occasions in order, and where the dates start that no other occasion may have.

    A date may be used up although no occasion came of it: in «… 01/5 (01/5/1886 - 01/5/2022)» the first says nothing
    that the pair does not say.
    """

    occasions: tuple[Occasion, ...] = ()
    used: frozenset[int] = frozenset()
