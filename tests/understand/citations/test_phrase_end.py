"""Where the name of an office ends: one readable case for each word and sign that decides it; «|» is the end."""

from __future__ import annotations

import pytest

from bulletin.understand.citations.issuer_phrases import issuer_after, issuer_at, issuer_before, phrase_end
from bulletin.understand.vocabulary import vocabulary
from tests.understand.citations.test_cases import CHAIN, KNOWN

HERE = vocabulary(KNOWN, CHAIN).lexicon

CASES = """
    known name, then a common word        Ủy ban nhân dân| về việc tổng vệ sinh
    a place and its own name              Ủy ban nhân dân tỉnh Bình Thuận| về việc
    a place may be shortened              UBND TP. Hà Nội| ban hành
    … behind which a small word ends      UBND Q. Bồ Đề| kính mời
    a full stop ends the sentence         UBND quận|. Phường triển khai
    a name of no row goes on              Tổ giúp việc Hội thi| về việc
    any small word ends a known name      Ủy ban nhân dân| kính mời
    a number of the body's own            Ban Chỉ đạo 389| về hàng giả
    … behind which a small word ends it   Ban Chỉ đạo 389| kính mời
    a figure that is a count              Ủy ban nhân dân| 5678 hộ
    «số» before a figure                  Chi bộ Tổ dân phố số 5| về việc
    … and else                            Ủy ban nhân dân| số 5678
    a level                               Hội đồng nhân dân cấp tỉnh| thông qua
    a deed of two words                   Liên minh Hợp tác xã| báo cáo kết quả
    … its first word may be of a name     Văn phòng Báo Nhân Dân| về việc
    «đăng ký» is of a name                Văn phòng đăng ký đất đai| về việc
    «và» inside a name                    Phòng Giáo dục và Đào tạo| về việc
    … a name of no row behind it goes on  Ủy ban nhân dân và Bồ Đề kính| mời việc
    «và» before the next citation         UBND quận| và Công văn số 12
    «và» before a small word              UBND quận| và các trường
    a list of trades                      Sở Văn hóa, Thể thao và Du lịch| về việc
    … of no row                           Sở Nông nghiệp, Môi trường và Du lịch| về việc
    a comma else ends                     UBND quận|, Sở Nội vụ
    two titles of one man                 Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ| về việc
    «phòng, chống»                        Ban Chỉ đạo Phòng, chống thiên tai| về việc
    a dash before a common word           UBND quận| - mời bà con
    a dash between two places             UBND tỉnh Bà Rịa - Vũng Tàu| về việc
    a dash before a name of no row        Ủy ban nhân dân| - Bồ Đề
    what many bodies have in common       Đảng ủy các cơ quan Đảng| về việc
    … not of a body that has no such      UBND quận| các khu công nghiệp
    a common word in capitals             NGÂN HÀNG| VỀ VIỆC
    a bracket                             UBND quận| (sau đây gọi là
    nothing at all                        | về việc
"""
ROWS = [(line[4:42].strip(), line[42:]) for line in CASES.strip("\n").splitlines()]


@pytest.mark.parametrize(("why", "case"), ROWS, ids=[why for why, _ in ROWS])
def test_an_office_is_named_up_to_there(why: str, case: str) -> None:
    end, text = case.index("|"), case.replace("|", "").lstrip()
    end -= len(case.replace("|", "")) - len(text)
    got = phrase_end(text, text.lower(), 0, len(text), HERE)
    assert text[:got] + "|" + text[got:] == text[: max(0, end)] + "|" + text[max(0, end) :]


def test_the_issuer_stands_behind_of_before_a_deed_or_at_the_end() -> None:
    text = "Kế hoạch số 12 của UBND quận về việc lập danh sách do Sở Nội vụ ban hành"
    low, end = text.lower(), len(text)
    assert issuer_at(text, low, text.index(" của"), end, HERE)[0] == "UBND quận"
    assert issuer_at(text, low, text.index(" về"), end, HERE)[0] == ""
    assert issuer_after(text, low, text.index(" về"), end, HERE) == "Sở Nội vụ"
    assert issuer_after(text.replace("ban hành", "đề nghị"), low.replace("ban hành", "đề nghị"), 0, end, HERE) == ""
    before = "Ngày 12/5, UBND quận ban hành "
    assert issuer_before(before, before.lower(), len(before), HERE) == "UBND quận"
    before = "theo đề nghị của Sở Nội vụ tại "
    assert issuer_before(before, before.lower(), len(before), HERE) == "Sở Nội vụ"
