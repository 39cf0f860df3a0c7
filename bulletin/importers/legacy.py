"""Text in fonts from before Unicode (TCVN3, VNI) → Unicode, by the font of a run alone and never by its letters.

Two traps. Letters alone do not tell: a font may be named so and hold Unicode («VNI-Times» over «công» as «công»), so
text with letters that only Unicode has stays, and text that is better Vietnamese as it stands stays. And a letter of
VNI is two codes, which may stand in two runs («a» plain, «ù» bold): runs of one font that follow each other are read
together, and the letter belongs where it begins.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from bulletin.model.legacy_font import LegacyFont
from bulletin.model.paper import Remark
from bulletin.words.encoding.legacy_charsets import CHARSETS, Charset
from bulletin.words.encoding.syllables import is_syllable

_OF_UNICODE = re.compile("[ăĂđĐĩĨũŨơƠưƯ\u1ea0-\u1ef9\u0300-\u036f]")
_WORD = re.compile(r"[^\W\d_]+")


class LegacyFonts:
    """The rows of `legacy-fonts.yml`, at work on one paper; `converted_words` counts what it changed."""

    def __init__(self, rows: Sequence[LegacyFont]) -> None:
        self._rows = tuple(
            (row, charset) for row in rows for charset in CHARSETS if charset.name.startswith(row.charset)
        )
        self._known: dict[str, tuple[LegacyFont, Charset] | None] = {}
        self.converted_words = 0

    def converted(self, font: str, text: str) -> str:
        """Text of one run."""
        return self.converted_runs([(font, text)])[0]

    def converted_runs(self, runs: Sequence[tuple[str, str]]) -> list[str]:
        """The texts of runs (font, text) of one paragraph; what is in no such font comes back as it is."""
        if not any(self._row(font) for font, _ in runs):
            return [text for _, text in runs]
        out: list[str] = []
        for charset, group in groupby(runs, self._charset):
            members = list(group)
            texts = [text for _, text in members]
            if charset is not None and _is_legacy(charset, "".join(texts)):
                self.converted_words += len(_WORD.findall("".join(texts)))
                made = zip(members, _converted(charset, texts), strict=True)
                texts = [text.upper() if self._capitals(font) else text for (font, _), text in made]
            out += texts
        return out

    def remark(self) -> Remark:
        """What the editor is told of it."""
        says = f"{self.converted_words} chữ gõ bằng phông cũ (TCVN3 hoặc VNI) đã đổi sang Unicode; hãy đọc lại"
        return Remark(says=says)

    def _row(self, font: str) -> tuple[LegacyFont, Charset] | None:
        if font not in self._known:
            self._known[font] = next((pair for pair in self._rows if font.startswith(pair[0].starts)), None)
        return self._known[font]

    def _charset(self, run: tuple[str, str]) -> Charset | None:
        row = self._row(run[0])
        return row[1] if row else None

    def _capitals(self, font: str) -> bool:
        row = self._row(font)
        return bool(row and row[0].capitals and font.rstrip().endswith(row[0].capitals))


def _is_legacy(charset: Charset, text: str) -> bool:
    """Whether text in such a font is in its codes: better Vietnamese when it is read so, or no Vietnamese at all."""
    if text.isascii() or _OF_UNICODE.search(text):
        return False
    before = sum(map(is_syllable, _WORD.findall(text)))
    after = sum(map(is_syllable, _WORD.findall("".join(_converted(charset, [text])))))
    return after > before or (after == before and charset.sure.search(text) is not None)


def _converted(charset: Charset, texts: Sequence[str]) -> list[str]:
    """Each run's letters; one that begins in a run and ends in the next belongs to the first."""
    whole = "".join(texts)
    owner = [run for run, text in enumerate(texts) for _ in text]
    out, last = [""] * len(texts), 0
    for match in charset.shown.finditer(whole):
        for i in range(last, match.start()):
            out[owner[i]] += whole[i]
        out[owner[match.start()]] += charset.letters[match[0]]
        last = match.end()
    for i in range(last, len(whole)):
        out[owner[i]] += whole[i]
    return out
