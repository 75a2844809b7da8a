"""How a study is run, apart from what is run."""

from __future__ import annotations

from typing import NamedTuple

from sim.runs.spec import STANDARD_MODEL
from sim.studies.shard import Shard


class Options(NamedTuple):
    """How a study is run; none of this changes its results.

    ``workers`` are the most processes that are started (0: one a core; 1: this one alone), or those of
    ``scheduler``. Work too small for them runs in this process, unless it is of cities of one's own or under
    limits given here. ``timeout`` (seconds) and ``memory`` (MB) bound one run; by default far above what its
    size asks for. ``model`` ("module:Class")
    is the class of cities, unless the design names one. ``wait`` for another driver instead of refusing.
    ``other_version`` goes on with results of another version of the model. ``retry_failed`` lives again what
    failed. ``command`` are the words that began the study, for its receipt; ``again`` says how to go on after a full
    disk, by default `two-cities resume`.
    """

    workers: int = 0
    scheduler: str = ""
    shard: Shard | None = None
    timeout: float | None = None
    memory: float | None = None
    model: str = STANDARD_MODEL
    wait: bool = False
    other_version: bool = False
    retry_failed: bool = False
    quiet: bool = True
    command: str = ""
    again: str = ""
