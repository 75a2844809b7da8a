"""What a laboratory sends to its workers, by hand: parts, progress, what is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from sim.answers import laboratory as module
from sim.answers import run_result
from sim.answers.laboratory import CITIES_AT_ONCE, Laboratory, Stopped
from sim.answers.run_result import RunRequest, RunResult, run_cities
from sim.model.city_model import CityModel
from sim.runs import branch
from sim.runs.branch import BurnIns, burn_in
from sim.runs.executor import never
from sim.runs.spec import RunSpec
from tests.answers.small import OUTCOMES, made_detail, spec

Answer = tuple[tuple[RunResult, ...], str]


class Sent:
    """An executor that runs nothing: it answers with the surveillance of each city in every year."""

    def __init__(self, fails: Callable[[RunRequest], Answer | None] = lambda request: None) -> None:
        self.fails = fails
        self.requests: list[RunRequest] = []

    def run(self, work: object, requests: Sequence[RunRequest]) -> Iterator[Any]:
        for request in requests:
            self.requests.append(request)
            result, failure = self.fails(request) or (tuple(self.one(request)), "")
            yield SimpleNamespace(item=request, result=result, failure=failure)

    def one(self, request: RunRequest) -> Iterator[RunResult]:
        for city in request.spec.cities:
            years = np.full((request.years, 3), float(dict(city.levers)["surveillance"]))
            yield RunResult(OUTCOMES, years, made_detail(years) if request.detailed else None)


def watched(number: int) -> RunSpec:
    """Return so many cities that differ in surveillance, under one seed."""
    first = spec().cities[0]
    cities = [
        first._replace(
            label=str(place), levers=tuple((dict(first.levers) | {"surveillance": place / 100}).items())
        )
        for place in range(number)
    ]
    return replace(spec(), cities=tuple(cities), seeds=(1,))


@pytest.mark.parametrize(("cities", "parts"), [(2, [2]), (8, [8]), (9, [8, 1]), (20, [8, 8, 4])])
def test_eight_cities_of_one_burn_in_go_to_one_worker(cities: int, parts: list[int]) -> None:
    heard: list[tuple[int, int]] = []
    sent = Sent()
    lab = Laboratory(sent, tell=lambda *told: heard.append(told))  # type: ignore[arg-type]
    (found,) = lab.values([watched(cities)], 2, ["trust"])
    assert CITIES_AT_ONCE == 8
    assert [len(request.spec.cities) for request in sent.requests] == parts
    assert heard == [(sum(parts[: place + 1]), cities) for place in range(len(parts))]
    assert found.shape == (1, cities, 2, 1)
    assert found[0, :, 1, 0].tolist() == [place / 100 for place in range(cities)]
    assert lab.runs == cities


def test_what_is_kept_serves_as_many_years_and_no_more() -> None:
    sent = Sent()
    lab = Laboratory(sent)  # type: ignore[arg-type]
    for years, runs in ((2, 2), (1, 2), (2, 2), (3, 4), (3, 4)):
        (found,) = lab.values([watched(2)], years, OUTCOMES)
        assert found.shape == (1, 2, years, 3)
        assert lab.runs == runs


def test_details_are_run_for_once() -> None:
    sent = Sent()
    lab = Laboratory(sent)  # type: ignore[arg-type]
    lab.values([watched(2)], 1, OUTCOMES)
    assert [request.detailed for request in sent.requests] == [False]
    ((both,),) = lab.results([watched(2)], 1, detailed=True)
    assert [one.detail is not None for one in both if one] == [True, True]
    lab.results([watched(2)], 1, detailed=True)
    lab.values([watched(2)], 1, OUTCOMES)
    assert [request.detailed for request in sent.requests] == [False, True]


def test_a_run_that_failed_is_told_and_undefined() -> None:
    sent = Sent(lambda request: ((), "ran away") if request.spec.seed == 2 else None)
    lab = Laboratory(sent)  # type: ignore[arg-type]
    (found,) = lab.values([watched(2).under([1, 2, 3])], 2, ["calm", "trust"])
    assert found.shape == (3, 2, 2, 2)
    assert np.isnan(found).any(axis=(1, 2, 3)).tolist() == [False, True, False]
    assert np.isnan(found[1]).all()
    assert (lab.failures, lab.runs) == (["seed 2: ran away"], 4)


def test_an_empty_answer_is_a_stop() -> None:
    sent = Sent(lambda request: ((), "") if request.spec.seed == 2 else None)
    lab = Laboratory(sent)  # type: ignore[arg-type]
    with pytest.raises(Stopped):
        lab.values([watched(2).under([1, 2, 3])], 1, OUTCOMES)
    assert lab.runs == 2


@pytest.mark.parametrize(
    ("kind", "workers", "cores", "opened"),
    [
        ("auto", 1, 8, ("serial", 1)),
        ("auto", 2, 1, ("processes", 2)),
        ("auto", 0, 4, ("processes", 4)),
        ("auto", 0, 1, ("serial", 1)),
        ("auto", 0, None, ("serial", 1)),
        ("threads", 1, 8, ("threads", 1)),
        ("serial", 3, 8, ("serial", 3)),
    ],
)
def test_workers_are_as_asked_for_or_one_a_core(
    kind: Any, workers: int, cores: int | None, opened: tuple[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    found: list[tuple[str, int]] = []

    @contextmanager
    def executor(chosen: str, size: int) -> Iterator[Sent]:
        found.append((chosen, size))
        yield Sent()

    monkeypatch.setattr(module, "executor", executor)
    monkeypatch.setattr("os.cpu_count", lambda: cores)
    with module.laboratory(kind, workers) as lab:
        assert lab.runs == 0
    assert found == [opened]


def test_the_second_part_of_a_seed_comes_after_the_first_of_all() -> None:
    sent = Sent()
    lab = Laboratory(sent)  # type: ignore[arg-type]
    lab.values([replace(watched(10), seeds=(1, 2))], 1, ["trust"])
    assert [(one.spec.seed, len(one.spec.cities)) for one in sent.requests] == [
        (1, 8),
        (2, 8),
        (1, 2),
        (2, 2),
    ]


def test_requests_of_one_seed_share_its_burn_in_and_find_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    lived: list[int] = []

    def counted(settings: Mapping[str, Any], model: type[CityModel] = CityModel) -> CityModel:
        lived.append(settings["rng"])
        return burn_in(settings, model)

    one, other = (replace(spec(weeks=52), cities=(city,)) for city in spec().cities)
    alone = [run_cities(RunRequest(some, 1, False), never)[0].years for some in (one, other)]
    monkeypatch.setattr(branch, "burn_in", counted)
    monkeypatch.setattr(run_result, "_BURN_INS", BurnIns(2))
    shared = [run_cities(RunRequest(some, 1, False), never)[0].years for some in (one, other)]
    assert lived == [one.seed]
    np.testing.assert_array_equal(shared, alone)
    run_cities(RunRequest(replace(one, assumptions=(("learn_beta", 0.2),)), 1, False), never)
    assert lived == [one.seed, one.seed]


def test_years_at_once_are_years_whose_last_weeks_are_looked_at() -> None:
    whole, looked_at = (run_cities(RunRequest(spec(), 2, detailed), never) for detailed in (False, True))
    for one, other in zip(whole, looked_at, strict=True):
        np.testing.assert_array_equal(one.years, other.years)
