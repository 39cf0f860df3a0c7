"""Property: the words of the rendered page are the words of the source, in order, for any text."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser

from hypothesis import example, given
from hypothesis import strategies as st

from bulletin.understand.prose import understand
from tests.markup import markup_of
from tests.properties import examples

BLOCKS = {"p", "li", "td", "th", "tr", "h2", "h3", "h4", "h5", "h6", "dt", "dd", "br", "hr", "blockquote", "div"}


class Words(HTMLParser):
    """The text of markup as a reader meets it, the numbers of list items included."""

    def __init__(self) -> None:
        super().__init__()
        self.text: list[str] = []
        self.lists: list[int | None] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in BLOCKS:
            self.text.append(" ")
        if tag == "ul":
            self.lists.append(None)
        elif tag == "ol":
            self.lists.append(int(given.get("start") or 1))
        elif tag == "li" and self.lists and self.lists[-1] is not None:
            number = int(given.get("value") or self.lists[-1])
            self.lists[-1] = number + 1
            self.text.append(f" {number}. ")

    def handle_endtag(self, tag: str) -> None:
        if tag in BLOCKS:
            self.text.append(" ")
        if tag in ("ol", "ul"):
            self.lists.pop()

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text)


def rendered_text(body: str) -> str:
    reader = Words()
    reader.feed(markup_of(understand(body, "x.md", 1, "")[0]))
    return "".join(reader.text)


def rendered(body: str) -> list[str]:
    return words(rendered_text(body))


def source(body: str) -> list[str]:
    """The source's words: entities name characters, letters that Word sets for bullets and the three tags that are read are marks, not words."""
    body = re.sub(r"(?m)^[\s>*]*(?:[oØüŸ]\s+|[vqnl]\s{2,})(?=[^\W\d_])", "", body.expandtabs(4))
    body = re.sub(r"<(su[pb])>([^<]*)</\1>|<br ?/?>", lambda m: m[2] or " ", body)
    return words(re.sub(r"&(?:#\d+|#x[0-9a-fA-F]+|\w+);", lambda m: html.unescape(m[0]), body))


SYLLABLES = ["Đảng", "ủy", "phường", "tổ", "595-CV/QU", "ngày", "15/4/2022", "30m", "13,5m", "a", "đ", "I", "II", "m2"]
SIGNS = [
    *list("#*_-+>|`~<&;:.,()[]!\\=\"'/"),
    "**",
    "- ",
    "+ ",
    "1. ",
    "3. ",
    "2022. ",
    "01. ",
    "a) ",
    "đ) ",
    "# ",
    "## ",
]
SIGNS += [
    "-----",
    "|---|---|",
    "    ",
    "  ",
    "  \n",
    ":   ",
    "> ",
    "[x]",
    "<b>",
    "</b>",
    "<script>",
    "<!--",
]
ENTITIES = ["&amp;", "&lt;", "&nbsp;", "&#272;", "&copy;", "&khong;"]


def texts(signs: list[str]) -> st.SearchStrategy[str]:
    parts = st.one_of(st.sampled_from(SYLLABLES), st.sampled_from(signs), st.sampled_from([" ", "\n", "\n\n"]))
    return st.lists(parts, max_size=40).map("".join)


@examples(300)
@given(texts(SIGNS))
@example("| a | b |\n|---|---|\n| 1 | 2 | 3 |")
@example("[1]: không")
@example("[a]: b\n\n*[TTĐT]: trật tự")
@example("5*10*2m và a_b_c, a`b`c")
@example("- a\n+ b\n\n+ c\n\n- d\n1. e\n3. f")
def test_words_are_kept_in_order(body: str) -> None:
    assert rendered(body) == source(body)


@examples(60)
@given(st.text(max_size=200).filter(lambda t: not re.search(r"[\[\]()<>&\x00-\x08\x0b-\x1f\x7f-\x9f]", t)))
def test_any_text_keeps_its_words(body: str) -> None:
    assert rendered(body) == source(body)


@examples(60)
@given(texts([s for s in SIGNS + ENTITIES if "`" not in s and "\\" not in s]))
def test_entities_are_the_characters_they_name(body: str) -> None:
    assert rendered(body) == source(body)
