"""The reminder of what does not take place and of which nobody can tell who announced it, with the line to paste."""

from __future__ import annotations

from bulletin.check.unlinked_changes import check_changes
from bulletin.model.archive import Archive, Entry
from tests.plan.desk.changing import SIGNED, change, citation, first, meeting, second


def told(*entries: Entry) -> list[str]:
    return [p.hint for p in check_changes(Archive(entries=entries, pages=(), assets={}))]


def test_what_is_linked_is_not_told() -> None:
    assert told(first(), second(change())) == []
    assert told(first()) == []


def test_the_line_to_paste_names_who_has_announced_something_for_that_day() -> None:
    (hint,) = told(first(), second(change(), cites=()))
    assert (
        "vào phần khai báo của tệp này dòng «relations: [{relation: sửa đổi, number: 12/TB-UBND, date: 28/4/2022}]»"
        in hint
    )
    assert "content/notices/a.md" in hint


def test_where_there_are_relations_it_is_one_of_their_rows() -> None:
    (hint,) = told(first(), second(change(), cites=(), relations=[("căn cứ", "9/KH-UBND", "2022-04-01")]))
    assert "dưới «relations» của tệp này dòng «- {relation: sửa đổi, number: 12/TB-UBND, date: 28/4/2022}»" in hint


def test_two_that_it_may_be_are_both_named() -> None:
    (hint,) = told(first(), first(printed="13/TB-UBND"), second(change(), cites=()))
    assert "number: 12/TB-UBND" in hint
    assert "number: 13/TB-UBND" in hint


def test_where_nobody_has_announced_it() -> None:
    (hint,) = told(second(change(), cites=()))
    assert "dòng «relations: [{relation: sửa đổi, number: …, date: …}]», điền số và ngày của thông báo ấy" in hint
    (hint,) = told(first(meeting("2022-05-20")), second(change()))
    assert "ghi việc ấy vào «events» của content/notices/a.md" in hint


def test_a_notice_without_number_cannot_be_named() -> None:
    (hint,) = told(first(printed=""), second(change(), cites=()))
    assert "sửa «events» của content/notices/a.md" in hint


def test_of_two_things_on_that_day_the_editor_says_which() -> None:
    (hint,) = told(first(meeting(), meeting(words="Tiêm vắc-xin cho trẻ ")), second(change()))
    assert "xem lại «events» của content/notices/a.md:1:1: có nhiều việc vào những ngày ấy" in hint


def test_of_two_rows_on_that_day_the_one_is_meant_whose_area_is_named() -> None:
    rows = meeting(words="Tổ dân phố số 5, số 6 khám "), meeting(words="Tổ dân phố số 7, số 8 khám ")
    assert told(first(*rows), second(change(words="hủy buổi khám của tổ dân phố số 5, số 6"))) == []
    assert told(first(*rows), second(change(words="hủy buổi khám")))


def test_what_an_extract_repeats_is_told_once() -> None:
    extract = second(change(), cites=(), printed="", relations=[("trích từ", "15/TB-UBND", "2022-05-02")])
    assert told(first(), second(change()), extract) == []
    assert len(told(first(), second(change(), cites=()), extract)) == 1


def test_what_is_moved_is_told_with_its_new_day() -> None:
    (problem,) = check_changes(
        Archive(entries=(second(change(now="2022-05-12"), cites=[citation("9/TB-UBND", SIGNED)]),), pages=(), assets={})
    )
    assert "bài nói ngày 10/5/2022 không còn, chuyển thành ngày 12/5/2022; chưa rõ" in problem.says
