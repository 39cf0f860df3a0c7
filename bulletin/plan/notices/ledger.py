"""`/so-dang/`: what was published, corrected and withdrawn, by month."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import groupby

from bulletin import addresses
from bulletin.model.notice import Notice
from bulletin.model.views.frame import Anchor
from bulletin.model.views.notices import LedgerRow, LedgerView
from bulletin.model.views.page import Planned
from bulletin.model.withdrawn import Withdrawn
from bulletin.plan.desk.site_frame import Site
from bulletin.words.dates.printed import short

_HEADING = "Sổ đăng"


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerInputs:
    """What the pages see: the shown notices, and the withdrawn ones."""

    site: Site
    today: date
    notices: tuple[Notice, ...]
    withdrawn: tuple[Withdrawn, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Deed:
    """What was done on a day with a notice, whose title is told unless it is called back."""

    on: date
    what: str
    url: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthInputs:
    """What one page sees: its month and all that was done in it, the last first; `months` are all of them with how much
    was done in each, the last first."""

    site: Site
    url: str
    month: date
    deeds: tuple[_Deed, ...]
    months: tuple[tuple[date, int], ...]


def ledger(seen: LedgerInputs) -> Iterator[Planned]:
    """A page a month; the last month stands at `/so-dang/` too, which leads to all."""
    deeds = sorted(_deeds(seen), key=lambda deed: (deed.on, deed.what, deed.url), reverse=True)
    by_month = [(month, tuple(rows)) for month, rows in groupby(deeds, key=lambda deed: deed.on.replace(day=1))]
    months = tuple((month, len(rows)) for month, rows in by_month)
    last = by_month[0] if by_month else (seen.today.replace(day=1), ())
    for url, (month, rows) in [
        (addresses.LEDGER, last),
        *((addresses.ledger_url(month), (month, rows)) for month, rows in by_month),
    ]:
        inputs = MonthInputs(site=seen.site, url=url, month=month, deeds=rows, months=months)
        yield Planned(url=url, template="ledger.html", view=partial(ledger_view, inputs))


def _deeds(seen: LedgerInputs) -> Iterator[_Deed]:
    for notice in seen.notices:
        yield _deed(notice, notice.published_on, "Đăng")
        for one in notice.corrected:
            if one.on <= seen.today:
                yield _deed(notice, one.on, f"Sửa ({one.what.rstrip('.')})")
    for gone in seen.withdrawn:
        if gone.key or gone.page:
            reason = f" ({gone.reason.rstrip('.')})" if gone.reason else ""
            url = addresses.notice_url(gone.key) if gone.key else addresses.page_url(gone.page)
            yield _Deed(on=min(gone.on or gone.since, seen.today), what=f"Thu hồi{reason}", url=url, title="")


def _deed(notice: Notice, on: date, what: str) -> _Deed:
    return _Deed(on=on, what=what, url=addresses.notice_url(notice.key), title=notice.headline)


def ledger_view(seen: MonthInputs) -> LedgerView:
    """What is on it."""
    site, month = seen.site, f"tháng {seen.month.month}/{seen.month.year}"
    is_first = seen.url == addresses.LEDGER
    crumbs = () if is_first else (site.anchor(addresses.LEDGER, _HEADING),)
    description = f"Những thông báo đã đăng, đã sửa, đã thu hồi trong {month}."
    title = _HEADING if is_first else f"{_HEADING} {month}"
    return LedgerView(
        frame=site.frame(seen.url, title, description=description, crumbs=crumbs),
        heading=_HEADING if is_first else f"{_HEADING}: {month}",
        month=f"{month[0].upper()}{month[1:]}" if is_first else "",
        rows=tuple(_rows(site, seen.deeds)),
        months=_months(site, seen.months) if is_first else (),
        manifest="" if site.preview else site.absolute(addresses.MANIFEST_JSON),
    )


def _rows(site: Site, deeds: Iterable[_Deed]) -> Iterator[LedgerRow]:
    for deed in deeds:
        text = deed.title or site.absolute(deed.url)
        yield LedgerRow(day=short(deed.on), iso=deed.on.isoformat(), what=deed.what, notice=site.anchor(deed.url, text))


def _months(site: Site, months: Sequence[tuple[date, int]]) -> tuple[Anchor, ...]:
    return tuple(
        site.anchor(addresses.ledger_url(month), f"Tháng {month.month}/{month.year}", str(count))
        for month, count in months
    )
