"""Marks inside a line: the few that a notice needs. Everything else, raw HTML included, is shown as it was typed.

One walk over each text, in place of the library's patterns: those put placeholders into the text, which other stages
met, and took the time of the square of its length.
"""

from __future__ import annotations

import html
import re
from bisect import bisect
from collections.abc import Callable, Iterable, Iterator, Sequence
from xml.etree import ElementTree as etree

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from bulletin.understand.markdown.elements import TYPED
from bulletin.understand.markdown.emphasis import Pair, Run, pairs
from bulletin.understand.markdown.typed_addresses import outside
from bulletin.words.text.patterns import verbose
from bulletin.words.yaml.read import CONTROL

# «[chữ](địa chỉ "lời")», the address perhaps in <…>; brackets inside balance once. Linear on any text.
_LINK = r"""
    !?\[(?P<words>(?:[^\[\]]|\[[^\[\]]*\])*)\]
    \([ ]{0,3}
    (?:
        <(?P<quoted>[^<>\n]*)>
        |(?P<bare>
            [^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*
            # Names of files as people have them: «/files/Mẫu đơn (1).pdf».
            |/?files/[^()<>\n\"']*(?:\([^()<>\n\"']*\)[^()<>\n\"']*)*
        )
    )
    (?:[ \n]{1,3}(?:\"(?P<title>[^\"]*)\"|'(?P<single>[^']*)'))?  # what is shown beside the pointer
    [ ]{0,3}\)
"""
_MARK = re.compile(r"[*_`\\\[<&]|://|  \n")
_ESCAPED = r"\\([\\`*_{}\[\]()>#+\-.!|])"
_NAMED = r"&(?:\#\d+|\#x[0-9a-fA-F]+|[a-zA-Z0-9]+);"
_TOKEN = verbose(rf"""
    (?P<ticks>`+)                                             # code begins
    |(?P<escaped>{_ESCAPED})                                  # «\*» is a star
    |(?<!!)\[\^(?P<note>[^\[\]]*)\]                          # the mark of a footnote
    |(?P<link>{_LINK})                                        # a link or an image
    |(?P<address>(?<![\w/])https?://[^\s<>\"«»“”`]+)           # an address typed as it is
    |(?P<break>[ ]{{2,}}\n|<br ?/?>)                           # a line ends on purpose
    |<(?P<tag>su[pb])>(?P<low>[^<]*)</(?P=tag)>               # «m<sup>2</sup>»
    |(?P<entity>{_NAMED})                                     # «&nbsp;»
    |(?P<run>\*+|_+)                                          # perhaps bold or italics
""")
# Where one of them may begin. A search for one of a class of characters is six times as fast as one for this or that.
_BEGINS = re.compile(r"[`\\\[!h <&*_](?:(?<![h ])|(?<=h)(?=ttps?://)|(?<= )(?<!  )(?= ))")
_ESCAPE = re.compile(_ESCAPED)
_ENTITY = re.compile(_NAMED)
_ADDRESS_END = re.compile(r"[\w/=&#%+~-]")
_TICKS = re.compile("`+")
_DEEPEST = 20

# A text that has been walked over: words, an element, or a run of stars that may be marks.
_Piece = str | etree.Element | Run


def words_of(element: etree.Element) -> str:
    """The words of an element as people read them."""
    return " ".join("".join(element.itertext()).split())


class Inline(Treeprocessor):
    """Runs over the tree of blocks; leaves in `unclosed` the runs of stars and underlines that stay as typed.

    `note` makes the mark of a footnote, or None when there is no such note.
    """

    def __init__(self, md: Markdown, note: Callable[[str], etree.Element | None]) -> None:
        super().__init__(md)
        self.note = note
        self.start()

    def start(self) -> None:
        """Begin a new text; an empty one has no tree to run over."""
        self.unclosed: list[Run] = []

    def run(self, root: etree.Element) -> None:
        for parent in list(root.iter()):
            if not (_marked(parent.text) or any(_marked(child.tail) for child in parent)):
                continue
            pieces = self._read(parent.text)
            for child in parent:
                tail, child.tail = child.tail, None
                pieces += [child, *self._read(tail)]
            _fill(parent, pieces)

    def _read(self, text: str | None, *, linked: bool = False) -> list[_Piece]:
        """A text as words and elements."""
        if not _marked(text):
            return [text or ""]
        pieces = list(self._pieces(text or "", linked))
        runs = [piece for piece in pieces if isinstance(piece, Run)]
        if not runs:
            return pieces
        marks = pairs(runs)
        self.unclosed += [run for run in runs if run.left]
        return _emphasised(pieces, marks, len(runs))

    def _pieces(self, text: str, linked: bool) -> Iterator[_Piece]:
        """Piece by piece; what is no mark after all stays with the words before it."""
        at = here = counted = line = 0
        ticks: dict[int, list[int]] = {}
        while m := _token(text, here):
            start, here = m.span()
            made: _Piece | None
            if m["ticks"]:
                ticks = ticks or _ticks(text)
                made, here = _code(text, start, here, ticks)
            elif m["run"]:
                line += text.count("\n", counted, start)
                counted = start
                made = Run(text, start, here, line)
            elif m["address"]:
                made, here = _bare_address(m, linked=linked)
            else:
                made = self._made(m, linked)
                if made is None:
                    here = start + 1
            if made is not None:
                yield text[at:start]
                yield made
                at = here
        yield text[at:]

    def _made(self, m: re.Match[str], linked: bool) -> str | etree.Element | None:
        """What a token other than stars and code is; None when it is text."""
        if m["escaped"]:
            return m[0][1:]
        if m["note"] is not None:
            return None if linked else self.note(m["note"])
        if m["link"]:
            return self._link(m, linked)
        if m["break"]:
            return etree.Element("br")
        if m["tag"]:
            return _fill(etree.Element(m["tag"]), self._read(m["low"], linked=linked))
        return _named(m)

    def _link(self, m: re.Match[str], linked: bool) -> etree.Element | None:
        """A link, or with `!` before it an image. No link stands in a link."""
        kind = "bare" if m["quoted"] is None else "quoted"
        address = _plain(m[kind].strip())
        title = m["title"] or m["single"]
        if m[0].startswith("!"):
            element = etree.Element("img", src=address, alt=_plain(m["words"]))
        elif linked:
            return None
        else:
            element = _fill(etree.Element("a", href=address), self._read(m["words"], linked=True))
        element.set(TYPED, m.string[m.end("words") : m.end(kind)])
        if title:
            element.set("title", _plain(title))
        return element


def _token(text: str, at: int) -> re.Match[str] | None:
    """The first from text[at] on."""
    while begins := _BEGINS.search(text, at):
        at = begins.start()
        if m := _TOKEN.match(text, at):
            return m
        at += 1
    return None


def _marked(text: str | None) -> bool:
    return text is not None and not isinstance(text, AtomicString) and _MARK.search(text) is not None


def _plain(text: str) -> str:
    """An address, a title: «\\_» is «_», entities are what they name."""
    return _ENTITY.sub(_named, _ESCAPE.sub(r"\1", text))


def _named(m: re.Match[str]) -> str:
    """«&nbsp;» as the character it names; one that is hidden stays visible, as typed."""
    char = html.unescape(m[0]) if len(m[0]) < 40 else m[0]
    return m[0] if CONTROL.search(char) else char


def _bare_address(m: re.Match[str], *, linked: bool) -> tuple[str | etree.Element | None, int]:
    """A web address typed as it is, and where it ends: signs of the sentence behind it, and a bracket around, are none.

    «(xem https://a.vn/bai_(moi)).» → https://a.vn/bai_(moi)
    """
    typed = m[0]
    closed = typed.count(")") - typed.count("(")
    end = len(typed)
    while end and not _ADDRESS_END.match(typed, end - 1) and not (typed[end - 1] == ")" and closed <= 0):
        end -= 1
        closed -= (typed[end] == ")") - (typed[end] == "(")
    address, stop = _plain(typed[:end]), m.start() + end
    if linked or not outside(address):
        return None, max(stop, m.start() + 1)
    return _fill(etree.Element("a", {"href": address, TYPED: typed[:end]}), [address]), stop


def _ticks(text: str) -> dict[int, list[int]]:
    """Where runs of backticks begin, by their length."""
    starts: dict[int, list[int]] = {}
    for m in _TICKS.finditer(text):
        starts.setdefault(m.end() - m.start(), []).append(m.start())
    return starts


def _code(text: str, start: int, stop: int, ticks: dict[int, list[int]]) -> tuple[etree.Element | None, int]:
    """Code that begins at `start`, and where it ends. Its quotes stand around words, never inside one."""
    size = stop - start
    closing = ticks.get(size, [])
    i = bisect(closing, start)
    if i == len(closing) or (start and (text[start - 1].isalnum() or text[start - 1] == "_")):
        return None, stop
    words, end = text[stop : closing[i]].strip(), closing[i] + size
    if not words or text[end : end + 1].isalnum():
        return None, stop
    return _fill(etree.Element("code"), [words]), end


def _emphasised(pieces: Iterable[_Piece], marks: Sequence[Pair], count: int) -> list[_Piece]:
    """The pieces with bold and italics set around them; a run that is no mark is words again."""
    opens: list[list[int]] = [[] for _ in range(count)]
    closes: list[list[int]] = [[] for _ in range(count)]
    for n, (i, j, _) in enumerate(marks):  # inner ones first
        opens[i].insert(0, n)
        closes[j].append(n)
    top: list[_Piece] = []
    stack = [top]
    literal: set[int] = set()
    i = 0
    for piece in pieces:
        if not isinstance(piece, Run):
            stack[-1].append(piece)
            continue
        for n in closes[i]:
            if n in literal:
                stack[-1].append(piece.sign * marks[n].size)
            else:
                element = etree.Element("strong" if marks[n].size == 2 else "em")
                inside = stack.pop()
                stack[-1].append(_fill(element, inside))
        stack[-1].append(piece.sign * piece.left)
        for n in opens[i]:
            if len(stack) > _DEEPEST:
                literal.add(n)
                stack[-1].append(piece.sign * marks[n].size)
            else:
                stack.append([])
        i += 1
    return top


def _fill(element: etree.Element, pieces: Iterable[_Piece]) -> etree.Element:
    """Make the pieces all that `element` holds."""
    children = [piece for piece in pieces if isinstance(piece, etree.Element)]
    element[:] = children
    words: list[str] = []
    last: etree.Element | None = None
    for piece in (*pieces, None):
        if isinstance(piece, str):
            words.append(piece)
            continue
        if last is None:
            element.text = "".join(words)
        else:
            last.tail = "".join(words)
        words = []
        last = piece if isinstance(piece, etree.Element) else last
    return element
