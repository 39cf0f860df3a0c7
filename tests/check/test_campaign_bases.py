"""What campaigns rest on: no number of a hidden notice becomes public, and none that nobody knows goes untold."""

from __future__ import annotations

import pytest

from bulletin.model.problem import Problem
from tests.conftest import Ward

NUMBER = "987-TB/ĐU"
WINDOW = "windows: [{{form: Băng rôn, from: 25/4/2022, to: 20/5/2022, basis: {}}}]\n"
CITING = f"Thực hiện Thông báo số {NUMBER} ngày 15/4/2022 của Quận ủy về việc tuyên truyền."


def plan(ward: Ward, basis: str, publish: str = "public") -> list[Problem]:
    ward.write("calendar/dot.yml", f"title: Đợt thử\npublish: {publish}\n{WINDOW.format(basis)}")
    return list(ward.build().problems)


def codes(ward: Ward, basis: str, publish: str = "public") -> list[str]:
    return [p.code for p in plan(ward, basis, publish)]


def ours(ward: Ward, **keys: str) -> None:
    ward.notice("a", number=NUMBER, **{"date": "28/4/2022", **keys})


def public(ward: Ward, today: str) -> bytes:
    return b"".join(data for data in ward.files(today).values() if isinstance(data, bytes))


@pytest.mark.parametrize(
    "basis", [NUMBER, f"{{number: {NUMBER}, date: 28/4/2022}}", f"{{number: {NUMBER}, date: 27/4/2022}}"]
)
@pytest.mark.parametrize("publish", ["draft", "internal"])
def test_a_hidden_notice_is_no_basis_of_a_public_campaign(ward: Ward, publish: str, basis: str) -> None:
    ours(ward, publish=publish)
    (one,) = plan(ward, basis)
    assert (one.code, one.place.line, one.severity) == ("basis-hidden", 3, "error")
    assert one.hint.startswith("đăng thông báo ấy trước, hoặc bỏ «basis»")


def test_a_draft_may_rest_on_a_draft_and_anything_on_what_is_public(ward: Ward) -> None:
    ours(ward, publish="draft")
    assert codes(ward, NUMBER, "draft") == []
    ours(ward)
    assert codes(ward, NUMBER) == []


def test_before_its_day_a_notice_sets_nothing_and_its_number_is_nowhere(ward: Ward) -> None:
    ours(ward, published="03/5/2022")
    assert codes(ward, NUMBER) == []
    ward.write(
        "calendar/khac.yml",
        f"title: Khác\npublish: public\nbasis: [{NUMBER}]\nslogans: [{{text: A!, basis: {NUMBER}}}]\n",
    )
    before, after = public(ward, "2022-05-02"), public(ward, "2022-05-03")
    assert not any(printed in before for printed in (NUMBER.encode(), b"987-tb-du"))
    assert "dự kiến, chờ thông báo" in ward.text("lich/dot/dot/index.html", "2022-05-02")
    assert NUMBER.encode() in after
    assert "chờ thông báo" not in ward.text("lich/dot/dot/index.html", "2022-05-03")


def test_a_cited_document_of_the_number_of_a_draft(ward: Ward) -> None:
    """Its date tells which is meant."""
    ours(ward, publish="draft")
    ward.notice("b", CITING, date="28/4/2022")
    assert codes(ward, NUMBER) == ["basis-hidden"]
    assert codes(ward, f"{{number: {NUMBER}, date: 15/4/2022}}") == []


def test_a_cited_document_of_the_number_of_a_notice_to_come_stays_a_basis(ward: Ward) -> None:
    ours(ward, published="03/5/2022")
    ward.notice("b", CITING, date="28/4/2022")
    assert codes(ward, f"{{number: {NUMBER}, date: 15/4/2022}}") == []
    assert "chờ thông báo" not in ward.text("lich/dot/dot/index.html", "2022-05-02")


@pytest.mark.parametrize(
    ("basis", "count"),
    [
        (NUMBER, 0),
        (f"{{number: {NUMBER}, date: 15/4/2022}}", 0),
        (f"{{number: {NUMBER}, date: 15/4/2012}}", 1),
        ("978-TB/ĐU", 1),
        ("98-TB/ĐU", 1),
    ],
)
def test_a_number_that_nobody_knows(ward: Ward, basis: str, count: int) -> None:
    ward.notice("b", CITING, date="28/4/2022")
    found = plan(ward, basis)
    assert [(p.code, p.severity) for p in found] == [("basis-unknown", "warning")] * count
    assert all(f"có phải {NUMBER} ngày 15/4/2022, dẫn ở " in p.hint for p in found)


def test_a_document_of_the_ward_is_known(ward: Ward) -> None:
    ward.notice("b", CITING, date="28/4/2022")
    ward.write("dispatches/a.yml", f"number: {NUMBER}\ndate: 15/4/2022\n")
    assert codes(ward, f"{{number: {NUMBER}, date: 15/4/2022}}") == []


def test_a_campaign_is_not_blamed_for_a_notice_that_is_wrong(ward: Ward) -> None:
    ours(ward, date="31/4/2022")
    assert codes(ward, NUMBER) == ["date-impossible"]
