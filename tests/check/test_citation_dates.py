"""Dates of citations that cannot all be right are told at their lines; dates that can be right are left alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bulletin.check.citation_dates import check_citations
from bulletin.knowledge import load
from bulletin.model.archive import Archive, Entry
from bulletin.model.dispatch import Guess, Mention
from bulletin.model.issuer import Body
from bulletin.model.notice import Notice, Signer, Summary
from bulletin.model.place import Place
from bulletin.model.prose import Prose
from bulletin.words.dates.typed import parse_date
from bulletin.words.papers.document_numbers import dispatch_key, parse_number

CODES = load().type_codes
QU = Body(name="Quận ủy Long Biên", until=date(2025, 7, 1))


def mention(
    number: str,
    said: str,
    line: int = 1,
    body: Body | None = QU,
    guessed: frozenset[Guess] = frozenset(),
    year: int = 0,
) -> Mention:
    """A citation of `number` dated `said` (d/m/yyyy or ""), at `line` of the notice it is put into."""
    parsed, dated = parse_number(number, CODES), parse_date(said)
    assert parsed is not None
    return Mention(
        key=dispatch_key(parsed, dated.year if dated else year),
        number=parsed,
        type="Công văn",
        dated=dated,
        issuer="Quận ủy",
        body=body,
        guessed=guessed,
        why="",
        relation="",
        sentence=("", number, ""),
        subject="",
        anchor=f"dan:{line}",
        place=Place(path="", line=line, col=1),
    )


def notice(name: str, *mentions: Mention, signed: str = "28/4/2022") -> Entry:
    day = parse_date(signed)
    assert day is not None
    placed = tuple(replace(m, place=replace(m.place, path=name)) for m in mentions)
    return Entry(
        notice=Notice(
            key=f"{day.year}/{name}",
            place=Place(path=name),
            title="Một việc",
            number=None,
            type="Tin",
            issuer="Phường Thử",
            signed_at="Thử",
            signed_on=day,
            publish="public",
            published_on=day,
            expires_on=None,
            urgency="",
            fields=(),
            summary=Summary(),
            signer=Signer(),
            recipients=(),
            attachments=(),
            relations=(),
            aliases=(),
        ),
        prose=Prose(mentions=placed),
    )


def told(*entries: Entry) -> list[str]:
    """`path:line code` of every warning, and what it says; the order of entries must not count."""
    found = [check_citations(Archive(entries=order, pages=(), assets={})) for order in (entries, entries[::-1])]
    assert set(found[0]) == set(found[1])
    assert {p.severity for p in found[0]} <= {"warning"}
    return sorted(f"{p.place.path}:{p.place.line} {p.code}: {p.says}" for p in found[0])


def test_what_agrees_is_not_told() -> None:
    same = mention("595-CV/QU", "15/4/2022")
    assert told(notice("a", same), notice("b", same, mention("573-CV/QU", "25/3/2022"))) == []


def test_two_places_two_dates_each_is_told_and_names_the_other() -> None:
    assert told(
        notice("a", mention("595-CV/QU", "15/4/2022", 3)), notice("b", mention("595 -CV/QU", "14/4/2022", 7))
    ) == [
        "a:3 citation-two-dates: Công văn 595-CV/QU ở đây ghi ngày 15/4/2022, còn ở b:7:1 ghi ngày 14/4/2022",
        "b:7 citation-two-dates: Công văn 595-CV/QU ở đây ghi ngày 14/4/2022, còn ở a:3:1 ghi ngày 15/4/2022",
    ]


def test_where_most_agree_only_the_odd_ones_are_told() -> None:
    right = mention("595-CV/QU", "15/4/2022", 3)
    assert told(notice("c", right), notice("a", mention("595-CV/QU", "14/4/2022", 7)), notice("b", right)) == [
        "a:7 citation-two-dates: Công văn 595-CV/QU ở đây ghi ngày 14/4/2022, còn ở b:3:1 ghi ngày 15/4/2022"
    ]


def test_a_guessed_date_or_none_proves_nothing() -> None:
    right = mention("118-CV/QU", "20/4/2022")
    guessed = mention("118-CV/QU", "21/4/2022", guessed=frozenset({"date"}))
    assert told(notice("a", right), notice("b", guessed), notice("c", mention("118-CV/QU", "", year=2022))) == []


def test_the_same_number_in_another_year_is_another_document() -> None:
    assert told(notice("a", mention("5-CV/QU", "15/4/2022")), notice("b", mention("5-CV/QU", "16/4/2021"))) == []


def test_the_same_day_of_the_year_before_is_a_doubt() -> None:
    assert told(
        notice("a", mention("595-CV/QU", "15/4/2022", 3)), notice("b", mention("595-CV/QU", "15/4/2021", 7))
    ) == [
        "a:3 citation-year-slip: Công văn 595-CV/QU ở đây ghi ngày 15/4/2022, còn ở b:7:1 cũng số ấy, cơ quan ấy lại ghi ngày 15/4/2021: có thể nhầm năm",
        "b:7 citation-year-slip: Công văn 595-CV/QU ở đây ghi ngày 15/4/2021, còn ở a:3:1 cũng số ấy, cơ quan ấy lại ghi ngày 15/4/2022: có thể nhầm năm",
    ]


def test_party_offices_do_not_begin_again_in_january() -> None:
    first, second = (mention("5-CV/QU", f"04/1/{year}") for year in (2021, 2022))
    assert len(told(notice("a", first), notice("b", second))) == 2


def test_the_same_day_of_another_office_or_of_years_apart_is_none() -> None:
    first = notice("a", mention("595-CV/QU", "15/4/2022"))
    assert told(first, notice("b", mention("595-CV/QU", "15/4/2021", body=Body(name="Quận ủy Ba Đình")))) == []
    assert told(first, notice("b", mention("595-CV/QU", "15/4/2020"))) == []


def test_a_state_office_signs_its_first_paper_on_each_new_years_day() -> None:
    government = Body(name="Chính phủ")
    first, second = (mention("01/NQ-CP", f"01/01/{year}", body=government) for year in (2021, 2022))
    assert told(notice("a", first), notice("b", second)) == []
    later = [mention("50/NQ-CP", f"20/5/{year}", body=government) for year in (2020, 2021)]
    assert len(told(notice("a", later[0]), notice("b", later[1]))) == 2


def test_a_date_on_which_the_office_was_no_more() -> None:
    last, first = mention("9-CV/QU", "30/6/2025", 3), mention("10-CV/QU", "01/7/2025", 4)
    assert told(notice("a", last, first, signed="02/7/2025")) == [
        "a:4 citation-after-end: Công văn 10-CV/QU ghi ngày 01/7/2025, nhưng Quận ủy Long Biên đã kết thúc hoạt động từ ngày 01/7/2025"
    ]


def test_a_date_after_the_notice() -> None:
    assert told(notice("a", mention("9-CV/QU", "28/4/2022", 3), mention("10-CV/QU", "29/4/2022", 4))) == [
        "a:4 citation-future: Công văn 10-CV/QU ghi ngày 29/4/2022, sau cả ngày ký của chính thông báo này (28/4/2022)"
    ]


def test_a_year_in_the_number_that_is_not_that_of_the_date() -> None:
    body = Body(name="Ủy ban nhân dân thành phố Thử")
    wrong, right = (mention(f"01/{year}/QĐ-UBND", "05/1/2022", year, body) for year in (2021, 2022))
    assert told(notice("a", wrong, right)) == [
        "a:2021 citation-year: Công văn 01/2021/QĐ-UBND có năm 2021 trong số mà lại ghi ngày 05/1/2022"
    ]


def test_many_places_of_one_document_are_no_labour() -> None:
    """Every place is compared with the days, not with every other place: that would take minutes here."""
    many = [mention("595-CV/QU", f"{1 + line % 28}/4/2021", line) for line in range(28_000)]
    found = told(notice("a", *many, mention("595-CV/QU", "15/4/2022")))
    assert sum("citation-two-dates" in line for line in found) == 28_000
    assert sum("citation-year-slip" in line for line in found) == 1_001
