"""The picture of a link's preview: legible as a thumbnail, nothing over the edge, whatever a title holds."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from io import BytesIO
from itertools import groupby, pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from bulletin.model.views.share import PictureView
from bulletin.render.pictures import BAND, HEIGHT, MARGIN, WIDTH, picture
from tests.properties import examples

VIEW = PictureView(
    site="Bảng tin phường Phúc Đồng",
    label="Thông báo số 75-TB/ĐU",
    title="Kết luận tại hội nghị giao ban Bí thư chi bộ, Trưởng các đoàn thể chính trị xã hội về nhiệm vụ trọng tâm tháng 5/2022",
    foot="Ký ngày 28/4/2022",
)
DUE = replace(VIEW, mark="Đã đính chính", note="Hiệu lực đến hết ngày 31/12/2026")
# Letters without marks, whose lines can be told apart by the blank rows between them.
BARE = PictureView(site="H", label="HHH", title="HHH " * 30, note="HHH", foot="HHH")
HOSTILE = {
    "empty": "",
    "long": "Về việc cắt điện " * 600,
    "one word": "Ngoằnngoèo" * 50,
    "wide letters": "W" * 10_000,
    "from right to left": "\u202eCắt\u202c \u2067điện\u2069 \u200fابجد",
    "spread marks": unicodedata.normalize("NFD", "Cắt điện Ẫ Ặ ễ " * 9),
    "many marks": "a" + "\u0301\u0323" * 300,
    "emoji": "📢 Cắt điện 👨‍👩‍👧‍👦",
    "controls": "Cắt\x00 \ud800 điện\t\n\u2028\u00ad",
    "highest and lowest": "ẪẰẨỖỒỔỞỮg,yặộệẶỘỆ; " * 12,
}  # fmt: skip


def drawn(view: PictureView) -> Image.Image:
    image = Image.open(BytesIO(picture(view)))
    assert image.format == "PNG"
    assert image.size == (1200, 630)
    return image.convert("RGB")


def lines(image: Image.Image) -> list[int]:
    """The heights of what stands below the band, line by line."""
    paper = image.getpixel((0, HEIGHT - 1))
    blank = [image.crop((0, y, WIDTH, y + 1)).getcolors() == [(WIDTH, paper)] for y in range(BAND, HEIGHT)]
    return [len(list(rows)) for is_blank, rows in groupby(blank) if not is_blank]


def strokes(image: Image.Image, y: float) -> int:
    """How often a row goes from paper to letters that are clearly darker."""
    gray = image.convert("L")
    row = [gray.getpixel((x, int(y))) for x in range(gray.width)]
    return sum(a >= 170 > b for a, b in pairwise(row))


def inside(view: PictureView) -> None:
    """Below the band, paper on each side and a little at the bottom; above, all within the band."""
    image = drawn(view)
    paper, band = image.getpixel((0, HEIGHT - 1)), image.getpixel((0, 0))
    assert band != paper
    for box in (
        (0, BAND, MARGIN - 6, HEIGHT),
        (WIDTH - MARGIN + 6, BAND, WIDTH, HEIGHT),
        (0, HEIGHT - 10, WIDTH, HEIGHT),
    ):
        assert {colour for _, colour in image.crop(box).getcolors()} == {paper}, box
    assert {colour for _, colour in image.crop((0, BAND, WIDTH, BAND + 4)).getcolors()} == {paper}
    for box in (
        (0, 0, WIDTH, 4),
        (0, BAND - 4, WIDTH, BAND),
        (0, 0, MARGIN - 6, BAND),
        (WIDTH - MARGIN + 17, 0, WIDTH, BAND),
    ):
        assert {colour for _, colour in image.crop(box).getcolors()} == {band}, box


@pytest.mark.parametrize("view", [VIEW, DUE])
def test_it_is_a_small_file(view: PictureView) -> None:
    assert len(picture(view)) < 30_000


def test_number_title_deadline_and_date_are_sixty_pixels_high() -> None:
    for view in (BARE, replace(BARE, note="")):
        found = lines(drawn(view))
        assert (len(found), min(found)) == (5, 60)
    label, *title, date = lines(drawn(replace(BARE, title="HHH", note="")))
    assert [label, date] == [60, 60]
    assert [height > 75 for height in title] == [True]


def test_a_thumbnail_shows_every_stroke() -> None:
    image = drawn(replace(BARE, label="Số 11-TB/ĐU", title="HHH HIH", note=""))
    small = image.resize((300, 158), Image.Resampling.BOX)
    for height in (160, 290, 570):  # rows through number, title and date
        assert strokes(image, height) == strokes(small, height / 4) > 4


@pytest.mark.parametrize("view", [VIEW, DUE, replace(DUE, note="Từ 8 giờ đến 11 giờ 30 phút thứ Bảy, ngày 07/5/2022")])
def test_texts_stay_inside_the_margins(view: PictureView) -> None:
    inside(view)


@pytest.mark.parametrize("title", HOSTILE.values(), ids=HOSTILE)
def test_hostile_titles_stay_inside_the_margins(title: str) -> None:
    inside(replace(VIEW, title=title))
    inside(PictureView(site=title, mark=title, label=title, title=title, note=title, foot=title))


@examples(12)
@given(st.text(max_size=300), st.text(alphabet="gyẪặ ,WÍi\u0301\u202e", max_size=300))
def test_no_title_leaves_the_margins(title: str, other: str) -> None:
    inside(PictureView(site=other, mark=title[:20], label=title, title=other, note=title, foot=other))


def test_what_is_cut_ends_with_dots_and_the_rest_is_not_drawn() -> None:
    assert picture(replace(VIEW, title="Cắt điện " * 100)) == picture(replace(VIEW, title="Cắt điện " * 200))
    whole = drawn(replace(BARE, title="H " * 10, note=""))
    cut = drawn(replace(BARE, title="H " * 1000, note=""))
    low = [
        sum(1 for y in range(442, 477) if image.getpixel((x, y)) != image.getpixel((0, 629)))
        for image in (whole, cut)
        for x in range(WIDTH)
    ]
    assert max(low[:WIDTH]) == 0  # a short title has no third line
    last = max(x for x in range(WIDTH) if cut.crop((x, 426, x + 1, 486)).getcolors() != [(60, cut.getpixel((0, 629)))])
    assert cut.crop((last - 12, 426, last + 1, 470)).getcolors() == [(44 * 13, cut.getpixel((0, 629)))]  # only a dot


def test_a_pure_function_of_its_view() -> None:
    assert picture(VIEW) == picture(replace(VIEW))
    others = [replace(VIEW, **{name: "Khác"}) for name in ("site", "mark", "label", "title", "note", "foot")]
    assert len({picture(view) for view in (VIEW, *others)}) == 7


def test_letters_that_the_font_lacks_are_left_out() -> None:
    assert picture(replace(VIEW, title="Cắt 📢điện 漢字 \u202eЖ\u200b")) == picture(replace(VIEW, title="Cắt điện"))
    assert picture(replace(VIEW, title="Cắt\u00a0\t điện\n")) == picture(replace(VIEW, title="Cắt điện"))
    assert picture(replace(VIEW, title=unicodedata.normalize("NFD", VIEW.title))) == picture(VIEW)


def test_signs_that_the_font_lacks_are_written_out() -> None:
    assert picture(replace(VIEW, title="Người cao tuổi (≥ 60) ≤ 80 → ưu tiên")) == picture(
        replace(VIEW, title="Người cao tuổi (>= 60) <= 80 -> ưu tiên")
    )


def test_half_a_deadline_is_not_drawn() -> None:
    assert picture(replace(VIEW, note="W" * 54)) == picture(VIEW) != picture(replace(VIEW, note="W" * 9))


def test_the_font_has_every_vietnamese_letter() -> None:
    letters = {
        unicodedata.normalize("NFC", a + b) for a, b in product("aăâeêioôơuưy", ["", *"\u0300\u0301\u0303\u0309\u0323"])
    }
    letters |= set("bcdđghklmnpqrstvxfjwz0123456789") | set("«»“”‘’–—…·•/-(),.:;?!%&@+=*<>×±°²³№₫")
    letters |= {letter.upper() for letter in letters}
    nothing = picture(PictureView(site="", title=""))
    assert [letter for letter in sorted(letters) if picture(PictureView(site="", title=letter)) == nothing] == []
