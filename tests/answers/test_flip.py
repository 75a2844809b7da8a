"""Flips: on functions with known roots, with noise, and on real cities."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
import pytest

from sim.answers.assumptions import draw_sample
from sim.answers.factors import Kind
from sim.answers.flip import flip
from sim.answers.search import Look, Turn, first_of, together, turn_on
from sim.parameters import ASSUMPTIONS
from sim.runs.size import Size
from sim.runs.spec import RunSpec
from tests.answers.small import TINY, lab, pair, question

Function = Callable[[float], float]
SEEDS = np.array([-1.0, 0.0, 1.0])
FREE = tuple(ASSUMPTIONS)[::5]
LOCKED = tuple((name, one.default) for name, one in ASSUMPTIONS.items() if name not in FREE)
"""Four of five assumptions stay as they are, so that few cities need be run."""


def seen(functions: dict[str, Function], noise: float = 0.0, asked: list[Look] | None = None):
    """Return what shows these functions to searches, seeds apart by ``noise``."""

    def see(looks: Sequence[tuple[int, Look]]) -> list[np.ndarray]:
        if asked is not None:
            asked.extend(look for _, look in looks)
        return [functions[str(look.way)](look.part) + noise * SEEDS for _, look in looks]

    return see


def search(function: Function, steps: int = 8, noise: float = 0.0) -> Turn | None:
    start = function(0.0)
    return together([turn_on("f", np.sign(start), start, steps)], seen({"f": function}, noise))[0]


@pytest.mark.parametrize("root", [0.1, 0.37, 0.5, 0.93])
def test_a_line_is_crossed_at_its_root(root: float) -> None:
    found = search(lambda t: root - t)
    assert found is not None
    assert found.crossing == pytest.approx(root, abs=1e-9)
    assert found.part >= root


@pytest.mark.parametrize(
    ("function", "root"),
    [
        (lambda t: np.exp(-3 * t) - np.exp(-1.2), 0.4),
        (lambda t: 0.3**3 - t**3, 0.3),
        (lambda t: t**2 - 0.81, 0.9),
    ],
)
def test_a_curve_is_crossed_at_its_root(function: Function, root: float) -> None:
    found = search(function)
    assert found is not None
    assert found.crossing == pytest.approx(root, abs=0.005)


def test_no_turn_where_the_end_has_the_same_sign() -> None:
    assert search(lambda t: 1.0 - 0.9 * t) is None
    assert search(lambda t: -1.0 + 0.9 * t) is None


def test_undefined_is_no_turn() -> None:
    assert search(lambda t: 1.0 if t == 0.0 else np.nan) is None


def test_it_is_told_only_where_fresh_seeds_turn_it_beyond_luck() -> None:
    """With noise the value told lies beyond the root, by as much as the band is wide."""
    quiet, noisy = (search(lambda t: 0.4 - t, noise=noise) for noise in (0.01, 0.2))
    assert quiet is not None
    assert noisy is not None
    assert noisy.crossing == pytest.approx(quiet.crossing) == pytest.approx(0.4)
    reach = 2.919985580355516 * 0.2 / 3**0.5  # 90 % band of three seeds
    assert noisy.part - 0.4 > reach
    assert search(lambda t: 0.4 - t, noise=1.0) is None


def test_fresh_seeds_are_asked_after_the_root_and_nowhere_else() -> None:
    asked: list[Look] = []
    together([turn_on("f", 1.0, 0.5, 4)], seen({"f": lambda t: 0.5 - t}, 0.01, asked))
    fresh = [look.part for look in asked if look.fresh]
    assert fresh
    assert all(look.part >= 0.5 for look in asked if look.fresh)
    assert asked[0] == Look("f", 1.0)


def test_the_chance_of_a_flip_that_is_none() -> None:
    """A difference that stays as it is, however noisy, is said to flip in a twentieth of searches at most."""
    rng = np.random.default_rng(6)
    found = 0
    for _ in range(1_000):
        values = iter(rng.normal(0.2, 1.0, (50, 4)))
        turns = together([turn_on("f", 1.0, 0.2, 3)], lambda looks: [next(values) for _ in looks])  # noqa: B023
        found += turns[0] is not None
    assert found / 1_000 < 0.05


def test_a_choice_turns_at_once_or_not_at_all() -> None:
    looks: list[Look] = []
    found = together([turn_on("f", 1.0, 1.0, 5, at_once=True)], seen({"f": lambda t: 1 - 3 * t}, 0.0, looks))[
        0
    ]
    assert found == Turn("f", 1.0, 1.0)
    assert {look.part for look in looks} == {1.0}


def test_searches_go_side_by_side_and_the_first_found_ends_its_own() -> None:
    functions = {"a": lambda t: 1.0, "b": lambda t: 0.5 - t, "c": lambda t: 0.2 - t, "d": lambda t: 0.7 - t}
    rounds = []

    def see(looks: Sequence[tuple[int, Look]]) -> list[np.ndarray]:
        rounds.append(len(looks))
        return seen(functions)(looks)

    one = first_of([turn_on(way, 1.0, functions[way](0.0), 4) for way in "abc"])
    other = first_of([turn_on("d", 1.0, 0.7, 4)])
    found = together([one, other], see)
    assert [turn.way for turn in found[0]] == ["b"]
    assert [turn.way for turn in found[1]] == ["d"]
    assert rounds[0] == 2


def test_on_real_cities() -> None:
    asked = replace(pair().question, locked=LOCKED)
    sample = draw_sample(asked, lab(), TINY)
    gaps = pair().gaps()
    words = {at: gap.word for at, gap in gaps.items()}
    found = flip(asked, words, lab(), sample, TINY)
    assert found.asked == {at for at, word in words.items() if word.sign}
    free = [ASSUMPTIONS[name] for name in FREE]
    ends = [value for one in free for value in one.explored if value != one.default]
    assert found.tries == len(ends)
    assert not set(asked.fresh(2)) & set(asked.spec.seeds)
    for (name, year), flips in found.single.items():
        assert [one.distance for one in flips] == sorted(one.distance for one in flips)
        for one in flips:
            spec = asked.assuming([(one.name, one.to)], asked.fresh(TINY.fresh_seeds))
            values = lab().values([spec], 2, [name])[0][:, :, year - 1, 0]
            assert np.sign((values[:, 0] - values[:, 1]).mean()) == -words[name, year].sign
            assert one.kind in set(Kind)


class Foretold:
    """A laboratory in which A is 1 higher than B, and 1 lower with one assumption at an end of its range."""

    moved = ASSUMPTIONS["chilling"]

    def values(self, specs: Sequence[RunSpec], years: int, outcomes: Sequence[str]) -> list[np.ndarray]:
        return [
            np.full((len(one.seeds), 2, years, len(outcomes)), [[[5.0 + self.lead(one)]], [[5.0]]])
            for one in specs
        ]

    def lead(self, spec: RunSpec) -> float:
        now = float(dict(spec.assumptions).get(self.moved.name, self.moved.default))
        end = float(self.moved.explored[1])
        return 1.0 - 2.0 * max(0.0, (now - self.moved.default) / (end - self.moved.default))


def test_the_one_assumption_that_turns_the_sign_is_found_and_no_other() -> None:
    asked = question(outcomes=["calm"])
    sample = draw_sample(asked, Foretold(), TINY)  # type: ignore[arg-type]
    found = flip(asked, {("calm", 2): Size.HIGHER}, Foretold(), sample, TINY)  # type: ignore[arg-type]
    (one,) = found.single["calm", 2]
    moved = Foretold.moved
    middle = (moved.default + float(moved.explored[1])) / 2
    assert one.name == moved.name
    assert (one.start, one.crossing) == pytest.approx((moved.default, middle))
    assert middle <= one.to <= float(moved.explored[1])
    assert one.distance == pytest.approx(
        (one.to - moved.default) / (float(moved.explored[1]) - float(moved.explored[0]))
    )


def test_no_sign_no_flip() -> None:
    asked = pair().question
    sample = draw_sample(asked, lab(), TINY)
    before = lab().runs
    found = flip(
        asked, {("wellbeing", 1): Size.ABOUT_EQUAL, ("calm", 1): Size.UNDEFINED}, lab(), sample, TINY
    )
    assert found.single == {}
    assert found.as_json("wellbeing", 1) == []
    assert lab().runs == before
