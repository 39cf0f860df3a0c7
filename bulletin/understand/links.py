"""Where the links of a text lead: allowed schemes only, addresses of this site under its base path, all noted."""

from __future__ import annotations

import re
from bisect import bisect
from urllib.parse import unquote
from xml.etree import ElementTree as etree

from markdown.treeprocessors import Treeprocessor

from bulletin.model.problem import Place, Problem, problem
from bulletin.model.prose import Link
from bulletin.words.corrected import Corrected
from bulletin.words.typed_url import of_site, outside

# An attribute for the way to here only: «](/lich/», what stands in the source.
TYPED = "typed"


class Lines:
    """Finds the line on which the n-th use of a text stands; the tree itself knows no lines."""

    def __init__(self, body: str, first_line: int, path: str) -> None:
        self.body, self.first_line, self.path = body, first_line, path
        self.last: dict[str, int] = {}
        self.starts: list[int] = []

    def place(self, text: str, skip: int = 0, after: int = 0) -> Place:
        """The next place of text[skip:]; the first line of the body when it is written otherwise there.

        `after`: where the one before it in the text was found, so that many are not each sought from the beginning.
        """
        last = self.last.get(text, -1) + 1
        at = self.body.find(text, max(last, after)) if text else -1
        if at < 0 and after > last:
            at = self.body.find(text, last)
        if at < 0:
            return Place(path=self.path, line=self.first_line, col=1)
        self.last[text] = at
        return self.at(at + skip)

    def at(self, at: int) -> Place:
        """The place of body[at]."""
        if not self.starts:
            self.starts = [0, *(m.end() for m in re.finditer("\n", self.body))]
        line = bisect(self.starts, at) - 1
        return Place(path=self.path, line=self.first_line + line, col=at - self.starts[line] + 1)


class CorrectedLines(Lines):
    """The places of a text that is read with its errata: where in the text as it was signed."""

    def __init__(self, right: Corrected, signed: Lines) -> None:
        super().__init__(right.text, signed.first_line, signed.path)
        self.right, self.signed = right, signed

    def at(self, at: int) -> Place:
        """The place in the signed text of what stands at body[at]."""
        return self.signed.at(self.right.back(at))


class Links(Treeprocessor):
    """Runs over the finished tree; leaves `links` and `problems`."""

    lines: Lines
    base: str
    links: list[Link]
    problems: list[Problem]

    def start(self, lines: Lines, base: str) -> None:
        """Begin a new text."""
        self.lines, self.base, self.links, self.problems = lines, base, [], []
        self.after = 0

    def run(self, root: etree.Element) -> None:
        for element in root.iter():
            if element.tag == "a" and "href" in element.attrib:
                self._mend(element, "href", element.attrib["href"])
            elif element.tag == "img":
                self._mend(element, "src", element.attrib.get("src", ""))

    def _mend(self, element: etree.Element, name: str, said: str) -> None:
        if said.startswith(("#fn:", "#fnref")):  # made by the footnotes themselves
            return
        typed = element.attrib.pop(TYPED, said)
        place = self.lines.place(typed, len(typed) - len(typed.lstrip("]( <")), self.after)
        self.after = self.lines.last.get(typed, self.after)
        site = of_site(said)
        if site and (name == "href" or site.file):
            element.set(name, (self.base if site.path else "") + site.path + site.tail)
        elif name == "href" and (url := outside(said)):
            element.set(name, url)
        else:
            element.attrib.pop(name, None)
            self.problems.append(problem("body-image" if name == "src" else "body-link-scheme", place, value=said))
            return
        file = site.file if site else ""
        self.links.append(Link(target=unquote(said), href=element.attrib[name], place=place, file=file))
