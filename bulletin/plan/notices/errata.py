"""What is told with a notice that has slips or that others have changed, wherever its page does not stand beside it."""

from __future__ import annotations

from html import escape

from bulletin.model.notice import Notice


def errata_html(notice: Notice) -> str:
    """The slips and what should stand there, to go before the signed text."""
    return "".join(
        f"<p><strong>Đính chính.</strong> Trong thông báo viết: “{escape(erratum.says)}”. "
        f"Đúng ra là: “{escape(erratum.should)}”.{escape(f' {erratum.note}' if erratum.note else '')}</p>\n"
        for erratum in notice.errata
    )
