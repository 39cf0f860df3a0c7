"""The part of an address that is made of a name which was read from a text."""

from __future__ import annotations

import hashlib
import unicodedata

from bulletin.words.text.fold import slug

# Names that Windows keeps for itself: a site copied to a USB stick must open there too.
RESERVED = {"con", "prn", "aux", "nul", *(f"{n}{i}" for n in ("com", "lpt") for i in range(1, 10))}
_LONGEST = 100  # characters of a name, «/van-ban/» and the number before it, in an address of at most 200


def named_part(name: str) -> str:
    """The part of an address for a name that was read from a text: its slug, cut where a file's name would be too long.
    Letters of another script (北京市), and names that Windows keeps for itself, get six characters of the name's hash;
    of nothing comes nothing."""
    if not name.strip():
        return ""
    part = slug(name)[:_LONGEST].rstrip("-")
    if part and part not in RESERVED and not _is_foreign(name):
        return part
    digest = hashlib.sha256(unicodedata.normalize("NFKC", name).casefold().encode()).hexdigest()[:6]
    return f"{part}-{digest}" if part else f"ten-{digest}"


def _is_foreign(name: str) -> bool:
    """Whether a slug would lose letters of it."""
    characters = set(unicodedata.normalize("NFC", name)) if not name.isascii() else ()
    return any(not c.isascii() and c.isalnum() and not slug(c) for c in characters)
