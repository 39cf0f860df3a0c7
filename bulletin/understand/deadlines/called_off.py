"""What is not happening: called off, put off, moved, or an old time that another one replaces. Plain lower case."""

from __future__ import annotations

import re

from bulletin.words.text.patterns import any_of, spaced

# «không tổ chức», «không cắt điện»: what takes place, or does not.
_WHAT_IS_HELD = any_of(
    "tổ chức(?! tiệc| ăn)|diễn ra|thực hiện|tiến hành|họp|tiêm(?! cho)|tiếp|cắt|thu(?! phí| thêm| lệ)|làm việc",
    "còn|học|mở|nhận(?! hoa| quà)|phun|chiếu|cấp|tập|thi|khám|có(?! chuyện)|hoạt động|giao dịch|phục vụ|ngừng|cúp",
    "phát|chi trả|quét|lấy|tổng vệ sinh",
)
# «hủy các buổi», «hoãn toàn bộ lịch»: what is called off or moved, not a law or a debt.
_OCCASION = spaced("(?:bỏ )?(?:các |toàn bộ |việc |những |tất cả )*") + any_of(
    "buổi|lịch|cuộc|lễ|kế hoạch|họp|phiên|hội|đêm|giải|chuyến|đợt|kỳ|chương trình|tiêm|cắt|cúp|thông báo|tổ chức",
    "sự kiện|hoạt động|ngày|tập|chiếu|khám|diễn|giấy mời|tiếp|phun|thi|chợ|câu|nội dung|phần|môn|tiết mục|vòng|trận",
)
# «công dân có lý do tạm hoãn», «thuộc diện hoãn», «ai … mà hoãn tiêm» speak of people.
_NOT_A_PERSON = spaced(
    "(?<!lý do )(?<!diện )(?<!được )(?<!xin )(?<!mà )(?<!phải )(?<!chỉ định )(?<!trẻ )(?<!người )"
    "(?:tạm )?(?<!lý do tạm )(?<!diện tạm )(?<!được tạm )(?<!xin tạm )(?<!mà tạm )(?<!phải tạm )"
)
_CALLED_OFF_BEFORE = re.compile(
    rf"""
      # «hủy lịch …», «bãi bỏ …»; not «không hủy», «tiêu hủy», «tin hủy»
      (?<!\w) (?<!không[ ]) (?<!chưa[ ]) (?<!tiêu[ ]) (?<!tin[ ]) (?<!chuyện[ ]) (?<!lịch[ ]) (?:
          {_NOT_A_PERSON}(?:hủy|huỷ|hoãn)(?=[ ]{_OCCASION}(?!\w)) | hủy[ ]bỏ | huỷ[ ]bỏ | bãi[ ]bỏ | rút[ ]lại
        | bỏ(?=[ ](?:buổi|lịch|ngày|lễ|kế[ ]hoạch|đợt|câu|nội[ ]dung|cụm|đoạn|mục|điểm))
      ) (?:[ ](?!bỏ)(?:(?!(?<!\w)(?:bù|thì)(?!\w))[^;.\n]){{0,90}})? $
    | (?<!\w)bỏ[ ]$  # «bỏ ngày 12/5»
      # «bà con không phải đến … tối ngày 18/3»
    | (?<!\w) (?:bà[ ]con|nhân[ ]dân|người[ ]dân|các[ ](?:hộ|cụ|cháu)|phụ[ ]huynh|mọi[ ]người)
      [ ]không[ ](?:cần|phải)[ ](?:đến|đi|tới|ra)(?!\w) (?:(?!(?<!\w)(?:thì|trước|sau|mà)(?!\w))[^;.,\n]){{0,60}} $
      # «không tổ chức …», «thôi còn thu …»
    | (?<!\w) (?:(?:không|thôi|khỏi)[ ](?:còn[ ])?{_WHAT_IS_HELD}|chưa[ ](?:tổ[ ]chức|diễn[ ]ra|thực[ ]hiện))
      (?!\w) (?:(?!thì[ ])[^;.,\n]){{0,70}} $
      # a sentence that opens with «không»: «Không cắt điện …»
    | (?:^|[\n.;:][ ]?|[-+•*][ ]?) không[ ]
      (?:(?!khi[ ]|phí[ ]|hoãn[ ]|hủy[ ]|huỷ[ ]|(?:sau|trước)[ ]ngày)[^;.,\n]){{0,30}}? (?<!\w) {_WHAT_IS_HELD}
      (?!\w) (?:(?!khi[ ]|phí[ ]|hoãn[ ]|hủy[ ]|huỷ[ ]|(?:sau|trước)[ ]ngày)[^;.,\n]){{0,50}} $
      # «tạm dừng tổ chức …»
    | (?<!\w) (?:tạm[ ])? (?:dừng|ngừng|ngưng) (?:,[ ]chưa)? [ ]
      (?:tổ[ ]chức|lịch|buổi|kế[ ]hoạch|lễ|việc[ ]tổ[ ]chức|đêm|giải|hội|các[ ]hoạt[ ]động) (?!\w)
      [^;.\n]{{0,70}}$
    """,
    re.VERBOSE,
)
# «hủy cuộc họp nêu trên», of a time in a paragraph above; not «hủy … trên địa bàn».
_CALLED_OFF_BELOW = re.compile(
    rf"""
    (?<!\w) (?<!không[ ]) (?<!chưa[ ]) {_NOT_A_PERSON}
    (?:hủy(?:[ ]bỏ)?|huỷ(?:[ ]bỏ)?|hoãn|bãi[ ]bỏ|dừng|không[ ]tổ[ ]chức) [ ]
    {_OCCASION}(?!\w) [^.;,\n]{{0,60}}? (?<!\w) (?:nêu[ ]trên|nói[ ]trên|ở[ ]trên|trên(?=[ ]?[.;,\n])|này|đó)(?!\w)
    """,
    re.VERBOSE,
)
_WOULD_BE = re.compile(r"(?<!\w)(?:nếu|trường hợp|khi|có thể|tùy)(?!\w)[^.;\n]*$")
# Without one of these nothing is called off; a plain word is found many times faster than the patterns are tried.
_OFF_WORD = re.compile(r"hủy|huỷ|hoãn|bãi bỏ|rút lại|bỏ |không |thôi |khỏi |chưa |dừng |ngừng |ngưng ")
_BOUND = re.compile(r"(?<!\w)(?:sau|trước)(?: ngày)? ?$")  # «không nhận hồ sơ sau ngày …» calls nothing off
_OLD_WORDS = ("thay ", "cũ", "trước đ", "ban đầu", "lẽ ra", "không phải", "đã ", "dự kiến")
_CALLED_OFF_BEHIND = re.compile(
    rf"""
    # a few words between, and what leads to it: «… nay phải»
    [^,;.\n]{{0,60}}?,?[ ]? (?:(?:nay|sẽ|đã|bị|được|tạm|phải|thì|xin|buộc[ ]phải)[ ]){{0,3}} (?:
        (?<!không[ ])(?<!không[ ]bị[ ])(?<!chưa[ ])(?:hủy|huỷ|hoãn)  # «bị hoãn», not «không bị hoãn»
        # «không tổ chức», «không còn thu»
      | không[ ](?:còn[ ])?{_WHAT_IS_HELD} | không[ ](?:nữa|thực) | dừng[ ]tổ[ ]chức | ngừng[ ]tổ[ ]chức
    ) (?!\w)
    """,
    re.VERBOSE,
)
_RULE_OFF_BEHIND = re.compile(
    r"""
    # no figures between: they would be of another time
    [^,;.\n(0-9]{0,60}?,?[ ]? (?:(?:nay|sẽ|đã|bị|được|tạm|phải|thì|xin)[ ]){0,3} (?:
        hủy | huỷ | hoãn | bãi[ ]bỏ | không[ ]còn | tạm[ ](?:nghỉ|dừng|ngừng|ngưng) | đóng[ ]cửa  # called off
      | (?:dừng|ngừng|chấm[ ]dứt)(?=[ ]?[.;,]|$|[ ]từ|[ ]kể)  # «dừng từ …», at the end of what is said
    ) (?!\w)
    """,
    re.VERBOSE,
)
_RULE_PAUSES_BEFORE = re.compile(
    r"(?<!\w)tạm (?:dừng|ngừng|ngưng|nghỉ)(?!\w)[^;.\n]{0,60}$|(?<!\w)cách tuần(?!\w)[^;.\n]{0,40}$"
)
_EXCEPTION_BEFORE = re.compile(
    r"""
    (?<!\w)
    (?:riêng|trừ|ngoại[ ]trừ|không[ ]kể|không[ ]tính|,[ ]nghỉ)  # what takes out
    (?:
        [ ]các | [ ]những | [ ]ngày | [ ]buổi | [ ]sáng | [ ]chiều | [ ]tối | [ ]thứ[ ]\w{1,4}
      | [ ]chủ[ ]nhật | [ ]trong | ,
    )* [ ]?\(?$
    """,
    re.VERBOSE,
)
_OFF_BEHIND = re.compile(
    r"""
    [ ]?,?[ ]?
    (?:\([^()]{0,20}\)[ ])? (?:thì[ ]|xin[ ]|được[ ]|sẽ[ ]|tạm[ ])? (?:  # «ngày 27/11 (thứ Năm) nghỉ»
        nghỉ(?![ ]học)  # «nghỉ học» is told of pupils
        # «không tiếp», not «không thu phí», «không nhận hoa»
      | không[ ] (?:
            tiếp | làm | họp | thu(?![ ]phí|[ ]thêm|[ ]lệ) | nhận(?![ ]hoa|[ ]quà)
          | tiêm(?![ ]cho) | mở | phục | hoạt | học | tập
        )
    ) (?!\w)
    """,
    re.VERBOSE,
)
_OLD_BEFORE = re.compile(
    r"""
      # «thay vì ngày», «lịch cũ là», «như đã báo ngày»
      (?<!\w) (?:
          thay[ ]vì | thay[ ]cho | không[ ]phải
        | (?:lịch|thời[ ]gian|thời[ ]điểm|hạn|ngày|giờ|thời[ ]hạn)[ ]cũ | trước[ ]đây | trước[ ]đó
        | ban[ ]đầu | theo[ ]lịch[ ]cũ | như[ ]đã[ ](?:báo|thông[ ]báo|hẹn)
        | đã[ ](?:báo|thông[ ]báo|ấn[ ]định)
      ) (?:[ ]là|[ ]dự[ ]kiến|[ ]vào|[ ]hẹn|[ ]ngày|[ ]đến|[ ]tới|[ ]hết|[ ]trước|[ ]từ|:)* [ (]*$
    | (?<!\w)lẽ[ ]ra(?!\w)[^;.,\n]{0,50}$  # «lẽ ra họp ngày»
      # «theo kế hoạch ban đầu …»
    | (?:kế[ ]hoạch|dự[ ]kiến|lịch|thông[ ]báo) [ ] (?:ban[ ]đầu|trước[ ]đây|trước[ ]đó|cũ) (?!\w)
      [^;.\n]{0,120}$
    """,
    re.VERBOSE,
)
_MOVED_WORDS = any_of(
    "gia hạn|dời|rời|lùi|chuyển|đổi|thay|hoãn|kéo dài|điều chỉnh|cải chính|đính chính|sửa|đẩy|thay thế|lui|lùi lại"
)
_TIME_NOUN = any_of("thời gian|thời hạn|thời điểm|lịch|hạn|ngày|giờ|buổi|lễ|phiên|kỳ")
_MOVED_BEFORE = re.compile(
    rf"""
    (?<!\w) (?:
        # what moves, and of some verbs what is moved: «chuyển lịch», «sửa ngày»
        gia[ ]hạn | dời | rời | lùi | lui | hoãn(?=[ ]{_OCCASION}(?!\w)) | đẩy
      | (?:
            chuyển | đổi | thay[ ]đổi | thay | thay[ ]thế | kéo[ ]dài | điều[ ]chỉnh | cải[ ]chính
          | đính[ ]chính | sửa
        ) [ ]{_TIME_NOUN}
    ) (?!\w)
    # up to the time, with no «sang» before it
    (?:(?!(?<!\w)(?:sang|đến|tới|thành|bằng|qua)(?!\w))[^;:\n]){{0,110}} $
    """,
    re.VERBOSE,
)
_OLD_IN_GAP = re.compile(r"(?<!\w)(?:trước đó|trước đây|ban đầu|thay vì|thay cho|cũ)(?!\w)")
_INTO = re.compile(r"(?:^|[^\w])(?:sang|qua|thành|bằng|tới|đến|vào|là|->|→|xuống|lên)(?:[^\w]|$)")
_MOVED_GAP = re.compile(
    rf"""
      (?<!\w) (?:{_MOVED_WORDS}) (?!\w) [^;\n]{{0,80}}? (?<!\w)
      (?:sang|qua|thành|bằng|đến|tới|vào|lại|lên|xuống|về(?=[ ](?:ngày|[0-9]|$))) (?!\w)
    | (?<!\w)(?:nay[ ])?(?:đọc|sửa|viết|ghi)(?:[ ]lại)?[ ](?:là|thành)(?!\w)  # a correction: «nay đọc là»
    | (?<!\w)nay[ ](?:là|thành)(?!\w)  # «nay là»
    | ^[ »”\"')]*(?:được[ ]|phải[ ]|bị[ ])?(?:sang|thành|bằng)(?!\w)  # the new time follows at once: «được sang»
    """,
    re.VERBOSE,
)
# «đã ghi: «Chủ nhật 21/3 - tổ 6». \n Nay sửa lại là: «Chủ nhật 28/3 - tổ 6».»
_CORRECTS = re.compile(
    r"""
    (?:[^\n»”"]{0,80}[»”"])?[-+•*\s»”"'.;,)]*  # the rest of what is quoted
    nay[ ](?:xin[ ])?(?:đọc|sửa|viết|ghi|đính[ ]chính)(?:[ ]lại)?(?:[ ]cho)?(?:[ ]đúng)?[ ](?:là|thành)
    [\s:«“"'(]*
    """,
    re.VERBOSE,
)
# «điều chỉnh điểm tiếp xúc số 3 như sau: \n - Thời gian mới: »
_NEW_TIME = re.compile(r"(?<!\w)(?:thời gian|ngày|lịch|giờ|buổi)(?: [^\W\d]+){0,3} mới(?: là)? ?: ?$")
_ADJUSTS = re.compile(rf"(?<!\w)(?:{_MOVED_WORDS})(?!\w)")
_STILL = re.compile(r"(?<!\w)(?:vẫn|giữ nguyên|giữ lịch|không thay đổi|chỉ còn)(?!\w)")
_DEADLINE = re.compile(r"(?<!\w)(?:hạn|trước ngày|nộp|gia hạn|chậm nhất|đến hết|đăng ký|đăng kí|hồ sơ)(?!\w)")
_EXTENSION = re.compile(r"(?<!\w)(?:gia hạn|lùi|kéo dài|thêm|dời)(?!\w)")
_END_OF_TIME = re.compile(
    r"""
    (?<!\w) (?:thời[ ]gian|thời[ ]hạn|hạn|kết[ ]thúc) (?!\w) [^.;\n]{0,40}? (?<!\w)  # a time that ends
    (?:nhận|nộp|đăng[ ]ký|gửi|kết[ ]thúc|dự[ ]thi|góp[ ]ý|hồ[ ]sơ) (?!\w)  # for what is handed in
    """,
    re.VERBOSE,
)
_HANDED_IN = re.compile(r"(?<!\w)(?:nhận|nộp|đăng ký|gửi|góp ý)(?!\w)")
_OTHER_THING = re.compile(r"(?<!\w)(?:chuyển|đổi) (?:về(?! ?$)|trụ sở|địa|bộ phận|nơi)")


def is_called_off(before: str, behind: str) -> bool:
    """Whether what is said of a time is that nothing takes place then: «hủy lịch cắt điện ngày …», «… bị hoãn»."""
    if not _OFF_WORD.search(before[-130:]) and not _OFF_WORD.search(behind[:110]):
        return False
    if _BOUND.search(before):
        return False
    clause = re.split("[;.,]", behind, maxsplit=1)[0]
    return not _STILL.search(clause) and bool(
        _CALLED_OFF_BEFORE.search(before[-130:]) or _CALLED_OFF_BEHIND.match(behind)
    )


def is_called_off_below(following: str) -> bool:
    """Whether the words behind the sentence of a time say that it is called off: «… hủy cuộc họp nêu trên»; not what
    would be if it rained."""
    off = _CALLED_OFF_BELOW.search(following) if _OFF_WORD.search(following) else None
    return off is not None and not _WOULD_BE.search(following[: off.start()])


def is_rule_off(before: str, behind: str) -> bool:
    """The same of a time that comes back, of which «không thu ngày lễ» behind it is an exception only."""
    return bool(
        _CALLED_OFF_BEFORE.search(before[-130:])
        or _RULE_OFF_BEHIND.match(behind)
        or _RULE_PAUSES_BEFORE.search(before[-130:])
    )


def is_exception(before: str, behind: str, *, at_hours: bool = False) -> bool:
    """«Riêng ngày 27/11 nghỉ», «trừ ngày 01/01»: a day out of a rule. `at_hours`: it has hours of its own."""
    return bool(not at_hours and _EXCEPTION_BEFORE.search(before[-60:])) or bool(_OFF_BEHIND.match(behind))


def is_old(before: str) -> bool:
    """«thay vì ngày …», «lịch cũ: …»: the time that another one replaces."""
    return any(word in before for word in _OLD_WORDS) and bool(_OLD_BEFORE.search(before[-160:]))


def moves(before: str, gap: str) -> bool:
    """Whether the time before `gap` is moved to the one behind it; `before` is what stands before the first."""
    if _OTHER_THING.search(gap) or _OLD_IN_GAP.search(gap):
        return False
    if _MOVED_GAP.search(gap):
        return True
    return bool(_MOVED_BEFORE.search(before) and _INTO.search(gap))


def corrects(gap: str) -> bool:
    """Whether nothing but «nay sửa lại là» stands between two times, in one line or two."""
    return bool(_CORRECTS.fullmatch(gap))


def is_new_time(gap: str) -> bool:
    """Whether `gap`, which stands between two times, changes the first and then gives a new one: «Thời gian mới:»."""
    return bool(_NEW_TIME.search(gap) and _ADJUSTS.search(gap))


def is_moved_span(before: str) -> bool:
    """«gia hạn từ ngày A đến ngày B»: no span, only B remains."""
    return bool(_MOVED_BEFORE.search(before[-110:]))


def is_extension(words: str) -> bool:
    """«gia hạn thời gian nhận bài đến hết ngày …»."""
    return bool(_EXTENSION.search(words))


def is_same_end(sentence: str, extension: str) -> bool:
    """Whether both tell a time to hand in the same: «thời gian nhận bài kết thúc …», «gia hạn nhận bài …»."""
    if not _END_OF_TIME.search(sentence):
        return False
    return bool(set(_HANDED_IN.findall(sentence)) & set(_HANDED_IN.findall(extension)))


def is_of_deadline(words: str) -> bool:
    """Whether the time that is moved is the last one for something."""
    return bool(_DEADLINE.search(words))
