"""The readable cases of `tests/cases/thoi-han.md`, and what no case can show."""

from __future__ import annotations

import re
import time
import unicodedata
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin.model.deadline import Deadline
from bulletin.understand.citations.mentions import Citing
from bulletin.understand.deadlines.reading import read as find
from bulletin.understand.prose import understand
from bulletin.understand.text.lines import Lines
from bulletin.understand.vocabulary import vocabulary
from bulletin.words.dates.printed import short
from tests.understand.citations.test_cases import KNOWN

FILE = Path(__file__).parents[2] / "cases" / "thoi-han.md"
CASE = re.compile(r"^(?P<title>.+)\n\.\n(?P<input>(?:.*\n)*?)\.\n(?P<expected>(?:.*\n)*?)\.\n", re.MULTILINE)
CASES = [m.groupdict() for m in CASE.finditer(FILE.read_text(encoding="utf-8"))]
LEXICON = vocabulary(KNOWN, ())
SIGNED = date(2022, 4, 28)


def read(text: str, signed_on: date | None = SIGNED) -> tuple[Deadline, ...]:
    citing = Citing(vocabulary=LEXICON, signed_on=signed_on)
    return understand(text, "x.md", 1, "", citing)[0].deadlines


def told(one: Deadline) -> str:
    days = [short(day) for day in (one.by, one.starts_on, one.ends_on) if day]
    when = one.rrule or " - ".join(dict.fromkeys(days))
    return f"{one.sentence[1]} → {one.kind} | {when} | {one.audience}{' (năm suy đoán)' if one.guessed else ''}"


def test_every_case_is_read() -> None:
    assert len(CASES) == FILE.read_text(encoding="utf-8").splitlines().count(".") // 3 > 15


@pytest.mark.parametrize("case", CASES, ids=[case["title"] for case in CASES])
def test_case(case: dict[str, str]) -> None:
    assert "\n".join(map(told, read(case["input"]))) == case["expected"].strip("\n")


def test_the_sentence_and_the_line_are_the_evidence() -> None:
    (one,) = read("Mở đầu.\n\n- Đề nghị *các hộ* nộp thuế **trước ngày 15/5/2022** tại phường.\n")
    assert one.sentence == ("Đề nghị các hộ nộp thuế ", "trước ngày 15/5/2022", " tại phường.")
    assert (one.place.line, one.place.col) == (3, 31)


@pytest.mark.parametrize(
    ("above", "line", "first", "last"),
    [
        ("Ra quân: 6h30 ngày 14/5/2022.", "Sau đó duy trì sáng thứ Bảy hằng tuần, từ 6h30 đến 8h00.", "2022-05-14", None),
        ("Chợ tạm họp từ 01/6/2022 đến hết 31/12/2022.", "Giờ chợ tạm: 4h30 - 18h00 hằng ngày.", "2022-06-01", "2022-12-31"),
        # Of another thing.
        ("Nhận đơn từ 01/6/2022 đến hết 31/12/2022.", "Giờ đổ rác: 18h00 - 19h00 hằng ngày.", None, None),
    ],
)  # fmt: skip
def test_a_rule_begins_with_what_it_goes_on_from(above: str, line: str, first: str | None, last: str | None) -> None:
    (rule,) = (one for one in read(f"- {above}\n- {line}") if one.rrule)
    days = [day and day.isoformat() for day in (rule.starts_on, rule.ends_on)]
    assert days == [first, last]


def test_only_notices_have_deadlines() -> None:
    text = "Đề nghị các hộ nộp thuế trước ngày 15/5/2022."
    assert read(text)
    assert understand(text, "x.md", 1, "")[0].deadlines == ()


def test_letters_in_two_parts_and_odd_blanks_say_the_same() -> None:
    text = "Các hộ dân treo cờ từ ngày 29/4/2022 – đến hết ngày 03/5/2022."
    (one,) = read(unicodedata.normalize("NFD", text).replace("ngày 29", "ngày\u00a029"))
    assert (one.starts_on, one.ends_on) == (date(2022, 4, 29), date(2022, 5, 3))


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Hà Nội, ngày 20 tháng 12 năm 2024\n\nNgười dân đăng ký trước ngày 10/01.", 2025),
        ("Ngày 02/3/2023 phường họp. Người dân đăng ký trước ngày 15/5.", 2023),
        # The date of a document tells nothing of the notice's year.
        ("Luật số 42/2013/QH13 ngày 25/11/2013. Người dân đăng ký trước ngày 15/5.\n\nHọp ngày 02/3/2023.", 2023),
        ("Kỳ thi năm 2019: thí sinh nộp hồ sơ trước ngày 15/5.", 2019),
    ],
)
def test_without_the_notices_day_the_year_is_that_of_the_text(text: str, year: int) -> None:
    (one,) = read(text, None)
    assert one.by and one.by.year == year
    assert one.guessed


def test_no_year_anywhere_is_no_deadline() -> None:
    assert read("Người dân đăng ký trước ngày 15/5.", None) == ()


@pytest.mark.parametrize(
    "words",
    [
        "trước", "chậm nhất", "muộn nhất", "trễ nhất", "đến hết", "hạn cuối", "hạn nộp là", "từ nay đến", "kéo dài đến",
        "gia hạn đến", "TRƯỚC", "Chậm nhất là",
    ],
)  # fmt: skip
def test_each_way_to_say_by_when_is_enough(words: str) -> None:
    (one,) = read(f"Nộp giấy {words} ngày 15/5/2022.")
    assert one.by == date(2022, 5, 15)


@pytest.mark.parametrize("signed_on", [None, date(2022, 6, 30)])
@pytest.mark.parametrize(
    "text",
    [
        "Sáng ngày 12/5/2022, Ủy ban nhân dân phường tổ chức hội nghị triển khai công tác phòng, chống dịch.",
        "Chiều 14/5/2022, tại hội trường phường, Hội Phụ nữ phối hợp Trạm Y tế tổ chức tập huấn cho 60 hội viên.",
        "Vào lúc 8 giờ 00 ngày 15/5/2022, tại Nhà văn hóa tổ 5 đã diễn ra ngày hội hiến máu.",
        "Lúc 19h30 ngày 16/5/2022, lực lượng chức năng tiếp nhận tin báo cháy tại ngõ 12.",
        "Ngày 20/5/2022, Đoàn Thanh niên phường ra quân dọn vệ sinh tuyến đường ven sông.",
        "Hội thi được tổ chức thành công vào ngày 21/5/2022 với sự tham gia của 12 đội.",
        "Cập nhật lúc 10:30, 06/6/2022",
        "Ngày đăng: 30/6/2022 10:07",
        "Thời gian đăng: 06/6/2022",
        "Thời gian: 16:58 - 25/6/2022",
        "Đăng lúc 08h15 ngày 27/6/2022",
        "Thứ Năm, 09/6/2022, 07:00 GMT+7",
        "Xuất bản lúc 7 giờ 30 ngày 11/6/2022.",
        "Tính đến 16 giờ ngày 12/6/2022, toàn phường ghi nhận 52 trường hợp mắc bệnh.",
        "Tính đến hết ngày 30/6/2022, phường đã cấp 1.250 thẻ căn cước.",
        "Đồng chí sinh vào ngày 15/5/1950 tại xã Đông Hải, vào Đảng ngày 19/5/1972.",
        "Ông nhập ngũ ngày 12/6/1968, bị thương vào chiều ngày 07/5/1975.",
        "Xã được thành lập vào ngày 01/6/2022 trên cơ sở sáp nhập ba đơn vị.",
        "Chiến dịch kết thúc thắng lợi vào chiều ngày 07/5/1954; ngày 20/7/1954 Hiệp định được ký kết.",
        "Luật có hiệu lực vào ngày 01/7/2022, trừ Điều 5 có hiệu lực từ ngày 01/01/2023.",
        "Nghị quyết được Hội đồng nhân dân phường khóa II thông qua vào ngày 28/6/2022.",
        "Nghị định này có hiệu lực thi hành kể từ ngày 20 và 25/6/2022 theo từng điều khoản.",
        "Báo cáo số liệu các ngày 10, 11 và 12/6/2022 cho thấy lượng rác giảm 12%.",
        "Trong các ngày 14, 15 và 16/6/2022, phường đã kiểm tra 45 cơ sở kinh doanh.",
        "Phường Bình Minh, ngày 05 và ngày 06 tháng 6 năm 2022 ghi nhận mưa lớn.",
        "Danh sách gồm những trẻ được rà soát bổ sung từ ngày 15/5/2022 đến ngày 30/6/2022.",
        "Việc khám tuyển được tổ chức nghiêm túc từ ngày 4 đến 8/11/2022, nhằm tuyển chọn thanh niên.",
        "Căn cứ Biên bản họp lúc 14 giờ ngày 18/5/2022 của tổ dân phố số 7.",
        "Thực hiện Công văn ngày 07 và 08/6/2022 của Ủy ban nhân dân quận về việc tổng vệ sinh.",
        "Ngày bầu cử đầu tiên của nước ta là ngày 06/01/1946.",
        "Sáng nay (17/5/2022), Ủy ban nhân dân phường họp giao ban tuần.",
        "Quyết định được ký vào ngày 10/6/2022 và đăng trên trang thông tin của phường.",
        "Ngày Môi trường Thế giới được tổ chức vào ngày 5 tháng 6 hằng năm.",
        "Giấy chứng nhận được cấp vào ngày 12/6/2022, số vào sổ 00123.",
        "- Ngày vào Đảng: 13/9/2022; ngày chính thức: 13/9/2023.",
        "Cuộc thi diễn ra vào ngày 8/6/2022 đã thu hút 100 lượt hội viên tham gia.",
        "Công trình được khởi công vào sáng ngày 19/5/2022, tổng mức đầu tư 12 tỷ đồng.",
        "Trận mưa từ 15h đến 18h chiều ngày 24/5/2022 đã làm ngập nhiều tuyến đường.",
    ],
)
def test_reports_histories_and_printing_times_tell_nothing_to_do(text: str, signed_on: date | None) -> None:
    assert read(text, signed_on) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Phường sẽ khám sức khỏe cho người cao tuổi vào ngày 15/6/2022.",
        "Kính mời bà con dự họp lúc 20 giờ, thứ Tư, ngày 15/6/2022 tại nhà văn hóa.",
        "Lễ phát động dự kiến diễn ra vào 7 giờ 30 phút ngày 15/6/2022.",
        "Thứ Tư, ngày 15/6/2022, cử tri khu phố sẽ bầu Trưởng khu phố.",
        "Ngày tiêm: 15/6/2022.",
        "Thời gian (dự kiến): sáng 15/6/2022.",
    ],
)
def test_what_is_announced_is_found_without_knowing_the_day_of_signing(text: str) -> None:
    (one,) = read(text, None)
    assert (one.kind, one.starts_on) == ("event", date(2022, 6, 15))


def test_after_the_signing_a_sentence_without_words_that_announce_is_enough() -> None:
    text = "Sáng ngày 15/6/2022, phường tổ chức hội nghị."
    assert read(text, None) == read(text, date(2022, 6, 15)) == ()
    (one,) = read(text, date(2022, 6, 10))
    assert one.starts_on == date(2022, 6, 15)


def test_a_year_in_a_name_is_the_last_resort_and_that_of_a_law_is_none() -> None:
    (one,) = read("Lễ hội Hoa 2023: cấm xe từ 17h đến 18h ngày 29/4 trên đường Trần Phú.", None)
    assert one.starts_on == date(2023, 4, 29)
    assert read("Luật Nghĩa vụ quân sự 2015 quy định: nộp giấy đến hết ngày 31 tháng 12.", None) == ()


@pytest.mark.parametrize("day", ["31/4/2022", "30/02/2023", "15/13/2022", "00/5/2022"])
def test_a_day_that_does_not_exist_is_no_deadline(day: str) -> None:
    assert read(f"Người dân đăng ký trước ngày {day}.") == ()


def test_29_february_of_a_common_year() -> None:
    assert read("Người dân đăng ký trước ngày 29/02.", date(2022, 12, 28)) == ()
    (one,) = read("Người dân đăng ký trước ngày 29/02.", date(2023, 12, 28))
    assert one.by == date(2024, 2, 29)


def test_addresses_tell_no_days() -> None:
    assert read("Người dân xem [trước](/a/ngay/trước-15/5/2022) và https://x.vn/den-het-ngay/30/6/2022.") == ()


@given(st.dates(date(2022, 4, 28), date(2023, 12, 31)), st.integers(1, 300))
def test_a_window_is_found_as_printed(first: date, length: int) -> None:
    last = date.fromordinal(first.toordinal() + length)
    (one,) = read(f"Người dân đăng ký từ ngày {short(first)} đến hết ngày {short(last)}.")
    assert (one.kind, one.starts_on, one.ends_on, one.guessed) == ("window", first, last, False)


@given(st.text(alphabet="từđến hạn ngày thứ hàng tuần 0123/.-:()\n*", max_size=300))
def test_nothing_breaks_it(text: str) -> None:
    for one in read(text):
        assert one.sentence[1]
        assert one.kind != "window" or (one.starts_on and one.ends_on and one.starts_on < one.ends_on)


@pytest.mark.parametrize(
    "piece",
    [
        "từ ngày ",
        "từ 8h00, thứ hai, ",
        "hạn nộp ",
        "thứ hai, ",
        "05, ",
        "(ngày ",
        "gia hạn ",
        "- ",
        "vào lúc 8h ngày ",
        "27, 28, ",
        "mai (",
        "; ngày 3/4 tại ",
    ],
)
def test_time_grows_with_length_only(piece: str) -> None:
    text = "hàng tuần " + piece * (20_000 // len(piece)) + "1/5/2022"
    start = time.perf_counter()
    read(text)
    assert time.perf_counter() - start < 3


@pytest.mark.parametrize(
    "piece",
    [
        "Xong trước ngày 1/5/2023.\n\n",
        "Xong trước ngày 1/5/2023, ",
        "thứ hai, 8h - 9h, 1/5, ",
        "vào sáng ngày 1/5/2023, ",
    ],
)
def test_many_deadlines_cost_as_many_times_as_much(piece: str) -> None:
    def once(count: int) -> float:
        start = time.process_time()
        find(piece * count, Lines("", 1, ""), SIGNED)
        return time.process_time() - start

    def cost(count: int) -> float:
        return min(once(count) for _ in range(3))  # a busy machine must not look like a hang

    assert cost(4000) < 24 * cost(500)


def test_errata_hold_for_spellings_that_take_marks_apart() -> None:
    """The places are those of the signed text, and what no erratum touches is not corrected."""
    body = "Kính gửi các hộ.\n\nNgười dân nộp hồ sơ chậm nhất ngày 05/5/2022.\n\nHọp dân lúc 19 giờ ngày 10/5/2022."
    errata = (("hồ sơ chậm nhất ngày 05/5/2022", "bộ hồ sơ, chậm nhất ngày 06/5/2022"),)
    citing = Citing(vocabulary=LEXICON, signed_on=SIGNED)
    seen = set()
    for form in ("NFC", "NFD"):
        pairs = tuple((unicodedata.normalize(form, says), should) for says, should in errata)
        prose, _ = understand(unicodedata.normalize(form, body), "a.md", 1, "/", citing, errata=pairs)
        seen.add(tuple((d.by or d.starts_on, d.corrected, d.place.line) for d in prose.deadlines))
    assert seen == {((date(2022, 5, 6), True, 3), (date(2022, 5, 10), False, 5))}
