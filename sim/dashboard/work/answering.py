"""One thread that computes the answers that pages ask for: the newest request first, older ones wait or are dropped."""

from __future__ import annotations

import logging
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import NamedTuple

from sim.answers.laboratory import Laboratory, Stopped
from sim.answers.run_result import RunResult
from sim.dashboard.work.answered import answered, efforts
from sim.dashboard.work.asked import Asked, Document, known_beforehand
from sim.dashboard.work.compiling import COMPILING
from sim.dashboard.work.loop import URGENT
from sim.files.errors import InputError
from sim.runs.executor import executor
from sim.runs.recent import Recent
from sim.runs.run_error import RunError

MOST_ANSWERS = 48
MOST_RESULTS = 8_000  # of 4 kB
MOST_DETAILED = 30  # of about 2 MB: the pair of one question
TELLS_EVERY = 0.5  # seconds between two words on how far it is

_log = logging.getLogger(__name__)


class Told(NamedTuple):
    """What is known of an answer: its ``document``, None before there is one; ``whole`` once nothing is missing.

    ``done`` of ``total`` cities of the present step have lived. ``failed`` says that nothing more will come.
    """

    document: Document | None = None
    whole: bool = False
    done: int = 0
    total: int = 0
    failed: bool = False


class Job(NamedTuple):
    """A request of a session: whether its page is still there, and how it hears that there is more to show."""

    asked: Asked
    alive: Callable[[], bool]
    tell: Callable[[], None]


class _Shelf:
    """Keeps results in memory; those of a pair, which are large, only while they are recent."""

    def __init__(self) -> None:
        self._results: Recent[Hashable, RunResult] = Recent(MOST_RESULTS)
        self._detailed: Recent[Hashable, RunResult] = Recent(MOST_DETAILED)

    def get(self, key: Hashable) -> RunResult | None:
        """Return what is kept under ``key``, with its details while they are there."""
        return self._detailed.get(key) or self._results.get(key)

    def put(self, key: Hashable, thing: RunResult) -> None:
        """Keep ``thing`` under ``key``."""
        if thing.detail is not None:
            self._detailed.put(key, thing)
        self._results.put(key, thing._replace(detail=None))


class Answering:
    """One thread for all sessions. A request replaces the session's last one; a newer one of another goes first."""

    def __init__(self) -> None:
        self._jobs: OrderedDict[int, Job] = OrderedDict()
        self._known: Recent[str, Told] = Recent(MOST_ANSWERS)
        self._under_way: dict[str, Told] = {}
        self._shelf = _Shelf()
        self._changed = threading.Condition()
        self._thread: threading.Thread | None = None

    def told(self, asked: Asked) -> Told:
        """Return what is known by now, at once: computed here, under way, or told beforehand."""
        known = self._known.get(asked.key)
        if known is not None:
            return known
        beforehand = known_beforehand(asked)
        if beforehand is not None and not asked.room:
            return Told(beforehand, whole=True)
        told = self._under_way.get(asked.key, Told())
        return told if told.document is not None else told._replace(document=beforehand)

    def want(self, session: int, job: Job) -> None:
        """Ask for an answer that is not told yet; drops what this session asked before."""
        with self._changed:
            self._jobs.pop(session, None)
            self._jobs[session] = job
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="two-cities-answers", daemon=True)
                self._thread.start()
            self._changed.notify_all()

    def forget(self, session: int) -> None:
        """Drop what a session asked for."""
        with self._changed:
            self._jobs.pop(session, None)

    def _newest(self) -> tuple[int, Job] | None:
        with self._changed:  # which sessions ask meanwhile
            return next(reversed(self._jobs.items()), None)

    def _work(self) -> None:
        while True:
            with self._changed:
                while (newest := self._newest()) is None:
                    self._changed.wait()
            session, job = newest
            finished = self._serve(job)
            with self._changed:
                if self._jobs.get(session) is job and (finished or not job.alive()):
                    del self._jobs[session]
            job.tell()

    def _serve(self, job: Job) -> bool:
        """Compute until it is whole; return False where a newer request goes first, which this one waits for."""
        try:
            self._compute(job)
        except Stopped:
            return False
        except (InputError, RunError) as error:
            _log.warning("no answer %d: %s", job.asked.number, error)
            self._known.put(job.asked.key, Told(failed=True))
        except Exception:
            _log.exception("answer %d failed", job.asked.number)
            self._known.put(job.asked.key, Told(failed=True))
        finally:
            self._under_way.pop(job.asked.key, None)
        return True

    def _compute(self, job: Job) -> None:
        key = job.asked.key
        if self._known.get(key) is not None:
            return
        COMPILING.wait()
        with executor("threads", cancelled=lambda: self._give_way(job)) as cores:
            lab = Laboratory(cores, self._shelf, _Progress(self, job), lambda: self._give_way(job))
            for effort in efforts(job.asked.number):
                document = answered(job.asked, lab, effort)
                self._under_way[key] = Told(document)
                job.tell()
        self._known.put(key, Told(document, whole=True))

    def _give_way(self, job: Job) -> bool:
        URGENT.give_way()
        newest = self._newest()
        return newest is None or newest[1] is not job or not job.alive()

    def reached(self, job: Job, done: int, total: int) -> None:
        """Note how far a job is, and tell its session."""
        now = self._under_way.get(job.asked.key, Told())
        self._under_way[job.asked.key] = now._replace(done=done, total=total)
        job.tell()


class _Progress:
    """Hears of every run of a laboratory and passes on what a reader can follow."""

    def __init__(self, answering: Answering, job: Job) -> None:
        self._answering, self._job = answering, job
        self._last = 0.0

    def __call__(self, done: int, total: int) -> None:
        """Take how many cities of the present step have lived."""
        now = time.monotonic()
        if now - self._last >= TELLS_EVERY:
            self._last = now
            self._answering.reached(self._job, done, total)


ANSWERING = Answering()
"""The process's only one: its thread is shared by all sessions."""
