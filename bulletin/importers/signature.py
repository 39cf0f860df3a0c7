"""The foot of a paper: who signs and who receives it; and what is attached behind it.

It may be a table, tabs, or lines one below another. A paper may hold several (a decision and the rules it issues, a
form that shows what a foot looks like): the paper's own is the first that has both recipients and a signer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bulletin.importers.pieces import Piece, pieces
from bulletin.importers.recipients import Recipients
from bulletin.importers.signer import Signer
from bulletin.importers.taken import For, Taken
from bulletin.knowledge.letterhead import Letterhead
from bulletin.model.imported import Doubt
from bulletin.model.paper import Block, Box, Line, Picture, Table

_RULE = re.compile(r"[\s\-–—_=*.…~\[\]]+")
_LONGEST = 120  # blocks of a foot
_MOST_SIGNERS = 3  # lines of authority that the key holds


@dataclass(frozen=True, slots=True, kw_only=True)
class Foot:
    """`before` and `behind` are the blocks around it; `recipients` as printed, `public` without drafters' initials."""

    before: tuple[Block, ...]
    behind: tuple[Block, ...] = ()
    authority: tuple[str, ...] = ()
    role: str = ""
    name: str = ""
    recipients: tuple[str, ...] = ()
    public: tuple[str, ...] = ()
    taken: tuple[Taken, ...] = ()
    doubts: tuple[Doubt, ...] = ()


def read_foot(blocks: Sequence[Block], marks: Letterhead, *, has_head: bool = True) -> Foot:
    """Part the foot of a paper from its body and from what stands behind it. A paper without a head (`has_head`) may be
    a form or rules on forms: there only what has recipients, an office and a name is a foot."""
    feet = [foot for at in range(len(blocks)) if (foot := _foot_from(blocks, at, marks))]
    both = next((foot for foot in feet if foot.recipients and foot.chosen.complete), None)
    if not has_head:
        feet = [both] if both and both.chosen.name else []
        both = None
    signed = [foot for foot in feet if foot.chosen.complete]
    listed = [foot for foot in feet if foot.recipients]
    chosen = both or next(reversed(signed or listed), None)
    return chosen.foot(blocks) if chosen else Foot(before=tuple(blocks))


def _foot_from(blocks: Sequence[Block], at: int, marks: Letterhead) -> _Reading | None:
    """The foot that begins with the block `at`; None where none does."""
    first = blocks[at]
    found = pieces([first]) if not isinstance(first, Picture) else ()
    if not found or not _Reading(marks, at).begins(first, found):
        return None
    reading = _Reading(marks, at)
    for block in blocks[at : at + _LONGEST]:
        if isinstance(block, Picture):  # of a signature or a stamp
            reading.stop += 1
            continue
        if not reading.takes(block, pieces([block])):
            break
        reading.stop += 1
    return reading if reading.holds else None


class _Reading:
    """What the pieces of a foot have said so far; it is `blocks[start:stop]`."""

    def __init__(self, marks: Letterhead, start: int) -> None:
        self.marks = marks
        self.start = self.stop = start
        self.signer = Signer(marks)
        self.other = Signer(marks)  # on the left, where it is not the recipients
        self._list = Recipients()
        self.taken: list[Taken] = []
        self.doubts: list[Doubt] = []

    @property
    def recipients(self) -> tuple[str, ...]:
        return tuple(self._list.items)

    @property
    def holds(self) -> bool:
        """Whether it is a foot: two who sign side by side are not told apart, and stay in the text."""
        return not (self.other.began and self.signer.began) and (self.chosen.complete or bool(self._list.items))

    @property
    def chosen(self) -> Signer:
        """Who signs: an office on the left alone is the signer's."""
        return self.signer if self.signer.began else self.other

    def begins(self, block: Block, found: Sequence[Piece]) -> bool:
        """Whether a foot may begin with `block`: with «Nơi nhận», or with an office in capitals."""
        offices = [p for p in found if p.text.isupper() and (self.marks.authority(p.text) or self.marks.role(p.text))]
        if isinstance(block, Table) and block.ruled and len(block.rows) > 2:
            return False
        return any(self._list.opens(piece.text) for piece in found) or bool(offices)

    def takes(self, block: Block, found: Sequence[Piece]) -> bool:
        """Whether the block is of the foot; what it says is kept then. An empty one is."""
        if isinstance(block, Line):
            return self._takes_line(found)
        if not isinstance(block, Table | Box) or not self.begins(block, found):
            return not found
        strange = [piece for piece in found if not self._takes(piece)]
        for piece in strange:
            says = f"ở chỗ ký có dòng chưa hiểu: «{piece.text}»"
            self.doubts.append(Doubt(field="signer", says=says, place=piece.line.place))
            self._took(piece, "told")
        return len(strange) <= len(found) // 2

    def _takes_line(self, found: Sequence[Piece]) -> bool:
        """A line counts whole: what is half of a foot is text."""
        before = len(self.taken)
        for piece in found:
            if not self._takes(piece):
                del self.taken[before:]
                return False
        return True

    def _takes(self, piece: Piece) -> bool:
        text = piece.text
        if _RULE.fullmatch(text) or (self.chosen.began and self.marks.e_signature(text)):
            self._took(piece, "furniture")
        elif self._list.opens(text) and self._list.opened:  # of another paper
            return False
        elif self._list.opens(text) or self._goes_on(piece):
            if self._list.take(piece):
                self._took(piece, "field", "recipients")
            else:
                self._took(piece, "told", "recipients")
                says = f"chưa ghi nơi nhận: «{text}»"
                self.doubts.append(Doubt(field="recipients", says=says, place=piece.line.place))
        else:
            return self._takes_signer(piece)
        return True

    def _goes_on(self, piece: Piece) -> bool:
        goes_on = self._list.opened and piece.side != "right"
        return goes_on and self._list.goes_on(piece, signs=self._signs(piece.text))

    def _takes_signer(self, piece: Piece) -> bool:
        """On the left stand recipients, or where there are none, perhaps another who signs."""
        text, on_left = piece.text, piece.side == "left"
        signer = self.other if on_left and not self._list.opened else self.signer
        beside = piece.side == "right" and self._list.opened
        if (on_left and signer is not self.other) or not signer.takes(text, beside=beside):
            return False
        if signer.open and not signer.name:
            self._took(piece, "told", "signer")
            self.doubts.append(Doubt(field="signer", says=f"chưa có tên người ký: «{text}»", place=piece.line.place))
        else:
            self._took(piece, "furniture" if self.marks.signed(text) else "field", "signer")
        return True

    def _signs(self, text: str) -> bool:
        return text.isupper() and bool(self.marks.authority(text) or self.marks.role(text))

    def foot(self, blocks: Sequence[Block]) -> Foot:
        """The foot as it is given on."""
        signer = self.chosen
        doubts = list(self.doubts)
        if len(signer.authority) > _MOST_SIGNERS:
            doubts.append(Doubt(field="signer", says="thẩm quyền ký dài hơn ba dòng: gộp lại cho đúng"))
        behind = tuple(blocks[self.stop :])
        return Foot(
            before=tuple(blocks[: self.start]),
            behind=behind,
            authority=tuple(signer.authority),
            role=" ".join(signer.roles),
            name=signer.name,
            recipients=self.recipients,
            public=tuple(self._list.public),
            taken=tuple(self.taken),
            doubts=tuple(doubts),
        )

    def _took(self, piece: Piece, what: For, key: str = "") -> None:
        self.taken.append(Taken(text=piece.line.full_text, place=piece.line.place, what=what, key=key))
