"""Notice and its parts, as they are once `check` has let them through."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from bulletin.model.deadline import Event
from bulletin.model.number import Number
from bulletin.model.place import Place
from bulletin.model.publish import Publish


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file handed out with a notice. `path` from `content/`, as the editor wrote it (NFC)."""

    path: str
    title: str
    place: Place = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """What this notice has to do with another document: «thay thế 12/KH-UBND ngày 01/3/2022»."""

    kind: str
    number: Number
    dated: date | None
    place: Place = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Signer:
    """Thể thức ký: authority «T/M BAN THƯỜNG VỤ», role «PHÓ BÍ THƯ», name; any may be "".

    The first two may be of several lines.
    """

    authority: str = ""
    role: str = ""
    name: str = ""

    @property
    def capacity(self) -> tuple[str, ...]:
        """In what capacity, line by line as on paper: «TM. ỦY BAN NHÂN DÂN», «KT. CHỦ TỊCH», «PHÓ CHỦ TỊCH»."""
        return tuple(line for text in (self.authority, self.role) for line in text.split("\n") if line)


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """The plain-language card: việc gì, ai, khi nào, gọi ai; any may be ""."""

    what: str = ""
    who: str = ""
    when: str = ""
    call: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Erratum:
    """What the editors accept as a slip of the signed text: it stays as printed (`says`), and this stands beside it."""

    says: str
    should: str
    note: str
    place: Place = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """That on a day something was changed which had been published, in words for residents."""

    on: date
    what: str
    place: Place = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """An old address that leads to where a page stands now: «/cu/bai.html»."""

    url: str
    place: Place = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One notice that `check` has accepted. `key` is its identity, «2022/75-tb-du»; dates are local dates.

    `events` is None where the editor states none, and what the machine reads holds; () says that there are none.
    `system` «party», «state» or «mass» is whose paper its number makes it, "" when that is not certain. `title` is as
    signed, `retitled` as the errata correct it, "" where they do not; `summary` and `events` are with the errata.
    `updated_on` is when an editor last corrected what was published already, and `corrected` what, the last first.
    """

    key: str
    place: Place = field(compare=False)
    title: str
    number: Number | None
    type: str
    issuer: str
    signed_at: str
    signed_on: date
    publish: Publish
    published_on: date
    expires_on: date | None
    urgency: str
    fields: tuple[str, ...]
    summary: Summary
    signer: Signer
    recipients: tuple[str, ...]
    attachments: tuple[Attachment, ...]
    relations: tuple[Relation, ...]
    aliases: tuple[Alias, ...]
    events: tuple[Event, ...] | None = None
    errata: tuple[Erratum, ...] = ()
    system: str = ""
    retitled: str = ""

    updated_on: date | None = None
    corrected: tuple[Corrected, ...] = ()

    @property
    def corrections(self) -> tuple[tuple[str, str], ...]:
        """What the errata say stands in the text, and what it should be."""
        return tuple((one.says, one.should) for one in self.errata)

    @property
    def headline(self) -> str:
        """The title wherever it stands without the paper itself: no list repeats a day that is known to be wrong."""
        return f"{self.retitled} (đã đính chính)" if self.retitled else self.title


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainPage:
    """A page that is not a notice (about, contact). `key` is its path, «gioi-thieu»."""

    key: str
    place: Place = field(compare=False)
    title: str
    summary: str
    publish: Publish
    aliases: tuple[Alias, ...]
