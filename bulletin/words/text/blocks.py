"""What a text says, without its marks: its words, its lines, and the places in it to which a link can lead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from bulletin.model.text import Block, LineBreak, MentionMark, NoteMark, Picture, Words

_ARROW = "↩"
_LINE_END = "\v"  # stands for the end of a line or an item: no text holds it
# Blocks that do not end a line of what is told: those that stand beside one another, and the heads of parts.
_BESIDE = frozenset(("cell", "header", "heading", "head", "body", "table", "notes", "rule"))


def words_in(content: Iterable[Words | Block]) -> Iterator[Words]:
    """All pieces of text, in order."""
    for part in content:
        if isinstance(part, Words):
            yield part
        else:
            yield from words_in(part.content)


def blocks_in(content: Iterable[Words | Block]) -> Iterator[Block]:
    """All blocks, those inside others too."""
    for part in content:
        if isinstance(part, Block):
            yield part
            yield from blocks_in(part.content)


def shown(words: Words, line_end: str = "\n") -> str:
    """The words as a page shows them: the numbers of notes in them, images not; `line_end` where a line was ended."""
    text, at = words.text, 0
    parts: list[str] = []
    for mark in words.marks:
        if isinstance(mark, NoteMark):
            parts += (text[at : mark.start], str(mark.number))
        elif isinstance(mark, LineBreak):
            parts += (text[at : mark.start], line_end)
        elif isinstance(mark, Picture):
            parts.append(text[at : mark.start])
        else:
            continue
        at = mark.stop
    return "".join((*parts, text[at:])) if at or parts else text


def cut(words: Words, start: int, stop: int) -> Words:
    """words[start:stop], with the marks that stand wholly in it."""
    marks = (
        replace(mark, start=mark.start - start, stop=mark.stop - start)
        for mark in words.marks
        if start <= mark.start and mark.stop <= stop
    )
    return Words(text=words.text[start:stop], marks=tuple(marks))


def plain(content: Iterable[Words | Block]) -> str:
    """The words of a text, a block or an ended line a line, as search and its excerpts have them. Hard spaces stay."""
    lines = "\n".join(_lines(content)).split("\n")
    return "\n".join(filter(None, (line.strip(" \t") for line in lines)))


def _lines(content: Iterable[Words | Block]) -> Iterator[str]:
    for part in content:
        if isinstance(part, Words):
            has_breaks = any(isinstance(mark, LineBreak) for mark in part.marks)
            text = shown(part, _LINE_END) if part.marks else part.text
            text = text.replace("\n", " ")
            yield text.replace(_LINE_END, "\n") if has_breaks else text
        elif part.kind == "note":
            yield from _note(part)
        else:
            yield from _lines(part.content)


def _note(note: Block) -> Iterator[str]:
    """The lines of a note; the arrows that lead back from it stand at the end of its last paragraph."""
    lines, arrows = list(_lines(note.content)), _ARROW * note.marks
    if not note.content:
        return
    end = note.content[-1]
    if lines and isinstance(end, Block) and end.kind == "paragraph":
        lines[-1] += f"\u00a0{arrows}"
    else:
        lines.append(arrows)
    yield from lines


def words_of(block: Block) -> str:
    """The words of one block on one line."""
    return " ".join(_texts(block).replace(_LINE_END, "").split())


def lines_of(block: Block) -> list[str]:
    """The words of a block by its lines and items, those without words left out."""
    lines = (" ".join(line.split()) for line in _texts(block).split(_LINE_END))
    return [line for line in lines if line]


def _texts(block: Block) -> str:
    end = "\n" if block.kind in _BESIDE else _LINE_END
    inside = (shown(part, _LINE_END) if isinstance(part, Words) else _texts(part) for part in block.content)
    return f"{end}{''.join(inside)}{end}"


def anchors(content: Iterable[Words | Block]) -> frozenset[str]:
    """The ids to which a link can lead."""
    found: set[str] = set()
    for part in content:
        if isinstance(part, Block):
            found.update((part.anchor,) if part.kind == "heading" else ())
            if part.kind == "note":
                found.update((f"fn:{part.anchor}",))
            found |= anchors(part.content)
        else:
            for mark in part.marks:
                if isinstance(mark, MentionMark):
                    found.add(mark.anchor)
                elif isinstance(mark, NoteMark):
                    found.add(f"fnref{mark.nth if mark.nth > 1 else ''}:{mark.label}")
    return frozenset(found)
