"""Files of one's own, read as cities."""

import numpy as np
import pytest

from sim.city.city import place_residents, settle
from sim.city.load import list_cities, load_city, opening_cities
from tests.city.made import collection, feature, square, write


def told(city, language="en"):
    return "\n".join(note.translate(language) for note in city.notes)


def test_three_columns_of_a_csv_make_a_city(tmp_path):
    path = write(tmp_path, "my.csv", "name,population,unemployment_pct\nA,10,5\nB,20,7\nC,30,7\nD,40,1\n")
    city = load_city(path)
    np.testing.assert_allclose(city.hardship, [5 / 11.2, 7 / 13.2, 7 / 13.2, 1 / 7.2])  # 1/2 at 6.2 %
    assert city.hardship_basis == "absolute"
    assert city.cartogram
    assert city.neighbours_of(0).tolist() == [1, 2, 3]
    assert "No boundaries" in told(city)
    assert city.centre is None
    assert settle(city, 10, 7).district.tolist() == [0, 1, 1, 2, 2, 2, 3, 3, 3, 3]


def test_a_district_where_nobody_lives_gets_no_resident_and_is_named(tmp_path):
    path = write(tmp_path, "my.csv", "name,population,unemployment_pct\nA,10,5\nPort,0,7\nC,30,8\n")
    city = load_city(path)
    assert (np.bincount(place_residents(city, 1001, 7), minlength=3)[1]) == 0
    assert any("Nobody lives in: Port" in note.translate("en") for note in city.notes)


def test_french_spreadsheets_are_understood(tmp_path):
    path = write(tmp_path, "ville.csv", "\ufeffname;population;unemployment_pct\nA;10;5,5\nB;20;7\n")
    assert load_city(path).figures["unemployment_pct"].tolist() == [5.5, 7.0]


def test_known_columns_raise_and_lower_and_others_are_named(tmp_path):
    header = "name,population,median_income_eur,degree_pct,slum_dwelling_pct,mayor\n"
    city = load_city(write(tmp_path, "my.csv", header + "A,10,900,10,50,X\nB,10,1900,40,5,Y\n"))
    ranked = np.array([0.25 + 0.5 * 0.75, 0.25 + 0.5 * 0.25])  # income, slums: no country's figure to go by
    degrees = np.array([40 / 50, 40 / 80])
    np.testing.assert_allclose(city.hardship, (2 * ranked + degrees) / 3)
    assert city.hardship_basis == "mixed"
    assert any(note.translate("en") == "Columns not used: mayor." for note in city.notes)


def test_without_indicators_hardship_is_drawn_and_says_so(tmp_path):
    city = load_city(write(tmp_path, "my.csv", "name,population\nA,10\nB,20\n"))
    assert np.isnan(city.hardship).all()
    assert any("drawn" in note.translate("en") for note in city.notes)
    assert (settle(city, 10, 7).hardship != settle(city, 10, 8).hardship).all()


def test_a_figure_missing_everywhere_in_one_row_falls_back_on_the_city(tmp_path):
    path = write(tmp_path, "my.csv", "name,population,unemployment_pct\nA,10,5\nB,20,\nC,10,N/A\nD,10,9\n")
    city = load_city(path)
    np.testing.assert_allclose(city.hardship[1:3], (5 / 11.2 + 9 / 15.2) / 2)
    assert any(
        "No indicator at all" in note.translate("en") and "B, C" in note.translate("en")
        for note in city.notes
    )


def test_geojson_finds_neighbours_over_the_default_gap(tmp_path):
    # Squares of .01 degree on the equator, 1.11 km wide: B touches A's corner, C lies .003 (334 m) east of A.
    text = collection(
        feature("A", square(0, 0)), feature("B", square(-0.01, 0.01)), feature("C", square(0.013, 0))
    )
    city = load_city(write(tmp_path, "my.geojson", text))
    assert [city.neighbours_of(d).tolist() for d in range(3)] == [[1, 2], [0], [0]]
    assert not city.cartogram
    write(tmp_path, "my.toml", "gap_m = 5000\n")
    assert load_city(tmp_path / "my.geojson").neighbours_of(1).tolist() == [0]  # A lies between B and C


def test_a_mapping_decides_what_columns_mean(tmp_path):
    text = collection(
        feature("A", square(0, 0), quartier="Nord", gens=5, pauvrete=1.0),
        feature("B", square(0.01, 0), quartier="Sud", gens=5, pauvrete=2.0),
    )
    path = write(tmp_path, "my.json", text)
    mapping = """
title = { en = "Mine", fr = "La mienne" }
licence = "CC0"
centre = [0.01, 0.005]
landmarks = ["Sud"]
[columns]
name = "quartier"
population = "gens"
lower_hardship = ["pauvrete"]
[[lines]]
name = "Canal"
points = [[0.0, 0.0], [0.02, 0.01]]
"""
    write(tmp_path, "my.toml", mapping)
    city = load_city(path)
    assert city.names == ("Nord", "Sud")
    assert city.hardship.tolist() == [0.625, 0.375]
    assert (city.title.translate("fr"), city.licence.translate("fr"), city.landmarks) == (
        "La mienne",
        "CC0",
        (1,),
    )
    np.testing.assert_allclose(city.centre, (0.5, 0.5), atol=1e-9)
    np.testing.assert_allclose(city.lines[0].points, [[0, 0.75], [1, 0.25]], atol=1e-6)


def test_one_missing_boundary_does_not_cost_the_map(tmp_path):
    features = feature("A", square(0, 0)), feature("B", square(0.01, 0)), feature("C", None)
    city = load_city(write(tmp_path, "my.geojson", collection(*features)))
    assert not city.cartogram
    assert "square beside the map, in no real place and next to whatever is nearest: C" in told(city)
    assert city.centroids[2, 1] > max(city.centroids[:2, 1])  # under the map
    assert len(city.neighbours_of(2)) > 0
    most = load_city(
        write(tmp_path, "most.geojson", collection(features[0], feature("B", None), features[2]))
    )
    assert most.cartogram
    assert "No boundaries for B, C" in told(most)


def test_known_names():
    assert list_cities() == ("synthetic", "chicago", "london", "lyon", "marseille", "paris")
    assert load_city("synthetic:9").districts == 9
    assert load_city("synthetic").districts == 64
    assert all(load_city(name).name == name for name in list_cities())


def test_french_opens_on_paris_and_other_languages_on_the_invented_city():
    assert opening_cities() == {"fr": "paris"}
    assert load_city("paris").opens == ("fr",)


NO_BOUNDARY = [
    {"type": "LineString", "coordinates": [[0, 0], [1, 1]]},
    {"type": "Polygon", "coordinates": [[[0, 0], [1, 0]]]},
    {"type": "Polygon", "coordinates": "here"},
    {"type": "Polygon", "coordinates": [[[0, 0], [1, None], [1, 1], [0, 0]]]},
    {"type": "Polygon", "coordinates": [[[0, 0], [10**400, 0], [1, 1], [0, 0]]]},
    {"type": "Polygon", "coordinates": [[[0, 0], [float("nan"), 0], [1, 1], [0, 0]]]},
    {"type": "Polygon", "coordinates": []},
    {"type": "Sphere"},
    [1, 2],
    "POLYGON EMPTY",
]


@pytest.mark.parametrize("geometry", NO_BOUNDARY, ids=[str(one)[:40] for one in NO_BOUNDARY])
def test_a_geometry_that_cannot_be_read_costs_one_boundary(tmp_path, geometry):
    features = feature("A", square(0, 0)), feature("B", square(0.01, 0)), feature("C", geometry), 7
    city = load_city(write(tmp_path, "my.geojson", collection(*features)))
    assert city.names == ("A", "B", "C")
    assert "square beside the map, in no real place and next to whatever is nearest: C" in told(city)
    assert "Neither name nor figures, left out: feature 4" in told(city)
