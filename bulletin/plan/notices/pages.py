"""The page of a notice, and the picture of its previews."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from bulletin import addresses
from bulletin.model.anniversary import Anniversary
from bulletin.model.archive import Entry
from bulletin.model.html import Html
from bulletin.model.notice import Notice, Relation
from bulletin.model.source import Asset
from bulletin.model.views.dispatches import DispatchRow
from bulletin.model.views.frame import Anchor, Correction, Download, Row
from bulletin.model.views.notices import Answer, Change, Letterhead, NoticeView
from bulletin.model.views.page import NamedByContent, Planned
from bulletin.model.views.tasks_and_campaigns import TaskRow
from bulletin.plan.calendar.task_rows import event_rows
from bulletin.plan.desk.dispatch import Cites, Dispatch
from bulletin.plan.desk.marks import UNCONFIRMED
from bulletin.plan.desk.site_frame import Site
from bulletin.plan.desk.standing import Standing, card
from bulletin.plan.desk.task import Told, name_of
from bulletin.plan.dispatches.rows import dispatch_row
from bulletin.plan.notices.body import body_on_site
from bulletin.plan.notices.contents import contents
from bulletin.plan.notices.due import Due
from bulletin.plan.notices.html_of_text import html_of_words
from bulletin.plan.notices.print_code import paper
from bulletin.plan.notices.share import Shared, ShareInputs, shared
from bulletin.plan.notices.short_addresses import short_address
from bulletin.plan.notices.summary import summary_of
from bulletin.plan.notices.ties import Tie, changes, place_of, status
from bulletin.words.dates.printed import long, short
from bulletin.words.papers.administrative_units import PLACE
from bulletin.words.papers.body_names import whole_name
from bulletin.words.text.fold import slug
from bulletin.words.text.sizes import size
from bulletin.words.text.spelled_out import in_full

# What stands at the head of every paper of a system: Nghị định 30/2020/NĐ-CP; Hướng dẫn 05-HD/VPTW (27/5/2026), and
# before it 36-HD/VPTW (2018): the same words.
_HEADS = {
    "party": Letterhead(country="Đảng Cộng sản Việt Nam", motto=""),
    "state": Letterhead(
        country="Cộng hòa xã hội chủ nghĩa Việt Nam", motto="Độc lập\u00a0- Tự\u00a0do\u00a0- Hạnh\u00a0phúc"
    ),
}
# Before it the name of a body is broken: «ỦY BAN NHÂN DÂN / PHƯỜNG PHÚC ĐỒNG».
_PLACE = re.compile(rf" (?=(?:{PLACE}) )", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """A relation of the front matter, and the shown notice of ours that it names."""

    relation: Relation
    target: Notice | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeInputs:
    """What the page of a notice sees: the notice, and what others say of it.

    `dues` are when and where something is to be done. `ties_from` and `ties_to` are how it speaks of others of ours and
    they of it; `deeds` are the times of others that it calls off or moves (those of its own are in `standing`). `cites`
    are the documents that it cites, `cited_as` those as which others cite it. `fields` are names, `campaigns` links to
    those that rest on it, `anniversaries` the days that its text names and are kept here, `twins` notices of its body
    with its number. `attached` and `linked` are as in ShareInputs. `answer` makes the card on its first line. `older`
    and `newer` are its neighbours among what is in force.
    """

    site: Site
    entry: Entry
    standing: Standing
    dues: tuple[Due, ...]
    fields: tuple[str, ...]
    ties_from: tuple[Tie, ...]
    ties_to: tuple[Tie, ...]
    deeds: tuple[Told, ...]
    cites: Cites
    cited_as: tuple[Dispatch, ...]
    campaigns: tuple[Anchor, ...]
    anniversaries: tuple[Anniversary, ...]
    relations: tuple[Meant, ...]
    twins: tuple[Notice, ...]
    attached: tuple[Asset, ...]
    linked: tuple[Asset, ...]
    answer: Callable[[], Answer | None]
    older: Notice | None
    newer: Notice | None

    @property
    def url(self) -> str:
        """The address of the page."""
        return addresses.notice_url(self.entry.notice.key)

    @property
    def of_others(self) -> tuple[Row, ...]:
        """What others do to it, or have changed of its times."""
        # Whose change of a time is told is not guessed at besides.
        told_by = {told.by.key for told in self.standing.changes}
        ties_to = [tie for tie in self.ties_to if tie.stated or tie.source.notice.key not in told_by]
        ties = changes(self.site, ties_to, by=True)
        return (*ties, *(_changed(self.site, told, by=True) for told in self.standing.changes))

    @property
    def to_others(self) -> tuple[Row, ...]:
        """What it does to others and their times."""
        ties = changes(self.site, self.ties_from, by=False)
        return (*ties, *(_changed(self.site, told, by=False) for told in self.deeds))

    def sent(self) -> Shared:
        """What it is when it is sent on."""
        return shared(
            ShareInputs(
                site=self.site,
                entry=self.entry,
                standing=self.standing,
                dues=self.dues,
                fields=self.fields,
                attached=self.attached,
                linked=self.linked,
                became=tuple(kind for tie in self.ties_to if tie.stated for kind in tie.relations),
                changes=(*self.of_others, *self.to_others),
            )
        )


def notice_pages(seen: NoticeInputs) -> Iterator[Planned | NamedByContent]:
    """The page, and the picture that previews of it show, whose address is a hash of what can be seen of the notice."""
    sent = cache(seen.sent)
    source = seen.entry.notice.place
    yield Planned(url=seen.url, template="notice.html", view=lambda: notice_view(seen, sent()), source=source)
    yield NamedByContent(pages=lambda: (sent().picture,))


def notice_view(seen: NoticeInputs, sent: Shared) -> NoticeView:
    """What is on the page of a notice that is `sent` on in this way."""
    notice, prose, site, standing = seen.entry.notice, seen.entry.prose, seen.site, seen.standing
    # What has become of it through others stands in words of its own.
    own_card = replace(card(site, standing), mark=standing.own_mark)
    description = summary_of(seen.entry, standing, seen.dues)
    headline = in_full(notice.headline, prose.abbreviations)
    title = f"{own_card.label}: {headline}" if notice.number else headline
    above = prose.above
    year = notice.signed_on.year
    crumbs = (site.anchor(addresses.NOTICES, "Thông báo"), site.anchor(addresses.year_url(year), f"Năm {year}"))
    frame = site.frame(seen.url, title, description=description, crumbs=crumbs, kind="article")
    return NoticeView(
        frame=sent.framed(site, frame),
        card=own_card,
        answer=seen.answer(),
        head=_HEADS.get(notice.system),
        issuer=tuple(_PLACE.split(notice.issuer)),
        number=notice.number.printed if notice.number else "",
        type=notice.type,
        place_date=f"{notice.signed_at}, {long(notice.signed_on)}",
        iso=notice.signed_on.isoformat(),
        published=notice.published_on.isoformat(),
        heading=html_of_words(above.title),
        tasks=_events_beside_summary(seen),
        headings=contents(prose),
        errata=tuple(Correction(says=e.says, should=e.should, note=e.note) for e in notice.errata),
        corrected=tuple(Change(day=short(one.on), iso=one.on.isoformat(), what=one.what) for one in notice.corrected),
        updated=notice.updated_on.isoformat() if notice.updated_on else "",
        body=body_on_site(seen.entry, seen.cites, site.base, sent.body),
        signer=notice.signer,
        recipients=notice.recipients,
        attachments=tuple(_downloads(seen)),
        facts=tuple(_facts(seen)),
        became=seen.of_others,
        ended=bool(standing.by_another),
        changes=seen.to_others,
        abbreviations=prose.abbreviations,
        glossary_href=site.href(addresses.GLOSSARY),
        cites=tuple(_cites(seen)),
        cited_by=tuple(
            Anchor(href=place_of(site, tie), text=tie.source.notice.headline, note=tie.note) for tie in seen.ties_to
        ),
        cited_by_all=_cited_by_all(seen),
        anniversaries=tuple(site.anchor(addresses.day_url(row.on), row.name) for row in seen.anniversaries),
        newer=_neighbour(site, seen.newer),
        older=_neighbour(site, seen.older),
        json_ld=_json_ld(notice, site.absolute(seen.url), description),
        paper=paper(site, short_address(notice), len(seen.entry.indexed.text)),
        share=sent.share,
    )


def _events_beside_summary(seen: NoticeInputs) -> tuple[TaskRow, ...]:
    """The events of a notice whose summary says when in its own words: else they stand in the card."""
    notice, standing = seen.entry.notice, seen.standing
    events = notice.events or () if notice.summary.when else ()
    return event_rows(seen.site, standing.today, events, standing.changes, notice.expires_on)


def _neighbour(site: Site, notice: Notice | None) -> Anchor | None:
    return site.anchor(addresses.notice_url(notice.key), notice.headline) if notice else None


def _downloads(seen: NoticeInputs) -> Iterator[Download]:
    for attachment, asset in zip(seen.entry.notice.attachments, seen.attached, strict=True):
        href = seen.site.href(addresses.asset_url(attachment.path))
        yield Download(href=href, title=attachment.title, size=size(asset.size), sha256=asset.sha256)


def _changed(site: Site, told: Told, *, by: bool) -> Row:
    """A time that others call off or move, or a time of others; what only a machine has read is said."""
    other = (told.linked.source if by else told.linked.target).notice
    unsure = "" if told.linked.stated else f"; {UNCONFIRMED}"
    anchor = site.anchor(addresses.notice_url(other.key), name_of(other), f"ngày {short(other.signed_on)}{unsure}")
    return Row(label=f"{told.outcome} theo" if by else told.deed, values=(anchor,))


def _cites(seen: NoticeInputs) -> Iterator[DispatchRow]:
    """What a notice cites, in the order of its text; then what tells too little to be found."""
    for dispatch, citing in seen.cites:
        yield dispatch_row(seen.site, dispatch, ", ".join(citing.relations), subject=False)
    unknown = {(m.type, m.number.normal): m for m in seen.entry.prose.mentions[::-1] if not m.key}
    for mention in list(unknown.values())[::-1]:
        yield DispatchRow(
            href="",
            text=f"{mention.type or 'Văn bản'} số {mention.number.normal}",
            date=short(mention.dated) if mention.dated else "",
            iso=mention.dated.isoformat() if mention.dated else "",
            issuer=mention.body.name if mention.body else mention.issuer,
            subject="",
            guess="chưa rõ ký hiệu",
            note=mention.relation,
        )


def _cited_by_all(seen: NoticeInputs) -> Anchor | None:
    """The page of the document as which it is cited, where that lists all who do."""
    keys = {tie.source.notice.key for tie in seen.ties_to}
    for dispatch in seen.cited_as:
        if keys <= {citing.entry.notice.key for citing in dispatch.cited}:
            return seen.site.anchor(addresses.dispatch_url(dispatch.address), dispatch.label)
    return None


def _facts(seen: NoticeInputs) -> Iterator[Row]:
    """The lines of the table, in their order, as far as there is something to say."""
    notice, site = seen.entry.notice, seen.site
    issuer = site.anchor(addresses.issuer_url(notice.issuer), whole_name(notice.issuer))
    facts: tuple[tuple[str, Iterable[Anchor]], ...] = (
        ("Cơ quan ban hành", (issuer,)),
        ("Tên loại", (_listed(site, addresses.TYPES, notice.type),)),
        ("Lĩnh vực", (_listed(site, addresses.FIELDS, name) for name in seen.fields)),
        ("Thông báo khác cùng số", (_twin(site, other) for other in seen.twins)),
        ("Tình trạng", _plain(status(seen.standing, seen.ties_to))),
        ("Ngày đăng", _plain(short(notice.published_on))),
        ("Ngày sửa", _plain(short(notice.updated_on) if notice.updated_on else "")),
        ("Hiệu lực đến hết ngày", _plain(short(notice.expires_on) if notice.expires_on else "")),
        ("Đợt tuyên truyền", seen.campaigns),
        *((_capital(row.relation.kind), (_related(site, row),)) for row in seen.relations),
    )
    for label, anchors in facts:
        if values := tuple(anchors):
            yield Row(label=label, values=values)


def _listed(site: Site, index: str, name: str) -> Anchor:
    return site.anchor(f"{index}{slug(name)}/", name)


def _plain(text: str) -> tuple[Anchor, ...]:
    return (Anchor(href="", text=text),) if text else ()


def _twin(site: Site, notice: Notice) -> Anchor:
    return site.anchor(addresses.notice_url(notice.key), notice.headline, f"ngày {short(notice.signed_on)}")


def _related(site: Site, row: Meant) -> Anchor:
    """«Thông báo số 12/TB-UBND ngày 28/4/2022», with a link where it is ours."""
    relation, target = row.relation, row.target
    dated = f" ngày {short(relation.dated)}" if relation.dated else ""
    text = f"{relation.number.normal}{dated}"
    if not target:
        return Anchor(href="", text=text)
    return Anchor(href=site.href(addresses.notice_url(target.key)), text=f"{target.type} số {text}")


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]


def _json_ld(notice: Notice, url: str, description: str) -> Html:
    """The page at the whole address `url` as schema.org has it (https://schema.org/Article), to stand in <script>."""
    data = {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": notice.headline,
        "description": description,
        "identifier": notice.number.normal if notice.number else None,
        "datePublished": notice.published_on.isoformat(),
        "dateModified": notice.updated_on.isoformat() if notice.updated_on else None,
        "correction": [
            {"@type": "CorrectionComment", "text": one.what, "datePublished": one.on.isoformat()}
            for one in notice.corrected
        ]
        or None,
        "dateCreated": notice.signed_on.isoformat(),
        "expires": notice.expires_on.isoformat() if notice.expires_on else None,
        "inLanguage": "vi",
        "url": url,
        "publisher": {"@type": "GovernmentOrganization", "name": notice.issuer},
    }
    text = json.dumps({k: v for k, v in data.items() if v is not None}, ensure_ascii=False)
    # Inside <script> only these could end it or begin a comment.
    return Html(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))
