"""How notices of ours speak of each other: what both their pages say, and what has become of each.

What an editor states is told as it is. What only a text tells is a machine's reading, and says so; of a notice that
another has surely ended, no page guesses what else may have become of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from bulletin import addresses
from bulletin.model.archive import Entry
from bulletin.model.views.frame import Anchor, Row
from bulletin.plan.desk.dispatch import Cites
from bulletin.plan.desk.marks import BECAME, MARKS, UNCONFIRMED
from bulletin.plan.desk.site_frame import Site
from bulletin.plan.desk.standing import Standing, label_of
from bulletin.words.dates.printed import short
from bulletin.words.papers.succession import ENDED, LATER, RESUMED, STOPPED, Stated, is_later


@dataclass(frozen=True, slots=True, kw_only=True)
class _Label:
    """What one notice does to another of ours: as its `own` page says it, and as the page of the `other` does."""

    own: str
    other: str


_CHANGES = {
    "thay thế": _Label(own="Thông báo này thay thế", other="Thông báo này đã bị thay thế bởi"),
    "bãi bỏ": _Label(own="Thông báo này bãi bỏ", other="Thông báo này đã bị bãi bỏ bởi"),
    "dừng thực hiện": _Label(own="Thông báo này dừng thực hiện", other="Việc nêu trong thông báo này đã dừng theo"),
    "tạm dừng thực hiện": _Label(
        own="Thông báo này tạm dừng thực hiện", other="Việc nêu trong thông báo này tạm dừng theo"
    ),
    RESUMED: _Label(
        own="Thông báo này cho tiếp tục thực hiện", other="Việc nêu trong thông báo này được tiếp tục theo"
    ),
    "sửa đổi": _Label(own="Thông báo này sửa đổi", other="Thông báo này đã được sửa đổi bởi"),
    "bổ sung": _Label(own="Thông báo này bổ sung", other="Thông báo này đã được bổ sung bởi"),
    "đính chính": _Label(own="Thông báo này đính chính", other="Thông báo này đã được đính chính bởi"),
    "tiếp theo": _Label(own="Thông báo này tiếp theo", other="Xem tiếp"),
}
_HELD = frozenset((*ENDED, *STOPPED, RESUMED))


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """How one shown notice speaks of another, at `anchor` on its page where that is not "": `stated` in front matter,
    else its text tells, and `guessed` when only in part."""

    source: Entry
    target: Entry
    relations: tuple[str, ...]
    anchor: str
    guessed: bool
    stated: bool

    @property
    def note(self) -> str:
        """What it does, in a list of what cites a notice: «sửa đổi thông báo này, máy đọc»."""
        if not self.relations:
            return ""
        read = not self.stated and not LATER.isdisjoint(self.relations)
        return f"{', '.join(self.relations)} thông báo này{', máy đọc' if read else ''}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ties:
    """All of them by the key of the notice that speaks and of that which is spoken of, the newest first."""

    of: Mapping[str, Sequence[Tie]]
    to: Mapping[str, Sequence[Tie]]


def ties(shown: Sequence[Entry], stated: Iterable[Stated], cites: Mapping[str, Cites]) -> Ties:
    """Each pair of `shown` notices (oldest first) once: from front matter, which has `stated` it, else from the text,
    which `cites` tells by the key of the notice."""
    rows = list(_ties(shown, stated, cites))
    to: dict[str, list[Tie]] = {}
    for tie in rows:
        to.setdefault(tie.target.notice.key, []).append(tie)
    known = {key: _without_guesses(of_target) for key, of_target in to.items()}
    kept = {(tie.source.notice.key, key): tie for key, of_target in known.items() for tie in of_target}
    of: dict[str, list[Tie]] = {}
    for tie in rows:
        key = tie.source.notice.key
        of.setdefault(key, []).append(kept[key, tie.target.notice.key])
    return Ties(of=of, to=known)


def _ties(shown: Sequence[Entry], stated: Iterable[Stated], cites: Mapping[str, Cites]) -> Iterator[Tie]:
    """The same, the newest notice first; of what a notice says of itself none."""
    by_source: dict[str, list[Stated]] = {}
    for row in stated:
        by_source.setdefault(row.source.notice.key, []).append(row)
    for entry in shown[::-1]:
        key = entry.notice.key
        by_target = dict(_read(entry, cites.get(key, ())))
        for other, rows in _by_target(by_source.get(key, ())).items():
            by_target[other] = Tie(
                source=entry,
                target=rows[-1].target,
                relations=tuple(dict.fromkeys(row.relation.kind for row in rows)),
                anchor=by_target[other].anchor if other in by_target else "",
                guessed=False,
                stated=True,
            )
        by_target.pop(key, None)
        yield from by_target.values()


def _by_target(rows: Iterable[Stated]) -> Mapping[str, Sequence[Stated]]:
    by_target: dict[str, list[Stated]] = {}
    for row in rows:
        by_target.setdefault(row.target.notice.key, []).append(row)
    return by_target


def _read(entry: Entry, cites: Cites) -> Mapping[str, Tie]:
    """Key of another notice → how the text of `entry` speaks of it, where it does so first."""
    by_target: dict[str, Tie] = {}
    for dispatch, citing in cites:
        if target := dispatch.published_as:
            later = is_later(entry.notice, target.notice)
            tie = Tie(
                source=entry,
                target=target,
                relations=tuple(kind for kind in citing.relations if later or kind not in LATER),
                anchor=citing.mentions[0].anchor if citing.mentions else "",
                guessed=bool(dispatch.guessed),
                stated=False,
            )
            by_target.setdefault(target.notice.key, tie)
    return by_target


def _without_guesses(rows: Sequence[Tie]) -> Sequence[Tie]:
    """Those of one notice; what is surely ended or stopped is not guessed to be so as well, and what nothing has
    stopped does not go on."""
    sure = {kind for tie in rows if tie.stated for kind in tie.relations}
    halts = [tie.source.notice.signed_on for tie in rows if not set(STOPPED).isdisjoint(tie.relations)]
    kept = []
    for tie in rows:
        left_out: set[str] = set()
        if not tie.stated and not sure.isdisjoint(ENDED):
            left_out = set(_HELD)
        elif not tie.stated and not sure.isdisjoint(STOPPED):
            left_out = set(STOPPED)
        if not tie.stated and not any(day <= tie.source.notice.signed_on for day in halts):
            left_out.add(RESUMED)
        kept.append(replace(tie, relations=tuple(kind for kind in tie.relations if kind not in left_out)))
    return kept


def place_of(site: Site, tie: Tie) -> str:
    """The link to where a notice speaks of another: to the place in its text, else to its page."""
    url = addresses.notice_url(tie.source.notice.key)
    return site.href(f"{url}#{tie.anchor}" if tie.anchor else url)


def changes(site: Site, ties: Sequence[Tie], *, by: bool) -> Iterator[Row]:
    """What a notice does to others, or what is done to it `by` others; what its own text or theirs tells is a guess."""
    for kind, labels in _CHANGES.items():
        for stated in (True, False):
            label = labels.other if by else labels.own
            values = tuple(_value(site, tie, by=by) for tie in ties if kind in tie.relations and tie.stated is stated)
            if values:
                is_sure = stated or kind == "tiếp theo"  # which nothing depends on
                yield Row(label=label if is_sure else f"Có thể {_lower(label)}", values=values)


def _value(site: Site, tie: Tie, *, by: bool) -> Anchor:
    notice = (tie.source if by else tie.target).notice
    notes = [f"ngày {short(notice.signed_on)}"]
    notes += ["suy đoán từ số, ký hiệu"] if tie.guessed else []
    notes += [] if tie.stated else [UNCONFIRMED]
    text = label_of(notice) if notice.number else notice.headline
    return site.anchor(addresses.notice_url(notice.key), text, ", ".join(notes))


def _lower(text: str) -> str:
    return text[0].lower() + text[1:]


def status(standing: Standing, ties_to: Sequence[Tie]) -> str:
    """Whether a notice is in force, as far as this site knows; "" for news that nothing ends. What is sure is what an
    editor says in `relations`; what a text tells is a guess."""
    if standing.by_another:
        return standing.by_another
    guesses = [kind for tie in ties_to if not tie.stated for kind in tie.relations]
    latest = next((kind for kind in guesses if kind in (*STOPPED, RESUMED)), "")
    for kind in (*ENDED, *STOPPED):
        if kind in guesses and kind in (*ENDED, latest):
            return f"Có thể {_lower(BECAME[kind])} (suy đoán từ lời văn của thông báo khác)"
    if standing.last_day:
        return f"Việc có ngày giờ đã qua, ngày cuối là {standing.last_day}"
    if standing.is_off:
        return standing.changed_mark
    notice = standing.notice
    ends = "" if notice.expires_on else ", chưa ghi ngày hết hạn"
    known = notice.number or notice.expires_on
    return MARKS[standing.state] or (f"Còn hiệu lực{ends}" if known else "")
