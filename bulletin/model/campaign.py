"""Campaigns: what a ward tells its people around some days (đợt tuyên truyền), where, how, and by whose notice."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from bulletin.model.deadline import Event
from bulletin.model.form import Form
from bulletin.model.number import Number
from bulletin.model.place import Place
from bulletin.model.publish import Publish


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """The document that something rests on."""

    number: Number
    dated: date | None
    place: Place = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """An anniversary (its id) that a campaign is for, on the day on which it comes."""

    anniversary: str
    on: date
    place: Place = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """The days of one form, the last included. Official only with a `basis`; without one it is a wish."""

    form: Form
    starts_on: date
    ends_on: date
    basis: Basis | None
    note: str
    place: Place = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Slogan:
    """A text to be shown word for word, and the document that approved it, if any."""

    text: str
    basis: Basis | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """A form in use: `detail` tells hours, places, numbers."""

    form: Form
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Campaign:
    """One file of `content/calendar/`. `id` is its name, «2022-05-ngay-le-lon»; a campaign without a day has topics.

    `takedown_by`: when banners and flags are down again; None: nothing is hung. `takedown_guessed`: nobody wrote
    that day, it was counted from the last of `windows`.
    """

    id: str
    place: Place = field(compare=False)
    title: str
    summary: str
    publish: Publish
    cancelled: bool
    occasions: tuple[Marked, ...]
    topics: tuple[str, ...]
    windows: tuple[Window, ...]
    takedown_by: date | None
    takedown_guessed: bool = False
    slogans: tuple[Slogan, ...]
    channels: tuple[Channel, ...]
    lead: str
    units: tuple[str, ...]
    basis: tuple[Basis, ...]
    events: tuple[Event, ...]

    @property
    def bases(self) -> tuple[Basis, ...]:
        """All documents that it or a part of it rests on."""
        of_parts = (*(window.basis for window in self.windows), *(slogan.basis for slogan in self.slogans))
        return (*self.basis, *(basis for basis in of_parts if basis))

    @property
    def days(self) -> tuple[date, ...]:
        """The days of its occasions, the first and last ones of its windows."""
        of_windows = (day for window in self.windows for day in (window.starts_on, window.ends_on))
        return (*(marked.on for marked in self.occasions), *of_windows)
