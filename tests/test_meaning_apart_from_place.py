"""A line that says nothing changes nothing: where a thing stands is no part of what it means."""

from __future__ import annotations

import re
import shutil
import types
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from pathlib import Path
from typing import get_args, get_type_hints

import pytest

from bulletin.model.place import Place
from bulletin.model.views.page import View
from bulletin.pipeline import build
from tests.conftest import ROOT, without_sources

TODAY = date(2022, 5, 1)
SITES = ("content", "tests/sites/kinds/content")


def remarked(text: str, kind: str) -> str:
    """The file with a remark in its head and, where it has one, at the beginning and the end of its body."""
    if kind == ".yml":
        return f"# Lời dặn\n{text}"
    head = re.match(r"---\n(.*?\n)---\n", text, re.DOTALL)
    assert head
    return f"---\n# Lời dặn\n{head[1]}---\n\n<!-- Lời dặn -->\n{text[head.end() :]}\n<!-- Lời dặn -->\n"


@pytest.mark.parametrize("site", SITES)
def test_a_remark_in_every_file_changes_no_view(site: str, tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(ROOT / site, content)
    before = build(content, ROOT / "templates", TODAY)
    changed = [path for path in content.rglob("*") if path.suffix in (".md", ".yml")]
    for path in changed:
        path.write_text(remarked(path.read_text("utf-8"), path.suffix), "utf-8")
    after = build(content, ROOT / "templates", TODAY)
    assert len(changed) > 5
    assert without_sources(after.files) == without_sources(before.files)
    views = {page.url: page.made().view for page in before.pages}
    assert {page.url: page.made().view for page in after.pages} == views
    # Not for want of seeing: the places are others, and the entries are equal all the same.
    assert after.archive.entries == before.archive.entries
    assert [e.notice.place for e in after.archive.entries] != [e.notice.place for e in before.archive.entries]


def parts(hint: object) -> Iterator[type]:
    """The classes that a value of this type may hold, at any depth."""
    open_, seen = [hint], set[object]()
    while open_:
        part = open_.pop()
        if part in seen or isinstance(part, types.EllipsisType):
            continue
        seen.add(part)
        open_ += get_args(part)
        if isinstance(part, type) and is_dataclass(part):
            hints = get_type_hints(part)
            open_ += [hints[field.name] for field in fields(part)]
        if isinstance(part, type):
            yield part


def test_no_view_holds_a_place() -> None:
    held = set(parts(View))
    assert len(held) > 60
    assert Place not in held
