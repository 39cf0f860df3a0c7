"""The pages of campaigns, and which document a campaign rests on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from bulletin import addresses
from bulletin.model.anniversary import Anniversary
from bulletin.model.campaign import Basis, Campaign, Channel, Marked, Window
from bulletin.model.notice import Notice
from bulletin.model.views.frame import Anchor
from bulletin.model.views.page import Planned
from bulletin.model.views.tasks_and_campaigns import (
    CampaignCard,
    CampaignListView,
    CampaignView,
    ChannelRow,
    OccasionRow,
    SloganRow,
    WindowRow,
)
from bulletin.plan.calendar.names import counted_name
from bulletin.plan.calendar.task_rows import event_rows
from bulletin.plan.calendar.vocabulary import CALENDAR, CAMPAIGNS, ROUND_SCALES
from bulletin.plan.desk.day import Day, span
from bulletin.plan.desk.dispatch import Dispatch
from bulletin.plan.desk.hung_flags import FLAGGED
from bulletin.plan.desk.marks import MARKS
from bulletin.plan.desk.replaced_and_repealed import rested_on
from bulletin.plan.desk.site_frame import Site
from bulletin.plan.desk.task import Told
from bulletin.plan.desk.visibility_and_urgency import state
from bulletin.words.dates.printed import short
from bulletin.words.papers.succession import ByNumber


@dataclass(frozen=True, slots=True, kw_only=True)
class BasisInputs:
    """What a document is here that something rests on: our own `notice`, else a `dispatch` that notices cite.
    `year_guessed`: it says no day, and its year may be one of several."""

    basis: Basis
    year_guessed: bool
    notice: Notice | None
    dispatch: Dispatch | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedInputs:
    """A day that a campaign is for: the `anniversary`, None of what this ward does not keep, and what the calendar
    knows of the `day`, None outside of its years."""

    marked: Marked
    anniversary: Anniversary | None
    day: Day | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CampaignInputs:
    """What the page of a campaign sees; `bases` are all documents that it or a part of it rests on, `changes` what
    others have called off or moved of its events."""

    site: Site
    today: date
    campaign: Campaign
    occasions: tuple[MarkedInputs, ...]
    bases: Mapping[Basis, BasisInputs]
    changes: tuple[Told, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CampaignListInputs:
    """What `/lich/dot/` sees: all campaigns, the latest first."""

    site: Site
    today: date
    campaigns: tuple[Campaign, ...]


def campaign_list(seen: CampaignListInputs) -> Planned:
    """The list of campaigns."""
    return Planned(url=addresses.CAMPAIGNS, template="campaigns.html", view=partial(campaign_list_view, seen))


def campaign_page(seen: CampaignInputs) -> Planned:
    """The page of a campaign."""
    campaign = seen.campaign
    url = addresses.campaign_url(campaign.id)
    return Planned(url=url, template="campaign.html", view=partial(campaign_view, seen), source=campaign.place)


def resting(site: Site, campaigns: Iterable[Campaign], by_number: ByNumber) -> Mapping[str, tuple[Anchor, ...]]:
    """Key of a notice → links to the campaigns that rest on it."""
    anchors: dict[str, dict[str, Anchor]] = {}
    for campaign in campaigns:
        url = addresses.campaign_url(campaign.id)
        for basis in campaign.bases:
            if entry := rested_on(by_number, basis, campaign):
                anchors.setdefault(entry.notice.key, {})[url] = site.anchor(url, campaign.title)
    return {key: tuple(of_notice.values()) for key, of_notice in anchors.items()}


def campaign_list_view(seen: CampaignListInputs) -> CampaignListView:
    """All campaigns."""
    site = seen.site
    return CampaignListView(
        frame=site.frame(
            addresses.CAMPAIGNS,
            CAMPAIGNS,
            description="Các đợt tuyên truyền, cổ động của phường.",
            crumbs=(site.anchor(addresses.CALENDAR, CALENDAR),),
        ),
        date=short(seen.today),
        iso=seen.today.isoformat(),
        campaigns=tuple(_card(site, seen.today, campaign) for campaign in seen.campaigns),
    )


def campaign_view(seen: CampaignInputs) -> CampaignView:
    """One campaign: its days, what is told, in which forms and when, by whom and by whose notice."""
    site, campaign = seen.site, seen.campaign
    crumbs = (site.anchor(addresses.CALENDAR, CALENDAR), site.anchor(addresses.CAMPAIGNS, CAMPAIGNS))
    takedown = campaign.takedown_by
    return CampaignView(
        frame=site.frame(
            addresses.campaign_url(campaign.id), campaign.title, description=campaign.summary, crumbs=crumbs
        ),
        card=_card(site, seen.today, campaign),
        cancelled=campaign.cancelled,
        occasions=tuple(_occasion(seen, occasion) for occasion in seen.occasions),
        topics=campaign.topics,
        windows=tuple(_window(seen, window) for window in campaign.windows),
        takedown=short(takedown) if takedown else "",
        takedown_iso=takedown.isoformat() if takedown else "",
        takedown_guessed=campaign.takedown_guessed,
        slogans=tuple(
            SloganRow(text=slogan.text, basis=_basis(seen, slogan.basis) if slogan.basis else None)
            for slogan in campaign.slogans
        ),
        channels=_channels(channel for channel in campaign.channels if not channel.form.visual),
        visual=_channels(channel for channel in campaign.channels if channel.form.visual),
        lead=campaign.lead,
        units=campaign.units,
        basis=tuple(_basis(seen, basis) for basis in campaign.basis),
        tasks=() if campaign.cancelled else event_rows(site, seen.today, campaign.events, seen.changes),
    )


def _card(site: Site, today: date, campaign: Campaign) -> CampaignCard:
    return CampaignCard(
        href=site.href(addresses.campaign_url(campaign.id)),
        title=campaign.title,
        state=_state(campaign, today),
        mark=MARKS[state(campaign, today)],
        days=_days(campaign, today),
        summary=campaign.summary,
    )


def _window(seen: CampaignInputs, window: Window) -> WindowRow:
    return WindowRow(
        form=window.form.name,
        starts=short(window.starts_on),
        starts_iso=window.starts_on.isoformat(),
        ends=short(window.ends_on),
        ends_iso=window.ends_on.isoformat(),
        basis=_basis(seen, window.basis) if window.basis else None,
        unset="không nêu căn cứ" if window.ends_on < seen.today else "dự kiến, chờ thông báo",
        note=window.note,
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


def _occasion(seen: CampaignInputs, occasion: MarkedInputs) -> OccasionRow:
    """With the count of the almanac; of what this ward does not keep only the day is known."""
    row, day, on = occasion.anniversary, occasion.day, occasion.marked.on
    kept = next((one for one in day.anniversaries if one.anniversary == row), None) if day else None
    is_hung = bool(day and day.hung)
    over = seen.campaign.cancelled or on < seen.today
    awaited = row is not None and row.flag in FLAGGED and not is_hung and not over
    name = row.name if row else "ngày kỷ niệm không có trong lịch này"
    return OccasionRow(
        day=Anchor(
            href=seen.site.href(addresses.day_url(row.on)) if row else "",
            text=counted_name(kept) if kept else name,
        ),
        date=short(on),
        iso=on.isoformat(),
        scale=ROUND_SCALES.get(kept.scale, "") if kept else "",
        flag="Treo cờ: chờ thông báo" if awaited else "",
    )


def _channels(channels: Iterable[Channel]) -> tuple[ChannelRow, ...]:
    """A form that is used in several ways stands once, with the details of all."""
    by_form: dict[str, list[str]] = {}
    for channel in channels:
        by_form.setdefault(channel.form.name, []).extend([channel.detail] if channel.detail else [])
    return tuple(ChannelRow(form=form, details="; ".join(details)) for form, details in by_form.items())


def _basis(seen: CampaignInputs, basis: Basis) -> Anchor:
    """The page of a document: our notice, else the document that notices cite. Without either its number and date."""
    known, site = seen.bases[basis], seen.site
    number, day = basis.number.normal, f" ngày {short(basis.dated)}" if basis.dated else ""
    dated = day or (" (năm suy đoán)" if known.year_guessed else "")
    if notice := known.notice:
        return site.anchor(addresses.notice_url(notice.key), f"{notice.type} số {number}{dated}")
    if dispatch := known.dispatch:
        # Of an internal paper no more than number and date.
        label = number if dispatch.list_only else dispatch.label
        return site.anchor(addresses.dispatch_url(dispatch.address), label + dated)
    return Anchor(href="", text=number + day)
