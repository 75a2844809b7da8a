"""The cities that the page offers, and a city of the visitor's own among them."""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from sim.dashboard.settings import read_settings
from sim.dashboard.state import cities
from sim.dashboard.state.actions import act
from sim.dashboard.state.cities import city_named, offer, offered, opening
from sim.dashboard.state.links import read_link, write_link
from sim.dashboard.state.scene import Scene
from sim.dashboard.state.view_state import ViewState
from sim.dashboard.work.simulation import run
from sim.files.errors import InputError

HILLSIDE = """district,population,income_median,longitude,latitude
Harbour,12000,21000,4.80,45.76
Mill Street,9000,24500,4.82,45.76
Old Town,15000,30500,4.84,45.76
Terraces,7000,41000,4.86,45.76
"""


@pytest.fixture
def hillside(tmp_path: Path) -> Iterator[Path]:
    """A city of one's own, which the page offers for the length of a test."""
    file = tmp_path / "hillside.csv"
    file.write_text(HILLSIDE, encoding="utf-8")
    offer(str(file))
    yield file
    cities._OWN.clear()


def test_an_own_city_is_offered_first_and_opened_on(hillside: Path) -> None:
    assert offered()[0] == "hillside"
    assert opening("en") == opening("fr") == "hillside"
    opened = act(ViewState(Scene()), {"do": "hello", "language": "fr"})
    assert opened.scene.city == "hillside"
    assert city_named("hillside").names == ("Harbour", "Mill Street", "Old Town", "Terraces")


def test_an_own_city_runs_and_its_links_open_here(hillside: Path) -> None:
    scene = Scene(city="hillside")
    assert read_link(write_link(scene)) == (scene, [])
    found = run(scene.spec(), 200)
    assert found is not None
    assert found.maps.shape[3] == 4


def test_a_link_to_a_city_that_is_not_here_says_what_it_needs() -> None:
    packed = zlib.compress(json.dumps({"v": 3, "city": "hillside", "seed": 5}).encode())
    scene, notices = read_link(base64.urlsafe_b64encode(packed).decode())
    assert (scene.city, scene.seed) == (Scene().city, 5)
    assert "hillside" in notices[0].translate("en")
    assert "two-cities app --city" in notices[0].translate("fr")


@pytest.mark.parametrize(("language", "city"), [("fr", "paris"), ("en", "london"), ("de", "london")])
def test_the_page_opens_on_a_city_of_its_language(language: str, city: str) -> None:
    assert act(ViewState(Scene()), {"do": "hello", "language": language}).scene.city == city


def test_a_link_says_which_city_whatever_the_language() -> None:
    link = write_link(Scene(city="chicago"))
    assert act(ViewState(Scene()), {"do": "hello", "language": "fr", "link": link}).scene.city == "chicago"


def test_an_own_city_may_not_take_a_shipped_name(tmp_path: Path) -> None:
    (tmp_path / "paris.csv").write_text(HILLSIDE, encoding="utf-8")
    with pytest.raises(InputError, match="a shipped city is called 'paris'"):
        offer(str(tmp_path / "paris.csv"))


def test_a_file_that_is_not_there_is_refused_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"^--city = .* is no file"):
        read_settings({"city": str(tmp_path / "nowhere.csv")}, {})
