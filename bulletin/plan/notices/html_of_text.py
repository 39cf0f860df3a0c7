"""Text → Html: one of the things that can be made of a text, and the only place where its markup is written.

Every tag and attribute that can stand in a text is spelt here, and all that comes from an editor is escaped, so nothing
else can come through. Html5 as browsers write it: void elements without a slash, a hard space as «&nbsp;».
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from bulletin.addresses import dispatch_url
from bulletin.model.html import Html
from bulletin.model.text import (
    Block,
    Explained,
    Hyperlink,
    LineBreak,
    Mark,
    MentionMark,
    NoteMark,
    OnSite,
    Outside,
    Picture,
    Style,
    Words,
)
from bulletin.words.text.table_layout import TableLayout, is_long, table_layout

_TAGS = {
    "paragraph": "p", "quote": "blockquote", "bullets": "ul", "numbers": "ol", "item": "li", "note": "li",
    "terms": "dl", "term": "dt", "definition": "dd",
    "table": "table", "head": "thead", "body": "tbody", "row": "tr", "header": "th", "cell": "td",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Addresses:
    """How identities become addresses on one page: under the `base` path; where the markup is read elsewhere, with the
    site's `origin` («https://a.vn») and the whole address of the `page` itself. `mentions` leads from the anchor of a
    mention to the address of another document than the one that its text tells («/van-ban/595-cv-qu-2022/»)."""

    base: str = ""
    origin: str = ""
    page: str = ""
    mentions: Mapping[str, str] = field(default_factory=dict)

    def of(self, to: OnSite | Outside | None) -> str | None:
        """The address of a target; None when there is none."""
        if to is None or isinstance(to, Outside):
            return to.url if to else None
        if to.path:
            return f"{self.origin}{self.base}{to.path}{to.tail}"
        return f"{self.page}{to.tail}" if to.tail.startswith("#") else to.tail

    def of_mention(self, mention: MentionMark) -> str:
        """The address of the document that a number means."""
        return f"{self.origin}{self.base}{self.mentions.get(mention.anchor) or dispatch_url(mention.address)}"


def html_of(content: Iterable[Words | Block], addresses: Addresses) -> Html:
    """The markup of a text or of a part of it, a block a line."""
    return Html(_inside(tuple(content), addresses).strip(" \n"))


def html_of_words(words: Words, addresses: Addresses = Addresses()) -> Html:
    """The markup of words without a block, as a title has them."""
    return Html(_words(words, addresses))


def _inside(content: tuple[Words | Block, ...], addresses: Addresses) -> str:
    """What stands between the tags of a block: each block in it begins and ends a line, unless words stand there."""
    if not content:
        return ""
    parts = ["\n"] if isinstance(content[0], Block) else []
    after = (*content[1:], None)
    for part, following in zip(content, after, strict=True):
        if isinstance(part, Words):
            parts.append(_words(part, addresses))
        else:
            parts.append(_block(part, addresses))
            if not isinstance(following, Words):
                parts.append("\n")
    return "".join(parts)


def _block(block: Block, addresses: Addresses) -> str:
    kind = block.kind
    if kind == "rule":
        return "<hr>"
    if kind == "table":
        return _table(block, addresses)
    inside = _inside(block.content, addresses)
    if kind == "heading":
        return f'<h{block.level} id="{_quoted(block.anchor)}">{inside}</h{block.level}>'
    if kind == "notes":
        return f'<div class="footnote">\n<hr>\n<ol>{inside}</ol>\n</div>'
    if kind == "note":
        return f'<li id="{_quoted(f"fn:{block.anchor}")}">{_with_ways_back(block, inside)}</li>'
    tag = _TAGS[kind]
    return f"<{tag}{_attributes(block)}>{inside}</{tag}>"


def _attributes(block: Block) -> str:
    """Those of a list, an item, or a place that contents lead to, with a blank before each."""
    counted = {"numbers": "start", "item": "value"}.get(block.kind, "")
    number = "" if block.number is None or not counted else f' {counted}="{block.number}"'
    return f"{_attribute('id', block.anchor or None)}{number}"


def _table(table: Block, addresses: Addresses) -> str:
    """A table with what it takes to make cards of its rows (table_layout.py); a head without a word is left out."""
    layout = table_layout(table)
    parts = [
        _part(part, layout, addresses)
        for part in table.content
        if isinstance(part, Block) and not (part.kind == "head" and layout.head == "none")
    ]
    is_shown = "shown" if layout.head == "shown" else ""
    return f"<table{_classes('stack', layout.size, is_shown)}>\n{''.join(parts)}</table>"


def _part(part: Block, layout: TableLayout, addresses: Addresses) -> str:
    """The head or body of a table."""
    tag, lines = _TAGS[part.kind], list[str]()
    for number, row in enumerate(part.content):
        kind = layout.rows[number] if part.kind == "body" else ""
        cells = row.content if isinstance(row, Block) else ()
        inside = "".join(
            f"{_cell(cell, layout, column, addresses)}\n"
            for column, cell in enumerate(cells)
            if isinstance(cell, Block)
        )
        lines.append(f"<tr{_classes(kind)}>\n{inside}</tr>\n")
    return f"<{tag}>\n{''.join(lines)}</{tag}>\n"


def _cell(cell: Block, layout: TableLayout, number: int, addresses: Addresses) -> str:
    """One of column `number`."""
    tag, column = _TAGS[cell.kind], layout.column(number)
    classes = _classes(cell.align, "nth" if column.numbers else "", "long" if is_long(cell) else "")
    more = ' scope="col"' if cell.kind == "header" else _attribute("data-col", column.name or None)
    return f"<{tag}{classes}{more}>{_inside(cell.content, addresses)}</{tag}>"


def _classes(*names: str) -> str:
    """The attribute; "" where there is no name."""
    return _attribute("class", " ".join(filter(None, names)) or None)


def _with_ways_back(note: Block, inside: str) -> str:
    """A note with the arrows that lead back to its marks: at the end of its last paragraph, or in one of their own."""
    if not note.content:
        return inside
    arrows = "".join(
        f'<a class="footnote-backref" href="#{_quoted(_mark_id(note.anchor, nth))}" '
        f'title="Trở lại chỗ dẫn chú thích {note.number}">↩</a>'
        for nth in range(1, note.marks + 1)
    )
    last = note.content[-1]
    if isinstance(last, Block) and last.kind == "paragraph":
        return f"{inside.removesuffix(_PARAGRAPH_END)}&nbsp;{arrows}{_PARAGRAPH_END}"
    return f"{inside}<p>{arrows}</p>\n"


_PARAGRAPH_END = "</p>\n"


def _mark_id(label: str, nth: int) -> str:
    return f"fnref{nth if nth > 1 else ''}:{label}"


def _words(words: Words, addresses: Addresses) -> str:
    """Words with the tags of their marks; of two marks one holds the other, so those that are open are a pile."""
    text = words.text
    if not words.marks:
        return _escaped(text)
    parts: list[str] = []
    open_: list[tuple[int, str]] = []
    at = 0
    for mark in words.marks:
        while open_ and open_[-1][0] <= mark.start:
            stop, closing = open_.pop()
            parts += (_escaped(text[at:stop]), closing)
            at = stop
        parts.append(_escaped(text[at : mark.start]))
        opening, closing = _tags(mark, addresses)
        parts.append(opening)
        at = mark.start
        if closing:
            open_.append((mark.stop, closing))
        else:
            at = mark.stop
    for stop, closing in reversed(open_):
        parts += (_escaped(text[at:stop]), closing)
        at = stop
    parts.append(_escaped(text[at:]))
    return "".join(parts)


def _tags(mark: Mark, addresses: Addresses) -> tuple[str, str]:
    """The tags that open and close a mark; the second is "" where the first stands for all of it."""
    match mark:
        case Style():
            return f"<{mark.name}>", f"</{mark.name}>"
        case LineBreak():
            return "<br>", ""
        case Hyperlink():
            return f"<a{_attribute('href', addresses.of(mark.to))}{_attribute('title', mark.title or None)}>", "</a>"
        case Picture():
            to, title = addresses.of(mark.to), mark.title or None
            return f"<img{_attribute('alt', mark.alt)}{_attribute('src', to)}{_attribute('title', title)}>", ""
        case NoteMark():
            id_, href = _quoted(_mark_id(mark.label, mark.nth)), _quoted(f"#fn:{mark.label}")
            return f'<sup id="{id_}"><a class="footnote-ref" href="{href}">{mark.number}</a></sup>', ""
        case MentionMark():
            href, title = _quoted(addresses.of_mention(mark)), _quoted(mark.title)
            return f'<a href="{href}" id="{_quoted(mark.anchor)}" title="{title}">', "</a>"
        case Explained():
            return f'<abbr title="{_quoted(mark.means)}">', "</abbr>"


def _attribute(name: str, value: str | None) -> str:
    return "" if value is None else f' {name}="{_quoted(value)}"'


def _escaped(text: str) -> str:
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    return text.replace("\u00a0", "&nbsp;")


def _quoted(text: str) -> str:
    return _escaped(text).replace('"', "&quot;")
