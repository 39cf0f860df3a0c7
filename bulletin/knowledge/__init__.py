"""Facts about Việt Nam as rows (*.yml), and the one loader that validates them.

A row carries its sources; it is `verified` when two of different origin say it, and else nobody may state it as sure.

Here: the tables, what finds a row, and rows worked out for a place or a year. Not here: what a text says
(understand), or what is told of it (check).
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from bulletin.knowledge import tables
from bulletin.knowledge.letterhead import Letterhead
from bulletin.knowledge.rows import DocumentType, Knowledge, knowledge_of, with_ward
from bulletin.model.legacy_font import LegacyFont
from bulletin.model.number_series import Renumbered

__all__ = [
    "DocumentType", "Knowledge", "Letterhead", "knowledge_of", "legacy_fonts", "letterhead", "load", "numbering",
    "with_ward",
]  # fmt: skip

_HERE = Path(__file__).parent


def load() -> Knowledge:
    """Read every table. Raises ValueError for a row that is not of its table's form: that is a bug of ours."""
    return _load(*((_HERE / name).read_text(encoding="utf-8") for name in tables.FILES))


def numbering() -> tuple[Renumbered, ...]:
    """When numbers begin anew within a year, of bodies in the whole country."""
    return _numbering((_HERE / tables.NUMBERING).read_text(encoding="utf-8"))


def legacy_fonts() -> tuple[LegacyFont, ...]:
    """Fonts from before Unicode, for files that are imported: no build asks for them."""
    return _legacy_fonts((_HERE / tables.LEGACY_FONTS).read_text(encoding="utf-8"))


_legacy_fonts = lru_cache(maxsize=1)(tables.legacy_fonts)
_numbering = lru_cache(maxsize=1)(tables.numbering)


@lru_cache(maxsize=1)  # the same tables again in every build of `serve`, until somebody edits one
def _load(
    types: str,
    issuers: str,
    abbreviations: str,
    anniversaries: str,
    days_off: str,
    channels: str,
    areas: str,
    synonyms: str,
    sensitive: str,
) -> Knowledge:
    """The rows of the texts of all tables."""
    return knowledge_of(
        tables.document_types(types),
        tables.issuers(issuers),
        tables.abbreviations(abbreviations),
        tables.anniversaries(anniversaries),
        tables.days_off(days_off),
        tables.channels(channels),
        tables.areas(areas),
        tables.synonyms(synonyms),
        tables.sensitive(sensitive),
    )


def letterhead() -> Letterhead:
    """What stands at the head and the foot of papers."""
    return _letterhead((_HERE / tables.LETTERHEAD).read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def _letterhead(text: str) -> Letterhead:
    return Letterhead(tables.letterhead_marks(text))
