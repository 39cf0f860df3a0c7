"""Ward Bulletin: a Vietnamese ward's notices, from a folder of Markdown to a public site.

Read `pipeline.py` first: it is the whole program in the order in which it happens.
"""
