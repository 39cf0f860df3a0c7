"""A docx as a zip of parts: opened within limits, parts found by their relations, never by guessing."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from bulletin.importers.refusals import BOMB, DAMAGED, ENCRYPTED, NO_TEXT_FILE, Refusal
from bulletin.importers.word.tree import tree_of

_MOST_PARTS = 4_000
_LARGEST_PART = 40 * 2**20  # unpacked, as declared
_LARGEST = 200 * 2**20
_RATIO, _FROM = 200, 2**20  # a part larger than this may not be packed more than so many times
_LARGEST_XML = 16 * 2**20  # of a part that is read; a book of a thousand pages has about 10
_BROKEN = (
    zipfile.BadZipFile, zlib.error, EOFError, KeyError, NotImplementedError, OSError, RuntimeError, ValueError,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Relation:
    """`kind` is the last piece of its type («styles», «hyperlink»), `target` a part, or what stands elsewhere."""

    kind: str
    target: str
    external: bool


@dataclass(frozen=True, slots=True)
class Archive:
    """The parts of a docx, none of them unpacked yet."""

    zip: zipfile.ZipFile
    names: frozenset[str]

    def xml(self, name: str) -> Element | None:
        """A part as a tree; None where there is no such part. Raises Refusal."""
        if name not in self.names:
            return None
        try:
            with self.zip.open(name) as file:
                data = file.read(_LARGEST_XML + 1)
        except _BROKEN:
            raise Refusal(DAMAGED) from None
        if len(data) > _LARGEST_XML:
            raise Refusal(BOMB)
        return tree_of(data)

    def relations(self, part: str) -> Mapping[str, Relation]:
        """By id, of a part, or of the whole for «»."""
        folder, name = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
        return {
            id_: Relation(
                kind=element.get("Type", "").rpartition("/")[2],
                target=target if external else posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/"),
                external=external,
            )
            for element in (root if root is not None else ())
            if (id_ := element.get("Id"))
            for target in [element.get("Target", "")]
            for external in [element.get("TargetMode") == "External"]
        }


def open_archive(data: bytes) -> Archive:
    """Raises Refusal for what is no sound zip, or larger inside than a paper is."""
    # Each entry of a zip costs memory when it is opened, so they are counted before.
    if data.count(b"PK\x01\x02") > _MOST_PARTS:
        raise Refusal(BOMB)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _BROKEN:
        raise Refusal(DAMAGED) from None
    sizes = archive.infolist()
    if any(info.flag_bits & 1 for info in sizes):
        raise Refusal(ENCRYPTED)
    large = any(info.file_size > _LARGEST_PART for info in sizes)
    packed = any(info.file_size > max(_FROM, _RATIO * info.compress_size) for info in sizes)
    if large or packed or len(sizes) > _MOST_PARTS or sum(info.file_size for info in sizes) > _LARGEST:
        raise Refusal(BOMB)
    if any(info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for info in sizes):
        raise Refusal(DAMAGED)
    return Archive(archive, frozenset(info.filename for info in sizes))


def main_part(archive: Archive) -> str:
    """The part that is the document. Raises Refusal where the zip is something else."""
    for relation in archive.relations("").values():
        if relation.kind == "officeDocument" and relation.target in archive.names:
            if relation.target.startswith(("xl/", "ppt/")):
                break
            return relation.target
    raise Refusal(DAMAGED if "word/document.xml" in archive.names else NO_TEXT_FILE)
