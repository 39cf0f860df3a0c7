"""A table as CSV (RFC 4180) that a spreadsheet opens as it is: docs/du-lieu.md tells what a cell may hold."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence

# What a spreadsheet would take for a formula, or for a date or a figure where a text is meant: «=1+1», «12/5». A text
# that begins with the sign which is put before these gets it too, so that taking one away gives every text back.
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠'\t\r]")
_FIGURE = re.compile(r"\s*(?:0\d+|\d{12,}|\d[\dEe]*[\s.,/:%-][\d\s.,/:%Ee-]*|\d+[Ee]\d+)\s*")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def csv_table(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> str:
    """The `columns` of the `rows`: a mark of UTF-8 and CRLF, as Excel wants them; None is an empty cell, several values
    are divided by commas."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(row[name]) for name in columns])
    return "\ufeff" + out.getvalue()


def _cell(value: object) -> str | int:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case int():
            return value
        case list() | tuple():
            return _text(", ".join(map(str, value)))
        case _:
            return _text(str(value))


def _text(said: str) -> str:
    text = " ".join(said.split())
    if _DAY.fullmatch(text):
        return text
    return f"'{text}" if _FORMULA.match(text) or _FIGURE.fullmatch(text) else text
