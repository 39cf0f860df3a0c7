"""Files and folders as they lie there: opened without following links, and looked at again once they are open.

What a name led to when it was looked at need not be what it leads to when it is opened. So a folder is held open, what
is in it is asked for below that very folder, and a name that is a link, or no plain file, is refused. Where the system
cannot do that (Windows), what was opened is compared with what was seen.
"""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Literal

from bulletin.model.source import Asset

Kind = Literal["file", "folder", "link", "special"]

_CAREFUL = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
# Whether a folder can be held open: everywhere but on Windows.
HOLDS = {os.open, os.mkdir, os.stat, os.unlink, os.rmdir, os.rename} <= os.supports_dir_fd and (
    os.scandir in os.supports_fd
)
# Links of Windows; what OneDrive has not fetched yet is marked in a similar way, and is a file.
_LINKS = {0xA000000C, 0xA0000003}
_CHUNK = 1 << 20


class Folder:
    """A folder that is held open. Every OSError has the path of what could not be had."""

    def __init__(self, path: str, fd: int | None) -> None:
        self.path, self._fd = path, fd

    @classmethod
    def at(cls, path: Path) -> Folder:
        """The folder from which one starts; the way to it may lead over links."""
        if not path.is_dir():
            path.lstat()
            raise NotADirectoryError(errno.ENOTDIR, "", str(path))
        return cls(str(path), os.open(path, os.O_RDONLY | os.O_DIRECTORY) if HOLDS else None)

    def __enter__(self) -> Folder:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Hold it no longer."""
        if self._fd is not None:
            os.close(self._fd)

    def entries(self) -> list[tuple[str, Kind]]:
        """(name, what it is), in the order of the disk."""
        with self._told("."), os.scandir(self.path if self._fd is None else self._fd) as found:
            return [(entry.name, _kind_of_entry(entry)) for entry in found]

    def kind(self, name: str) -> Kind | None:
        """What `name` is now; None when there is nothing."""
        try:
            return _kind(self._seen(name))
        except FileNotFoundError:
            return None

    def folder(self, name: str) -> Folder:
        """The folder `name`, which is no link."""
        with self._told(name):
            if self._fd is not None:
                fd = os.open(name, os.O_RDONLY | os.O_DIRECTORY | _CAREFUL, dir_fd=self._fd)
                return Folder(self.at_name(name), fd)
            if _kind(self._seen(name)) != "folder":
                raise NotADirectoryError(errno.ENOTDIR, "")
            return Folder(self.at_name(name), None)

    def open(self, name: str) -> BinaryIO:
        """The plain file `name`, for reading."""
        with self._told(name):
            seen = self._seen(name)
            fd = os.open(self._name(name), os.O_RDONLY | _CAREFUL, dir_fd=self._fd)
            return _plain(fd, seen)

    def create(self, name: str) -> BinaryIO:
        """A new file `name`, for writing; anybody may read it, whatever the umask."""
        with self._told(name):
            flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _CAREFUL
            fd = os.open(self._name(name), flags, 0o644, dir_fd=self._fd)
            if HOLDS:
                os.fchmod(fd, 0o644)
            return os.fdopen(fd, "wb")

    def make(self, name: str, mode: int = 0o755) -> None:
        """A new folder `name`, whatever the umask."""
        with self._told(name):
            os.mkdir(self._name(name), mode, dir_fd=self._fd)
            with self.folder(name) as made:
                if made._fd is not None:
                    os.fchmod(made._fd, mode)

    def move(self, name: str, to: Folder, new: str) -> None:
        """`name` takes the place of whatever file is `new` in `to`, at once."""
        with to._told(new):
            os.replace(self._name(name), to._name(new), src_dir_fd=self._fd, dst_dir_fd=to._fd)

    def remove(self, name: str) -> None:
        """Remove the file or the link `name`."""
        with self._told(name):
            os.unlink(self._name(name), dir_fd=self._fd)

    def remove_folder(self, name: str) -> bool:
        """Remove the folder `name` if nothing is in it; whether it is gone."""
        try:
            os.rmdir(self._name(name), dir_fd=self._fd)
        except FileNotFoundError:
            return True
        except OSError:
            return False
        return True

    def ask_whether_writable(self) -> None:
        """OSError when files may not be made and removed here, as far as the system tells beforehand."""
        if not os.access(self._name("."), os.W_OK | os.X_OK, dir_fd=self._fd):
            raise PermissionError(errno.EACCES, "", self.path)

    def at_name(self, name: str) -> str:
        """The path of `name`, for messages."""
        return f"{self.path}/{name}"

    def _name(self, name: str) -> str:
        return self.at_name(name) if self._fd is None else name

    def _seen(self, name: str) -> os.stat_result:
        return os.stat(self._name(name), dir_fd=self._fd, follow_symlinks=False)

    def _told(self, name: str) -> _Told:
        return _Told(self, name)


class _Told:
    """An OSError meanwhile has the path of `name` in `folder`. (A generator would take three times as long, and this is
    done a dozen times a file.)"""

    __slots__ = ("_folder", "_name")

    def __init__(self, folder: Folder, name: str) -> None:
        self._folder, self._name = folder, name

    def __enter__(self) -> None:
        pass

    def __exit__(self, _: object, error: BaseException | None, __: object) -> None:
        if isinstance(error, OSError):
            error.filename = self._folder.path if self._name == "." else self._folder.at_name(self._name)
            error.filename2 = None


def make_path(path: Path) -> tuple[Path, ...]:
    """Make what is missing of the folder `path`, readable whatever the umask: what was made, the innermost first."""
    if path.is_dir():
        return ()
    above = make_path(path.parent)
    path.mkdir(exist_ok=True)
    path.chmod(0o755)
    return path, *above


def chunks(file: BinaryIO) -> Iterator[bytes]:
    """What `file` holds; at its end OSError (ESTALE) when somebody has written to it meanwhile."""
    before = os.fstat(file.fileno())
    while data := file.read(_CHUNK):
        yield data
    after = os.fstat(file.fileno())
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise OSError(errno.ESTALE, "")


def read(file: BinaryIO) -> bytes:
    """All of `file`, as `chunks`."""
    return b"".join(chunks(file))


def asset_chunks(asset: Asset) -> Iterator[bytes]:
    """The bytes of `asset`; at their end OSError (ESTALE) when they are not those that were read, judged and named."""
    with open_asset(asset) as file:
        digest, left = hashlib.sha256(), asset.size
        # No more than there was: what stands there now may be of any length.
        while left and (data := file.read(min(left, _CHUNK))):
            digest.update(data)
            left -= len(data)
            yield data
        if file.read(1) or digest.hexdigest() != asset.sha256:
            raise OSError(errno.ESTALE, "", str(asset.disk))


def asset_bytes(asset: Asset) -> bytes:
    """All of `asset`, as `asset_chunks`."""
    return b"".join(asset_chunks(asset))


def open_asset(asset: Asset) -> BinaryIO:
    """Its file, if it still is a plain one."""
    with Folder.at(asset.disk.parent) as folder:
        return folder.open(asset.disk.name)


def _plain(fd: int, seen: os.stat_result) -> BinaryIO:
    """The file that was opened, if it is a plain one, and the one that was seen."""
    found = os.fstat(fd)
    if stat.S_ISREG(found.st_mode) and (found.st_dev, found.st_ino) == (seen.st_dev, seen.st_ino):
        return os.fdopen(fd, "rb")
    os.close(fd)
    raise OSError(errno.ELOOP if _kind(seen) == "link" else errno.ESTALE if _kind(seen) == "file" else errno.ENODEV, "")


def _kind(seen: os.stat_result) -> Kind:
    if stat.S_ISLNK(seen.st_mode) or getattr(seen, "st_reparse_tag", 0) in _LINKS:
        return "link"
    return "folder" if stat.S_ISDIR(seen.st_mode) else "file" if stat.S_ISREG(seen.st_mode) else "special"


def _kind_of_entry(entry: os.DirEntry[str]) -> Kind:
    """As `_kind`, mostly without asking the disk again."""
    if os.name == "nt":
        return _kind(entry.stat(follow_symlinks=False))
    if entry.is_symlink():
        return "link"
    folder, file = entry.is_dir(follow_symlinks=False), entry.is_file(follow_symlinks=False)
    return "folder" if folder else "file" if file else "special"


_AGAIN = "chờ việc lưu, chép hoặc đồng bộ xong rồi chạy lại"
_CLOSE = "đóng chương trình ấy rồi chạy lại"
_REAL = "xoá nó, hoặc chuyển đi nơi khác, rồi chép tệp thật vào"
_REASONS = {
    "ENOSPC": ("ổ đĩa đã đầy", "xoá bớt tệp hoặc chọn ổ đĩa khác rồi chạy lại"),
    "EDQUOT": ("đã hết dung lượng được cấp", "xoá bớt tệp hoặc xin thêm dung lượng rồi chạy lại"),
    "EFBIG": ("tệp lớn quá mức ổ đĩa này cho phép", "chọn ổ đĩa khác"),
    "ENOENT": (
        "không có tệp hay thư mục này, hoặc nó vừa bị xoá, bị đổi tên",
        "xem lại tên, chờ việc chép hoặc đồng bộ xong rồi chạy lại",
    ),
    "ESTALE": ("tệp đã đổi trong lúc dựng", _AGAIN),
    "EACCES": (
        "không có quyền đọc hoặc ghi",
        "xem lại quyền của tệp, của thư mục, hoặc đóng chương trình đang mở nó",
    ),
    "EPERM": ("máy không cho đọc hoặc ghi", "xem lại quyền của tệp và thư mục"),
    "EROFS": ("ổ đĩa chỉ cho đọc", "chọn thư mục ở ổ đĩa khác"),
    "EISDIR": ("đó là một thư mục, không phải tệp", "xem lại tên"),
    "ENOTDIR": ("một phần của đường dẫn là tệp hay liên kết, không phải thư mục", "xem lại tên"),
    "ENAMETOOLONG": ("tên quá dài", "đặt tên ngắn hơn, hoặc để ở thư mục ít cấp hơn"),
    "EEXIST": ("đã có tệp hay thư mục mang tên này", "chọn tên khác, hoặc chuyển nó đi nơi khác rồi chạy lại"),
    "ENOTEMPTY": ("thư mục còn tệp", "chuyển các tệp ấy đi nơi khác rồi chạy lại"),
    "EMFILE": ("chương trình đang mở quá nhiều tệp", "đóng bớt chương trình rồi chạy lại"),
    "ENFILE": ("máy đang mở quá nhiều tệp", "đóng bớt chương trình rồi chạy lại"),
    "ENOMEM": ("máy hết bộ nhớ", "đóng bớt chương trình rồi chạy lại"),
    "EIO": ("ổ đĩa hoặc USB bị lỗi khi đọc, ghi", "rút ra cắm lại, hoặc chép sang ổ đĩa khác"),
    "ETXTBSY": ("tệp đang được chương trình khác dùng", _CLOSE),
    "EBUSY": ("tệp đang được chương trình khác dùng", _CLOSE),
    "ELOOP": ("đó là một liên kết (symlink), hoặc liên kết trỏ vòng quanh", _REAL),
    "ENODEV": ("không phải tệp thường", _REAL),
    "ENXIO": ("không phải tệp thường", _REAL),
}


def reason(error: OSError) -> tuple[str, str]:
    """(why, what to do) in words for whoever has no other."""
    name = errno.errorcode.get(error.errno or 0, "không rõ")
    return _REASONS.get(name, (f"máy báo lỗi {name}", "xem lại ổ đĩa và quyền của tệp rồi chạy lại"))
