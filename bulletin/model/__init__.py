"""The nouns: frozen values that travel between the stages. Floor 0, imports nothing of ours.

Here: values without behaviour of their own; `views/` are those of pages, `errors_and_warnings/` the sentences of
problems. Not here: a rule, a text for residents, a default that somebody would look for.
"""
