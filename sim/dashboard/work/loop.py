"""One thread a session: it runs what the page wants and hands frames to the browser. Sessions take turns.

Never more than two frames are unanswered, so a slow browser falls behind by two and no more.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from typing import NamedTuple

from sim.dashboard.process import step_back
from sim.dashboard.work import openings
from sim.dashboard.work.compiling import COMPILING
from sim.dashboard.work.shipped_openings import shipped
from sim.dashboard.work.simulation import RunResult, run
from sim.dashboard.work.turns import TURNS, Turn
from sim.runs.spec import RunSpec

MOST_IN_FLIGHT = 2
DRAFT_RESIDENTS = 2_000
CROWD, CROWD_RESIDENTS = 8, 500
"""Sessions that wait for a turn, from which on a draft has so few residents: half the work, for twice the visitors."""
PATIENCE = 45.0
"""Seconds without a word after which the browser is taken to be gone; it speaks at least every 15."""

LONGEST_WAIT = 5.0

_log = logging.getLogger(__name__)


class _Urgent:
    """Counts the sessions whose visitor is waiting for a curve; background work gives way to them."""

    def __init__(self) -> None:
        self._waiting = 0
        self._changed = threading.Condition()

    def __enter__(self) -> None:
        with self._changed:
            self._waiting += 1

    def __exit__(self, *_: object) -> None:
        with self._changed:
            self._waiting -= 1
            self._changed.notify_all()

    def give_way(self) -> None:
        """Wait until nobody is waiting for a curve, at most `LONGEST_WAIT` seconds."""
        with self._changed:
            self._changed.wait_for(lambda: self._waiting == 0, LONGEST_WAIT)


URGENT = _Urgent()


class RunRequest(NamedTuple):
    """What to run next. ``change`` counts the changes of what is simulated; ``fresh`` forbids a ghost."""

    spec: RunSpec
    residents: int
    change: int
    fresh: bool


class Result(NamedTuple):
    """A run result and the request it answers."""

    run_result: RunResult
    request: RunRequest
    draft: bool


class Loop:
    """Runs the latest request: a draft first, then in full. A newer request abandons the older one.

    What a page opens with is drawn at once where an earlier start kept it, or as it is shipped, and run all the same:
    a lever moved next finds its cities run, and what was kept is never the last word.

    ``deliver`` sends a result and its number to the browser; ``finished`` is told of each full run;
    ``failed`` of an error. All are called on the loop's own thread.
    """

    def __init__(
        self,
        deliver: Callable[[Result, int], None],
        finished: Callable[[Result], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self._deliver, self._finished, self._failed = deliver, finished, failed
        self._changed = threading.Condition()
        self._request: RunRequest | None = None
        self._latest: Result | None = None
        self._waiting: Result | None = None
        self._number = 0
        self._in_flight = 0
        self._answered = time.monotonic()
        self._extra: Callable[[], None] | None = None
        self._stopped = False

    def start(self) -> Callable[[], None]:
        """Start the thread and return what stops it."""
        threading.Thread(target=self._work, name="two-cities-loop", daemon=True).start()
        return self.stop

    def stop(self) -> None:
        """Let the thread end, abandoning a run under way."""
        with self._changed:
            self._stopped = True
            self._changed.notify_all()

    def want(self, request: RunRequest) -> None:
        """Ask for a run; an older request is dropped."""
        with self._changed:
            self._request = request
            self._changed.notify_all()

    def also(self, work: Callable[[], None]) -> None:
        """Do something else on the loop's thread, after the run under way; replaces what still waits."""
        with self._changed:
            self._extra = work
            self._changed.notify_all()

    def show_again(self) -> None:
        """Send the latest result once more: the browser wants other outcomes of it, or lost it."""
        with self._changed:
            self._in_flight = 0
            self._waiting = self._latest
            self._changed.notify_all()

    @property
    def alive(self) -> bool:
        """Whether the browser has spoken lately."""
        return not self._stopped and time.monotonic() - self._answered < PATIENCE

    def acknowledge(self, number: int) -> None:
        """Take the browser's answer to frame ``number``, or its word that it is still there."""
        with self._changed:
            if number >= 0:
                self._in_flight = max(0, self._number - number)
            self._answered = time.monotonic()
            self._changed.notify_all()

    def _work(self) -> None:
        step_back()
        while True:
            with self._changed:
                while not (self._stopped or self._request or self._extra or self._may_send()):
                    self._changed.wait(1.0)
                if self._stopped:
                    return
                is_asked = self._request is not None
                extra, self._extra = (None, self._extra) if is_asked else (self._extra, None)
            self._send()
            if is_asked:
                self._try(self._run_newest)
            if extra is not None:
                self._try(extra)

    def _run_newest(self) -> None:
        """Run what is wanted when the turn comes, which may be newer than what the turn was waited for."""
        if COMPILING.under_way:
            self._show_shipped(self._request)
            COMPILING.wait()
        with TURNS.turn() as turn:
            while (request := self._taken()) is not None:
                self._run_both(request, turn)

    def _taken(self) -> RunRequest | None:
        with self._changed:
            request, self._request = self._request, None
            return None if self._stopped else request

    def _try(self, work: Callable[[], None]) -> None:
        try:
            with URGENT:
                work()
        except Exception as error:
            _log.exception("a run of the page failed")
            self._failed(error)

    def _run_both(self, request: RunRequest, turn: Turn) -> None:
        def is_newest() -> bool:
            return not self._stopped and self._request is None

        def wanted() -> bool:
            """Take turns for the parts of a full run; a turn that nothing is left to do in stays unused."""
            if is_newest():
                turn.use()
                turn.is_used = is_newest()
                return turn.is_used
            return False

        kept = self._look_first(request, turn)
        full = run(request.spec, request.residents, wanted)
        if full is None or (kept is not None and openings.alike(full, kept)):
            return
        if kept is not None:
            _log.warning("the run kept from an earlier start was another one; it is drawn anew")
        self._offer(full, request, False)
        if request.fresh:
            openings.save(full)

    def _look_first(self, request: RunRequest, turn: Turn) -> RunResult | None:
        """Offer what comes before the full run: one kept earlier, and return it, one that is shipped, or a draft."""
        kept = openings.load(request.spec, request.residents) if request.fresh else None
        if kept is not None:
            self._offer(kept, request, False)
        elif not self._show_shipped(request) and request.residents > DRAFT_RESIDENTS:
            turn.use()
            few = DRAFT_RESIDENTS if TURNS.waiting < CROWD else CROWD_RESIDENTS
            self._offer(run(request.spec, few, lambda: not self._stopped), request, True)
        return kept

    def _show_shipped(self, request: RunRequest | None) -> bool:
        """Offer the shipped run of ``request``, once, and return whether there is one."""
        if request is None or not request.fresh:
            return False
        if self._latest is not None and self._latest.request == request:
            return True
        self._offer(found := shipped(request.spec, request.residents), request, False)
        return found is not None

    def _offer(self, run_result: RunResult | None, request: RunRequest, draft: bool) -> None:
        if run_result is None:
            return
        result = Result(run_result, request, draft)
        with self._changed:
            self._latest = self._waiting = result
        self._send()
        if not draft:
            self._finished(result)

    def _may_send(self) -> bool:
        return self._waiting is not None and self._in_flight < MOST_IN_FLIGHT

    def _send(self) -> None:
        with self._changed:
            if self._stopped or not self._may_send():
                return
            result, self._waiting = self._waiting, None
            self._number += 1
            self._in_flight += 1
            number = self._number
        if result is not None:
            self._deliver(result, number)
