"""Prose: a body that has been understood."""

from __future__ import annotations

from dataclasses import dataclass, field

from bulletin.model.abbreviation import Abbreviation
from bulletin.model.deadline import Change, DaySlip, Deadline
from bulletin.model.dispatch import Mention
from bulletin.model.occasion import OccasionSaid
from bulletin.model.place import Place
from bulletin.model.text import Block, Words

_EMPTY = Words(text="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """`level` 2–6, `anchor` the id, `text` its words."""

    level: int
    anchor: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link or image: `target` as typed («/files/Mẫu đơn.pdf»), `href` as the page has it, and where it stands.

    `file` is the address of an attachment that it leads to («/files/mau-don.pdf»), without the base path, or "".
    """

    target: str
    href: str
    place: Place = field(compare=False)
    file: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Above:
    """The texts that stand above a body on its page, each under the name of its key: the title, and of a notice the
    lines of its card (Summary). What is not there is empty."""

    title: Words = _EMPTY
    what: Words = _EMPTY
    who: Words = _EMPTY
    when: Words = _EMPTY
    call: Words = _EMPTY


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Whom a notice is for («trẻ từ 2 đến 24 tháng tuổi»), what they need to bring or to pay, and what it asks of them,
    each in its words, or ""."""

    whom: str = ""
    bring: str = ""
    pay: str = ""
    request: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Calls:
    """Whom a text says to call: its own sentences, or items of a list, with their numbers as links; at most three, none
    of a longer list. `is_named`: somewhere it names somebody who is to be called, perhaps in a table."""

    lines: tuple[Words, ...] = ()
    is_named: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """A body as `text`, and what was found in it. `above` is what stands above it on its page.

    `deadlines` are the sure readings of times to act, `doubtful` those that only an editor may make public. They,
    the `lead` and what is `asked` are read from the words as the notice's errata correct them; `text` is as signed.
    """

    text: tuple[Words | Block, ...] = ()
    headings: tuple[Heading, ...] = ()
    links: tuple[Link, ...] = ()
    lead: str = ""
    mentions: tuple[Mention, ...] = ()
    occasions: tuple[OccasionSaid, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    doubtful: tuple[Deadline, ...] = ()
    changes: tuple[Change, ...] = ()
    slips: tuple[DaySlip, ...] = ()
    abbreviations: tuple[Abbreviation, ...] = ()
    above: Above = Above()
    asked: Asked = Asked()
    calls: Calls = Calls()
