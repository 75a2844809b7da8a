"""What residents do: cases solved by hand."""

from __future__ import annotations

from math import exp, inf, log, tanh
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.engine.arithmetic import exponential, mean, share_of_ties, weekly_chance
from sim.engine.mechanism import key_of
from sim.mechanisms import adoption, agency, consent, expression, mobilisation, opinion, trust, wellbeing
from sim.model.city_model import CityModel
from sim.model.state import COLUMNS
from tests.parameters_of import parameters_of


def logistic(x: float) -> float:
    return 1 / (1 + exp(-x))


# Arithmetic


@given(st.floats(-700, 700))
def test_the_own_exponential_is_the_library_s(x: float) -> None:
    assert exponential(x) == pytest.approx(exp(x), rel=5e-16, abs=0)


def test_the_own_exponential_stays_finite_and_keeps_its_fixed_points() -> None:
    assert exponential(0.0) == 1.0
    assert exponential(-1e9) == exponential(-700.0) == pytest.approx(exp(-700), rel=5e-16, abs=0)
    assert exponential(1e9) == exponential(700.0) < inf


def test_shares_of_no_ties_are_nothing() -> None:
    assert share_of_ties(3, 12) == 0.25
    assert share_of_ties(0, 0) == 0.0


def test_a_mean_is_taken_in_double_precision() -> None:
    assert mean(np.full(3_000, 0.1, np.float32)) == pytest.approx(float(np.float32(0.1)), rel=1e-14)


# 5.3 adoption


def test_a_yearly_hazard_is_a_weekly_chance() -> None:
    assert weekly_chance(0.52) == pytest.approx(1 - exp(-0.01))
    assert weekly_chance(0.0) == 0.0


def test_bass_hazard() -> None:
    assert adoption.hazard(0.03, 0.38, 0.5, 0.0) == pytest.approx(0.22)
    assert adoption.hazard(0.03, 0.38, 0.5, 0.6) == pytest.approx(0.03 + 0.19 * 1.6)
    assert adoption.hazard(0.03, 0.38, 0.0, 0.6) == 0.03  # services online only push by others' example


def test_access_is_kept_from_the_hard_up() -> None:
    # .85(1 − .8·.5·.5) = .68
    assert adoption.has_access(0.679, 0.5, 0.85, 0.5, 0.8)
    assert not adoption.has_access(0.681, 0.5, 0.85, 0.5, 0.8)


def test_exposure_by_hand() -> None:
    p = parameters_of(
        adoption.MECHANISM,
        own_commons=0.5,
        own_platform=0.5,
        own_residents=0,
        own_municipality=0,
        own_state=0,
        purpose_limit=0.5,
        openness=0.4,
        oversight=0.5,
        participation=0.25,
        epsilon=1,
    )
    z = adoption.stewardship_of(p)
    assert z == pytest.approx(0.6)  # .2 + .25 + .15
    misuse = (0.5 * (0.20 + 0.4 * 0.4) + 0.5 * 0.60) * 0.75
    assert adoption.misuse_of(p, z) == pytest.approx(misuse)
    published = 0.1 * 0.4 * 0.5 * 0.5  # ε = 1 lets half through
    assert adoption.exposure_of(p, 0.3, 0.0, 0.1) == pytest.approx(0.3 + published + 0.1)
    assert adoption.exposure_of(p, 0.3, 0.4, 0.1) == pytest.approx(0.18 + published + 0.1)
    assert adoption.exposure_of(p, 0.3, 0.0, 0.9) == 1.0


def test_services_go_online_slowly(small: dict[str, Any]) -> None:
    city = CityModel("control", **small)
    assert city.columns["installed_digital"][0] == pytest.approx(0.3)  # the status quo's
    assert city.run(1).columns["installed_digital"][0] == pytest.approx(0.3 + 0.02 * 0.5)


# 5.4 consent


def test_willingness_is_the_chance_to_share_where_nothing_pulls() -> None:
    p = parameters_of(consent.MECHANISM, willingness=0.7, benefit_pull=0, trust_pull=0, concern_push=0)
    assert consent.share_probability(0.9, 0.1, 0.9, 0.9, p) == pytest.approx(0.7)


def test_pulls_add_in_logits() -> None:
    p = parameters_of(consent.MECHANISM)
    pull = log(4) + 2 * (0.65 - 0.55) + (2 * 0.7 - 1) - 4 * (0.5 * 0.4 - 0.1)
    assert consent.share_probability(0.65, 0.7, 0.5, 0.4, p) == pytest.approx(logistic(pull))


def test_who_is_harmed_shares_nothing_until_it_is_over_unless_all_must() -> None:
    names = consent.MECHANISM.access()
    kinds = {"u1": np.uint8, "f4": np.float32, "f8": np.float64}
    c = {
        name: np.zeros(3 if COLUMNS[name].entity == "resident" else 1, kinds[COLUMNS[name].dtype])
        for name in names
    }
    c["adopted"][:], c["shares"][:], c["harm_weeks"][:] = 1, 1, [0, 5, 1]
    c["inertia_draw"][:] = 1.0

    def after(**settings: Any) -> list[int]:
        columns = {name: column.copy() for name, column in c.items()}
        params = parameters_of(consent.MECHANISM, willingness=0.99, **settings)
        consent.MECHANISM.weekly(consent.MECHANISM.view(columns), params, key_of(1), 0)
        return columns["shares"].tolist()

    assert after(attention=0.0) == [1, 0, 0]
    assert after(attention=1.0, benefit_pull=0, trust_pull=0, concern_push=0) == [1, 0, 0]
    assert after(consent="mandatory") == [1, 1, 1]
    c["harm_weeks"][:] = 0
    c["shares"][:] = 0
    assert after(attention=0.0) == [0, 0, 0]  # it is over, but nobody has thought about it yet
    assert after(attention=1.0, benefit_pull=0, trust_pull=0, concern_push=0) == [1, 1, 1]


# 5.12 expression


def test_speaking_by_hand() -> None:
    p = parameters_of(expression.MECHANISM, censorship=0.5)
    inner = 0.5 + 2 * 0.5 * (0.8 - 0.5) - 2 * 1.5 * 0.6 * 0.6 + (0.5 - 0.3) - 0.5 * 0.6
    assert expression.speak_probability(0.8, 0.6, 0.4, 0.5, p) == pytest.approx(logistic(inner))


# 5.13 mobilisation


@pytest.mark.parametrize(("rounding", "ratio"), [(0.0, 1.5), (1.0, 1.0), (2.0, 2.0)])
def test_arrest_risk_and_its_roundings(rounding: float, ratio: float) -> None:
    assert mobilisation.arrest_risk(3.0, 2.0, 2.3, rounding) == pytest.approx(1 - exp(-2.3 * ratio))


def test_half_is_rounded_to_even() -> None:
    assert mobilisation.arrest_risk(5.0, 2.0, 2.3, 2.0) == pytest.approx(1 - exp(-4.6))
    assert mobilisation.arrest_risk(1.0, 2.0, 2.3, 2.0) == 0.0


def test_grievance_by_hand() -> None:
    p = parameters_of(mobilisation.MECHANISM)
    deprived = mobilisation.deprivation_of(0.6, 0.65, p)
    assert deprived == pytest.approx(0.5 * 0.6 + 0.5 * 0.5)
    assert mobilisation.deprivation_of(0.6, 0.99, p) == pytest.approx(0.3)
    # y = min(1, 3·.1) = .3: backlash 1 + 4·.3·.3·.7
    assert mobilisation.grievance_of(0.5, 0.2, 0.1, p) == pytest.approx(0.5 * 0.8 * 1.252)


def test_repression_seen_enrages_at_first_and_deters_later() -> None:
    p = parameters_of(mobilisation.MECHANISM)
    seen = [mobilisation.grievance_of(0.5, 0.2, share, p) for share in (0.0, 1 / 6, 1 / 3, 1.0)]
    assert seen == pytest.approx([0.4, 0.4 * 1.3, 0.4, 0.4])


def test_data_make_dissent_traceable() -> None:
    holders = {"own_residents": 0, "own_commons": 0, "own_municipality": 0, "own_platform": 1, "own_state": 1}
    p = parameters_of(mobilisation.MECHANISM, surveillance=0.6, purpose_limit=0.5, **holders)
    # cameras .6(1 − ½·½); records .4·(½ + ½·½)(1 − ½)
    assert mobilisation.trace_of(0.4, p) == pytest.approx(0.45 + 0.4 * 0.75 * 0.5)
    p = parameters_of(mobilisation.MECHANISM, surveillance=1.0, purpose_limit=0.0, **holders)
    assert mobilisation.trace_of(1.0, p) == 1.5


def test_having_acted_is_remembered() -> None:
    acted = np.array([0.5, 0.5], np.float32)
    mobilisation._remember(acted, np.array([1, 0], np.uint8), 0.97)
    assert acted == pytest.approx([1.0, 0.485])


def test_moods_are_never_below_rest() -> None:
    p = parameters_of(mobilisation.MECHANISM, mood_rest=0.5)
    assert mobilisation.mood_step(0.4, 1.0, 0.1, 0.0, p) == pytest.approx(0.4 * 0.8)
    assert mobilisation.mood_step(0.0, 1.0, 0.1, 0.0, p) == 0.0


def test_a_mood_settles_where_its_field_holds_it() -> None:
    p = parameters_of(mobilisation.MECHANISM, mood_rest=0)
    assert mobilisation.mood_step(0.2, 1.5, 0.4, 0.3, p) == pytest.approx(0.2 + 0.2 * (tanh(0.9) - 0.2))
    for coupling, stays in ((0.9, False), (1.5, True)):
        mood = 0.1
        for _ in range(2000):
            mood = mobilisation.mood_step(mood, coupling, mood, 0.0, p)
        assert (mood > 0.5) == stays  # only above J = 1 does a crowd hold itself
        assert mood == pytest.approx(tanh(coupling * mood), abs=1e-9)


def test_who_wants_to_act() -> None:
    # .4·1.5 − .1 − .05 = .45
    assert mobilisation.wants_to_act(0.4, 0.5, 0.1, 0.05, 0.449)
    assert not mobilisation.wants_to_act(0.4, 0.5, 0.1, 0.05, 0.451)


# 5.14 trust


def test_privacy_lost_by_hand() -> None:
    p = parameters_of(trust.MECHANISM)
    assert trust.privacy_loss(0.8, 0.5, 0.4, 1.0, 0.9, p) == pytest.approx(0.8 * (0.25 + 0.2))
    assert trust.privacy_loss(0.8, 0.5, 0.4, 0.0, 0.25, p) == pytest.approx(0.8 * (0.25 + 0.05))


def test_data_leak_from_others_unless_somebody_mediates() -> None:
    shares = {"own_residents": 0, "own_platform": 0, "own_state": 0, "own_municipality": 0, "own_commons": 0}
    mediated = parameters_of(trust.MECHANISM, **shares | {"own_commons": 1})
    held = parameters_of(trust.MECHANISM, **shares | {"own_platform": 0.5, "own_municipality": 0.5})
    assert trust.leak_of(0.8, mediated) == 0.0
    assert trust.leak_of(0.8, held) == pytest.approx(0.5 * 0.8 * 0.5)


# 5.15 agency


def test_participation_reaches_those_who_take_part() -> None:
    p = parameters_of(agency.MECHANISM)
    assert agency.reach_of(0.0, p) == pytest.approx(0.5)
    assert agency.reach_of(1 / 24, p) == pytest.approx(0.75)
    assert agency.reach_of(0.5, p) == pytest.approx(1.0)


# 5.16 well-being


def test_what_everybody_shares_alike() -> None:
    p = parameters_of(
        wellbeing.MECHANISM, own_commons=1, own_residents=0, own_municipality=0, own_platform=0, own_state=0
    )
    # .12 + .12·.1 + .3·.12·.4
    assert wellbeing.common_part(0.1, 0.4, p) == pytest.approx(0.12 + 0.012 + 0.0144)


# 5.17 opinion


def test_an_opinion_moves_toward_others_and_back() -> None:
    assert opinion.step(0.2, 0.4, -0.1, 0.05, 0.03) == pytest.approx(0.2 + 0.02 - 0.009)
    assert opinion.step(0.99, 2.0, 1.0, 0.5, 0.0) == 1.0


def test_an_anchored_opinion_settles_between() -> None:
    value = 0.0
    for _ in range(2000):
        value = opinion.step(value, 1.0 - value, -0.6, 0.05, 0.03)
    assert value == pytest.approx((0.05 * 1.0 + 0.03 * -0.6) / 0.08)
