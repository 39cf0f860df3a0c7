"""YAML read as text with places: no types are guessed, nothing is expanded, nothing is lost. The only door to yaml.

`075`, `7:30`, `no`, `2022-04-28` come through as typed. Duplicate keys, aliases, anchors and tags are complaints.
Works from parser events, because a loader would already have resolved scalars and merged keys.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

import yaml

from bulletin.model.place import Place
from bulletin.model.problem import Problem, problem
from bulletin.model.source import Field
from bulletin.words.yaml.faults import fault
from bulletin.words.yaml.loaders import LOADER, Expected, GaveUp, Mark, at, gave_up
from bulletin.words.yaml.misread import HASHED, Fault, dash, half, second_document, swallowed, tight

# Control characters make XML that no reader opens; direction marks can make a line read as its opposite; a blank of
# no width makes a word another word that looks the same.
CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u200b\u200c\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff]"
)
_DEEPEST = 8
_LINE_END = re.compile("\r\n|[\r\n\x85\u2028\u2029]")

Value = str | list["Value"] | dict[str, "Value"]


def _mark(event: yaml.Event) -> Mark:
    """Where an event begins."""
    return at(event.start_mark) or Mark(0, 0)


class _Stop(Exception):
    """The first complaint after which the rest of the YAML cannot be trusted."""

    def __init__(self, code: str, mark: Mark, **slots: object) -> None:
        super().__init__(code)
        self.code, self.mark, self.slots = code, mark, slots

    @classmethod
    def at(cls, judged: Fault) -> _Stop:
        return cls(judged.code, judged.mark, **judged.slots)


def read_yaml(
    text: str, path: str, first_line: int = 1, loader: type[yaml.SafeLoader] = LOADER
) -> tuple[Mapping[str, Field], tuple[Problem, ...]]:
    """Read a mapping; `first_line` is the line of `text`'s first line in the file. Never raises for bad text."""

    def place(mark: Mark) -> Place:
        return Place(path=path, line=mark.line + first_line, col=mark.column + 1)

    complaints: list[Problem] = []

    def duplicate(key: str, mark: Mark, first: Mark) -> None:
        complaints.append(problem("front-duplicate-key", place(mark), key=key, first=first.line + first_line))

    try:
        top = _Builder(text, first_line, duplicate, loader).document()
    except _Stop as stop:
        return {}, (*complaints, problem(stop.code, place(stop.mark), **stop.slots))
    except yaml.MarkedYAMLError as error:
        judged = fault(gave_up(error), _lines(text))
    except yaml.YAMLError:
        judged = fault(GaveUp(Expected.OTHER, None, None), ())
    else:
        return top, tuple(complaints)
    return {}, (*complaints, problem(judged.code, place(judged.mark), **judged.slots))


def _lines(text: str) -> list[str]:
    """Lines as YAML counts them: it knows more line ends than «\\n»."""
    return _LINE_END.split(text)


class _Builder:
    """Builds Fields out of parser events."""

    def __init__(
        self,
        text: str,
        first_line: int,
        duplicate: Callable[[str, Mark, Mark], None],
        loader: type[yaml.SafeLoader],
    ) -> None:
        self.events: Iterator[yaml.Event] = yaml.parse(text, Loader=loader)
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
                # Clerks close a file as they close the front matter of a notice: no harm when nothing follows.
                mark = _mark(event)
                rest = (self.lines[mark.line].removeprefix("---"), *self.lines[mark.line + 1 :])
                if any(line.split("#")[0].strip() not in ("", "---", "...") for line in rest):
                    raise _Stop.at(second_document(mark, self.lines[mark.line]))
                return

    def _refuse_special(self, event: yaml.NodeEvent) -> None:
        if isinstance(event, yaml.AliasEvent) or event.anchor is not None or getattr(event, "tag", None) is not None:
            raise _Stop("front-alias", _mark(event))

    def _refuse_dashes(self, scalar: yaml.ScalarEvent) -> None:
        """Lines that begin with a dash and are no items: «-what: Họp», «- b» under a text."""
        first, end = _mark(scalar), scalar.end_mark
        if scalar.style or not end:
            return
        for i in range(first.line, end.line + (end.column > 0)):
            begins = i > first.line or not self.lines[i][: first.column].strip()
            if begins and (judged := dash(i, self.lines[i])):
                raise _Stop.at(judged)
            if i > first.line and self.lines[i].lstrip().startswith("- "):
                raise _Stop.at(swallowed(i, self.lines[i], self.lines[first.line]))

    def _refuse_half(self, key: yaml.ScalarEvent, value: yaml.Event) -> None:
        """«{form:Băng rôn}», «{form: Băng rôn, cờ}»: in brackets, a word without colon is a key without value."""
        end = key.end_mark
        bare = isinstance(value, yaml.ScalarEvent) and not (value.value or value.style)
        if bare and end and not key.style and not self.lines[end.line][end.column :].lstrip().startswith(":"):
            raise _Stop.at(tight(_mark(key), key.value) or half(_mark(key), key.value))

    def _value(self, event: yaml.Event, key_mark: Mark, depth: int, *, flow: bool = False) -> Field:
        """The value that begins with `event`, and all below it; `flow`: it stands in brackets. Raises _Stop.

        Of a list's item, which has no key, `key_mark` is where the item itself begins.
        """
        mark, flow = _mark(event), flow or bool(getattr(event, "flow_style", False))
        if isinstance(event, yaml.NodeEvent):
            self._refuse_special(event)
        if depth > _DEEPEST:
            raise _Stop("front-too-deep", mark)
        value: str | tuple[Field, ...] | Mapping[str, Field]
        if isinstance(event, yaml.ScalarEvent):
            value = event.value
            if hidden := CONTROL.search(value):
                shown = f"U+{ord(hidden.group()):04X}"
                advice = "xoá ký tự đó, hay mã viết thay nó, và gõ lại chỗ ấy bằng tay"
                raise _Stop("file-control-character", mark, character=shown, around="", advice=advice)
            if not flow:  # in brackets the guilty place is the bracket that is not closed
                self._refuse_dashes(event)
            end = event.end_mark
            if end and not event.style and (hashed := HASHED.match(self.lines[end.line], end.column)):
                raise _Stop("front-hash", mark, value=hashed[0].strip())
        elif isinstance(event, yaml.SequenceStartEvent):
            items = []
            while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
                items.append(self._value(event, _mark(event), depth + 1, flow=flow))
            value = tuple(items)
        else:
            value = self._mapping(depth, flow=flow)
        return Field(
            value=value,
            line=mark.line + self.first_line,
            col=mark.column + 1,
            key_line=key_mark.line + self.first_line,
            key_col=key_mark.column + 1,
        )

    def _mapping(self, depth: int, *, flow: bool) -> Mapping[str, Field]:
        fields: dict[str, Field] = {}
        marks: dict[str, Mark] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                raise _Stop("front-not-keys", _mark(event))
            self._refuse_special(event)
            value = next(self.events)
            if flow:
                self._refuse_half(event, value)
            else:
                self._refuse_dashes(event)
            field = self._value(value, _mark(event), depth + 1, flow=flow)
            if event.value in fields:
                self.duplicate(event.value, _mark(event), marks[event.value])
            else:
                fields[event.value], marks[event.value] = field, _mark(event)
        return fields


def plain(field: Field) -> Value:
    """The bare str, list or dict of a Field, for a schema to judge."""
    if isinstance(field.value, str):
        return field.value
    if isinstance(field.value, tuple):
        return [plain(item) for item in field.value]
    return {key: plain(item) for key, item in field.value.items()}
