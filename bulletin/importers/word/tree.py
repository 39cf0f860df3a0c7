"""XML → a tree with short names («w:p»), within limits. A document type is refused before anything in it is read."""

from __future__ import annotations

from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser

from bulletin.importers.refusals import BOMB, DAMAGED, STRANGE_XML, TOO_DEEP, Refusal

_DEEPEST = 200  # elements in elements; five tables in each other in a text box have about fifty
_MOST = 300_000  # signs «<», and signs «=»; the longest decree has a tenth of it
_LONGEST_NAMESPACE = 300  # it is repeated in each name
_SHORT = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    "http://purl.oclc.org/ooxml/drawingml/main": "a",
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp",
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": "wp",
    "http://schemas.openxmlformats.org/drawingml/2006/picture": "pic",
    "http://purl.oclc.org/ooxml/drawingml/picture": "pic",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/package/2006/relationships": "",
    "http://schemas.microsoft.com/office/word/2010/wordml": "w14",
    "urn:schemas-microsoft-com:vml": "v",
}


class _Builder(TreeBuilder):
    """Refuses what would resolve to more than stands there."""

    def doctype(self, name: str, public: str | None, system: str | None) -> None:  # noqa: ARG002 - expat's form
        raise Refusal(STRANGE_XML)

    def start_ns(self, prefix: str, uri: str) -> None:  # noqa: ARG002 - expat's form
        if len(uri) > _LONGEST_NAMESPACE:
            raise Refusal(DAMAGED)


def tree_of(data: bytes) -> Element:
    """Raises Refusal for a document type, for what is no XML, and for what is larger or deeper than papers are."""
    if data.count(b"<") > _MOST or data.count(b"=") > _MOST:
        raise Refusal(BOMB)
    parser = XMLParser(target=_Builder())  # noqa: S314 - the builder refuses document types, what is large was counted
    try:
        parser.feed(data)
        root = parser.close()
    except (ParseError, ValueError, LookupError):  # of bytes, of an encoding that is none
        raise Refusal(DAMAGED) from None
    _shorten(root)
    return root


def _shorten(root: Element) -> None:
    """Short names in place of those with addresses, for all elements and attributes."""
    names: dict[str, str] = {}
    level, depth = [root], 0
    while level:
        depth += 1
        if depth > _DEEPEST:
            raise Refusal(TOO_DEEP)
        below: list[Element] = []
        for element in level:
            element.tag = names.get(element.tag) or names.setdefault(element.tag, _name(element.tag))
            if element.attrib:
                element.attrib = {
                    names.get(key) or names.setdefault(key, _name(key)): value for key, value in element.attrib.items()
                }
            below += element
        level = below


def _name(full: str) -> str:
    uri, _, local = full[1:].rpartition("}") if full.startswith("{") else ("", "", full)
    prefix = _SHORT.get(uri, "x" if uri else "")
    return f"{prefix}:{local}" if prefix else local
