"""A seed that has no value at some points is not taken for what those points do."""

from __future__ import annotations

import numpy as np
import pytest

from sim.studies.analysis.outcome import FEWEST_WHOLE, Cells, as_cells, seed_effects

POINTS = np.linspace(0.0, 1.0, 20)
SEEDS = np.array([-3.0, 0.5, 4.0])


def cells(values: np.ndarray) -> Cells:
    return as_cells(values, np.full(values.shape, "done"))


def test_what_seeds_add_is_taken_out_where_one_is_missing() -> None:
    """Of a layout without interactions, a seed that fails at high points leaves every mean as it was."""
    whole = POINTS[:, None] + SEEDS[None, :]
    missing = whole.copy()
    missing[POINTS > 0.6, 2] = np.nan
    missing[3, 0] = np.nan
    np.testing.assert_allclose(cells(missing).mean, cells(whole).mean, atol=1e-12)
    np.testing.assert_allclose(seed_effects(missing), SEEDS - SEEDS.mean(), atol=1e-12)
    assert np.corrcoef(POINTS, cells(missing).mean)[0, 1] == pytest.approx(1.0)
    assert np.corrcoef(POINTS, np.nanmean(missing, axis=1))[0, 1] < 0.0  # what plain means would say


def test_points_that_lack_nothing_and_seeds_that_have_nothing_change_nothing() -> None:
    values = np.random.default_rng(1).normal(size=(9, 3))
    np.testing.assert_array_equal(cells(values).mean, values.sum(axis=1) / 3)
    values[:, 1] = np.nan
    np.testing.assert_array_equal(cells(values).mean, (values[:, 0] + values[:, 2]) / 2)
    values[4] = np.nan
    assert np.isnan(cells(values).mean).tolist() == [place == 4 for place in range(9)]


def test_of_few_whole_points_no_effect_is_told() -> None:
    values = POINTS[:6, None] + SEEDS[None, :]
    values[: 6 - FEWEST_WHOLE, 2] = np.nan
    np.testing.assert_allclose(seed_effects(values), SEEDS - SEEDS.mean(), atol=1e-12)
    values[1, 2] = np.nan
    assert seed_effects(values).tolist() == [0.0, 0.0, 0.0]
    assert cells(values).mean[0] == pytest.approx(POINTS[0] + SEEDS[:2].mean())
