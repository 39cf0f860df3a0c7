"""Persons in a sentence: names behind «ông», «bà», «cháu», names that begin with a surname, and initials («N.V.A.»).

Whoever is named with an office («ông Chu Văn Mẫu, Chủ tịch»), and whom a street, a school or a prize is called after,
is told apart: the rules protect private persons.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from bulletin.words.text.patterns import verbose

_UPPER = "A-ZĐÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
_SURNAMES = (
    "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Ngô|Dương|Lý|Đào|Đoàn|Vương|Trịnh|Trương|Đinh|Lưu|Phùng"
    "|Tạ|Chu|Quách|Khuất|Nghiêm|Lương|Tống|Doãn|Khổng|Cù|Ngụy|Mạc|Nông|Hứa|Lò|Sầm|Giàng|Thào|Sùng|Cầm|Quàng|Ksor|Uông"
)  # fmt: skip
# Surnames that places, years and other words begin with too («Hà Nội Mới», «Từ Sơn»): only with a name of persons next.
_SHARED = (
    "Hồ|Hà|Cao|Mai|Thái|Lâm|Kim|An|Đồng|Bình|Hạ|Liên|Phú|Trà|Tăng|Đàm|Âu|Ông|Bành|Quan|Đan|Tô|Châu|Thân|Giáp|Ninh|Kiều"
    "|Triệu|Lục|Bạch|Viên|Vi|Vàng|Tòng|Điểu|Siu|Nay|Văn|Diệp|Từ|La|Ma|Thạch|Sơn|Danh"
)  # fmt: skip
_MIDDLE = "Văn|Thị|Đức|Hữu|Xuân|Minh|Thanh|Ngọc|Quang|Đình|Công|Trọng|Duy|Bá|Quốc|Thu|Thúy|Hồng|Mạnh|Tuấn|Hoàng|Thế"
_PART = rf"[{_UPPER}][a-zà-ỹđ']*"
_INITIALS = rf"(?:[{_UPPER}]\s?\.\s?){{1,4}}(?:[{_UPPER}](?![\w.]))?"
_NAME = re.compile(
    rf"""
    (?<![\w.])
    (?:
      (?P<title> [ÔôBb](?:ng|à)\s(?:[Bb]à\s)? | [Ôô]ng\s\(bà\)\s | (?:[Aa]nh|[Cc]hị|[Cc]ô|[Cc]hú|[Bb]ác|[Cc]ụ|[Tt]hầy)\s
        | (?:[Cc]háu|[Bb]é|(?<!trẻ\s)(?<!chị\s)(?<!anh\s)[Ee]m)\s(?:(?:gái|trai)\s)?(?:tên\s(?:là\s)?)?
        | [Mm]ẹ\s(?:là\s)? | [Vv]ợ\s
        | [Cc]hồng\s
        | (?:[Đđ]ồng\schí|[Đđ]/c)\s | (?:[Hh]ọc\ssinh|HS|[Cc]ông\sdân)\s | [Cc]on\s(?:là\s)? | [Bb]ệnh\snhân\s
        | [Nn]ạn\snhân\s
        | (?:[Ôô]NG|[Bb]À|ÔNG|BÀ|ANH|CHỊ)\s | [Hh]ọ\s(?:và\s)?tên:\s | [Tt]ên:\s | [Cc]hủ\shộ:?\s | [Bb]ị\scáo\s )
      (?P<called> {_INITIALS} | {_PART}(?:\s{_PART}){{0,4}}(?:\s{_INITIALS})? | [{_UPPER}]+(?:\s[{_UPPER}]+){{0,4}} )
    | (?P<full> (?:{_SURNAMES})(?:\s{_PART}){{2,4}} | (?:{_SHARED})\s(?:Văn|Thị|Đức|Hữu|Xuân|Minh
    |Thanh)(?:\s{_PART}){{1,3}}
        | (?:{_SURNAMES.upper()}|{_SHARED.upper()})\s(?:{_MIDDLE.upper()})(?:\s[{_UPPER}]+){{1,3}}
        | (?:{_SURNAMES})\s(?:Văn|Thị)\s[{_UPPER}](?![\w]) | [{_UPPER}]\.(?:[{_UPPER}]\.){{1,3}}[{_UPPER}]?(?!\w) )
    )
    """,
    re.VERBOSE,
)
_NOBODY = verbose(
    rf"Hồ\b(?!\s(?:{_MIDDLE})\b)|Việt|Nam\b|Đảng|Đoàn\b(?!\s(?:{_MIDDLE})\b)|Hội|Nhà|Mặt trận|Táo|Rịa|Nà\b|Đen\b"
    rf"|Chúa|Tô\b(?!\s(?:{_MIDDLE})\b)|Ban\b|Ủy|UBND|HĐND|Công an|Tổ\b|Khu\b"
    r"|Số\b|Trưởng"
    r"|NAM\b|NỮ\b|CÔNG|THÔNG|HỢP|SỐ\b|Gióng"
)
# What streets, schools, prizes are called after; a page that tells of the dead of a war, or of history.
_CALLED_AFTER = verbose(
    r"""
    (?:phố|đường|phường|xã|ngõ|ngách|hẻm|trường|thcs|thpt|tiểu học|mầm non|mẫu giáo|công viên|chợ|cầu|bệnh viện
    |quảng trường
    |giải|giải thưởng|quỹ|học viện|đại học|cung|huyện|tỉnh|thị xã|thành phố|tp\.?|khu|sông|hồ|liệt sĩ|liệt sỹ
    |anh hùng(?: llvt(?:nd)?| lực lượng vũ trang(?: nhân dân)?| lao động)?|danh nhân
    |chủ tịch nước|tổng bí thư|nhà thơ|nhà văn|nhạc sĩ|vua|đền|chùa|(?<!gia )đình|lăng|cố|nghệ sĩ|ca sĩ)
    [ ](?:mang tên[ ])?(?:ông |bà |đồng chí )?[\\"“«]*$
    """,
    re.IGNORECASE,
)
_POSTS = (
    r"chủ tịch|phó chủ tịch|bí thư|phó bí thư|(?:đội |tổ |phòng |trạm |ban |khoa )?trưởng|phó|giám đốc|hiệu trưởng"
    r"|cán bộ"
    r"|công chức|viên chức|chuyên viên|bác sĩ|bác sỹ|bs\.?|y sĩ|y sỹ|điều dưỡng|dược sĩ|ủy viên|đại biểu|thư ký"
    r"|kế toán|thủ quỹ"
    r"|(?:thiếu|trung|thượng|đại) (?:úy|tá)|chấp hành viên|thẩm phán|kiểm sát viên|luật sư|cảnh sát|cskv"
    r"|người phát ngôn"
    r"|phụ trách|hòa giải viên|cộng tác viên|chỉ huy|tổng giám đốc|công an viên|thanh tra|chánh|thường trực|lãnh đạo"
    r"|ths\.?"
    r"|giáo sư|tiến sĩ|thầy giáo|cô giáo|nhà giáo|nghệ nhân|cầu thủ|vận động viên|cử tri|diễn viên|tình nguyện viên"
    r"|nhân viên|hộ lý|đấu giá viên|công chứng viên|phóng viên|diễn giả|giảng viên|báo cáo viên"
    r"|người đại diện|chủ nhiệm (?!lớp)"
    r"|viện trưởng"
)
_POST_AFTER = verbose(
    rf"(?:\s?\([\d .]{{8,16}}\))?\s?[,(:–¦-]\s?(?:sđt[^,]{{0,20}},\s)?(?:chức vụ:\s|chức danh:\s|là\s|nguyên\s"
    rf"|hiện\slà\s)?(?:{_POSTS})(?!\w)"
)
_POST_BEFORE = re.compile(rf"(?<!\w)(?:{_POSTS})(?!\w)[^,;.¦\n]{{0,45}}(?:,\s)?$")
_NOT_A_POST = verbose(
    r"con |vợ |chồng |(?:do|bởi|với|và|cho|của|bị|đối với|đưa|gửi|giao|xử phạt)\s(?:ông|bà|anh|chị|cháu|em)?\s?$"
)

_TITLES = "ông bà anh chị cô chú bác cụ thầy cháu bé em mẹ vợ chồng chí c con hs"
_LONG_TITLES = ("bệnh nhân", "nạn nhân", "học sinh", "công dân", "chủ hộ", "tên:", "bị cáo")
_FAMILIES = f"{_SURNAMES}|{_SHARED}".split("|")
_SIGNS = frozenset(word for one in (*_TITLES.split(), *_FAMILIES) for word in (one, one.capitalize(), one.upper()))
_EDGES = re.compile(r"[,;:()\[\]“”\"«»/.–-]")
_DOTTED = re.compile(rf"[{_UPPER}]\.")
_ACTS = verbose(
    r"\s?(?:,[^,;.\n]{0,40},)?\s?(?:đã |đang |vừa |cũng |luôn |còn )?(?:cho biết|chia sẻ|nói|kể|phát biểu|giảng|dạy"
    r"|tư vấn|vận động"
    r"|khám|chăm sóc|tuyên truyền|tham gia|phát hiện|giúp|tự nguyện|ủng hộ|trao|tặng|hiến|hướng dẫn|chủ trì|tiếp nhận"
    r"|phổ biến|cảnh báo|khuyến cáo|truyền dạy|thăm|chúc mừng)(?!\w)"
)


class Person(NamedTuple):
    """text[start:stop] is the name without «ông»; `first` where the title begins."""

    start: int
    stop: int
    first: int
    title: str
    is_official: bool
    is_comrade: bool
    is_acting: bool  # the sentence goes on with what he says or does for others


def people(text: str, low: str) -> list[Person]:
    """All persons of a sentence, in order; `low` is the same text in lower case."""
    persons: list[Person] = []
    if not _may_name(text, low):
        return persons
    for m in _NAME.finditer(text):
        name = "called" if m["called"] else "full"
        start, stop = m.span(name)
        before = low[max(0, m.start() - 60) : m.start()]
        if (m["called"] and _NOBODY.match(m["called"])) or m["full"] == "Hồ Chí Minh" or _CALLED_AFTER.search(before):
            continue
        title = (m["title"] or "").strip().lower()
        post = _POST_AFTER.match(low, stop) or (_POST_BEFORE.search(before) and not _NOT_A_POST.search(before))
        comrade = title in ("đồng chí", "đ/c")
        acting = _ACTS.match(low, stop) is not None
        persons.append(Person(start, _trimmed(text, start, stop), m.start(), title, bool(post), comrade, acting))
    return persons


def _may_name(text: str, low: str) -> bool:
    """Whether a sentence holds a title, a surname or an initial at all: cheaper than the pattern of names."""
    words = set(_EDGES.sub(" ", text).split())
    return not words.isdisjoint(_SIGNS) or any(title in low for title in _LONG_TITLES) or bool(_DOTTED.search(text))


def _trimmed(text: str, start: int, stop: int) -> int:
    return start + len(text[start:stop].rstrip(" "))
