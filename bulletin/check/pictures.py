"""Pictures that say nothing to whoever cannot see them, and notices that are pictures only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bulletin.model.notice import Notice
from bulletin.model.place import Place
from bulletin.model.problem import Problem, problem
from bulletin.model.prose import Prose
from bulletin.model.source import Source
from bulletin.words.text.blocks import plain
from bulletin.words.text.fold import fold
from bulletin.words.text.search_terms import END, words_of

_PICTURE = re.compile(r"!\[((?:[^\[\]\n]|\[[^\[\]\n]*\])*)\]\([^\s)]")
_CODE = re.compile(r"(`+)[^`\n]+\1")
# What cameras, scanners and hurried people call a picture.
_EMPTY = re.compile(
    r"""
    (?: img | image | dsc | pic | photo | scan | screenshot | untitled | z | alt
      | anh | hinh | hinh[ ]anh | hinh[ ]ve | anh[ ]chup | so | trang | mo[ ]ta | ten[ ]anh )?
    [\s_.()-]* [0-9a-f\s_.()-]*              # a number, or a hash
    (?: \.? (?: jpe?g | png | webp | gif ) )?
    """,
    re.VERBOSE,
)
_IMAGES = (".jpg", ".jpeg", ".png", ".gif", ".webp")
_FEW = 15  # words that say more than «xem ảnh dưới đây»


def check_pictures(source: Source, prose: Prose, notice: Notice | None) -> tuple[Problem, ...]:
    """Each picture without words at its line; a notice of nothing else once."""
    return (*_undescribed(source), *(_alone(notice, prose) if notice else ()))


def _undescribed(source: Source) -> Iterator[Problem]:
    for at, line in enumerate(source.body.split("\n")) if "![" in source.body else ():
        for m in _PICTURE.finditer(_CODE.sub(lambda code: " " * len(code[0]), line)):
            said = fold(m[1]).strip(" .…-_")
            if _EMPTY.fullmatch(said):
                place = Place(path=source.path, line=source.body_line + at, col=m.start() + 1)
                yield problem("picture-undescribed", place, value=m[1])


def _alone(notice: Notice, prose: Prose) -> Iterator[Problem]:
    """The words of the card count: they are read out too."""
    shown = any(link.file.endswith(_IMAGES) for link in prose.links)
    handed = any(a.path.lower().endswith(_IMAGES) for a in notice.attachments)
    if not (shown or handed):
        return
    card = notice.summary
    words = [word for word in words_of(plain(prose.text), card.what, card.when, card.who, card.call) if word != END]
    if len(words) < _FEW:
        yield problem("pictures-only", notice.place)
