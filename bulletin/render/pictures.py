"""PictureView → PNG, 1200 × 630: what Zalo shows of a link. Pillow draws here and nowhere else.

Most see it as wide as a thumb is long, so letters are large and few. Four colours make it small and quick to write, and
edges look soft all the same, for nobody sees it but scaled down. A letter is drawn once and kept.
"""

from __future__ import annotations

import unicodedata
import zlib
from functools import lru_cache
from pathlib import Path
from struct import pack

from PIL import Image, ImageChops, ImageDraw, ImageFont

from bulletin.model.views.share import PictureView
from bulletin.words.text.shorten import cut

WIDTH, HEIGHT = 1200, 630
MARGIN, BAND = 44, 84
_ROOM = WIDTH - 2 * MARGIN
# Of capital letters: 36, 60 and 83 pixels high; and from one line of them to the next.
SMALL, LARGE, HUGE = 50, 84, 116
_CAPITAL = {SMALL: 36, LARGE: 60, HUGE: 83}
_PITCH = {LARGE: 98, HUGE: 136}
# Baselines of the label and of the last line; between them three more of LARGE letters, and a little more room
# around the title.
_FIRST, _LAST, _ROWS = 184, 594, 5
_DUE = 3  # lines of when and where
_GAP = (_LAST - _FIRST - _PITCH[LARGE] * (_ROWS - 1)) // 2
_FONT = Path(__file__).parent / "fonts" / "NotoSans-vi.ttf"
# Without these another thing would be said, and Noto Sans has none of them.
_WRITTEN = str.maketrans({"≥": ">=", "≤": "<=", "≈": "~", "→": "->", "⇒": "=>", "←": "<-", "●": "•", "▪": "•"})
_MOST = 400  # characters of a text that are looked at: more than a picture can hold
_PAPER, _EDGE, _RED, _INK = range(4)
_PALETTE = bytes.fromhex("fbf8f1 b48783 8e1317 1c1a19")
# How far a letter covers a pixel, of 255: a third of any colour on paper, and of paper on red, comes to _EDGE.
_COVER = [0] * 64 + [85] * 128 + [255] * 64


def picture(view: PictureView) -> bytes:
    """A pure function of `view`."""
    mark = _fit(_words(view.mark), SMALL, _ROOM // 2)
    left = WIDTH - MARGIN - _width(mark, SMALL)
    image = _sheet(view.site, left - 48 - MARGIN if mark else _ROOM).copy()
    if mark:
        image.paste(_PAPER, (left - 16, 12, WIDTH - MARGIN + 16, BAND - 12))
        _draw(image, mark, SMALL, left, 60, _RED)

    label, due = _lines(_words(view.label), LARGE, 1), _words(view.note)
    note = _note(due)
    foot = [] if note else _lines(_words(view.foot), LARGE, 2)
    below = [*((line, _RED) for line in note), *((line, _INK) for line in foot)]
    rows = _ROWS - len(label) - len(below)
    size, text = HUGE, _words(view.title)
    title = _lines(text, HUGE, (rows * _PITCH[LARGE] - _CAPITAL[HUGE]) // _PITCH[HUGE] + 1)
    if rows == 1 or " ".join(title) != text:
        size, title = LARGE, _lines(text, LARGE, rows)
    # As many lines, but of like length: no single word on the last.
    for room in range(_ROOM, _ROOM // 2, -50):
        if " ".join(narrower := _lines(text, size, len(title), room)) != text:
            break
        title = narrower
    for line in label:
        _draw(image, line, LARGE, MARGIN, _FIRST, _RED)
    top = _FIRST + _GAP - _CAPITAL[LARGE] + (_PITCH[LARGE] if label else 0)
    for i, line in enumerate(title):
        _draw(image, line, size, MARGIN, top + _CAPITAL[size] + _PITCH[size] * i, _INK)
    for i, (line, colour) in enumerate(reversed(below)):
        _draw(image, line, LARGE, MARGIN, _LAST - _PITCH[LARGE] * i, colour)

    return _png(Image.frombytes("L", (WIDTH // 4, HEIGHT), image.tobytes("raw", "P;2")))


def _note(due: str) -> list[str]:
    """When and where in lines, each of both on its own where there is room; half a deadline is another one."""
    when, _, where = due.partition(" – ")
    apart = [*_lines(when, LARGE, _DUE), *_lines(where, LARGE, _DUE)]
    if len(apart) <= _DUE and " ".join(apart) == f"{when} {where}".strip():
        return apart
    together = _lines(due, LARGE, _DUE)
    return together if " ".join(together) == due else []


def _png(rows: Image.Image) -> bytes:
    """A PNG of four colours (a palette, two bits a pixel) from `rows`, which have four pixels a byte, in half the time
    of Pillow's own. Each row has the filter «Up» (its first byte, 2): it is how the row differs from the one above, and
    of letters that is little."""
    above, filtered = Image.new("L", rows.size), Image.new("L", (rows.width + 1, HEIGHT), 2)
    above.paste(rows, (0, 1))
    filtered.paste(ImageChops.subtract_modulo(rows, above), (1, 0))
    packer = zlib.compressobj(1, strategy=zlib.Z_RLE)
    chunks = (
        (b"IHDR", pack(">IIBBBBB", WIDTH, HEIGHT, 2, 3, 0, 0, 0)),
        (b"PLTE", _PALETTE),
        (b"IDAT", packer.compress(filtered.tobytes()) + packer.flush()),
        (b"IEND", b""),
    )
    written = (pack(">I", len(data)) + kind + data + pack(">I", zlib.crc32(kind + data)) for kind, data in chunks)
    return b"\x89PNG\r\n\x1a\n" + b"".join(written)


@lru_cache(maxsize=16)
def _sheet(site: str, room: int) -> Image.Image:
    """What the pictures of a site begin with."""
    image = Image.new("P", (WIDTH, HEIGHT), _PAPER)
    image.paste(_RED, (0, 0, WIDTH, BAND))
    _draw(image, _fit(_words(site), SMALL, room), SMALL, MARGIN, 60, _PAPER)
    return image


@lru_cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(_FONT, size, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=2048)
def _letter(letter: str, size: int) -> tuple[Image.Image, int, int, int]:
    """Its shape, where that begins beside and above the baseline, and the width to the next letter."""
    left, top, right, bottom = (int(side) for side in _font(size).getbbox(letter, anchor="ls"))
    shape = Image.new("L", (max(right - left, 1), max(bottom - top, 1)))
    ImageDraw.Draw(shape).text((-left, -top), letter, fill=255, font=_font(size), anchor="ls")
    return shape.point(_COVER), left, top, round(_font(size).getlength(letter))


@lru_cache(maxsize=2048)
def _is_drawn(letter: str) -> bool:
    """Whether the font has it: what it has not is drawn as the same box as a character that no font has."""
    return letter == " " or _letter(letter, SMALL)[0].tobytes() != _letter("\uffff", SMALL)[0].tobytes()


def _words(text: str) -> str:
    """What can be drawn of `text`, with single blanks."""
    text = unicodedata.normalize("NFC", text[:_MOST]).translate(_WRITTEN)
    known = (c if c.isspace() or _is_drawn(c) else "" for c in text)
    return " ".join("".join(known).split())


def _width(text: str, size: int) -> int:
    return sum(_letter(c, size)[3] for c in text)


def _reach(text: str, size: int, room: int) -> int:
    """How many of its characters have room in so many pixels."""
    width = 0
    for i, c in enumerate(text):
        width += _letter(c, size)[3]
        if width > room:
            return i
    return len(text)


def _fit(text: str, size: int, room: int) -> str:
    """`text`, or the whole words of it that have room with «…» after them; of a longer word its beginning."""
    if _reach(text, size, room) == len(text):
        return text
    head = text[: _reach(text, size, room - _width("…", size)) + 1]
    return cut(head)


def _lines(text: str, size: int, most: int, room: int = _ROOM) -> list[str]:
    """`text` in at most so many lines, the last with «…» when there is more."""
    lines = list[str]()
    while text and len(lines) < most - 1:
        end = _reach(text, size, room)
        if end < len(text):
            end = max(text.rfind(" ", 0, end + 1), 0) or end
        lines.append(text[:end])
        text = text[end:].lstrip()
    return [*lines, _fit(text, size, room)] if text else lines


def _draw(image: Image.Image, text: str, size: int, x: int, y: int, colour: int) -> None:
    for c in text:
        shape, left, top, width = _letter(c, size)
        if c != " ":
            image.paste(colour, (x + left, y + top), shape)
        x += width
