"""What a task is called in somebody's calendar, where a month shows a few words of it and a day a line:

Hạn chót: Đấu giá cho thuê mặt bằng ki-ốt chợ Thử: Nộp tiền đặt trước
Tạm ngừng cung cấp điện để sửa chữa lưới điện – Tổ dân phố 1, 2, 3
"""

from __future__ import annotations

import re
from functools import lru_cache

from bulletin.plan.calendar.vocabulary import OPEN_END
from bulletin.plan.desk.task import Task
from bulletin.words.text.fold import slug
from bulletin.words.text.shorten import shorten

_LONGEST = 80
_LEAST_HEAD = 30  # of a headline so much must stay that one knows it
_LONGEST_WHERE = 40
_SAME = 2  # words with which a headline and its part begin that are not said twice
_IN_BRACKETS = re.compile(r" ?\([^()]*\)")
_DUE = re.compile(r"(?:thời )?hạn(?!\w)", re.IGNORECASE)
_FIGURE = re.compile("[0-9]")


def whole_of(task: Task) -> str:
    """What is to be done, at full length: as the editor says, else the headline of its notice and the part of it."""
    head = task.what or task.label
    return f"{head}{_part(task.part, head)}"


def title_of(task: Task) -> str:
    """«Hạn chót: nộp hồ sơ», «Đã hủy: họp dân – nhà văn hóa», «Bắt đầu: đổi rác lấy quà (cho đến khi …)»: of a long one
    the headline is cut at a word before its part is, and the place is left out where there is no room for it."""
    head = task.what or task.label
    part, before = _part(task.part, head), _before(task, head)
    place = _place(task.where, f"{head}{part}")
    if len(place) > _LONGEST - len(before) - len(part) - _LEAST_HEAD:
        place = ""
    head = shorten(head, max(_LEAST_HEAD, _LONGEST - len(before) - len(part) - len(place)))
    title = shorten(f"{before}{head}{part}{place}", _LONGEST)
    behind = f" ({OPEN_END})" if task.has_open_end and task.is_until_told else ""
    return f"{title}{behind}" if len(title) + len(behind) <= _LONGEST else title


def _before(task: Task, head: str) -> str:
    off = f"{task.changed.mark}: " if task.changed and task.is_off else ""
    is_due = task.kind == "deadline" or not (task.rrule or task.first)
    if task.has_open_end:
        return f"{off}Bắt đầu: "
    return f"{off}Hạn chót: " if is_due and not _DUE.match(head) else off


def _place(where: str, head: str) -> str:
    """« – Tổ dân phố 1, 2, 3», unless the words before it say so already."""
    short = " ".join(_IN_BRACKETS.sub("", where).split())
    is_told = f"-{slug(short)}-" in f"-{slug(head)}-"
    return f" – {short}" if short and len(short) <= _LONGEST_WHERE and not is_told else ""


def _part(part: str, head: str) -> str:
    """«: Bán hồ sơ», without the words with which the headline begins too, and nothing where it only says again what
    that says: «Ngừng điện» of «Tạm ngừng cung cấp điện …»."""
    words, told = _slugs(part), _slugs(head)
    same = next((i for i, pair in enumerate(zip(words, told, strict=False)) if pair[0] != pair[1]), 0)
    said = same if same >= _SAME else 0
    rest = " ".join(part.split()[said:])
    is_more = bool(_FIGURE.search(rest)) or not set(words[said:]) <= set(told)
    return f": {rest}" if rest and is_more else ""


@lru_cache(maxsize=1024)
def _slugs(text: str) -> tuple[str, ...]:
    return tuple(map(slug, text.split()))
