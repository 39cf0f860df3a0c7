"""Body → Prose. The only door to markdown (with its neighbours in this room)."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from html import escape
from unicodedata import normalize
from xml.etree import ElementTree as etree

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from bulletin.model.deadline import Deadline
from bulletin.model.html import Html
from bulletin.model.occasion import OccasionSaid
from bulletin.model.place import Place
from bulletin.model.problem import Problem, problem
from bulletin.model.prose import Prose
from bulletin.understand.citations.mentions import Citing, Mentions
from bulletin.understand.deadlines.reading import Times
from bulletin.understand.deadlines.reading import read as find_deadlines
from bulletin.understand.markdown import inline
from bulletin.understand.markdown.block_parser import LinearParser
from bulletin.understand.markdown.footnotes import Footnotes, WaysBack
from bulletin.understand.markdown.headings import Outline, SpacedHashHeader
from bulletin.understand.markdown.lead import Lead
from bulletin.understand.markdown.links import Links
from bulletin.understand.markdown.lists import BulletList, ItemNumbers, NumberedList, OfficeLines, TooDeep, TooLong
from bulletin.understand.markdown.sanitise import sanitise
from bulletin.understand.markdown.tables import Cells, WholeTable
from bulletin.understand.markdown.typed_but_not_read import unread
from bulletin.understand.markdown.unclosed_bold import unclosed
from bulletin.understand.occasions.occasions import occasions
from bulletin.understand.own_stack import on_own_stack
from bulletin.understand.text.abbreviations import NO_ABBREVIATIONS, Abbreviations, mark
from bulletin.understand.text.lines import CorrectedLines, Lines
from bulletin.words.text.corrected import Pairs, corrected

# Typed HTML is shown as text. Only what is surely a tag is told: «a <b và c> d» is arithmetic.
_TAG = re.compile(
    r"</?(?:a|abbr|b|big|blockquote|body|button|center|code|del|div|em|embed|font|form|h[1-6]|head|html|i|iframe|img|"
    r"input|ins|li|link|mark|math|meta|object|ol|p|pre|s|script|small|span|strike|strong|style|svg|table|tbody|td|th|"
    r"tr|tt|u|ul|video)(?:\s+[\w:-]+\s*=[^<>]*)?\s*/?>|<\?\w{1,20}|<!\[\w{1,20}",
    re.IGNORECASE,
)
_CODE = re.compile(r"(`+)[^`\n]+\1")


class _Parser:
    """Markdown as this house reads it.

    One for each text: making it takes a fifth of a millisecond, no text can leave anything behind for the next, and no
    two threads meet in one.
    """

    def __init__(self) -> None:
        self.md = md = Markdown(extensions=["tables", "def_list"], output_format="xhtml")
        md.parser.__class__ = LinearParser
        md.preprocessors.deregister("html_block")
        md.preprocessors.register(OfficeLines(md), "office_lines", 5)
        blocks = md.parser.blockprocessors
        for name in ("code", "setextheader", "reference"):
            blocks.deregister(name)
        blocks.register(SpacedHashHeader(md.parser), "hashheader", 70)
        blocks.register(WholeTable(md.parser, {"use_align_attribute": False}), "table", 75)
        blocks.register(NumberedList(md.parser), "olist", 40)
        blocks.register(BulletList(md.parser), "ulist", 30)
        self.footnotes = Footnotes(md)
        md.treeprocessors.register(self.footnotes, "footnotes", 50)
        self.inline = inline.Inline(md, self.footnotes.mark)
        md.treeprocessors.register(self.inline, "inline", 20)
        md.treeprocessors.deregister("unescape")
        for name in ("raw_html", "amp_substitute"):  # of placeholders that are never made
            md.postprocessors.deregister(name)
        self.outline, self.links = Outline(md), Links(md)
        md.treeprocessors.register(ItemNumbers(md), "item_numbers", -10)
        md.treeprocessors.register(Cells(md), "cells", -11)
        md.treeprocessors.register(self.outline, "outline", -12)
        md.treeprocessors.register(self.links, "links", -13)
        self.lead = Lead(md)
        md.treeprocessors.register(self.lead, "lead", -14)
        self.mentions = Mentions(md)
        md.treeprocessors.register(self.mentions, "mentions", -15)
        md.treeprocessors.register(WaysBack(md, self.footnotes), "ways_back", -16)
        md.treeprocessors.register(_Ampersands(md), "ampersands", -17)

    def read(self, body: str, lines: Lines, base: str, citing: Citing | None, errata: Pairs = ()) -> str:
        self.outline.headings, self.lead.text, self.lead.errata = [], "", errata
        self.links.start(lines, base)
        self.mentions.start(lines, base, citing)
        self.footnotes.start()
        self.inline.start()
        return self.md.reset().convert(body)


class _Ampersands(Treeprocessor):
    """The library takes «&lt;» in a text for markup that is escaped already: escape it before."""

    def run(self, root: etree.Element) -> None:
        for element in root.iter():
            if element.text and "&" in element.text:
                element.text = element.text.replace("&", "&amp;")
            if element.tail and "&" in element.tail:
                element.tail = element.tail.replace("&", "&amp;")
            for name, value in element.items():
                if "&" in value:
                    element.set(name, value.replace("&", "&amp;"))


def _parsed(body: str, lines: Lines, base: str, citing: Citing | None, errata: Pairs) -> tuple[str, _Parser]:
    """The markup of `body`, and the parser with what it met on its way."""
    parser = _Parser()
    return parser.read(body, lines, base, citing, errata), parser


def understand(
    body: str,
    path: str,
    body_line: int,
    base: str,
    citing: Citing | None = None,
    *,
    above: tuple[str, ...] = (),
    known: Abbreviations = NO_ABBREVIATIONS,
    errata: Pairs = (),
) -> tuple[Prose, tuple[Problem, ...]]:
    """Read `body`, whose first line is line `body_line` of `path`; links of this site go under `base`.

    Citations are looked for when `citing` says who cites; abbreviations that are `known` are marked, from the first of
    the plain texts that stand `above` it on its page. The markup is that of the text as signed; times to act and the
    lead are read from its words as the `errata` correct them.
    """
    lines = Lines(body, body_line, path)
    try:
        markup, parser = on_own_stack(lambda: _parsed(body, lines, base, citing, errata))
    except (TooDeep, TooLong, RecursionError) as error:
        nothing = Prose(html=Html(), headings=(), links=(), lead="")
        if isinstance(error, TooLong):
            place = Place(path=path, line=body_line + error.line, col=1)
            return nothing, (problem("body-too-long", place, what=error.what),)
        line = error.line if isinstance(error, TooDeep) else 0
        return nothing, (problem("body-too-deep", Place(path=path, line=body_line + line, col=1)),)
    html, removed = sanitise(markup)
    problems = list(parser.links.problems)
    if removed and not problems:
        address = removed.partition('="')[2].rstrip('">')
        problems.append(problem("body-removed", lines.place(address), value=address or removed))
    typed = _CODE.sub(lambda m: " " * len(m[0]), body) if "`" in body else body
    if "<" in body:
        problems.extend(problem("body-html", lines.place(m[0]), value=m[0]) for m in _TAG.finditer(typed))
    problems.extend(unread(typed, html, path, body_line))
    problems.extend(unclosed(parser.inline.unclosed, lines))
    problems.extend(parser.mentions.problems)
    escaped = (Html(escape(text, quote=False)) for text in above)
    times = _times(body, lines, citing.signed_on, errata) if citing else Times()
    (*heads, html), abbreviations = mark((*escaped, html), known, citing.signed_on if citing else None)
    prose = Prose(
        html=html,
        headings=tuple(parser.outline.headings),
        links=(*parser.links.links, *parser.mentions.links),
        lead=parser.lead.text,
        mentions=tuple(parser.mentions.mentions),
        occasions=_occasions(parser.mentions.texts, lines, citing),
        deadlines=times.deadlines,
        doubtful=times.doubtful,
        changes=times.changes,
        slips=times.slips,
        abbreviations=abbreviations,
        above=tuple(heads),
    )
    return prose, tuple(problems)


def _times(body: str, lines: Lines, signed_on: date | None, errata: Pairs) -> Times:
    """Those of the corrected text, each marked that the signed text tells otherwise; their places are of that text."""
    as_signed = find_deadlines(body, lines, signed_on)
    if not errata:
        return as_signed
    # Reading makes it so, and could not tell then where in the signed text it stands.
    signed = normalize("NFC", body)
    right = corrected(signed, tuple((normalize("NFC", says), normalize("NFC", should)) for says, should in errata))
    places = CorrectedLines(right, Lines(signed, lines.first_line, lines.path))
    read = find_deadlines(right.text, places, signed_on)
    return read._replace(
        deadlines=_marked(read.deadlines, as_signed.deadlines), doubtful=_marked(read.doubtful, as_signed.doubtful)
    )


def _marked(read: tuple[Deadline, ...], as_signed: tuple[Deadline, ...]) -> tuple[Deadline, ...]:
    return tuple(replace(one, corrected=one not in as_signed) for one in read)


def _occasions(texts: list[str], lines: Lines, citing: Citing | None) -> tuple[OccasionSaid, ...]:
    if citing is None:
        return ()
    return occasions(texts, lines, citing.lexicon.anniversaries, citing.signed_on.year if citing.signed_on else None)
