"""Whether words before or behind a citation say that a part of the document is meant: «điểm b khoản 2 Thông báo số …».

«Thay thế thời hạn nêu tại …» leaves the rest of the document in force; so do «bãi bỏ một phần», «hủy bỏ nội dung …».
"""

from __future__ import annotations

import re

from bulletin.words.text.patterns import verbose

# What a document is divided into, and what it sets: each may be changed by itself.
_PARTS = (
    "phần|chương|mục|tiểu mục|điều|khoản|điểm|tiết|đoạn|câu|dòng|gạch đầu dòng|ý|trang|cột|hàng|ô|"
    "phụ lục|biểu|biểu mẫu|mẫu|bảng kê|bảng số|bảng phân công|bảng tổng hợp|danh sách|danh mục|sơ đồ|bản đồ|"
    "cụm từ|từ|chữ|số liệu|con số|số điện thoại|số lượng|số tiền|số tài khoản|tên|chức danh|"
    "nội dung|quy định|thông tin|yêu cầu|nhiệm vụ|giải pháp|chỉ tiêu|tiêu chí|điều kiện|thành phần|đối tượng|hồ sơ|"
    "thời hạn|thời gian|thời điểm|thời lượng|hạn|ngày|giờ|buổi|lịch|kế hoạch thu|tiến độ|"
    "địa điểm|địa chỉ|nơi|phạm vi|khu vực|tuyến|lộ trình|đầu mối|người|đơn vị|mức|giá|phí|lệ phí|kinh phí|"
    "hình thức|cách thức|phương thức|tài khoản|chữ ký|thể thức|lỗi|sai sót|việc"
)
_QUANTITY = r"(?:(?:một|hai|ba|bốn|năm|vài|\d{1,3}) )?(?:(?:một số|các|những|mọi|từng|toàn bộ|tất cả|cả|nốt) ){0,3}"
_PART = re.compile(rf" ?[“«\"'(]?{_QUANTITY}(?:{_PARTS})(?!\w)")
# «thay thế ông A tại Quyết định số …»
_WITHIN = re.compile(
    r"(?<!quy định) (?:tại|trong|nêu|ghi|thuộc|ở|kèm theo|đính kèm|đã nêu|đã thông báo)(?: [^ .;:]{1,12}){0,6} ?$"
)
_SOME = re.compile(r" ?(?:một|1|từng) phần(?!\w)")
# Only the document itself: «toàn bộ nội dung Thông báo số …», «bãi bỏ các văn bản sau:».
_WHOLE = verbose(r"""
    (?:
        \s
        |toàn bộ nội dung|toàn bộ các nội dung|toàn bộ|toàn văn|tất cả|cả
        |hiệu lực thi hành|hiệu lực|hẳn|hoàn toàn|ngay|việc thực hiện|thực hiện
        |các|những|văn bản|tài liệu|bản|quyết định|thông báo|kế hoạch|công văn
        |của|cho|đối với|gồm|sau đây|sau|là|trước đây|cũ|đã ban hành|đã đăng|đã phát hành
        |:|,|-|–|“|«|\"|\*
    )*
""")
_BEHIND = verbose(rf"""
    [^.;!?]{{0,160}}?
    (?:\(|(?<!\w)(?:đối với|riêng|ở|tại|phần|gồm)[ ])
    (?:{_QUANTITY})?
    (?:phần|chương|mục|điều \d|khoản|điểm|phụ lục|nội dung|thời hạn|thời gian|một phần)(?!\w)
""")
_LONGEST = 240


def is_whole(between: str) -> bool:
    """Whether the words between what is done and the citation leave the document whole."""
    return _WHOLE.fullmatch(between) is not None


def is_part(between: str) -> bool:
    """Whether they name something of the document, in the same clause."""
    if len(between) > _LONGEST or any(sign in between for sign in ";!?\n"):
        return False
    return bool(_SOME.match(between) or _PART.match(between) or _WITHIN.search(between))


def is_part_behind(text: str, stop: int) -> bool:
    """Whether the words behind a citation name the part: «… Thông báo số 12/TB-UBND, phần thời hạn nộp hồ sơ»."""
    return _BEHIND.match(text, stop) is not None
