"""What ties see: the packed words and sums against plain counts."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sim.engine.tie_slots import EMPTY, LOCAL_SLOTS
from sim.mechanisms import perception
from sim.model.city_model import CityModel


@given(st.lists(st.integers(0, 255), max_size=15))
def test_a_sum_of_words_counts_every_mark(marks: list[int]) -> None:
    total = sum((int(perception.spread(np.uint64(one))) for one in marks), 0)
    for mark in range(8):
        assert perception.count(np.uint64(total), mark) == sum(one >> mark & 1 for one in marks)


def test_residents_of_an_odd_city_see_what_a_plain_count_sees() -> None:
    """300 residents: a full block and part of one; some places are cut off."""
    model = CityModel("control", residents=300, city="synthetic:9", burn_in=0, weeks=60, rng=3).run()
    c = model.columns
    c["outage_weeks"][:3] = 2
    view = perception.MECHANISM.view(c)
    perception.weekly(view, perception.MECHANISM.parameters(model.values), np.uint64(3), 60)
    for i in range(300):
        everybody = [int(j) for j in c["ties"][i] if j != EMPTY]
        cut_off = c["outage_weeks"][c["district"][i]] > 0
        slots = c["ties"][i, :LOCAL_SLOTS] if cut_off else c["ties"][i]
        reached = [int(j) for j in slots if j != EMPTY]
        assert c["adopted_ties"][i] == c["adopted"][everybody].sum()
        assert c["detained_ties"][i] == np.count_nonzero(c["detention"][everybody])
        moods = c["mood"][reached].astype(float)
        np.testing.assert_allclose(c["mood_nearby"][i], moods.mean() if reached else 0.0, atol=2e-7)
        heard = [j for j in reached if c["speaks"][j]]
        same = [j for j in heard if c["opinion"][j] * c["opinion"][i] > 0]
        np.testing.assert_allclose(c["agree"][i], len(same) / len(heard) if heard else 0.5, rtol=1e-6)
        gaps = c["opinion"][heard].astype(float) - float(c["opinion"][i])
        near = gaps[np.abs(gaps) < model.values["bound"]]
        np.testing.assert_allclose(c["opinion_gap"][i], near.mean() if len(near) else 0.0, atol=1e-7)
    assert c["outage_weeks"][c["district"]].any()
    assert not c["outage_weeks"][c["district"]].all()
