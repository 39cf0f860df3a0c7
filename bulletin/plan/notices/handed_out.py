"""The files that go out with notices, pages and cited documents; no other file leaves content/."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from bulletin import addresses
from bulletin.model.prose import Prose
from bulletin.model.source import Asset
from bulletin.model.views.page import Planned


def linked(prose: Prose, by_url: Mapping[str, Asset]) -> Iterator[Asset]:
    """The pictures and files that a text shows or leads to, in its order; `by_url` are all files by their address."""
    return (by_url[link.file] for link in prose.links if link.file and link.file in by_url)


def handed_out(assets: Iterable[Asset]) -> Iterator[Planned]:
    """Each file once, by its path."""
    for path, asset in sorted({asset.path: asset for asset in assets}.items()):
        yield Planned(url=addresses.asset_url(path), template="", view=asset)
