"""Putting the parts of a study together, that were run apart."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sim.files.atomic import replace_file
from sim.files.errors import InputError
from sim.studies.checksummed import checksummed_files, read_checksummed
from sim.studies.lock import locked
from sim.studies.plan import load_plan, plan_path
from sim.studies.receipt import write_receipt
from sim.studies.run import SAME, Outcome, begin, packed_outcome, writable
from sim.studies.shard import keep_shard, kept_shard
from sim.studies.store import Store


def merge(parts: Sequence[str | Path], out: str | Path) -> Outcome:
    """Gather the results of ``parts``, directories of one and the same plan, in the directory ``out``.

    ``out`` may be one of the parts or hold an earlier merge. Nothing is removed from the parts. Raises
    InputError for directories of different plans (design, model version or settings).
    """
    folders = [Path(part) for part in parts]
    if not folders:
        raise InputError("merge needs at least one directory of results")
    plans = {folder: plan_path(folder).name for folder in folders}
    first = folders[0]
    for folder, name in plans.items():
        if name != plans[first]:
            raise InputError(
                f"{folder}: holds another plan than {first}; only parts of one study can be merged"
            )
    target = Path(out)
    with writable(target, SAME):
        target.mkdir(parents=True, exist_ok=True)
        with locked(target):
            return _gather(folders, target)


def _gather(folders: Sequence[Path], target: Path) -> Outcome:
    plan = load_plan(folders[0])
    begin(target, plan, kept_shard(target))
    store = Store(target)
    damaged: list[Path] = []
    store.runs.mkdir(exist_ok=True)
    for folder in folders:
        if folder.resolve() == target.resolve():
            continue
        contents = Store(folder).contents()
        damaged += contents.damaged
        for path in contents.files:
            replace_file(store.runs / path.name, read_checksummed(path))
        for path in checksummed_files(folder / store.snapshots.name, ".parquet"):
            if path not in contents.damaged:
                store.snapshots.mkdir(exist_ok=True)
                replace_file(store.snapshots / path.name, read_checksummed(path))
        for failure in contents.failures.values():
            store.write_failure(failure)
    store.forget_failures(store.contents().done)
    outcome = packed_outcome(store, plan, plan.rows, damaged)
    keep_shard(target, None)  # last: a part into which others are merged is one until all of it is done
    write_receipt(target)
    return outcome
