"""What an editor writes for editors stays in the file: comments, and lines that nothing on the page refers to.

    <!-- ông A, chưa xác minh -->     [//]: # (ông A, chưa xác minh)     [comment]: <> (…)      → comments, gone
    [mau]: /files/mau.pdf  …without «[mau]»      [^1]: …  …without «[^1]»                      → gone, and told

Backticks around a comment make no difference: what is meant for editors never leaves their file. A dash may have been
made of two hyphens on the way: «<!– … –>»; a blank may stand within: «<! -- … -- >», «[//] : # (…)».
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

_OPEN = re.compile(r"<!(?:--|[–—])|(?P<loose><! ?- ?-|<! [–—])")
_CLOSE = re.compile(r"(?:--|[–—])!?>")
_CLOSE_LOOSE = re.compile(r"(?:- ?-|[–—]) ?!?>")
_PREFIX = r"[ \t\u00a0>]*(?:(?:[-*+•–—]|[0-9]{1,3}[.)/]|[a-zđ][.)/]|\([0-9a-zđ]{1,3}\))[ \t\u00a0]+)?"
_DEFINITION = re.compile(
    rf"(?P<before>{_PREFIX})\[(?P<label>(?:\\.|[^\[\]\\\n]){{0,200}})\](?P<colon>[ \t]?[:：]?)(?P<rest>.*)"
)
_NOTHING = re.compile(r"[ \t\u00a0]*(?:#|<>)(?=[ \t\u00a0\"'(]|$)")  # the address of a comment: none
_COMMENT_LABELS = frozenset(("", "//", "comment", "_", "#", "<>"))
_TITLE_ENDS = {"(": ")", '"': '"', "'": "'"}
_USE = re.compile(r"(?<!\\)\[((?:\\.|[^\[\]\\\n]){1,200})\]")
_CODE = re.compile(r"(`+)[^`\n]+\1(?!`)")
_INDENTED = re.compile(r"[ ]{2,}|\t")


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A definition that nothing refers to; `line` from 0, `note`: of a footnote."""

    line: int
    label: str
    note: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """A body without comments: the same lines. `unclosed`: the line, from 0, of a comment that never ends."""

    body: str
    left_out: tuple[LeftOut, ...] = ()
    unclosed: int | None = None


def published(body: str) -> Published:
    """What of `body` may leave the editor's file."""
    unclosed = None
    if "<!" in body:
        body, unclosed = _without_comments(body)
    if "]" not in body:
        return Published(body=body, unclosed=unclosed)
    lines, left_out = _without_definitions(body.split("\n"))
    return Published(body="\n".join(lines), left_out=tuple(left_out), unclosed=unclosed)


def _without_comments(body: str) -> tuple[str, int | None]:
    kept: list[str] = []
    at = 0
    while m := _OPEN.search(body, at):
        kept.append(body[at : m.start()])
        close = (_CLOSE_LOOSE if m["loose"] else _CLOSE).search(body, m.end())
        if not close:
            kept.append("\n" * body.count("\n", m.start()))
            return _trimmed(kept), body.count("\n", 0, m.start())
        kept.append("\0" + "\n\0" * body.count("\n", m.start(), close.start()))
        at = close.end()
    kept.append(body[at:])
    return _trimmed(kept), None


def _trimmed(kept: Sequence[str]) -> str:
    """The pieces joined; blanks around a comment that began or ended a line go with it."""
    lines = "".join(kept).split("\n")
    for i, line in enumerate(lines):
        if "\0" in line:
            line = line.rstrip(" \0") if line.endswith(("\0", "\0 ", "\0  ")) else line
            head = line.lstrip(" ")
            lines[i] = (head.lstrip("\0 ") if head.startswith("\0") else line).replace("\0", "")
    return "\n".join(lines)


def _without_definitions(lines: list[str]) -> tuple[list[str], list[LeftOut]]:
    """The lines without definitions that are comments or that nothing refers to, each replaced by an empty one; and
    those of the latter."""
    matches = {i: m for i, line in enumerate(lines) if "]" in line and (m := _definition(line))}
    if not matches:
        return lines, []
    definitions = {i: _Definition(i, m, _is_comment(m, lines, i)) for i, m in matches.items()}
    ends = {i: _end(lines, definition, matches) for i, definition in definitions.items()}
    used = _used(lines, definitions, ends)
    unused = [definition for i, definition in definitions.items() if i not in used]
    kept = list(lines)
    for definition in unused:
        quoted = definition.match["before"].rstrip() if ">" in definition.match["before"] else ""
        kept[definition.line : ends[definition.line]] = [quoted, *[""] * (ends[definition.line] - definition.line - 1)]
    return kept, [definition.left_out() for definition in unused if not definition.is_comment]


@dataclass(frozen=True, slots=True)
class _Definition:
    """«[x]: …» in a line, from 0."""

    line: int
    match: re.Match[str]
    is_comment: bool

    def left_out(self) -> LeftOut:
        label: str = self.match["label"]
        return LeftOut(line=self.line, label=label, note=label.startswith("^"))


def _used(lines: Sequence[str], definitions: Mapping[int, _Definition], ends: Mapping[int, int]) -> frozenset[int]:
    """The lines of the definitions that the text refers to, or another that it refers to."""
    inside = {k for i, end in ends.items() for k in range(i, end)}
    by_label: dict[str, int] = {}
    for i, definition in definitions.items():
        if not definition.is_comment:
            by_label.setdefault(_label(definition.match["label"]), i)  # the first of a name is the one that is meant
    waiting = {use for k, line in enumerate(lines) if k not in inside for use in _uses(line)}
    used: set[int] = set()
    seen: set[str] = set()
    while waiting:
        label = waiting.pop()
        seen.add(label)
        i = by_label.get(label, -1)
        if i >= 0 and i not in used:
            used.add(i)
            waiting |= {use for k in range(i, ends[i]) for use in _uses(lines[k])} - seen
    return frozenset(used)


def _definition(line: str) -> re.Match[str] | None:
    """«[x]: …»; without its colon, or with a blank before it, only what can be nothing else: a comment, a note."""
    m = _DEFINITION.match(line)
    if not m or m["colon"] == ":":
        return m
    label = _label(m["label"])
    comment = label in _COMMENT_LABELS and _NOTHING.match(m["rest"])
    return m if comment or (label.startswith("^") and m["colon"].strip()) else None


def _is_comment(m: re.Match[str], lines: Sequence[str], i: int) -> bool:
    label = _label(m["label"])
    if (label and label in _COMMENT_LABELS) or _NOTHING.match(m["rest"]):
        return True
    return not m["rest"].strip() and i + 1 < len(lines) and _NOTHING.match(lines[i + 1]) is not None


def _end(lines: Sequence[str], definition: _Definition, others: Collection[int]) -> int:
    """The line behind a definition; another one, in a line of `others`, ends it."""
    if definition.match["label"].startswith("^"):
        return _end_of_note(lines, definition.line + 1, others)
    end, title = _title(lines, definition)
    closing = _TITLE_ENDS.get(title[:1])
    if closing and closing not in title[1:]:
        return _end_of_title(lines, end, closing, others)
    while end < len(lines) and lines[end].strip() and end not in others and _INDENTED.match(lines[end]):
        end += 1
    return end


def _end_of_note(lines: Sequence[str], end: int, others: Collection[int]) -> int:
    """A note goes on to the next empty line, and over indented blocks behind it."""
    while end < len(lines) and end not in others:
        if not lines[end].strip():
            following = next((k for k in range(end, min(end + 3, len(lines))) if lines[k].strip()), None)
            if following is None or not lines[following].startswith(("    ", "\t")):
                break
        end += 1
    return end


def _title(lines: Sequence[str], definition: _Definition) -> tuple[int, str]:
    """(the line behind, what a comment says there): «[//]: # (…)», or the same over two or three lines."""
    rest, end = definition.match["rest"], definition.line + 1
    if not definition.is_comment:
        return end, ""
    if not rest.strip() and end < len(lines):
        rest, end = lines[end], end + 1
    rest = _NOTHING.sub("", rest, count=1).strip()
    if not rest and end < len(lines) and lines[end].strip()[:1] in _TITLE_ENDS:
        rest, end = lines[end].strip(), end + 1
    return end, rest


def _end_of_title(lines: Sequence[str], end: int, closing: str, others: Collection[int]) -> int:
    """A comment that is not closed in its line goes on to the one that holds `closing`, or to the next empty line."""
    while end < len(lines) and lines[end].strip() and end not in others:
        end += 1
        if closing in lines[end - 1]:
            return end
    return end


def _uses(line: str) -> Iterator[str]:
    m = _definition(line)
    text = m["rest"] if m else line
    return (_label(use[1]) for use in _USE.finditer(_CODE.sub(" ", text)))


def _label(typed: str) -> str:
    return " ".join(typed.casefold().split())
