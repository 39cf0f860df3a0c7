"""Matters of private persons: who is ill, was punished, is a victim, complains, owes or gets money.

A person (or the very house) and a word of the matter in one sentence; in lists and tables the word may stand in what
leads to them. Officials in office are passed over, and so are sentences that say what offices do about such matters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bulletin.model.sensitive import Sensitive
from bulletin.understand.sensitive.kinds import Kind, Kinds
from bulletin.understand.sensitive.people import Person, people
from bulletin.understand.sensitive.places import houses
from bulletin.understand.sensitive.sentences import Said, Sentence, finding, spots, words_in
from bulletin.words.text.patterns import verbose

# In this order: of one person the first that is found is told.
MATTERS = (
    "victim_person",
    "health_person",
    "petitioner",
    "offence_person",
    "family_secret",
    "belief_origin",
    "location_person",
    "military_first",
    "military_list",
    "complaint_person",
    "payment_person",
    "debt_person",
)
_OF_HOUSES = ("victim_person", "health_person")  # where a house says who it is
_LISTS = ("military_first", "military_list", "payment_person", "debt_person")  # comrades may be on them
_OF_WRITERS = ("petitioner", "complaint_person", "military_first", "military_list")
_REACH = 110  # characters between a person and the word
_GENERAL = verbose(
    r"(?<!\w)(?:tuyên truyền|phòng,? chống|phòng ngừa|tập huấn|miễn phí|hội thảo|truyền thông|diễn tập)(?!\w)"
)
_OF_A_LIST = re.compile(r"danh sách|bảng |biểu |các hộ|các trường hợp|những người|như sau|gồm|:$")
_ROW = " ¦ "
_JOINED = re.compile(r"\s?(?:,|và|cùng|,? và vợ là|và vợ)\s(?:ông |bà |anh |chị |cháu |em )?")


def matters(said: Said, kinds: Kinds) -> Iterator[Sensitive]:
    """Each person once, with the gravest matter."""
    asked = {name: phrases for name in MATTERS if (phrases := words_in(kinds[name], said))}
    told: dict[int, list[Kind]] = {}
    for name, phrases in asked.items():
        holding = said.with_words(phrases)
        for index in holding.union(*(said.led_by(index) for index in holding)):
            told.setdefault(index, []).append(kinds[name])
    for index in sorted(told):
        yield from _of_sentence(said.sentences[index], told[index], said)


def _of_sentence(sentence: Sentence, kinds: list[Kind], said: Said) -> Iterator[Sensitive]:
    kinds = [kind for kind in kinds if _is_told(kind, sentence, said)]
    persons = people(sentence.text, sentence.low) if kinds else []
    taken = set[int]()
    for kind in kinds:
        for start, stop, word in _concerned(kind, persons, sentence, said):
            if start not in taken:
                taken.add(start)
                at = sentence.start
                words = (at + word[0], at + word[1]) if word else None
                yield finding(kind, said, (at + start, at + stop), words)


def _is_told(kind: Kind, sentence: Sentence, said: Said) -> bool:
    """Whether a sentence says a word of the matter, or stands in a list of it, and nothing speaks against it: cheaper
    than to look for persons."""
    spoken = bool(spots(kind, said, sentence.low))
    is_told = not _GENERAL.search(sentence.low) if spoken else _leads_a_list(kind, sentence, said)
    return is_told and not (kind.unless.search(sentence.low) or kind.unless.search(sentence.lead))


def _concerned(
    kind: Kind, persons: list[Person], sentence: Sentence, said: Said
) -> Iterator[tuple[int, int, tuple[int, int] | None]]:
    """Whom a matter is told of: where the name stands in the sentence, and the word, which may be in its lead."""
    told = spots(kind, said, sentence.low)
    whole = [(p.start, p.stop) for p in persons if _may_be_told(p, kind)]
    if not told:
        yield from ((start, stop, None) for start, stop in whole)
    if kind.row.kind in _OF_HOUSES and not persons:
        whole = houses(sentence.low)
    for spot in told:
        for start, stop in _beside(spot, whole, sentence.low):
            if _gap(spot, start, stop) <= _REACH or _ROW in sentence.text:
                yield start, stop, spot


def _may_be_told(person: Person, kind: Kind) -> bool:
    if person.is_official or (person.is_acting and kind.row.kind not in _OF_WRITERS):
        return False
    return not person.is_comrade or kind.row.kind in _LISTS


def _beside(spot: tuple[int, int], whole: list[tuple[int, int]], low: str) -> Iterator[tuple[int, int]]:
    """The persons next to a word on both sides, and those who are joined to them: «ông A và ông B»."""
    before = [span for span in whole if span[0] < spot[0]]
    after = [span for span in whole if span[0] >= spot[0]]
    for chain in (before[::-1], after):
        for index, span in enumerate(chain):
            if index and not _JOINED.fullmatch(_between(low, chain[index - 1], span)):
                break
            yield span


def _between(low: str, one: tuple[int, int], other: tuple[int, int]) -> str:
    return low[min(one[1], other[1]) : max(one[0], other[0])]


def _leads_a_list(kind: Kind, sentence: Sentence, said: Said) -> bool:
    """Whether the word stands in what leads to a list of persons."""
    lead = sentence.lead
    return sentence.is_item and bool(spots(kind, said, lead)) and _OF_A_LIST.search(lead) is not None


def _gap(spot: tuple[int, int], start: int, stop: int) -> int:
    return max(spot[0] - stop, start - spot[1], 0)
