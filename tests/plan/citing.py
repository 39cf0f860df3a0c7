"""A small ward whose notices cite, built by hand: no text is read, so these tests stand on the model alone."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from bulletin import addresses, knowledge, read
from bulletin.check.finished_markup import markup_of
from bulletin.check.identities import check_addresses
from bulletin.check.links import check_links
from bulletin.knowledge import load
from bulletin.model.archive import Archive, Entry
from bulletin.model.dispatch import Guess, KnownDispatch, Mention
from bulletin.model.issuer import Body
from bulletin.model.notice import Notice, Relation, Signer, Summary
from bulletin.model.number import Number
from bulletin.model.number_series import Renumbered
from bulletin.model.place import Place
from bulletin.model.prose import Above, Prose
from bulletin.model.publish import Publish
from bulletin.model.source import Asset
from bulletin.model.text import Block, MentionMark, Words
from bulletin.model.views.page import Files
from bulletin.model.ward import Ward
from bulletin.plan.site import plan
from bulletin.render import render
from bulletin.words.papers.document_numbers import dispatch_key, number_slug, parse_number
from tests.conftest import ROOT

NOWHERE = Place(path="content/x.yml")
CODES = knowledge.load().type_codes
OURS = "Ủy ban nhân dân phường Thử"
WARD = Ward(
    name="Bảng tin thử",
    description="",
    origin="https://thu.example",
    base="/bt",
    issuer=OURS,
    signed_at="Thử",
    fields={"y-te": "Y tế"},
    menu=(),
    contacts=(),
)
QUAN_UY = Body(name="Quận ủy Long Biên", until=date(2025, 7, 1), next=("phường Thử", "phường Mẫu"))


def number(printed: str) -> Number:
    if printed.isdecimal():
        return Number(serial=printed, code="", issuer="", style="bare", year=None, printed=printed)
    found = parse_number(printed, CODES)
    assert found, printed
    return found


def mention(
    printed: str,
    dated: str = "2022-04-15",
    *,
    kind: str = "Công văn",
    body: Body | None = QUAN_UY,
    issuer: str = "Quận ủy",
    guessed: Iterable[Guess] = (),
    why: str = "",
    relation: str = "",
    subject: str = "",
    mark: str = "",
    year: int = 2022,
    key: str | None = None,
    before: str = "Thực hiện Công văn số ",
    after: str = " về việc chung.",
) -> Mention:
    day = date.fromisoformat(dated) if dated else None
    found = number(printed)
    return Mention(
        key=dispatch_key(found, day.year if day else year, mark) if key is None else key,
        number=found,
        type=kind,
        dated=day,
        issuer=issuer,
        body=body,
        guessed=frozenset(guessed),
        why=why,
        relation=relation,
        sentence=(before, printed, after),
        subject=subject,
        anchor="",
        place=NOWHERE,
        plain=dispatch_key(found, day.year if day else year) if key is None else "",
    )


def entry(
    name: str,
    *mentions: Mention,
    title: str = "",
    signed: str = "2022-04-28",
    publish: Publish = "public",
    printed: str = "",
    issuer: str = OURS,
    relations: Iterable[tuple[str, str, str]] = (),
) -> Entry:
    """A notice; its text is the sentences of its mentions, each number a link with its id, as the finder leaves it."""
    day = date.fromisoformat(signed)
    own = number(printed) if printed else None
    placed = [replace(m, anchor=f"dan:{i}" if m.key else "") for i, m in enumerate(mentions, 1)]
    notice = Notice(
        key=addresses.notice_key(day.year, number_slug(own) if own else name),
        place=Place(path=f"content/notices/{name}.md"),
        title=title or f"Việc {name}",
        number=own,
        type="Kế hoạch" if own else "Tin cho người dân",
        issuer=issuer,
        signed_at="Thử",
        signed_on=day,
        publish=publish,
        published_on=day,
        expires_on=None,
        urgency="",
        fields=(),
        summary=Summary(),
        signer=Signer(),
        recipients=(),
        attachments=(),
        relations=tuple(
            Relation(kind=k, number=number(n), dated=date.fromisoformat(d) if d else None, place=NOWHERE)
            for k, n, d in relations
        ),
        aliases=(),
    )
    return Entry(
        notice=notice,
        prose=Prose(
            text=tuple(map(_sentence, placed)) or (Block(kind="paragraph", content=(Words(text="Chữ."),)),),
            mentions=tuple(placed),
            above=Above(title=Words(text=notice.title)),
        ),
    )


def _sentence(m: Mention) -> Block:
    before, printed, after = m.sentence[0], m.number.printed, m.sentence[2]
    mark = MentionMark(start=len(before), stop=len(before) + len(printed), anchor=m.anchor, address=m.address, title="")
    words = Words(text=f"{before}{printed}{after}", marks=(mark,) if m.anchor else ())
    return Block(kind="paragraph", content=(words,))


def known(
    printed: str,
    dated: str,
    *,
    issuer: str = "",
    subject: str = "",
    link: str = "",
    file: str = "",
    list_only: bool = False,
) -> KnownDispatch:
    return KnownDispatch(
        place=NOWHERE,
        number=number(printed),
        dated=date.fromisoformat(dated),
        issuer=issuer,
        subject=subject,
        link=link,
        file=file,
        list_only=list_only,
    )


def site(
    entries: Sequence[Entry],
    told: Sequence[KnownDispatch] = (),
    today: str = "2022-05-01",
    assets: Mapping[str, Asset] | None = None,
    renumbered: tuple[Renumbered, ...] = (),
) -> Files:
    """All files; every address is one page's, and every link leads somewhere."""
    archive = Archive(entries=tuple(entries), pages=(), assets=assets or {}, known=tuple(told), renumbered=renumbered)
    texts, static, _ = read.read_templates(ROOT / "templates")
    pages = plan(archive, WARD, date.fromisoformat(today), static, load(), preview=False)
    assert check_addresses(pages) == ()
    files, faults = render(pages, texts, "templates")
    assert faults == ()
    assert check_links({path: markup_of(path, data) for path, data in files.items()}, WARD, {}, {}) == ()
    return files


def text_of(files: Files, path: str) -> str:
    data = files[path]
    assert isinstance(data, bytes)
    return data.decode()


def main_of(files: Files, url: str) -> str:
    """What stands between <main> and </main>, entities read, blanks as one."""
    page = text_of(files, addresses.file_of(url)).partition("<main")[2].partition("</main>")[0]
    return " ".join(html.unescape(page).split())


def words_of(files: Files, url: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", main_of(files, url)).split())


def links_of(page: str) -> list[str]:
    return re.findall(r'href="([^"]*)"', page)
