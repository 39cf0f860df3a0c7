"""Work in chunks: the same results in the same order, whichever executor makes them, and whatever becomes of it."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Executor, Future, ThreadPoolExecutor
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bulletin.in_chunks import in_chunks


class Pool(Executor):
    """Does each chunk at once, and is broken from the chunk `breaks` on: it brings nothing back, or takes none."""

    def __init__(self, breaks: int, *, takes: bool) -> None:
        self.chunks, self.breaks, self.takes = list[int](), breaks, takes

    def submit(self, fn: Callable[..., Any], /, *args: Any, **_: Any) -> Future[Any]:
        self.chunks.append(len(args[0]))
        future = Future[Any]()
        if len(self.chunks) <= self.breaks:
            future.set_result(fn(*args))
        elif self.takes:
            future.set_exception(BrokenExecutor())
        else:
            raise BrokenExecutor
        return future


@given(st.integers(0, 400), st.integers(1, 9), st.integers(0, 50), st.booleans())
def test_a_broken_executor_costs_nothing(count: int, size: int, breaks: int, takes: bool) -> None:
    numbers = list(range(count))
    pool = Pool(breaks, takes=takes)
    alone = list(in_chunks(sum, numbers, size, None))
    assert list(in_chunks(sum, numbers, size, pool)) == alone
    assert sum(pool.chunks) == count and len(alone) == -(-count // size)
    with ThreadPoolExecutor(2) as threads:
        assert list(in_chunks(sum, numbers, size, threads)) == alone


def test_few_are_asked_for_ahead() -> None:
    """What waits for a slow executor is in memory."""
    asked = iter(range(10_000))
    results = in_chunks(sum, asked, 10, Pool(10_000, takes=True))
    next(results)
    assert next(asked) < 1000
