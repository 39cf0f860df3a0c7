"""The finished files as they are: nothing in them that no reader may meet, whatever stage let it through."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bulletin.model.place import Place
from bulletin.model.problem import Problem, problem
from bulletin.model.source import Asset

_TEXTS = (".html", ".xml", ".atom", ".json", ".js", ".css", ".ics", ".txt", ".csv", ".webmanifest", ".svg", ".jsonl")
# Every byte but those that no text holds; what is left of a file without them is a fault.
_FINE = bytes(byte for byte in range(256) if byte >= 0x20 and byte != 0x7F) + b"\t\n\r"
# What Python-Markdown puts into a text for a while: stashed elements and HTML, the marks of its footnotes.
_PLACEHOLDERS = (b"klzzwxh:", b"wzxhzdk:", b"zz1337820767766393qq", b"qq3936677670287331zz")


def check_finished(strays: Mapping[str, str], sources: Mapping[str, Place]) -> Iterator[Problem]:
    """An error for each source whose page holds a control character or a placeholder: `strays` are these by file.

    Lists, feeds and search repeat what stands on a page: they are told where no page is at fault.
    """
    found = [
        problem("finished-sign", sources.get(path) or Place(path=path), path=path, sign=sign)
        for path, sign in strays.items()
    ]
    pages = [one for one in found if one.place in sources.values()]
    yield from pages or found[:3]


def stray_sign(path: str, data: bytes | Asset) -> str:
    """The first that no reader may meet in the file at `path`; "" where there is none, or no text."""
    if isinstance(data, Asset) or not path.endswith(_TEXTS):
        return ""
    if strays := data.translate(None, _FINE):
        return f"U+{strays[0]:04X}"
    return next((placeholder.decode() for placeholder in _PLACEHOLDERS if placeholder in data), "")
