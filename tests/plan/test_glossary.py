"""The glossary: what the notices use, with where, and nothing of a hidden notice."""

from __future__ import annotations

from tests.conftest import Ward


def test_an_abbreviation_leads_to_the_notices_that_use_it(ward: Ward) -> None:
    ward.notice("2022/a", "Công tác GPMB.", title="Họp về mặt bằng")
    ward.notice("2022/b", "Công tác PCCC.", title="Việc chưa đăng", publish="draft")
    page = ward.text("viet-tat/index.html")
    used, _, others = page.partition("Các chữ viết tắt khác")
    assert "Họp về mặt bằng" in used
    assert "giải phóng mặt bằng" in used
    assert "Việc chưa đăng" not in page
    assert "phòng cháy, chữa cháy" in others


def test_a_notice_tells_its_abbreviations_in_words(ward: Ward) -> None:
    ward.notice("2022/a", "Công tác GPMB và GPMB.")
    page = ward.text("thong-bao/2022/a/index.html")
    assert "<strong>GPMB</strong>: giải phóng mặt bằng." in page
    assert page.count("<abbr ") == 1
