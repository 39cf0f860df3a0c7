"""What was public is known: `/du-lieu/manifest.json`, and what a build tells beside the one of the site before.

The file is made of the site alone, so the same inputs give the same bytes; the one before is only read.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date

from bulletin.addresses import MANIFEST_JSON, NAMED_BY_CONTENT, SHORT, campaign_url, file_of, notice_url, page_url
from bulletin.model.archive import Archive, Entry
from bulletin.model.kept import Kept
from bulletin.model.notice import Notice
from bulletin.model.place import Place
from bulletin.model.problem import Problem, problem
from bulletin.model.source import Asset
from bulletin.model.views.notices import RedirectView
from bulletin.model.views.page import Files, Planned
from bulletin.model.ward import Ward
from bulletin.words.dates.printed import short
from bulletin.words.text.blocks import plain


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One address, without the path of the site. `page` and `source` are SHA-256 of the file that is served and of the
    text that it comes from, `text` of what a notice says, "" where there is none; days are ISO. `to` is where an old
    address leads."""

    url: str
    page: str
    source: str = ""
    text: str = ""
    first: str = ""
    updated: str = ""
    corrected: tuple[str, ...] = ()
    withdrawn: str = ""
    to: str = ""

    @property
    def texts(self) -> tuple[object, ...]:
        """All that it holds, each a text unless it was made of what is no manifest."""
        own = (self.url, self.page, self.source, self.text, self.first, self.updated, self.withdrawn, self.to)
        return (*own, *self.corrected)


@dataclass(frozen=True, slots=True, kw_only=True)
class Public:
    """All addresses of one site, by address; `site` is its own whole one, `day` that of the build (ISO). `files` are
    the SHA-256 of what is told by no row, by address: styles, scripts, pictures, pieces of search."""

    site: str
    rows: Mapping[str, Row]
    day: str = ""
    files: Mapping[str, str] = field(default_factory=dict)


def public(
    ward: Ward,
    archive: Archive,
    pages: Iterable[Planned],
    files: Files,
    sources: Mapping[str, str],
    today: date,
) -> Public:
    """The site of `files`; `sources` are the SHA-256 of texts by path."""
    notices = {notice_url(entry.notice.key): entry for entry in archive.entries}
    gone = {one.place.path: one.since.isoformat() for one in archive.withdrawn}
    rows = {}
    for page in pages:
        data = files.get(file_of(page.url))
        if data is None or page.url.startswith(NAMED_BY_CONTENT) or page.template == "picture":
            continue
        path = page.source.path if page.source else ""
        is_gone = page.template in ("withdrawn.html", "subscription") and path in gone
        row = Row(
            url=page.url,
            page=_digest_of(data),
            source="" if is_gone else sources.get(path, ""),
            withdrawn=gone[path] if is_gone else "",
            to=_led_to(page, ward),
        )
        entry = notices.get(page.url)
        rows[page.url] = row if is_gone or entry is None else _told(row, entry, archive)
    told = {file_of(url) for url in rows}
    return _of(ward, today, dict(sorted(rows.items())), {path: files[path] for path in files if path not in told})


def listed(files: Files, ward: Ward, today: date) -> Files:
    """A copy of the site whose `files` are not as the site serves them, with a list of its own."""
    return {**files, file_of(MANIFEST_JSON): written(_of(ward, today, {}, files))}


def _of(ward: Ward, today: date, rows: Mapping[str, Row], rest: Files) -> Public:
    named = {f"/{path}": _digest_of(data) for path, data in sorted(rest.items())}
    return Public(site=ward.absolute("/"), day=today.isoformat(), rows=rows, files=named)


def _told(row: Row, entry: Entry, archive: Archive) -> Row:
    """With what a notice has of days."""
    notice = entry.notice
    return Row(
        url=row.url,
        page=row.page,
        source=row.source,
        text=_said(entry, archive),
        first=notice.published_on.isoformat(),
        updated=notice.updated_on.isoformat() if notice.updated_on else "",
        corrected=tuple(one.on.isoformat() for one in notice.corrected),
    )


def _said(entry: Entry, archive: Archive) -> str:
    """The SHA-256 of what readers are told, whatever else stands in the file and however it is laid out."""
    notice, assets = entry.notice, archive.assets
    parts = (
        (notice.title, notice.number.normal if notice.number else "", notice.type, notice.issuer, notice.signed_at),
        (notice.signed_on, notice.expires_on, notice.urgency, notice.fields, notice.recipients),
        (asdict(notice.summary), asdict(notice.signer), [(e.says, e.should, e.note) for e in notice.errata]),
        [(e.what, e.who, e.where, e.hours, e.every, e.starts_on, e.ends_on, e.by) for e in notice.events or ()],
        [(a.title, assets[a.path].sha256) for a in notice.attachments if a.path in assets],
        plain(entry.prose.text),
    )
    return _digest(repr(parts).encode())


def _led_to(page: Planned, ward: Ward) -> str:
    view = page.view() if page.template == "redirect.html" and not isinstance(page.view, Asset) else None
    return view.href.removeprefix(ward.base) if isinstance(view, RedirectView) else ""


def written(known: Public) -> bytes:
    """As JSON: a line an address, what is not known left out."""
    rows = ({key: value for key, value in asdict(row).items() if value} for row in known.rows.values())
    lines = ",\n".join(json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in rows)
    files = json.dumps(known.files, ensure_ascii=False, indent=0, separators=(",", ":"))
    head = f'"site":{json.dumps(known.site)},"built":{json.dumps(known.day)}'
    return f'{{{head},"addresses":[\n{lines}\n],"files":{files}}}\n'.encode()


def read(data: bytes) -> Public | None:
    """What `written` has written; None of anything else."""
    try:
        given = json.loads(data)
        rows = [Row(**{**row, "corrected": tuple(row.get("corrected", ()))}) for row in given["addresses"]]
        day, files = given.get("built", ""), given.get("files", {})
        texts = (day, *files.values(), *(value for row in rows for value in row.texts))
        if not all(isinstance(value, str) for value in texts):
            return None
        return Public(site=str(given["site"]), day=day, rows={row.url: row for row in rows}, files=files)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def compared(before: Public | None, now: Public, archive: Archive, shown: str, today: date) -> tuple[Problem, ...]:
    """What has become of what was public: changed in silence, moved, gone. Nothing of another site; `shown` is how
    problems name `content/`."""
    if before is None or before.site != now.site:
        return ()
    notices = {notice_url(entry.notice.key): entry.notice for entry in archive.entries}
    return (*_silent(before, now, notices, today), *_gone(before, now, archive, notices, shown))


def _silent(before: Public, now: Public, notices: Mapping[str, Notice], today: date) -> Iterator[Problem]:
    for url, row in now.rows.items():
        was = before.rows.get(url)
        if not (was and was.text and row.text and url in notices):
            continue
        if was.text != row.text and (was.updated, was.corrected) == (row.updated, row.corrected):
            yield _changed(notices[url], today)


def _changed(notice: Notice, today: date) -> Problem:
    line = f"{{on: {short(today)}, what: …}}"
    lines = f"- {line}» dưới «corrected" if notice.corrected else f"corrected: [{line}]"
    return problem("changed-silently", notice.place, lines=lines)


def _gone(
    before: Public, now: Public, archive: Archive, notices: Mapping[str, Notice], shown: str
) -> Iterator[Problem]:
    """What an editor's text stood at, and nothing stands at now."""
    fresh = {row.text: url for url, row in now.rows.items() if row.text and url not in before.rows}
    places = {page_url(entry.page.key): entry.page.place for entry in archive.pages}
    places |= {campaign_url(campaign.id): campaign.place for campaign in archive.campaigns}
    places |= {url: notice.place for url, notice in notices.items()}
    for was in filter(_is_of_an_editor, before.rows.values()):
        if was.url in now.rows:
            continue
        leads = fresh.get(was.text, "") if was.text else was.to
        if leads in places and leads in now.rows:
            yield problem("address-dies", places[leads], url=was.url, line=f"aliases: [{was.url}]")
        elif not was.to:
            yield problem("published-gone", places.get(was.url, Place(path=f"{shown}/notices")), url=was.url)


def _is_of_an_editor(row: Row) -> bool:
    """Whether a text of theirs stood there; short addresses follow those that they lead to."""
    return bool(row.source) and not row.withdrawn and row.url.endswith("/") and not row.url.startswith(SHORT)


def _digest_of(data: bytes | Kept | Asset) -> str:
    return _digest(data) if isinstance(data, bytes) else data.sha256


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
