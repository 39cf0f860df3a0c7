"""The picture that the preview of any page has which has none of its own: the ward's name and what the site is."""

from __future__ import annotations

from hashlib import sha256
from urllib.parse import urlsplit

from bulletin.model.share import PictureView
from bulletin.model.site import Page
from bulletin.model.ward import Ward
from bulletin.words.urls import HOME, picture_url


def site_picture(ward: Ward) -> Page:
    """One a site, its address named by what is on it."""
    view = PictureView(site=urlsplit(ward.origin).netloc, title=ward.name, foot=ward.description)
    return Page(url=picture_url(HOME, sha256(repr(view).encode()).hexdigest()), template="picture", view=view)
