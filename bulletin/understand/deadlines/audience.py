"""Who has to act: residents, the staff of offices, or offices; by who does it, never by where it is sent.

The one who is asked («đề nghị các hộ …», «giao Công an phường …») decides; else the first who is named as the doer,
what an office does for people being theirs («Trạm Y tế tiêm cho trẻ»); else what is spoken of. Plain lower case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from bulletin.model.deadline import Audience
from bulletin.words.text.patterns import any_of, whole_words

_RESIDENTS = any_of(
    # by where they live and what they do
    "nhân dân|người dân|hộ gia đình|hộ dân|các hộ|mỗi hộ|hộ (?:kinh doanh|nuôi|có|nghèo|cận)|chủ hộ|công dân|cử tri",
    "phụ huynh|học sinh|sinh viên|thí sinh|trẻ(?= )|bà con|khách hàng|người nộp thuế",
    "người (?:cao tuổi|lao động|khuyết tật|có công|tiêu dùng|mua|bán|nộp|bệnh|đi|tham gia|thuê|trúng)|hộ",
    "doanh nghiệp|tiểu thương|thụ hưởng|thanh niên|khu phố|tổ dân phố|tdp|các tổ|mỗi tổ|thôn|nhà nào|mỗi nhà|gia đình",
    # by what they own or drive
    "ai(?= )|chủ (?:xe|nhà|cơ sở|phương tiện|trọ|nuôi)|lái xe|tài xế|phương tiện",
    "các cụ|các cháu|chị em|hội viên|đoàn viên(?! công)|du khách|nam công dân|vận động viên|ứng viên",
    # by what they apply for
    "tổ chức, cá nhân|cá nhân|chủ đầu tư|nhà thầu|khách|thân nhân|các em|các bạn|cha mẹ|bố mẹ|tân binh|quần chúng",
    "cộng đồng|dân cư|người (?:nào|có|ở|được|hưởng|dân tộc)|những ai|cơ sở(?! dữ liệu| y tế| thuế)|gian hàng|đội thi",
    "các đội|hành khách|lao động(?! thương)|tàu thuyền|tàu|xe (?:ô tô|tải|khách|máy)|đơn vị, cá nhân",
)
_STAFF = any_of(
    "công chức|viên chức|cán bộ|giáo viên|đảng viên|hiệu trưởng|thầy cô|nhân viên|trưởng các phòng|trưởng phòng",
    "điều tra viên|trưởng khu(?! phố nhiệm kỳ)|thủ trưởng|lãnh đạo các|bí thư|chi ủy viên|cấp [uủ]y viên",
    "(?:khối|khóm|xóm|ấp|chi hội|chi đoàn) trưởng",
    "trưởng (?:ban|các)|(?<!bầu )tổ trưởng(?: các)?|(?<!bầu )trưởng (?:thôn|ấp|bản|khóm|khu phố|tổ)|trạm trưởng",
    "chiến sĩ|(?:các đồng chí )?cộng tác viên",
    "đại biểu hđnd|ban thường vụ|ban chấp hành",
)
# Each of a body's own people: «Giao Ban Chỉ huy quân sự phường trực 24/24 giờ».
_AGENCY = any_of(
    # the offices of a ward and those above it
    "các (?:phòng|ban|sở|bộ(?! phận)|đơn vị|ngành|chi bộ|cơ quan|trường|địa phương|đoàn thể|xã|phường"
    "|tổ chức (?:chính trị|đảng))",
    "(?:ubnd|[uủ][ỷy] ban nhân dân)(?! phường thông báo)|[uủ][ỷy] ban|hđnd|đảng [uủ][ỷy]|công an|văn phòng",
    "(?<!ngày )sở|phòng(?= (?:kinh|văn|tài|tư|quản|giáo|y|nội|lao|hạ|đô|nông|công))",
    # services and societies
    "trạm y tế|trung tâm|công ty|điện lực|ban (?:chỉ|quản|tổ|điều|quân|công|tuyên|dân|xây)|đoàn thanh niên",
    "hội (?:phụ|nông|cựu|khuyến|liên|chữ|đồng)|mặt trận|mttq|bưu điện|trường (?:mầm|tiểu|th|trung|cao|đại)",
    "bộ phận một cửa|đơn vị|nhà mạng|chi cục|kho bạc|ngân hàng|quân sự|tổ công tác|ban|cơ quan|thư viện|bệnh viện",
    "tòa án|viện kiểm|(?:các )?chi (?:đoàn|bộ|hội)|hội đồng (?:xét|thẩm|bồi|giám|tuyển|thi)",
)
_WHO = whole_words(
    f"(?P<residents>{_RESIDENTS})|(?P<staff>{_STAFF})|(?P<agency>{_AGENCY})",
)
_TO_WHOM = rf"(?= (?:cho )?(?:{_AGENCY}|{_STAFF}|đồng chí|ông|bà|các)(?!\w))"
_ORDER = whole_words(
    # an order to an office or its staff: «giao các phòng»; «bàn giao», «chuyển giao», «được giao» are none
    f"(?P<order>giao(?<!bàn giao)(?<!chuyển giao)(?<!được giao){_TO_WHOM}|chỉ đạo|phân công)",
    # a request
    "đề nghị|yêu cầu|mời|kính mời|đôn đốc|vận động|nhắc(?: nhở)?|lưu ý|khuyến cáo|thông báo (?:tới|đến|cho|để)",
)
_ORDER_STEMS = ("giao", "nghị", "yêu", "mời", "đôn", "vận", "nhắc", "lưu", "cáo", "thông", "chỉ", "phân")
# Behind these somebody is where it goes, not who does it.
_AIM = re.compile(
    r"""
    (?<!\w)
    (?:
        về | tới | đến | cho | của | tại | qua | với | lên | do | ở | trước | từ | gặp | theo
      | bởi | thuộc | giữa | trụ[ ]sở | về[ ]phía | bằng | đối[ ]với | nhờ | liên[ ]hệ
      | hội[ ]trường | nhà | cùng
    )
    # and what may stand before the name: «tại trụ sở UBND»
    (?:[ ](?:trụ[ ]sở|bộ[ ]phận|các|cổng|cổng[ ]thông[ ]tin|địa[ ]chỉ|hòm[ ]thư|phòng[ ]họp|cô))?
    [ (]*$
    """,
    re.VERBOSE,
)
_DUTY = whole_words(
    "báo cáo|rà soát|tổng hợp|tham mưu|xây dựng kế hoạch|thẩm định|trình|phê duyệt",  # papers for the office above
    "chủ trì|triển khai|kiểm tra|hoàn thành",  # to lead and to see to
    "gửi|lập danh sách|lập hồ sơ|đôn đốc|chỉ đạo",  # to send, to list
    "họp (?:kết luận|xét|duyệt|thống nhất)|mở đợt|ra quân|tuần tra|lập (?:phương án|kế hoạch|dự toán|biên bản)",
    "tuyên truyền|phát thanh|quyết toán|đánh giá|sơ kết|tổng kết",  # to tell and to sum up
    "ban hành|hướng dẫn|quán triệt|cử|giải ngân|nghiệm thu|cập nhật số liệu|tự kiểm tra|giao ban",  # to issue, to guide
    "đăng ký thi đua|thống kê|niêm yết kế hoạch|lấy số liệu|xong|di dời xong|nộp báo cáo",  # figures and contests
)
_SERVES = whole_words(
    "tiêm|khám|phun|cấp|thu|phát(?! thanh| động)|chi trả|tiếp|niêm yết|công khai|mở(?! đợt)|bán|trao|tặng",  # given
    "tạm|ngừng|ngưng|cắt|cấm",  # closed
    "làm việc|nhận|tiếp nhận|tổ chức|gặp|lấy ý kiến|lấy mẫu",  # open for people
    "nghỉ|chuyển|dọn|dời|đón|chiếu|trả|thi công|sửa|đào|giải quyết(?! xong| dứt)",  # moved, shown, mended
    # taught and helped
    "tập huấn cho|phục vụ|quét|cho mượn|tuyển|đến từng hộ|cúp|thông báo|đấu giá|xét(?! duyệt)|công bố|dạy|thôi",
    "phong tỏa|làm thủ tục|triển khai làm|hỗ trợ|giao dịch|trực",
)
_TO_THE_DOOR = whole_words(
    "(?:đến|tới) (?:từng|tận|các) (?:hộ|nhà|cửa)",  # «đến từng hộ»
    # received, paid, cared for
    "tiếp (?:công dân|dân)|gặp (?:dân|gỡ)|phát|chi trả|tiêm|khám cho|lưu động",
    "trực (?:thu|tiếp|nhận|cấp|trả)",
)
_DAYS_OFF = re.compile(r"nghỉ (?:lễ|tết|liền|bù|hưởng)|(?:làm|đi làm|học) bù")
_EMPLOYED = re.compile(r"(?<!\w)(?:công chức|viên chức|cán bộ|người lao động|giáo viên)(?!\w)")
_TOPICS = whole_words(
    # who is received, what is cut off
    "tiếp dân|tiếp công dân|treo cờ|tuyển sinh|cấp (?:điện|nước)|(?:cúp|cắt|mất) (?:điện|nước)",
    "dự thi|đàn chó|hồ sơ|tổng vệ sinh|tiêm",  # examinations, dogs, papers
    "góp ý|ý kiến|thắc mắc|khiếu nại|đơn|phiếu|nghỉ học|học phí|lệ phí|thuế",  # what residents say and pay
    "lễ hội|hội chợ|giao nhận quân|nhập ngũ|căn cước|vneid|đăng ký",  # feasts, army, papers of identity
    "bầu cử|ngày bầu|bầu (?:tổ trưởng|trưởng (?:thôn|ấp|bản|khu))",
    "được niêm yết",
    "hội làng|triển lãm|cử tri|thí sinh|tiếp xúc|thu gom rác|phỏng vấn|dự tuyển",  # votes, rubbish, interviews
    # prizes, forms
    "trao giải|bình chọn|tờ (?:kê )?khai|kê khai|tuyển dụng|cuộc thi|dự thi|nhận (?:tác phẩm|bài|ảnh)|lễ",
    "hội (?:thi|thao|diễn)",
    "khai mạc(?! (?:hội nghị|đại hội|kỳ họp|lớp))|bế mạc(?! (?:hội nghị|đại hội|kỳ họp|lớp))|đo đạc",  # feasts, land
    "cấm|không ra (?:đường|khơi|sông)|sơ tán|đò|miễn phí|phân luồng",  # closed roads, shelter, ferries
)
_RECEPTION = re.compile(r"(?<!\w)(?:(?:kỳ )?tiếp (?:công )?dân|kỳ tiếp|tiếp xúc cử tri|ngày bầu cử|đi bầu)(?!\w)")
_OFFICIAL = whole_words(
    "báo cáo (?:kết quả|về|số liệu|tiến độ|ubnd|đảng)|gửi (?:báo cáo|kết quả)|tổng hợp kết quả",  # reports
    "tham mưu|chủ trì|phối hợp với|giao ban",  # who leads
    # meetings and accounts of offices
    "thi đua|đại hội|sơ kết|tổng kết|quyết toán|đối thoại nội bộ|dự toán|kiểm điểm|thẩm định|phê duyệt",
)
_ADVISES = re.compile(r"(?<!\w)(?:tham mưu|chủ trì)(?!\w)")
_PLAN = re.compile(
    r"""
      (?:^|\n)[^\n]{0,40}kế[ ]hoạch  # a plan in its heading
    | tổ[ ]chức[ ]thực[ ]hiện  # «Tổ chức thực hiện»
      # «Kính gửi: các phòng, ban»
    | kính[ ]gửi[^\n]{0,20}\n?[^\n]{0,20}
      (?:các[ ](?:phòng|ban|đơn[ ]vị|cơ[ ]quan|chi[ ]bộ|trường)|ubnd|sở)
      # a line that gives an order, not «giao thông», «giao lưu»
    | (?:^|\n)[^\n]{0,6}(?<!bàn[ ])giao[ ](?!thông|dịch|lưu|nhận|quân)
    | (?:^|\n)[ ]?(?:quyết[ ]nghị|quyết[ ]định)[ ]?: | (?:^|\n)điều[ ]1\.  # a resolution: «QUYẾT ĐỊNH:», «Điều 1.»
    """,
    re.VERBOSE,
)

# «2. Đối với Công an phường, Ban Chỉ huy Quân sự phường: …»
_ASSIGNED = re.compile(r"\W*(?:[0-9a-zđ]{1,3}[.)/] ?)?(?:về phía|đối với) (?P<whom>[^:.;\n]{3,100}):")
# «Các tổ dân phố nộp tiền, quyết toán về Phòng Kinh tế …»: those who lead them do.
_GROUP = re.compile(r"(?:các |mỗi )?(?:tổ|tổ dân phố|tdp|khu phố|thôn)")
_FOR_OFFICE = re.compile(
    r"""
    (?<!\w) (?: (?:nộp|gửi|báo|chuyển|tổng[ ]hợp|quyết[ ]toán|lập) (?:[ ][^;.\n]{0,60}?)? [ ] (?:về|cho|lên) | gửi ) [ ]
    (?:phường|ubnd|[uủ][ỷy][ ]ban|phòng|công[ ]an|ban|hội|đoàn|đảng|trạm) (?!\w)
    """,
    re.VERBOSE,
)
_ADDRESSED_ROOM, _ADDRESSED_START = 70, 26  # characters behind «đề nghị» that are read, and where a name begins
_AIM_ROOM = 30  # characters before a name in which its preposition stands
_DONE_ROOM = 110  # characters behind a doer that say what is done

_Who = Literal["residents", "staff", "agency"]


def audience(before: str, behind: str, lead: str) -> Audience | None:
    """Who acts at a time: by the words `before` and `behind` it in its sentence, else by the lines that lead to it;
    None when neither tells."""
    if assigned := _by_assignment(before):
        return assigned
    part = before.rpartition(";")[2], behind.partition(";")[0]
    near = _by_sentence(*part)
    if near is None and ";" in before + behind:
        # «Công an phường trực 24/24; kiểm tra cây xanh, xong trong sáng 15/3»: who stands in another part does a duty.
        first = next((who for _, who in _people(before)), None)
        near = "agency" if first == "agency" and _DUTY.search(" ".join(part)) else _by_sentence(before, behind)
    return near or _by_lead(lead)


def _by_assignment(words: str) -> Audience | None:
    """To whom a part of a paper is addressed: «Đối với Công an phường: …»."""
    assigned = _ASSIGNED.match(words)
    named = _WHO.search(assigned["whom"]) if assigned else None
    return ("residents" if named["residents"] else "staff" if named["staff"] else "agency") if named else None


def _by_sentence(before: str, behind: str) -> Audience | None:
    """By one sentence, or one part of it."""
    sentence = f"{before} \x1f {behind}"
    if _is_about_days_off(sentence):
        return "staff"
    if _is_reception(sentence):
        return "residents"
    if acting := _by_people(before, behind, sentence):
        return acting
    if _ADVISES.search(sentence):
        return "agency"
    if _TOPICS.search(sentence):
        return "residents"
    return "agency" if _OFFICIAL.search(sentence) else None


def _is_about_days_off(sentence: str) -> bool:
    """«Công chức nghỉ lễ từ …, làm bù ngày …»."""
    has_word = "nghỉ" in sentence or " bù" in sentence  # found many times faster than the patterns are tried
    return has_word and bool(_DAYS_OFF.search(sentence) and _EMPLOYED.search(sentence))


def _is_reception(sentence: str) -> bool:
    """«Chủ tịch phường tiếp công dân ngày …», where nothing of the work between offices is said."""
    has_word = "tiếp" in sentence or "bầu" in sentence
    return has_word and bool(_RECEPTION.search(sentence)) and not _OFFICIAL.search(sentence)


def _by_people(before: str, behind: str, sentence: str) -> Audience | None:
    """By who is asked before the time, residents who are asked behind it, the doer, and all others behind it."""
    invited = _by_order(behind)
    return (
        _by_order(before)
        or (invited if invited == "residents" else None)
        or _by_doer(before, sentence)
        or invited
        or _by_doer(behind, sentence)
    )


def _by_lead(lead: str) -> Audience | None:
    """By the nearest line that leads to the time and says it."""
    for line in reversed(lead.split("\n")):
        clause = line.rpartition("; ")[2]
        topic: Audience | None = "residents" if _TOPICS.search(clause) else None
        if acting := _by_assignment(line) or _by_order(clause) or topic or _by_doer(clause, clause):
            return acting
    return None


def _people(words: str) -> Iterator[tuple[re.Match[str], _Who]]:
    """Everybody who is named as a doer, in order."""
    for name in _WHO.finditer(words):
        if not _AIM.search(words, max(0, name.start() - _AIM_ROOM), name.start()):
            yield name, "residents" if name["residents"] else "staff" if name["staff"] else "agency"


def _by_order(words: str) -> Audience | None:
    """Whom «đề nghị», «giao» and their like address; the last one counts."""
    if not any(word in words for word in _ORDER_STEMS):
        return None
    orders = list(_ORDER.finditer(words))
    if not orders:
        return None
    order = orders[-1]
    addressed = words[order.end() : order.end() + _ADDRESSED_ROOM]
    who = next((who for named, who in _people(addressed) if named.start() < _ADDRESSED_START), None)
    if order["order"] and who != "staff":
        return "agency"
    return who


def _by_doer(words: str, sentence: str) -> Audience | None:
    """The first who is named as the doer."""
    for name, who in _people(words):
        rest = sentence[name.end() : name.end() + _DONE_ROOM]
        if who == "residents":
            return "staff" if _GROUP.fullmatch(name[0]) and _FOR_OFFICE.search(rest) else who
        if who == "staff":
            return "residents" if _TO_THE_DOOR.search(rest) else who
        duty, serves = _DUTY.search(rest), _SERVES.search(rest)
        if serves and (not duty or serves.start() <= duty.start()):
            return "residents"
        if duty:
            return "agency"
    return None


def of_the_whole(text: str) -> Audience:
    """Who acts at the times of a text that says it nowhere near them."""
    return "agency" if _PLAN.search(text) and not _RECEPTION.search(text) else "residents"
