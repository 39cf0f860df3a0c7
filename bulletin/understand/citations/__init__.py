"""Which documents a text cites: numbers, types, dates, issuers, and what the notice does with each.

Here: shapes, the gate that decides, bodies by the ward's chain, relations, mentions on the tree. Not here: facts (rows
of `knowledge/`), or all notices together (`plan/desk/who_cites_what.py`).
"""
