"""Who cites what: the mentions of all shown notices, gathered into dispatches."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from bulletin.model.archive import Entry
from bulletin.model.dispatch import Guess, KnownDispatch, Mention
from bulletin.model.issuer import Issuer, Level
from bulletin.model.notice import Relation
from bulletin.model.number_series import Renumbered
from bulletin.plan.desk.dispatch import Citing, Dispatch, Dispatches
from bulletin.plan.desk.dispatch_namesakes import addresses, aliases, parted
from bulletin.plan.desk.internal_papers import without_internal
from bulletin.words.papers.body_names import one_body
from bulletin.words.papers.document_numbers import dispatch_key, number_slug
from bulletin.words.papers.number_series import begun, series
from bulletin.words.papers.number_series import renumbered as of_body
from bulletin.words.papers.succession import ByNumber
from bulletin.words.text.fold import slug

T = TypeVar("T")
_PERIOD = re.compile(r"-((?:19|20|21)[0-9]{2})(?=-|$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Keys:
    """The key of a mention's document: `moved` where it is found under a longer one, and with the series of its day
    where numbers began anew in between (`parts`)."""

    moved: Mapping[str, str]
    parts: Mapping[str, tuple[date, ...]]

    def of(self, mention: Mention) -> str:
        key = self.moved.get(mention.key, mention.key)
        if key not in self.parts or not mention.dated or "date" in mention.guessed:
            return key
        return f"{key}-{series(self.parts[key], mention.dated)}"


def gather(
    shown: Iterable[Entry],
    known: Iterable[KnownDispatch],
    by_number: ByNumber,
    issuers: Callable[[str], tuple[Issuer, ...]],
    renumbered: Iterable[Renumbered] = (),
) -> Dispatches:
    """Read the mentions of `shown`, oldest notice first. Hidden notices must not be among them. `issuers` leads from
    the code in a number to the rows of bodies that sign with it."""
    said_in = [(entry, entry.prose.mentions) for entry in shown]
    every = [mention for _, mentions in said_in for mention in mentions if mention.key]
    keys = _Keys(moved=_moved(_by_key(every, _Keys(moved={}, parts={}))), parts={})
    by_key = _by_key(every, keys)
    if parts := parted(by_key, _anew(by_key, issuers, tuple(renumbered))):
        keys = replace(keys, parts=parts)
        by_key = _by_key(every, keys)
    drafts = _drafts(by_key, known, by_number)
    citing = list(_citing(said_in, keys, drafts))
    cited: dict[str, list[Citing]] = {key: [] for key in drafts}
    for key, citation in citing:
        cited[key].append(citation)
    done = {key: replace(draft, cited=tuple(cited[key][::-1])) for key, draft in sorted(drafts.items())}
    of: dict[str, list[tuple[Dispatch, Citing]]] = {}
    for key, citation in citing:
        of.setdefault(citation.entry.notice.key, []).append((done[key], citation))
    citing_days = ((m, entry.notice.signed_on, keys.of(m)) for entry, placed in said_in for m in placed if m.key)
    meant = aliases({key: draft.address for key, draft in drafts.items()}, citing_days)
    return Dispatches(
        by_key=done,
        aliases={address: tuple(done[key] for key in of_it) for address, of_it in meant.items()},
        of={notice: tuple(rows) for notice, rows in of.items()},
        ours=_ours_by_key(done.values()),
    )


def _ours_by_key(dispatches: Iterable[Dispatch]) -> Mapping[str, tuple[Dispatch, ...]]:
    """Key of a notice of ours → as which dispatches it is cited."""
    ours: dict[str, tuple[Dispatch, ...]] = {}
    for dispatch in dispatches:
        if dispatch.published_as:
            notice = dispatch.published_as.notice.key
            ours[notice] = (*ours.get(notice, ()), dispatch)
    return ours


def _drafts(
    by_key: Mapping[str, list[Mention]], known: Iterable[KnownDispatch], by_number: ByNumber
) -> Mapping[str, Dispatch]:
    """Key → the document, at its address, without who cites it; `by_key` are its mentions."""
    own = addresses(by_key)
    known_by_key: dict[str, list[KnownDispatch]] = {}
    for row in known:
        known_by_key.setdefault(dispatch_key(row.number, row.dated.year), []).append(row)
    return {
        key: replace(_dispatch(key, mentions, known_by_key, by_number), address=own[key])
        for key, mentions in by_key.items()
    }


def _citing(
    said_in: Iterable[tuple[Entry, tuple[Mention, ...]]], keys: _Keys, drafts: Mapping[str, Dispatch]
) -> Iterator[tuple[str, Citing]]:
    """Each document that a notice cites, by its key: in the order of its text, then what only its front matter names;
    without what sentences say of internal papers."""
    same: dict[tuple[int, str], list[Dispatch]] = {}
    for draft in drafts.values():
        same.setdefault((draft.year, number_slug(draft.number)), []).append(draft)
    for entry, placed in said_in:
        secret = [(cited := drafts.get(keys.of(m))) is not None and cited.list_only for m in placed]
        by_key = _by_key(without_internal(placed, secret) if any(secret) else placed, keys)
        declared = _declared(entry, [drafts[key] for key in by_key], same)
        for key in dict.fromkeys([*by_key, *declared]):
            mentions = tuple(by_key.get(key, ()))
            relations = declared.get(key) or [m.relation for m in mentions if m.relation]
            told_as = () if drafts[key].list_only else tuple(dict.fromkeys(relations))
            yield key, Citing(entry=entry, relations=told_as, mentions=mentions, stated=key in declared)


def _by_key(mentions: Iterable[Mention], keys: _Keys) -> dict[str, list[Mention]]:
    by_key: dict[str, list[Mention]] = {}
    for mention in mentions:
        if mention.key:
            by_key.setdefault(keys.of(mention), []).append(mention)
    return by_key


def _anew(
    by_key: Mapping[str, list[Mention]], issuers: Callable[[str], tuple[Issuer, ...]], rows: tuple[Renumbered, ...]
) -> dict[str, tuple[date, ...]]:
    """Key → the days on which the numbers of its body began anew, where its days differ."""
    anew = {}
    for key, mentions in by_key.items() if rows else ():
        if len({m.dated for m in mentions if m.dated}) > 1 and not mentions[0].number.year:
            number, issuer = mentions[0].number, next((m.issued_by for m in mentions if m.issued_by), "")
            levels = {row.level for row in issuers(number.issuer)}
            # A code that several levels share, or nobody knows, may be a ward's.
            shared: set[Level] = {"commune"}
            anew[key] = begun(of_body(rows, number, issuer, shared if "any" in levels or not levels else levels))
    return anew


def _period(key: str, mention: Mention) -> int:
    """The year of a dispatch: inside its number, else inside its key behind the number."""
    if mention.number.year:
        return mention.number.year
    match = _PERIOD.search(key, len(mention.number.serial))
    return int(match[1]) if match else (mention.dated.year if mention.dated else 0)


def _moved(by_key: Mapping[str, list[Mention]]) -> dict[str, str]:
    """Keys without the mark of a body whose number and certain day are those of exactly one key with a mark."""
    days = {key: {m.dated for m in rows if m.dated and "date" not in m.guessed} for key, rows in by_key.items()}
    marked: dict[str, list[str]] = {}
    for key, rows in by_key.items():
        number = number_slug(rows[0].number)
        base = number if rows[0].number.year else f"{number}-{_period(key, rows[0])}"
        if key != base and key.startswith(f"{base}-"):
            marked.setdefault(base, []).append(key)
    moved = {}
    for base, keys in marked.items():
        if base in by_key and len(days[base]) == 1:
            fits = [key for key in keys if days[base] <= days[key] and _one_type(by_key[base], by_key[key])]
            if len(fits) == 1:
                moved[base] = fits[0]
    return moved


def _one_type(mentions: Iterable[Mention], other: Iterable[Mention]) -> bool:
    """A Party QĐ is Quyết định or Quy định, each with numbers of its own: what is said of both must agree."""
    said, also = ({slug(m.type) for m in rows if m.type and "type" not in m.guessed} for rows in (mentions, other))
    return not said or not also or bool(said & also)


def _commonest(values: Sequence[T]) -> T:
    """Of equals the first."""
    if 2 * values.count(values[0]) >= len(values):
        return values[0]
    return Counter(values).most_common(1)[0][0]


def _said(mentions: Sequence[Mention], what: Guess, value: Callable[[Mention], T | None]) -> tuple[T | None, bool]:
    """What most mentions say for certain, else what most guess; and whether it is a guess."""
    if sure := [v for m in mentions if what not in m.guessed and (v := value(m))]:
        return _commonest(sure), False
    guesses = [v for m in mentions if (v := value(m))]
    return (_commonest(guesses), True) if guesses else (None, False)


def _dispatch(
    key: str, mentions: Sequence[Mention], known_by_key: Mapping[str, list[KnownDispatch]], by_number: ByNumber
) -> Dispatch:
    """The document of `key`, of what its mentions tell, of what the ward knows (`known_by_key`), and of the notice of
    ours that it is; who cites it and where it stands is not yet in it."""
    draft = _read(key, mentions)
    if known_by_key and (row := _known(draft, known_by_key)):
        draft = _informed(draft, row)
    draft = replace(draft, why=next((m.why for m in mentions if m.why and m.guessed & draft.guessed), ""))
    if draft.list_only or (ours := _ours(draft, by_number)) is None:
        return draft
    return _published(draft, ours)


def _read(key: str, mentions: Sequence[Mention]) -> Dispatch:
    """What the mentions alone tell."""
    whole = [m for m in mentions if m.number.style != "bare"] or mentions
    printed = _commonest([m.number.printed for m in whole])
    type_, type_guessed = _said(mentions, "type", lambda m: m.type)
    dated, date_guessed = _said(mentions, "date", lambda m: m.dated)
    body, body_guessed = _said(mentions, "issuer", lambda m: m.body)
    issuer, issuer_guessed = _said(mentions, "issuer", lambda m: m.issuer)
    guesses: dict[Guess, bool] = {
        "type": type_guessed,
        "date": date_guessed,
        "issuer": body_guessed if body else issuer_guessed,
        "period": (not dated or date_guessed) and all("period" in m.guessed for m in mentions),
    }
    return Dispatch(
        key=key,
        number=next(m.number for m in whole if m.number.printed == printed),
        year=_period(key, mentions[0]),
        type=type_ or "",
        body=body,
        issuer=issuer or "",
        dated=dated,
        guessed=frozenset(what for what, guessed in guesses.items() if guessed),
        why="",
        subject=next((m.subject for m in mentions if m.subject), ""),
        known=None,
        published_as=None,
    )


def _published(draft: Dispatch, ours: Entry) -> Dispatch:
    """With what the notice of ours that it is tells beside the mentions."""
    filled: set[Guess] = set()
    issuer, dated, why = draft.issuer, draft.dated, draft.why
    if not draft.issued_by:
        filled.add("issuer")
        issuer = ours.notice.issuer
    if not dated:
        filled.add("date")
        dated = ours.notice.signed_on
        why = "; ".join(filter(None, (why, "ngày lấy theo thông báo đã đăng tại đây")))
    return replace(
        draft,
        issuer=issuer,
        dated=dated,
        # Found by its number in a year that was guessed, it is no more certain than that.
        guessed=draft.guessed | filled if "period" in draft.guessed else draft.guessed,
        why=why,
        published_as=ours,
    )


def _informed(draft: Dispatch, row: KnownDispatch) -> Dispatch:
    """With what the ward knows, which goes before what was guessed."""
    guessed: set[Guess] = set(draft.guessed)
    dated = draft.dated
    if not row.date_guessed:
        dated = row.dated
        guessed -= {"date", "period"}
    elif dated is None or "date" in guessed:
        dated = row.dated
        guessed.add("date")
    if row.issuer:
        guessed.discard("issuer")
    return replace(
        draft,
        known=row,
        dated=dated,
        body=draft.body if one_body(row.issuer, draft.issued_by) else None,
        issuer=row.issuer or draft.issuer,
        guessed=frozenset(guessed),
    )


def _known(draft: Dispatch, known_by_key: Mapping[str, list[KnownDispatch]]) -> KnownDispatch | None:
    """What the ward says of it; where that stays open, a row that keeps a paper internal goes first."""
    # A guessed year is the notice's, and may be one late. The key knows that «Nghị định 30/2020» is 30/2020/NĐ-CP.
    years = (draft.year, draft.year - 1) if "period" in draft.guessed else (draft.year,)
    keys = dict.fromkeys([*(dispatch_key(draft.number, year) for year in years), draft.key])
    fits = [row for key in keys for row in known_by_key.get(key, ())]
    own = [r for r in fits if one_body(r.issuer, draft.issued_by)]
    fits = own or (fits if "issuer" in draft.guessed else [])
    if len(fits) > 1 and draft.dated:
        fits = [r for r in fits if r.dated == draft.dated] or fits
    return fits[0] if len(fits) == 1 else next((r for r in fits if r.list_only), None)


def _ours(draft: Dispatch, by_number: ByNumber) -> Entry | None:
    """The shown notice that this is: same number, year, day and office, as far as they are told."""
    certain = draft.dated if "date" not in draft.guessed else None
    # The day and the number tell more than an issuer that was only guessed.
    any_office = certain is not None and "issuer" in draft.guessed
    fits = [
        entry
        for entry in by_number.get((draft.year, number_slug(draft.number)), ())
        if (certain is None or certain == entry.notice.signed_on)
        and (any_office or one_body(draft.issued_by, entry.notice.issuer))
    ]
    return fits[0] if len(fits) == 1 else None


def _declared(
    entry: Entry, cited: Sequence[Dispatch], same: Mapping[tuple[int, str], list[Dispatch]]
) -> dict[str, list[str]]:
    """What the front matter says of dispatches: kinds by key. It goes before what was read from the text."""
    kinds: dict[str, list[str]] = {}
    for relation in entry.notice.relations:
        for draft in _meant(relation, entry, cited, same):
            kinds.setdefault(draft.key, []).append(relation.kind)
    return kinds


def _meant(
    relation: Relation, entry: Entry, cited: Sequence[Dispatch], same: Mapping[tuple[int, str], list[Dispatch]]
) -> Iterator[Dispatch]:
    name = number_slug(relation.number)
    year = relation.number.year or (relation.dated or entry.notice.signed_on).year
    tells_when = bool(relation.number.year or relation.dated)
    own = [d for d in cited if number_slug(d.number) == name]
    fits = [d for d in own if d.year == year] or [d for d in own if not tells_when or "period" in d.guessed]
    yield from fits
    if not own:
        others = [
            d
            for d in same.get((year, name), ())
            if not relation.dated or not d.dated or "date" in d.guessed or d.dated == relation.dated
        ]
        if len(others) == 1:
            yield others[0]
