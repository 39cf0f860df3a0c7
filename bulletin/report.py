"""Problems as lines for people and as reports for machines; what the machine itself refuses, in a clerk's words."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from bulletin import disk
from bulletin.check.accepted import accepting, accepts_for
from bulletin.model.problem import Problem

NO_MEMORY = (
    "Máy hết bộ nhớ — đóng bớt chương trình khác rồi chạy lại; nếu vẫn vậy, xem có tệp nào trong content/ lớn khác "
    "thường không. Trang đã dựng lần trước được giữ nguyên."
)


def refused(error: OSError) -> str:
    """One sentence for what the system would not do: where, why, what to do."""
    if isinstance(error, UnicodeError):
        return str(error)
    # `os.replace` and its like know two names: the one that people know does not begin with a dot.
    names = [_name(name) for name in (error.filename, error.filename2) if name is not None]
    where = next((n for n in names if not n.rpartition("/")[2].startswith(".")), next(iter(names), "ổ đĩa"))
    why, do = disk.reason(error)
    return f"{where}: {why} — {do}."


def _name(name: object) -> str:
    text = name.decode("utf-8", "replace") if isinstance(name, bytes) else str(name)
    return "".join(c if c.isprintable() else "?" for c in text)


def say(text: str) -> None:
    """One line for people, where no report of machines goes."""
    print(text, file=sys.stderr)


def count(problems: Iterable[Problem]) -> str:
    """«1 lỗi, 2 nhắc nhở», and how many mistakes are in what is not public yet."""
    listed = list(problems)
    stopping, withheld = sum(p.stops for p in listed), sum(p.withheld for p in listed)
    reminders = len(listed) - stopping - withheld
    return f"{stopping} lỗi, {reminders} nhắc nhở" + (f", {withheld} lỗi ở tin chưa đăng" if withheld else "")


def report(problems: Sequence[Problem], form: str) -> None:
    """Print what is wrong. «text»: lines on stderr. For machines, on stdout and nothing else there: «github»,
    annotations; «gitlab», a Code Quality report; «json», an array with a line for each row.
    """
    if form == "text":
        for line in lines_of(problems, coloured=_in_colour()):
            say(line)
    elif form == "github":
        for p in problems:
            print(_annotation(p))
    else:
        rows = [json.dumps(_code_quality(p) if form == "gitlab" else _row(p), ensure_ascii=False) for p in problems]
        print("[", ",\n".join(rows), "]", sep="\n" if rows else "")


def lines_of(problems: Sequence[Problem], *, coloured: bool) -> Iterator[str]:
    """A line for each, by file; where several files have something, each begins with what it has. Behind the reminders
    of a file stands the line that accepts them.
    """
    files = [(path, list(group)) for path, group in groupby(problems, key=lambda p: p.place.path)]
    for path, of_file in files:
        if len(files) > 1:
            yield _painted(f"{path}: {count(of_file)}", "1", coloured)
        for p in of_file:
            place, kind, rest = str(p).partition(": ")[0], *_kind(p)
            colour = "1;35" if p.withheld else "33" if p.severity == "warning" else "1;31"
            yield f"{place}: {_painted(kind, colour, coloured)}{rest}" if coloured else str(p)
        if line := accepting(of_file):
            where = "phần khai báo" if accepts_for(path) else "content/site.yml"
            keep = f"  {line}  ← dán vào {where} nếu đã xem và giữ nguyên; đã có «accept» thì thêm các mục này vào đó"
            yield _painted(keep, "2", coloured)


def _kind(p: Problem) -> tuple[str, str]:
    return p.kind or "lỗi: ", f"{p.says} — {p.hint} [{p.code}]"


def _painted(text: str, colour: str, coloured: bool) -> str:
    return f"\033[{colour}m{text}\033[0m" if coloured else text


def _in_colour() -> bool:
    """On a terminal that can, and when nobody has asked for none (no-color.org)."""
    return sys.stderr.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _row(p: Problem) -> dict[str, object]:
    return {
        "path": p.place.path,
        "line": max(p.place.line, 1),
        "col": max(p.place.col, 1),
        "severity": "error" if p.stops else "warning",
        "code": p.code,
        "says": p.says,
        "hint": p.hint,
    }


def _code_quality(p: Problem) -> dict[str, object]:
    return {
        "description": f"{p.says} — {p.hint}",
        "check_name": p.code,
        "fingerprint": hashlib.sha256(str(p).encode("utf-8", "backslashreplace")).hexdigest(),
        "severity": "major" if p.stops else "minor",
        "location": {"path": p.place.path, "lines": {"begin": max(p.place.line, 1)}},
    }


def _annotation(p: Problem) -> str:
    where = f"file={_escape(p.place.path, ',:')},line={max(p.place.line, 1)},col={max(p.place.col, 1)}"
    return f"::{'error' if p.stops else 'warning'} {where},title={p.code}::{_escape(f'{p.says} — {p.hint}')}"


def _escape(text: str, also: str = "") -> str:
    """The escapes of GitHub's workflow commands."""
    for char in "%\r\n" + also:
        text = text.replace(char, f"%{ord(char):02X}")
    return text
