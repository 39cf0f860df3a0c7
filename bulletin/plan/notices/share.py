"""What a notice is when it is sent on: the preview of its link, and words to paste into a message.

Previews are kept for long by those who show them, so the address of a notice's picture is named by all that a reader
sees of the notice, pictures and files included: whatever is corrected, the next preview has a new picture.

A place or a deadline is told whole or not at all: half a date is another date.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from urllib.parse import urlsplit

from bulletin import addresses
from bulletin.model.archive import Entry
from bulletin.model.html import Html
from bulletin.model.source import Asset
from bulletin.model.views.frame import Frame, Row
from bulletin.model.views.page import Page
from bulletin.model.views.share import PictureView, Share
from bulletin.model.ward import Ward
from bulletin.plan.desk.marks import BECAME, GRAVEST_FIRST, MARKS
from bulletin.plan.desk.site_frame import DESCRIPTION, TITLE, Site
from bulletin.plan.desk.standing import Standing
from bulletin.plan.notices.body import body_alone
from bulletin.plan.notices.corrected import corrected_in_words
from bulletin.plan.notices.due import Due, lasting, sentence
from bulletin.plan.notices.whom_to_call import call_in_words
from bulletin.words.dates.printed import short
from bulletin.words.papers.succession import ENDED, STOPPED
from bulletin.words.text.shorten import shorten
from bulletin.words.text.spelled_out import in_full

TEXT = 300
# What a line of the picture holds, in characters; a deadline may have three. Of a message, what a deadline may have.
_LABEL, _NOTE, _DUE = 27, 78, 107
# Fewer characters than this of what a notice is about tell nothing.
_LEAST = 15
_LEAST_OF_TITLE = 23
# «Về việc tạm ngừng cấp nước»: what tells nothing of what a notice is about.
_SUBJECT = re.compile(r"(?:thông báo )?(?:về việc|v/v):? (?=\w)", re.IGNORECASE)
_ENDED = "Đã kết thúc"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareInputs:
    """What is seen of a notice when it is sent on. `dues` are when and where something is to be done, the weightiest
    first, `became` is what others surely do to it («thay thế»), `changes` as its page says that; `fields` are the names
    of its fields. `attached` are its attachments, in their order, and `linked` the pictures and files that its text
    shows or leads to."""

    site: Site
    entry: Entry
    standing: Standing
    dues: tuple[Due, ...]
    fields: tuple[str, ...]
    attached: tuple[Asset, ...]
    linked: tuple[Asset, ...]
    became: tuple[str, ...] = ()
    changes: tuple[Row, ...] = ()


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
    spelled_times = tuple(due.spelled(known) for due in seen.dues)
    label = f"{notice.type} số {notice.number.normal}" if notice.number else notice.type
    # The day of the paper or of the news, never to be taken for the day of what is told.
    signed = f"ký ngày {short(notice.signed_on)}" if notice.number else f"đăng ngày {short(notice.published_on)}"
    note = _whole((due.in_figures() for due in seen.dues), _NOTE)
    view = PictureView(
        site=site.name,
        mark=mark,
        label=f"Số {notice.number.normal}" if notice.number and len(label) > _LABEL else label,
        title=title,
        note=note,
        foot="" if note else signed[0].upper() + signed[1:],
    )
    url = addresses.notice_url(notice.key)
    # The short address is for paper: its page has no preview, and may come to lead to several.
    link = site.absolute(url)
    body = body_alone(seen.entry, site.base)
    return Shared(
        picture=Page(url=addresses.picture_url(url, _content_hash(seen, view, body)), template="picture", view=view),
        body=body,
        alt=". ".join(filter(None, (mark, label, shorten(title, 150), view.note, view.foot))),
        title=_title(mark if _is_void(seen.standing) else "", spelled, spelled_times),
        description=_description(mark, seen.entry, spelled_times, f"{label}, {signed}"),
        share=Share(
            link=link,
            text=_message(
                f"[{mark}] {spelled}" if mark else spelled,
                next(corrected_in_words(notice), ""),
                spelled_times,
                in_full(call_in_words(seen.entry.prose, site.contacts), known),
                f"{label}, {signed}",
                link,
            ),
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
    over = _ENDED if standing.last else ""
    marks = (hidden, standing.by_another, expired, over, standing.changed_mark, *others, notice.urgency)
    return next(filter(None, marks), "")


def _is_void(standing: Standing) -> bool:
    """Whether nobody need act on it any more."""
    return bool(standing.by_another or standing.last or standing.state == "expired")


def _whole(dues: Iterable[Due], most: int) -> str:
    """The first that has room, if need be without its place."""
    return next(filter(None, (due.within(most) for due in dues)), "")


def _title(mark: str, title: str, dues: Sequence[Due]) -> str:
    """What and when: «Tạm ngừng cung cấp điện… – 22/11/2025, Tổ dân phố 1, 2, 3». Of what is over, that first."""
    title = _subject(title)
    if mark:
        return shorten(f"{mark}: {title}", TITLE)
    if not dues or (len(title) <= TITLE and dues[0].is_in(title)):
        return shorten(title, TITLE)
    # What is for several places is told with its own, at the cost of words of the title.
    least = _LEAST_OF_TITLE if dues[0].differs else len(title)
    rooms = [(told, TITLE - len(told) - 3) for told in dues[0].titles]
    fits = (row for row in rooms if row[1] >= least)
    told, room = next(fits, rooms[-1] if rooms else ("", 0))
    return f"{shorten(title, room)} – {told}" if room >= _LEAST_OF_TITLE else shorten(title, TITLE)


def _subject(title: str) -> str:
    """«Về việc cấp nước» → «Cấp nước»."""
    m = _SUBJECT.match(title)
    return title[m.end()].upper() + title[m.end() + 1 :] if m else title


def _description(mark: str, entry: Entry, dues: Sequence[Due], source: str) -> str:
    """What a preview says below the title: the mark, then when and where, each whole, then as much as there is room of
    what is to be done; where the notice has no words, its `source`."""
    known = entry.prose.abbreviations
    lead = in_full(lasting(entry.prose.lead), known)
    if dues and not entry.notice.summary.what and not dues[0].where and dues[0].begins(lead):
        dues = ()
    due = _whole(dues, DESCRIPTION - len(mark) - 3)
    text = " ".join(sentence(part) for part in ("" if mark and due.startswith(mark) else mark, due) if part)
    what = _what(entry, lead, dues[0], due) if due else in_full(entry.notice.summary.what, known) or lead or source
    room = DESCRIPTION - len(text) - 1
    return f"{text} {shorten(sentence(what), room)}".strip() if what and room >= _LEAST else text


def _what(entry: Entry, lead: str, first: Due, due: str) -> str:
    """What is to be done, beside `due`, which tells the `first` of when and where: as the editor says, else as the
    notice asks it, else its first words that tell more than that."""
    known = entry.prose.abbreviations
    asked = (entry.prose.asked.bring or entry.prose.asked.request) if first.days else ""
    stated = in_full(entry.notice.summary.what or asked, known)
    return stated or (first.left_of(lead) if first.where in due else lead)


def _message(title: str, corrected: str, dues: Iterable[Due], call: str, source: str, link: str) -> str:
    """Plain text for a message. The link is always whole; what has no room beside it is left out."""
    room, lines = TEXT - len(link), list[str]()
    for part in (shorten(title, 110), shorten(corrected, 90), dues, call, shorten(source, 60)):
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
        *([(one.on, one.what) for one in notice.corrected]),
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
