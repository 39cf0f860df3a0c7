"""Names of offices: spelled out, as an identity, and when two of them may be one body's."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from bulletin.words.papers.administrative_units import PLACE, SHORT
from bulletin.words.text.fold import slug

# Where the name of the office ends and that of its place begins.
_PLACE = re.compile(rf"(?<!\w)(?:{PLACE}|tp)(?!\w)")
# What clerks shorten in the names of bodies, longer shapes first. Codes in capitals only, for «xã Ca Thành» has no
# police, but for the two that are typed in every way and are no syllable: «Ubnd phường».
_SPELLED: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(rf"(?<![\w.])(?:{short})(?!\w)"), whole)
    for short, whole in (
        (r"(?:(?i:tp|thành phố)\.? ?)HCM", "thành phố Hồ Chí Minh"),
        (
            r"(?i:(?:(?:UB|ủy ban) ?)?(?:MTTQ|mặt trận tổ quốc)(?: ?(?:VN|Việt Nam))?)",
            "Ủy ban Mặt trận Tổ quốc Việt Nam",
        ),
        ("(?i:UBND)", "Ủy ban nhân dân"),
        ("(?i:HĐND)", "Hội đồng nhân dân"),
        ("UBKT", "Ủy ban Kiểm tra"),
        ("ĐU", "Đảng ủy"),
        ("BCHQS|BCH QS", "Ban Chỉ huy Quân sự"),
        ("BCH(?= (?i:quân sự|pctt|phòng chống|phòng, chống))", "Ban Chỉ huy"),
        ("BCH(?= (?i:đảng|đoàn|hội|công đoàn|liên đoàn|chi bộ|trung ương))", "Ban Chấp hành"),
        ("BTV", "Ban Thường vụ"),
        ("BTT", "Ban Thường trực"),
        ("BCĐ", "Ban Chỉ đạo"),
        ("BQL", "Ban Quản lý"),
        ("^CA", "Công an"),
        ("^VP", "Văn phòng"),
    )
)
_STANDING = re.compile(r"(?<![\w.])TT\.? ?(?=HĐND|Hội đồng|ĐU\b|Đảng ủy)")
_SHORT_KIND = re.compile(rf"(?<!\S)(?i:(?P<dotted>{'|'.join(SHORT)})\.\s?|(?P<bare>TP|TX|ĐK)\s)(?=\w)")
_KIND = re.compile(rf"(?<=\s)(?i:{PLACE})(?!\w)")


def spelled(name: str) -> str:
    """The name in whole words: «UBND P.Thử» and «Uỷ ban nhân dân Phường Thử» → «Ủy ban nhân dân phường Thử»."""
    whole = " ".join(name.split()).replace("Uỷ", "Ủy").replace("uỷ", "ủy").replace("UỶ", "ỦY")
    whole = _STANDING.sub("Thường trực ", whole)
    for pattern, words in _SPELLED:
        whole = pattern.sub(words, whole)
    whole = _SHORT_KIND.sub(lambda m: f"{SHORT[(m['dotted'] or m['bare']).lower()]} ", whole)
    return " ".join(_KIND.sub(lambda m: m[0].lower(), whole).split())


# For pages, which tell the same few hundred bodies again and again; whoever reads a notice keeps nothing.
whole_name = lru_cache(maxsize=4096)(spelled)


def body_slug(name: str) -> str:
    """The identity of a body: however it is spelled, one."""
    return slug(spelled(name))


def best_spelling(names: Iterable[str]) -> str:
    """Of the spellings of one name, oldest first, the one to show: with the fewest words in capitals («THỬ»), then the
    most frequent, then the newest."""
    counts = Counter(reversed(list(names)))
    return max(counts, key=lambda name: (-sum(word.isupper() for word in name.split()), counts[name]))


def place_of(name: str) -> str:
    """«Ủy ban nhân dân phường Thử» → «phường Thử»; "" when a name tells none."""
    whole = spelled(name)
    match = _PLACE.search(whole.casefold())
    return whole[match.start() :] if match else ""


def one_body(name: str, other: str) -> bool:
    """Whether two names may be one body's: «UBND phường» and «Ủy ban nhân dân phường Thử» may, «UBND quận» may not.

    An unknown name ("") may be anybody's.
    """
    if not name or not other:
        return True
    (head, place), (other_head, other_place) = _parts(name), _parts(other)
    return _begins(place, other_place) and (
        _begins(head, other_head)
        or f"-{head}".endswith(f"-{other_head}")
        or f"-{other_head}".endswith(f"-{head}")
        or _initials(head) == other_head
        or _initials(other_head) == head
    )


def _parts(name: str) -> tuple[str, str]:
    low = spelled(name).casefold()
    match = _PLACE.search(low)
    cut = match.start() if match else len(low)
    return slug(low[:cut]), slug(low[cut:])


def _begins(part: str, other: str) -> bool:
    """Whether one part of a name begins with the other, in whole words; nothing begins everything."""
    return not part or not other or f"{part}-".startswith(f"{other}-") or f"{other}-".startswith(f"{part}-")


def _initials(name: str) -> str:
    return "".join(word[:1] for word in name.split("-"))
