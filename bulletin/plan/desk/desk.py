"""What all planners share: the ward, the day, who is shown, and how a notice becomes a card."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from bulletin import addresses
from bulletin.model.abbreviation import Abbreviation
from bulletin.model.archive import Archive, Entry, PageEntry
from bulletin.model.html import Html
from bulletin.model.notice import Notice
from bulletin.model.source import Asset
from bulletin.model.synonym import Synonym
from bulletin.model.views.frame import Anchor, Card, Frame
from bulletin.model.ward import Ward
from bulletin.plan.desk.almanac import Almanac, almanac
from bulletin.plan.desk.changes import mark_of, of_source
from bulletin.plan.desk.ended_notices import BECAME, Ended, ended, stopped, without_hidden
from bulletin.plan.desk.marks import MARKS, OVER
from bulletin.plan.desk.over import all_off, caution, over
from bulletin.plan.desk.visibility import is_shown, state
from bulletin.plan.desk.who_cites_what import Dispatches, gather
from bulletin.words.dates.printed import short
from bulletin.words.papers.succession import ByNumber, numbered
from bulletin.words.text.shorten import shorten

# What previews of links show of a title and of a description, in signs.
TITLE, DESCRIPTION = 60, 110

_CITED = re.compile(r'href="(?P<href>[^"]*)"(?P<id> id="(?P<anchor>dan:[0-9]+)")')


def _order(entry: Entry) -> tuple[date, date, str]:
    """Oldest first; total, so no list depends on the order of files."""
    return entry.notice.published_on, entry.notice.signed_on, entry.notice.key


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Everything a planner may look at. `shown` and `current` are oldest first; `current` are those in force: neither
    expired nor ended by another. `over` are those of them that have the last day of what they tell, here by key,
    behind them: they stay in force, and stand behind the others, as do those `off`, all of which is called off, and
    those `stopped` by another."""

    ward: Ward
    today: date
    preview: bool
    static: Mapping[str, str]
    shown: tuple[Entry, ...]
    current: tuple[Entry, ...]
    pages: tuple[PageEntry, ...]
    assets: Mapping[str, Asset]
    by_number: ByNumber
    ended: Mapping[str, Ended]
    stopped: Mapping[str, Ended]
    over: Mapping[str, date]
    off: frozenset[str]
    dispatches: Dispatches
    almanac: Almanac
    abbreviations: tuple[Abbreviation, ...]
    synonyms: tuple[Synonym, ...]
    picture: str

    def frame(
        self,
        url: str,
        title: str,
        *,
        description: str = "",
        crumbs: Iterable[Anchor] = (),
        feeds: Iterable[Anchor] = (),
        kind: str = "website",
        lang: str = "vi",
    ) -> Frame:
        """The frame of the page at `url`."""
        ward = self.ward
        return Frame(
            site=ward.name,
            site_description=ward.description,
            home=ward.href(addresses.HOME),
            title=title,
            description=description or ward.description or ward.name,
            url=ward.absolute(url),
            kind=kind,
            menu=tuple(Anchor(href=ward.href(m.url), text=m.title, current=m.url == url) for m in ward.menu),
            footer=tuple(Anchor(href=ward.href(m.url), text=m.title, current=m.url == url) for m in ward.footer),
            related=tuple(Anchor(href=r.url, text=r.title) for r in ward.related),
            crumbs=tuple(crumbs),
            feeds=(
                *(Anchor(href=ward.href(f), text=ward.name) for f in addresses.feed_urls(addresses.HOME)),
                *feeds,
            ),
            contacts=ward.contacts,
            stylesheet=ward.href(self.static.get("style.css", "")),
            icon=ward.href(self.static.get("icon.svg", "")),
            offline=ward.href(self.static["offline.js"]) if "offline.js" in self.static and not self.preview else "",
            preview=self.preview,
            search=ward.href(addresses.SEARCH),
            english=ward.href(addresses.ENGLISH),
            lang=lang,
            share_title=shorten(title or ward.name, TITLE),
            share_description=shorten(description or ward.description or ward.name, DESCRIPTION),
            picture=ward.absolute(self.picture),
            picture_alt=ward.name,
        )

    def anchor(self, url: str, text: str, note: str = "") -> Anchor:
        """A link inside the site."""
        return Anchor(href=self.ward.href(url), text=text, note=note)

    def card(self, entry: Entry) -> Card:
        """A notice as lists show it."""
        notice = entry.notice
        by_another, last = self.ended.get(notice.key) or self.stopped.get(notice.key), self.over.get(notice.key)
        return Card(
            href=self.ward.href(addresses.notice_url(notice.key)),
            title=notice.headline,
            label=f"{notice.type} số {notice.number.printed}" if notice.number else notice.type,
            issuer=notice.issuer,
            date=short(notice.signed_on),
            iso=notice.signed_on.isoformat(),
            urgency="" if self.is_behind(entry) else notice.urgency,
            until=short(notice.expires_on) if notice.expires_on else "",
            until_iso=notice.expires_on.isoformat() if notice.expires_on else "",
            over=short(last) if last else "",
            over_iso=last.isoformat() if last else "",
            caution=caution(notice, of_source(self.almanac.changes, notice.key)) if last else "",
            mark=(BECAME[by_another.kind] if by_another else OVER if last else MARKS[state(notice, self.today)])
            or mark_of(self.almanac.changes, notice.key, self.today),
        )

    def body(self, entry: Entry) -> Html:
        """What a notice says; its links to documents that share their number lead to the one that is meant."""
        other = {
            mention.anchor: self.ward.href(addresses.dispatch_url(dispatch.address))
            for dispatch, citing in self.dispatches.of.get(entry.notice.key, ())
            for mention in citing.mentions
            if mention.anchor and mention.address != dispatch.address
        }
        if not other:
            return entry.prose.html
        return Html(_CITED.sub(lambda m: f'href="{other.get(m["anchor"], m["href"])}"{m["id"]}', entry.prose.html))

    def apart(self, entries: Iterable[Entry]) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
        """`entries` less those that are over or called off, and those that are, each in their order."""
        rows = tuple(entries)
        return tuple(e for e in rows if not self.is_behind(e)), tuple(e for e in rows if self.is_behind(e))

    def is_behind(self, entry: Entry) -> bool:
        """Whether all that it tells for some day is over or called off, or another has stopped it."""
        key = entry.notice.key
        return key in self.over or key in self.off or key in self.stopped

    def last_day(self, notice: Notice) -> str:
        """«05/12/2025 (máy đọc, chưa xác nhận)» of a notice that is over, else ""."""
        if not (last := self.over.get(notice.key)):
            return ""
        unsure = caution(notice, of_source(self.almanac.changes, notice.key))
        return f"{short(last)} ({unsure})" if unsure else short(last)

    def newest(self, entries: Iterable[Entry], count: int | None = None) -> tuple[Card, ...]:
        """Cards of `entries` (oldest first), newest first, at most `count`."""
        rows = tuple(entries)[::-1]
        return tuple(self.card(e) for e in (rows if count is None else rows[:count]))


def desk(
    archive: Archive, ward: Ward, today: date, static: Mapping[str, str], *, picture: str = "", preview: bool
) -> Desk:
    """Lay the desk: hidden things do not get onto it. `static` leads from «style.css» to its address, and `picture` is
    that of the picture which previews show of a page that has none of its own."""
    shown = tuple(sorted((e for e in archive.entries if is_shown(e.notice, today, preview=preview)), key=_order))
    by_number = numbered(shown)
    gone = ended(shown, by_number)
    dispatches = gather(shown, archive.known, by_number, archive.renumbered)
    cited = dispatches.by_key.keys()
    archive = replace(archive, campaigns=without_hidden(archive.campaigns, archive.entries, shown, cited))
    book = almanac(archive, ward, today, shown, dispatches, preview=preview)
    return Desk(
        ward=ward,
        today=today,
        preview=preview,
        static=static,
        shown=shown,
        current=tuple(e for e in shown if state(e.notice, today) != "expired" and e.notice.key not in gone),
        pages=tuple(p for p in archive.pages if is_shown(p.page, today, preview=preview)),
        assets=archive.assets,
        by_number=by_number,
        ended=gone,
        stopped=stopped(shown, by_number, gone),
        over=over(shown, gone, today, book.changes),
        off=all_off(shown, gone, today, book.changes),
        dispatches=dispatches,
        almanac=book,
        abbreviations=archive.abbreviations,
        synonyms=archive.synonyms,
        picture=picture,
    )
