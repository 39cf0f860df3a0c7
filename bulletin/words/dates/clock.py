"""Clock times as notices say them: «7h30», «19g30», «7 giờ 30 phút», «08:00», «19 h 30 ph». Plain lower-case text."""

from __future__ import annotations

from bulletin.words.dates.month_and_weekday_names import PART

# «7h30» is no «7h», whatever stands behind it.
_MINUTES = r"(?: ?(?:[0-9]{2}(?![0-9/])(?: ?(?:phút|ph|p)(?!\w))?|rưỡi)|(?! ?[0-9]{2}(?![0-9/])))"
TIME = (
    rf"(?:(?<![0-9])[0-9]{{1,2}} ?(?:giờ|h|g)(?![a-zà-ỹ]){_MINUTES}['′’]?(?: ?{PART})?"
    rf"|(?<![0-9:])[0-9]{{1,2}}:[0-9]{{2}}(?![0-9:])(?: ?{PART})?)"
)
_TO = r" ?(?:đến|tới|-|–) ?(?:khoảng )?"
HOURS = (
    rf"(?:{TIME}{_TO}(?:{PART} )?(?:hết )?{TIME}(?: {PART})?(?: (?:hôm sau|ngày hôm sau))?"
    rf"|(?<![0-9:/])[0-9]{{1,2}} ?(?:-|đến) ?{TIME})"
)
