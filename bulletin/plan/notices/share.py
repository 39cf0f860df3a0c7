"""What a notice is when it is sent on: the preview of its link, and words to paste into a message.

Previews are kept for long by those who show them, so the address of a notice's picture is named by all that a reader
sees of the notice, pictures and files included: whatever is corrected, the next preview has a new picture.

A place or a deadline is told whole or not at all: half a date is another date.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from urllib.parse import urlsplit

from bulletin import addresses
from bulletin.model.archive import Entry
from bulletin.model.deadline import Event
from bulletin.model.html import Html
from bulletin.model.source import Asset
from bulletin.model.views.frame import Frame, Row
from bulletin.model.views.page import Page
from bulletin.model.views.share import PictureView, Share
from bulletin.model.ward import Ward
from bulletin.plan.calendar.task_words import when
from bulletin.plan.desk.changes import changed_by
from bulletin.plan.desk.marks import BECAME, GRAVEST_FIRST, MARKS, OVER
from bulletin.plan.desk.site_frame import DESCRIPTION, TITLE, Site
from bulletin.plan.desk.standing import Standing
from bulletin.plan.desk.task import Task, name_of, of_event, still
from bulletin.plan.notices.body import body_alone
from bulletin.words.dates.printed import short
from bulletin.words.papers.called_off import Days
from bulletin.words.papers.succession import ENDED, STOPPED
from bulletin.words.text.shorten import shorten
from bulletin.words.text.spelled_out import in_full

TEXT = 300
# What a line of the picture holds, in characters; a deadline may have two. Of a message, what a deadline may have.
_LABEL, _NOTE, _DUE = 27, 54, 90
# Fewer characters than this of what a notice is about tell nothing.
_LEAST = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareInputs:
    """What is seen of a notice when it is sent on. `became` is what others surely do to it («thay thế»), `changes` as
    its page says that; `fields` are the names of its fields. `attached` are its attachments, in their order, and
    `linked` the pictures and files that its text shows or leads to."""

    site: Site
    entry: Entry
    standing: Standing
    fields: tuple[str, ...]
    attached: tuple[Asset, ...]
    linked: tuple[Asset, ...]
    became: tuple[str, ...] = ()
    changes: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """When something is to be done, in words, and where, which may be ""."""

    when: str
    where: str = ""

    def within(self, most: int) -> str:
        """Both, when they have room in `most` characters, else the first alone, else ""."""
        both = f"{self.when} – {self.where}" if self.where and self.where not in self.when else self.when
        return next((text for text in (both, self.when) if len(text) <= most), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """How a notice goes out: its picture as a page, and what its own page says of it. `body` is its text, which names
    the picture."""

    picture: Page
    body: Html
    alt: str
    title: str
    description: str
    share: Share

    def framed(self, site: Site, frame: Frame) -> Frame:
        """`frame` with this preview in the place of the site's."""
        return replace(
            frame,
            picture=site.absolute(self.picture.url),
            picture_alt=self.alt,
            share_title=self.title,
            share_description=self.description,
        )


def shared(seen: ShareInputs) -> Shared:
    """The preview of the link to a notice, and its words."""
    notice, site = seen.entry.notice, seen.site
    title = notice.retitled or notice.title  # the mark says that it is corrected
    # Who gets the link has no page beside it that explains «UBND».
    known = seen.entry.prose.abbreviations
    spelled = in_full(title, known)
    mark = _mark(seen)
    dues = tuple(_dues(seen))
    spelled_dues = tuple(Due(when=in_full(due.when, known), where=in_full(due.where, known)) for due in dues)
    label = f"{notice.type} số {notice.number.normal}" if notice.number else notice.type
    # The day of the paper or of the news, never to be taken for the day of what is told.
    signed = f"ký ngày {short(notice.signed_on)}" if notice.number else f"đăng ngày {short(notice.published_on)}"
    view = PictureView(
        site=site.name,
        mark=mark,
        label=f"Số {notice.number.normal}" if notice.number and len(label) > _LABEL else label,
        title=title,
        note=_whole((replace(due, where="") for due in dues), _NOTE),
        foot=signed[0].upper() + signed[1:],
    )
    what = notice.summary.what or seen.entry.prose.lead or f"{label}, {signed}"
    url = addresses.notice_url(notice.key)
    # The short address is for paper: its page has no preview, and may come to lead to several.
    link = site.absolute(url)
    body = body_alone(seen.entry, site.base)
    return Shared(
        picture=Page(url=addresses.picture_url(url, _content_hash(seen, view, body)), template="picture", view=view),
        body=body,
        alt=". ".join(filter(None, (mark, label, shorten(title, 150), view.note, view.foot))),
        title=shorten(spelled, TITLE),
        description=_description(mark, spelled_dues, in_full(what, known)),
        share=Share(
            link=link,
            text=_message(f"[{mark}] {spelled}" if mark else spelled, spelled_dues, f"{label}, {signed}", link),
            script=site.script("share.js"),
        ),
    )


def _mark(seen: ShareInputs) -> str:
    """What whoever gets the link must know first."""
    notice, standing = seen.entry.notice, seen.standing
    kinds = set(seen.became) - {*ENDED, *STOPPED} | ({"đính chính"} if notice.errata else set())
    others = [BECAME[kind] for kind in GRAVEST_FIRST if kind in kinds]
    own = MARKS[standing.state]
    hidden, expired = ("", own) if standing.state == "expired" else (own, "")
    over = OVER if standing.last else ""
    marks = (hidden, standing.by_another, expired, over, standing.changed_mark, *others, notice.urgency)
    return next(filter(None, marks), "")


def _dues(seen: ShareInputs) -> Iterator[Due]:
    """When and where something is to be done, as far as an editor says so; then how long the notice is in force.

    Before all of that what another notice has changed: then its own words for when may tell of the old day. Nobody
    shall come to what another has ended or stopped.
    """
    notice, standing = seen.entry.notice, seen.standing
    if standing.by_another:
        return
    changes = still(standing.changes, standing.today)
    for change in changes:
        yield Due(when=change.outcome, where=f"theo {name_of(change.by)}")
    open_ = _still_open(standing, {change.linked.was for change in changes})
    first = min(open_, key=lambda event: (event.audience != "residents", _last(event) or date.max), default=None)
    if (words := " ".join(notice.summary.when.split())) and not changes:
        # It may speak of any of the events, so a place goes with it only when all have that one.
        yield Due(when=words, where=open_[0].where if len({event.where for event in open_}) == 1 else "")
    if first:
        yield Due(when=_when(first, standing), where=first.where)
    if standing.last_day:
        yield Due(when=f"Ngày cuối: {standing.last_day}")
    if notice.expires_on:
        yield Due(when=f"Hiệu lực đến hết ngày {short(notice.expires_on)}")


def _still_open(standing: Standing, old_days: Collection[Days]) -> list[Event]:
    """The events of a notice that are not past, without those on days that another has changed."""
    return [
        event
        for event in standing.notice.events or ()
        if (_last(event) or standing.today) >= standing.today
        and (event.by or event.starts_on, _last(event)) not in old_days
    ]


def _when(event: Event, standing: Standing) -> str:
    """The days of an event as others have changed them, in words."""
    tasks: Sequence[Task] = (of_event(event, "", "", "", standing.notice.expires_on),)
    for change in standing.changes:
        tasks = changed_by(tasks, change)
    return when(tasks[0], standing.today)


def _whole(dues: Iterable[Due], most: int) -> str:
    """The first that has room, if need be without its place."""
    return next(filter(None, (due.within(most) for due in dues)), "")


def _last(event: Event) -> date | None:
    return event.by or event.ends_on


def _description(mark: str, dues: Iterable[Due], what: str) -> str:
    """What a preview says below the title: the mark and the deadline whole, and as much of `what` as there is room."""
    text = f"{mark}. " if mark else ""
    if due := _whole(dues, DESCRIPTION - len(text) - 1):
        text += f"{_sentence(due)} "
    room = DESCRIPTION - len(text)
    return (text + shorten(_sentence(what), room) if what and room >= _LEAST else text).rstrip()


def _sentence(text: str) -> str:
    text = text.rstrip(" :;,–-")
    return text if text[-1:] in (*".!?…", "") else f"{text}."


def _message(title: str, dues: Iterable[Due], source: str, link: str) -> str:
    """Plain text for a message. The link is always whole; what has no room beside it is left out."""
    room, lines = TEXT - len(link), list[str]()
    for part in (shorten(title, 110), dues, shorten(source, 60)):
        line = part if isinstance(part, str) else _whole(part, min(_DUE, room - 1))
        if line and len(line) < room:
            lines.append(line)
            room -= len(line) + 1
    return "\n".join((*lines, link))


def _content_hash(seen: ShareInputs, view: PictureView, body: Html) -> str:
    """A SHA-256 of all that a reader sees of the notice itself. Its parts keep their order and form: another form is
    another address of every picture."""
    notice = seen.entry.notice
    parts = (
        view,
        (notice.number, notice.issuer, notice.signed_at, notice.published_on, notice.expires_on, notice.urgency),
        (notice.summary, notice.signer, notice.recipients, body),
        [
            (e.what, e.who, e.where, e.hours, e.every, e.starts_on, e.ends_on, e.by, *e.excluded)
            for e in notice.events or ()
        ],
        [(e.says, e.should, e.note) for e in notice.errata],
        list(seen.fields),
        [(a.title, asset.sha256) for a, asset in zip(notice.attachments, seen.attached, strict=True)],
        [asset.sha256 for asset in seen.linked],
        [(row.label, *(value.text for value in row.values)) for row in seen.changes],
    )
    return sha256(repr(parts).encode()).hexdigest()


def site_picture(ward: Ward) -> Page:
    """The picture for previews of every page that has none of its own; its address is named by what is on it."""
    view = PictureView(site=urlsplit(ward.origin).netloc, title=ward.name, foot=ward.description)
    return Page(
        url=addresses.picture_url(addresses.HOME, sha256(repr(view).encode()).hexdigest()),
        template="picture",
        view=view,
    )
