"""What tells one task of a source from the others, and stays when its day or hour is corrected or another is added.

A task is named by the first words of what it asks for, times left out: «2022/75-tb-du/nop-ho-so-dang». Two of the same
words are numbered. What an editor states has the name of what the machine reads for the same days or, when its days are
corrected, in the same words: so neither confirming nor moving a task makes another one of it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import product

from bulletin.model.deadline import Deadline, Event
from bulletin.words.text.fold import slug

_WORDS = 4
# «tổ 1» is one word: items of one list differ by nothing else. Other figures are times.
_WORD = re.compile(
    r"""
      (?<!\w) (?:tổ(?:[ ]dân[ ]phố)?|khu(?:[ ]phố)?|xóm|thôn|ấp|khối|lớp|ngõ|phố|tuyến|cụm|nhóm|đợt|mũi)
      \s+[0-9]{1,3}(?![0-9/])
    | [^\W\d_]+
    """,
    re.IGNORECASE | re.VERBOSE,
)
# Words that tell a time, that one is changed, or nothing at all.
_EMPTY = frozenset(map(slug, (
    "ngày", "tháng", "năm", "giờ", "phút", "h", "từ", "đến", "trước", "sau", "lúc", "vào", "hết", "chậm", "nhất",
    "sáng", "chiều", "tối", "trưa", "thứ", "hai", "ba", "tư", "sáu", "bảy", "chủ", "nhật", "và", "các", "những", "kể",
    "tới", "khoảng", "hôm", "nay", "cn", "kết", "thúc", "bắt", "đầu", "hạn", "chót", "cuối", "muộn", "dời", "lùi",
    "chuyển", "sang", "hoãn", "đổi", "lại", "thời", "gian", "dự", "kiến", "sẽ", "được", "là", "thì", "để", "theo",
    "tại", "của", "cho", "kính", "mời", "bà", "con", "đề", "nghị", "xin",
)))  # fmt: skip


def ids_of_readings(key: str, readings: Iterable[Deadline]) -> list[str]:
    """One for each, in their order."""
    return _numbered(key, [_name("".join(one.sentence[::2])) or one.kind for one in readings])


def ids_of_events(key: str, events: Sequence[Event], readings: Sequence[Deadline]) -> list[str]:
    """One for each, in their order; `readings` are what the machine reads of the same source."""
    read = dict(enumerate(ids_of_readings(key, readings)))
    found: dict[int, str] = {}
    for i, event in enumerate(events):
        same = next((j for j, one in enumerate(readings) if j in read and tells_same(one, event)), None)
        if same is not None:
            found[i] = read.pop(same)
    left = [i for i in range(len(events)) if i not in found]
    for shared, i, j in sorted((-_alike(events[i], readings[j]), i, j) for i, j in product(left, read)):
        if shared and i not in found and j in read:
            found[i] = read.pop(j)
    rest = [i for i in range(len(events)) if i not in found]
    own = _numbered(key, [_name(events[i].what) or events[i].kind for i in rest], found.values())
    found.update(zip(rest, own, strict=True))
    return [found[i] for i in range(len(events))]


def tells_same(one: Deadline, event: Event) -> bool:
    """Whether a reading is of the very days that an editor states."""
    if event.rrule:
        return one.rrule == event.rrule
    return (one.by or one.ends_on, one.by or one.starts_on) == (
        event.by or event.ends_on,
        event.by or event.starts_on,
    )


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[str, ...]:
    return tuple(word for word in map(slug, _WORD.findall(text)) if word and word not in _EMPTY)


def _alike(event: Event, reading: Deadline) -> int:
    return len(set(_words(event.what)) & set(_words("".join(reading.sentence))))


def _name(text: str) -> str:
    return "-".join(_words(text)[:_WORDS])


def _numbered(key: str, names: Iterable[str], taken: Iterable[str] = ()) -> list[str]:
    used, count, ids = set(taken), Counter[str](), []
    for name in names:
        while True:
            count[name] += 1
            id_ = f"{key}/{name}" if count[name] == 1 else f"{key}/{name}-{count[name]}"
            if id_ not in used:
                break
        used.add(id_)
        ids.append(id_)
    return ids
