"""What every page has around it: the ward's name, menu, footer and contacts, and where the site's own files stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from bulletin import addresses
from bulletin.model.contact import Contact
from bulletin.model.views.frame import Anchor, Closed, FeedLink, Frame, Speaker
from bulletin.model.ward import MenuItem, Related, Ward
from bulletin.words.text.shorten import shorten

# What previews of links show of a title and of a description, in characters.
TITLE, DESCRIPTION = 60, 110


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What planners know of the site as a whole. `origin` is «https://host», `base` the path under it («» or
    «/phuong»); `static` leads from «style.css» to its address; `picture` is the address of the picture which previews
    show of a page that has none of its own; in a `preview` hidden things are shown."""

    name: str
    description: str
    origin: str
    base: str
    menu: tuple[MenuItem, ...]
    footer: tuple[MenuItem, ...]
    related: tuple[Related, ...]
    contacts: tuple[Contact, ...]
    static: Mapping[str, str]
    picture: str
    preview: bool
    speaker: Speaker

    @property
    def closed(self) -> Closed | None:
        """As in Speaker."""
        return self.speaker.closed

    @property
    def described(self) -> str:
        """A sentence on the whole site; of a ward that is no more, just that."""
        return self.closed.sentence if self.closed else self.description

    def href(self, url: str) -> str:
        """The address of «/x/» as a page of this site writes it: under the base path."""
        return self.base + url

    def absolute(self, url: str) -> str:
        """The full address of «/x/»."""
        return self.origin + self.base + url

    def anchor(self, url: str, text: str, note: str = "") -> Anchor:
        """A link inside the site."""
        return Anchor(href=self.href(url), text=text, note=note)

    def feeds(self, url: str, title: str) -> tuple[FeedLink, FeedLink]:
        """The two feeds of the list at `url`."""
        atom, json = (self.href(feed) for feed in addresses.feed_urls(url))
        return (
            FeedLink(href=atom, title=title, format="Atom", type="application/atom+xml"),
            FeedLink(href=json, title=title, format="JSON Feed", type="application/feed+json"),
        )

    def script(self, name: str) -> str:
        """The address of a script, which has the base path alone where the site has none of that name."""
        return self.href(self.static.get(name, ""))

    def frame(
        self,
        url: str,
        title: str,
        *,
        description: str = "",
        crumbs: Iterable[Anchor] = (),
        feeds: Iterable[FeedLink] = (),
        kind: str = "website",
        lang: str = "vi",
    ) -> Frame:
        """The frame of the page at `url`; `feeds` are those of the page itself, beside the site's. The front page has
        no `title` but the site's name, and what is left of a ward that is no more."""
        described = description or self.described or self.name
        title = title or (self.closed.heading if self.closed else "")
        return Frame(
            site=self.name,
            site_description=self.description,
            home=self.href(addresses.HOME),
            title=title,
            description=described,
            url=self.absolute(url),
            kind=kind,
            menu=self._items(self.menu, url),
            footer=self._items(self.footer, url),
            related=tuple(Anchor(href=other.url, text=other.title) for other in self.related),
            crumbs=tuple(crumbs),
            feeds=(*self.feeds(addresses.HOME, self.name), *feeds),
            contacts=self.contacts,
            stylesheet=self.href(self.static.get("style.css", "")),
            icon=self.href(self.static.get("icon.svg", "")),
            offline=self.href(self.static["offline.js"]) if "offline.js" in self.static and not self.preview else "",
            preview=self.preview,
            search=self.href(addresses.SEARCH),
            english=self.href(addresses.ENGLISH),
            lang=lang,
            share_title=shorten(title or self.name, TITLE),
            share_description=shorten(described, DESCRIPTION),
            picture=self.absolute(self.picture),
            picture_alt=self.name,
            body=self.speaker.body,
            official=self.speaker.official,
            closed=self.closed,
            office=self.speaker.office,
        )

    def _items(self, items: Iterable[MenuItem], url: str) -> tuple[Anchor, ...]:
        """The items as links; the page itself is marked, else the innermost part of the site that holds it."""
        rows = tuple(items)
        around = [item.url for item in rows if item.url.endswith("/") and item.url != "/" and url.startswith(item.url)]
        here = max(around, key=len, default=url)
        mark: Literal["page", "true"] = "page" if here == url else "true"
        return tuple(
            Anchor(href=self.href(item.url), text=item.title, current=mark if item.url == here else "") for item in rows
        )


def site(ward: Ward, static: Mapping[str, str], *, picture: str, speaker: Speaker, preview: bool) -> Site:
    """The same of a ward, without what single kinds of pages need: its fields, chain, rows of its own."""
    return Site(
        name=ward.name,
        description=ward.description,
        origin=ward.origin,
        base=ward.base,
        menu=ward.menu,
        footer=ward.footer,
        related=ward.related,
        contacts=ward.contacts,
        static=static,
        picture=picture,
        preview=preview,
        speaker=speaker,
    )
