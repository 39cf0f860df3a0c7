"""`/tim-kiem/`: the page on which the script searches, and what stands there without one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from bulletin import addresses
from bulletin.model.number import Number
from bulletin.model.views.page import Planned
from bulletin.model.views.search import ExampleNumber, SearchView
from bulletin.plan.desk.site_frame import Site
from bulletin.plan.site_wide.a_to_z import CatalogueInputs, entrances
from bulletin.plan.site_wide.search_filters import filters
from bulletin.plan.site_wide.search_values import IndexFiles
from bulletin.words.text.alphabet import collation_key
from bulletin.words.text.fold import slug


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchInputs:
    """What the page sees: `fields` in use, by key, with how many notices in force each `listed` one has, `types` and
    `years` of all that can be found, the `newest` number, if there is one, the letters of the `catalogue`, and the
    index, of which it names the table of contents."""

    site: Site
    fields: Mapping[str, str]
    listed: Mapping[str, int]
    types: tuple[str, ...]
    years: tuple[int, ...]
    newest: Number | None
    catalogue: CatalogueInputs
    index: Callable[[], IndexFiles]


def search(seen: SearchInputs) -> Planned:
    """The page."""
    return Planned(url=addresses.SEARCH, template="search.html", view=partial(search_view, seen))


def search_view(seen: SearchInputs) -> SearchView:
    """What is on it."""
    site = seen.site
    return SearchView(
        frame=site.frame(
            addresses.SEARCH,
            "Tìm kiếm",
            description="Tìm thông báo theo từ, gõ có dấu hay không dấu, hoặc theo số, ký hiệu.",
        ),
        script=site.script("search.js"),
        later=site.script("search-later.js"),
        index=site.href(seen.index().contents.url),
        filters=tuple(filters(seen.fields, seen.types, seen.years)),
        catalogue=site.href(addresses.CATALOGUE),
        fields=tuple(
            site.anchor(f"{addresses.FIELDS}{slug(name)}/", name, str(seen.listed[key]))
            for key, name in sorted(seen.fields.items(), key=lambda row: collation_key(row[1]))
            if key in seen.listed
        ),
        letters=entrances(seen.catalogue),
        example=_example(seen.newest) if seen.newest else None,
    )


def _example(number: Number) -> ExampleNumber:
    return ExampleNumber(printed=number.normal, typed=slug(number.normal).replace("-", " "))
