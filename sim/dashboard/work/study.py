"""The study that the page shows to all its visitors: opened once, read only, reckoned on one thread and kept."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, NamedTuple

from sim.files.errors import InputError
from sim.locale.text import Text, message
from sim.runs.recent import Recent

if TYPE_CHECKING:
    from sim.dashboard.work.study_figures import Asked, Document
    from sim.studies.opened import Opened

MOST_KEPT = 200
_log = logging.getLogger(__name__)


class Figures(NamedTuple):
    """What is known of a picture: its numbers, or in one line why there are none; neither while they are made."""

    document: Document | None = None
    refused: Text | None = None


class Study:
    """One folder of results, and the pictures of it that were asked for."""

    def __init__(self) -> None:
        self.opened: Opened | None = None
        self._made: Recent[Asked, Figures] = Recent(MOST_KEPT)
        self._waiting: dict[Asked, list[Callable[[], None]]] = {}
        self._lock = threading.Lock()
        self._thread = ThreadPoolExecutor(1, "study")

    def open(self, folder: str) -> None:
        """Show the study in ``folder``; raise InputError in one line where it is none."""
        from sim.studies.opened import open_folder

        self.opened = open_folder(folder)
        self._made = Recent(MOST_KEPT)

    def known(self, asked: Asked) -> Figures:
        """Return what is known of a picture."""
        return self._made.get(asked) or Figures()

    def want(self, asked: Asked, tell: Callable[[], None]) -> None:
        """Make the numbers of a picture unless they are known, then ``tell``."""
        with self._lock:
            if self._made.get(asked) is not None:
                return
            waiting = self._waiting.setdefault(asked, [])
            waiting.append(tell)
            if len(waiting) == 1:
                self._thread.submit(self._make, asked)

    def _make(self, asked: Asked) -> None:
        made = self._figures(asked)
        with self._lock:
            self._made.put(asked, made)
            waiting = self._waiting.pop(asked, [])
        for tell in waiting:
            tell()

    def _figures(self, asked: Asked) -> Figures:
        from sim.dashboard.work.study_figures import figures_of

        if self.opened is None:
            return Figures(refused=message("studied-none"))
        try:
            return Figures(figures_of(self.opened, asked))
        except InputError as error:
            return Figures(refused=error.said)
        except Exception:  # whatever an analysis trips over costs its picture, not the page
            _log.exception("a picture of the study could not be made")
            return Figures(refused=message("studied-log"))


STUDY = Study()
