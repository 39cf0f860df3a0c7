"""YAML read as text with places: no types are guessed, nothing is expanded, nothing is lost. The only door to yaml.

`075`, `7:30`, `no`, `2022-04-28` come through as typed. Duplicate keys, aliases, anchors and tags are complaints.
Works from parser events, because a loader would already have resolved scalars and merged keys.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import yaml

from bulletin.model.problem import Place, Problem, problem
from bulletin.model.source import Field

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# Control characters make XML that no reader opens; direction marks can make a line read as its opposite; a blank of
# no width makes a word another word that looks the same.
CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u200b\u200c\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff]"
)
_DEEPEST = 8
_SYNTAX = {
    "unexpected end of stream": "dấu nháy mở mà không đóng",
    "unexpected document separator": "dấu nháy mở mà không đóng",
    "cannot start any token": "giá trị bắt đầu bằng ký tự đặc biệt",
    "block sequence entries": "dấu «-» đứng sai chỗ",
    "expected the node content": "dấu ngoặc mở mà không đóng",
    "did not find expected ',' or": "dấu ngoặc mở mà không đóng",
    "did not find expected <block end>": "thụt lề không đều, hoặc dấu nháy, dấu ngoặc đóng quá sớm",
    "did not find expected key": "thụt lề không đều, hoặc dấu nháy, dấu ngoặc đóng quá sớm",
    "mapping values": "dòng thụt vào mà không thuộc khoá nào",
    "comment or line break": "giá trị bắt đầu bằng ký tự đặc biệt",
}
_LINE_END = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
_EMPTY_LIST = "đã ghi «[]» mà bên dưới lại có mục; xoá «[]»"
_BEGAN_EARLIER = ("end of stream", "document separator", "could not find expected ':'", "expected ',' or")
_INDENTED_KEY = re.compile(r"\s+\w+:(?:\s|$)")
# «Họp tổ #5»: YAML drops what follows; a comment that is meant has a blank after its sign, as `new` writes it.
_HASHED = re.compile(r"\s+#[^\s#].*")

Value = str | list["Value"] | dict[str, "Value"]


@dataclass(frozen=True, slots=True)
class _Mark:
    """Where an event begins: line and column from 0. (The library's own type says that it may be missing.)"""

    line: int
    column: int


def _mark(event: yaml.Event) -> _Mark:
    mark = event.start_mark
    return _Mark(mark.line, mark.column) if mark else _Mark(0, 0)


class _Stop(Exception):
    """The first complaint after which the rest of the YAML cannot be trusted."""

    def __init__(self, code: str, mark: _Mark, **slots: object) -> None:
        super().__init__(code)
        self.code, self.mark, self.slots = code, mark, slots


def read_yaml(text: str, path: str, first_line: int = 1) -> tuple[Mapping[str, Field], tuple[Problem, ...]]:
    """Read a mapping; `first_line` is the line of `text`'s first line in the file. Never raises for bad text."""

    def place(mark: _Mark) -> Place:
        return Place(path=path, line=mark.line + first_line, col=mark.column + 1)

    complaints: list[Problem] = []

    def duplicate(key: str, mark: _Mark, first: _Mark) -> None:
        complaints.append(problem("front-duplicate-key", place(mark), key=key, first=first.line + first_line))

    try:
        top = _Builder(text, first_line, duplicate).document()
    except _Stop as stop:
        return {}, (*complaints, problem(stop.code, place(stop.mark), **stop.slots))
    except yaml.MarkedYAMLError as error:
        return {}, (*complaints, _syntax(error, _lines(text), path, first_line))
    except yaml.YAMLError:
        return {}, (
            *complaints,
            problem("front-yaml", Place(path=path, line=first_line, col=1), detail="không đọc được"),
        )
    return top, tuple(complaints)


def _lines(text: str) -> list[str]:
    """Lines as YAML counts them: it knows more line ends than «\\n»."""
    return _LINE_END.split(text)


def _syntax(error: yaml.MarkedYAMLError, lines: list[str], path: str, first_line: int) -> Problem:
    """The parser's English in an editor's words, at the line that is to be mended."""
    detail = error.problem or ""
    # What is not closed, or is no key, is noticed only later: the guilty place is where the parser began.
    mark = error.problem_mark or error.context_mark
    if any(words in detail for words in _BEGAN_EARLIER):
        mark = error.context_mark or mark
    line = mark.line if mark else 0
    text = lines[line] if line < len(lines) else ""
    where = Place(path=path, line=line + first_line, col=(mark.column if mark else 0) + 1)
    if "\t" in text or "'\\t'" in detail:
        return problem("front-tab", where)
    if hashed := _HASHED.search(text):
        return problem("front-hash", where, value=hashed[0].strip())
    if "could not find expected ':'" in detail:
        return problem("front-not-keys", where)
    if "expected alphabetic or numeric" in detail:
        return problem("front-alias", where)
    if "“" in text or "”" in text:
        return problem("front-quotes", where)
    if "expected key" in detail or "block end" in detail:
        odd = next((i for i in range(line + 1) if i < len(lines) and lines[i].count('"') % 2), None)
        if odd is not None or text.count('"') > 2:
            at = line if odd is None else odd
            return problem("front-quotes", Place(path=path, line=at + first_line, col=max(lines[at].find('"'), 0) + 1))
        if line and lines[line - 1].split("#")[0].rstrip().endswith("[]"):
            return problem("front-yaml", Place(path=path, line=line - 1 + first_line, col=1), detail=_EMPTY_LIST)
    if "mapping values" in detail and not _INDENTED_KEY.match(text):
        return problem("front-colon", where)
    known = next((words for english, words in _SYNTAX.items() if english in detail), "không đọc được")
    return problem("front-yaml", where, detail=known)


class _Builder:
    """Builds Fields out of parser events."""

    def __init__(self, text: str, first_line: int, duplicate: Callable[[str, _Mark, _Mark], None]) -> None:
        self.events: Iterator[yaml.Event] = yaml.parse(text, Loader=_LOADER)
        self.lines = [*_lines(text), ""]
        self.first_line, self.duplicate = first_line, duplicate

    def document(self) -> Mapping[str, Field]:
        for event in self.events:
            if isinstance(event, yaml.MappingStartEvent):
                value = self._value(event, _mark(event), 0).value
                if isinstance(value, Mapping):
                    self._nothing_more()
                    return value
            elif isinstance(event, yaml.NodeEvent):
                self._refuse_special(event)
                raise _Stop("front-not-keys", _mark(event))
        return {}

    def _nothing_more(self) -> None:
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                raise _Stop("front-not-keys", _mark(event))

    def _refuse_special(self, event: yaml.NodeEvent) -> None:
        if isinstance(event, yaml.AliasEvent) or event.anchor is not None or getattr(event, "tag", None) is not None:
            raise _Stop("front-alias", _mark(event))

    def _value(self, event: yaml.Event, key_mark: _Mark, depth: int) -> Field:
        mark = _mark(event)
        if isinstance(event, yaml.NodeEvent):
            self._refuse_special(event)
        if depth > _DEEPEST:
            raise _Stop("front-too-deep", mark)
        value: str | tuple[Field, ...] | Mapping[str, Field]
        if isinstance(event, yaml.ScalarEvent):
            value = event.value
            if hidden := CONTROL.search(value):
                raise _Stop("file-control-character", mark, character=f"U+{ord(hidden.group()):04X}")
            end = event.end_mark
            if end and not event.style and (hashed := _HASHED.match(self.lines[end.line], end.column)):
                raise _Stop("front-hash", mark, value=hashed[0].strip())
        elif isinstance(event, yaml.SequenceStartEvent):
            items = []
            while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
                items.append(self._value(event, _mark(event), depth + 1))
            value = tuple(items)
        else:
            value = self._mapping(depth)
        return Field(
            value=value,
            line=mark.line + self.first_line,
            col=mark.column + 1,
            key_line=key_mark.line + self.first_line,
            key_col=key_mark.column + 1,
        )

    def _mapping(self, depth: int) -> Mapping[str, Field]:
        found: dict[str, Field] = {}
        marks: dict[str, _Mark] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                raise _Stop("front-not-keys", _mark(event))
            self._refuse_special(event)
            field = self._value(next(self.events), _mark(event), depth + 1)
            if event.value in found:
                self.duplicate(event.value, _mark(event), marks[event.value])
            else:
                found[event.value], marks[event.value] = field, _mark(event)
        return found


def plain(field: Field) -> Value:
    """The bare str, list or dict of a Field, for a schema to judge."""
    if isinstance(field.value, str):
        return field.value
    if isinstance(field.value, tuple):
        return [plain(item) for item in field.value]
    return {key: plain(item) for key, item in field.value.items()}
