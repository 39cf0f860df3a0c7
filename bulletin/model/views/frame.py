"""What surrounds every page, and the pieces that views share: links, cards of notices, rows of facts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from bulletin.model.contact import Contact, Office


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """A link with its words; `note` is small print beside it. `current` is what `aria-current` says: «page» of the very
    page, «true» of the part of the site that it is in."""

    href: str
    text: str
    note: str = ""
    current: Literal["", "page", "true"] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """Links under a heading of their own."""

    id: str
    heading: str
    links: tuple[Anchor, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedLink:
    """A feed with the title of what it tells, the name of its `format` for people and its media `type`."""

    href: str
    title: str
    format: str
    type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed:
    """That the ward is no more: its `name` as it begins a sentence, the first day without it (`since`, and as printed:
    `day`), and the places that it went to, links where the ward tells their sites. `heading` is what its notices are
    called from then on: «Lưu trữ thông báo của phường Phúc Đồng»; `sentence` says all of it in plain text."""

    name: str
    since: date
    day: str
    next: tuple[Anchor, ...]
    heading: str
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who speaks on the site: the `body` whose it is; whether it may be called `official`, which is said only where
    site.yml says it; what there is to say when the ward is no more; and where its `office` is, while it is."""

    body: str
    official: bool
    closed: Closed | None
    office: Office | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What every page of people has around it, in Vietnamese; `lang` is the language of the page itself.

    `body`, `official`, `closed` and `office` are as in Speaker.

    `share_title`, `share_description` and `picture` (in words `picture_alt`) are what a preview of its link shows.
    """

    site: str
    site_description: str
    home: str
    title: str
    description: str
    url: str
    kind: str
    menu: tuple[Anchor, ...]
    crumbs: tuple[Anchor, ...]
    feeds: tuple[FeedLink, ...]
    contacts: tuple[Contact, ...]
    stylesheet: str
    preview: bool
    search: str = ""
    english: str = ""
    footer: tuple[Anchor, ...] = ()
    related: tuple[Anchor, ...] = ()
    icon: str = ""
    offline: str = ""
    lang: str = "vi"
    share_title: str = ""
    share_description: str = ""
    picture: str = ""
    picture_alt: str = ""
    body: str = ""
    official: bool = False
    closed: Closed | None = None
    office: Office | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """An erratum of a notice: what is printed, and what should be; `note` is the editor's, or ""."""

    says: str
    should: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A notice in a list. `when` and `where` are its nearest time in words, `others` «và 2 lần khác», each perhaps "";
    `is_read`: a machine has read that, nobody confirms it. `status` says where the notice stands («Hôm nay», «Đã kết
    thúc ngày 25/11/2025»), with its `phase`, `mark` what else is special of it: «Hết hạn», «Bản nháp» … `expired`: its
    editor's last day, `until`, has passed."""

    href: str
    title: str
    label: str
    issuer: str
    date: str
    iso: str
    urgency: str
    until: str
    until_iso: str
    expired: bool
    mark: str
    when: str = ""
    where: str = ""
    others: str = ""
    is_read: bool = False
    status: str = ""
    phase: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line of the table of facts: a label and one or more values, each a link when it has an href."""

    label: str
    values: tuple[Anchor, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A line of a short list of facts, in plain text: «Ở đâu», «Nhà văn hóa»."""

    label: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """A piece of a text with the words in it that are `marked`; all are "" where there is nothing to show."""

    before: str = ""
    marked: str = ""
    after: str = ""

    @property
    def text(self) -> str:
        """The whole piece."""
        return f"{self.before}{self.marked}{self.after}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Download:
    """An attachment: `size` for people («12,3 KB»)."""

    href: str
    title: str
    size: str
    sha256: str
