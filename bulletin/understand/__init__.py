"""Stage 3: Notice → what it says. Markdown as offices write it, on one tree."""

from bulletin.understand.prose import understand

__all__ = ["understand"]
