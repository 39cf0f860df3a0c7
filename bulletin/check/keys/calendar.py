"""The keys of the calendar: `events:` and `errata:` of a notice, campaigns, a ward's own days."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection
from datetime import date, timedelta
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field, ValidationInfo, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from bulletin.check.keys.values import Day, Filled, Model, PublishSaid, Text, YesOrNo, alone, in_order, one_of
from bulletin.model.anniversary import DayOffKind, DayOffStatus, Solar
from bulletin.model.deadline import Audience
from bulletin.model.problem import CODES
from bulletin.words.dates.lunar import FIRST, LAST
from bulletin.words.dates.occurrences import occurrences
from bulletin.words.dates.printed import short
from bulletin.words.dates.typed import parse_date
from bulletin.words.dates.typed_rule import rule
from bulletin.words.dates.yearly import NoSuchDayError, parse_origin, parse_yearly
from bulletin.words.text.fold import slug

AUDIENCES = {"người dân": "residents", "cán bộ": "staff", "cơ quan": "agency"}
DAY_OFF_KINDS = {
    "nghỉ theo luật": "statutory",
    "nghỉ bù": "substitute",
    "nghỉ hoán đổi": "swap-off",
    "làm bù": "swap-work",
}
DAY_OFF_STATUSES = {"chính thức": "confirmed", "dự kiến": "estimated", "chờ xác nhận": "to-confirm"}
_MONTH_OF_YEAR = re.compile(r"([0-9]{1,2})/([0-9]{4})")


def _year(value: object) -> object:
    if not isinstance(value, str):
        return value
    text = value.strip()
    if not (len(text) == 4 and text.isascii() and text.isdecimal() and FIRST.year <= int(text) <= LAST.year):
        raise PydanticCustomError("year-outside", "", {"value": value})
    return int(text)


def _rule(text: str) -> str:
    if text and not rule(text):
        raise PydanticCustomError("event-every", "", {"value": text})
    return text


def _names(rrule: str, first: date, last: date, excluded: Collection[date] = ()) -> bool:
    return next(occurrences(rrule, first, last, excluded), None) is not None


def _in_calendar(day: date) -> date:
    if not FIRST <= day <= LAST:
        raise PydanticCustomError("year-outside", "", {"value": day.year})
    return day


def _not_before_from(day: object, info: ValidationInfo) -> object:
    in_order("to", day, "from", info.data.get("starts_on"))  # type: ignore[arg-type] # Day has made it a date
    return day


def _own_id(text: str) -> str:
    if slug(text) != text or len(text) > 60:
        raise PydanticCustomError("anniversary-id", "", {"value": text})
    return text


def _yearly(text: str) -> str:
    low = " ".join(text.lower().split())
    try:
        parse_yearly(low)
    except NoSuchDayError:
        raise PydanticCustomError("date-impossible", "", {"value": text}) from None
    except ValueError:
        raise PydanticCustomError("yearly-unreadable", "", {"value": text}) from None
    return low


def _origin(text: str) -> str:
    """«6/11/2003», «11/2003», «2003» → «2003-11-06», «2003-11», «2003»."""
    if m := _MONTH_OF_YEAR.fullmatch(text):
        text = f"{m[2]}-{int(m[1]):02}"
    try:
        if day := parse_date(text):
            return day.isoformat()
        return parse_origin(text)
    except ValueError:
        code = "date-impossible" if re.search(r"[0-9]{4}", text) else "date-unreadable"
        raise PydanticCustomError(code, "", {"value": text}) from None


Year = Annotated[
    int, BeforeValidator(_year), WithJsonSchema({"type": ["integer", "string"], "description": "1968–2100"})
]
CalendarDay = Annotated[Day, AfterValidator(_in_calendar)]
To = Annotated[CalendarDay, AfterValidator(_not_before_from)]
Days = Annotated[
    list[CalendarDay],
    BeforeValidator(
        lambda value: [value] if isinstance(value, str) else value,
        json_schema_input_type=list[CalendarDay] | CalendarDay,
    ),
]
_TWO_YEARS = timedelta(days=2 * 366)
_JSON_YEARLY = {"type": "string", "examples": ["7/5", "10/3 âm lịch", "mùng 10 tháng Giêng", "rằm tháng 7"]}
_JSON_ORIGIN = {"type": ["string", "integer"], "examples": ["6/11/2003", "2003"]}


class EventSaid(Model):
    """Một việc có ngày giờ: đúng một trong by, on, from (và to), every."""

    what: Filled = Field(description="Việc gì")
    by: CalendarDay | None = Field(None, description="Chậm nhất ngày nào")
    on: CalendarDay | None = Field(None, description="Trong ngày nào")
    starts_on: CalendarDay | None = Field(
        None, alias="from", description="Từ ngày nào; không có to là cho đến khi có thông báo mới"
    )
    ends_on: To | None = Field(None, alias="to", description="Đến hết ngày nào")
    every: Annotated[Text, AfterValidator(_rule)] = Field(
        "", description="Lặp lại khi nào: sáng thứ 7 hàng tuần, ngày 05 hàng tháng, thứ Sáu của tuần cuối tháng"
    )
    excluded: Days = Field([], alias="except", description="Trừ những ngày nào; chỉ đi với every")
    audience: Annotated[
        Audience,
        BeforeValidator(one_of(AUDIENCES)),
        WithJsonSchema({"enum": [*AUDIENCES, *AUDIENCES.values()]}),
    ] = Field("residents", alias="for", description="Ai phải làm: người dân (khi bỏ trống), cán bộ hoặc cơ quan")
    who: Text = Field("", description="Những ai, ví dụ các hộ kinh doanh")
    where: Text = Field("", description="Ở đâu")
    hours: Text = Field("", description="Giờ nào")

    @model_validator(mode="after")
    def _one_time(self) -> EventSaid:
        ways = [key for key, value in (("by", self.by), ("on", self.on), ("every", self.every)) if value]
        bounds = [key for key, value in (("from", self.starts_on), ("to", self.ends_on)) if value]
        if bounds and ways != ["every"]:
            ways.append("/".join(bounds))
        if not ways:
            fault = "chưa ghi khi nào"
        elif len(ways) > 1:
            fault = f"ghi khi nào bằng {len(ways)} cách ({', '.join(ways)})"
        elif ways == ["to"]:
            fault = "có «to» mà không có «from»"
        else:
            return self
        raise PydanticCustomError("event-when", "", {"fault": fault, "value": self.what})

    @model_validator(mode="after")
    def _some_day_is_left(self) -> EventSaid:
        """An excluded day must be one of the rule: else it is a slip, and the day that is meant would be told."""
        whole, first, last = rule(self.every), self.starts_on or FIRST, self.ends_on or LAST
        strange = [day for day in self.excluded if not (first <= day <= last and whole and _names(whole, day, day))]
        if strange:
            misfit = f"trừ ngày {short(strange[0])}, mà ngày ấy vốn không có việc này"
            misfit = misfit if self.every else "có «except» mà không có «every»"
            raise PydanticCustomError("event-except", "", {"misfit": misfit, "value": self.what})
        first = self.starts_on or last - _TWO_YEARS
        if self.every and not _names(whole, first, min(last, first + _TWO_YEARS), self.excluded):
            raise PydanticCustomError("event-never", "", {"every": self.every, "value": self.what})
        return self


def _reminder(code: str) -> str:
    if code not in CODES:
        guess = next(iter(difflib.get_close_matches(code, [c for c in CODES if CODES[c].severity == "warning"], 1)), "")
        near = f"có phải «{guess}» không?" if guess else "chép mã trong ngoặc vuông ở cuối lời nhắc"
        raise PydanticCustomError("accept-unknown", "", {"value": code, "near": near})
    if CODES[code].severity == "error":
        raise PydanticCustomError("accept-refused", "", {"value": code})
    return code


class AcceptSaid(Model):
    """Một lời nhắc đã xem và giữ nguyên; chỉ ghi mã cũng được."""

    code: Annotated[Filled, AfterValidator(_reminder)] = Field(
        description="Mã của lời nhắc, trong ngoặc vuông ở cuối dòng, ví dụ body-breaks-off"
    )
    about: Text = Field("", description="Chữ mà lời nhắc nói tới; bỏ trống là mọi lời nhắc mang mã ấy trong tệp này")


Accepts = Annotated[
    list[Annotated[AcceptSaid, BeforeValidator(alone("code"), json_schema_input_type=AcceptSaid | str)]],
    BeforeValidator(lambda value: [value] if isinstance(value, str) else value),
]
CLEARED = "Chữ nhạy cảm đã xét là được đăng, và vì sao; không hiện trên trang"
ACCEPT = "Lời nhắc đã xem và giữ nguyên: không nêu lại"


class ClearedSaid(Model):
    """Một chỗ nhạy cảm đã xét là được đăng."""

    words: Filled = Field(description="Chữ trong bài, chép từ lời báo; chữ đổi thì phải xét lại")
    why: Filled = Field(description="Vì sao được đăng: luật nào cho, ai đồng ý, hay là việc công của người ấy")


class ErratumSaid(Model):
    """Một chỗ văn bản đã ký viết sai. Bài không bị sửa; lời đính chính đứng bên cạnh."""

    says: Filled = Field(description="Chữ sai, chép đúng như trong bài")
    should: Filled = Field(description="Chữ đúng")
    note: Text = Field("", description="Vì sao biết là sai")

    @model_validator(mode="after")
    def _differs(self) -> ErratumSaid:
        if " ".join(self.says.split()) == " ".join(self.should.split()):
            raise PydanticCustomError("erratum-same", "", {"value": self.says})
        return self


class BasisSaid(Model):
    """Văn bản làm căn cứ; chỉ ghi số cũng được."""

    number: Filled = Field(description="Số, ký hiệu, ví dụ 75-TB/ĐU")
    date: Day | None = Field(None, description="Ngày của văn bản")


BasedOn = Annotated[BasisSaid, BeforeValidator(alone("number"), json_schema_input_type=BasisSaid | str)]


class MarkedSaid(Model):
    """Một ngày kỷ niệm của đợt."""

    anniversary: Filled = Field(description="Mã của ngày kỷ niệm, ví dụ dien-bien-phu")
    on: Day = Field(description="Ngày của năm ấy, ví dụ 07/5/2022")


class WindowSaid(Model):
    """Một hình thức trong một khoảng ngày. Không có căn cứ thì trang ghi «chờ thông báo»."""

    form: Filled = Field(description="Hình thức, theo danh mục")
    starts_on: CalendarDay = Field(alias="from", description="Từ ngày nào; không có to là cho đến khi có thông báo mới")
    ends_on: To = Field(alias="to", description="Đến hết ngày nào")
    basis: BasedOn | None = Field(None, description="Văn bản quy định khoảng ngày này: number và date")
    note: Text = Field("", description="Ghi chú")


class SloganSaid(Model):
    """Một khẩu hiệu, đúng từng chữ."""

    text: Filled = Field(description="Khẩu hiệu")
    basis: BasedOn | None = Field(None, description="Văn bản duyệt khẩu hiệu: number và date")


class ChannelSaid(Model):
    """Một hình thức được dùng."""

    form: Filled = Field(description="Hình thức, theo danh mục")
    detail: Text = Field("", description="Giờ phát, nơi treo, số lượng")


class CampaignSaid(Model):
    """Một đợt tuyên truyền: tệp content/calendar/*.yml không có anniversaries và days_off."""

    title: Filled = Field(description="Tên đợt")
    publish: PublishSaid = Field(description="public = công khai, draft = bản nháp, internal = nội bộ, không đăng")
    summary: Text = Field("", description="Một câu tóm tắt")
    cancelled: YesOrNo = Field(False, description="true khi đợt đã bị hủy")
    occasions: list[MarkedSaid] = Field([], description="Các ngày kỷ niệm của đợt")
    topics: list[Filled] = Field([], description="Chủ đề không gắn với ngày nào")
    windows: list[WindowSaid] = Field([], description="Khoảng ngày của từng hình thức")
    takedown_by: CalendarDay | None = Field(
        None, description="Hạn tháo dỡ; bỏ trống thì trang ghi ngày dự kiến: sau ngày cuối của băng rôn, cờ, pa nô"
    )
    slogans: list[Annotated[SloganSaid, BeforeValidator(alone("text"), json_schema_input_type=SloganSaid | str)]] = (
        Field([], description="Khẩu hiệu; một dòng chữ cũng được")
    )
    channels: list[Annotated[ChannelSaid, BeforeValidator(alone("form"), json_schema_input_type=ChannelSaid | str)]] = (
        Field([], description="Các hình thức được dùng")
    )
    lead: Text = Field("", description="Đơn vị chủ trì")
    units: list[Filled] = Field([], description="Các đơn vị phối hợp")
    basis: list[BasedOn] = Field([], description="Các văn bản làm căn cứ: number và date, hoặc chỉ số")
    events: list[EventSaid] = Field([], description="Việc có ngày giờ của đợt")
    cleared: list[ClearedSaid] = Field([], description=CLEARED)
    accept: Accepts = Field([], description=ACCEPT)


class OwnAnniversarySaid(Model):
    """Một ngày kỷ niệm riêng của phường."""

    id: Annotated[Filled, AfterValidator(_own_id)] = Field(description="Mã, không bao giờ đổi, ví dụ thanh-lap-phuong")
    name: Filled = Field(description="Tên đầy đủ, ví dụ Ngày thành lập phường")
    on: Annotated[Filled, AfterValidator(_yearly), WithJsonSchema(_JSON_YEARLY)] = Field(
        description="Ngày trong năm: 7/5, 10/3 âm lịch, mùng 10 tháng Giêng"
    )
    origin: Annotated[Text, AfterValidator(_origin), WithJsonSchema(_JSON_ORIGIN)] = Field(
        "", description="Tính từ ngày nào: 6/11/2003, hoặc chỉ năm: 2003"
    )
    also: list[Filled] = Field([], description="Các tên gọi khác")
    note: Text = Field("", description="Lời ghi cho người dân")
    basis: Text = Field("", description="Văn bản quy định ngày này")

    @model_validator(mode="after")
    def _on_its_day(self) -> OwnAnniversarySaid:
        on = parse_yearly(self.on)
        began = parse_date(self.origin)
        if began and isinstance(on, Solar) and (began.month, began.day) != (on.month, on.day):
            raise PydanticCustomError("anniversary-origin", "", {"origin": short(began), "on": self.on})
        return self


class OwnDayOffSaid(Model):
    """Một ngày nghỉ, hoặc ngày làm bù."""

    on: Day = Field(description="Ngày nào")
    name: Filled = Field(description="Tên, ví dụ Nghỉ Tết Nguyên đán")
    kind: Annotated[
        DayOffKind,
        BeforeValidator(one_of(DAY_OFF_KINDS)),
        WithJsonSchema({"enum": [*DAY_OFF_KINDS, *DAY_OFF_KINDS.values()]}),
    ] = Field(description="nghỉ theo luật, nghỉ bù, nghỉ hoán đổi hoặc làm bù")
    status: Annotated[
        DayOffStatus,
        BeforeValidator(one_of(DAY_OFF_STATUSES)),
        WithJsonSchema({"enum": [*DAY_OFF_STATUSES, *DAY_OFF_STATUSES.values()]}),
    ] = Field(description="chính thức (phải có basis), dự kiến hoặc chờ xác nhận")
    basis: Text = Field("", description="Văn bản cho nghỉ")

    @model_validator(mode="after")
    def _with_basis(self) -> OwnDayOffSaid:
        if self.status == "confirmed" and not self.basis:
            raise PydanticCustomError("day-off-basis", "", {"date": short(self.on)})
        return self


class OwnDaysSaid(Model):
    """Những ngày riêng của phường: tệp content/calendar/*.yml có anniversaries hoặc days_off."""

    anniversaries: list[OwnAnniversarySaid] = Field([], description="Ngày kỷ niệm riêng")
    days_off: list[OwnDayOffSaid] = Field(
        [], description="Ngày nghỉ, ngày làm bù; ngày đã có trong danh mục chung thì theo dòng ở đây"
    )
