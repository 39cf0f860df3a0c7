"""Stage 3: Notice → what it says. Markdown as offices write it, on one tree; documents it cites."""

from bulletin.understand.commemorated import headline_occasions
from bulletin.understand.deadlines.reading import headline_slips
from bulletin.understand.lexicon import Lexicon, lexicon
from bulletin.understand.mentions import Citing
from bulletin.understand.prose import understand
from bulletin.understand.searched import searched_notice, searched_page

__all__ = [
    "Citing",
    "Lexicon",
    "headline_occasions",
    "headline_slips",
    "lexicon",
    "searched_notice",
    "searched_page",
    "understand",
]
