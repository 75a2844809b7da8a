"""Under whose assumptions: rows, counts and halves, where what an assumption does is given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from sim.answers.assumptions import assumptions, draw_sample, moved, rows_of, share
from sim.answers.factors import factors
from sim.runs.size import Size
from sim.runs.spec import CitySpec
from sim.runs.statistics import paired_difference
from sim.scenario.scenario import list_assumption_sets, load_assumptions
from tests.answers.ruled import Ruled
from tests.answers.small import TINY, question

ASKED = question(outcomes=("trust", "calm")).under([1, 2, 3])


def chilled(assumed: Mapping[str, Any], seed: int, city: CitySpec) -> float:
    return float(assumed.get("chilling", 0.0)) * (city.label == "one") + 0.001 * seed


@pytest.mark.parametrize(("points", "alike"), [(1, 1), (2, 1), (4, 2), (8, 4)])
def test_half_of_the_sample_has_every_holder_misuse_alike(points: int, alike: int) -> None:
    effort = replace(TINY, points=points, point_seeds=2)
    whole = draw_sample(ASKED, Ruled(chilled), effort)  # type: ignore[arg-type]
    half = draw_sample(ASKED, Ruled(chilled), effort, alike=True)  # type: ignore[arg-type]
    assert (len(whole.readings), len(half.readings)) == (points, alike)
    assert whole.differences.shape == (points, 2, 2, 2)
    assert whole.seeds == half.seeds == (1, 2)
    for full, same in zip(whole.readings[:alike], half.readings, strict=True):
        assert same["chilling"] == full["chilling"]
        assert same["misuse_state"] == same["misuse_platform"] == full["misuse_municipality"]
    expected = [float(reading["chilling"]) for reading in whole.readings]
    np.testing.assert_allclose(whole.differences[:, 0, 1, 1], expected)
    assert not whole.differences[:, :, 0].any()


def test_every_set_has_a_row_and_every_look_is_counted() -> None:
    ruled = Ruled(chilled)
    sample = draw_sample(ASKED, ruled, TINY)  # type: ignore[arg-type]
    alike = draw_sample(ASKED, ruled, TINY, alike=True)  # type: ignore[arg-type]
    found = assumptions(ASKED, ruled, sample, alike, TINY)  # type: ignore[arg-type]
    names = list_assumption_sets()
    for name in names:
        row = found.sets["calm", 2][name]
        lead = float(load_assumptions(name).get("chilling", 0.0))
        assert row.mean == pytest.approx(lead)
        assert row.values == pytest.approx({"one": lead + 0.0015, "other": 0.0015})
        assert row.word is (Size.HIGHER if lead else Size.ABOUT_EQUAL)
    assert found.looks == 4 * (len(names) + 4 + 2)
    assert found.seeds == (1, 2)
    assert found.varied == len(factors(ASKED))
    assert found.sampled["calm", 2].n == 4
    assert found.alike["calm", 2].n == 2
    assert found.as_json("calm", 2)["sampled"]["varied"] == found.varied


def test_rows_are_of_their_year_and_outcome() -> None:
    values = np.random.default_rng(1).normal(0.5, 0.1, (4, 2, 2, 2))
    for (name, year), row in rows_of(ASKED, values).items():
        first, second = (values[:, city, year - 1, ["trust", "calm"].index(name)] for city in (0, 1))
        mean, low, high = (float(end[0]) for end in paired_difference(first[:, None], second[:, None]))
        assert (row.mean, row.low, row.high) == pytest.approx((mean, low, high))
        assert row.values == pytest.approx({"one": first.mean(), "other": second.mean()})
        assert row.as_json()["word"] == row.word.value


@pytest.mark.parametrize(
    ("lead", "shares"),
    [
        (0.25, (1.0, 0.0, 0.0)),
        (-0.25, (0.0, 1.0, 0.0)),
        (0.2499, (0.0, 0.0, 1.0)),
        (-0.2499, (0.0, 0.0, 1.0)),
    ],
)
def test_what_is_just_material_counts(lead: float, shares: tuple[float, float, float]) -> None:
    found = share(np.full((3, 2), lead), material=0.25)
    assert (found.first, found.second, found.close) == shares
    assert (found.n, found.undefined) == (3, 0)


def test_what_is_otherwise_is_counted_against_what_the_question_assumes() -> None:
    chosen = [one for one in factors(ASKED) if one.name in ("chilling", "gain")]
    present = {one.name: one.parameter.default for one in chosen}
    assert moved(ASKED, present, chosen) == ()
    assert moved(ASKED, present | {"gain": 0.123}, chosen) == ("gain",)
    assert moved(ASKED, {"gain": 0.123}, chosen) == ("gain",)
    held = question(locked=(("gain", 0.123),))
    assert moved(held, {"gain": 0.123}, chosen) == ()
