"""Where an issuer phrase ends: «của **Ban tuyên giáo Quận ủy** về việc …»; and what a document is about."""

from __future__ import annotations

import re
from functools import lru_cache

from bulletin.understand.citations.lexicon import Lexicon, Names
from bulletin.words.papers.administrative_units import KINDS, PLACE, SHORT
from bulletin.words.text.fold import fold as _fold

fold = lru_cache(maxsize=8192)(_fold)  # the same words of names again and again
_LONGEST = 140
_OF = re.compile(r"[ ,]{0,30}\(?(?:của|(?:do|giữa)(?= {1,30}[A-ZĐÂÊÔƠƯĂỦ])) {1,30}(?=\w)", re.IGNORECASE)
_WORD = re.compile(r"[^\s,;:()\[\]«»“”\"]+")
_STOP_SIGN = re.compile(r"[;:()\[\]«»“”\"]")
# A common word that no name of an office holds where it stands: after it something else is told.
_ENDS = frozenset((
    "về", "v/v", "gửi", "ngày", "có", "tại", "đã", "được", "là", "theo", "nêu", "trong", "với", "đối", "để", "nhằm",
    "cho", "trên", "khi", "thì", "nay", "cũng", "bằng", "từ", "hoặc", "đến", "mà", "nhưng", "vì", "nên", "như", "này",
    "đó", "sau", "trước", "hủy", "huỷ", "thay", "số", "năm", "khẩn", "giao", "lấy", "cử", "mời", "ký", "vào", "còn",
    "phải", "cần", "sẽ", "đang", "không", "chưa", "do", "của", "các", "những", "một", "hai", "kèm", "đính", "cùng",
    "hết", "vừa", "mới", "kể", "bị",
))  # fmt: skip
# Two words that begin what an office does or asks.
_VERBS = frozenset((
    "báo cáo", "ban hành", "bãi bỏ", "bảo đảm", "bổ nhiệm", "bổ sung", "căn cứ", "cấp phép", "chấm dứt", "chấp thuận",
    "chỉ đạo", "công bố", "công nhận", "cụ thể", "điều chỉnh", "đề nghị", "đề xuất", "giải quyết", "hỗ trợ",
    "hướng dẫn", "kêu gọi", "khai mạc", "kết luận", "kiểm điểm", "kiện toàn", "kỷ niệm", "lãnh đạo", "liên quan",
    "nhân dịp", "phát động", "phân công", "phê chuẩn", "phê duyệt", "phối hợp", "quy hoạch", "quy định", "sửa đổi",
    "tăng cường", "tham gia", "tham mưu", "thành lập", "thông báo", "thông qua", "thực hiện", "tiếp tục", "tổ chức",
    "trả lời", "triển khai", "tuyên truyền", "vận động", "xem xét", "xử lý", "yêu cầu",
))  # fmt: skip
# What may follow a known name in small letters and belong to it: «Ủy ban nhân dân **tỉnh** Bình Thuận».
_PLACES = frozenset((
    *(word for kind in KINDS for word in kind.split()),
    "tp", "tp.", "vực", "khóa", "khoá", "nhiệm", "kỳ", "trung", "ương", "và", "-", "lâm", "thời", "viên", "biệt",
))  # fmt: skip
_LEVEL = re.compile(rf"cấp {{1,3}}(?:trung ương|trên|cơ sở|{PLACE})\b", re.IGNORECASE)
# What many bodies have in common: «Đảng ủy **các cơ quan Đảng**», «Ban Quản lý **các khu công nghiệp**».
_OF_MANY = re.compile(
    r"các {1,3}(?:cơ {1,3}quan(?: {1,3}(?:đảng|chính {1,3}quyền|dân {1,3}đảng|trung {1,3}ương|tỉnh))?|"
    r"khu {1,3}(?:công {1,3}nghiệp|chế {1,3}xuất|kinh {1,3}tế|công {1,3}nghệ)|doanh {1,3}nghiệp|dự {1,3}án)(?!\w)"
)
_HAS_MANY = re.compile(r"(?:đảng (?:ủy|uỷ|bộ)|ban quản lý|công đoàn|liên đoàn) ?$")
# An office whose name lists its trades: «Sở **Văn hóa, Thể thao và Du lịch**». Each begins with a capital and is no
# office itself.
_OFFICES = "Sở|Bộ|Ban|Phòng|Trung tâm|Văn phòng|Chi cục|Cục|Vụ|Viện|Ủy ban|Uỷ ban|Hội đồng"
_LISTS_TRADES = re.compile(rf"(?:{_OFFICES}) ")
_TRADE = (
    rf"(?!(?:{_OFFICES}|Đảng|Hội|Đoàn|Công (?:an|đoàn|ty)|Chi bộ|Tòa|Quận|Thành|Tỉnh|Huyện|Thủ|Chủ|Quốc|Chính|Mặt|Bí|"
    r"Tổ)\b)"
    r"[A-ZÀ-ỸĐ][a-zà-ỹđ]+(?: {1,3}[a-zà-ỹđ]+){0,4}"
)
_TRADES = re.compile(rf"(?:,|-) {{1,3}}{_TRADE}(?:(?:,| -) {{1,3}}{_TRADE}){{0,3}} {{1,3}}(?:và|&) {{1,3}}(?={_TRADE})")
_VERB_BEGINS = frozenset(pair.split()[0] for pair in _VERBS)
_NUMBERED = re.compile(r"số {1,3}[0-9]{1,3}\b")  # «Tổ dân phố số 5»
_ABOUT = re.compile(
    r"[ ,]{0,3}(?:(?=[“\"«])|(?=(?:về việc|về|v/v|ban hành|quy định|hướng dẫn|phê duyệt|sửa đổi|triển khai|"
    r"công bố|thành lập|tăng cường|thực hiện) ))",
    re.IGNORECASE,
)
_ABOUT_LEAD = re.compile(r"(?:về việc|về|v/v):? {1,3}", re.IGNORECASE)
# Up to the end of the clause; a semicolon inside quotes ends nothing.
_SUBJECT = re.compile(r"(?:“[^”]{0,300}”|«[^»]{0,300}»|\"[^\"]{0,300}\"|[^;:.]|\.(?! |$))*")
_SUBJECT_LONGEST = 220
# A list goes on to the next citation; a sentence turns to somebody else.
_LISTS = re.compile(r"(?:,|;|và|hoặc) {0,3}(?:các |những |theo |căn cứ |thực hiện )?$", re.IGNORECASE)
_TURNS = re.compile(
    r",? (?:như sau|nêu rõ)\b|, (?:trong đó|vừa qua|theo đó|nay|đồng thời|để|nhằm|đề nghị|yêu cầu|"
    r"(?:UBND|HĐND|MTTQ|Ủy ban|Uỷ ban|Chủ tịch|Đảng ủy|Quận ủy|Công an|Ban [A-ZĐ]|Sở [A-ZĐ]|Phòng [A-ZĐ]))"
)
_DONE_BY = re.compile(r" do {1,3}(?=[A-ZĐÂÊÔƠƯĂỦ])")
_ISSUES = re.compile(
    r"(?:(?P<at>) tại| (?:(?:đã|vừa|mới) )?(?:ký )?(?:ban hành|phát hành|có|ra)) {1,3}(?:các |những )?$"
)


def issuer_at(text: str, lower: str, at: int, stop: int, lexicon: Lexicon) -> tuple[str, int]:
    """The issuer named at `at` after «của», and where the phrase ends; ("", at) when there is none before `stop`."""
    m = _OF.match(text, at)
    if not m or m.end() >= stop:
        return "", at
    end = _phrase_end(text, lower, m.end(), min(stop, m.end() + _LONGEST), lexicon)
    return (_said(text, m.end(), end), end) if end > m.end() else ("", at)


def issuer_after(text: str, lower: str, at: int, stop: int, lexicon: Lexicon) -> str:
    """The issuer told at the end: «Chỉ thị 15/CT-TTg năm 2020 về … **do Thủ tướng Chính phủ** ban hành»."""
    m = _DONE_BY.search(text, at, min(stop, at + 2 * _SUBJECT_LONGEST)) if " do " in text[at:stop] else None
    if not m:
        return ""
    end = _phrase_end(text, lower, m.end(), min(stop, m.end() + _LONGEST), lexicon)
    return _said(text, m.end(), end) if lower.startswith("ban hành", _skip(text, end)) else ""


def issuer_before(text: str, lower: str, at: int, lexicon: Lexicon) -> str:
    """The issuer whose deed ends at `at`: «**UBND quận** ban hành Kế hoạch số …», «của **Sở Nội vụ** tại Tờ trình …».

    "" when nobody is said to have issued it.
    """
    low = max(0, at - _LONGEST)
    m = _ISSUES.search(lower, low, at)
    if not m:
        return ""
    if m["at"]:
        of = lower.rfind("của ", low, m.start())
        start = _skip(text, of + 4)
        found = of >= 0 and _phrase_end(text, lower, start, m.start() + 1, lexicon) == m.start()
        return _said(text, start, m.start()) if found else ""
    clause = max(text.rfind(sign, low, m.start()) + 1 for sign in ".,;:()\x00")
    for word in _WORD.finditer(text, max(clause, low), m.start()):
        start = word.start()
        if text[start].isupper() and _phrase_end(text, lower, start, m.start() + 1, lexicon) == m.start():
            return _said(text, start, m.start())
    return ""


def _said(text: str, start: int, end: int) -> str:
    return " ".join(text[start:end].split())


def _phrase_end(text: str, lower: str, start: int, limit: int, lexicon: Lexicon) -> int:
    """Where the name of an office that begins at `start` ends: at a sign, a verb, the next citation."""
    end = pos = start
    known = placed = False  # behind a known name; behind a word for a place, whose own name follows
    while pos < limit:
        word = _WORD.match(text, pos)
        if not word or word.end() > limit:
            break
        name = _name_end(text, pos, limit, lexicon) if text[pos].isupper() else 0
        if name or (word[0].isupper() and word.end() - pos > 1 and lexicon.issuers(word[0])):
            end = pos = name or word.end()
            known, placed = True, False
        else:
            said = lower[word.start() : word.end()]
            said = said if said == "tp." else said.rstrip(".")
            # In capitals throughout, a common word is one all the same.
            common = text[pos].islower() or (pos > start and text[start:pos].isupper())
            if said == "các" and known and (many := _OF_MANY.match(lower, pos)) and _HAS_MANY.search(lower, start, pos):
                end = pos = many.end()
                pos = _skip(text, pos)
                placed = False
                continue
            registers = said == "ký" and lower[start:pos].endswith("đăng ")  # «Văn phòng đăng ký đất đai»
            if said == "v/v" or (common and said in _ENDS and not registers and not _NUMBERED.match(text, pos)):
                break
            if known and text[pos].islower():
                if said not in _PLACES and not _LEVEL.match(text, pos) and not _NUMBERED.match(text, pos):
                    break
                placed = placed or said not in ("và", "-")
            elif known and text[word.end() - 1] == "." and said in SHORT:
                placed = True
            elif known and text[pos].isdigit():
                if word.end() - pos > 3 or pos - end > 1:
                    break
            else:
                known = known and placed
            if said in _VERB_BEGINS or said in ("và", "-"):
                following = _WORD.match(text, _skip(text, word.end()))
                if following and f"{said} {lower[following.start() : following.end()]}" in _VERBS:
                    break
                if said == "và" and not (following and _goes_on(text, lower, following.start(), lexicon)):
                    break
                goes_on = following and (
                    placed
                    or _name_end(text, following.start(), limit, lexicon)
                    or (_LISTS_TRADES.match(text, start, end) and _TRADES.match(text, word.start()))
                )
                if said == "-" and not (goes_on and following and text[following.start()].isupper()):
                    break
            end = pos = word.end()
            if text[end - 1] == "." and not _abbreviates(text, word.start(), end):
                end -= 1
                break
        gap = _skip(text, pos)
        if gap < limit and text[gap] == "," and _inside(text, lower, start, end, gap):
            gap = _skip(text, gap + 1)
        elif gap < len(text) and (text[gap] == "," or _STOP_SIGN.match(text[gap])):
            break
        pos = gap
    while end > start and text[end - 1] in " .-":
        end -= 1
    return end


def _skip(text: str, at: int) -> int:
    while at < len(text) and text[at] == " ":
        at += 1
    return at


def _name_end(text: str, at: int, limit: int, lexicon: Lexicon) -> int:
    """Where the longest known name that begins at `at` ends; 0 when none does."""
    names: Names | None = lexicon.names
    end = 0
    while (m := _WORD.match(text, at)) and m.end() <= limit:
        word, at = fold(m[0]), m.end()
        if text[at : at + 1] == "," and (names or {}).get(word + ","):
            word, at = word + ",", at + 1
        names = (names or {}).get(word)
        if names is None:
            break
        if "" in names:
            end = at
        at = _skip(text, at)
    return end


def _goes_on(text: str, lower: str, at: int, lexicon: Lexicon) -> bool:
    """Whether after «và» the name goes on («Giáo dục và Đào tạo»), not the next citation («và Công văn số»)."""
    if not text[at].isupper():
        return False
    words = lower[at : at + 40].split()
    return not any(" ".join(words[:n]) in lexicon.types for n in (1, 2, 3, 4))


def _abbreviates(text: str, start: int, end: int) -> bool:
    """«TP. Hà Nội», «Q. Long Biên»: no end of a sentence."""
    return end - start <= 3 and end < len(text) and text[start : end - 1].isascii() and text[start].isupper()


def _inside(text: str, lower: str, start: int, end: int, comma: int) -> bool:
    """Whether a comma belongs to the name: «Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ», «phòng, chống Covid-19»."""
    after = _skip(text, comma + 1)
    titles = ("bộ trưởng", "phó thủ tướng", "chủ tịch")
    if _LISTS_TRADES.match(text, start, end) and _TRADES.match(text, comma):
        return True
    return (lower[start:end].startswith(titles) and lower.startswith(("chủ nhiệm", "bộ trưởng"), after)) or (
        lower.endswith("phòng", start, end) and lower.startswith("chống", after)
    )


def subject_at(text: str, at: int, stop: int) -> str:
    """What the document cited before `at` is about, in the words of the text; "" when it does not say.

    `stop` is where the next citation begins: it ends the subject, unless the subject is about that very document.
    """
    m = _ABOUT.match(text, at)
    if not m:
        return ""
    lead = _ABOUT_LEAD.match(text, m.end())
    start = lead.end() if lead else m.end()
    said = _SUBJECT.match(text, start, start + _SUBJECT_LONGEST)
    end = said.end() if said else start
    if stop < end and _LISTS.search(text, start, stop):
        end = stop
    cut = text[start:end]
    if turn := _TURNS.search(cut):
        cut = cut[: turn.start()]
    elif end == start + _SUBJECT_LONGEST:
        cut = cut.rsplit(" ", 1)[0] + "…"
    cut = " ".join(cut.split()).strip(" ,.").removesuffix(" và").rstrip(" ,")
    return cut.rstrip(")") if cut.count(")") > cut.count("(") else cut
