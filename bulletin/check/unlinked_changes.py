"""What notices say does not take place, and of which nobody can tell what announced it: the editor is asked, with the
line to paste. The pages guess nothing."""

from __future__ import annotations

from collections.abc import Iterable

from bulletin.model.archive import Archive, Entry
from bulletin.model.deadline import Change
from bulletin.model.problem import Problem, problem
from bulletin.words.dates.printed import short
from bulletin.words.papers.called_off import Days, Unlinked, link

_FEW = 3


def check_changes(archive: Archive) -> tuple[Problem, ...]:
    """Hidden notices are judged with the rest; every doubt stands at the line of its change."""
    _, unlinked = link(archive.entries)
    return tuple(
        problem("change-unlinked", one.change.place, told=_told(one.change), advice=_advice(one)) for one in unlinked
    )


def _told(change: Change) -> str:
    """«ngày 25/11/2025 không còn, chuyển thành ngày 26/11/2025»."""
    return f"{_days(change.was)} không còn" + (f", chuyển thành {_days(change.now)}" if change.now else "")


def _days(days: Days) -> str:
    first, last = days
    return f"ngày {short(first)}" if first == last else f"từ ngày {short(first)} đến hết ngày {short(last)}"


def _advice(one: Unlinked) -> str:
    keys = {entry.notice.key for entry in one.named}
    named = [entry for entry in one.likely if entry.notice.key in keys]
    numbered = [entry for entry in one.likely if entry.notice.number]
    if named:
        places = _list(str(entry.notice.place) for entry in named)
        return f"xem lại «events» của {places}: có nhiều việc vào những ngày ấy, chưa rõ là việc nào"
    if numbered:
        lines = _list(f"«{_line(one.source, e)}» ({e.notice.place} có việc vào những ngày ấy)" for e in numbered)
        where = "dưới «relations» của tệp này" if one.source.notice.relations else "vào phần khai báo của tệp này"
        return f"thêm {where} dòng {lines}"
    if one.likely:
        places = _list(str(entry.notice.place) for entry in one.likely)
        return f"sửa «events» của {places}: thông báo ấy không có số nên không nối được"
    if len(one.named) == 1:
        return f"ghi việc ấy vào «events» của {one.named[0].notice.place}: chưa thấy ở đó việc nào vào những ngày ấy"
    return f"thêm dòng «{_relation(one.source, '…', '…')}», điền số và ngày của thông báo ấy"


def _list(parts: Iterable[str]) -> str:
    return " hoặc ".join(list(parts)[:_FEW])


def _line(source: Entry, target: Entry) -> str:
    notice = target.notice
    return _relation(source, notice.number.normal if notice.number else "…", short(notice.signed_on))


def _relation(source: Entry, number: str, dated: str) -> str:
    """A line of front matter; where there is the key already, one of its rows."""
    said = f"{{relation: sửa đổi, number: {number}, date: {dated}}}"
    return f"- {said}" if source.notice.relations else f"relations: [{said}]"
