"""Pieces of a line as runs: in capitals where they are shown so, joined where they look the same."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from bulletin.importers.clean import clean
from bulletin.importers.word.styles import Look
from bulletin.model.paper import Run


def joined(looks: Sequence[Look], texts: Sequence[str], notes: Sequence[str]) -> tuple[Run, ...]:
    """Of pieces as three rows of one length; a piece with a mark of a note has no text."""
    runs: list[Run] = []
    for look, text, note in zip(looks, texts, notes, strict=True):
        if note:
            runs.append(Run(text="", note=note))
        elif text:
            run = Run(
                text=text.upper() if look.caps else text,
                bold=look.bold,
                italic=look.italic,
                underlined=look.underlined,
                raised=look.raised,
                size=look.size,
            )
            _append(runs, run)
    cleaned = (run if run.note else _with_text(run, clean(run.text.replace("\n", " "))) for run in runs)
    return tuple(run for run in cleaned if run.text or run.note)


def _append(runs: list[Run], run: Run) -> None:
    """Joins with the run before where both look the same, or where this one is blank; marks over letters (NFD) go to
    their letter."""
    last = runs[-1] if runs else None
    if last is None or last.note or not last.text:
        runs.append(run)
        return
    marks = len(run.text) - len(run.text.lstrip("".join({c for c in run.text if unicodedata.combining(c)})))
    if marks:
        last = runs[-1] = _with_text(last, last.text + run.text[:marks])
        run = _with_text(run, run.text[marks:])
    blank = not run.text.strip() and run.underlined == last.underlined
    if blank or _with_text(run, "") == _with_text(last, ""):
        runs[-1] = _with_text(last, last.text + run.text)
    else:
        runs.append(run)


def _with_text(run: Run, text: str) -> Run:
    """The same run with another text; `dataclasses.replace` takes three times as long."""
    return Run(
        text=text,
        bold=run.bold,
        italic=run.italic,
        underlined=run.underlined,
        raised=run.raised,
        size=run.size,
        note=run.note,
    )
