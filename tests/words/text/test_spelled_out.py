"""Abbreviations are spelled out where no page explains them; numbers and what explains itself keep theirs."""

from __future__ import annotations

import pytest

from bulletin import knowledge
from bulletin.words.text.spelled_out import in_full

ROWS = knowledge.load().abbreviations


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("UBND phường mời", "Ủy ban nhân dân phường mời"),
        ("Chủ tịch UBND, HĐND phường", "Chủ tịch Ủy ban nhân dân, Hội đồng nhân dân phường"),
        ("Họp TDP số 3.", "Họp tổ dân phố số 3."),
        ("TDP số 3 họp. TDP số 4 nghỉ", "Tổ dân phố số 3 họp. Tổ dân phố số 4 nghỉ"),
        ("Kế hoạch 12/KH-UBND", "Kế hoạch 12/KH-UBND"),
        ("Công văn 5/UBND-YT", "Công văn 5/UBND-YT"),
        ("Ủy ban nhân dân (UBND) phường", "Ủy ban nhân dân (UBND) phường"),
        ("UBNDTP và XUBND", "UBNDTP và XUBND"),
        ("trật tự đô thị, TTĐT", "trật tự đô thị, TTĐT"),  # means other things elsewhere
    ],
)
def test_in_full(text: str, told: str) -> None:
    assert in_full(text, ROWS) == told
