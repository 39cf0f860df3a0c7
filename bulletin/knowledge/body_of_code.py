"""A code's row and a step of the chain make one body: (Quận ủy, quận Long Biên) → «Quận ủy Long Biên»."""

from __future__ import annotations

from bulletin.model.issuer import Body, Issuer, Tier
from bulletin.words.dates.printed import short
from bulletin.words.papers.administrative_units import KINDS

# Names whose last words say the kind of place already, so that only the place's own name follows.
_SAID = {
    "Quận ủy": "quận",
    "Huyện ủy": "huyện",
    "Thị ủy": "thị xã",
    "Thành ủy": "thành phố",
    "Tỉnh ủy": "tỉnh",
    "Thành đoàn": "thành phố",
    "Tỉnh đoàn": "tỉnh",
    **{f" {kind}": kind for kind in sorted(KINDS, key=len, reverse=True)},
}


def body(issuer: Issuer, tier: Tier | None) -> Body:
    """The body as residents read it, with the end of whichever ended first: the issuer everywhere, or its place.

    Central bodies have no place; without a tier the row's own name stands.
    """
    if tier is None or issuer.level == "central":
        return alone(issuer)
    place = tier.name
    if kind := _kind(issuer.name):
        place = _without(kind, place)
    ended = [row for row in (issuer, tier) if row.until]
    if not ended:
        return Body(name=f"{issuer.name} {place}")
    until = min(row.until for row in ended if row.until)
    # When both ended on one day, what followed the body says more than what followed its place.
    first = [row for row in ended if row.until == until]
    following = next((row.next for row in first if row.next), ())
    sure = tier in first or issuer.verified  # a ward knows of its own places
    renamed = first == [tier] and tier.renamed
    if renamed and not _kind(issuer.name):
        following = tuple(f"{issuer.name} {other}" for other in tier.next)
    return Body(
        name=f"{issuer.name} {place}",
        until=until,
        about=issuer.about if first == [issuer] else "",
        sure=sure,
        renamed=renamed,
        next=following,
    )


def alone(issuer: Issuer) -> Body:
    """The body of a row where no place is known, or where there is none: «Bộ Nội vụ»."""
    sure = issuer.verified or not issuer.until
    return Body(name=issuer.name, until=issuer.until, about=issuer.about, sure=sure, next=issuer.next)


def end_in_words(body: Body) -> str:
    """«đã kết thúc hoạt động từ ngày 01/7/2025», «… trong tháng 02/2025», «mang tên khác từ ngày 30/4/2026»; ""; with
    «(chưa đối chiếu)» where nobody has checked it."""
    if not body.until:
        return ""
    year, _, month = body.about.partition("-")
    day = f"từ ngày {short(body.until)}"
    when = (f"trong tháng {month}/{year}" if month else f"trong năm {year}") if year else day
    doubt = "" if body.sure else " (chưa đối chiếu)"
    return f"{'mang tên khác' if body.renamed else 'đã kết thúc hoạt động'} {when}{doubt}"


def fits(issuer: Issuer, tier: Tier) -> bool:
    """Whether there can be such a body there: a Quận ủy in a quận, not in a huyện; no Tỉnh ủy in thành phố Hà Nội."""
    kind = _kind(issuer.name)
    return issuer.level in ("any", tier.level) and (not kind or _without(kind, tier.name) != tier.name)


def _kind(name: str) -> str:
    spelled = name.casefold().replace("uỷ", "ủy")
    return next((kind for end, kind in _SAID.items() if spelled.endswith(end.casefold())), "")


def _without(kind: str, place: str) -> str:
    """«quận Long Biên» → «Long Biên»; a place of another kind, or of none, stays as it is."""
    return place[len(kind) + 1 :] if place.casefold().startswith(f"{kind} ") else place
