"""A stack of its own for what may need a deep one, so that no result depends on how deep the caller stands."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")


def on_own_stack(work: Callable[[], T]) -> T:
    """What `work` gives. Where the caller's stack is too short for it, it is done again from the bottom of a new one.

    What fails there too raises RecursionError, from wherever it is called: `work` must be pure: it is done twice.
    A caller with fewer than some thirty frames left cannot even begin a thread, and gets that error as well.
    """
    try:
        return work()
    except RecursionError:
        pass  # left first, so that its frames are free again
    with ThreadPoolExecutor(max_workers=1) as pool:
        return pool.submit(work).result()
