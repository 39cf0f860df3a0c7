"""The words that a card carries for what has become of a notice."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

State = Literal["live", "expired", "future", "draft", "internal", "withdrawn"]
MARKS: dict[State, str] = {
    "live": "",
    "expired": "Hết hạn",
    "future": "Chưa tới ngày đăng",
    "draft": "Bản nháp",
    "internal": "Nội bộ",
    "withdrawn": "Đã thu hồi",
}
# What has become of a notice through another.
BECAME: Mapping[str, str] = {
    "bãi bỏ": "Đã bị bãi bỏ",
    "thay thế": "Đã bị thay thế",
    "dừng thực hiện": "Đã dừng thực hiện",
    "tạm dừng thực hiện": "Đang tạm dừng thực hiện",
    "sửa đổi": "Đã được sửa đổi",
    "bổ sung": "Đã được bổ sung",
    "đính chính": "Đã được đính chính",
}
# Where several are so, the first of these is told.
GRAVEST_FIRST = (
    "bãi bỏ",
    "thay thế",
    "dừng thực hiện",
    "tạm dừng thực hiện",
    "sửa đổi",
    "bổ sung",
    "đính chính",
)
# What goes with what nobody has confirmed, or what an erratum has set right.
MACHINE_READ = "Máy đọc từ thông báo, chưa có người xác nhận"
CORRECTED = "Đã đính chính: chữ in trong thông báo có chỗ sai, ở đây theo lời đính chính"
UNCONFIRMED = "máy đọc, chưa có người xác nhận"
