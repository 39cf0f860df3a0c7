"""A campaign as events of subscriptions: its windows, its days, and when all is taken down."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from bulletin import addresses
from bulletin.model.campaign import Basis, Campaign, Marked, Window
from bulletin.model.views.subscriptions import CalendarEvent
from bulletin.plan.calendar.event_inputs import EventsInputs, InTopics, told_on
from bulletin.words.dates.printed import short

_TOPIC, _FLAGS, _ALL = "dot-tuyen-truyen", "treo-co", "tat-ca"
_COUNTED = "Tính theo ngày cuối của các hình thức cổ động trực quan; chưa có văn bản quy định"
# Anniversary and day → its counted name.
Coming = Mapping[tuple[str, date], str]


def campaign_events(seen: EventsInputs, campaign: Campaign, coming: Coming) -> Iterator[InTopics]:
    """All of it. Its days that are `coming` stand among the anniversaries already."""
    names = {row.id: row.name for row in seen.anniversaries}
    for window in campaign.windows:
        yield _window(seen, campaign, window)
    for marked in campaign.occasions:
        title = coming.get((marked.anniversary, marked.on)) or names.get(marked.anniversary, campaign.title)
        topics = (_TOPIC,) if (marked.anniversary, marked.on) in coming else (_TOPIC, _ALL)
        yield InTopics(topics=topics, event=_occasion(seen, campaign, marked, title))
    if campaign.takedown_by:
        yield InTopics(topics=(_TOPIC, _ALL), event=_takedown(seen, campaign, campaign.takedown_by))


def _window(seen: EventsInputs, campaign: Campaign, window: Window) -> InTopics:
    """The days of one form: sure where a document sets them."""
    what = "Treo cờ" if window.form.flag else window.form.name
    unset = " (dự kiến)" if window.ends_on < seen.today else " (chờ thông báo)"
    event = _event(
        seen,
        campaign,
        window.form.id,
        f"{what}{'' if window.basis else unset}: {campaign.title}",
        window.form.name,
        f"Căn cứ: {_named(window.basis)}" if window.basis else "Chưa có thông báo chính thức",
        window.note,
        starts_on=window.starts_on,
        ends_on=window.ends_on,
        is_sure=window.basis is not None,
    )
    return InTopics(topics=(_TOPIC, _FLAGS, _ALL) if window.form.flag else (_TOPIC, _ALL), event=event)


def _occasion(seen: EventsInputs, campaign: Campaign, marked: Marked, title: str) -> CalendarEvent:
    if campaign.cancelled:
        title = f"Đợt tuyên truyền {title}"  # the day itself comes all the same
    if title != campaign.title:
        title = f"{title} ({campaign.title})"  # other campaigns may keep the day too
    id_ = f"{marked.anniversary}-{marked.on.year}"
    return _event(seen, campaign, id_, title, starts_on=marked.on, ends_on=marked.on, is_sure=True)


def _takedown(seen: EventsInputs, campaign: Campaign, day: date) -> CalendarEvent:
    """The last day for taking down: sure where somebody wrote it and a document is its basis."""
    based = bool(campaign.basis) or any(window.basis for window in campaign.windows)
    is_sure = based and not campaign.takedown_guessed
    what = "Tháo dỡ" if campaign.takedown_guessed else "Hạn chót tháo dỡ"
    return _event(
        seen,
        campaign,
        "thao-do",
        f"{what}{'' if is_sure else ' (dự kiến)'}: {campaign.title}",
        _COUNTED if campaign.takedown_guessed else "",
        starts_on=day,
        ends_on=day,
        is_sure=is_sure,
    )


def _event(
    seen: EventsInputs,
    campaign: Campaign,
    id_: str,
    title: str,
    *lines: str,
    starts_on: date,
    ends_on: date,
    is_sure: bool,
) -> CalendarEvent:
    """A part of a campaign, with `lines` about it, cancelled when the campaign is."""
    url = addresses.campaign_url(campaign.id)
    return CalendarEvent(
        id=f"dot/{campaign.id}/{id_}",
        title=f"Đã hủy: {title}" if campaign.cancelled else title,
        description=seen.description(url, f"Đợt tuyên truyền: {campaign.title}", *lines),
        stamped=told_on(campaign, seen.today),
        starts_on=starts_on,
        ends_on=ends_on,
        status="CANCELLED" if campaign.cancelled else "CONFIRMED" if is_sure else "TENTATIVE",
        url=seen.site.absolute(url),
    )


def _named(basis: Basis) -> str:
    return f"văn bản số {basis.number.printed}" + (f" ngày {short(basis.dated)}" if basis.dated else "")
