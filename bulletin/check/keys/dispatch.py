"""The keys of content/dispatches/*.yml."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field

from bulletin.check.keys.addresses import AttachmentPath, official_link
from bulletin.check.keys.calendar import ACCEPT, CLEARED, Accepts, ClearedSaid
from bulletin.check.keys.values import (
    Day,
    Filled,
    Model,
    Name,
    Text,
    YesOrNo,
)


class DispatchSaid(Model):
    """content/dispatches/*.yml: điều phường biết về một văn bản được thông báo dẫn."""

    number: Filled = Field(description="Số, ký hiệu như trên văn bản, ví dụ 595-CV/QU")
    date: Day = Field(description="Ngày của văn bản")
    issuer: Name = Field("", description="Cơ quan ban hành")
    subject: Text = Field("", description="Trích yếu: văn bản nói về việc gì")
    link: Annotated[Text, AfterValidator(official_link)] = Field(
        "", description="Địa chỉ chính thức của văn bản, bắt đầu bằng https://"
    )
    file: AttachmentPath = Field("", description="Tệp của văn bản, ví dụ files/2022/595-cv-qu.pdf")
    list_only: YesOrNo = Field(False, description="true là văn bản nội bộ: chỉ nêu số, ngày, cơ quan ban hành")
    date_guessed: YesOrNo = Field(False, description="true khi ngày là suy đoán, chưa thấy trên chính văn bản ấy")
    cleared: list[ClearedSaid] = Field([], description=CLEARED)
    accept: Accepts = Field([], description=ACCEPT)
