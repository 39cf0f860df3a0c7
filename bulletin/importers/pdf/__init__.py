"""PDF → Paper: signs with their places from pypdfium2, everything else by geometry.

A PDF knows no paragraphs, columns or tables: they are made of where its signs stand. Numbers and days of papers that
are signed electronically are no text of a page but annotations on it, so these are pressed into the page first.
"""
