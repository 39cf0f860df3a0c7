"""What each key of front matter may be. The only door to pydantic; `schema/*.json` are made from these models.

Every value arrives as text (or lists and mappings of text); each validator turns text into a value or raises
`PydanticCustomError(code)`, where `code` is a row of `CODES`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

from bulletin.words import urls
from bulletin.words.dates import parse_date, short
from bulletin.words.fold import slug

_OFFICIAL = re.compile(r'https://[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+(:\d+)?([/?#][^\s"<>\\^`{|}]*)?')
_ISSUER_CODE = re.compile(r"[^\W\d_][^\W_]*(?:[.&-][^\W_]+)*")
_BASE_URL = re.compile(r"https?://[A-Za-z0-9.-]+(:\d+)?(/[A-Za-z0-9._~-]+)*/?")
URGENCIES = ("Khẩn", "Thượng khẩn", "Hỏa tốc")
PUBLISH = ("public", "draft", "internal")
RELATIONS = (
    "căn cứ",
    "thực hiện",
    "thay thế",
    "bãi bỏ",
    "sửa đổi",
    "bổ sung",
    "đính chính",
    "ban hành kèm theo",
    "trả lời",
    "trích từ",
)


def _one_line(text: str) -> str:
    if "\n" in text.strip():
        raise PydanticCustomError("value-not-text", "")
    return text.strip()


def _any_case(value: object) -> object:
    choices = {choice.casefold(): choice for choice in (*URGENCIES, *RELATIONS, *PUBLISH)}
    return choices.get(value.strip().casefold(), value) if isinstance(value, str) else value


def _filled(text: str) -> str:
    if not text:
        raise PydanticCustomError("key-empty", "")
    return text


def _day(value: object) -> object:
    if not isinstance(value, str):
        return value
    try:
        day = parse_date(value)
    except ValueError:
        raise PydanticCustomError("date-impossible", "", {"value": value}) from None
    if day is None:
        raise PydanticCustomError("date-unreadable", "", {"value": value})
    return day


def _alias(text: str) -> str:
    url = text if text.endswith("/") or "." in text.rsplit("/", 1)[-1] else f"{text}/"
    if not urls.is_safe(url):
        raise PydanticCustomError("alias-unusable", "", {"value": text})
    return url


def _attachment_path(text: str) -> str:
    parts = text.split("/")
    inside = parts[0] == "files" and len(parts) > 1 and not {"", ".", ".."} & set(parts) and "\\" not in text
    if not inside or not urls.asset_url(text):
        raise PydanticCustomError("attachment-path", "", {"value": text})
    return text


def _titled(value: object) -> object:
    return {"file": value} if isinstance(value, str) else value


def _said(value: object) -> object:
    return {"what": value} if isinstance(value, str) else value


def _named(value: object) -> object:
    return {"name": value} if isinstance(value, str) else value


def _with_slug(text: str) -> str:
    if len(slug(text)) > 100 or not urls.is_safe(f"/{slug(text)}/"):
        raise PydanticCustomError("name-unusable", "", {"value": text})
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


def _yes_or_no(value: object) -> object:
    if not isinstance(value, str):
        return value
    if value.strip().casefold() not in ("true", "false"):
        raise PydanticCustomError("choice-unknown", "", {"value": value, "choices": "true (có), false (không)"})
    return value.strip().casefold() == "true"


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


Text = Annotated[str, AfterValidator(_one_line)]
Filled = Annotated[str, AfterValidator(_one_line), AfterValidator(_filled)]
Name = Annotated[str, AfterValidator(_one_line), AfterValidator(_filled), AfterValidator(_with_slug)]
Day = Annotated[
    date,
    BeforeValidator(_day),
    WithJsonSchema(
        {"type": "string", "examples": ["28/4/2022", "2022-04-28"], "description": "28/4/2022 hoặc 2022-04-28"}
    ),
]
IssuerCode = Annotated[Filled, AfterValidator(_issuer_code)]
YesOrNo = Annotated[bool, BeforeValidator(_yes_or_no)]
Alias = Annotated[str, AfterValidator(_filled), AfterValidator(_alias)]
AttachmentPath = Annotated[str, AfterValidator(_filled), AfterValidator(_attachment_path)]
RelationSaidKind = Annotated[Literal[*RELATIONS], BeforeValidator(_any_case)]  # type: ignore[valid-type] # mypy cannot unpack here
UrgencySaid = Annotated[Literal[*URGENCIES], BeforeValidator(_any_case)]  # type: ignore[valid-type] # mypy cannot unpack here
PublishSaid = Annotated[Literal["public", "draft", "internal"], BeforeValidator(_any_case)]


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class SummarySaid(_Model):
    """Thẻ tóm tắt cho người dân, đặt trên đầu trang."""

    what: Text = Field("", description="Việc gì")
    who: Text = Field("", description="Ai cần làm, ai bị ảnh hưởng")
    when: Text = Field("", description="Khi nào, chậm nhất ngày nào")
    call: Text = Field("", description="Gọi ai, ở đâu")


class SignerSaid(_Model):
    """Người ký, như ghi ở cuối văn bản."""

    authority: Text = Field("", description="Thẩm quyền ký, ví dụ T/M BAN THƯỜNG VỤ")
    role: Text = Field("", description="Chức vụ")
    name: Text = Field("", description="Họ và tên")


class AttachmentSaid(_Model):
    """Một tệp đính kèm."""

    file: AttachmentPath = Field(description="Đường dẫn từ thư mục content/, ví dụ files/2022/mau-don.pdf")
    title: Text = Field("", description="Tên hiện trên trang; bỏ trống thì lấy tên tệp")


class RelationSaid(_Model):
    """Quan hệ với một văn bản khác."""

    relation: RelationSaidKind = Field(description="Quan hệ")
    number: Filled = Field(description="Số, ký hiệu văn bản kia")
    date: Day | None = Field(None, description="Ngày của văn bản kia")


class NoticeFront(_Model):
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
    expires: Day | None = Field(None, description="Ngày cuối cùng còn hiệu lực; sau ngày này chuyển vào lưu trữ")
    urgency: UrgencySaid | None = Field(None, description="Độ khẩn, nếu có: Khẩn, Thượng khẩn hoặc Hỏa tốc")
    fields: list[Filled] = Field([], description="Lĩnh vực, theo danh mục trong site.yml")
    summary: Annotated[SummarySaid, BeforeValidator(_said, json_schema_input_type=SummarySaid | str)] = Field(
        SummarySaid(), description="Thẻ tóm tắt cho người dân; một câu cũng được"
    )
    signer: Annotated[SignerSaid, BeforeValidator(_named, json_schema_input_type=SignerSaid | str)] = Field(
        SignerSaid(), description="Người ký"
    )
    recipients: list[Filled] = Field([], description="Nơi nhận")
    attachments: list[
        Annotated[AttachmentSaid, BeforeValidator(_titled, json_schema_input_type=AttachmentSaid | str)]
    ] = Field([], description="Tệp đính kèm")
    relations: list[RelationSaid] = Field([], description="Quan hệ với văn bản khác")
    aliases: list[Alias] = Field([], description="Địa chỉ cũ cần chuyển về trang này")
    address: Name | None = Field(None, description="Phần cuối của địa chỉ, chỉ khi hai cơ quan trùng số trong một năm")


class PageFront(_Model):
    """Phần khai báo đầu tệp của một trang."""

    title: Filled = Field(description="Tên trang")
    summary: Text = Field("", description="Một câu tóm tắt")
    publish: PublishSaid = Field(description="public = công khai, draft = bản nháp, internal = nội bộ, không đăng")
    aliases: list[Alias] = Field([], description="Địa chỉ cũ cần chuyển về trang này")


class MenuSaid(_Model):
    """Một mục trên thanh menu."""

    title: Filled = Field(description="Chữ trên menu")
    url: Annotated[Filled, AfterValidator(_inside)] = Field(description="Địa chỉ trong trang, bắt đầu bằng /")


class ContactSaid(_Model):
    """Một nơi để người dân hỏi."""

    label: Filled = Field(description="Nơi nào, việc gì")
    phone: Text = Field("", description="Số điện thoại của cơ quan")
    mail: Text = Field("", description="Thư điện tử của cơ quan")
    address: Text = Field("", description="Địa chỉ")
    hours: Text = Field("", description="Giờ làm việc")


class LivedSaid(_Model):
    """Một cấp hành chính hay một cơ quan, và thời gian nó tồn tại."""

    name: Filled = Field(description="Tên đầy đủ, ví dụ quận Long Biên")
    since: Day | None = Field(None, description="Ngày đầu tiên")
    until: Day | None = Field(None, description="Ngày đầu tiên không còn nữa")
    next: list[Filled] = Field([], description="Những nơi tiếp nhận sau đó")

    @model_validator(mode="after")
    def _in_order(self) -> LivedSaid:
        if self.since and self.until and self.until < self.since:
            days = {"late_value": short(self.until), "early_value": short(self.since)}
            raise PydanticCustomError("date-order", "", {"later": "until", "earlier": "since", **days})
        return self


TierSaid = Annotated[LivedSaid, BeforeValidator(_named, json_schema_input_type=LivedSaid | str)]


class ChainSaid(_Model):
    """Phường và các cấp trên của phường, để biết «Quận ủy», «UBND» trong một văn bản là của nơi nào."""

    commune: TierSaid | None = Field(None, description="Xã, phường, thị trấn")
    district: TierSaid | None = Field(None, description="Quận, huyện, thị xã; sau 01/7/2025 không còn")
    province: TierSaid | None = Field(None, description="Tỉnh, thành phố")


class OwnIssuerSaid(LivedSaid):
    """Một cơ quan mà ký hiệu của nó chỉ phường này dùng."""

    code: IssuerCode = Field(description="Ký hiệu, như trong số của văn bản, ví dụ BCĐ35")
    also: list[IssuerCode] = Field([], description="Các cách viết khác của ký hiệu")


class WardSaid(_Model):
    """content/site.yml: khai báo chung của phường."""

    name: Filled = Field(description="Tên trang, ví dụ Bảng tin phường Phúc Đồng")
    description: Text = Field("", description="Một câu giới thiệu")
    base_url: Annotated[Filled, AfterValidator(_web)] = Field(description="Địa chỉ công khai của trang")
    issuer: Name = Field(description="Cơ quan ban hành mặc định")
    place: Filled = Field(description="Địa danh mặc định")
    fields: Annotated[list[Name], AfterValidator(_no_twins)] = Field([], description="Danh mục lĩnh vực")
    menu: list[MenuSaid] = Field([], description="Các mục trên menu")
    contacts: list[ContactSaid] = Field([], description="Nơi để người dân hỏi")
    chain: ChainSaid = Field(ChainSaid(), description="Phường và các cấp trên")
    issuers: list[OwnIssuerSaid] = Field([], description="Cơ quan riêng của phường, xét trước danh mục chung")


class DispatchSaid(_Model):
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


NESTED: Mapping[str, type[BaseModel]] = {
    "summary": SummarySaid,
    "signer": SignerSaid,
    "attachments": AttachmentSaid,
    "relations": RelationSaid,
    "menu": MenuSaid,
    "contacts": ContactSaid,
    "chain": ChainSaid,
    "commune": LivedSaid,
    "district": LivedSaid,
    "province": LivedSaid,
    "issuers": OwnIssuerSaid,
}


_MODELS: tuple[type[BaseModel], ...] = (NoticeFront, PageFront, WardSaid, DispatchSaid, *NESTED.values())
KNOWN_KEYS = {key for model in _MODELS for key in model.model_fields}


def nested(key: str) -> type[BaseModel] | None:
    """The model of the keys under `key`, when it has any."""
    return NESTED.get(key)


def required(model: type[BaseModel], key: str) -> bool:
    """Whether `key` must be given."""
    return model.model_fields[key].is_required()


SCHEMAS: Mapping[str, tuple[type[BaseModel], str]] = {
    "notice": (NoticeFront, "Phần khai báo của thông báo"),
    "page": (PageFront, "Phần khai báo của trang"),
    "site": (WardSaid, "content/site.yml"),
    "dispatch": (DispatchSaid, "content/dispatches/*.yml"),
}


def json_schema(name: str) -> dict[str, object]:
    """The JSON Schema of one of `SCHEMAS`, for the YAML completion of editors. A key left empty is allowed."""
    model, title = SCHEMAS[name]
    schema = model.model_json_schema()
    for part in (schema, *schema.get("$defs", {}).values()):
        for key, rule in part.get("properties", {}).items():
            rule.pop("title", None)
            if key not in part.get("required", ()):
                part["properties"][key] = {
                    "description": rule.pop("description", ""),
                    "anyOf": [rule, {"type": "null"}],
                }
    return {**schema, "$schema": "https://json-schema.org/draft/2020-12/schema", "title": title}
