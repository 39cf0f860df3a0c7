"""An address of a cited document answers for good: whatever a clerk completes, mends or adds."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin import knowledge
from bulletin.model.dispatch import Mention
from bulletin.model.issuer import Tier
from bulletin.model.number_series import Renumbered
from bulletin.plan.desk.dispatch import Dispatches
from bulletin.plan.desk.who_cites_what import gather
from bulletin.understand.citations.mentions import Citing
from bulletin.understand.prose import understand
from bulletin.understand.vocabulary import vocabulary
from tests.plan.citing import WARD, entry, main_of, site
from tests.properties import examples
from tests.understand.citations.test_cases import KNOWN

WORDS = vocabulary(KNOWN, (Tier(level="commune", name="phường Thử"), Tier(level="province", name="tỉnh Mẫu")))
ISSUERS = ("", "UBND huyện", "UBND huyện Mẫu", "UBND tỉnh Mẫu", "UBND phường", "HĐND và UBND tỉnh", "北京市")
DAYS = ("", "05/01/2025", "06/01/2025", "07/8/2025", "30/12/2024")


@dataclass(frozen=True)
class Cited:
    serial: int
    day: str
    issuer: str

    def __str__(self) -> str:
        dated = f" ngày {self.day}" if self.day else ""
        of = f" của {self.issuer}" if self.issuer else ""
        return f"Quyết định số {self.serial}/QĐ-UBND{dated}{of};"


CITED = st.builds(Cited, st.integers(1, 2), st.sampled_from(DAYS), st.sampled_from(ISSUERS))
# What a notice says twice of one number it guesses from itself; that guess goes with what it was made of.
NOTICES = st.lists(st.lists(CITED, min_size=1, max_size=2, unique_by=lambda one: one.serial), min_size=1, max_size=3)


def mentions(cited: list[Cited]) -> list[Mention]:
    text = "\n\n".join(f"Theo {one}" for one in cited)
    return list(understand(text, "x.md", 1, "", Citing(vocabulary=WORDS, signed_on=date(2025, 10, 1)))[0].mentions)


ISSUER_ROWS = knowledge.load().issuer_rows


def gathered(notices: list[list[Cited]], rows: tuple[Renumbered, ...] = ()) -> Dispatches:
    return gather(
        [entry(f"n{i}", *mentions(one), signed="2025-10-01") for i, one in enumerate(notices)],
        (),
        {},
        ISSUER_ROWS,
        rows,
    )


def answering(notices: list[list[Cited]]) -> set[str]:
    found = gathered(notices)
    pages = {dispatch.address for dispatch in found.by_key.values()}
    assert len(pages) == len(found.by_key)  # each has its own
    assert not pages & found.aliases.keys()
    return pages | found.aliases.keys()


def completed(issuer: str) -> list[str]:
    return [other for other in ISSUERS if other != issuer and other.startswith(issuer)]


@examples(16)
@given(NOTICES, st.lists(CITED, min_size=1, max_size=2), st.data())
def test_every_address_answers_after_a_clerk_completed_mended_or_added(
    notices: list[list[Cited]], later: list[Cited], data: st.DataObject
) -> None:
    before = answering(notices)
    at = data.draw(st.integers(0, len(notices) - 1))
    one = notices[at][0]
    changes = [[*notices, later]]
    for issuer in completed(one.issuer):
        changes.append([*notices[:at], [replace(one, issuer=issuer), *notices[at][1:]], *notices[at + 1 :]])
    days = DAYS if not one.day else [day for day in DAYS if day and day[-4:] == one.day[-4:]]
    for day in days:
        changes.append([*notices[:at], [replace(one, day=day), *notices[at][1:]], *notices[at + 1 :]])
    for changed in changes:
        assert before <= answering(changed)


def test_a_completed_issuer_leaves_the_page_where_it_was() -> None:
    for issuer in ISSUERS[1:]:
        (found,) = gathered([[Cited(12, "05/01/2025", issuer)]]).by_key.values()
        assert found.address == "12-qd-ubnd-2025"


TWO = [Cited(5, "06/01/2025", "UBND phường"), Cited(5, "08/7/2025", "UBND phường")]


def test_numbers_that_began_anew_are_two_papers_each_found_by_its_day() -> None:
    rows = knowledge.numbering()
    found = gathered([[TWO[0]], [TWO[1]]], rows)
    assert sorted(d.dated for d in found.by_key.values() if d.dated) == [date(2025, 1, 6), date(2025, 7, 8)]
    assert {d.dated for d in found.aliases["5-qd-ubnd-2025"]} == {date(2025, 1, 6), date(2025, 7, 8)}
    ways = {citing.entry.notice.key: d.dated for d in found.by_key.values() for citing in d.cited}
    assert ways == {"2025/n0": date(2025, 1, 6), "2025/n1": date(2025, 7, 8)}


def test_who_cites_without_a_day_is_led_to_neither() -> None:
    found = gathered([[TWO[0]], [TWO[1]], [Cited(5, "", "UBND phường")]], knowledge.numbering())
    unclear = [d for d in found.by_key.values() if not d.dated]
    assert [[c.entry.notice.key for c in d.cited] for d in unclear] == [["2025/n2"]]


@pytest.mark.parametrize(
    ("days", "issuer", "papers"),
    [
        (("06/01/2025", "08/6/2025"), "UBND phường", 1),
        (("06/01/2024", "08/7/2024"), "UBND phường", 1),
        (("30/6/2025", "01/7/2025"), "UBND phường", 2),
        (("06/01/2025", "08/7/2025"), "UBND tỉnh An Giang", 2),
        (("06/01/2025", "08/7/2025"), "UBND thành phố Hà Nội", 1),
        (("06/01/2025", "08/7/2025"), "UBND huyện Mẫu", 1),
    ],
)
def test_only_where_numbers_began_anew(days: tuple[str, str], issuer: str, papers: int) -> None:
    found = gathered([[Cited(5, day, issuer)] for day in days], knowledge.numbering())
    assert len(found.by_key) == papers


def test_the_neutral_page_leads_to_both() -> None:
    entries = [entry(f"n{i}", *mentions([one]), signed="2025-10-01") for i, one in enumerate(TWO)]
    files = site(entries, today="2025-10-02", renumbered=knowledge.numbering())
    choice = main_of(files, "/van-ban/5-qd-ubnd-2025/")
    pages = {d.address for d in gathered([[TWO[0]], [TWO[1]]], knowledge.numbering()).by_key.values()}
    assert all(f'href="{WARD.base}/van-ban/{page}/"' in choice for page in pages)


def test_the_list_of_unknown_issuers_answers_when_the_last_is_completed() -> None:
    before, after = (
        site([entry("a", *mentions([one]), signed="2025-10-01")], today="2025-10-02")
        for one in (Cited(5, "06/01/2025", ""), Cited(5, "06/01/2025", "UBND huyện Mẫu"))
    )
    pages = {path for path in before if path.startswith("van-ban/")}
    assert len(pages) > 5
    assert pages <= after.keys()
