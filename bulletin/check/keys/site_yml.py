"""The keys of content/site.yml."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from bulletin import addresses
from bulletin.check.keys.addresses import official_link
from bulletin.check.keys.calendar import Accepts, Year
from bulletin.check.keys.values import (
    Day,
    Filled,
    Model,
    Name,
    Text,
    alone,
    in_order,
)
from bulletin.words.text.fold import slug

_ZALO = re.compile(r"https://zalo\.me/[A-Za-z0-9/_-]+")
_ISSUER_CODE = re.compile(r"[^\W\d_][^\W_]*(?:[.&-][^\W_]+)*")
_BASE_URL = re.compile(r"https?://[A-Za-z0-9.-]+(:\d+)?(/[A-Za-z0-9._~-]+)*/?")


def _inside(text: str) -> str:
    if not text.startswith("/") or text.startswith("//"):
        raise PydanticCustomError("url-unreadable", "", {"value": text})
    return text


def is_base_url(text: str) -> bool:
    """«https://host» or «https://host/path/»."""
    return bool(_BASE_URL.fullmatch(text))


def _web(text: str) -> str:
    if not is_base_url(text):
        raise PydanticCustomError("url-unreadable", "", {"value": text})
    return text


def _mail_or_official(text: str) -> str:
    return text if addresses.is_mail(text) else official_link(text)


def _mail(text: str) -> str:
    if text and not addresses.is_mail(text):
        raise PydanticCustomError("url-unreadable", "", {"value": text})
    return text


def _zalo(text: str) -> str:
    if text and not _ZALO.fullmatch(text):
        raise PydanticCustomError("url-unreadable", "", {"value": text})
    return text


def _issuer_code(text: str) -> str:
    if not _ISSUER_CODE.fullmatch(text):
        raise PydanticCustomError("issuer-code", "", {"value": text})
    return text


def _no_twins(names: list[str]) -> list[str]:
    seen: dict[str, str] = {}
    for name in names:
        if first := seen.get(slug(name)):
            raise PydanticCustomError("field-twice", "", {"first": first, "second": name})
        seen[slug(name)] = name
    return names


IssuerCode = Annotated[Filled, AfterValidator(_issuer_code)]


class MenuSaid(Model):
    """Một mục trên thanh menu."""

    title: Filled = Field(description="Chữ trên menu")
    url: Annotated[Filled, AfterValidator(_inside)] = Field(description="Địa chỉ trong trang, bắt đầu bằng /")


class RelatedSaid(Model):
    """Một trang của cơ quan khác."""

    title: Filled = Field(description="Tên trang, ví dụ Cổng Dịch vụ công quốc gia")
    url: Annotated[Filled, AfterValidator(official_link)] = Field(description="Địa chỉ, bắt đầu bằng https://")


class ContactSaid(Model):
    """Một nơi để người dân hỏi."""

    label: Filled = Field(description="Nơi nào, việc gì")
    phone: Text = Field("", description="Số điện thoại của cơ quan")
    mail: Text = Field("", description="Thư điện tử của cơ quan")
    zalo: Annotated[Text, AfterValidator(_zalo)] = Field("", description="Zalo của cơ quan, ví dụ https://zalo.me/…")
    address: Text = Field("", description="Địa chỉ")
    hours: Text = Field("", description="Giờ làm việc")


class OfficeSaid(Model):
    """Trụ sở của cơ quan quản lý trang này, và ai chịu trách nhiệm."""

    name: Name = Field("", description="Tên cơ quan quản lý trang; bỏ trống thì là issuer")
    address: Text = Field("", description="Địa chỉ trụ sở")
    hours: Text = Field("", description="Giờ làm việc, ví dụ thứ Hai đến thứ Sáu, 8 giờ đến 17 giờ")
    phone: Text = Field("", description="Số điện thoại của cơ quan")
    mail: Annotated[Text, AfterValidator(_mail)] = Field("", description="Thư điện tử của cơ quan")
    responsible: Text = Field("", description="Người chịu trách nhiệm nội dung: chức vụ, họ tên")


class Lived(Model):
    """Tên của một nơi hay một cơ quan, và thời gian nó tồn tại."""

    name: Filled = Field(description="Tên đầy đủ, ví dụ quận Long Biên")
    since: Day | None = Field(None, description="Ngày đầu tiên")
    until: Day | None = Field(None, description="Ngày đầu tiên không còn nữa")

    @model_validator(mode="after")
    def _in_order(self) -> Lived:
        in_order("until", self.until, "since", self.since)
        return self


class LivedSaid(Lived):
    """Một cấp hành chính hay một cơ quan, và thời gian nó tồn tại."""

    next: list[Filled] = Field([], description="Những nơi tiếp nhận sau đó")


class FollowingSaid(Model):
    """Một nơi tiếp nhận, và trang của nơi ấy."""

    name: Filled = Field(description="Tên đầy đủ, ví dụ phường Phúc Lợi")
    url: Annotated[Text, AfterValidator(official_link)] = Field(
        "", description="Trang của nơi ấy, bắt đầu bằng https://; có thì mọi trang dẫn tới đó"
    )


class CommuneSaid(Lived):
    """Xã, phường, thị trấn, và thời gian nó tồn tại."""

    next: list[Annotated[FollowingSaid, BeforeValidator(alone("name"), json_schema_input_type=FollowingSaid | str)]] = (
        Field([], description="Những nơi tiếp nhận sau đó")
    )


TierSaid = Annotated[LivedSaid, BeforeValidator(alone("name"), json_schema_input_type=LivedSaid | str)]


class ChainSaid(Model):
    """Phường và các cấp trên của phường, để biết «Quận ủy», «UBND» trong một văn bản là của nơi nào."""

    commune: Annotated[CommuneSaid, BeforeValidator(alone("name"), json_schema_input_type=CommuneSaid | str)] | None = (
        Field(None, description="Xã, phường, thị trấn")
    )
    district: TierSaid | None = Field(None, description="Quận, huyện, thị xã; sau 01/7/2025 không còn")
    province: TierSaid | None = Field(None, description="Tỉnh, thành phố")


class OwnIssuerSaid(LivedSaid):
    """Một cơ quan mà ký hiệu của nó chỉ phường này dùng."""

    code: IssuerCode = Field(description="Ký hiệu, như trong số của văn bản, ví dụ BCĐ35")
    also: list[IssuerCode] = Field([], description="Các cách viết khác của ký hiệu")


class RenumberedSaid(Model):
    """Từ ngày nào số của văn bản lại bắt đầu từ 1, khi không phải ngày 01/01."""

    since: Day = Field(description="Ngày đầu tiên của dãy số mới")
    issuer: Name = Field("", description="Của cơ quan nào; bỏ trống thì của mọi cơ quan của phường")


class WardSaid(Model):
    """content/site.yml: khai báo chung của phường."""

    name: Filled = Field(description="Tên trang, ví dụ Bảng tin phường Phúc Đồng")
    description: Text = Field("", description="Một câu giới thiệu")
    base_url: Annotated[Filled, AfterValidator(_web)] = Field(description="Địa chỉ công khai của trang")
    issuer: Name = Field(description="Cơ quan ban hành mặc định")
    place: Filled = Field(description="Địa danh mặc định")
    fields: Annotated[list[Name], AfterValidator(_no_twins)] = Field([], description="Danh mục lĩnh vực")
    menu: list[MenuSaid] = Field(
        [], description="Các mục trên menu; bỏ trống thì có Thông báo, Lịch, Việc cần làm, Tìm kiếm"
    )
    footer: list[MenuSaid] = Field([], description="Các mục ở chân trang, viết như menu")
    related: list[RelatedSaid] = Field([], description="Trang liên quan: cổng thông tin cấp trên, cổng dịch vụ công")
    contacts: list[ContactSaid] = Field([], description="Nơi để người dân hỏi")
    office: OfficeSaid | None = Field(None, description="Trụ sở của cơ quan quản lý trang; hiện ở chân mọi trang")
    security: Annotated[Text, AfterValidator(_mail_or_official)] = Field(
        "", description="Thư điện tử hoặc địa chỉ https:// nhận tin báo lỗ hổng bảo mật; bỏ trống thì lấy của contacts"
    )
    chain: ChainSaid = Field(ChainSaid(), description="Phường và các cấp trên")
    issuers: list[OwnIssuerSaid] = Field([], description="Cơ quan riêng của phường, xét trước danh mục chung")
    renumbered: list[
        Annotated[RenumberedSaid, BeforeValidator(alone("since"), json_schema_input_type=RenumberedSaid | str)]
    ] = Field([], description="Những ngày số văn bản bắt đầu lại từ 1 giữa năm: sáp nhập, nhiệm kỳ mới của cấp ủy")
    years: list[Year] = Field([], description="Những năm cần thêm lịch, ví dụ 2030")
    accept: Accepts = Field([], description="Lời nhắc về những tệp không có phần khai báo, đã xem và giữ nguyên")
