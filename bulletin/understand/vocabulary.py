"""All words that a text is read by: made once of the rows of knowledge and the ward's chain."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bulletin.knowledge.rows import Knowledge
from bulletin.model.issuer import Tier
from bulletin.understand.citations.lexicon import Lexicon, lexicon
from bulletin.understand.citations.number_shapes import Spots, spots
from bulletin.understand.occasions.anniversary_names import AnniversaryNames, anniversary_names
from bulletin.understand.sensitive.kinds import Kinds, kinds_of
from bulletin.understand.text.known_abbreviations import Abbreviations, abbreviations


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Vocabulary:
    """`lexicon` tells types and issuers, `spots` finds where a number may be, `anniversaries` which anniversary a name
    means, `abbreviations` what letters stand for, `sensitive` what may not be public.
    Equal to itself alone, so that what it says can be kept."""

    lexicon: Lexicon
    spots: Spots
    anniversaries: AnniversaryNames
    abbreviations: Abbreviations
    sensitive: Kinds


def vocabulary(knowledge: Knowledge, chain: Iterable[Tier]) -> Vocabulary:
    """Lay out `knowledge` (the ward's own rows included) and the ward's chain upwards."""
    words = lexicon(knowledge, chain)
    return Vocabulary(
        lexicon=words,
        spots=spots(words.type_ends),
        anniversaries=anniversary_names(knowledge.anniversaries.values()),
        abbreviations=abbreviations(knowledge.abbreviations),
        sensitive=kinds_of(knowledge.sensitive),
    )
