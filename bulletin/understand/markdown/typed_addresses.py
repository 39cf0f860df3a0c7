"""An address as an editor types it → as a page has it: cut first, decoded after, the way browsers do (RFC 3986).

«/tim-kiem?q=rác thải#_ket-qua» → «/tim-kiem/?q=r%C3%A1c%20th%E1%BA%A3i#_ket-qua»; «/files/Mẫu đơn (1).PDF» →
«/files/mau-don-1.pdf»; «files/…», as the keys of a notice have it, is «/files/…».
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple
from urllib.parse import quote, unquote, urlsplit

from bulletin.addresses import asset_url
from bulletin.model.text import OnSite

# Browsers read «\» as «/», and drop line ends and tabs.
_ODD = re.compile(r"[\x00-\x1f\x7f\\]")
_WEB = re.compile(r"https?://", re.IGNORECASE)
_HOST = re.compile(r"\w[\w.-]*|\[[0-9a-f:.]+\]")
_MAIL = re.compile(r"mailto:[^\s@?]+@[^\s@?]+\.[^\s@?]+(?:\?.*)?", re.IGNORECASE)
_PHONE = re.compile(r"tel:\+?[0-9][0-9 .()-]*(?:[;,].*)?", re.IGNORECASE)
_LONE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_ENDING = re.compile(r"\.[A-Za-z0-9]{1,5}$")
_SEGMENT, _QUERY, _FRAGMENT = "~!$&'()*+,;=:@", "~!$&'()*+,;=:@/?%", "-._~:=&,/!"


class _Parts(NamedTuple):
    """An address as browsers cut it, still encoded as typed; `fragment` is None without a «#»."""

    path: str
    query: str
    fragment: str | None


def of_site(typed: str) -> OnSite | None:
    """None for what does not begin at the root of the site («/…», «#…», «files/…»), or hides a way out of it."""
    address = unicodedata.normalize("NFC", typed)
    address = f"/{address}" if address.startswith("files/") else address
    if not address.startswith(("/", "#")) or address.startswith("//"):
        return None
    parts = _cut(address)
    segments = [unquote(part) for part in parts.path.split("/")]
    if _hides_way_out(segments, parts):
        return None
    file = asset_url("/".join(segments)[1:]) if parts.path.startswith("/files/") else ""
    return OnSite(path=file or _page(segments), tail=_tail(parts), file=file)


def _cut(address: str) -> _Parts:
    """At «?» and «#», unless those are signs of a file's name as it lies on disk: «/files/Mẫu #1.pdf»."""
    rest, hash_sign, fragment = address.partition("#")
    path, _, query = rest.partition("?")
    if path.startswith("/files/") and not _ENDING.search(path) and _ENDING.search(address):
        return _Parts(address, "", None)
    return _Parts(path, query, fragment if hash_sign else None)


def _hides_way_out(segments: Sequence[str], parts: _Parts) -> bool:
    """Whether a slash, or what browsers read as one or drop, was encoded: «/%2Fa.vn»."""
    decoded = (*segments, unquote(parts.query), unquote(parts.fragment or ""))
    return any("/" in segment for segment in segments) or any(map(_ODD.search, decoded))


def _page(segments: Sequence[str]) -> str:
    """The address of a page: a folder, as every page has; "" of «#ket-qua», which has no path."""
    url = "/".join(quote(segment, safe=_SEGMENT) for segment in segments)
    return f"{url}/" if url and segments[-1] and "." not in segments[-1] else url


def _tail(parts: _Parts) -> str:
    query = f"?{_percents(parts.query, _QUERY)}" if parts.query else ""
    return query if parts.fragment is None else f"{query}#{quote(unquote(parts.fragment), safe=_FRAGMENT)}"


def outside(typed: str) -> str:
    """The address of another site, a mailbox or a telephone, blanks encoded; "" for what is none that may be used."""
    address = typed.strip()
    if _ODD.search(address):
        return ""
    if _PHONE.fullmatch(address):
        return address.replace(" ", "")
    if _MAIL.fullmatch(address):
        return address.replace(" ", "%20")
    if not _WEB.match(address):
        return ""
    try:
        parts = urlsplit(address)
        usable = _HOST.fullmatch(parts.hostname or "") and (parts.port or 443) > 0
    except ValueError:  # «https://[tên miền]/», «https://a.vn:cổng/»
        return ""
    return address.replace(" ", "%20") if usable else ""


def _percents(text: str, safe: str) -> str:
    """`text` with all encoded that an address cannot hold; what is encoded already stays so."""
    return quote(_LONE_PERCENT.sub("%25", text), safe=safe)
