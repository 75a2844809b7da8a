"""One district: found by three letters, beside the whole city."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from sim.answers.district import MAPPED, district, districts, find_district
from sim.answers.pair import Pair
from sim.answers.run_result import Detail
from sim.city.load import load_city
from sim.files.errors import InputError
from sim.outcomes import OUTCOMES
from sim.outcomes.maps import DISTRICT_OUTCOMES
from sim.runs.statistics import paired_difference
from tests.answers.small import CITY, made_detail, made_pair, pair

LONDON = load_city("london").names
NAMES = load_city(CITY).names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("cam", "Camden"),
        ("CAM", "Camden"),
        (" Hackney ", "Hackney"),
        ("City of", "City of London"),
        ("har", "Harrow"),
    ],
)
def test_found_by_its_first_letters(text: str, name: str) -> None:
    names = (*(one for one in LONDON if one != "Haringey"), "City of London")
    assert find_district(text, tuple(dict.fromkeys(names))) == name


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("ca", "type 3 letters or more"),
        ("", "type 3 letters or more"),
        ("har", "may be Haringey, Harrow; type more letters"),
        ("Camdon", "unknown district 'Camdon'; did you mean 'Camden'"),
    ],
)
def test_refused(text: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        find_district(text, LONDON)


def test_districts_weighted_by_residents_are_the_city() -> None:
    lines = [district(pair(), NAMES, name, "trust") for name in NAMES]
    people = np.array([line.residents for line in lines])
    assert people.sum() == pytest.approx(200)
    sizes = np.array([[(both[0].homes == d).sum() for d in range(len(NAMES))] for both in pair().details])
    maps = np.array([both[0].maps[:, MAPPED.index("trust")] for both in pair().details])
    whole = (maps * sizes[:, None, :] / 200).sum(axis=2).mean(axis=0)
    np.testing.assert_allclose(lines[0].whole[0].mean, whole, atol=1e-6)


def test_the_difference_there_is_a_minus_b_there() -> None:
    found = district(pair(), NAMES, NAMES[1], "wellbeing")
    first, second, gap = found.here
    np.testing.assert_allclose(gap.mean, first.mean - second.mean, atol=1e-6)
    assert found.weeks[0] == 4
    assert len(found.weeks) == len(gap.mean) == 26
    assert (gap.low <= gap.mean).all()


def test_an_outcome_that_no_map_shows_is_refused() -> None:
    with pytest.raises(InputError, match="unknown outcome of a district"):
        district(pair(), NAMES, NAMES[0], "complexity")
    assert set(MAPPED) <= set(OUTCOMES)
    assert tuple(name for name in DISTRICT_OUTCOMES if name != "outage") == MAPPED


def made(months: np.ndarray, maps: np.ndarray, homes: list[int]) -> Detail:
    """Return the details of one city with ``months`` (M, 3) and ``maps`` (M, 9, 3) of three districts."""
    return made_detail(months, maps=maps, homes=np.array(homes))


@pytest.fixture(scope="module")
def by_hand() -> Pair:
    """Three seeds, two months, three districts; every number another."""
    rng = np.random.default_rng(5)
    homes = ([0, 0, 1, 1, 1, 2], [0, 1, 1, 1, 1, 2], [0, 0, 0, 1, 1, 2])
    details = [
        (
            made(rng.random((2, 3)), rng.random((2, 9, 3)), home),
            made(rng.random((2, 3)), rng.random((2, 9, 3)), home),
        )
        for home in homes
    ]
    return made_pair(np.zeros((3, 2, 2, 3)), details)


DISTRICTS = ("North", "Norbury", "South")


def lines(first: np.ndarray, second: np.ndarray) -> tuple[tuple[np.ndarray, ...], ...]:
    """Return mean and band (M,) of A, of B and of A minus B, from (S, M) each."""
    nothing = np.zeros_like(first)
    pairs = ((first, nothing), (second, nothing), (first, second))
    return tuple(tuple(paired_difference(*both)) for both in pairs)


def test_lines_are_of_the_place_and_the_outcome_named(by_hand: Pair) -> None:
    found = district(by_hand, DISTRICTS, "norb", "calm")
    row = 4  # of calm among the maps
    here = [np.array([both[city].maps[:, row, 1] for both in by_hand.details]) for city in (0, 1)]
    whole = [np.array([both[city].months[:, 1] for both in by_hand.details]) for city in (0, 1)]
    for told, expected in ((found.here, lines(*here)), (found.whole, lines(*whole))):
        for line, (mean, low, high) in zip(told, expected, strict=True):
            np.testing.assert_array_equal([line.mean, line.low, line.high], [mean, low, high])
    assert (found.name, found.outcome) == ("Norbury", "calm")
    assert found.weeks.tolist() == [4, 8]
    assert found.residents == pytest.approx((3 + 4 + 2) / 3)
    assert (found.looks, found.seeds) == (2, (1, 2, 3))


def test_documents_tell_here_from_the_city_and_say_null_where_nothing_is_defined(by_hand: Pair) -> None:
    first, second = by_hand.details[0]
    maps = first.maps.copy()
    maps[1, MAPPED.index("trust"), 2] = np.nan
    details = ((first._replace(maps=maps), second), *by_hand.details[1:])
    found = district(replace(by_hand, details=details), DISTRICTS, "South", "trust")
    told = found.as_json()
    assert (told["district"], told["outcome"], told["weeks"]) == ("South", "trust", [4, 8])
    assert told["residents"] == 1.0
    assert list(told["here"]) == list(told["city"]) == ["A", "B", "difference"]
    for name, line, whole in zip(told["here"], found.here, found.whole, strict=True):
        undefined = name in ("A", "difference")
        assert told["here"][name] == {
            key: [values[0], None if undefined else values[1]] for key, values in vars(line).items()
        }
        assert told["city"][name] == {key: values.tolist() for key, values in vars(whole).items()}
    assert list(vars(found.here[0])) == ["mean", "low", "high"]


def test_every_outcome_of_the_question_that_a_map_shows_is_told() -> None:
    details = [(made_detail(np.zeros((1, 3)), maps=np.zeros((1, 9, 2))),) * 2] * 2
    asked = made_pair(np.zeros((2, 2, 2, 3)), details, outcomes=("trust", "complexity", "calm"))
    found = districts(asked, DISTRICTS[:2], "north")
    assert list(found) == ["trust", "calm"]
    assert [one["outcome"] for one in found.values()] == ["trust", "calm"]
    assert {one["district"] for one in found.values()} == {"North"}


@pytest.mark.parametrize(
    ("text", "name"),
    [("ay", "Ay"), ("aylesbury", "Aylesbury"), ("ayl", "Aylesbury"), ("ely", "Ely"), ("elyh", "Elyhurst")],
)
def test_a_whole_name_is_enough_however_short_and_though_others_begin_so(text: str, name: str) -> None:
    assert find_district(text, ("Elyhurst", "Ay", "Aylesbury", "Ely")) == name
