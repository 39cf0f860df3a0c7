"""How words of a page are set: by tags, by `style`, and by the classes that Word writes into the page itself."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from bulletin.importers.word.styles import Look
from bulletin.model.paper import Align, Raised

_SELECTOR = re.compile(r"(?:([a-z][a-z0-9]*)?\.([\w-]+)|([a-z][a-z0-9]*))")
_POINTS = re.compile(r"([0-9]{1,3}(?:\.[0-9]+)?)(pt|px)")
_BOLD, _ITALIC = {"b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6"}, {"i", "em", "cite"}
_ALIGN: Mapping[str, Align] = {"center": "center", "right": "right", "justify": "both", "left": "left"}
_RAISED: Mapping[str, Raised] = {"super": "sup", "sub": "sub"}
_HTML_SIZES = {"1": 7.5, "2": 10.0, "3": 12.0, "4": 13.5, "5": 18.0, "6": 24.0, "7": 36.0}
_MOST_RULES, _MOST_SELECTORS = 5_000, 50
Declared = Mapping[str, str]


PLAIN = Look(False, False, False, False, False, False, "", 0, "")


@dataclass(frozen=True, slots=True)
class Set:
    """How an element is set: the look of its words, where its lines stand."""

    look: Look = PLAIN
    align: Align = "left"


def rules_of(css: str) -> dict[str, dict[str, str]]:
    """«p.MsoNormal, li.MsoNormal {…}» → {"p.msonormal": {…}, …}. Tags and classes only, no other selectors."""
    rules: dict[str, dict[str, str]] = {}
    for part in css.split("}")[:_MOST_RULES]:
        selectors, _, style = part.rpartition("{")
        said = declared(style)
        for selector in selectors.rpartition("{")[2].split(",")[:_MOST_SELECTORS]:
            if _SELECTOR.fullmatch(name := selector.strip().lower()):
                rules.setdefault(name, {}).update(said)
    return rules


def styles_in(page: str) -> str:
    """What stands in the `<style>` elements of a page."""
    styles: list[str] = []
    low, end = page.lower(), 0
    while (start := low.find("<style", end)) >= 0:
        start = low.find(">", start) + 1
        end = low.find("</style", start)
        if not start or end < 0:
            break
        styles.append(page[start:end])
    return "\n".join(styles)


def declared(style: str) -> dict[str, str]:
    """«font-size:14.0pt; color:red» → {"font-size": "14.0pt", "color": "red"}."""
    pairs = (part.partition(":") for part in style.split(";"))
    return {name.strip().lower(): value.strip() for name, _, value in pairs if value.strip()}


def set_by(
    outer: Set, tag: str, attributes: Mapping[str, str], rules: Mapping[str, Declared]
) -> tuple[Set, Mapping[str, str]]:
    """How an element in `outer` is set, and what its classes and its `style` say together."""
    style: dict[str, str] = dict(rules.get(tag, {}))
    for name in attributes.get("class", "").lower().split()[:8]:
        style |= {**rules.get(f".{name}", {}), **rules.get(f"{tag}.{name}", {})}
    style |= declared(attributes.get("style", ""))
    look = _styled(_tagged(outer.look, tag, attributes), style)
    where = style.get("text-align", attributes.get("align", "" if tag != "center" else "center")).lower()
    align = _ALIGN.get(where, outer.align) if tag not in ("table", "img") else outer.align
    return Set(look, align), style


def _tagged(look: Look, tag: str, attributes: Mapping[str, str]) -> Look:
    match tag:
        case "u":
            return replace(look, underlined=True)
        case "sup" | "sub":
            return replace(look, raised="sup" if tag == "sup" else "sub")
        case "s" | "strike":
            return replace(look, struck=True)
        case "font":
            size = _HTML_SIZES.get(attributes.get("size", ""), look.size)
            return replace(look, size=size, font=attributes.get("face", look.font))
        case _ if tag in _BOLD:
            return replace(look, bold=True)
        case _ if tag in _ITALIC:
            return replace(look, italic=True)
    return look


def _styled(look: Look, style: Declared) -> Look:
    """A look with what CSS says of it."""
    weight, slant = style.get("font-weight", ""), style.get("font-style", "")
    size = _POINTS.search(style.get("font-size", ""))
    line = style.get("text-decoration", "")
    hidden = style.get("display", "").startswith("none") or style.get("mso-hide", "") == "all"
    if style.get("visibility", "") == "hidden":
        hidden = True
    return Look(
        bold=look.bold if not weight else weight.startswith(("bold", "6", "7", "8", "9")),
        italic=look.italic if not slant else slant.startswith(("italic", "oblique")),
        underlined=look.underlined or "underline" in line,
        caps=look.caps if "text-transform" not in style else style["text-transform"] == "uppercase",
        hidden=look.hidden or hidden,
        struck=look.struck or "line-through" in line,
        raised=_RAISED.get(style.get("vertical-align", ""), look.raised),
        size=look.size if size is None else float(size[1]) * (0.75 if size[2] == "px" else 1),
        font=style["font-family"].split(",")[0].strip(" \"'") if "font-family" in style else look.font,
    )
