"""What stands where a withdrawn notice stood: that it is called back, when and why, and not a word of it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from bulletin import addresses
from bulletin.addresses import file_of, notice_url, page_url
from bulletin.model.views.machines import TextView
from bulletin.model.views.notices import WithdrawnView
from bulletin.model.views.page import Planned
from bulletin.model.withdrawn import Withdrawn
from bulletin.plan.desk.site_frame import Site
from bulletin.plan.desk.withdrawn_heading import heading
from bulletin.plan.notices.short_addresses import Codes, short_addresses


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawnInputs:
    """What one such page sees, which stands at `url`."""

    site: Site
    withdrawn: Withdrawn
    url: str


def withdrawn_urls(gone: Withdrawn, known: Codes) -> tuple[str, ...]:
    """Where a withdrawn notice stood: its page, its short address, its old ones."""
    if gone.page:
        return (page_url(gone.page), *gone.aliases)
    if not gone.key:
        return gone.aliases
    serial = gone.number.serial if gone.number else ""
    return tuple(
        dict.fromkeys(
            (notice_url(gone.key), *gone.aliases, *short_addresses(gone.key, serial, gone.aliases, known)),
        )
    )


def withdrawn_pages(
    site: Site, withdrawn: Iterable[Withdrawn], known: Codes, taken: Iterable[Planned]
) -> Iterator[Planned]:
    """One page an address, where nothing else has come to stand meanwhile (`taken`): a paper published anew."""
    used = {file_of(page.url).casefold() for page in taken}
    used |= {"/".join(path.split("/")[:i]) for path in used for i in range(1, path.count("/") + 1)}
    for gone in withdrawn:
        for url in withdrawn_urls(gone, known):
            path = file_of(url).casefold()
            above = {"/".join(path.split("/")[:i]) for i in range(1, path.count("/") + 1)}
            if path not in used and not any(f in used and "." in f.rpartition("/")[2] for f in above):
                used.add(path)
                yield withdrawn_page(WithdrawnInputs(site=site, withdrawn=gone, url=url))


def withdrawn_list(site: Site, urls: Iterable[str]) -> Planned:
    """Where all withdrawn notices stood, for the phones that keep pages: also where another stands by now."""
    listed = sorted({site.href(url) for url in urls})
    text = json.dumps(listed, ensure_ascii=False, separators=(",", ":"))
    return Planned(url=addresses.WITHDRAWN_JSON, template="text", view=lambda: TextView(text=f"{text}\n"))


def withdrawn_page(seen: WithdrawnInputs) -> Planned:
    """One page."""
    return Planned(
        url=seen.url,
        template="withdrawn.html",
        view=partial(withdrawn_view, seen),
        source=seen.withdrawn.place,
    )


def withdrawn_view(seen: WithdrawnInputs) -> WithdrawnView:
    """What is on it."""
    gone, site = seen.withdrawn, seen.site
    title, what = heading(gone), "Trang" if gone.page else "Thông báo"
    return WithdrawnView(
        frame=site.frame(seen.url, title, description=f"{what} ở địa chỉ này: {title[0].lower()}{title[1:]}."),
        what=what,
        heading=title,
        reason=gone.reason,
        all_href=site.href(addresses.NOTICES),
    )
