"""Marks inside a line: the few that a notice needs. Everything else, raw HTML included, is shown as it was typed."""

from __future__ import annotations

import html
import re
from xml.etree import ElementTree as etree

from markdown import Markdown
from markdown.inlinepatterns import (
    BACKTICK_RE,
    ENTITY_RE,
    BacktickInlineProcessor,
    DelimiterProcessor,
    InlineProcessor,
    SimpleTagInlineProcessor,
    SubstituteTagInlineProcessor,
)
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE, AtomicString

from bulletin.understand.links import TYPED
from bulletin.words.typed_url import outside
from bulletin.words.yamltext import CONTROL

# «[chữ](địa chỉ "lời")», the address perhaps in <…>; brackets inside balance once. Linear on any text, which the
# library's own search for a closing bracket is not.
_LINK = (
    r"\[((?:[^\[\]]|\[[^\[\]]*\])*)\]"
    r"\([ ]{0,3}(?:<([^<>\n]*)>|([^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*"
    # Names of files as people have them: «/files/Mẫu đơn (1).pdf».
    r"|/?files/[^()<>\n\"']*(?:\([^()<>\n\"']*\)[^()<>\n\"']*)*))"
    r"(?:[ \n]{1,3}(?:\"([^\"]*)\"|'([^']*)'))?[ ]{0,3}\)"
)
_MARK = re.compile(r"[*_`\\\[<&]|://|  \n")
# Up to what Markdown has put aside, as code.
_ADDRESS = r"(?<![\w/])https?://(?:(?!\x02klzzwxh)[^\s<>\"«»“”])+"
_ADDRESS_END = re.compile(r"[\w/=&#%+~-]")
# What the library makes of «\_» before it reads addresses.
_ESCAPED = re.compile("\x02([0-9]{1,7})\x03")

# What the library puts in place of an ampersand, a blank, an arrow, until the very end.
_LIBRARY_SIGN = re.compile("\x02[^\x02\x03]{0,40}\x03")


def words_of(element: etree.Element) -> str:
    """The words of an element as people read them."""
    return " ".join(_shown(element).split())


def lines_of(element: etree.Element) -> str:
    """The same of a list or table, its items told apart: «Một; hai; ba»."""
    lines = (" ".join(line.split()).rstrip(";,. ") for line in _shown(element).split("\n"))
    return "; ".join(filter(None, lines))


def _shown(element: etree.Element) -> str:
    text = "".join(element.itertext()).replace(f"{AMP_SUBSTITUTE}amp;", "&")
    return _LIBRARY_SIGN.sub(" ", text)


class Entity(InlineProcessor):
    """«&nbsp;» as the character it names; «&amp;» stays escaped, so that «&amp;lt;» is not read twice."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[str, int, int]:
        char = html.unescape(m[1]) if len(m[1]) < 40 else m[1]
        if CONTROL.search(char):  # hidden characters stay visible: as typed
            char = m[1]
        if char == m[1]:
            return f"{AMP_SUBSTITUTE}amp;{char[1:]}", m.start(0), m.end(0)
        return (f"{AMP_SUBSTITUTE}amp;" if char == "&" else char), m.start(0), m.end(0)


class Link(InlineProcessor):
    """A link, or with `!` before it an image."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[etree.Element, int, int]:
        typed = m[2] if m[2] is not None else m[3].strip()
        address = _address(self.unescape(typed))
        title = m[4] or m[5]
        if m[0].startswith("!"):
            element = etree.Element("img", src=address, alt=self.unescape(m[1]))
        else:
            element = etree.Element("a", href=address)
            element.text = m[1]
        element.set(TYPED, _as_typed(data[m.end(1) : m.end(2 if m[2] is not None else 3)]))
        if title:
            element.set("title", self.unescape(title))
        return element, m.start(0), m.end(0)


class WholeWordCode(BacktickInlineProcessor):
    """Quotes of code stand around words, never inside one."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[etree.Element | str | None, int | None, int | None]:
        node, start, end = super().handleMatch(m, data)
        if end is not None and data[end : end + 1].isalnum():
            return None, None, None
        return node, start, end


def _address(typed: str) -> str:
    """What an address says, escapes and entities resolved."""
    said = _ESCAPED.sub(lambda sign: chr(int(sign[1])), typed)
    return re.sub(ENTITY_RE, lambda entity: html.unescape(entity[0]), said) if "&" in said else said


def _as_typed(text: str) -> str:
    return _ESCAPED.sub(lambda sign: f"\\{chr(int(sign[1]))}", text)


class BareAddress(InlineProcessor):
    """A web address typed as it is becomes a link; signs of the sentence behind it, and a bracket around it, do not.

    «(xem https://a.vn/bai_(moi)).» → https://a.vn/bai_(moi)
    """

    ANCESTOR_EXCLUDES = ("a", "code")

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[etree.Element | None, int | None, int | None]:
        typed = m[0]
        closed = typed.count(")") - typed.count("(")
        end = len(typed)
        while end and not _ADDRESS_END.match(typed, end - 1) and not (typed[end - 1] == ")" and closed <= 0):
            end -= 1
            closed -= (typed[end] == ")") - (typed[end] == "(")
        address = _address(typed[:end])
        if not outside(address):
            return None, None, None
        link = etree.Element("a", href=address)
        link.text = AtomicString(address)
        link.set(TYPED, _as_typed(typed[:end]))
        return link, m.start(0), m.start(0) + end


class PlainTexts(Treeprocessor):
    """Texts without a single mark are spared the patterns: the same tree, sooner."""

    def run(self, root: etree.Element) -> None:
        for element in root.iter():
            if element.text and not _MARK.search(element.text):
                element.text = AtomicString(element.text)


def register(md: Markdown) -> None:
    """Leave of the library's patterns those that keep every word, and add ours."""
    md.treeprocessors.register(PlainTexts(md), "plain_texts", 25)
    for name in ("reference", "image_reference", "short_reference", "short_image_ref", "html", "autolink", "automail"):
        md.inlinePatterns.deregister(name)
    # Inside a word a mark is only a mark: «5*10*2m» keeps its stars, «a`b`c» its quotes.
    md.inlinePatterns.register(WholeWordCode(rf"(?<!\w){BACKTICK_RE}"), "backtick", 190)
    stars = DelimiterProcessor("*", "strong,em", md, smart=True)
    stars.add("_", "strong,em", smart=True)
    md.inlinePatterns.register(stars, "em_strong", 60)
    md.inlinePatterns.register(Link(rf"(?<!!){_LINK}", md), "link", 160)
    md.inlinePatterns.register(Link(rf"!{_LINK}", md), "image_link", 150)
    md.inlinePatterns.register(Entity(ENTITY_RE, md), "entity", 80)
    md.inlinePatterns.register(BareAddress(_ADDRESS, md), "bare_address", 120)
    for tag in ("sup", "sub"):
        md.inlinePatterns.register(SimpleTagInlineProcessor(rf"<({tag})>([^<]*)</{tag}>", tag), tag, 95)
    md.inlinePatterns.register(SubstituteTagInlineProcessor(r"<br ?/?>", "br"), "typed_break", 94)
