"""Html: markup that may stand on a page as it is."""

from __future__ import annotations


class Html(str):
    """Markup of our own writing, in which all that an editor typed is escaped: the only text that a template prints as
    it is."""

    __slots__ = ()

    def __html__(self) -> str:
        return self
