"""What a printed notice says of where the whole of it is: its short address, as letters and as a QR code."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class QrCode:
    """`side` in modules, the white ones around it counted; `path` draws the dark ones on a plane of one unit a module,
    as strokes one unit wide along the middles of the rows."""

    side: int
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """The short address of a notice: `printed` as people type it, `url` in full, as `qr` holds it, whose `width` on
    paper is told with its unit. `is_close`: the notice is a little longer than a sheet, and set closer takes one."""

    url: str
    printed: str
    qr: QrCode
    width: str
    is_close: bool
