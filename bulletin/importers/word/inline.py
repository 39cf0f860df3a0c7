"""What stands in a paragraph of Word: pieces of text with their looks, ends of lines, marks of notes, and things."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Literal
from xml.etree.ElementTree import Element

from bulletin.importers.symbols import symbol, with_symbols
from bulletin.importers.word.styles import Look, Styles, down
from bulletin.model.paper import words_of_text

# Elements around runs that change nothing of what is shown.
_AROUND = {
    "w:ins", "w:moveTo", "w:hyperlink", "w:smartTag", "w:sdt", "w:sdtContent", "w:customXml", "w:fldSimple", "w:dir",
    "w:bdo", "w:ruby", "w:rubyBase",
}  # fmt: skip
Fate = Literal["", "deleted", "moved", "hidden"]
End = Literal["line", "page"]
_GONE: Mapping[str, Fate] = {"w:del": "deleted", "w:moveFrom": "moved"}
NO_NOTE = ("", "")


@dataclass(frozen=True, slots=True)
class Piece:
    """Text of one look; `note` in its place is the key of a note: («w:footnoteReference», «2»)."""

    text: str
    look: Look
    note: tuple[str, str] = NO_NOTE


class Inline:
    """What has been read of one paragraph: its content in order, and the things that are anchored in it."""

    def __init__(self) -> None:
        self.content: list[Piece | End] = []
        self.things: list[Element] = []
        self._lost: dict[Fate, list[tuple[int, str]]] = {}

    def lose(self, fate: Fate, text: str) -> None:
        """Notes a text that is not shown, and where it would have stood."""
        self._lost.setdefault(fate, []).append((len(self.content), text))

    def words_lost(self) -> Iterator[tuple[Fate, int]]:
        """How many words are not shown; a word may be lost in several pieces that follow each other."""
        for fate, texts in self._lost.items():
            pieces = ("".join(text for _, text in group) for _, group in groupby(texts, lambda item: item[0]))
            yield fate, sum(len(words_of_text(piece)) for piece in pieces)


class InlineReader:
    """Reads paragraphs one after the other; fields may begin in one and end in another.

    `gone` gathers the words that are not shown, by their fate, `counts` things in pieces: objects, links.
    """

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._fields: list[bool] = []  # of each open field, whether its result has begun
        self.show_all = False  # a field that never ends would hide the rest of the paper
        self.gone: Counter[Fate] = Counter()
        self.struck = 0
        self.formulas = 0
        self._by_tag: Mapping[str, Callable[[Element, Look, Inline], None]] = {
            "w:fldChar": self._field,
            "w:sym": self._symbol,
            "w:footnoteReference": self._note,
            "w:endnoteReference": self._note,
        }

    def read(self, paragraph: Element, style: str) -> Inline:
        """The content of a w:p whose style is `style`."""
        into = Inline()
        self._walk(paragraph, style, "", into)
        for fate, count in into.words_lost():
            self.gone[fate] += count
        return into

    def _walk(self, parent: Element, style: str, fate: Fate, into: Inline) -> None:
        """Runs of `parent`, also within changes, links, fields and controls."""
        for element in parent:
            tag = element.tag
            if tag == "w:r":
                self._run(element, style, fate, into)
            elif tag in _AROUND:
                self._walk(element, style, fate, into)
            elif tag in _GONE:
                self._walk(element, style, _GONE[tag], into)
            elif tag == "mc:AlternateContent":
                self._walk(chosen(element), style, fate, into)
            elif tag in ("m:oMath", "m:oMathPara") and not fate:
                self.formulas += 1
                text = "".join(t.text or "" for t in element.iter("m:t"))
                into.content.append(Piece(text, self._styles.look(style, None)))

    def _run(self, run: Element, style: str, fate: Fate, into: Inline) -> None:
        """What a w:r shows, or the words that it does not."""
        look = self._styles.look(style, run.find("w:rPr"))
        if look.hidden and not fate:
            fate = "hidden"
        for element in run:
            tag = element.tag
            if tag == "w:delText":
                into.lose(fate or "deleted", element.text or "")
            elif fate:
                if tag == "w:t" and self._shown():
                    into.lose(fate, element.text or "")
                elif tag == "w:fldChar":
                    self._field(element, look, Inline())
            elif tag in self._by_tag:
                self._by_tag[tag](element, look, into)
            elif self._shown():
                self._plain(element, style, look, into)

    def _plain(self, element: Element, style: str, look: Look, into: Inline) -> None:
        """An element of a run that is shown."""
        match element.tag:
            case "w:t":
                text = with_symbols(look.font, element.text or "")
                self.struck += len(words_of_text(text)) if look.struck else 0
                into.content.append(Piece(text, look))
            case "w:tab" | "w:ptab":
                into.content.append(Piece("\t", look))
            case "w:noBreakHyphen":
                into.content.append(Piece("-", look))
            case "w:softHyphen":
                into.content.append(Piece("\xad", look))  # no sign in Unicode, but «ư» in TCVN3
            case "w:br" | "w:cr":
                into.content.append("page" if element.get("w:type") == "page" else "line")
            case "w:ruby":
                self._walk(element, style, "", into)
            case "mc:AlternateContent":
                self._things(chosen(element), into)
            case "w:drawing" | "w:pict" | "w:object":
                into.things.append(element)

    def _things(self, parent: Element, into: Inline) -> None:
        into.things += [e for e in parent if e.tag in ("w:drawing", "w:pict", "w:object")]

    def _shown(self) -> bool:
        """Whether no open field is still at its instruction («PAGE», «HYPERLINK …»), which is no text."""
        return self.show_all or all(self._fields)

    def _field(self, element: Element, look: Look, into: Inline) -> None:
        match element.get("w:fldCharType"):
            case "begin":
                shown = self._shown()
                self._fields.append(False)
                box = down(element, "w:ffData", "w:checkBox")
                if box is not None and shown:
                    into.content.append(Piece(_checkbox(box), look))
            case "separate" if self._fields:
                self._fields[-1] = True
            case "end" if self._fields:
                self._fields.pop()

    def _symbol(self, element: Element, look: Look, into: Inline) -> None:
        code = element.get("w:char", "")
        try:
            text = symbol(element.get("w:font", ""), int(code, 16) & 0xFFFF)
        except ValueError:
            return
        if self._shown():
            into.content.append(Piece(text, look))

    def _note(self, element: Element, look: Look, into: Inline) -> None:
        if self._shown():
            into.content.append(Piece("", look, (element.tag, element.get("w:id", ""))))


def chosen(alternatives: Element) -> Element:
    """Of what a program may show, the first choice; the fallback shows the same once more, for older programs."""
    for tag in ("mc:Choice", "mc:Fallback"):
        if (element := alternatives.find(tag)) is not None:
            return element
    return alternatives


def _checkbox(box: Element) -> str:
    state = box.find("w:checked")
    state = state if state is not None else box.find("w:default")
    return "☒" if state is not None and state.get("w:val", "1") not in ("0", "false", "off") else "☐"


def things_in(element: Element) -> Iterator[Element]:
    """Text boxes, pictures and words drawn as such (WordArt) of a drawing, in order; of alternatives one."""
    for child in element:
        match child.tag:
            case "mc:AlternateContent":
                yield from things_in(chosen(child))
            case "w:txbxContent" | "pic:pic" | "v:imagedata" | "v:textpath" | "a:graphicData":
                yield child
                if child.tag == "a:graphicData":
                    yield from things_in(child)
            case _:
                yield from things_in(child)
