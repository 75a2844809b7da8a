"""Runner runs in this process, one after another, and writing what came of them."""

from __future__ import annotations

import threading
import traceback
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.city.load import load_city
from sim.files.errors import InputError
from sim.model.city_model import CityModel
from sim.model.resident import residents_frame
from sim.model.uneventful import weeks_between_looks
from sim.model.warm_up import warm_up
from sim.parameters import Value
from sim.runs.branch import BurnIns, branch
from sim.runs.own_model import load_model
from sim.studies.change import is_special, scenario_of
from sim.studies.district import Figures, figures_of
from sim.studies.limits import Limits, OverLimit, Watch
from sim.studies.plan import Plan, Run, burnt_in, load_plan, plan_path
from sim.studies.store import Failure, Store
from sim.studies.version import code_version

if TYPE_CHECKING:
    import pandas as pd

LONGEST_REASON = 500


class Task(NamedTuple):
    """Rows of the plan in ``folder`` to run in one go, by the program of ``version``.

    A file ``stop`` ends it after the present run.
    """

    folder: str
    rows: Sequence[int]
    limits: Limits
    stop: str
    version: str


class Report(NamedTuple):
    """What came of a task."""

    done: int
    failed: int


class RunResult(NamedTuple):
    """What is kept of a run: its outcomes (weeks, K), district figures, and residents by week."""

    outcomes: NDArray[np.float64]
    figures: Figures
    snapshots: Mapping[int, pd.DataFrame]


class Runner:
    """Runs the runs of one plan; those that share their burn-in run it once."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._model = load_model(plan.study["model"])
        study = plan.study
        self._context: dict[str, Any] = dict(study["context"])
        planned = {str(study["context"]["city"]): study["city_fingerprint"], **study["cities"]}
        self._cities = {name: load_city(name) for name in planned}
        for name, city in self._cities.items():
            if city.fingerprint != planned[name]:
                raise InputError(f"city {name!r} is not the one this study was planned with")
        self._kept = [plan.measured.index(name) for name in plan.outcomes]
        self._burn_ins = BurnIns(1, _forget)
        warm_up()  # compiles, or loads what is compiled, before any run is timed

    def run(self, run: Run, check: Callable[[], None] = lambda: None) -> RunResult:
        """Return what is kept of ``run``, calling ``check`` before every week, or piece of a fortieth of a second."""
        settings = self._settings(run, run.settings)
        scenario = scenario_of(self._plan.study, run.scenario, run.settings)
        city = branch(self._burnt_in_for(run), scenario, settings, self._model)
        snapshots: dict[int, pd.DataFrame] = {}
        try:
            while city.running:
                check()
                city.run(self._piece(city))
                if city.week - 1 in self._plan.snapshots:
                    snapshots[city.week - 1] = residents_frame(city.columns, city.composition.columns)
            self._check_outcomes(city)
            first, end = self._plan.period
            outcomes = city.series.since_branch()[first:end, self._kept]
            return RunResult(outcomes, figures_of(city.series, self._plan.districts), snapshots)
        finally:
            _forget(city)

    def _piece(self, city: CityModel) -> int:
        """Return how many weeks of ``city`` are run before the next look, up to a snapshot at most."""
        return min(
            [
                weeks_between_looks(city),
                *(week + 1 - city.week for week in self._plan.snapshots if week >= city.week),
            ]
        )

    def _check_outcomes(self, city: CityModel) -> None:
        """Refuse a city that measures something else than its class says, which the plan goes by."""
        if list(city.series.outcomes) != self._plan.measured:
            raise InputError(
                f"model {self._plan.study['model']!r}: its cities measure {', '.join(city.series.outcomes)}; "
                "name their mechanisms in the schedule of the class"
            )

    def _burnt_in_for(self, run: Run) -> CityModel:
        """Return a city at the branch point that has lived the burn-in of ``run``: levers rule only after it."""
        return self._burn_ins.of(run.burn_in_key, self._settings(run, burnt_in(run.settings)), self._model)

    def _settings(self, run: Run, changed: Mapping[str, Value]) -> dict[str, Any]:
        assumptions = self._plan.study["assumptions"][run.assumptions]
        context = self._context | {name: changed[name] for name in self._context if name in changed}
        context["city"] = self._cities[str(context["city"])]
        named = {name: value for name, value in changed.items() if not is_special(name)}
        return {"rng": run.seed, "assumptions": assumptions, **context, **named}


def _forget(city: CityModel) -> None:
    """Give a city's memory back now: it is held in circles, and Mesa 3.3 keeps all models with agents."""
    city.__dict__.clear()


class _Batch:
    """The runs of a task: their results, kept until they are written together, and how many failed."""

    def __init__(self, store: Store, plan: Plan) -> None:
        self._store = store
        self._plan = plan
        self._results: list[RunResult] = []
        self.keys: list[str] = []
        self.failed = 0
        self.under_way: Run | None = None

    def take(self, run: Run, result: RunResult | Failure) -> None:
        """Keep what came of ``run``."""
        if isinstance(result, Failure):
            self._store.write_failure(result)
            self.failed += 1
            return
        if result.snapshots:  # before the run counts as done
            self._store.write_snapshot(run.key, result.snapshots)
        self.keys.append(run.key)
        self._results.append(result)

    def write(self) -> None:
        """Write the results."""
        if self.keys:
            outcomes, figures = ([getattr(one, n) for one in self._results] for n in ("outcomes", "figures"))
            self._store.write_runs(self.keys, outcomes, figures, self._plan.outcomes, self._plan.period[0])

    def stuck(self, over: OverLimit) -> None:
        """Save what there is: the process is about to end."""
        if self.under_way is not None:
            self._store.write_failure(Failure(self.under_way.key, over.status, over.reason))
        self.write()


def run_task(task: Task) -> Report:
    """Run the runs of ``task`` and write results and failures to its directory.

    Runs with a failure on record are passed over. Raises OSError where results cannot be written.
    """
    store = Store(task.folder)
    plan, runner = _planned(plan_path(Path(task.folder)), threading.get_ident())
    _check_version(task, plan)
    batch, failed_before = _Batch(store, plan), store.failed_keys()
    try:
        with Watch(task.limits, batch.stuck) as watch:
            for row in task.rows:
                run = batch.under_way = plan.run(row)
                if Path(task.stop).exists():
                    break
                if run.key in failed_before:
                    batch.failed += 1
                else:
                    batch.take(run, _attempt(runner, run, watch))
    finally:
        batch.write()  # also when interrupted: what has been run is kept
    return Report(len(batch.keys), batch.failed)


def _check_version(task: Task, plan: Plan) -> None:
    own = code_version(plan.study["model"])
    if task.version != own:
        raise InputError(f"the program changed under the study: begun by {task.version}, now {own}")


def _attempt(runner: Runner, run: Run, watch: Watch) -> RunResult | Failure:
    try:
        with watch.over():
            return runner.run(run, watch.check)
    except OverLimit as over:
        return Failure(run.key, over.status, over.reason)
    except MemoryError:
        return Failure(run.key, "failed", "ran out of memory")
    except Exception as error:
        return Failure(run.key, "failed", _reason(error))


def _reason(error: Exception) -> str:
    """Return what went wrong, and where, on one line."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f" ({Path(frames[-1].filename).name}, line {frames[-1].lineno})" if frames else ""
    words = " ".join(str(error).split())[:LONGEST_REASON]
    return f"{type(error).__name__}: {words}{place}"


@lru_cache(maxsize=8)
def _planned(path: Path, thread: int) -> tuple[Plan, Runner]:
    """Return the plan at ``path`` and what runs its runs: one for each thread, since it keeps burn-ins."""
    plan = load_plan(path.parent)
    return plan, Runner(plan)
