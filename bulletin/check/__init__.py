"""Stage 2: Source → Notice, or why not; the archive as a whole; the plan's addresses; the links of the output.

Here: what an editor must be told. `keys/` says which keys there are and what each may hold. Not here: the sentences
(`model/errors_and_warnings/`), or anything that changes what is shown.
"""
