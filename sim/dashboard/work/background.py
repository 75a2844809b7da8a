"""One thread that makes the paired runs all sessions ask for."""

from __future__ import annotations

import logging
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import NamedTuple

from sim.dashboard.state.scene import Scene
from sim.dashboard.work import result_cache
from sim.dashboard.work.loop import URGENT
from sim.dashboard.work.paired import Paired, paired_runs, paired_spec
from sim.runs.recent import Recent
from sim.runs.spec import RunSpec

MOST_KNOWN = 24

_log = logging.getLogger(__name__)


class Job(NamedTuple):
    """A request for paired runs: the scene they are of, whether it is still wanted, and whom to tell."""

    scene: Scene
    wanted: Callable[[], bool]
    done: Callable[[Paired], None]


class Background:
    """One thread for all sessions, so that sliders are not starved; serves the latest request of each."""

    def __init__(self) -> None:
        self._jobs: OrderedDict[Hashable, Job] = OrderedDict()
        self._known: Recent[RunSpec, Paired] = Recent(MOST_KNOWN)
        self._changed = threading.Condition()
        self._thread: threading.Thread | None = None

    def known(self, scene: Scene) -> Paired | None:
        """Return the finished runs of ``scene``, or None."""
        return self._known.get(paired_spec(scene))

    def want(self, session: Hashable, job: Job) -> None:
        """Ask for the runs of a scene; replaces what this ``session``, or this part of one, asked before."""
        with self._changed:
            self._jobs[session] = job
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="two-cities-background", daemon=True)
                self._thread.start()
            self._changed.notify()

    def forget(self, session: Hashable) -> None:
        """Drop what a session asked for."""
        with self._changed:
            self._jobs.pop(session, None)

    def _work(self) -> None:
        while True:
            with self._changed:
                while not self._jobs:
                    self._changed.wait()
                _, job = self._jobs.popitem(last=False)
            try:
                self._serve(job)
            except Exception:
                _log.exception("paired runs failed")

    def _still(self, job: Job) -> bool:
        URGENT.give_way()
        return job.wanted()

    def _serve(self, job: Job) -> None:
        key = paired_spec(job.scene)
        paired = self._known.get(key) or result_cache.load(key)
        if paired is None:
            for paired in paired_runs(job.scene, lambda: self._still(job)):
                job.done(paired)
            if paired is None or not job.wanted():
                return
            result_cache.save(key, paired)
        self._known.put(key, paired)
        if job.wanted():
            job.done(paired)


BACKGROUND = Background()
"""The process's only one: its thread is shared by all sessions."""
