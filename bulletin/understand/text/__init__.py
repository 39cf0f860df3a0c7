"""A text as it is read: in plain characters, with its lines, with its abbreviations.

Here: what all of `understand/` reads with. Not here: Markdown, or what is read for.
"""
