"""The pair: seeds until enough, differences, words."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from sim.answers.pair import FINE_ENOUGH, run_pair
from sim.runs.size import Size
from sim.runs.statistics import paired_difference
from tests.answers.small import OUTCOMES, TINY, lab, pair, question


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
