"""Markup → Html through an allow-list. The only door to nh3. Content is untrusted, so all of it passes here."""

from __future__ import annotations

import re

import nh3

from bulletin.model.html import Html

_TAGS = {
    "a", "blockquote", "br", "code", "dd", "div", "dl", "dt", "em", "h2", "h3", "h4", "h5", "h6", "hr", "img", "li",
    "ol", "p", "strong", "sub", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
_HEADS = {"h2", "h3", "h4", "h5", "h6"}
_ATTRIBUTES = {
    "a": {"href", "id", "title", "class"},
    "div": {"class"},
    "img": {"src", "alt", "title"},
    "li": {"id", "value"},
    "ol": {"start"},
    "sup": {"id"},
    "td": {"class"},
    "th": {"class", "scope"},
    **{head: {"id"} for head in _HEADS},
}
_SCHEMES = {"http", "https", "mailto", "tel"}
_CLEANER = nh3.Cleaner(
    tags=_TAGS, clean_content_tags=set(), attributes=_ATTRIBUTES, url_schemes=_SCHEMES, link_rel=None
)
_OPENING = re.compile(r"<([a-z][a-z0-9]*)((?:\s+[a-z-]+=\"[^\"]*\")*)")


def sanitise(markup: str) -> tuple[Html, str]:
    """Clean `markup`, well-formed XHTML as the serializer writes it. Second value: the first thing removed, or ""."""
    clean = _CLEANER.clean(markup)
    return Html(clean), _removed(markup, clean)


def _removed(before: str, after: str) -> str:
    if before.count("<") == after.count("<") and before.count('="') == after.count('="'):
        return ""
    kept = [(m[1], m[2].count('="')) for m in _OPENING.finditer(after)]
    for m in _OPENING.finditer(before):
        if (m[1], m[2].count('="')) not in kept:
            return m[0] + ">"
        kept.remove((m[1], m[2].count('="')))
    return ""
