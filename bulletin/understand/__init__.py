"""Stage 3: Notice → what it says. Markdown as offices write it, on one tree; documents it cites.

Here: `prose.py` reads one text; `text/`, `markdown/`, `citations/`, `occasions/`, `deadlines/` are what it reads with.
Not here: two notices together (plan), facts (knowledge).
"""
