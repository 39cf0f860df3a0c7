"""What was looked at, done: everything is written aside first, and then takes its place in a moment.

Whatever can go wrong for long (a full disk, a file that somebody is saving) goes wrong while the last site stands
untouched. What follows are names that change, in an order in which no page leads to what is not there yet, or no more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path, PurePosixPath

from bulletin import disk
from bulletin.disk import Folder
from bulletin.model.kept import Kept
from bulletin.model.place import Place
from bulletin.model.problem import Problem, problem
from bulletin.model.source import Asset
from bulletin.model.views.page import Written
from bulletin.write.listed import of_this_process, remove_list, write_list
from bulletin.write.lock import unwritable
from bulletin.write.look import Look, folders_of, remains, survey
from bulletin.write.own_names import LIST

_PARTLY = "trang mới mới thay được một phần, chạy lại thì phần còn lại được thay nốt"


class _Unread(Exception):
    """A file to be copied that cannot be read, or is no longer what was read."""

    def __init__(self, asset: Asset, error: OSError) -> None:
        why, cure = disk.reason(error)
        where = Place(path=asset.disk.as_posix())
        self.problem = problem("file-unreadable", where, name=asset.path, why=why, cure=cure)


def put(seen: Look) -> tuple[Written | None, tuple[Problem, ...]]:
    """Make the output hold the files; None when it could not. What must go and could not is an error."""
    if seen.blocked:
        return None, ()
    try:
        disk.make_path(seen.output)
        with Folder.at(seen.output) as root:
            for path in seen.present.leftovers:
                _discard(root, path)
            _ask_whether_writable(root, seen)
            with _aside(root, seen) as aside:
                if seen.changed or seen.removed:
                    # Named before they are there: what a build leaves that is cut off, the next one owns.
                    write_list(root, [*_rows(seen, seen.listed.rows), *seen.digests.items()])
                return _take_place(root, aside, seen)
    except _Unread as unread:
        return None, (unread.problem,)
    except OSError as error:
        return None, (unwritable(error, seen.output),)


def _take_place(root: Folder, aside: Folder, seen: Look) -> tuple[Written | None, tuple[Problem, ...]]:
    """The names change; `aside` has the changed files by their turn."""
    failed: dict[str, Problem] = {}
    try:
        for path in seen.early:
            _remove(root, path)
        with _Ways(root) as ways:
            for turn, path in enumerate(seen.changed):
                aside.move(str(turn), ways.folder_of(path), path.rpartition("/")[2])
        for path in seen.removed:
            try:
                if path not in seen.early:
                    _remove(root, path)
            except OSError as error:
                failed[path] = remains(seen.output, path, *disk.reason(error))
        for path in seen.listed.rows.keys() - seen.present.files.keys() - seen.files.keys():
            _prune(root, path)  # folders of what is gone, whoever removed it
        left = _rows(seen, (*seen.remaining, *failed))
        write_list(root, [*seen.digests.items(), *left], [(path, seen.present.files[path]) for path in seen.kept])
    except OSError as error:
        return None, (unwritable(error, seen.output, _PARTLY),)
    removed = tuple(sorted(set(seen.removed) - failed.keys()))
    done = Written(written=tuple(sorted(seen.changed)), removed=removed, kept=len(seen.files) - len(seen.changed))
    return done, tuple(failed.values())


def _rows(seen: Look, paths: Iterable[str]) -> Iterator[tuple[str, str]]:
    return ((path, digest) for path in paths for digest in seen.listed.rows[path])


def clean(output: Path) -> tuple[int, tuple[Problem, ...]]:
    """Remove what our list names and still is as we wrote it: how many files, and what of ours is still there."""
    removed, left = 0, dict[str, Problem]()
    try:
        listed, present = survey(output)
        if not listed.whole:
            path = (output / LIST).as_posix()
            return 0, (problem("output-list-lost", Place(path=path), path=path, why=listed.fault),)
        with Folder.at(output) as root:
            for path in present.leftovers:
                _discard(root, path)
            for path in sorted(listed.rows.keys() - present.files.keys()):
                _prune(root, path)
            for path in sorted(listed.rows.keys() & present.files.keys()):
                if not listed.has(path, present.files[path]):
                    left[path] = remains(output, path)
                    continue
                try:
                    _remove(root, path)
                    removed += 1
                except OSError as error:
                    left[path] = remains(output, path, *disk.reason(error))
            if left:
                write_list(root, ((path, digest) for path in left for digest in listed.rows[path]))
            else:
                remove_list(root)
    except OSError as error:
        return removed, (*left.values(), unwritable(error, output))
    return removed, tuple(left.values())


@contextmanager
def _aside(root: Folder, seen: Look) -> Iterator[Folder]:
    """A folder of the changed files, each named by its turn; nobody reads it, and it is gone in the end."""
    if not seen.changed:
        yield root
        return
    name = of_this_process()
    root.make(name, 0o700)
    try:
        with root.folder(name) as aside:
            # What may change under our hands first.
            waiting = ((turn, seen.files[path]) for turn, path in enumerate(seen.changed))
            for turn, data in sorted(waiting, key=lambda row: not isinstance(row[1], Asset)):
                _write(aside, str(turn), data)
            yield aside
    finally:
        with suppress(OSError):
            _discard(root, name)


def _write(folder: Folder, name: str, data: bytes | Kept | Asset) -> None:
    with folder.create(name) as file:
        if not isinstance(data, Asset):
            file.write(data.read() if isinstance(data, Kept) else data)
            return
        chunks = disk.asset_chunks(data)
        while True:
            try:
                chunk = next(chunks, b"")
            except OSError as error:
                raise _Unread(data, error) from error
            if not chunk:
                return
            file.write(chunk)


def _ask_whether_writable(root: Folder, seen: Look) -> None:
    """Raises the PermissionError that would come in the midst of it."""
    root.ask_whether_writable()
    for path in sorted(folders_of((*seen.changed, *seen.removed)) & seen.present.folders):
        with _folder_of(root, f"{path}/index.html") as there:
            there.ask_whether_writable()


class _Ways:
    """The folders of one file after another, made if they are not there, over no link: what is on the way to the next
    one too stays open."""

    def __init__(self, root: Folder) -> None:
        self._names: list[str] = []
        self._open = [root]

    def __enter__(self) -> _Ways:
        return self

    def __exit__(self, *_: object) -> None:
        self._leave(0)

    def folder_of(self, path: str) -> Folder:
        """That of the file `path`, open until the next is asked for."""
        names = path.split("/")[:-1]
        shared = next((i for i, pair in enumerate(zip(names, self._names, strict=False)) if pair[0] != pair[1]), None)
        self._leave(min(len(names), len(self._names)) if shared is None else shared)
        for name in names[len(self._names) :]:
            above = self._open[-1]
            if above.kind(name) is None:
                above.make(name)
            self._open.append(above.folder(name))
            self._names.append(name)
        return self._open[-1]

    def _leave(self, depth: int) -> None:
        while len(self._names) > depth:
            self._names.pop()
            self._open.pop().close()


@contextmanager
def _folder_of(root: Folder, path: str) -> Iterator[Folder]:
    """The folder of the file `path`, over no link."""
    with ExitStack() as held:
        there = root
        for name in PurePosixPath(path).parent.parts:
            there = held.enter_context(there.folder(name))
        yield there


def _remove(root: Folder, path: str) -> None:
    with suppress(FileNotFoundError), _folder_of(root, path) as there:
        there.remove(PurePosixPath(path).name)
    _prune(root, path)


def _prune(root: Folder, path: str) -> None:
    """Remove the folders above `path` in which nothing is."""
    for folder in PurePosixPath(path).parents:
        try:
            with _folder_of(root, str(folder)) as above:
                if str(folder) == "." or not above.remove_folder(folder.name):
                    return
        except OSError:
            continue  # the folder above is gone already, or is none


def _discard(root: Folder, path: str) -> None:
    """Remove what a build left that was cut off: a file, or a folder of files."""
    with _folder_of(root, path) as there:
        name = PurePosixPath(path).name
        if there.kind(name) == "folder":
            with there.folder(name) as inner:
                for file, _ in inner.entries():
                    inner.remove(file)
            there.remove_folder(name)
        elif there.kind(name):
            there.remove(name)
