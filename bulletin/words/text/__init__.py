"""Rules over any text: fold, order, cutting, search terms, phones, comments, characters that nobody sees.

Here: pure functions of a string. Not here: dates (`words/dates/`), papers (`words/papers/`), YAML (`words/yaml/`).
"""
