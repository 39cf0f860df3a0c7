"""`accept:` of a file: reminders that an editor has looked at and keeps as they are. They are not told again.

    accept:
      - body-breaks-off                                          every reminder of this code in this file
      - {code: deadline-doubtful, about: thứ Sáu ngày 05/5}      only the one about these words

Of files that have no keys (attachments, strangers) it is site.yml that accepts. A mistake cannot be accepted; what
accepts nothing any more is told.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bulletin.model.place import Place
from bulletin.model.problem import CODES, Problem, problem
from bulletin.model.source import Field

_NEVER = ("accept-", "output-")
_QUOTED = re.compile("«([^«»]{2,60})»")
# What YAML reads as it stands inside of brackets.
_PLAIN = re.compile(r"[^\W_][\w ./()%-]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Accepted:
    """One item; without `about`, whatever its code tells of this file."""

    code: str
    about: str
    place: Place

    def settles(self, told: Problem, line: str) -> bool:
        if told.code != self.code or told.severity != "warning":
            return False
        about = _one_line(self.about)
        # The line of the text may hold the words of another reminder: it counts where none are told, or not whole.
        whole = _QUOTED.search(told.says) and "…»" not in told.says
        return not about or any(
            about in _one_line(text) for text in (told.says, told.place.path, "" if whole else line)
        )


def settle(
    problems: Iterable[Problem],
    fronts: Mapping[str, Mapping[str, Field]],
    lines: Mapping[str, Sequence[str]],
    ward: str,
    *,
    complete: bool,
) -> list[Problem]:
    """The problems without the accepted ones. `fronts` and `lines` are the keys and the lines of all files that accept
    something, by path; `ward` is that of site.yml. `complete`: all that may be told has been.
    """
    accepted = {path: tuple(_items(front.get("accept"), path)) for path, front in fronts.items()}
    own = accepted.get(ward, ())
    used: set[_Accepted] = set()
    left = []
    for told in problems:
        number, here = told.place.line, lines.get(told.place.path, ())
        line = here[number - 1] if 0 < number <= len(here) else ""
        by = [one for one in (*accepted.get(told.place.path, ()), *own) if one.settles(told, line)]
        used.update(by)
        if not by:
            left.append(told)
    if complete:
        idle = (one for items in accepted.values() for one in items if one not in used)
        left += [problem("accept-unused", one.place, code=one.code, about=_about(one.about)) for one in idle]
    return left


def _items(field: Field | None, path: str) -> Iterator[_Accepted]:
    """Those of a known reminder; the schema tells of all others."""
    if field is None:
        return
    for item in field.value if isinstance(field.value, tuple) else (field,):
        keys = item.value if isinstance(item.value, Mapping) else {"code": item}
        code, about = (keys[key].value if key in keys else "" for key in ("code", "about"))
        known = isinstance(code, str) and isinstance(about, str) and code in CODES
        if known and CODES[str(code)].severity == "warning":
            yield _Accepted(code=str(code), about=str(about), place=Place(path=path, line=item.line, col=item.col))


def _about(words: str) -> str:
    return f" về «{words}»" if words else ""


def _one_line(text: str) -> str:
    return " ".join(text.split()).casefold()


def accepting(problems: Iterable[Problem]) -> str:
    """The line that accepts these reminders of one file, to be pasted: narrow, so that a new one is told again.

    "" when none can be: those of `accept` itself, and of the folder of the site, which is looked at after them.
    """
    items = dict.fromkeys(_item(p) for p in problems if p.severity == "warning" and not p.code.startswith(_NEVER))
    return f"accept: [{', '.join(items)}]" if items else ""


def accepts_for(path: str, keyed: Collection[str] = (".md", ".yml")) -> bool:
    """Whether a file has keys of its own, so that it can accept."""
    return path.endswith(tuple(keyed))


def _item(p: Problem) -> str:
    found = _QUOTED.search(p.says)
    words = found[1].rstrip("…").strip() if found else ""
    if not accepts_for(p.place.path):
        words = p.place.path.partition("/")[2] or p.place.path
    if not words:
        return p.code
    return f"{{code: {p.code}, about: {words if _PLAIN.fullmatch(words) else json.dumps(words, ensure_ascii=False)}}}"
