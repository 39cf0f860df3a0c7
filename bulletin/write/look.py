"""What is to be written, beside what lies there: everything that can be told before a byte is changed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bulletin.addresses import NAMED_BY_CONTENT, SEARCH, is_page_name
from bulletin.disk import Folder
from bulletin.model.place import Place
from bulletin.model.problem import Problem, problem
from bulletin.model.views.page import Files
from bulletin.write.listed import NOTHING, Listed, read_list
from bulletin.write.lock import unwritable
from bulletin.write.own_names import BESIDE, COPY, LIST, LOCK

_OWN = {LIST, COPY, LOCK}
_STATIC = tuple(folder[1:] for folder in NAMED_BY_CONTENT)
_SEARCH = SEARCH[1:]


@dataclass(frozen=True, slots=True, kw_only=True)
class Present:
    """What lies there: digests by path (of what is no plain file: a word), folders, and what cut off builds left."""

    files: Mapping[str, str]
    folders: frozenset[str] = frozenset()
    leftovers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What a build will do to `output`, each in its order; nothing when it is `blocked`.

    `early` of what is `removed` stands where folders or files must be; `remaining` must go and is not ours to remove.
    """

    files: Files
    digests: Mapping[str, str]
    output: Path
    problems: tuple[Problem, ...]
    blocked: bool = True
    listed: Listed = NOTHING
    present: Present = Present(files={})
    changed: tuple[str, ...] = ()
    early: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    remaining: tuple[str, ...] = ()


def look(files: Files, output: Path, sources: Mapping[str, Place] | None = None) -> Look:
    """Compare `files` with what `output` holds; `sources` are the texts that pages come from, by file.

    A file is ours when our list names it *and* it still has the bytes we wrote. A page of ours that was altered is
    told and replaced; one that was altered and has been withdrawn stays an error until somebody has removed it.
    """
    digests = {path: _digest(data) if isinstance(data, bytes) else data.sha256 for path, data in files.items()}
    try:
        listed, present = survey(output)
    except OSError as error:
        return Look(files=files, output=output, digests=digests, problems=(unwritable(error, output),))
    both = _Both(files=files, digests=digests, output=output, listed=listed, present=present)
    foreign = both.foreign()
    if blocked := _in_the_way(both, foreign):
        return Look(files=files, output=output, digests=digests, problems=blocked)
    ours = [path for path in sorted(listed.rows) if path not in files and path in present.files]
    unwanted = [path for path in ours if listed.has(path, present.files[path])]
    kept = _kept(unwanted, listed)
    removed = [path for path in unwanted if path not in kept]
    folders = folders_of(files)
    changed = (path for path in files if present.files.get(path) != digests[path])
    return Look(
        files=files,
        output=output,
        problems=_problems(both, sources or {}),
        blocked=False,
        listed=listed,
        present=present,
        digests=digests,
        changed=tuple(sorted(changed, key=_turn(present.files))),
        # A file of ours where a folder is wanted now, or the other way round, has to go first.
        early=tuple(path for path in removed if path in folders or not files.keys().isdisjoint(folders_of([path]))),
        # No page may name what is gone already.
        removed=tuple(sorted(removed, key=lambda path: (not is_page_name(path), path))),
        kept=tuple(sorted(kept)),
        remaining=tuple(path for path in ours if path in foreign),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Both:
    """What is to be written, and what lies in `output`."""

    files: Files
    digests: Mapping[str, str]
    output: Path
    listed: Listed
    present: Present

    def is_known(self, path: str) -> bool:
        """Whether what lies at `path` is what we wrote there, or what we are about to write."""
        digest = self.present.files[path]
        return self.listed.has(path, digest) or digest == self.digests.get(path)

    def foreign(self) -> frozenset[str]:
        """What is not ours. Where the list is damaged nobody knows what else was ours: what stands where we write,
        was."""
        doubtful = frozenset(() if self.listed.whole else self.files)
        return frozenset(path for path in self.present.files if not self.is_known(path) and path not in doubtful)


def _kept(unwanted: Sequence[str], listed: Listed) -> frozenset[str]:
    """What stays until the next build of what people may be reading now: the styles and scripts, and the index of
    search, unless something was withdrawn: the index tells what it said."""
    withdrawn = any(not path.startswith(_STATIC) for path in unwanted)
    return frozenset(
        path
        for path in unwanted
        if path.startswith(_STATIC) and path not in listed.kept and not (withdrawn and path.startswith(_SEARCH))
    )


def survey(output: Path) -> tuple[Listed, Present]:
    """The list, and everything below `output`; links are not followed. Raises OSError for a folder it cannot read."""
    files: dict[str, str] = {}
    folders, leftovers = set[str](), list[str]()

    def below(folder: Folder, above: str) -> None:
        for name, kind in folder.entries():
            path = above + name
            if name.endswith(BESIDE):
                leftovers.append(path)
            elif kind == "folder":
                folders.add(path)
                with folder.folder(name) as inner:
                    below(inner, f"{path}/")
            elif path not in _OWN:
                files[path] = _digest_of(folder, name) if kind == "file" else kind

    if not output.is_dir():
        return NOTHING, Present(files={})
    with Folder.at(output) as root:
        listed = read_list(root)
        below(root, "")
    present = Present(files=dict(sorted(files.items())), folders=frozenset(folders), leftovers=tuple(leftovers))
    return listed, present


def _turn(present: Mapping[str, str]) -> Callable[[str], tuple[bool, bool, bool, str]]:
    """New files before changed ones, what pages use before pages, the front page last: whoever reads meanwhile finds
    what pages lead to, whenever it ends."""
    return lambda path: (path in present, is_page_name(path), path == "index.html", path)


def _in_the_way(both: _Both, foreign: frozenset[str]) -> tuple[Problem, ...]:
    """What is somebody else's, where we must write."""
    files, present = both.files, both.present
    strange = {path for path in foreign if path not in both.listed.rows}
    filled = folders_of(present.files)
    empty = {path for path in files if path in present.folders and path not in filled}
    above, below = folders_of(files) & foreign, folders_of(foreign) & files.keys()
    paths = sorted((strange & files.keys()) | above | below | empty)
    return tuple(problem("output-in-the-way", Place(path=(both.output / path).as_posix()), name=path) for path in paths)


def _problems(both: _Both, sources: Mapping[str, Place]) -> tuple[Problem, ...]:
    """What must be told before anything changes: a damaged list, and every file that is not as we wrote it: to be
    replaced, to stay though it must go, or a stranger's."""
    problems = []
    if both.listed.fault:
        path = (both.output / LIST).as_posix()
        problems.append(problem("output-list-damaged", Place(path=path), path=path, why=both.listed.fault))
    for path in both.present.files:
        where = Place(path=(both.output / path).as_posix())
        if both.is_known(path):
            continue
        if path in both.files:
            source = sources[path].path if path in sources else "nội dung trong content/ hoặc mẫu trong templates/"
            problems.append(problem("output-edited", where, name=path, source=source))
        elif path in both.listed.rows:
            problems.append(remains(both.output, path))
        else:
            problems.append(problem("output-stranger", where, name=path))
    return tuple(problems)


def remains(output: Path, path: str, why: str = "", cure: str = "") -> Problem:
    """The problem that `path` must go and is still there, because it was altered unless `why` says otherwise."""
    where = Place(path=(output / path).as_posix())
    why = why or "nó đã bị sửa bằng tay nên chương trình không tự xoá"
    cure = cure or f"chép điều cần giữ ra nơi khác, xoá tệp {where.path} rồi chạy lại"
    return problem("output-remains", where, name=path, why=why, cure=cure)


def folders_of(paths: Iterable[str]) -> set[str]:
    """Every folder above any of `paths`."""
    return {path[:i] for path in paths for i, char in enumerate(path) if char == "/"}


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _digest_of(folder: Folder, name: str) -> str:
    try:
        with folder.open(name) as file:
            return hashlib.file_digest(file, "sha256").hexdigest()  # type: ignore[arg-type] # a BufferedReader, in the stubs less
    except OSError:
        return "unread"
