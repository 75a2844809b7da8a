"""What may be asked, and what is refused in one line."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sim.answers.question import FRESH, ask
from sim.files.errors import InputError
from sim.outcomes import FIRST_SEVEN
from sim.scenario.event import Event
from tests.answers.small import question, spec


def test_without_more_the_first_seven_at_the_years_reached() -> None:
    asked = ask(spec(weeks=300))
    assert asked.outcomes == FIRST_SEVEN
    assert asked.horizons == (1, 2, 5)
    assert asked.looks == 21


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"outcomes": ["welbeing"]}, "unknown outcome 'welbeing'; did you mean 'wellbeing'"),
        (
            {"horizons": [3]},
            "horizon = 3 is out of range (allowed: 1 to 2, the whole years that 104 weeks reach)",
        ),
        ({"horizons": [0]}, "horizon = 0 is out of range"),
        ({"horizons": ["two"]}, "horizon = 'two' must be a whole number"),
        ({"outcomes": []}, "no outcome given"),
    ],
)
def test_refused(asked: dict, said: str) -> None:
    with pytest.raises(InputError) as error:
        ask(spec(), **asked)
    assert said in str(error.value)
    assert "\n" not in str(error.value)


def test_one_city_and_runs_shorter_than_a_year_are_refused() -> None:
    with pytest.raises(InputError, match="1 cities given"):
        ask(replace(spec(), cities=spec().cities[:1]))
    with pytest.raises(InputError, match="weeks = 40 reach no year"):
        ask(spec(weeks=40))


def test_events_are_told_to_the_cities_they_concern() -> None:
    cut, reform = Event("budget_cut", 3, "B"), Event("blackout", 5, "all")
    first, second = ask(replace(spec(), events=(cut, reform), off=("harm",))).pair
    assert [(event.kind, event.city) for event in first.events] == [("blackout", "all")]
    assert [(event.kind, event.city) for event in second.events] == [
        ("budget_cut", "all"),
        ("blackout", "all"),
    ]
    assert first.off == second.off == ("harm",)


def test_what_is_locked_holds_wherever_others_vary() -> None:
    asked = question(locked=[("chilling", 3.0)])
    changed = dict(asked.assuming({"chilling": 0.0, "spiral": 1.0}.items(), (1,)).assumptions)
    assert changed["chilling"] == 3.0
    assert changed["spiral"] == 1.0


def test_fresh_seeds_are_no_seeds_of_the_question() -> None:
    asked = question()
    assert not set(asked.fresh(50)) & set(asked.under(range(1, 1000)).spec.seeds)
    late = asked.under([FRESH + 5])
    assert not set(late.fresh(50)) & set(late.spec.seeds)


@pytest.mark.parametrize(
    ("seed", "first"), [(1, 1_000_001), (1_000_000, 1_000_001), (1_000_001, 1), (2_000_000, 1)]
)
def test_fresh_seeds_begin_where_those_of_the_question_are_not(seed: int, first: int) -> None:
    assert question().under([3, seed]).fresh(3) == (first, first + 1, first + 2)


@pytest.mark.parametrize(
    ("weeks", "years"), [(52, (1,)), (103, (1,)), (104, (1, 2)), (260, (1, 2, 5)), (520, (1, 2, 5, 10))]
)
def test_horizons_are_the_years_reached(weeks: int, years: tuple[int, ...]) -> None:
    assert ask(spec(weeks=weeks)).horizons == years
    assert ask(spec(weeks=weeks)).years == years[-1]


def test_horizons_and_outcomes_are_asked_once_each() -> None:
    asked = ask(spec(), ("calm", "trust", "calm"), (2, 1, 2))
    assert (asked.outcomes, asked.horizons, asked.looks) == (("calm", "trust"), (1, 2), 4)


def test_cities_differ_in_what_rests_and_events_of_letters_are_told() -> None:
    resting = replace(spec(), off=("harm", "media"), events=(Event("blackout", 5, "A"),))
    first = resting.cities[0]._replace(off=("media",))
    pair = ask(replace(resting, cities=(first, resting.cities[1]))).pair
    assert [city.off for city in pair] == [("media", "harm"), ("harm", "media")]
    assert [len(city.events) for city in pair] == [1, 0]


def test_just_weeks_of_a_year_are_enough_and_one_less_is_not() -> None:
    assert ask(spec(weeks=52)).years == 1
    with pytest.raises(InputError, match="weeks = 51 reach no year"):
        ask(spec(weeks=51))
