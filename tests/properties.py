"""How many examples a property is tried on.

`make test` tries few, and the same ones every time, so that no commit is red by luck. `make test-long` tries fifty
times as many, new ones every time; what it finds becomes an `@example` beside the property.
"""

from __future__ import annotations

from hypothesis import settings

USUAL = 20
LONG = 50

# The machine may be slow; what is tested is not speed.
settings.register_profile("usual", max_examples=USUAL, deadline=None, derandomize=True)
settings.register_profile("long", max_examples=USUAL * LONG, deadline=None, print_blob=True)
settings.load_profile("usual")


def examples(usual: int) -> settings:
    """For a property that needs more examples than `USUAL`, or of which each is dear: so many in the usual run."""
    return settings(max_examples=usual * settings.default.max_examples // USUAL)
