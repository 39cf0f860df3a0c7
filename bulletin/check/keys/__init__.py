"""Keys of what editors write, as pydantic models: which there are, what each may hold, and faults at their places.

Here: one module a kind of file, the values that keys share, the JSON Schemas. Not here: what a schema cannot see (the
modules of `check/`), or a sentence of a message (`model/errors_and_warnings/`).
"""
