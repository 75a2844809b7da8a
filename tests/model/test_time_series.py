"""What a run leaves behind, on a series small enough to see."""

from __future__ import annotations

import numpy as np
import pytest

from sim.model.time_series import Series
from sim.outcomes import OUTCOMES
from sim.outcomes.maps import DISTRICT_OUTCOMES


def counted(burn_in: int, weeks: int, filled: int) -> Series:
    """Return a series whose outcomes all hold the week's number."""
    series = Series(-burn_in, burn_in + weeks, 2)
    for week in range(-burn_in, filled - burn_in):
        series.add(np.full(len(OUTCOMES), float(week)), np.zeros((len(DISTRICT_OUTCOMES), 2)))
    return series


def test_a_year_is_the_mean_of_the_four_weeks_that_end_there() -> None:
    series = counted(10, 110, 120)
    assert series.at_year(1)[0] == np.mean([48, 49, 50, 51])
    assert series.at_year(2)[0] == np.mean([100, 101, 102, 103])
    assert series.at_year(0.25)[0] == np.mean([9, 10, 11, 12])
    assert series.at_end()[0] == np.mean([106, 107, 108, 109])


def test_the_fork_is_the_end_of_the_burn_in() -> None:
    assert counted(10, 20, 30).at_year(0)[0] == np.mean([-4, -3, -2, -1])


@pytest.mark.parametrize("burn_in", [0, 10])
def test_weeks_since_the_fork(burn_in: int) -> None:
    series = counted(burn_in, 20, burn_in + 5)
    assert series.since_branch()[:, 0].tolist() == [0, 1, 2, 3, 4]
    assert series.weeks.tolist() == list(range(-burn_in, 5))


def test_a_year_is_reached_when_its_last_week_is_lived() -> None:
    assert not counted(10, 60, 61).reached(1)
    assert counted(10, 60, 62).reached(1)
    assert not counted(10, 60, 62).reached(0)


def test_a_continued_series_keeps_the_past_and_leaves_the_old_alone() -> None:
    branch_point = counted(6, 0, 6)
    longer = branch_point.continued(3)
    longer.add(np.full(len(OUTCOMES), 7.0), np.zeros((len(DISTRICT_OUTCOMES), 2)))
    assert longer.values[:7, 0].tolist() == [-6, -5, -4, -3, -2, -1, 7]
    assert len(longer.values) == 9
    assert np.isnan(longer.values[7:]).all()
    assert branch_point.filled == 6
