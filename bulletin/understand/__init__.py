"""Stage 3: Notice → what it says. Markdown as offices write it, on one tree; documents it cites."""

from bulletin.understand.lexicon import Lexicon, lexicon
from bulletin.understand.mentions import Citing
from bulletin.understand.prose import understand

__all__ = ["Citing", "Lexicon", "lexicon", "understand"]
