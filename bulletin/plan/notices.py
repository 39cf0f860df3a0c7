"""The page of a notice, plain pages, old addresses, and the files that go out with them."""

from __future__ import annotations

import json
from collections.abc import Iterator

from bulletin.model.notice import Notice, Relation
from bulletin.model.prose import Html
from bulletin.model.site import Entry, Page
from bulletin.model.source import Asset
from bulletin.model.views import Anchor, Download, NoticeView, PageView, RedirectView, Row
from bulletin.plan.frame import Desk
from bulletin.plan.visibility import MARKS, state
from bulletin.words import urls
from bulletin.words.dates import long, short
from bulletin.words.fold import slug
from bulletin.words.numbers import number_slug


def notices(desk: Desk) -> Iterator[Page]:
    """One page a shown notice."""
    neighbours: dict[str, tuple[Entry | None, Entry | None]] = {}
    for i, entry in enumerate(desk.current):
        older = desk.current[i - 1] if i else None
        newer = desk.current[i + 1] if i + 1 < len(desk.current) else None
        neighbours[entry.notice.key] = older, newer
    related: dict[str, list[tuple[str, Entry]]] = {}
    for entry in desk.current:
        for relation in entry.notice.relations:
            if target := _target(desk, relation, entry.notice):
                related.setdefault(target.notice.key, []).append((relation.kind, entry))
    for entry in desk.shown:
        older, newer = neighbours.get(entry.notice.key, (None, None))
        yield _notice(desk, entry, older, newer, related.get(entry.notice.key, []))


def _notice(
    desk: Desk, entry: Entry, older: Entry | None, newer: Entry | None, related: list[tuple[str, Entry]]
) -> Page:
    notice, prose, ward = entry.notice, entry.prose, desk.ward
    url = urls.notice_url(notice.key)
    card = desk.card(entry)
    description = notice.summary.what or prose.lead
    crumbs = (
        desk.anchor(urls.NOTICES, "Thông báo"),
        desk.anchor(urls.year_url(notice.signed_on.year), f"Năm {notice.signed_on.year}"),
    )
    title = f"{card.label}: {notice.title}" if notice.number else notice.title
    view = NoticeView(
        frame=desk.frame(url, title, description=description, crumbs=crumbs, kind="article"),
        card=card,
        issuer=notice.issuer,
        number=notice.number.printed if notice.number else "",
        type=notice.type,
        place_date=f"{notice.signed_at}, {long(notice.signed_on)}",
        iso=notice.signed_on.isoformat(),
        title=notice.title,
        summary=notice.summary,
        headings=tuple(h for h in prose.headings if h.level <= 3) if len(prose.headings) > 3 else (),
        body=prose.html,
        signer=notice.signer,
        recipients=notice.recipients,
        attachments=tuple(
            Download(
                href=ward.href(urls.asset_url(a.path)),
                title=a.title,
                size=_size(desk.assets[a.path].size),
                sha256=desk.assets[a.path].sha256,
            )
            for a in notice.attachments
        ),
        facts=tuple(_facts(desk, notice)),
        cited_by=tuple(desk.anchor(urls.notice_url(e.notice.key), e.notice.title, kind) for kind, e in related),
        newer=desk.anchor(urls.notice_url(newer.notice.key), newer.notice.title) if newer else None,
        older=desk.anchor(urls.notice_url(older.notice.key), older.notice.title) if older else None,
        json_ld=_json_ld(desk, entry, url, description),
    )
    return Page(url=url, template="notice.html", view=view, source=notice.place)


def _facts(desk: Desk, notice: Notice) -> Iterator[Row]:
    ward = desk.ward

    def listed(index: str, name: str) -> Anchor:
        return desk.anchor(f"{index}{slug(name)}/", name)

    yield Row(label="Cơ quan ban hành", values=(listed(urls.ISSUERS, notice.issuer),))
    yield Row(label="Tên loại", values=(listed(urls.TYPES, notice.type),))
    if notice.fields:
        yield Row(label="Lĩnh vực", values=tuple(listed(urls.FIELDS, ward.fields[key]) for key in notice.fields))
    if notice.published_on != notice.signed_on:
        yield Row(label="Ngày đăng", values=(Anchor(href="", text=short(notice.published_on)),))
    if notice.expires_on:
        yield Row(label="Hiệu lực đến hết ngày", values=(Anchor(href="", text=short(notice.expires_on)),))
    for relation in notice.relations:
        label = relation.kind[0].upper() + relation.kind[1:]
        target = _target(desk, relation, notice)
        dated = f" ngày {short(relation.dated)}" if relation.dated else ""
        text = (
            f"{target.notice.type} số {relation.number.normal}{dated}" if target else f"{relation.number.normal}{dated}"
        )
        href = ward.href(urls.notice_url(target.notice.key)) if target else ""
        yield Row(label=label, values=(Anchor(href=href, text=text),))


def _target(desk: Desk, relation: Relation, notice: Notice) -> Entry | None:
    """The shown notice that a relation names: by its number, in the year it gives, else in the notice's own year.

    Of several issuers with one number, the notice's own; none when that does not decide.
    """
    year = relation.number.year or (relation.dated or notice.signed_on).year
    found = desk.by_number.get((year, number_slug(relation.number)), ())
    own = tuple(e for e in found if e.notice.issuer == notice.issuer)
    rows = own if len(found) > 1 else found
    return rows[0] if len(rows) == 1 else None


def _size(size: int) -> str:
    if size < 1000:
        return f"{size} byte"
    for unit in ("KB", "MB", "GB"):
        size_in = size / 1000
        if size_in < 999.95 or unit == "GB":
            return f"{size_in:.1f} {unit}".replace(".", ",")
        size = round(size_in)
    return ""


def _json_ld(desk: Desk, entry: Entry, url: str, description: str) -> Html:
    notice = entry.notice
    data = {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": notice.title,
        "description": description,
        "identifier": notice.number.normal if notice.number else None,
        "datePublished": notice.published_on.isoformat(),
        "dateCreated": notice.signed_on.isoformat(),
        "expires": notice.expires_on.isoformat() if notice.expires_on else None,
        "inLanguage": "vi",
        "url": desk.ward.absolute(url),
        "publisher": {"@type": "GovernmentOrganization", "name": notice.issuer},
    }
    text = json.dumps({k: v for k, v in data.items() if v is not None}, ensure_ascii=False)
    # Inside <script> only these could end it or begin a comment.
    return Html(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))


def plain_pages(desk: Desk) -> Iterator[Page]:
    """Pages that are not notices."""
    for entry in desk.pages:
        page = entry.page
        url = urls.page_url(page.key)
        frame = desk.frame(url, page.title, description=page.summary or entry.prose.lead)
        view = PageView(frame=frame, title=page.title, body=entry.prose.html, mark=MARKS[state(page, desk.today)])
        yield Page(url=url, template="page.html", view=view, source=page.place)


def redirects(desk: Desk) -> Iterator[Page]:
    """Old addresses of what is shown."""
    rows = [(e.notice.title, urls.notice_url(e.notice.key), e.notice.aliases) for e in desk.shown]
    rows += [(e.page.title, urls.page_url(e.page.key), e.page.aliases) for e in desk.pages]
    for title, url, aliases in rows:
        for alias, place in aliases:
            view = RedirectView(href=desk.ward.href(url), url=desk.ward.absolute(url), title=title)
            yield Page(url=alias, template="redirect.html", view=view, source=place)


def files(desk: Desk) -> Iterator[Page]:
    """The files that a shown notice or page hands out or links to; no other file leaves content/."""
    by_url = {urls.asset_url(path): asset for path, asset in desk.assets.items()}
    wanted: dict[str, Asset] = {}
    for entry in desk.shown:
        for attachment in entry.notice.attachments:
            wanted[attachment.path] = desk.assets[attachment.path]
    for links in (*(e.prose.links for e in desk.shown), *(e.prose.links for e in desk.pages)):
        for link in links:
            path = link.target.partition("#")[0]
            if path.startswith("/files/") and (
                asset := desk.assets.get(path[1:]) or by_url.get(urls.asset_url(path[1:]))
            ):
                wanted[asset.path] = asset
    for path, asset in sorted(wanted.items()):
        yield Page(url=urls.asset_url(path), template="", view=asset)
