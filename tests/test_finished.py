"""Pages are made wherever there is room: every file and every problem is the same."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from concurrent.futures import Future
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bulletin import finished
from bulletin.pipeline import build
from tests.conftest import ROOT
from tests.test_in_chunks import Pool

TEMPLATES, DAY = ROOT / "templates", date(2022, 5, 2)


class Elsewhere(Pool):
    """What goes to another process, and what comes back, goes by pickle."""

    def __init__(self) -> None:
        super().__init__(breaks=10_000, takes=True)

    def submit(self, fn: Callable[..., Any], /, *args: Any, **_: Any) -> Future[Any]:
        do, there = pickle.loads(pickle.dumps((fn, args)))
        future = super().submit(do, *there)
        back = Future[Any]()
        back.set_result(pickle.loads(pickle.dumps(future.result())))
        return back


def test_made_elsewhere_every_file_and_every_reminder_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    kinds = ROOT / "tests/sites/kinds/content"
    few = Elsewhere()
    alone = build(kinds, TEMPLATES, DAY, executor=few)
    assert alone.files and few.chunks == []  # a small site is made where it is asked for
    monkeypatch.setattr(finished, "_WORTH", 0)
    pool = Elsewhere()
    elsewhere = build(kinds, TEMPLATES, DAY, executor=pool)
    assert sum(pool.chunks) == len(elsewhere.pages)
    assert elsewhere.files == alone.files
    assert (elsewhere.problems, list(elsewhere.files)) == (alone.problems, list(alone.files))


def test_made_elsewhere_a_template_that_fails_is_told_at_its_line(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "404.html").write_text("\n{{ view.nothing_of_the_kind }}\n", encoding="utf-8")
    monkeypatch.setattr(finished, "_WORTH", 0)
    empty = ROOT / "tests/sites/empty/content"
    alone, elsewhere = (build(empty, tmp_path, DAY, executor=executor) for executor in (None, Elsewhere()))
    assert [p.place.line for p in alone.problems if p.place.path.endswith("404.html")] == [2]
    assert elsewhere.problems == alone.problems
