"""What each kind of page sees, cut from the desk: the only rooms of `plan/` that see all of it.

Here: a module a topic, whose functions take the `Desk` and give inputs, or pages planned with them. Not here: views,
words, addresses.
"""
