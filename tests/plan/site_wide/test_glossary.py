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


def test_it_says_which_meanings_somebody_has_checked(ward: Ward) -> None:
    page = ward.text("viet-tat/index.html")
    assert 'giải phóng mặt bằng <span class="count">(đã đối chiếu)</span>' in page
    assert 'Ủy ban nhân dân <span class="count">(đã đối chiếu)</span>' in page
    assert "an ninh chính trị <span" not in page


def test_titles_cards_and_plain_pages_tell_theirs_too(ward: Ward) -> None:
    ward.notice("2022/a", "GPMB.", title="Việc GPMB & <b>", summary="{what: Nộp hồ sơ PCCC, call: UBND 024 3827 1234}")
    page = ward.text("thong-bao/2022/a/index.html")
    assert '<h1>Việc <abbr title="giải phóng mặt bằng">GPMB</abbr> &amp; &lt;b&gt;</h1>' in page
    assert '<dd>Nộp hồ sơ <abbr title="phòng cháy, chữa cháy">PCCC</abbr></dd>' in page
    assert '<dd><abbr title="Ủy ban nhân dân">UBND</abbr> <a href="tel:02438271234">024 3827 1234</a></dd>' in page
    assert page.count("<abbr ") == 3
    assert "<title>Việc giải phóng mặt bằng &amp; &lt;b&gt; " in page
    ward.write("pages/gioi-thieu.md", "---\ntitle: Về UBND\npublish: public\n---\n\nUBND và HĐND.\n")
    page = ward.text("gioi-thieu/index.html")
    assert page.count('title="Ủy ban nhân dân"') == page.count('title="Hội đồng nhân dân"') == 1


def test_a_notice_tells_its_abbreviations_in_words(ward: Ward) -> None:
    ward.notice("2022/a", "Công tác GPMB và GPMB.")
    page = ward.text("thong-bao/2022/a/index.html")
    assert "<strong>GPMB</strong>: giải phóng mặt bằng." in page
    assert page.count("<abbr ") == 1
