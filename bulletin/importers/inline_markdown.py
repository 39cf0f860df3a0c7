"""The words of a line as Markdown that shows these words and no others.

Phí 5*4 m (<b>)    → Phí 5\\*4 m (&lt;b>)          **Điều 1.** Tên_tệp_[1]     → **Điều 1.** Tên_tệp_\\[1]
m² as raised «2»   → m<sup>2</sup>                  the mark of note 1          → [^1]
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import groupby

from bulletin.model.paper import Line, Run

_MARKS = re.compile(r"[\\`*\[|]|_+|<(?=[A-Za-z!/?])|&(?=#?\w{1,40};)")
_BLANKS = re.compile("[ \t\n\r\f\v\x85\u2028\u2029]+")
_LINE_HEAD = re.compile(r"(?P<sign>#{1,6}(?=\s)|>|:(?=\s)|-{2,}\s*$)")
_ENTITIES = {"<": "&lt;", "&": "&amp;"}
_NO_EMPHASIS_BEFORE = frozenset(")]}>,;")
_NO_EMPHASIS_BEHIND = frozenset("([{<")

Style = tuple[bool, bool, str, str]  # bold, italic, raised, note


def inline(line: Line, notes: Mapping[str, str], *, plain: bool = False, skip: int = 0) -> str:
    """Its runs without the first `skip` characters; `notes`: mark → label of the note; `plain`: without bold and
    italics, as in a heading."""
    parts: list[str] = []
    pieces = list(_pieces(line.runs, skip, plain=plain))
    behind = [" "]  # the sign behind each piece, the last first
    for _, text in reversed(pieces):
        behind.append(text[:1] or behind[-1])
    for (style, text), following in zip(pieces, behind[-2::-1], strict=True):
        before = parts[-1][-1:] if parts and parts[-1] else " "
        parts.append(_styled(style, text, before, following, notes))
    return _BLANKS.sub(" ", "".join(parts)).strip(" ")


def _pieces(runs: Iterable[Run], skip: int, *, plain: bool) -> Iterable[tuple[Style, str]]:
    """Neighbours of one look joined, blanks counted to the words before them."""
    cut: list[tuple[Style, str]] = []
    for run in runs:
        text = run.text[skip:] if skip else run.text
        skip = max(skip - len(run.text), 0)
        style: Style = (run.bold and not plain, run.italic and not plain, run.raised, run.note)
        if not text.strip() and not run.note and cut and not cut[-1][0][3]:
            style = cut[-1][0]
        if text or run.note:
            cut.append((style, text))
    for style, same in groupby(cut, key=lambda piece: piece[0]):
        yield style, "".join(text for _, text in same)


def _styled(style: Style, text: str, before: str, behind: str, notes: Mapping[str, str]) -> str:
    bold, italic, raised, note = style
    if note:
        return f"{escaped(text)}[^{notes[note]}]" if note in notes else escaped(text)
    words = text.strip()
    left, right = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :] if words else ""
    shown = escaped(words)
    if raised and words:
        shown = f"<{raised}>{shown.replace('<', '&lt;')}</{raised}>"
    sign = "*" * (2 * bold + italic)
    if sign and words and _may_stand(words, before if not left else " ", behind if not right else " "):
        shown = f"{sign}{shown}{sign}"
    return f"{left}{shown}{right}"


def _may_stand(words: str, before: str, behind: str) -> bool:
    """Whether the marks around `words` would be read as marks: not inside a word, not beside another mark."""
    if before.isalnum() or before == "*" or behind.isalnum():
        return False
    return words[0] not in _NO_EMPHASIS_BEFORE and words[-1] not in _NO_EMPHASIS_BEHIND


def escaped(text: str) -> str:
    """What Markdown would eat or read as a mark, as signs."""
    return _MARKS.sub(_sign, text)


def _sign(m: re.Match[str]) -> str:
    sign = m[0]
    if sign in _ENTITIES:
        return _ENTITIES[sign]
    if sign[0] == "_":
        before, behind = m.string[m.start() - 1 : m.start()], m.string[m.end() : m.end() + 1]
        inside = before.isalnum() and behind.isalnum()
        return sign if len(sign) > 4 or inside else sign.replace("_", "\\_")
    return f"\\{sign}"


def line_head(text: str) -> str:
    """A line that must not begin a heading, a quotation, a rule or a definition."""
    m = _LINE_HEAD.match(text)
    if m is None:
        return text
    return f"&#58;{text[1:]}" if text[0] == ":" else f"\\{text}"
