"""The looks of a search and what it makes of them, worked by hand."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence

import numpy as np
import pytest

from sim.answers.search import Look, Search, Turn, first_of, together, turn_on

Function = Callable[[float], float]
APART = np.array([-1.0, -1.0, 2.0])
"""Three seeds whose mean is nil and whose median is not."""


def searched(
    function: Function, sign: float, start: float, steps: int, noise: float = 0.0, at_once: bool = False
) -> tuple[Turn | None, list[float], list[float]]:
    """Return what is found, and the parts looked at on the seeds of the search and on fresh ones."""
    usual: list[float] = []
    fresh: list[float] = []

    def see(looks: Sequence[tuple[int, Look]]) -> list[np.ndarray]:
        for _, look in looks:
            (fresh if look.fresh else usual).append(look.part)
        return [function(look.part) + noise * APART for _, look in looks]

    (found,) = together([turn_on("way", sign, start, steps, at_once)], see)
    return found, usual, fresh


@pytest.mark.parametrize("sign", [1.0, -1.0])
def test_the_end_is_looked_at_first_then_the_middle_of_what_is_left(sign: float) -> None:
    found, usual, fresh = searched(lambda t: sign * (1.0 - 2.0 * t * t), sign, sign, 3)
    assert usual == [1.0, 0.5, 0.75, 0.625]
    # the last bracket goes from .625, where it is .21875, to .75, where it is -.125
    assert found == Turn("way", 0.625 + 0.125 * 0.21875 / 0.34375, fresh[-1])


@pytest.mark.parametrize(("steps", "crossing"), [(0, 0.5), (1, 0.5 + 0.5 * 0.5 / 1.5), (2, 0.7)])
def test_the_last_bracket_is_crossed_by_a_straight_line(steps: int, crossing: float) -> None:
    found, usual, _ = searched(lambda t: 1.0 - 2.0 * t * t, 1.0, 1.0, steps)
    assert found is not None
    assert found.crossing == pytest.approx(crossing, abs=1e-12)
    assert len(usual) == 1 + steps


def test_seeds_are_averaged() -> None:
    found, usual, _ = searched(lambda t: 0.4 - t, 1.0, 0.4, 3, noise=0.01)
    assert usual == [1.0, 0.5, 0.25, 0.375]
    assert found is not None
    assert found.crossing == pytest.approx(0.4, abs=1e-12)


def test_a_middle_where_nothing_is_left_of_the_difference_ends_the_bracket() -> None:
    found, usual, _ = searched(lambda t: 1.0 - 2.0 * t, 1.0, 1.0, 3)
    assert usual == [1.0, 0.5, 0.25, 0.375]
    assert found is not None
    assert found.crossing == 0.5


def test_a_middle_that_is_undefined_ends_the_bracket() -> None:
    found, usual, fresh = searched(lambda t: -1.0 if t > 0.6 else np.nan, 1.0, 1.0, 1)
    assert usual == [1.0, 0.5]
    assert found == Turn("way", 0.5, 0.625)
    assert fresh == [0.5, 0.625]


def test_a_difference_that_starts_from_nothing_is_crossed_where_the_bracket_ends() -> None:
    found, _, fresh = searched(lambda t: 0.0 if t <= 0.5 else -1.0, 1.0, 0.0, 1)
    assert found == Turn("way", 0.5, 0.625)
    assert fresh == [0.5, 0.625]


@pytest.mark.parametrize("sign", [1.0, -1.0])
def test_an_end_without_any_difference_is_no_turn(sign: float) -> None:
    found, usual, fresh = searched(lambda t: sign * (1.0 - t), sign, sign, 3)
    assert found is None
    assert (usual, fresh) == ([1.0], [])


@pytest.mark.parametrize("sign", [1.0, -1.0])
def test_fresh_seeds_are_asked_in_quarters_of_the_way_from_the_crossing_to_the_end(sign: float) -> None:
    found, _, fresh = searched(lambda t: sign * (0.25 - t), sign, sign * 0.25, 2, noise=100.0)
    assert found is None
    assert fresh == [0.25, 0.4375, 0.625, 0.8125, 1.0]


@pytest.mark.parametrize("sign", [1.0, -1.0])
def test_a_band_that_ends_at_nothing_does_not_turn_it(sign: float) -> None:
    found, _, fresh = searched(lambda t: sign * (0.5 - t), sign, sign * 0.5, 2)
    assert fresh == [0.5, 0.625]
    assert found == Turn("way", 0.5, 0.625)


@pytest.mark.parametrize("sign", [1.0, -1.0])
def test_the_whole_band_has_to_be_turned(sign: float) -> None:
    """Three seeds apart by 3 s / 2 have a band of 2.92 s either way: s = .05 takes the second quarter of the rest."""
    found, _, fresh = searched(lambda t: sign * (0.5 - t), sign, sign * 0.5, 2, noise=sign * 0.05)
    assert fresh == [0.5, 0.625, 0.75]
    assert found == Turn("way", 0.5, 0.75)


def test_a_choice_is_confirmed_by_one_look_or_none() -> None:
    found, usual, fresh = searched(lambda t: 1.0 - 2.0 * t, 1.0, 1.0, 3, noise=100.0, at_once=True)
    assert found is None
    assert (usual, fresh) == ([1.0], [1.0])
    sure, _, _ = searched(lambda t: 1.0 - 2.0 * t, 1.0, 1.0, 3, at_once=True)
    assert sure == Turn("way", 1.0, 1.0)


def told(place: int, rounds: int, found: int | None) -> Search[int | None]:
    """Search in so many rounds and find what is given."""
    for part in range(rounds):
        yield Look(place, float(part))
    return found


def run_all(searches: Sequence[Generator[Look, np.ndarray, object]]) -> tuple[list[object], list[list[int]]]:
    """Return what is found, and the places that were looked at in each round."""
    rounds: list[list[int]] = []

    def see(looks: Sequence[tuple[int, Look]]) -> list[np.ndarray]:
        assert [look.way for _, look in looks] == [place for place, _ in looks]
        rounds.append([place for place, _ in looks])
        return [np.zeros(1) for _ in looks]

    return together(searches, see), rounds


def test_rounds_hold_the_searches_that_go_on_and_findings_keep_their_places() -> None:
    found, rounds = run_all([told(0, 1, 10), told(1, 3, None), told(2, 0, 12), told(3, 2, 13)])
    assert found == [10, None, 12, 13]
    assert rounds == [[0, 1, 3], [1, 3], [1]]


def test_no_search_finds_nothing_and_sees_nothing() -> None:
    assert run_all([]) == ([], [])


@pytest.mark.parametrize(
    ("wanted", "found", "looks"), [(1, [5], 3), (2, [5, 6], 4), (3, [5, 6, 7], 5), (9, [5, 6, 7], 5)]
)
def test_searches_end_once_as_many_are_found_as_are_wanted(wanted: int, found: list[int], looks: int) -> None:
    searches = [told(0, 2, None), told(0, 1, 5), told(0, 1, 6), told(0, 1, 7)]
    each, rounds = run_all([first_of(searches, wanted)])
    assert each == [found]
    assert len(rounds) == looks


def test_one_is_wanted_unless_more_are_asked_for() -> None:
    (found,), rounds = run_all([first_of([told(0, 1, 5), told(0, 1, 6)])])
    assert found == [5]
    assert len(rounds) == 1


def test_a_look_is_on_the_seeds_of_the_search_unless_fresh_ones_are_named() -> None:
    assert Look("way", 0.5).fresh is False
