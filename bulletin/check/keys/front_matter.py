"""What each key of front matter may be; `schema/*.json` are made from these models.

Only this room knows pydantic: `values.py` turns texts into values, `calendar.py` holds the keys of the calendar.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from bulletin import addresses
from bulletin.check.keys.addresses import AttachmentPath
from bulletin.check.keys.calendar import ACCEPT, CLEARED, Accepts, ClearedSaid, ErratumSaid, EventSaid
from bulletin.check.keys.values import (
    Day,
    Filled,
    Model,
    Name,
    PublishOrWithdrawn,
    Text,
    alone,
    any_case,
    filled,
    lines_of,
)

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
    url = addresses.old_url(text)
    if not url:
        raise PydanticCustomError("alias-unusable", "", {"value": text})
    return url


Alias = Annotated[str, AfterValidator(filled), AfterValidator(_alias)]
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


class CorrectedSaid(Model):
    """Một lần sửa điều đã đăng."""

    on: Day = Field(description="Ngày sửa")
    what: Filled = Field(description="Sửa điều gì, nói ngắn cho người dân, hiện trên trang")


class WithdrawnSaid(Model):
    """Thu hồi một thông báo đã đăng."""

    on: Day | None = Field(None, description="Ngày thu hồi")
    reason: Text = Field("", description="Lý do, hiện trên trang: đăng nhầm; không nhắc lại điều phải thu hồi")


WithdrawnHow = Annotated[WithdrawnSaid | None, BeforeValidator(alone("on"), json_schema_input_type=WithdrawnSaid | str)]


class WithdrawnFront(Model):
    """The one key of a withdrawn notice that is judged: whatever else its file says, right or wrong, is not asked."""

    withdrawn: WithdrawnHow = None


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
    publish: PublishOrWithdrawn = Field(
        description="public = công khai, draft = bản nháp, internal = nội bộ, không đăng, withdrawn = đã thu hồi"
    )
    published: Day | None = Field(None, description="Ngày đăng; bỏ trống thì là ngày ban hành")
    updated: Day | None = Field(None, description="Ngày sửa gần nhất, khi sửa điều đã đăng; báo cho người theo dõi tin")
    corrected: list[CorrectedSaid] = Field(
        [], description="Các lần sửa điều đã đăng: ngày nào, sửa gì; hiện trên trang"
    )
    withdrawn: WithdrawnHow = Field(None, description="Thu hồi: ngày nào, vì sao; trang chỉ còn hai điều ấy")
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
    cleared: list[ClearedSaid] = Field([], description=CLEARED)
    accept: Accepts = Field([], description=ACCEPT)


class PageFront(Model):
    """Phần khai báo đầu tệp của một trang."""

    title: Filled = Field(description="Tên trang")
    summary: Text = Field("", description="Một câu tóm tắt")
    publish: PublishOrWithdrawn = Field(
        description="public = công khai, draft = bản nháp, internal = nội bộ, không đăng, withdrawn = đã thu hồi"
    )
    withdrawn: WithdrawnHow = Field(None, description="Thu hồi: ngày nào, vì sao; trang chỉ còn hai điều ấy")
    aliases: list[Alias] = Field([], description="Địa chỉ cũ cần chuyển về trang này")
    cleared: list[ClearedSaid] = Field([], description=CLEARED)
    accept: Accepts = Field([], description=ACCEPT)
