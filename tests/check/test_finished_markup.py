"""What is cut out of a page is what a parser finds in it, however the page is written."""

from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from bulletin.check.finished_markup import Markup, markup_of
from tests.properties import examples

# Of what templates and texts have, and of what a template may be given by hand.
PIECES = (
    '<a href="/lich/?x=1&amp;y=2">', '<a class="a" href="#_b">', '<h2 id="thang-5">', '<img alt="" src="/a.png">',
    "<a href='/don/'>", "<a href=/tran/>", '<a\n href="/dong/">', '<A HREF="/hoa/">', '<a href ="/cach/">',
    '<a title="a > b" href="/sau/">', '<link hreflang="vi" href="/v/">', '<i data-id="7" data-src="/x/">',
    '<a href="/&#39;&quot;/">', "<!-- <a href='/bo/'> -->", '<!-- <p id="bo"> -->', "<!-- x -->",
    '<p title=\' id="trong"\'>', '<svg><path d="M0 0"/></svg>', '<b id\n=\n"xuong">',
    ' viết href="/chu/" thường ', ' id="chu" ', " 1 &lt; 2 > 1 ", "</a>", "\n", "\r\n", " ",
)  # fmt: skip


class Reader(HTMLParser):
    """What Python's own parser finds."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.ids, self.addresses = set[str](), set[str]()
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.ids |= {value or "" for name, value in attrs if name == "id"}
        self.addresses |= {value or "" for name, value in attrs if name in ("href", "src")}


@given(st.lists(st.sampled_from(PIECES), max_size=8).map("".join))
@examples(400)
def test_what_is_cut_out_is_what_a_parser_finds(page: str) -> None:
    by_parser = Reader(page)
    assert markup_of("a/index.html", page.encode()) == Markup(
        ids=frozenset(by_parser.ids), addresses=frozenset(by_parser.addresses)
    )


def test_an_address_keeps_what_only_looks_like_a_sign() -> None:
    """HTML reads no «©» there, for in an address «&copy=» is the next parameter."""
    assert markup_of("a.html", b'<a href="/?a=1&copy=2">').addresses == {"/?a=1&copy=2"}
