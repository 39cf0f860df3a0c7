"""Where the links of a text lead: allowed schemes only, addresses of this site under its base path, all noted."""

from __future__ import annotations

import re
from bisect import bisect
from urllib.parse import quote, unquote
from xml.etree import ElementTree as etree

from markdown.treeprocessors import Treeprocessor

from bulletin.model.problem import Place, Problem, problem
from bulletin.model.prose import Link
from bulletin.words.corrected import Corrected
from bulletin.words.urls import asset_url

_OUTSIDE = re.compile(r"(?:https?://[^\s/]|mailto:[^\s@]+@[^\s@]|tel:\+?\d)", re.IGNORECASE)
_ODD = re.compile(r"[\x00-\x20\\]")


class Lines:
    """Finds the line on which the n-th use of a text stands; the tree itself knows no lines."""

    def __init__(self, body: str, first_line: int, path: str) -> None:
        self.body, self.first_line, self.path = body, first_line, path
        self.last: dict[str, int] = {}
        self.starts: list[int] = []

    def place(self, text: str) -> Place:
        """The next place of `text`; the first line of the body when it is written otherwise there."""
        at = self.body.find(text, self.last.get(text, -1) + 1) if text else -1
        if at < 0:
            return Place(path=self.path, line=self.first_line, col=1)
        self.last[text] = at
        return self.at(at)

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

    def run(self, root: etree.Element) -> None:
        for element in root.iter():
            if element.tag == "a" and "href" in element.attrib:
                self._mend(element, "href", element.attrib["href"])
            elif element.tag == "img":
                self._mend(element, "src", element.attrib.get("src", ""))

    def _mend(self, element: etree.Element, name: str, said: str) -> None:
        if said.startswith(("#fn:", "#fnref")):  # made by the footnotes themselves
            return
        target = unquote(said)
        place = self.lines.place(said)
        inside = (
            target.startswith(("/", "#")) and not target.startswith("//") and not _ODD.search(target.replace(" ", ""))
        )
        if inside and name == "src":
            inside = target.startswith("/files/")
        if inside:
            path, mark, anchor = target.partition("#")
            if path.startswith("/files/"):
                # The file's name as it lies on disk, or already as it will lie in the site.
                path = asset_url(path[1:]) or path
            url = quote(path, safe="/~") + mark + quote(anchor, safe="-._~:")
            element.set(name, (self.base if path else "") + url)
        elif name == "src" or not _OUTSIDE.match(said) or _ODD.search(said):
            element.attrib.pop(name, None)
            self.problems.append(problem("body-image" if name == "src" else "body-link-scheme", place, value=said))
            return
        self.links.append(Link(target=target, href=element.attrib[name], place=place))
