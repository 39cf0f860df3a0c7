"""A clerk whose machine has no libyaml reads the same and is told the same."""

from __future__ import annotations

import pytest
import yaml

from bulletin.words.yaml.loaders import LOADER, PurePython
from bulletin.words.yaml.read import plain, read_yaml
from tests.words.yaml.test_read import MISTAKES

FRONT = 'title: Họp\nfields: [Y tế, "Điện, nước"]\nevents:\n  - what: Họp dân?\n    {on: 5/5}\nsummary: a b\n'
GOOD = FRONT.replace("    {on: 5/5}\n", "    on: {day: 5/5, or: 6/5}\n")
# What clerks type by mistake, and what Word and Zalo put in.
PIECES = ('"', "'", "]", "}", ": ", ", ", "- ", "\t", " #x", "#5", "&a ", "**", "“", "|", ">", "?", "@", "  ", "\n  ", "\n---\n", "x:y")  # fmt: skip


def _read(text: str, loader: type[yaml.SafeLoader]) -> tuple[object, list[str]]:
    fields, problems = read_yaml(text, "x.yml", loader=loader)
    return {key: plain(field) for key, field in fields.items()}, [str(problem) for problem in problems]


def _same(text: str) -> bool:
    return _read(text, LOADER) == _read(text, PurePython)


class TestBothParsers:
    def test_tell_of_every_known_mistake_the_same(self) -> None:
        assert [name for name, (text, _, _) in MISTAKES.items() if not _same(f"{text}\n")] == []

    @pytest.mark.parametrize("piece", PIECES)
    def test_tell_the_same_wherever_a_piece_is_put_in(self, piece: str) -> None:
        texts = [GOOD[:i] + piece + GOOD[i:] for i in range(0, len(GOOD), 2)]
        assert [text for text in texts if not _same(text)] == []

    @pytest.mark.parametrize(
        "text", ["a: b\tc\n", "a:\tb\n", "a: b \t\n  c\n", "a: {b: c?, d?: e}\n", "a: b\t# c\n", 'a: "\\q"\n', "a: {"]
    )
    def test_agree_where_the_libraries_do_not(self, text: str) -> None:
        assert _same(text)
