"""What is told with a notice whose signed text has slips, wherever the box of its page does not stand beside it."""

from __future__ import annotations

from html import escape

from bulletin.model.notice import Notice
from bulletin.model.prose import Prose

CORRECTED = "Đã được đính chính"


def summary_of(notice: Notice, prose: Prose) -> str:
    """What it is about, for those who do not see the page; it has the right words already, and says that it has."""
    about = notice.summary.what or prose.lead
    return f"{CORRECTED}. {about}".strip() if notice.errata else about


def errata_html(notice: Notice) -> str:
    """The slips and what should stand there, to go before the signed text."""
    return "".join(
        f"<p><strong>Đính chính.</strong> Trong thông báo viết: “{escape(one.says)}”. "
        f"Đúng ra là: “{escape(one.should)}”.{escape(f' {one.note}' if one.note else '')}</p>\n"
        for one in notice.errata
    )
