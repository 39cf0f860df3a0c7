"""What a text says that may not be public, and the rows that tell its kinds apart."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from bulletin.model.place import Place

Action = Literal["block", "warn", "ask"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SensitiveKind:
    """A row of `sensitive.yml`. `action`: block (may not be published so), warn (look again), ask (somebody must
    decide); `name` what it is called, `why` it is no matter for everybody, `cure` what an editor does, `basis` the law.

    `words` are phrases in lower case near which a person (or a number) is of this kind, `unless` those that say it is
    not; `examples` texts that hold one, `unlike` texts that look so and hold none.
    """

    kind: str
    action: Action
    name: str
    why: str
    cure: str
    basis: str
    words: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    unlike: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    verified: bool = False


class Sensitive(NamedTuple):
    """What was read: text[start:stop] is the number, mark or person itself, `words` the words in which the text tells
    it (from the person to what is said of them): those an editor answers for."""

    start: int
    stop: int
    row: SensitiveKind
    text: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SensitiveAt:
    """The same with its place; `file` is the attachment that says it, "" for the text itself."""

    row: SensitiveKind
    text: str
    words: str
    place: Place = field(compare=False)
    file: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleared:
    """One item of `cleared:`: words for which an editor answers."""

    words: str
    place: Place = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """What the file `path` and what it hands out say that may not be public, and what of it is `cleared`."""

    path: str = ""
    found: tuple[SensitiveAt, ...] = ()
    cleared: tuple[Cleared, ...] = ()


NOT_LOOKED = Looked()
