"""Files of which nothing is public yet, and what that spares the others: a mistake in them is told and stops nothing.

What could be read is asked of `visibility`. Of a file that could not, its own lines are, and only when they say plainly
that it is no public one; whatever is doubtful stops the build, as the mistake of a public notice does.
"""

from __future__ import annotations

import codecs
import difflib
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from bulletin.model.archive import Archive
from bulletin.model.campaign import Campaign
from bulletin.model.notice import Notice, PlainPage
from bulletin.model.problem import Problem
from bulletin.model.source import Unread
from bulletin.plan.desk.visibility_and_urgency import is_shown, opens
from bulletin.words.dates.printed import short
from bulletin.words.dates.typed import parse_date
from bulletin.words.text.fold import slug

# What clerks write for «not yet», beside the two words there are.
_HIDDEN = {"draft", "internal", "nhap", "ban-nhap", "noi-bo", "false", "no", "off", "0", "khong", "chua", "chua-dang",
           "cho-duyet", "private", "hidden", "withdrawn", "thu-hoi", "da-thu-hoi"}  # fmt: skip
_PUBLIC = {"public", "cong-khai", "true", "yes", "dang"}
_KEY = re.compile(r"(publish|published|date|number)[ \t]*:[ \t]*(.*)")
_COMMENT = re.compile(r"(?:^|[ \t])#.*")


def unread(path: str, data: bytes) -> Unread:
    """Its text as far as there is any, whatever it was saved as."""
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return Unread(path=path, text=data.decode("utf-16" if wide else "utf-8", "replace"))


def said_hidden(files: Iterable[Unread], today: date) -> frozenset[str]:
    """The paths of those whose own lines say plainly that nothing of them is public on `today`."""
    return frozenset(file.path for file in files if _says_hidden(file.text, today))


def withheld(archive: Archive, files: Iterable[Unread], today: date) -> frozenset[str]:
    """The paths of all files of which nothing is shown today; `files` are those that could not be read or judged."""
    paths = {thing.place.path for thing in _things(archive) if not is_shown(thing, today, preview=False)}
    told = tuple(files)
    return said_hidden(told, today) | (paths - {file.path for file in told})


def opening(archive: Archive) -> Mapping[str, date | None]:
    """By path, from which day on each thing can be read."""
    return {thing.place.path: opens(thing) for thing in _things(archive)}


def _things(archive: Archive) -> Iterator[Notice | PlainPage | Campaign]:
    yield from (entry.notice for entry in archive.entries)
    yield from (entry.page for entry in archive.pages)
    yield from archive.campaigns


def only_for_hidden(archive: Archive, files: Iterable[Unread], hidden: Collection[str], shown: str) -> frozenset[str]:
    """The attachments that hidden files name and no other does."""
    texts = [file.text for file in files if file.path in hidden]
    used: dict[bool, set[str]] = {True: set(), False: {row.file for row in archive.known}}
    for entry in archive.entries:
        used[entry.notice.place.path in hidden].update(a.path for a in entry.notice.attachments)
    for place, prose in [
        *((e.notice.place, e.prose) for e in archive.entries),
        *((p.page.place, p.prose) for p in archive.pages),
    ]:
        used[place.path in hidden].update(link.target.partition("#")[0].removeprefix("/") for link in prose.links)
    named = used[True] | {path for path in archive.assets if any(path in text for text in texts)}
    return frozenset(f"{shown}/{path}" for path in (named - used[False]) & archive.assets.keys())


def spared(
    problems: Iterable[Problem], hidden: Collection[str], opens: Mapping[str, date | None] | None = None
) -> list[Problem]:
    """The same problems; those of hidden files stop nothing, and say on which day the file `opens`, by path."""
    days = {path: short(day) for path, day in (opens or {}).items() if day and day > date.min}
    return [
        replace(p, withheld=True, opens=days.get(p.place.path, ""))
        if p.severity == "error" and p.place.path in hidden
        else p
        for p in problems
    ]


def without_faulty(archive: Archive, problems: Iterable[Problem]) -> Archive:
    """The archive without the hidden things that have a mistake: nothing of them may reach a page, or another's."""
    faulty = {p.place.path for p in problems if p.withheld}
    if not faulty:
        return archive
    return replace(
        archive,
        entries=tuple(e for e in archive.entries if e.notice.place.path not in faulty),
        pages=tuple(p for p in archive.pages if p.page.place.path not in faulty),
        campaigns=tuple(c for c in archive.campaigns if c.place.path not in faulty),
    )


def numbers(files: Iterable[Unread]) -> Mapping[str, str]:
    """The numbers that unread notices have, without blanks → their paths."""
    typed = ((value, file.path) for file in files for key, value in _said(file.text) if key == "number")
    return {"".join(value.split()): path for value, path in typed if value}


def _says_hidden(text: str, today: date) -> bool:
    said = _said(text)
    words = [slug(value) for key, value in said if key == "publish"]
    if not words or not all(words):
        return False
    if all(_meant(word) in _HIDDEN for word in words):
        return True
    if not all(word in _PUBLIC for word in words):
        return False
    typed = [value for key, value in said if key == "published"] or [value for key, value in said if key == "date"]
    days = [_day(value) for value in typed]
    return bool(days) and all(day is not None and day > today for day in days)


def _meant(word: str) -> str:
    """«draf» → «draft»; a word that may as well be «public» is none of them."""
    if word in _HIDDEN or word in _PUBLIC:
        return word
    return next(iter(difflib.get_close_matches(word, _HIDDEN | _PUBLIC, n=1, cutoff=0.75)), "")


def _said(text: str) -> list[tuple[str, str]]:
    """The keys at the margin of the front matter: up to its second fence, or where there is none, to a blank line."""
    lines = text.removeprefix("\ufeff").lstrip().splitlines()
    fences = [i for i, line in enumerate(lines) if line.strip() == "---"]
    if fences[:1] == [0]:
        lines = lines[1:]
        fences = [i - 1 for i in fences[1:]]
    blank = next((i for i, line in enumerate(lines) if not line.strip()), len(lines))
    keys = (_KEY.match(line) for line in lines[: fences[0] if fences else blank])
    return [(m[1], _COMMENT.sub("", m[2]).strip().strip("'\"“”‘’")) for m in keys if m]


def _day(text: str) -> date | None:
    try:
        return parse_date(text)
    except ValueError:
        return None
