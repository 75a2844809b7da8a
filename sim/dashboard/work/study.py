"""The study that the page shows to all its visitors: opened once, read only, reckoned on one thread and kept."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Thread
from typing import TYPE_CHECKING, NamedTuple

from sim.files.errors import InputError
from sim.locale.text import Text, message
from sim.runs.recent import Recent

if TYPE_CHECKING:
    from sim.dashboard.work.study_figures import Asked, Document
    from sim.dashboard.work.study_shipped import Shipped
    from sim.studies.opened import Opened

MOST_KEPT = 200
_log = logging.getLogger(__name__)


class Figures(NamedTuple):
    """What is known of a picture: its numbers, or in one line why there are none; neither while they are made.

    ``partial`` where more is still to be run for it.
    """

    document: Document | None = None
    refused: Text | None = None
    partial: bool = False


class Study:
    """One folder of results, and the pictures of it that were asked for."""

    def __init__(self) -> None:
        self.opened: Opened | None = None
        self._made: Recent[Asked, Figures] = Recent(MOST_KEPT)
        self._waiting: dict[Asked, list[Callable[[], None]]] = {}
        self._lock = threading.Lock()
        self._thread = ThreadPoolExecutor(1, "study")
        self._shipped: Shipped | None = None

    def open(self, folder: str) -> None:
        """Show the study in ``folder``; raise InputError in one line where it is none."""
        from sim.studies.opened import open_folder

        self.opened = open_folder(folder)
        self._made = Recent(MOST_KEPT)
        self._shipped = None

    def known(self, asked: Asked) -> Figures:
        """Return what is known of a picture."""
        return self._made.get(asked) or Figures()

    def want(self, asked: Asked, tell: Callable[[], None]) -> None:
        """Make the numbers of a picture unless they are known, then ``tell``; again once those that it lacks are in."""
        with self._lock:
            known = self._made.get(asked)
            if known is not None and not known.partial:
                return
            waiting = self._waiting.setdefault(asked, [])
            waiting.append(tell)
            if len(waiting) == 1:
                self._thread.submit(self._make, asked)

    def _make(self, asked: Asked) -> None:
        made = self._figures(asked)
        with self._lock:
            self._made.put(asked, made)
            waiting = list(self._waiting.get(asked, ())) if made.partial else self._waiting.pop(asked, [])
        for tell in waiting:
            tell()
        if made.partial:
            Thread(
                target=self._complete, args=(asked,), daemon=True
            ).start()  # the page may end before it does

    def _complete(self, asked: Asked) -> None:
        """Run what a picture lacks, then make it again."""
        if self._shipped is not None:
            self._shipped.run()
        self._thread.submit(self._make, asked)

    def _figures(self, asked: Asked) -> Figures:
        from sim.dashboard.work.study_figures import figures_of
        from sim.dashboard.work.study_shipped import Shipped

        if self.opened is None:
            return Figures(refused=message("studied-none"))
        try:
            shipped = self._shipped = self._shipped or Shipped(self.opened)
            document = figures_of(self.opened, shipped, asked)
            return Figures(document, partial=asked.picture == "points" and shipped.pending)
        except InputError as error:
            return Figures(refused=error.said)
        except Exception:  # whatever an analysis trips over costs its picture, not the page
            _log.exception("a picture of the study could not be made")
            return Figures(refused=message("studied-log"))


STUDY = Study()
