"""Where the links of a text lead: allowed schemes only, addresses of this site as identities, all noted."""

from __future__ import annotations

from html import escape
from urllib.parse import unquote
from xml.etree import ElementTree as etree

import nh3

from bulletin.model.problem import Problem, problem
from bulletin.model.prose import Link
from bulletin.model.text import OnSite, Outside
from bulletin.understand.markdown.elements import TYPED
from bulletin.understand.markdown.typed_addresses import of_site, outside
from bulletin.understand.text.lines import InOrder, Lines

# Judges addresses as browsers do: it leaves one out that they could not open («https://300.1.1.1/»).
_JUDGE = nh3.Cleaner(
    tags={"a"}, attributes={"a": {"href"}}, url_schemes={"http", "https", "mailto", "tel"}, link_rel=None
)


class Links:
    """The links of one text, told in their order; leaves `links` and `problems`."""

    def __init__(self, lines: Lines, base: str) -> None:
        self.places, self.base = InOrder(lines), base
        self.links: list[Link] = []
        self.problems: list[Problem] = []

    def leads(self, element: etree.Element) -> OnSite | Outside | None:
        """Where an `a` or `img` leads; None, and a problem, for what may not stand on a page."""
        is_image = element.tag == "img"
        address = element.get("src" if is_image else "href", "")
        typed = element.get(TYPED, address)
        place = self.places.place(typed, len(typed) - len(typed.lstrip("]( <")))
        site = of_site(address)
        if site and (site.file or not is_image):
            href = (self.base if site.path else "") + site.path + site.tail
            self.links.append(Link(target=unquote(address), href=href, place=place, file=site.file))
            return site
        url = "" if is_image else outside(address)
        if not url:
            code = "body-image" if is_image else "body-link-scheme"
            self.problems.append(problem(code, place, value=address))
            return None
        if "href" not in _JUDGE.clean(f'<a href="{escape(url)}">'):
            self.problems.append(problem("body-removed", place, value=url))
            return None
        self.links.append(Link(target=unquote(address), href=url, place=place))
        return Outside(url=url)
