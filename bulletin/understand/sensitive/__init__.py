"""Beside stage 3, text → Sensitive: what a text says that may not be public: numbers, marks, and matters of persons.

`reading` is the door; one module a family of kinds, whose words are rows of `knowledge/sensitive.yml`. Here: what a
text says. Not here: what an editor is told, and what he answers for (`check/publishable.py`).
"""
