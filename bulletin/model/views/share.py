"""What a notice is when it is sent on: a picture for the preview of its link, and words to paste."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureView:
    """The picture of a page, from top to bottom; all but `title` may be "".

    `site` and `mark` («Hết hạn») on the band, `label` «Thông báo số 75-TB/ĐU», `title`, `note` when and where
    («22/11/2025 – Tổ dân phố 1»), `foot` the day it was signed, where there is no `note`.
    """

    site: str
    mark: str = ""
    label: str = ""
    title: str
    note: str = ""
    foot: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """`link` is the notice's own address in full, `text` what to paste into a message; `script` adds the buttons."""

    link: str
    text: str
    script: str
