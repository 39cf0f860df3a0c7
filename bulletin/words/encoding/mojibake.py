"""UTF-8 that some program read with a code page of Windows, once or twice: «thÃ´ng bÃ¡o», «thĂ´ng», «thÃƒÂ´ng».

A sequence counts only where it cannot be Vietnamese: «“THỊ XÃ”» and «cây «lá»…» are good texts.
"""

from __future__ import annotations

import re
import unicodedata

# What Windows-1252 (with Latin-1 in its gaps) and Windows-1258 show for a byte.
_BYTES = {
    **{chr(code): code for code in range(0x80, 0x100)},
    **{bytes([code]).decode("cp1252", "ignore"): code for code in range(0x80, 0xA0)},
    "Ă": 0xC3,
    "\u0300": 0xCC,
}
del _BYTES[""]
_RUN = re.compile(f"[{re.escape(''.join(_BYTES))}]{{2,}}")
# «ộ» whose last byte was no character and is lost: «Cá»ng».
_LOST = re.compile("á[»º](?=[^\\W\\d_])")
_SPACED = re.compile("(?<=[a-zà-ỹ])Ã ")
_HALF = re.compile("á[»º]|Ä")
_LETTERS = "ăâđêôơưĂÂĐÊÔƠƯ"
_SURE = re.compile("[\u1ea0-\u1ef9đĐăĂơƠưƯĩĨũŨ\u0300-\u0323\u2010-\u203a\u20ab\U0001f300-\U0001faff]")


def repaired(text: str) -> str:
    """What the text was; where a byte is lost, «�» stands for its letter."""
    for _ in range(3):
        if broken_places(text):
            text = _RUN.sub(_decoded, text)
    # A hard blank that became a soft one; an «Ä» that nothing follows was the first half of «Đ» or «đ».
    text = _SPACED.sub("à", text)
    return unicodedata.normalize("NFC", _HALF.sub("�", text))


def broken_places(text: str) -> list[int]:
    """Where a sequence begins that cannot be Vietnamese."""
    places = [place for run in _RUN.finditer(text) for place in _places(run, text)]
    lost = (m.start() for m in _LOST.finditer(text) if m[0] == "áº" or not _quoted(text, m.start()))
    return sorted({*places, *lost})


def _places(run: re.Match[str], text: str) -> list[int]:
    shown, places, at = run[0], list[int](), 0
    while at < len(shown):
        length, meant = _read(shown, at)
        start, end = run.start() + at, run.start() + at + length
        if meant and (_surely(meant, text, start, end) or _inside(text, start, end)):
            places.append(start)
        at += length or 1
    return places


def _surely(meant: str, text: str, start: int, end: int) -> bool:
    """No syllable ends in «Ä», «Æ»; one may end in «á», before a quotation mark that was opened."""
    if not _SURE.fullmatch(meant):
        return False
    return text[start] != "á" or text[start + 1] != "»" or not _quoted(text, start) or text[end : end + 1].isalpha()


def _quoted(text: str, at: int) -> bool:
    return text.rfind("«", max(at - 200, 0), at) >= 0


def _inside(text: str, start: int, end: int) -> bool:
    """Capital «Ã» behind a small letter, or the word goes on behind what it shows: «XÃ” là» is good, «THÃ”NG» not."""
    goes_on = text[end : end + 1].isalpha() and text[start + 1] != "\xa0"
    return text[start] in "ÃÂĂ" and (text[start - 1 : start].islower() or goes_on)


def _decoded(run: re.Match[str]) -> str:
    shown, out, at = run[0], [], 0
    while at < len(shown):
        length, meant = _read(shown, at)
        out.append(meant or shown[at])
        at += length or 1
    return "".join(out)


def _read(shown: str, at: int) -> tuple[int, str]:
    """(how many characters it takes, the one it was) of the sequence at `at`; (0, "") when there is none."""
    lead = _BYTES[shown[at]]
    length = 2 if 0xC2 <= lead < 0xE0 else 3 if 0xE0 <= lead < 0xF0 else 4 if 0xF0 <= lead < 0xF5 else 0
    data = bytes(_BYTES[character] for character in shown[at : at + length])
    if len(data) < 2 or any(byte & 0xC0 != 0x80 for byte in data[1:]):
        return 0, ""
    meant = data.decode("utf-8", "ignore")
    return (length, meant) if meant and _belongs(meant) else (0, "")


def _belongs(meant: str) -> bool:
    """Letters and punctuation of Vietnamese, and what stands in between where it happened twice."""
    return meant in _BYTES or meant in _LETTERS or _SURE.fullmatch(meant) is not None
