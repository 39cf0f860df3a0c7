"""Stage 3: Notice → what it says. Markdown as offices write it, on one tree; documents it cites.

Here: `prose.py` reads one text; `text/`, `markdown/`, `citations/`, `occasions/`, `deadlines/` are what it reads with.
Not here: two notices together (plan), facts (knowledge).
"""

from bulletin.understand.citations.lexicon import Lexicon, lexicon
from bulletin.understand.citations.mentions import Citing
from bulletin.understand.deadlines.reading import headline_slips
from bulletin.understand.occasions.occasions import headline_occasions
from bulletin.understand.own_stack import on_own_stack
from bulletin.understand.prose import understand
from bulletin.understand.search_words import searched_notice, searched_page

__all__ = [
    "Citing",
    "Lexicon",
    "headline_occasions",
    "headline_slips",
    "lexicon",
    "on_own_stack",
    "searched_notice",
    "searched_page",
    "understand",
]
