"""Fonts from before Unicode, in which the letters of a file are codes of their own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

LegacyCharset = Literal["TCVN3", "VNI"]


@dataclass(frozen=True, slots=True, kw_only=True)
class LegacyFont:
    """A row of `legacy-fonts.yml`: fonts whose name begins with `starts`; ending in `capitals`, they show such."""

    charset: LegacyCharset
    starts: str
    capitals: str
    examples: tuple[str, ...]
    unlike: tuple[str, ...]
    sources: tuple[str, ...]
    verified: bool
