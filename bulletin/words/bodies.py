"""Names of offices: when two of them may be one body's."""

from __future__ import annotations

import re

from bulletin.words.fold import slug

# Where the name of the office ends and that of its place begins; «xã hội» is no place.
_PLACE = re.compile(r"(?<!\w)(?:phường|xã(?! hội)|thị trấn|quận|huyện|thị xã|thành phố|tp|tỉnh)(?!\w)")


def one_body(one: str, other: str) -> bool:
    """Whether two names may be one body's: «UBND phường» and «Ủy ban nhân dân phường Thử» may, «UBND quận» may not.

    An unknown name ("") may be anybody's.
    """
    if not one or not other:
        return True
    (head, place), (other_head, other_place) = _parts(one), _parts(other)
    return _begins(place, other_place) and (
        _begins(head, other_head)
        or f"-{head}".endswith(f"-{other_head}")
        or f"-{other_head}".endswith(f"-{head}")
        or _initials(head) == other_head
        or _initials(other_head) == head
    )


def _parts(name: str) -> tuple[str, str]:
    low = name.casefold()
    match = _PLACE.search(low)
    cut = match.start() if match else len(low)
    return slug(low[:cut]), slug(low[cut:])


def _begins(one: str, other: str) -> bool:
    """Whether one begins with the other, in whole words; nothing begins everything."""
    return not one or not other or f"{one}-".startswith(f"{other}-") or f"{other}-".startswith(f"{one}-")


def _initials(name: str) -> str:
    return "".join(word[:1] for word in name.split("-"))
