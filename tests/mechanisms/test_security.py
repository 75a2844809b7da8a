"""Officers and crime: by hand (5.11)."""

from __future__ import annotations

import numpy as np
import pytest

from sim.mechanisms import (
    security,
)
from tests.filled_by import filled_by
from tests.parameters_of import parameters_of


def test_officers_are_posted_by_people_and_by_records() -> None:
    people, recorded = np.array([30.0, 10.0, 0.0]), np.array([1.0, 3.0, 0.0])
    assert filled_by(security.post_officers, people, recorded, 8.0, 0.0) == pytest.approx([6.0, 2.0, 0.0])
    assert filled_by(security.post_officers, people, recorded, 8.0, 1.0) == pytest.approx([2.0, 6.0, 0.0])
    assert filled_by(security.post_officers, people, recorded, 8.0, 0.25) == pytest.approx([5.0, 3.0, 0.0])
    assert filled_by(security.post_officers, people, np.zeros(3), 8.0, 1.0) == pytest.approx([6.0, 2.0, 0.0])


def test_crime_by_hand() -> None:
    p = parameters_of(security.MECHANISM, surveillance=0.5, purpose_limit=0.5, predictive_effect=0.1)
    # .6(1.3 − .3)(1 − .3·.15)(1 − .13·.4·.75 − .1·.5·.5)
    expected = 0.6 * 1.0 * 0.955 * (1 - 0.039 - 0.025)
    assert security.crime_of(0.6, 0.5, 1.0, 0.4, p) == pytest.approx(expected)
    heavily = security.crime_of(0.6, 0.5, 10.0, 0.4, p)
    assert heavily == pytest.approx(0.6 * 0.3 * (1 - 0.039 - 0.025))  # patrols never do more than that
