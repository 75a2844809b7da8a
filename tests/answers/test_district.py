"""One district: found by three letters, beside the whole city."""

from __future__ import annotations

import numpy as np
import pytest

from sim.answers.district import MAPPED, district, find_district
from sim.city.load import load_city
from sim.files.errors import InputError
from sim.outcomes import OUTCOMES
from tests.answers.small import CITY, pair

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
