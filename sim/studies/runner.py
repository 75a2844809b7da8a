"""Runner runs in this process, one after another, and writing what came of them."""

from __future__ import annotations

import threading
import traceback
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.city.load import load_city
from sim.files.errors import InputError
from sim.model.city_model import CityModel
from sim.model.warm_up import warm_up
from sim.parameters import Value, is_lever
from sim.runs.branch import BurnIns, branch
from sim.runs.own_model import load_model
from sim.scenario.event import read_event
from sim.scenario.scenario import Scenario
from sim.studies.district import Figures, figures_of
from sim.studies.limits import Limits, OverLimit, Watch
from sim.studies.plan import Plan, Run, load_plan, plan_path
from sim.studies.store import Failure, Store
from sim.studies.version import code_version

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
    """What is kept of a run: its outcomes (weeks, K) and the figures of the plan's district outcomes."""

    outcomes: NDArray[np.float64]
    figures: Figures


class Runner:
    """Lives runs of one plan; runs that share their past live it once."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._model = load_model(plan.study["model"])
        self._context: dict[str, Any] = dict(plan.study["context"])
        self._context["city"] = load_city(str(self._context["city"]))
        if self._context["city"].fingerprint != plan.study["city_fingerprint"]:
            raise InputError(
                f"city {plan.study['context']['city']!r} is not the one this study was planned with"
            )
        self._pasts = BurnIns(1, _forget)
        warm_up()  # compiles, or loads what is compiled, before any run is timed

    def run(self, run: Run, check: Callable[[], None] = lambda: None) -> RunResult:
        """Return what is kept of ``run``, calling ``check`` before every week."""
        settings = self._settings(run, run.settings)
        city = branch(self._past_of(run), _scenario(self._plan, run.scenario), settings, self._model)
        try:
            while city.running:
                check()
                city.step()
            self._check_outcomes(city)
            return RunResult(city.series.since_branch(), figures_of(city.series, self._plan.districts))
        finally:
            _forget(city)

    def _check_outcomes(self, city: CityModel) -> None:
        """Refuse a city that measures something else than its class says, which the plan goes by."""
        if list(city.series.outcomes) != self._plan.outcomes:
            raise InputError(
                f"model {self._plan.study['model']!r}: its cities measure {', '.join(city.series.outcomes)}; "
                "name their mechanisms in the schedule of the class"
            )

    def _past_of(self, run: Run) -> CityModel:
        """Return a city at the branch point that has lived the burn-in of ``run``: levers rule only after it."""
        assumed = {name: value for name, value in run.settings.items() if not is_lever(name)}
        return self._pasts.of(run.past, self._settings(run, assumed), self._model)

    def _settings(self, run: Run, changed: Mapping[str, Value]) -> dict[str, Any]:
        assumptions = self._plan.study["assumptions"][run.assumptions]
        return {"rng": run.seed, "assumptions": assumptions, **self._context, **changed}


def _forget(city: CityModel) -> None:
    """Give a city's memory back now: it is held in circles, and Mesa 3.3 keeps all models with agents."""
    city.__dict__.clear()


def run_task(task: Task) -> Report:
    """Run the runs of ``task`` and write results and failures to its directory.

    Runs with a failure on record are passed over. Raises OSError where results cannot be written.
    """
    store = Store(task.folder)
    plan, runner = _planned(plan_path(Path(task.folder)), threading.get_ident())
    own_version = code_version(plan.study["model"])
    if task.version != own_version:
        raise InputError(f"the program changed under the study: begun by {task.version}, now {own_version}")
    failed_before = store.failed_keys()
    keys: list[str] = []
    results: list[RunResult] = []
    failed = 0
    run: Run | None = None

    def stuck(over: OverLimit) -> None:
        """Save what there is: the process is about to end."""
        if run is not None:
            store.write_failure(Failure(run.key, over.status, over.reason))
        write()

    def write() -> None:
        if keys:
            store.write_runs(
                keys, [one.outcomes for one in results], [one.figures for one in results], plan.outcomes
            )

    try:
        with Watch(task.limits, stuck) as watch:
            for row in task.rows:
                run = plan.run(row)
                if Path(task.stop).exists():
                    break
                if run.key in failed_before:
                    failed += 1
                    continue
                result = _attempt(runner, run, watch)
                if isinstance(result, Failure):
                    store.write_failure(result)
                    failed += 1
                else:
                    keys.append(run.key)
                    results.append(result)
    finally:
        write()  # also when interrupted: what is lived is kept
    return Report(len(keys), failed)


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


def _scenario(plan: Plan, name: str) -> Scenario:
    told = plan.study["scenarios"][name]
    events = tuple(read_event(table) for table in told["events"])
    return Scenario(name, told["levers"], events, off=tuple(told.get("off", ())))


@lru_cache(maxsize=8)
def _planned(path: Path, thread: int) -> tuple[Plan, Runner]:
    """Return the plan at ``path`` and what lives its runs: one for each thread, since it keeps a past."""
    plan = load_plan(path.parent)
    return plan, Runner(plan)
