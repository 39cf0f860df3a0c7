"""What stands on a page, before it is read: signs, words of a scan, ruled lines. Points from the left upper corner."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Glyph:
    """A sign, or a word of a scan. `stamped`: no text of the page but of an annotation on it."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    bold: bool = False
    italic: bool = False
    font: str = ""
    stamped: bool = False

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Rule:
    """A line that is drawn across or down."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def across(self) -> bool:
        return self.right - self.left > self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Page:
    """`picture`: how much of it pictures cover, from 0 to 1."""

    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    rules: tuple[Rule, ...] = ()
    picture: float = 0.0
