"""Who speaks: whose site this is, whether it may call itself official, and what became of a ward that is no more."""

from __future__ import annotations

from datetime import date

from bulletin.model.views.frame import Anchor, Closed, Speaker
from bulletin.model.ward import Ward
from bulletin.words.dates.printed import short
from bulletin.words.papers.body_names import spelled
from bulletin.words.text.fold import fold


def speaker(ward: Ward, today: date, *, preview: bool) -> Speaker:
    """Who speaks on the site of `ward` on that day. A preview, which shows what nobody has released, claims nothing."""
    body = spelled((ward.office and ward.office.name) or ward.issuer)
    closed = _closed(ward, today)
    return Speaker(
        body=body,
        official=_is_its_own(ward, body) and not closed and not preview,
        closed=closed,
        office=None if closed else ward.office,
    )


def _is_its_own(ward: Ward, body: str) -> bool:
    """Whether site.yml says where the office of this site is, or names a body of the very ward and how to reach it.

    Whoever tries the program, or copies notices out of interest, seldom says any of this.
    """
    names = [tier.name for tier in ward.chain if tier.level == "commune"]
    return bool(ward.office or (ward.contacts and any(fold(name) in fold(body) for name in names)))


def _closed(ward: Ward, today: date) -> Closed | None:
    """From `until` of the ward in its chain on."""
    tier = ward.ended(today)
    if tier is None or tier.until is None:
        return None
    name, day = f"{tier.name[0].upper()}{tier.name[1:]}", short(tier.until)
    *others, last = tier.next or ("",)
    now = f" Nay hỏi {' hoặc '.join(filter(None, (', '.join(others), last)))}." if last else ""
    return Closed(
        name=name,
        since=tier.until,
        day=day,
        next=tuple(Anchor(href=ward.moved_to.get(place, ""), text=place) for place in tier.next),
        heading=f"Lưu trữ thông báo của {tier.name}",
        sentence=f"{name} đã kết thúc hoạt động từ ngày {day}.{now}",
    )
