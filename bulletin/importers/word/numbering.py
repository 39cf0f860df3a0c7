"""The numbers that Word counts and shows before paragraphs, and that are no text of the file (ECMA-376, 17.9)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from bulletin.importers.legacy import LegacyFonts
from bulletin.importers.symbols import bullet
from bulletin.importers.word.styles import Looks, looks_of

_SLOT = re.compile("%([1-9])")
_LEVELS = 9
_OFF = {"0", "false", "off"}
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LARGEST_ROMAN = 5000


@dataclass(frozen=True, slots=True)
class _Level:
    """A level of a list: `text` «Điều %1.», `counts` how its own number is shown, `restart` after which level (0: it
    never begins anew), None for any above."""

    start: int
    counts: str
    text: str
    font: str
    capitals: bool
    plain: bool
    restart: int | None
    style: str


class Numbering:
    """Counts the lists of a document, in the order in which its paragraphs ask."""

    def __init__(self, root: Element | None, fonts: LegacyFonts) -> None:
        self._fonts = fonts
        elements = root.findall("w:abstractNum") if root is not None else []
        self._abstract = {e.get("w:abstractNumId", ""): _levels(e) for e in elements}
        self._lists: dict[str, tuple[str, Mapping[int, _Level], Mapping[int, int]]] = {}
        self._counters: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()
        for num in root.findall("w:num") if root is not None else ():
            self._lists[num.get("w:numId", "")] = self._list(num, elements, root)

    def label(self, paragraph: Looks, style: str) -> tuple[str, int]:
        """(label, depth) of the next paragraph that looks so; («», 0) for one in no list."""
        list_ = str(paragraph.get("list", "0"))
        if list_ not in self._lists:
            return "", 0
        abstract, levels, starts = self._lists[list_]
        depth = self._depth(paragraph, levels, style)
        level = levels.get(depth)
        if level is None:
            return "", depth
        counters = self._counters.setdefault(abstract, {})
        self._count(list_, counters, levels, starts, depth)
        return self._shown(level, levels, counters), depth

    @staticmethod
    def _depth(paragraph: Looks, levels: Mapping[int, _Level], style: str) -> int:
        said = str(paragraph.get("depth", ""))
        if said.isdecimal():
            return min(int(said[:2]), _LEVELS - 1)
        return next((depth for depth, level in levels.items() if level.style and level.style == style), 0)

    def _count(
        self,
        list_: str,
        counters: dict[int, int],
        levels: Mapping[int, _Level],
        starts: Mapping[int, int],
        depth: int,
    ) -> None:
        """One further at `depth`; deeper levels begin anew. A list with a start of its own begins there once."""
        if depth in starts and (list_, depth) not in self._begun:
            counters[depth] = starts[depth]
        elif depth in counters:
            counters[depth] += 1
        else:
            counters[depth] = levels[depth].start
        self._begun.add((list_, depth))
        for above in range(depth):
            if above not in counters:
                counters[above] = levels[above].start if above in levels else 1
        for below in [d for d in counters if d > depth]:
            restart = levels[below].restart if below in levels else None
            if restart is None or (restart > 0 and depth < restart):
                del counters[below]

    def _shown(self, level: _Level, levels: Mapping[int, _Level], counters: Mapping[int, int]) -> str:
        if level.counts == "bullet":
            return bullet(level.font, level.text)

        def number(m: re.Match[str]) -> str:
            of = int(m[1]) - 1
            counts = "decimal" if level.plain else levels[of].counts if of in levels else "decimal"
            return counted(counters.get(of, 1), counts)

        # What is typed around the numbers is in the font of the level, also in one from before Unicode.
        text = _SLOT.sub(number, self._fonts.converted(level.font, level.text)).strip()
        return text.upper() if level.capitals else text

    def _list(
        self, num: Element, abstracts: list[Element], root: Element | None
    ) -> tuple[str, Mapping[int, _Level], Mapping[int, int]]:
        """(its abstract list, its levels, the starts of its own)."""
        id_ = _value(num, "w:abstractNumId")
        levels = dict(self._abstract.get(id_, {}))
        if not levels:
            id_ = self._linked(id_, abstracts, root)
            levels = dict(self._abstract.get(id_, {}))
        starts: dict[int, int] = {}
        for override in num.findall("w:lvlOverride"):
            depth = _number(override.get("w:ilvl", ""), 0)
            if (level := override.find("w:lvl")) is not None:
                levels[depth] = _level(level)
            if (start := _value(override, "w:startOverride")) != "":
                starts[depth] = _number(start, 1)
        return id_, levels, starts

    @staticmethod
    def _linked(id_: str, abstracts: list[Element], root: Element | None) -> str:
        """A list without levels names a style of lists; the list that defines that style has them."""
        empty = next((a for a in abstracts if a.get("w:abstractNumId", "") == id_), None)
        style = _value(empty, "w:numStyleLink") if empty is not None else ""
        defines = (a.get("w:abstractNumId", "") for a in abstracts if style and _value(a, "w:styleLink") == style)
        return next(defines, id_) if root is not None else id_


def counted(number: int, counts: str) -> str:
    """5 as «decimal» 5, «lowerLetter» e, «upperRoman» V, «decimalZero» 05."""
    match counts:
        case "none":
            return ""
        case "lowerLetter":
            return _letters(number)
        case "upperLetter":
            return _letters(number).upper()
        case "lowerRoman":
            return _roman(number)
        case "upperRoman":
            return _roman(number).upper()
        case "decimalZero":
            return f"{number:02}"
        case "decimalEnclosedCircle" if 1 <= number <= 20:
            return chr(0x2460 + number - 1)
        case _:
            return str(number)


def _letters(number: int) -> str:
    """1 a, 26 z, 27 aa, 28 bb, as Word counts."""
    if number < 1:
        return str(number)
    times, letter = divmod(number - 1, 26)
    return chr(ord("a") + letter) * min(times + 1, 30)


def _roman(number: int) -> str:
    if not 0 < number < _LARGEST_ROMAN:
        return str(number)
    text = ""
    for value, sign in _ROMAN:
        times, number = divmod(number, value)
        text += sign * times
    return text


def _levels(abstract: Element) -> dict[int, _Level]:
    return {_number(e.get("w:ilvl", ""), 0): _level(e) for e in abstract.findall("w:lvl")}


def _level(element: Element) -> _Level:
    looks = looks_of(element.find("w:rPr"))
    restart = _value(element, "w:lvlRestart")
    legal = element.find("w:isLgl")
    return _Level(
        start=_number(_value(element, "w:start"), 0),
        counts=_value(element, "w:numFmt") or "decimal",
        text="" if looks.get("hidden") else _value(element, "w:lvlText"),
        font=str(looks.get("font", "")),
        capitals=bool(looks.get("caps")),
        plain=legal is not None and legal.get("w:val", "") not in _OFF,
        restart=_number(restart, 0) if restart else None,
        style=_value(element, "w:pStyle"),
    )


def _value(element: Element, name: str) -> str:
    child = element.find(name)
    return child.get("w:val", "") if child is not None else ""


def _number(text: str, default: int) -> int:
    return int(text) if text.isdecimal() and len(text) < 7 else default
