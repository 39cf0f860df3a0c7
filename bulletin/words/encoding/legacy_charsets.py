"""Vietnamese before Unicode, read as Windows shows it: TCVN3 (fonts «.VnTime», ABC), VNI-Windows, VISCII.

TCVN3 is the third table of TCVN 5712:1993, VISCII is RFC 1456, both as in glibc's charmaps; of VISCII the codes that
Windows shows as punctuation are left out. VNI sets the diacritics of a vowel behind it, as a character of its own.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from bulletin.words.encoding.syllables import is_syllable

_ABC_CODES = (
    *range(0xA1, 0xAF), *range(0xB5, 0xBA), *range(0xBB, 0xBF), *range(0xC6, 0xCD), *range(0xCE, 0xD9),
    *range(0xDC, 0xE0), *range(0xE1, 0xF0), *range(0xF1, 0xFF),
)  # fmt: skip
_ABC_LETTERS = "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"  # fmt: skip
_VISCII_LETTERS = "ÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ"
_ABC = {chr(code): letter for code, letter in zip(_ABC_CODES, _ABC_LETTERS, strict=True)}
_VISCII = {chr(code): letter for code, letter in zip(range(0xA0, 0x100), _VISCII_LETTERS, strict=True) if code > 0xA0}

_TONES = dict(zip("ùøûõï", "\u0301\u0300\u0309\u0303\u0323", strict=True))
_HATS = dict(zip("âáàåãä", ("\u0302", *(f"\u0302{tone}" for tone in _TONES.values())), strict=True))
_BREVES = dict(zip("êéèúüë", ("\u0306", *(f"\u0306{tone}" for tone in _TONES.values())), strict=True))
_ALONE = {"ñ": "đ", "ô": "ơ", "ö": "ư", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}
_UNIT = re.compile("(?:[kcdm]?m)[²³]|°[CF]?|[½¼¾©®«»·–]")


def _vni() -> Mapping[str, str]:
    """What Windows shows → letter, of VNI: «aù» → «á», also «Aù» and «AÙ»."""
    hatted = {**_TONES, **_HATS}
    diacritics = {"a": {**hatted, **_BREVES}, "e": hatted, "o": hatted, "u": _TONES, "y": _TONES}
    pairs = {vowel + shown: vowel + mark for vowel, marks in diacritics.items() for shown, mark in marks.items()}
    pairs |= {
        shown + tone: letter + mark for shown, letter in (("ô", "ơ"), ("ö", "ư")) for tone, mark in _TONES.items()
    }
    pairs |= _ALONE
    upper = {shown[0].upper() + shown[1:]: letter.upper() for shown, letter in pairs.items()}
    shout = {shown.upper(): letter.upper() for shown, letter in pairs.items()}
    return {shown: unicodedata.normalize("NFC", letter) for shown, letter in {**upper, **shout, **pairs}.items()}


@dataclass(frozen=True, slots=True, eq=False)
class Charset:
    """`letters`: what Windows shows → what was meant. `word` finds words, `sure` what stands in no Vietnamese word;
    `somewhere` tells quickly whether a text has anything of that."""

    name: str
    letters: Mapping[str, str]
    shown: re.Pattern[str]
    word: re.Pattern[str]
    sure: re.Pattern[str]
    somewhere: re.Pattern[str]


def _charset(name: str, letters: Mapping[str, str], sure: str, somewhere: str = "") -> Charset:
    shown = sorted(letters, key=len, reverse=True)
    word = f"[A-Za-z{re.escape(''.join(sorted(set(''.join(shown)))))}]+"
    return Charset(
        name,
        letters,
        re.compile("|".join(map(re.escape, shown))),
        re.compile(word),
        re.compile(sure),
        re.compile(somewhere or sure),
    )


# Not «m²», «°C», «½», «QÐ», and a quotation mark only inside a word: these stand beside letters in good texts too. A
# capital behind a small letter is another letter.
_NO_VIETNAMESE = (
    "[¡-¦¨-¯´-¶¸º»À-Þßäåæçëîïñöûüþÿ]"  # first, for a search for one of a class is ten times as fast as for this or that
    "(?:(?<=[¡-¦¨-ª¬-¯´-¶¸ºÄ-ÇËÎÏÑÖ×ØÛÜÞßäåæçëîïñöûüþÿ])|(?<=[a-z][À-ÏÑ-Þ])|(?<=[a-z][«»])(?=[a-z]))"
)
_NO_VNI = "(?i:[øûïåäëüñöæî]|a[âáàãùõêéèú]|e[âáàãùõ]|o[âùõ])"
# The same by its last character.
_NO_VNI_SOMEWHERE = (
    "[âáàãùõêéèúÂÁÀÃÙÕÊÉÈÚøûïåäëüñöæîØÛÏÅÄËÜÑÖÆÎ]"
    "(?:(?<=[øûïåäëüñöæîØÛÏÅÄËÜÑÖÆÎ])|(?<=[aA][âáàãùõêéèúÂÁÀÃÙÕÊÉÈÚ])|(?<=[eE][âáàãùõÂÁÀÃÙÕ])|(?<=[oO][âùõÂÙÕ]))"
)
CHARSETS = (
    _charset("TCVN3, phông .VnTime", _ABC, _NO_VIETNAMESE),
    _charset("VNI, phông VNI-Times", _vni(), _NO_VNI, _NO_VNI_SOMEWHERE),
    _charset("VISCII", _VISCII, _NO_VIETNAMESE),
)


def _broken(charset: Charset, word: str) -> bool:
    foreign = charset.sure.search(word.strip("«»"))
    if not foreign or (len(word) < 3 and word.startswith(foreign[0])) or is_syllable(word):
        return False
    right = converted(charset, word)
    return right != word and is_syllable(right)


def broken_words(charset: Charset, text: str) -> list[re.Match[str]]:
    """The words of `text` that are no Vietnamese as they stand, and are when they are read with `charset`."""
    if not charset.somewhere.search(text):
        return []
    return [m for m in charset.word.finditer(text) if not m[0].isascii() and _broken(charset, m[0])]


def converted(charset: Charset, text: str) -> str:
    """«Th«ng b¸o» → «Thông báo»; capitals of TCVN3 with a tone are small letters in a font of capitals."""
    return charset.word.sub(lambda word: _word(charset, word[0]), text)


def mended(charset: Charset, text: str) -> str:
    """The same for the broken words alone."""
    return charset.word.sub(lambda word: _word(charset, word[0]) if _broken(charset, word[0]) else word[0], text)


def _word(charset: Charset, word: str) -> str:
    if _UNIT.fullmatch(word):
        return word
    right = charset.shown.sub(lambda m: charset.letters[m[0]], word)
    plain = [c for c in word if c.isascii()]
    return right.upper() if len(plain) > 1 and all(c.isupper() for c in plain) else right
