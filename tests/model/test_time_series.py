"""What a run leaves behind, on a series small enough to see."""

from __future__ import annotations

import numpy as np
import pytest

from sim.model.time_series import Series
from sim.outcomes import OUTCOMES
from sim.outcomes.measurement import DISTRICT_DIALS


def counted(history: int, weeks: int, filled: int) -> Series:
    """Return a series whose dials all hold the week's number."""
    series = Series(-history, history + weeks, 2)
    for week in range(-history, filled - history):
        series.add(np.full(len(OUTCOMES), float(week)), np.zeros((len(DISTRICT_DIALS), 2)))
    return series


def test_a_year_is_the_mean_of_the_four_weeks_that_end_there() -> None:
    series = counted(10, 110, 120)
    assert series.at_year(1)[0] == np.mean([48, 49, 50, 51])
    assert series.at_year(2)[0] == np.mean([100, 101, 102, 103])
    assert series.at_year(0.25)[0] == np.mean([9, 10, 11, 12])
    assert series.at_end()[0] == np.mean([106, 107, 108, 109])


def test_the_fork_is_the_end_of_the_history() -> None:
    assert counted(10, 20, 30).at_year(0)[0] == np.mean([-4, -3, -2, -1])


@pytest.mark.parametrize("history", [0, 10])
def test_weeks_since_the_fork(history: int) -> None:
    series = counted(history, 20, history + 5)
    assert series.since_fork()[:, 0].tolist() == [0, 1, 2, 3, 4]
    assert series.weeks.tolist() == list(range(-history, 5))


def test_a_year_is_reached_when_its_last_week_is_lived() -> None:
    assert not counted(10, 60, 61).reached(1)
    assert counted(10, 60, 62).reached(1)
    assert not counted(10, 60, 62).reached(0)


def test_a_continued_series_keeps_the_past_and_leaves_the_old_alone() -> None:
    past = counted(6, 0, 6)
    longer = past.continued(3)
    longer.add(np.full(len(OUTCOMES), 7.0), np.zeros((len(DISTRICT_DIALS), 2)))
    assert longer.dials[:7, 0].tolist() == [-6, -5, -4, -3, -2, -1, 7]
    assert len(longer.dials) == 9
    assert np.isnan(longer.dials[7:]).all()
    assert past.filled == 6
