"""The page of a notice, plain pages, old addresses, and the files that go out with them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bulletin import addresses
from bulletin.model.archive import Entry
from bulletin.model.contact import Contact
from bulletin.model.html import Html
from bulletin.model.notice import Notice
from bulletin.model.source import Asset
from bulletin.model.text import Words
from bulletin.model.views.dispatches import DispatchRow
from bulletin.model.views.frame import Anchor, Correction, Download, Row
from bulletin.model.views.notices import NoticeView
from bulletin.model.views.page import Page
from bulletin.plan.calendar.campaign_pages import resting
from bulletin.plan.calendar.task_rows import event_rows, subscription
from bulletin.plan.desk.changes import UNCONFIRMED, name_of, of_source
from bulletin.plan.desk.desk import Desk
from bulletin.plan.desk.marks import MARKS, OVER
from bulletin.plan.desk.tasks import MACHINE_READ
from bulletin.plan.desk.visibility import state
from bulletin.plan.dispatches.rows import dispatch_row
from bulletin.plan.notices.body import body_on_site
from bulletin.plan.notices.errata import summary_of
from bulletin.plan.notices.html_of_text import html_of_words
from bulletin.plan.notices.print_code import paper
from bulletin.plan.notices.share import shared
from bulletin.plan.notices.ties import Tie, Ties, changes, status, ties
from bulletin.words.dates.printed import long, short
from bulletin.words.papers.administrative_units import PLACE
from bulletin.words.papers.body_names import body_slug, spelled
from bulletin.words.papers.document_numbers import number_slug
from bulletin.words.papers.succession import meant
from bulletin.words.text.blocks import cut
from bulletin.words.text.fold import slug
from bulletin.words.text.phones import phones
from bulletin.words.text.sizes import size
from bulletin.words.text.spelled_out import in_full

# What stands at the head of every paper of a system: Nghị định 30/2020/NĐ-CP; Hướng dẫn 05-HD/VPTW (27/5/2026), and
# before it 36-HD/VPTW (2018): the same words.
_HEADS = {
    "party": ("Đảng Cộng sản Việt Nam", ""),
    "state": ("Cộng hòa xã hội chủ nghĩa Việt Nam", "Độc lập\u00a0- Tự\u00a0do\u00a0- Hạnh\u00a0phúc"),
}


# Before it the name of a body is broken: «ỦY BAN NHÂN DÂN / PHƯỜNG PHÚC ĐỒNG».
_PLACE = re.compile(rf" (?=(?:{PLACE}) )", re.IGNORECASE)


def notices(desk: Desk) -> Iterator[Page]:
    """One page a shown notice, and the picture of its previews."""
    neighbours: dict[str, tuple[Entry | None, Entry | None]] = {}
    for i, entry in enumerate(desk.current):
        older = desk.current[i - 1] if i else None
        newer = desk.current[i + 1] if i + 1 < len(desk.current) else None
        neighbours[entry.notice.key] = older, newer
    tied = ties(desk)
    campaigns = resting(desk.site, desk.almanac.campaigns, desk.by_number)
    for entry in desk.shown:
        key = entry.notice.key
        older, newer = neighbours.get(key, (None, None))
        yield from _notice(desk, entry, older, newer, tied, campaigns.get(key, ()))


def _notice(
    desk: Desk,
    entry: Entry,
    older: Entry | None,
    newer: Entry | None,
    tied: Ties,
    campaigns: tuple[Anchor, ...],
) -> Iterator[Page]:
    notice, prose, ward = entry.notice, entry.prose, desk.ward
    ties_from, ties_to = tied.of.get(notice.key, ()), tied.to.get(notice.key, ())
    url = addresses.notice_url(notice.key)
    # What has become of it stands in words of its own.
    card = desk.card(entry)
    card = replace(card, mark=OVER if card.over else MARKS[state(notice, desk.today)])
    description = summary_of(notice, prose, of_source(desk.almanac.changes, notice.key), desk.stopped.get(notice.key))
    crumbs = (
        desk.anchor(addresses.NOTICES, "Thông báo"),
        desk.anchor(addresses.year_url(notice.signed_on.year), f"Năm {notice.signed_on.year}"),
    )
    headline = in_full(notice.headline, prose.abbreviations)
    title = f"{card.label}: {headline}" if notice.number else headline
    heading, *told, call = prose.above  # as pipeline.notice_entry gives them: title, what, who, when, call
    of_others = (*changes(desk, ties_to, by=True), *_changed(desk, entry, by=True))
    deeds = (*changes(desk, ties_from, by=False), *_changed(desk, entry, by=False))
    became = [kind for tie in ties_to if tie.stated for kind in tie.relations]
    on_paper = paper(desk, notice)
    sent = shared(desk, entry, became, (*of_others, *deeds))
    view = NoticeView(
        frame=sent.framed(desk, desk.frame(url, title, description=description, crumbs=crumbs, kind="article")),
        card=card,
        caution=MACHINE_READ if card.caution else "",
        head=_HEADS.get(notice.system, ("", "")),
        issuer=tuple(_PLACE.split(notice.issuer)),
        number=notice.number.printed if notice.number else "",
        type=notice.type,
        place_date=f"{notice.signed_at}, {long(notice.signed_on)}",
        iso=notice.signed_on.isoformat(),
        published=notice.published_on.isoformat(),
        heading=html_of_words(heading),
        told=tuple(zip(("Việc gì", "Ai", "Khi nào"), map(html_of_words, told), strict=True)),
        # What only a machine reads is not set beside the very text that it is read from.
        tasks=event_rows(
            desk.site, desk.today, notice.events or (), desk.standings[notice.key].changes, notice.expires_on
        ),
        subscribe=subscription(desk.site, desk.today, desk.almanac.tasks, url) if notice.events else "",
        headings=tuple(h for h in prose.headings if h.level <= 3) if len(prose.headings) > 3 else (),
        errata=tuple(Correction(says=e.says, should=e.should, note=e.note) for e in notice.errata),
        body=body_on_site(entry, desk.dispatches, ward.base),
        signer=notice.signer,
        recipients=notice.recipients,
        attachments=tuple(
            Download(
                href=ward.href(addresses.asset_url(a.path)),
                title=a.title,
                size=size(desk.assets[a.path].size),
                sha256=desk.assets[a.path].sha256,
            )
            for a in notice.attachments
        ),
        facts=tuple(_facts(desk, entry, campaigns, ties_to)),
        became=of_others,
        changes=deeds,
        abbreviations=tuple((row.code, row.means) for row in prose.abbreviations),
        glossary_href=ward.href(addresses.GLOSSARY),
        cites=tuple(_cites(desk, entry)),
        cited_by=tuple(Anchor(href=t.href, text=t.source.notice.headline, note=t.note) for t in ties_to),
        cited_by_all=next(
            (
                desk.anchor(addresses.dispatch_url(d.address), d.label)
                for d in desk.dispatches.ours.get(notice.key, ())
                if {t.source.notice.key for t in ties_to} <= {c.entry.notice.key for c in d.cited}
            ),
            None,
        ),
        anniversaries=tuple(_anniversaries(desk, entry)),
        newer=desk.anchor(addresses.notice_url(newer.notice.key), newer.notice.headline) if newer else None,
        older=desk.anchor(addresses.notice_url(older.notice.key), older.notice.headline) if older else None,
        json_ld=_json_ld(desk, entry, url, description),
        paper=on_paper,
        call=tuple(_call(call)),
        ask=_ask(desk, card.urgency),
        share=sent.share,
    )
    yield Page(url=url, template="notice.html", view=view, source=notice.place)
    yield sent.picture


def _call(call: Words) -> Iterator[tuple[Html, str]]:
    """Whom to call in pieces, each with what to dial or ""."""
    start = 0
    for piece, dial in phones(call.text):
        yield html_of_words(cut(call, start, start + len(piece))), dial
        start += len(piece)


def _changed(desk: Desk, entry: Entry, *, by: bool) -> Iterator[Row]:
    """Which of its times others call off or move, or which of others' it does; what only a machine has read is said."""
    for told in desk.almanac.changes:
        source, target = told.linked.source, told.linked.target
        unsure = "" if told.linked.stated else f"; {UNCONFIRMED}"
        other = source if by else target
        if entry.notice.key in (told.keys if by else (source.notice.key,)):
            note = f"ngày {short(other.notice.signed_on)}{unsure}"
            anchor = desk.anchor(addresses.notice_url(other.notice.key), name_of(other.notice), note)
            yield Row(label=f"{told.outcome} theo" if by else told.deed, values=(anchor,))


def _cites(desk: Desk, entry: Entry) -> Iterator[DispatchRow]:
    """What a notice cites, in the order of its text; then what tells too little to be found."""
    for dispatch, citing in desk.dispatches.of.get(entry.notice.key, ()):
        yield dispatch_row(desk.site, dispatch, ", ".join(citing.relations), subject=False)
    unknown = {(m.type, m.number.normal): m for m in entry.prose.mentions[::-1] if not m.key}
    for m in list(unknown.values())[::-1]:
        yield DispatchRow(
            href="",
            text=f"{m.type or 'Văn bản'} số {m.number.normal}",
            date=short(m.dated) if m.dated else "",
            iso=m.dated.isoformat() if m.dated else "",
            issuer=m.body.name if m.body else m.issuer,
            subject="",
            guess="chưa rõ ký hiệu",
            note=m.relation,
        )


def _anniversaries(desk: Desk, entry: Entry) -> Iterator[Anchor]:
    """The days that its text names, in its order."""
    kept = {row.id: row for row in desk.almanac.anniversaries}
    for id_ in dict.fromkeys(said.anniversary for said in entry.prose.occasions):
        if row := kept.get(id_):
            yield desk.anchor(addresses.day_url(row.on), row.name)


def _ask(desk: Desk, urgency: str) -> tuple[Contact, ...]:
    """Whom to ask about a notice that names nobody: whom one can call; of what is urgent all of them, for the first may
    have closed."""
    called = [row for row in desk.ward.contacts if row.phone] or desk.ward.contacts
    return tuple(called) if urgency else tuple(called[:1])


def _facts(desk: Desk, entry: Entry, campaigns: tuple[Anchor, ...], ties_to: Sequence[Tie]) -> Iterator[Row]:
    ward, notice = desk.ward, entry.notice

    def listed(index: str, name: str) -> Anchor:
        return desk.anchor(f"{index}{slug(name)}/", name)

    yield Row(
        label="Cơ quan ban hành", values=(desk.anchor(addresses.issuer_url(notice.issuer), spelled(notice.issuer)),)
    )
    yield Row(label="Tên loại", values=(listed(addresses.TYPES, notice.type),))
    if notice.fields:
        yield Row(label="Lĩnh vực", values=tuple(listed(addresses.FIELDS, ward.fields[key]) for key in notice.fields))
    if twins := tuple(_twins(desk, notice)):
        yield Row(label="Thông báo khác cùng số", values=twins)
    if now := status(desk, notice, ties_to):
        yield Row(label="Tình trạng", values=(Anchor(href="", text=now),))
    yield Row(label="Ngày đăng", values=(Anchor(href="", text=short(notice.published_on)),))
    if notice.updated_on:
        yield Row(label="Ngày sửa", values=(Anchor(href="", text=short(notice.updated_on)),))
    if notice.expires_on:
        yield Row(label="Hiệu lực đến hết ngày", values=(Anchor(href="", text=short(notice.expires_on)),))
    if campaigns:
        yield Row(label="Đợt tuyên truyền", values=campaigns)
    for relation in notice.relations:
        label = relation.kind[0].upper() + relation.kind[1:]
        target = meant(desk.by_number, relation, entry)
        dated = f" ngày {short(relation.dated)}" if relation.dated else ""
        text = (
            f"{target.notice.type} số {relation.number.normal}{dated}" if target else f"{relation.number.normal}{dated}"
        )
        href = ward.href(addresses.notice_url(target.notice.key)) if target else ""
        yield Row(label=label, values=(Anchor(href=href, text=text),))


def _twins(desk: Desk, notice: Notice) -> Iterator[Anchor]:
    """What the same body has published under the same number in that year, in another series."""
    number = notice.number
    for other in desk.by_number.get((notice.signed_on.year, number_slug(number)), ()) if number else ():
        if other.notice.key != notice.key and body_slug(other.notice.issuer) == body_slug(notice.issuer):
            note = f"ngày {short(other.notice.signed_on)}"
            yield desk.anchor(addresses.notice_url(other.notice.key), other.notice.headline, note)


def _json_ld(desk: Desk, entry: Entry, url: str, description: str) -> Html:
    notice = entry.notice
    data = {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": notice.headline,
        "description": description,
        "identifier": notice.number.normal if notice.number else None,
        "datePublished": notice.published_on.isoformat(),
        "dateModified": notice.updated_on.isoformat() if notice.updated_on else None,
        "dateCreated": notice.signed_on.isoformat(),
        "expires": notice.expires_on.isoformat() if notice.expires_on else None,
        "inLanguage": "vi",
        "url": desk.ward.absolute(url),
        "publisher": {"@type": "GovernmentOrganization", "name": notice.issuer},
    }
    text = json.dumps({k: v for k, v in data.items() if v is not None}, ensure_ascii=False)
    # Inside <script> only these could end it or begin a comment.
    return Html(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))


def files(desk: Desk) -> Iterator[Page]:
    """The files that a shown notice, page or dispatch hands out or links to; no other file leaves content/."""
    by_url = {addresses.asset_url(path): asset for path, asset in desk.assets.items()}
    wanted: dict[str, Asset] = {}
    for entry in desk.shown:
        for attachment in entry.notice.attachments:
            wanted[attachment.path] = desk.assets[attachment.path]
    for dispatch in desk.dispatches.by_key.values():
        if dispatch.known and not dispatch.list_only and dispatch.known.file in desk.assets:
            wanted[dispatch.known.file] = desk.assets[dispatch.known.file]
    for links in (*(e.prose.links for e in desk.shown), *(e.prose.links for e in desk.pages)):
        for link in links:
            if asset := by_url.get(link.file):
                wanted[asset.path] = asset
    for path, asset in sorted(wanted.items()):
        yield Page(url=addresses.asset_url(path), template="", view=asset)
