"""«Nơi nhận:» and its items. The drafter's initials behind «Lưu: …» are nobody's business: `public` is without them.

- Lưu: VT, NCKS.Châu     → as printed «Lưu: VT, NCKS.Châu», public «Lưu: VT, NCKS»
"""

from __future__ import annotations

import re

from bulletin.importers.pieces import Piece
from bulletin.words.text.fold import fold

_TITLE = re.compile(r"n[ơo]i\s(?:nhận|nhan|gửi|gui)\s*(?::|\.|$)\s*", re.IGNORECASE)
_BULLET = re.compile(r"\s*(?:[-–—+•*·]+|\u2610)\s*")
_END = re.compile(r"\s*(?:\./\.?|[;.,])\s*$")
_SEVERAL = re.compile(r"[;.,]\s+[-–]\s+(?=\S)")
_OPEN = re.compile(r"\{\{[^{}]*\}\}?|«+[^«»]*»+|[.…_\s]+")
_KEPT = re.compile(r"(lưu|luu)\b\s*:?\s*", re.IGNORECASE)
_CODE = re.compile(r"[A-ZĐƠƯÂÊÔĂ0-9][A-ZĐƠƯÂÊÔĂ0-9.&-]*")  # «VT», «P.CNTT», «ĐT&QHXD»
_WORDS = re.compile(r"(?i:văn thư|văn phòng|hồ sơ|vp|vt|chi bộ|đảng ủy|đảng uỷ|cơ quan|đơn vị)\b.*")
_LONGEST = 300


class Recipients:
    """The list as far as it has been read: items as `printed`, and what of them may be `public`."""

    def __init__(self) -> None:
        self.opened = False
        self.items: list[str] = []
        self.public: list[str] = []
        self._ended = True

    def opens(self, text: str) -> bool:
        """Whether a line is «Nơi nhận:»."""
        m = _TITLE.match(text)
        return m is not None and ("nhận:" in text.lower() or len(text) < 12 or ":" in text[: m.end()])

    def goes_on(self, piece: Piece, *, signs: bool) -> bool:
        """Whether a line below belongs to the list."""
        if signs or len(piece.text) > _LONGEST or (_is_kept(self.items) and not self._bulleted(piece)):
            return False
        return self._bulleted(piece) or piece.side == "left" or not self._ended or not self.items

    def take(self, piece: Piece) -> bool:
        """Keep a line that opens the list or goes on with it; False where it is still to be filled in."""
        text = piece.text
        if not self.opened and self.opens(text):
            self.opened = True
            text = _TITLE.sub("", text, count=1)
        if not text or _OPEN.fullmatch(text):
            return not text.strip(" ._…")
        small = (
            " ".join("".join(run.text for run in piece.line.runs if run.small).split()) if not piece.line.small else ""
        )
        for i, item in enumerate(_SEVERAL.split(text)):
            self._item(item, new=i > 0 or self._bulleted(piece), small=small)
        return True

    def _item(self, text: str, *, new: bool, small: str) -> None:
        bare = _END.sub("", _BULLET.sub("", text, count=1) if _BULLET.match(text) else text).strip()
        if not bare:
            return
        if self.items and not new and not (self._ended and not bare[:1].islower()) and not _KEPT.match(bare):
            self.items[-1] += f" {bare}"
            self.public[-1] = self.items[-1]
        else:
            self.items.append(bare)
            self.public.append(bare)
        self.public[-1] = _public(self.items[-1], small)
        self._ended = bool(re.search(r"[;.]\s*$", text))

    @staticmethod
    def _bulleted(piece: Piece) -> bool:
        return bool(piece.line.label) or _BULLET.match(piece.text) is not None


def _is_kept(items: list[str]) -> bool:
    return bool(items) and _KEPT.match(items[-1]) is not None


def _public(item: str, small: str) -> str:
    """What is kept where, without who drafted it: codes in capitals stay, and words for an office."""
    m = _KEPT.match(item)
    if m is None:
        return item
    rest = item[m.end() :]
    if small and rest.endswith(small) and not _CODE.fullmatch(small):
        rest = rest.removesuffix(small)
    if _WORDS.match(rest) and not re.search(r"[,.(/]", rest):
        return item
    kept = [code for part in re.split(r"[,;]", rest) if (code := _codes(part.strip()))]
    return f"{item[: m.end()].rstrip()} {', '.join(kept)}".rstrip() if kept else m[1]


def _codes(part: str) -> str:
    """«NCKS.Châu» → NCKS, «CCVC(Thuận)» → CCVC, «TCCB (5b)» → TCCB; «ctthuan» → nothing."""
    m = _CODE.match(part)
    if m is None:
        return part if _WORDS.fullmatch(fold(part)) else ""
    behind = part[m.end() :]
    code = m[0].rstrip(".-&")
    if behind[:1].isalpha():  # «KGVXVHTin507», «NCKS.Châu»: the last capital begins the name
        head, dot, _ = m[0][:-1].rpartition(".")
        return head if dot else ""
    return code
