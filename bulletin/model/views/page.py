"""The site on its way out: what will be shown (Page), what is written (Files), what was done to the disk (Written)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bulletin.model.problem import Place
from bulletin.model.source import Asset
from bulletin.model.views.view import View


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One address: what fills it, and which source it comes from (None: made by the program itself)."""

    url: str
    template: str
    view: View | Asset
    source: Place | None = None


# A whole site as a value: path in the output → bytes, or the file of content/ to copy there.
Files = Mapping[str, bytes | Asset]


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What a build did to the disk: paths in the output, sorted."""

    written: tuple[str, ...]
    removed: tuple[str, ...]
    kept: int
