"""What a notice is when it is sent on: the preview of its link, and words to paste into a message.

Previews are kept for long by those who show them, so the address of a notice's picture is named by all that a reader
sees of the notice, pictures and files included: whatever is corrected, the next preview has a new picture.

A place or a deadline is told whole or not at all: half a date is another date.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from urllib.parse import urlsplit

from bulletin import addresses
from bulletin.model.archive import Entry
from bulletin.model.deadline import Event
from bulletin.model.notice import Notice
from bulletin.model.source import Asset
from bulletin.model.views.frame import Frame, Row
from bulletin.model.views.page import Page
from bulletin.model.views.share import PictureView, Share
from bulletin.model.ward import Ward
from bulletin.plan.calendar.task_rows import event_rows
from bulletin.plan.desk.changes import mark_of, name_of, of_source, still
from bulletin.plan.desk.desk import Desk
from bulletin.plan.desk.marks import BECAME, MARKS, OVER
from bulletin.plan.desk.site_frame import DESCRIPTION, TITLE
from bulletin.plan.desk.visibility import state
from bulletin.plan.notices.body import body_alone
from bulletin.words.dates.printed import short
from bulletin.words.papers.succession import ENDED, STOPPED
from bulletin.words.text.shorten import shorten
from bulletin.words.text.spelled_out import in_full

TEXT = 300
# What a line of the picture holds, in signs; a deadline may have two. Of a message, what a deadline may have.
_LABEL, _NOTE, _DUE = 27, 54, 90
# Fewer signs than this of what a notice is about tell nothing.
_LEAST = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """How a notice goes out: its picture as a page, and what its own page says of it."""

    picture: Page
    alt: str
    title: str
    description: str
    share: Share

    def framed(self, desk: Desk, frame: Frame) -> Frame:
        """`frame` with this preview in the place of the site's."""
        return replace(
            frame,
            picture=desk.ward.absolute(self.picture.url),
            picture_alt=self.alt,
            share_title=self.title,
            share_description=self.description,
        )


def shared(desk: Desk, entry: Entry, became: Iterable[str], changes: Iterable[Row]) -> Shared:
    """`became` is what others surely do to it («thay thế»), `changes` as its page says it."""
    notice = entry.notice
    title = notice.retitled or notice.title  # the mark says that it is corrected
    # Who gets the link has no page beside it that explains «UBND».
    known = entry.prose.abbreviations
    told = in_full(title, known)
    mark = _mark(desk, notice, frozenset(became))
    # Nobody shall come to what another notice has ended or stopped.
    dues = () if notice.key in desk.ended or notice.key in desk.stopped else tuple(_dues(desk, notice))
    spelled_out = tuple((in_full(when, known), in_full(where, known)) for when, where in dues)
    label = f"{notice.type} số {notice.number.normal}" if notice.number else notice.type
    # The day of the paper or of the news, never to be taken for the day of what is told.
    signed = f"ký ngày {short(notice.signed_on)}" if notice.number else f"đăng ngày {short(notice.published_on)}"
    view = PictureView(
        site=desk.ward.name,
        mark=mark,
        label=f"Số {notice.number.normal}" if notice.number and len(label) > _LABEL else label,
        title=title,
        note=_whole(((when, "") for when, _ in dues), _NOTE),
        foot=signed[0].upper() + signed[1:],
    )
    what = notice.summary.what or entry.prose.lead or f"{label}, {signed}"
    url = addresses.notice_url(notice.key)
    # The short address is for paper: its page has no preview, and may come to lead to several.
    link = desk.ward.absolute(url)
    return Shared(
        picture=Page(url=addresses.picture_url(url, _seen(desk, view, entry, changes)), template="picture", view=view),
        alt=". ".join(filter(None, (mark, label, shorten(title, 150), view.note, view.foot))),
        title=shorten(told, TITLE),
        description=_description(mark, spelled_out, in_full(what, known)),
        share=Share(
            link=link,
            text=_message(f"[{mark}] {told}" if mark else told, spelled_out, f"{label}, {signed}", link),
            script=desk.ward.href(desk.static.get("share.js", "")),
        ),
    )


def _mark(desk: Desk, notice: Notice, became: frozenset[str]) -> str:
    """What whoever gets the link must know first."""
    now = state(notice, desk.today)
    kinds = set(became - {*ENDED, *STOPPED}) | ({"đính chính"} if notice.errata else set())
    how = desk.ended.get(notice.key) or desk.stopped.get(notice.key)
    ended = BECAME[how.kind] if how else ""
    others = [words for kind, words in BECAME.items() if kind in kinds]
    hidden, expired = ("", MARKS[now]) if now == "expired" else (MARKS[now], "")
    over = OVER if notice.key in desk.over else ""
    changed = mark_of(desk.almanac.changes, notice.key, desk.today)
    return next(filter(None, (hidden, ended, expired, over, changed, *others, notice.urgency)), "")


def _dues(desk: Desk, notice: Notice) -> Iterator[tuple[str, str]]:
    """When and where something is to be done, as far as an editor says so; then how long the notice is in force.

    Before all of that what another notice has changed: then its own words for when may tell of the old day.
    """
    told = still(of_source(desk.almanac.changes, notice.key), desk.today)
    for one in told:
        yield one.outcome, f"theo {name_of(one.by)}"
    old = {one.linked.was for one in told}
    open_ = [
        e
        for e in notice.events or ()
        if (_last(e) or desk.today) >= desk.today and (e.by or e.starts_on, _last(e)) not in old
    ]
    event = min(open_, key=lambda e: (e.audience != "residents", _last(e) or date.max), default=None)
    if (when := " ".join(notice.summary.when.split())) and not told:
        # It may speak of any of the events, so a place goes with it only when all have that one.
        yield when, open_[0].where if len({e.where for e in open_}) == 1 else ""
    if event:
        yield (
            event_rows(desk.site, desk.today, (event,), of_source(desk.almanac.changes, notice.key), notice.expires_on)[
                0
            ].when,
            event.where,
        )
    if last := desk.last_day(notice):
        yield f"Ngày cuối: {last}", ""
    if notice.expires_on:
        yield f"Hiệu lực đến hết ngày {short(notice.expires_on)}", ""


def _whole(dues: Iterable[tuple[str, str]], most: int) -> str:
    """The first that has room, if need be without its place."""
    for when, where in dues:
        for text in (f"{when} – {where}" if where and where not in when else when, when):
            if len(text) <= most:
                return text
    return ""


def _last(event: Event) -> date | None:
    return event.by or event.ends_on


def _description(mark: str, dues: Iterable[tuple[str, str]], what: str) -> str:
    """What a preview says below the title: the mark and the deadline whole, and as much of `what` as there is room."""
    said = f"{mark}. " if mark else ""
    if due := _whole(dues, DESCRIPTION - len(said) - 1):
        said += f"{_sentence(due)} "
    room = DESCRIPTION - len(said)
    return (said + shorten(_sentence(what), room) if what and room >= _LEAST else said).rstrip()


def _sentence(text: str) -> str:
    text = text.rstrip(" :;,–-")
    return text if text[-1:] in (*".!?…", "") else f"{text}."


def _message(title: str, dues: Iterable[tuple[str, str]], source: str, link: str) -> str:
    """Plain text for a message. The link is always whole; what has no room beside it is left out."""
    room, lines = TEXT - len(link), list[str]()
    for part in (shorten(title, 110), dues, shorten(source, 60)):
        line = part if isinstance(part, str) else _whole(part, min(_DUE, room - 1))
        if line and len(line) < room:
            lines.append(line)
            room -= len(line) + 1
    return "\n".join((*lines, link))


def _seen(desk: Desk, view: PictureView, entry: Entry, changes: Iterable[Row]) -> str:
    """A mark of all that a reader sees of the notice itself."""
    notice = entry.notice
    parts = (
        view,
        (notice.number, notice.issuer, notice.signed_at, notice.published_on, notice.expires_on, notice.urgency),
        (notice.summary, notice.signer, notice.recipients, body_alone(entry, desk.ward.base)),
        [
            (e.what, e.who, e.where, e.hours, e.every, e.starts_on, e.ends_on, e.by, *e.excluded)
            for e in notice.events or ()
        ],
        [(e.says, e.should, e.note) for e in notice.errata],
        [desk.ward.fields.get(key, key) for key in notice.fields],
        [(a.title, desk.assets[a.path].sha256) for a in notice.attachments],
        [asset.sha256 for asset in _within(desk, entry)],
        [(row.label, *(value.text for value in row.values)) for row in changes],
    )
    return sha256(repr(parts).encode()).hexdigest()


def _within(desk: Desk, entry: Entry) -> Iterator[Asset]:
    """The pictures and files that its text shows or leads to."""
    files = [link.file for link in entry.prose.links if link.file]
    by_url = {addresses.asset_url(path): asset for path, asset in desk.assets.items()} if files else {}
    yield from (by_url[file] for file in files if file in by_url)


def site_picture(ward: Ward) -> Page:
    """The picture for previews of every page that has none of its own; its address is named by what is on it."""
    view = PictureView(site=urlsplit(ward.origin).netloc, title=ward.name, foot=ward.description)
    return Page(
        url=addresses.picture_url(addresses.HOME, sha256(repr(view).encode()).hexdigest()),
        template="picture",
        view=view,
    )
