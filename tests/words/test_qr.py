"""QR codes: what is drawn is read again, letter for letter, by a reader that is not of those who drew it."""

from __future__ import annotations

import re

import zxingcpp
from hypothesis import given
from hypothesis import strategies as st

from bulletin.model.views.print_code import QrCode
from bulletin.words.qr import QUIET, qr_code

QR = zxingcpp.BarcodeFormat.QRCode
ADDRESS = "https://phuc-dong.example/t/75-2022/"


def modules(code: QrCode) -> list[bytearray]:
    """The rows of the picture, a byte a module, 255 for white: as a browser would stroke the path."""
    rows = [bytearray(b"\xff" * code.side) for _ in range(code.side)]
    first = re.match(r"M(\d+) (\d+)\.5", code.path)
    assert first
    x, y = int(first[1]), int(first[2])
    for right, down, dark in re.findall(r"m(-?\d+) (\d+)h(\d+)", code.path):
        x, y = x + int(right), y + int(down)
        rows[y][x : x + int(dark)] = bytes(int(dark))
        x += int(dark)
    return rows


def read(rows: list[bytearray], scale: int = 3) -> list[str]:
    """What a reader finds in the picture, `scale` dots a module."""
    dots = b"".join(bytes(byte for byte in row for _ in range(scale)) * scale for row in rows)
    size = len(rows) * scale
    return [found.text for found in zxingcpp.read_barcodes(memoryview(dots).cast("B", shape=[size, size]), QR)]


@given(st.from_regex(r"https://[a-z0-9.-]{4,60}(/[a-z0-9~_-]{1,20}){0,3}/t/[a-z0-9-]{6,12}/", fullmatch=True))
def test_every_address_is_read_again(address: str) -> None:
    assert read(modules(qr_code(address))) == [address]


def test_a_border_of_four_modules_is_white_and_the_next_is_not() -> None:
    rows = modules(qr_code(ADDRESS))
    across = [min(row) for row in rows]
    along = [min(column) for column in zip(*rows, strict=True)]
    for dark in (across, along):
        assert [i for i, darkest in enumerate(dark) if darkest == 0] == list(range(QUIET, len(rows) - QUIET))
    assert QUIET == 4


def test_a_code_with_a_hole_is_read() -> None:
    """Rain, a pin, a fold: a ninth of the area goes, on the side where no finder stands."""
    rows = modules(qr_code(ADDRESS))
    end = len(rows) - QUIET
    for row in rows[end - 11 : end]:
        row[end - 11 : end] = b"\xff" * 11
    assert read(rows) == [ADDRESS]


def test_the_same_text_is_the_same_code() -> None:
    assert qr_code(ADDRESS) == qr_code(ADDRESS)
    assert qr_code(ADDRESS) != qr_code(ADDRESS.replace("75", "76"))
