"""How words and paragraphs look: what they say themselves, over their styles, over the defaults of the document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from bulletin.model.paper import Align, Raised

_LONGEST_CHAIN = 50  # styles based on each other; Word allows eleven
_OFF = {"0", "false", "off", "none"}
_TOGGLES = {
    "w:b": "bold", "w:i": "italic", "w:caps": "caps", "w:vanish": "hidden", "w:strike": "struck", "w:dstrike": "struck",
}  # fmt: skip
_ALIGN: Mapping[str, Align] = {
    "center": "center", "right": "right", "end": "right", "both": "both", "distribute": "both",
}  # fmt: skip
_RAISED: Mapping[str, Raised] = {"superscript": "sup", "subscript": "sub"}
_DRAWN = {"nil", "none", ""}
Value = str | bool | int | float
Looks = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Look:
    """How a run is set; `size` in points, `font` as named, "" for a font of the theme."""

    bold: bool
    italic: bool
    underlined: bool
    caps: bool
    hidden: bool
    struck: bool
    raised: Raised
    size: float
    font: str


@dataclass(frozen=True, slots=True)
class Style:
    """A style by itself: what its runs and paragraphs are, and on which it is based. `ruled`: its tables have lines."""

    id: str
    based: str
    looks: Looks
    paragraph: Looks
    ruled: bool | None


class Styles:
    """All styles of a document, and what they come to together."""

    def __init__(self, root: Element | None) -> None:
        elements = root.findall("w:style") if root is not None else []
        self._styles = {style.id: style for style in map(_style, elements)}
        marked = [
            e for e in elements if e.get("w:type") == "paragraph" and e.get("w:default", "0") not in _OFF
        ]  # fmt: skip
        self.default = marked[0].get("w:styleId", "") if marked else ""
        defaults = root.find("w:docDefaults") if root is not None else None
        self._defaults = looks_of(down(defaults, "w:rPrDefault", "w:rPr"))
        self._paragraph = paragraph_of(down(defaults, "w:pPrDefault", "w:pPr"))
        self._chains: dict[str, tuple[Looks, Looks]] = {}
        self._seen: dict[tuple[str, str], Looks] = {}

    def look(self, paragraph: str, run: Element | None) -> Look:
        """Of a run with the properties `run` (w:rPr) in a paragraph of that style."""
        direct = looks_of(run)
        base = self._base(paragraph or self.default, str(direct.get("style", "")))
        return _look({**base, **direct})

    def paragraph(self, style: str, own: Element | None) -> Looks:
        """Of a paragraph with the properties `own` (w:pPr) over those of its style."""
        return {**self._paragraph, **self._chain(style or self.default)[1], **paragraph_of(own)}

    def ruled(self, table: str) -> bool:
        """Whether a table style draws lines."""
        for style in self._line(table):
            if style.ruled is not None:
                return style.ruled
        return False

    def _base(self, paragraph: str, run: str) -> Looks:
        key = (paragraph, run)
        if key not in self._seen:
            below, above = self._chain(paragraph)[0], self._chain(run)[0]
            # A toggle that both styles set turns itself off again (ECMA-376, 17.7.3).
            both = {name: False for name in _TOGGLES.values() if below.get(name) is True and above.get(name) is True}
            self._seen[key] = {**self._defaults, **below, **above, **both}
        return self._seen[key]

    def _chain(self, id_: str) -> tuple[Looks, Looks]:
        """What a style and those below it say of runs, and of paragraphs."""
        if id_ not in self._chains:
            line = self._line(id_)[::-1]
            looks = {key: value for style in line for key, value in style.looks.items()}
            paragraph = {key: value for style in line for key, value in style.paragraph.items()}
            self._chains[id_] = looks, paragraph
        return self._chains[id_]

    def _line(self, id_: str) -> list[Style]:
        """A style, the one that it is based on, and so on."""
        line: list[Style] = []
        while (style := self._styles.get(id_)) and style not in line and len(line) < _LONGEST_CHAIN:
            line.append(style)
            id_ = style.based
        return line


def _look(looks: Looks) -> Look:
    raised = _RAISED.get(str(looks.get("raised", "")), "")
    return Look(
        bold=bool(looks.get("bold")),
        italic=bool(looks.get("italic")),
        underlined=bool(looks.get("underlined")),
        caps=bool(looks.get("caps")),
        hidden=bool(looks.get("hidden")),
        struck=bool(looks.get("struck")),
        raised=raised,
        size=float(looks.get("size", 10)),  # what Word takes where nothing is said
        font=str(looks.get("font", "")),
    )


def looks_of(properties: Element | None) -> dict[str, Value]:
    """What a w:rPr says itself; «style» is its character style."""
    looks: dict[str, Value] = {}
    for element in properties if properties is not None else ():
        tag = element.tag
        value = element.get("w:val", "")
        if tag in _TOGGLES:
            looks[_TOGGLES[tag]] = value not in _OFF
        elif tag == "w:rFonts":
            _font(element, looks)
        elif tag == "w:sz":
            if value.isdecimal() and len(value) < 5:
                looks["size"] = int(value) / 2
        elif tag == "w:u":
            looks["underlined"] = value not in _OFF
        elif tag == "w:vertAlign":
            looks["raised"] = value
        elif tag == "w:rStyle":
            looks["style"] = value
    return looks


def _font(element: Element, looks: dict[str, Value]) -> None:
    """The font of letters with marks (hAnsi), else that of plain ones; one of the theme is no legacy font."""
    for name in ("hAnsi", "ascii"):
        if element.get(f"w:{name}Theme"):
            looks["font"] = ""
            return
        if font := element.get(f"w:{name}"):
            looks["font"] = font
            return


def paragraph_of(properties: Element | None) -> dict[str, Value]:
    """What a w:pPr says itself: align, list (numId), depth, heading, page."""
    said: dict[str, Value] = {}
    for element in properties if properties is not None else ():
        value = element.get("w:val", "")
        match element.tag:
            case "w:jc":
                said["align"] = _ALIGN.get(value, "left")
            case "w:outlineLvl":
                said["heading"] = int(value) + 1 if value.isdecimal() and int(value[:3]) < 9 else 0
            case "w:pageBreakBefore":
                said["page"] = value not in _OFF
            case "w:numPr":
                for part, name in (("w:numId", "list"), ("w:ilvl", "depth")):
                    if (child := element.find(part)) is not None:
                        said[name] = child.get("w:val", "")
    return said


def lines_drawn(borders: Element | None) -> Mapping[str, bool]:
    """Side → whether w:tblBorders or w:tcBorders draw it."""
    return {side.tag: side.get("w:val", "") not in _DRAWN for side in (borders if borders is not None else ())}


def _style(element: Element) -> Style:
    based = element.find("w:basedOn")
    borders = lines_drawn(down(element, "w:tblPr", "w:tblBorders"))
    return Style(
        id=element.get("w:styleId", ""),
        based=based.get("w:val", "") if based is not None else "",
        looks=looks_of(element.find("w:rPr")),
        paragraph=paragraph_of(element.find("w:pPr")),
        ruled=any(borders.values()) if borders else None,
    )


def down(element: Element | None, *names: str) -> Element | None:
    """The child of that name, its child of the next name, and so on."""
    for name in names:
        element = element.find(name) if element is not None else None
    return element
