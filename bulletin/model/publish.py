"""Who may see a thing, as its editor says."""

from __future__ import annotations

from typing import Literal

Publish = Literal["public", "draft", "internal", "withdrawn"]
