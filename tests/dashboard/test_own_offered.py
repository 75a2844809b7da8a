"""An own city on the page: its name beside the shipped ones, its makers, how many there may be."""

from __future__ import annotations

import pytest

from sim.dashboard.state import cities
from sim.dashboard.state.cities import MOST_OWN, city_named, offered, opening
from sim.dashboard.state.scene import Scene
from sim.dashboard.views.credit import credit, line_of_credit
from sim.dashboard.views.exports import lines_of_receipt
from sim.files.errors import InputError
from tests.dashboard.own_visitor import TABLE, Visitor

pytestmark = pytest.mark.usefixtures("no_own_city")


def test_the_page_says_whose_data_an_own_city_is_made_of_and_that_squares_are_no_map(
    visitor: Visitor,
) -> None:
    visitor.pick("districts", "ville.csv", TABLE)
    scene = Scene(city=visitor.take(), language="fr")
    assert line_of_credit(scene) == "ville · Des carrés, pas la vraie carte · source des données non précisée"
    visitor.do("own_words", key="attribution", words="Ville de Ville, 2024")
    scene = scene.change(city=visitor.take())
    assert credit(scene)["data"] == "Ville de Ville, 2024 · non précisé"
    assert "Ville de Ville, 2024" in " ".join(lines_of_receipt(scene))


@pytest.mark.parametrize(
    ("city", "owed"), [("paris", "IGN"), ("london", "Crown copyright"), ("chicago", "Chicago")]
)
def test_the_makers_of_a_shipped_citys_data_are_named_on_the_page_and_in_exports(
    city: str, owed: str
) -> None:
    scene = Scene(city=city)
    assert owed in credit(scene)["data"]
    assert owed in " ".join(lines_of_receipt(scene))
    assert credit(scene)["caution"] == ""


def test_a_city_taken_is_offered_beside_the_shipped_ones_under_a_name_of_its_own(visitor: Visitor) -> None:
    visitor.pick("districts", "paris.csv", TABLE)
    assert visitor.take() == "paris (2)"
    assert "paris (2)" in offered()
    assert opening("en") != "paris (2)"
    assert city_named("paris (2)").districts == 3
    assert visitor.take() == "paris (2)"  # the same once more
    visitor.do("own_row", row=0, out=True)
    assert visitor.take() == "paris (3)"


def test_own_cities_are_kept_up_to_a_number_and_none_is_forgotten(visitor: Visitor) -> None:
    visitor.pick("districts", "ville.csv", TABLE)
    for number in range(MOST_OWN):
        cities.add(visitor.city(), f"v{number}.csv")
    with pytest.raises(InputError, match=f"there are {MOST_OWN} own cities here"):
        cities.add(visitor.city(), "one-more.csv")
