"""What each key of front matter may be. The only door to pydantic; `schema/*.json` are made from these models.

Every value arrives as text (or lists and mappings of text); each validator turns text into a value or raises
`PydanticCustomError(code)`, where `code` is a row of `CODES`.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import date
from typing import Annotated, Literal, TypeVar, cast

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, WithJsonSchema
from pydantic_core import ErrorDetails, PydanticCustomError

from bulletin.model import source
from bulletin.model.problem import CODES, Place, Problem, problem
from bulletin.words import urls
from bulletin.words.dates import parse_date
from bulletin.words.fold import slug
from bulletin.words.yamltext import plain

_BASE_URL = re.compile(r"https?://[A-Za-z0-9.-]+(:\d+)?(/[A-Za-z0-9._~-]+)*/?")
URGENCIES = ("Khẩn", "Thượng khẩn", "Hỏa tốc")
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
Alias = Annotated[str, AfterValidator(_filled), AfterValidator(_alias)]
AttachmentPath = Annotated[str, AfterValidator(_filled), AfterValidator(_attachment_path)]
M = TypeVar("M", bound=BaseModel)
PublishSaid = Literal["public", "draft", "internal"]


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

    relation: Literal[*RELATIONS] = Field(description="Quan hệ")  # type: ignore[valid-type]
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
    urgency: Literal[*URGENCIES] | None = Field(None, description="Độ khẩn, nếu có")  # type: ignore[valid-type]
    fields: list[Filled] = Field([], description="Lĩnh vực, theo danh mục trong site.yml")
    summary: SummarySaid = Field(SummarySaid(), description="Thẻ tóm tắt cho người dân")
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


def validate(
    model: type[M], front: Mapping[str, source.Field], path: str, front_line: int, instead: Mapping[str, str]
) -> tuple[M | None, tuple[Problem, ...]]:
    """Judge `front` by `model`; every fault of every key at once, each at its own line and column.

    With faults, the first value is what the other keys say (the required ones from `instead`), so that what a schema
    cannot see is still judged in the same run; None when not even that can be made.
    """
    given = {key: plain(field) for key, field in front.items() if field.value not in ("", (), {})}
    try:
        return model.model_validate(given), ()
    except ValidationError as error:
        faults = error.errors(include_url=False, include_input=True)
    problems = tuple(_problem(f, front, model, Place(path=path, line=front_line, col=1)) for f in faults)
    bad = {fault["loc"][0] for fault in faults if fault["loc"]}
    with suppress(ValidationError):
        return model.model_validate({**instead, **{k: v for k, v in given.items() if k not in bad}}), problems
    return None, problems


def _problem(fault: ErrorDetails, front: Mapping[str, source.Field], model: type[BaseModel], top: Place) -> Problem:
    loc, kind, context = fault["loc"], fault["type"], cast("dict[str, object]", fault.get("ctx", {}))
    keys = [str(part) for part in loc if isinstance(part, str) and part in _KNOWN_KEYS] or [str(loc[-1])]
    key = keys[-1]
    field, parent = _find(front, loc)
    at_value = Place(path=top.path, line=field.line, col=field.col) if field else top
    at_key = Place(path=top.path, line=field.key_line, col=field.key_col) if field else top
    if kind == "missing":
        if field:
            return problem("key-empty", at_key, key=key)
        above = Place(path=top.path, line=parent.key_line, col=parent.key_col) if parent else top
        return problem("key-missing", above, key=key, inside=f" trong «{keys[-2]}»" if len(keys) > 1 else "")
    if kind == "extra_forbidden":
        return problem("key-unknown", at_key, key=loc[-1], near=_near_key(str(loc[-1]), model, loc[:-1]))
    if kind == "literal_error":
        choices = str(context["expected"]).replace(" or ", ", ").replace("'", "")
        return problem("choice-unknown", at_value, value=fault["input"], key=key, choices=choices)
    if kind in ("list_type", "tuple_type"):
        return problem("value-not-list", at_value, key=key)
    if kind in ("model_type", "dict_type", "model_attributes_type"):
        return problem("value-not-keys", at_value, key=key)
    if kind in CODES:
        return problem(kind, at_key if kind == "key-empty" else at_value, **{"key": key, **context})
    if isinstance(fault["input"], dict):  # «- Lưu: VT» in a list of texts
        return problem("front-colon", at_value)
    return problem("value-not-text", at_value, key=key)


def _find(
    front: Mapping[str, source.Field], loc: tuple[int | str, ...]
) -> tuple[source.Field | None, source.Field | None]:
    """The Field at a pydantic location, and the one above it."""
    field: source.Field | None = None
    parent: source.Field | None = None
    for i, part in enumerate(loc):
        parent, inside = field, front if i == 0 else field.value if field else {}
        if isinstance(part, str) and isinstance(inside, Mapping):
            field = inside.get(part)
        elif isinstance(part, int) and isinstance(inside, tuple):
            field = inside[part] if part < len(inside) else None
        else:
            return parent, parent
    return field, parent


def _near_key(key: str, model: type[BaseModel], inside: tuple[int | str, ...]) -> str:
    names: Iterable[str] = model.model_fields
    for part in inside:
        if isinstance(part, str) and part in model.model_fields:
            names = _NESTED[part].model_fields if part in _NESTED else ()
    guess = near(key, names)
    return f"có phải «{guess}» không?" if guess else f"các khoá dùng được: {', '.join(names)}"


_NESTED: Mapping[str, type[BaseModel]] = {
    "summary": SummarySaid,
    "signer": SignerSaid,
    "attachments": AttachmentSaid,
    "relations": RelationSaid,
    "menu": MenuSaid,
    "contacts": ContactSaid,
}


_MODELS: tuple[type[BaseModel], ...] = (NoticeFront, PageFront, WardSaid, *_NESTED.values())
_KNOWN_KEYS = {key for model in _MODELS for key in model.model_fields}


def nested(key: str) -> type[BaseModel] | None:
    """The model of the keys under `key`, when it has any."""
    return _NESTED.get(key)


def required(model: type[BaseModel], key: str) -> bool:
    """Whether `key` must be given."""
    return model.model_fields[key].is_required()


# What clerks write for a key when they do not look it up.
_VIETNAMESE = {
    word: key
    for key, words in {
        "title": "tieu-de trich-yeu ten",
        "number": "so so-ky-hieu",
        "date": "ngay ngay-ban-hanh",
        "issuer": "co-quan co-quan-ban-hanh",
        "place": "noi dia-danh",
        "type": "loai ten-loai",
        "publish": "cong-khai dang draft",
        "published": "ngay-dang",
        "expires": "het-han",
        "urgency": "do-khan",
        "fields": "linh-vuc tags",
        "summary": "tom-tat",
        "signer": "nguoi-ky",
        "recipients": "noi-nhan",
        "attachments": "dinh-kem",
    }.items()
    for word in words.split()
}


def near(word: str, known: Iterable[str]) -> str:
    """The known word that `word` was probably meant to be, or ""; blanks, signs, case and marks do not count."""
    names = {slug(name): name for name in known}
    bare = slug(word.replace("_", "-"))
    if bare in _VIETNAMESE and _VIETNAMESE[bare] in names.values():
        return _VIETNAMESE[bare]
    close = difflib.get_close_matches(bare, names, n=1, cutoff=0.6)
    return names[close[0]] if close else ""


SCHEMAS: Mapping[str, tuple[type[BaseModel], str]] = {
    "notice": (NoticeFront, "Phần khai báo của thông báo"),
    "page": (PageFront, "Phần khai báo của trang"),
    "site": (WardSaid, "content/site.yml"),
}


def json_schema(name: str) -> dict[str, object]:
    """The JSON Schema of notice, page or site, for the YAML completion of editors. A key left empty is allowed."""
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
