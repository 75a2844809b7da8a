"""Whether the page would work: one week of a small city is run, as a visitor's would be."""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import Callable
from contextlib import suppress

from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send

WITHIN = 10.0
"""Seconds a week may take; a warm machine needs a hundredth of one."""
HOLDS = 5.0
"""Seconds for which an answer is given again, so that asking costs nothing."""

_log = logging.getLogger(__name__)


def run_week() -> None:
    """Run one week of a city of 200 residents; raises whatever is wrong."""
    from sim.dashboard.work.compiling import COMPILING
    from sim.model.city_model import CityModel

    COMPILING.wait()
    CityModel("control", residents=200, city="synthetic:4", burn_in=0, weeks=1, rng=1).run()


class Health:
    """Answers 200 while a week runs within `WITHIN`, else 503; one week at a time, at most every `HOLDS`."""

    def __init__(self, week: Callable[[], None] = run_week) -> None:
        self._week = week
        self._run: asyncio.Future[BaseException | None] | None = None
        self._asked = -HOLDS
        self._works = False

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer."""
        works = await self.works()
        said = "ok" if works else "the simulation does not run"
        await PlainTextResponse(said, 200 if works else 503)(scope, receive, send)

    async def works(self) -> bool:
        """Return whether a week runs; one that hangs is waited for again, never joined by another."""
        now = asyncio.get_running_loop().time()
        if self._run is None:
            if now - self._asked < HOLDS:
                return self._works
            self._asked = now
            self._run = self._start()
        run = self._run
        await asyncio.wait({run}, timeout=WITHIN)
        if not run.done():
            self._works = False
        elif self._run is run:  # the first of those who waited takes the outcome
            self._run = None
            self._works = run.result() is None
        return self._works

    def _start(self) -> asyncio.Future[BaseException | None]:
        """Run a week on a thread that a stopping server need not wait for."""
        loop = asyncio.get_running_loop()
        outcome: asyncio.Future[BaseException | None] = loop.create_future()

        def work() -> None:
            error = _error_of(self._week)
            with suppress(RuntimeError):  # the server has stopped meanwhile
                loop.call_soon_threadsafe(outcome.set_result, error)

        threading.Thread(target=work, name="two-cities-health", daemon=True).start()
        return outcome


def _error_of(work: Callable[[], None]) -> BaseException | None:
    try:
        work()
    except Exception as error:
        _log.exception("a week does not run")
        return error
    return None
