"""Where an issuer phrase ends: «của **Ban tuyên giáo Quận ủy** về việc …»; and what a document is about."""

from __future__ import annotations

import re
from functools import lru_cache

from bulletin.understand.lexicon import Lexicon, Names
from bulletin.words.fold import fold as _fold

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
))  # fmt: skip
# Two words that begin what an office does or asks.
_VERBS = frozenset((
    "ban hành", "bãi bỏ", "bảo đảm", "bổ nhiệm", "bổ sung", "căn cứ", "cấp phép", "chấp thuận", "chỉ đạo", "công bố",
    "công nhận", "cụ thể", "điều chỉnh", "đề nghị", "đề xuất", "giải quyết", "hỗ trợ", "hướng dẫn", "khai mạc",
    "kết luận", "kiểm điểm", "kiện toàn", "liên quan", "phân công", "phê chuẩn", "phê duyệt", "phối hợp", "quy hoạch",
    "quy định", "sửa đổi", "tăng cường", "tham gia", "tham mưu", "thành lập", "thông báo", "thông qua", "thực hiện",
    "tiếp tục", "tổ chức", "trả lời", "triển khai", "xem xét", "xử lý", "yêu cầu",
))  # fmt: skip
_VERB_BEGINS = frozenset(pair.split()[0] for pair in _VERBS)
_NUMBERED = re.compile(r"số {1,3}[0-9]{1,3}\b")  # «Tổ dân phố số 5»
_ABOUT = re.compile(
    r"[ ,]{0,3}(?:\(?(?=[“\"«])|(?=(?:về việc|về|v/v|ban hành|quy định|hướng dẫn|phê duyệt|sửa đổi|triển khai|"
    r"công bố|thành lập|tăng cường|thực hiện) ))",
    re.IGNORECASE,
)
_ABOUT_LEAD = re.compile(r"(?:về việc|về|v/v):? {1,3}", re.IGNORECASE)
# Up to the end of the clause; a semicolon inside quotes ends nothing.
_SUBJECT = re.compile(r"(?:“[^”]{0,300}”|«[^»]{0,300}»|\"[^\"]{0,300}\"|[^;:\x02.]|\.(?! |$))*")
_SUBJECT_LONGEST = 220


def issuer_at(text: str, lower: str, at: int, stop: int, lexicon: Lexicon) -> tuple[str, int]:
    """The issuer named at `at` after «của», and where the phrase ends; ("", at) when there is none before `stop`."""
    m = _OF.match(text, at)
    if not m or m.end() >= stop:
        return "", at
    start = pos = m.end()
    limit = min(stop, start + _LONGEST)
    end = start
    while pos < limit:
        word = _WORD.match(text, pos)
        if not word or word.end() > limit:
            break
        name = _name_end(text, pos, limit, lexicon) if text[pos].isupper() else 0
        if name:
            end = pos = name
        else:
            said = lower[word.start() : word.end()]
            # In capitals throughout, a common word is one all the same.
            common = text[pos].islower() or (pos > start and text[start:pos].isupper())
            if said == "v/v" or (common and said.rstrip(".") in _ENDS and not _NUMBERED.match(text, pos)):
                break
            if said in _VERB_BEGINS or said in ("và", "-"):
                following = _WORD.match(text, _skip(text, word.end()))
                if following and f"{said} {lower[following.start() : following.end()]}" in _VERBS:
                    break
                if said == "và" and not (following and _goes_on(text, lower, following.start(), lexicon)):
                    break
                if said == "-" and not (following and text[following.start()].isupper()):
                    break
            end = pos = word.end()
            if text[end - 1] == "." and not _abbreviates(text, word.start(), end):
                end -= 1
                break
        gap = _skip(text, pos)
        if gap < limit and text[gap] == "," and _title(text, lower, start, end, gap):
            gap = _skip(text, gap + 1)
        elif gap < len(text) and (text[gap] == "," or _STOP_SIGN.match(text[gap])):
            break
        pos = gap
    phrase = text[start:end].rstrip(" .-")
    return phrase, start + len(phrase)


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


def _title(text: str, lower: str, start: int, end: int, comma: int) -> bool:
    """«Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ» is one title."""
    return lower[start:end].startswith(("bộ trưởng", "phó thủ tướng", "chủ tịch")) and lower.startswith(
        ("chủ nhiệm", "bộ trưởng"), _skip(text, comma + 1)
    )


def subject_at(text: str, at: int, stop: int) -> str:
    """What the document cited before `at` is about, in the words of the text up to `stop`; "" when it does not say."""
    m = _ABOUT.match(text, at)
    if not m:
        return ""
    lead = _ABOUT_LEAD.match(text, m.end())
    start = lead.end() if lead else m.end()
    said = _SUBJECT.match(text, start, min(stop, start + _SUBJECT_LONGEST))
    cut = said[0] if said else ""
    if start + len(cut) == start + _SUBJECT_LONGEST < stop:
        cut = cut.rsplit(" ", 1)[0] + "…"
    return " ".join(cut.split()).strip(" ,.()").removesuffix(" và").rstrip(" ,")
