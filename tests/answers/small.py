"""A question small enough for tests: few residents, two years, few seeds; run once, here, one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np

from sim.answers.effort import Effort
from sim.answers.laboratory import Laboratory
from sim.answers.pair import Pair, run_pair
from sim.answers.question import Question, ask
from sim.answers.run_result import Detail
from sim.runs.executor import Executor
from sim.runs.spec import RunSpec, cities_of
from sim.scenario.scenario import load_scenario

TINY = Effort(
    seeds=3,
    least=2,
    lever_seeds=2,
    set_seeds=2,
    points=4,
    point_seeds=2,
    flip_seeds=2,
    fresh_seeds=2,
    steps=2,
)
OUTCOMES = ("wellbeing", "calm", "trust")
CITY = "synthetic:4"


def spec(
    first: str = "emancipatory", second: str = "control", weeks: int = 104, **changed: object
) -> RunSpec:
    """Return a pair of small cities."""
    cities = cities_of({"one": load_scenario(first), "other": load_scenario(second)})
    return RunSpec(cities, city=CITY, residents=200, burn_in=8, weeks=weeks, **changed)  # type: ignore[arg-type]


def question(first: str = "emancipatory", second: str = "control", **asked: object) -> Question:
    """Return what is asked of them: three outcomes at years 1 and 2."""
    return ask(spec(first, second), **{"outcomes": OUTCOMES, "horizons": (1, 2), **asked})  # type: ignore[arg-type]


@cache
def lab() -> Laboratory:
    """Return the laboratory that all tests share, so that each city lives once."""
    return Laboratory(Executor())


@cache
def pair() -> Pair:
    """Return the pair under its seeds."""
    return run_pair(question(), lab(), TINY)


def made_pair(values: np.ndarray, details: Sequence[tuple[Detail, Detail]] = (), **asked: object) -> Pair:
    """Return the pair of a question with given ``values`` (S, 2, Y, K) of wellbeing, calm and trust."""
    seeds = tuple(range(1, len(values) + 1))
    return Pair(
        question(**asked).under(seeds),  # type: ignore[arg-type]
        values,
        tuple(details),
        precise=True,
        failed=(),
        outcomes=OUTCOMES,
    )


def made_detail(months: np.ndarray, **changed: object) -> Detail:
    """Return what the pair is asked for besides, with given ``months`` (M, K), of a city of six residents."""
    still = np.zeros((2, 6), np.float32)
    columns = ("wellbeing", "trust", "harm_weeks", "detention", "tie_count")
    groups = {"hardship": np.array([0, 0, 1, 1, 2, 2]), "opinion": np.array([0, 1, 2, 0, 1, 2])}
    maps = np.zeros((len(months), 9, 2), np.float32)
    made = Detail(months, maps, dict.fromkeys(columns, still), np.array([0, 0, 0, 0, 0, 1]), groups)
    return made._replace(**changed)  # type: ignore[arg-type]
