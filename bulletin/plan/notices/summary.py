"""What a notice is about, for those who do not see its page."""

from __future__ import annotations

from collections.abc import Iterable

from bulletin.model.archive import Entry
from bulletin.plan.desk.marks import BECAME
from bulletin.plan.desk.standing import Standing, label_of
from bulletin.plan.notices.due import Due, lasting, sentence
from bulletin.words.text.spelled_out import in_full

_MOST = 200  # signs of when and where


def summary_of(entry: Entry, standing: Standing, dues: Iterable[Due]) -> str:
    """What others have changed of it first, then when and where something is to be done. It has the right words of its
    errata already, and says that it has."""
    notice, prose, stopped = entry.notice, entry.prose, standing.stopped
    parts = [f"{BECAME[stopped.kind]}."] if stopped else []
    parts += [f"{change.whole}." for change in standing.changes]
    parts += [f"{BECAME['đính chính']}."] if notice.errata else []
    what = (notice.summary.what or lasting(prose.lead)).rstrip(" :;,") or f"{label_of(notice)}: {notice.headline}"
    what = in_full(what, prose.abbreviations)
    due = next((due for due in dues if not due.is_change), None)
    if due and not due.begins(what):
        parts += [sentence(due.spelled(prose.abbreviations).within(_MOST))]
    return " ".join(filter(None, (*parts, what)))
