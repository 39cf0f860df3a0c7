"""Contact: where residents may ask."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Whom to call: `label` «Trực ban Công an phường», and phone, mail, Zalo, address, hours, each possibly "".

    `called` is `phone` in pieces, each with what to dial or "".
    """

    label: str
    phone: str = ""
    called: tuple[tuple[str, str], ...] = ()
    mail: str = ""
    zalo: str = ""
    address: str = ""
    hours: str = ""
