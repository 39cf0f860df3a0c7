"""The words by which occasions are known, and those at which their names end. All for plain text in lower case."""

from __future__ import annotations

import re

from bulletin.words.papers.administrative_units import PLACE
from bulletin.words.text.sentences import CAPITALS

# --- counts -----------------------------------------------------------------------------------------------------
COUNT = re.compile(
    r"""
    (?<![\w/.,-])
    (?:lần[ ]thứ[ ]{1,3}(?P<nth>[0-9]{1,4})(?:[ ]{1,3}năm)?[ ]{1,3}(?=ngày[ ][^\W\d]|\S)   # «lần thứ 136 Ngày …»
      |(?P<n>[0-9]{1,4})[ ]{1,3}năm(?=[ ]{1,3}\S|[ ]{0,3}\()                              # «136 năm …»
      |(?P<lost>(?<=niệm[ ])[0-9]{2,3}                                                    # «kỷ niệm 60 Ngày …»
               |[0-9]{2,3}(?=[ ]{1,3}ngày[ ](?:quốc|thành|truyền|giải|thương|nhà|thầy|hội)))[ ]{1,3}
       (?=ngày[ ][^\W\d])
      |(?P<bare>(?:(?<=niệm[ ])|(?<=mừng[ ])|(?<=dịp[ ])|(?<=tới[ ]))[0-9]{1,3})[ ]{1,3}     # «mừng 30 thành lập xã»
       (?=(?:thành[ ]lập|tái[ ]lập|truyền[ ]thống|ra[ ]đời|khánh[ ]thành|xây[ ]dựng|giải[ ]phóng|chiến[ ]thắng
            |cách[ ]mạng|quốc[ ]khánh|khởi[ ]nghĩa)\b))
    """,
    re.IGNORECASE | re.VERBOSE,
)
# «chào mừng 30 thành lập xã» has lost its «năm»; «chào mừng 3 chiến thắng của đội bóng» has not.
BORN = re.compile(r"(?:thành lập|tái lập|truyền thống|ra đời|khánh thành|xây dựng và (?:phát triển|trưởng thành))\b")
CUE = re.compile(
    r"""
    (?:k[ỷỉ][ ]niệm|chào[ ]mừng|nhiệt[ ]liệt[ ]mừng|hướng[ ]tới|nhân[ ]dịp|mít[ -]?tinh)
    (?:[ ](?:lần[ ]thứ|dịp|tròn|lễ|trọng[ ]thể|việc|cột[ ]mốc|mốc|cấp[ ]\w+|cấp[ ]quốc[ ]gia|đồng[ ]thời|và
            |sự[ ]kiện|nhân|năm[ ]thứ|đúng)){0,3}
    [ :“"]*$
    """,
    re.VERBOSE,
)
ANY_CUE = re.compile(r"k[ỷỉ] niệm|chào mừng|ngày lễ|dịp lễ|nghỉ lễ|mít[ -]?tinh|nhân ngày|nhân dịp")
JOINED = re.compile(r"[\s,;)+-]*(?:(?:và|cùng với|đồng thời|với|&)[\s,]+)?(?:kỷ niệm |mừng |lễ )?")
JOINS = re.compile(r"[,;&]|và|với")
NOT_COUNTED = re.compile(
    r"""
    (?:tháng|ngày|quý|huy[ ]hiệu(?:[ ]đảng)?                                         # «huy hiệu 40 năm tuổi Đảng»
      |sau|trong|suốt|hơn|gần|qua|mỗi|trên|từ|đến|tới|trước|khoảng|thời[ ]hạn        # spans of time
      |học[ ]kỳ|năm[ ]học|giai[ ]đoạn|kế[ ]hoạch|tầm[ ]nhìn|kinh[ ]nghiệm)
    [ :“"]*$
    """,
    re.VERBOSE,
)
NO_NAME = re.compile(
    r"""
    (?:[^\w“"«(]|\d|[ivx]+\b
      |tuổi|qua\b|nay\b|trước|liền|liên[ ]t|tới\b|nữa|trở|công[ ]tác|đầu|cuối|gần|học\b|sau\b|tù\b|kể[ ]từ
      |kinh[ ]nghiệm|ngày[ ](?:càng|nay|đêm|một|làm|công|\d)|một[ ]lần
      |và\b|hoặc|có|là\b|để|trong|với|tại\b|đóng|giữ|phấn[ ]đấu|làm\b|hoạt[ ]động|liên[ ]tiếp|vừa|do\b|so[ ]với
      |theo|ở\b|gắn[ ]bó|tồn[ ]tại)
    """,
    re.VERBOSE,
)
EVENT = re.compile(
    r"""
    [“"«]?(?:sự[ ]kiện[ ])?
    (?:ngày[ ][^\W\d]|thành[ ]lập|ký[ ]|chiến[ ]thắng|giải[ ]phóng|cách[ ]mạng|(?:cuộc[ ])?khởi[ ]nghĩa
      |thực[ ]hiện[ ]di[ ]chúc|quốc[ ]khánh|toàn[ ]quốc|chiến[ ]dịch|thắng[ ]lợi|phong[ ]trào|thăng[ ]long|tái[ ]lập
      |đồng[ ]khởi|hiệp[ ]định|truyền[ ]thống|ra[ ]đời|khánh[ ]thành|(?<!mặt[ ])trận[ ][^\W\d]
      |đón[ ](?:bằng|nhận)\b)
    """,
    re.VERBOSE,
)
# «20 năm Hà Nội được UNESCO vinh danh», «Giải phóng huyện Châu Đức», «nhân ngày Thế giới chống lao»
HONOURED = re.compile(r"[^,;.()\0]{2,60}? được (?:unesco|công nhận|vinh danh|ghi danh|phong tặng|trao tặng|tặng)\b")
FREED_PLACE = re.compile(rf"(?:ngày )?giải phóng (?:{PLACE}|tp\.?|quê hương)\b")
MARKED = "nhân "
WORLD_DAY = re.compile(r"ngày (?:thế giới|quốc tế|việt nam|toàn|truyền thống|thành lập)\b")
# A day that a text gives a name without more: «Ngày 02/4 ngày thành lập ngành cấp nước»; «ngày hội việc làm» is none.
NAMED_DAY = re.compile(r"ngày (?:thành lập|tái lập|truyền thống|giải phóng|thế giới|quốc tế|toàn dân)\b")
# In a list of days any name will do, but not what a day is like: «ngày 09/10 ngày làm việc đầu tiên».
OF_A_LIST = re.compile(
    r"ngày (?!(?:làm|nghỉ|thứ|chủ|cuối|đầu|trực|họp|công|hết|nào|mai|hôm|càng|nay|đêm|đi|về)\b)[^\W\d]"
)
NEXT_OF_LIST = re.compile(
    r"[ .]?[,;] {0,3}(?:và )?ngày [0-9]{1,2}[/.-][0-9]{1,2}(?:[/.-][0-9]{4})? {1,3}(?=ngày [^\W\d])"
)
A_TIME = re.compile(r"(?:từ|đến|tới|hết|trước|sau|hạn|nộp|kể từ)[ :]*$")
# --- names ------------------------------------------------------------------------------------------------------
HARD = re.compile(
    r"[;:!?\0…•]|\.(?=[\s.”\"]|$)(?<!tp\.)(?<! t\.)(?<!đ\.)| (?:k[ỷỉ] niệm|chào mừng|nhân dịp|hướng tới|trong đó)\b"
)
SOFT = re.compile(
    r"""
    [,()]
    |[ ](?:và|với|trong|bằng|gắn|có|do|vào|theo|từ|để|là|trên|nhằm|đã|sẽ|ở|cho|như|tại|đến|qua|cùng
          |được(?![ ](?:unesco|vinh[ ]danh|ghi[ ]danh))|đồng[ ]thời|diễn[ ]ra
          |tổ[ ]chức[ ](?:các|lễ|hội|nhiều|vào|thành)
          |(?<!lập[ ])(?<!phóng[ ])(?<!thống[ ])                        # «ngày thành lập phường» is all of the name
           (?:phường|(?<!thị[ ])(?<!tác[ ])xã(?![ ]hội))
          |năm[ ][0-9]|ngày[ ][0-9]|sáng|chiều|tối)\b
    |[ ]-[ ]|[ ][0-9]
    """,
    re.VERBOSE,
)
# «Xưởng in số 9 (12-3-2026)», «Trạm Y tế xã Mẫu (1-6-2026)»: what stands before the brackets is of the name.
BEFORE_BRACKETS = re.compile(r" (?:[0-9]{1,4}(?:, [0-9]{1,2})?|xã|phường)(?: [^\W\d_]{1,20}){0,3} ?(?=\()")
GAP = re.compile(r"[ (]*(?:(?:vào|là|lịch|tức)? ?ngày )?[ (]*$")
AFTER_COMMA = re.compile(r"[ (]*,[ (]*(?:ngày )?$")
DAY_NAME = re.compile(r"\bngày [^\W\d]")
NAME_BEGINS = re.compile(rf"\bngày[ ][^\W\d]|\b{EVENT.pattern}", re.VERBOSE)
NEW_LINE = re.compile(rf"\n(?=\s*[{CAPITALS}])")
AND = re.compile(r",? và |, ")
AND_BEFORE = re.compile(r" và $")
BREAK = re.compile(r"[;:,.!?\0]")
BEHIND_DAY = re.compile(r"[ )]*[-,:(]? *(?:là )?")
CLAUSE = re.compile(r"[;:!?\0…•,(]|\.(?=\s)|\b(?:như|và|gồm|mừng|niệm|dịp|lễ|nhân(?= ngày))\b")
DAY_WORD = re.compile(r"\b(?:ngày [^\W\d]|tết [^\W\d]|lễ [^\W\d]|quốc khánh|quốc tế)")
KEPT = re.compile(r"\b(?:ngày [^\W\d]|lễ|tết|giỗ|quốc khánh|quốc tế|rằm)")
SENTENCE = re.compile(rf"[.!?…](?=\s+[{CAPITALS}])|\n\s*\n|\0")
# --- years --------------------------------------------------------------------------------------------------
OUR_YEARS = range(1990, 2045)  # in which texts are written that a site shows
