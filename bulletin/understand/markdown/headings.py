"""Headings: levels follow the numerals (I. → 1. → 1.1 → a)), so the outline never skips; ids keep đ as d.

### **I. Công tác xây dựng Đảng:**     → <h2 id="i-cong-tac-xay-dung-dang">
## 2. Lĩnh vực Văn hóa xã hội  (in II) → <h3 id="ii-2-linh-vuc-van-hoa-xa-hoi">
"""

from __future__ import annotations

import re
from xml.etree import ElementTree as etree

from markdown import Markdown
from markdown.blockprocessors import HashHeaderProcessor
from markdown.treeprocessors import Treeprocessor

from bulletin.model.prose import Heading
from bulletin.understand.markdown.inline import words_of
from bulletin.words.text.fold import slug

# Kinds of numeral from the highest: «Phần I», «A.»; «I.»; «1.», «Điều 5»; «1.1»; «a)».
_KINDS = (
    re.compile(r"(?i:Phần|Chương|Phụ lục)\s+(?:thứ\s|[IVX\d]+\b|[A-H]\b)|[A-H][.)]\s"),
    re.compile(r"(?P<numeral>[IVX]+)\s*[.)/-](?:\s|$)"),
    re.compile(r"\d+\s*[.)/-](?:\s|$)|Điều\s+\d+", re.IGNORECASE),
    re.compile(r"\d+\.\d+"),
    re.compile(r"[a-zđ][.)]\s"),
)
_ROMAN = 1


class SpacedHashHeader(HashHeaderProcessor):
    """A heading needs a blank after its signs: «#75-TB» is text."""

    RE = re.compile(r"(?:^|\n)(?P<level>#{1,6})[ ]+(?P<header>\S[^\n]*)(?:\n|$)")

    def test(self, parent: etree.Element, block: str) -> bool:
        return "#" in block and super().test(parent, block)


class Outline(Treeprocessor):
    """Sets levels and ids; leaves what it found in `headings`."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.headings: list[Heading] = []

    def run(self, root: etree.Element) -> None:
        self.headings = []
        open_: list[tuple[int | None, int, int]] = []  # (kind of numeral, level as written, level given)
        roman = ""
        taken: dict[str, int] = {}
        for element in root.iter():
            if not (
                isinstance(element.tag, str)
                and len(element.tag) == 2
                and element.tag[0] == "h"
                and element.tag[1].isdigit()
            ):
                continue
            written = int(element.tag[1])
            text = words_of(element)
            kind, numeral = _kind(text)
            while open_ and _closes(open_[-1], kind, written):
                open_.pop()
            level = min(open_[-1][2] + 1 if open_ else 2, 6)
            open_.append((kind, written, level))
            element.tag = f"h{level}"
            _unwrap(element)
            # Qualified by the Roman numeral above, not by place: another heading elsewhere moves no id.
            anchor = slug(text) or "muc"
            if kind == _ROMAN:
                roman = slug(numeral)
            elif kind is not None and kind > _ROMAN and roman:
                anchor = f"{roman}-{anchor}"
            taken[anchor] = taken.get(anchor, 0) + 1
            if taken[anchor] > 1:
                anchor = f"{anchor}--{taken[anchor]}"
            element.set("id", anchor)
            self.headings.append(Heading(level=level, anchor=anchor, text=text))


def _kind(text: str) -> tuple[int | None, str]:
    for kind in (_ROMAN, 3, 0, 2, 4):
        if m := _KINDS[kind].match(text):
            return kind, m.groupdict().get("numeral", "")
    return None, ""


def _closes(above: tuple[int | None, int, int], kind: int | None, written: int) -> bool:
    """Whether a heading of this kind ends the section that `above` opened."""
    if above[0] is None or kind is None:
        return above[1] >= written
    return above[0] >= kind


def _unwrap(element: etree.Element) -> None:
    """«### **I. …**» is a heading, not a heading in bold."""
    if len(element) == 1 and element[0].tag == "strong" and not (element.text or "").strip():
        inner = element[0]
        if not (inner.tail or "").strip():
            element.remove(inner)
            element.text = inner.text
            element.extend(list(inner))
