"""Whether a notice is in force, in one word for a table."""

from __future__ import annotations

from bulletin.plan.desk.marks import MARKS
from bulletin.plan.desk.standing import Standing


def state_in_words(standing: Standing) -> str:
    """«còn hiệu lực», «hết hạn», «đã bị thay thế», «đang tạm dừng thực hiện», in a preview also «bản nháp»."""
    mark = "" if standing.state == "expired" and not standing.ended else standing.by_another
    return (mark or MARKS[standing.state] or "còn hiệu lực").lower()
