"""`events:` and `errata:` of a notice: what is understood, what is refused and where, and what is no longer told."""

from __future__ import annotations

from datetime import date

import pytest

from bulletin.model.deadline import Event
from bulletin.model.notice import Notice
from tests.conftest import Ward

BY_5 = "Đề nghị các tổ dân phố gửi báo cáo chậm nhất ngày 05/5/2022."


def noticed(ward: Ward, front: str, body: str = "Nội dung.") -> Notice:
    write(ward, front, body)
    built = ward.build()
    assert not built.failed, [str(p) for p in built.problems]
    return built.archive.entries[0].notice


def write(ward: Ward, front: str, body: str = "Nội dung.") -> None:
    ward.write("notices/a.md", f"---\ntitle: Một việc\ndate: 28/4/2022\npublish: public\n{front}---\n\n{body}\n")


def event(ward: Ward, keys: str) -> Event:
    (one,) = noticed(ward, f"events:\n  - {{what: Việc, {keys}}}\n").events or ()
    return one


def told(ward: Ward, front: str, body: str = "Nội dung.") -> list[str]:
    """`line:col code` of all that is told."""
    write(ward, front, body)
    return [f"{p.place.line}:{p.place.col} {p.code}" for p in ward.build().problems]


def test_the_ways_to_say_when(ward: Ward) -> None:
    one = event(ward, "by: 05/5/2022")
    assert (one.kind, one.by, one.starts_on, one.ends_on) == ("deadline", date(2022, 5, 5), None, None)
    one = event(ward, "on: 07/5/2022")
    assert (one.kind, one.by, one.starts_on, one.ends_on) == ("event", None, date(2022, 5, 7), date(2022, 5, 7))
    one = event(ward, "from: 20/12/2022, to: 03/01/2023")
    assert (one.kind, one.starts_on, one.ends_on) == ("window", date(2022, 12, 20), date(2023, 1, 3))
    one = event(ward, "every: sáng thứ 7 hàng tuần, from: 07/5/2022, by: ''")
    assert (one.kind, one.rrule, one.every) == ("recurring", "FREQ=WEEKLY;BYDAY=SA", "sáng thứ 7 hàng tuần")
    assert (one.starts_on, one.ends_on) == (date(2022, 5, 7), None)


def test_days_on_which_a_rule_does_not_hold(ward: Ward) -> None:
    one = event(ward, "every: thứ 7, except: [28/5/2022, 14/5/2022, 28/5/2022]")
    assert one.excluded == (date(2022, 5, 14), date(2022, 5, 28))
    assert event(ward, "every: thứ 7, except: 14/5/2022").excluded == (date(2022, 5, 14),)
    assert event(ward, "every: thứ 7, except: []").excluded == event(ward, "every: thứ 7, except: ''").excluded == ()
    assert event(ward, "every: ngày cuối tháng, except: 31/5/2022").excluded == (date(2022, 5, 31),)


def test_words_for_people_and_who_has_to_act(ward: Ward) -> None:
    one = event(ward, "by: 05/5/2022, who: mọi nhà, where: nhà văn hóa, hours: 7h30 - 11h")
    assert (one.who, one.where, one.hours, one.audience) == ("mọi nhà", "nhà văn hóa", "7h30 - 11h", "residents")
    assert str(one.place).endswith("notices/a.md:6:5")
    for typed, audience in {"Cán bộ": "staff", "cơ quan": "agency", "staff": "staff", "người dân": "residents"}.items():
        assert event(ward, f"by: 05/5/2022, for: {typed}").audience == audience


def test_none_is_not_the_same_as_nothing_said(ward: Ward) -> None:
    assert noticed(ward, "events: []\n").events == ()
    assert noticed(ward, "events:\n").events is None
    assert noticed(ward, "").events is None


@pytest.mark.parametrize(
    ("keys", "fault"),
    [
        ("by: 05/5/2022", "6:5 key-missing"),
        ("what: '', by: 05/5/2022", "6:6 key-empty"),
        ("what: a", "6:5 event-when"),
        ("what: a, by: '', every: ''", "6:5 event-when"),
        ("what: a, by: 05/5/2022, from: 01/5/2022", "6:5 event-when"),
        ("what: a, to: 05/5/2022", "6:5 event-when"),
        ("what: a, from: 05/5/2022, to: 04/5/2022", "6:36 date-order"),
        ("what: a, every: thứ 7, from: 05/5/2022, to: 04/5/2022", "6:50 date-order"),
        ("what: a, every: khi cần", "6:22 event-every"),
        ("what: a, every: 'ngày 5, 35 hàng tháng'", "6:22 event-every"),
        ("what: a, every: thứ 7, except: [29/5/2022]", "6:5 event-except"),
        ("what: a, every: thứ 7, to: 28/5/2022, except: [04/6/2022]", "6:5 event-except"),
        ("what: a, by: 05/5/2022, except: [05/5/2022]", "6:5 event-except"),
        ("what: a, every: thứ 7, except: [14/5/2022, mai]", "6:49 date-unreadable"),
        ("what: a, every: thứ 7, from: 02/5/2022, to: 06/5/2022", "6:5 event-never"),
        ("what: a, every: thứ 7, from: 02/5/2022, to: 07/5/2022, except: 07/5/2022", "6:5 event-never"),
        ("what: a, on: 07/5/1922", "6:19 year-outside"),
        ("what: a, by: 31/4/2022", "6:19 date-impossible"),
        ("what: a, by: mai", "6:19 date-unreadable"),
        ("what: a, by: 05/5/2022, for: ai đó", "6:35 choice-unknown"),
        ("what: a, by: 05/5/2022, ai: mọi nhà", "6:30 key-unknown"),
    ],
)
def test_what_is_refused_at_its_place(ward: Ward, keys: str, fault: str) -> None:
    assert told(ward, f"events:\n  - {{{keys}}}\n") == [fault]


def test_a_key_in_vietnamese_is_known(ward: Ward) -> None:
    write(ward, "events:\n  - {what: a, hạn: 05/5/2022, by: 05/5/2022}\n")
    assert "có phải «by» không?" in str(ward.build().problems[0])


def test_all_faults_at_once(ward: Ward) -> None:
    assert told(
        ward, "events:\n  - {what: a, by: mai}\n  - {by: 05/5/2022}\n  - a\nerrata:\n  - {says: Không, should: Có}\n"
    ) == ["6:19 date-unreadable", "7:5 key-missing", "8:5 value-not-keys", "10:12 erratum-unfound"]


@pytest.mark.parametrize(
    ("keys", "body", "codes"),
    [
        ("by: 05/6/2022", BY_5, ["event-not-in-text"]),
        ("by: 05/5/2023", BY_5, ["event-not-in-text"]),
        ("by: 05/5/2022", BY_5, []),
        ("from: 01/5/2022, to: 05/5/2022", BY_5, ["event-not-in-text"]),
        ("every: thứ 7, to: 28/5/2022", BY_5, ["event-not-in-text"]),
        # In the text, though no machine read it as a time to act; or nothing to compare with.
        ("on: 07/5/2022", f"{BY_5} Hội nghị ngày 7 tháng 5.", []),
        ("on: 07/5/2022", f"{BY_5} Hội nghị ngày **07**/5/2022.", []),
        ("on: 07/5/2022", "Nội dung.", []),
        # No machine reads a time to act in these.
        ("on: 07/6/2022", "Họp dân vào ngày 07/5/2022.", ["event-not-in-text"]),
        ("on: 07/5/2012", "Họp dân vào ngày 07/5/2022.", ["event-not-in-text"]),
        ("on: 07/5/2022", "Họp dân vào ngày 07/5/2022.", []),
        ("on: 07/6/2022", "Họp dân: 7.5.2022.", ["event-not-in-text"]),
        ("on: 07/5/2022", "Họp dân: 7.5.2022.", []),
        ("on: 07/5/2022", "Họp dân: 07-5-2022.", []),
        ("on: 07/6/2022", "Họp dân: 07-5-2022.", ["event-not-in-text"]),
        ("on: 07/5/2023", "Họp dân ngày 7 tháng 5.", []),
        ("on: 07/5/2023", "Họp dân ngày 7 tháng 5 năm 2022.", ["event-not-in-text"]),
        ("on: 07/5/2022", "| Việc | Ngày |\n|---|---|\n| Họp tổ 1 | 07/5 |", []),
        ("from: 29/4/2022, to: 03/5/2022", "Treo cờ 29/4 - 03/5.", []),
        ("from: 29/4/2022, to: 03/5/2022", "Treo cờ 29/4-03/5/2022.", []),
        ("from: 29/4/2022, to: 30/4/2022", "Treo cờ từ ngày 29 đến hết ngày 30/4.", []),
        ("from: 29/4/2022, to: 04/5/2022", "Treo cờ 29/4 - 03/5.", ["event-not-in-text"]),
        # The day of the notice itself; numbers of documents and dates long ago are no days to act.
        ("from: 28/4/2022, to: 05/5/2022", BY_5, []),
        ("on: 07/5/2022", "Theo Nghị định 12/2022/NĐ-CP, kỷ niệm Ngày Chiến thắng (30/4/1975).", []),
        ("by: 27/4/2022", "Nội dung.", ["event-past"]),
        ("by: 28/4/2022", "Nội dung.", []),
        ("from: 01/4/2022, to: 28/4/2022", "Nội dung.", []),
        ("every: thứ 7, to: 01/4/2022", "Nội dung.", ["event-past"]),
        ("from: 01/5/2022, to: 06/6/2023", "Nội dung.", ["days-many"]),
        ("every: thứ 7, from: 01/5/2022, to: 06/6/2025", "Nội dung.", []),
    ],
)
def test_a_day_that_is_not_in_the_text(ward: Ward, keys: str, body: str, codes: list[str]) -> None:
    write(ward, f"events:\n  - {{what: a, {keys}}}\n", body)
    built = ward.build("2022-04-28")
    assert ([p.code for p in built.problems], built.failed) == (codes, False)


SLIP = "Kỷ niệm 135 năm *Ngày Quốc tế\nLao động* (01/5/1886 - 01/5/2022)."


def test_an_erratum_stands_beside_the_text(ward: Ward) -> None:
    notice = noticed(
        ward, "errata:\n  - {says: 135 năm Ngày Quốc tế Lao động, should: 136 năm, note: Tính lại}\n", SLIP
    )
    (one,) = notice.errata
    assert (one.says, one.should, one.note) == ("135 năm Ngày Quốc tế Lao động", "136 năm", "Tính lại")
    assert "135 năm" in ward.text("thong-bao/2022/a/index.html")


@pytest.mark.parametrize("says", ["Kỷ niệm 135 năm Ngày Quốc tế Lao động (01/5/1886 - 01/5/2022).", "135 năm"])
def test_what_an_erratum_tells_is_not_told_again(ward: Ward, says: str) -> None:
    assert [fault.split()[1] for fault in told(ward, "", SLIP)] == ["occasion-count"]
    assert told(ward, f"errata:\n  - {{says: '{says}', should: 136 năm}}\n", SLIP) == []


@pytest.mark.parametrize("says", ["Kỷ niệm", "Quốc tế"])
def test_an_erratum_of_other_words_hides_nothing(ward: Ward, says: str) -> None:
    found = told(ward, f"errata:\n  - {{says: {says}, should: b}}\n", SLIP)
    assert [fault.split()[1] for fault in found] == ["occasion-count"]


@pytest.mark.parametrize("says", ["135 năm ngày", "Lao động (01/5", "'*'"])
def test_words_that_are_not_there(ward: Ward, says: str) -> None:
    body = SLIP if says != "Lao động (01/5" else SLIP.replace("(", "[")
    assert [
        fault for fault in told(ward, f"errata:\n  - {{says: {says}, should: b}}\n", body) if "erratum" in fault
    ] == ["6:12 erratum-unfound"]


def test_an_erratum_must_say_both(ward: Ward) -> None:
    assert told(ward, "errata:\n  - {says: Nội dung}\n  - {should: b}\n") == ["6:5 key-missing", "7:5 key-missing"]


def test_an_erratum_that_corrects_nothing(ward: Ward) -> None:
    assert told(ward, "errata:\n  - {says: Nội dung., should: Nội dung.}\n") == ["6:5 erratum-same"]
