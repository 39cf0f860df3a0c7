"""Who has to act: residents, the staff of offices, or other offices."""

from __future__ import annotations

import re
from functools import lru_cache

from bulletin.model.deadline import Audience

_RESIDENTS = re.compile(
    r"nhân dân|người dân|hộ gia đình|hộ dân|các hộ|chủ hộ|công dân|cử tri|phụ huynh|học sinh|sinh viên|thí sinh|trẻ |"
    r"bà con|khách hàng|người nộp thuế|kinh doanh|thụ hưởng|thanh niên|khu phố|tổ dân phố|thôn |tiếp dân|treo cờ|"
    r"tuyển sinh|cấp (?:điện|nước)|cúp (?:điện|nước)|dự thi|đàn chó|phương tiện|hồ sơ|dân cư|tổng vệ sinh|tiêm |"
    r"góp ý|bộ phận một cửa"
)
_DAYS_OFF = re.compile(r"nghỉ (?:lễ|tết|liền|bù|từ|[0-9])|làm bù")
_STAFF = re.compile(r"công chức|viên chức|cán bộ|giáo viên|đảng viên|người lao động|hiệu trưởng|(?:làm|nghỉ) bù|nghỉ ")
# An order to an office names the households that it is about: «Giao … rà soát các hộ, báo cáo kết quả».
_ORDERED = re.compile(
    r"giao (?<!\wgiao )(?<!bàn giao )(?<!chuyển giao )(?!thông|dịch|lưu)|chủ trì|tham mưu|"
    r"báo cáo (?:kết quả|về)|gửi (?:báo cáo|kết quả)|tổng hợp kết quả|"
    r"gửi về (?:ubnd|[uủ][ỷy] ban|đảng [uủ][ỷy]|văn phòng|bộ (?!phận)|sở )"
)
_ORDERS = ("giao ", "chủ trì", "tham mưu", "báo cáo", "kết quả", "gửi về ")  # without these none is given
_AGENCY = re.compile(
    r"báo cáo|tham mưu|chủ trì|các (?:phòng|ban|sở|bộ|đơn vị|ngành|chi bộ|cơ quan)|(?<!\w)(?:bộ|sở|phòng|ban) \w|"
    r"trình |đại hội|ubnd (?:các|cấp|tỉnh|huyện)|gửi về|thủ trưởng|giao (?<!bàn giao )|cấp [uủ][ỷy]|thi đua|kế hoạch"
)


def audience(sentence: str, near: str, text: str) -> Audience:
    """By the sentence, else by what is said `near` it, else by the whole text; all in lower case."""
    if any(cue in sentence for cue in _ORDERS) and not _of_days_off(sentence) and _ORDERED.search(sentence):
        return "agency"
    return _told(sentence) or _told(near) or _told_by_all(text) or "residents"


def _told(words: str) -> Audience | None:
    if _of_days_off(words):
        return "staff"
    if _RESIDENTS.search(words):
        return "residents"
    if _STAFF.search(words):
        return "staff"
    return "agency" if _AGENCY.search(words) else None


def _of_days_off(words: str) -> bool:
    off = "nghỉ " in words or "làm bù" in words
    return off and bool(_DAYS_OFF.search(words) and _STAFF.search(words))


@lru_cache(maxsize=1)  # every time to act of a text asks the same
def _told_by_all(text: str) -> Audience | None:
    return _told(text)
