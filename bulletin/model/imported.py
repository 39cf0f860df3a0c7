"""What a paper says once it is taken apart: fields, body, and what an editor has to look at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """What must be looked at: of which key ("" for the whole paper), one sentence, and where on the paper."""

    field: str
    says: str
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """Another paper that this one says it belongs to; `number` "" and `day` None where the paper leaves them open."""

    relation: str
    number: str
    day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """What stands in the head and the foot of a paper, in its own words; "" and None where it says nothing.

    `symbol` is the number without its serial; `parent` the body above `issuer`. `attachments` are files that the text
    names, in its words: nobody has them yet.
    """

    number: str = ""
    symbol: str = ""
    issuer: str = ""
    parent: str = ""
    place: str = ""
    day: date | None = None
    type: str = ""
    title: str = ""
    urgency: str = ""
    authority: tuple[str, ...] = ()
    role: str = ""
    name: str = ""
    recipients: tuple[str, ...] = ()
    relations: tuple[Related, ...] = ()
    attachments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """A paper taken apart. `body` is Markdown, `lines` the words of its lines in order, tables left out.

    `printed_recipients` are the recipients as on paper: what they hold more than those of `fields` says who drafted it,
    and is for no draft and no report. `left_out` counts what the file holds and the draft does not: hidden and deleted
    words, drafters' initials …; `found_at` tells where the value of a key stands.
    """

    fields: Fields
    printed_recipients: tuple[str, ...]
    body: str
    lines: tuple[str, ...]
    tables: int
    left_out: tuple[tuple[str, int], ...]
    found_at: tuple[tuple[str, str], ...]
    doubts: tuple[Doubt, ...]
