"""What the site understands of a text, for editors and for machines.

`as_json` gives one object with the lists `citations`, `anniversaries`, `deadlines`, `sensitive`. They are empty until
the rooms that read them exist: empty means «not read», and `as_text` says so.
"""

from __future__ import annotations

from datetime import date

from bulletin import knowledge, read
from bulletin.check.notice import check_notice
from bulletin.model.notice import Notice
from bulletin.model.problem import Problem
from bulletin.model.source import Raw
from bulletin.model.ward import Ward
from bulletin.plan.visibility import MARKS, state
from bulletin.understand import understand
from bulletin.words import urls
from bulletin.words.dates import short

LISTS = ("citations", "anniversaries", "deadlines", "sensitive")


def as_json(raw: Raw) -> tuple[dict[str, object], tuple[Problem, ...]]:
    """The object of one text, with or without front matter; `file` is its path."""
    _, problems = read.decode(raw)
    return {"file": raw.path, **{name: [] for name in LISTS}}, problems


def as_text(raw: Raw, ward: Ward, today: date) -> tuple[str, tuple[Problem, ...]]:
    """The same in words: what a notice is, where and when it will be seen, how its text is divided."""
    source, problems = read.parse(raw)
    lines = [f"{raw.path}:"]
    if source is None and any(p.code == "front-missing" for p in problems):
        body, problems = read.decode(raw)
        body_line = 1
    elif source is None:
        return "\n".join([*lines, "  Không đọc được phần khai báo."]), problems
    else:
        notice, found = check_notice(source, ward, knowledge.load())
        problems = (*problems, *found)
        lines += _notice(notice, ward, today) if notice else ["  Phần khai báo còn lỗi, chưa hiểu được thông báo này."]
        body, body_line = source.body, source.body_line
    prose, said = understand(body, raw.path, body_line, ward.base)
    if prose.headings:
        lines.append("  Các mục:")
        lines += [f"  {'  ' * (h.level - 1)}{h.text}  (#{h.anchor})" for h in prose.headings]
    lines.append("  Dẫn chiếu, ngày kỷ niệm, thời hạn, dấu hiệu nhạy cảm: bản này chưa đọc các nội dung đó.")
    return "\n".join(lines), (*problems, *said)


def _notice(notice: Notice, ward: Ward, today: date) -> list[str]:
    number = f" số {notice.number.normal}" if notice.number else " không có số"
    lines = [
        f"  Tôi hiểu: {notice.type}{number}, ngày {short(notice.signed_on)}, của {notice.issuer}.",
        f"  Trích yếu: {notice.title}",
        f"  Địa chỉ: {ward.absolute(urls.notice_url(notice.key))}",
    ]
    if notice.publish != "public":
        lines.append(f"  {MARKS[state(notice, today)]}: không đăng.")
    else:
        until = f" đến hết ngày {short(notice.expires_on)}, sau đó vào lưu trữ" if notice.expires_on else ""
        lines.append(f"  Công khai từ ngày {short(notice.published_on)}{until}.")
    return lines
