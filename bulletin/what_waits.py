"""What waits for its editor or its day, in words: the verb «waiting», and one line at the end of a build."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from bulletin.model.built import Waiting
from bulletin.model.problem import Problem
from bulletin.words.dates.printed import short

_HEADINGS = {"draft": "Bản nháp", "scheduled": "Hẹn ngày đăng", "ends": "Sắp hết hạn"}
_COUNTED = {"draft": "bản nháp", "scheduled": "hẹn ngày đăng", "ends": "sắp hết hạn"}


def in_one_line(waiting: Iterable[Waiting]) -> str:
    """«Đang chờ: 2 bản nháp, 1 hẹn ngày đăng (05/5/2022).»; "" where nothing waits."""
    rows = tuple(waiting)
    parts = []
    for kind, name in _COUNTED.items():
        if of_kind := [row for row in rows if row.kind == kind]:
            first = next((short(row.on) for row in of_kind if row.on), "")
            parts.append(f"{len(of_kind)} {name}" + (f" ({first})" if first else ""))
    return f"Đang chờ: {', '.join(parts)}. Xem từng bài: build.py waiting." if parts else ""


def in_full(waiting: Iterable[Waiting], problems: Iterable[Problem]) -> Iterator[str]:
    """Line by line, each kind under its heading, with how many mistakes and reminders each file has."""
    rows = tuple(waiting)
    found = tuple(problems)
    mistakes = Counter(p.place.path for p in found if p.severity == "error")
    reminders = Counter(p.place.path for p in found if p.severity == "warning")
    if not rows:
        yield "Không có gì đang chờ."
    for kind, heading in _HEADINGS.items():
        if of_kind := [row for row in rows if row.kind == kind]:
            yield f"{heading} ({len(of_kind)}):"
            yield from (f"  {_line(row, mistakes[row.path], reminders[row.path])}" for row in of_kind)


def _line(row: Waiting, mistakes: int, reminders: int) -> str:
    counts = ", ".join(f"{count} {name}" for count, name in ((mistakes, "lỗi"), (reminders, "nhắc nhở")) if count)
    parts = (short(row.on) if row.on else "", row.path, row.title or "(chưa đọc được)", counts and f"[{counts}]")
    return "  ".join(filter(None, parts))
