"""What the rows of anniversaries say of flags."""

# By custom flags are out on days of these kinds.
FLAGGED = frozenset({"national", "party+national", "city"})
