"""What a notice's page says of the papers it cites and of the notices that cite it."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from bulletin.model.dispatch import Mention
from bulletin.model.issuer import Body
from tests.plan.citing import OURS, entry, links_of, main_of, mention, site, words_of

WARD_BODY = Body(name=OURS)


def ours(day: str = "2022-04-28", **said: object) -> Mention:
    """A citation of our own 12/KH-UBND."""
    given = {"kind": "Kế hoạch", "body": WARD_BODY, "issuer": "UBND phường", **said}
    return mention("12/KH-UBND", day, **given)  # type: ignore[arg-type]


def section(page: str, heading: str) -> str:
    return page.partition(f">{heading}</h2>")[2].partition("</section>")[0]


OLD = entry("x", printed="12/KH-UBND", title="Kế hoạch cũ")


def test_a_notice_lists_what_it_cites_in_the_order_of_its_text() -> None:
    cited = [
        mention("595-CV/QU", relation="thực hiện"),
        mention("17", "", kind="Thông tư", key="", body=None, issuer=""),
        mention("117-CV/BTGQU", "2022-04-20", guessed=["date"]),
        mention("595-CV/QU", relation="căn cứ"),
        mention("17", "", kind="Thông tư", key="", body=None, issuer=""),
    ]
    rows = section(main_of(site([entry("a", *cited)]), "/thong-bao/2022/a/"), "Văn bản được dẫn chiếu").split("<li>")[
        1:
    ]
    said = [" ".join(re.sub(r"<[^>]*>", "", row).split()) for row in rows]
    assert said == [
        "Công văn số 595-CV/QU ngày 15/4/2022 của Quận ủy Long Biên · thực hiện, căn cứ",
        "Công văn số 117-CV/BTGQU ngày 20/4/2022 của Quận ủy Long Biên (ngày suy đoán)",
        "Thông tư số 17 (chưa rõ ký hiệu)",
    ]
    assert links_of(rows[0]) == ["/bt/van-ban/595-cv-qu-2022/"]
    assert links_of(rows[2]) == []


def test_twenty_are_seen_at_once_and_the_rest_opens() -> None:
    page = section(
        main_of(site([entry("a", *(mention(f"{i}-CV/QU") for i in range(1, 24)))]), "/thong-bao/2022/a/"),
        "Văn bản được dẫn chiếu",
    )
    seen, _, rest = page.partition("<details>")
    assert (seen.count("<li>"), rest.count("<li>")) == (20, 3)
    assert "Xem 3 văn bản nữa" in rest


def test_who_cites_a_notice_stands_on_its_page_with_the_place() -> None:
    files = site([OLD, entry("a", ours(relation="căn cứ")), entry("b", ours(), signed="2022-04-29")])
    page = section(main_of(files, "/thong-bao/2022/12-kh-ubnd/"), "Được dẫn chiếu tại")
    assert links_of(page) == ["/bt/thong-bao/2022/b/#dan:1", "/bt/thong-bao/2022/a/#dan:1"]
    assert "(căn cứ thông báo này)" in page
    assert '<a href="/bt/thong-bao/2022/12-kh-ubnd/">đã đăng tại đây</a>' in main_of(files, "/thong-bao/2022/a/")
    assert "đã đăng tại đây" in main_of(files, "/van-ban/12-kh-ubnd-2022/")


def test_of_many_twenty_are_listed_and_a_page_lists_all() -> None:
    files = site([OLD, *(entry(f"n{i}", ours()) for i in range(23))])
    page = section(main_of(files, "/thong-bao/2022/12-kh-ubnd/"), "Được dẫn chiếu tại")
    assert page.count("<li>") == 20
    assert "Xem cả 23 thông báo" in page
    assert links_of(page)[-1] == "/bt/van-ban/12-kh-ubnd-2022/"
    assert main_of(files, "/van-ban/12-kh-ubnd-2022/").count("<blockquote>") == 23


def test_front_matter_alone_is_listed_whole_too() -> None:
    citing = [entry(f"n{i}", relations=[("căn cứ", "12/KH-UBND", "")]) for i in range(23)]
    page = section(main_of(site([OLD, *citing]), "/thong-bao/2022/12-kh-ubnd/"), "Được dẫn chiếu tại")
    assert page.count("<li>") == 23
    both = site([OLD, *citing, entry("z", ours())])
    assert main_of(both, "/van-ban/12-kh-ubnd-2022/").count("căn cứ") == 23


@pytest.mark.parametrize(
    ("kind", "there", "here"),
    [
        ("thay thế", "đã bị thay thế bởi", "thay thế"),
        ("bãi bỏ", "đã bị bãi bỏ bởi", "bãi bỏ"),
        ("sửa đổi", "đã được sửa đổi bởi", "sửa đổi"),
        ("bổ sung", "đã được bổ sung bởi", "bổ sung"),
        ("đính chính", "đã được đính chính bởi", "đính chính"),
    ],
)
@pytest.mark.parametrize("in_text", [True, False])
def test_what_replaces_or_corrects_is_said_near_the_top_of_both(
    kind: str, there: str, here: str, in_text: bool
) -> None:
    new = (
        entry("moi", ours(relation=kind), title="Việc mới", signed="2022-04-29")
        if in_text
        else entry("moi", title="Việc mới", signed="2022-04-29", relations=[(kind, "12/KH-UBND", "2022-04-28")])
    )
    files = site([OLD, new])
    old_page, new_page = (main_of(files, f"/thong-bao/2022/{k}/") for k in ("12-kh-ubnd", "moi"))
    said = "Có thể thông báo này" if in_text else "Thông báo này"
    note = ", máy đọc, chưa có người xác nhận" if in_text else ""
    assert (
        f'<strong>{said} {there}</strong> <a href="/bt/thong-bao/2022/moi/">Việc mới</a> (ngày 29/4/2022{note}).'
        in old_page.partition('<div class="body">')[0]
    )
    assert (
        f"<strong>{said} {here}</strong> "
        f'<a href="/bt/thong-bao/2022/12-kh-ubnd/">Kế hoạch số 12/KH-UBND</a> (ngày 28/4/2022{note}).'
        in new_page.partition('<div class="body">')[0]
    )


def test_front_matter_goes_before_what_was_read() -> None:
    new = entry("moi", ours(relation="thay thế"), relations=[("sửa đổi", "12/KH-UBND", "2022-04-28")])
    files = site([OLD, new])
    for url in ("/thong-bao/2022/12-kh-ubnd/", "/thong-bao/2022/moi/", "/van-ban/12-kh-ubnd-2022/"):
        assert "thay thế" not in words_of(files, url)
        assert "sửa đổi" in words_of(files, url)


def test_other_relations_make_no_banner_and_a_guess_is_marked() -> None:
    page = main_of(site([OLD, entry("a", ours(relation="căn cứ"))]), "/thong-bao/2022/12-kh-ubnd/")
    assert "notice-mark" not in page
    guess = ours("", relation="bãi bỏ", guessed=["period"])
    page = words_of(site([OLD, entry("a", guess)]), "/thong-bao/2022/12-kh-ubnd/")
    assert "đã bị bãi bỏ bởi Việc a (ngày 28/4/2022, suy đoán từ số, ký hiệu, máy đọc, chưa có người xác nhận)" in page


@pytest.mark.parametrize(
    "cited",
    [
        ours("2022-04-27"),
        ours(body=Body(name="Ủy ban nhân dân quận Long Biên"), issuer="UBND quận"),
        ours("2021-04-28"),
    ],
    ids=["another day", "another body", "another year"],
)
def test_a_namesake_is_not_taken_for_ours(cited: Mention) -> None:
    files = site([OLD, entry("a", cited)])
    assert "Được dẫn chiếu tại" not in main_of(files, "/thong-bao/2022/12-kh-ubnd/")
    assert "đã đăng tại đây" not in main_of(files, "/thong-bao/2022/a/")


@pytest.mark.parametrize(("kind", "mark"), [("dừng", "Đã dừng thực hiện"), ("tạm dừng", "Đang tạm dừng thực hiện")])
def test_what_is_stopped_is_said_on_both_pages_and_goes_on_when_told_so(kind: str, mark: str) -> None:
    relation = f"{kind} thực hiện"
    stop = entry("dung", signed="2022-04-29", printed="15/KH-UBND", relations=[(relation, "12/KH-UBND", "2022-04-28")])
    files = site([OLD, stop])
    page = words_of(files, "/thong-bao/2022/12-kh-ubnd/")
    assert f"Việc nêu trong thông báo này {'đã dừng' if kind == 'dừng' else kind} theo Kế hoạch số 15/KH-UBND" in page
    assert f"Tình trạng {mark}" in page
    assert f"Thông báo này {relation} Kế hoạch số 12/KH-UBND" in words_of(files, "/thong-bao/2022/15-kh-ubnd/")
    assert mark in words_of(files, "/thong-bao/")
    on = entry("lai", signed="2022-04-30", relations=[("tiếp tục thực hiện", "12/KH-UBND", "2022-04-28")])
    files = site([OLD, stop, on])
    page = words_of(files, "/thong-bao/2022/12-kh-ubnd/")
    assert "được tiếp tục theo Việc lai" in page
    assert "Tình trạng Còn hiệu lực" in page
    assert mark not in words_of(files, "/thong-bao/")


@pytest.mark.parametrize("relation", ["thay thế", "bãi bỏ", "tạm dừng thực hiện"])
def test_what_is_surely_ended_is_not_said_to_be_perhaps(relation: str) -> None:
    sure = entry("chac", signed="2022-04-29", relations=[("thay thế", "12/KH-UBND", "2022-04-28")])
    page = words_of(
        site([OLD, sure, entry("doc", ours(relation=relation), signed="2022-04-30")]), "/thong-bao/2022/12-kh-ubnd/"
    )
    assert "Thông báo này đã bị thay thế bởi Việc chac" in page
    assert "Tình trạng Đã bị thay thế" in page
    assert "Có thể" not in page


@pytest.mark.parametrize("relation", ["thay thế", "sửa đổi", "dừng thực hiện"])
def test_an_earlier_notice_does_nothing_to_a_later_one(relation: str) -> None:
    early = entry("som", ours(relation=relation), signed="2022-04-27")
    assert "notice-mark" not in main_of(site([OLD, early]), "/thong-bao/2022/12-kh-ubnd/")


def test_a_notice_does_not_cite_itself() -> None:
    own = entry("x", ours(relation="thay thế"), printed="12/KH-UBND")
    page = main_of(site([own]), "/thong-bao/2022/12-kh-ubnd/")
    assert "Được dẫn chiếu tại" not in page
    assert "notice-mark" not in page


def test_a_number_inside_an_editors_link_is_cited_without_a_place() -> None:
    a = entry("a", ours())
    linked = replace(a, prose=replace(a.prose, mentions=tuple(replace(m, anchor="") for m in a.prose.mentions)))
    page = main_of(site([OLD, linked]), "/thong-bao/2022/12-kh-ubnd/")
    assert links_of(section(page, "Được dẫn chiếu tại")) == ["/bt/thong-bao/2022/a/"]


@pytest.mark.parametrize(("day", "guess"), [("2022-04-28", False), ("", True)])
def test_a_paper_of_ours_has_our_issuer_though_nobody_says_it(day: str, guess: bool) -> None:
    cited = ours(day, body=None, issuer="", guessed=["period"] if guess else [])
    page = words_of(site([OLD, entry("a", cited)]), "/van-ban/12-kh-ubnd-2022/")
    assert f"Cơ quan ban hành {OURS}" in page
    assert ("cơ quan suy đoán" in page) is guess
