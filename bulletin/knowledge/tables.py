"""The tables as rows: each file is read as text, and each row must have the keys of its table and no other."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeVar, get_args

from bulletin.knowledge.rows import DocumentType
from bulletin.model.abbreviation import Abbreviation
from bulletin.model.abbreviation import Kind as AbbreviationKind
from bulletin.model.anniversary import Anniversary, DayOff, DayOffKind, DayOffStatus, Flag
from bulletin.model.anniversary import Kind as AnniversaryKind
from bulletin.model.form import Form
from bulletin.model.issuer import Area, Issuer, Level
from bulletin.model.legacy_font import LegacyCharset, LegacyFont
from bulletin.model.letterhead_mark import LetterheadMark, MarkKind
from bulletin.model.number_series import Renumbered
from bulletin.model.sensitive import Action, SensitiveKind
from bulletin.model.synonym import Kind as SynonymKind
from bulletin.model.synonym import Synonym
from bulletin.words.dates.yearly import parse_origin, parse_yearly
from bulletin.words.yaml.read import Value, plain, read_yaml

FILES = (
    "document-types.yml", "issuers.yml", "abbreviations.yml", "anniversaries.yml", "days-off.yml", "channels.yml",
    "areas.yml", "synonyms.yml", "sensitive.yml",
)  # fmt: skip
NUMBERING = "numbering.yml"
LETTERHEAD = "letterhead.yml"
LEGACY_FONTS = "legacy-fonts.yml"
_LEVELS: tuple[Level, ...] = get_args(Level)
_KINDS: tuple[AbbreviationKind, ...] = get_args(AbbreviationKind)
_ANNIVERSARY_KINDS: tuple[AnniversaryKind, ...] = get_args(AnniversaryKind)
_FLAGS: tuple[Flag, ...] = get_args(Flag)
_DAY_OFF_KINDS: tuple[DayOffKind, ...] = get_args(DayOffKind)
_DAY_OFF_STATUSES: tuple[DayOffStatus, ...] = get_args(DayOffStatus)
_CHARSETS: tuple[LegacyCharset, ...] = get_args(LegacyCharset)
_SYNONYM_KINDS: tuple[SynonymKind, ...] = get_args(SynonymKind)
_MARK_KINDS: tuple[MarkKind, ...] = get_args(MarkKind)
_ACTIONS: tuple[Action, ...] = get_args(Action)
R = TypeVar("R")
C = TypeVar("C", bound=str)


class _Row:
    """A row being taken apart, key by key; what is left in the end is a mistake."""

    def __init__(self, value: Value) -> None:
        if not isinstance(value, dict):
            raise ValueError("not keys")
        self.left = dict(value)

    def text(self, key: str, default: str | None = None) -> str:
        value = self.left.pop(key, default)
        if not isinstance(value, str):
            raise ValueError(f"{key} is missing or no text")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        value = self.left.pop(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise ValueError(f"{key} is no list of texts")
        return tuple(map(str, value))

    def choices(self, key: str, choices: tuple[C, ...]) -> tuple[C, ...]:
        texts = self.texts(key)
        if not set(texts) <= set(choices):
            raise ValueError(f"{key} is not all of {choices}")
        return tuple(choice for text in texts for choice in choices if choice == text)

    def day(self, key: str) -> date | None:
        text = self.text(key, "")
        return date.fromisoformat(text) if text else None

    def days(self, key: str, *, up: bool = False) -> tuple[date | None, str]:
        """A day, or what is known only to the month or year: its first day, or with `up` the first day after it.

        «2025-02» → (2025-02-01, «2025-02»), with `up` (2025-03-01, «2025-02»); «2025-02-03» → (2025-02-03, "").
        """
        text = self.text(key, "")
        if len(text) not in (4, 7):
            return (date.fromisoformat(text) if text else None), ""
        first = date.fromisoformat(f"{text}-01" if len(text) == 7 else f"{text}-01-01")
        if not up:
            return first, text
        years, month = divmod(first.month if len(text) == 7 else 12, 12)
        return date(first.year + years, month + 1, 1), text

    def choice(self, key: str, choices: tuple[C, ...], default: str | None = None) -> C:
        text = self.text(key, default)
        found = next((choice for choice in choices if choice == text), None)
        if found is None:
            raise ValueError(f"{key} is none of {choices}")
        return found

    def truth(self, key: str, default: str | None = None) -> bool:
        return self.choice(key, ("true", "false"), default) == "true"


def document_types(text: str) -> tuple[DocumentType, ...]:
    """All rows of a text like `document-types.yml`."""
    return _table(
        FILES[0],
        text,
        lambda row: DocumentType(
            system=row.choice("system", ("state", "party", "mass", "legal", "law", "name")),
            code=row.text("code", ""),
            name=row.text("name"),
            also=row.texts("also"),
            words=row.texts("words"),
            until=row.day("until"),
            examples=row.texts("examples"),
            unlike=row.texts("not"),
            sources=row.texts("sources"),
            verified=row.truth("verified"),
        ),
    )


def issuers(text: str) -> tuple[Issuer, ...]:
    """All rows of a text like `issuers.yml`."""
    return _table(
        FILES[1],
        text,
        _issuer,
    )


def _issuer(row: _Row) -> Issuer:
    """A row of `issuers.yml`; `until: "2025-02"` is a month whose day nobody knows, told as it stands (`about`)."""
    unit = row.truth("unit", "false")
    since, _ = row.days("since")
    until, about = row.days("until", up=True)
    return Issuer(
        code=row.text("code", ""),
        name=row.text("name"),
        level=row.choice("level", _LEVELS),
        system=row.choice("system", ("party", "state", "mass")),
        unit=unit,
        drafts=row.truth("drafts", "false") or unit,
        also=row.texts("also"),
        since=since,
        until=until,
        about=about,
        next=row.texts("next"),
        examples=row.texts("examples"),
        unlike=row.texts("not"),
        sources=row.texts("sources"),
        verified=row.truth("verified"),
    )


def abbreviations(text: str) -> tuple[Abbreviation, ...]:
    """All rows of a text like `abbreviations.yml`."""
    return _table(
        FILES[2],
        text,
        lambda row: Abbreviation(
            code=row.text("code"),
            means=row.text("means"),
            kind=row.choice("kind", _KINDS, "text"),
            also=row.texts("also"),
            ambiguous=row.texts("ambiguous"),
            sure=row.texts("sure"),
            since=row.day("since"),
            until=row.day("until"),
            examples=row.texts("examples"),
            unlike=row.texts("not"),
            sources=row.texts("sources"),
            verified=row.truth("verified"),
        ),
    )


def anniversaries(text: str) -> tuple[Anniversary, ...]:
    """All rows of a text like `anniversaries.yml`."""
    return _table(
        FILES[3],
        text,
        lambda row: Anniversary(
            id=row.text("id"),
            name=row.text("name"),
            also=row.texts("also"),
            on=parse_yearly(row.text("on")),
            origin=parse_origin(row.text("origin", "")),
            counted=row.truth("counted", "true"),
            kinds=row.choices("kinds", _ANNIVERSARY_KINDS),
            flag=row.choice("flag", _FLAGS, "none"),
            basis=row.text("basis", ""),
            where=row.text("where", ""),
            since=row.day("since"),
            until=row.day("until"),
            disputed=row.truth("disputed", "false"),
            note=row.text("note", ""),
            remark=row.text("remark", ""),
            examples=row.texts("examples"),
            sources=row.texts("sources"),
            verified=row.truth("verified"),
        ),
    )


def days_off(text: str) -> tuple[DayOff, ...]:
    """All rows of a text like `days-off.yml`."""
    return _table(
        FILES[4],
        text,
        lambda row: DayOff(
            on=date.fromisoformat(row.text("on")),
            name=row.text("name"),
            kind=row.choice("kind", _DAY_OFF_KINDS),
            status=row.choice("status", _DAY_OFF_STATUSES),
            basis=row.text("basis", ""),
            note=row.text("note", ""),
            sources=row.texts("sources"),
        ),
    )


def channels(text: str) -> tuple[Form, ...]:
    """All rows of a text like `channels.yml`."""
    return _table(
        FILES[5],
        text,
        lambda row: Form(
            id=row.text("id"),
            name=row.text("name"),
            also=row.texts("also"),
            visual=row.truth("visual"),
            flag=row.truth("flag", "false"),
            sources=row.texts("sources"),
            verified=row.truth("verified"),
        ),
    )


def areas(text: str) -> tuple[Area, ...]:
    """All rows of a text like `areas.yml`."""
    return _table(
        FILES[6],
        text,
        lambda row: Area(
            code=row.text("code", ""),
            kind=row.choice("kind", ("tỉnh", "thành phố", "đặc khu")),
            name=row.text("name"),
            within=row.text("within", ""),
            since=row.day("since"),
            until=row.day("until"),
            next=row.texts("next"),
            sources=row.texts("sources"),
            verified=row.truth("verified"),
        ),
    )


def synonyms(text: str) -> tuple[Synonym, ...]:
    """All rows of a text like `synonyms.yml`."""
    return _table(
        FILES[7],
        text,
        lambda row: Synonym(
            same=row.texts("same"),
            asked=row.texts("asked"),
            unless=row.texts("unless"),
            kind=row.choice("kind", _SYNONYM_KINDS, "thing"),
            examples=row.texts("examples"),
            unlike=row.texts("not"),
            sources=row.texts("sources"),
            verified=row.truth("verified"),
        ),
    )


def sensitive(text: str) -> tuple[SensitiveKind, ...]:
    """All rows of a text like `sensitive.yml`."""
    return _table(
        FILES[8],
        text,
        lambda row: SensitiveKind(
            kind=row.text("kind"),
            action=row.choice("action", _ACTIONS),
            name=row.text("name"),
            why=row.text("why"),
            cure=row.text("do"),
            basis=row.text("basis"),
            words=row.texts("words"),
            unless=row.texts("unless"),
            examples=row.texts("examples"),
            unlike=row.texts("not"),
            sources=row.texts("sources"),
            verified=row.truth("verified"),
        ),
    )


def numbering(text: str) -> tuple[Renumbered, ...]:
    """All rows of a text like `numbering.yml`."""
    return _table(NUMBERING, text, _renumbered)


def legacy_fonts(text: str) -> tuple[LegacyFont, ...]:
    """All rows of a text like `legacy-fonts.yml`."""
    return _table(
        LEGACY_FONTS,
        text,
        lambda row: LegacyFont(
            charset=row.choice("charset", _CHARSETS),
            starts=row.text("starts"),
            capitals=row.text("capitals", ""),
            examples=row.texts("examples"),
            unlike=row.texts("not"),
            sources=row.texts("sources"),
            verified=row.truth("verified"),
        ),
    )


def letterhead_marks(text: str) -> tuple[LetterheadMark, ...]:
    """All rows of a text like `letterhead.yml`."""
    return _table(
        LETTERHEAD,
        text,
        lambda row: LetterheadMark(
            kind=row.choice("kind", _MARK_KINDS),
            text=row.text("text"),
            system=row.text("system", ""),
            unlike=row.texts("not"),
            sources=row.texts("sources"),
            verified=row.truth("verified"),
        ),
    )


def _renumbered(row: _Row) -> Renumbered:
    since, until = row.day("since"), row.day("until")
    if since is None:
        raise ValueError("since is missing")
    return Renumbered(
        since=since,
        until=until or since,
        levels=row.choices("levels", _LEVELS),
        systems=row.choices("systems", ("state", "party")),
        unlike=row.texts("except"),
        why=row.text("why"),
        sources=row.texts("sources"),
        verified=row.truth("verified"),
    )


def _table(name: str, text: str, row_of: Callable[[_Row], R]) -> tuple[R, ...]:
    # The reader wants a mapping at the top; a table is a list.
    fields, problems = read_yaml(f"rows:\n{text}", name, 0)
    if problems or not isinstance(rows := plain(fields["rows"]), list):
        raise ValueError(f"{name}: {'; '.join(map(str, problems)) or 'not a list'}")
    return tuple(_checked(name, value, row_of) for value in rows)


def _checked(name: str, value: Value, row_of: Callable[[_Row], R]) -> R:
    try:
        row = _Row(value)
        made = row_of(row)
        if row.left:
            raise ValueError(f"unknown keys {', '.join(row.left)}")
    except ValueError as error:
        raise ValueError(f"{name}: {error}: {value}") from None
    return made
