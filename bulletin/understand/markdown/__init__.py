"""Markdown as offices write it: what of the library is used, and the rules of this house, one module each.

Here: blocks, lists, headings, tables, marks inside a line, links, the lead, the allow-list. Not here: what the words
mean (`citations/`, `occasions/`, `deadlines/`).
"""
