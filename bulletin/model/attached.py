"""Attached: what a file that is handed out is, and what it says of people without being asked."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Attached:
    """`contents` is the kind that its bytes are («pdf», «word», «html» …; "" when they are of none that is known).

    `traces` are things for its cleaner, in Vietnamese: «toạ độ nơi chụp (GPS)», «tên tác giả «…»», «2 lời bình».
    """

    contents: str
    traces: tuple[str, ...] = ()
