import json
import os
import re
from pathlib import Path

import numpy as np
import pytest
import shapely

from sim.city.city import place_residents, settle
from sim.city.load import list_cities, load_city, opening_cities
from sim.files.errors import InputError

DOCS = Path(__file__).parents[2] / "docs" / "cities.md"


def square(west, south, size=0.01):
    east, north = west + size, south + size
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return {"type": "Polygon", "coordinates": [ring]}


def feature(name, geometry, **properties):
    properties = {"name": name, "population": 100, **properties}
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def collection(*features):
    return json.dumps({"type": "FeatureCollection", "features": list(features)})


def write(folder, name, text):
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def london():
    return load_city("london")


def told(city, language="en"):
    return "\n".join(note.translate(language) for note in city.notes)


def named(city, name):
    return {city.names[d] for d in city.neighbours_of(city.names.index(name))}


# London


def test_london_has_33_districts_and_says_whose_figures_they_are(london):
    assert london.districts == 33
    people = dict(zip(london.names, london.population, strict=True))
    assert (people["City of London"], people["Newham"]) == (8_800, 342_900)
    assert "Open Government Licence v3" in london.licence
    assert "Ordnance Survey" in london.attribution
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


# One's own files


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
    assert (city.title.translate("fr"), city.licence, city.landmarks) == ("La mienne", "CC0", (1,))
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


# Errors: one line that names file, place, value and remedy

BAD_NAMES = [
    ("londn", "unknown city 'londn'; did you mean 'london'"),
    ("", "unknown city ''"),
    ("synthetic:many", "number of districts"),
    ("synthetic:", "number of districts"),
    ("synthetic:0", "1 to 10000"),
    ("synthetic:10001", "1 to 10000"),
    ("synthetic:-4", "number of districts"),
    ("synthetic:٣", "number of districts"),
    ("../london", "outside the folder"),
    ("/etc/passwd", "outside the folder"),
    ("a\\b", "outside the folder"),
    ("nowhere/none.csv", "nowhere/none.csv: no such file"),
    ("\0.csv", "not a name"),
    ("two\nlines.csv", "not a name"),
]


@pytest.mark.parametrize(("name", "message"), BAD_NAMES)
def test_names_of_no_city(name, message):
    with pytest.raises(InputError, match=message) as caught:
        load_city(name)
    assert "\n" not in str(caught.value)


HEADER = "name,population,unemployment_pct\n"
BAD_CSV = [
    ("", "my.csv: the file is empty"),
    ("\n \n", "my.csv: the file is empty"),
    (HEADER, "my.csv: no districts"),
    (
        "name,ppulation\nA,1\n",
        "my.csv: no column 'population'; did you mean 'ppulation'.*in my.toml: .columns. pop",
    ),
    ("nme,population\n1,1\n", "my.csv: no column 'name'; did you mean 'nme'"),
    ('"no\nme",x\n1,2\n', "my.csv: no column 'name'"),
    ("x,population\nA,1\n", "my.csv: no column 'name'; there are: 'x', 'population'"),
    (HEADER + "A,-5,1\n", "my.csv, row 2, column 'population': -5 is outside the possible 0 to 1e\\+09"),
    (HEADER + "A,1e300,1\n", "row 2, column 'population': 1e\\+300 is outside"),
    (HEADER + "A,0,1\nB,0,2\n", "my.csv, column 'population': the populations sum to 0"),
    (
        HEADER + "A,nan,1\n",
        "row 2, column 'population': a number is missing for 'A'; write 0 where nobody lives",
    ),
    (HEADER + "A,1,1\nB,,1\n", "row 3, column 'population': a number is missing"),
    (HEADER + "A,many,1\n", "row 2, column 'population': 'many' is not a number"),
    (HEADER + "A,5,high\nB,5,1\n", "row 2, column 'unemployment_pct': 'high' is not a number"),
    (HEADER + "A,5,inf\nB,5,1\n", "row 2, column 'unemployment_pct': 'inf' is not a number"),
    (HEADER + "A,٣,1\n", "row 2, column 'population': '٣' is not a number; write its digits as 0 to 9"),
    (HEADER + "A,5,1e999\n", "row 2, column 'unemployment_pct': inf is outside"),
    (HEADER + "A,5,1_0\nB,5,1\n", "'1_0' is not a number"),
    (HEADER + "A,5,1\n\nA,6,2\n", "my.csv, row 4, column 'name': 'A' is already the name in row 2"),
    (HEADER + ",5,1\n", "row 2, column 'name': a name is missing"),
    (HEADER + "x" * 101 + ",5,1\n", "row 2, column 'name': a name has at most 100"),
    (HEADER + "A\x07,5,1\n", "row 2, column 'name': a name has at most 100 printable"),
    (HEADER + "A,5\n", "my.csv, row 2: 2 cells under 3 columns"),
    (HEADER + '"A,5,1\n', "my.csv, row 2: "),
    ("name,population,population\nA,5,6\n", "column 'population' appears twice with different cells"),
    (HEADER + "".join(f"d{i},1,1\n" for i in range(10_001)), "10001 districts; at most 10000"),
]


@pytest.mark.parametrize(("text", "message"), BAD_CSV, ids=[message[:50] for _, message in BAD_CSV])
def test_bad_tables(tmp_path, text, message):
    with pytest.raises(InputError, match=message) as caught:
        load_city(write(tmp_path, "my.csv", text))
    assert "\n" not in str(caught.value)


A, B = feature("A", square(0, 0)), feature("B", square(0.01, 0))
BAD_GEOJSON = [
    ('{"features": [\n{"a": }', "my.geojson: broken JSON at line 2"),
    ("[" * 100_000, "my.geojson: broken JSON"),
    ('{"features": [' + "9" * 5000 + "]}", "my.geojson: broken JSON"),
    ("[1, 2]", "not a GeoJSON FeatureCollection"),
    ('<kml xmlns="x"/>', "not a GeoJSON FeatureCollection .*; export it as GeoJSON"),
    ('{"type": "FeatureCollection"}', "not a GeoJSON FeatureCollection"),
    (collection(), "my.geojson: no districts"),
    (collection(A)[:-20], "my.geojson: broken JSON at line 1"),
    (collection(A).replace(",", "\n", 1), "my.geojson: broken JSON at line 2"),
    (
        collection(feature("A", square(530_000, 180_000, 100))),
        "no degrees; say their reference system in my.toml",
    ),
    (collection(A, feature("B", square(40, 40))), "40 degrees wide, too large for one city"),
    (collection(feature("A", square(0, 0), population=True)), "column 'population': true is not a number"),
    (collection(feature("A", square(0, 0), population=None)), "column 'population': a number is missing"),
    (collection(feature("A", square(0, 0), population=[1])), r"column 'population': '\[1\]' is not a number"),
    (collection(A, A), "feature 2, column 'name': 'A' is already the name in feature 1; a column of codes"),
    (collection(A, feature("", square(1, 0))), "feature 2, column 'name': a name is missing"),
]


@pytest.mark.parametrize(("text", "message"), BAD_GEOJSON, ids=[message[:50] for _, message in BAD_GEOJSON])
def test_bad_geojson(tmp_path, text, message):
    with pytest.raises(InputError, match=message) as caught:
        load_city(write(tmp_path, "my.geojson", text))
    assert "\n" not in str(caught.value)


BAD_MAPPING = [
    ("gap_m = 5 metres", "my.toml: broken TOML.*line 1"),
    ("gap_m = " + "9" * 5000, "my.toml: broken TOML"),
    ("gap = 5", "my.toml: unknown key 'gap' = 5; did you mean 'gap_m'"),
    ("gap_m = -1", "my.toml: gap_m = -1 is out of range .allowed: 0 to 50000"),
    ("gap_m = " + "9" * 400, "is out of range .allowed: 0 to"),
    ("gap_m = nan", "my.toml: gap_m = nan must be finite"),
    ("gap_m = true", "my.toml: gap_m = true must be a number"),
    ("licence = 3", "my.toml: licence = 3; it must be text"),
    (
        'title = { fr = "x" }',
        r"my.toml: title = .*; it must be text, or a table of languages \(en, fr\), en among",
    ),
    ('title = { en = "x", xx = "y" }', r"my.toml: title = .*; it must be text, or a table of languages"),
    ("centre = [1]", r"my.toml: centre = \[1\]; it must be \[longitude, latitude\]"),
    ("centre = [500000, 10]", "my.toml: centre = 500000 is out of range .allowed: -180 to 180"),
    ('landmarks = ["Z"]', "my.toml: landmarks: no district is called 'Z'"),
    ('landmarks = "A"', "my.toml: landmarks = 'A'; it must be a list"),
    ("columns = 1", "my.toml: columns = 1; it must be a table"),
    ('opens = ["fr", "xx"]', "my.toml: opens = 'xx' is not known; known: en, fr"),
    ('separator = "x"', "my.toml: separator = 'x' is not known"),
    ("swapped = 1", "my.toml: swapped = 1 must be true or false"),
    ('leave_out = ["Z"]', "my.toml: leave_out: no district or row is called 'Z'"),
    (
        'crs = "EPSG:99999"',
        "my.geojson: the reference system 'EPSG:99999' is not known; say which it is in my.toml",
    ),
    ('table = "../x.csv"', "my.toml: table = '../x.csv' must be a file in the same folder"),
    ("[reference]\nx = 5", "my.toml: reference.x = 5; it must be a table with value and source"),
    ('[reference.x]\nvalue = 0\nsource = "s"', "my.toml: reference.x.value = 0"),
    (
        '[columns]\nraises = ["a"]',
        r"my.toml: \[columns\]: unknown key 'raises' = .*; did you mean 'raise_hardship'",
    ),
    ('[columns]\nraise_hardship = ["poverty"]', "my.geojson: no column 'poverty'"),
    (
        '[columns]\nraise_hardship = ["x"]\nlower_hardship = ["x"]',
        "my.toml: column 'x' is given two meanings",
    ),
    ("lines = 1", "my.toml: lines = 1; it must be a list"),
    ('[[lines]]\nname = "x"', "my.toml: lines = .*; it must be a table with name and points"),
    ('[[lines]]\nname = "x"\npoints = [[0, 0]]', "my.toml: points = .*; it must be at least two places"),
]


@pytest.mark.parametrize(("text", "message"), BAD_MAPPING, ids=[text[:40] for text, _ in BAD_MAPPING])
def test_bad_mappings(tmp_path, text, message):
    path = write(tmp_path, "my.geojson", collection(A, B))
    write(tmp_path, "my.toml", text)
    with pytest.raises(InputError, match=message) as caught:
        load_city(path)
    assert "\n" not in str(caught.value)


def test_sizes_are_refused_before_anything_is_read(tmp_path):
    for name, size, said in (("huge.csv", 12_000_001, "12 MB"), ("huge.geojson", 50_000_001, "50 MB")):
        with (tmp_path / name).open("wb") as file:
            file.truncate(size)  # a sparse file: nothing is written
        with pytest.raises(InputError, match=f"larger than {said}"):
            load_city(tmp_path / name)


def test_what_is_no_file_and_near_misses(tmp_path):
    write(tmp_path, "latin.csv", HEADER)
    with pytest.raises(InputError, match=r"no such file; did you mean 'latin\.csv'"):
        load_city(tmp_path / "latn.csv")
    (tmp_path / "folder.csv").mkdir()
    os.mkfifo(tmp_path / "pipe.csv")
    os.mkfifo(tmp_path / "pipe.geojson")
    for name in ("folder.csv", "pipe.csv", "pipe.geojson"):
        with pytest.raises(InputError, match="no such file"):
            load_city(tmp_path / name)


# The documentation


def test_the_documented_example_runs(tmp_path, capsys):
    blocks = re.findall(r"```(\w+)(?: (\S+))?\n(.*?)```", DOCS.read_text(encoding="utf-8"), flags=re.DOTALL)
    files = {name: text for kind, name, text in blocks if kind in ("csv", "toml") and name}
    assert set(files) == {"mycity.csv", "mycity.toml"}
    for name, text in files.items():
        write(tmp_path, name, text)
    (code,) = [text for kind, _, text in blocks if kind == "python"]
    (output,) = [text for kind, _, text in blocks if kind == "text"]
    exec(code.replace('"mycity.csv"', repr(str(tmp_path / "mycity.csv"))), {})
    assert capsys.readouterr().out == output
