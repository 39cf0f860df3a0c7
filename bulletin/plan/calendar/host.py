"""What makes the ids of a site its own."""

from __future__ import annotations

from urllib.parse import urlsplit

from bulletin.plan.desk.site_frame import Site


def host_of(site: Site) -> str:
    """Its host with its path: several wards may share a host."""
    return (urlsplit(site.origin).hostname or "localhost") + site.base
