"""Why a day that a notice prints is no time to act, one rule each. All patterns are for plain lower-case text.

What is history or past is lifted by whoever calls where the sentence asks somebody to come or to do something: «mời bà
con dự lễ khởi công lúc 8 giờ ngày 29/11».
"""

from __future__ import annotations

import re
from typing import NamedTuple

# Documents: «Công văn số 595-CV/QU ngày 15/4/2022», «Quyết định ngày 12/5», «ký ngày …».
_DOCUMENT = re.compile(
    r"(?:(?:[0-9]{1,5} ?[/-] ?(?=[0-9/.-]{0,8}[a-zđ])[a-zđ0-9.&/-]{1,30}|"
    r"số [0-9][0-9 +]{0,12}/?)(?: của [^,;.\n]{2,40})?|(?<!\w)(?:quyết định|nghị quyết|nghị định|thông tư|công văn|"
    r"tờ trình|"
    r"báo cáo|biên bản|văn bản|chỉ thị|giấy mời|kết luận|luật|lệnh|công điện|đề án|hợp đồng|giấy phép|"
    r"giấy chứng nhận|biên lai|hóa đơn|hoá đơn|"
    r"biên bản (?:họp|làm việc|kiểm tra)|một số điều))[ ,(]{0,3}(?:ký |ban hành |đề |cấp |lúc )*(?:ngày )?$"
)
_SIGNED = re.compile(
    r"(?<!\w)(?:(?<!đăng )(?<!học )ký|ban hành|phê duyệt|thông qua|(?:được|do)(?: [^,;.\n]{2,30})? cấp|"
    r"(?<!biên bản )lập|xác nhận)(?: vào| lúc| trong| chiều| sáng| từ| trước)*(?: ngày)? ?$"
)
_EFFECT = re.compile(
    r"hiệu lực(?: thi hành)?[^,;\n]{0,24}$|hết hạn[^,;\n]{0,12}$|(?:có )?giá trị(?: sử dụng)?[^,;\n]{0,12}$|"
    r"hạn (?:dùng|sử dụng)[^,;\n]{0,16}$|"
    r"thời hạn (?:thuê|hợp đồng|sử dụng)[^,;\n]{0,20}$|"
    r"(?<!\w)(?:bảo hành|đáo hạn|có thời hạn|phấn đấu)(?!\w)[^,;\n]{0,60}$"
)
_PRINTED = re.compile(
    r"(?<!\w)(?:cập nhật|đăng|xuất bản|phát hành|truy cập|đăng tải|phát(?: bản tin)?(?= lúc)|ngày đăng|"
    r"lần sửa cuối|sửa lần cuối|ngày (?:cấp|ban hành|ký|lập|in|hết hạn)(?= ?:)|"
    r"thời gian đăng|thời gian ký|giờ ký|ngày ký|"
    r"ngày gửi|ngày cập nhật)"
    r"(?: tin| bài| lúc| vào| ngày)*[ :,]*(?:[0-9h:]{4,6},? ?)?$"
)
_COUNTED_TO = re.compile(
    r"(?<!\w)(?:tính|thống kê|lũy kế|luỹ kế|tuổi)(?: từ [^,;\n]{0,20})?(?: cho)? (?:đến|tới)(?: hết|"
    r" thời điểm| ngày| cuối)* ?$|[0-9]{1,3} tuổi(?: trở lên| tròn| tính)*(?: (?:đến|trước|vào|từ|sau|hết|"
    r"ngày))* ?$|(?<!\w)đến thời điểm $"
)
_BORN = re.compile(
    r"(?<!\w)(?:(?<!khai )(?<!vệ )(?<!tuyển )(?<!dân )(?<!học )sinh|chết|mất|từ trần|tạ thế|vào đảng|"
    r"ngày chính thức|kết nạp)(?: (?:ngày|năm|tháng|từ|trước|sau|vào|đến|trong|khoảng|hết|cuối|đầu|lúc))*"
    r"(?: [^,;.\n]{0,20} (?:đến|tới))?[ :(]*$"
)
# Feasts and the counts of years: «chào mừng 19/5», «kỷ niệm ngày 20/11», «Ngày Bầu cử toàn quốc 6/1».
_FEAST = re.compile(
    r"(?<!\w)(?:đợt|chào mừng|k[ỷỉ] niệm|nhân dịp|nhân|mừng|ngày lễ|dịp|dịp lễ|hưởng ứng|phong trào|lễ|nghỉ lễ|"
    r"truyền thống|phụ nữ|quốc khánh|"
    r"quốc tế(?: [a-zà-ỹ]{1,10}){0,3}|nhà giáo việt nam|thương binh[^,;\n]{0,16}|"
    r"giải phóng(?: [a-zà-ỹ]{1,10}){0,3})(?: lễ| dịp| đợt| ngày| các ngày)* ?[(]?$|"
    r"(?:k[ỷỉ] niệm|chào mừng|lần thứ|nhân dịp)[^.;\n]{0,120}\($"
)
_DATA = re.compile(
    r"(?<!\w)(?:số liệu|kỳ báo cáo|kỳ (?:hóa|hoá|cước|ghi|thanh toán)|chỉ số|xổ số|giai đoạn|"
    r"nhiệm kỳ(?! [0-9]{4} ?- ?[0-9]{4})|công tác tại|trong tuần|"
    r"trong tháng|trong kỳ|tuần lễ|học kỳ [^,;\n]{1,4}|"
    r"kỳ họp|niên độ|phát sinh|điều tra|rà soát|được lập|lập danh sách|thống kê|"
    r"tham gia kháng chiến|hoạt động cách mạng|tồn tại|sử dụng đất(?: ổn định)?|sử dụng)[^,;:\n]{0,24}$"
)
_VISIT = re.compile(
    r"(?:thủ tướng|tổng bí thư|chủ tịch nước|chủ tịch quốc hội|nhà vua|quốc vương|tổng thống|thái tử|phái đoàn|"
    r"đoàn đại biểu|"
    r"đoàn công tác|phu nhân|bộ trưởng|đại sứ|nguyên thủ)[^.;\n]{0,100}?(?<!\w)(?:thăm|công du|dự|sang|tới|rời)(?!\w)"
)
_TRAVELLED = (" thăm", " công du", " dự", " sang", " tới", " rời")
_HISTORY = re.compile(
    r"(?<!\w)(?:thành lập|ra đời|sáp nhập|giải phóng|chiến thắng|khởi nghĩa|cách mạng|vào đảng|kết nạp|nhập ngũ|"
    r"xuất ngũ|bị thương|"
    r"khởi công|khánh thành|động thổ|thông xe|hợp nhất|khai sinh|ký kết|xảy ra|sự cố|(?<!dịch )vụ (?:cháy|việc|án)|"
    r"bị bắt|bị phạt|"
    r"khen|trúng (?:thầu|giải|quyền|đấu|cử)|nhận giải|tiếp nhận tin|phát hiện|ghi nhận|xử phạt|"
    r"sự kiện)(?!\w)[^;:\n]{0,60}$"
)
# «so với lần kê khai trước ngày 31/12/2020», «sớm hơn so với hạn tháng 12/2023», «kết quả thu quỹ đến ngày …».
_COMPARED = re.compile(
    r"(?<!\w)(?:so với|thông báo kết quả|kết quả (?:thu|chi|thực hiện|vận động|hoạt động))(?!\w)[^,;:\n]{0,40}$"
)
_HAPPENED = re.compile(
    r"(?<!\w)(?:ghi nhận|thu hút|với sự (?:tham gia|tham dự)|tiếp nhận tin|thành công(?! của bạn)|xảy ra|bị thương|"
    r"thiệt hại|làm ngập|"
    r"phát biểu|nghiêm túc|sôi nổi|cho biết|đạt(?= (?:kết quả|trên|gần|hơn|[0-9]))|(?:với|có|được) (?:hơn |gần |"
    r"trên )?[0-9][0-9./]{1,8} (?:lượt|người|trẻ|thí sinh|hộ|em|đại biểu|học sinh)|đón (?:hơn |gần |trên )?[0-9]|"
    r"năm ngoái|năm trước|mùa (?:vía )?trước|kỳ trước|lần trước|được (?:công nhận|ghi danh|xếp hạng|thành lập|"
    r"phong tặng|unesco)|mới được thành lập|hoàn thành sớm|gây ra|bắt giữ|khởi tố|vượt quy định|chật kín|"
    r"tặng (?:bằng|giấy|huân|kỷ|cờ)|(?:có )?mưa (?:to|lớn)|"
    r"[0-9]{1,3}(?:\.[0-9]{3})+ (?:hồ sơ|lượt|người|hộ|trẻ|thẻ|trường hợp|suất|phiếu|đơn|học sinh|kg|tấn)|"
    r"hết [0-9.]{5,}(?:đ| đồng)?)(?!\w)"
)
_WENT_WELL = re.compile(r"(?<!\w)(?:nghiêm túc|thành công|sôi nổi|chặt chẽ|tốt đẹp)(?!\w)[^;\n]{0,30}$")
_EVERY_YEAR = re.compile(r" ?(?:h[àằ]ng năm|mọi năm|của năm (?:sau|trước)|mỗi năm)")
# A condition is no task: «Xe đăng ký trước ngày 15/8/2025 được miễn», «Nhà có giấy phép cấp trước … thì …».
_CONDITION_AFTER = re.compile(
    r" ?(?:được|thì|mà|nhưng|đã|đều|vẫn|không(?! (?:đi|ra|để|đỗ|đốt))|chưa|mới|trở về trước|trở đi|trở lên|nếu|nên|"
    r"coi như|sẽ|"
    r"cũng|có (?:quyền|nhu cầu|tên)|là )(?!\w)"
)
_CONDITION_BEFORE = re.compile(
    r"(?<!\w)(?:nếu|trường hợp|đối với|những|các|mỗi|mọi|hộ|nhà|người|xe|hồ sơ|công dân|cháu|trẻ|đất|công trình|"
    r"giấy|thẻ|ai|chỉ)(?!\w)[^,;:]*$"
)
_PAST = re.compile(r"(?<!\w)(?:đã|vừa|vừa qua)(?!\w)")
# «đã» governs the time when nothing stands between that begins anew: «trẻ đã tiêm trong tháng 3».
_PAST_GOVERNS = re.compile(
    r"(?<!\w)(?:đã|vừa)(?! (?:đề nghị|yêu cầu|mời))(?:(?!(?<!\w)(?:đề nghị|yêu cầu|mời|phải|xin|cần|đến|tới|thì|"
    r"có mặt|nộp|hãy|(?<!đã )nhận)(?!\w))[^,;:.\n]){1,60}$"
)
_JUST_OVER = re.compile(r"(?<!\w)(?:vừa qua|vừa rồi|năm ngoái|vụ trước|mùa trước)(?!\w)[^.;\n]{0,30}$")
_THEN = re.compile(r"[^.;:\n]{0,90}?(?<!\w)thì(?!\w)")
_PAST_OF_WHOM = re.compile(
    r"(?:những|các|hộ|người|công dân|khi|sau khi|hồ sơ|trẻ|ai|khách hàng|học sinh|em|cháu|bạn|chị em|bà con|nhà|xe|"
    r"đơn|phiếu|"
    r"trường hợp|cử tri|phụ huynh|thanh niên)(?: [^\s,;.]{1,12}){0,5} (?:đã|vừa) "
)


class Sides(NamedTuple):
    """What stands before and behind a time in its sentence, in lower case."""

    before: str
    after: str


_ROOM, _NEAR = 160, 72


def never(sides: Sides, *, at_hours: bool = False, framed: bool = False) -> bool:
    """Whether the time is that of a document, a birth, a feast, a law, a count, a period of a report or of printing.

    `at_hours`: it has clock times, so that no feast is meant: «tế lễ lúc 7 giờ ngày …».
    `framed`: «trước» or the like stands between, so that it is no document's: «theo mẫu 04/TK-SDDPNN trước ngày …».
    """
    if not at_hours and _FEAST.search(sides.before[-_ROOM:]):
        return True
    before = sides.before[-_NEAR:]
    if not framed and _DOCUMENT.search(before):
        return True
    return any(
        pattern.search(before) for pattern in (_SIGNED, _EFFECT, _PRINTED, _COUNTED_TO, _BORN, _DATA, _COMPARED)
    ) or bool(_EVERY_YEAR.match(sides.after))


def is_counted_to(before: str) -> bool:
    """«tính đến hết ngày …», «hiệu lực đến hết ngày …»: `before` has the words of the frame."""
    near = before[-_NEAR:]
    return bool(_COUNTED_TO.search(near) or _EFFECT.search(near))


def went_well(before: str) -> bool:
    """«được tổ chức nghiêm túc từ …»: a report, whatever its days."""
    return bool(_WENT_WELL.search(before[-60:]))


def is_history(sides: Sides) -> bool:
    """Whether it tells what happened; an invitation in the sentence lifts this."""
    return bool(_HISTORY.search(sides.before[-90:]))


def is_visit(sentence: str) -> bool:
    """Whether those who travel are heads of states and delegations, whom the news follow."""
    return any(word in sentence for word in _TRAVELLED) and bool(_VISIT.search(sentence))


def happened(sentence: str) -> bool:
    """Whether the sentence reports results."""
    return bool(_HAPPENED.search(sentence))


def is_past(sentence: str) -> bool:
    """Whether something was done, unless «đã» only says of whom is spoken: «những hộ đã đăng ký …»."""
    return (
        ("đã" in sentence or "vừa" in sentence) and bool(_PAST.search(sentence)) and not _PAST_OF_WHOM.search(sentence)
    )


def is_governed_by_past(before: str) -> bool:
    """«các hộ đã đăng ký trước 31/10»: the time says since when something is done."""
    near = before[-80:]
    return bool((("đã " in near or "vừa " in near) and _PAST_GOVERNS.search(near)) or _JUST_OVER.search(before[-40:]))


def is_condition(sides: Sides) -> bool:
    """Whether the time only says of which things the sentence speaks."""
    if not sides.before.strip(' "“(-+•*'):
        return False
    return bool(_CONDITION_AFTER.match(sides.after)) or bool(
        not sides.after.startswith(",") and _THEN.match(sides.after) and _CONDITION_BEFORE.search(sides.before)
    )
