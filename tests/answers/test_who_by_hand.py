"""Who is better off: every group of every seed counted one resident at a time."""

from __future__ import annotations

import numpy as np
import pytest

from sim.answers.numbers import Band
from sim.answers.pair import Pair
from sim.answers.run_result import Detail
from sim.answers.who import ALL, Group, Parts, Who, _at, who
from sim.outcomes import outcome
from tests.answers.small import made_detail, made_pair

NAMES = ("north", "south")
LABELS = ("one", "other")


def detail(rng: np.random.Generator, wellbeing: np.ndarray) -> Detail:
    residents = {
        "wellbeing": wellbeing.astype(np.float32),
        "trust": wellbeing.astype(np.float32),
        "harm_weeks": rng.integers(0, 2, (2, 6)).astype(np.float32),
        "detention": rng.integers(0, 2, (2, 6)).astype(np.float32),
        "tie_count": rng.integers(0, 5, (2, 6)).astype(np.float32),
    }
    return made_detail(np.zeros((1, 3)), residents=residents)


def made(steps: np.ndarray) -> Pair:
    """Return the pair of three seeds in which A's residents are ahead by ``steps`` (S, Y, N) eighths."""
    rng = np.random.default_rng(4)
    details = [(detail(rng, 0.5 + 0.125 * step), detail(rng, np.full((2, 6), 0.5))) for step in steps]
    return made_pair(np.zeros((3, 2, 2, 3)), details, outcomes=("wellbeing",))


STEPS = np.random.default_rng(1).integers(-2, 3, (3, 2, 6))


@pytest.fixture(scope="module")
def counted() -> dict[Group, Parts]:
    """What is material is an eighth: one step is not more than that, two are."""
    return dict(_at(made(STEPS), outcome("wellbeing")._replace(material=0.125), 1, NAMES))


def members(both: tuple[Detail, Detail], group: Group) -> np.ndarray:
    """Return who is in a group at the end of the first year."""
    if group == ALL:
        return np.ones(6, bool)
    if group.by in ("hardship", "opinion"):
        return np.asarray(both[0].groups[group.by] == int(group.name))
    if group.by == "district":
        return np.asarray(both[0].homes == NAMES.index(group.name))
    now = {name: values[0] for name, values in both[LABELS.index(group.name.split()[-1])].residents.items()}
    states = {
        "harmed": now["harm_weeks"] > 0,
        "held": now["detention"] > 0,
        "isolated": now["tie_count"] <= 2,
    }
    return np.asarray(states[group.by])


def test_shares_and_sizes_of_every_group(counted: dict[Group, Parts]) -> None:
    pair = made(STEPS)
    assert len(counted) == 1 + 6 + 6 + 2
    for group, parts in counted.items():
        inside = [members(both, group) for both in pair.details]
        sizes = [int(one.sum()) for one in inside]
        assert parts.residents == pytest.approx(np.mean(sizes))
        if min(sizes) == 0:
            assert np.isnan([parts.first, parts.second, parts.equal]).all()
            continue
        first = np.array([(step[0][one] == 2).mean() for step, one in zip(STEPS, inside, strict=True)])
        second = np.array([(step[0][one] == -2).mean() for step, one in zip(STEPS, inside, strict=True)])
        assert (parts.first, parts.second) == pytest.approx((first.mean(), second.mean()))
        assert parts.equal == pytest.approx(1.0 - first.mean() - second.mean())
        lead = first - second
        reach = 2.919985580355516 * lead.std(ddof=1) / 3**0.5  # Student's t, 2 degrees of freedom
        expected = (lead.mean(), lead.mean() - reach, lead.mean() + reach)
        assert parts.lead == pytest.approx(expected)


def test_a_lead_that_is_the_same_in_every_seed_is_sure_and_no_lead_is_not() -> None:
    steps = np.zeros((3, 2, 6), int)
    steps[:, 1, :2] = 2  # the lowest third of hardship, in the second year
    later = _at(made(steps), outcome("wellbeing"), 2, NAMES)
    assert later[Group("hardship", "0")].sure
    assert later[Group("hardship", "0")].first == 1.0
    assert not later[Group("hardship", "1")].sure
    assert later[Group("opinion", "0")].first == later[Group("opinion", "1")].first == 0.5
    assert not any(one.sure for one in _at(made(steps), outcome("wellbeing"), 1, NAMES).values())


def stated(direction: str | None) -> Who:
    """Return answers in which A has more of it in one group, B in another, nobody surely in a third."""
    more, less = (Parts(0.5, 0.5, 0.0, 3.0, Band(mean, mean, mean), True) for mean in (0.2, -0.2))
    unsure = more._replace(sure=False)
    found = {
        ALL: more,
        Group("hardship", "0"): more,
        Group("hardship", "1"): less,
        Group("hardship", "2"): unsure,
    }
    return Who({("x", 1): found}, LABELS, {"x": direction}, 1, (1, 2))


@pytest.mark.parametrize(("direction", "worse"), [("more", ("1", "0")), ("less", ("0", "1"))])
def test_losers_have_less_of_what_is_better_or_more_of_what_is_worse(
    direction: str, worse: tuple[str, str]
) -> None:
    found = stated(direction).worse("x", 1)
    assert found == {label: (Group("hardship", third),) for label, third in zip(LABELS, worse, strict=True)}


def test_nobody_loses_where_no_way_is_better() -> None:
    assert stated(None).worse("x", 1) is None


def test_documents_hold_thirds_in_order_with_leads() -> None:
    asked = who(made(STEPS), NAMES)
    told = asked.as_json("wellbeing", 2)
    found = asked.at["wellbeing", 2]
    assert told is not None
    assert found is not None
    thirds = [found[Group("hardship", str(third))] for third in range(3)]
    assert [one["residents"] for one in told["hardship"]] == [2.0, 2.0, 2.0]
    for one, parts in zip(told["hardship"], thirds, strict=True):
        assert (one["A"], one["B"], one["equal"]) == pytest.approx((parts.first, parts.second, parts.equal))
        assert one["lead"] == {"mean": parts.lead.mean, "low": parts.lead.low, "high": parts.lead.high}
    assert told["all"]["residents"] == 6.0
    assert asked.looks == 2
