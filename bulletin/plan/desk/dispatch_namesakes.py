"""Where cited documents stand: an address once published keeps answering.

A document stands at its number and period, «/van-ban/12-qd-ubnd-2022/», whatever else is found out about it. When
another body, or another series of one year, has the same, each stands at its whole key, «…-huyen-mau/», and the plain
address lets people choose; so does every shorter form of a key. What was a document's address before somebody completed
its issuer, corrected its day or cited a namesake is thus a page still. Nothing here depends on the order of notices.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import chain

from bulletin.model.dispatch import Mention
from bulletin.words.papers.administrative_units import KINDS
from bulletin.words.papers.document_numbers import dispatch_key
from bulletin.words.text.fold import slug

_KINDS = tuple(slug(kind) for kind in KINDS)
Found = Mapping[str, list[Mention]]


def addresses(found: Found) -> dict[str, str]:
    """Key of a document → its address; `found` are its mentions by its key."""
    plain = {key: mentions[0].address for key, mentions in found.items()}
    shared: dict[str, list[str]] = {}
    for key, address in plain.items():
        shared.setdefault(address, []).append(key)
    return {key: address if len(shared[address]) == 1 else key for key, address in plain.items()}


def aliases(own: Mapping[str, str], citing: Iterable[tuple[Mention, date, str]]) -> dict[str, tuple[str, ...]]:
    """Address → the keys of the documents that it may mean, where none of them stands itself. `own` is as `addresses`
    makes it, `citing` every mention with the day of its notice and the key of its document."""
    taken = set(own.values())
    meant: dict[str, dict[str, None]] = {}
    for mention, signed_on, key in citing:
        mark = mention.key.removeprefix(mention.address).lstrip("-")
        plain = {mention.address: None}
        # Before its day was written, its year was that of the notice.
        if mention.dated and mention.plain and not mention.number.year:
            plain[dispatch_key(mention.number, signed_on.year)] = None
        for address in chain.from_iterable(_forms(one, mark) for one in plain):
            if address not in taken:
                meant.setdefault(address, {})[key] = None
    return {address: tuple(sorted(keys)) for address, keys in sorted(meant.items())}


def _forms(plain: str, mark: str) -> Iterator[str]:
    """The key and its shorter forms: «…-2022», «…-2022-huyen» of before somebody wrote which, «…-2022-huyen-mau»."""
    yield plain
    if mark:
        yield f"{plain}-{mark}"
    yield from (f"{plain}-{kind}" for kind in _KINDS if mark.startswith(f"{kind}-"))


def parted(found: Found, days_of: Mapping[str, tuple[date, ...]]) -> dict[str, tuple[date, ...]]:
    """Key → the days on which numbers began anew between the certain days of its mentions: it is several documents."""
    parts = {}
    for key, begun in days_of.items():
        days = sorted({m.dated for m in found[key] if m.dated and "date" not in m.guessed})
        if between := tuple(day for day in begun if days and days[0] < day <= days[-1]):
            parts[key] = between
    return parts
