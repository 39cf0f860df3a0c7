"""Words that make a time near them doubtful, one rule each: it goes to the editor with the reason, not to residents.

All patterns are for plain lower-case text. What is refused outright is in `vetoes`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from bulletin.understand.deadlines.around import Around
from bulletin.understand.deadlines.frames import Frame
from bulletin.words.text.patterns import any_of, whole_words

_HEADING = 90  # characters of a line at most
_NEXT_WORDS = 120  # of the sentence behind
# The lines above, or the sentence behind, say it of the times here: «HOÃN các buổi sau:», «Lịch trên tạm hoãn.»
_OFF = any_of("hủy|huỷ|hoãn|không tổ chức|bãi bỏ|dừng (?:tổ chức|lịch|các)|ngừng tổ chức|dừng lại")
_ITEM = re.compile(r"[-+•*▪]|[0-9a-zđ]{1,2}[.)]|[^:]{1,40}¦")
_ALL_OFF = re.compile(rf"(?<!\w)(?<!không )(?<!không bị )(?:tạm )?{_OFF}(?!\w)")
_ABOVE_IS_OFF = re.compile(
    rf"""
    # the next sentence: «Các lịch trên …»
    [.;\s¦]{{0,4}}(?:(?!(?<!\w)(?:ai|người|trẻ|cháu|em|hộ)(?!\w))[^.;\n]){{0,50}}? (?<!\w) (?:trên|này|nói[ ]trên)
    (?!\w) [^.;\n]{{0,40}}? (?<!\w) (?<!không[ ]) (?<!không[ ]bị[ ]) {_OFF} (?!\w)
    """,
    re.VERBOSE,
)
_MAY_BE = re.compile(
    r"""
      # «thu hồi giấy mời», «rút lịch»
      (?<!\w) (?:thu[ ]hồi|rút|bỏ[ ]qua|gác) [ ] (?:lại[ ])?
      (?:lịch|giấy[ ]mời|thông[ ]báo|thư[ ]mời|kế[ ]hoạch) (?!\w)
      # «tạm gác», «không thể tổ chức»
    | (?<!\w) (?:
          tạm[ ]gác | dừng[ ]lại | chưa[ ]thể[ ](?:tổ[ ]chức|thực[ ]hiện|diễn[ ]ra)
        | không[ ]được[ ](?:tổ[ ]chức|thực[ ]hiện) | không[ ]thể[ ](?:tổ[ ]chức|diễn[ ]ra)
        | không[ ](?:diễn[ ]ra|(?:đúng|chính[ ]xác)(?=[ ]?[.;,]))
          # «hoãn đến khi có thông báo sau»
        | (?:dời|lùi|hoãn|đổi)(?:[ ][^.;\n]{0,80})?[ ](?:thông[ ])?báo[ ]sau | vô[ ]thời[ ]hạn
        | lùi[ ]lịch | chưa[ ](?:thực[ ]hiện|tổ[ ]chức|diễn[ ]ra) | phải[ ]dừng
      ) (?!\w)
    | ^\W*(?:hủy|huỷ|hoãn)[ ]?:  # a label: «HOÃN:»
    """,
    re.VERBOSE,
)
_WORD = re.compile(r"(?!ngày|sáng|chiều|tối)\b\w")
_OFF_AFTER_DAY = re.compile(
    rf"""
    ,[^,;.\n]{{0,60}}? (?<!\w)
    (?:tạm[ ])?
    # what is not held then
    (?:{_OFF}|không[ ](?:tổ[ ]chức|tiếp[ ](?:công[ ])?dân|làm[ ]việc|họp|khám|tiêm(?![ ]cho)|mở))
    (?!\w)
    """,
    re.VERBOSE,
)
_UNTRUE = whole_words(
    "tin (?:giả|đồn|nhảm|sai)|sai sự thật|không đúng sự thật|thất thiệt",  # rumours
    "giả danh|giả mạo|mạo danh|lừa đảo|lừa",  # frauds
)
_PROPOSED = whole_words(
    "đề xuất|kiến nghị|mong muốn",  # what somebody wishes
    # «cử tri … đề nghị»
    r"(?:người dân|cử tri|đại biểu|bà con|dự thảo)(?: [^\s,;.]{1,12}){0,6} (?:đề nghị|yêu cầu|quy định)",
)
_OWN_ASKING = re.compile(r"(?<!\w)(?:góp ý|ý kiến|gửi|nộp|kính mời|mời|phản ánh)(?!\w)")
_EXAMPLE = re.compile(
    r"""
    (?:
        (?<!\w)(?:ví[ ]dụ|chẳng[ ]hạn|thí[ ]dụ|giả[ ]sử)(?!\w)  # an example
      | (?:^|[\n«“\"][ ]?)(?:câu[ ])?hỏi[^.;\n:]{0,40}:  # a question: «Hỏi: …»
    ) [^.;\n]{0,160}$
    """,
    re.VERBOSE,
)
_IF = re.compile(r"^\W*(?:nếu|trường hợp|trong trường hợp|trừ khi|giả sử|phòng khi)(?!\w)")
_TO_DO = re.compile(r"(?<!\w)(?:đề nghị|yêu cầu|liên hệ|nộp|gửi|phải|đăng ký|báo)(?!\w)")
_AFTER = re.compile(r"(?<!\w)(?<!nhận )sau(?: ngày| khi)? ?$")
_NOT_UNTIL = re.compile(r"[^.;\n]{0,60}?(?<!\w)mới(?= (?:được|có|bắt|tiếp|nhận|mở|làm|thu|phát|giải))")
_UNTIL = re.compile(r"(?<!\w)(?:phải )?(?:đến|tới|sau)(?: hết)?(?: ngày)? ?$")
_COUNTED = re.compile(
    r"""
      # «10 ngày làm việc trước ngày»
      (?:(?<!\w)[0-9]{1,3}|mấy|vài|ít[ ]nhất[ ][^.;,\n]{1,20}) [ ] (?:ngày|tuần|tháng|giờ)
      (?:[ ]làm[ ]việc)? [ ] (?:trước|sau) (?:[ ]ngày|[ ]khi)? [ ]?$
      # «sau 30 ngày kể từ ngày»
    | (?<!\w) (?:sau|ít[ ]nhất) [ ][0-9]{1,3}[ ] (?:ngày|tháng|tuần) [^.;\n]{0,30}? (?:kể|tính)?
      [ ]?từ (?:[ ]ngày)? [ ]?$
    """,
    re.VERBOSE,
)
_NOT_BEFORE = re.compile(
    r"""
    (?<!\w) (?:
        # what is not done
        (?:không|chưa) [ ] (?:
            nhận | được | tiếp[ ]nhận | giải[ ]quyết | thu | mở | làm | phát | cấp | cho | tự[ ]ý
          | ai[ ]được | treo | bán | tổ[ ]chức | đốt | xuống[ ]giống | mang | đem | bỏ | để | đổ | đưa | tập[ ]kết
          | ra | vào | đỗ | đậu | bày | dựng | lắp
        )
      | chớ | đừng
    ) (?!\w)
    # up to «trước», with no new clause between
    (?:(?!(?<!\w)(?:thì|phải|nộp|liên[ ]hệ|đến|đề[ ]nghị)(?!\w))[^.;,\n]){0,50} [ ]trước
    (?:[ ]ngày)? [ ]?$
    """,
    re.VERBOSE,
)
_BUT_A_DAY = re.compile(
    r"""
    [ ,(]{0,3} (?:trừ|ngoại[ ]trừ|không[ ]kể|không[ ]tính) [ ] (?:các[ ])? (?:ngày|sáng|chiều|hai)
    [ ][^.;\n]{0,16}[0-9]
    """,
    re.VERBOSE,
)

_OF_OFFICES = re.compile(
    r"""
      # works and contracts
      (?<!\w) (?:dự[ ]án|công[ ]trình|gói[ ]thầu|chỉ[ ]tiêu|hợp[ ]đồng[ ]thuê|chưa[ ]nhận[ ]được)
      (?!\w)
    | (?<!\w)đạt[ ][0-9]{1,3}[ ]?% | (?<!\w)(?:được|sẽ)[ ]công[ ]bố(?!\w)  # shares and results
    """,
    re.VERBOSE,
)
_BY_OFFICES = re.compile(
    r"(?<!\w)(?:dự kiến|khởi công|hoàn thành công trình|kết quả [^.;\n]{3,40} (?:gửi|niêm yết))(?!\w)"
)
_BACK_AGAIN = re.compile(r"(?<!\w)(?:điện|nước) trở lại(?!\w)[^;.\n]{0,20}$")
_LAST_YEAR = re.compile(r"(?<!\w)(?:năm (?:trước|ngoái|rồi)(?!\w)|dự thảo ?:)[^;.\n]{0,90}$")


class _Near(NamedTuple):
    """What a doubt looks at: the frame of a time, the words around it, and those behind its sentence."""

    how: Frame
    around: Around
    following: str


def doubt(how: Frame, around: Around, following: str) -> str:
    """Why the time is doubtful; "" where no rule says so. `following` is what stands behind its sentence."""
    if around.is_target:
        return ""
    near = _Near(how, around, following)
    return next((reason for reason, holds in _DOUBTS if holds(near)), "")


def _is_off(near: _Near) -> bool:
    """«HOÃN các buổi sau:» above, «Lịch trên tạm hoãn.» behind, «ngày …, không tổ chức» after a day that opens it."""
    around = near.around
    return bool(
        _is_below_off(near)
        or _ABOVE_IS_OFF.match(near.following)
        or _MAY_BE.search(around.sentence)
        or (not _WORD.search(around.before) and _OFF_AFTER_DAY.match(around.behind))
    )


def _is_below_off(near: _Near) -> bool:
    """Whether the nearest line above that is no item of a list calls off what is below."""
    if near.how.sure or near.how.open_end or near.how.kind == "by":
        return False
    above = near.around.lead().split("\n")
    heading = next((line for line in reversed(above) if not _ITEM.match(line)), "")
    return len(heading) < _HEADING and bool(_ALL_OFF.search(heading))


def _is_untrue(near: _Near) -> bool:
    """«Thông tin cắt điện … là tin giả.»"""
    return bool(_UNTRUE.search(near.around.sentence) or _UNTRUE.search(near.following[:_NEXT_WORDS]))


def _is_proposed(near: _Near) -> bool:
    """«Nhiều cử tri đề nghị công ty trả mặt đường trước ngày …»."""
    return bool(_PROPOSED.search(near.around.before_frame)) and not _OWN_ASKING.search(near.around.sentence)


def _is_of_last_year(near: _Near) -> bool:
    """«năm ngoái … ngày 12/5»."""
    return bool(_LAST_YEAR.search(near.around.before_frame))


def _is_of_offices(near: _Near) -> bool:
    """«dự án hoàn thành trước ngày …»."""
    how = near.how
    if how.kind == "by" and _BY_OFFICES.search(near.around.before_frame):
        return True
    return not how.sure and how.kind in ("by", "day", "span") and bool(_OF_OFFICES.search(near.around.sentence))


def _is_back_again(near: _Near) -> bool:
    """«có điện trở lại trước 17 giờ»."""
    return near.how.kind == "by" and bool(_BACK_AGAIN.search(near.around.before_frame))


def _is_example(near: _Near) -> bool:
    """«Ví dụ: …»."""
    return bool(_EXAMPLE.search(near.around.before_frame))


def _is_conditional(near: _Near) -> bool:
    """«Nếu trời mưa, …»; «Nếu chưa đăng ký, đề nghị nộp trước ngày …» asks all the same."""
    asks = near.how.kind == "by" and _TO_DO.search(near.around.before_frame)
    return bool(_IF.match(near.around.sentence)) and not asks


def _is_after(near: _Near) -> bool:
    """«Sau ngày 30/5», «phải đến ngày 30/5 … mới tiếp nhận»."""
    before, behind = near.around.before, near.around.behind
    return bool(_AFTER.search(before) or (_UNTIL.search(before) and _NOT_UNTIL.match(behind)))


def _is_counted_from(near: _Near) -> bool:
    """«10 ngày trước ngày …», «không đốt rơm rạ trước ngày …»."""
    return bool(_COUNTED.search(near.around.before) or _NOT_BEFORE.search(near.around.before))


def _has_exception(near: _Near) -> bool:
    """«từ 24/5 đến 28/5 (trừ ngày 26/5)»."""
    return bool(_BUT_A_DAY.match(near.around.behind))


# What the editor is told, by the first rule that holds.
_DOUBTS: tuple[tuple[str, Callable[[_Near], bool]], ...] = (
    ("Bài có nói hoãn, huỷ hoặc dời ở gần ngày này", _is_off),
    ("Bài nhắc tin giả hoặc lừa đảo ở gần ngày này", _is_untrue),
    ("Ngày này có thể mới chỉ là đề xuất hoặc kiến nghị", _is_proposed),
    ("Không rõ ngày này thuộc năm nào", _is_of_last_year),
    ("Có thể là mốc của cơ quan hoặc dự án, không phải của người dân", _is_of_offices),
    ("Có thể là lúc có điện, nước trở lại", _is_back_again),
    ("Ngày này có thể chỉ là ví dụ hoặc trong câu hỏi", _is_example),
    ("Câu có điều kiện («nếu», «trường hợp»)", _is_conditional),
    ("Bài nói sau ngày này, không phải đến ngày này", _is_after),
    ("Hạn tính lùi hoặc tính tiếp từ ngày này, không phải chính ngày này", _is_counted_from),
    ("Bài còn trừ ra một ngày trong khoảng này", _has_exception),
)
