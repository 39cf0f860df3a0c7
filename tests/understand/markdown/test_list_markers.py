"""Each line of an enumeration stands on a line of its own; a sentence that goes on over a line's end does not."""

from __future__ import annotations

import html
import re

import pytest

from bulletin.understand.prose import understand
from tests.markup import markup_of
from tests.understand.markdown.test_every_word import rendered

# Two or three heads of lines that follow one another, as offices and Word write them.
ROWS = [
    ("1/ ", "2/ ", "3/ "),
    ("1/", "2/", "3/"),
    ("01/ ", "02/ "),
    ("(1) ", "(2) ", "(3) "),
    ("(a) ", "(b) ", "(c) "),
    ("(i) ", "(ii) ", "(iii) ", "(iv) "),
    ("[1] ", "[2] "),
    ("a. ", "b. ", "c. "),
    ("a.", "b.", "c."),
    ("a) ", "b) "),
    ("a)", "b)"),
    ("a/ ", "b/ "),
    ("i) ", "ii) ", "iii) ", "iv) "),
    ("I. ", "II. ", "III. ", "IV. "),
    ("I/ ", "II/ "),
    ("I - ", "II - "),
    ("A. ", "B. ", "C. "),
    ("1.1. ", "1.2. ", "1.3. "),
    ("1.1 ", "1.2 "),
    ("2.1.1. ", "2.1.2. "),
    ("1.", "2.", "3."),
    ("2. ", "3. ", "4. "),
    ("1 - ", "2 - "),
    ("1- ", "2- "),
    ("1: ", "2: "),
    ("1) ", "2) "),
    ("1)", "2)"),
    ("Bước 1: ", "Bước 2: "),
    ("–", "–"),
    ("-", "-"),
    ("+", "+"),
    ("— ", "— "),
    ("− ", "− "),
    ("o\t", "o\t"),
    ("o ", "o "),
    *((sign, sign) for sign in ("•\t", "▪ ", "➢ ", "✓ ", "● ", "■ ", "□ ", "◦ ", "❖ ", "§ ", "Ø ", "ü\t", "► ", "◆ ")),
    *((f"{chr(sign)}\t", f"{chr(sign)} ") for sign in (0xF0A7, 0xF0B7, 0xF0D8, 0xF0FC, 0xF076, 0xF02D)),
    ("•", "•"),
    ("\uf0b7", "\uf0b7"),
    ("👉 ", "👉 "),
    ("✅ ", "⏰ ", "📍"),
    ("1️⃣ ", "2️⃣ "),
    ("👨‍👩‍👧 ", "☎️ "),
    ("① ", "② "),
    ("→ ", "=> "),
    ("(*) ", "(**) "),
    ("*) ", "**) "),
]
WORDS = ("Đơn đề nghị theo mẫu", "Ủy quyền (nếu có)", "Giấy xác nhận", "Ảnh")
ABOVE = {
    "the text's beginning": "",
    "a sentence": "Người dân mang theo những giấy tờ sau đây khi đến làm thủ tục tại Bộ phận Một cửa:\n",
    "an item": "- Hồ sơ nộp trực tiếp tại Bộ phận Một cửa của phường trong giờ hành chính gồm có:\n",
    "a quotation": ">",
}


def lines(body: str) -> list[str]:
    """What a reader sees, line by line."""
    markup = markup_of(understand(body, "x.md", 1, "")[0])
    parted = re.sub(r"<(?:br|/?(?:p|li|ul|ol|h[2-6]|blockquote|div)\b[^>]*)>", "\0", markup)
    return [" ".join(html.unescape(re.sub(r"<[^>]+>", "", line)).split()) for line in parted.split("\0")]


@pytest.mark.parametrize("above", ABOVE)
@pytest.mark.parametrize("heads", ROWS, ids=lambda heads: " ".join(heads).encode("ascii", "backslashreplace").decode())
@pytest.mark.parametrize("end", [";", ""])
def test_each_stands_on_its_own_line(heads: tuple[str, ...], above: str, end: str) -> None:
    quoted = ABOVE[above] == ">"
    typed = [f"{head}{words}{end}" for head, words in zip(heads, WORDS, strict=False)]
    body = "".join(f"> {line}\n" for line in typed) if quoted else ABOVE[above] + "\n".join(typed)
    shown = lines(body)
    for line, words in zip(typed, WORDS, strict=False):
        # Numbers and pictures stay as typed; a bullet becomes the bullet of a list.
        whole = " ".join(line.split())
        assert whole in shown or f"{words}{end}" in shown, (whole, shown)
        if line[0].isdigit() or line[0] in "([aAIi" or ord(line[0]) > 0xFFFF:
            assert " ".join(words.split()[:2]) in " ".join(rendered(body))
            assert whole in shown or line.startswith(("2. ", "3. ", "4. ")), (whole, shown)


@pytest.mark.parametrize(
    "body",
    [
        "Mức hỗ trợ cho mỗi hộ bị thiệt hại nặng trong đợt mưa bão vừa qua là\n1.5 triệu đồng, nhận tại phường.",
        "Người dân trên địa bàn thực hiện việc kê khai trong thời gian từ ngày\n15/4/2022 đến hết tháng.",
        "Việc miễn tiền sử dụng đất áp dụng cho những trường hợp được nêu tại điểm\n(1) theo quy định của Luật.",
        "Hồ sơ do cán bộ phụ trách lĩnh vực văn hóa của phường tiếp nhận là bà N. V.\nA. và ông B.",
        "Thực hiện theo ý kiến chỉ đạo của cơ quan cấp trên tại Công văn số\n12/UBND-VP và văn bản liên quan.",
        "Mỗi lượt cấp giấy chứng nhận thực hiện xong trong khoảng thời gian từ\n7 - 10 ngày làm việc.",
        "Tỷ lệ người dân trên địa bàn phường đã tham gia bảo hiểm y tế đạt khoảng\n1/2 tổng số.",
        "Các hộ nằm trong phạm vi giải phóng mặt bằng của tuyến đường Nguyễn Văn\n–Trần Phú được mời họp.",
        "Nội dung này được thực hiện theo quy định tại khoản 2 và khoản 3 của\nĐiều 5. và văn bản hướng dẫn.",
        "Ống thoát nước chung của khu tập thể được thay bằng loại ống có đường kính\nØ 20 mm.",
        "Kết quả được trả tại Bộ phận Một cửa hoặc gửi qua bưu chính, xem thêm mục\na. của hướng dẫn.",
        "Thửa đất nằm tại góc phía đông của khu quy hoạch có diện tích sử dụng là\n1.200 m2.",
        "Giờ làm việc buổi chiều của Bộ phận Một cửa trong mùa hè bắt đầu lúc\n13:30 và kết thúc lúc 17:00.",
    ],
)
def test_a_sentence_goes_on(body: str) -> None:
    markup = markup_of(understand(body, "x.md", 1, "")[0])
    assert not re.search(r"<br|<ul|<ol", markup), markup


@pytest.mark.parametrize("blank", ["\u00a0", "\u202f", "\u2007", "\u2009", "\u3000", "\u2003", "\t", " \u00a0 "])
def test_every_blank_behind_a_mark_is_a_blank(blank: str) -> None:
    plain = (
        "## I. Mục\n\n- Một\n- Hai\n\n1. Ba\n2. Bốn\n\n> Năm\n\n| a | b |\n| --- | --- |\n| c d | e |\n\n1/ Sáu\n2/ Bảy"
    )
    wide = re.sub(r"(?<=[-#.>|/]) | (?=\|)", blank, plain)
    assert wide != plain
    shown = [markup_of(understand(body, "x.md", 1, "")[0]) for body in (plain, wide)]
    assert re.sub(r"(?:\s|&nbsp;)+", " ", shown[1]) == re.sub(r"(?:\s|&nbsp;)+", " ", shown[0])
    assert {"<h2", "<ul", "<ol", "<blockquote", "<table"} <= set(re.findall(r"<\w+", shown[0]))
    assert markup_of(understand(f"Một\n{blank}\nHai", "x.md", 1, "")[0]) == markup_of(
        understand("Một\n\nHai", "x.md", 1, "")[0]
    )
