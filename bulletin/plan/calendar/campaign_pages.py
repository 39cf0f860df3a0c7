"""The pages of campaigns, and which document a campaign rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from bulletin import addresses
from bulletin.model.campaign import Basis, Campaign, Channel, Marked
from bulletin.model.views.frame import Anchor
from bulletin.model.views.page import Page
from bulletin.model.views.tasks_and_campaigns import (
    CampaignCard,
    CampaignListView,
    CampaignView,
    ChannelRow,
    OccasionRow,
    SloganRow,
    WindowRow,
)
from bulletin.plan.calendar.day_in_words import SCALES, counted_name
from bulletin.plan.calendar.task_page import event_rows
from bulletin.plan.desk.almanac import FLAGGED, span
from bulletin.plan.desk.desk import Desk
from bulletin.plan.desk.ended_notices import rested_on
from bulletin.plan.desk.marks import MARKS
from bulletin.plan.desk.visibility import state
from bulletin.words.dates.printed import short
from bulletin.words.papers.basis_years import years_of
from bulletin.words.papers.document_numbers import dispatch_key

HEADING = "Các đợt tuyên truyền"


def campaign_pages(desk: Desk) -> Iterator[Page]:
    """The list, the latest first, and one page a campaign."""
    cards = {campaign.id: _card(desk, campaign) for campaign in desk.almanac.campaigns}
    yield Page(
        url=addresses.CAMPAIGNS,
        template="campaigns.html",
        view=CampaignListView(
            frame=desk.frame(
                addresses.CAMPAIGNS,
                HEADING,
                description="Các đợt tuyên truyền, cổ động của phường.",
                crumbs=(desk.anchor(addresses.CALENDAR, "Lịch"),),
            ),
            date=short(desk.today),
            iso=desk.today.isoformat(),
            campaigns=tuple(cards.values()),
        ),
    )
    for campaign in desk.almanac.campaigns:
        yield _page(desk, campaign, cards[campaign.id])


def resting(desk: Desk) -> Mapping[str, tuple[Anchor, ...]]:
    """Key of a notice → the campaigns that rest on it."""
    found: dict[str, dict[str, Anchor]] = {}
    for campaign in desk.almanac.campaigns:
        url = addresses.campaign_url(campaign.id)
        for basis in campaign.bases:
            if entry := rested_on(desk.by_number, basis, campaign):
                found.setdefault(entry.notice.key, {})[url] = desk.anchor(url, campaign.title)
    return {key: tuple(anchors.values()) for key, anchors in found.items()}


def _page(desk: Desk, campaign: Campaign, card: CampaignCard) -> Page:
    url = addresses.campaign_url(campaign.id)
    crumbs = (desk.anchor(addresses.CALENDAR, "Lịch"), desk.anchor(addresses.CAMPAIGNS, HEADING))
    takedown = campaign.takedown_by
    view = CampaignView(
        frame=desk.frame(url, campaign.title, description=campaign.summary, crumbs=crumbs),
        card=card,
        cancelled=campaign.cancelled,
        occasions=tuple(_occasion(desk, campaign, marked) for marked in campaign.occasions),
        topics=campaign.topics,
        windows=tuple(
            WindowRow(
                form=window.form.name,
                starts=short(window.starts_on),
                starts_iso=window.starts_on.isoformat(),
                ends=short(window.ends_on),
                ends_iso=window.ends_on.isoformat(),
                basis=_basis(desk, campaign, window.basis) if window.basis else None,
                unset="không nêu căn cứ" if window.ends_on < desk.today else "dự kiến, chờ thông báo",
                note=window.note,
            )
            for window in campaign.windows
        ),
        takedown=short(takedown) if takedown else "",
        takedown_iso=takedown.isoformat() if takedown else "",
        takedown_guessed=campaign.takedown_guessed,
        slogans=tuple(
            SloganRow(text=slogan.text, basis=_basis(desk, campaign, slogan.basis) if slogan.basis else None)
            for slogan in campaign.slogans
        ),
        channels=_channels(c for c in campaign.channels if not c.form.visual),
        visual=_channels(c for c in campaign.channels if c.form.visual),
        lead=campaign.lead,
        units=campaign.units,
        basis=tuple(_basis(desk, campaign, basis) for basis in campaign.basis),
        tasks=() if campaign.cancelled else event_rows(desk, campaign.events, key=campaign.id),
    )
    return Page(url=url, template="campaign.html", view=view, source=campaign.place)


def _card(desk: Desk, campaign: Campaign) -> CampaignCard:
    return CampaignCard(
        href=desk.ward.href(addresses.campaign_url(campaign.id)),
        title=campaign.title,
        state=_state(campaign, desk.today),
        mark=MARKS[state(campaign, desk.today)],
        days=_days(campaign, desk.today),
        summary=campaign.summary,
    )


def _days(campaign: Campaign, today: date) -> str:
    """From when till when. Without a window nobody has said that it runs between its anniversaries: they are days."""
    if not _is_dated(campaign):
        return ""
    first, last = span(campaign)
    if campaign.windows or not campaign.occasions:
        return f"từ {short(first)} đến hết {short(last)}" if first != last else f"ngày {short(first)}"
    awaited = "" if campaign.cancelled or last < today else "; thời gian treo: chờ thông báo"
    first, last = min(m.on for m in campaign.occasions), max(m.on for m in campaign.occasions)
    if first == last:
        return f"Ngày kỷ niệm {short(first)}{awaited}"
    begins = short(first).removesuffix(f"/{last.year}")
    return f"Các ngày kỷ niệm từ {begins} đến {short(last)}{awaited}"


def _is_dated(campaign: Campaign) -> bool:
    """Whether it names a day of its own; without one its span is that of its basis, and says nothing of its state."""
    events = any(event.by or event.starts_on or event.ends_on for event in campaign.events)
    return bool(campaign.occasions or campaign.windows or events)


def _state(campaign: Campaign, today: date) -> str:
    if campaign.cancelled:
        return "Đã hủy"
    if not _is_dated(campaign):
        return "Không ghi ngày"
    first, last = span(campaign)
    return "Sắp tới" if today < first else "Đang diễn ra" if today <= last else "Đã kết thúc"


def _occasion(desk: Desk, campaign: Campaign, marked: Marked) -> OccasionRow:
    """With the count of the almanac; of what this ward does not keep only the day is known."""
    row = next((a for a in desk.almanac.anniversaries if a.id == marked.anniversary), None)
    day = desk.almanac.days.get(marked.on)
    told = next((c for c in day.commemorations if c.anniversary == row), None) if day else None
    hung = day.hung if day else ()
    over = campaign.cancelled or marked.on < desk.today
    awaited = row is not None and row.flag in FLAGGED and not hung and not over
    name = row.name if row else "ngày kỷ niệm không có trong lịch này"
    return OccasionRow(
        day=Anchor(
            href=desk.ward.href(addresses.day_url(row.on)) if row else "",
            text=counted_name(told) if told else name,
        ),
        date=short(marked.on),
        iso=marked.on.isoformat(),
        scale=SCALES.get(told.scale, "") if told else "",
        flag="Treo cờ: chờ thông báo" if awaited else "",
    )


def _channels(channels: Iterable[Channel]) -> tuple[ChannelRow, ...]:
    """A form that is used in several ways stands once, with the details of all."""
    by_form: dict[str, list[str]] = {}
    for channel in channels:
        by_form.setdefault(channel.form.name, []).extend([channel.detail] if channel.detail else [])
    return tuple(ChannelRow(form=form, details="; ".join(details)) for form, details in by_form.items())


def _basis(desk: Desk, campaign: Campaign, basis: Basis) -> Anchor:
    """The page of a document: our notice, else the document that notices cite. Without either its number and date."""
    years = years_of(basis, campaign)
    number = basis.number.normal
    dated = f" ngày {short(basis.dated)}" if basis.dated else " (năm suy đoán)" if len(years) > 1 else ""
    if entry := rested_on(desk.by_number, basis, campaign):
        return desk.anchor(addresses.notice_url(entry.notice.key), f"{entry.notice.type} số {number}{dated}")
    for year in years:
        if dispatch := desk.dispatches.named(dispatch_key(basis.number, year), basis.dated):
            # Of an internal paper no more than number and date.
            label = number if dispatch.list_only else dispatch.label
            return desk.anchor(addresses.dispatch_url(dispatch.address), label + dated)
    return Anchor(href="", text=number + (dated if basis.dated else ""))
