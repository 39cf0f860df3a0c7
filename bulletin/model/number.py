"""Số, ký hiệu of a paper, in its parts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Style = Literal["party", "state", "normative", "law", "bare"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """Số, ký hiệu. `serial` without leading zeros («75», «12a»); `code` is the type's («TB»), "" where there is none.

    «75 -TB/ĐU» → serial 75, code TB, issuer ĐU, style party, year None, printed «75 -TB/ĐU». The style is «bare» when a
    citation gives no symbol: «Thông tư 17», «Nghị định 30/2020».
    """

    serial: str
    code: str
    issuer: str
    style: Style
    year: int | None
    printed: str

    @property
    def normal(self) -> str:
        """The number without odd blanks: «75 -TB/ĐU» → «75-TB/ĐU»."""
        return "".join(self.printed.split())
