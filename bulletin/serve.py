"""`serve`: watch, rebuild, show. The only door to livereload and tornado.

The site is kept in memory, drafts and all; nothing of it touches a disk. One thread looks at the files and builds;
what it made is handed to the server's loop, which alone keeps what is shown and tells browsers to reload.
"""

from __future__ import annotations

import logging
import mimetypes
import os
import re
import secrets
import signal
import socket
import sys
import time
import traceback
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from threading import Thread
from urllib.parse import unquote

from livereload import Server
from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
from livereload.watcher import Watcher
from tornado.escape import json_decode
from tornado.httpserver import HTTPServer
from tornado.httputil import HTTPServerRequest, split_host_and_port
from tornado.ioloop import IOLoop
from tornado.netutil import bind_sockets
from tornado.routing import HostMatches, Matcher
from tornado.web import Application, ErrorHandler, RequestHandler

from bulletin import disk, knowledge
from bulletin.addresses import NOT_FOUND, file_of
from bulletin.model.built import Built
from bulletin.model.kept import Kept
from bulletin.model.problem import Problem
from bulletin.model.source import Asset
from bulletin.model.views.page import Files
from bulletin.preview import NO_SITE, over, with_bar
from bulletin.report import count

OK, BUSY = 0, 2
# Seconds between two looks, and between seeing a save and reading it: editors save in several steps.
_LOOK, _SETTLE = 0.3, 0.1
# A page of the web whose name leads to 127.0.0.1 must get nothing (DNS rebinding): these names only, any port.
_LOCAL = r"(?:127\.0\.0\.1|localhost|\[::1\])"
# The longest request, header, body or message of a socket, in bytes.
_LONGEST = 64 * 1024
_SEALED = {
    "X-Frame-Options": "DENY",
    "Content-Security-Policy": "frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
}
_TYPES = {".atom": "application/atom+xml", ".ics": "text/calendar", ".woff2": "font/woff2"}
Tell = Callable[[Iterable[Problem]], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Site:
    """What browsers get: the last good site (no files: there was none yet) and what is wrong since; `told` stops
    nothing. `sources`: file of the site → its source.
    """

    files: Files
    base: str
    errors: tuple[str, ...]
    told: tuple[Problem, ...] = ()
    sources: Mapping[str, str] = field(default_factory=dict)


def serve(
    content: Path, templates: Path, port: int, today: Callable[[], date], make: Callable[[], Built], tell: Tell
) -> int:
    """Serve what `make` builds on 127.0.0.1 until Ctrl-C; 0, or 2 when `port` (0: any) cannot be had.

    It is built again when a file of `content`, `templates` or the tables of knowledge has changed, or the day: `today`
    is asked at every look. `tell` prints problems when they change.
    """
    try:
        sockets = bind_sockets(port, "127.0.0.1")
    except OSError:
        print(f"Không mở được cổng {port} (đang bận hoặc không được phép); thử «--port 8001».", file=sys.stderr)
        return BUSY
    for name in ("livereload", "tornado.access", "tornado.general"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    # livereload would drop, for good, whatever is saved within three seconds of the last reload.
    LiveReloadHandler.DEFAULT_RELOAD_TIME = 0
    watched = {content: "", templates: "", Path(knowledge.__file__).parent: ".yml"}
    rebuilder = _Rebuilder(
        look=lambda: (today(), snapshot(watched)),
        make=make,
        tell=tell,
    )
    port = sockets[0].getsockname()[1]
    _say(f"Xem thử tại http://127.0.0.1:{port}/ (trang tự tải lại mỗi khi lưu tệp; Ctrl-C để dừng).")
    _LocalServer(rebuilder, sockets).serve(port=port)
    return OK


def snapshot(folders: Mapping[Path, str]) -> frozenset[tuple[str, int, int, int, int]]:
    """What tells one save from another, for every file below each folder whose name ends as given for it.

    Not only mtimes, which come along with a file that is moved or restored. Links are noticed, never followed; names
    that editors use while typing (.x.swp, x~) are left out.
    """
    seen = set()
    stack = [(str(folder), suffix) for folder, suffix in folders.items()]
    while stack:
        folder, suffix = stack.pop()
        # What goes away while it is looked at is seen by the next look.
        with suppress(OSError), os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.startswith(".") or entry.name.endswith("~"):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    stack.append((entry.path, suffix))
                elif entry.name.endswith(suffix):
                    stat = entry.stat(follow_symlinks=False)
                    seen.add((entry.path, stat.st_size, stat.st_ino, stat.st_mtime_ns, stat.st_ctime_ns))
    return frozenset(seen)


class _Rebuilder(Watcher):  # type: ignore[misc] # the library is untyped
    """livereload's watcher, with our own eyes and off its loop; holds what is shown now and names it (`version`)."""

    def __init__(self, look: Callable[[], object], make: Callable[[], Built], tell: Tell) -> None:
        super().__init__()
        self._look, self._make, self._tell = look, make, tell
        self._told: frozenset[tuple[str, str, str]] = frozenset()
        self.site, self.version = _Site(files={}, base="", errors=()), ""

    def start(self, callback: Callable[[], None]) -> bool:
        """Build before the first request is answered, then watch; True says that nobody else needs to poll."""
        self._callback, self._loop = callback, IOLoop.current()
        seen = self._look()
        self._show(*self._made())
        # From here Ctrl-C stops the loop: as an exception it could be lost in a bare `except` of livereload's.
        signal.signal(signal.SIGINT, lambda *_: self._loop.add_callback_from_signal(self._loop.stop))
        Thread(target=self._watch, args=(seen,), daemon=True).start()
        return True

    def examine(self) -> tuple[str, None]:
        """Asked only when there is something to show: any page may have changed, reload at once."""
        return "*", None

    def _watch(self, seen: object) -> None:
        while True:
            time.sleep(_LOOK)
            if self._look() != seen:
                time.sleep(_SETTLE)
                # Looked at before the build, so that a save while it runs is a difference afterwards.
                seen = self._look()
                self._loop.add_callback(self._show, *self._made())

    def _made(self) -> tuple[_Site, tuple[Problem, ...], float]:
        """The site of now, its problems, and the seconds it took; a program that fails is an error like others."""
        started = time.perf_counter()
        try:
            built = self._make()
            errors = tuple(str(p) for p in built.problems if p.stops)
            problems = built.problems
            site = _Site(
                files=built.files,
                base=built.base,
                errors=errors,
                told=tuple(p for p in problems if not p.stops),
                sources={file_of(page.url): page.source.path for page in built.pages if page.source},
            )
        except Exception as error:
            traceback.print_exc()
            frame = traceback.extract_tb(error.__traceback__)[-1]
            where = f"{frame.filename}:{frame.lineno}: chương trình bị lỗi: {type(error).__name__}: {error}"
            do = "hoàn tác thay đổi vừa rồi; nếu vẫn lỗi, gửi người phát triển những gì cửa sổ lệnh đã in"
            site, problems = _Site(files={}, base="", errors=(f"{where} — {do}",)), ()
        return site, problems, time.perf_counter() - started

    def _show(self, site: _Site, problems: tuple[Problem, ...], seconds: float) -> None:
        # A save tells what is new, and of the rest how much there is: where it stands moves with every line typed.
        seen, self._told = self._told, frozenset((p.place.path, p.code, p.says) for p in problems)
        fresh = tuple(p for p in problems if (p.place.path, p.code, p.says) not in seen)
        self._tell(fresh)
        if rest := len(problems) - len(fresh):
            _say(f"Như lần trước: {rest} điều chưa sửa hoặc chưa giữ nguyên ({count(problems)}); xem ở đầu trang.")
        took = f"{seconds:.2f}".replace(".", ",")
        how = "Có lỗi, giữ trang cũ" if site.errors else "Đã dựng"
        _say(f"{how}: {len(site.files)} tệp, {took} giây, {len(site.errors)} lỗi.")
        if site.errors:
            site = replace(self.site, errors=site.errors, told=site.told)
        if site != self.site:
            self.site, self.version = site, f"v{secrets.token_hex(8)}"
            self._callback()


class _LocalServer(Server):  # type: ignore[misc] # the library is untyped
    """livereload's server with pages from memory, a check of names, and no log."""

    def __init__(self, rebuilder: _Rebuilder, sockets: list[socket.socket]) -> None:
        super().__init__(watcher=rebuilder)
        self._sockets = sockets

    def application(self, *_: object, **__: object) -> None:
        """In place of livereload's own, which answers to any Host and lets any page listen."""
        LiveReloadHandler.watcher = self.watcher
        ours = [
            (r"/livereload", _Reloads),
            (r"/livereload\.js", _Script),
            (r".*", _Pages, {"rebuilder": self.watcher}),
        ]
        hostless = (_NoHost(), [(r".*", _Refused, {"status_code": 400})])
        refused = (r".*", _Refused, {"status_code": 403})
        whole = Application([hostless, (HostMatches(_LOCAL), ours), refused], websocket_max_message_size=_LONGEST)
        # Nobody has anything to send but questions, and nobody needs minutes to ask.
        HTTPServer(
            whole,
            max_body_size=_LONGEST,
            max_buffer_size=_LONGEST,
            max_header_size=_LONGEST,
            idle_connection_timeout=60,
        ).add_sockets(self._sockets)

    def _setup_logging(self) -> None:
        pass


class _NoHost(Matcher):
    """A request that names no host: tornado would take it for 127.0.0.1."""

    def match(self, request: HTTPServerRequest) -> dict[str, object] | None:
        return None if request.headers.get("Host") else {}


class _Sealed(RequestHandler):
    """What every answer says: no other page may show it in a frame, guess what it is, or use it as its own."""

    def set_default_headers(self) -> None:
        self.clear_header("Server")
        for name, value in _SEALED.items():
            self.set_header(name, value)


class _Refused(_Sealed, ErrorHandler):
    """An answer of one number."""


class _Script(_Sealed, LiveReloadJSHandler):  # type: ignore[misc] # the library is untyped
    """livereload's script."""


class _Reloads(_Sealed, LiveReloadHandler):  # type: ignore[misc] # the library is untyped
    """The socket on which a page waits; it says which version it was made of."""

    _made_of: object = None

    def check_origin(self, origin: str) -> bool:
        return re.fullmatch(rf"https?://{_LOCAL}(?::\d+)?", origin) is not None

    def on_message(self, message: str | bytes) -> None:
        """Only what livereload's script says is answered; whatever else comes is no concern of anybody's."""
        try:
            said = json_decode(message)
        except (ValueError, RecursionError):
            return
        if not isinstance(said, dict) or said.get("command") not in ("hello", "info"):
            return
        super().on_message(message)
        if said["command"] == "hello":
            self._made_of = said.get("snipver")
        elif self._made_of is not None and self._made_of != self.watcher.version:
            # A build ended between this page's request and its connection, so nobody has told it.
            self.send_message({"command": "reload", "path": "*"})


class _Pages(_Sealed):
    """Pages by look-up in memory: no address can lead to a file that was not built."""

    def initialize(self, rebuilder: _Rebuilder) -> None:
        self._site, self._version = rebuilder.site, rebuilder.version

    def get(self) -> None:
        files, base, path = self._site.files, self._site.base, unquote(self.request.path)
        url = path.removeprefix(base) if path.startswith(f"{base}/") else ""
        if not files:
            self._send(503, NOT_FOUND, NO_SITE.encode())
        elif file_of(url) in files:
            self._send(200, url, files[file_of(url)])
        elif path in ("/", base) or (url and file_of(f"{url}/") in files):
            self.redirect(f"{base}{url}/")
        else:
            self._send(404, NOT_FOUND, files[file_of(NOT_FOUND)])

    head = get

    def _send(self, status: int, url: str, data: bytes | Kept | Asset) -> None:
        suffix = Path(file_of(url)).suffix
        kind = _TYPES.get(suffix) or mimetypes.types_map.get(suffix, "application/octet-stream")
        if isinstance(data, Asset):
            try:
                data = disk.asset_bytes(data)
            except OSError:  # deleted, saved or swapped for a link a moment ago: the next build will know
                status, data = 404, b""
        elif isinstance(data, Kept):
            data = data.read()
        if kind == "text/html":
            data = self._with_reload(data, url)
        self.set_status(status)
        self.set_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        self.set_header("Cache-Control", "no-store")
        self.finish(data)

    def _with_reload(self, page: bytes, url: str) -> bytes:
        """The page with livereload's script, below its reminders, and with the errors over it."""
        port = split_host_and_port(self.request.host)[1] or 80
        script = f'<script src="/livereload.js?port={port}&amp;maxdelay=2000&amp;snipver={self._version}"></script>'
        page = page.replace(b"</head>", f"{script}</head>".encode(), 1)
        page = with_bar(page, self._site.told, self._site.sources.get(file_of(url), ""))
        errors = self._site.errors
        if url == NOT_FOUND:  # a draft with a mistake has no page: this is where its editor looks
            errors += tuple(str(p) for p in self._site.told if p.withheld)
        return over(page, errors) if errors else page


def _say(line: str) -> None:
    print(line, flush=True)
