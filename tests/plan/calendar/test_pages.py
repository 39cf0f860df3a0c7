"""The calendar's pages: what a day holds, how a month and a year show it, and the page of a day of the year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from bulletin import knowledge, read
from bulletin.check.finished_markup import markup_of
from bulletin.check.identities import check_addresses
from bulletin.check.links import check_links
from bulletin.knowledge import load
from bulletin.model.anniversary import Anniversary, DayOff, Lunar, Solar
from bulletin.model.archive import Archive, Entry
from bulletin.model.campaign import Campaign
from bulletin.model.dispatch import KnownDispatch
from bulletin.model.notice import Erratum
from bulletin.model.occasion import OccasionSaid
from bulletin.model.publish import Publish
from bulletin.model.views.page import Files
from bulletin.plan.site import plan
from bulletin.render import render
from tests.conftest import ROOT, Ward
from tests.plan.calendar.asking import BANNER, FLAG, asking, basis, campaign, deadline, event, marked, window
from tests.plan.citing import NOWHERE, WARD, entry, known, main_of, mention, words_of

KNOWN = knowledge.load()


def calendar(
    entries: Sequence[Entry] = (),
    campaigns: Sequence[Campaign] = (),
    told: Sequence[KnownDispatch] = (),
    today: str = "2022-05-01",
    *,
    years: tuple[int, ...] = (),
    rows: Sequence[Anniversary] | None = None,
    off: Sequence[DayOff] | None = None,
) -> Files:
    """All files of a ward; `rows` and `off` stand for the common ones. Every link leads somewhere."""
    archive = Archive(
        entries=tuple(entries),
        pages=(),
        assets={},
        known=tuple(told),
        anniversaries=tuple(KNOWN.anniversaries.values() if rows is None else rows),
        days_off=tuple(KNOWN.days_off if off is None else off),
        campaigns=tuple(campaigns),
    )
    texts, static, _ = read.read_templates(ROOT / "templates")
    ward = replace(WARD, years=years)
    pages = plan(archive, ward, date.fromisoformat(today), static, load(), preview=False)
    assert check_addresses(pages) == ()
    files, faults = render(pages, texts, "templates")
    assert faults == ()
    assert check_links({path: markup_of(path, data) for path, data in files.items()}, ward, {}, {}) == ()
    return files


def cell(files: Files, day: str) -> str:
    """The cell of a day of 2022-05-07's form on the page of its month, as markup."""
    page = main_of(files, f"/lich/{day[:4]}/{day[5:7]}/")
    return next(found for found in re.findall(r"<td.*?</td>", page) if f'datetime="{day}"' in found)


def marks(files: Files, day: str) -> list[str]:
    """What the cell of a day says, one text a mark."""
    found = re.findall(r"<li[^>]*>(.*?)</li>", cell(files, day))
    return [" ".join(re.sub(r"<[^>]*>", "", text).split()) for text in found]


def of_the_day(files: Files, url: str, heading: str) -> list[str]:
    """What a list of days under a heading says of its days: the next ones, on /lich/ and on the front page."""
    section = main_of(files, url).partition(heading)[2].partition("</section>")[0]
    days = re.findall(r'<li(?: class="today")?> <p class="day">(.*?)(?:</ul>|</p>) </li>', section)
    return [" ".join(re.sub(r"<[^>]*>", " ", text).split()) for text in days]


# --- a day in the grid ---------------------------------------------------------------------------------------------


def test_a_day_tells_its_anniversary_with_count_and_scale_and_leads_to_its_page() -> None:
    files = calendar()
    assert marks(files, "2022-05-07") == ["68 năm Ngày Chiến thắng Điện Biên Phủ", "Treo cờ: chờ thông báo"]
    assert 'href="/bt/lich/ngay/07-05/"' in cell(files, "2022-05-07")
    assert "70 năm Ngày Chiến thắng Điện Biên Phủ (năm tròn)" in marks(calendar(today="2024-05-01"), "2024-05-07")
    assert "75 năm Ngày Chiến thắng Điện Biên Phủ (năm lẻ 5)" in marks(calendar(years=(2029,)), "2029-05-07")


def test_lunar_feasts_and_days_of_the_world_are_not_counted() -> None:
    files = calendar()
    assert marks(files, "2022-04-10") == ["Nghỉ lễ", "Ngày Giỗ Tổ Hùng Vương"]  # past: no notice is awaited any more
    assert marks(files, "2022-05-31") == ["Ngày Thế giới không thuốc lá"]


def test_a_lunar_day_stands_beside_the_solar_one() -> None:
    files = calendar(years=(2023,))
    assert "mùng 1/4 âm lịch" in cell(files, "2022-05-01")
    assert "</span>1/4</span>" in cell(files, "2022-05-01")
    assert "· 7/4 âm lịch" in cell(files, "2022-05-07")
    assert "</span>7</span>" in cell(files, "2022-05-07")
    assert "rằm 15/4 âm lịch" in cell(files, "2022-05-15")
    assert "</span>rằm 15</span>" in cell(files, "2022-05-15")
    assert "1/2 nhuận âm lịch" in cell(files, "2023-03-22")
    # The first of a solar month says the lunar month too.
    assert "</span>3/5</span>" in cell(files, "2022-06-01")
    assert "</span>4</span>" in cell(files, "2022-06-02")


def test_days_off_tell_how_sure_they_are() -> None:
    rows = [
        DayOff(on=date(2022, 5, d), name=name, kind=kind, status=status, basis="", sources=())
        for d, name, kind, status in (
            (4, "Quốc khánh", "statutory", "confirmed"),
            (5, "Mùng 1 Tết", "statutory", "estimated"),
            (6, "Nghỉ hoán đổi", "swap-off", "to-confirm"),
            (8, "Làm bù cho ngày 06/5/2022", "swap-work", "to-confirm"),
            (1, "Ngày Quốc tế Lao động", "statutory", "confirmed"),
        )
    ]
    files = calendar(off=rows)
    assert marks(files, "2022-05-04") == ["Nghỉ: Quốc khánh"]
    assert marks(files, "2022-05-05") == ["Nghỉ: Mùng 1 Tết (dự kiến)"]
    assert marks(files, "2022-05-06") == ["Nghỉ hoán đổi (chờ văn bản chính thức)"]
    assert marks(files, "2022-05-08") == ["Đi làm bù cho ngày 06/5/2022 (chờ văn bản chính thức)"]
    # Its name stands beside it already.
    assert marks(files, "2022-05-01")[:2] == ["Nghỉ lễ", "136 năm Ngày Quốc tế Lao động"]


def test_tasks_stand_on_the_days_on_which_they_are_due_begin_or_end() -> None:
    notice = asking(
        "a",
        events=[
            event("nộp hồ sơ", by="2022-05-05"),
            event("tiêm phòng cho chó", starts="2022-05-09", ends="2022-05-11", hours="8h - 11h", where="Nhà văn hóa"),
            event("bầu ban quản trị", starts="2022-05-12", ends="2022-05-12"),
            event("tổng vệ sinh", rrule="FREQ=WEEKLY;BYDAY=SA", every="sáng thứ 7 hàng tuần"),
        ],
    )
    files = calendar([notice])
    assert marks(files, "2022-05-05") == ["Hạn chót: Nộp hồ sơ"]
    assert marks(files, "2022-05-09") == ["8h–11h, đến hết 11/5 · Nhà văn hóa: Tiêm phòng cho chó"]
    assert marks(files, "2022-05-10") == marks(files, "2022-05-11") == []
    assert marks(files, "2022-05-12") == ["Bầu ban quản trị"]
    assert f'href="/bt/thong-bao/{notice.notice.key}/"' in cell(files, "2022-05-05")
    assert "Sáng thứ 7 hàng tuần: Tổng vệ sinh" in words_of(files, "/lich/2022/05/")
    assert "Tổng vệ sinh" not in words_of(files, "/lich/2022/03/")


def test_what_a_machine_has_read_says_so() -> None:
    files = calendar([asking("a", deadline(by="2022-05-05"), title="Kết luận")])
    assert marks(files, "2022-05-05") == ["Hạn chót: Kết luận* (máy đọc)"]
    for path in ("/lich/2022/05/", "/lich/", "/"):
        assert words_of(files, path).count("chưa có người xác nhận") == 1, path
        assert "máy đọc" not in words_of(calendar([asking("a", events=[event("Nộp", by="2022-05-05")])]), path)


def test_only_three_notices_of_a_day_have_room() -> None:
    files = calendar([entry(f"viec-{i}", signed="2022-04-28") for i in range(5)])
    assert len(marks(files, "2022-04-28")) == 4
    assert marks(files, "2022-04-28")[-1] == "và 2 thông báo nữa"
    assert 'href="/bt/thong-bao/2022/04/"' in cell(files, "2022-04-28")


def test_flags_are_official_only_with_a_notice_and_over_the_end_of_a_year() -> None:
    tet = campaign(
        "2022-12-tet",
        title="Mừng Đảng, mừng Xuân",
        windows=[
            window(FLAG, "2022-12-31", "2023-01-02", basis("90/KH-UBND", "2022-12-01")),
            window(BANNER, "2022-12-20", "2023-01-03", basis("90/KH-UBND", "2022-12-01")),
        ],
    )
    files = calendar(campaigns=[tet])
    for day in ("2022-12-31", "2023-01-02"):
        assert marks(files, day)[-1] == "Treo cờ", day
        assert 'href="/bt/lich/dot/2022-12-tet/"' in cell(files, day)
    assert marks(files, "2023-01-01") == ["Nghỉ lễ", "Tết Dương lịch", "Treo cờ"]
    assert marks(files, "2022-12-21") == marks(files, "2023-01-03") == []
    wish = replace(tet, windows=(window(FLAG, "2022-12-31", "2023-01-02"),))
    assert marks(calendar(campaigns=[wish]), "2022-12-31") == []
    assert marks(calendar(campaigns=[wish]), "2023-01-01")[-1] == "Treo cờ: chờ thông báo"


# --- days that are not in every year -------------------------------------------------------------------------------


def test_the_29th_of_february_is_kept_on_the_28th_in_a_common_year() -> None:
    on = Solar(month=2, day=29)
    leap = Anniversary(id="nhuan", name="Ngày Nhuận", on=on, origin="1996-02-29", kinds=("local",), verified=True)
    files = calendar(rows=[leap], years=(2024,), off=())
    assert marks(files, "2022-02-28") == ["26 năm Ngày Nhuận"]
    assert marks(files, "2024-02-29") == ["28 năm Ngày Nhuận"]
    assert marks(files, "2024-02-28") == []
    assert 'href="/bt/lich/ngay/29-02/"' in cell(files, "2022-02-28")
    assert "Năm không nhuận thì tính ngày 28/2" in words_of(files, "/lich/ngay/29-02/")
    assert "2022 Thứ Hai, 28/2/2022 (28/1 âm lịch) 26 năm khác" in words_of(files, "/lich/ngay/29-02/")


def test_a_lunar_day_may_come_twice_in_a_solar_year_or_never() -> None:
    """20/11 âm lịch: on 8/1/2026 and again on 28/12/2026; in 2025 on no day."""
    feast = Anniversary(id="hoi", name="Hội làng", on=Lunar(month=11, day=20), kinds=("local",))
    files = calendar(rows=[feast], years=(2025, 2026), off=())
    page = words_of(files, "/lich/ngay/20-11-am-lich/")
    assert "Ngày 20/11 âm lịch" in page
    assert "2025 không có" in page
    assert "2026 Thứ Năm, 08/1/2026 ; Thứ Hai, 28/12/2026" in page
    assert marks(files, "2026-01-08") == marks(files, "2026-12-28") == ["Hội làng"]
    assert "Hội làng" not in words_of(files, "/lich/2025/")


def test_all_that_a_day_marks_is_told() -> None:
    files = calendar()
    names = [
        "77 năm Ngày Cách mạng tháng Tám thành công",
        "77 năm Ngày truyền thống Công an nhân dân Việt Nam",
        "17 năm Ngày hội Toàn dân bảo vệ an ninh Tổ quốc",
    ]
    assert marks(files, "2022-08-19")[:3] == names
    page = words_of(files, "/lich/ngay/19-08/")
    assert all(name.partition(" năm ")[2] in page for name in names)


@pytest.mark.parametrize("year", [1968, 2100])
def test_the_first_and_the_last_year_of_the_calendar_build(year: int) -> None:
    files = calendar(years=(year,))
    assert f"Lịch năm {year}" in words_of(files, f"/lich/{year}/")
    assert "lich/1967/index.html" not in files
    assert "lich/2101/index.html" not in files
    assert f"31/12/{year}" in words_of(files, f"/lich/{year}/12/")


def test_a_site_built_after_the_last_year_still_has_its_years() -> None:
    files = calendar([entry("a")], today="2101-02-01")
    assert "lich/2022/05/index.html" in files
    page = words_of(files, "/lich/")
    assert "7 ngày tới Trong những ngày này lịch không ghi" in page


# --- a year --------------------------------------------------------------------------------------------------------


def test_a_year_lists_its_days_by_both_calendars_and_leads_to_its_neighbours() -> None:
    files = calendar(years=(2020,))
    page = words_of(files, "/lich/2022/")
    assert "07/5 (7/4 âl) 68 năm Ngày Chiến thắng Điện Biên Phủ" in page
    assert "03/5 (3/4 âl) Nghỉ bù Ngày Quốc tế Lao động (dự kiến)" in page
    markup = main_of(files, "/lich/2022/")
    assert [f"/bt/lich/2022/{month:02}/" in markup for month in range(1, 13)] == [True] * 12
    assert re.findall(r'rel="(prev|next)" href="([^"]*)"', markup) == [
        ("prev", "/bt/lich/2020/"),
        ("next", "/bt/lich/2023/"),
    ]
    assert re.findall(r'rel="(\w+)"', main_of(files, "/lich/2020/")) == ["next"]


# --- what comes next -----------------------------------------------------------------------------------------------


def test_the_next_week_stands_first_and_the_days_after_it_are_folded() -> None:
    files = calendar(today="2026-11-23")
    page = words_of(files, "/lich/")
    assert (
        page.index("7 ngày tới") < page.index("Xem tiếp đến hết thứ Ba, 22/12/2026") < page.index("Tháng 11 năm 2026")
    )
    days = of_the_day(files, "/lich/", "7 ngày tới")
    assert days[0].startswith("Hôm nay Thứ Hai, 23/11/2026 · rằm 15/10 âm lịch 86 năm Ngày Nam Kỳ khởi nghĩa")
    assert days[1] == "Ngày mai Thứ Ba, 24/11/2026 · 16/10 âm lịch Nghỉ lễ 80 năm Ngày Văn hóa Việt Nam (năm tròn)"
    assert "67 năm Ngày Lâm nghiệp Việt Nam (chưa đối chiếu)" in next(day for day in days if "28/11/2026" in day)
    of_2024 = of_the_day(calendar(today="2024-04-23"), "/lich/", "7 ngày tới")
    assert any("Nghỉ hoán đổi (chờ văn bản chính thức)" in day for day in of_2024)
    week, later = main_of(files, "/lich/").partition("</section>")[0].split("<details>")
    assert re.findall(r'class="day">.*?datetime="([^"]*)"', week)[-1] < "2026-11-30"
    assert re.findall(r'class="day">.*?datetime="([^"]*)"', later)[-1] == "2026-12-22"  # the 30th day


def test_what_comes_once_a_week_stands_on_its_next_day_and_what_comes_daily_does_not() -> None:
    weekly = event("Phiên chợ", starts="2022-05-01", rrule="FREQ=WEEKLY;BYDAY=SA", every="thứ Bảy hằng tuần")
    daily = event("Thu rác", starts="2022-05-01", rrule="FREQ=DAILY", every="hằng ngày")
    files = calendar([asking("a", events=[weekly, daily])], today="2022-05-05")
    days = of_the_day(files, "/lich/", "7 ngày tới")
    assert ["Phiên chợ" in day for day in days if "07/5/2022" in day] == [True]
    assert sum("Phiên chợ" in day for day in days) == 1
    assert not any("Thu rác" in day for day in days)


def test_today_is_said_in_words_and_is_marked_once_in_each_list() -> None:
    files = calendar(today="2022-08-20")
    assert of_the_day(files, "/lich/", "7 ngày tới")[0].startswith("Hôm nay Thứ Bảy, 20/8/2022")
    assert "Lịch không ghi việc gì cho ngày này." in words_of(files, "/lich/")
    now = '<time datetime="2022-08-20" aria-current="date">'
    assert main_of(files, "/lich/").count(now) == 2  # of the week, and of the month below it
    assert main_of(files, "/lich/2022/08/").count(now) == 1
    assert "Hôm nay" in cell(files, "2022-08-20")
    assert "Ngày mai" in cell(files, "2022-08-21")
    assert 'aria-current="date"' not in main_of(files, "/lich/2022/09/")


def test_what_lasts_is_told_once() -> None:
    """On its first day; what has begun before the page does, apart from its days or, in a month, on its last day."""
    lasting = [
        event("Bán hồ sơ", starts="2022-05-03", ends="2022-05-20"),
        event("Niêm yết", starts="2022-04-20", ends="2022-05-04"),
        event("Cấm đường", starts="2022-03-01", ends="2022-07-01"),
    ]
    files = calendar([asking("a", events=lasting)])
    page = words_of(files, "/lich/").partition("Tháng 5 năm 2022")[0]
    assert [page.count(what) for what in ("Bán hồ sơ", "Niêm yết", "Cấm đường")] == [1, 1, 1]
    assert page.index("Đến hết 20/5: Bán hồ sơ") < page.index("Đang diễn ra")
    assert page.index("Đang diễn ra") < page.index("Đến hết thứ Tư 04/5: Niêm yết") < page.index("Cấm đường")
    assert marks(files, "2022-05-04") == ["Ngày cuối: Niêm yết"]
    month = words_of(files, "/lich/2022/05/")
    assert [month.count(what) for what in ("Bán hồ sơ", "Niêm yết", "Cấm đường")] == [1, 1, 1]
    for of, told in (("05", 1), ("04", 1), ("06", 1), ("07", 1), ("08", 0)):
        assert words_of(files, f"/lich/2022/{of}/").count("Cấm đường") == told, of
    assert "Ngày cuối: Niêm yết" in words_of(files, "/")


def test_what_would_stand_on_three_days_is_told_on_the_first_with_the_others() -> None:
    def on(*days: str) -> Entry:
        return asking("a", events=[event("Tiêm phòng", starts=f"2022-05-{d}", ends=f"2022-05-{d}") for d in days])

    twice, often = calendar([on("05", "06")]), calendar([on("05", "06", "09")])
    assert marks(twice, "2022-05-05") == marks(twice, "2022-05-06") == ["Tiêm phòng"]
    assert marks(often, "2022-05-05") == ["Tiêm phòng (cũng vào 06/5 và 09/5)"]
    assert marks(often, "2022-05-06") == marks(often, "2022-05-09") == []
    assert words_of(often, "/lich/").partition("Tháng 5 năm 2022")[0].count("Tiêm phòng") == 1
    due = [
        deadline(f"trước 17h ngày {d}/5", by=f"2022-05-{d}", before=f"Việc {d} rất khác ") for d in ("05", "06", "09")
    ]
    assert [marks(calendar([asking("a", *due)]), f"2022-05-{d}") for d in ("05", "06", "09")] == [
        ["Hạn chót: Việc a* (máy đọc)"]
    ] * 3


def test_of_what_comes_again_the_nearest_stands_first_and_two_hours_of_one_rule_are_one_line() -> None:
    weekly = [
        event("Thu rác", rrule=f"FREQ=WEEKLY;BYDAY={day}", every=every, hours=hours)
        for day, every, hours in (("FR", "thứ 6", ""), ("TU", "thứ 3", "7h - 9h"), ("TU", "thứ 3", "14h"))
    ]
    page = words_of(calendar([asking("a", events=weekly)]), "/lich/").partition("Lặp lại")[2]
    assert page.startswith(" Thứ 3, 7h–9h và 14h: Thu rác Thứ 6: Thu rác ")


def test_what_has_an_hour_stands_by_it_before_what_has_none() -> None:
    on = {"starts": "2022-05-05", "ends": "2022-05-05"}
    asked = [event("C", **on), event("B", hours="14 giờ", **on), event("A", hours="7h30 - 9h", **on)]
    assert marks(calendar([asking("a", events=asked)]), "2022-05-05") == ["7h30–9h: A", "14h: B", "C"]


def of_the_front_page(files: Files) -> list[str]:
    """The days that it lists, of today and tomorrow and of the week after them."""
    told = [*of_the_day(files, "/", "Hôm nay và ngày mai"), *of_the_day(files, "/", "Trong 7 ngày tới")]
    return [day.partition(" ·")[0] for day in told]


def test_the_front_page_leaves_days_of_branches_out_where_there_is_more() -> None:
    files = calendar(today="2026-11-23")
    assert of_the_front_page(files) == [
        "Hôm nay Thứ Hai, 23/11/2026",
        "Ngày mai Thứ Ba, 24/11/2026",
        "Thứ Tư, 25/11/2026",
    ]
    assert "Thanh tra" not in words_of(files, "/")
    assert of_the_front_page(calendar(today="2022-10-14")) == [
        "Hôm nay Thứ Sáu, 14/10/2022",
        "Ngày mai Thứ Bảy, 15/10/2022",
        "Chủ nhật, 16/10/2022",
    ]


def test_six_subscriptions_are_offered() -> None:
    page = main_of(calendar(), "/lich/")
    offered = re.findall(r'<strong>([^<]*)</strong>: <a href="webcal://[^"]*/bt/lich/([a-z-]+)\.ics"', page)
    assert [(topic, name) for name, topic in offered] == [
        ("ngay-nghi", "Ngày nghỉ"),
        ("ngay-ky-niem", "Ngày kỷ niệm"),
        ("treo-co", "Ngày treo cờ"),
        ("dot-tuyen-truyen", "Đợt tuyên truyền"),
        ("viec-can-lam", "Việc cần làm"),
        ("tat-ca", "Tất cả"),
    ]


# --- a day of the year ---------------------------------------------------------------------------------------------


def test_a_day_of_the_year_tells_what_is_known_and_what_is_not() -> None:
    files = calendar(years=(2024,))
    page = words_of(files, "/lich/ngay/07-05/")
    assert "Ngày 07/5 Ngày Chiến thắng Điện Biên Phủ" in page
    assert "Tính từ ngày 07/5/1954" in page
    assert "ngày lễ lớn (Nghị định 145/2013/NĐ-CP)" in page
    assert "2022 Thứ Bảy, 07/5/2022 (7/4 âm lịch) 68 năm khác" in page
    assert "2024 Thứ Ba, 07/5/2024 (29/3 âm lịch) 70 năm tròn" in page
    assert "Chưa đối chiếu đủ nguồn" not in page
    assert "Chưa đối chiếu đủ nguồn" in words_of(files, "/lich/ngay/08-03/")
    assert "Chưa đối chiếu" not in words_of(files, "/lich/ngay/05-01/")
    assert "Các nguồn ghi khác nhau" in words_of(files, "/lich/ngay/18-05/")
    # What is in use officially is told without the remarks that are for editors.
    birthday = words_of(files, "/lich/ngay/19-05/")
    assert "Các nguồn" not in birthday
    assert "nhà nghiên cứu" not in birthday
    assert "LuatVietnam" not in page
    assert "Ngày cuối năm âm lịch" in words_of(files, "/lich/ngay/cuoi-nam-am-lich/")


@pytest.mark.parametrize(
    ("origin", "told"),
    [("1954-05-07", "Tính từ ngày 07/5/1954"), ("1972-12", "Tính từ tháng 12/1972"), ("0040", "Tính từ năm 40")],
)
def test_an_origin_has_its_own_precision(origin: str, told: str) -> None:
    row = Anniversary(id="a", name="Ngày A", on=Solar(month=5, day=7), origin=origin)
    assert told in words_of(calendar(rows=[row]), "/lich/ngay/07-05/")


def said(before: str, after: str, ordinal: int | None = 68) -> OccasionSaid:
    return OccasionSaid(
        ordinal=ordinal,
        name="Ngày Chiến thắng Điện Biên Phủ",
        origin="1954-05",
        observed="--05-07",
        anniversary="dien-bien-phu",
        sentence=(before, "68 năm Ngày Chiến thắng Điện Biên Phủ", after),
        place=NOWHERE,
        span=(0, 0),
    )


def test_a_day_of_the_year_shows_who_tells_of_it_and_what_they_state() -> None:
    page = words_of(calendar([asking("a", occasions=[said("Tuyên truyền ", " trên loa.")])]), "/lich/ngay/07-05/")
    assert "Việc a 28/4/2022 Tuyên truyền 68 năm Ngày Chiến thắng Điện Biên Phủ trên loa." in page
    assert "Thông báo ghi: 68 năm, từ 5/1954 đến 07/5." in page


def test_beside_an_internal_paper_only_the_name_is_shown() -> None:
    paper = mention("118-CV/BTGQU")
    notice = asking("a", occasions=[said("Theo Công văn 118-CV/BTGQU về mật, ", " như vậy.")], mentions=[paper])
    rows = [known("118-CV/BTGQU", "2022-04-15", issuer="Ban Tuyên giáo Quận ủy", list_only=True)]
    page = words_of(calendar([notice], told=rows), "/lich/ngay/07-05/")
    assert "68 năm Ngày Chiến thắng Điện Biên Phủ" in page
    assert "về mật" not in page
    assert "như vậy" not in page
    assert "về mật" in words_of(calendar([notice]), "/lich/ngay/07-05/")


# --- what is hidden ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("publish", ["draft", "internal"])
def test_hidden_notices_and_campaigns_leave_the_calendar_as_it_is(publish: Publish) -> None:
    own = basis("90/KH-UBND", "2022-04-01")
    notice = asking(
        "xuongrong",
        title="Việc xuongrong",
        publish=publish,
        events=[event("xuongrong", by="2022-05-05")],
        occasions=[said("Xuongrong ", "")],
        signed="2019-04-28",
    )
    plan_ = campaign(
        "xuongrong",
        publish=publish,
        title="Đợt xuongrong",
        occasions=[marked("dien-bien-phu", "2022-05-07")],
        windows=[window(FLAG, "2022-05-06", "2022-05-08", own)],
    )
    assert calendar([notice], [plan_]) == calendar()


def test_flags_that_a_notice_asks_for_are_not_awaited() -> None:
    flags = event("Treo cờ Tổ quốc", starts="2022-05-06", ends="2022-05-08")
    assert "Treo cờ: chờ thông báo" in marks(calendar(), "2022-05-07")
    assert "Treo cờ: chờ thông báo" not in marks(calendar([asking("a", events=[flags])]), "2022-05-07")


def test_an_erratum_stands_beside_what_a_day_quotes() -> None:
    slip = Erratum(says="67 năm Ngày Chiến thắng", should="68 năm Ngày Chiến thắng", note="", place=NOWHERE)
    quoted = said("Kỷ niệm ", ".", 67)
    wrong = replace(quoted, sentence=("Kỷ niệm ", "67 năm Ngày Chiến thắng Điện Biên Phủ", "."))
    page = words_of(calendar([asking("a", occasions=[wrong], errata=[slip])]), "/lich/ngay/07-05/")
    assert "Trong thông báo viết: “67 năm Ngày Chiến thắng”. Đúng ra là: “68 năm Ngày Chiến thắng”." in page


def test_a_year_without_known_days_off_says_so() -> None:
    files = calendar(years=(2035,))
    assert "chưa có lịch nghỉ của năm này" in words_of(files, "/lich/2035/")
    assert "chưa có lịch nghỉ của năm này" in words_of(files, "/lich/2035/05/")
    assert "chưa có lịch nghỉ" not in words_of(files, "/lich/2022/")


def test_what_goes_on_without_an_end_is_not_told_of_far_years() -> None:
    weekly = event("Tổng vệ sinh", rrule="FREQ=WEEKLY;BYDAY=SA", every="sáng thứ 7 hàng tuần")
    files = calendar([asking("a", events=[weekly])], years=(2050,))
    assert "Tổng vệ sinh" in words_of(files, "/lich/2023/05/")
    assert "Tổng vệ sinh" not in words_of(files, "/lich/2050/05/")


def test_what_a_notice_that_is_over_asked_every_week_is_told_with_its_end(ward: Ward) -> None:
    weekly = "[{what: thu gom rác, every: Chủ nhật hàng tuần}]"
    ward.notice("cu", number="20/TB-UBND", date="02/4/2022", events=weekly)
    ward.notice("moi", number="30/TB-UBND", date="28/4/2022", relations="[{relation: thay thế, number: 20/TB-UBND}]")
    month = ward.text("lich/2022/04/index.html", today="2022-05-01")
    assert ">Thu gom rác</a> <small>(đến hết ngày 27/4/2022)" in month
    for path in ("lich/index.html", "lich/2022/05/index.html", "viec-can-lam/index.html"):
        assert "Thu gom rác" not in ward.text(path, today="2022-05-01"), path


def test_a_month_tells_of_a_rule_its_bounds_and_the_days_that_it_leaves_out_and_no_empty_month(ward: Ward) -> None:
    asked = "[{what: thu gom rác, every: ngày 05 và ngày 20 hàng tháng, from: 20/4/2022, to: 05/8/2022, except: [20/5/2022, 05/7/2022, 20/7/2022]}]"
    ward.notice("a", date="28/3/2022", events=asked)
    notes = {
        month: re.findall(r"Thu gom rác</a>(?: <small>\(([^)]*)\))?", ward.text(f"lich/2022/{month:02}/index.html"))
        for month in range(3, 10)
    }
    assert notes == {
        3: [], 4: ["từ ngày 20/4/2022"], 5: ["trừ ngày 20/5/2022"], 6: [""], 7: [], 8: ["đến hết ngày 05/8/2022"], 9: [],
    }  # fmt: skip


def test_a_rule_that_is_worn_out_stands_in_no_month() -> None:
    weekly = deadline("sáng thứ 7 hàng tuần", rrule="FREQ=WEEKLY;BYDAY=SA")
    made = calendar([asking("a", weekly)], today="2023-06-01")
    for year, count in ((2022, 1), (2023, 1), (2024, 0)):
        assert main_of(made, f"/lich/{year}/05/").count("Sáng thứ 7 hàng tuần:") == count


def test_a_window_without_an_end_stands_on_its_first_day() -> None:
    open_ = deadline("từ ngày 20/5 cho đến khi có thông báo mới", starts="2022-05-20", before="Cấm xe qua cầu ")
    page = words_of(calendar([asking("a", replace(open_, kind="window"))]), "/lich/2022/05/")
    assert page.count("Bắt đầu, cho đến khi có thông báo mới: Việc a") == 1
    assert "Ngày cuối" not in page


def test_a_notice_stands_on_the_day_it_came_and_says_so(ward: Ward) -> None:
    ward.notice("a", title="Cắt điện ngày 16/5/2022", date="12/5/2022")
    assert ">Ra thông báo: Cắt điện ngày 16/5/2022</a>" in ward.text("lich/2022/05/index.html", today="2022-05-12")
