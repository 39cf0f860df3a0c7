"""How notices of ours speak of each other: what both their pages say, and what has become of each.

What an editor states is told as it is. What only a text tells is a machine's reading, and says so; of a notice that
another has surely ended, no page guesses what else may have become of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from bulletin import addresses
from bulletin.model.archive import Entry
from bulletin.model.notice import Notice
from bulletin.model.views.frame import Anchor, Row
from bulletin.plan.desk.changes import UNCONFIRMED, mark_of
from bulletin.plan.desk.desk import Desk
from bulletin.plan.desk.marks import BECAME, MARKS
from bulletin.plan.desk.visibility import state
from bulletin.plan.dispatches.rows import place_of
from bulletin.words.dates.printed import short
from bulletin.words.papers.succession import ENDED, LATER, RESUMED, STOPPED, effective, is_later

# What one notice does to another of ours, as both pages say it: on its own page, on the other's.
_CHANGES = {
    "thay thế": ("Thông báo này thay thế", "Thông báo này đã bị thay thế bởi"),
    "bãi bỏ": ("Thông báo này bãi bỏ", "Thông báo này đã bị bãi bỏ bởi"),
    "dừng thực hiện": ("Thông báo này dừng thực hiện", "Việc nêu trong thông báo này đã dừng theo"),
    "tạm dừng thực hiện": ("Thông báo này tạm dừng thực hiện", "Việc nêu trong thông báo này tạm dừng theo"),
    RESUMED: ("Thông báo này cho tiếp tục thực hiện", "Việc nêu trong thông báo này được tiếp tục theo"),
    "sửa đổi": ("Thông báo này sửa đổi", "Thông báo này đã được sửa đổi bởi"),
    "bổ sung": ("Thông báo này bổ sung", "Thông báo này đã được bổ sung bởi"),
    "đính chính": ("Thông báo này đính chính", "Thông báo này đã được đính chính bởi"),
    "tiếp theo": ("Thông báo này tiếp theo", "Xem tiếp"),
}
_HELD = frozenset((*ENDED, *STOPPED, RESUMED))


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """How one shown notice speaks of another: `href` is the place; `stated` in front matter, else its text tells, and
    `guessed` when only in part."""

    source: Entry
    target: Entry
    relations: tuple[str, ...]
    href: str
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


def ties(desk: Desk) -> Ties:
    """Each pair of shown notices once: from front matter, else from the text."""
    found = list(_ties(desk))
    to: dict[str, list[Tie]] = {}
    for tie in found:
        to.setdefault(tie.target.notice.key, []).append(tie)
    known = {key: _without_guesses(rows) for key, rows in to.items()}
    kept = {(tie.source.notice.key, key): tie for key, rows in known.items() for tie in rows}
    of: dict[str, list[Tie]] = {}
    for tie in found:
        key = tie.source.notice.key
        of.setdefault(key, []).append(kept[key, tie.target.notice.key])
    return Ties(of=of, to=known)


def _ties(desk: Desk) -> Iterator[Tie]:
    said: dict[str, dict[str, list[str]]] = {}
    named: dict[str, dict[str, Entry]] = {}
    for row in effective(desk.shown, desk.by_number):
        source, other = row.source.notice.key, row.target.notice.key
        said.setdefault(source, {}).setdefault(other, []).append(row.relation.kind)
        named.setdefault(source, {})[other] = row.target
    for entry in desk.shown[::-1]:
        key = entry.notice.key
        found: dict[str, Tie] = {}
        for dispatch, citing in desk.dispatches.of.get(key, ()):
            if target := dispatch.published_as:
                later = is_later(entry.notice, target.notice)
                tie = Tie(
                    source=entry,
                    target=target,
                    relations=tuple(kind for kind in citing.relations if later or kind not in LATER),
                    href=place_of(desk.site, citing),
                    guessed=bool(dispatch.guessed),
                    stated=False,
                )
                found.setdefault(target.notice.key, tie)
        for other, kinds in said.get(key, {}).items():
            href = found[other].href if other in found else desk.ward.href(addresses.notice_url(key))
            found[other] = Tie(
                source=entry,
                target=named[key][other],
                relations=tuple(dict.fromkeys(kinds)),
                href=href,
                guessed=False,
                stated=True,
            )
        found.pop(key, None)
        yield from found.values()


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


def changes(desk: Desk, rows: Sequence[Tie], *, by: bool) -> Iterator[Row]:
    """What a notice does to others, or what is done to it `by` others; what its own text or theirs tells is a guess."""
    for kind, labels in _CHANGES.items():
        for stated in (True, False):
            label = labels[by]
            values = tuple(_value(desk, t, by=by) for t in rows if kind in t.relations and t.stated is stated)
            if values:
                is_sure = stated or kind == "tiếp theo"  # which nothing depends on
                yield Row(label=label if is_sure else f"Có thể {_lower(label)}", values=values)


def _value(desk: Desk, tie: Tie, *, by: bool) -> Anchor:
    other = tie.source if by else tie.target
    notes = [f"ngày {short(other.notice.signed_on)}"]
    notes += ["suy đoán từ số, ký hiệu"] if tie.guessed else []
    notes += [] if tie.stated else [UNCONFIRMED]
    label = desk.card(other).label if other.notice.number else other.notice.headline
    return desk.anchor(addresses.notice_url(other.notice.key), label, ", ".join(notes))


def _lower(text: str) -> str:
    return text[0].lower() + text[1:]


def status(desk: Desk, notice: Notice, ties_to: Iterable[Tie]) -> str:
    """Whether it is in force, as far as this site knows; "" for news that nothing ends. What is sure is what an editor
    says in `relations`; what a text tells is a guess."""
    if how := desk.ended.get(notice.key) or desk.stopped.get(notice.key):
        return BECAME[how.kind]
    guesses = [kind for tie in ties_to if not tie.stated for kind in tie.relations]
    last_said = next((kind for kind in guesses if kind in (*STOPPED, RESUMED)), "")
    for kind in (*ENDED, *STOPPED):
        if kind in guesses and kind in (*ENDED, last_said):
            return f"Có thể {_lower(BECAME[kind])} (suy đoán từ lời văn của thông báo khác)"
    if last := desk.last_day(notice):
        return f"Việc có ngày giờ đã qua, ngày cuối là {last}"
    if notice.key in desk.off:
        return mark_of(desk.almanac.changes, notice.key, desk.today)
    ends = "" if notice.expires_on else ", chưa ghi ngày hết hạn"
    known = notice.number or notice.expires_on
    return MARKS[state(notice, desk.today)] or (f"Còn hiệu lực{ends}" if known else "")
