"""The words that pages, subscriptions and data of the calendar share."""

from __future__ import annotations

from collections.abc import Mapping

CALENDAR, CAMPAIGNS, TASKS = "Lịch", "Các đợt tuyên truyền", "Việc cần làm"
# The subscriptions by the name of their file: «/lich/ngay-nghi.ics».
TOPICS: Mapping[str, str] = {
    "ngay-nghi": "Ngày nghỉ",
    "ngay-ky-niem": "Ngày kỷ niệm",
    "treo-co": "Ngày treo cờ",
    "dot-tuyen-truyen": "Đợt tuyên truyền",
    "viec-can-lam": "Việc cần làm",
    "tat-ca": "Tất cả",
}
TASKS_TOPIC = "viec-can-lam"
# What a count of years is; «năm khác» goes without saying where there is little room.
SCALES: Mapping[str, str] = {"tròn": "năm tròn", "lẻ 5": "năm lẻ 5", "khác": "năm khác"}
ROUND_SCALES: Mapping[str, str] = {scale: words for scale, words in SCALES.items() if scale != "khác"}
OFF_STATUS: Mapping[str, str] = {"confirmed": "", "estimated": "dự kiến", "to-confirm": "chờ văn bản chính thức"}
RUNNING = "Đang diễn ra"
ENDED = "đã kết thúc"
OPEN_END = "cho đến khi có thông báo mới"
ONWARDS = "trở đi"  # of what only begins, where nobody says how it ends
# Notices of one day that have room in a grid.
NOTICES_OF_A_DAY = 3
