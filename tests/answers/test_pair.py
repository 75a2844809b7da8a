"""The pair: seeds until enough, differences, words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
import pytest

from sim.answers.effort import Effort
from sim.answers.pair import FINE_ENOUGH, as_json, run_pair
from sim.answers.run_result import RunResult
from sim.files.errors import InputError
from sim.runs.run_error import RunError
from sim.runs.size import Size
from sim.runs.spec import RunSpec
from sim.runs.statistics import paired_difference
from tests.answers.small import OUTCOMES, TINY, lab, made_detail, made_pair, pair, question


def test_differences_are_paired_by_seed() -> None:
    found = pair()
    place = found.place("trust")
    expected = paired_difference(found.values[:, 0, 1, [place]], found.values[:, 1, 1, [place]])
    gap = found.gaps()["trust", 2]
    assert (gap.mean, gap.low, gap.high) == tuple(float(end[0]) for end in expected)
    assert gap.mean == pytest.approx(gap.values["one"] - gap.values["other"])
    assert gap.undefined == 0


def test_every_look_is_there() -> None:
    assert set(pair().gaps()) == {(name, year) for name in OUTCOMES for year in (1, 2)}


def test_a_city_against_itself_does_not_differ() -> None:
    found = run_pair(question("control", "control"), lab(), TINY)
    for gap in found.gaps().values():
        assert (gap.mean, gap.low, gap.high) == (0.0, 0.0, 0.0)
        assert gap.word is Size.ABOUT_EQUAL
        assert not gap.sure
    assert found.precise


def test_it_stops_at_the_most_seeds_and_says_so() -> None:
    found = pair()
    widths = [(gap.high - gap.low) / 2 for (name, _), gap in found.gaps().items() if name == "wellbeing"]
    assert max(widths) > FINE_ENOUGH * 0.01  # three seeds of 200 residents cannot be precise
    assert not found.precise
    assert found.seeds == (1, 2, 3)


def test_undefined_values_are_counted_and_never_a_word() -> None:
    found = pair()
    values = found.values.copy()
    values[1, 0, :, found.place("calm")] = np.nan
    gap = replace(found, values=values).gaps()["calm", 2]
    assert gap.undefined == 1
    assert gap.word is Size.UNDEFINED
    assert not gap.sure


def test_what_is_sure_is_so_among_all_that_is_shown() -> None:
    """A difference beyond its interval on its own (p = .04) is not sure among six."""
    found = pair()
    noise = np.array([1.0, -1.0, 1.0, -1.0, 1.0, -1.0]) / np.sqrt(1.2)  # mean 0, standard deviation 1
    values = np.zeros((6, 2, 2, found.values.shape[3]))
    values[:, 0] += noise[:, None, None]
    values[:, 0, 0, found.place("calm")] += 2.75 / np.sqrt(
        6
    )  # Student's t of p = .04 with 5 degrees of freedom
    gap = replace(found, values=values).gaps()["calm", 1]
    assert gap.word is Size.HIGHER
    assert not gap.sure
    values[:, 0, 0, found.place("calm")] += 10.0
    assert replace(found, values=values).gaps()["calm", 1].sure


@pytest.mark.parametrize("true", [0.0, 0.004])
def test_coverage_of_the_band_when_seeds_stop_once_fine(true: float) -> None:
    """Stopping at a narrow band must not make it cover much less than nine times in ten."""
    rng = np.random.default_rng(11)
    material, sd, covered, experiments = 0.01, 0.004, 0, 3_000
    for draws in rng.normal(true, sd, (experiments, 12)):
        for number in (4, 8, 12):
            _, low, high = (
                float(end[0]) for end in paired_difference(draws[:number, None], np.zeros((number, 1)))
            )
            if (high - low) / 2 <= FINE_ENOUGH * material:
                break
        covered += low <= true <= high
    assert covered / experiments > 0.86


def test_every_figure_is_of_its_outcome_and_its_year() -> None:
    """Three seeds, two years, three outcomes; no number stands twice."""
    values = np.random.default_rng(2).normal(0.5, 0.1, (3, 2, 2, 3))
    asked = made_pair(values, outcomes=("trust", "calm"))
    for (name, year), gap in asked.gaps().items():
        first, second = (values[:, city, year - 1, OUTCOMES.index(name)] for city in (0, 1))
        mean, low, high = (float(end[0]) for end in paired_difference(first[:, None], second[:, None]))
        assert gap.values == pytest.approx({"one": first.mean(), "other": second.mean()})
        assert (gap.mean, gap.low, gap.high) == pytest.approx((mean, low, high))
        assert gap.correlation == pytest.approx(np.corrcoef(first, second)[0, 1])
        assert gap.undefined == 0
    assert list(asked.gaps()) == [("trust", 1), ("calm", 1), ("trust", 2), ("calm", 2)]


def test_a_horizon_alone_is_its_own_year() -> None:
    values = np.zeros((2, 2, 2, 3))
    values[:, 0, 1] = 1.0
    assert made_pair(values, horizons=(2,)).gaps()["calm", 2].mean == 1.0
    assert made_pair(values, horizons=(1,)).gaps()["calm", 1].mean == 0.0


def test_documents_say_null_where_nothing_is_defined() -> None:
    values = np.full((3, 2, 2, 3), [[[[0.5]], [[0.25]]]])
    values[:2, 0, 0, 1] = np.nan
    gaps = made_pair(values).gaps()
    assert as_json(gaps["calm", 1]) == {
        "mean": None,
        "low": None,
        "high": None,
        "word": "undefined",
        "sure": False,
        "correlation": None,
        "undefined": 2,
    }
    told = as_json(gaps["calm", 2])
    assert (told["mean"], told["low"], told["high"], told["word"]) == (0.25, 0.25, 0.25, "higher")
    assert told["sure"] is True


class Told:
    """A laboratory in which calm is told by a function of seed and city, all else is the same everywhere."""

    def __init__(
        self, calm: Callable[[int, int], float | None], measured: tuple[str, ...] = OUTCOMES
    ) -> None:
        self.calm = calm
        self.measured = measured
        self.asked: list[tuple[int, ...]] = []
        self.failures: list[str] = []

    def results(
        self, specs: Sequence[RunSpec], years: int, detailed: bool = False
    ) -> list[list[tuple[RunResult | None, ...]]]:
        (spec,) = specs
        self.asked.append(spec.seeds)
        return [[tuple(self.one(seed, city, years) for city in (0, 1)) for seed in spec.seeds]]

    def one(self, seed: int, city: int, years: int) -> RunResult | None:
        calm = self.calm(seed, city)
        if calm is None:
            return None
        levels = np.full((years + 1, 3), 0.5)  # a year more than asked for was kept from before
        levels[:, 1] = calm
        return RunResult(self.measured, levels, made_detail(levels))


def erratic(seed: int, city: int) -> float:
    return 0.5 + (0.4 * (-1) ** seed if city == 0 else 0.0)


@pytest.mark.parametrize(
    ("effort", "numbers"),
    [
        (Effort(seeds=7, least=2), [2, 4, 7]),
        (Effort(seeds=12, least=3), [3, 6, 12]),
        (Effort(seeds=2, least=4), [2]),
    ],
)
def test_seeds_are_doubled_from_the_first_on_until_the_most(effort: Effort, numbers: list[int]) -> None:
    told = Told(erratic)
    found = run_pair(question().under([5]), told, effort)  # type: ignore[arg-type]
    assert told.asked == [tuple(range(5, 5 + number)) for number in numbers]
    assert not found.precise
    assert found.seeds == told.asked[-1]
    assert found.values.shape == (numbers[-1], 2, 2, 3)
    assert found.failed == ()


@pytest.mark.parametrize(("half", "precise"), [(0.2499, True), (0.2501, False)])
def test_a_band_of_a_quarter_of_what_is_material_is_fine(half: float, precise: bool) -> None:
    """Two seeds apart by 2 s have a band of Student's t, 6.3138, times s either way; material is .01."""
    apart = half * 0.01 / 6.313751514675043
    told = Told(lambda seed, city: 0.5 + (apart * (-1) ** seed if city == 0 else 0.0))
    found = run_pair(question(), told, Effort(seeds=2, least=2))  # type: ignore[arg-type]
    assert found.precise == precise


def test_no_more_seeds_once_bands_are_fine() -> None:
    told = Told(lambda seed, city: 0.5 + 1e-6 * seed * city)
    assert run_pair(question(), told, Effort(seeds=8, least=2)).precise  # type: ignore[arg-type]
    assert told.asked == [(1, 2)]


def test_what_is_undefined_asks_for_no_more_seeds() -> None:
    found = run_pair(question(), Told(lambda seed, city: np.nan), Effort(seeds=8, least=2))  # type: ignore[arg-type]
    assert (found.seeds, found.precise) == ((1, 2), True)


def test_a_seed_that_failed_in_one_city_is_in_no_mean() -> None:
    told = Told(lambda seed, city: None if (seed, city) == (2, 1) else float(seed) + city)
    found = run_pair(question(), told, Effort(seeds=4, least=4))  # type: ignore[arg-type]
    assert (found.seeds, found.failed) == ((1, 3, 4), (2,))
    assert found.values[:, :, 1, 1].tolist() == [[1.0, 2.0], [3.0, 4.0], [4.0, 5.0]]
    assert [both[1].months[0, 1] for both in found.details] == [2.0, 4.0, 5.0]


def test_one_seed_is_too_few_and_two_are_enough() -> None:
    told = Told(lambda seed, city: None if seed > 1 else 0.5)
    with pytest.raises(RunError, match="the seeds end here"):
        run_pair(question(), told, Effort(seeds=3, least=3))  # type: ignore[arg-type]
    told.failures += ["seed 2: first", "seed 3: last"]
    with pytest.raises(RunError, match="seed 3: last"):
        run_pair(question(), told, Effort(seeds=3, least=3))  # type: ignore[arg-type]
    told.calm = lambda seed, city: None if seed > 2 else 0.5
    assert run_pair(question(), told, Effort(seeds=3, least=3)).seeds == (1, 2)  # type: ignore[arg-type]


def test_an_outcome_that_these_cities_do_not_measure_is_refused() -> None:
    told = Told(lambda seed, city: 0.5, ("wellbeing", "calm", "agency"))
    with pytest.raises(InputError, match="outcome 'trust' is not measured in these cities"):
        run_pair(question(), told, TINY)  # type: ignore[arg-type]
