"""Before anything becomes public: what a file says that may not be, unless an editor answers for it.

    cleared:
      - {words: Nguyễn Văn Mẫu, why: danh sách trúng đấu giá, luật buộc công khai}

`cleared` settles what lies within its words, and lapses when they change. What may not be published is an error, all
else a reminder, told once a kind and file.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from bulletin.check.attachment_kinds_and_sizes import uses
from bulletin.model.archive import Archive
from bulletin.model.place import Place
from bulletin.model.problem import Problem, problem
from bulletin.model.sensitive import NOT_LOOKED, Cleared, Looked, SensitiveAt
from bulletin.model.source import Asset, Field

_NEVER_PUBLIC = ("internal", "withdrawn")
_CODES = {"block": "sensitive-block", "warn": "sensitive-warn", "ask": "sensitive-ask"}
_PLAIN = re.compile(r"[^\W\d_][\w ./()%;-]*")
_MOST = 8  # places that one line names


def looked(found: tuple[SensitiveAt, ...], front: Mapping[str, Field], path: str) -> Looked:
    """What a file says, with its `cleared`; nothing of a file that says of itself that it is never public."""
    publish = front.get("publish")
    if publish and isinstance(publish.value, str) and publish.value.strip().lower() in _NEVER_PUBLIC:
        return NOT_LOOKED
    return Looked(path=path, found=found, cleared=tuple(_cleared(front.get("cleared"), path)))


def with_attached(
    files: Iterable[Looked], archive: Archive, read: Callable[[Asset, Place], tuple[SensitiveAt, ...]]
) -> Iterator[Looked]:
    """The same files, each with what the attachments say that it hands out; `read` looks into one named at a place."""
    by_path: dict[str, list[tuple[str, Place]]] = {}
    for name, place in uses(archive):
        by_path.setdefault(place.path, []).append((name, place))
    for file in files:
        named = by_path.get(file.path, ())
        found = [one for name, place in named for one in read(archive.assets[name], place)]
        yield replace(file, found=(*file.found, *found)) if found else file


def check_publishable(files: Iterable[Looked]) -> Iterator[Problem]:
    """Every kind of each file once, with the places of all that is not cleared; and what clears nothing any more."""
    for file in files:
        used = set[Cleared]()
        left: dict[tuple[str, str], list[SensitiveAt]] = {}
        for one in file.found:
            by = [item for item in file.cleared if _within(one.words, item.words)]
            used.update(by)
            if not by:
                left.setdefault((one.row.kind, one.file), []).append(one)
        yield from (_told(alike) for alike in left.values())
        yield from (
            problem("cleared-unused", item.place, value=item.words) for item in file.cleared if item not in used
        )


def _told(alike: list[SensitiveAt]) -> Problem:
    first = alike[0]
    row = first.row
    where = f" trong tệp {first.file}" if first.file else ""
    return problem(
        _CODES[row.action],
        first.place,
        text=first.text,
        file=where,
        name=row.name,
        why=row.why,
        cure=row.cure,
        basis=row.basis,
        more=_more(alike),
        words=_typed(first.words),
    )


def _more(alike: list[SensitiveAt]) -> str:
    """« (và 3 chỗ nữa: dòng 12, 13, 14)»."""
    others = alike[1:]
    if not others:
        return ""
    lines = [str(line) for line in dict.fromkeys(one.place.line for one in others)]
    if first_file := others[0].file:
        return f" (và {len(others)} chỗ nữa trong {first_file})"
    rest = " …" if len(lines) > _MOST else ""
    return f" (và {len(others)} chỗ nữa: dòng {', '.join(lines[:_MOST])}{rest})"


def _typed(words: str) -> str:
    """Words as they can be pasted into a list of YAML."""
    line = " ".join(words.split())
    return line if _PLAIN.fullmatch(line) else json.dumps(line, ensure_ascii=False)


def _within(words: str, cleared: str) -> bool:
    return f" {_one_line(words)} " in f" {_one_line(cleared)} "


def _one_line(text: str) -> str:
    """Without Markdown's marks, in one case, with single blanks."""
    return " ".join(re.sub(r"[*_`|\\]", " ", text).split()).casefold()


def _cleared(field: Field | None, path: str) -> Iterator[Cleared]:
    """The items that name words; the schema tells of all others."""
    for item in field.value if field and isinstance(field.value, tuple) else ():
        words = item.value.get("words") if isinstance(item.value, Mapping) else None
        if words and isinstance(words.value, str):
            yield Cleared(words=words.value, place=Place(path=path, line=item.line, col=item.col))
