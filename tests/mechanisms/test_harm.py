"""Who is harmed, and for how long: by hand (5.10b)."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest

from sim.engine.mechanism import key_of
from sim.mechanisms import (
    harm,
)
from sim.model.state import COLUMNS
from tests.parameters_of import parameters_of


def test_appeals_shorten_harm() -> None:
    lengths = [harm.harm_length(parameters_of(harm.MECHANISM, oversight=o)) for o in (0.0, 0.4, 1.0)]
    assert lengths == [52, 42, 26]  # 26(1 − .4) = 15.6 is rounded to 16


def test_hazard_of_harm_by_hand() -> None:
    p = parameters_of(harm.MECHANISM, stigma=0.5)
    # record .6 at a rate of .1, hardship .9: .06·1.2; wrong decisions .02·(.5 + .9)·.3
    assert harm.hazard_of(0.6, 0.9, 0.1, 0.02, 0.3, p) == pytest.approx(0.06 * 1.2 + 0.02 * 1.4 * 0.3)
    assert harm.hazard_of(0.6, 0.0, 0.1, 0.0, 1.0, parameters_of(harm.MECHANISM, stigma=2.0)) == 0.0


def harmed(weeks: int, **columns: float) -> SimpleNamespace:
    """Return the columns after a week of four residents in two districts, ``weeks`` of harm left each."""
    names = harm.MECHANISM.access()
    blank = {name: np.zeros(2 if COLUMNS[name].entity == "district" else 1) for name in names}
    blank |= {name: np.full(4, 0.5, np.float32) for name in ("hardship", "record")}
    blank |= {"district": np.array([0, 0, 1, 1], np.int32), "adopted": np.ones(4, np.uint8)}
    blank["harm_weeks"] = np.full(4, weeks, np.uint8)
    blank["population"][:] = 2.0
    for name, value in columns.items():
        blank[name][:] = value
    params = parameters_of(harm.MECHANISM, oversight=1.0, misuse_harm=0.0)
    harm.MECHANISM.weekly(harm.MECHANISM.view(blank), params, key_of(1), 3)
    return SimpleNamespace(**blank)


def test_a_leak_harms_at_once_and_is_dealt_out_once() -> None:
    c = harmed(0, leak_chance=2.0)  # two leaks of one week: a chance of 1 at half a record
    assert c.harm_weeks.tolist() == [26] * 4
    assert (c.leak_chance[0], c.harmed_share[0]) == (0.0, 1.0)
    assert c.district_harmed.tolist() == [1.0, 1.0]


def test_who_is_harmed_is_not_harmed_anew_until_it_is_over() -> None:
    assert harmed(5, leak_chance=9.0).harm_weeks.tolist() == [4] * 4
    assert harmed(1, leak_chance=9.0).harm_weeks.tolist() == [26] * 4
    assert harmed(1).harm_weeks.tolist() == [0] * 4
