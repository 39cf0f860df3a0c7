"""Signs of fonts that draw pictures in the place of letters (Wingdings, Symbol) as signs of Unicode.

A file holds the place of the sign in its font, as U+F0xx or as the letter of that place. After the fonts' tables at
unicode.org (Symbol) and Unicode's own mapping of Wingdings (L2/12-368); only signs that papers have.
"""

from __future__ import annotations

from collections.abc import Mapping

_UNKNOWN = "\ufffd"
_WINGDINGS = {
    0x21: "✏", 0x22: "✂", 0x28: "☎", 0x29: "✆", 0x2A: "✉", 0x3F: "✍", 0x46: "☞", 0x4A: "☺", 0x6C: "●", 0x6D: "○",
    0x6E: "■", 0x6F: "□", 0x70: "□", 0x71: "❑", 0x72: "❒", 0x73: "◆", 0x74: "◆", 0x75: "◆", 0x76: "❖", 0x77: "◆",
    0x9E: "·", 0x9F: "•", 0xA1: "○", 0xA6: "○", 0xA7: "▪", 0xA8: "□", 0xAB: "★", 0xB2: "✧", 0xB6: "☆",
    0xD8: "➢", 0xDC: "➲", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xF0: "⇨", 0xF3: "⇔",
    0xFB: "✘", 0xFC: "✔", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_WINGDINGS_2 = {
    0x2A: "☐", 0x30: "☐", 0x50: "✓", 0x52: "☑", 0x51: "☒", 0x53: "☒", 0x54: "☒", 0x97: "●", 0x98: "•", 0xA2: "■",
    0xA3: "□", 0xAE: "◆",
}  # fmt: skip
_WINGDINGS_3 = {0x22: "↔", 0x7D: "►", 0x84: "►", 0x86: "►", 0xC6: "►"}
_WEBDINGS = {0x34: "►", 0x61: "✔", 0x63: "□", 0x67: "■", 0x6E: "●", 0x3D: "●"}
_SYMBOL = {
    0x2D: "−", 0x3E: ">", 0x3C: "<", 0x3D: "=", 0x2B: "+", 0xA2: "′", 0xA3: "≤", 0xA5: "∞", 0xA8: "♦", 0xAB: "↔",
    0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB7: "•",
    0xB8: "÷", 0xB9: "≠", 0xBA: "≡", 0xBB: "≈", 0xBC: "…", 0xD0: "∠", 0xD1: "∇", 0xD2: "®", 0xD3: "©", 0xD4: "™",
    0xD6: "√", 0xD7: "·", 0xDE: "⇒", 0xDC: "⇐", 0xDB: "⇔", 0xE5: "∑",
    **{ord(latin): greek for latin, greek in zip(
        "abcdefghiklmnopqrstuwxyzDFGLPQSW", "αβχδεφγηικλμνοπθρστυωξψζΔΦΓΛΠΘΣΩ", strict=True)},
}  # fmt: skip
_FONTS: Mapping[str, Mapping[int, str]] = {
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
    "wingdings 3": _WINGDINGS_3,
    "webdings": _WEBDINGS,
    "symbol": _SYMBOL,
}


def symbol(font: str, code: int) -> str:
    """The sign at a place of a font; U+FFFD where nobody knows it."""
    code = code - 0xF000 if 0xF000 <= code <= 0xF0FF else code
    table = _FONTS.get(font.lower())
    if table is None:
        return chr(code) if 0x20 <= code < 0xD800 else _UNKNOWN
    return table.get(code, _UNKNOWN)


def with_symbols(font: str, text: str) -> str:
    """Text in which a font draws signs. Symbol does so at U+F0xx only: beside these, programs show letters."""
    if not text.isascii() and any("\uf000" <= c <= "\uf0ff" for c in text):
        return "".join(symbol(font, ord(c)) if "\uf000" <= c <= "\uf0ff" else c for c in text)
    if font.lower() in _FONTS and font.lower() != "symbol" and text.strip():
        return "".join(symbol(font, ord(c)) if c > " " and c <= "\xff" else c for c in text)
    return text


def bullet(font: str, text: str) -> str:
    """The sign before an item: «o» of Courier New is a ring and no letter; one that nobody knows is a point."""
    shown = "".join(symbol(font, ord(c)) if font.lower() in _FONTS or c >= "\uf000" else c for c in text.strip())
    shown = shown.replace(_UNKNOWN, "•").replace("\uf0b7", "•")
    return "○" if shown == "o" else shown


def unknown_signs(text: str) -> int:
    """How many signs of a text nobody knows."""
    return text.count(_UNKNOWN)
