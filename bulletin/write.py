"""Stage 6: bytes → disk. Writes only what differs, removes only what our own list of the last build names."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

from bulletin.model.problem import Place, Problem, problem
from bulletin.model.site import Files, Written
from bulletin.model.source import Asset

LIST = ".ward-bulletin"
_BESIDE = ".being-written.ward-bulletin"
_HEADER = "ward-bulletin 1: the files this program made here, with their SHA-256"


def refuse(output: Path, content: Path, templates: Path) -> tuple[Problem, ...]:
    """Why `output` must not be built into, whatever is to be written: it holds, or is, something of someone's."""
    real, inside = output.resolve(), content.resolve()
    where = Place(path=str(output))
    if (
        # Not Path.home(), which fails where nobody is at home: in some containers.
        real in (Path("/").resolve(), Path(os.path.expanduser("~")).resolve(), Path.cwd().resolve())  # noqa: PTH111
        or real in Path.cwd().resolve().parents
    ):
        why = "đó là thư mục gốc, thư mục nhà hoặc thư mục đang làm việc"
    elif any(real == i or real in i.parents or i in real.parents for i in (inside, templates.resolve())):
        why = "đó là thư mục nội dung hay mẫu trang, hoặc chứa nó, hoặc nằm trong nó"
    elif (real / ".git").exists():
        why = "trong đó có kho .git"
    elif real.exists() and not real.is_dir():
        why = "đó là một tệp"
    else:
        return ()
    return (problem("output-refused", where, path=output, why=why),)


def write(files: Files, output: Path) -> tuple[Written | None, tuple[Problem, ...]]:
    """Make `output` hold `files`. Nothing is written when a stranger's file stands in the way.

    A file is ours when our list names it *and* it still has the bytes we wrote; anything else is left alone and told.
    """
    ours = _read_list(output)
    digests = {path: _digest(data) for path, data in files.items()}
    present = _present(output)
    blocked, strangers = _strangers(files, digests, ours, present, output)
    if blocked:
        return None, blocked
    written = []
    _make_folder(output)
    # Named before they are written: a build that is cut off leaves nothing that the next one would not own.
    _write_list(output, [*((p, d) for p, known in ours.items() for d in known), *digests.items()])
    removed = [path for path in sorted(ours) if path not in files and present.get(path) in ours[path]]
    # A file of ours where a folder is wanted now, or the other way round, has to go first.
    folders = _folders(files)
    early = [path for path in removed if path in folders or not files.keys().isdisjoint(_folders([path]))]
    for path in early:
        _remove(output, path)
    # Pages last and the front page at the very end: whoever reads meanwhile finds what it leads to.
    for path in sorted(files, key=lambda p: (p.endswith(".html"), p == "index.html", p)):
        if present.get(path) != digests[path]:
            _put(files[path], output / path)
            written.append(path)
    for path in removed:
        if path not in early:
            _remove(output, path)
    _write_list(output, digests.items())
    return Written(written=tuple(sorted(written)), removed=tuple(removed), kept=len(files) - len(written)), strangers


def clean(output: Path) -> int:
    """Remove what our list names and still is as we wrote it; the number of files removed."""
    ours, present = _read_list(output), _present(output)
    mine = [path for path in sorted(ours) if present.get(path) in ours[path]]
    for path in mine:
        _remove(output, path)
    (output / LIST).unlink(missing_ok=True)
    if output.is_dir() and not any(output.iterdir()):
        output.rmdir()
    return len(mine)


def _strangers(
    files: Files, digests: Mapping[str, str], ours: Mapping[str, set[str]], present: Mapping[str, str], output: Path
) -> tuple[tuple[Problem, ...], tuple[Problem, ...]]:
    """(what stands in the way, what is merely there)."""
    blocked, told = [], []
    for path, digest in present.items():
        where = Place(path=(output / path).as_posix())
        if path in files:
            # Ours if our list says so; the same bytes are ours whoever put them there (a restored artifact).
            if path not in ours and digest != digests[path]:
                blocked.append(problem("output-in-the-way", where, name=path))
        elif digest not in ours.get(path, ()):
            told.append(problem("output-stranger", where, name=path))
    foreign = {path for path, digest in present.items() if digest not in ours.get(path, ())}
    filled = _folders(present)
    empty = {path for path in files if path not in filled and (output / path).is_dir()}
    in_the_way = sorted((_folders(files) & foreign) | (_folders(foreign) & files.keys()) | empty)
    blocked += [problem("output-in-the-way", Place(path=(output / path).as_posix()), name=path) for path in in_the_way]
    return tuple(blocked), tuple(told)


def _folders(paths: Iterable[str]) -> set[str]:
    """Every folder above any of `paths`."""
    return {path[:i] for path in paths for i, char in enumerate(path) if char == "/"}


def _present(output: Path) -> dict[str, str]:
    """Every file below `output` with its digest; a link is a file with no digest of ours, and is not followed."""
    found: dict[str, str] = {}
    if not output.is_dir():
        return found
    stack = [(str(output), "")]
    while stack:
        folder, above = stack.pop()
        with os.scandir(folder) as entries:
            for entry in entries:
                path = above + entry.name
                if entry.is_symlink():
                    found[path] = "link"
                elif not (entry.is_dir() or entry.is_file()):
                    found[path] = "special"
                elif entry.is_dir():
                    stack.append((entry.path, f"{path}/"))
                elif entry.name.endswith(_BESIDE):
                    os.unlink(entry.path)  # noqa: PTH108 - left by a build of ours that was cut off
                elif path != LIST:
                    with open(entry.path, "rb") as file:  # noqa: PTH123 - thousands of files
                        found[path] = hashlib.file_digest(file, "sha256").hexdigest()
    return dict(sorted(found.items()))


def _digest(data: bytes | Asset) -> str:
    return data.sha256 if isinstance(data, Asset) else hashlib.sha256(data).hexdigest()


def _put(data: bytes | Asset, path: Path) -> None:
    """Write beside and rename: a reader sees the old file or the new one. Any umask leaves it readable."""
    _make_folder(path.parent)
    beside = f"{path.parent}/.{path.name}{_BESIDE}"
    with open(beside, "wb") as file:  # noqa: PTH123 - thousands of files
        if isinstance(data, Asset):
            with data.disk.open("rb") as source:
                shutil.copyfileobj(source, file)
        else:
            file.write(data)
        os.fchmod(file.fileno(), 0o644)
    os.replace(beside, path)  # noqa: PTH105


def _make_folder(folder: Path) -> None:
    if not folder.is_dir():
        _make_folder(folder.parent)
        folder.mkdir()
        folder.chmod(0o755)


def _remove(output: Path, path: str) -> None:
    (output / path).unlink()
    for folder in PurePosixPath(path).parents:
        if str(folder) == "." or any((output / folder).iterdir()):
            return
        (output / folder).rmdir()


def _read_list(output: Path) -> dict[str, set[str]]:
    """The last build's list; an unknown form or a path that leaves `output` makes a row worthless, never dangerous."""
    try:
        lines = (output / LIST).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return {}
    known: dict[str, set[str]] = {}
    if lines and lines[0] == _HEADER:
        for digest, _, path in (line.partition("  ") for line in lines[1:]):
            if _is_inside(path):
                known.setdefault(path, set()).add(digest)
    return known


def _is_inside(path: str) -> bool:
    parts = path.split("/")
    return bool(path) and not path.startswith("/") and not {"", ".", ".."} & set(parts) and "\\" not in path


def _write_list(output: Path, rows: Iterable[tuple[str, str]]) -> None:
    text = "\n".join([_HEADER, *(f"{digest}  {path}" for path, digest in sorted(set(rows)))]) + "\n"
    target = output / LIST
    if not target.exists() or target.read_text(encoding="utf-8") != text:
        _put(text.encode(), target)
