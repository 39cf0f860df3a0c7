"""A file of a notice that is called back → Withdrawn. Nothing may stop it: of the file only what tells where the notice
stood is asked, and what is wrong there is told and stops nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import PurePosixPath
from typing import Protocol

from bulletin.addresses import is_safe, notice_key, old_url
from bulletin.check.keys.front_matter import WithdrawnFront
from bulletin.check.keys.judge import validate
from bulletin.knowledge.rows import Knowledge
from bulletin.model.number import Number
from bulletin.model.place import Place
from bulletin.model.problem import Problem, problem
from bulletin.model.source import Field
from bulletin.model.withdrawn import Withdrawn
from bulletin.words.dates.typed import parse_date
from bulletin.words.papers.document_numbers import number_slug, parse_number
from bulletin.words.text.fold import slug

# What clerks write behind «publish:» when they call something back.
_WORDS = {"withdrawn", "withdraw", "thu-hoi", "da-thu-hoi", "go", "go-bo", "da-go", "rut", "rut-lai"}
# The keys at the margin of front matter that cannot be read, and the day inside of one.
_LINE = re.compile(r"(publish|withdrawn|number|date|published|updated|issuer|address)[ \t]*:[ \t]*(.*)")
_ON = re.compile(r"(?<![\w/-])(?:[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2})(?![\w/-])")
_NAME_OR_FIGURE = re.compile(r"(?<!^)(?<![.:]\s)\b[A-ZÀ-ỸĐ]\w*|\w*[0-9][\w./-]*")
_COMMENT = re.compile(r"(?:^|[ \t])#.*")
_WORD = re.compile(r"\w[\w./-]*")


class Defaults(Protocol):
    """What a notice takes from its ward where it says nothing, and the fields it may choose from."""

    @property
    def issuer(self) -> str: ...
    @property
    def fields(self) -> Mapping[str, str]: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """The file: its keys, its own name from `content/notices/`, and all its text. `unread`: its keys could not be;
    `is_page`: a plain page, from `content/pages/`."""

    path: str
    relative: str
    front: Mapping[str, Field]
    text: str
    unread: bool = False
    is_page: bool = False

    def said(self, key: str) -> str:
        """The value of a key that is one line of text, else ""."""
        found = self.front.get(key)
        return found.value.strip() if found and isinstance(found.value, str) else ""

    def listed(self, key: str) -> Iterator[str]:
        """The texts of a list, or the one that stands in its place."""
        found = self.front.get(key)
        for item in found.value if found and isinstance(found.value, tuple) else filter(None, [found]):
            if isinstance(item.value, str):
                yield item.value.strip()

    def day(self, key: str) -> date | None:
        """The day of a key, None where there is none that can be read."""
        return _day(self.said(key))

    @property
    def corrected_on(self) -> Iterator[date | None]:
        """The days of its corrections, as far as they can be read."""
        found = self.front.get("corrected")
        for item in found.value if found and isinstance(found.value, tuple) else ():
            on = item.value.get("on") if isinstance(item.value, Mapping) else None
            yield _day(on.value) if on and isinstance(on.value, str) else None

    @property
    def place(self) -> Place:
        """Where it says that it is called back."""
        found = self.front.get("withdrawn") or self.front.get("publish")
        return Place(path=self.path, line=found.line, col=found.col) if found else Place(path=self.path, line=1, col=1)


def says_withdrawn(front: Mapping[str, Field]) -> bool:
    """Whether the keys say that the notice is called back: by `publish`, or by telling when or why."""
    publish, how = front.get("publish"), front.get("withdrawn")
    said = publish.value if publish and isinstance(publish.value, str) else ""
    return slug(said) in _WORDS or bool(how and how.value not in ("", (), {}))


def at_the_margin(text: str) -> dict[str, Field]:
    """The keys of front matter that cannot be read, as far as each stands on a line of its own. Of two lines of one key
    the one that calls back counts."""
    front: dict[str, Field] = {}
    lines = text.removeprefix("\ufeff").splitlines()
    first = next((i for i, line in enumerate(lines) if line.strip()), 0)
    for number, line in enumerate(lines[first:], first + 1):
        if number > first + 1 and line.strip() in ("---", ""):
            break
        if m := _LINE.match(line):
            value, col = _COMMENT.sub("", m[2]).strip().strip("'\"“”‘’"), m.start(2) + 1
            if m[1] not in front or slug(value) in _WORDS:
                front[m[1]] = Field(value=value, line=number, col=col, key_line=number, key_col=1)
    return front


def check_withdrawn(file: File, ward: Defaults, knowledge: Knowledge) -> tuple[Withdrawn, tuple[Problem, ...]]:
    """What may still be known of it, and what its editor is told."""
    on, reason, problems = _how(file)
    number = parse_number(file.said("number"), knowledge.type_codes) if file.said("number") else None
    signed = file.day("date")
    name = _name(file, number)
    key = notice_key(signed.year, name) if signed and is_safe(f"/{name}/") and not file.is_page else ""
    days = (file.day("published"), file.day("updated"), signed, *file.corrected_on)
    told = max(filter(None, days), default=date(1970, 1, 1))
    gone = Withdrawn(
        key=key,
        place=file.place,
        on=on,
        reason=reason,
        aliases=tuple(filter(None, map(old_url, file.listed("aliases")))),
        fields=tuple(key for name in file.listed("fields") if (key := slug(name)) in ward.fields),
        number=number,
        issuer=file.said("issuer") or ward.issuer,
        signed_on=signed or date(1970, 1, 1),
        last_told=told,
        page="/".join(slug(part) for part in PurePosixPath(file.relative).with_suffix("").parts)
        if file.is_page
        else "",
    )
    if file.unread:
        problems.append(problem("withdrawn-unread", file.place))
    if not (key or file.is_page):
        problems.append(problem("withdrawn-nowhere", file.place))
    return gone, tuple(replace(p, severity="warning") for p in problems)


def _page_key(relative: str) -> str:
    return "/".join(slug(part) for part in PurePosixPath(relative).with_suffix("").parts)


def _name(file: File, number: Number | None) -> str:
    """As of a notice that is shown: what ends its key."""
    stem = slug(PurePosixPath(file.relative).stem)
    return slug(file.said("address")) or (number_slug(number) if number else stem)


def _how(file: File) -> tuple[date | None, str, list[Problem]]:
    """The day, the reason as far as it may be shown, and what is wrong with either."""
    if file.unread:
        day = _ON.search(file.said("withdrawn"))
        return (_day(day[0]) if day else None), "", []
    key = "withdrawn"
    front, faults = validate(WithdrawnFront, {k: v for k, v in file.front.items() if k == key}, file.path, 1, {})
    how, problems = front.withdrawn if front else None, list(faults)
    on, reason = (how.on, how.reason) if how else (None, "")
    if on is None and not faults:
        problems.append(problem("withdrawn-undated", file.place))
    if reason and _repeats(reason, file):
        problems.append(problem("withdrawn-reason", file.place))
        reason = ""
    return on, reason, problems


def _day(text: str) -> date | None:
    try:
        return parse_date(text)
    except ValueError:
        return None


def _repeats(reason: str, file: File) -> bool:
    """Whether a name or figure of a reason stands in the text too: what was called back must not come out again by the
    reason. The file holds the reason itself once."""
    in_file, in_reason = (Counter(word.strip("./-") for word in _WORD.findall(text)) for text in (file.text, reason))
    named = (word.strip("./-") for word in _NAME_OR_FIGURE.findall(reason))
    return any(in_file[word] > in_reason[word] for word in named)
