"""Bytes of a page → Paper, with the parser of the standard library."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html.parser import HTMLParser

from bulletin.importers.clean import clean
from bulletin.importers.legacy import LegacyFonts
from bulletin.importers.refusals import NOT_UTF8, TOO_DEEP, TOO_LARGE, Refusal
from bulletin.importers.sizes import with_small_print
from bulletin.importers.web.cells import Grid, borders, span
from bulletin.importers.web.looks import Set, rules_of, set_by, styles_in
from bulletin.importers.word.runs import joined
from bulletin.importers.word.styles import Look
from bulletin.model.paper import Block, LeftOut, Line, Paper, Picture, Table, words_of_blocks, words_of_text

_LARGEST = 4_000_000  # bytes; what Word saves of a long decree has one million
_MOST_TAGS = 80_000
_DEEPEST = 120
_ELSEWHERE = ("http:", "https:", "ftp:", "//", "\\\\")
_VOID = {"br", "img", "hr", "meta", "link", "col", "input", "area", "base", "wbr", "embed", "param", "source"}
_BLOCKS = {
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "dl", "dt", "dd", "blockquote", "center", "pre",
    "section", "article", "header", "footer", "main", "table", "tr", "td", "th", "caption", "body",
}  # fmt: skip
_UNREAD = {"script", "style", "title", "xml", "object", "iframe", "noscript", "template"}
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w-]{3,20})", re.IGNORECASE)
# What the beginning of an element ends where the page did not: the elements, and those beyond which it does not look.
_ENDS = {
    **dict.fromkeys(_BLOCKS - {"td", "th", "tr", "body"}, (("p",), ("td", "th", "table", "div", "li"))),
    "li": (("li", "p"), ("ul", "ol", "table", "td", "th")),
    "td": (("td", "th"), ("table",)),
    "th": (("td", "th"), ("table",)),
    "tr": (("tr",), ("table",)),
}
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_DECLARATION = re.compile(r"<[!?][^>]{0,4000}>?")
# A sign «<» that begins no tag is a sign: the parser would look for its end through the whole page.
_NO_TAG = re.compile(r"<(?!/?[a-zA-Z])")
_UNENDED = re.compile(r"<(?=[^<>]{0,20000}(?:<|\Z))")
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_PAGE_BREAK = re.compile(r"page-break-before\s*:\s*always", re.IGNORECASE)


def read_html(data: bytes, fonts: LegacyFonts) -> Paper:
    """Raises Refusal."""
    if len(data) > _LARGEST:
        raise Refusal(TOO_LARGE)
    text = _decoded(data)
    if text.count("<") > _MOST_TAGS:
        raise Refusal(TOO_LARGE)
    rules = rules_of(styles_in(text))
    page = _Page(rules, fonts)
    page.feed(_UNENDED.sub("&lt;", _NO_TAG.sub("&lt;", _DECLARATION.sub("", _COMMENT.sub("", text)))))
    page.close()
    blocks = page.finished()
    remarks = (fonts.remark(),) if fonts.converted_words else ()
    out = LeftOut(
        deleted=page.deleted, hidden=page.hidden, comments=page.comments, objects=page.objects, links=page.links
    )
    return Paper(kind="html", blocks=with_small_print(blocks), left_out=out, remarks=remarks)


def _decoded(data: bytes) -> str:
    """By its mark, by what it says of itself, else UTF-8 or what Windows had before it."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        charset = "utf-16"
    else:
        said = _CHARSET.search(data[:4096])
        charset = said[1].decode("ascii").lower() if said else "utf-8"
    for name in (charset, "utf-8-sig", "cp1252"):
        try:
            return data.decode("utf-8-sig" if name == "utf-8" else name)
        except (UnicodeDecodeError, LookupError):
            continue
    raise Refusal(NOT_UTF8)


class _Open:
    """An element that is open: how it is set, and what becomes of its words."""

    def __init__(self, tag: str, set_: Set, fate: str) -> None:
        self.tag, self.set, self.fate = tag, set_, fate
        self.items = 0  # of a list, how many it has had


class _Page(HTMLParser):
    """Reads tag by tag; `finished()` gives the blocks."""

    def __init__(self, rules: Mapping[str, Mapping[str, str]], fonts: LegacyFonts) -> None:
        super().__init__(convert_charrefs=True)
        self._rules, self._fonts = rules, fonts
        self._open: list[_Open] = [_Open("", Set(), "")]
        self._blocks: list[list[Block]] = [[]]
        self._grids: list[Grid] = []
        self._pieces: list[tuple[Look, str]] = []
        self._label = ""
        self._continues = self._new_page = False
        self._paragraphs = self._pictures = self._tables = 0
        self.deleted = self.hidden = self.comments = self.objects = self.links = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {key: value or "" for key, value in attrs}
        self._end_open(tag)
        outer = self._open[-1]
        set_, style = set_by(outer.set, tag, attributes, self._rules)
        if tag in _BLOCKS:
            self._end_line()
            self._new_page = self._new_page or bool(_PAGE_BREAK.search(attributes.get("style", "")))
        if tag in ("table", "tr", "td", "th"):
            self._begin(tag, attributes, style)
        if tag == "li" and not outer.fate:
            self._label = self._item(attributes)
        if tag in ("br", "img"):
            self._thing(tag, attributes)
        if tag in _VOID:
            return
        if len(self._open) > _DEEPEST:
            raise Refusal(TOO_DEEP)
        self._open.append(_Open(tag, set_, self._fate(outer, tag, set_, style)))

    def _end_open(self, tag: str) -> None:
        """Ends what is still open and cannot go on behind the beginning of `tag`."""
        ends, walls = _ENDS.get(tag, ((), ()))
        depth = len(self._open)
        for i in range(len(self._open) - 1, 0, -1):
            if self._open[i].tag in ends:
                depth = i
            elif self._open[i].tag in walls:
                break
        while len(self._open) > depth:
            self._close(self._open[-1].tag)

    def handle_endtag(self, tag: str) -> None:
        depth = next((i for i in range(len(self._open) - 1, 0, -1) if self._open[i].tag == tag), 0)
        if not depth:
            return
        if any(element.tag in ("td", "th", "table") for element in self._open[depth + 1 :]) and tag not in (
            "tr",
            "table",
        ):
            return  # an end that belongs to nothing in this cell
        while len(self._open) > depth:
            self._close(self._open[-1].tag)

    def handle_data(self, data: str) -> None:
        element = self._open[-1]
        match element.fate:
            case "unread":
                return
            case "deleted":
                self.deleted += len(words_of_text(data))
            case "hidden":
                self.hidden += len(words_of_text(data))
            case "label":
                self._label = f"{self._label}{_BLANKS.sub(' ', data)}"
            case "tab":
                self._pieces += [] if self._pieces and self._pieces[-1][1] == "\t" else [(element.set.look, "\t")]
            case _:
                self._pieces.append((element.set.look, _BLANKS.sub(" ", data)))

    def finished(self) -> list[Block]:
        """All blocks; what was left open is closed."""
        while len(self._open) > 1:
            self._close(self._open[-1].tag)
        self._end_line()
        return self._blocks[0]

    def _fate(self, outer: _Open, tag: str, set_: Set, style: Mapping[str, str]) -> str:
        """What becomes of an element's words: "" when they are shown."""
        if outer.fate:
            return outer.fate
        if tag == "object":
            self.objects += 1
        if style.get("mso-element") == "comment":
            self.comments += 1
            return "unread"
        if tag in _UNREAD or style.get("mso-element") == "comment-list":
            return "unread"
        if tag == "del":
            return "deleted"
        if set_.look.hidden:
            return "hidden"
        if style.get("mso-list", "").lower() == "ignore":
            return "label"
        return "tab" if "mso-tab-count" in style else ""

    def _begin(self, tag: str, attributes: Mapping[str, str], style: Mapping[str, str]) -> None:
        """A table, a row or a cell; what the page forgot to end is ended."""
        if tag == "table":
            self._grids.append(
                Grid(attributes.get("border", "0").strip() not in ("", "0") or "solid" in borders(style))
            )
            return
        if not self._grids:
            return
        self._close_cell()
        grid = self._grids[-1]
        if tag == "tr" or not grid.rows:
            grid.rows.append([])
        if tag != "tr":
            grid.ruled = grid.ruled or "solid" in borders(style)
            grid.span = span(attributes.get("colspan", "")), span(attributes.get("rowspan", ""))
            self._blocks.append([])

    def _close(self, tag: str) -> None:
        """Ends the innermost element."""
        if tag in _BLOCKS:
            self._end_line()
        self._open.pop()
        if tag in ("td", "th"):
            self._close_cell()
        elif tag == "table" and self._grids:
            self._close_cell()
            grid = self._grids.pop()
            columns = max((column for _, column in grid.taken), default=-1) + 1
            rows = tuple(map(tuple, grid.rows))
            if words_of_blocks(block for row in rows for cell in row for block in cell.blocks):
                self._tables += 1
                place = f"bảng {self._tables}"
                self._blocks[-1].append(Table(rows=rows, columns=columns, ruled=grid.ruled, place=place))

    def _close_cell(self) -> None:
        """The cell that is open in the innermost table, if one is."""
        if len(self._blocks) > len(self._grids) and self._grids:
            self._end_line()
            self._grids[-1].add(self._blocks.pop())

    def _thing(self, tag: str, attributes: Mapping[str, str]) -> None:
        if self._open[-1].fate:
            return
        if tag == "br" and _PAGE_BREAK.search(attributes.get("style", "")):
            self._end_line()
            self._new_page = True
        elif tag == "br":
            self._end_line(broken=True)
        else:
            self._pictures += 1
            self.links += attributes.get("src", "").strip().lower().startswith(_ELSEWHERE)
            picture = Picture(alt=clean(attributes.get("alt", "")), place=f"ảnh {self._pictures}")
            self._blocks[-1].append(picture)

    def _end_line(self, *, broken: bool = False) -> None:
        """What has been read since the last end of a line, as a line; blanks at its ends are none."""
        pieces, self._pieces = self._pieces, []
        if pieces:
            pieces[0] = pieces[0][0], pieces[0][1].lstrip(" ")
            pieces[-1] = pieces[-1][0], pieces[-1][1].rstrip(" ")
        texts = self._fonts.converted_runs([(look.font, text) for look, text in pieces])
        runs = joined([look for look, _ in pieces], texts, [""] * len(pieces))
        label, self._label = clean(self._label.replace("\xa0", " ")).strip(), ""
        if not broken and not label and not any(run.text.strip(" \xa0") for run in runs):
            self._continues = False
            return
        self._paragraphs += not self._continues
        self._blocks[-1].append(
            Line(
                runs=runs,
                place=self._place(),
                align=self._open[-1].set.align,
                label=label,
                continues=self._continues,
                starts_page=self._new_page,
            )
        )
        self._continues, self._new_page = broken, False

    def _item(self, attributes: Mapping[str, str]) -> str:
        """What a browser shows before an item of a list."""
        list_ = next((element for element in reversed(self._open) if element.tag in ("ol", "ul")), None)
        if list_ is None or list_.tag == "ul":
            return "-"
        value = attributes.get("value", "")
        list_.items = int(value) if value.isdecimal() and len(value) < 6 else list_.items + 1
        return f"{list_.items}."

    def _place(self) -> str:
        return f"đoạn {max(self._paragraphs, 1)}"
