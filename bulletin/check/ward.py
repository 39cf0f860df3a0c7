"""`content/site.yml` → Ward."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import urlsplit

from bulletin import addresses
from bulletin.check.keys.judge import validate
from bulletin.check.keys.site_yml import CommuneSaid, LivedSaid, MenuSaid, WardSaid
from bulletin.model.contact import Contact, Office
from bulletin.model.issuer import Issuer, Level, Tier
from bulletin.model.number_series import Renumbered
from bulletin.model.place import Place
from bulletin.model.problem import Problem, problem
from bulletin.model.source import Field
from bulletin.model.ward import MenuItem, Related, Ward
from bulletin.words.text.fold import slug
from bulletin.words.text.phones import called

# What residents come for, where site.yml says no menu and no footer of its own, or empty ones.
_MENU = {
    "Thông báo": addresses.NOTICES,
    "Lịch": addresses.CALENDAR,
    "Việc cần làm": addresses.TASKS,
    "Tìm kiếm": addresses.SEARCH,
}
_FOOTER = {
    "Liên hệ": addresses.CONTACT,
    "Lĩnh vực": addresses.FIELDS,
    "Văn bản được dẫn": addresses.DISPATCHES,
    "Chữ viết tắt": addresses.GLOSSARY,
}

_AT_THE_FOOT = {
    "address": "địa chỉ",
    "hours": "giờ làm việc",
    "phone": "điện thoại",
    "mail": "thư điện tử",
    "responsible": "người chịu trách nhiệm",
}


def check_ward(front: Mapping[str, Field], path: str, base_url: str = "") -> tuple[Ward | None, tuple[Problem, ...]]:
    """The configuration as a value, or all that is wrong with it; `base_url` goes before the file's own."""
    stated, problems = validate(WardSaid, front, path, 1, {})
    if stated is None or problems:
        return None, problems
    parts = urlsplit(base_url or stated.base_url)
    return (
        Ward(
            name=stated.name,
            description=stated.description,
            origin=f"{parts.scheme}://{parts.netloc}",
            base=parts.path.rstrip("/"),
            issuer=stated.issuer,
            signed_at=stated.place,
            fields={slug(name): name for name in stated.fields},
            menu=_menu(front, "menu", stated.menu, path) or _usual(_MENU, path),
            footer=_menu(front, "footer", stated.footer, path) or _usual(_FOOTER, path),
            related=tuple(Related(title=r.title, url=r.url) for r in stated.related),
            contacts=tuple(Contact(**c.model_dump(), called=called(c.phone)) for c in stated.contacts),
            office=_office(stated),
            chain=tuple(
                Tier(level=level, name=tier.name, since=tier.since, until=tier.until, next=tuple(_names(tier)))
                for level, tier in _upwards(stated)
                if tier
            ),
            issuers=tuple(
                Issuer(
                    code=row.code,
                    name=row.name,
                    level="any",
                    system="",
                    also=tuple(row.also),
                    since=row.since,
                    until=row.until,
                    next=tuple(row.next),
                    sources=("site.yml",),
                    verified=True,
                )
                for row in stated.issuers
            ),
            renumbered=tuple(_renumbered(stated)),
            years=tuple(sorted(set(stated.years))),
            security=stated.security,
            moved_to=_moved_to(stated),
        ),
        tuple(_lacking(stated, front, parts.hostname or "", path)),
    )


def _office(ward_keys: WardSaid) -> Office | None:
    office = ward_keys.office
    return Office(**office.model_dump(), called=called(office.phone)) if office else None


def _moved_to(ward_keys: WardSaid) -> Mapping[str, str]:
    commune = ward_keys.chain.commune
    return {place.name: place.url for place in commune.next if place.url} if commune else {}


def _is_public(host: str) -> bool:
    """Whether anybody can reach a site there: not where one only tries (RFC 2606, RFC 6761)."""
    return not re.fullmatch(r"(.*\.)?(example|test|invalid|localhost)|example\.(com|net|org)|[0-9.]*", host)


def _lacking(ward_keys: WardSaid, front: Mapping[str, Field], host: str, path: str) -> Iterator[Problem]:
    """What residents look for at the foot of an official page and site.yml does not tell: neither where the office is
    told nor of any contact. A ward that is no more has no office to tell of."""
    if not _is_public(host) or (ward_keys.chain.commune and ward_keys.chain.commune.until):
        return
    rows = [row.model_dump() for row in (ward_keys.office, *ward_keys.contacts) if row]
    lacking = [f"{words} ({key})" for key, words in _AT_THE_FOOT.items() if not any(row.get(key) for row in rows)]
    if lacking:
        line = front["office"].key_line if "office" in front else 1
        yield problem("office-missing", Place(path=path, line=line, col=1), lacking=", ".join(lacking))


def _renumbered(ward_keys: WardSaid) -> Iterator[Renumbered]:
    """What is stated; and whatever of the chain began on a day began with number 1."""
    for row in ward_keys.renumbered:
        yield Renumbered(
            since=row.since,
            until=row.since,
            levels=() if row.issuer else ("commune",),
            systems=("state", "party"),
            issuer=row.issuer,
            why="theo site.yml",
        )
    for level, tier in _upwards(ward_keys):
        if tier and tier.since:
            yield Renumbered(
                since=tier.since, until=tier.since, levels=(level,), systems=("state", "party"), why="theo site.yml"
            )


def _names(tier: CommuneSaid | LivedSaid) -> list[str]:
    """Of what followed it."""
    return [place.name for place in tier.next] if isinstance(tier, CommuneSaid) else tier.next


def _upwards(ward_keys: WardSaid) -> tuple[tuple[Level, CommuneSaid | LivedSaid | None], ...]:
    return (
        ("commune", ward_keys.chain.commune),
        ("district", ward_keys.chain.district),
        ("province", ward_keys.chain.province),
    )


def _usual(items: Mapping[str, str], path: str) -> tuple[MenuItem, ...]:
    return tuple(MenuItem(title=title, url=url, place=Place(path=path)) for title, url in items.items())


def _menu(front: Mapping[str, Field], key: str, items: Iterable[MenuSaid], path: str) -> tuple[MenuItem, ...]:
    return tuple(MenuItem(title=m.title, url=m.url, place=_item(front, key, i, path)) for i, m in enumerate(items))


def _item(front: Mapping[str, Field], key: str, index: int, path: str) -> Place:
    items = front[key].value
    field = items[index] if isinstance(items, tuple) else front[key]
    return Place(path=path, line=field.line, col=field.col)
