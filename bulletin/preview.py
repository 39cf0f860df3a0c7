"""What the preview says on its own pages: mistakes over the page, reminders in a bar that the page stands below.

Styles of their own only: the site's sheet may be what is broken. Both close without a script.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from itertools import groupby

from bulletin.check.accepted import accepting, accepts_for
from bulletin.model.problem import Problem
from bulletin.report import count

NO_SITE = """<!doctype html>
<html lang="vi">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Chưa dựng được trang</title></head>
<body><h1>Chưa dựng được trang</h1>
<p>Sửa các lỗi dưới đây rồi lưu tệp: trang sẽ tự hiện ra.</p></body>
</html>
"""
_OVER = """<dialog open id="loi-khi-dung" aria-labelledby="loi-khi-dung-ten" tabindex="0" style="position:fixed;\
inset:auto 0 0 0;z-index:2147483647;box-sizing:border-box;width:auto;max-width:none;max-height:60vh;margin:0;\
padding:.75rem 1rem;overflow:auto;overflow-wrap:anywhere;border:0;border-top:5px solid #a3161a;background:#fff;\
color:#1b1b1b;font:16px/1.5 system-ui,sans-serif;color-scheme:light">
<div role="alert"><p id="loi-khi-dung-ten" style="margin:0;font-weight:700;color:#8c1115">{title}</p>
<ul style="margin:.5rem 0;padding-left:1.2rem">{rows}</ul></div>
<form method="dialog" style="margin:0"><button style="font:inherit;padding:.3rem .8rem">Ẩn bảng này</button></form>
</dialog>
"""
_BAR = """<style>@media print{{#nhac-nho{{display:none}}}}</style>
<details id="nhac-nho" style="margin:0;padding:.25rem 1rem;overflow-wrap:anywhere;border-bottom:3px solid {colour};\
background:#fff8e1;color:#1b1b1b;font:15px/1.5 system-ui,sans-serif;color-scheme:light">
<summary style="cursor:pointer;min-height:24px">{title}</summary>
<div style="max-height:50vh;overflow:auto">{files}
<p style="margin:.5rem 0">Đã xem mà giữ nguyên thì dán dòng <code>accept</code> vào phần khai báo của tệp ấy (của tệp \
không có phần khai báo thì dán vào content/site.yml): lời nhắc ấy không được nêu lại. Lỗi thì phải sửa.</p></div>
</details>
"""
_FILE = """<p style="margin:.5rem 0 0;font-weight:700">{path}</p>
{codes}{accept}"""


def over(page: bytes, errors: Sequence[str]) -> bytes:
    """The page with mistakes over its foot."""
    rows = "".join(f"<li>{escape(line)}</li>" for line in errors)
    overlay = _OVER.format(title=f"{len(errors)} lỗi; sửa rồi lưu tệp, bảng này tự mất.", rows=rows).encode()
    before, end, after = page.rpartition(b"</body>")
    return before + overlay + end + after if end else page + overlay


def with_bar(page: bytes, reminders: Sequence[Problem], source: str) -> bytes:
    """The page below a bar of one line that opens: what stops nothing, by file and code, that of `source` first."""
    if not reminders:
        return page
    start = page.find(b"<body")
    at = page.find(b">", start) + 1 if start >= 0 else 0
    return page[:at] + _bar(reminders, source).encode() + page[at:]


def _bar(reminders: Sequence[Problem], source: str) -> str:
    ordered = sorted(reminders, key=lambda p: (p.place.path != source, p.place.path, not p.withheld, p.code, p.place))
    here = [p for p in reminders if p.place.path == source]
    title = count(reminders).removeprefix("0 lỗi, ")
    if here:
        title += f" — trang này: {count(here).removeprefix('0 lỗi, ')}"
    files = "".join(_file(path, list(those)) for path, those in groupby(ordered, key=lambda p: p.place.path))
    colour = "#a3161a" if any(p.withheld for p in reminders) else "#b26a00"
    return _BAR.format(title=escape(title), files=files, colour=colour)


def _file(path: str, reminders: list[Problem]) -> str:
    codes = "".join(_code(list(those)) for _, those in groupby(reminders, key=lambda p: (p.withheld, p.code)))
    line = accepting(reminders)
    where = "" if accepts_for(path) else " (vào content/site.yml)"
    accept = f'<p style="margin:0">Giữ nguyên{where}: <code>{escape(line)}</code></p>' if line else ""
    return _FILE.format(path=escape(path), codes=codes, accept=accept)


def _code(reminders: Iterable[Problem]) -> str:
    rows = list(reminders)
    kind = "chưa đăng, phải sửa" if rows[0].withheld else "nhắc"
    lines = "".join(f"<li>dòng {max(p.place.line, 1)}: {escape(p.says)} — {escape(p.hint)}</li>" for p in rows)
    head = f'<p style="margin:0">{kind}: <code>{rows[0].code}</code> ({len(rows)})</p>'
    return f'{head}<ul style="margin:0">{lines}</ul>'
