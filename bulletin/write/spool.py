"""Where finished files wait until the site is whole: one behind another in a file without a name, on the disk on which
they will be served. So no build needs the memory for a whole site, and one that is cut off leaves nothing."""

from __future__ import annotations

import hashlib
import tempfile
from functools import partial
from pathlib import Path

from bulletin.model.kept import Kept


class Spool:
    """Holds what it is given until it is closed. OSError where the disk of `output` takes no more."""

    def __init__(self, output: Path) -> None:
        self._output, self._end = output, 0
        self._file = tempfile.TemporaryFile(dir=output)  # noqa: SIM115 - closed by __exit__

    def __enter__(self) -> Spool:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def keep(self, data: bytes) -> Kept:
        """`data`, to be read again."""
        try:
            self._file.seek(self._end)
            self._file.write(data)
            self._file.flush()
        except OSError as error:
            error.filename = str(self._output)
            raise
        start, self._end = self._end, self._end + len(data)
        return Kept(sha256=hashlib.sha256(data).hexdigest(), size=len(data), read=partial(self._read, start, len(data)))

    def _read(self, start: int, size: int) -> bytes:
        self._file.seek(start)
        return self._file.read(size)
