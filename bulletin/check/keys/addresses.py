"""Addresses of files and of official papers, as keys have them."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from bulletin import addresses
from bulletin.check.keys.values import (
    filled,
)

_OFFICIAL = re.compile(r'https://[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+(:\d+)?([/?#][^\s"<>\\^`{|}]*)?')


def _attachment_path(text: str) -> str:
    parts = text.split("/")
    inside = parts[0] == "files" and len(parts) > 1 and not {"", ".", ".."} & set(parts) and "\\" not in text
    if not inside or not addresses.asset_url(text):
        raise PydanticCustomError("attachment-path", "", {"value": text})
    return text


def official_link(text: str) -> str:
    if text and not _OFFICIAL.fullmatch(text):
        raise PydanticCustomError("url-unreadable", "", {"value": text})
    return text


AttachmentPath = Annotated[str, AfterValidator(filled), AfterValidator(_attachment_path)]
