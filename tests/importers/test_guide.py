"""The guide tells every sentence with which a file is refused, and its cure."""

from __future__ import annotations

import re
from types import ModuleType

from bulletin import import_files
from bulletin.generate import GUIDE
from bulletin.importers import refusals, signed, take_apart, without_metadata
from bulletin.model.paper import Refused
from tests.conftest import ROOT

_SLOT = re.compile(r"\{[a-z]+\}")


def sentences(module: ModuleType) -> list[str]:
    return [
        f"| {_SLOT.sub('…', value.says)} | {_SLOT.sub('…', value.do)} |"
        for value in vars(module).values()
        if isinstance(value, Refused)
    ]


def test_the_guide_tells_every_refusal_and_what_to_do() -> None:
    guide = (ROOT / GUIDE).read_text("utf-8")
    told = [
        row for module in (refusals, take_apart, signed, without_metadata, import_files) for row in sentences(module)
    ]
    assert len(told) > 20
    assert [row for row in told if row not in guide] == []
