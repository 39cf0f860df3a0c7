"""Words that make any time around them doubtful, one rule each: it goes to the editor with the reason, not to residents.

All patterns are for plain lower-case text. What is refused outright is in `vetoes`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bulletin.understand.deadlines.frames import Frame
from bulletin.understand.deadlines.weighing import Around

_HEADING = 90
# The lines above, or the sentence behind, say it of the times here: «HOÃN các buổi sau:», «Lịch trên tạm hoãn.»
_OFF = r"(?:hủy|huỷ|hoãn|không tổ chức|bãi bỏ|dừng (?:tổ chức|lịch|các)|ngừng tổ chức|dừng lại)"
_ALL_OFF = re.compile(rf"(?<!\w)(?<!không )(?<!không bị )(?:tạm )?{_OFF}(?!\w)")
_ABOVE_IS_OFF = re.compile(
    rf"[.;\s¦]{{0,4}}[^.;\n]{{0,50}}?(?<!\w)(?:trên|này|nói trên|đó)(?!\w)[^.;\n]{{0,40}}?(?<!\w)(?<!không )(?<!không bị )"
    rf"{_OFF}(?!\w)"
)
_MAY_BE = re.compile(
    r"(?<!\w)(?:thu hồi|rút|bỏ qua|gác) (?:lại )?(?:lịch|giấy mời|thông báo|thư mời|kế hoạch)(?!\w)"
    r"|(?<!\w)(?:tạm gác|dừng lại|chưa thể (?:tổ chức|thực hiện|diễn ra)|không được (?:tổ chức|thực hiện)|"
    r"không thể (?:tổ chức|diễn ra)|không (?:diễn ra|đúng|chính xác)|"
    r"(?:dời|lùi|hoãn|đổi)(?: [^.;\n]{0,80})? (?:thông )?báo sau)(?!\w)"
)
_UNTRUE = re.compile(
    r"(?<!\w)(?:tin (?:giả|đồn|nhảm|sai)|sai sự thật|không đúng sự thật|thất thiệt|giả danh|giả mạo|mạo danh|"
    r"lừa đảo|lừa)(?!\w)"
)
_PROPOSED = re.compile(
    r"(?<!\w)(?:đề xuất|kiến nghị|mong muốn|"
    r"(?:người dân|cử tri|đại biểu|bà con|dự thảo)(?: [^\s,;.]{1,12}){0,6} (?:đề nghị|yêu cầu|quy định))(?!\w)"
)
_OWN_ASKING = re.compile(r"(?<!\w)(?:góp ý|ý kiến|gửi|nộp|kính mời|mời|phản ánh)(?!\w)")
_EXAMPLE = re.compile(r"(?:(?<!\w)(?:ví dụ|chẳng hạn|thí dụ|giả sử)(?!\w)|(?:^|[\n«“\"] ?)(?:câu )?hỏi[^.;\n:]{0,40}:)[^.;\n]{0,160}$")
_IF = re.compile(r"^\W*(?:nếu|trường hợp|trong trường hợp|trừ khi|giả sử|phòng khi)(?!\w)")
_TO_DO = re.compile(r"(?<!\w)(?:đề nghị|yêu cầu|liên hệ|nộp|gửi|phải|đăng ký|báo)(?!\w)")
_AFTER = re.compile(r"(?<!\w)(?<!nhận )sau(?: ngày| khi)? ?$")
_NOT_UNTIL = re.compile(r"[^.;\n]{0,60}?(?<!\w)mới(?= (?:được|có|bắt|tiếp|nhận|mở|làm|thu|phát|giải))")
_UNTIL = re.compile(r"(?<!\w)(?:phải )?(?:đến|tới|sau)(?: hết)?(?: ngày)? ?$")
_COUNTED = re.compile(
    r"(?:(?<!\w)[0-9]{1,3}|mấy|vài|ít nhất [^.;,\n]{1,20}) (?:ngày|tuần|tháng|giờ)(?: làm việc)? (?:trước|sau)"
    r"(?: ngày| khi)? ?$|(?<!\w)(?:sau|ít nhất) [0-9]{1,3} (?:ngày|tháng|tuần)"
    r"[^.;\n]{0,30}?(?:kể|tính)? ?từ(?: ngày)? ?$"
)
_NOT_BEFORE = re.compile(
    r"(?<!\w)(?:(?:không|chưa) (?:nhận|được|tiếp nhận|giải quyết|thu|mở|làm|phát|cấp|cho|tự ý|ai được|treo|bán|tổ chức)|"
    r"chớ|đừng)(?!\w)(?:(?!(?<!\w)(?:thì|phải|nộp|liên hệ|đến|đề nghị)(?!\w))[^.;,\n]){0,50} trước(?: ngày)? ?$"
)
_BUT_A_DAY = re.compile(r"[ ,(]{0,3}(?:trừ|ngoại trừ|không kể|không tính) (?:các )?(?:ngày|sáng|chiều|hai) [^.;\n]{0,16}[0-9]")


def doubt(how: Frame, around: Around, following: str) -> str:
    """Why the time is doubtful; "" where no rule says so. `following` is what stands behind its sentence."""
    return "" if around.is_target else next(_reasons(how, around, following), "")


def _reasons(how: Frame, around: Around, following: str) -> Iterator[str]:
    before, before_frame, behind, sentence = around[:4]
    heading = "" if how.sure or how.open_end or how.kind == "by" else around.lead().rpartition("\n")[2]
    if (len(heading) < _HEADING and _ALL_OFF.search(heading)) or _ABOVE_IS_OFF.match(following) or _MAY_BE.search(sentence):
        yield "Bài có nói hoãn, huỷ hoặc dời ở gần ngày này"
    if _UNTRUE.search(sentence) or _UNTRUE.search(following[:120]):
        yield "Bài nhắc tin giả hoặc lừa đảo ở gần ngày này"
    if _PROPOSED.search(before_frame) and not _OWN_ASKING.search(sentence):
        yield "Ngày này có thể mới chỉ là đề xuất hoặc kiến nghị"
    if _EXAMPLE.search(before_frame):
        yield "Ngày này có thể chỉ là ví dụ hoặc trong câu hỏi"
    if _IF.match(sentence) and not (how.kind == "by" and _TO_DO.search(before_frame)):
        yield "Câu có điều kiện («nếu», «trường hợp»)"
    if _AFTER.search(before) or (_UNTIL.search(before) and _NOT_UNTIL.match(behind)):
        yield "Bài nói sau ngày này, không phải đến ngày này"
    if _COUNTED.search(before) or _NOT_BEFORE.search(before):
        yield "Hạn tính lùi hoặc tính tiếp từ ngày này, không phải chính ngày này"
    if _BUT_A_DAY.match(behind):
        yield "Bài còn trừ ra một ngày trong khoảng này"
