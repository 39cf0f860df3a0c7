"""Lists as offices write them, brought into the one form that Python-Markdown reads right.

    - Dự án            - Dự án
    + Đường 30m   →        + Đường 30m       («+» stands under «-», whatever the blank lines)
    - Đất đai          - Đất đai

Only blanks and markers change, never a word. Also here: `1. … 3.` keeps its numbers.
"""

from __future__ import annotations

import re
from typing import NamedTuple
from xml.etree import ElementTree as etree

from markdown.blockprocessors import OListProcessor, UListProcessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from bulletin.understand.markdown.list_markers import ABBREVIATED, QUOTE, Item, item_on, plain_blanks, points

# «01.» is not a list number: <ol> would print it as «1.», and a signed text keeps its figures.
_NUMBER = r"(?:0|[1-9]\d{0,8})\."
_LISTED = re.compile(r"[-+*][ ]|\d+\.[ ]")
_RULE = re.compile(r"[ ]{0,3}(?:(?:-[ ]{0,2}){3,}|(?:_[ ]{0,2}){3,}|(?:\*[ ]{0,2}){3,}|={2,}|-{2,})$")
_BREAKS_LIST = re.compile(r"#{1,6}[ ]|\||>|\[\^[^\]]+\]:")
_TABLE_RULE = re.compile(r"[ ]{0,3}\|?[ ]*:?-+:?[ ]*(?:\|[ ]*:?-+:?[ ]*)*\|?[ ]*$")
_REFERENCE = re.compile(r"\[\^([^\]\[\n]*)\](?!:)")
_FOOTNOTE = re.compile(r"[ ]{0,3}\[\^([^\]]*)\]:")
_DEEPEST = 20
_PILE = re.compile(r"(?:[ ]*(?:[-+*>]|\d+\.)(?=[ >])){21,}[ ]*[^-+*> ]")
# A short line before a line that begins with a capital was ended on purpose: «Thời gian: …⏎Địa điểm: …».
_SHORT = 50
_MOST, _MOST_LINES = 2_000_000, 5_000
_NO_BREAK = ("|", "#", ":", "[", ">")


class TooDeep(Exception):
    """Lists in lists in lists, beyond what any paper has. `line` from 0 in the body."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


class TooLong(Exception):
    """More than a notice has, in one piece; `line` from 0 in the body, `what` it is."""

    def __init__(self, line: int, what: str) -> None:
        super().__init__(line, what)
        self.line, self.what = line, what


def _measure(lines: list[str]) -> None:
    """Refuse what would take the time of its length squared: no paper has it, and a file can be attached instead."""
    if sum(map(len, lines)) > _MOST:
        raise TooLong(0, "nội dung dài hơn 2 triệu ký tự")
    since = 0
    for i, line in enumerate(lines):
        if not line.strip():
            since = i + 1
            continue
        if "|" not in line and i - since >= _MOST_LINES:
            raise TooLong(since, f"đoạn này dài hơn {_MOST_LINES} dòng mà không có dòng trống")


class _Open(NamedTuple):
    """An item that the line being read may stand in; `start` is the index of its first line in what is made."""

    indent: int
    rank: int
    start: int

    def holds(self, item: Item) -> bool:
        """Whether `item` stands in this one: further in, or beside it with a marker of a lower rank, «+» under «-»."""
        inner = item.indent - self.indent
        return inner > 1 or (inner >= -1 and item.rank > self.rank)


class OfficeLines(Preprocessor):
    """Line by line: nest items by indent and by marker, part lists from the text around them."""

    def run(self, lines: list[str]) -> list[str]:
        """The lines as the library reads them right. TooDeep, TooLong."""
        _measure(lines)
        self.out: list[str] = []
        self.open: list[_Open] = []  # the items that we are inside of, the outermost first
        self.referred = {m[1] for line in lines for m in _REFERENCE.finditer(line)}  # labels of notes
        self.defined: set[str] = set()
        lines = [plain_blanks(line) for line in lines]
        self.points, tight = points(lines)
        for i, (line, following) in enumerate(zip(lines, [*lines[1:], ""], strict=True)):
            self.at = i
            if len(self.open) > _DEEPEST or _PILE.match(line):
                raise TooDeep(i)
            if note := _FOOTNOTE.match(line):
                self._footnote(line, note[1])
            elif not line.strip():
                self.out.append("")
            elif (quote := QUOTE.match(line)) and (item := item_on(line[quote.end() :], tight=i in tight)):
                self._quoted_item(quote[0], item)
            elif not _RULE.match(line) and (item := item_on(line, tight=i in tight)):
                self._item(line, item)
            else:
                if following.startswith(":  "):
                    self._begin_term(line)
                self._text(line, starts_table="|" in line and _is_rule_of_table(following))
        return self.out

    @property
    def _after_blank(self) -> bool:
        return not self.out or not self.out[-1]

    def _footnote(self, line: str, label: str) -> None:
        """A note that is defined twice, or never referred to, would vanish: it stays as plain text."""
        lone = label in self.defined or label not in self.referred
        self.defined.add(label)
        self._text(line.replace("[^", "\\[^", 1) if lone else line)

    def _begin_term(self, line: str) -> None:
        """Part a term, the line above its definition, from the definition before it: the library recurses over those
        of one block."""
        if not line.startswith(":  ") and self.out and self.out[-1].startswith(":  "):
            self.out.append("")

    def _item(self, line: str, item: Item) -> None:
        """Put an item into those it stands in, with the blank line before it that the library needs; a number that
        goes on a sentence is text."""
        if not self.open and not self._after_blank:
            if not item.interrupts:
                self._text(line)
                return
            self.out.append("")
        left = self._leave_for(item)
        # Inside a block the library cannot step back out of an item that has held a blank line.
        if left and not self._after_blank and (left.rank != item.rank or "" in self.out[left.start :]):
            self.out.append("")
        depth = len(self.open)
        self.open.append(_Open(item.indent, item.rank, len(self.out)))
        self.out.append(f"{'    ' * depth}{item.bullet} {item.words}")

    def _leave_for(self, item: Item) -> _Open | None:
        """Leave the items that do not hold `item`; the outermost of those left. Bullets after a numbered item and a
        blank line begin a list of their own, which leaves none."""
        if self.open and self._after_blank and item.rank == 1:
            inner = self.open[-1]
            if inner.rank == 0 and item.indent <= inner.indent + 1:
                self.open.clear()
        left = None
        while self.open and not self.open[-1].holds(item):
            left = self.open.pop()
        return left

    def _quoted_item(self, quote: str, item: Item) -> None:
        """An item in a quotation: a list there needs an empty line before it, as elsewhere."""
        line = f"{quote}{' ' * item.indent}{item.bullet} {item.words}"
        before = QUOTE.match(self.out[-1]) if self.out else None
        inside = before and self.out[-1][before.end() :].strip()
        if inside and not _LISTED.match(inside):
            if not item.interrupts:
                self._text(line)
                return
            self.out.append(quote.rstrip())
        self.out.append(line)

    def _text(self, line: str, *, starts_table: bool = False) -> None:
        """Put a line that is no item: into the item above that it goes on, or apart from what it does not belong to."""
        bare = line.lstrip(" ")
        if bare.startswith("#") and (heading := _closed_heading(bare)):
            line = bare = heading
        if not self.open:
            if starts_table and not self._after_blank:
                self.out.append("")
            else:
                self._break_before(bare)
            self.out.append(line)
        elif self._after_blank or starts_table or _BREAKS_LIST.match(bare) or _RULE.match(line):
            self._block_in_item(bare, len(line) - len(bare))
        else:
            self._break_before(bare)
            self.out.append(bare)

    def _block_in_item(self, bare: str, indent: int) -> None:
        """A block of its own in the innermost item that its `indent` reaches, or behind the whole list."""
        while self.open and indent < self.open[-1].indent + 2:
            self.open.pop()
        if not self.open and not self._after_blank:
            self.out.append("")
        self.out.append("    " * len(self.open) + bare)

    def _break_before(self, bare: str) -> None:
        """End the line before for good where it was ended on purpose, or where a point begins."""
        if self._after_blank or (last := self.out[-1]).endswith("  ") or _RULE.match(last):
            return
        ended = len(last) < _SHORT and not last.startswith(_NO_BREAK) and bare.lstrip("*_")[:1].isupper()
        if ABBREVIATED.search(last[-6:]):
            ended = False
        if ended or self.at in self.points:
            self.out[-1] += "  "


def _is_rule_of_table(line: str) -> bool:
    """«|---|---|», which makes a table of the cells above it."""
    return "|" in line and len(line) < 999 and _TABLE_RULE.match(line) is not None


def _closed_heading(bare: str) -> str:
    """«## Mục ##» as «## Mục»; "" for a heading without such an end."""
    cut = bare.rstrip().rstrip("#")
    return cut.rstrip() if cut != bare and cut.endswith(" ") and cut.strip("# ") else ""


class NumberedList(OListProcessor):
    """Each item remembers its own number, so `1. … 3.` stays 1 and 3."""

    SIBLING_TAGS = ["ol"]  # noqa: RUF012 - as the library declares it
    LAZY_OL = False

    def __init__(self, parser: object) -> None:
        super().__init__(parser)  # type: ignore[arg-type] # a BlockParser
        self.RE = re.compile(rf"^[ ]{{0,3}}{_NUMBER}[ ]+(.*)")
        self.CHILD_RE = re.compile(rf"^[ ]{{0,3}}(({_NUMBER}))[ ]+(.*)")

    def run(self, parent: etree.Element, blocks: list[str]) -> None:
        parent = _item_of(parent, "ul")
        numbers = [m[1][:-1] for line in blocks[0].split("\n") if (m := self.CHILD_RE.match(line))]
        sibling = self.lastChild(parent)
        target = (
            sibling if sibling is not None and sibling.tag == "ol" else parent if parent.tag in ("ol", "ul") else None
        )
        known = len(target) if target is not None else 0
        super().run(parent, blocks)
        made = (target if target is not None else parent[-1])[known:]
        for item, number in zip((e for e in made if e.tag == "li"), numbers, strict=False):
            item.set("value", number)


class BulletList(UListProcessor):
    """Bullets do not take numbered items in."""

    SIBLING_TAGS = ["ul"]  # noqa: RUF012 - as the library declares it

    def __init__(self, parser: object) -> None:
        super().__init__(parser)  # type: ignore[arg-type] # a BlockParser
        self.CHILD_RE = re.compile(r"^[ ]{0,3}(([*+-]))[ ]+(.*)")

    def run(self, parent: etree.Element, blocks: list[str]) -> None:
        super().run(_item_of(parent, "ol"), blocks)


def _item_of(parent: etree.Element, kind: str) -> etree.Element:
    """Where a list stands that begins on the line of an empty item of the other `kind`: in that item, not beside it."""
    return parent[-1] if parent.tag == kind and len(parent) else parent


class ItemNumbers(Treeprocessor):
    """`start` on a list, `value` only on items whose number does not follow from the one before."""

    def run(self, root: etree.Element) -> None:
        for lst in root.iter("ol"):
            following = None
            for item in lst:
                number = int(item.attrib.pop("value", following or 1))
                if following is None:
                    if number != 1:
                        lst.set("start", str(number))
                    else:
                        lst.attrib.pop("start", None)
                elif number != following:
                    item.set("value", str(number))
                following = number + 1
