"""QR codes as SVG paths. The only door to segno."""

from __future__ import annotations

import re
from functools import lru_cache

import segno

from bulletin.model.views.print_code import QrCode

# White modules on each side, without which readers do not find the code.
QUIET = 4
_DARK = re.compile(rb"\x01+")


@lru_cache(maxsize=4096)  # notices of one number share it, and `serve` asks again at every save
def qr_code(text: str) -> QrCode:
    """`text` as a QR code of level Q, a quarter of which may be lost: paper hangs in rain and sun.

    The mask is fixed: any can be read, and to judge all eight would take four times as long.
    """
    code = segno.make_qr(text, error="q", mask=3, boost_error=False)
    path, x, y = [f"M{QUIET} {QUIET}.5"], 0, 0
    for row, modules in enumerate(code.matrix):
        for run in _DARK.finditer(modules):
            start, end = run.span()
            path.append(f"m{start - x} {row - y}h{end - start}")
            x, y = end, row
    return QrCode(side=len(code.matrix) + 2 * QUIET, path="".join(path))
