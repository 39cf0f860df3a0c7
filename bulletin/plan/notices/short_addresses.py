"""Short addresses, for paper: «/t/75-2022/» leads to the notice of that number, or lets people choose among several.

Printed papers carry them for years. So the addresses of a notice's older names (`aliases`) are kept too, and one that
comes to be shared becomes a page of choice. Capitals would make smaller QR codes, but static hosts part /T/ from /t/.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from bulletin.addresses import NOTICES, notice_url, short_url
from bulletin.model.issuer import Issuer
from bulletin.model.notice import Notice
from bulletin.model.views.notices import Group, ListView
from bulletin.model.views.page import Planned
from bulletin.plan.desk.redirects import RedirectInputs, redirect
from bulletin.plan.desk.site_frame import Site
from bulletin.plan.desk.standing import Standing, newest
from bulletin.words.text.fold import slug

_OLD = re.compile(rf"{NOTICES}(?P<key>[0-9]{{4}}/(?P<name>[a-z0-9-]+))/")
_NUMBERED = re.compile(r"(?P<serial>[0-9]+[a-z]?)-(?:(?:19|20)[0-9]{2}-)?(?P<codes>.+)")
_VOWEL = re.compile("[aeiou]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Codes:
    """The parts of numbers, folded: «tb» and others of types, «ubnd» and others of issuers."""

    types: frozenset[str]
    issuers: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceInputs:
    """What a page sees at which one chooses among several notices, oldest first."""

    site: Site
    url: str
    standings: tuple[Standing, ...]


def codes(types: Iterable[str], issuers: Iterable[Issuer]) -> Codes:
    """Those of types, and of issuers under every name that their rows give."""
    return Codes(
        types=frozenset(map(slug, types)),
        issuers=frozenset(slug(code) for row in issuers for code in (row.code, *row.also) if code),
    )


def by_short_address(shown: Iterable[Standing], known: Codes) -> Mapping[str, tuple[Standing, ...]]:
    """Short address → the notices to which it leads, oldest first."""
    led_to: dict[str, dict[str, Standing]] = {}
    for standing in shown:
        notice = standing.notice
        aliases = (alias.url for alias in notice.aliases)
        for url in short_addresses(notice.key, notice.number.serial if notice.number else "", aliases, known):
            led_to.setdefault(url, {})[standing.notice.key] = standing
    return {url: tuple(by_key.values()) for url, by_key in led_to.items()}


def short_page(site: Site, url: str, standings: tuple[Standing, ...]) -> Planned:
    """What stands at a short address: the way to a notice, or a choice."""
    if len(standings) > 1:
        seen = ChoiceInputs(site=site, url=url, standings=standings)
        return Planned(url=url, template="short.html", view=partial(choice_view, seen))
    notice = standings[0].notice
    to = notice_url(notice.key)
    return redirect(RedirectInputs(site=site, url=url, to=to, title=notice.headline, source=notice.place))


def choice_view(seen: ChoiceInputs) -> ListView:
    """The notices of one short address."""
    notices = [standing.notice for standing in seen.standings]
    numbers = {(notice.number.serial if notice.number else "", notice.signed_on.year) for notice in notices}
    serial, year = numbers.pop() if len(numbers) == 1 else ("", 0)
    heading = f"Có {len(notices)} thông báo " + (f"số {serial} năm {year}" if serial else "cùng địa chỉ này")
    return ListView(
        frame=seen.site.frame(seen.url, heading),
        heading=heading,
        groups=(Group(title="", href="", cards=newest(seen.site, seen.standings)),),
        newer=None,
        older=None,
    )


def short_address(notice: Notice) -> str:
    return short_url(notice.key, notice.number.serial if notice.number else "")


def short_addresses(key: str, serial: str, aliases: Iterable[str], known: Codes) -> Iterator[str]:
    """The short address of a notice and those that it had under older names, whether with a number then or without."""
    yield short_url(key, serial)
    for alias in aliases:
        if old := _OLD.fullmatch(alias):
            yield short_url(old["key"], "")
            number = _NUMBERED.fullmatch(old["name"])
            if number and _is_codes(number["codes"], known.types, known.issuers):
                yield short_url(old["key"], number["serial"])


def _is_codes(name: str, types: Collection[str], issuers: Collection[str]) -> bool:
    """Whether «kh-ubnd» are codes of a number. «viec-can-lam» is not, nor «du-an», though Đảng ủy is ĐU: what can be
    read as a word counts only where more speaks for it."""
    first, _, rest = name.partition("-")
    no_word = not _VOWEL.search(first)
    if first in types and rest:
        return no_word or any(f"{rest}-".startswith(f"{code}-") for code in issuers)
    return first in issuers and (no_word or len(first) > 3)
