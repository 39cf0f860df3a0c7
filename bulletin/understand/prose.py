"""Body → Prose: the tree of the library becomes a text as a value, and what is understood is read from its words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from unicodedata import normalize

from bulletin.model.deadline import Deadline
from bulletin.model.occasion import OccasionSaid
from bulletin.model.place import Place
from bulletin.model.problem import Problem, problem
from bulletin.model.prose import Above, Asked, Prose
from bulletin.understand.citations.mentions import Citing, Mentions
from bulletin.understand.deadlines.reading import Times
from bulletin.understand.deadlines.reading import read as find_deadlines
from bulletin.understand.markdown.lead import lead_of
from bulletin.understand.markdown.links import Links
from bulletin.understand.markdown.lists import TooDeep, TooLong
from bulletin.understand.markdown.parser import Parser
from bulletin.understand.markdown.text_of_tree import blocks, drafts, leaves
from bulletin.understand.markdown.typed_but_not_read import unread
from bulletin.understand.markdown.unclosed_bold import unclosed
from bulletin.understand.occasions.occasions import occasions
from bulletin.understand.own_stack import on_own_stack
from bulletin.understand.text.abbreviations import mark
from bulletin.understand.text.asked import asked
from bulletin.understand.text.known_abbreviations import NO_ABBREVIATIONS, Abbreviations
from bulletin.understand.text.leaf import Leaf
from bulletin.understand.text.lines import CorrectedLines, Lines
from bulletin.understand.text.phone_links import link_phones
from bulletin.words.text.corrected import Pairs, corrected
from bulletin.words.text.patterns import verbose

# Typed HTML is shown as text. Only what is surely a tag is told: «a <b và c> d» is arithmetic.
_TAG = verbose(
    r"""
    </?
    (?:
        a|abbr|b|big|blockquote|body|button|center|code|del|div|em|embed|font|form|h[1-6]|head|html|i|iframe|img
        |input|ins|li|link|mark|math|meta|object|ol|p|pre|s|script|small|span|strike|strong|style|svg|table|tbody
        |td|th|tr|tt|u|ul|video
    )
    (?:\s+[\w:-]+\s*=[^<>]*)?   # its attributes: «<b và c>» has none
    \s*/?>
    |<\?\w{1,20}               # a processing instruction: «<?xml»
    |<!\[\w{1,20}              # what Word leaves: «<![if», «<![CDATA»
    """,
    re.IGNORECASE,
)
_CODE = re.compile(r"(`+)[^`\n]+\1")


# Of what stands above a body: the title leads nowhere, and its own rule reads whom to call.
_READ_FOR_PHONES = ("what", "who", "when")
_NOTHING_ABOVE: Mapping[str, str] = {}


def understand(
    body: str,
    path: str,
    body_line: int,
    base: str,
    citing: Citing | None = None,
    *,
    above: Mapping[str, str] = _NOTHING_ABOVE,
    known: Abbreviations = NO_ABBREVIATIONS,
    errata: Pairs = (),
) -> tuple[Prose, tuple[Problem, ...]]:
    """Read `body`, whose first line is line `body_line` of `path`; links of this site go under `base`.

    Citations are looked for when `citing` says who cites; abbreviations that are `known` are marked, from the first of
    the plain texts that stand `above` it on its page, by the names of Above. The text is that which was signed; times
    to act and the lead are read from its words as the `errata` correct them.
    """

    def work() -> tuple[Prose, tuple[Problem, ...]]:
        return _understood(body, Lines(body, body_line, path), base, citing, above, known, errata)

    try:
        return on_own_stack(work)
    except (TooDeep, TooLong, RecursionError) as error:
        return Prose(), (_beyond_measure(error, path, body_line),)


def _understood(
    body: str,
    lines: Lines,
    base: str,
    citing: Citing | None,
    above: Mapping[str, str],
    known: Abbreviations,
    errata: Pairs,
) -> tuple[Prose, tuple[Problem, ...]]:
    """The same, of what is not beyond measure; else TooDeep, TooLong or RecursionError."""
    parser, links = Parser(), Links(lines, base)
    content = drafts(parser.read(body), links.leads, parser.footnotes.marks)
    signed_on = citing.signed_on if citing else None
    pieces, heads = list(leaves(content)), {name: Leaf(text, []) for name, text in above.items()}
    mentions = Mentions(pieces, lines, base, citing) if citing else None
    calls = link_phones(content, errata)
    link_phones([leaf for name, leaf in heads.items() if name in _READ_FOR_PHONES], errata)
    abbreviations = mark([*heads.values(), *pieces], known, signed_on)
    text = blocks(content)
    typed = _CODE.sub(lambda m: " " * len(m[0]), body) if "`" in body else body
    problems = (
        *links.problems,
        *(problem("body-html", lines.at(m.start()), value=m[0]) for m in (_TAG.finditer(typed) if "<" in body else ())),
        *unread(typed, text, lines.path, lines.first_line),
        *unclosed(parser.inline.unclosed, lines),
        *(mentions.problems if mentions else ()),
    )
    times = _times(body, lines, signed_on, errata) if citing else Times()
    prose = Prose(
        text=text,
        headings=tuple(parser.outline.headings),
        links=(*links.links, *(mentions.links if mentions else ())),
        lead=lead_of(text, errata),
        mentions=tuple(mentions.mentions) if mentions else (),
        occasions=_occasions([leaf.flowing for leaf in pieces], lines, citing),
        deadlines=times.deadlines,
        doubtful=times.doubtful,
        changes=times.changes,
        slips=times.slips,
        abbreviations=abbreviations,
        above=Above(**{name: leaf.words() for name, leaf in heads.items()}),
        asked=asked(text, errata) if citing else Asked(),
        calls=calls,
    )
    return prose, problems


def _beyond_measure(error: TooDeep | TooLong | RecursionError, path: str, body_line: int) -> Problem:
    """What is told of a text that is too much to be read, at the line where it becomes so."""
    line = 0 if isinstance(error, RecursionError) else error.line
    place = Place(path=path, line=body_line + line, col=1)
    if isinstance(error, TooLong):
        return problem("body-too-long", place, what=error.what)
    return problem("body-too-deep", place)


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
    return occasions(texts, lines, citing.vocabulary.anniversaries, citing.signed_on.year if citing.signed_on else None)
