"""The words that a card carries for what has become of a notice."""

from __future__ import annotations

from typing import Literal

State = Literal["live", "expired", "future", "draft", "internal"]
MARKS: dict[State, str] = {
    "live": "",
    "expired": "Hết hạn",
    "future": "Chưa tới ngày đăng",
    "draft": "Bản nháp",
    "internal": "Nội bộ",
}
# Of what is in force by its editors, but has its last day behind it (plan/desk/over.py).
OVER = "Đã qua"
