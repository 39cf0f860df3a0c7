"""The pages of campaigns: nothing is official without the document that sets it."""

from __future__ import annotations

import re

import pytest

from bulletin.model.campaign import Channel, Slogan
from bulletin.model.issuer import Body
from tests.plan.calendar.asking import BANNER, FLAG, RADIO, asking, basis, campaign, event, marked, ward_site, window
from tests.plan.citing import entry, known, links_of, main_of, mention, words_of

URL = "/lich/dot/2022-05-ngay-le-lon/"
OURS = basis("12/TB-UBND", "2022-04-28")


def test_the_list_is_latest_first_with_the_state_of_the_day() -> None:
    days = {"2022-04-a": "2022-04-21", "2022-05-b": "2022-05-01", "2022-06-c": "2022-06-01", "2022-07-d": "2022-07-27"}
    plans = [
        campaign(id_, title=id_, windows=[window(BANNER, day, day)], cancelled="d" in id_) for id_, day in days.items()
    ]
    plans.append(campaign("chu-de", title="chu-de", topics=["Chủ đề"]))
    page = main_of(ward_site(campaigns=plans), "/lich/dot/")
    assert re.findall(r"<h2><a [^>]*>([^<]*)</a></h2> <p class=\"facts\"><strong>([^<]*)<", page) == [
        ("2022-07-d", "Đã hủy"), ("2022-06-c", "Sắp tới"), ("2022-05-b", "Đang diễn ra"), ("2022-04-a", "Đã kết thúc"),
        ("chu-de", "Không ghi ngày"),
    ]  # fmt: skip
    assert 'tính đến ngày <time datetime="2022-05-01">01/5/2022</time>' in page


def test_the_last_day_is_still_of_it_and_without_campaigns_there_is_a_list() -> None:
    plan = campaign(windows=[window(BANNER, "2022-04-25", "2022-05-01")])
    assert "Đang diễn ra · từ 25/4/2022 đến hết 01/5/2022" in words_of(ward_site(campaigns=[plan]), URL)
    assert "Đã kết thúc" in words_of(ward_site(campaigns=[plan], today="2022-05-02"), URL)
    assert "Chưa có đợt tuyên truyền nào." in main_of(ward_site(), "/lich/dot/")


def test_occasions_have_their_count_and_scale_and_lead_to_their_day() -> None:
    occasions = [
        marked("quoc-te-lao-dong", "2022-05-01"),
        marked("nha-giao", "2022-11-20"),
        marked("ngay-cua-noi-khac", "2022-08-01"),
    ]
    page = main_of(ward_site(campaigns=[campaign(occasions=occasions)]), URL)
    assert '<a href="/bt/lich/ngay/01-05/">136 năm Ngày Quốc tế Lao động</a>\n' in page.replace("<br>", "\n")
    assert "40 năm Ngày Nhà giáo Việt Nam</a> (năm tròn)" in page
    # What the ward does not keep has no name here, and a key is none.
    assert "01/8/2022</time>: ngày kỷ niệm không có trong lịch này</li>" in page
    assert "ngay-cua-noi-khac" not in page


def test_flags_wait_for_the_notice_that_sets_them() -> None:
    occasions = [
        marked("quoc-te-lao-dong", "2022-05-01"),
        marked("dien-bien-phu", "2022-05-07"),
        marked("bao-chi", "2022-06-21"),
    ]
    waiting = "Treo cờ: chờ thông báo"

    def rows(*windows: tuple[str, str, bool], cancelled: bool = False) -> list[bool]:
        planned = [window(FLAG, a, b, OURS if sure else None) for a, b, sure in windows]
        plan = campaign(occasions=occasions, windows=planned, cancelled=cancelled)
        page = main_of(ward_site(campaigns=[plan]), URL).partition('id="_ngay-ky-niem"')[2]
        return [waiting in row for row in re.findall(r"<li>(.*?)</li>", page)[:3]]

    assert rows() == [True, True, False]
    assert rows(("2022-04-29", "2022-05-02", True)) == [False, True, False]
    assert rows(("2022-04-29", "2022-05-08", False)) == [True, True, False]
    assert rows(cancelled=True) == [False, False, False]


def test_a_window_without_basis_is_a_wish() -> None:
    windows = [window(BANNER, "2022-04-25", "2022-05-20", OURS, "cổng chào"), window(FLAG, "2022-05-18", "2022-05-20")]
    page = main_of(ward_site(campaigns=[campaign(windows=windows, takedown="2022-05-21")]), URL)
    cells = [
        [
            " ".join(re.sub(r'<span class="label".*?</span>|<[^>]*>', " ", cell).split())
            for cell in re.findall(r"<t[hd].*?</t[hd]>", row)
        ]
        for row in re.findall(r"<tr.*?</tr>", page)
    ]
    assert cells == [
        ["Hình thức", "Từ", "Đến hết", "Căn cứ"],
        ["Băng rôn cổng chào", "25/4/2022", "20/5/2022", "12/TB-UBND ngày 28/4/2022"],
        ["Cờ Tổ quốc", "18/5/2022", "20/5/2022", "dự kiến, chờ thông báo"],
    ]
    assert 'Tháo dỡ xong chậm nhất ngày <time datetime="2022-05-21">21/5/2022</time>.' in page


PAPERS = [
    mention("595-CV/QU"),
    mention("12/QĐ-UBND", kind="Quyết định", body=None, issuer=""),
    mention("118-CV/BTGQU", "2022-04-20"),
]
PAPERS.append(mention("12/QĐ-UBND", kind="Quyết định", body=Body(name="UBND quận Mẫu"), mark="quận Mẫu"))


@pytest.mark.parametrize(
    ("printed", "dated", "href", "text"),
    [
        ("12/TB-UBND", "2022-04-28", "/bt/thong-bao/2022/12-tb-ubnd/", "Kế hoạch số 12/TB-UBND ngày 28/4/2022"),
        ("12/TB-UBND", "2021-04-28", "", "12/TB-UBND ngày 28/4/2021"),
        ("12/TB-UBND", "", "/bt/thong-bao/2022/12-tb-ubnd/", "Kế hoạch số 12/TB-UBND (năm suy đoán)"),
        ("99/TB-UBND", "", "", "99/TB-UBND"),
        ("595-CV/QU", "", "/bt/van-ban/595-cv-qu-2022/", "Công văn số 595-CV/QU (năm suy đoán)"),
        ("595-CV/QU", "2022-04-15", "/bt/van-ban/595-cv-qu-2022/", "Công văn số 595-CV/QU ngày 15/4/2022"),
        (
            "12/QĐ-UBND",
            "2022-04-15",
            "/bt/van-ban/12-qd-ubnd-2022/",
            "Quyết định số 12/QĐ-UBND ngày 15/4/2022",
        ),
        ("118-CV/BTGQU", "2022-04-20", "/bt/van-ban/118-cv-btgqu-2022/", "118-CV/BTGQU ngày 20/4/2022"),
        ("9/2020/NĐ-CP", "", "", "9/2020/NĐ-CP"),
    ],
    ids=[
        "ours",
        "of another year",
        "ours, undated",
        "unknown, undated",
        "cited, undated",
        "cited",
        "moved",
        "internal",
        "unknown",
    ],
)
def test_a_basis_leads_to_the_page_that_there_is(printed: str, dated: str, href: str, text: str) -> None:
    entries = [entry("x", printed="12/TB-UBND"), entry("a", *PAPERS)]
    internal = [known("118-CV/BTGQU", "2022-04-20", subject="xương rồng", list_only=True)]
    held = [window(BANNER, "2022-12-20", "2023-01-03")]
    files = ward_site(entries, [campaign(windows=held, rests_on=[basis(printed, dated)])], internal)
    row = re.search(r"<dt>Căn cứ</dt> <dd>(.*?)</dd>", main_of(files, URL))
    assert row
    assert row[1] == (f'<a href="{href}">{text}</a>' if href else text)
    assert "xương rồng" not in main_of(files, URL)


def test_an_undated_basis_is_not_later_than_its_campaign() -> None:
    held = [window(BANNER, "2022-12-20", "2023-01-03")]
    plan = campaign(windows=held, rests_on=[basis("12/TB-UBND")])
    entries = [entry("x", printed="12/TB-UBND", signed=day) for day in ("2021-12-01", "2022-12-01", "2023-05-01")]
    files = ward_site(entries, [plan], today="2023-06-01")
    assert [url for url in links_of(main_of(files, URL)) if "12-tb" in url] == ["/bt/thong-bao/2022/12-tb-ubnd/"]
    assert "/dot/2022" not in main_of(files, "/thong-bao/2023/12-tb-ubnd/")


def test_a_notice_leads_to_the_campaigns_that_rest_on_it_once_each() -> None:
    plan = campaign(rests_on=[OURS], windows=[window(BANNER, "2022-05-01", "2022-05-02", OURS)])
    others = [
        campaign("khac", slogans=[Slogan(text="Chào mừng!", basis=OURS)]),
        campaign("khac-nua", windows=[window(BANNER, "2022-05-01", "2022-05-02", OURS)]),
    ]
    files = ward_site([entry("x", printed="12/TB-UBND"), entry("a")], [plan, *others])
    own = [href for href in links_of(main_of(files, "/thong-bao/2022/12-tb-ubnd/")) if "/dot/" in href]
    assert sorted(own) == [f"/bt{URL}", "/bt/lich/dot/khac-nua/", "/bt/lich/dot/khac/"]
    assert "/dot/" not in main_of(files, "/thong-bao/2022/a/")


def test_what_is_said_and_by_whom() -> None:
    plan = campaign(
        topics=["Phòng, chống dịch bệnh"],
        slogans=[Slogan(text="Nhiệt liệt chào mừng 132 năm … <vĩ đại>!", basis=OURS)],
        channels=[
            Channel(form=BANNER, detail="cổng chào"),
            Channel(form=RADIO, detail="6 giờ 30"),
            Channel(form=RADIO, detail="17 giờ"),
        ],
        lead="Công chức Văn hóa",
        units=["Tổ dân phố 1", "Mặt trận Tổ quốc"],
        events=[event("Họp", by="2022-05-05", audience="staff"), event("Tổng vệ sinh", by="2022-05-06")],
    )
    words = words_of(ward_site(campaigns=[plan]), URL)
    for told in (
        "Nội dung tuyên truyền Phòng, chống dịch bệnh",
        "Kênh tuyên truyền Đài truyền thanh cấp xã: 6 giờ 30; 17 giờ Cổ động trực quan Băng rôn: cổng chào",
        "Chủ trì Công chức Văn hóa Phối hợp Tổ dân phố 1; Mặt trận Tổ quốc",
        "Việc có ngày giờ Hạn chót thứ Năm 05/5/2022 · còn 4 ngày Họp Ai: Cán bộ, công chức Hạn chót thứ Sáu 06/5/2022",
    ):
        assert told in words
    page = main_of(ward_site(campaigns=[plan]), URL)
    assert '<q>Nhiệt liệt chào mừng 132 năm … <vĩ đại>!</q> <span class="count">(12/TB-UBND ngày 28/4/2022)' in page


def test_a_cancelled_campaign_says_so_and_asks_nothing() -> None:
    plan = campaign(cancelled=True, events=[event("Tổng vệ sinh", by="2022-05-06")])
    files = ward_site(campaigns=[plan])
    assert "Đợt tuyên truyền này đã hủy." in main_of(files, URL)
    assert "Tổng vệ sinh" not in main_of(files, URL) + main_of(files, "/viec-can-lam/")


def test_a_draft_has_no_page_and_a_preview_marks_it() -> None:
    plan = campaign(publish="draft", rests_on=[OURS])
    ours = asking("x", printed="12/TB-UBND")
    assert all("2022-05-ngay-le-lon" not in path for path in ward_site([ours], [plan]))
    assert "/dot/2022" not in main_of(ward_site([ours], [plan]), "/thong-bao/2022/12-tb-ubnd/")
    files = ward_site([ours], [plan], preview=True)
    assert "<strong>Bản nháp.</strong>" in main_of(files, URL)
    assert '<strong class="mark">Bản nháp</strong>' in main_of(files, "/lich/dot/")


def test_a_day_of_takedown_that_nobody_wrote_is_called_a_guess() -> None:
    windows = [window(BANNER, "2022-04-25", "2022-05-20", OURS)]
    words = words_of(ward_site(campaigns=[campaign(windows=windows, takedown="2022-05-21", guessed=True)]), URL)
    guess = "(tính theo ngày cuối của các hình thức cổ động trực quan; chưa có văn bản quy định)"
    assert f"Dự kiến tháo dỡ từ ngày 21/5/2022 {guess}" in words
    assert "chậm nhất" not in words


@pytest.mark.parametrize(
    ("days", "today", "told"),
    [
        (
            ("2022-05-01", "2022-05-07"),
            "2022-04-30",
            "Sắp tới · Các ngày kỷ niệm từ 01/5 đến 07/5/2022; thời gian treo: chờ thông báo",
        ),
        (
            ("2022-05-01", "2022-05-07"),
            "2022-05-07",
            "Đang diễn ra · Các ngày kỷ niệm từ 01/5 đến 07/5/2022; thời gian treo: chờ thông báo",
        ),
        (("2022-05-07",), "2022-05-07", "Đang diễn ra · Ngày kỷ niệm 07/5/2022; thời gian treo: chờ thông báo"),
        (("2021-12-22", "2022-05-07"), "2022-05-08", "Đã kết thúc · Các ngày kỷ niệm từ 22/12/2021 đến 07/5/2022 "),
    ],
)
def test_anniversaries_without_a_window_are_no_window(days: tuple[str, ...], today: str, told: str) -> None:
    files = ward_site(campaigns=[campaign(occasions=[marked("dien-bien-phu", day) for day in days])], today=today)
    assert told in f"{words_of(files, URL)} "
    assert told in f"{words_of(files, '/lich/dot/')} "
    assert ("chờ thông báo" in words_of(files, URL)) == (today < "2022-05-08")


def test_of_days_that_are_past_nobody_awaits_a_notice() -> None:
    occasions = [marked("quoc-te-lao-dong", "2022-05-01"), marked("dien-bien-phu", "2022-05-07")]
    plan = campaign(occasions=occasions, windows=[window(FLAG, "2022-04-29", "2022-05-02")])
    assert main_of(ward_site(campaigns=[plan], today="2022-05-03"), URL).count("chờ thông báo") == 1
    over = main_of(ward_site(campaigns=[plan], today="2022-05-08"), URL)
    assert ("chờ thông báo" in over, "không nêu căn cứ" in over) == (False, True)
