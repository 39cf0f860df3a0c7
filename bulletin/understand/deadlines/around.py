"""What stands around a time: what the rules that weigh and doubt it look at."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


class Around(NamedTuple):
    """What stands around a time, in lower case: the words before and behind it in its sentence, those before the words
    of its frame («trước», «từ»), and the lines that lead to it, which `lead` looks up.

    `item`: its line is one of a list. `heads_items`: it has a line of its own, with items below. `is_target`: an older
    time was moved to it.
    """

    before: str
    before_frame: str
    behind: str
    sentence: str
    lead: Callable[[], str]
    item: bool
    heads_items: bool
    is_target: bool
