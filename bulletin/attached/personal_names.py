"""Names that a file carries: which say something of a person, and how they are told."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

# What programs and shops write of themselves, and what computers are called: nobody's name.
_NOBODYS = re.compile(
    r"""
    \s* (?:
      admin(?:istrator)? | (?:windows[ ])?users? | home | office | unknown | author | none | null | n/a | [-?._ ]+
    | (?:my[ ]?)?(?:pc|computer|laptop) | desktop-[a-z0-9]+ | win(?:dows)?[ ]?[0-9.]*     # computers
    | hp | dell | asus | acer | lenovo | hewlett-packard.*                                # their makers
    | microsoft(?:[ ].*)? | python-docx | openpyxl | apache[ ]poi | libreoffice.*         # programs
    | google.* | canva.* | adobe.* | foxit.* | wps.* | camscanner.*
    ) \s*
    """,
    re.IGNORECASE | re.VERBOSE,
)


def told(what: str, name: str) -> Iterator[str]:
    """«tên tác giả», «Nguyễn A» → «tên tác giả «Nguyễn A»»; nothing for a name that is nobody's."""
    clean = " ".join(html.unescape(name).replace("\0", "").split())
    if clean and not _NOBODYS.fullmatch(clean):
        yield f"{what} «{clean[:60]}»"


def counted(count: int, what: str) -> Iterator[str]:
    """«3 lời bình»; nothing for none."""
    if count:
        yield f"{count} {what}"
