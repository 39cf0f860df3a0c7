"""Search as a reader meets it, in Chromium: a hundred questions and their first answers, marks, keys, weak networks."""

from __future__ import annotations

import gzip
import re
import shutil
import unicodedata
from collections.abc import Iterator
from datetime import date
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from bulletin.pipeline import build
from bulletin.words.text.fold import fold
from bulletin.words.text.search_terms import bare, pack, shard_of, sharp, words_of
from bulletin.write import write
from tests.browser.conftest import PATIENCE, ROOT, _Static
from tests.browser.test_pages import CONTRAST

TABLE = ROOT / "tests/cases/tim-kiem.md"
CASES = [
    tuple(cell.strip() for cell in line.strip("|").split("|"))
    for line in TABLE.read_text(encoding="utf-8").splitlines()
    if line.startswith("|") and not line.startswith(("|---", "| Gõ"))
]
SPELLINGS = [
    tuple(cell.strip() for cell in line.strip("|").split("|"))
    for line in (ROOT / "tests/cases/i-va-y.md").read_text(encoding="utf-8").splitlines()
    if line.startswith("|") and line.strip("|").split("|")[-1].strip() in "=≠"
]
# Beside the real content: small notices of a ward that does not exist, each for one rule of the table.
NOTICES = {
    "2021/tiem-chung": ("Lịch tiêm chủng mở rộng", "10/3/2021", "fields: [Y tế]", "Trạm Y tế tiêm cho trẻ em."),
    "2022/tiem-chung": ("Lịch tiêm chủng mở rộng", "10/3/2022", "fields: [Y tế]", "Trạm Y tế tiêm cho trẻ em."),
    "2022/huong-duong": ("Hội thi trồng hoa hướng dương", "12/4/2022", "", "Các tổ nộp ảnh hoa trước ngày 30/5/2022."),
    "2022/sua-duong": ("Sửa mặt đường ngõ 5", "02/4/2022", 'number: "12/KH-UBND"', "Xe máy đi ngõ 7 khi sửa đường."),
    "2022/the-bao-hiem": ("Cấp thẻ cho trẻ em", "05/1/2022", "", "Trẻ dưới sáu tuổi được cấp thẻ bảo hiểm y tế."),
    "2022/tran-dich": ("Tập huấn sơ cứu", "20/4/2022", "", "Nhân viên y tế bảo đảm tránh hiểm họa khi sơ cứu."),
    "2021/tuoi-17": ("Đăng ký nghĩa vụ quân sự", "05/1/2021", "", "Nam công dân đủ 17 tuổi đăng ký lần đầu."),
    "2022/tuoi-17": (
        "Đăng ký nghĩa vụ quân sự năm 2022",
        "05/1/2022",
        "expires: 30/4/2022",
        "Nam công dân đủ 17 tuổi đăng ký lần đầu. Có thi tìm hiểu Biển, Đảo Việt Nam.",
    ),
    "2022/tiep-dan": ("Lịch tiếp công dân", "04/4/2022", 'number: "05/TB-UBND"', "Sáng thứ năm hằng tuần."),
    "2022/quy-che": (
        "Ban hành quy chế chợ",
        "06/4/2022",
        'number: "01/2022/QĐ-UBND"\ntype: Quyết định',
        "Có hiệu lực.",
    ),
    "2022/trien-khai": (
        "Triển khai văn bản của cấp trên",
        "22/4/2022",
        "",
        "Thực hiện Công văn số 595-CV/QU ngày 15/4/2022 của Quận ủy Long Biên.",
    ),
    "2022/hoa-giai": ("Hoà giải ở cơ sở", "07/4/2022", "", "Tổ hoà giải họp hằng tháng tại nhà văn hóa."),
    "2022/hop-to": ("THÔNG BÁO MỜI HỌP TỔ DÂN PHỐ", "08/4/2022", "", "Họp bầu tổ trưởng tổ dân phố số 3."),
    "2022/den-ngo": (
        unicodedata.normalize("NFD", "Điện chiếu sáng ngõ 9"),
        "09/4/2022",
        "",
        unicodedata.normalize("NFD", "Thay bóng đèn hỏng, lắp thêm đồng hồ điện."),
    ),
    "2022/bong-da": ("Giải bóng đá thiếu nhi", "11/4/2022", "", "Sân bóng ở cuối đường Thử. Xem 12/KH-UBND."),
    # What residents call otherwise.
    "2021/ngung-dien": (
        "Tạm ngừng cung cấp điện để sửa chữa lưới điện",
        "02/3/2021",
        "",
        "Khu vực tổ 1, tổ 2. Mất điện thoại thì gọi số khác.",
    ),
    "2021/ngung-nuoc": ("Tạm ngừng cấp nước để súc xả bể chứa", "03/3/2021", "", "Các hộ chủ động dự trữ."),
    "2021/mua-lu": (
        "Ứng phó mưa lũ, ngập úng",
        "20/4/2021",
        "urgency: Hỏa tốc",
        "Các tổ đề phòng mất điện, sẵn sàng sơ tán.",
    ),
    "2021/can-cuoc": ("Cấp thẻ căn cước cho trẻ em", "04/3/2021", "", "Kích hoạt định danh điện tử mức 2."),
    "2021/cam-xe": (
        "Cấm các phương tiện giao thông trên phố Thử",
        "05/3/2021",
        "",
        "Thi công cống. Xe mô tô, xe gắn máy và ô tô đi phố khác.",
    ),
    "2021/thue-dat": ("Nộp thuế sử dụng đất phi nông nghiệp", "06/3/2021", "", "Quá hạn thì tính tiền chậm nộp."),
    "2021/thu-gom": ("Điều chỉnh giờ thu gom chất thải sinh hoạt", "07/3/2021", "", "Để đúng nơi, đúng giờ."),
    "2021/diet-muoi": ("Phun hóa chất diệt muỗi, diệt bọ gậy", "08/3/2021", "", "Nên ngủ màn."),
    "2021/tuyen-sinh": ("Tuyển sinh vào lớp 1 và mầm non", "09/3/2021", "", "Hồ sơ gồm bản sao giấy khai sinh."),
    "2021/viec-lam": ("Phiên giao dịch việc làm lưu động", "11/3/2021", "", "Mời người lao động đến dự."),
    "2021/vay-von": ("Hộ đề nghị vay vốn ưu đãi", "12/3/2021", "", "Danh sách niêm yết tại trụ sở."),
    "2021/benh-dai": ("Phòng, chống bệnh dại", "13/3/2021", "", "Xử lý việc thả rông. Không bán lợn ốm."),
    "2021/hop-mat": ("Gặp mặt bác sỹ, kĩ sư quê ở phường", "14/3/2021", "", "Đăng kí với tổ trưởng, theo qui ước."),
    "2021/cao-tuoi": (
        "Chi trả trợ cấp hưu trí xã hội",
        "15/3/2021",
        "",
        "Người cao tuổi nhận tại nhà văn hóa.",
    ),
    "2021/cap-so": ("Cấp Giấy chứng nhận quyền sử dụng đất", "16/3/2021", "", "Nộp hồ sơ qua Dịch vụ công."),
    "2021/gia-danh": ("Cảnh báo giả danh cán bộ", "17/3/2021", "", "Không làm theo lời người lạ."),
    "2022/an-so": ("Chuyện kín xương rồng", "11/4/2022", "", "Xương rồng."),
}
DRAFTS = {"2022/an-so"}


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The real content and NOTICES on 1/5/2022, served: its address without final slash."""
    root = tmp_path_factory.mktemp("search")
    content = Path(shutil.copytree(ROOT / "content", root / "content"))
    for name, (title, day, keys, body) in NOTICES.items():
        publish = "draft" if name in DRAFTS else "public"
        front = (
            f"title: {title}\ndate: {day}\npublish: {publish}\nissuer: Ủy ban nhân dân phường Thử\nplace: Thử\n{keys}"
        )
        path = content / f"notices/{name}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"---\n{front.strip()}\n---\n\n{body}\n", encoding="utf-8")
    built = build(content, ROOT / "templates", date(2022, 5, 1))
    assert not built.failed, [str(p) for p in built.problems]
    write(built.files, root / "output")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Static, directory=str(root / "output")))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def asked(browser: Browser, archive: str) -> Iterator[Page]:
    """The search page of a phone, asked one question after the other."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, locale="vi-VN")
    context.set_default_timeout(PATIENCE * 1000)
    page = context.new_page()
    page.goto(f"{archive}/tim-kiem/")
    yield page
    context.close()


def ask(page: Page, question: str) -> str:
    """What is said once the answers stand there."""
    page.get_by_role("searchbox").fill(question)
    page.keyboard.press("Enter")
    spoken = page.get_by_role("status")
    expect(spoken).to_contain_text(f"«{question}»")
    return spoken.inner_text()


def choose(page: Page, **chosen: str) -> None:
    """What is chosen in the filters, by the first word of their names; they are folded at first."""
    if page.locator("details.filters").get_attribute("open") is None:
        page.locator("details.filters summary").click()
    for name, option in chosen.items():
        page.locator(f"#_{name.replace('_', '-')}").select_option(option)


def addresses(page: Page) -> list[str]:
    """Where the answers lead, without «/thong-bao/» and slashes at the ends."""
    hrefs = page.locator("#_ket-qua h2 a").evaluate_all("links => links.map(a => a.getAttribute('href'))")
    return [href.removeprefix("/thong-bao").strip("/") for href in hrefs]


def test_the_table_has_a_hundred_questions() -> None:
    assert len(CASES) >= 100
    assert len({question for question, *_ in CASES}) == len(CASES)


@pytest.mark.parametrize(("question", "first", "why"), CASES, ids=[case[0] for case in CASES])
def test_a_question_has_these_first_answers(asked: Page, question: str, first: str, why: str) -> None:
    typed = unicodedata.normalize("NFD", question.removeprefix("NFD:")) if question.startswith("NFD:") else question
    said = ask(asked, typed)
    if first == "không có":
        assert "Không tìm thấy gì" in said
        assert addresses(asked) == []
    else:
        expected = first.split()
        assert addresses(asked)[: len(expected)] == expected, said


# ---- one fold


def strings() -> list[str]:
    """Every letter of Vietnamese in both forms and cases, of Latin, and every word of the repository's content."""
    vowels = [v + tone for v in "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY" for tone in ("", *"\u0300\u0301\u0303\u0309\u0323")]
    letters = [unicodedata.normalize(form, v) for v in [*vowels, *"đĐðÐƉɖ"] for form in ("NFC", "NFD")]
    latin = [chr(c) for c in (*range(0x20, 0x250), *range(0x1E00, 0x1F00)) if chr(c).isprintable()]
    syllables = [
        f"{a}{v}{b}" for a in ("", "ngh", "Th", "đ", "Q", "qu", "K", "x") for v in vowels for b in ("", "a", "ng", "nH")
    ]
    pairs = ["hoà", "hòa", "thuỷ", "thủy", "khoẻ", "khỏe", "TUỲ", "TÙY", "75 -TB/ĐU", "13,5m²", "«Ố»", "a-b_c", "05"]
    words = re.findall(r"\S+", "".join(p.read_text("utf-8") for p in sorted((ROOT / "content").rglob("*.md"))))
    found = [*letters, *latin, *syllables, *(unicodedata.normalize("NFD", s) for s in syllables), *pairs, *words]
    return list(dict.fromkeys([*found, *(w.upper() for w in words)]))


def test_one_fold_in_python_and_in_the_browser(asked: Page) -> None:
    table = strings()
    assert len(table) > 3000
    mine = [fold(text) for text in table]
    theirs = asked.evaluate("table => table.map(fold)", table)
    assert [(t, a, b) for t, a, b in zip(table, mine, theirs, strict=True) if a != b] == []


def test_one_way_to_cut_words_to_spread_and_to_pack_them(asked: Page) -> None:
    table = [unicodedata.normalize("NFC", text) for text in strings()]
    mine = [[bare(word) for word in words_of(text)] for text in table]
    theirs = asked.evaluate("table => table.map(text => split(text).map(bare))", table)
    assert [(t, a, b) for t, a, b in zip(table, mine, theirs, strict=True) if a != b] == []
    words = sorted({word for text in table for word in words_of(text)})
    theirs = asked.evaluate("words => words.map(sharp)", words)
    assert [(word, b) for word, b in zip(words, theirs, strict=True) if sharp(word) != b] == []
    keys = ["duong", "dien bien", "595", "@nam=2022", "тест", ""]
    assert asked.evaluate("keys => keys.map(key => crc(key) & 255)", keys) == [shard_of(key, 256) for key in keys]
    for ids in ([], [0], [0, 1, 2], [31, 32, 64, 97], [5, 1029, 2053, 100_000, 5_000_000]):
        assert asked.evaluate("unpack", pack(ids)) == ids


def test_i_and_y_are_one_in_the_browser_too(asked: Page) -> None:
    for told, other, same in SPELLINGS:
        one, two = asked.evaluate("words => words.map(sharp)", [told, other])
        assert (one == two) is (same == "="), told
    assert len(SPELLINGS) > 30


def test_marks_may_be_set_the_old_and_the_new_way(asked: Page) -> None:
    one = asked.evaluate("words => words.map(sharp)", ["hoà", "hòa", "HÒA", "uỷ", "ủy", "khoẻ", "khỏe", "hóa", "hoa"])
    assert one[0] == one[1] == one[2]
    assert one[3] == one[4]
    assert one[5] == one[6]
    assert len({one[0], one[7], one[8]}) == 3


# ---- what a reader sees


def test_words_are_marked_in_titles_and_excerpts(asked: Page) -> None:
    ask(asked, "dien bien phu")
    assert asked.locator("#_ket-qua h2").first.locator("mark").all_inner_texts() == ["Điện Biên Phủ"]
    excerpt = asked.locator("#_ket-qua .excerpt").first
    assert excerpt.locator("mark").all_inner_texts() == ["Điện Biên Phủ"]
    assert "68 năm ngày chiến thắng lịch sử Điện Biên Phủ (07/5/1954" in excerpt.inner_text()
    ask(asked, "đường")
    assert set(asked.locator("#_ket-qua mark").all_inner_texts()) <= {"đường", "dưỡng"}
    assert asked.locator("#_ket-qua li").nth(3).locator("mark").all_inner_texts() == ["đường"] * 1  # not its «dưỡng»
    ask(asked, "75 tb du")
    assert asked.locator("#_ket-qua .facts mark").first.inner_text() == "75 -TB/ĐU"


def test_an_expired_notice_says_so(asked: Page) -> None:
    ask(asked, "nghia vu quan su")
    rows = asked.locator("#_ket-qua > li")
    assert "Hết hạn" not in rows.nth(0).inner_text()
    assert "Hết hạn" in rows.nth(1).locator(".mark").inner_text()


def test_the_count_is_spoken_and_more_is_shown_on_demand(asked: Page) -> None:
    said = ask(asked, "thong bao")
    count = int(re.findall(r"^(\d+) kết quả cho", said)[0])
    assert count > 6
    assert asked.locator("#_trang-thai").get_attribute("role") == "status"
    assert len(addresses(asked)) == 6
    asked.get_by_role("button", name="Xem thêm kết quả").click()
    expect(asked.locator("#_ket-qua > li")).to_have_count(min(12, count))
    asked.wait_for_function("document.activeElement === document.querySelectorAll('#_ket-qua h2 a')[6]")
    assert len(set(addresses(asked))) == min(12, count)


def test_fields_types_and_years_narrow_and_stand_in_the_address(browser: Browser, archive: str) -> None:
    page = browser.new_page()
    page.goto(f"{archive}/tim-kiem/")
    choose(page, linh_vuc="Y tế", nam="2021")
    ask(page, "tiem chung")
    assert addresses(page) == ["2021/tiem-chung"]
    expect(page).to_have_url(re.compile(re.escape("/tim-kiem/?q=tiem+chung&linh-vuc=y-te&nam=2021") + "$"))
    page.reload()
    expect(page.get_by_role("status")).to_contain_text("1 kết quả")
    assert page.get_by_role("searchbox").input_value() == "tiem chung"
    assert page.get_by_label("Năm").input_value() == "2021"
    expect(page.locator("summary")).to_have_text("Lọc kết quả: Y tế, 2021")
    choose(page, linh_vuc="Tất cả", nam="Tất cả", loai="Công văn")
    ask(page, "quan uy")
    assert set(addresses(page)) >= {"van-ban/595-cv-qu-2022", "van-ban/573-cv-qu-2022"}
    assert all(address.startswith("van-ban/") and "-cv-" in address for address in addresses(page))
    page.locator("#_ket-qua a").first.click()
    page.wait_for_url("**/van-ban/**")
    page.go_back()
    expect(page.get_by_role("status")).to_contain_text("«quan uy»")
    page.go_back()
    expect(page.get_by_role("status")).to_contain_text("«tiem chung»")
    assert page.get_by_label("Năm").input_value() == "2021"
    page.close()


def test_what_is_chosen_without_a_word_is_listed_newest_first(asked: Page) -> None:
    asked.get_by_role("searchbox").fill("")
    choose(asked, linh_vuc="Y tế", loai="Tin cho người dân")
    asked.get_by_role("button", name="Tìm").click()
    expect(asked.get_by_role("status")).to_contain_text("kết quả theo điều kiện đã chọn")
    assert "q=" not in asked.url
    assert [a for a in addresses(asked) if "tiem-chung" in a] == ["2022/tiem-chung", "2021/tiem-chung"]
    assert not [a for a in addresses(asked) if a.startswith("van-ban/")]
    choose(asked, linh_vuc="Tất cả", loai="Tất cả")
    asked.get_by_role("button", name="Tìm").click()
    expect(asked.get_by_role("status")).to_have_text("")
    assert addresses(asked) == []


def test_answers_with_other_marks_than_typed_say_so(asked: Page) -> None:
    assert ask(asked, "huong duong").endswith("cho «huong duong».")
    assert ask(asked, "hướng dương").endswith("cho «hướng dương».")
    assert ask(asked, "hưởng dưỡng").endswith("cho «hưởng dưỡng», nhưng khác dấu.")


def test_guesses_that_make_no_sense_together_are_not_made(asked: Page) -> None:
    # «chuyen» and «duong» stand in the archive, and nowhere side by side; three letters may be any word.
    for typed in ("chuyem duong", "kix"):
        ask(asked, typed)
        expect(asked.locator("#_goi-y li")).to_have_count(0)


def test_nothing_found_is_followed_by_what_would_be(asked: Page) -> None:
    """One slip is mended, and that is told; of what is near, the words are offered."""
    for typed, meant in (("tiem chugn", "tiem chung"), ("bongda", "bong da"), ("đăng kíx", "đăng ký")):
        said = ask(asked, typed)
        assert re.search(rf"^Không tìm thấy gì cho «{typed}»\. Dưới đây là \d+ kết quả cho «{meant}»\.", said), said
    ask(asked, "sốt xuất huyế")
    asked.locator("#_goi-y").get_by_role("link", name="sốt xuất huyết", exact=True).click()
    expect(asked.get_by_role("status")).to_contain_text("kết quả cho «sốt xuất huyết»")


def test_where_nothing_is_found_there_is_a_way_on(asked: Page) -> None:
    """No false hits, but subjects, letters, and whom to call."""
    assert "Không tìm thấy gì" in ask(asked, "qwrtp")
    entrance = asked.locator("#_loi-vao")
    expect(entrance.get_by_role("navigation", name="Theo lĩnh vực").get_by_role("link", name="Y tế")).to_be_visible()
    index = entrance.get_by_role("navigation", name="Chỉ mục").get_by_role("link").first
    assert str(index.get_attribute("href")).endswith("/tim-kiem/chi-muc/")


def test_hidden_things_are_neither_found_nor_suggested(asked: Page) -> None:
    ask(asked, "xương rồng")
    assert "2022/an-so" not in addresses(asked)
    assert "xương" not in asked.locator("#_goi-y").inner_text()


def test_a_question_may_hold_anything(asked: Page) -> None:
    """What is typed is shown, never read as markup or as a pattern."""
    for typed in (
        "<img src=x onerror=alert(1)>",
        "$& [ ( * \\",
        "«»",
        "a" * 300,
        "75 " * 39 + "75",
        "#75 @nam=2022",
        "%",
    ):
        ask(asked, typed)
        assert asked.locator("#_trang-thai img, #_ket-qua img").count() == 0


# ---- while answers come

SHIFTS = """window.moved = 0; new PerformanceObserver((all) => {
  for (const one of all.getEntries()) if (!one.hadRecentInput) moved += one.value;
}).observe({ type: 'layout-shift', buffered: true });"""


def test_titles_answer_before_any_other_file_and_nothing_moves(browser: Browser, archive: str) -> None:
    """On a network that lets postings wait, the table of contents alone answers in residents' words."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page, held = context.new_page(), list[Route]()
    page.add_init_script(SHIFTS)
    page.route("**/tim-kiem/tu/*.json", lambda route: held.append(route))
    page.goto(f"{archive}/tim-kiem/?q={quote('cúp điện')}")
    page.locator("#_ket-qua > li").first.wait_for()
    assert addresses(page) == ["2021/ngung-dien"]
    page.wait_for_timeout(100)
    for route in held:
        route.continue_()
    page.unroute("**/tim-kiem/tu/*.json")
    expect(page.get_by_role("status")).to_contain_text("2 kết quả cho «cúp điện»")
    assert addresses(page) == ["2021/ngung-dien", "2021/mua-lu"]
    page.wait_for_timeout(100)
    assert page.evaluate("moved") <= 0.02
    context.close()


def test_titles_are_proposed_while_one_types(asked: Page) -> None:
    """In residents' words too, without a request; by keyboard, told to whoever only hears, and gone with Escape."""
    requests: list[str] = []
    # The icon of the tab is asked for whenever the browser likes.
    asked.on("request", lambda request: None if "/static/icon-" in request.url else requests.append(request.url))
    field, proposals = asked.get_by_role("searchbox"), asked.get_by_role("list", name="Gợi ý")
    field.fill("")
    asked.keyboard.type("cup di")
    link = proposals.get_by_role("link", name="Tạm ngừng cung cấp điện")
    expect(link).to_be_visible()
    expect(asked.locator("#_dem")).to_contain_text("gợi ý")
    assert requests == []
    asked.keyboard.press("ArrowDown")
    assert asked.evaluate("document.activeElement.getAttribute('href')") == "/thong-bao/2021/ngung-dien/"
    asked.keyboard.press("Escape")
    expect(proposals).to_be_hidden()
    expect(field).to_be_focused()


# ---- by hand, without script, on bad networks


def test_from_any_page_by_keyboard_alone(browser: Browser, archive: str) -> None:
    page = browser.new_page()
    page.goto(f"{archive}/thong-bao/2022/75-tb-du/")
    while page.evaluate("document.activeElement.name") != "q":
        page.keyboard.press("Tab")
    page.keyboard.type("tiem chung")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("2 kết quả cho «tiem chung»")
    expect(page).to_have_url(re.compile(re.escape("/tim-kiem/?q=tiem+chung") + "$"))
    page.keyboard.press("/")  # no key does anything where nobody asked for it (WCAG 2.1.4)
    assert page.evaluate("document.activeElement === document.body")
    while page.evaluate("document.activeElement.name") != "q":
        page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "/thong-bao/2021/tiem-chung/"
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    page.wait_for_url("**/thong-bao/2022/tiem-chung/")
    page.close()


def test_without_javascript_the_form_leads_to_the_index(browser: Browser, archive: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 700})
    page = context.new_page()
    page.goto(archive)
    page.get_by_label("Tìm thông báo").fill("595")
    page.get_by_role("button", name="Tìm").click()
    expect(page).to_have_url(f"{archive}/tim-kiem/?q=595")
    expect(page.get_by_text("việc đó cần JavaScript")).to_be_visible()
    expect(page.get_by_label("Lĩnh vực", exact=True)).to_be_hidden()
    page.get_by_role("link", name="Chỉ mục theo chữ cái và theo số").click()
    page.get_by_role("link", name="Công văn số 595-CV/QU").click()
    expect(page).to_have_url(f"{archive}/van-ban/595-cv-qu-2022/")
    page.goto(f"{archive}/tim-kiem/")
    page.get_by_role("navigation", name="Chỉ mục").get_by_role("link", name="L", exact=True).click()
    expect(page).to_have_url(re.compile("/tim-kiem/chi-muc/"))
    page.get_by_role("link", name="Lịch tiếp công dân").first.click()
    expect(page).to_have_url(f"{archive}/thong-bao/2022/5-tb-ubnd/")
    context.close()


def test_a_script_that_may_not_fetch_says_so_and_leads_to_the_index(browser: Browser, archive: str) -> None:
    page = browser.new_page()
    page.route("**/tim-kiem/**/*.json", lambda route: route.abort())
    page.goto(f"{archive}/tim-kiem/?q=thong+bao")
    spoken = page.get_by_role("status")
    expect(spoken).to_contain_text("Không tải được dữ liệu tìm kiếm")
    assert str(spoken.get_by_role("link", name="chỉ mục").get_attribute("href")).endswith("/tim-kiem/chi-muc/")
    # The network is back: the next question is answered.
    page.unroute("**/tim-kiem/**/*.json")
    ask(page, "tiem chung")
    assert addresses(page) == ["2022/tiem-chung", "2021/tiem-chung"]
    page.close()


def test_what_could_not_be_loaded_is_asked_for_again(browser: Browser, archive: str) -> None:
    page = browser.new_page()
    page.goto(f"{archive}/tim-kiem/")
    ask(page, "thong bao")
    page.route("**/tim-kiem/bai/*.json", lambda route: route.abort())
    page.get_by_role("button", name="Xem thêm kết quả").click()
    expect(page.get_by_role("status")).to_have_text("Không tải thêm được kết quả. Hãy thử lại.")
    page.unroute("**/tim-kiem/bai/*.json")
    page.get_by_role("button", name="Xem thêm kết quả").click()
    page.locator("#_ket-qua > li").nth(6).wait_for()
    page.close()


def test_answers_do_not_wait_for_suggestions(browser: Browser, archive: str) -> None:
    page = browser.new_page()
    page.route("**/tim-kiem/goi-y/*.json", lambda route: route.abort())
    page.goto(f"{archive}/tim-kiem/")
    ask(page, "tiem chung qwrtp")
    assert "Không có trang nào có đủ các từ" in page.get_by_role("status").inner_text()
    assert "2022/tiem-chung" in addresses(page)
    page.close()


def test_only_the_last_question_is_answered(browser: Browser, archive: str) -> None:
    page = browser.new_page()
    page.goto(f"{archive}/tim-kiem/")
    page.wait_for_load_state("networkidle")
    held: list[Route] = []
    holding = [True]
    page.route("**/tim-kiem/tu/*.json", lambda route: held.append(route) if holding[0] else route.continue_())
    page.get_by_role("searchbox").fill("bong da")
    with page.expect_request("**/tim-kiem/tu/*.json"):
        page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Đang tìm")
    page.wait_for_timeout(200)
    holding[0] = False
    page.get_by_role("searchbox").fill("lien he")
    page.keyboard.press("Enter")
    page.wait_for_timeout(300)
    assert held
    for route in held:
        route.continue_()
    expect(page.get_by_role("status")).to_contain_text("«lien he»")
    page.wait_for_timeout(300)
    assert addresses(page)[0] == "lien-he"
    assert "2022/bong-da" not in addresses(page)
    page.close()


POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; form-action 'self'; "
    "frame-ancestors 'none'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
)


def test_a_strict_policy_is_kept(browser: Browser, archive: str) -> None:
    """No inline script or style, no eval, no markup from data: with trusted types required, innerHTML would throw."""
    page, faults = browser.new_page(), list[str]()
    page.on(
        "console", lambda message: faults.append(message.text) if "favicon" not in message.location["url"] else None
    )
    page.on("pageerror", lambda error: faults.append(str(error)))

    def with_policy(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, headers={**answer.headers, "content-security-policy": POLICY})

    page.route("**/*", with_policy)
    page.goto(f"{archive}/tim-kiem/?q=thong+bao")
    expect(page.get_by_role("status")).to_contain_text("kết quả")
    page.get_by_role("button", name="Xem thêm kết quả").click()
    expect(page.locator("#_ket-qua > li")).to_have_count(12)
    ask(page, "tiem chugn")
    assert "2022/tiem-chung" in addresses(page)
    page.goto(f"{archive}/tim-kiem/chi-muc/")
    assert faults == []
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_answers_fit_a_narrow_phone_and_stand_out(browser: Browser, archive: str, scheme: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 640}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    for question in ("thong bao", "tiem chugn", "Kết luận tại hội nghị giao ban"):
        page.goto(f"{archive}/tim-kiem/?q={quote(question)}")
        page.locator("#_ket-qua > li").first.wait_for()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "scrolls sideways"
        assert page.evaluate(CONTRAST) == []
        small = "all => all.filter(e => e.getClientRects().length && e.getBoundingClientRect().height < 24).length"
        assert page.locator("input, select, button, #_ket-qua h2 a, #_goi-y a").evaluate_all(small) == 0
    context.close()


def test_the_script_is_small() -> None:
    first, later = (
        gzip.compress((ROOT / f"templates/static/{name}.js").read_bytes()) for name in ("search", "search-later")
    )
    assert len(first) <= 10_000
    assert len(later) <= 2_500
