"""Much work in chunks on an executor: the same results in the same order, whoever makes them."""

from __future__ import annotations

import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future
from contextlib import AbstractContextManager, nullcontext
from itertools import islice
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
_AHEAD = 64  # chunks that wait or are being made: enough for the machines of a cluster, and few in memory


def in_chunks(
    do: Callable[[tuple[Item, ...]], Result], items: Iterable[Item], size: int, executor: Executor | None
) -> Iterator[Result]:
    """`do` of each `size` of the `items`, which are asked for when there is room for them.

    The executor may be that of a cluster: `do` and a chunk go there by pickle. What it does not bring back, because a
    process was killed, as for want of memory, is made here, and so is all that follows.
    """
    rest = iter(items)
    on_their_way: deque[tuple[tuple[Item, ...], Future[Result] | None]] = deque()
    while chunk := tuple(islice(rest, size)):
        on_their_way.append((chunk, _begun(do, chunk, executor)))
        if executor is None or len(on_their_way) > _AHEAD:
            yield _made(do, *on_their_way.popleft())
    while on_their_way:
        yield _made(do, *on_their_way.popleft())


def _begun(
    do: Callable[[tuple[Item, ...]], Result], chunk: tuple[Item, ...], executor: Executor | None
) -> Future[Result] | None:
    try:
        return executor.submit(do, chunk) if executor else None
    except BrokenExecutor:
        return None


def _made(do: Callable[[tuple[Item, ...]], Result], chunk: tuple[Item, ...], future: Future[Result] | None) -> Result:
    try:
        return future.result() if future else do(chunk)
    except BrokenExecutor:
        return do(chunk)


def cores() -> AbstractContextManager[Executor | None]:
    """As many processes as this machine has for us; they begin with the first work, and small wards have none."""
    if sys.platform != "linux":  # a process that has to load the program anew costs more than it reads
        return nullcontext()
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    count = len(os.sched_getaffinity(0))
    try:
        return ProcessPoolExecutor(count, get_context("fork"), _leave_ctrl_c) if count > 1 else nullcontext()
    except (ImportError, NotImplementedError, OSError):  # a machine that shares no semaphores between processes
        return nullcontext()


def _leave_ctrl_c() -> None:
    """Ctrl-C goes to every process of a terminal; the one that has begun the others says what there is to say."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
