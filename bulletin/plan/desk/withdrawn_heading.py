"""How a withdrawn notice is called wherever it stood."""

from __future__ import annotations

from bulletin.model.withdrawn import Withdrawn
from bulletin.words.dates.printed import short


def heading(gone: Withdrawn) -> str:
    """«Đã thu hồi ngày 03/5/2022»."""
    return f"Đã thu hồi ngày {short(gone.on)}" if gone.on else "Đã thu hồi"
