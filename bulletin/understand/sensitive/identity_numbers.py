"""Numbers that say who somebody is: căn cước by its structure, the others by the word before them.

A căn cước has twelve figures: 0 and the province of birth (001 to 096), a figure 0 to 3 of century and sex, two of the
year of birth, six at random. So twelve figures of that form are one without any word, unless a word says what else
they are (a bar code, a dossier, a bill).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bulletin.model.sensitive import Sensitive
from bulletin.understand.sensitive.kinds import Kinds
from bulletin.understand.sensitive.people import people
from bulletin.understand.sensitive.sentences import Said, finding
from bulletin.words.text.patterns import verbose

_FIGURES = re.compile(
    r"""
    [0-9A-Z](?<![\w/,.-].)(?:                 # the first sign, and what stands before it
      (?<=[0-9])(?:[ .-]?\d){7,14}(?![\w/-])(?![.,]\d)
    | (?<=[A-Z])[A-Z]?[ -]?\d(?:[ -]?\d){6,13}(?!\w) )
    """,
    re.VERBOSE,
)
_STRUCTURE = re.compile(r"0(?:0[1-9]|[1-8][0-9]|9[0-6])[0-3][0-9]{8}")
_WORD = verbose(
    r"""
    (?<!\w)(?:
     (?P<cccd>cccd|căn cước(?: công dân)?|định danh(?: cá nhân)?|đdcn|vneid|thẻ cc)
    |(?P<cmnd>cmnd|cmt|cmtnd|chứng minh(?: nhân dân| thư)?|giấy tờ tùy thân|số gttt)
    |(?P<passport>hộ chiếu|passport|số hc)
    |(?P<health_insurance>bhyt|bảo hiểm y tế)
    |(?P<social_insurance>bhxh|bảo hiểm xã hội)
    |(?P<driving_licence>gplx|giấy phép lái xe|bằng lái(?: xe)?)
    |(?P<tax_code>mst|mã số thuế)
    |(?P<other>mã vạch|mã hồ sơ|hồ sơ số|mã tra cứu|tra cứu|hóa đơn|vận đơn|đơn hàng|mã tài sản|imei|seri|sê-ri
    |công tơ|mã khách hàng
      |mã số doanh nghiệp|đkkd|đăng ký kinh doanh|mã đơn vị|mã giao dịch|biên lai|kho bạc|tài khoản|stk|isbn
      |mã đấu giá|mã ảnh
      |mã bưu|mã chương|hợp đồng|quyết định|giấy phép xây dựng|tổng số|điện thoại|đt|sđt|hotline|fax|zalo|lượt
      |mã nguồn ngân sách)
    )(?!\w)
    """
)
_LENGTHS = {
    "cccd": (12, 11, 10),  # Excel drops the noughts before a number
    "cmnd": (9, 12),
    "passport": (7, 8),
    "health_insurance": (10, 13, 15),
    "social_insurance": (10,),
    "driving_licence": (12,),
    "tax_code": (10, 12, 13),
}
_LETTERS = {"passport": 1, "health_insurance": 2}
_NEAR = 70
_COMPANY = verbose(
    r"""
    (?<!\w)(?:công ty|doanh nghiệp|hợp tác xã|htx|tnhh|cổ phần|chi nhánh|ngân hàng|ubnd|ủy ban|trường|trung tâm
    |cơ quan|đơn vị|kho bạc
    |tập đoàn|tổng công ty|điện lực|bệnh viện|cửa hàng|hội|quỹ)(?!\w)
    """
)
_MEASURE = re.compile(r"\s?(?:đồng|đ\b|vnđ|triệu|tỷ|m2|m²|kg|ha\b|người|hộ\b|%)")


def identity_numbers(said: Said, kinds: Kinds) -> Iterator[Sensitive]:
    """Every such number, by the last word before it."""
    for m in _FIGURES.finditer(said.text):
        figures = re.sub(r"\W", "", m[0])
        name = _kind_of(said, m.start(), m.end(), figures)
        if name:
            yield finding(kinds[name], said, m.span())


def _kind_of(said: Said, start: int, stop: int, figures: str) -> str:
    """What a number is, or ""."""
    label = _label(said, start)
    if _MEASURE.match(said.low, stop):
        return ""
    if figures[0].isalpha():
        return label if _has_letters_of(label, figures) else ""
    if len(figures) in _LENGTHS.get(label, ()) and not (len(figures) < 12 and label == "cccd" and figures[0] == "0"):
        if label == "tax_code":
            return _of_person(said, start)
        return "cccd" if label == "cmnd" and len(figures) == 12 else label
    structured = _STRUCTURE.fullmatch(figures) and _together(said.text[start:stop])
    return "cccd" if structured and label != "other" else ""


def _label(said: Said, start: int) -> str:
    """The last word before a number that says what it is, else that of what leads to its sentence."""
    sentence = said.around(start)
    before = said.low[max(sentence.start, start - _NEAR) : start]
    labels = list(_WORD.finditer(before)) or list(_WORD.finditer(sentence.lead))
    return labels[-1].lastgroup or "" if labels else ""


def _has_letters_of(label: str, figures: str) -> bool:
    letters = _LETTERS.get(label, 0)
    fits = letters > 0 and figures[:letters].isalpha() and figures[letters:].isdigit()
    return fits and len(figures) - letters in _LENGTHS[label]


def _together(number: str) -> bool:
    """«001300000000», «001 300 000 000»: figures that somebody has set as one number."""
    parts = re.split(r"\W", number)
    return len(parts) <= 4 and all(len(part) >= 3 for part in parts)


def _of_person(said: Said, start: int) -> str:
    """A tax code is a person's where the sentence says so or names one, and no company."""
    sentence = said.around(start)
    before = said.low[max(sentence.start, start - 120) : start]
    if "cá nhân" in before[-40:]:
        return "tax_code"
    if _COMPANY.search(before):
        return ""
    return "tax_code" if people(sentence.text, sentence.low) else ""
