"""What each key of front matter may be; `schema/*.json` are made from these models.

Only this room knows pydantic: `values.py` turns texts into values, `calendar_schema.py` holds the keys of the calendar.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Annotated, Literal, get_args

from pydantic import AfterValidator, BaseModel, BeforeValidator, Field, TypeAdapter, model_validator
from pydantic_core import PydanticCustomError

from bulletin.check.calendar_schema import ACCEPT, Accepts, CampaignSaid, ErratumSaid, EventSaid, OwnDaysSaid, Year
from bulletin.check.values import (
    Day,
    Filled,
    Model,
    Name,
    PublishSaid,
    Text,
    YesOrNo,
    alone,
    any_case,
    filled,
    in_order,
    keys,
    lines_of,
)
from bulletin.words import urls
from bulletin.words.fold import slug

_OFFICIAL = re.compile(r'https://[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+(:\d+)?([/?#][^\s"<>\\^`{|}]*)?')
_ZALO = re.compile(r"https://zalo\.me/[A-Za-z0-9/_-]+")
_ISSUER_CODE = re.compile(r"[^\W\d_][^\W_]*(?:[.&-][^\W_]+)*")
_BASE_URL = re.compile(r"https?://[A-Za-z0-9.-]+(:\d+)?(/[A-Za-z0-9._~-]+)*/?")
URGENCIES = ("Khẩn", "Thượng khẩn", "Hỏa tốc")
RELATIONS = (
    "căn cứ",
    "thực hiện",
    "thay thế",
    "bãi bỏ",
    "dừng thực hiện",
    "tạm dừng thực hiện",
    "tiếp tục thực hiện",
    "sửa đổi",
    "bổ sung",
    "đính chính",
    "ban hành kèm theo",
    "trả lời",
    "tiếp theo",
    "trích từ",
)


def _alias(text: str) -> str:
    url = text if "." in text.rpartition("/")[2] else f"{text.removesuffix('/')}/"
    # What is written there is a page: under the name of a picture or a PDF it would be a broken one.
    if not urls.is_safe(url) or not urls.is_page(url):
        raise PydanticCustomError("alias-unusable", "", {"value": text})
    return url


def _attachment_path(text: str) -> str:
    parts = text.split("/")
    inside = parts[0] == "files" and len(parts) > 1 and not {"", ".", ".."} & set(parts) and "\\" not in text
    if not inside or not urls.asset_url(text):
        raise PydanticCustomError("attachment-path", "", {"value": text})
    return text


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


def _official(text: str) -> str:
    if text and not _OFFICIAL.fullmatch(text):
        raise PydanticCustomError("url-unreadable", "", {"value": text})
    return text


def _mail_or_official(text: str) -> str:
    return text if urls.is_mail(text) else _official(text)


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
Alias = Annotated[str, AfterValidator(filled), AfterValidator(_alias)]
AttachmentPath = Annotated[str, AfterValidator(filled), AfterValidator(_attachment_path)]
RelationSaidKind = Annotated[Literal[*RELATIONS], BeforeValidator(any_case(*RELATIONS))]  # type: ignore[valid-type] # mypy cannot unpack here
# «TM. ỦY BAN NHÂN DÂN», «KT. CHỦ TỊCH», «PHÓ CHỦ TỊCH»
Lines = Annotated[str, BeforeValidator(lines_of(3), json_schema_input_type=str | list[str])]
UrgencySaid = Annotated[Literal[*URGENCIES], BeforeValidator(any_case(*URGENCIES))]  # type: ignore[valid-type] # mypy cannot unpack here


class SummarySaid(Model):
    """Thẻ tóm tắt cho người dân, đặt trên đầu trang."""

    what: Text = Field("", description="Việc gì")
    who: Text = Field("", description="Ai cần làm, ai bị ảnh hưởng")
    when: Text = Field("", description="Khi nào, chậm nhất ngày nào")
    call: Text = Field("", description="Gọi ai, ở đâu")


class SignerSaid(Model):
    """Người ký, như ghi ở cuối văn bản."""

    authority: Lines = Field("", description="Thẩm quyền ký, ví dụ T/M BAN THƯỜNG VỤ; nhiều dòng thì viết [a, b]")
    role: Lines = Field("", description="Chức vụ")
    name: Text = Field("", description="Họ và tên")


class AttachmentSaid(Model):
    """Một tệp đính kèm."""

    file: AttachmentPath = Field(description="Đường dẫn từ thư mục content/, ví dụ files/2022/mau-don.pdf")
    title: Text = Field("", description="Tên hiện trên trang; bỏ trống thì lấy tên tệp")


class RelationSaid(Model):
    """Quan hệ với một văn bản khác."""

    relation: RelationSaidKind = Field(description="Quan hệ")
    number: Filled = Field(description="Số, ký hiệu văn bản kia")
    date: Day | None = Field(None, description="Ngày của văn bản kia")


class NoticeFront(Model):
    """Phần khai báo đầu tệp của một thông báo."""

    title: Filled = Field(description="Trích yếu: thông báo nói về việc gì")
    number: Text | None = Field(
        None, description="Số, ký hiệu như trên văn bản, ví dụ 75-TB/ĐU; bỏ trống nếu không có số"
    )
    date: Day = Field(description="Ngày ban hành")
    issuer: Name = Field("", description="Cơ quan ban hành; bỏ trống thì lấy theo site.yml")
    place: Text = Field("", description="Địa danh; bỏ trống thì lấy theo site.yml")
    type: Name | None = Field(None, description="Tên loại; bỏ trống thì suy từ số, ký hiệu")
    publish: PublishSaid = Field(description="public = công khai, draft = bản nháp, internal = nội bộ, không đăng")
    published: Day | None = Field(None, description="Ngày đăng; bỏ trống thì là ngày ban hành")
    updated: Day | None = Field(None, description="Ngày sửa gần nhất, khi sửa điều đã đăng; báo cho người theo dõi tin")
    expires: Day | None = Field(None, description="Ngày cuối cùng còn hiệu lực; sau ngày này chuyển vào lưu trữ")
    urgency: UrgencySaid | None = Field(None, description="Độ khẩn, nếu có: Khẩn, Thượng khẩn hoặc Hỏa tốc")
    fields: list[Filled] = Field([], description="Lĩnh vực, theo danh mục trong site.yml")
    summary: Annotated[SummarySaid, BeforeValidator(alone("what"), json_schema_input_type=SummarySaid | str)] = Field(
        SummarySaid(), description="Thẻ tóm tắt cho người dân; một câu cũng được"
    )
    signer: Annotated[SignerSaid, BeforeValidator(alone("name"), json_schema_input_type=SignerSaid | str)] = Field(
        SignerSaid(), description="Người ký"
    )
    recipients: list[Filled] = Field([], description="Nơi nhận")
    attachments: list[
        Annotated[AttachmentSaid, BeforeValidator(alone("file"), json_schema_input_type=AttachmentSaid | str)]
    ] = Field([], description="Tệp đính kèm")
    relations: list[RelationSaid] = Field([], description="Quan hệ với văn bản khác")
    aliases: list[Alias] = Field([], description="Địa chỉ cũ cần chuyển về trang này")
    events: list[EventSaid] = Field(
        [], description="Việc có ngày giờ, thay cho điều máy đọc; không có việc nào thì ghi []"
    )
    errata: list[ErratumSaid] = Field([], description="Chỗ văn bản đã ký viết sai, nêu bên cạnh mà không sửa bài")
    address: Name | None = Field(None, description="Phần cuối của địa chỉ, chỉ khi hai cơ quan trùng số trong một năm")
    accept: Accepts = Field([], description=ACCEPT)


class PageFront(Model):
    """Phần khai báo đầu tệp của một trang."""

    title: Filled = Field(description="Tên trang")
    summary: Text = Field("", description="Một câu tóm tắt")
    publish: PublishSaid = Field(description="public = công khai, draft = bản nháp, internal = nội bộ, không đăng")
    aliases: list[Alias] = Field([], description="Địa chỉ cũ cần chuyển về trang này")
    accept: Accepts = Field([], description=ACCEPT)


class MenuSaid(Model):
    """Một mục trên thanh menu."""

    title: Filled = Field(description="Chữ trên menu")
    url: Annotated[Filled, AfterValidator(_inside)] = Field(description="Địa chỉ trong trang, bắt đầu bằng /")


class RelatedSaid(Model):
    """Một trang của cơ quan khác."""

    title: Filled = Field(description="Tên trang, ví dụ Cổng Dịch vụ công quốc gia")
    url: Annotated[Filled, AfterValidator(_official)] = Field(description="Địa chỉ, bắt đầu bằng https://")


class ContactSaid(Model):
    """Một nơi để người dân hỏi."""

    label: Filled = Field(description="Nơi nào, việc gì")
    phone: Text = Field("", description="Số điện thoại của cơ quan")
    mail: Text = Field("", description="Thư điện tử của cơ quan")
    zalo: Annotated[Text, AfterValidator(_zalo)] = Field("", description="Zalo của cơ quan, ví dụ https://zalo.me/…")
    address: Text = Field("", description="Địa chỉ")
    hours: Text = Field("", description="Giờ làm việc")


class LivedSaid(Model):
    """Một cấp hành chính hay một cơ quan, và thời gian nó tồn tại."""

    name: Filled = Field(description="Tên đầy đủ, ví dụ quận Long Biên")
    since: Day | None = Field(None, description="Ngày đầu tiên")
    until: Day | None = Field(None, description="Ngày đầu tiên không còn nữa")
    next: list[Filled] = Field([], description="Những nơi tiếp nhận sau đó")

    @model_validator(mode="after")
    def _in_order(self) -> LivedSaid:
        in_order("until", self.until, "since", self.since)
        return self


TierSaid = Annotated[LivedSaid, BeforeValidator(alone("name"), json_schema_input_type=LivedSaid | str)]


class ChainSaid(Model):
    """Phường và các cấp trên của phường, để biết «Quận ủy», «UBND» trong một văn bản là của nơi nào."""

    commune: TierSaid | None = Field(None, description="Xã, phường, thị trấn")
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
    menu: list[MenuSaid] = Field([], description="Các mục trên menu: ít thôi, bốn năm mục là vừa trên điện thoại")
    footer: list[MenuSaid] = Field([], description="Các mục ở chân trang, viết như menu")
    related: list[RelatedSaid] = Field([], description="Trang liên quan: cổng thông tin cấp trên, cổng dịch vụ công")
    contacts: list[ContactSaid] = Field([], description="Nơi để người dân hỏi")
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


class DispatchSaid(Model):
    """content/dispatches/*.yml: điều phường biết về một văn bản được thông báo dẫn."""

    number: Filled = Field(description="Số, ký hiệu như trên văn bản, ví dụ 595-CV/QU")
    date: Day = Field(description="Ngày của văn bản")
    issuer: Name = Field("", description="Cơ quan ban hành")
    subject: Text = Field("", description="Trích yếu: văn bản nói về việc gì")
    link: Annotated[Text, AfterValidator(_official)] = Field(
        "", description="Địa chỉ chính thức của văn bản, bắt đầu bằng https://"
    )
    file: AttachmentPath = Field("", description="Tệp của văn bản, ví dụ files/2022/595-cv-qu.pdf")
    list_only: YesOrNo = Field(False, description="true là văn bản nội bộ: chỉ nêu số, ngày, cơ quan ban hành")
    date_guessed: YesOrNo = Field(False, description="true khi ngày là suy đoán, chưa thấy trên chính văn bản ấy")
    accept: Accepts = Field([], description=ACCEPT)


# What each kind of file holds.
FILES: Mapping[str, type[BaseModel]] = {
    "notice": NoticeFront,
    "page": PageFront,
    "site": WardSaid,
    "dispatch": DispatchSaid,
    "campaign": CampaignSaid,
    "own days": OwnDaysSaid,
}


def nested(model: type[BaseModel], key: str) -> type[BaseModel] | None:
    """The model of the keys under `key`, or under the items of its list, when it has any."""
    return _model_in(keys(model)[key].annotation)


def _model_in(annotation: object) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(filter(None, map(_model_in, get_args(annotation))), None)


def _all_keys(model: type[BaseModel]) -> Iterator[str]:
    for key in keys(model):
        yield key
        if inner := nested(model, key):
            yield from _all_keys(inner)


KNOWN_KEYS = {key for model in FILES.values() for key in _all_keys(model)}


def required(model: type[BaseModel], key: str) -> bool:
    """Whether `key` must be given."""
    return keys(model)[key].is_required()


def rows_of_keys(model: type[BaseModel]) -> Iterator[tuple[tuple[str, ...], str, bool]]:
    """Every key with those under it: («signer», «name»), what it means, whether it must be given."""
    for key, field in keys(model).items():
        yield (key,), str(field.description), field.is_required()
        inner = nested(model, key)
        for name, under in keys(inner).items() if inner else ():
            yield (key, name), str(under.description), under.is_required()


SCHEMAS: Mapping[str, tuple[TypeAdapter[object], str]] = {
    "notice": (TypeAdapter(NoticeFront), "Phần khai báo của thông báo"),
    "page": (TypeAdapter(PageFront), "Phần khai báo của trang"),
    "site": (TypeAdapter(WardSaid), "content/site.yml"),
    "dispatch": (TypeAdapter(DispatchSaid), "content/dispatches/*.yml"),
    "calendar": (TypeAdapter(CampaignSaid | OwnDaysSaid), "content/calendar/*.yml"),
}


def json_schema(name: str) -> dict[str, object]:
    """The JSON Schema of one of `SCHEMAS`, for the YAML completion of editors. A key left empty is allowed."""
    model, title = SCHEMAS[name]
    schema = model.json_schema()
    for part in (schema, *schema.get("$defs", {}).values()):
        for key, rule in part.get("properties", {}).items():
            rule.pop("title", None)
            if key not in part.get("required", ()):
                part["properties"][key] = {
                    "description": rule.pop("description", ""),
                    "anyOf": [rule, {"type": "null"}],
                }
    return {**schema, "$schema": "https://json-schema.org/draft/2020-12/schema", "title": title}
