"""Html: markup that may stand on a page as it is."""

from __future__ import annotations


class Html(str):
    """Markup that has been sanitised; the only text that a template may print without escaping."""

    __slots__ = ()

    def __html__(self) -> str:
        return self
