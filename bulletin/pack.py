"""The site as one zip for a USB stick: pages that open by a double click, without a network and without a server.

Pages go in, and what they name. Left out is so what servers, search engines and previews of links read; besides feeds,
which could bring nothing new, and the index of search, for a browser lets no page read the files beside it. Links to
what is left out lead to the site itself; a script that reads it is left out too, and where the forms of search are,
there is a link to the index by letter and number.
"""

from __future__ import annotations

import glob
import html
import os
import re
import secrets
import struct
import zipfile
from collections.abc import Iterator, Mapping
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from posixpath import dirname, join, normpath, relpath

from bulletin import addresses, disk
from bulletin.model.kept import Kept
from bulletin.model.source import Asset
from bulletin.model.views.page import Files
from bulletin.model.ward import Ward
from bulletin.words.dates.printed import short

START, FOLDER = "MO-TRANG-NAY.html", "bang-tin"
# Windows opens no path longer than 260 signs, and people unpack to long ones.
LONGEST = 180
# The days that a zip can hold; no page tells the day of an entry.
_FIRST, _LAST = date(1980, 1, 1), date(2107, 12, 31)
_BESIDE = ".being-written.ward-bulletin"  # how the name ends of a zip that is not whole yet
_OURS = b"ward-bulletin"  # the comment of our zips
_LEFT_OUT = {addresses.file_of(url) for url in (addresses.NOT_FOUND, addresses.NO_NETWORK, addresses.WORKER)}
_FEED = re.compile(r"(?:.*/)?feed\.(?:atom|json)")
_ADDRESS = re.compile("href|src|action|data-(?!col$)[a-z]+")  # names of attributes; data-col has that of a column
_START = """<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{name}</title>
</head>
<body>
<main>
<h1>{name}</h1>
<p>Bản chép ngày {day}, xem được khi không có mạng.</p>
<p><a href="{folder}/index.html"><strong>Mở bảng tin</strong></a></p>
<p>Bấm mà không mở được thì tệp này còn nằm trong tệp zip: đóng lại, bấm chuột phải vào tệp zip, chọn «Giải nén tất cả»
(Extract All), rồi mở lại tệp này trong thư mục vừa giải nén.</p>
</main>
</body>
</html>
"""


def copied(files: Files, ward: Ward, today: date) -> Files:
    """The files of the zip for the finished `files` of a site: every address leads to a file beside, or to the web."""
    kept = {path for path in files if not _is_left_out(path)}
    pages: dict[str, str] = {}
    named = set[str]()
    for path in sorted(kept):
        data = files[path]
        if path.endswith(".html") and not isinstance(data, Asset):
            pages[path] = _Copy(path, kept, ward, named).page(_bytes(data).decode(), today)
    start = _START.format(name=html.escape(ward.name), day=short(today), folder=FOLDER)
    inside = {path: pages[path].encode() if path in pages else files[path] for path in sorted(pages.keys() | named)}
    return {START: start.encode(), **{f"{FOLDER}/{path}": data for path, data in inside.items()}}


def _is_left_out(path: str) -> bool:
    is_index = path.startswith(addresses.SEARCH[1:]) and path.endswith(".json")
    return path in _LEFT_OUT or is_index or _FEED.fullmatch(path) is not None


class _Copy(HTMLParser):
    """One page on its way: `kept` are the files that there will be, `named` gathers those that pages name.

    The page is copied character for character but for the edits: (start, stop, what stands there instead).
    """

    def __init__(self, path: str, kept: set[str], ward: Ward, named: set[str]) -> None:
        super().__init__(convert_charrefs=False)
        self._path, self._kept, self._ward, self._named = path, kept, ward, named
        self._edits: list[tuple[int, int, str]] = []
        self._lines: list[int] = []  # the offset at which each line begins
        self._left_out: tuple[str, int] | None = None  # the element of which nothing is copied till it ends; its start
        self._top = 0  # where the note goes: behind `<body>`, and behind the link that skips to the text
        self._in_skip_link = False

    def page(self, text: str, today: date) -> str:
        """The page's text with its addresses moved, and on top of it what it is."""
        note = (
            f'\n<aside class="kept" aria-label="Bản chép" lang="vi">Bản chép ngày {short(today)} để xem khi không có '
            "mạng; thông báo có thể đã đổi. "
            f'<a href="{self._ward.absolute(_address(self._path))}">Xem trang này trên mạng</a></aside>'
        )
        self._lines = [0, *(m.end() for m in re.finditer("\n", text))]
        self.feed(text)
        self.close()
        parts, at = list[str](), 0
        for start, stop, instead in sorted((*self._edits, (self._top, self._top, note))):
            parts += (text[at:start], instead)
            at = stop
        return "".join((*parts, text[at:]))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Move the addresses of one tag, or leave its element out."""
        if self._left_out:
            return
        start, values = self._offset(), dict(attrs)
        stop = start + len(self.get_starttag_text() or "")
        self._in_skip_link = tag == "a" and values.get("class") == "skip"
        if tag == "body":
            self._top = stop
        if tag == "form" and values.get("class") == "find":
            # A form that could not search would only take the words that are typed into it.
            self._left_out = tag, start
        elif values.get("rel") == "canonical":
            return
        elif tag == "script" and self._reads_what_is_left_out(values):
            self._left_out = tag, start
        elif tag == "link" and self._reads_what_is_left_out(values):
            self._edits.append((start, stop, ""))
        else:
            self._move(tag, attrs, start, stop)

    def _move(self, tag: str, attrs: list[tuple[str, str | None]], start: int, stop: int) -> None:
        """Write the tag anew when an address in it leads elsewhere from a page on the stick."""
        values = dict(attrs)
        moved = [(name, self._moved(name, value, values)) for name, value in attrs]
        if moved != attrs:
            written = (name if value is None else f'{name}="{html.escape(value)}"' for name, value in moved)
            self._edits.append((start, stop, f"<{' '.join((tag, *written))}>"))

    def handle_endtag(self, tag: str) -> None:
        """The end of what is left out, or of the link that skips to the text."""
        stop = self._offset() + len(f"</{tag}>")
        if self._left_out and self._left_out[0] == tag:
            self._edits.append((self._left_out[1], stop, self._catalogue() if tag == "form" else ""))
            self._left_out = None
        elif self._in_skip_link and tag == "a":
            self._top, self._in_skip_link = stop, False

    def _offset(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def _catalogue(self) -> str:
        href = self._beside(self._ward.href(addresses.CATALOGUE))
        return f'<p class="find"><a href="{html.escape(href)}">Tra theo chữ cái và theo số</a></p>'

    def _reads_what_is_left_out(self, values: Mapping[str, str | None]) -> bool:
        files = (self._file(value) for name, value in values.items() if value and _ADDRESS.fullmatch(name))
        return any(file is not None and file not in self._kept for file in files)

    def _moved(self, name: str, value: str | None, values: Mapping[str, str | None]) -> str | None:
        """The value of an attribute, moved where it is an address."""
        if value and name == "content" and values.get("http-equiv") == "refresh":
            wait, sign, address = value.partition("url=")
            return f"{wait}{sign}{self._beside(address)}"
        return self._beside(value) if value and _ADDRESS.fullmatch(name) else value

    def _beside(self, address: str) -> str:
        """Where an address leads from this page on the stick: to a file beside, to the web for what is left out."""
        file = self._file(address)
        if file is None:
            return address
        tail = address[len(re.split("[?#]", address)[0]) :]
        if file in self._kept:
            self._named.add(file)
            return relpath(file, dirname(self._path) or ".") + tail
        return self._ward.absolute(_address(file)) + tail

    def _file(self, address: str) -> str | None:
        """The file of this site to which `address` leads; None when it leads elsewhere, or stays on the page."""
        target = re.split("[?#]", address)[0]
        ward = self._ward
        if target == ward.origin or target.startswith(f"{ward.origin}/"):
            target = target[len(ward.origin) :] or "/"
        if not target or re.match(r"[a-z][a-z0-9+.-]*:|//", target, re.IGNORECASE):
            return None
        if not target.startswith("/"):
            slash = "/" if target.endswith("/") else ""
            return addresses.file_of(normpath(join("/", self._path, "..", target)) + slash)
        return addresses.file_of(target[len(ward.base) :] or "/") if f"{target}/".startswith(f"{ward.base}/") else None


def _address(file: str) -> str:
    return "/" + file.removesuffix("index.html")


def too_long(files: Mapping[str, object]) -> Iterator[str]:
    """The names that Windows may not open where people unpack them."""
    return (path for path in files if len(path) > LONGEST)


def refuse(to: Path) -> str:
    """Why `to` must not be written: what is there may not be of this program's making. "" when it may be."""
    if to.is_dir():
        return "đó là một thư mục"
    if not to.parent.is_dir():
        return f"không có thư mục {to.parent}"
    if to.exists():
        if not zipfile.is_zipfile(to):
            return "đó là một tệp khác, không phải tệp zip"
        try:
            with zipfile.ZipFile(to) as old:
                if old.comment != _OURS:
                    return "đó là tệp zip không do lệnh này tạo"
        except (zipfile.BadZipFile, NotImplementedError, ValueError, struct.error):
            return "đó là một tệp zip đã hỏng"
    return ""


def pack(files: Files, to: Path, day: date) -> int:
    """Write `files` to the zip `to`, whole or not at all; its size. The same files and day make the same bytes.

    Only one at a time may write it. OSError (ESTALE) when a file to be copied is no longer what it was.
    """
    for left in to.parent.glob(f".{glob.escape(to.name)}.*{_BESIDE[1:]}"):  # by a run that was cut off
        left.unlink(missing_ok=True)
    beside = to.with_name(f".{to.name}.{os.getpid()}-{secrets.token_hex(4)}{_BESIDE}")
    held = min(max(day, _FIRST), _LAST)
    try:
        with zipfile.ZipFile(beside, "w") as out:
            out.comment = _OURS
            for path, data in files.items():
                entry = zipfile.ZipInfo(path, (held.year, held.month, held.day, 0, 0, 0))
                entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 3, 0o644 << 16
                out.writestr(entry, _bytes(data), compresslevel=9)
        beside.chmod(0o644)
        return beside.replace(to).stat().st_size
    finally:
        beside.unlink(missing_ok=True)


def _bytes(data: bytes | Kept | Asset) -> bytes:
    if isinstance(data, bytes):
        return data
    return data.read() if isinstance(data, Kept) else disk.asset_bytes(data)
