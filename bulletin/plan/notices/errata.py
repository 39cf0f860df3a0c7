"""What is told with a notice that has slips or that others have changed, wherever its page does not stand beside it."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from bulletin.model.notice import Notice
from bulletin.model.prose import Prose
from bulletin.plan.desk.marks import BECAME
from bulletin.plan.desk.replaced_and_repealed import Ended
from bulletin.plan.desk.task import Told
from bulletin.words.text.spelled_out import in_full

CORRECTED = BECAME["đính chính"]


def summary_of(notice: Notice, prose: Prose, told: Iterable[Told] = (), stopped: Ended | None = None) -> str:
    """What it is about, for those who do not see the page: what others have changed of it first. It has the right words
    of its errata already, and says that it has."""
    parts = [f"{BECAME[stopped.kind]}."] if stopped else []
    parts += [f"{change.whole}." for change in told]
    parts += [f"{CORRECTED}."] if notice.errata else []
    what = (notice.summary.what or prose.lead).rstrip(" :;,")
    return " ".join((*parts, in_full(what, prose.abbreviations))).strip()


def errata_html(notice: Notice) -> str:
    """The slips and what should stand there, to go before the signed text."""
    return "".join(
        f"<p><strong>Đính chính.</strong> Trong thông báo viết: “{escape(erratum.says)}”. "
        f"Đúng ra là: “{escape(erratum.should)}”.{escape(f' {erratum.note}' if erratum.note else '')}</p>\n"
        for erratum in notice.errata
    )
