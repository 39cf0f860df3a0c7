"""What notices state of other documents: only a later paper ends or changes an earlier one, none is ended by what it
ends, and each number is one that somebody knows. What cannot be is told at its line; pages leave it out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bulletin.check.keys.nearest import near
from bulletin.model.archive import Archive, Entry
from bulletin.model.notice import Notice, Relation
from bulletin.model.problem import Problem, problem
from bulletin.words.dates.printed import short
from bulletin.words.papers.document_numbers import dispatch_key, number_slug
from bulletin.words.papers.succession import LATER, ByNumber, Stated, is_later, meant, numbered, rings, stated


def check_relations(archive: Archive) -> tuple[Problem, ...]:
    """Backward relations and rings. Hidden notices are judged too; what depends on one does not stop the site."""
    rows = list(stated(archive.entries, numbered(archive.entries)))
    turning = rings(rows)
    among_public = rings(row for row in rows if _is_public(row.source) and _is_public(row.target))
    problems: list[Problem] = []
    for row in rows:
        known = among_public if _is_public(row.source) else turning
        if ring := known.get(row):
            # A draft in the ring is told at its own line.
            problems.append(_severity(_ring(row, ring), *ring))
        elif row.relation.kind in LATER and not is_later(row.source.notice, row.target.notice):
            problems.append(_severity(_backward(row), row.source, row.target))
    ours = {(row.source.notice.key, row.relation) for row in rows}
    for entry in archive.entries:
        for relation in entry.notice.relations:
            dated, signed = relation.dated, entry.notice.signed_on
            if (entry.notice.key, relation) not in ours and relation.kind in LATER and dated and dated > signed:
                slots = {"number": relation.number.normal, "order": f"ký ngày {short(dated)}", "kind": relation.kind}
                backward = problem("relation-backward", relation.place, signed=short(signed), nearest="", **slots)
                problems.append(_severity(backward, entry))
    return tuple(problems)


def _is_public(entry: Entry) -> bool:
    return entry.notice.publish == "public"


def _severity(found: Problem, *parts: Entry) -> Problem:
    return found if all(_is_public(part) for part in parts) else replace(found, severity="warning")


def _ring(row: Stated, ring: Sequence[Entry]) -> Problem:
    if len(ring) == 1:
        return _itself(row)
    way = ", ".join(f"{_name(later.notice)} {_deed(later)} {_name(earlier.notice)}" for later, earlier in _steps(ring))
    last = max(ring, key=lambda entry: (entry.notice.signed_on, entry.notice.key))
    others = "xóa dòng ở các tệp kia, giữ dòng này" if row.source is last else "xóa dòng này"
    advice = f"văn bản sau cùng là {_name(last.notice)} ({last.notice.place}), vậy {others}"
    return problem("relation-ring", row.relation.place, told=way, cure=advice)


def _itself(row: Stated) -> Problem:
    says = f"thông báo này tự nói {row.relation.kind} chính nó"
    return problem("relation-ring", row.relation.place, told=says, cure="xem lại số và «date» của văn bản kia")


def _steps(ring: Sequence[Entry]) -> Iterator[tuple[Entry, Entry]]:
    return zip(ring, (*ring[1:], ring[0]), strict=True)


def _deed(entry: Entry) -> str:
    kinds = [r.kind for r in entry.notice.relations if r.kind in ("thay thế", "bãi bỏ")]
    return kinds[0] if len(set(kinds)) == 1 else "thay thế, bãi bỏ"


def _name(notice: Notice) -> str:
    return f"{notice.number.normal if notice.number else notice.title} ngày {short(notice.signed_on)}"


def _backward(row: Stated) -> Problem:
    source, target, kind = row.source.notice, row.target.notice, row.relation.kind
    if source is target:
        return _itself(row)
    same_day = source.signed_on == target.signed_on
    order = "ký cùng ngày, số đứng sau" if same_day else f"ký ngày {short(target.signed_on)}"
    own = source.number.normal if source.number else ""
    line = f"relations: [{{relation: {kind}, number: {own}, date: {short(source.signed_on)}}}]"
    nearest = f" và ghi «{line}» vào {target.place.path}" if own else ""
    slots = {"number": row.relation.number.normal, "order": order, "kind": kind, "signed": short(source.signed_on)}
    return problem("relation-backward", row.relation.place, nearest=nearest, **slots)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """A number that somebody knows: of what day, and where it stands."""

    number: str
    dated: date | None
    where: str


def check_unknown(archive: Archive) -> tuple[Problem, ...]:
    """Numbers that are neither ours nor cited in the text. Only worth asking when every notice could be read."""
    by_number = numbered(archive.entries)
    stating = [entry for entry in archive.entries if entry.notice.relations]
    common = list(_common(archive)) if stating else []
    problems = []
    for entry in stating:
        for relation in entry.notice.relations:
            if not _is_known(relation, entry, archive, by_number):
                own, signed = entry.notice.number, entry.notice.signed_on
                earlier = [paper for paper in common if not paper.dated or paper.dated <= signed]
                papers = (*earlier, *_cited(entry))
                names = {paper.number: paper for paper in papers if not own or paper.number != own.normal}
                problems.append(_unknown(relation, names))
    return tuple(problems)


def _is_known(relation: Relation, entry: Entry, archive: Archive, by_number: ByNumber) -> bool:
    if meant(by_number, relation, entry):
        return True
    name = number_slug(relation.number)
    year = relation.number.year or (relation.dated or entry.notice.signed_on).year
    key = f"{dispatch_key(relation.number, year)}-"
    for m in entry.prose.mentions:
        same_day = not relation.dated or not m.dated or "date" in m.guessed or m.dated == relation.dated
        if same_day and (number_slug(m.number) == name or f"{m.key}-".startswith(key)):
            return True
    return any(
        number_slug(row.number) == name and (not relation.dated or row.date_guessed or row.dated == relation.dated)
        for row in archive.known
    )


def _unknown(relation: Relation, names: Mapping[str, _Known]) -> Problem:
    number = relation.number.normal
    guess = names.get(near(number, names))
    if guess and guess.number == number and guess.dated:
        nearest = f"; số ấy có ngày {short(guess.dated)}, {guess.where}: nếu là văn bản đó, ghi «date» đúng ngày ấy"
    elif guess:
        nearest = f"; có phải {guess.number}{_of(guess.dated)}, {guess.where} không?"
    else:
        nearest = ""
    slots = {"kind": relation.kind, "number": number + _of(relation.dated), "nearest": nearest}
    return problem("relation-unknown", relation.place, **slots)


def _common(archive: Archive) -> Iterator[_Known]:
    for row in archive.known:
        yield _Known(number=row.number.normal, dated=row.dated, where=f"ở {row.place}")
    for entry in sorted(archive.entries, key=lambda e: (e.notice.signed_on, e.notice.key)):
        notice = entry.notice
        if notice.number:
            yield _Known(number=notice.number.normal, dated=notice.signed_on, where=f"ở {notice.place}")


def _cited(entry: Entry) -> Iterator[_Known]:
    for m in entry.prose.mentions:
        yield _Known(number=m.number.normal, dated=m.dated, where=f"bài dẫn ở {m.place}")


def _of(dated: date | None) -> str:
    return f" ngày {short(dated)}" if dated else ""
