"""Areas named together are found one by one."""

import pytest

from bulletin.understand.search_areas import areas_apart


@pytest.mark.parametrize(
    ("text", "areas"),
    [
        ("Các tổ 5, 6 và 7 ngừng cấp nước", ["tổ 5", "tổ 6", "tổ 7"]),
        ("Tổ 7 - 9: sáng thứ Năm", ["tổ 7", "tổ 8", "tổ 9"]),
        ("Từ tổ 7 đến hết tổ 9", ["tổ 7", "tổ 8", "tổ 9"]),
        ("Tổ dân phố số 1, 2 và ngõ 45, 47 phố Ban Mai", ["tổ 1", "tổ 2", "ngõ 45", "ngõ 47"]),
        ("TDP 3; khu phố 4", ["tổ 3", "khu phố 4"]),
        ("Khu phố 1, khu phố 3", ["khu phố 1", "khu phố 3"]),
        ("tổ 05, tổ 6", ["tổ 5", "tổ 6"]),
        ("tổ 9 - 7", ["tổ 9", "tổ 7"]),  # no range: nothing between is made up
        ("tổ 1 - 900", ["tổ 1", "tổ 900"]),
        # no areas
        ("ngõ 14/9, tổ 3-4/2026", []),
        ("hỗ trợ 5, 6 hộ; mỗi tổ cử 2 người", []),
        ("tổ 12h30", []),
    ],
)
def test_areas_named_together_stand_apart(text: str, areas: list[str]) -> None:
    assert list(areas_apart(text)) == areas
