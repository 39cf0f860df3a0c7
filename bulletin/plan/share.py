"""What a notice is when it is sent on: the preview of its link, and words to paste into a message.

Previews are kept for long by those who show them, so the address of a notice's picture is named by all that a reader
sees of the notice: whatever is corrected, the next preview has a new picture.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256

from bulletin.model.deadline import Event
from bulletin.model.frame import Frame, Row
from bulletin.model.notice import Notice
from bulletin.model.share import PictureView, Share
from bulletin.model.site import Entry, Page
from bulletin.plan.frame import DESCRIPTION, TITLE, Desk
from bulletin.plan.task_page import event_rows
from bulletin.plan.visibility import MARKS, state
from bulletin.words import urls
from bulletin.words.dates import short
from bulletin.words.shorten import shorten

TEXT = 300
# What a line of the picture holds, in signs; a deadline may have two, and half a deadline would mislead.
_LABEL, _NOTE = 27, 54
# What another notice has done to this one, the gravest first.
_BECAME: Mapping[str, str] = {
    "bãi bỏ": "Đã bị bãi bỏ",
    "thay thế": "Đã được thay thế",
    "đính chính": "Đã được đính chính",
    "sửa đổi": "Đã được sửa đổi",
    "bổ sung": "Đã được bổ sung",
}


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


def shared(desk: Desk, entry: Entry, link: str, became: Iterable[str], changes: Iterable[Row]) -> Shared:
    """`link` is its short address; `became` what others surely do to it («thay thế»), `changes` as its page says it."""
    notice = entry.notice
    mark = _mark(desk, notice, frozenset(became))
    when, where = _deadline(desk, notice)
    label = f"{notice.type} số {notice.number.normal}" if notice.number else notice.type
    signed = f"{'ký ngày' if notice.number else 'ngày'} {short(notice.signed_on)}"
    view = PictureView(
        site=desk.ward.name,
        mark=mark,
        label=f"Số {notice.number.normal}" if notice.number and len(label) > _LABEL else label,
        title=notice.title,
        note=when if len(when) <= _NOTE else "",
        foot=signed[0].upper() + signed[1:],
    )
    due = " – ".join(filter(None, (when, where if where not in when else "")))
    said = (mark, due, notice.summary.what or entry.prose.lead)
    link = link.removesuffix("/")
    url = urls.picture_url(urls.notice_url(notice.key), _seen(desk, view, entry, changes))
    return Shared(
        picture=Page(url=url, template="picture", view=view),
        alt=". ".join(filter(None, (mark, label, shorten(notice.title, 150), view.note, view.foot))),
        title=shorten(notice.title, TITLE),
        description=shorten(" ".join(t if t[-1] in ".!?…" else f"{t}." for t in said if t), DESCRIPTION),
        share=Share(
            link=link,
            text=_message(f"[{mark}] {notice.title}" if mark else notice.title, due, f"{label}, {signed}", link),
            script=desk.ward.href(desk.static.get("share.js", "")),
        ),
    )


def _mark(desk: Desk, notice: Notice, became: frozenset[str]) -> str:
    """What whoever gets the link must know first."""
    marks = (
        MARKS[state(notice, desk.today)],
        *(words for kind, words in _BECAME.items() if kind in became),
        "Đã đính chính" if notice.errata else "",
        notice.urgency,
    )
    return next(filter(None, marks), "")


def _deadline(desk: Desk, notice: Notice) -> tuple[str, str]:
    """When and where something is to be done, as far as an editor says so; else how long the notice is in force."""
    open_ = [e for e in notice.events or () if (_last(e) or desk.today) >= desk.today]
    event = min(open_, key=lambda e: (e.audience != "residents", _last(e) or date.max), default=None)
    when = notice.summary.when or (event_rows(desk, (event,), notice.expires_on)[0].when if event else "")
    if not when and notice.expires_on:
        when = f"Hiệu lực đến hết ngày {short(notice.expires_on)}"
    return " ".join(when.split()), event.where if event else ""


def _last(event: Event) -> date | None:
    return event.by or event.ends_on


def _message(title: str, due: str, source: str, link: str) -> str:
    """Plain text for a message. The link is always whole; what has no room beside it is left out."""
    room, lines = TEXT - len(link), list[str]()
    for line, most in ((title, 110), (due, 90), (source, 60)):
        if (line := shorten(line, most)) and len(line) < room:
            lines.append(line)
            room -= len(line) + 1
    return "\n".join((*lines, link))


def _seen(desk: Desk, view: PictureView, entry: Entry, changes: Iterable[Row]) -> str:
    """A mark of all that a reader sees of the notice itself."""
    notice = entry.notice
    parts = (
        view,
        (notice.number, notice.issuer, notice.signed_at, notice.published_on, notice.expires_on, notice.urgency),
        (notice.summary, notice.signer, notice.recipients, entry.prose.html),
        [(e.what, e.who, e.where, e.hours, e.every, e.starts_on, e.ends_on, e.by) for e in notice.events or ()],
        [(e.says, e.should, e.note) for e in notice.errata],
        [(a.title, desk.assets[a.path].sha256) for a in notice.attachments],
        [(row.label, *(value.text for value in row.values)) for row in changes],
    )
    return sha256(repr(parts).encode()).hexdigest()
