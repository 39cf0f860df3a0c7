"""Where the name of an office ends in running text: «của **Ban tuyên giáo Quận ủy** về việc …».

The words are read one after the other, and where one stands among them decides what may follow:

nameless  no known name yet: any word may be one of the name   **Tổ bầu cử**
named     right behind a known name: only words for a place    **Ủy ban nhân dân** tỉnh
placed    behind a word for a place: its own name follows      **Ủy ban nhân dân tỉnh** Bình Thuận

A known name puts one behind it wherever it stands. A word that is none of one leads to the next of these
(`_next_stand`), or ends the name: for the word's own sake (`_ENDINGS`).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal, NamedTuple

from bulletin.understand.citations.lexicon import Lexicon, Names
from bulletin.words.papers.administrative_units import KINDS, PLACE, SHORT
from bulletin.words.text.fold import fold
from bulletin.words.text.patterns import verbose

WORD = re.compile(r"[^\s,;:()\[\]«»“”\"]+")
_STOP_SIGN = re.compile(r"[;:()\[\]«»“”\"]")
# A common word that no name of an office holds where it stands: after it something else is told.
_ENDS = frozenset((
    "về", "v/v", "gửi", "ngày", "có", "tại", "đã", "được", "là", "theo", "nêu", "trong", "với", "đối", "để", "nhằm",
    "cho", "trên", "khi", "thì", "nay", "cũng", "bằng", "từ", "hoặc", "đến", "mà", "nhưng", "vì", "nên", "như", "này",
    "đó", "sau", "trước", "hủy", "huỷ", "thay", "số", "năm", "khẩn", "giao", "lấy", "cử", "mời", "ký", "vào", "còn",
    "phải", "cần", "sẽ", "đang", "không", "chưa", "do", "của", "các", "những", "một", "hai", "kèm", "đính", "cùng",
    "hết", "vừa", "mới", "kể", "bị",
))  # fmt: skip
_ALWAYS_ENDS = "v/v"  # in capitals too
# Two words that begin what an office does or asks.
_DEEDS = frozenset((
    "báo cáo", "ban hành", "bãi bỏ", "bảo đảm", "bổ nhiệm", "bổ sung", "căn cứ", "cấp phép", "chấm dứt", "chấp thuận",
    "chỉ đạo", "công bố", "công nhận", "cụ thể", "điều chỉnh", "đề nghị", "đề xuất", "giải quyết", "hỗ trợ",
    "hướng dẫn", "kêu gọi", "khai mạc", "kết luận", "kiểm điểm", "kiện toàn", "kỷ niệm", "lãnh đạo", "liên quan",
    "nhân dịp", "phát động", "phân công", "phê chuẩn", "phê duyệt", "phối hợp", "quy hoạch", "quy định", "sửa đổi",
    "tăng cường", "tham gia", "tham mưu", "thành lập", "thông báo", "thông qua", "thực hiện", "tiếp tục", "tổ chức",
    "trả lời", "triển khai", "tuyên truyền", "vận động", "xem xét", "xử lý", "yêu cầu",
))  # fmt: skip
_DEED_BEGINS = frozenset(deed.split()[0] for deed in _DEEDS)
_AND, _DASH, _MANY = "và", "-", "các"
# What may follow a known name in small letters and belong to it: «Ủy ban nhân dân **tỉnh** Bình Thuận».
_PLACES = frozenset((
    *(word for kind in KINDS for word in kind.split()),
    "tp", "tp.", "vực", "khóa", "khoá", "nhiệm", "kỳ", "trung", "ương", "và", "-", "lâm", "thời", "viên", "biệt",
))  # fmt: skip
_LEVEL = re.compile(rf"cấp {{1,3}}(?:trung ương|trên|cơ sở|{PLACE})\b", re.IGNORECASE)
_NUMBERED = re.compile(r"số {1,3}[0-9]{1,3}\b")  # «Tổ dân phố số 5»
_FIGURES_AT_MOST = 3  # of a body's own number: «Ban Chỉ đạo 389»
# What many bodies have in common: «Đảng ủy **các cơ quan Đảng**», «Ban Quản lý **các khu công nghiệp**».
_OF_MANY = verbose(r"""
    các {1,3}
    (?:
        cơ {1,3}quan(?: {1,3}(?:đảng|chính {1,3}quyền|dân {1,3}đảng|trung {1,3}ương|tỉnh))?
        |khu {1,3}(?:công {1,3}nghiệp|chế {1,3}xuất|kinh {1,3}tế|công {1,3}nghệ)
        |doanh {1,3}nghiệp
        |dự {1,3}án
    )(?!\w)
""")
_HAS_MANY = re.compile(r"(?:đảng (?:ủy|uỷ|bộ)|ban quản lý|công đoàn|liên đoàn) ?$")
# An office whose name lists its trades: «Sở **Văn hóa, Thể thao và Du lịch**».
_OFFICES = "Sở|Bộ|Ban|Phòng|Trung tâm|Văn phòng|Chi cục|Cục|Vụ|Viện|Ủy ban|Uỷ ban|Hội đồng"
_LISTS_TRADES = re.compile(rf"(?:{_OFFICES}) ")
# Each begins with a capital and is no office itself.
_TRADE = rf"""
    (?!(?:
        {_OFFICES}
        |Đảng|Hội|Đoàn|Công (?:an|đoàn|ty)|Chi bộ|Tòa|Quận|Thành|Tỉnh|Huyện|Thủ|Chủ|Quốc|Chính|Mặt|Bí|Tổ
    )\b)
    [A-ZÀ-ỸĐ][a-zà-ỹđ]+(?: {{1,3}}[a-zà-ỹđ]+){{0,4}}  # «Giáo dục», «Nông nghiệp»
"""
_TRADES = verbose(rf"""
    (?:,|-) {{1,3}}{_TRADE}
    (?:(?:,| -) {{1,3}}{_TRADE}){{0,3}}
    [ ]{{1,3}}(?:và|&) {{1,3}}(?={_TRADE})  # the last of a list stands behind «và»
""")
_TITLES = ("bộ trưởng", "phó thủ tướng", "chủ tịch")
_TITLES_BEHIND = ("chủ nhiệm", "bộ trưởng")
_PREVENTS, _FIGHTS = "phòng", "chống"  # «phòng, chống Covid-19»
_LONGEST_TYPE = 4  # words of a type's name, beginning behind «và»
_TYPE_ROOM = 40


# Where among the words of a phrase one stands: see above.
_Stand = Literal["nameless", "named", "placed"]


class _Word(NamedTuple):
    """A word text[begin:end] that is none of a known name; the phrase begins at `start` and ends, so far, at `done`.

    `word` is it in lower case, without full stops but for «tp.». Nothing from `limit` on is looked at for names.
    """

    text: str
    lower: str
    start: int
    done: int
    begin: int
    end: int
    word: str
    limit: int
    lexicon: Lexicon

    def next_begin(self) -> int:
        """Where the word behind it begins; -1 when a sign stands there, or nothing."""
        begin = skip(self.text, self.end)
        return begin if WORD.match(self.text, begin) else -1


def phrase_end(text: str, lower: str, start: int, limit: int, lexicon: Lexicon) -> int:
    """Where the name of an office that begins at text[start] ends: at a sign, a verb, the next citation, or `limit`.

    `lower` is `text` in lower case and as long. «Ban tuyên giáo Quận ủy về việc lập …» ends before « về»;
    `start` itself when no name stands there.
    """
    end = begin = start
    stand: _Stand = "nameless"
    while 0 <= begin < limit:
        match = WORD.match(text, begin)
        if match is None or match.end() > limit:
            break
        stop = match.end()
        if name_end := _known_name(text, match, limit, lexicon):
            end, stand = name_end, "named"
        elif stand != "nameless" and (many_end := _of_many(lower, start, begin)):
            end, stand = many_end, "named"
            begin = skip(text, end)
            continue
        else:
            word = lower[begin:stop]
            word = word if word == "tp." else word.rstrip(".")
            after = stand if stand == "nameless" else _next_stand(text, begin, stop, begin - end, word, stand)
            if after is None or (
                word in _ENDINGS and _is_ended(_Word(text, lower, start, end, begin, stop, word, limit, lexicon), after)
            ):
                break
            stand = after
            end = stop
            if text[end - 1] == "." and not _abbreviates(text, begin, end):
                end -= 1
                break
        begin = _next_word(text, lower, start, end, limit)
    return max(start, len(text[:end].rstrip(" .-")))


def _known_name(text: str, word: re.Match[str], limit: int, lexicon: Lexicon) -> int:
    """Where a known issuer's name or code that begins with `word`, a capital, ends; 0 when none does."""
    begin, end = word.span()
    if not text[begin].isupper():
        return 0
    if name_end := _name_end(text, begin, limit, lexicon):
        return name_end
    return end if end - begin > 1 and word[0].isupper() and lexicon.issuers(word[0]) else 0


def _of_many(lower: str, start: int, begin: int) -> int:
    """Where «các cơ quan Đảng» behind «Đảng ủy» ends; 0 when nothing of the kind stands at `begin`."""
    if not lower.startswith(_MANY, begin) or not _HAS_MANY.search(lower, start, begin):
        return 0
    many = _OF_MANY.match(lower, begin)
    return many.end() if many else 0


def _next_stand(text: str, begin: int, end: int, gap: int, word: str, stand: _Stand) -> _Stand | None:
    """Where one stands behind `word`, text[begin:end], which `gap` blanks part from the phrase so far; None when it
    belongs to the name no more.

    named    + «tỉnh», «Q.»     → placed
    named    + «về», «3500»     → None
    named    + «389», «và»      → named
    named    + a capital, «-»   → nameless: another name
    placed   + a capital, «-»   → placed: «tỉnh Bình Thuận»
    """
    first = text[begin]
    if first.islower():
        if word not in _PLACES and not _LEVEL.match(text, begin) and not _NUMBERED.match(text, begin):
            return None
        return stand if word == _AND else "placed"
    if text[end - 1] == "." and word in SHORT:  # «UBND Q. Bồ Đề»
        return "placed"
    if first.isdigit():
        return stand if end - begin <= _FIGURES_AT_MOST and gap <= 1 else None
    return stand if stand == "placed" else "nameless"


def _is_common_word(here: _Word, _: _Stand) -> bool:
    """«Sở Nội vụ **về** việc …»; not the name «Tổ dân phố **số** 5», nor «Văn phòng đăng **ký** đất đai»."""
    if here.word == _ALWAYS_ENDS:
        return True
    # In capitals throughout, a common word is one all the same.
    is_small = here.text[here.begin].islower()
    if not is_small and not (here.begin > here.start and here.text[here.start : here.begin].isupper()):
        return False
    registers = here.word == "ký" and here.lower.endswith("đăng ", here.start, here.begin)
    return not registers and not _NUMBERED.match(here.text, here.begin)


def _begins_deed(here: _Word, _: _Stand) -> bool:
    """«Sở Nội vụ **báo cáo** kết quả»: two words that tell what the office does."""
    following = WORD.match(here.text, skip(here.text, here.end))
    return following is not None and f"{here.word} {here.lower[slice(*following.span())]}" in _DEEDS


def _joins_another(here: _Word, _: _Stand) -> bool:
    """«UBND quận **và** Công văn số 5»: not «Giáo dục **và** Đào tạo»."""
    begin = here.next_begin()
    return begin < 0 or not _goes_on(here.text, here.lower, begin, here.lexicon)


def _dash_parts(here: _Word, stand: _Stand) -> bool:
    """«UBND phường **-** mời bà con»: not «Sở Văn hóa **-** Thể thao và Du lịch»."""
    begin = here.next_begin()
    if begin < 0 or not here.text[begin].isupper():
        return True
    is_of_the_name = (
        stand == "placed"
        or _name_end(here.text, begin, here.limit, here.lexicon)
        or (_LISTS_TRADES.match(here.text, here.start, here.done) and _TRADES.match(here.text, here.begin))
    )
    return not is_of_the_name


_Ending = Callable[[_Word, _Stand], bool]
# By the word that stands there: why it may be none of the name, given where one would stand behind it.
_ENDINGS: dict[str, list[_Ending]] = {}
for _words, _ends in (
    (_ENDS, _is_common_word),
    (_DEED_BEGINS, _begins_deed),
    ((_AND,), _joins_another),
    ((_DASH,), _dash_parts),
):
    for _word in _words:
        _ENDINGS.setdefault(_word, []).append(_ends)


def _is_ended(here: _Word, stand: _Stand) -> bool:
    return any(ends(here, stand) for ends in _ENDINGS[here.word])


def _next_word(text: str, lower: str, start: int, end: int, limit: int) -> int:
    """Where the next word of a phrase that goes to text[end] begins, perhaps behind a comma of the name; -1 when a sign
    ends the phrase."""
    gap = skip(text, end)
    if gap < limit and text[gap] == "," and _is_inside(text, lower, start, end, gap):
        return skip(text, gap + 1)
    if gap < len(text) and (text[gap] == "," or _STOP_SIGN.match(text[gap])):
        return -1
    return gap


def skip(text: str, at: int) -> int:
    """The first offset from `at` on where no blank stands."""
    while at < len(text) and text[at] == " ":
        at += 1
    return at


def _name_end(text: str, at: int, limit: int, lexicon: Lexicon) -> int:
    """Where the longest known name that begins at `at` ends; 0 when none does."""
    names: Names | None = lexicon.names
    end = 0
    while (m := WORD.match(text, at)) and m.end() <= limit:
        word, at = fold(m[0]), m.end()
        if text[at : at + 1] == "," and (names or {}).get(word + ","):
            word, at = word + ",", at + 1
        names = (names or {}).get(word)
        if names is None:
            break
        if "" in names:
            end = at
        at = skip(text, at)
    return end


def _goes_on(text: str, lower: str, at: int, lexicon: Lexicon) -> bool:
    """Whether after «và» the name goes on («Giáo dục và Đào tạo»), not the next citation («và Công văn số»)."""
    if not text[at].isupper():
        return False
    words = lower[at : at + _TYPE_ROOM].split()
    return not any(" ".join(words[:n]) in lexicon.types for n in range(1, _LONGEST_TYPE + 1))


def _abbreviates(text: str, start: int, end: int) -> bool:
    """«TP. Hà Nội», «Q. Long Biên»: no end of a sentence."""
    return end - start <= 3 and end < len(text) and text[start : end - 1].isascii() and text[start].isupper()


def _is_inside(text: str, lower: str, start: int, end: int, comma: int) -> bool:
    """Whether a comma belongs to the name: «Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ», «phòng, chống Covid-19»."""
    after = skip(text, comma + 1)
    if _LISTS_TRADES.match(text, start, end) and _TRADES.match(text, comma):
        return True
    return (lower[start:end].startswith(_TITLES) and lower.startswith(_TITLES_BEHIND, after)) or (
        lower.endswith(_PREVENTS, start, end) and lower.startswith(_FIGHTS, after)
    )


_LONGEST = 140
_OF = re.compile(r"[ ,]{0,30}\(?(?:của|(?:do|giữa)(?= {1,30}[A-ZĐÂÊÔƠƯĂỦ])) {1,30}(?=\w)", re.IGNORECASE)
_DONE_BY = re.compile(r" do {1,3}(?=[A-ZĐÂÊÔƠƯĂỦ])")
_DONE_BY_ROOM = 440  # behind a number, with what the paper is about between
_ISSUES = re.compile(r"(?: tại| (?:(?:đã|vừa|mới) )?(?:ký )?(?:ban hành|phát hành|có|ra)) {1,3}(?:các |những )?$")


def issuer_at(text: str, lower: str, at: int, stop: int, lexicon: Lexicon) -> tuple[str, int]:
    """The issuer named at `at` after «của», and where the phrase ends; ("", at) when there is none before `stop`."""
    lead = _OF.match(text, at)
    if not lead or lead.end() >= stop:
        return "", at
    end = phrase_end(text, lower, lead.end(), min(stop, lead.end() + _LONGEST), lexicon)
    return (_spelled(text, lead.end(), end), end) if end > lead.end() else ("", at)


def issuer_after(text: str, lower: str, at: int, stop: int, lexicon: Lexicon) -> str:
    """The issuer told at the end: «Chỉ thị 15/CT-TTg năm 2020 về … **do Thủ tướng Chính phủ** ban hành»."""
    lead = _DONE_BY.search(text, at, min(stop, at + _DONE_BY_ROOM)) if " do " in text[at:stop] else None
    if not lead:
        return ""
    end = phrase_end(text, lower, lead.end(), min(stop, lead.end() + _LONGEST), lexicon)
    return _spelled(text, lead.end(), end) if lower.startswith("ban hành", skip(text, end)) else ""


def issuer_before(text: str, lower: str, at: int, lexicon: Lexicon) -> str:
    """The issuer whose deed ends at `at`: «**UBND quận** ban hành Kế hoạch số …», «của **Sở Nội vụ** tại Tờ trình …».

    "" when nobody is said to have issued it.
    """
    low = max(0, at - _LONGEST)
    deed = _ISSUES.search(lower, low, at)
    if not deed:
        return ""
    stop = deed.start()
    clause = max(text.rfind(sign, low, stop) + 1 for sign in ".,;:()\x00")
    for word in WORD.finditer(text, max(clause, low), stop):
        start = word.start()
        if text[start].isupper() and phrase_end(text, lower, start, stop + 1, lexicon) == stop:
            return _spelled(text, start, stop)
    return ""


def _spelled(text: str, start: int, end: int) -> str:
    return " ".join(text[start:end].split())
