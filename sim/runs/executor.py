"""Running a function of many things: here, on threads, on processes or on a Dask cluster, behind one interface.

An executor gives what comes of each thing as it comes, with the error where one failed. Closing what it gives
cancels the rest: what is under way is told through its ``cancelled``, what has not begun never does.
"""

from __future__ import annotations

import math
import os
import tempfile
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import Executor as Pool
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from threading import Event as Flag
from typing import Any, Generic, Literal, NamedTuple, TypeVar

from sim.files import checks
from sim.files.errors import InputError, brief
from sim.files.extras import not_installed
from sim.runs.guard import refuse_unguarded
from sim.runs.run_error import RunError

Kind = Literal["auto", "serial", "threads", "processes", "dask"]
KINDS: tuple[Kind, ...] = ("auto", "serial", "threads", "processes", "dask")
WORTH_THREADS = 0.2  # seconds of work below which handing it out gains nothing
MOST_WORKERS = 1024

Item = TypeVar("Item")
Result = TypeVar("Result")
Cancelled = Callable[[], bool]
"""Asked now and then by what is under way; true once its result is no longer wanted."""


def never() -> bool:
    """Return that what is under way is still wanted."""
    return False


class Done(NamedTuple, Generic[Item, Result]):
    """What came of ``item``, the one at ``place``: its ``result``, or the ``error`` that left it without one."""

    place: int
    item: Item
    result: Result | None
    error: Exception | None = None

    @property
    def failure(self) -> str:
        """Why there is no result, on one line; empty where there is one."""
        return "" if self.error is None else " ".join(f"{type(self.error).__name__} {self.error}".split())


class Executor:
    """Runs here, one thing after another; what is under way is told through ``cancelled``."""

    def __init__(self, cancelled: Cancelled = never) -> None:
        self._cancelled = cancelled

    def run(
        self, function: Callable[[Item, Cancelled], Result], items: Sequence[Item]
    ) -> Generator[Done[Item, Result], None, None]:
        """Yield what comes of ``function`` of each of ``items``, as it comes.

        An InputError ends everything: it says of what all have in common that it is not allowed.
        """
        for place, item in enumerate(items):
            yield _done(place, item, lambda item=item: function(item, self._cancelled))  # type: ignore[misc]


class _Pooled(Executor):
    """Runs on the workers of a pool; ``stop`` tells them that nothing more is wanted."""

    def __init__(self, pool: Pool, cancelled: Cancelled, stop: Callable[[], None]) -> None:
        super().__init__(cancelled)
        self._pool = pool
        self._stop = stop

    def run(
        self, function: Callable[[Item, Cancelled], Result], items: Sequence[Item]
    ) -> Generator[Done[Item, Result], None, None]:
        """Yield what comes of each of ``items``, whichever ends first."""
        waiting = {
            self._pool.submit(function, item, self._cancelled): (place, item)
            for place, item in enumerate(items)
        }
        try:
            for future in as_completed(waiting):
                yield _done(*waiting[future], future.result)
        except BaseException:
            self._stop()
            for future in waiting:
                future.cancel()
            raise


@dataclass(frozen=True)
class _StopFile:
    """A file whose existence says that nothing more is wanted; unlike a flag it is seen by every process."""

    path: str

    def __call__(self) -> bool:
        return Path(self.path).exists()

    def touch(self) -> None:
        """Say that nothing more is wanted."""
        Path(self.path).touch()


@contextmanager
def executor(
    kind: Kind = "auto",
    workers: int = 0,
    seconds: float = math.inf,
    scheduler: str = "",
    cancelled: Cancelled = never,
) -> Iterator[Executor]:
    """Open an executor of ``kind`` with ``workers`` (0: one a core), and close it.

    "auto" runs here what takes fewer ``seconds`` than handing it out costs, and on threads what takes more:
    compiled loops leave the interpreter to others. ``scheduler`` is the address of a Dask cluster to join;
    without one "dask" starts its own. ``cancelled`` is asked by what runs in this process, and may keep it
    waiting. Raises InputError for an unknown kind, a cluster that cannot be
    reached, or a missing library.
    """
    checks.one_of(kind, KINDS, "executor")
    size = checks.whole_number(workers, "workers", 0, MOST_WORKERS) or os.cpu_count() or 1
    if kind == "serial" or (kind == "auto" and (size == 1 or seconds < WORTH_THREADS)):
        yield Executor(cancelled)
    elif kind in ("auto", "threads"):
        flag = Flag()
        with ThreadPoolExecutor(size) as pool:
            yield _Pooled(pool, lambda: flag.is_set() or cancelled(), flag.set)
    else:
        with tempfile.TemporaryDirectory() as folder, _processes(kind, size, scheduler) as pool:
            stop = _StopFile(str(Path(folder) / "stop"))
            yield _Pooled(pool, stop, stop.touch)


@contextmanager
def _processes(kind: Kind, size: int, scheduler: str) -> Iterator[Pool]:
    if not scheduler:
        refuse_unguarded(f"an executor of {kind}")
    if kind == "processes":
        with ProcessPoolExecutor(size, get_context("spawn")) as pool:
            yield pool
        return
    try:
        from sim.runs.cluster import joined_cluster, local_cluster
    except ModuleNotFoundError as error:
        raise not_installed(error) from None
    with joined_cluster(scheduler) if scheduler else local_cluster(size) as client:
        yield client.get_executor()


def as_ordered(done: Iterable[Done[Item, Result]], name: str) -> Iterator[Result]:
    """Yield each result as soon as it and all before it are there; raise `RunError` naming the first run that fails."""
    waiting: dict[int, Any] = {}
    place = 0
    for one in done:
        if one.error is not None:
            raise RunError(f"{name} {brief(one.item)}: {one.failure}") from one.error
        waiting[one.place] = one.result
        while place in waiting:
            yield waiting.pop(place)
            place += 1


def _done(place: int, item: Item, result: Callable[[], Result]) -> Done[Item, Result]:
    try:
        return Done(place, item, result())
    except InputError:
        raise
    except Exception as error:  # also a worker that died, and a result that cannot be handed over
        return Done(place, item, None, error)
