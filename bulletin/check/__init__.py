"""Stage 2: Source → Notice, or why not; the archive as a whole; the plan's addresses; the links of the output."""
