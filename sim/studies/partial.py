"""A folder that does not hold all of its study: a part of it (--shard), or one with runs still to be run."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from sim.studies.hints import command, to_resume
from sim.studies.results import Results
from sim.studies.run import rows_of
from sim.studies.shard import Shard, kept_shard


class Partial(NamedTuple):
    """How many runs a study has (``planned``), which of them are still to be run, and where.

    ``elsewhere`` are those of other parts where the folder is for one, ``pending`` all others.
    """

    shard: Shard | None
    planned: int
    pending: int
    elsewhere: int

    def as_json(self) -> dict[str, int]:
        """Return it for JSON, with the part where it is one."""
        part = self.shard._asdict() if self.shard else {}
        return {**part, "planned": self.planned, "pending": self.pending, "elsewhere": self.elsewhere}


def partial(results: Results) -> Partial | None:
    """Return what ``results`` lack; None where they are the whole, and all of it has been tried."""
    plan = results.plan
    shard = kept_shard(results.folder)
    waiting = np.array(results.runs().column("status").to_pylist()) == "pending"
    mine = np.isin(np.arange(len(waiting)), rows_of(plan, shard))
    first = np.isin(np.arange(len(waiting)), plan.rows)  # of runs that several rows ask for
    pending, elsewhere = ((waiting & first & here).sum() for here in (mine, ~mine))
    if shard is None and not pending:
        return None
    return Partial(shard, len(plan.rows), int(pending), int(elsewhere))


def lacking(results: Results) -> str:
    """Return in one sentence what ``results`` lack and what brings it; empty where they are whole."""
    found = partial(results)
    return f"{_what(found)}; {_remedy(results, found)}" if found else ""


def remedy(results: Results) -> str:
    """Return what brings the runs that ``results`` lack: first the folder's own, then those of the other parts."""
    return _remedy(results, partial(results))


def _remedy(results: Results, found: Partial | None) -> str:
    own = [f"{to_resume(results)} runs them"] if found and found.pending else []
    parts = command("merge", str(results.folder), "OTHER-PARTS", "--out", "DIR")
    return ", then ".join(own + [f"{parts} puts all parts together"] * bool(found and found.shard))


def _what(found: Partial) -> str:
    if found.shard is None:
        return f"{found.pending} of {found.planned} runs are not done"
    part, parts = found.shard
    own = f"; {found.pending} of its own are not done" if found.pending else ""
    others = f"{found.elsewhere} of which are of other parts"
    return f"part {part} of {parts} of a study of {found.planned} runs, {others}{own}"
