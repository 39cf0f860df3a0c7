"""Letters that are broken or only look like letters: code pages, fonts before Unicode, styled alphabets.

Here: how to see them and what they were. Not here: which line of which file (read), or what is told (check).
"""
