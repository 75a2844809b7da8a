"""Running a study: sweep a design into a directory, and go on where one stopped."""

from __future__ import annotations

import errno
import json
import os
import sys
import uuid
from collections.abc import Generator, Iterator, Sequence, Set
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple

from sim.files.atomic import remove_leftovers, replace_file
from sim.files.disk import FULL
from sim.files.errors import InputError
from sim.model.warm_up import compile_first
from sim.runs.guard import refuse_unguarded
from sim.runs.own_model import load_model
from sim.runs.spec import STANDARD_MODEL
from sim.studies.checksummed import Damaged
from sim.studies.design import Design
from sim.studies.estimate import best_workers, duration, estimate
from sim.studies.expansion import expand
from sim.studies.hints import resuming
from sim.studies.lock import locked
from sim.studies.options import Options
from sim.studies.plan import (
    RUNS_PER_FILE,
    Plan,
    has_plan,
    is_plan_of,
    load_plan,
    plan_path,
    save_plan,
)
from sim.studies.progress import progress
from sim.studies.receipt import write_receipt
from sim.studies.results import Results
from sim.studies.runner import Report, Task, run_task
from sim.studies.shard import Shard, keep_shard, kept_shard, part_of
from sim.studies.store import Failure, Store
from sim.studies.tasks import tasks_of
from sim.studies.version import code_version

SAME = "the same command again"
REFUSALS = (
    *FULL,
    *(errno.EROFS, errno.EACCES, errno.EPERM),
    *(errno.ENOENT, errno.ENOTDIR, errno.EEXIST, errno.ENAMETOOLONG, errno.ELOOP, errno.EINVAL, errno.EIO),
)


class Outcome(NamedTuple):
    """What a study has come to: counts of runs, the failures, and what had to be repaired."""

    folder: Path
    planned: int
    done: int
    failures: Sequence[Failure]
    damaged: Sequence[Path]
    rows: Sequence[int] = ()
    """The first row of every run that is needed."""
    over: Set[str] = frozenset()
    """The keys of those that are done or failed."""

    @property
    def pending(self) -> int:
        """Runs neither done nor failed."""
        return self.planned - self.done - len(self.failures)


def sweep(design: Design | str | Path, out: str | Path, options: Options | None = None) -> Outcome:
    """Run ``design`` into the directory ``out`` and return what came of it.

    A directory that already holds the same design is gone on with. Raises InputError for a directory that
    holds another design, is in use, or cannot be written.
    """
    chosen = options or Options()
    load_model(chosen.model)
    read = design if isinstance(design, Design) else Design.read(design)
    plan = expand(read, chosen.model)
    chosen = chosen._replace(model=plan.study["model"])
    folder = Path(out)
    with writable(folder, chosen.again):
        folder.mkdir(parents=True, exist_ok=True)
        with locked(folder, chosen.wait):
            begin(folder, plan, chosen.shard)
            return _complete(folder, plan, chosen)


def resume(out: str | Path, options: Options | None = None) -> Outcome:
    """Go on with the study in ``out``: live what is pending or damaged, keep what is done.

    Raises InputError for a directory of another model version (unless told), without a plan, or in use.
    """
    chosen = options or Options()
    folder = Path(out)
    plan_path(folder)
    with writable(folder), locked(folder, chosen.wait):
        plan = _sound_plan(folder, chosen.model)
        _check_version(folder, plan, chosen)
        if chosen.retry_failed:
            Store(folder).forget_failures(plan.keys)
        return _complete(folder, plan, chosen._replace(shard=chosen.shard or kept_shard(folder)))


def begin(folder: Path, plan: Plan, shard: Shard | None) -> None:
    """Put the plan and its readable companions into ``folder``; raise InputError if another plan is there."""
    if shard is not None and plan.enough is not None:
        raise InputError("--shard: with [enough] a point's seeds must be lived together; run the study whole")
    if has_plan(folder):
        if not is_plan_of(plan, folder):
            raise InputError(
                f"{folder}: holds another design, or one of another model version; choose another --out"
            )
        if kept_shard(folder) != shard:
            raise InputError(
                f"{folder}: holds {part_of(kept_shard(folder))} of this design, not {part_of(shard)}"
            )
    else:
        replace_file(folder / "design.toml", str(plan.study["design"]))
        replace_file(folder / "problem.json", json.dumps(plan.study["problem"], indent=1))
        keep_shard(folder, shard)
    save_plan(plan, folder)


def _sound_plan(folder: Path, model: str) -> Plan:
    """Return the plan; a damaged one is expanded anew, if that gives the plan that was there."""
    try:
        return load_plan(folder)
    except Damaged:
        document = folder / "design.toml"
        if not document.is_file():
            raise
        restored = expand(Design.read(document), model)
        if not is_plan_of(restored, folder):
            raise
        save_plan(restored, folder)
        return restored


def _check_version(folder: Path, plan: Plan, options: Options) -> None:
    planned = plan.study["version"]
    if plan.study["model"] != options.model:
        raise InputError(
            f"{folder}: was planned for the model {plan.study['model']}: {resuming(folder, str(plan.study['model']))}"
        )
    if planned != code_version(options.model) and not options.other_version:
        raise InputError(
            f"{folder}: made by model version {planned}, this is {code_version(options.model)}; "
            "begin another directory, or mix the two with --other-version"
        )


def _complete(folder: Path, plan: Plan, options: Options) -> Outcome:
    """Run what is pending and put the files together; the directory is locked."""
    store = Store(folder)
    remove_leftovers(folder)
    found = store.contents(plan)
    store.quarantine(found.damaged)
    mine = rows_of(plan, options.shard)
    while True:
        outcome = packed_outcome(store, plan, mine, found.damaged)
        pending = [row for row in outcome.rows if plan.keys[row] not in outcome.over]
        if not _round(folder, plan, pending, options):
            outcome = packed_outcome(store, plan, mine, found.damaged)
            write_receipt(folder, options.command)
            return outcome


def _round(folder: Path, plan: Plan, pending: Sequence[int], options: Options) -> bool:
    """Run the runs of the rows ``pending``; return whether others may be needed by what has come of them."""
    if not pending:
        return False
    options = options._replace(workers=_workers_for(plan, pending, options))
    stop = folder / f".stop-{uuid.uuid4().hex}"
    tasks = tasks_of(folder, plan, pending, options, stop)
    if not options.scheduler:
        if options.workers > 1:
            refuse_unguarded("a study on several workers")
        compile_first(options.quiet)  # before every worker would do so for itself
    try:
        with (
            progress(len(plan.rows), len(plan.rows) - len(pending), options.quiet) as tell,
            closing(_reports(tasks, folder, plan, options)) as reports,
        ):
            for report in reports:
                tell(report.done + report.failed)
    finally:
        stop.unlink(missing_ok=True)
    return plan.enough is not None


def _workers_for(plan: Plan, pending: Sequence[int], options: Options) -> int:
    """Return how many processes the runs of the rows ``pending`` are worth, at most those asked for; say so if fewer.

    What cities of one's own take is not known, and a run under limits may end its process: there all are started.
    """
    asked = options.workers
    limited = options.timeout is not None or options.memory is not None
    own = options.model != STANDARD_MODEL
    if options.scheduler or asked == 1 or (asked and (limited or own)):
        return asked
    work = estimate(plan, list(pending))
    chosen = best_workers(work.seconds, work.runs, asked)
    if chosen < asked and chosen == 1 and not options.quiet:
        print(
            f"{work.runs} runs of about {duration(work.seconds)} together run in this process: "
            f"{asked} workers would take longer to start.",
            file=sys.stderr,
        )
    return chosen


def packed_outcome(store: Store, plan: Plan, rows: Sequence[int], damaged: Sequence[Path]) -> Outcome:
    """Put the files of ``store`` together and return what has come of the runs of ``rows``."""
    contents = store.pack(plan)
    if plan.enough is not None:
        needed = Results(store.folder).needed
        rows = [row for row in rows if needed is None or needed[row]]
    keys = {plan.keys[row] for row in rows}
    done = contents.done & keys
    failures = [failure for key, failure in contents.failures.items() if key in keys - done]
    return Outcome(
        store.folder, len(keys), len(done), failures, damaged, rows, done | {one.run for one in failures}
    )


def rows_of(plan: Plan, shard: Shard | None) -> list[int]:
    """Return the rows of distinct runs that belong to ``shard``: whole files, dealt out in turn."""
    if shard is None:
        return plan.rows
    return [
        row for place, row in enumerate(plan.rows) if place // RUNS_PER_FILE % shard.parts == shard.part - 1
    ]


@contextmanager
def writable(folder: Path, again: str = "") -> Iterator[None]:
    """Turn a disk's refusal into one clear line; of a full one it says how to go on: ``again``, or `going_on`."""
    try:
        yield
    except OSError as error:
        if error.errno not in REFUSALS:
            raise
        hint = ""
        if error.errno in FULL:
            hint = f"; runs already written are kept: make room, then {again or going_on(folder)}"
        raise InputError(f"{folder}: cannot be written ({error.strerror}){hint}") from None


def going_on(folder: Path) -> str:
    """Return what goes on with the work in ``folder``: the command that resumes a study, else the one that began it."""
    try:
        return resuming(folder, str(load_plan(folder).study["model"]))
    except InputError:
        return SAME


def _reports(
    tasks: Sequence[Task], folder: Path, plan: Plan, options: Options
) -> Generator[Report, None, None]:
    """Run ``tasks`` where the options say, yielding reports."""
    if not tasks:
        return
    if options.workers == 1 and not options.scheduler:
        yield from map(run_task, tasks)
        return
    from sim.studies import workers as pool

    count = min(options.workers or os.cpu_count() or 1, len(tasks))
    if options.scheduler:
        chosen = pool.remote_workers(options.scheduler, folder, plan.study["model"])
    else:
        chosen = pool.local_workers(count)
    with chosen as workers:
        yield from pool.run_with(workers, tasks)
