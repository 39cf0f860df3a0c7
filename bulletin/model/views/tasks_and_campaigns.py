"""Views of what residents must do, and of campaigns."""

from __future__ import annotations

from dataclasses import dataclass

from bulletin.model.views.frame import Anchor, Excerpt, Fact, Frame


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskRow:
    """One thing to do, or several that differ by their day alone. `when` are days and hours in words, `left` how near
    it is («Hôm nay», «còn 3 ngày»), `where` the place or area; `is_due`: it is a deadline; `what` is by an editor, or
    what of its notice it is, or "".

    `source` leads to where it is from, None on that very page. `sentences` ask for it, each with the phrase of its time
    marked. `is_read`: a machine has read it there and nobody confirms it; `doubt` is what it had to guess. `corrected`
    says that these are not the words that were signed. `mark` is said of what is not public. `off` «Đã hủy» or
    `changed` «dời từ ngày 25/11/2025» is what the notice `changed_by` has made of it. `points` is its programme;
    `others` are further times of the same source, told with it in a line each.
    """

    what: str
    when: str
    left: str
    where: str
    is_due: bool
    facts: tuple[Fact, ...]
    sentences: tuple[Excerpt, ...]
    is_read: bool
    doubt: str
    source: Anchor | None
    mark: str
    corrected: str = ""
    off: str = ""
    changed: str = ""
    changed_by: Anchor | None = None
    points: tuple[TaskRow, ...] = ()
    others: tuple[TaskRow, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskGroup:
    """Things to do under a heading."""

    id: str
    title: str
    rows: tuple[TaskRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TasksView:
    """`/viec-can-lam/`: what is due or on today, the day `date`, what has begun, what comes, by month, and what comes
    again and again; `jumps` lead to each of these `groups`, if there are several."""

    frame: Frame
    date: str
    iso: str
    jumps: tuple[Anchor, ...]
    groups: tuple[TaskGroup, ...]
    has_readings: bool
    links: tuple[Anchor, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CampaignCard:
    """A campaign in a list. `mark` is said in previews of what is not public, `days` from when till when."""

    href: str
    title: str
    state: str
    mark: str
    days: str
    summary: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CampaignListView:
    """All campaigns, the latest first."""

    frame: Frame
    date: str
    iso: str
    campaigns: tuple[CampaignCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OccasionRow:
    """An anniversary of a campaign: `day.text` names it with its count; `scale` «năm khác», `flag` what of flags."""

    day: Anchor
    date: str
    iso: str
    scale: str
    flag: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowRow:
    """The days of one form; without a `basis` nobody has set them, as `unset` says."""

    form: str
    starts: str
    starts_iso: str
    ends: str
    ends_iso: str
    basis: Anchor | None
    unset: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SloganRow:
    """A text word for word, and what approved it."""

    text: str
    basis: Anchor | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelRow:
    """A form of telling people, «Pa-nô, áp phích», with its details, which may be ""."""

    form: str
    details: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CampaignView:
    """One campaign. `channels` are the forms in use (`visual` those of banners, flags, boards)."""

    frame: Frame
    card: CampaignCard
    cancelled: bool
    occasions: tuple[OccasionRow, ...]
    topics: tuple[str, ...]
    windows: tuple[WindowRow, ...]
    takedown: str
    takedown_iso: str
    takedown_guessed: bool
    slogans: tuple[SloganRow, ...]
    channels: tuple[ChannelRow, ...]
    visual: tuple[ChannelRow, ...]
    lead: str
    units: tuple[str, ...]
    basis: tuple[Anchor, ...]
    tasks: tuple[TaskRow, ...]
