"""Dispatches: the documents that notices cite."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from bulletin.model.issuer import Body
from bulletin.model.number import Number
from bulletin.model.place import Place

# What is not written in the text but was inferred from it, and is called «suy đoán» wherever it is shown.
Guess = Literal["date", "issuer", "period", "type"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One place where a notice cites a document.

    `key` is the document's identity («595-cv-qu-2022»: number and period), "" when the text does not tell enough for
    one («Thông tư 17»); `plain` is it without the mark that parts it from namesakes («12-qd-ubnd-2022»), "" where
    that is the key itself; `number` has style «bare» when only the serial is written. `type` and `issuer` are as said
    («Công văn», «Ban tuyên giáo Quận ủy»), else inferred; `body` is the issuer as one body, when that is known.
    `guessed` names what was inferred, `why` says from what, in Vietnamese. `relation` is one of the kinds of the front
    matter («thay thế») or "". `sentence` is the evidence: words before the number, the number as printed, words after
    it. `subject` is what the document is about, as said. `anchor` is the id of the number in the notice («dan:1»), ""
    where it leads nowhere: without a key, or inside a link of the editor's.
    """

    key: str
    number: Number
    type: str
    dated: date | None
    issuer: str
    body: Body | None
    guessed: frozenset[Guess]
    why: str
    relation: str
    sentence: tuple[str, str, str]
    subject: str
    anchor: str
    place: Place = field(compare=False)
    plain: str = ""

    @property
    def address(self) -> str:
        """Where the document is found while no other has its number and period: all that one notice can tell."""
        return self.plain or self.key

    @property
    def issued_by(self) -> str:
        """The issuer by its whole name when that is known, else as said; "" when nothing tells."""
        return self.body.name if self.body else self.issuer


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownDispatch:
    """What the ward says of a document it cites (`content/dispatches/*.yml`).

    `link` leads to the official text, `file` is an attachment's path from `content/`. With `list_only` the paper is
    internal: only number, date and issuer are shown, as of a notice of ours that is `withdrawn` (its key). With
    `date_guessed` nobody has seen the day on the paper itself.
    """

    place: Place = field(compare=False)
    number: Number
    dated: date
    issuer: str
    subject: str
    link: str
    file: str
    list_only: bool
    date_guessed: bool = False
    withdrawn: str = ""
    withdrawn_on: date | None = None
