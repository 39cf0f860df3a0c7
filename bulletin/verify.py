"""`verify`: whether a copy of the site, a part or a page of it, or a zip is what the ward has published, in words.

A copy says nothing about itself: its list of hashes counts for as much as the signature over it, and that for as much
as the key, which has to come from elsewhere. Nothing in a copy is believed before; nothing it names is opened.
"""

from __future__ import annotations

import argparse
import hashlib
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from bulletin import key_files, write
from bulletin.addresses import MANIFEST_JSON, MANIFEST_SIGNATURE, NAMED_BY_CONTENT, PUBLIC_KEY, file_of
from bulletin.arguments import MISUSE, Misused
from bulletin.manifest import Public, read
from bulletin.report import refused, say
from bulletin.words.dates.printed import short

if TYPE_CHECKING:
    from bulletin.signing import PublicKey

_MANIFEST, _SIGNATURE, _KEY = (file_of(url) for url in (MANIFEST_JSON, MANIFEST_SIGNATURE, PUBLIC_KEY))
_FROM_BEFORE = (".css", ".js", ".json")
_UNSIGNED = "Mới chỉ so với danh sách đi kèm, chưa soát chữ ký: ai sửa trang cũng có thể sửa luôn danh sách. "
_ASK_FOR_THE_KEY = "Muốn chắc là của phường, xin khoá công khai ở phường rồi thêm --key TỆP."
_NO_SIGNATURE = "Bản này không có chữ ký, nên không biết chắc là của phường."


@dataclass(frozen=True, slots=True, kw_only=True)
class _Copy:
    """What is looked at: SHA-256 by path in the copy, or a word for what is no plain file. `below` is the part that was
    asked for, "" for all; `own` gives the bytes of the three files that say whose it is, None where one is missing."""

    digests: Mapping[str, str]
    below: str
    own: Callable[[str], bytes | None]

    def is_asked(self, path: str) -> bool:
        """Whether `path` lies in the part that was asked for."""
        return not self.below or path == self.below or path.startswith(f"{self.below}/")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Compared:
    """Paths in order."""

    same: tuple[str, ...]
    changed: tuple[str, ...]
    missing: tuple[str, ...]
    strange: tuple[str, ...]


def verify(args: argparse.Namespace) -> int:
    """Tell what is not the ward's. The exit code: 0 nothing, 1 something, 2 when it could not be asked."""
    key = key_files.public_of(args.key) if args.key else None
    copy = _copy(args.path, args.key)
    if copy is None:
        say(
            f"{args.path}: không soát được, vì không thấy danh sách {_MANIFEST} ở đó hay ở thư mục trên. Soát cả thư "
            "mục đã chép, hoặc tệp bang-tin.zip."
        )
        return MISUSE
    data = copy.own(_MANIFEST) or b""
    if key and (why := _not_signed(copy, key, data)):
        print(f"Không đạt: {why}")
        return 1
    known = read(data)
    if known is None:
        print(f"Không đạt: danh sách {_MANIFEST} hỏng hoặc đã bị sửa, không đọc được.")
        return 1
    compared = _compared(copy, known)
    if not any((compared.same, compared.changed, compared.missing, compared.strange)):
        say(f"{args.path}: không có tệp nào để soát.")
        return MISUSE
    for line in _lines(compared, signed=key is not None):
        print(line)
    print(_verdict(compared, known, key))
    if not key:
        print(_UNSIGNED + (_ASK_FOR_THE_KEY if copy.own(_SIGNATURE) is not None else _NO_SIGNATURE))
    return 1 if compared.changed or compared.missing or compared.strange else 0


def _not_signed(copy: _Copy, key: PublicKey, data: bytes) -> str:
    """Why the list is not that of whoever has the other half of `key`; "" when it is."""
    signature, beside = copy.own(_SIGNATURE), copy.own(_KEY)
    is_other = beside is not None and not key.is_same(beside)
    if signature is None:
        return f"không có chữ ký ({_SIGNATURE}), nên không biết chắc là của phường."
    if not key.has_signed(data, signature):
        other = "; khoá đi kèm bản này cũng khác khoá bạn đưa" if is_other else ""
        return (
            f"chữ ký không đúng với khoá bạn đưa (dấu {key.mark}): danh sách hoặc chữ ký đã bị sửa, hoặc người khác "
            f"ký{other}. Đừng coi trang nào ở đây là của phường."
        )
    return f"tệp {_KEY} không phải khoá của phường, dù danh sách đúng là phường ký." if is_other else ""


def _compared(copy: _Copy, known: Public) -> _Compared:
    wanted = {file_of(url): row.page for url, row in known.rows.items()}
    wanted |= {file_of(url): digest for url, digest in known.files.items()}
    wanted = {path: digest for path, digest in wanted.items() if copy.is_asked(path)}
    here = {path: digest for path, digest in copy.digests.items() if path not in (_MANIFEST, _SIGNATURE, _KEY)}
    both = sorted(wanted.keys() & here.keys())
    return _Compared(
        same=tuple(path for path in both if wanted[path] == here[path]),
        changed=tuple(path for path in both if wanted[path] != here[path]),
        missing=tuple(sorted(wanted.keys() - here.keys())),
        strange=tuple(path for path in sorted(here.keys() - wanted.keys()) if not _is_from_before(path)),
    )


def _is_from_before(path: str) -> bool:
    """What a build leaves once more for those who are reading: nothing that anybody opens, and no page asks for it."""
    return f"/{path}".startswith(NAMED_BY_CONTENT) and path.endswith(_FROM_BEFORE)


def _lines(compared: _Compared, *, signed: bool) -> Iterator[str]:
    for path in compared.changed:
        why = "đã bị sửa, không phải bản của phường" if signed else "khác với danh sách"
        yield f"{_shown(path)}: {why}."
    for path in compared.missing:
        yield f"{_shown(path)}: thiếu, danh sách có mà ở đây không có."
    for path in compared.strange:
        why = "phường không đăng tệp này" if signed else "danh sách không có tệp này"
        yield f"{_shown(path)}: lạ, {why}."


def _verdict(compared: _Compared, known: Public, key: PublicKey | None) -> str:
    whose = f"của {_shown(known.site)}{_built_on(known)}"
    if compared.changed or compared.missing or compared.strange:
        counts = f"{len(compared.changed)} tệp khác, {len(compared.missing)} thiếu, {len(compared.strange)} lạ"
        return f"Không đạt: {counts}; {len(compared.same)} tệp đúng với danh sách {whose}."
    if not key:
        return f"Khớp: {len(compared.same)} tệp đúng với danh sách {whose}."
    return (
        f"Đạt: {len(compared.same)} tệp đúng bản đã ký {whose}. Dấu khoá: {key.mark} (đối chiếu với dấu mà "
        "phường niêm yết)."
    )


def _built_on(known: Public) -> str:
    try:
        day = short(date.fromisoformat(known.day))
    except ValueError:
        return ""
    return f", dựng ngày {day} (sau ngày ấy thông báo có thể đã đổi)"


def _shown(text: str) -> str:
    """What a copy says of itself may hold anything, also what moves a cursor."""
    return "".join(c if c.isprintable() else "?" for c in text)


def _copy(path: Path, key: Path | None) -> _Copy | None:
    """What stands at `path`; None where no list is. Raises Misused where nothing is, or the key comes from the copy."""
    real = path.resolve()
    if not real.exists():
        raise Misused(f"{path}: không có tệp hay thư mục này.")
    if real.is_file() and zipfile.is_zipfile(real):
        return _in_zip(real)
    root = next((folder for folder in (real, *real.parents) if (folder / _MANIFEST).is_file()), None)
    if root is None:
        return None
    if key and root in key.resolve().parents:
        raise Misused(
            f"{key}: khoá này nằm ngay trong bản đang soát, ai làm giả bản ấy cũng làm được khoá — xin khoá ở phường."
        )
    below = "" if real == root else real.relative_to(root).as_posix()
    if below in (_MANIFEST, _SIGNATURE, _KEY):
        below = ""

    def own(name: str) -> bytes | None:
        return (root / name).read_bytes() if (root / name).is_file() else None

    if below and real.is_file():
        return _Copy(digests={below: hashlib.sha256(real.read_bytes()).hexdigest()}, below=below, own=own)
    _, present = write.survey(root)
    digests = {**present.files, **dict.fromkeys(present.leftovers, "")}
    copy = _Copy(digests=digests, below=below, own=own)
    return _Copy(digests={name: d for name, d in digests.items() if copy.is_asked(name)}, below=below, own=own)


def _in_zip(path: Path) -> _Copy | None:
    """A copy that is packed still; None where it holds no list. Raises Misused for a damaged one."""
    try:
        with zipfile.ZipFile(path) as file:
            names = Counter(entry.filename for entry in file.infolist() if not entry.is_dir())
            # What is there twice is unpacked as one or the other.
            digests = {name: _digest(file, name) if count == 1 else "twice" for name, count in names.items()}
            held = {name: file.read(name) for name in (_MANIFEST, _SIGNATURE, _KEY) if names[name] == 1}
    except OSError as error:
        raise Misused(refused(error)) from None
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, ValueError, EOFError):
        raise Misused(f"{path}: tệp zip đã hỏng hoặc có mật khẩu, không đọc được; chép lại tệp khác.") from None
    return _Copy(digests=digests, below="", own=held.get) if _MANIFEST in held else None


def _digest(file: zipfile.ZipFile, name: str) -> str:
    with file.open(name) as data:
        return hashlib.file_digest(data, "sha256").hexdigest()  # type: ignore[arg-type] # it reads, and that is all
