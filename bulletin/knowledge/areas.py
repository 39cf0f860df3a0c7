"""What became of a province: a place of a ward's chain with its life, and a body that ended with its province."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from bulletin.model.issuer import Area, Body, Issuer, Level, Tier
from bulletin.words.text.fold import fold

Areas = Mapping[str, Area]


def dated(chain: Iterable[Tier], areas: Areas) -> tuple[Tier, ...]:
    """The chain with what the table knows of its places: «tỉnh Đồng Nai» is «thành phố Đồng Nai» since 30/4/2026.

    A place of which the ward tells days itself stays as it is told, and so does one that no row names. A special zone
    whose province is not told gets it.
    """
    tiers = tuple(chain)
    found = [life for tier in tiers for life in _life(tier, areas)]
    if not any(tier.level == "province" for tier in tiers):
        zones = [area for tier in tiers if (area := _found(tier.name, areas)) and area.within]
        found += [_tier(area) for zone in zones for area in areas.values() if area.name == zone.within and area.code]
    return tuple(found)


def elsewhere(issuer: Issuer, place: str, areas: Areas) -> Body:
    """The body of another place: «Ủy ban nhân dân tỉnh Bình Dương» ended with its province, and what followed."""
    name = f"{issuer.name} {place}"
    area = _found(place, areas)
    if not area or not area.until:
        return Body(name=name)
    following = tuple(f"{issuer.name} {other}" for other in area.next)
    return Body(name=name, until=area.until, sure=area.verified, renamed=area.renamed, next=following)


def _life(tier: Tier, areas: Areas) -> Iterator[Tier]:
    area = _found(tier.name, areas)
    if tier.since or tier.until or area is None or (tier.level == "province") is (area.kind == "đặc khu"):
        yield tier
        return
    before = (row for row in areas.values() if row.name == area.name and area.full in row.next)
    yield from map(_tier, before)
    while area:
        yield _tier(area)
        area = _found(area.next[0], areas) if len(area.next) == 1 else None


def _found(name: str, areas: Areas) -> Area | None:
    return areas.get(fold(name))


def _tier(area: Area) -> Tier:
    level: Level = "commune" if area.kind == "đặc khu" else "province"
    return Tier(level=level, name=area.full, since=area.since, until=area.until, next=area.next, renamed=area.renamed)
