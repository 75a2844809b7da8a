"""Files of cities that are refused: one line that names file, place, value and remedy."""

import os

import pytest

from sim.city.load import load_city
from sim.files.errors import InputError
from tests.city.made import A, B, collection, feature, square, write

BAD_NAMES = [
    ("londn", "unknown city 'londn'; did you mean 'london'"),
    ("", "unknown city ''"),
    ("synthetic:many", "number of districts"),
    ("synthetic:", "number of districts"),
    ("synthetic:0", "1 to 10,000"),
    ("synthetic:10001", "1 to 10,000"),
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
    ("x,population\nA,1\n", "my.csv: no column 'name'; known: x, population "),
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
    (HEADER + "".join(f"d{i},1,1\n" for i in range(10_001)), "10,001 districts; at most 10,000"),
]


@pytest.mark.parametrize(("text", "message"), BAD_CSV, ids=[message[:50] for _, message in BAD_CSV])
def test_bad_tables(tmp_path, text, message):
    with pytest.raises(InputError, match=message) as caught:
        load_city(write(tmp_path, "my.csv", text))
    assert "\n" not in str(caught.value)


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
    (
        collection(A, feature("A", square(0.01, 0))),
        "feature 2, column 'name': 'A' is already the name in feature 1; a column of codes",
    ),
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
