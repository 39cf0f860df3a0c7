"""What the site understands of a text, for editors and for machines.

`as_json` gives one object with the lists `citations`, `anniversaries`, `deadlines`, `sensitive` (what may not be
public; its `action` is block, warn or ask). `events` is what an editor states: null when nothing, and what
the machine reads (`deadlines`, the sure ones) holds; else the site tells the events and none of the deadlines.
`doubtful` are readings that no page tells, each with its `doubt`; `changes` what does not take place any more, or at
another time; `slips` days that cannot be right.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from bulletin import addresses
from bulletin.entries import Reader, read_bare_text, read_notice
from bulletin.model.deadline import Change, DaySlip, Deadline, Event
from bulletin.model.dispatch import Mention
from bulletin.model.notice import Erratum, Notice
from bulletin.model.occasion import OccasionSaid
from bulletin.model.place import Place
from bulletin.model.problem import Problem
from bulletin.model.prose import Prose
from bulletin.model.sensitive import SensitiveAt
from bulletin.model.source import Raw
from bulletin.model.ward import Ward
from bulletin.plan.desk.marks import MARKS
from bulletin.plan.desk.visibility_and_urgency import state
from bulletin.words.dates.printed import short

LISTS = ("citations", "anniversaries", "deadlines", "sensitive")
_BESIDE = ("doubtful", "changes", "slips")
_SERIAL_AND_YEAR = re.compile(r"[0-9]+[^\W\d_]?[-/]?(?:(?:19|20)[0-9]{2}(?:[-/]|$))?")


def as_json(raw: Raw, reader: Reader) -> tuple[dict[str, object], tuple[Problem, ...]]:
    """The object of one text, with or without front matter; `file` is its path."""
    notice, prose, sensitive, problems = understood(raw, reader)
    lists: dict[str, object] = {"file": raw.path, **{name: [] for name in (*LISTS, *_BESIDE)}, "events": None}
    if notice and notice.events is not None:
        lists["events"] = [_event(event) for event in notice.events]
    if prose:
        lists["citations"] = [_citation(mention) for mention in prose.mentions]
        lists["anniversaries"] = [_anniversary(occasion) for occasion in prose.occasions]
        lists["deadlines"] = [_deadline(deadline) for deadline in prose.deadlines]
        lists["doubtful"] = [{**_deadline(reading), "doubt": reading.doubt} for reading in prose.doubtful]
        lists["changes"] = [_change(change) for change in prose.changes]
        lists["sensitive"] = [_sensitive(one) for one in sensitive]
        lists["slips"] = [_slip(slip) for slip in prose.slips]
    return lists, problems


def _citation(mention: Mention) -> dict[str, object]:
    number = mention.number
    return {
        "number": number.serial,
        "year": str(number.year) if number.year else None,
        "symbol": _SERIAL_AND_YEAR.sub("", number.printed, count=1) or None,
        "type": mention.type or None,
        "date": mention.dated.isoformat() if mention.dated else None,
        "issuer": mention.issuer or None,
        "body": mention.body.name if mention.body else None,
        "key": mention.key or None,
        "relation": mention.relation or None,
        "subject": mention.subject or None,
        "guessed": sorted(mention.guessed),
        "line": mention.place.line,
    }


def _anniversary(occasion: OccasionSaid) -> dict[str, object]:
    return {
        "name": occasion.name,
        "ordinal": occasion.ordinal,
        "origin": occasion.origin or None,
        "observed": occasion.observed or None,
        "id": occasion.anniversary or None,
        "text": occasion.sentence[1],
        "line": occasion.place.line,
    }


def _deadline(deadline: Deadline) -> dict[str, object]:
    return {
        "kind": deadline.kind,
        "from": deadline.starts_on.isoformat() if deadline.starts_on else None,
        "to": deadline.ends_on.isoformat() if deadline.ends_on else None,
        "by": deadline.by.isoformat() if deadline.by else None,
        "rrule": deadline.rrule or None,
        "except": [day.isoformat() for day in deadline.excluded],
        "hours": deadline.hours or None,
        "lunar": deadline.lunar or None,
        "audience": deadline.audience,
        "text": deadline.sentence[1],
        "guessed": deadline.guessed,
        "corrected": deadline.corrected,
        "line": deadline.place.line,
    }


def _change(change: Change) -> dict[str, object]:
    return {
        "kind": change.kind,
        "was": [day.isoformat() for day in change.was],
        "now": [day.isoformat() for day in change.now] if change.now else None,
        "text": change.sentence[1],
        "line": change.place.line,
    }


def _slip(slip: DaySlip) -> dict[str, object]:
    return {"kind": slip.kind, "text": slip.printed, "right": slip.right or None, "line": slip.place.line}


def _sensitive(one: SensitiveAt) -> dict[str, object]:
    return {
        "text": one.text,
        "kind": one.row.kind,
        "action": one.row.action,
        "words": one.words,
        "why": one.row.why,
        "basis": one.row.basis,
        "line": one.place.line,
    }


def _event(event: Event) -> dict[str, object]:
    return {
        "kind": event.kind,
        "what": event.what,
        "from": event.starts_on.isoformat() if event.starts_on else None,
        "to": event.ends_on.isoformat() if event.ends_on else None,
        "by": event.by.isoformat() if event.by else None,
        "rrule": event.rrule or None,
        "every": event.every or None,
        "except": [day.isoformat() for day in event.excluded],
        "audience": event.audience,
        "who": event.who or None,
        "where": event.where or None,
        "hours": event.hours or None,
        "line": event.place.line,
    }


def as_text(raw: Raw, ward: Ward, reader: Reader, today: date) -> tuple[str, tuple[Problem, ...]]:
    """The same in words: what a notice is, where and when it will be seen, how its text is divided, what it cites."""
    notice, prose, sensitive, problems = understood(raw, reader)
    lines = [f"{raw.path}:"]
    if prose is None:
        return "\n".join([*lines, "  Không đọc được phần khai báo."]), problems
    if notice:
        lines += _notice(notice, ward, today)
    elif any(p.severity == "error" for p in problems):
        lines.append("  Phần khai báo còn lỗi, chưa hiểu được thông báo này.")
    if prose.headings:
        lines.append("  Các mục:")
        lines += [f"  {'  ' * (h.level - 1)}{h.text}  (#{h.anchor})" for h in prose.headings]
    lines += _cited(prose, reader)
    lines += _times(prose, notice.events if notice else None)
    lines += _section("Đính chính:", ((e.place, _erratum(e)) for e in notice.errata) if notice else ())
    lines += _may_not_be_public(sensitive)
    return "\n".join(lines), problems


def _section(title: str, rows: Iterable[tuple[Place, str]]) -> list[str]:
    """A title with its rows, each after the line where it stands; nothing where there are none."""
    lines = [f"    dòng {place.line}: {text}" for place, text in rows]
    return [f"  {title}", *lines] if lines else []


def _cited(prose: Prose, reader: Reader) -> list[str]:
    """The documents and the anniversaries that a text names."""
    mentions = _section("Văn bản được dẫn:", ((m.place, _understood(m)) for m in prose.mentions))
    occasions = _section("Ngày kỷ niệm:", ((o.place, _occasion(o, reader)) for o in prose.occasions))
    return [*(mentions or ["  Không thấy dẫn văn bản nào có số."]), *occasions]


def _times(prose: Prose, stated: tuple[Event, ...] | None) -> list[str]:
    """The times of a text: those that an editor has `stated`, those that the machine reads, and what is doubtful."""
    read = "máy đọc, chưa có người xác nhận" if stated is None else "máy đọc được, trang không dùng"
    events = _section("Việc có ngày giờ (người biên tập ghi):", ((e.place, _stated(e)) for e in stated or ()))
    if stated == ():
        events = ["  Việc có ngày giờ (người biên tập ghi): không có việc nào."]
    doubtful = ((d.place, f"{d.doubt}. {_time(d)}") for d in prose.doubtful)
    return [
        *events,
        *_section(f"Thời hạn ({read}):", ((d.place, _time(d)) for d in prose.deadlines)),
        *_section("Chưa chắc, không đưa lên trang:", doubtful),
        *_section("Đổi hoặc hủy:", ((c.place, _changed(c)) for c in prose.changes)),
        *_section("Ngày không thể đúng:", ((s.place, _slipped(s)) for s in prose.slips)),
    ]


_ACTIONS = {"block": "không được đăng như vậy", "warn": "xem lại", "ask": "hỏi người có thẩm quyền"}


def _may_not_be_public(sensitive: Iterable[SensitiveAt]) -> list[str]:
    """«Chữ nhạy cảm: dòng 12: «…» là số căn cước: không được đăng như vậy, vì …. Nên: …»."""
    rows = (
        (
            one.place,
            f"«{one.text}» — {one.row.name}: {_ACTIONS[one.row.action]}, vì {one.row.why}. Nên: {one.row.cure}.",
        )
        for one in sensitive
    )
    return _section("Chữ nhạy cảm:", rows) or [
        "  Không thấy chữ nào nhạy cảm; máy không thấy hết, người đăng vẫn phải đọc."
    ]


def understood(
    raw: Raw, reader: Reader
) -> tuple[Notice | None, Prose | None, tuple[SensitiveAt, ...], tuple[Problem, ...]]:
    """The notice (None for a bare text, or when its front matter is wrong), its prose, what may not be public, and all
    problems.

    A notice is read as the build reads it; of the rest, what can be told without a number and a day.
    """
    reading = read_notice(raw, reader)
    if reading.entry:
        return reading.entry.notice, reading.prose, reading.sensitive, reading.problems
    bare = any(p.code == "front-missing" for p in reading.problems)
    if reading.prose is None and not bare:
        return None, None, (), reading.problems
    text = read_bare_text(raw, reader)
    return None, text.prose, text.sensitive, text.problems if bare else reading.problems


def _understood(mention: Mention) -> str:
    """«Tôi hiểu: Công văn 595-CV/QU, ngày 15/4/2022, của Quận ủy Long Biên — vì bài viết «…»»."""
    parts = [f"{mention.type} {mention.number.printed}".strip()]
    if mention.dated:
        parts.append(f"ngày {short(mention.dated)}{_guess(mention, 'date')}")
    if name := mention.body.name if mention.body else mention.issuer:
        parts.append(f"của {name}{_guess(mention, 'issuer')}")
    if mention.subject:
        parts.append(f"về «{mention.subject}»")
    if mention.relation:
        parts.append(f"quan hệ: {mention.relation}")
    if not mention.key:
        parts.append("chưa rõ là văn bản nào vì thiếu ký hiệu hoặc năm, nên không có trang riêng")
    why = mention.why or f"bài viết «{_quoted(mention)}»"
    return f"Tôi hiểu: {', '.join(parts)} — vì {why}."


def _occasion(occasion: OccasionSaid, reader: Reader) -> str:
    """«bài viết «136 năm …»; tôi hiểu là Ngày Quốc tế Lao động.»."""
    anniversary = reader.knowledge.anniversaries.get(occasion.anniversary)
    meant = f"tôi hiểu là {anniversary.name}" if anniversary else "không có trong danh mục ngày kỷ niệm"
    return f"bài viết «{occasion.sentence[1]}»; {meant}."


def _guess(mention: Mention, what: str) -> str:
    return " (suy đoán)" if what in mention.guessed else ""


def _quoted(mention: Mention) -> str:
    """The number with the words around it: «… Công văn số 595-CV/QU ngày 15/4/2022 của Quận ủy; …»."""
    before, number, after = mention.sentence
    words = before.removeprefix("…").split()
    return f"…{' '.join(words[-3:])} {number}{after[:80].rpartition(' ')[0]}…" if words else f"{number}{after[:80]}…"


_KINDS = {"deadline": "hạn chót", "window": "khoảng ngày", "event": "trong ngày", "recurring": "lặp lại"}
_AUDIENCES = {"residents": "người dân", "staff": "cán bộ", "agency": "cơ quan"}


def _time(deadline: Deadline) -> str:
    """«Tôi hiểu: hạn chót 05/5/2022, của người dân — vì bài viết «chậm nhất ngày 05/5»»."""
    days = dict.fromkeys(short(day) for day in (deadline.by, deadline.starts_on, deadline.ends_on) if day)
    bounds = " đến hết ".join(days)
    if deadline.kind in ("window", "recurring") and len(days) == 1:
        bounds = f"{'đến hết' if deadline.ends_on else 'từ'} {bounds}"
    less = f"trừ {', '.join(map(short, deadline.excluded))}" if deadline.excluded else ""
    beside = (
        f"({'; '.join(filter(None, (deadline.hours, deadline.lunar)))})" if deadline.hours or deadline.lunar else ""
    )
    kind = "" if deadline.kind == "window" and len(days) == 1 else _KINDS[deadline.kind]
    when = " ".join(filter(None, (kind, bounds, less, beside)))
    year = (" (năm suy đoán)" if deadline.guessed else "") + (" (đã đính chính)" if deadline.corrected else "")
    return f"Tôi hiểu: {when}{year}, của {_AUDIENCES[deadline.audience]} — vì bài viết «{deadline.sentence[1]}»."


def _changed(change: Change) -> str:
    """«Tôi hiểu: ngày 25/11/2025 không còn, chuyển thành ngày 26/11/2025 — vì bài viết «…»»."""
    moved = f", chuyển thành {_days(change.now)}" if change.now else ""
    return f"Tôi hiểu: {_days(change.was)} không còn{moved} — vì bài viết «{''.join(change.sentence).strip()}»."


def _slipped(slip: DaySlip) -> str:
    return f"bài viết «{slip.printed}»" + (f", mà {slip.right}." if slip.right else ", lịch không có ngày ấy.")


def _days(days: tuple[date, date]) -> str:
    first, last = map(short, days)
    return f"ngày {first}" if first == last else f"từ ngày {first} đến hết ngày {last}"


def _stated(event: Event) -> str:
    """«Nộp quỹ: chậm nhất ngày 05/5/2022; của người dân (các hộ kinh doanh); nơi: nhà văn hóa; giờ: 8 giờ»."""
    if event.by:
        when = f"chậm nhất ngày {short(event.by)}"
    elif event.kind == "event" and event.starts_on:
        when = f"trong ngày {short(event.starts_on)}"
    else:
        first = f"từ ngày {short(event.starts_on)}" if event.starts_on else ""
        last = f"đến hết ngày {short(event.ends_on)}" if event.ends_on else ""
        less = f"trừ ngày {', '.join(map(short, event.excluded))}" if event.excluded else ""
        when = " ".join(filter(None, (event.every, first, last, less)))
    parts = [f"{event.what}: {when}", f"của {_AUDIENCES[event.audience]}{f' ({event.who})' if event.who else ''}"]
    parts += [f"{name}: {words}" for name, words in (("nơi", event.where), ("giờ", event.hours)) if words]
    return f"{'; '.join(parts)}."


def _erratum(erratum: Erratum) -> str:
    note = f" ({erratum.note})" if erratum.note else ""
    return f"bài viết «{erratum.says}», đúng là «{erratum.should}»{note}."


def _notice(notice: Notice, ward: Ward, today: date) -> list[str]:
    number = f" số {notice.number.normal}" if notice.number else " không có số"
    lines = [
        f"  Tôi hiểu: {notice.type}{number}, ngày {short(notice.signed_on)}, của {notice.issuer}.",
        f"  Trích yếu: {notice.title}",
        f"  Địa chỉ: {ward.absolute(addresses.notice_url(notice.key))}",
    ]
    if notice.publish != "public":
        lines.append(f"  {MARKS[state(notice, today)]}: không đăng.")
    else:
        until = f" đến hết ngày {short(notice.expires_on)}, sau đó vào lưu trữ" if notice.expires_on else ""
        lines.append(f"  Công khai từ ngày {short(notice.published_on)}{until}.")
    return lines
