"""Short addresses, for paper: «/t/75-2022/» leads to the notice of that number, or lets people choose among several.

Printed papers carry them for years. So the addresses of a notice's older names (`aliases`) are kept too, and one that
comes to be shared becomes a page of choice. Capitals would make smaller QR codes, but static hosts part /T/ from /t/.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from bulletin import knowledge
from bulletin.addresses import NOTICES, notice_url, short_url
from bulletin.model.archive import Entry
from bulletin.model.notice import Notice
from bulletin.model.views.notices import Group, ListView, RedirectView
from bulletin.model.views.page import Page
from bulletin.plan.desk.desk import Desk
from bulletin.plan.desk.standing import newest
from bulletin.words.text.fold import slug

_OLD = re.compile(rf"{NOTICES}(?P<key>[0-9]{{4}}/(?P<name>[a-z0-9-]+))/")
_NUMBERED = re.compile(r"(?P<serial>[0-9]+[a-z]?)-(?:(?:19|20)[0-9]{2}-)?(?P<codes>.+)")
_VOWEL = re.compile("[aeiou]")


def short_pages(desk: Desk) -> Iterator[Page]:
    """One page a short address of what is shown."""
    known = knowledge.load()
    types = {slug(code) for code in known.type_codes}
    issuers = {slug(code) for row in (*known.issuers, *desk.ward.issuers) for code in (row.code, *row.also) if code}
    found: dict[str, dict[str, Entry]] = {}
    for entry in desk.shown:
        for url in _addresses(entry.notice, types, issuers):
            found.setdefault(url, {})[entry.notice.key] = entry
    for url, by_key in found.items():
        entries = tuple(by_key.values())
        yield _choice(desk, url, entries) if len(entries) > 1 else _redirect(desk, url, entries[0])


def short_address(notice: Notice) -> str:
    return short_url(notice.key, notice.number.serial if notice.number else "")


def _addresses(notice: Notice, types: Collection[str], issuers: Collection[str]) -> Iterator[str]:
    """The short address of a notice and those that it had under older names, whether with a number then or without."""
    yield short_address(notice)
    for alias in notice.aliases:
        if old := _OLD.fullmatch(alias.url):
            yield short_url(old["key"], "")
            number = _NUMBERED.fullmatch(old["name"])
            if number and _is_codes(number["codes"], types, issuers):
                yield short_url(old["key"], number["serial"])


def _is_codes(name: str, types: Collection[str], issuers: Collection[str]) -> bool:
    """Whether «kh-ubnd» are codes of a number. «viec-can-lam» is not, nor «du-an», though Đảng ủy is ĐU: what can be
    read as a word counts only where more speaks for it."""
    first, _, rest = name.partition("-")
    no_word = not _VOWEL.search(first)
    if first in types and rest:
        return no_word or any(f"{rest}-".startswith(f"{code}-") for code in issuers)
    return first in issuers and (no_word or len(first) > 3)


def _redirect(desk: Desk, url: str, entry: Entry) -> Page:
    to = notice_url(entry.notice.key)
    view = RedirectView(href=desk.ward.href(to), url=desk.ward.absolute(to), title=entry.notice.headline)
    return Page(url=url, template="redirect.html", view=view, source=entry.notice.place)


def _choice(desk: Desk, url: str, entries: tuple[Entry, ...]) -> Page:
    numbers = {(e.notice.number.serial if e.notice.number else "", e.notice.signed_on.year) for e in entries}
    serial, year = numbers.pop() if len(numbers) == 1 else ("", 0)
    heading = f"Có {len(entries)} thông báo " + (f"số {serial} năm {year}" if serial else "cùng địa chỉ này")
    view = ListView(
        frame=desk.frame(url, heading),
        heading=heading,
        groups=(Group(title="", href="", cards=newest(desk.site, (desk.standings[e.notice.key] for e in entries))),),
        newer=None,
        older=None,
        links=(),
    )
    return Page(url=url, template="short.html", view=view)
