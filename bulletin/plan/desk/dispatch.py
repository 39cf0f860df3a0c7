"""A cited document, who cites it, and all of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bulletin.model.archive import Entry
from bulletin.model.dispatch import Guess, KnownDispatch, Mention
from bulletin.model.issuer import Body
from bulletin.model.number import Number
from bulletin.words.papers.body_names import whole_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Citing:
    """One notice that cites: `mentions` are the places (none when only its front matter says so). `stated` tells that
    an editor says the relations, not only a text that a machine has read."""

    entry: Entry
    relations: tuple[str, ...]
    mentions: tuple[Mention, ...]
    stated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispatch:
    """A cited document. `cited` has the newest notice first; `published_as` is the notice of ours that it is. `key`
    tells it from all others, `address` is where it stands (plan/desk/dispatch_namesakes.py)."""

    key: str
    number: Number
    year: int
    type: str
    body: Body | None
    issuer: str
    dated: date | None
    guessed: frozenset[Guess]
    why: str
    subject: str
    known: KnownDispatch | None
    published_as: Entry | None
    cited: tuple[Citing, ...] = ()
    address: str = ""

    @property
    def list_only(self) -> bool:
        """An internal paper: number, type, date and issuer may be shown, and nothing else."""
        return self.known is not None and self.known.list_only

    @property
    def withdrawn(self) -> str:
        """The key of the notice of ours that it was, until that was called back; else ""."""
        return self.known.withdrawn if self.known else ""

    @property
    def sort(self) -> str:
        """«văn bản nội bộ»: what kind of thing a list calls it."""
        return "thông báo đã thu hồi" if self.withdrawn else "văn bản nội bộ" if self.list_only else "văn bản"

    @property
    def issued_by(self) -> str:
        """The issuer by its whole name when that is known, else as said; "" when nothing tells."""
        return whole_name(self.body.name if self.body else self.issuer)

    @property
    def about(self) -> str:
        """What it is about: as the ward knows it, else as cited."""
        return "" if self.list_only else (self.known.subject if self.known else "") or self.subject

    @property
    def printed(self) -> str:
        """The number as most notices print it, on one line."""
        return " ".join(self.number.printed.split())

    @property
    def label(self) -> str:
        """«Công văn số 595-CV/QU»."""
        return f"{self.type} số {self.printed}" if self.type else f"Văn bản số {self.printed}"


# What one notice cites, in the order of its text.
Cites = Sequence[tuple[Dispatch, Citing]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispatches:
    """All of them by key. `aliases` leads from addresses at which none stands to those it may mean; `of` tells what a
    notice cites, in the order of its text; `ours` as which dispatches a notice is cited. Both by the notice's key."""

    by_key: Mapping[str, Dispatch]
    aliases: Mapping[str, tuple[Dispatch, ...]]
    of: Mapping[str, Cites]
    ours: Mapping[str, tuple[Dispatch, ...]]

    def named(self, key: str, dated: date | None) -> Dispatch | None:
        """The document of a number and period of which nobody is said to be the issuer: by its day where it has one."""
        found = {**{d.address: (d,) for d in self.by_key.values()}, **self.aliases}.get(key, ())
        plain = self.by_key.get(key)
        rows = [d for d in found if dated and d.dated == dated] or ([plain] if plain else [])
        return rows[0] if len(rows) == 1 else None
