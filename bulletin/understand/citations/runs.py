"""The tree as text: what each block says, piece by piece, and links set around parts of it. No words are known here."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator
from itertools import accumulate
from xml.etree import ElementTree as etree

from markdown.util import AtomicString

_INLINE = frozenset(("a", "br", "code", "em", "img", "strong", "sub", "sup"))
# Blocks that hold other blocks and no text of their own.
_CONTAINERS = frozenset(("div", "dl", "ol", "table", "tbody", "thead", "tr", "ul"))
BLANK_SIGN = "\ufffc"  # stands for an image or code: no number goes through it


class Run:
    """A piece of text of a block: the text or the tail of `node`; `free` where a link may be set."""

    __slots__ = ("free", "node", "parent", "tail", "text")

    def __init__(self, node: etree.Element, tail: bool, parent: etree.Element, text: str, free: bool) -> None:
        self.node, self.tail, self.parent, self.text, self.free = node, tail, parent, text, free


def texts_of(root: etree.Element) -> tuple[list[etree.Element], list[str]]:
    """Every block that holds text of its own, and its text; a block inside it is a «\\0»."""
    blocks: list[etree.Element] = []
    texts: list[str] = []
    for block in root.iter():
        if block.tag in _INLINE or block.tag in _CONTAINERS:
            continue
        text = block.text or ""
        if len(block):
            pieces = [text]
            for child in block:
                pieces.append("".join(child.itertext()) if child.tag in _INLINE else "\0")
                pieces.append(child.tail or "")
            text = "".join(pieces)
        if text:
            blocks.append(block)
            texts.append(text)
    return blocks, texts


def runs_of(block: etree.Element) -> Iterator[list[Run]]:
    """The runs of text of a block itself, parted by the blocks inside it."""
    runs: list[Run] = [Run(block, False, block, block.text, True)] if block.text else []
    for child in block:
        if child.tag in _INLINE:
            _inline(child, runs, True)
        else:
            if runs:
                yield runs
            runs = []
        if child.tail:
            runs.append(Run(child, True, block, child.tail, True))
    if runs:
        yield runs


def _inline(element: etree.Element, runs: list[Run], free: bool) -> None:
    if element.tag == "sup" and element.get("id"):  # the mark of a footnote belongs to no number
        return
    if element.tag == "br":
        runs.append(Run(element, False, element, "\n", True))
    elif element.tag in ("code", "img"):
        runs.append(Run(element, False, element, BLANK_SIGN, False))
    else:
        free = free and element.tag != "a"
        if element.text:
            runs.append(Run(element, False, element, element.text, free))
        for child in element:
            _inline(child, runs, free)
            if child.tail:
                runs.append(Run(child, True, element, child.tail, free))


def set_links(runs: list[Run], spans: list[tuple[int, int, etree.Element]]) -> set[str]:
    """Set each link around its span of the joined runs, in one pass; the ids of those that could be set."""
    starts = list(accumulate([len(run.text) for run in runs], initial=0))
    cuts: dict[int, list[tuple[int, int, etree.Element]]] = {}
    for start, stop, link in spans:
        pieces = []
        i = bisect(starts, start) - 1
        while i < len(runs) and starts[i] < stop:
            pieces.append((min(stop, starts[i + 1]) - max(start, starts[i]), i))
            i += 1
        if all(runs[i].free for length, i in pieces if length):
            # «**595**-CV/QU»: marks, or a line's end, inside the number; its longest piece carries the link.
            _, i = max(pieces)
            cuts.setdefault(i, []).append((max(start - starts[i], 0), min(stop, starts[i + 1]) - starts[i], link))
    new: dict[int, tuple[etree.Element, dict[int, list[etree.Element]]]] = {}
    for i, here in cuts.items():
        run, at = runs[i], len(runs[i].text)
        links = []
        for low, high, link in reversed(here):
            link.text, link.tail = AtomicString(run.text[low:high]), AtomicString(run.text[high:at])
            at = low
            links.append(link)
        before = AtomicString(run.text[:at])
        if run.tail:
            run.node.tail = before
        else:
            run.node.text = before
        _, after = new.setdefault(id(run.parent), (run.parent, {}))
        after[id(run.node) if run.tail else 0] = links[::-1]
    for parent, after in new.values():
        children = after.get(0, [])
        for child in parent:
            children += [child, *after.get(id(child), ())]
        parent[:] = children
    return {link.attrib["id"] for here in cuts.values() for _, _, link in here}
