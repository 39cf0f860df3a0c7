"""One build at a time: the only door to filelock."""

from __future__ import annotations

import os
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from bulletin import disk
from bulletin.model.place import Place
from bulletin.model.problem import Problem, problem
from bulletin.write.own_names import LOCK


@contextmanager
def alone(
    folder: Path, waiting: Callable[[], None], *, wait: float, name: str = LOCK, emptied: bool = False
) -> Iterator[tuple[Problem, ...]]:
    """Hold `folder`, made where it is not, against other runs of this program; what hinders it, or nothing.

    `waiting` is called once when another run holds it. A run that is killed holds nothing; the file `name` is there
    while a run lasts. A `folder` that was made and got nothing is gone again, so is any that is `emptied`.
    """
    # Not needed by whoever only looks.
    from filelock import FileLock, Timeout

    lock = FileLock(folder / name)
    hindered: tuple[Problem, ...] = ()
    made: tuple[Path, ...] = ()
    try:
        with warnings.catch_warnings():
            # Of a file system without locks it says in English that it takes marks instead.
            warnings.simplefilter("ignore")
            made = _held(lock.acquire, folder, 0)
    except Timeout:
        waiting()
        try:
            made = _held(lock.acquire, folder, wait)
        except Timeout:
            where = Place(path=folder.as_posix())
            hindered = (problem("output-busy", where, path=folder, seconds=round(wait)),)
        except OSError as error:
            hindered = (unwritable(error, folder),)
    except OSError as error:
        hindered = (unwritable(error, folder),)
    try:
        yield hindered
    finally:
        if lock.is_locked:
            # While it is held: whoever waits for it sees that it is gone, and makes another.
            with suppress(OSError):
                os.unlink(lock.lock_file)  # noqa: PTH108
            lock.release()
        for new in made or (folder,) * emptied:
            with suppress(OSError):
                new.rmdir()


def _held(acquire: Callable[..., object], folder: Path, seconds: float) -> tuple[Path, ...]:
    """Take the lock; the folders that had to be made, the innermost first."""
    for last in (False, False, True):
        made = disk.make_path(folder)
        try:
            acquire(timeout=seconds, poll_interval=0.1)
        except FileNotFoundError:
            # Whoever held it has removed the empty folder.
            if last:
                raise
            continue
        return made
    raise AssertionError


def unwritable(error: OSError, output: Path, state: str = "trang đã dựng lần trước vẫn giữ nguyên") -> Problem:
    """The problem that `error` is; `state` is what the site is like."""
    path = os.fsdecode(error.filename) if isinstance(error.filename, str | bytes) else output.as_posix()
    why, cure = disk.reason(error)
    where = Place(path=Path(path).as_posix())
    return problem("output-unwritable", where, path=where.path, why=why, cure=cure, state=state)
