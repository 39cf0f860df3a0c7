"""Contact: where residents may ask; Office: where the body stands whose site it is, and who answers for it."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """The body whose site this is (`name`, or "" for the ward's issuer): its address, hours, phone, mail, and who is
    `responsible` for what is published, each possibly "". `called` as in Contact."""

    name: str = ""
    address: str = ""
    hours: str = ""
    phone: str = ""
    called: tuple[tuple[str, str], ...] = ()
    mail: str = ""
    responsible: str = ""
