"""Times to act: which of the days that a notice prints ask something of whom, and how sure that is.

Here: reading the source of a body by the grammar of `words/dates`. Not here: the grammar, other calendars, pages.
"""
