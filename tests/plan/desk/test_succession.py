"""Only a later notice ends, stops or changes an earlier one; what cannot be takes nothing out of a list, and is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin.check.relations import check_relations, check_unknown
from bulletin.knowledge import load
from bulletin.model.archive import Archive, Entry
from bulletin.model.dispatch import Mention
from bulletin.model.issuer import Body
from bulletin.model.place import Place
from bulletin.model.publish import Publish
from bulletin.plan.desk.desk import Desk
from bulletin.plan.desk.laid import desk
from bulletin.words.papers.succession import ENDED, is_later, numbered, stated
from tests.plan.citing import OURS, WARD, entry, mention
from tests.properties import examples

FIRST = date(2022, 3, 1)
KINDS = (*ENDED, "sửa đổi", "dừng thực hiện", "căn cứ")


def placed(made: Entry) -> Entry:
    """With a line of its own for each relation, as a file has."""
    at = made.notice.place.path
    rows = (replace(r, place=Place(path=at, line=9 + i)) for i, r in enumerate(made.notice.relations))
    return replace(made, notice=replace(made.notice, relations=tuple(rows)))


def archive(*entries: Entry) -> Archive:
    return Archive(entries=tuple(map(placed, entries)), pages=(), assets={})


def laid(*entries: Entry) -> Desk:
    return desk(archive(*entries), WARD, date(2022, 6, 1), {}, load(), preview=False)


def notice(
    printed: str,
    signed: str,
    *relations: tuple[str, str, str],
    publish: Publish = "public",
    cites: Sequence[Mention] = (),
) -> Entry:
    name = printed.lower().replace("/", "-")
    return entry(name, *cites, printed=printed, signed=signed, relations=relations, publish=publish)


def keys(entries: Sequence[Entry]) -> list[str]:
    return [e.notice.number.normal for e in entries if e.notice.number]


@st.composite
def wards(draw: st.DrawFn) -> list[Entry]:
    count = draw(st.integers(2, 5))
    numbers = [f"{i + 1}/{draw(st.sampled_from(['TB', 'KH']))}-UBND" for i in range(count)]
    days = [(FIRST + timedelta(days=draw(st.integers(0, 2)))).isoformat() for _ in range(count)]
    one = st.tuples(st.sampled_from(KINDS), st.integers(0, count - 1))
    made = []
    for name, day in zip(numbers, days, strict=True):
        said = draw(st.lists(one, max_size=2))
        made.append(notice(name, day, *((kind, numbers[i], days[i]) for kind, i in said)))
    return made


@examples(16)
@given(entries=wards())
def test_a_wrong_relation_takes_nothing_out_and_every_one_is_told(entries: list[Entry]) -> None:
    table = laid(*entries)
    assert table.current, "something always stays"
    told = {p.place for p in check_relations(archive(*entries))}
    by_number = {e.notice.number.normal: e for e in entries if e.notice.number}
    rightly = set()
    for one in map(placed, entries):
        for relation in one.notice.relations:
            other = by_number[relation.number.normal]
            if relation.kind != "căn cứ" and not is_later(one.notice, other.notice):
                assert relation.place in told
            if relation.kind in ENDED and relation.place not in told:
                rightly.add(other.notice.key)
    if not told:
        assert set(table.ended) == rightly
    assert (
        {e.notice.key for e in table.shown} - {e.notice.key for e in table.current}
        == set(table.ended)
        <= {
            by_number[r.number.normal].notice.key
            for e in entries
            for r in e.notice.relations
            if r.kind in ENDED and is_later(e.notice, by_number[r.number.normal].notice)
        }
    )


@pytest.mark.parametrize(
    ("one", "other", "ends"),
    [
        (("5/TB-UBND", "2022-03-02"), ("6/TB-UBND", "2022-03-01"), True),
        (("6/TB-UBND", "2022-03-01"), ("5/TB-UBND", "2022-03-02"), False),
        # A slip that is found in the afternoon: of one day the higher number of one series.
        (("6/TB-UBND", "2022-03-01"), ("5/TB-UBND", "2022-03-01"), True),
        (("5/TB-UBND", "2022-03-01"), ("6/TB-UBND", "2022-03-01"), False),
        (("5a/TB-UBND", "2022-03-01"), ("5/TB-UBND", "2022-03-01"), True),
        (("10/TB-UBND", "2022-03-01"), ("9/TB-UBND", "2022-03-01"), True),
        (("2/KH-UBND", "2022-03-01"), ("9/TB-UBND", "2022-03-01"), True),
    ],
)
def test_which_of_two_is_the_later(one: tuple[str, str], other: tuple[str, str], ends: bool) -> None:
    rows = notice(*one, ("thay thế", *other)), notice(*other)
    assert keys(laid(*rows).current) == [one[0]] if ends else len(laid(*rows).current) == 2
    assert bool(check_relations(archive(*rows))) is not ends


@pytest.mark.parametrize("length", [1, 2, 3, 5])
def test_a_ring_is_told_at_each_of_its_places_and_not_at_others(length: int) -> None:
    day = "2022-03-01"
    names = [f"{i}/{code}-UBND" for i, code in enumerate(["TB", "KH", "CV", "BC", "QĐ"][:length], 1)]
    ring = [notice(n, day, ("thay thế", names[(i + 1) % length], day)) for i, n in enumerate(names)]
    beside = notice("9/TB-UBND", "2022-03-05", ("bãi bỏ", names[0], day))
    told = check_relations(archive(*ring, beside))
    assert {p.place.path for p in told} == {e.notice.place.path for e in ring}
    assert {(p.code, p.severity) for p in told} == {("relation-ring", "error")}
    assert list(laid(*ring, beside).ended) == [ring[0].notice.key]


def test_a_draft_is_told_and_stops_nothing() -> None:
    draft = notice("6/TB-UBND", "2022-03-05", ("thay thế", "5/TB-UBND", "2022-03-06"), publish="draft")
    later = notice("5/TB-UBND", "2022-03-06", ("thay thế", "6/TB-UBND", "2022-03-05"))
    told = check_relations(archive(draft, later))
    assert [(p.place.path, p.severity) for p in told] == [("content/notices/6-tb-ubnd.md", "warning")]


def test_another_day_is_another_paper_and_the_nearest_is_named() -> None:
    old = notice("12/TB-UBND", "2022-03-01")
    for wrong in (("thay thế", "12/TB-UBND", "2022-03-02"), ("thay thế", "21/TB-UBND", "")):
        new = notice("15/TB-UBND", "2022-04-01", wrong)
        assert not laid(old, new).ended
        (told,) = check_unknown(archive(old, new))
        assert (told.code, told.place.line) == ("relation-unknown", 9)
        assert "12/TB-UBND" in f"{told.says}{told.hint}" and "01/3/2022" in told.hint
    cited = mention("21/TB-UBND", "2022-02-03", kind="Thông báo", body=Body(name="UBND quận"), issuer="UBND quận")
    new = notice("15/TB-UBND", "2022-04-01", ("thay thế", "21/TB-UBND", ""), cites=[cited])
    assert not check_unknown(archive(old, new))


def test_in_january_the_day_of_the_text_tells_which_year_is_meant() -> None:
    old = notice("12/TB-UBND", "2021-12-01")
    said = mention("12/TB-UBND", "2021-12-01", kind="Thông báo", body=Body(name=OURS), issuer=OURS)
    new = notice("1/TB-UBND", "2022-01-04", ("thay thế", "12/TB-UBND", ""), cites=[said])
    assert keys(laid(old, new).current) == ["1/TB-UBND"]


def test_what_is_stopped_stays_listed_with_its_mark_until_it_goes_on() -> None:
    old = notice("12/TB-UBND", "2022-03-01")
    stop = notice("15/TB-UBND", "2022-03-05", ("tạm dừng thực hiện", "12/TB-UBND", "2022-03-01"))
    on = notice("18/TB-UBND", "2022-03-09", ("tiếp tục thực hiện", "12/TB-UBND", "2022-03-01"))
    void = notice("19/TB-UBND", "2022-03-10", ("bãi bỏ", "15/TB-UBND", "2022-03-05"))
    halted = laid(old, stop)
    assert len(halted.current) == 2
    assert halted.card(old).mark == "Đang tạm dừng thực hiện"
    assert halted.is_behind(old)
    for after in (on, void):
        assert laid(old, stop, after).card(old).mark == ""
        assert not laid(old, stop, after).is_behind(old)


def test_of_two_papers_that_a_text_names_the_one_of_which_it_says_so_is_meant() -> None:
    first, second = notice("12/TB-UBND", "2022-03-01"), notice("12/TB-UBND", "2022-08-10")
    first = replace(first, notice=replace(first.notice, key="2022/12-tb-ubnd-truoc"))

    def named(kind: str, day: str) -> Mention:
        return mention("12/TB-UBND", day, relation=kind, kind="Thông báo", body=Body(name=OURS), issuer=OURS)

    said = [named("", "2022-03-01"), named("thay thế", "2022-08-10")]
    rows = [first, second, notice("30/TB-UBND", "2022-09-01", ("thay thế", "12/TB-UBND", ""), cites=said)]
    assert [one.target.notice.signed_on for one in stated(rows, numbered(rows))] == [date(2022, 8, 10)]
    both = [named("thay thế", "2022-03-01"), named("thay thế", "2022-08-10")]
    rows = [first, second, notice("30/TB-UBND", "2022-09-01", ("thay thế", "12/TB-UBND", ""), cites=both)]
    assert list(stated(rows, numbered(rows))) == []
