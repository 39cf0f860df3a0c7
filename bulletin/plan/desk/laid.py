"""The desk laid: what is shown, worked out once for all pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from bulletin import addresses
from bulletin.knowledge import Knowledge
from bulletin.model.archive import Archive, Entry
from bulletin.model.ward import Ward
from bulletin.plan.desk.almanac import almanac
from bulletin.plan.desk.desk import Desk
from bulletin.plan.desk.nearest_time import with_nearest
from bulletin.plan.desk.over import all_off, over
from bulletin.plan.desk.replaced_and_repealed import ended, stopped, without_hidden
from bulletin.plan.desk.site_frame import site
from bulletin.plan.desk.standing import Standing
from bulletin.plan.desk.task import of_source
from bulletin.plan.desk.visibility_and_urgency import is_shown, state
from bulletin.plan.desk.who_cites_what import gather
from bulletin.plan.desk.who_speaks import speaker
from bulletin.plan.desk.withdrawn_papers import known_papers, what_is_left
from bulletin.words.papers.succession import numbered


def _order(entry: Entry) -> tuple[date, date, str]:
    """Oldest first; total, so no list depends on the order of files."""
    return entry.notice.published_on, entry.notice.signed_on, entry.notice.key


def desk(
    archive: Archive,
    ward: Ward,
    today: date,
    static: Mapping[str, str],
    known: Knowledge,
    *,
    picture: str = "",
    preview: bool,
) -> Desk:
    """Lay the desk, without hidden things. `static` leads from «style.css» to its address, `picture` is that of the
    picture which previews show of a page that has none of its own. `known` are the common rows."""
    shown = tuple(sorted((e for e in archive.entries if is_shown(e.notice, today, preview=preview)), key=_order))
    by_number = numbered(shown)
    gone = ended(shown, by_number)
    dispatches = gather(shown, known_papers(archive, by_number), by_number, known.issuer_rows, archive.renumbered)
    public = without_hidden(archive.campaigns, archive.entries, shown, dispatches.by_key.keys())
    book = almanac(replace(archive, campaigns=public), ward, today, shown, dispatches, preview=preview)
    halted = stopped(shown, by_number, gone)
    last_days, off = over(shown, gone, today, book.changes), all_off(shown, gone, today, book.changes)
    standings = {
        entry.notice.key: with_nearest(
            Standing(
                notice=entry.notice,
                today=today,
                state=state(entry.notice, today),
                ended=gone.get(entry.notice.key),
                stopped=halted.get(entry.notice.key),
                last=last_days.get(entry.notice.key),
                is_off=entry.notice.key in off,
                changes=of_source(book.changes, entry.notice.key),
                times=book.by_source.get(addresses.notice_url(entry.notice.key), ()),
            )
        )
        for entry in shown
    }
    return Desk(
        ward=ward,
        site=site(ward, static, picture=picture, speaker=speaker(ward, today, preview=preview), preview=preview),
        today=today,
        preview=preview,
        static=static,
        shown=shown,
        current=tuple(entry for entry in shown if standings[entry.notice.key].is_current),
        pages=tuple(p for p in archive.pages if is_shown(p.page, today, preview=preview)),
        assets=archive.assets,
        by_number=by_number,
        ended=gone,
        stopped=halted,
        over=last_days,
        off=off,
        standings=standings,
        dispatches=dispatches,
        almanac=book,
        abbreviations=archive.abbreviations,
        synonyms=archive.synonyms,
        known=known,
        picture=picture,
        gone=what_is_left(archive),
    )
