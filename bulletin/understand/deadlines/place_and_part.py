"""Where a time holds, and of which part of its notice it tells, as the text prints both beside it.

    Thời gian: 7h30 ngày 22/11 ¦ Khu vực: Tổ 1, 2     a cell of the row
    TDP số 1: sáng thứ Bảy (22/11)                     the label of the very time is a place
    Bán hồ sơ: từ 8h00 ngày 20/11                      it is a part: «Bán hồ sơ»
    9h00 ngày 11/12 tại hội trường UBND phường         behind «tại», where the name of a place begins
    Địa điểm: Sân vận động phường.                     a line of its own, of a text that has one

A place that stands in doubt is not told: «quy định tại Điều 5», «Nơi nhận», two lines of places.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import NamedTuple

from bulletin.understand.deadlines.sentences import CELL, Plain
from bulletin.words.text.patterns import any_of, whole_words

_MOST_OF_PLACE, _MOST_OF_PART = 120, 60  # characters
_ITEM = r"[^\w\n]*(?:[0-9]{1,2}(?:\.[0-9]{1,2})*[.)/][ ]|[a-zđ][.)][ ])?"
_LABEL = re.compile(rf"{_ITEM}([^:;.!?¦\n]{{2,80}}):[ ]?")
# What a column or a line is called that holds a place; «Nơi nhận» and «Địa chỉ email» are none.
_NAMES_PLACE = re.compile(
    r"""
    (?: khu[ ]vực | địa[ ]điểm | phạm[ ]vi | địa[ ]bàn | vị[ ]trí
      | địa[ ]chỉ(?![ ](?:email|thư|web|mạng|truy|liên|trang))
      | nơi[ ](?!nhận|gửi|cấp|sinh|ở|cư|đến|đi|khác)\w+ | nơi(?=$)
      | điểm[ ](?:tiêm|thu|bỏ[ ]phiếu|tiếp|phát|tập[ ]kết|cấp|lấy[ ]mẫu|đón|họp|khám)
      | tuyến(?:[ ](?:đường|phố))? | đoạn(?:[ ]đường)? | tổ[ ]dân[ ]phố | tdp | tổ(?![ ]chức) | thôn
      | khu[ ]phố | khối(?:[ ]phố)? | khóm | ấp | xóm
      | khu[ ]dân[ ]cư
      | các[ ](?:tuyến|khu|tổ|điểm)[ ]?[^\W\d_]*
    )
    (?:[ ][^:]{0,40})?
    """,
    re.VERBOSE,
)
# A name of a place: a label or what follows «tại» begins with one.
_PLACES = any_of(
    "trụ sở", "khuôn viên", "ủy ban", "uỷ ban", "ubnd", "hội trường", "nhà văn h[oó][aá]", "nvh", "nhà sinh hoạt",
    "nhà thi đấu", "nhà họp", "trạm", "trường", "sân", "khu", "tổ dân phố", "tdp", "khóm", "thôn", "ấp", "xóm", "ngõ",
    "ngách",
    "hẻm", "kiệt", "phố", "đường", "tuyến", "số nhà", "số [0-9]+", "chợ", "công viên", "vườn hoa", "quảng trường",
    "trung tâm", "bộ phận", "phòng", "đình", "chùa", "nghĩa trang", "công an", "bưu điện", "bệnh viện", "chung cư",
    "tòa nhà", "toà nhà", "điểm (?:tiêm|bỏ phiếu|thu|phát|tiếp)", "quầy", "kho", "bãi", "bếp", "miếu",
    "văn phòng", "lầu",
    "các (?:khu|tổ|điểm|nhà văn|ngõ|tuyến|trường|thôn|trạm)",
)  # fmt: skip
_NO_PLACE = r"(?!đường[ ](?:dây|link|bộ[ ]|lối)|phường[ ]?,|xã[ ]hội|khu[ ]vực[ ]này|trường[ ]hợp|số[ ]điện)"
_AREA = re.compile(
    rf"""
    (?: {_NO_PLACE}
        (?: tổ[ ](?:số[ ])?[0-9] | (?:tổ[ ]dân[ ]phố|tdp|khu[ ]phố|khu[ ]dân[ ]cư|khu[ ]tập[ ]thể|khu[ ]đô[ ]thị
          |khối[ ]phố|khóm|thôn|ấp|xóm|ngõ|ngách|hẻm|kiệt|phố|đường|tuyến|đoạn|chung[ ]cư|tòa[ ]nhà|toà[ ]nhà
          |nhà[ ]văn[ ]h\w+|trường|trạm[ ]y[ ]tế|chợ|công[ ]viên|hội[ ]trường|sân)(?!\w) ) )
    """,
    re.VERBOSE,
)
_UNITS = any_of("(?:phường|xã|quận|huyện|thị xã|thị trấn|tp|tp\\.|thành phố|tỉnh|tổ)(?!\\w)")
# Where people are sent: «thì đến Trạm Y tế sáng thứ Bảy»; «từ cầu đến trường» is a stretch of a road.
_SENT_TO = any_of("thì", "phải", "hãy", "mời", "đề nghị")
_HOUSES = any_of("trạm", "trụ sở", "nhà văn h[oó][aá]", "hội trường", "trường", "ubnd", "ủy ban", "công an", "bưu điện")
# With these the name of a place is over.
_ENDS = any_of(
    "để|từ|vào|lúc|trong|trước|nhằm|khi|cho|theo|với|do|được|đến|sau|bắt|có|ngày|hồi|kể|hoặc|nếu|như|mà|là|gồm|sáng|vì|bởi|nên",
    "chiều|tối|tới|mang|thực|tổ chức",
)
_AT = re.compile(
    rf"""
    (?: (?<!quy[ ]định[ ])(?<!nêu[ ])(?<!tồn[ ])(?<!hiện[ ])(?<!\w)tại[ ]
      | (?<!\w){_SENT_TO}[ ]đến[ ](?={_HOUSES}(?!\w)) )
    (?P<place> {_NO_PLACE}{_PLACES}(?!\w)
        (?: (?! [ ]{_ENDS}[ ]
              | [ ]và[ ](?!{_PLACES}|{_UNITS}|tại[ ])
              | ,[ ](?!{_PLACES}[ ]|{_UNITS}|[0-9]+(?![0-9]*[hg:]|[ ]giờ)) )
            [^;:.\n(¦!?]
        ){{0,{_MOST_OF_PLACE}}}
    )
    """,
    re.VERBOSE,
)
# Heads of labels that tell of time and nothing else; behind them may stand of what: «Thời gian xem tài sản».
_OF_TIME = re.compile(
    r"""
    (?: thời[ ](?:gian|hạn|điểm|hiệu) | hạn[ ](?:cuối(?:[ ]cùng)?|chót|chậm[ ]nhất) | hạn | (?:các[ ])?ngày
      | (?:khung[ ])?giờ | lịch
      | buổi(?:[ ](?:sáng|trưa|chiều|tối))? | sáng | chiều | tối | tuần[ ]?[0-9]* | thứ[ ]\w+ | chủ[ ]nhật
      | khi[ ]nào | đợt[ ]?[0-9]* | vào | từ | bắt[ ]đầu | kết[ ]thúc | lúc | chậm[ ]nhất
    )
    (?: [ ](?:dự[ ]kiến|cụ[ ]thể|tổ[ ]chức|thực[ ]hiện|diễn[ ]ra|bắt[ ]đầu|kết[ ]thúc|như[ ]sau|từ|tháng|năm|áp[ ]dụng
         |hiệu[ ]lực|hoàn[ ]thành|cuối|giờ|và) )*
    (?!\w)
    """,
    re.VERBOSE,
)
_AND_TIME = re.compile(r",? thời gian(?: [^:]{0,20})?$", re.IGNORECASE)
# Columns that say for whom a row is, and of what: «Đối tượng ¦ Vắc xin».
_WHOM = re.compile(r"(?:đối tượng|thành phần|người|nhóm|cử tri|lớp|độ tuổi|năm sinh)(?: [^:]{0,30})?")
# It happens nowhere: «đăng ký trên mạng».
_ONLINE = re.compile(
    r"(?<!\w)(?:trên mạng|qua mạng|trực tuyến|vneid|trên cổng|qua (?:zalo|điện thoại|thư|bưu)|ứng dụng)(?!\w)"
)
_CONTENT = re.compile(
    r"(?:nội dung|công việc|hoạt động|việc|chương trình|nhiệm vụ|(?:loại )?vắc xin|môn|hạng mục)(?: [^:]{0,30})?"
)
_NO_PART = whole_words(
    "nay|đã ghi|ghi chú|lưu ý|chú ý|địa chỉ|điện thoại|số|căn cứ|kính gửi|nơi nhận|trong đó|cụ thể|như sau"
)
# What is left of «Tối thứ Ba và tối thứ Năm hằng tuần» is time too.
_TELLS_TIME = re.compile(
    r"[0-9][/.:hg-][0-9]|h[àằ]ng (?:ngày|tuần|tháng)|(?<!\w)(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)(?!\w)"
)
_NUMBERS = re.compile(r"[0-9][0-9, và-]*")
# «tổ 7 đến tổ 12», «các tổ 1, 2, 3»; not in «nhà văn hóa tổ 5».
_AREAS = re.compile(
    r"""
    (?<!\w)(?<!hóa[ ])(?<!hoá[ ])(?<!trưởng[ ])(?<!báo[ ])
    (?:tổ[ ]dân[ ]phố|tổ|tdp|khu[ ]phố|khối(?:[ ]phố)?|khóm|thôn|ấp|xóm)[ ](?:số[ ])?[0-9]{1,3}
    (?: (?:,[ ]?|[ ]và[ ]|[ ]đến[ ]|[ ]?[-–][ ]?)
        (?:(?:tổ|tdp|khu[ ]phố|khối(?:[ ]phố)?|khóm|thôn|ấp|xóm)[ ])?(?:số[ ])?[0-9]{1,3}(?![0-9/hg]|:[0-9]) )*
    (?![0-9/hg]|:[0-9])
    """,
    re.VERBOSE | re.IGNORECASE,
)
# Before a place or an area: it is none of the time. «trừ các tổ 5, 6», «không họp tại nhà văn hóa mà …».
_NOT_THERE = re.compile(
    r"(?<!\w)(?:(?:trừ|không|thay (?:vì|cho)|chuyển từ)(?: [^\W\d]+){0,3}"
    r"|ngoài(?: (?:các|những|khu vực|địa bàn)){0,2}) $"
)
_PART_AT = re.compile(r"(?P<part>.{4,50}?) tại (?P<where>.+)")  # «Giải ngân tại Điểm giao dịch phường»
_LEADS = re.compile(r"[^:;.\n]{0,48}")
_PLACE_ALONE = re.compile(rf"{_ITEM}(?:địa điểm )?tại ([^:;¦\n]{{6,120}}?)[.;]?", re.IGNORECASE)
# Of a line that leads to items: «nhận tại Điểm Bưu điện phường, theo lịch:», «Bốc thăm, ở Nhà văn hóa phường:».
_LEADING_PLACE = re.compile(
    rf".*(?<!\w)(?:tại|ở)[ ](?P<place>(?:{_PLACES}|điểm)(?!\w)[^:;.\n(¦]{{2,100}}?)(?:, theo[^:,]{{0,40}})? ?:$",
    re.IGNORECASE,
)
_IS_ITEM = re.compile(r"[^\w\n]{0,4}(?:[-+•*▪]|[0-9]{1,2}[.)]|[a-zđ][.)]) ")
_MOST_ITEMS = 14
_ADDRESS = re.compile(r"https?:|@|www\.")


class Beside(NamedTuple):
    """What stands beside a time; either may be ""."""

    where: str = ""
    part: str = ""


class _Label(NamedTuple):
    """«Địa điểm: Sân vận động»: the `name` in lower case as it is compared, `value` as printed."""

    name: str
    printed: str
    value: str


class PlacesAndParts:
    """Those of one body."""

    def __init__(self, text: Plain) -> None:
        self.text = text

    def beside(self, start: int, end: int, *, is_due: bool) -> Beside:
        """Of the time text[start:end]; where something `is_due` by then, a line elsewhere does not say where."""
        begin, stop = self.text.line(start)
        if CELL in self.text.text[begin:stop]:
            row = self._in_row(begin, stop, start)
            if is_due or (row.where and not _AREAS.match(row.where)):
                return row
            return row._replace(where=_areas_and_place([row.where, self._of_lead(begin)]))
        label = self._label_of(begin, start, end)
        where = self._at(start, end)
        if label and _AREA.match(label.name):
            # «Tổ 1, 2: sáng 18/11, tại Trạm Y tế»: for whom, and where.
            return Beside(where=f"{label.printed}, tại {where}" if where else label.printed)
        if label and not where and (at := _PART_AT.fullmatch(label.printed)) and _is_place(at["where"]):
            label, where = label._replace(name=at["part"].lower(), printed=at["part"]), at["where"]
        where = where or ("" if is_due else self._elsewhere(start, end))
        return Beside(where=self._with_area(where, start, end), part=_part(label) if label else "")

    def _elsewhere(self, start: int, end: int) -> str:
        """The place of the time text[start:end] by other lines; "" of what is done on the web."""
        if _ONLINE.search(self.text.low, *self.text.sentence(start, end)):
            return ""
        return self._of_lead(self.text.line(start)[0]) or self._by_line

    def _in_row(self, begin: int, stop: int, start: int) -> Beside:
        """The cells of the row text[begin:stop] that say where and what; the time itself stands at `start`."""
        of_time, offset = "", begin
        wheres, whom, what = list[str](), list[str](), list[str]()
        for cell in self.text.text[begin:stop].split(CELL):
            name, colon, value = (piece.strip() for piece in cell.strip(" -¦").partition(":"))
            low = name.lower()
            if offset <= start < offset + len(cell):
                of_time = _part(_Label(low, name, "")) if colon else ""
                value = self.text.text[offset:start].partition(":")[2].strip(" ,;(-")
            wheres.append(_place_of_cell(name, value))
            if len(value) <= _MOST_OF_PART and _WHOM.fullmatch(low):
                whom.append(value)
            elif len(value) <= _MOST_OF_PART and _CONTENT.fullmatch(low):
                what.append(value)
            offset += len(cell) + len(CELL)
        part = ": ".join(filter(None, (*whom[:1], *what[:1])))
        return Beside(where=_areas_and_place(wheres), part=part or of_time)

    def _label_of(self, begin: int, start: int, end: int) -> _Label | None:
        """The label at the head of the line, or of the sentence, that leads to the time text[start:end]; words of its
        frame may be in it («Hạn nộp hồ sơ: 30/11»)."""
        sentence = max(begin, self.text.sentence(start, start + 1)[0])
        for first in dict.fromkeys((sentence, begin)):
            m = _LABEL.match(self.text.text, first, end)
            if m and (m.end() >= start or _LEADS.fullmatch(self.text.text, m.end(), start)):
                return _Label(m[1].lower().strip(" *_"), m[1].strip(" *_"), "")
        return None

    def _with_area(self, where: str, start: int, end: int) -> str:
        """«tổ 7 đến tổ 12, tại Trạm Y tế» of «Các cụ ở tổ 7 đến tổ 12 khám …»; else of the heading above it."""
        low = self.text.low
        begin, stop = self.text.sentence(start, end)
        told = list(_AREAS.finditer(self.text.text, begin, stop))
        if any(_NOT_THERE.search(low, begin, m.start()) for m in told):
            return where  # «tổ 1 đến tổ 9, trừ tổ 5»
        areas = {m[0] for m in told if m[0].lower() not in where.lower()}
        if not areas and not where:
            heading = low.rfind("\n#", 0, begin) + 1
            if low.startswith("#", heading):
                areas = {m[0] for m in _AREAS.finditer(self.text.text, *self.text.line(heading))}
        if len(areas) != 1 or len(where) > _MOST_OF_PLACE:
            return where
        (area,) = areas
        return f"{area[0].upper()}{area[1:]}, tại {where}" if where else f"{area[0].upper()}{area[1:]}"

    def _at(self, start: int, end: int) -> str:
        """What stands behind «tại» in the sentence: behind the time, else before it."""
        begin, stop = self.text.sentence(start, end)
        low = self.text.low
        behind = [m for m in _AT.finditer(low, end, stop) if not _NOT_THERE.search(low, begin, m.start())]
        before = [m for m in _AT.finditer(low, begin, start) if not _NOT_THERE.search(low, begin, m.start())]
        m = next(iter(behind or before[::-1]), None)
        return self.text.text[slice(*m.span("place"))].strip(" ,") if m and _is_place(m["place"]) else ""

    def _of_lead(self, begin: int) -> str:
        """The place that the line tells which leads to the items or rows of which that of text[begin] is one."""
        if CELL not in self.text.text[slice(*self.text.line(begin))] and not _IS_ITEM.match(self.text.low, begin):
            return ""
        for _ in range(_MOST_ITEMS):
            if begin == 0:
                break
            begin, end = self.text.line(begin - 1)
            line = self.text.text[begin:end]
            leads = line.rstrip().endswith(":")
            if CELL not in line and line.strip() and (leads or not _IS_ITEM.match(line.lower())):
                lead = _LEADING_PLACE.match(line.rstrip())
                return lead["place"].strip(" ,") if lead else ""
        return ""

    @cached_property
    def _by_line(self) -> str:
        """The place of the one line that names one; «Khóm 9: không vào rừng …» says of whom it speaks."""
        named = (label for label in self._lines if _NAMES_PLACE.fullmatch(label.name))
        places = dict.fromkeys(label.value for label in named if not _AREAS.match(label.printed))
        return next(iter(places)) if len(places) == 1 else ""

    @cached_property
    def _lines(self) -> tuple[_Label, ...]:
        """The labels that begin lines, with the first sentence behind them."""
        labels, offset = [], 0
        for line in self.text.text.split("\n"):
            if (m := _LABEL.match(line)) and CELL not in line:
                value = line[m.end() : self.text.sentence(offset + m.end(), offset + m.end() + 1)[1] - offset]
                if _is_place(value := value.strip(" .;*_")):
                    labels.append(_Label(m[1].lower().strip(" *_"), m[1].strip(), value))
            elif m := _PLACE_ALONE.fullmatch(line):
                labels.append(_Label("địa điểm", "", m[1].strip(" ,")))
            offset += len(line) + 1
        return tuple(labels)


def _place_of_cell(name: str, value: str) -> str:
    """«Khu vực» with «Ngõ 15» → «Ngõ 15»; «Tổ» with «3, 4» → «Tổ 3, 4»; a cell without a name by its own words."""
    if not value:
        return name if _AREA.match(name.lower()) else ""
    if not _NAMES_PLACE.fullmatch(name.lower()) or _ADDRESS.search(value):
        return ""
    return f"{name} {value}" if _NUMBERS.fullmatch(value) else value


def _areas_and_place(wheres: list[str]) -> str:
    """Of a row that has a column of each: «Khóm 1, 2, 3, tại Trụ sở khóm 2»; else the first."""
    first, second, *_ = (*filter(None, wheres), "", "")
    if second and _AREAS.match(first) and not _AREAS.match(second):
        both = f"{first}, tại {second}"
        return both if len(both) <= _MOST_OF_PLACE else first
    return first if len(first) <= _MOST_OF_PLACE else ""


def _part(label: _Label) -> str:
    """«Thời gian xem tài sản» → «Xem tài sản»; "" of a label that tells of time alone."""
    name = _AND_TIME.sub("", label.printed)
    if m := _OF_TIME.match(name.lower()):
        name = name[m.end() :].strip(" ,-–")
    low = name.lower()
    if (
        " " not in name
        or len(name) > _MOST_OF_PART
        or _NO_PART.match(low)
        or _TELLS_TIME.search(low)
        or _NAMES_PLACE.fullmatch(low)
    ):
        return ""
    return name[0].upper() + name[1:]


def _is_place(value: str) -> bool:
    return " " in value.strip() and len(value) <= _MOST_OF_PLACE and not _ADDRESS.search(value)
