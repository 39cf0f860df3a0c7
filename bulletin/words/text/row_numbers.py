"""The column of a table that only numbers its rows."""

from __future__ import annotations

from bulletin.words.text.fold import fold

_NAMES = frozenset(("stt", "tt", "so tt", "so thu tu", "#"))


def names_row_numbers(name: str) -> bool:
    """Whether a column of this name only numbers rows: «STT», «S.TT», «Số TT.»; not «Thứ tư», a day."""
    return " ".join(fold(name).replace("s.tt", "stt").strip(" .").split()) in _NAMES
