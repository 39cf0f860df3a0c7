"""The two parsers of PyYAML, made to read and to complain alike: libyaml's, and its own where libyaml is missing.

PyYAML's own refuses a tab inside a value, ends a value in brackets at «?», takes «{a:, b}» for a key without value, and
says in other words, and sometimes one place further, what it could not go on without.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from typing import Protocol

import yaml
from yaml.scanner import ScannerError

_IN_BRACKETS = ",?[]{}"  # «{a:, b: c}»: before one of these no colon ends a key


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in the YAML: line and column from 0."""

    line: int
    column: int


class Expected(Enum):
    """What a parser could not go on without, whichever of the two it was."""

    CLOSING_QUOTE = auto()
    COLON = auto()  # a line that is no «key: value»
    CLOSING_BRACKET = auto()  # or a comma, in brackets
    KEY = auto()
    DASH = auto()
    NO_COLON = auto()  # a second «: » in a line
    NO_DASH = auto()  # «key: - a»
    TOKEN = auto()  # no value begins with this character
    LINE_END = auto()  # behind «|» or «>»
    ANCHOR_NAME = auto()  # behind «&» or «*»
    DOCUMENT = auto()  # text behind the mapping that is the whole document
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class GaveUp:
    """Where a parser noticed that something is missing, while it read what `began` earlier."""

    expected: Expected
    began: Mark | None
    noticed: Mark | None


# What the parsers say, as «context; problem». Where they use other words, libyaml's stand before PyYAML's.
_MESSAGES = tuple(
    (expected, re.compile(pattern))
    for expected, pattern in (
        (Expected.COLON, r"could not find expected ':'"),
        (Expected.CLOSING_QUOTE, r"unexpected (?:end of stream|document (?:indicator|separator))"),
        (Expected.CLOSING_BRACKET, r"expected ',' or"),
        (Expected.KEY, r"expected key|block mapping; expected <block end>"),
        (Expected.DASH, r"expected '-' indicator|block collection; expected <block end>"),
        (Expected.NO_COLON, r"mapping values are not allowed"),
        (Expected.NO_DASH, r"sequence entries are not allowed"),
        (Expected.TOKEN, r"cannot start any token"),
        (Expected.LINE_END, r"comment or (?:a )?line break|expected chomping or indentation"),
        (Expected.ANCHOR_NAME, r"(?:alias|anchor); .*alphabetic or numeric"),
        (Expected.DOCUMENT, r"expected '?<document start>"),
    )
)


def gave_up(error: yaml.MarkedYAMLError) -> GaveUp:
    """What a parser's complaint means, and its marks as libyaml sets them."""
    said = f"{error.context or ''}; {error.problem or ''}"
    expected = next((expected for expected, pattern in _MESSAGES if pattern.search(said)), Expected.OTHER)
    noticed = at(error.problem_mark)
    if noticed and said.endswith("'<stream end>'") and noticed.column:
        noticed = Mark(noticed.line + 1, 0)
    elif noticed and "unknown escape character '" in said:
        noticed = Mark(noticed.line, noticed.column - 1)
    return GaveUp(expected, at(error.context_mark), noticed)


class _LibraryMark(Protocol):
    """What the marks of both parsers have."""

    line: int
    column: int


def at(mark: _LibraryMark | None) -> Mark | None:
    """A mark of either parser. (The library says that it may be missing.)"""
    return Mark(mark.line, mark.column) if mark else None


class PurePython(yaml.SafeLoader):
    """PyYAML's own scanner with libyaml's rules for tabs, and for «?» and «:» in brackets."""

    _in_plain_scalar = False

    def scan_to_next_token(self) -> None:
        super().scan_to_next_token()
        while self.peek() == "\t" and (self.flow_level or not self.allow_simple_key):
            self.forward()
            super().scan_to_next_token()

    def scan_plain(self) -> yaml.ScalarToken:
        start = self.get_mark()
        self._in_plain_scalar = True
        try:
            token = super().scan_plain()
        finally:
            self._in_plain_scalar = False
        if self.flow_level and self.peek() == ":" and self.peek(1) in _IN_BRACKETS:
            raise ScannerError("while scanning a plain scalar", start, "found unexpected ':'", self.get_mark())
        return token

    def peek(self, index: int = 0) -> str:
        """The character so far ahead; a value without quotation marks is not ended by «?», but in brackets by «:?»."""
        character: str = super().peek(index)
        if not self._in_plain_scalar or character not in "?:":
            return character
        if character == "?":
            return "_"
        return "," if self.flow_level and super().peek(index + 1) == "?" else character

    def scan_plain_spaces(self, indent: int, start_mark: yaml.Mark) -> list[str] | None:
        """The blanks inside a value: tabs of one line stay, those around a line end go. None: the value ends."""
        first_line = self.line
        blanks: list[str] | None = super().scan_plain_spaces(indent, start_mark)
        while blanks is not None and self.peek() == "\t" and (self.line == first_line or self.column >= indent):
            line = self.line
            self.forward()
            more: list[str] | None = super().scan_plain_spaces(indent, start_mark)
            if more is None or self.line != line:
                blanks = more
            elif line == first_line:
                blanks = [*blanks, "\t", *more]
        return blanks


LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", PurePython)
