"""The lines of a signature: for whom, as what, who.

TL. CHỦ TỊCH⏎KT. CHÁNH VĂN PHÒNG⏎PHÓ CHÁNH VĂN PHÒNG⏎(Đã ký)⏎Nguyễn Văn A
→ authority («TL. CHỦ TỊCH», «KT. CHÁNH VĂN PHÒNG»), role «PHÓ CHÁNH VĂN PHÒNG», name «Nguyễn Văn A»
"""

from __future__ import annotations

import re

from bulletin.knowledge.letterhead import Letterhead

_MOST_LINES = 8  # of offices
_LONGEST = 60  # signs of an office in small letters
_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]*)*")
_OPEN_NAME = re.compile(r"\{\{[^{}]*\}\}?|«+[^«»]*»+|[.…_\s]{3,}")
_HALVES = frozenset(("PHÓ", "QUYỀN", "Q.", "TỔNG", "CHI", "THỨ"))  # the role goes on behind these words


class Signer:
    """What the lines of one signature have said so far. `open`: a name is still to be filled in."""

    def __init__(self, marks: Letterhead) -> None:
        self.marks = marks
        self.authority: list[str] = []
        self.roles: list[str] = []
        self.name = ""
        self.open = self.signed = False

    @property
    def began(self) -> bool:
        return bool(self.authority or self.roles)

    @property
    def complete(self) -> bool:
        """Whether somebody signs: an office and a name, or the place of one."""
        return self.began and bool(self.name or self.open or self.signed)

    def takes(self, text: str, *, beside: bool = False) -> bool:
        """Whether a line is one of the signature; it is kept then. `beside` the recipients, where nothing else stands,
        an office needs no capitals: «Trưởng trạm»."""
        if beside and not self.name and len(text) < _LONGEST and self._is_office(text):
            (self.authority if self.marks.authority(text) else self.roles).append(text)
            return True
        if self.marks.signed(text) and self.began:
            self.signed = True
            return True
        return not self.name and (self._takes_office(text) or (self.began and self._takes_name(text)))

    def _is_office(self, text: str) -> bool:
        return not text.isupper() and (self.marks.authority(text) is not None or self.marks.role(text.upper()))

    def _takes_office(self, text: str) -> bool:
        if len(self.roles) + len(self.authority) >= _MOST_LINES:
            return False
        if text.isupper() and self.marks.authority(text):
            self._authority(text)
        elif self.marks.role(text):
            self.roles.append(text)
        else:
            return False
        return True

    def _takes_name(self, text: str) -> bool:
        """Below an office: the name, the place of one, or the office going on."""
        if _OPEN_NAME.fullmatch(text):
            self.open = True
        elif self._is_name(text):
            self.name = text
        elif text.isupper() and len(text) < 80 and not self.signed and len(self.roles) < _MOST_LINES:
            (self.roles or self.authority).append(text)
        else:
            return False
        return True

    def _authority(self, text: str) -> None:
        """«TM. ỦY BAN NHÂN DÂN CHỦ TỊCH» on one line is two."""
        words = text.split()
        acts_for_office = not text.upper().startswith(("TM", "T/M"))
        for i in range(2, len(words)):
            before = " ".join(words[1:i])
            if words[i - 1] in _HALVES or not self.marks.role(" ".join(words[i:])):
                continue
            if not acts_for_office or self.marks.role(before):
                self.authority.append(" ".join(words[:i]))
                self.roles.append(" ".join(words[i:]))
                return
        self.authority.append(text)

    def _is_name(self, text: str) -> bool:
        """Words that all begin with a capital; in capitals throughout only behind an office, and no body's name."""
        bare = self.marks.without_rank(text)
        words = bare.split()
        if not (2 <= len(words) <= 6 and all(_WORD.fullmatch(word) and word[0].isupper() for word in words)):
            return False
        return not bare.isupper() or (bool(self.roles) and not self.marks.begins_body(bare) and len(words) < 6)
