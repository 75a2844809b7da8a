"""Months are means of four whole weeks."""

from __future__ import annotations

import numpy as np
import pytest

from sim.runs.months import by_month, month_of


def test_a_month_is_the_mean_of_four_weeks_and_what_is_no_whole_month_is_left_out() -> None:
    weekly = np.arange(2 * 10 * 3, dtype=float).reshape(2, 10, 3)
    months = by_month(weekly)
    assert months.shape == (2, 2, 3)
    assert months[1, 1].tolist() == weekly[1, 4:8].mean(axis=0).tolist()


@pytest.mark.parametrize(("week", "month"), [(0, 0), (1, 0), (4, 0), (5, 1), (520, 129)])
def test_a_week_lies_in_the_month_that_it_completes(week: int, month: int) -> None:
    assert month_of(week) == month
