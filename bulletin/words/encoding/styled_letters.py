"""Characters that only look like letters: «𝐓𝐇𝐎̂𝐍𝐆 𝐁𝐀́𝐎» of Facebook posts, full width, circles, small capitals.

No screen reader says them, no search finds them, old phones show boxes.
"""

from __future__ import annotations

import re
import unicodedata

_SMALL = dict(zip("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnopqrstuvwyz", strict=True))
_RANGES = (
    (0x1D400, 0x1D7FF), (0xFF10, 0xFF19), (0xFF21, 0xFF3A), (0xFF41, 0xFF5A), (0x24B6, 0x24E9), (0x1F130, 0x1F149),
)  # fmt: skip
# Letters that the plane of mathematics leaves out, because they were there before.
_OLDER = "ℂℊℋℌℍℎℐℑℒℕℙℚℛℜℝℤℨℬℭℯℰℱℳℴ"
_BLACK = {chr(first + i): chr(65 + i) for first in (0x1F150, 0x1F170) for i in range(26)}
PLAIN = {
    **_SMALL,
    **_BLACK,
    **{chr(c): unicodedata.normalize("NFKC", chr(c)) for first, last in _RANGES for c in range(first, last + 1)},
    **{c: unicodedata.normalize("NFKC", c) for c in _OLDER},
}
PLAIN = {styled: letter for styled, letter in PLAIN.items() if letter.isascii() and letter.isalnum()}
_TABLE = str.maketrans(PLAIN)
# As ranges: a class of a thousand characters is slow. Greek letters of mathematics are among them, and stay.
_CLASS = "".join(f"{chr(first)}-{chr(last)}" for first, last in _RANGES)
_CLASS = f"[{_CLASS}\U0001f150-\U0001f169\U0001f170-\U0001f189{_OLDER}{''.join(_SMALL)}]"
_STYLED = re.compile(_CLASS)
# One alone may be meant: «hộp Ⓐ», the blood group 🅰.
WORDS = re.compile(f"{_CLASS}(?:[\u0300-\u036f]|[^\\w\\s]){{0,4}}{_CLASS}")


def unstyled(text: str) -> str:
    """«𝐓𝐇𝐎̂𝐍𝐆 𝐁𝐀́𝐎» → «THÔNG BÁO»; other text as it is."""
    if text.isascii() or not _STYLED.search(text):
        return text
    return unicodedata.normalize("NFC", text.translate(_TABLE))
