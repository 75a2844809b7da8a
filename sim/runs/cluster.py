"""Dask clusters: one of this machine's own, or one that is already there."""

from __future__ import annotations

import logging
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import dask
from distributed import Client, LocalCluster
from distributed.diagnostics.plugin import WorkerPlugin

from sim.files.errors import InputError

THREADS_PER_WORKER = 1
"""Processes, not threads: a run holds the interpreter between its compiled loops."""

DEATHS = 3  # of the processes that lived a task, before it is given up
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


@contextmanager
def local_cluster(workers: int) -> Iterator[Client]:
    """Start ``workers`` processes here, and end them; the client's ``cluster`` is what starts more."""
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    with (
        dask.config.set(SETTINGS),
        LocalCluster(
            n_workers=workers,
            threads_per_worker=THREADS_PER_WORKER,
            processes=True,
            memory_limit=None,
            dashboard_address=":0",  # any free port: several studies may run at once
            silence_logs=logging.CRITICAL,
        ) as cluster,
        Client(cluster) as client,
    ):
        client.register_plugin(LeaveInterruptions())
        yield client


@contextmanager
def joined_cluster(scheduler: str) -> Iterator[Client]:
    """Join the cluster at ``scheduler``; raise InputError if it cannot be reached or no worker comes."""
    with dask.config.set(SETTINGS):
        try:
            client = Client(scheduler, timeout="30s")
        except (OSError, ValueError) as error:
            raise InputError(f"scheduler {scheduler!r}: cannot be reached ({error})") from None
        with client:
            try:
                client.wait_for_workers(1, timeout=JOINING)
            except TimeoutError:
                raise InputError(f"scheduler {scheduler!r}: no worker came within {JOINING:g} s") from None
            yield client
