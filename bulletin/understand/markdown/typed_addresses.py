"""An address as an editor types it → as a page has it: cut first, decoded after, the way browsers do (RFC 3986).

«/tim-kiem?q=rác thải#_ket-qua» → «/tim-kiem/?q=r%C3%A1c%20th%E1%BA%A3i#_ket-qua»; «/files/Mẫu đơn (1).PDF» →
«/files/mau-don-1.pdf»; «files/…», as the keys of a notice have it, is «/files/…».
"""

from __future__ import annotations

import re
import unicodedata
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


def of_site(typed: str) -> OnSite | None:
    """None for what does not begin at the root of the site («/…», «#…», «files/…»), or hides a way out of it."""
    said = unicodedata.normalize("NFC", typed)
    said = f"/{said}" if said.startswith("files/") else said
    if not said.startswith(("/", "#")) or said.startswith("//"):
        return None
    rest, _, fragment = said.partition("#")
    path, _, query = rest.partition("?")
    if path.startswith("/files/") and not _ENDING.search(path) and _ENDING.search(said):
        path, query, fragment = said, "", ""  # signs of a name as it lies on disk: «Mẫu #1.pdf»
    segments = [unquote(part) for part in path.split("/")]
    if any("/" in part for part in segments) or any(map(_ODD.search, (*segments, unquote(query), unquote(fragment)))):
        return None
    file = asset_url("/".join(segments)[1:]) if path.startswith("/files/") else ""
    url = file or "/".join(quote(part, safe=_SEGMENT) for part in segments)
    # Every page of the site is a folder.
    if url and not file and segments[-1] and "." not in segments[-1]:
        url += "/"
    tail = (f"?{_percents(query, _QUERY)}" if query else "") + (
        f"#{quote(unquote(fragment), safe=_FRAGMENT)}" if "#" in said and path != said else ""
    )
    return OnSite(path=url, tail=tail, file=file)


def outside(typed: str) -> str:
    """The address of another site, a mailbox or a telephone, blanks encoded; "" for what is none that may be used."""
    said = typed.strip()
    if _ODD.search(said):
        return ""
    if _PHONE.fullmatch(said):
        return said.replace(" ", "")
    if _MAIL.fullmatch(said):
        return said.replace(" ", "%20")
    if not _WEB.match(said):
        return ""
    try:
        parts = urlsplit(said)
        usable = _HOST.fullmatch(parts.hostname or "") and (parts.port or 443) > 0
    except ValueError:  # «https://[tên miền]/», «https://a.vn:cổng/»
        return ""
    return said.replace(" ", "%20") if usable else ""


def _percents(text: str, safe: str) -> str:
    """`text` with all encoded that an address cannot hold; what is encoded already stays so."""
    return quote(_LONE_PERCENT.sub("%25", text), safe=safe)
