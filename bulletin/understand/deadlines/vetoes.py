"""Why a day that a notice prints is no time to act, one rule each. All patterns are for plain lower-case text.

What is history or past is lifted by whoever calls where the sentence asks somebody to come or to do something: «mời bà
con dự lễ khởi công lúc 8 giờ ngày 29/11».
"""

from __future__ import annotations

import re
from typing import NamedTuple

from bulletin.words.text.patterns import whole_words

# Documents: «Công văn số 595-CV/QU ngày 15/4/2022», «Quyết định ngày 12/5», «ký ngày …».
_DOCUMENT = re.compile(
    r"""
    (?:
        # its number: «595-CV/QU», «số 12», maybe with whose it is; «8h00 - 11h00» is none
        (?:
            (?<![hg:0-9])[0-9]{1,5}[ ]?[/-][ ]?(?![0-9]{1,2}[hg])(?=[0-9/.-]{0,8}[a-zđ])[a-zđ0-9.&/-]{1,30}
          | số[ ][0-9][0-9 +]{0,12}/?
        ) (?:[ ]của[ ][^,;.\n]{2,40})?
        # or its kind
      | (?<!\w) (?:
            quyết[ ]định | nghị[ ]quyết | nghị[ ]định | thông[ ]tư | công[ ]văn | tờ[ ]trình
          | báo[ ]cáo | biên[ ]bản | văn[ ]bản | chỉ[ ]thị | giấy[ ]mời | kết[ ]luận | luật | lệnh
          | công[ ]điện | đề[ ]án | hợp[ ]đồng | giấy[ ]phép | giấy[ ]chứng[ ]nhận | biên[ ]lai
          | hóa[ ]đơn | hoá[ ]đơn | biên[ ]bản[ ](?:họp|làm[ ]việc|kiểm[ ]tra) | một[ ]số[ ]điều
        )
    ) [ ,(]{0,3} (?:ký[ ]|ban[ ]hành[ ]|đề[ ]|cấp[ ]|lúc[ ])* (?:ngày[ ])? $
    """,
    re.VERBOSE,
)
_SIGNED = re.compile(
    r"""
    (?<!\w) (?:
        (?<!đăng[ ])(?<!học[ ])ký | ban[ ]hành | phê[ ]duyệt | thông[ ]qua
        # «được Sở Tư pháp cấp», «do … cấp»
      | (?:được|do)(?:[ ][^,;.\n]{2,30})?[ ]cấp | (?<!biên[ ]bản[ ])lập | xác[ ]nhận
    ) (?:[ ]vào|[ ]lúc|[ ]trong|[ ]chiều|[ ]sáng|[ ]từ|[ ]trước)* (?:[ ]ngày)? [ ]?$
    """,
    re.VERBOSE,
)
_EFFECT = re.compile(
    r"""
      # when a law or paper begins and ends to hold
      hiệu[ ]lực(?:[ ]thi[ ]hành)?[^,;\n]{0,24}$ | hết[ ]hạn[^,;\n]{0,12}$
    | (?:có[ ])?giá[ ]trị(?:[ ]sử[ ]dụng)?[^,;\n]{0,12}$
      # goods and contracts
    | hạn[ ](?:dùng|sử[ ]dụng)[^,;\n]{0,16}$
    | thời[ ]hạn[ ](?:thuê|hợp[ ]đồng|sử[ ]dụng)[^,;\n]{0,20}$
    | (?<!\w)(?:bảo[ ]hành|đáo[ ]hạn|có[ ]thời[ ]hạn|phấn[ ]đấu)(?!\w)[^,;\n]{0,60}$  # «bảo hành», loans, aims
    """,
    re.VERBOSE,
)
_PRINTED = re.compile(
    r"""
    (?<!\w) (?:
        # put on the web
        cập[ ]nhật | đăng | xuất[ ]bản | phát[ ]hành | truy[ ]cập | đăng[ ]tải
      | phát(?:[ ]bản[ ]tin)?(?=[ ]lúc) | ngày[ ]đăng | lần[ ]sửa[ ]cuối | sửa[ ]lần[ ]cuối
        # the head of a paper: «Ngày ký: …»
      | ngày[ ](?:cấp|ban[ ]hành|ký|lập|in|hết[ ]hạn)(?=[ ]?:) | thời[ ]gian[ ]đăng
      | thời[ ]gian[ ]ký | giờ[ ]ký | ngày[ ]ký | ngày[ ]gửi | ngày[ ]cập[ ]nhật
    )
    (?:[ ]tin|[ ]bài|[ ]lúc|[ ]vào|[ ]ngày)* [ :,]*  # «đăng tin lúc»
    (?:[0-9h:]{4,6},?[ ]?)? $  # a clock time between: «cập nhật 10:30, 12/5»
    """,
    re.VERBOSE,
)
_COUNTED_TO = re.compile(
    r"""
      # «tính đến hết ngày», «lũy kế đến»
      (?<!\w) (?:tính|thống[ ]kê|lũy[ ]kế|luỹ[ ]kế|tuổi) (?:[ ]từ[ ][^,;\n]{0,20})? (?:[ ]cho)? [ ]
      (?:đến|tới) (?:[ ]hết|[ ]thời[ ]điểm|[ ]ngày|[ ]cuối)* [ ]?$
      # «18 tuổi trở lên tính đến»
    | [0-9]{1,3}[ ]tuổi (?:[ ]trở[ ]lên|[ ]tròn|[ ]tính)* (?:[ ](?:đến|trước|vào|từ|sau|hết|ngày))*
      [ ]?$
    | (?<!\w)đến[ ]thời[ ]điểm[ ]$
    """,
    re.VERBOSE,
)
_BORN = re.compile(
    r"""
    (?<!\w) (?:
        # births, not «khai sinh», «vệ sinh», «tuyển sinh», «dân sinh», «học sinh»
        (?<!khai[ ])(?<!vệ[ ])(?<!tuyển[ ])(?<!dân[ ])(?<!học[ ])sinh
      | chết | mất | từ[ ]trần | tạ[ ]thế  # deaths
      | vào[ ]đảng | ngày[ ]chính[ ]thức | kết[ ]nạp  # members of the Party
    )
    # «sinh từ ngày», «sinh trong khoảng»
    (?:[ ](?:ngày|năm|tháng|từ|trước|sau|vào|đến|trong|khoảng|hết|cuối|đầu|lúc))*
    (?:[ ][^,;.\n]{0,20}[ ](?:đến|tới))? [ :(]*$  # the first end of a span: «sinh từ 01/01/2000 đến»
    """,
    re.VERBOSE,
)
# Feasts and the counts of years: «chào mừng 19/5», «kỷ niệm ngày 20/11», «Ngày Bầu cử toàn quốc 6/1».
_FEAST = re.compile(
    r"""
      (?<!\w) (?:
          # what leads to it
          đợt | chào[ ]mừng | k[ỷỉ][ ]niệm | nhân[ ]dịp | nhân | mừng | ngày[ ]lễ | dịp | dịp[ ]lễ
        | hưởng[ ]ứng | phong[ ]trào
          # the feast itself
        | lễ | nghỉ[ ]lễ | truyền[ ]thống | phụ[ ]nữ | quốc[ ]khánh
        | quốc[ ]tế(?:[ ][a-zà-ỹ]{1,10}){0,3} | nhà[ ]giáo[ ]việt[ ]nam | thương[ ]binh[^,;\n]{0,16}
        | giải[ ]phóng(?:[ ][a-zà-ỹ]{1,10}){0,3}
      ) (?:[ ]lễ|[ ]dịp|[ ]đợt|[ ]ngày|[ ]các[ ]ngày)* [ ]?[(]?$
    | (?:k[ỷỉ][ ]niệm|chào[ ]mừng|lần[ ]thứ|nhân[ ]dịp)[^.;\n]{0,120}\($  # in brackets: «kỷ niệm 50 năm … (30/4)»
    """,
    re.VERBOSE,
)
# «Lịch của khóm 1 (thứ Bảy 20/3) vẫn như cũ»: another paper tells what takes place then.
_AS_BEFORE = re.compile(
    r"(?:\)[^.;\n]{0,80}?(?<!\w)|,? )(?:vẫn |được )?(?:như cũ|giữ nguyên|không (?:thay )?đổi)(?!\w)"
)
# «(do ngày 31/10/2027 là Chủ nhật)»: why another day is the last one.
_BECAUSE_BEFORE = re.compile(r"(?<!\w)(?:do|vì|bởi)(?: ngày)? ?$")
_BECAUSE_BEHIND = re.compile(
    r" ?(?:là|trùng|rơi|vào|nhằm) ?(?:vào )?(?:ngày )?(?:thứ bảy|chủ nhật|nghỉ|lễ|tết|cuối tuần)"
)
# «22g00 đến 5g00 sáng hôm sau (24/3)»: on which day the hours before it end.
_NEXT_DAY = re.compile(r"(?<!\w)hôm sau \(?(?:tức )?(?:(?:là )?ngày )?$")
_DATA = re.compile(
    r"""
    (?<!\w) (?:
        # figures and periods
        số[ ]liệu | kỳ[ ]báo[ ]cáo | kỳ[ ](?:hóa|hoá|cước|ghi|thanh[ ]toán) | chỉ[ ]số | xổ[ ]số
      | giai[ ]đoạn
        # a term of office, not «nhiệm kỳ 2021-2026»
      | nhiệm[ ]kỳ(?![ ][0-9]{4}[ ]?-[ ]?[0-9]{4}) | công[ ]tác[ ]tại | trong[ ]tuần
      | trong[ ]tháng | trong[ ]kỳ | tuần[ ]lễ | học[ ]kỳ[ ][^,;\n]{1,4}
        # what is reported
      | kỳ[ ]họp | niên[ ]độ | phát[ ]sinh | điều[ ]tra | rà[ ]soát | được[ ]lập
      | lập[ ]danh[ ]sách | thống[ ]kê
        # lives and land: «sử dụng đất ổn định từ»
      | tham[ ]gia[ ]kháng[ ]chiến | hoạt[ ]động[ ]cách[ ]mạng | tồn[ ]tại
      | sử[ ]dụng[ ]đất(?:[ ]ổn[ ]định)? | sử[ ]dụng
    ) [^,;:\n]{0,24}$
    """,
    re.VERBOSE,
)
_VISIT = re.compile(
    r"""
    (?:
        thủ[ ]tướng | tổng[ ]bí[ ]thư | chủ[ ]tịch[ ]nước | chủ[ ]tịch[ ]quốc[ ]hội | nhà[ ]vua
      | quốc[ ]vương | tổng[ ]thống | thái[ ]tử | phái[ ]đoàn | đoàn[ ]đại[ ]biểu
      | đoàn[ ]công[ ]tác | phu[ ]nhân | bộ[ ]trưởng | đại[ ]sứ | nguyên[ ]thủ
    )
    [^.;\n]{0,100}? (?<!\w) (?:thăm|công[ ]du|dự|sang|tới|rời) (?!\w)  # where, within the same clause
    """,
    re.VERBOSE,
)
_TRAVELLED = (" thăm", " công du", " dự", " sang", " tới", " rời")
_HISTORY = re.compile(
    r"""
    (?<!\w) (?:
        # how places and states began
        thành[ ]lập | ra[ ]đời | sáp[ ]nhập | giải[ ]phóng | chiến[ ]thắng | khởi[ ]nghĩa
      | cách[ ]mạng
      | vào[ ]đảng | kết[ ]nạp | nhập[ ]ngũ | xuất[ ]ngũ | bị[ ]thương  # a life: Party, army, wounds
      | khởi[ ]công | khánh[ ]thành | động[ ]thổ | thông[ ]xe | hợp[ ]nhất  # works begun and opened
        # what came about
      | khai[ ]sinh | ký[ ]kết | xảy[ ]ra | sự[ ]cố | (?<!dịch[ ])vụ[ ](?:cháy|việc|án) | bị[ ]bắt
      | bị[ ]phạt
      | khen | trúng[ ](?:thầu|giải|quyền|đấu|cử) | nhận[ ]giải  # praise and prizes
      | tiếp[ ]nhận[ ]tin | phát[ ]hiện | ghi[ ]nhận | xử[ ]phạt | sự[ ]kiện  # police and inspectors
    ) (?!\w) [^;:\n]{0,60}$
    """,
    re.VERBOSE,
)
# «so với lần kê khai trước ngày 31/12/2020», «sớm hơn so với hạn tháng 12/2023», «kết quả thu quỹ đến ngày …».
_COMPARED = re.compile(
    r"(?<!\w)(?:so với|thông báo kết quả|kết quả (?:thu|chi|thực hiện|vận động|hoạt động))(?!\w)[^,;:\n]{0,40}$"
)
_HAPPENED = whole_words(
    # what was seen: guests, harm
    "ghi nhận|thu hút|với sự (?:tham gia|tham dự)|tiếp nhận tin|thành công(?! của bạn)|xảy ra|bị thương",
    "thiệt hại|làm ngập",
    "phát biểu|nghiêm túc|sôi nổi|cho biết",  # a speech, a mood
    # how many came: «đón hơn 500 lượt»
    "đạt(?= (?:kết quả|trên|gần|hơn|[0-9]))",
    "(?:với|có|được) (?:hơn |gần |trên )?[0-9][0-9./]{1,8} (?:lượt|người|trẻ|thí sinh|hộ|em|đại biểu|học sinh)",
    "đón (?:hơn |gần |trên )?[0-9]",
    "năm ngoái|năm trước|mùa (?:vía )?trước|kỳ trước|lần trước",  # the last time
    "được (?:công nhận|ghi danh|xếp hạng|thành lập|phong tặng|unesco)|mới được thành lập",  # honours
    "hoàn thành sớm|gây ra|bắt giữ|khởi tố|vượt quy định|chật kín",  # offences
    "tặng (?:bằng|giấy|huân|kỷ|cờ)|(?:có )?mưa (?:to|lớn)",  # gifts and weather
    # large figures: «12.500 lượt», «hết 350.000 đồng»
    r"[0-9]{1,3}(?:\.[0-9]{3})+ (?:hồ sơ|lượt|người|hộ|trẻ|thẻ|trường hợp|suất|phiếu|đơn|học sinh|kg|tấn)",
    "hết [0-9.]{5,}(?:đ| đồng)?",
)
_WENT_WELL = re.compile(r"(?<!\w)(?:nghiêm túc|thành công|sôi nổi|chặt chẽ|tốt đẹp)(?!\w)[^;\n]{0,30}$")
_EVERY_YEAR = re.compile(r" ?(?:h[àằ]ng năm|mọi năm|của năm (?:sau|trước)|mỗi năm)")
# A condition is no task: «Xe đăng ký trước ngày 15/8/2025 được miễn», «Nhà có giấy phép cấp trước … thì …».
_CONDITION_AFTER = re.compile(
    r"""
    [ ]? (?:
        # what follows from it
        được | thì | mà | nhưng | đã | đều | vẫn | không(?![ ](?:đi|ra|để|đỗ|đốt)) | chưa | mới
        # «từ đó trở đi», «nếu»
      | trở[ ]về[ ]trước | trở[ ]đi | trở[ ]lên | nếu | nên | coi[ ]như | sẽ | cũng
      | có[ ](?:quyền|nhu[ ]cầu|tên) | là[ ]
    ) (?!\w)
    """,
    re.VERBOSE,
)
_CONDITION_BEFORE = re.compile(
    r"""
    (?<!\w) (?:
        nếu | trường[ ]hợp | đối[ ]với  # a condition
        # of which things it speaks
      | những | các | mỗi | mọi | hộ | nhà | người | xe | hồ[ ]sơ | công[ ]dân | cháu | trẻ | đất
      | công[ ]trình | giấy | thẻ | ai | chỉ
    ) (?!\w) [^,;:]*$
    """,
    re.VERBOSE,
)
_PAST = re.compile(r"(?<!\w)(?:đã|vừa|vừa qua)(?!\w)")
# «đã» governs the time when nothing stands between that begins anew: «trẻ đã tiêm trong tháng 3».
_PAST_GOVERNS = re.compile(
    r"""
    (?<!\w) (?:đã|vừa) (?![ ](?:đề[ ]nghị|yêu[ ]cầu|mời))  # «đã», but «đã đề nghị» asks
    (?:
        (?!
            (?<!\w)
            (?:đề[ ]nghị|yêu[ ]cầu|mời|phải|xin|cần|đến|tới|thì|có[ ]mặt|nộp|hãy|(?<!đã[ ])nhận)
            (?!\w)
        ) [^,;:.\n]
    ){1,60} $
    """,
    re.VERBOSE,
)
_JUST_OVER = re.compile(r"(?<!\w)(?:vừa qua|vừa rồi|năm ngoái|vụ trước|mùa trước)(?!\w)[^.;\n]{0,30}$")
_THEN = re.compile(r"[^.;:\n]{0,90}?(?<!\w)thì(?!\w)")
_PAST_OF_WHOM = re.compile(
    r"""
    (?:
        những | các | hộ | người | công[ ]dân | khi | sau[ ]khi | hồ[ ]sơ | trẻ | ai
      | khách[ ]hàng | học[ ]sinh | em | cháu | bạn | chị[ ]em | bà[ ]con | nhà | xe | đơn | phiếu
      | trường[ ]hợp | cử[ ]tri | phụ[ ]huynh | thanh[ ]niên
    )
    (?:[ ][^\s,;.]{1,12}){0,5} [ ] (?:đã|vừa) [ ]  # up to five words of theirs
    """,
    re.VERBOSE,
)


# «Do dự báo có dông, lốc trong các ngày từ 15/3 đến 18/3»: when the weather comes, not what is to be done.
_WEATHER = re.compile(
    r"""
    (?<!\w) (?:
        dự[ ]báo | theo[ ](?:tin|bản[ ]tin)[ ]của | đài[ ]khí[ ]tượng  # who says it
      | (?:có|xảy[ ]ra|xuất[ ]hiện|đợt)[ ](?:mưa|dông|giông|lốc|bão|lũ|gió|rét|nắng[ ]nóng|triều[ ]cường)
    ) (?!\w) [^;\n]{0,90} $
    """,
    re.VERBOSE,
)


class Sides(NamedTuple):
    """What stands before and behind a time in its sentence, in lower case."""

    before: str
    after: str


_ROOM, _NEAR = 160, 72


def never(sides: Sides, *, at_hours: bool = False, framed: bool = False) -> bool:
    """Whether the time is that of a document, a birth, a feast, a law, a count, a period of a report or of printing, or
    only says when the hours before it end.

    `at_hours`: it has clock times, so that no feast is meant: «tế lễ lúc 7 giờ ngày …».
    `framed`: «trước» or the like stands between, so that it is no document's: «theo mẫu 04/TK-SDDPNN trước ngày …».
    """
    if not at_hours and _FEAST.search(sides.before[-_ROOM:]):
        return True
    before = sides.before[-_NEAR:]
    if not framed and _DOCUMENT.search(before):
        return True
    if _BECAUSE_BEFORE.search(before) and _BECAUSE_BEHIND.match(sides.after):
        return True
    return any(
        pattern.search(before)
        for pattern in (_SIGNED, _EFFECT, _PRINTED, _COUNTED_TO, _BORN, _DATA, _COMPARED, _NEXT_DAY)
    ) or bool(_EVERY_YEAR.match(sides.after) or _AS_BEFORE.match(sides.after))


def is_weather(before: str) -> bool:
    """Whether it says when the weather is forecast to come."""
    return bool(_WEATHER.search(before[-_ROOM:]))


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
