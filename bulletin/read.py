"""Stage 1, disk → Raw → Source. The only door to frontmatter; nothing here judges what a key means."""

from __future__ import annotations

import errno
import hashlib
import os
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePath
from typing import BinaryIO

import frontmatter
from frontmatter.default_handlers import BaseHandler

from bulletin import disk
from bulletin.disk import Folder
from bulletin.model.place import Place
from bulletin.model.problem import Problem, problem
from bulletin.model.source import Asset, Content, Field, Raw, Source
from bulletin.words.encoding.garbled import LOST, MOJIBAKE, STYLED, Garbled, garbled
from bulletin.words.text.comments import Published, published
from bulletin.words.text.zero_width import HIDDEN, hidden
from bulletin.words.yaml.read import CONTROL, read_yaml

_DROPPINGS = re.compile(r"(?i)\..*|~\$.*|.*~|.*\.(?:sw[a-eg-z]|tmp|bak|part|crdownload)|thumbs\.db|desktop\.ini")
# Folders of content/ that hold texts, and how the names of their files end.
ENDINGS = {"notices": ".md", "pages": ".md", "dispatches": ".yml", "calendar": ".yml"}
_DEEPEST = 20  # folders in folders: an address is not so long
# Word makes one long dash of three.
_DASHES = re.compile(r"(?:[-\u2010-\u2015]{2,}|[\u2014\u2015])[ \t]*")


def read(content: Path, shown: str) -> tuple[Content, tuple[Problem, ...]]:
    """Walk `content`; `shown` is how problems name it («content»). Sorted by NFC name, whatever the disk's order."""
    problems: list[Problem] = []
    ward: Raw | None = None
    texts: dict[str, list[Raw]] = {room: [] for room in ENDINGS}
    assets: dict[str, Asset] = {}
    for found in _walk(content, shown, problems):
        path, relative = found.shown, found.relative
        room, _, rest = relative.partition("/")
        if relative == "site.yml":
            ward = _text(found, relative, problems)
        elif room in texts and rest.lower().endswith(ENDINGS[room]):
            if raw := _text(found, rest, problems):
                texts[room].append(raw)
        elif room == "files" and rest:
            if asset := _asset(found, problems):
                assets[relative] = asset
        elif room == "calendar" and rest.lower().endswith((".yaml", ".md")):
            problems.append(problem("file-ending", Place(path=path), name=relative))
        else:
            problems.append(problem("file-unknown", Place(path=path), name=relative))
    return (
        Content(
            ward=ward,
            notices=tuple(texts["notices"]),
            pages=tuple(texts["pages"]),
            dispatches=tuple(texts["dispatches"]),
            calendar=tuple(texts["calendar"]),
            assets=assets,
        ),
        tuple(problems),
    )


def read_templates(templates: Path) -> tuple[Mapping[str, str], Mapping[str, Asset], tuple[Problem, ...]]:
    """(texts by name «partials/card.html», files of `static/` by name, problems), in sorted order."""
    shown = templates.as_posix()
    texts: dict[str, str] = {}
    static: dict[str, Asset] = {}
    problems: list[Problem] = []
    if not templates.is_dir():
        return texts, static, (problem("templates-missing", Place(path=shown), path=shown),)
    for found in _walk(templates, shown, problems):
        if found.relative.startswith("static/"):
            if asset := _asset(found, problems):
                static[found.relative.removeprefix("static/")] = asset
        elif found.relative.endswith((".html", ".js")) and (raw := _text(found, found.relative, problems)):
            text, told = decode(raw)
            texts[found.relative] = text
            problems += told
    return texts, static, tuple(problems)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A file: `relative` in NFC from the root, `shown` to editors, `disk` as the system names it, and its door."""

    relative: str
    shown: str
    disk: Path
    open: Callable[[], BinaryIO]


def _walk(root: Path, shown: str, problems: list[Problem]) -> Iterator[_Found]:
    """Files below `root` with their NFC paths; links that leave the root, or lead to folders, are not followed."""
    try:
        with Folder.at(root) as folder:
            yield from _below(folder, root, "", shown, problems)
    except OSError as error:
        problems.append(_unread(error, shown, shown))


def _below(folder: Folder, root: Path, above: str, shown: str, problems: list[Problem]) -> Iterator[_Found]:
    """The files in `folder` and below, in the order of their NFC names; `above` is the way to it from `root`, «a/b/».

    What cannot be read, leads outside or collides with another name goes to `problems`, and the walk goes on."""
    entries = sorted((_name(name), name, kind) for name, kind in folder.entries() if not _DROPPINGS.fullmatch(name))
    times = Counter(name for name, _, _ in entries)
    seen: dict[str, str] = {}
    for name, on_disk, kind in entries:
        relative = f"{above}{name}"
        first = seen.setdefault(name.casefold(), name)
        where = Place(path=f"{shown}/{relative}")
        path = Path(folder.at_name(on_disk))
        if times[name] > 1 or first != name:
            problems.append(problem("file-names-collide", where, first=f"{above}{first}", second=relative))
        elif kind == "folder" and above.count("/") < _DEEPEST:
            try:
                with folder.folder(on_disk) as inner:
                    yield from _below(inner, root, f"{relative}/", shown, problems)
            except OSError as error:
                problems.append(_unread(error, relative, where.path))
        elif kind == "file":
            yield _Found(relative=relative, shown=where.path, disk=path, open=partial(folder.open, on_disk))
        elif kind == "link":
            if target := _file_inside(path, root, relative.split("/")[0]):
                real, door = root.resolve() / target, partial(_open_below, root, target)
                yield _Found(relative=relative, shown=where.path, disk=real, open=door)
            else:
                problems.append(problem("file-link", where, name=relative))
        else:
            why = errno.ENAMETOOLONG if kind == "folder" else errno.ENODEV
            problems.append(_unread(OSError(why, ""), relative, where.path))


def _file_inside(link: Path, root: Path, room: str) -> PurePath | None:
    """Where in `root` the file of `room` lies to which `link` leads."""
    try:
        real, top = link.resolve(strict=True), root.resolve()
        return real.relative_to(top) if link.is_file() and top / room in real.parents else None
    except (OSError, RuntimeError):  # a link to itself
        return None


def _open_below(root: Path, target: PurePath) -> BinaryIO:
    """The file at `target`, over no further link: what was no link a moment ago must be none now."""
    with ExitStack() as held:
        folder = held.enter_context(Folder.at(root))
        for part in target.parts[:-1]:
            folder = held.enter_context(folder.folder(part))
        return folder.open(target.name)


def _name(name: str) -> str:
    """The file's name in NFC. Read from its bytes: in some locales Python takes names for ASCII."""
    return unicodedata.normalize("NFC", os.fsencode(name).decode("utf-8", "surrogateescape"))


def _text(found: _Found, relative: str, problems: list[Problem]) -> Raw | None:
    try:
        with found.open() as file:
            return Raw(path=found.shown, relative=relative, data=disk.read(file))
    except OSError as error:
        problems.append(_unread(error, found.relative, found.shown))
        return None


def _asset(found: _Found, problems: list[Problem]) -> Asset | None:
    digest, size = hashlib.sha256(), 0
    try:
        with found.open() as file:
            for chunk in disk.chunks(file):
                digest.update(chunk)
                size += len(chunk)
    except OSError as error:
        problems.append(_unread(error, found.relative, found.shown))
        return None
    return Asset(path=found.relative, disk=found.disk, size=size, sha256=digest.hexdigest())


def _unread(error: OSError, name: str, shown: str) -> Problem:
    why, cure = disk.reason(error)
    return problem("file-unreadable", Place(path=shown), name=name, why=why, cure=cure)


_GOES = "gõ «make fix» để bỏ mà chữ vẫn như cũ, hoặc xoá rồi gõ lại chỗ ấy"
_MAY_PART = "gõ lại chỗ ấy bằng tay: hai phần ấy là một chữ thì viết liền, là hai chữ thì cách ra"


def decode(raw: Raw) -> tuple[str, tuple[Problem, ...]]:
    """Bytes → text in NFC with plain line ends and no BOM; a wrong byte or a hidden control character is a problem."""
    try:
        text = raw.data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        line = raw.data[: error.start].count(b"\n") + 1
        return "", (problem("file-not-utf8", Place(path=raw.path, line=line, col=1), byte=error.start + 1),)
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    problems = []
    known = {mark.start: mark for mark in hidden(text)}
    strays = sorted({*known, *(m.start() for m in CONTROL.finditer(text) if not HIDDEN.match(m[0]))})
    for at in strays[:5]:  # a file of nothing else needs no thousand lines
        start = text.rfind("\n", 0, at) + 1
        where = Place(path=raw.path, line=text.count("\n", 0, start) + 1, col=at - start + 1)
        around, advice = "", "xoá ký tự đó và gõ lại chỗ ấy bằng tay"
        if mark := known.get(at):
            around = f" trong «{mark.around}»"
            advice = _GOES if mark.goes else _MAY_PART
        problems.append(
            problem("file-control-character", where, character=f"U+{ord(text[at]):04X}", around=around, advice=advice)
        )
    return text, tuple(problems)


_MOST_LINES = 20  # told of one file: where all lines are broken, all of it must be converted


def _letters(raw: Raw) -> tuple[str | None, tuple[Problem, ...]]:
    """The text of an editor's file, and its broken letters; None when it cannot be read on."""
    text, hidden = decode(raw)
    lines = garbled(text)
    broken = tuple(_garbled(line, raw.path) for line in lines[:_MOST_LINES])
    if not hidden:
        return text, broken
    # The soft hyphen of «ph\u00adêng» is a letter of TCVN3: to delete it is no cure.
    cured = {p.place.line for p in broken if p.severity == "error"}
    return None, (*broken, *(p for p in hidden if p.place.line not in cured))


def _garbled(line: Garbled, path: str) -> Problem:
    place = Place(path=path, line=line.line + 1, col=line.col + 1)
    if line.kind == STYLED:
        return problem("text-styled", place, value=line.said, right=line.right.strip())
    right = line.right.strip()
    if line.kind == LOST:
        kind = "dấu «?» hoặc «\ufffd» đứng thay chữ có dấu"
        advice = "chép lại dòng này từ tệp gốc, hoặc gõ lại: chữ đã mất, không chuyển mã lại được"
    elif "\ufffd" in right:
        kind = "UTF-8 bị đọc nhầm bảng mã"
        advice = f"chép lại từ tệp gốc; dòng này vốn là «{right}», chỗ \ufffd là chữ đã mất"
    elif line.kind == MOJIBAKE:
        kind, advice = "UTF-8 bị đọc nhầm bảng mã", f"thay cả dòng bằng «{right}»"
    else:
        kind = f"bảng mã cũ {line.kind}"
        advice = f"chuyển mã sang Unicode (UniKey: Ctrl+Shift+F6) rồi dán lại; dòng này thành «{right}»"
    return problem("text-broken" if line.sure else "text-doubtful", place, value=line.said, kind=kind, advice=advice)


class _FrontMatter(BaseHandler):
    """Reads keys as text with places; python-frontmatter splits the file, at lines of exactly three dashes.

    `line` is the line of the opening fence in the file. What is wrong with the keys goes to `problems`. `closed` tells
    whether there was a closing fence: without one the library gives the whole text back, and no error.
    """

    FM_BOUNDARY = re.compile(r"^---[ \t]*(?:\n|\Z)", re.MULTILINE)

    def __init__(self, path: str, line: int) -> None:
        super().__init__()
        self.path, self.line, self.closed = path, line, False
        self.problems: list[Problem] = []

    def load(self, fm: str) -> dict[str, Field]:
        self.closed = True
        yaml = fm.removesuffix("\n")
        if dashes := _not_a_fence(yaml, self.path, self.line + 1):
            self.problems.append(dashes)
            return {}
        fields, problems = read_yaml(yaml, self.path, self.line + 1)
        self.problems.extend(problems)
        return dict(fields)


def _not_a_fence(lines: str, path: str, first_line: int) -> Problem | None:
    """The first line of dashes that were meant as a fence; `first_line` is the line of `lines` in the file."""
    for number, line in enumerate(lines.split("\n"), first_line):
        if _DASHES.fullmatch(line) and not _FrontMatter.FM_BOUNDARY.fullmatch(line):
            return problem("front-fence", Place(path=path, line=number, col=1), line=line.strip())
    return None


def _after(text: str, content: str) -> tuple[str, int]:
    """(body, line of its first line): what follows the closing fence, blanks included.

    The library strips the body that it gives back (`content`), and with it the indent and the number of its first line.
    """
    fenced = text.rstrip().removesuffix(content).rstrip()
    above = fenced.count("\n") + 1
    return "\n".join(text.split("\n")[above:]), above + 1


def parse(raw: Raw) -> tuple[Source | None, tuple[Problem, ...]]:
    """Raw → Source, or None with the problems that make its front matter unreadable. A pure function of its bytes."""
    text, broken = _letters(raw)
    if text is None:
        return None, broken
    # The library takes a file that begins with something else for one without keys, and says nothing.
    line = next((number for number, line in enumerate(text.split("\n"), 1) if line.strip()), 1)
    opening = text.split("\n")[line - 1]
    handler = _FrontMatter(raw.path, line)
    if not handler.FM_BOUNDARY.fullmatch(opening):
        code = "front-fence" if _DASHES.fullmatch(opening) else "front-missing"
        return None, (*broken, problem(code, Place(path=raw.path, line=line, col=1), line=opening.strip()))
    front: Mapping[str, Field]
    front, content = frontmatter.parse(text, handler=handler)  # type: ignore[assignment] # load() returns Fields
    if not handler.closed:
        unclosed = problem("front-unclosed", Place(path=raw.path, line=line, col=1), line=opening.strip())
        return None, (*broken, _not_a_fence(text, raw.path, 1) or unclosed)
    problems = (*broken, *handler.problems)
    if any(p.code != "front-duplicate-key" for p in handler.problems):
        return None, problems
    body, body_line = _after(text, content)
    shown = published(body)
    problems += tuple(_of_comments(shown, front, raw.path, body_line))
    source = Source(
        path=raw.path, relative=raw.relative, front=front, front_line=line, body=shown.body, body_line=body_line
    )
    return source, problems


def _of_comments(said: Published, front: Mapping[str, Field], path: str, body_line: int) -> Iterator[Problem]:
    """What was left out and may have been meant, and comments where there can be none."""
    if said.unclosed is not None:
        yield problem("body-comment-open", Place(path=path, line=body_line + said.unclosed, col=1))
    for line in said.left_out:
        where = Place(path=path, line=body_line + line.line, col=1)
        label = f"[{line.label}]:"
        what, advice = _LEFT_OUT[line.note]
        yield problem("body-left-out", where, what=what, label=label, advice=advice.format(label=line.label))
    waiting: list[object] = list(front.values())
    while waiting:
        field = waiting.pop()
        if isinstance(field, Field):
            if isinstance(field.value, str) and "<!--" in field.value:
                yield problem("front-comment", Place(path=path, line=field.line, col=field.col))
            elif isinstance(field.value, Mapping):
                waiting += field.value.values()
            elif isinstance(field.value, tuple):
                waiting += field.value


# What stays in the file, by whether it is a footnote.
_LEFT_OUT = {
    True: ("chú thích cuối trang", "ghi [{label}] ở chỗ cần dẫn"),
    False: ("dòng", "nếu là nội dung thì bỏ dấu ngoặc vuông hoặc dấu hai chấm"),
}


def parse_yaml(raw: Raw) -> tuple[Mapping[str, Field] | None, tuple[Problem, ...]]:
    """A whole file of YAML (`site.yml`) as text with places; None when it cannot be read."""
    text, broken = _letters(raw)
    if text is None:
        return None, broken
    fields, faults = read_yaml(text, raw.path)
    if any(p.code != "front-duplicate-key" for p in faults):
        return None, (*broken, *faults)
    return fields, (*broken, *faults, *_of_comments(Published(body=""), fields, raw.path, 1))
