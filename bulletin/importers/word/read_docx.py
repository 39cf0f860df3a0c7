"""Bytes of a docx → Paper."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from bulletin.importers.legacy import LegacyFonts
from bulletin.importers.refusals import DAMAGED, Refusal
from bulletin.importers.sizes import with_small_print
from bulletin.importers.symbols import unknown_signs
from bulletin.importers.word.archive import Archive, Relation, main_part, open_archive
from bulletin.importers.word.blocks import BlockReader
from bulletin.importers.word.numbering import Numbering
from bulletin.importers.word.styles import Styles
from bulletin.model.paper import Block, Kind, LeftOut, Note, Paper, Remark, lines_of, words_of_text

_NOTES = {"footnotes": ("w:footnote", "w:footnoteReference"), "endnotes": ("w:endnote", "w:endnoteReference")}


def read_docx(data: bytes, fonts: LegacyFonts, kind: Kind = "docx") -> Paper:
    """`kind` is what the file was before LibreOffice made a docx of it. Raises Refusal."""
    archive = open_archive(data)
    main = main_part(archive)
    relations = tuple(archive.relations(main).values())
    parts = {
        kind: archive.xml(next((r.target for r in relations if r.kind == kind), ""))
        for kind in ("styles", "numbering", "footnotes", "endnotes", "comments")
    }
    root = archive.xml(main)
    body = root.find("w:body") if root is not None else None
    if body is None:
        raise Refusal(DAMAGED)
    reader = BlockReader(Styles(parts["styles"]), Numbering(parts["numbering"], fonts), fonts)
    blocks = with_small_print(reader.document(body))
    notes = tuple(_notes(reader, parts))
    comments = parts["comments"]
    gone = reader.inline.gone
    return Paper(
        kind=kind,
        blocks=blocks,
        notes=notes,
        left_out=LeftOut(
            deleted=gone["deleted"],
            moved=gone["moved"],
            hidden=gone["hidden"],
            headers=_headers(archive, relations),
            comments=len(comments.findall("w:comment")) if comments is not None else 0,
            objects=reader.objects,
            parts=reader.parts,
            macros=sum(name.endswith("vbaProject.bin") for name in archive.names),
            links=_links(archive),
        ),
        remarks=tuple(_remarks(reader, fonts, blocks)),
    )


def _notes(reader: BlockReader, parts: dict[str, Element | None]) -> Iterator[Note]:
    """The notes that the text leads to, in its order; a note may lead to another."""
    texts = {
        (mark, element.get("w:id", "")): element
        for part, (tag, mark) in _NOTES.items()
        for root in [parts[part]]
        for element in (root.findall(tag) if root is not None else ())
    }
    done: set[tuple[str, str]] = set()
    while waiting := [key for key in reader.marks if key not in done]:
        for key in waiting:
            done.add(key)
            mark = reader.marks[key]
            if key in texts:
                yield Note(mark=mark, blocks=tuple(reader.blocks(texts[key], f"chú thích {mark}")))


def _headers(archive: Archive, relations: tuple[Relation, ...]) -> int:
    """Words at the head and foot of pages."""
    names = {r.target for r in relations if r.kind in ("header", "footer")}
    roots = (archive.xml(name) for name in sorted(names))
    texts = (
        "".join(t.text or "" for t in p.iter("w:t")) for root in roots if root is not None for p in root.iter("w:p")
    )
    return sum(len(words_of_text(text)) for text in texts)


def _links(archive: Archive) -> int:
    """What a program would fetch from elsewhere while it opens the file; links to click are text."""
    parts = (name for name in archive.names if name.endswith(".rels"))
    owners = (name.replace("_rels/", "").removesuffix(".rels") for name in sorted(parts))
    every = (relation for owner in owners for relation in archive.relations(owner).values())
    return sum(r.external and r.kind != "hyperlink" and not r.target.startswith("file:") for r in every)


def _remarks(reader: BlockReader, fonts: LegacyFonts, blocks: tuple[Block, ...]) -> Iterator[Remark]:
    if fonts.converted_words:
        yield fonts.remark()
    if reader.inline.struck:
        yield Remark(says=f"{reader.inline.struck} chữ bị gạch ngang trong tệp vẫn được giữ; nếu là chữ bỏ thì hãy xoá")
    if unknown := sum(unknown_signs(line.text) for line in lines_of(blocks)):
        yield Remark(says=f"{unknown} ký hiệu vẽ bằng phông riêng không đọc được, để là «\ufffd»; hãy gõ lại")
    if reader.inline.formulas:
        yield Remark(says=f"{reader.inline.formulas} công thức được chép thành một dòng chữ; hãy đối chiếu với bản gốc")
