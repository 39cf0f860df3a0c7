"""What the site understands of a text, for editors and for machines.

`as_json` gives one object with the lists `citations`, `anniversaries`, `deadlines`, `sensitive`. What no room reads yet
is empty: that means «not read», and `as_text` says so. `events` is what an editor states: null when nothing, and what
the machine reads (`deadlines`, the sure ones) holds; else the site tells the events and none of the deadlines.
`doubtful` are readings that no page tells, each with its `doubt`; `changes` what does not take place any more, or at
another time; `slips` days that cannot be right.
"""

from __future__ import annotations

import re
from datetime import date

from bulletin import addresses
from bulletin.entries import Reader, read_bare_text, read_notice
from bulletin.model.deadline import Change, DaySlip, Deadline, Event
from bulletin.model.dispatch import Mention
from bulletin.model.notice import Erratum, Notice
from bulletin.model.occasion import OccasionSaid
from bulletin.model.problem import Problem
from bulletin.model.prose import Prose
from bulletin.model.source import Raw
from bulletin.model.ward import Ward
from bulletin.plan.desk.marks import MARKS
from bulletin.plan.desk.visibility import state
from bulletin.words.dates.printed import short

LISTS = ("citations", "anniversaries", "deadlines", "sensitive")
_BESIDE = ("doubtful", "changes", "slips")
_SERIAL_AND_YEAR = re.compile(r"[0-9]+[^\W\d_]?[-/]?(?:(?:19|20)[0-9]{2}(?:[-/]|$))?")


def as_json(raw: Raw, reader: Reader) -> tuple[dict[str, object], tuple[Problem, ...]]:
    """The object of one text, with or without front matter; `file` is its path."""
    notice, prose, problems = understood(raw, reader)
    told: dict[str, object] = {"file": raw.path, **{name: [] for name in (*LISTS, *_BESIDE)}, "events": None}
    if notice and notice.events is not None:
        told["events"] = [_event(one) for one in notice.events]
    if prose:
        told["citations"] = [_citation(mention) for mention in prose.mentions]
        told["anniversaries"] = [_anniversary(said) for said in prose.occasions]
        told["deadlines"] = [_deadline(one) for one in prose.deadlines]
        told["doubtful"] = [{**_deadline(one), "doubt": one.doubt} for one in prose.doubtful]
        told["changes"] = [_change(one) for one in prose.changes]
        told["slips"] = [_slip(one) for one in prose.slips]
    return told, problems


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


def _anniversary(said: OccasionSaid) -> dict[str, object]:
    return {
        "name": said.name,
        "ordinal": said.ordinal,
        "origin": said.origin or None,
        "observed": said.observed or None,
        "id": said.anniversary or None,
        "text": said.sentence[1],
        "line": said.place.line,
    }


def _deadline(one: Deadline) -> dict[str, object]:
    return {
        "kind": one.kind,
        "from": one.starts_on.isoformat() if one.starts_on else None,
        "to": one.ends_on.isoformat() if one.ends_on else None,
        "by": one.by.isoformat() if one.by else None,
        "rrule": one.rrule or None,
        "except": [day.isoformat() for day in one.excluded],
        "hours": one.hours or None,
        "lunar": one.lunar or None,
        "audience": one.audience,
        "text": one.sentence[1],
        "guessed": one.guessed,
        "corrected": one.corrected,
        "line": one.place.line,
    }


def _change(one: Change) -> dict[str, object]:
    return {
        "kind": one.kind,
        "was": [day.isoformat() for day in one.was],
        "now": [day.isoformat() for day in one.now] if one.now else None,
        "text": one.sentence[1],
        "line": one.place.line,
    }


def _slip(one: DaySlip) -> dict[str, object]:
    return {"kind": one.kind, "text": one.printed, "right": one.right or None, "line": one.place.line}


def _event(one: Event) -> dict[str, object]:
    return {
        "kind": one.kind,
        "what": one.what,
        "from": one.starts_on.isoformat() if one.starts_on else None,
        "to": one.ends_on.isoformat() if one.ends_on else None,
        "by": one.by.isoformat() if one.by else None,
        "rrule": one.rrule or None,
        "every": one.every or None,
        "except": [day.isoformat() for day in one.excluded],
        "audience": one.audience,
        "who": one.who or None,
        "where": one.where or None,
        "hours": one.hours or None,
        "line": one.place.line,
    }


def as_text(raw: Raw, ward: Ward, reader: Reader, today: date) -> tuple[str, tuple[Problem, ...]]:
    """The same in words: what a notice is, where and when it will be seen, how its text is divided, what it cites."""
    notice, prose, problems = understood(raw, reader)
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
    lines.append("  Văn bản được dẫn:" if prose.mentions else "  Không thấy dẫn văn bản nào có số.")
    lines += [f"    dòng {mention.place.line}: {_understood(mention)}" for mention in prose.mentions]
    if prose.occasions:
        lines.append("  Ngày kỷ niệm:")
        lines += [f"    dòng {said.place.line}: {_occasion(said, reader)}" for said in prose.occasions]
    stated = notice.events if notice else None
    if stated is not None:
        lines.append(f"  Việc có ngày giờ (người biên tập ghi):{'' if stated else ' không có việc nào.'}")
        lines += [f"    dòng {one.place.line}: {_stated(one)}" for one in stated]
    if prose.deadlines:
        unused = "máy đọc được, trang không dùng"
        lines.append(f"  Thời hạn ({'máy đọc, chưa có người xác nhận' if stated is None else unused}):")
        lines += [f"    dòng {one.place.line}: {_time(one)}" for one in prose.deadlines]
    if prose.doubtful:
        lines.append("  Chưa chắc, không đưa lên trang:")
        lines += [f"    dòng {one.place.line}: {one.doubt}. {_time(one)}" for one in prose.doubtful]
    if prose.changes:
        lines.append("  Đổi hoặc hủy:")
        lines += [f"    dòng {one.place.line}: {_changed(one)}" for one in prose.changes]
    if prose.slips:
        lines.append("  Ngày không thể đúng:")
        lines += [f"    dòng {one.place.line}: {_slipped(one)}" for one in prose.slips]
    if notice and notice.errata:
        lines.append("  Đính chính:")
        lines += [f"    dòng {one.place.line}: {_erratum(one)}" for one in notice.errata]
    lines.append("  Dấu hiệu nhạy cảm: phiên bản chương trình này chưa đọc nội dung đó.")
    return "\n".join(lines), problems


def understood(raw: Raw, reader: Reader) -> tuple[Notice | None, Prose | None, tuple[Problem, ...]]:
    """The notice (None for a bare text, or when its front matter is wrong), its prose, and all problems.

    A notice is read as the build reads it; of the rest, what can be told without a number and a day.
    """
    reading = read_notice(raw, reader)
    if reading.entry:
        return reading.entry.notice, reading.prose, reading.problems
    bare = any(p.code == "front-missing" for p in reading.problems)
    if reading.prose is None and not bare:
        return None, None, reading.problems
    text = read_bare_text(raw, reader)
    return None, text.prose, text.problems if bare else reading.problems


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
    why = mention.why or f"bài viết «{_said(mention)}»"
    return f"Tôi hiểu: {', '.join(parts)} — vì {why}."


def _occasion(said: OccasionSaid, reader: Reader) -> str:
    """«bài viết «136 năm …»; tôi hiểu là Ngày Quốc tế Lao động.»."""
    row = reader.knowledge.anniversaries.get(said.anniversary)
    meant = f"tôi hiểu là {row.name}" if row else "không có trong danh mục ngày kỷ niệm"
    return f"bài viết «{said.sentence[1]}»; {meant}."


def _guess(mention: Mention, what: str) -> str:
    return " (suy đoán)" if what in mention.guessed else ""


def _said(mention: Mention) -> str:
    """The number with the words around it: «… Công văn số 595-CV/QU ngày 15/4/2022 của Quận ủy; …»."""
    before, number, after = mention.sentence
    words = before.removeprefix("…").split()
    return f"…{' '.join(words[-3:])} {number}{after[:80].rpartition(' ')[0]}…" if words else f"{number}{after[:80]}…"


_KINDS = {"deadline": "hạn chót", "window": "khoảng ngày", "event": "trong ngày", "recurring": "lặp lại"}
_AUDIENCES = {"residents": "người dân", "staff": "cán bộ", "agency": "cơ quan"}


def _time(one: Deadline) -> str:
    """«Tôi hiểu: hạn chót 05/5/2022, của người dân — vì bài viết «chậm nhất ngày 05/5»»."""
    days = dict.fromkeys(short(day) for day in (one.by, one.starts_on, one.ends_on) if day)
    bounds = " đến hết ".join(days)
    if one.kind in ("window", "recurring") and len(days) == 1:
        bounds = f"{'đến hết' if one.ends_on else 'từ'} {bounds}"
    less = f"trừ {', '.join(map(short, one.excluded))}" if one.excluded else ""
    beside = f"({'; '.join(filter(None, (one.hours, one.lunar)))})" if one.hours or one.lunar else ""
    kind = "" if one.kind == "window" and len(days) == 1 else _KINDS[one.kind]
    when = " ".join(filter(None, (kind, bounds, less, beside)))
    year = (" (năm suy đoán)" if one.guessed else "") + (" (đã đính chính)" if one.corrected else "")
    return f"Tôi hiểu: {when}{year}, của {_AUDIENCES[one.audience]} — vì bài viết «{one.sentence[1]}»."


def _changed(one: Change) -> str:
    """«Tôi hiểu: ngày 25/11/2025 không còn, chuyển thành ngày 26/11/2025 — vì bài viết «…»»."""
    moved = f", chuyển thành {_days(one.now)}" if one.now else ""
    return f"Tôi hiểu: {_days(one.was)} không còn{moved} — vì bài viết «{''.join(one.sentence).strip()}»."


def _slipped(one: DaySlip) -> str:
    return f"bài viết «{one.printed}»" + (f", mà {one.right}." if one.right else ", lịch không có ngày ấy.")


def _days(days: tuple[date, date]) -> str:
    first, last = map(short, days)
    return f"ngày {first}" if first == last else f"từ ngày {first} đến hết ngày {last}"


def _stated(one: Event) -> str:
    """«Nộp quỹ: chậm nhất ngày 05/5/2022; của người dân (các hộ kinh doanh); nơi: nhà văn hóa; giờ: 8 giờ»."""
    if one.by:
        when = f"chậm nhất ngày {short(one.by)}"
    elif one.kind == "event" and one.starts_on:
        when = f"trong ngày {short(one.starts_on)}"
    else:
        first = f"từ ngày {short(one.starts_on)}" if one.starts_on else ""
        last = f"đến hết ngày {short(one.ends_on)}" if one.ends_on else ""
        less = f"trừ ngày {', '.join(map(short, one.excluded))}" if one.excluded else ""
        when = " ".join(filter(None, (one.every, first, last, less)))
    parts = [f"{one.what}: {when}", f"của {_AUDIENCES[one.audience]}{f' ({one.who})' if one.who else ''}"]
    parts += [f"{name}: {said}" for name, said in (("nơi", one.where), ("giờ", one.hours)) if said]
    return f"{'; '.join(parts)}."


def _erratum(one: Erratum) -> str:
    note = f" ({one.note})" if one.note else ""
    return f"bài viết «{one.says}», đúng là «{one.should}»{note}."


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
