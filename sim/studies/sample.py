"""Opening a study of any size within seconds: what is in it by the names of its files, its numbers from a sample.

Of a study of up to `MOST_RUNS` runs everything is read. Of a larger one whole points are, with the same seeds each:
the first points where a design's first points are a design of the same kind, else points drawn evenly. So analyses
work on a sample as on a study, and it is said how large it is.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from sim.files.errors import InputError
from sim.studies.checksummed import Damaged, checksummed_files, read_checksummed
from sim.studies.hints import command
from sim.studies.plan import Plan, load_plan, plan_path, planned_rows
from sim.studies.results import Results
from sim.studies.sampling import TABLE
from sim.studies.store import Contents, Failure, Store, keys_in_file

MOST_RUNS = 4_000
"""Runs that are read."""
MOST_SEEDS = 5
"""Seeds of a point that are read of a study that is larger."""
MOST_PLANNED = 2_000_000
"""Runs of a plan that is opened at all: its keys are held in memory."""
MOST_FILES = 4_000
"""Files of runs of which it is looked up which runs they hold."""
LARGEST_FILE = 64_000_000
"""Bytes of a file of runs that is read: a hundred runs of the longest study have a quarter of them."""
EVEN = (TABLE, "one-at-a-time")
"""Methods whose first points are no design of the same kind."""


class Sample(NamedTuple):
    """What is read of a study: ``results`` of the sampled points, beside counts of all runs ``planned``.

    ``done`` and ``failed`` are of the whole study, ``points`` how many it has, ``numbers`` which of them are read;
    ``unread`` the files of runs that were not looked into, so that more may be done, and ``damaged`` those that are
    not as they were written.
    """

    results: Results
    numbers: Sequence[int]
    planned: int
    done: int
    failed: int
    points: int
    unread: int
    damaged: int

    @property
    def shown(self) -> int:
        """How many runs are read."""
        return len(set(self.results.plan.keys))

    @property
    def whole(self) -> bool:
        """Whether everything is read."""
        return self.shown == self.planned and not self.unread


def open_sample(folder: str | Path, most: int = MOST_RUNS) -> Sample:
    """Return what is read of the study in ``folder``: at most about ``most`` runs.

    Raises InputError where there is no plan, a damaged one, one of another format, or of too many runs.
    """
    place = Path(folder)
    if not place.is_dir():
        raise InputError(f"{folder}: is no folder; a study's is made by `two-cities sweep DESIGN --out DIR`")
    check_plan(place)
    plan = load_plan(place)
    holders, unread, unsound = _holders(place)
    failures = {key for key in Store(place).failed_keys() if key not in holders}
    planned = set(plan.keys)
    sampled, numbers = _sampled(plan, most)
    contents = _contents(place, sampled, holders, failures)
    return Sample(
        Results(place, sampled, contents),
        numbers,
        len(planned),
        len(planned & holders.keys()),
        len(planned & failures),
        len(pc.unique(plan.table.column("point"))),
        unread,
        unsound + len(contents.damaged),
    )


def check_plan(folder: Path) -> None:
    """Raise InputError as `open_sample` does, by the last bytes of the plan in ``folder`` alone: no row is read."""
    rows = planned_rows(folder)
    if rows > MOST_PLANNED:
        raise InputError(
            f"{plan_path(folder)}: plans {rows:,} runs (allowed here: at most {MOST_PLANNED:,}); "
            f"{command('analyse', 'METHOD', str(folder))} reads them"
        )


def _holders(folder: Path) -> tuple[dict[str, Path], int, int]:
    """Return the file that each run lies in, how many files were not looked into, and how many cannot be read."""
    files = list(checksummed_files(folder / "runs", ".parquet"))
    step = max(1, -(-len(files) // MOST_FILES))
    holders: dict[str, Path] = {}
    unsound = 0
    for path in files[::step]:  # names are digests: any of them are as good as any others
        try:
            holders |= dict.fromkeys(keys_in_file(path), path)
        except Damaged:
            unsound += 1
    return holders, len(files) - len(files[::step]), unsound


def _sampled(plan: Plan, most: int) -> tuple[Plan, Sequence[int]]:
    """Return ``plan`` if it has at most ``most`` runs, else some points and seeds of it; and which points they are."""
    if plan.table.num_rows <= most:
        return plan, range(int(pc.max(plan.table.column("point")).as_py()) + 1)
    seeds = list(plan.study["seeds"])[:MOST_SEEDS]
    cities = len(plan.study["scenarios"]) * len(plan.study["assumptions"])
    places = _points(plan, max(1, most // (cities * len(seeds))))
    point = pc.index_in(plan.table.column("point"), pa.array(places))
    kept = pc.and_(pc.is_valid(point), pc.is_in(plan.table.column("seed"), pa.array(seeds)))
    at = plan.table.schema.get_field_index("point")
    table = plan.table.set_column(at, "point", point).filter(kept)
    return Plan({**plan.study, "seeds": seeds}, table), places.tolist()


def _points(plan: Plan, most: int) -> NDArray[np.int32]:
    """Return the numbers of at most ``most`` points; of designs that come in blocks, whole blocks."""
    points = int(pc.max(plan.table.column("point")).as_py()) + 1
    if plan.study["method"] in EVEN:
        return np.unique(np.linspace(0, points - 1, min(most, points)).astype(np.int32))
    block = _block_of(plan.study)
    blocks = max(1, min(most, points) // block)
    if plan.study["method"] in ("sobol", "saltelli"):
        blocks = 1 << (blocks.bit_length() - 1)  # a power of two of them fills the space evenly
    return np.arange(min(blocks * block, points), dtype=np.int32)


def _block_of(study: Mapping[str, Any]) -> int:
    """Return how many points of the design of ``study`` are whole or useless together."""
    factors = len(study["problem"]["names"])
    match study["method"]:
        case "saltelli":
            return 2 * factors + 2 if study["second_order"] else factors + 2
        case "morris":
            return factors + 1
    return 1


def _contents(folder: Path, plan: Plan, holders: dict[str, Path], failures: set[str]) -> Contents:
    """Return what there is of the runs of ``plan``, every file of them verified."""
    wanted = set(plan.keys)
    files: dict[Path, Sequence[str]] = {}
    damaged: list[Path] = []
    for path in dict.fromkeys(holders[key] for key in plan.keys if key in holders):
        if path.stat().st_size > LARGEST_FILE:
            damaged.append(path)
            continue
        try:
            read_checksummed(path)
            files[path] = keys_in_file(path)
        except Damaged:
            damaged.append(path)
    found = {key: one for key in wanted & failures if (one := _failure(folder, key)) is not None}
    return Contents(files, found, damaged)


def _failure(folder: Path, key: str) -> Failure | None:
    for path in checksummed_files(folder / "failures", ".json", key):
        try:
            return Failure(**json.loads(read_checksummed(path)))
        except Damaged:
            continue
    return None
