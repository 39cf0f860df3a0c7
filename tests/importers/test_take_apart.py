"""From a paper to its fields and body: head, title, foot, in the shapes in which offices set them."""

from __future__ import annotations

from datetime import date

import pytest

from bulletin.importers.take_apart import take_apart
from bulletin.model.paper import Box, Refused
from tests.importers.papers import FOOT, HEAD, ROWS, TITLE, centred, imported, line, notice, paper, side_by_side

BODY = "Tạm ngừng cấp nước từ 8 giờ đến 17 giờ ngày 06/8/2025."
MOTTOS = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")


def test_a_whole_paper_becomes_fields_and_body() -> None:
    got = imported(notice(BODY))
    fields = got.fields
    assert (fields.number, fields.symbol, fields.day) == ("12/TB-UBND", "TB-UBND", date(2025, 8, 5))
    assert (fields.parent, fields.issuer, fields.place) == (
        "UBND quận Mẫu",
        "Ủy ban nhân dân phường Thử",
        "Phường Thử",
    )
    assert (fields.type, fields.title) == ("Thông báo", "Về việc tạm ngừng cấp nước")
    assert (fields.authority, fields.role, fields.name) == (("TM. ỦY BAN NHÂN DÂN",), "CHỦ TỊCH", "Nguyễn Văn Mẫu")
    assert got.body == f"{BODY}\n"
    assert not got.doubts


def test_initials_of_the_drafter_are_a_number_and_no_word() -> None:
    got = imported(notice(BODY))
    assert got.fields.recipients == ("Như trên", "Lưu: VT, KT")
    assert dict(got.left_out) == {"initials": 1}


@pytest.mark.parametrize(
    ("printed", "public"),
    [
        ("Lưu: VT, NCKS.Bình", "Lưu: VT, NCKS"),
        ("Lưu: VT, TCCC(Thu)", "Lưu: VT, TCCC"),
        ("Lưu: VT, P.CNTT", "Lưu: VT, P.CNTT"),
        ("Lưu: VT, bnthu", "Lưu: VT"),
        ("Lưu: VT, KTTin507", "Lưu: VT"),
        ("Lưu Văn thư", "Lưu Văn thư"),
        ("Lưu ĐU", "Lưu ĐU"),
        ("Bà Lưu Thị Thử", "Bà Lưu Thị Thử"),
    ],
)
def test_what_is_public_of_where_a_copy_is_kept(printed: str, public: str) -> None:
    got = imported(notice(BODY, foot=side_by_side(["Nơi nhận:", f"- {printed}."], ["CHỦ TỊCH", "Trần Thị Thử"])))
    assert got.printed_recipients == (printed,)
    assert got.fields.recipients == (public,)


def test_what_a_draft_of_word_lacks_stays_empty_and_is_told() -> None:
    head = side_by_side(
        [line("ỦY BAN NHÂN DÂN", bold=True), line("PHƯỜNG THỬ", bold=True), "Số:       /TB-UBND"],
        [*MOTTOS, "Phường Thử, ngày     tháng 8 năm 2025"],
    )
    got = imported(notice(BODY, head=head))
    assert (got.fields.number, got.fields.symbol, got.fields.day) == ("", "TB-UBND", None)
    assert {doubt.field for doubt in got.doubts} == {"number", "date"}


@pytest.mark.parametrize("number", ["Số: 12 /TB-UBND", "Số: 12/TB-UBND", "Số:12 / TB-UBND"])
def test_blanks_in_a_number_are_the_paper_s(number: str) -> None:
    head = side_by_side([line("SỞ NỘI VỤ", bold=True), number], [*MOTTOS])
    assert imported(notice(BODY, head=head)).fields.number == number.removeprefix("Số:").strip()


def test_a_letterhead_of_tabs_and_blanks() -> None:
    got = imported(
        paper(
            "   ỦY BAN NHÂN DÂN\t\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "    PHƯỜNG THỬ           Độc lập - Tự do - Hạnh phúc",
            "Số: 7/KH-UBND\t\tPhường Thử, ngày 1 tháng 2 năm 2025",
            "",
            "KẾ HOẠCH",
            "Tổ chức hội chợ xuân",
            "",
            BODY,
            "Nơi nhận:\tTM. ỦY BAN NHÂN DÂN",
            "- Như trên;\tCHỦ TỊCH",
            "- Lưu: VT.",
            "\tTrần Thị Thử",
            kind="text",
        )
    )
    fields = got.fields
    assert (fields.issuer, fields.number, fields.day) == (
        "Ủy ban nhân dân phường Thử",
        "7/KH-UBND",
        date(2025, 2, 1),
    )
    assert (fields.type, fields.title, fields.role, fields.name) == (
        "Kế hoạch",
        "Tổ chức hội chợ xuân",
        "CHỦ TỊCH",
        "Trần Thị Thử",
    )
    assert fields.recipients == ("Như trên", "Lưu: VT")
    assert got.lines == (BODY,)


def test_a_letter_has_its_subject_below_the_number() -> None:
    head = side_by_side(
        [line("SỞ NỘI VỤ", bold=True), "Số: 9/SNV-VP", "V/v trả lời kiến nghị", "của người dân"], [*MOTTOS]
    )
    fields = imported(paper(head, "Kính gửi: Ủy ban nhân dân phường Thử.", BODY, FOOT)).fields
    assert (fields.type, fields.title) == ("Công văn", "trả lời kiến nghị của người dân")


def test_what_says_who_decides_is_no_title() -> None:
    got = imported(
        paper(
            HEAD,
            centred("QUYẾT ĐỊNH"),
            centred("Về việc giao nhiệm vụ"),
            centred("CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG THỬ"),
            "Căn cứ Luật Tổ chức chính quyền địa phương;",
            centred("QUYẾT ĐỊNH:"),
            "**Điều 1.** Giao Văn phòng.",
            FOOT,
        )
    )
    assert got.fields.title == "Về việc giao nhiệm vụ"
    assert got.lines[0] == "CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG THỬ"


def test_three_lines_of_authority_on_one_or_several_lines() -> None:
    foot = side_by_side(
        ["Nơi nhận:", "- Như trên."], ["TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG", "Lê Thử"]
    )
    fields = imported(notice(BODY, foot=foot)).fields
    assert (fields.authority, fields.role) == (("TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG"), "PHÓ CHÁNH VĂN PHÒNG")
    foot = side_by_side(["Nơi nhận:", "- Như trên."], ["TM. ỦY BAN NHÂN DÂN CHỦ TỊCH", "(Đã ký)", "ThS. Lê Văn Thử"])
    fields = imported(notice(BODY, foot=foot)).fields
    assert (fields.authority, fields.role, fields.name) == (("TM. ỦY BAN NHÂN DÂN",), "CHỦ TỊCH", "ThS. Lê Văn Thử")


def test_two_who_sign_side_by_side_stay_in_the_text() -> None:
    foot = side_by_side(["THƯ KÝ", "CHỦ NHIỆM", "Lê Thị Một"], ["CHỦ TỊCH", "Trần Văn Hai"])
    got = imported(notice(BODY, foot=foot))
    assert not got.fields.name
    assert "Lê Thị Một" in got.body
    assert "Trần Văn Hai" in got.body


def test_what_stands_behind_the_signature_is_kept_below_a_rule() -> None:
    got = imported(paper(HEAD, *TITLE, BODY, FOOT, centred("PHỤ LỤC I"), "Danh sách các hộ."))
    assert got.body.endswith("-----\n\n## PHỤ LỤC I\n\nDanh sách các hộ.\n")
    assert got.fields.name == "Nguyễn Văn Mẫu"
    assert any("sau chỗ ký" in doubt.says for doubt in got.doubts)


def test_lines_without_a_letterhead_are_text() -> None:
    got = imported(paper(centred("Chương trình đang chạy"), centred("XIN ĐỪNG TẮT MÁY"), centred("(Bảo vệ)")))
    assert got.fields.title == got.fields.issuer == got.fields.type == ""
    assert len(got.lines) == 3


def test_a_form_inside_rules_gives_no_signer() -> None:
    form = side_by_side(["Nơi nhận:", "- Như trên."], ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "(Chữ ký, dấu)"])
    got = imported(paper(centred("Phụ lục I"), "Mẫu trình bày chỗ ký:", form, "Hết mẫu."))
    assert got.fields.role == ""
    assert not got.fields.recipients


@pytest.mark.parametrize("mark", ["MẬT", "TỐI MẬT", "TUYỆT MẬT", "Độ mật: Mật"])
def test_secret_papers_are_refused(mark: str) -> None:
    for secret in (paper(mark, HEAD, BODY), paper(HEAD, Box(blocks=(line(mark),)), BODY)):
        taken = take_apart(secret, ROWS)
        assert isinstance(taken, Refused)
        assert "độ mật" in taken.says


@pytest.mark.parametrize("words", ["Mật ong rừng", "MẶT BẰNG", "Bí mật nhà nước"])
def test_words_about_secrets_are_none(words: str) -> None:
    assert words in imported(notice(BODY, words)).body


def test_a_stamp_is_told_and_an_urgency_is_a_field() -> None:
    head = side_by_side([line("SỞ NỘI VỤ", bold=True), "Số: 9/KH-SNV", "HỎA TỐC"], [*MOTTOS])
    got = imported(notice(BODY, head=head))
    assert got.fields.urgency == "Hỏa tốc"
    got = imported(paper(HEAD, line("DỰ THẢO LẦN 2", align="center"), *TITLE, BODY, FOOT))
    assert [doubt.says for doubt in got.doubts] == ["trên văn bản có dấu «DỰ THẢO LẦN 2»"]
    assert "DỰ THẢO" not in got.body


def test_what_a_paper_is_issued_with_is_a_relation() -> None:
    issued = "(Ban hành kèm theo Quyết định số 5/QĐ-UBND ngày 02 tháng 3 năm 2025 của Ủy ban nhân dân phường)"
    got = imported(paper(HEAD, *TITLE, line(issued, align="center"), BODY, FOOT))
    (relation,) = got.fields.relations
    assert (relation.relation, relation.number, relation.day) == ("ban hành kèm theo", "5/QĐ-UBND", date(2025, 3, 2))
    assert issued.replace("(", "(") in got.body
    open_number = issued.replace("5/QĐ-UBND ngày 02", "     /QĐ-UBND ngày   ")
    got = imported(paper(HEAD, *TITLE, line(open_number, align="center"), BODY, FOOT))
    assert not got.fields.relations
    assert [doubt.field for doubt in got.doubts] == ["relations"]


def test_a_number_and_a_day_that_stand_in_the_title_alone() -> None:
    text = centred("QUYẾT ĐỊNH SỐ 5/QĐ-UBND NGÀY 02/3/2025 VỀ VIỆC GIAO NHIỆM VỤ")
    fields = imported(paper(text, "Căn cứ Luật Tổ chức chính quyền địa phương;", BODY)).fields
    assert (fields.number, fields.day, fields.type, fields.title) == (
        "5/QĐ-UBND",
        date(2025, 3, 2),
        "Quyết định",
        "VỀ VIỆC GIAO NHIỆM VỤ",
    )
    # Below a letterhead with a number of its own it is another's.
    fields = imported(paper(HEAD, text, BODY)).fields
    assert fields.number == "12/TB-UBND"
    assert fields.title.startswith("SỐ 5/QĐ-UBND")


def test_a_letterhead_in_boxes() -> None:
    left = Box(blocks=(line("SỞ NỘI VỤ", bold=True),))
    right = Box(blocks=(line(MOTTOS[0]), line(MOTTOS[1]), line("Hà Mẫu, ngày 1 tháng 2 năm 2025")))
    fields = imported(paper(left, right, Box(blocks=(line("Số: 9/TB-SNV"),)), *TITLE, BODY)).fields
    assert (fields.issuer, fields.number, fields.day, fields.place) == (
        "Sở Nội vụ",
        "9/TB-SNV",
        date(2025, 2, 1),
        "Hà Mẫu",
    )


@pytest.mark.parametrize(
    ("text", "place", "day"),
    [
        ("Phường 12, ngày 05/8/2025", "Phường 12", date(2025, 8, 5)),
        ("Tp. Mẫu, ngày 5 tháng 8 năm 2025.", "Tp. Mẫu", date(2025, 8, 5)),
        ("Mẫu,ngày 05tháng 8năm2025", "Mẫu", date(2025, 8, 5)),
        ("Mẫu, ngày … tháng … năm 20…", "Mẫu", None),
        ("Mẫu, ngày {{d}} tháng 8 năm 2025", "Mẫu", None),
        ("Mẫu, ngày 31 tháng 2 năm 2025", "Mẫu", None),
        ("Thành phố Mẫu, ngày 05/8/2025", "Thành phố Mẫu", date(2025, 8, 5)),
    ],
)
def test_place_and_day(text: str, place: str, day: date | None) -> None:
    head = side_by_side([line("SỞ NỘI VỤ", bold=True), "Số: 9/TB-SNV"], [*MOTTOS, text])
    got = imported(notice(BODY, head=head))
    assert (got.fields.place, got.fields.day) == (place, day)
    assert [doubt.field for doubt in got.doubts] == ["date"] * (day is None)


@pytest.mark.parametrize(
    "text", ["Số:     /TB-UBND", "Số: ....../TB-UBND", "Số: {{so}}/TB-UBND", "Số:   /2025/TB-UBND", "Số ___ /TB-UBND"]
)
def test_a_serial_that_is_still_open(text: str) -> None:
    head = side_by_side([line("SỞ NỘI VỤ", bold=True), text], [*MOTTOS])
    fields = imported(notice(BODY, head=head)).fields
    assert (fields.number, fields.symbol, fields.type) == ("", "TB-UBND", "Thông báo")


def test_lines_that_a_narrow_column_has_cut() -> None:
    head = side_by_side(
        [
            line("ỦY BAN NHÂN DÂN", bold=True),
            line("THÀNH PHỐ", bold=True),
            line("HỒ CHÍ MINH", bold=True),
            "Số: 9/TB-UBND",
        ],
        ["CỘNG HÒA XÃ HỘI", "CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Mẫu, ngày", "05 tháng 8 năm 2025"],
    )
    got = imported(notice(BODY, head=head))
    assert got.fields.issuer == "Ủy ban nhân dân thành phố Hồ Chí Minh"
    assert (got.fields.place, got.fields.day) == ("Mẫu", date(2025, 8, 5))
    assert not got.doubts


def test_plain_text_below_a_title_that_print_sets_apart_is_text() -> None:
    got = imported(notice("Thời gian 7 giờ ngày 6 tháng 8"))
    assert got.fields.title == "Về việc tạm ngừng cấp nước"
    assert got.lines == ("Thời gian 7 giờ ngày 6 tháng 8",)


@pytest.mark.parametrize(
    ("printed", "name", "known"),
    [
        ("ỦY BAN NHÂN DÂN PHƯỜNG THỬ", "Ủy ban nhân dân phường Thử", True),
        ("HUYỆN ỦY MẪU SƠN", "Huyện ủy Mẫu Sơn", True),
        ("CÔNG AN PHƯỜNG 12", "Công an phường 12", True),
        ("SỞ THÔNG TIN VÀ TRUYỂN THÔNG", "Sở Thông tin và Truyển thông", True),
        ("TRƯỜNG THPT MẪU", "TRƯỜNG THPT MẪU", False),
        ("HĐND PHƯỜNG THỬ THƯỜNG TRỰC HĐND", "HĐND PHƯỜNG THỬ THƯỜNG TRỰC HĐND", False),
        ("Chi bộ 1", "Chi bộ 1", True),
    ],
)
def test_names_take_the_case_that_a_row_tells_and_keep_their_letters(printed: str, name: str, known: bool) -> None:
    assert ROWS.names.cased(printed) == (name, known)


def test_a_day_above_the_signature_is_quoted_and_not_taken() -> None:
    head = side_by_side([line("SỞ NỘI VỤ", bold=True), "Số: 9/TB-SNV"], [*MOTTOS])
    got = imported(notice(BODY, "Hà Mẫu, ngày 8 tháng 11 năm 2025", head=head))
    assert got.fields.day is None
    assert [(doubt.field, "8 tháng 11" in doubt.says) for doubt in got.doubts] == [("date", True)]


@pytest.mark.parametrize("text", ["Hôm nay, ngày 5 tháng 8 năm 2025", "Họp lúc 8 giờ ngày 05/8/2025"])
def test_a_line_that_tells_of_a_day_is_no_line_of_place_and_day(text: str) -> None:
    got = imported(paper(line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", align="center"), text, BODY))
    assert got.fields.day is None
    assert text in got.body


def test_a_type_that_a_machine_read_with_other_marks_is_told_as_it_was_read() -> None:
    scanned = paper(HEAD, centred("GIÁY MỜI"), centred("Về việc họp tổ"), "Kính mời ông bà đến dự.", FOOT, kind="ocr")
    read = imported(scanned)
    assert read.fields.type == "Giấy mời"
    assert "máy đọc dòng này là «GIÁY MỜI»" in [doubt.says for doubt in read.doubts]
