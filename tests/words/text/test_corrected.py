"""A text with its errata: which places change, and where they stood."""

from __future__ import annotations

import pytest

from bulletin.words.text.corrected import corrected, corrected_words


@pytest.mark.parametrize(
    ("text", "errata", "right"),
    [
        ("Họp ngày 05/5/2022.", (("05/5", "06/5"),), "Họp ngày 06/5/2022."),
        ("Họp ngày **05**/5\n  tại phường.", (("ngày 05/5 tại", "ngày 06/5 tại"),), "Họp ngày 06/5 tại phường."),
        ("Ngày 05/5, lại ngày 05/5.", (("ngày 05/5", "ngày 06/5"),), "Ngày 05/5, lại ngày 06/5."),
        ("Từ 05/5 đến 05/5.", (("05/5", "06/5"),), "Từ 06/5 đến 06/5."),
        # Figures and words are taken whole.
        ("Ngày 15/5 và 105/5.", (("5/5", "6/5"), ("05/5", "06/5")), "Ngày 15/5 và 105/5."),
        ("Số 05/55.", (("05/5", "06/5"),), "Số 05/55."),
        # No erratum corrects another; of two in one place the longer.
        ("Ngày 05/5 và 06/5.", (("05/5", "06/5"), ("06/5", "07/5")), "Ngày 06/5 và 07/5."),
        ("Sáng ngày 05/5.", (("05/5", "06/5"), ("ngày 05/5", "ngày 07/5")), "Sáng ngày 07/5."),
        ("Sáng ngày 05/5.", (("ngày 05/5", "ngày 07/5"), ("ngày 05", "ngày 06")), "Sáng ngày 07/5."),
        ("Không có.", (("05/5", "06/5"), ("*", "x")), "Không có."),
        ("Nhà văn hóa số 1", (("văn hóa số 1", "văn hóa số 2"),), "Nhà văn hóa số 2"),
        ("", (("a", "b"),), ""),
    ],
)
def test_the_right_words_stand_in_the_place_of_the_wrong(
    text: str, errata: tuple[tuple[str, str], ...], right: str
) -> None:
    assert corrected_words(text, errata) == right


def test_every_place_leads_back_to_the_signed_text() -> None:
    text = "Mở đầu.\n\nHọp ngày **05**\n/5 và chậm nhất 7/5.\nHết."
    right = corrected(text, (("05 /5", "mùng sáu tháng năm"), ("7/5", "8/5/2022")))
    assert right.text == "Mở đầu.\n\nHọp ngày **mùng sáu tháng năm và chậm nhất 8/5/2022.\nHết."
    for words in ("Mở", "Họp", "và chậm", "Hết"):
        assert right.back(right.text.index(words)) == text.index(words)
    assert right.back(right.text.index("tháng")) == text.index("05")
    assert right.back(right.text.index("5/2022")) == text.index("7/5")
    assert right.back(len(right.text)) == len(text)
