"""A mechanism from outside the package enters the answers like the shipped ones."""

from __future__ import annotations

import pytest

from sim.answers.corners import differing
from sim.answers.effort import Effort
from sim.answers.factors import factors
from sim.answers.laboratory import Laboratory
from sim.answers.pair import run_pair
from sim.answers.question import Question, ask
from sim.answers.who import ALL, who
from sim.answers.why import why
from sim.parameters import ASSUMPTIONS
from sim.runs.compare import spec_of
from sim.runs.executor import Executor
from sim.runs.own_model import load_model
from sim.scenario.scenario import load_scenario
from tests.answers.small import question
from tests.model.curfew import EXAMPLES

TINY = Effort(seeds=2, least=2, lever_seeds=2)
MODEL = "curfew:CurfewCity"


@pytest.fixture
def asked() -> Question:
    assert EXAMPLES.is_dir()
    load_model(MODEL)
    control = load_scenario("control")
    spec = spec_of(
        [control.change({"curfew": 0.5}), control], 1, "synthetic:4", 100, burn_in=4, weeks=52, model=MODEL
    )
    return ask(spec, ["kept_in", "agency"], [1])


def test_its_levers_are_a_part_and_its_outcome_an_outcome(asked: Question) -> None:
    assert differing(asked) == ("curfew",)
    lab = Laboratory(Executor())
    pair = run_pair(asked, lab, TINY)
    gap = pair.gaps()["kept_in", 1]
    assert gap.mean == pytest.approx(0.5, abs=0.1)
    share = why(pair.question, lab, TINY).at["kept_in", 1].shares["curfew"]
    assert share.share.mean == pytest.approx(gap.mean)
    assert share.levers["curfew"][0].mean == pytest.approx(gap.mean)
    found = who(pair, ("a", "b", "c", "d")).at["kept_in", 1]
    assert found is not None
    assert found[ALL].first > 0.8  # of four weeks at least one at home, and nobody in the other city


def test_its_assumptions_are_varied_in_its_cities_and_in_no_others(asked: Question) -> None:
    assert {one.name for one in factors(asked, constants=False)} == {*ASSUMPTIONS, "curfew_cost"}
    assert {one.name for one in factors(question(), constants=False)} == set(ASSUMPTIONS)
