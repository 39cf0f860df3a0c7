"""The lines of front matter in which occasions are read, with their places: their sums are done as those of bodies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bulletin.check.keys.places import place_of
from bulletin.model.campaign import Campaign
from bulletin.model.notice import Notice
from bulletin.model.place import Place
from bulletin.model.source import Field, Source

_CARD = ("what", "who", "when", "call")


def of_notice(source: Source, notice: Notice) -> Iterator[tuple[str, Place]]:
    """The title, then what the card in plain words says."""
    yield notice.title, place_of(source.front, source.path, "title")
    for key in _CARD:
        if line := getattr(notice.summary, key):
            yield line, place_of(source.front, source.path, "summary", key)


def of_campaign(front: Mapping[str, Field], campaign: Campaign) -> Iterator[tuple[str, Place]]:
    """The title, the summary, the topics, the slogans."""
    path = campaign.place.path
    yield campaign.title, place_of(front, path, "title")
    if campaign.summary:
        yield campaign.summary, place_of(front, path, "summary")
    for i, topic in enumerate(campaign.topics):
        yield topic, place_of(front, path, "topics", i)
    for i, slogan in enumerate(campaign.slogans):
        yield slogan.text, place_of(front, path, "slogans", i, "text")
