"""Pages of cited documents: what they say, in which order, and what they must not say."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bulletin.model.dispatch import Mention
from bulletin.model.issuer import Body
from bulletin.model.source import Asset
from bulletin.model.views.page import Files
from bulletin.plan.desk.over_pages import LEAST, PER_PAGE
from bulletin.words.papers.body_names import one_body
from tests.plan.citing import OURS, QUAN_UY, entry, known, links_of, main_of, mention, site, text_of, words_of

TOKEN = "xuongrong"


def everything(files: Files) -> str:
    return "\n".join(files) + "\n".join(
        d.decode(errors="replace") if isinstance(d, bytes) else d.path for d in files.values()
    )


def test_a_page_tells_what_the_paper_is_and_where_it_is_cited() -> None:
    files = site(
        [
            entry("a", mention("595-CV/QU", subject="tuyên truyền", relation="thực hiện"), title="Việc cũ"),
            entry("b", mention("595-CV/QU", before="Theo Công văn "), title="Việc mới", signed="2022-04-29"),
        ],
        today="2025-07-01",
    )
    page = main_of(files, "/van-ban/595-cv-qu-2022/")
    assert '<h1>Công văn số <span class="whole">595-CV/QU</span></h1>' in page
    assert '<a href="/bt/van-ban/co-quan/quan-uy-long-bien/">Quận ủy Long Biên</a>' in page
    assert '<time datetime="2022-04-15">15/4/2022</time>' in page
    assert "<dt>Nội dung</dt> <dd>tuyên truyền</dd>" in page
    assert (
        'Thực hiện Công văn số <a href="/bt/thong-bao/2022/a/#dan:1"><mark>595-CV/QU</mark></a> về việc chung.' in page
    )
    assert "Tin cho người dân · 28/4/2022 · thực hiện" in words_of(files, "/van-ban/595-cv-qu-2022/")
    assert page.index("Việc mới") < page.index("Việc cũ")
    assert "suy đoán" not in page


@pytest.mark.parametrize(("today", "told"), [("2025-06-30", False), ("2025-07-01", True)])
def test_that_a_body_is_no_more_is_told_from_that_day_on(today: str, told: bool) -> None:
    files = site([entry("a", mention("595-CV/QU"))], today=today)
    note = "Cơ quan này đã kết thúc hoạt động từ ngày 01/7/2025; nơi tiếp nhận: phường Thử, phường Mẫu"
    for url in ("/van-ban/595-cv-qu-2022/", "/van-ban/co-quan/quan-uy-long-bien/"):
        assert (note in re.sub(" ,", ",", words_of(files, url))) is told


@pytest.mark.parametrize(
    ("body", "note"),
    [
        (
            Body(name="Ban A", until=date(2025, 3, 1), about="2025-02", sure=False),
            "hoạt động trong tháng 02/2025 (chưa đối chiếu).",
        ),
        (
            Body(name="Ban A", until=date(2025, 7, 1), next=("Ban B",), renamed=True),
            "mang tên khác từ ngày 01/7/2025; nay là: Ban B.",
        ),
    ],
)
def test_an_end_is_told_as_it_is_known(body: Body, note: str) -> None:
    page = words_of(site([entry("a", mention("595-CV/QU", body=body))], today="2026-01-01"), "/van-ban/595-cv-qu-2022/")
    assert note in page


def test_a_follower_that_is_cited_too_and_a_body_that_issues_here_are_links() -> None:
    heir = Body(name=OURS)
    body = replace(QUAN_UY, next=(OURS, "phường Mẫu"))
    cited = mention("9/QĐ-UBND", "2022-04-01", kind="Quyết định", body=heir, issuer="UBND phường")
    files = site([entry("a", mention("595-CV/QU", body=body), cited)], today="2026-01-01")
    url = "/bt/van-ban/co-quan/uy-ban-nhan-dan-phuong-thu/"
    assert f'nơi tiếp nhận: <a href="{url}">{OURS}</a>, phường Mẫu' in main_of(files, "/van-ban/595-cv-qu-2022/")
    assert "/bt/co-quan/uy-ban-nhan-dan-phuong-thu/" in links_of(main_of(files, url.removeprefix("/bt")))


def test_a_guess_is_one_only_when_every_mention_guesses() -> None:
    guess = mention("117-CV/BTGQU", "2022-04-20", guessed=["date", "issuer"], why="lấy theo văn bản liền sau")
    sure = mention("117-CV/BTGQU", "2022-04-21")
    page = words_of(site([entry("a", guess)]), "/van-ban/117-cv-btgqu-2022/")
    assert "ngày suy đoán, cơ quan suy đoán : lấy theo văn bản liền sau" in page
    both = words_of(site([entry("a", guess, guess), entry("b", sure)]), "/van-ban/117-cv-btgqu-2022/")
    assert "suy đoán" not in both
    assert "21/4/2022" in both


def test_a_mention_without_a_day_does_not_make_another_ones_guess_certain() -> None:
    dayless = mention("117-CV/BTGQU", "", guessed=["period"])
    guess = mention("117-CV/BTGQU", "2022-04-20", guessed=["date"])
    page = words_of(site([entry("a", dayless), entry("b", guess)]), "/van-ban/117-cv-btgqu-2022/")
    assert "20/4/2022" in page
    assert "ngày suy đoán" in page
    assert "không rõ ngày" in words_of(site([entry("a", dayless)]), "/van-ban/117-cv-btgqu-2022/")


def test_the_number_is_shown_as_most_print_it() -> None:
    rows = [mention("595 - CV/QU"), mention("595-CV/QU"), mention("595-CV/QU")]
    assert '<h1>Công văn số <span class="whole">595-CV/QU</span></h1>' in main_of(
        site([entry(str(i), m) for i, m in enumerate(rows)]), "/van-ban/595-cv-qu-2022/"
    )


def test_a_paper_of_ours_cited_without_its_day_has_the_day_of_our_notice_as_a_guess() -> None:
    cited = mention("11/KH-UBND", "", kind="Kế hoạch", body=None, issuer="", guessed=["period"])
    ours = entry("ours", printed="11/KH-UBND", signed="2022-04-20", title="Tổng vệ sinh")
    files = site([ours, entry("a", cited)])
    row = main_of(files, "/van-ban/")
    assert 'ngày <time datetime="2022-04-20">' in row
    assert "ngày suy đoán" in row
    assert '<span class="subject">Tổng vệ sinh</span>' in row
    page = main_of(files, "/van-ban/11-kh-ubnd-2022/")
    assert '<span class="guess">ngày suy đoán, cơ quan suy đoán</span>: ngày lấy theo thông báo đã đăng' in page


def test_many_citing_notices_are_folded_and_all_are_there() -> None:
    files = site([entry(f"a{i}", mention("595-CV/QU")) for i in range(23)])
    shown, _, folded = main_of(files, "/van-ban/595-cv-qu-2022/").partition("<details>")
    assert shown.count("<blockquote>") == 10
    assert "Xem 13 thông báo nữa" in folded
    assert folded.count("<blockquote>") == 13


def test_what_the_ward_knows_stands_on_the_page() -> None:
    asset = Asset(path="files/595.pdf", disk=Path("x"), size=2500, sha256="ab" * 32)
    row = known(
        "595-CV/QU",
        "2022-04-16",
        issuer="Quận ủy Long Biên",
        subject="tên đúng",
        link="https://vb.example/595",
        file="files/595.pdf",
    )
    cited = mention("595-CV/QU", "2022-04-15", subject="tên nói tắt", guessed=["date"])
    files = site([entry("a", cited)], [row], assets={asset.path: asset})
    page = main_of(files, "/van-ban/595-cv-qu-2022/")
    assert '<a href="https://vb.example/595">Văn bản chính thức</a> (vb.example)' in page
    assert '<a href="/bt/files/595.pdf">Công văn số 595-CV/QU</a> (2,5 KB)' in page
    assert files["files/595.pdf"] == asset
    assert "tên đúng" in page
    assert "tên nói tắt" not in page
    assert "16/4/2022" in page
    assert "suy đoán" not in page


def test_a_row_of_another_year_or_another_body_is_another_paper() -> None:
    cited = mention("12/KH-UBND", kind="Kế hoạch", body=Body(name="Ủy ban nhân dân quận Long Biên"), issuer="UBND quận")
    others = [
        known("12/KH-UBND", "2021-04-15", subject=TOKEN),
        known("12/KH-UBND", "2022-04-15", issuer="UBND phường Thử", subject=TOKEN),
    ]
    assert TOKEN not in everything(site([entry("a", cited)], others))
    own = known("12/KH-UBND", "2022-04-15", issuer="UBND quận Long Biên", subject="của quận")
    assert "của quận" in main_of(site([entry("a", cited)], [*others, own]), "/van-ban/12-kh-ubnd-2022/")


def test_an_internal_paper_leaves_number_type_date_and_issuer_only() -> None:
    secret = mention(
        "118-CV/BTGQU",
        "2022-04-20",
        subject=f"gửi {TOKEN}",
        relation="thực hiện",
        before="Công văn số 595-CV/QU ngày 15/4/2022; Công văn số ",
        after=f" ngày 20/4/2022 về việc gửi {TOKEN}; Công văn số 573-CV/QU về thi.",
    )
    first = mention(
        "595-CV/QU",
        after=f" ngày 15/4/2022; Công văn số 118-CV/BTGQU ngày 20/4/2022 về việc gửi {TOKEN}; và 573-CV/QU.",
    )
    whole = mention(
        "573-CV/QU",
        before=f"Công văn số 118-CV/BTGQU ngày 20/4/2022 về việc gửi {TOKEN}; Công văn số ",
        after=" về thi.",
    )
    # A long sentence comes without its beginning, and so without the number of the internal paper.
    cut = replace(whole, sentence=(f"…việc gửi {TOKEN}; Công văn số ", "573-CV/QU", " về thi."))
    row = known(
        "118-CV/BTGQU",
        "2022-04-20",
        subject=TOKEN,
        link=f"https://{TOKEN}.example/",
        file=f"files/{TOKEN}.pdf",
        list_only=True,
    )
    asset = Asset(path=f"files/{TOKEN}.pdf", disk=Path("x"), size=1, sha256="ab" * 32)
    for last in (whole, cut):
        files = dict(site([entry("a", first, secret, last)], [row], assets={asset.path: asset}))
        page = words_of(files, "/van-ban/118-cv-btgqu-2022/")
        assert "Công văn số 118-CV/BTGQU" in page
        assert "20/4/2022" in page
        assert "Việc a" in page
        assert "thực hiện" not in page
        # The evidence for the others is there, less what it would tell.
        assert "Công văn số 595-CV/QU ngày 15/4/2022…" in words_of(files, "/van-ban/595-cv-qu-2022/")
        assert "… Công văn số 573-CV/QU về thi." in words_of(files, "/van-ban/573-cv-qu-2022/")
        for own in ("thong-bao/2022/a/index.html", "feed.atom", "feed.json"):
            del files[own]  # the notice itself is public, and says what it says
        assert TOKEN not in everything(files)


def test_a_decree_said_in_short_is_the_one_the_ward_knows() -> None:
    said = mention("30", "", kind="Nghị định", body=Body(name="Chính phủ"), key="30-2020-nd-cp")
    row = known("30/2020/NĐ-CP", "2020-03-05", subject="công tác văn thư")
    assert "công tác văn thư" in main_of(site([entry("a", said)], [row]), "/van-ban/30-2020-nd-cp/")


def test_an_internal_paper_is_known_though_the_year_was_only_guessed() -> None:
    cited = mention("118-CV/BTGQU", "", year=2023, guessed=["period"], subject=TOKEN, after=f" gửi {TOKEN}.")
    row = known("118-CV/BTGQU", "2022-12-30", list_only=True)
    files = dict(site([entry("a", cited, signed="2023-01-03")], [row], today="2023-02-01"))
    assert "văn bản nội bộ" in main_of(files, "/van-ban/118-cv-btgqu-2023/")
    assert TOKEN not in text_of(files, "du-lieu/dispatches.json")


def test_a_hidden_notice_leaves_no_trace() -> None:
    shown = entry("a", mention("595-CV/QU", before="Theo số ", subject=""))
    secret = [
        mention("595-CV/QU", subject=TOKEN, relation="thay thế", before=f"{TOKEN} "),
        mention("6-CV/QU", subject=TOKEN, body=Body(name=f"Hội {TOKEN}")),
    ]
    without = site([shown])
    for hidden in (entry(TOKEN, *secret, publish="draft"), entry(TOKEN, *secret, signed="2022-05-02")):
        assert site([shown, hidden]) == without
    assert TOKEN in everything(site([shown, entry(TOKEN, *secret)]))


def test_numbers_go_as_numbers_years_from_the_newest_and_bodies_by_the_alphabet() -> None:
    bodies = ["Đảng ủy phường Mẫu", "Dân quân phường Mẫu", "Ăn uống Mẫu"]
    cited = [mention(f"{i}-CV/QU", f"{year}-04-01") for year in (2021, 2022) for i in (595, 122, 1000, 7)]
    cited += [mention(f"{i}-CV/ĐU", body=Body(name=name)) for i, name in enumerate(bodies, 1)]
    page = main_of(site([entry("a", *cited)]), "/van-ban/")
    assert re.findall(r"<h2><a [^>]*>([^<]+)</a>", page) == [
        "Ăn uống Mẫu", "Dân quân phường Mẫu", "Đảng ủy phường Mẫu", "Quận ủy Long Biên",
    ]  # fmt: skip
    of_body = main_of(site([entry("a", *cited)]), "/van-ban/co-quan/quan-uy-long-bien/")
    assert re.findall(r"số (\d+)-CV/QU", of_body) == ["7", "122", "595", "1000"] * 2
    assert re.findall(r"<h2[^>]*>(Năm \d+)", of_body) == ["Năm 2022", "Năm 2021"]


def test_filters_are_pages_with_counts() -> None:
    files = site(
        [
            entry("a", mention("1-CV/QU"), mention("2-CV/QU", "2021-01-02")),
            entry("b", mention("3-KH/QU", kind="Kế hoạch"), mention("4-KH/XX", kind="Kế hoạch", body=None, issuer="")),
        ]
    )
    index = main_of(files, "/van-ban/")
    for url, text, count in (
        ("loai/cong-van", "Công văn", 2),
        ("loai/ke-hoach", "Kế hoạch", 2),
        ("nam/2022", "Năm 2022", 3),
        ("nam/2021", "Năm 2021", 1),
    ):
        assert f'<a href="/bt/van-ban/{url}/">{text}</a> <span class="count">{count}</span>' in index
        listed = [x for x in links_of(main_of(files, f"/van-ban/{url}/")) if re.match(r"/bt/van-ban/\d", x)]
        assert len(listed) == count
    assert "Chưa rõ cơ quan ban hành" in index
    assert index.index("Chưa rõ cơ quan ban hành") > index.index("Quận ủy Long Biên")
    assert "<script" not in index


def test_a_long_index_shows_names_and_lists_go_over_pages() -> None:
    few = site([entry("a", *(mention(f"{i}-CV/QU") for i in range(1, 25)))])
    assert len(re.findall(r"số \d+-CV/QU", main_of(few, "/van-ban/"))) == 24
    cited = [mention(f"{i}-CV/QU") for i in range(1, 452)]
    files = site([entry("a", *cited)])
    index = main_of(files, "/van-ban/")
    assert "số 1-CV/QU" not in index
    assert (
        '<a href="/bt/van-ban/co-quan/quan-uy-long-bien/">Quận ủy Long Biên</a> <span class="count">451 văn bản'
        in index
    )
    found = []
    last = (451 - LEAST) // PER_PAGE
    for url, count in (("", 451 - last * PER_PAGE), *((f"trang/{i}/", PER_PAGE) for i in range(last, 0, -1))):
        page = main_of(files, f"/van-ban/co-quan/quan-uy-long-bien/{url}")
        rows = re.findall(r"số (\d+)-CV/QU", page)
        assert len(rows) == count
        assert ('<li><a href="/bt/van-ban/co-quan/quan-uy-long-bien/">' in page) == bool(url)
        found += rows
    assert found == [str(i) for i in range(1, 452)]


def test_a_long_list_leads_from_its_top_to_every_year_on_whichever_page_it_begins() -> None:
    cited = [mention(f"{i}-CV/QU", f"{year}-04-01") for year in (2020, 2021, 2022) for i in range(1, 31)]
    files = site([entry("a", *cited)])
    first = main_of(files, "/van-ban/co-quan/quan-uy-long-bien/")
    jumps = first.partition('<nav class="jumps"')[2].partition("</nav>")[0]
    led = re.findall(r'<a href="([^"#]*)#([^"]+)">(Năm \d+)</a>', jumps)
    assert [year for _, _, year in led] == ["Năm 2022", "Năm 2021", "Năm 2020"]
    assert len({url for url, _, _ in led}) > 1
    for url, id_, year in led:
        page = main_of(files, url.removeprefix("/bt")) if url else first
        assert f'<h2 id="{id_}">{year} <span class="count">30 văn bản' in page


def test_one_body_has_one_list_by_its_usual_name_and_other_spellings_lead_there() -> None:
    spellings = ["Ubnd phường Hòa Mẫu", "UBND PHƯỜNG HOÀ MẪU", "Ủy ban nhân dân phường Hòa Mẫu", "UBND phường Hòa Mẫu"]
    cited = [mention(f"{i}-CV/X", issuer=name, body=None) for i, name in enumerate(spellings, 1)]
    files = site([entry("a", *cited)])
    assert re.findall(r"<h2><a [^>]*>([^<]+)</a>", main_of(files, "/van-ban/")) == ["Ủy ban nhân dân phường Hòa Mẫu"]
    old = text_of(files, "van-ban/co-quan/ubnd-phuong-hoa-mau/index.html")
    assert "url=/bt/van-ban/co-quan/uy-ban-nhan-dan-phuong-hoa-mau/" in old


def test_an_empty_site_has_the_page_too() -> None:
    files = site([entry("a")])
    assert "Chưa có thông báo nào dẫn văn bản khác." in main_of(files, "/van-ban/")


def test_the_same_number_of_another_year_or_body_is_told() -> None:
    files = site(
        [
            entry(
                "a",
                mention("12/QĐ-UBND", "2021-02-03", kind="Quyết định", body=Body(name="UBND quận Mẫu")),
                mention("12/QĐ-UBND", "2022-02-03", kind="Quyết định", body=Body(name="UBND quận Mẫu")),
                mention(
                    "12/QĐ-UBND", "2022-03-04", kind="Quyết định", body=Body(name="UBND tỉnh Mẫu"), mark="tỉnh Mẫu"
                ),
                mention("13/QĐ-UBND", "2022-02-03", kind="Quyết định", body=Body(name="UBND quận Mẫu")),
            )
        ]
    )
    same = main_of(files, "/van-ban/12-qd-ubnd-2022/").partition("cùng số, ký hiệu")[2]
    assert set(links_of(same)) == {"/bt/van-ban/12-qd-ubnd-2021/", "/bt/van-ban/12-qd-ubnd-2022-tinh-mau/"}
    assert "cùng số, ký hiệu" not in main_of(files, "/van-ban/13-qd-ubnd-2022/")


def marked(day: str = "2022-04-15", name: str = "quận Mẫu") -> Mention:
    return mention("12/QĐ-UBND", day, kind="Quyết định", body=Body(name=f"UBND {name}"), mark=name)


def bare(day: str = "2022-04-15") -> Mention:
    return mention("12/QĐ-UBND", day, kind="Quyết định", body=None, issuer="")


def test_a_number_without_its_body_joins_the_one_paper_of_that_day() -> None:
    files = site([entry("a", bare(), title="Việc trống"), entry("b", marked(), title="Việc rõ")])
    url = "/bt/van-ban/12-qd-ubnd-2022/"
    assert "Việc trống" in main_of(files, url.removeprefix("/bt"))
    assert f'<a href="{url}" id="dan:1" title="">' in main_of(files, "/thong-bao/2022/a/")
    assert f'<a href="{url}" id="dan:1" title="">' in main_of(files, "/thong-bao/2022/b/")
    whole = text_of(files, "van-ban/12-qd-ubnd-2022-quan-mau/index.html")
    assert f'<meta http-equiv="refresh" content="0; url={url}">' in whole
    assert "12-qd-ubnd-2022-quan-mau/" not in text_of(files, "sitemap.xml")
    assert "https://thu.example/bt/van-ban/12-qd-ubnd-2022/" in text_of(files, "feed.json")


@pytest.mark.parametrize(
    "others",
    [
        [marked("2022-04-16")],
        [marked(), marked(name="phường Mẫu")],
        [replace(marked(), guessed=frozenset({"date"}))],
    ],
    ids=["another day", "two bodies", "a guessed day"],
)
def test_and_stays_alone_when_that_is_not_sure(others: list[Mention]) -> None:
    files = site([entry("a", bare()), entry("b", *others)])
    assert '<h1>Quyết định số <span class="whole">12/QĐ-UBND</span></h1>' in main_of(files, "/van-ban/12-qd-ubnd-2022/")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("UBND phường Thử", "Ủy ban nhân dân phường Thử", True),
        ("UBND phường", "Ủy ban nhân dân phường Thử", True),
        ("UBND quận Long Biên", "Ủy ban nhân dân phường Thử", False),
        ("UBND phường Mẫu", "Ủy ban nhân dân phường Thử", False),
        ("Ban Thường vụ Đảng ủy phường Thử", "Đảng ủy phường Thử", True),
        ("Ban Chỉ đạo 35", "Ban Chỉ đạo phòng chống dịch phường Thử", False),
        ("Bảo hiểm xã hội quận Mẫu", "Bảo hiểm xã hội", True),
        ("Hội Phụ nữ", "Đảng ủy", False),
        ("", "Đảng ủy", True),
    ],
)
def test_names_that_may_be_one_bodys(one: str, other: str, same: bool) -> None:
    assert one_body(one, other) is same
    assert one_body(other, one) is same


def test_names_too_long_for_a_file_still_have_a_list() -> None:
    files = site([entry("a", mention("1-CV/QU", body=Body(name="Hội " + "rất dài " * 60)))])
    assert max(len(part) for path in files for part in path.split("/")) < 128
