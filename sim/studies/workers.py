"""Running tasks on many processes with Dask: its own local cluster, or one that is already there."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from distributed import Client, KilledWorker, LocalCluster, wait

from sim.files.errors import InputError
from sim.runs.cluster import DEATHS, joined_cluster, local_cluster
from sim.studies.lock import NAME
from sim.studies.plan import load_plan
from sim.studies.runner import Report, Task, run_task
from sim.studies.store import Failure, Store
from sim.studies.version import code_version

AHEAD = 3  # tasks given out per thread; the rest stay with the driver, whose memory stays small
FINISHING = 120.0  # seconds that runs under way get after an interruption
PATIENCE = 20.0  # seconds that a worker gets to come back before another takes its place
POLL = 1.0


class Workers:
    """The workers of a study: the way to them, and to new ones where they are ours."""

    def __init__(self, client: Client, cluster: LocalCluster | None = None, size: int = 0) -> None:
        self.client = client
        self._cluster = cluster
        self._size = size
        self._whole = time.monotonic()

    def threads(self) -> int:
        """Return how many tasks can be lived at once."""
        return max(sum(self.client.nthreads().values()), self._size, 1)

    def replenish(self) -> None:
        """Start new workers for those that have not come back.

        A worker that dies while it is being restarted is given up by its nanny.
        """
        missing = self._size - len(self.client.nthreads())
        if self._cluster is None or missing <= 0:
            self._whole = time.monotonic()
        elif time.monotonic() - self._whole > PATIENCE:
            self._cluster.scale(len(self._cluster.worker_spec) + missing)
            self._whole = time.monotonic()


@contextmanager
def local_workers(count: int) -> Iterator[Workers]:
    """Start ``count`` processes here, and end them."""
    with local_cluster(count) as client:
        yield Workers(client, client.cluster, count)


@contextmanager
def remote_workers(scheduler: str, folder: Path, model: str) -> Iterator[Workers]:
    """Join the cluster at ``scheduler``, once sure that its workers have this program and see ``folder``."""
    with joined_cluster(scheduler) as client:
        _check_workers(client, folder, model)
        yield Workers(client)


def _check_workers(client: Client, folder: Path, model: str) -> None:
    for worker, version in client.run(code_version, model).items():
        if version != code_version(model):
            raise InputError(f"worker {worker}: runs version {version}, this is {code_version(model)}")
    for worker, seen in client.run(_sees, str(folder.resolve())).items():
        if not seen:
            raise InputError(f"worker {worker}: does not see {folder.resolve()}; use a shared folder")


def _sees(folder: str) -> bool:
    return (Path(folder) / NAME).exists()


def run_with(workers: Workers, tasks: Sequence[Task]) -> Iterator[Report]:
    """Run ``tasks`` on the ``workers`` and yield their reports as they come.

    A task whose processes keep dying is split into its runs; a run whose processes keep dying is recorded as
    failed. On KeyboardInterrupt, or when results cannot be written, runs under way are finished first.
    """
    given = _GivenOut(workers, tasks)
    try:
        given.fill()
        while given.under_way:
            yield from given.ended()
            given.fill()
    except BaseException:
        _finish(given.under_way)
        raise


class _GivenOut:
    """Tasks under way, by the future that runs each, and those that wait."""

    def __init__(self, workers: Workers, tasks: Sequence[Task]) -> None:
        self._workers = workers
        self._waiting = iter(tasks)
        self.under_way: dict[Any, Task] = {}

    def fill(self) -> None:
        """Give out as many waiting tasks as there is room for."""
        room = AHEAD * self._workers.threads() - len(self.under_way)
        for _, task in zip(range(room), self._waiting, strict=False):
            self._give_out(task)

    def _give_out(self, task: Task) -> None:
        self.under_way[self._workers.client.submit(run_task, task, pure=False)] = task

    def ended(self) -> Iterator[Report]:
        """Wait for tasks to end and yield their reports."""
        for future in _finished(self._workers, list(self.under_way)):
            task = self.under_way.pop(future)
            if future.status == "finished":
                yield future.result()
            elif not isinstance(future.exception(), KilledWorker):
                raise future.exception()
            elif len(task.rows) == 1:
                yield _give_up(task)
            else:
                for row in task.rows:
                    self._give_out(task._replace(rows=[row]))
            future.release()


def _finished(workers: Workers, futures: Sequence[Any]) -> list[Any]:
    """Return the first of ``futures`` to end, keeping the workers complete while waiting."""
    while True:
        try:
            return list(wait(futures, timeout=POLL, return_when="FIRST_COMPLETED").done)
        except TimeoutError:
            workers.replenish()


def _give_up(task: Task) -> Report:
    run = load_plan(Path(task.folder)).run(task.rows[0])
    reason = f"its process died {DEATHS + 1} times (killed, out of memory or crashed)"
    Store(task.folder).write_failure(Failure(run.key, "failed", reason))
    return Report(0, 1)


def _finish(under_way: dict[Any, Task]) -> None:
    """Let the runs under way end and be written, and drop the tasks that have not begun."""
    if not under_way:
        return
    Path(next(iter(under_way.values())).stop).touch()
    try:
        wait(list(under_way), timeout=FINISHING)
    except Exception:  # whatever is lost here is still pending and will be run again
        logging.getLogger(__name__).info("not all runs under way were finished", exc_info=True)
