"""What finds the rows of `letterhead.yml`: what stands at the head and the foot of a paper."""

from __future__ import annotations

import re
from typing import get_args

from bulletin.model.letterhead_mark import LetterheadMark, MarkKind
from bulletin.words.text.fold import fold

_KINDS: tuple[MarkKind, ...] = get_args(MarkKind)
_SIGNS = re.compile(r"[^a-z0-9]+")
_WORD = re.compile(r"[^\W_]+")
_HALF = 3  # words of a piece of a motto
_AROUND = " \t\u00a0.,:;-–—_*()[]“”\"'"


def bare(text: str) -> str:
    """«Độc lập – Tự do–Hạnh phúc» → «doc lap tu do hanh phuc»: what lines are compared by."""
    return _SIGNS.sub(" ", fold(text)).strip()


def _keys(text: str) -> tuple[str, str]:
    """How a row is found: by its very letters, and by those that a line without any marks has."""
    return _key(text), bare(text)


def _key(text: str) -> str:
    """What a line is looked up by: «Bản» is not «Ban», but «BAN NHAN DAN» is whatever it may be."""
    if text.isascii():
        return bare(text)
    return " ".join(_WORD.findall(text.casefold().replace("uỷ", "ủy").replace("oà", "òa")))


class Letterhead:
    """The rows, laid out for looking up. Texts are lines of a paper, or what is left of one."""

    def __init__(self, rows: tuple[LetterheadMark, ...]) -> None:
        by_kind = {kind: tuple(row.text for row in rows if row.kind == kind) for kind in _KINDS}
        self._mottos = {bare(row.text): row.system for row in rows if row.kind == "motto"}
        # «HỒ CHÍ MINH» is a city too.
        self._cut = tuple(m for m, system in self._mottos.items() if system != "mass")
        self._secrets = frozenset(by_kind["secret"])
        self._urgencies = {bare(text): text for text in by_kind["urgency"]}
        self._stamps = frozenset(map(bare, by_kind["stamp"]))
        self._signed = frozenset(map(bare, by_kind["signed"]))
        self._e_signature = tuple(text.casefold() for text in by_kind["e-signature"])
        self._goes_on = frozenset(key for text in by_kind["goes on"] for key in _keys(text))
        self._begins = tuple(f"{key} " for text in by_kind["begins"] for key in _keys(text))
        self._roles = tuple(f"{key} " for text in by_kind["role"] for key in _keys(text))
        self.types = by_kind["type"]
        self.bodies = (*by_kind["goes on"], *by_kind["begins"])
        words = "|".join(re.escape(text) for text in sorted(by_kind["authority"], key=len, reverse=True))
        # A dot behind, or letters that would be a word of their own: «TM ỦY BAN», «KT.CHỦ TỊCH», no «TMĐT».
        self._authority = re.compile(rf"(?:{words})(?:\s?\.\s?|\s+)(?=\w)")
        ranks = "|".join(re.escape(text) for text in sorted(by_kind["rank"], key=len, reverse=True))
        self._ranks = re.compile(rf"(?:(?:{ranks})(?:\.\s?|,?\s+))+", re.IGNORECASE)

    def motto(self, text: str) -> bool:
        """Whether a line is one motto, two that a break has lost, or half of one that a break has cut."""
        line = bare(text)
        if len(line.split()) >= _HALF and any(
            f"{m} ".startswith(f"{line} ") or f" {m}".endswith(f" {line}") for m in self._cut if text.isupper()
        ):
            return True
        while line:
            motto = next((m for m in self._mottos if line == m or line.startswith(f"{m} ")), None)
            if motto is None:
                return False
            line = line[len(motto) :].strip()
        return bool(text.strip(_AROUND))

    def system(self, text: str) -> str:
        """Whose motto a line is: «state», «party», «mass», "" for none."""
        return self._mottos.get(bare(text), "")

    def secret(self, text: str) -> str:
        """The mark of secrecy that fills a line, "" for none. Tone marks count here: «Mặt» is no secret."""
        line = " ".join(text.strip(_AROUND).split())
        _, _, after = line.partition(":")
        return next((t for t in (line, after.strip(_AROUND).upper()) if t in self._secrets), "")

    def urgency(self, text: str) -> str:
        """The urgency that fills a line in capitals, as the key spells it; "" for none."""
        return self._urgencies.get(bare(text), "") if text.isupper() else ""

    def stamp(self, text: str) -> bool:
        """Whether a stamp fills a line."""
        return bare(text) in self._stamps or bare(re.sub(r"(?i)lần\s.*|\d.*", "", text)) in self._stamps

    def signed(self, text: str) -> bool:
        """Whether the line stands for a signature."""
        return bare(text) in self._signed

    def e_signature(self, text: str) -> bool:
        """Whether a line is one of the stamp of an electronic signature, by what it begins with."""
        return " ".join(text.split()).casefold().startswith(self._e_signature)

    def goes_on(self, text: str) -> bool:
        """Whether the name of a body needs the next line."""
        return _key(text) in self._goes_on

    def begins_body(self, text: str) -> bool:
        """Whether a line may begin the name of a body."""
        return f"{_key(text)} ".startswith(self._begins)

    def authority(self, text: str) -> re.Match[str] | None:
        """«TM. » at the beginning of a line."""
        return self._authority.match(text.strip())

    def role(self, text: str) -> bool:
        """Whether a line in capitals may be an office that somebody holds."""
        return text.isupper() and f"{_key(text)} ".startswith(self._roles)

    def without_rank(self, text: str) -> str:
        """«PGS.TS. Nguyễn Văn A» → «Nguyễn Văn A»."""
        return self._ranks.sub("", text.strip(), count=1).strip()
