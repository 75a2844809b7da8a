"""Why: shares of real cities sum to their difference; parts that do the same work are told."""

from __future__ import annotations

import numpy as np
import pytest

from sim.answers.attribution import attribute
from sim.answers.corners import ALWAYS, all_corners, differing, units_of, with_levers
from sim.answers.numbers import Band
from sim.answers.question import ask
from sim.answers.why import Why, _corners, _interaction, relation, why, words_of
from sim.locale.text import message
from sim.runs.spec import RunSpec, cities_of
from sim.scenario.event import Event
from sim.scenario.scenario import Scenario, load_scenario
from tests.answers.small import CITY, OUTCOMES, TINY, lab, pair, question


@pytest.fixture(scope="module")
def reasons() -> Why:
    return why(pair().question, lab(), TINY)


def test_shares_sum_to_the_difference(reasons: Why) -> None:
    for at, gap in pair().gaps().items():
        assert sum(share.share.mean for share in reasons.at[at].shares.values()) == pytest.approx(
            gap.mean, abs=1e-12
        )


def test_first_and_last_in_are_single_changes(reasons: Why) -> None:
    asked = pair().question
    street = [name for name in asked.pair[0].scenario.levers if name in LEVERS_OF_STREET]
    spec = asked.between([asked.pair[1], with_levers(asked, street)])
    values = lab().values([spec], 2, OUTCOMES)[0][:, :, 1, OUTCOMES.index("calm")]
    share = reasons.at["calm", 2].shares["street"]
    assert share.first == pytest.approx((values[:, 1] - values[:, 0]).mean())


LEVERS_OF_STREET = ("surveillance", "enforcement", "censorship", "responsiveness")


def test_the_corners_are_the_cities_themselves_at_both_ends() -> None:
    asked = question()
    corners = all_corners(asked, differing(asked))
    first, second = asked.pair
    assert len(corners) == 16
    assert dict(corners[0].levers) == dict(second.levers)
    assert dict(corners[-1].levers) == dict(first.levers)


def test_a_part_in_which_the_cities_agree_has_no_share() -> None:
    control = load_scenario("control")
    other = control.change({"surveillance": 0.2})
    spec = RunSpec(cities_of({"a": other, "b": control}), CITY, 200, 8, 52, (1, 2))
    asked = ask(spec, ("calm",), (1,))
    assert differing(asked) == ("street",)
    found = why(asked, lab(), TINY).at["calm", 1]
    assert list(found.shares) == list(ALWAYS)
    assert found.shares["data"].share == Band(0.0, 0.0, 0.0)
    street = found.shares["street"]
    assert street.first == street.last == pytest.approx(street.share.mean)
    assert street.levers["surveillance"][0].mean == pytest.approx(street.share.mean)
    assert found.interactions == ()


def test_events_and_drift_have_shares_of_their_own() -> None:
    control = load_scenario("control")
    other = Scenario("other", {**control.levers, "evolving": True}, (Event("blackout", 4),))
    asked = ask(RunSpec(cities_of({"a": other, "b": control}), CITY, 200, 8, 52, (1, 2)), ("calm",), (1,))
    assert differing(asked) == ("politics", "events")
    corners = all_corners(asked, differing(asked))
    assert [(dict(city.levers)["evolving"], len(city.events)) for city in corners] == [
        (False, 0),
        (True, 0),
        (False, 1),
        (True, 1),
    ]


def test_shares_of_owners_move_together() -> None:
    units = units_of(question(), "data")
    assert units["own"] == ("own_residents", "own_commons", "own_municipality", "own_platform", "own_state")
    assert set(units) == {"own", "consent", "epsilon", "openness", "purpose_limit"}


def test_no_percentages_where_the_difference_is_within_luck(reasons: Why) -> None:
    gaps = pair().gaps()
    for at, found in reasons.at.items():
        for share in found.shares.values():
            assert (share.percent is not None) == bool(gaps[at].word.sign)


@pytest.mark.parametrize(
    ("interaction", "both", "said"),
    [
        (Band(-0.05, -0.06, -0.04), 0.10, "replace each other"),
        (Band(0.05, 0.04, 0.06), 0.10, "need each other"),
        (Band(0.05, 0.04, 0.06), -0.10, "replace each other"),
        (Band(0.05, -0.04, 0.14), 0.10, ""),  # within luck
        (Band(0.005, 0.004, 0.006), 0.10, ""),  # below what is material
    ],
)
def test_what_two_parts_are_to_each_other(interaction: Band, both: float, said: str) -> None:
    assert relation(interaction, both, 0.01) == said


def test_cities_alike_have_nothing_to_attribute() -> None:
    found = why(question("control", "control").under([1, 2]), lab(), TINY)
    for one in found.at.values():
        assert {share.share.mean for share in one.shares.values()} == {0.0}
        assert one.interactions == ()


def test_the_band_of_a_share_covers_it() -> None:
    """Nine times in ten, for a game whose corners are noisy and share their luck."""
    rng = np.random.default_rng(4)
    true = np.zeros(16)
    true[[b for b in range(16) if b & 1]] += 0.3
    true[[b for b in range(16) if b & 3 == 3]] += 0.2
    expected = attribute(true).share
    covered = []
    for _ in range(2_000):
        worth = true[:, None] + rng.normal(0, 1.0, 5) + rng.normal(0, 0.2, (16, 5))
        found = attribute(worth).share[0]
        reach = 2.1318467863266495 * found.std(ddof=1) / 5**0.5  # Student's t, 4 degrees of freedom
        covered.append(abs(found.mean() - expected[0]) <= reach)
    assert np.mean(covered) == pytest.approx(0.9, abs=0.02)


def test_corners_are_named_by_the_parts_taken_from_the_first_city() -> None:
    means = _corners(("data", "aims", "street"), np.arange(16.0).reshape(2, 8))
    assert means == {
        "": 4.0,
        "data": 5.0,
        "aims": 6.0,
        "data+aims": 7.0,
        "street": 8.0,
        "data+street": 9.0,
        "aims+street": 10.0,
        "data+aims+street": 11.0,
    }


@pytest.mark.parametrize(
    ("third", "said"),
    [(0.3, "need each other"), (-0.1, "replace each other"), (-0.9, "need each other")],
)
def test_two_parts_are_judged_by_the_sum_of_their_shares(third: float, said: str) -> None:
    """Where one share is negative, neither it nor their quotient tells what both do."""
    worth = np.array([0.0, -0.1, 0.5, -0.1 + 0.5 + third])[:, None, None, None] * np.ones((4, 3, 1, 1))
    worth = worth + np.array([-1e-3, 0.0, 1e-3])[:, None, None] * np.arange(4)[:, None, None, None]
    found = attribute(worth)
    told = _interaction(("data", "aims"), (0, 1), found, (0, 0), 0.01)
    assert told.size.mean == pytest.approx(third)
    both = float((found.share[0] + found.share[1]).mean())
    assert both == pytest.approx(0.4 + third)
    assert told.relation == said


def test_words_for_what_two_parts_are_to_each_other_differ() -> None:
    need, replace = words_of("need each other"), words_of("replace each other")
    assert need == message("relation-need")
    assert replace == message("relation-replace")


def test_a_lever_alone_is_moved_from_either_end(reasons: Why) -> None:
    asked = pair().question
    units = units_of(asked, "street")
    assert len(units) > 1
    spec = asked.between(
        [
            *asked.pair,
            *(with_levers(asked, names, reverse=back) for names in units.values() for back in (False, True)),
        ]
    )
    values = lab().values([spec], 2, OUTCOMES)[0][: TINY.lever_seeds, :, 1, OUTCOMES.index("calm")]
    told = reasons.at["calm", 2].shares["street"].levers
    for place, unit in enumerate(units):
        up, down = told[unit]
        assert up.mean == pytest.approx((values[:, 2 + 2 * place] - values[:, 1]).mean())
        assert down.mean == pytest.approx((values[:, 0] - values[:, 3 + 2 * place]).mean())
