"""`check --fix`: takes out of the files of content/ the signs that nobody sees, where no word changes. Nothing else."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bulletin.words.text.zero_width import hidden, without_hidden

_ROOMS = ("notices", "pages", "dispatches", "calendar")
_ENDINGS = (".md", ".yml", ".yaml")


def fix(content: Path) -> Iterator[str]:
    """Mend every text of `content`; a sentence for each place, and one for each file that could not be written."""
    files = [content / "site.yml", *(path for room in _ROOMS for path in sorted((content / room).rglob("*")))]
    for path in files:
        if path.suffix.lower() not in _ENDINGS or path.is_symlink() or not path.is_file():
            continue
        data = path.read_bytes()
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            continue  # told by the check that follows
        mended = without_hidden(text).encode()
        if mended == data:
            continue
        if not _put(path, data, mended):
            yield f"{path.as_posix()}: tệp vừa được sửa ở nơi khác nên không ghi đè; chạy lại lệnh này."
            continue
        for one in hidden(text):
            if one.goes:
                line = text.count("\n", 0, one.start) + 1
                col = one.start - text.rfind("\n", 0, one.start)
                yield f"{path.as_posix()}:{line}:{col}: đã bỏ ký tự ẩn trong «{one.around}», chữ vẫn như cũ."


def _put(path: Path, before: bytes, after: bytes) -> bool:
    """Write beside and rename, with the same rights; False when the file is no longer what was read."""
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(after)
        os.chmod(beside, path.stat().st_mode & 0o777)  # noqa: PTH101 - a name of the system's own
        if path.is_symlink() or path.read_bytes() != before:
            return False
        os.replace(beside, path)  # noqa: PTH105 - a name of the system's own
        return True
    finally:
        Path(beside).unlink(missing_ok=True)
