"""Open data as JSON that can be compared by eye: one row a line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from bulletin import addresses
from bulletin.plan.desk.site_frame import Site


def rows_as_json(site: Site, lists: Mapping[str, Iterable[object]]) -> str:
    """One row a line: thousands are written at once, and two days' files can be compared by eye."""
    parts = [f'{{"site": {_line(site.name)}', f'"url": {_line(site.absolute(addresses.HOME))}']
    for name, rows in lists.items():
        lines = ",\n".join(map(_line, rows))
        parts.append(f'"{name}": [\n{lines}\n]' if lines else f'"{name}": []')
    return ",\n".join(parts) + "}\n"


_line = json.JSONEncoder(ensure_ascii=False).encode
