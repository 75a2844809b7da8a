"""Systems that fail, spread and leak: by hand (5.7)."""

from __future__ import annotations

from math import exp, tanh

import numpy as np
import pytest

from sim.mechanisms import (
    complexity,
)
from tests.parameters_of import parameters_of


def test_complexity_by_hand() -> None:
    p = parameters_of(
        complexity.MECHANISM,
        own_commons=0.5,
        own_municipality=0.5,
        own_residents=0,
        own_platform=0,
        own_state=0,
        openness=0.5,
        automation=0.7,
        oversight=0.5,
    )
    # two owners: spread .7 + .3(2/5 + .5) = .97; .1·20·1·.97·.6/(.6 + .4)
    assert complexity.complexity_of(20.0, 0.6, p) == pytest.approx(1.164)


def test_complexity_is_never_negative() -> None:
    p = parameters_of(complexity.MECHANISM, federation=-0.7, openness=1.0)
    assert complexity.complexity_of(20.0, 0.6, p) == 0.0


def test_cascades_follow_borel() -> None:
    half = exp(-0.5)  # P(1) = e^−λ = .607, P(2) = λe^−2λ = .184, P(3) = 3/2·λ²e^−3λ = .084
    edges = [half, half + 0.5 * half**2, half + 0.5 * half**2 + 1.5 * 0.25 * half**3]
    for n, edge in enumerate(edges, 1):
        assert complexity.cascade_size(edge - 1e-9, 0.5, 16) == n
        assert complexity.cascade_size(edge + 1e-9, 0.5, 16) == n + 1
    assert complexity.cascade_size(0.999999999, 0.9, 16) == 16
    assert complexity.cascade_size(0.5, 0.0, 16) == 1


def test_an_outage_spreads_breadth_first_over_neighbours() -> None:
    # a line of 16 districts: from district 8 the first five are 8, 7, 9, 6, 10
    lists = [[d for d in (k - 1, k + 1) if 0 <= d < 16] for k in range(16)]
    offsets = np.cumsum([0, *map(len, lists)])
    p = parameters_of(complexity.MECHANISM, coupling=0.9, automation=1.0, oversight=0.0)
    u = next(u for u in np.linspace(0.3, 0.99, 2000) if complexity.cascade_size(u, 0.9, 16) == 5)
    weeks = np.zeros(16)
    assert complexity.outage(weeks, offsets, np.concatenate(lists), u, 8.5 / 16, p) == 5
    assert np.flatnonzero(weeks).tolist() == [6, 7, 8, 9, 10]
    assert set(weeks[6:11]) == {8.0}


def test_an_outage_stops_where_no_neighbour_is_left() -> None:
    p = parameters_of(complexity.MECHANISM, coupling=0.9, automation=1.0, oversight=0.0)
    weeks = np.zeros(3)
    assert complexity.outage(weeks, np.zeros(4, np.int64), np.zeros(0, np.int64), 0.9999, 0.5, p) == 1
    assert weeks.tolist() == [0.0, 8.0, 0.0]


SPREAD = {
    "own_residents": 0.2,
    "own_commons": 0.2,
    "own_municipality": 0.3,
    "own_platform": 0.1,
    "own_state": 0.2,
}


@pytest.mark.parametrize(
    ("u", "store"),
    [(0.19, 0.2 * 0.1), (0.21, 0.2 * 0.5), (0.41, 0.3), (0.69, 0.3), (0.71, 0.1), (0.79, 0.1), (0.81, 0.2)],
)
def test_a_leak_opens_one_store_of_one_holder(u: float, store: float) -> None:
    assert complexity.store_hit(u, parameters_of(complexity.MECHANISM, **SPREAD)) == pytest.approx(store)


def test_a_breach_is_remembered_and_harms_by_the_size_of_the_store() -> None:
    p = parameters_of(complexity.MECHANISM, oversight=0.4, **SPREAD)
    memory, leak_chance = np.array([0.1]), np.array([0.01])
    complexity.breach(memory, leak_chance, 0.5, 0.5, p)  # the municipality's .3
    assert memory[0] == pytest.approx(0.1 + 4 * 0.05 * 0.5 * 0.3 * 0.8)
    assert leak_chance[0] == pytest.approx(0.01 + 0.15 * 0.3 * 0.8)


def test_noise_on_each_device_hides_from_who_opens_a_store() -> None:
    p = parameters_of(complexity.MECHANISM, oversight=0.4, epsilon=1, curator="local", **SPREAD)
    memory, leak_chance = np.array([0.0]), np.array([0.0])
    complexity.breach(memory, leak_chance, 0.5, 0.5, p)
    assert leak_chance[0] == pytest.approx(0.15 * 0.3 * 0.8 * tanh(0.5))


def test_incidents_saturate_and_machines_watch_machines() -> None:
    p = parameters_of(complexity.MECHANISM, automation=0.5)
    assert complexity.incident_hazard(4.0, 0.0, p) == pytest.approx(0.4 * 4 / 2)
    assert complexity.incident_hazard(1.0, 0.8, p) == pytest.approx(0.4 * 0.8 * (1 - 0.5 * 0.5 * 0.8))
