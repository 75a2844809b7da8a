"""London as it is shipped."""

import re

import numpy as np
import pytest
import shapely

from sim.city.city import place_residents
from sim.city.load import load_city, read_city
from sim.files.resources import data_folder


def named(city, name):
    return {city.names[d] for d in city.neighbours_of(city.names.index(name))}


def test_london_has_33_districts_and_says_whose_figures_they_are(london):
    assert london.districts == 33
    people = dict(zip(london.names, london.population, strict=True))
    assert (people["City of London"], people["Newham"]) == (8_800, 342_900)
    assert "Open Government Licence v3" in london.licence.translate("en")
    assert "Ordnance Survey" in london.attribution.translate("en")
    assert london.title.translate("fr") == "Londres"
    assert not london.invented
    assert not london.cartogram
    assert np.isfinite(london.area_km2).all()


@pytest.mark.parametrize(
    ("north", "south"),
    [
        ("Hounslow", "Richmond upon Thames"),
        ("Hammersmith and Fulham", "Richmond upon Thames"),
        ("Hammersmith and Fulham", "Wandsworth"),
        ("Kensington and Chelsea", "Wandsworth"),
        ("Westminster", "Lambeth"),
        ("City of London", "Southwark"),
        ("Tower Hamlets", "Southwark"),
        ("Tower Hamlets", "Greenwich"),
        ("Newham", "Greenwich"),
        ("Barking and Dagenham", "Greenwich"),
        ("Barking and Dagenham", "Bexley"),
        ("Havering", "Bexley"),
    ],
)
def test_the_thames_does_not_separate_london(london, north, south):
    assert south in named(london, north)
    assert north in named(london, south)


def test_londons_neighbours_inland(london):
    assert named(london, "Enfield") == {"Barnet", "Haringey", "Waltham Forest"}
    assert named(london, "Sutton") == {"Croydon", "Kingston upon Thames", "Merton"}
    # Nearer than the stated gap, but with another borough in between:
    assert "Tower Hamlets" not in named(london, "Islington")
    assert "Lewisham" not in named(london, "Lambeth")


def test_londons_neighbours_are_symmetric_and_in_one_piece(london):
    pairs = {(d, int(e)) for d in range(33) for e in london.neighbours_of(d)}
    assert pairs == {(e, d) for d, e in pairs}
    assert all(d != e for d, e in pairs)
    reached = {0}
    while more := {e for d, e in pairs if d in reached} - reached:
        reached |= more
    assert len(reached) == 33


def test_londons_repairs_and_gaps_are_told_in_both_languages(london):
    english = "\n".join(note.translate("en") for note in london.notes)
    french = "\n".join(note.translate("fr") for note in london.notes)
    for text in (english, french):
        assert re.search("Newham, Richmond upon Thames", text)
        assert len(re.findall("(unemployment|no_qualification)_pct,.*City of London", text)) == 2
        assert "crime_per_1000" in text
    assert not re.search(r"[^\s\u202f][:;?!]\s", french)


def test_londons_hardship_follows_income_work_and_schooling(london):
    by_name = dict(zip(london.names, london.hardship, strict=True))
    assert london.hardship_basis == "absolute"
    assert max(by_name, key=by_name.get) == "Barking and Dagenham"
    assert by_name["Newham"] > 0.5 > by_name["Richmond upon Thames"]
    # 29,420 pounds against the country's 30,600; 11 % without work against 6.2; 11.3 % unqualified against 8.8.
    parts = 30_600 / (30_600 + 29_420), 11 / 17.2, 11.3 / 20.1
    assert by_name["Barking and Dagenham"] == pytest.approx(sum(parts) / 3)
    assert by_name["City of London"] == pytest.approx(30_600 / (30_600 + 63_620))  # only its income is known


def test_london_is_drawn_in_the_unit_box_with_north_on_top(london):
    points = np.concatenate([ring for rings in london.polygons for ring in rings])
    low, high = points.min(axis=0), points.max(axis=0)
    assert low.min() == pytest.approx(0)
    assert high.max() == pytest.approx(1)
    # London is 58 km wide and 45 km high.
    assert (high - low)[1] / (high - low)[0] == pytest.approx(45 / 58, abs=0.02)
    place = dict(zip(london.names, london.centroids, strict=True))
    assert place["Enfield"][1] < place["Croydon"][1]
    assert place["Hillingdon"][0] < place["Havering"][0]
    assert [london.names[d] for d in london.landmarks] == ["Hillingdon", "Croydon", "Havering"]


def test_the_thames_runs_midway_between_its_banks(london):
    (river,) = london.lines
    assert river.name.translate("fr") == "Tamise"
    bank = {n: shapely.Polygon(max(r, key=len)) for n, r in zip(london.names, london.polygons, strict=True)}
    north = "Hounslow|Hammersmith.*|Kensington.*|Westminster|City.*|Tower.*|Newham|Barking.*|Havering"
    south = "Richmond.*|Wandsworth|Lambeth|Southwark|Lewisham|Greenwich|Bexley"
    on_north, on_south = (
        shapely.union_all([shape.buffer(0) for name, shape in bank.items() if re.fullmatch(names, name)])
        for names in (north, south)
    )
    metre = 1 / 58_000
    assert len(river.points) > 50
    for point in map(shapely.Point, river.points):
        # Half the widest gap followed and the simplification, as london.toml states them.
        assert point.distance(on_north) < (450 + 60) * metre
        assert abs(point.distance(on_north) - point.distance(on_south)) < 2 * 60 * metre


def test_londoners_live_in_proportion_whatever_the_seed(london):
    district = place_residents(london, 10_000, 1)
    np.testing.assert_array_equal(district, place_residents(london, 10_000, 2))
    assert (np.diff(district) >= 0).all()
    share = london.population / london.population.sum()
    assert np.abs(np.bincount(district, minlength=33) - 10_000 * share).max() < 1


def test_a_shipped_city_is_read_once():
    assert load_city("london") is load_city("london")
    afresh = read_city(data_folder() / "cities" / "london.geojson", "london")
    assert load_city("london").fingerprint == afresh.fingerprint
