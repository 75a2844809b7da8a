"""What a mechanism's absence changes, and which changes are material."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from sim.answers.ablation import Ablation, ablation
from sim.model.schedule import ORDER
from sim.outcomes import OUTCOMES as DECLARED
from sim.runs.replications import END
from sim.runs.run_error import RunError
from sim.runs.spec import RunSpec
from tests.answers.small import spec


def test_a_change_of_what_is_material_or_more_is_material() -> None:
    least = DECLARED["calm"].material
    whole = np.zeros((1, 2, 3))
    changed = np.array([[[0.5 * least, least, 3.0 * least], [-0.5 * least, -least, -3.0 * least]]])
    found = Ablation(spec(), ("calm",) * 3, whole, {"trust": changed})
    assert found.material("trust").tolist() == [[False, True, True]] * 2


def test_changes_are_means_over_seeds_in_units_of_display() -> None:
    whole = np.array([[[0.2, 0.5], [0.4, np.nan]], [[0.4, 0.5], [0.4, 0.1]]])
    found = Ablation(spec(), ("calm", "wellbeing"), whole, {"trust": whole + np.array([0.1, -0.2])})
    told = found.as_json()
    scale = [DECLARED[name].scale for name in ("calm", "wellbeing")]
    assert told["whole"][0] == pytest.approx([0.3 * scale[0], 0.5 * scale[1]])
    assert told["whole"][1] == [pytest.approx(0.4 * scale[0]), None]
    assert told["changes"]["trust"][0] == pytest.approx([0.1 * scale[0], -0.2 * scale[1]])
    assert told["changes"]["trust"][1] == [pytest.approx(0.1 * scale[0]), None]
    assert (told["seeds"], told["weeks"], told["cities"]) == (2, 104, ["one", "other"])


def replicated(failed: str = "") -> Callable[[RunSpec, bool], Any]:
    """Return what runs nothing: the k-th outcome of the c-th city under seed s is 1,000 s + 100 c + k."""

    def replicate(spec: RunSpec, quiet: bool) -> Any:
        one = SimpleNamespace(seed=7, failure=failed)
        runs = [
            SimpleNamespace(
                results=[
                    SimpleNamespace(years={END: 1_000.0 * seed + 100 * c + np.arange(len(DECLARED))})
                    for c in range(len(spec.cities))
                ]
            )
            for seed in spec.seeds
        ]
        return SimpleNamespace(failed=[one] if failed else [], completed=runs)

    return replicate


def test_every_mechanism_has_its_own_cities_in_the_order_of_the_schedule(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sim.answers.ablation.replicate", replicated())
    found = ablation(spec().under([1, 2]), ("trust", "calm"))
    places = np.array([list(DECLARED).index(name) for name in ("trust", "calm")])
    seeds = np.array([1_000.0, 2_000.0])[:, None, None]
    np.testing.assert_array_equal(found.whole, seeds + np.array([[0], [100]]) + places)
    assert list(found.without) == [mechanism.name for mechanism in ORDER]
    for place, values in enumerate(found.without.values(), 1):
        cities = 100 * np.array([[2 * place], [2 * place + 1]])
        np.testing.assert_array_equal(values, seeds + cities + places)


def test_a_mechanism_off_already_stays_off_and_is_not_named_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[RunSpec] = []

    def replicate(spec: RunSpec, quiet: bool) -> Any:
        seen.append(spec)
        return replicated()(spec, quiet)

    monkeypatch.setattr("sim.answers.ablation.replicate", replicate)
    last = ORDER[-1].name
    resting = spec().cities[0]._replace(off=(last,))
    ablation(replace(spec(), cities=(resting, spec().cities[1])), ("calm",))
    off = [city.off for city in seen[0].cities]
    assert off[:2] == [(last,), ()]
    assert off[2:4] == [(last, ORDER[0].name), (ORDER[0].name,)]
    assert off[-2:] == [(last,), (last,)]


def test_a_failed_run_is_told_with_its_seed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sim.answers.ablation.replicate", replicated("no memory"))
    with pytest.raises(RunError, match="seed 7: no memory"):
        ablation(spec(), ("calm",))
