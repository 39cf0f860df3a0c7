"""YAML read as text with places: nothing is guessed, and every fault has its line and its cure.

Here: the one door to yaml, and both of its parsers made to agree. Not here: which keys there may be (`check/keys/`).
"""
