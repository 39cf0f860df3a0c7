"""`withdraw`: writes into the file of a notice that it is called back, whatever else stands there, and tells what no
build can reach."""

from __future__ import annotations

import argparse
import codecs
import json
import os
import re
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from bulletin.addresses import notice_url, page_url
from bulletin.arguments import MISUSE
from bulletin.entries import load_reader, withdrawn_files
from bulletin.model.source import Raw
from bulletin.report import report, say
from bulletin.ward_files import load_ward
from bulletin.words.dates.printed import short

_KEY = re.compile(r"(publish|withdrawn)[ \t]*:")
# What YAML reads as it stands inside of braces.
_PLAIN = re.compile(r"[^\W_][\w ./()%-]*")
_FENCE = re.compile(r"---[ \t]*\r?\n?")


def withdraw_file(args: argparse.Namespace, on: date) -> int:
    """Call one notice back: its file is written, and what no build can reach is told. The exit code."""
    path, rooms = args.file, [args.content / name for name in ("notices", "pages")]
    room = next((room for room in rooms if room.resolve() in path.resolve().parents), None)
    if room is None or not path.is_file():
        where = " hay ".join(f"{room.as_posix()}/" for room in rooms)
        say(f"Không thấy «{path.as_posix()}» trong {where}: ghi đúng đường dẫn của tệp.")
        return MISUSE
    data = withdrawn(path.read_bytes(), on, " ".join(args.reason.split()))
    _put(path, data)
    ward = load_ward(args.content, args.base_url)
    raw = Raw(path=path.as_posix(), relative=path.resolve().relative_to(room.resolve()).as_posix(), data=data)
    of_kind = ([raw], []) if room == rooms[0] else ([], [raw])
    ((one, problems),) = withdrawn_files(*of_kind, load_reader(ward))
    report(problems, "text")
    own = notice_url(one.key) if one.key else page_url(one.page) if one.page else ""
    url = ward.absolute(own) if own else ""
    print(f"Đã ghi thu hồi vào {path.as_posix()}{f' ({url})' if url else ''}. Việc còn lại:")
    for number, told in enumerate(left_outside(url), 1):
        print(f"{number}. {told}")
    return 0


def withdrawn(data: bytes, on: date, reason: str) -> bytes:
    """The same file with the two keys at the top of what it declares, in the place of what they said before. All else
    stays as it is, byte by byte, but that a file of UTF-16 becomes one of UTF-8."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        data = data.decode("utf-16", "replace").encode()
    text = data.decode("utf-8", "surrogateescape")
    mark, text = ("\ufeff", text[1:]) if text.startswith("\ufeff") else ("", text)
    lines = text.splitlines(keepends=True)
    end = "\r\n" if lines and lines[0].endswith("\r\n") else "\n"
    said = json.dumps(reason, ensure_ascii=False) if reason and not _PLAIN.fullmatch(reason) else reason
    how = f"on: {short(on)}" + (f", reason: {said}" if said else "")
    rows = [f"publish: withdrawn{end}", f"withdrawn: {{{how}}}{end}"]
    first = next((i for i, line in enumerate(lines) if line.strip()), 0)
    if lines and _FENCE.fullmatch(lines[first]):
        lines[first] = lines[first].rstrip("\r\n") + end
        first += 1
    else:  # no fence: one of its own, so that the two keys are read
        rows = [f"---{end}", *rows] if _declares(lines[first:]) else [f"---{end}", *rows, f"---{end}", end]
    return (mark + "".join((*lines[:first], *rows, *_others(lines[first:])))).encode("utf-8", "surrogateescape")


def _declares(lines: list[str]) -> bool:
    return bool(lines) and bool(re.match(r"[a-z]+[ \t]*:", lines[0]))


def _others(lines: list[str]) -> Iterator[str]:
    """The lines without both keys and what is indented below them, up to the end of what is declared."""
    declared, dropped = True, False
    for line in lines:
        declared = declared and not _FENCE.fullmatch(line)
        inside = line[:1] in (" ", "\t") or line.startswith("- ")
        dropped = declared and bool(_KEY.match(line) or (dropped and inside and line.strip()))
        if not dropped:
            yield line


def _put(path: Path, data: bytes) -> None:
    """Write beside and rename, with the same rights: a disk that is full leaves the file as it was."""
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(beside, path.stat().st_mode & 0o777)  # noqa: PTH101 - a name of the system's own
        os.replace(beside, path)  # noqa: PTH105 - a name of the system's own
    finally:
        Path(beside).unlink(missing_ok=True)


def left_outside(url: str) -> Iterator[str]:
    """What is left outside the site and how to ask for it, a sentence each; `url` is where the notice stood, or ""."""
    where = url or "địa chỉ của thông báo"
    yield "Dựng và đưa trang lên máy chủ ngay: đến lúc ấy thông báo mới rời khỏi trang."
    yield (
        "Điện thoại đã mở trang: tự xóa bản lưu ở lần mở trang kế tiếp khi có mạng. Tệp đã tải về, ảnh chụp màn hình "
        "thì không xóa được: nhắn các nhóm đã nhận, xin xóa và đừng gửi tiếp."
    )
    yield "USB và tệp zip đã chép: chạy lại «build.py zip», phát bản mới, thu bản cũ."
    yield (
        f"Tin đã gửi có kèm ảnh xem trước: thu hồi tin ở Zalo và xóa bài ở Facebook; rồi dán {where} vào "
        "developers.facebook.com/tools/debug để Facebook lấy lại bản mới."
    )
    yield f"Google còn hiện đoạn cũ: dán {where} vào search.google.com/search-console/remove-outdated-content."
    yield f"Kho lưu web (web.archive.org): viết thư tới info@archive.org, nêu {where} và lý do."
    yield (
        "Lịch sử git còn bản cũ: kho để công khai thì chuyển sang riêng tư ngay, rồi nhờ người phụ trách kỹ thuật xóa "
        "tệp khỏi lịch sử («git filter-repo»), xin nơi giữ kho xóa bản còn đệm. Tệp này vẫn giữ nội dung: trong kho "
        "công khai thì xóa phần bài và tệp đính kèm, chỉ để lại phần khai báo."
    )
