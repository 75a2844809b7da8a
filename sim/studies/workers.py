"""Living tasks on many processes with Dask: its own local cluster, or one that is already there."""

from __future__ import annotations

import logging
import signal
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import dask
from distributed import Client, KilledWorker, LocalCluster, wait
from distributed.diagnostics.plugin import WorkerPlugin

from sim.files.errors import InputError
from sim.studies.plan import load_plan
from sim.studies.runner import Report, Task, live_task
from sim.studies.store import Failure, Store
from sim.studies.version import code_version

THREADS_PER_WORKER = 1
"""Processes, not threads: a run holds the interpreter between its compiled loops."""

AHEAD = 3  # tasks given out per thread; the rest stay with the driver, whose memory stays small
DEATHS = 3  # of the processes that lived a task, before it is split or its run given up
FINISHING = 120.0  # seconds that runs under way get after an interruption
PATIENCE = 20.0  # seconds that a worker gets to come back before another takes its place
POLL = 1.0
JOINING = 300.0  # seconds to wait for the first worker of an existing cluster

SETTINGS = {
    "distributed.scheduler.allowed-failures": DEATHS,
    "distributed.scheduler.work-stealing": False,
    "distributed.worker.multiprocessing-method": "spawn",
    "distributed.worker.memory.target": False,
    "distributed.worker.memory.spill": False,
    "distributed.worker.memory.pause": False,
    "distributed.worker.memory.terminate": False,
    # What Dask does besides costs each worker 4 % of its time, each driver 2 %; with these .2 and .8 %.
    "distributed.worker.profile.enabled": False,
    "distributed.admin.tick.interval": "1s",
    "distributed.admin.system-monitor.interval": "10s",
    "distributed.admin.log-length": 100,
    "distributed.admin.low-level-log-length": 100,
    "distributed.comm.timeouts.connect": "60s",
}


class LeaveInterruptions(WorkerPlugin):
    """Lets Ctrl-C reach the driver alone: a terminal sends it to every process."""

    def setup(self, worker: Any) -> None:
        """Ignore the signal in this worker."""
        signal.signal(signal.SIGINT, signal.SIG_IGN)


class Crew:
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
def local_crew(workers: int) -> Iterator[Crew]:
    """Start ``workers`` processes here, and end them."""
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    with (
        dask.config.set(SETTINGS),
        LocalCluster(
            n_workers=workers,
            threads_per_worker=THREADS_PER_WORKER,
            processes=True,
            memory_limit=None,
            dashboard_address=None,
            silence_logs=logging.CRITICAL,
        ) as cluster,
        Client(cluster) as client,
    ):
        client.register_plugin(LeaveInterruptions())
        yield Crew(client, cluster, workers)


@contextmanager
def remote_crew(scheduler: str, folder: Path, model: str) -> Iterator[Crew]:
    """Join the cluster at ``scheduler``, once sure that its workers have this program and see ``folder``."""
    with dask.config.set(SETTINGS):
        try:
            client = Client(scheduler, timeout="30s")
        except (OSError, ValueError) as error:
            raise InputError(f"scheduler {scheduler!r}: cannot be reached ({error})") from None
        with client:
            _check_workers(client, scheduler, folder, model)
            yield Crew(client)


def _check_workers(client: Client, scheduler: str, folder: Path, model: str) -> None:
    try:
        client.wait_for_workers(1, timeout=JOINING)
    except TimeoutError:
        raise InputError(f"scheduler {scheduler!r}: no worker came within {JOINING:g} s") from None
    for worker, version in client.run(code_version, model).items():
        if version != code_version(model):
            raise InputError(f"worker {worker}: runs version {version}, this is {code_version(model)}")
    for worker, seen in client.run(_sees, str(folder.resolve())).items():
        if not seen:
            raise InputError(f"worker {worker}: does not see {folder.resolve()}; use a shared folder")


def _sees(folder: str) -> bool:
    return (Path(folder) / "lock").exists()


def live_with(crew: Crew, tasks: Sequence[Task]) -> Iterator[Report]:
    """Live ``tasks`` on the workers of ``crew`` and yield their reports as they come.

    A task whose processes keep dying is split into its runs; a run whose processes keep dying is recorded as
    failed. On KeyboardInterrupt, or when results cannot be written, runs under way are finished first.
    """
    waiting = iter(tasks)
    under_way: dict[Any, Task] = {}

    def give_out(task: Task) -> None:
        under_way[crew.client.submit(live_task, task, pure=False)] = task

    def fill() -> None:
        room = AHEAD * crew.threads() - len(under_way)
        for _, task in zip(range(room), waiting, strict=False):
            give_out(task)

    try:
        fill()
        while under_way:
            for future in _finished(crew, list(under_way)):
                task = under_way.pop(future)
                if future.status == "finished":
                    yield future.result()
                elif not isinstance(future.exception(), KilledWorker):
                    raise future.exception()
                elif len(task.rows) == 1:
                    yield _give_up(task)
                else:
                    for row in task.rows:
                        give_out(task._replace(rows=[row]))
                future.release()
            fill()
    except BaseException:
        _finish(under_way)
        raise


def _finished(crew: Crew, futures: Sequence[Any]) -> list[Any]:
    """Return the first of ``futures`` to end, keeping the crew complete while waiting."""
    while True:
        try:
            return list(wait(futures, timeout=POLL, return_when="FIRST_COMPLETED").done)
        except TimeoutError:
            crew.replenish()


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
    except Exception:  # whatever is lost here is still pending and will be lived again
        logging.getLogger(__name__).info("not all runs under way were finished", exc_info=True)
