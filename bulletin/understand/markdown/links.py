"""Where the links of a text lead: allowed schemes only, addresses of this site under its base path, all noted."""

from __future__ import annotations

from urllib.parse import unquote
from xml.etree import ElementTree as etree

from markdown.treeprocessors import Treeprocessor

from bulletin.model.problem import Problem, problem
from bulletin.model.prose import Link
from bulletin.understand.markdown.typed_addresses import of_site, outside
from bulletin.understand.text.lines import Lines

# An attribute for the way to here only: «](/lich/», what stands in the source.
TYPED = "typed"


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
