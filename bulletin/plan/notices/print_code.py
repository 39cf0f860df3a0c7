"""The code and the short address on a printed notice."""

from __future__ import annotations

from bulletin.model.views.print_code import Paper
from bulletin.plan.desk.site_frame import Site
from bulletin.words.qr import QUIET, qr_code

# A code on a board is read from an arm's length: 25 mm without its white border (22 and more when a printer shrinks the
# sheet), and more when its modules would be smaller than 0.6 mm.
_CODE_MM, _MODULE_MM = 25, 0.6
# Characters of text that fill a sheet below its head and card, and that fill it set closer.
_SHEET = range(1100, 1700)


def paper(site: Site, short_address: str, length: int) -> Paper:
    """What a print of the notice at `short_address`, «/t/75-2022/», carries; its text has `length` characters."""
    url = site.absolute(short_address)
    qr = qr_code(url)
    module = max(_CODE_MM / (qr.side - 2 * QUIET), _MODULE_MM)
    printed = url.partition("://")[2].rstrip("/")
    return Paper(url=url, printed=printed, qr=qr, width=f"{qr.side * module:.1f}mm", is_close=length in _SHEET)
