"""What `two-cities validate` makes of small invented files, each with a fault offices' files have."""

import shutil
from pathlib import Path

import numpy as np
import pytest

from sim.city.check import check_city, settled
from sim.city.load import load_city
from sim.city.mapping_text import write_mapping
from sim.cli.main import main

CASES = Path(__file__).with_name("cases")

# file, exit status, districts, what is said, what must not be said
TABLE = [
    ("01-low-income-inverted.csv", 0, 3, ["raised by: low_income_pct"], []),
    ("02-thousands-dot-semicolon.csv", 0, 3, ["31445 people", "Thousands separators understood"], []),
    ("04-thousands-quoted.csv", 0, 2, ["30465 people", "Thousands separators understood"], []),
    ("06-totals-row.csv", 0, 2, ["3000 people", "a total of others, left out: TOTAL"], []),
    ("07-blank-first-line.csv", 0, 2, ["3000 people"], []),
    ("09-title-line.csv", 0, 2, ["above the header left out: 1; the header is row 2"], []),
    ("10-percent-sign.csv", 0, 2, ["Per cent signs left out", "raised by: unemployment_pct"], []),
    ("11-decimal-comma-quoted.csv", 0, 2, ["Decimal commas understood", "raised by: unemployment_pct"], []),
    ("12-latin1.csv", 0, 2, ["Not UTF-8: read as cp1252"], []),
    ("13-utf16.csv", 0, 2, ["Not UTF-8: read as utf-16"], []),
    ("15-duplicate-names.geojson", 0, 3, ["told apart by the column id: New Town"], []),
    ("17-local-grid-metres.geojson", 0, 2, ["converted from EPSG:27700", "open sea"], ["no geography"]),
    ("18-lambert93.geojson", 0, 2, ["converted from EPSG:2154"], ["open sea"]),
    ("19-one-null-geometry.geojson", 0, 2, ["nobody lives there, left out: Cemetery"], ["No boundaries"]),
    ("20-geometrycollection.geojson", 0, 2, ["2000 people"], ["No boundaries"]),
    ("21-degenerate-polygon.geojson", 0, 2, ["cannot be used", "Sliver"], ["No boundaries"]),
    ("24-3d.geojson", 0, 2, ["2000 people"], ["No boundaries", "open sea"]),
    ("25-topo.json", 0, 1, ["1000 people", "longitude and latitude (WGS 84) assumed"], ["No boundaries"]),
    (
        "26-unknown-indicator.csv",
        0,
        2,
        [
            "raised by: unemployment_rate, poverty_rate",
            "Looks like an indicator of hardship",
            "hardship_index",
        ],
        ["is drawn"],
    ),
    ("27-join.csv", 0, 2, ["joined to the boundaries over the column name"], ["No boundaries"]),
    ("27-join.geojson", 0, 2, ["joined to the boundaries over the column name"], ["No boundaries"]),
    (
        "28-missing-population.geojson",
        2,
        None,
        ["feature 3", "a number is missing for 'Airport'", "leave_out"],
        [],
    ),
    ("29-enclave-hole.geojson", 0, 2, ["2000 people"], ["whole city", "No boundaries"]),
    ("31-duplicate-unused-column.csv", 0, 2, ["more than once, numbered here: note"], []),
    ("32-trailing-delimiter.csv", 0, 2, ["Separators at the end of rows"], []),
    ("33-capitals.csv", 0, 2, ["3000 people"], []),
    ("34-constant-and-blank.csv", 0, 2, ["No figure at all", "unemployment_pct", "is drawn"], []),
    ("35-feature-no-properties.geojson", 0, 1, ["Neither name nor figures, left out: feature 2"], []),
    ("36-density-strings.geojson", 0, 2, ["3000 people", "Thousands separators understood"], []),
    ("38-null-island-outlier.geojson", 0, 3, ["Far away from all others", "Broken"], ["No boundaries"]),
]


def test_every_case_stands_in_the_table():
    assert {path.name for path in CASES.iterdir()} == {row[0] for row in TABLE}


@pytest.mark.parametrize(
    ("file", "status", "districts", "said", "unsaid"), TABLE, ids=[row[0] for row in TABLE]
)
def test_validate(capsys, file, status, districts, said, unsaid):
    assert main(["validate", str(CASES / file)]) == status
    shown = capsys.readouterr()
    text = shown.out + shown.err
    assert "Traceback" not in text
    assert [words for words in said if words not in text] == []
    assert [words for words in unsaid if words in text] == []
    if districts is not None:
        assert f"{districts} district{'s' * (districts != 1)}," in shown.out
        assert shown.err == ""


def test_the_readings_are_right_to_the_number():
    poor = load_city(CASES / "01-low-income-inverted.csv")
    assert dict(zip(poor.names, poor.hardship.round(3), strict=True)) == {
        "Richton": 0.333,
        "Poorton": 0.667,
        "Midton": 0.5,
    }
    assert load_city(CASES / "02-thousands-dot-semicolon.csv").population.tolist() == [21345, 9120, 980]
    assert load_city(CASES / "12-latin1.csv").names == ("Étang", "Forêt")
    assert load_city(CASES / "13-utf16.csv").names == ("Étang", "Forêt")
    for file in ("10-percent-sign.csv", "11-decimal-comma-quoted.csv", "09-title-line.csv"):
        assert load_city(CASES / file).figures["unemployment_pct"].tolist() == [5.1, 7.2]
    assert load_city(CASES / "15-duplicate-names.geojson").names == ("New Town (a)", "New Town (b)", "Port")
    lambert = check_city(CASES / "18-lambert93.geojson")
    np.testing.assert_allclose(lambert.city.centre, [0.5, 0.5], atol=0.01)
    joined = load_city(CASES / "27-join.geojson")
    assert joined.population.tolist() == [1000, 2000]
    assert joined.neighbours_of(0).tolist() == [1]
    assert load_city(CASES / "29-enclave-hole.geojson").neighbours_of(0).tolist() == [1]


def test_what_the_check_settles_is_read_the_same_without_a_guess(tmp_path):
    changed = []
    for path in sorted(CASES.iterdir()):
        folder = tmp_path / path.name
        folder.mkdir()
        for beside in CASES.glob(f"{path.stem}.*"):
            shutil.copy(beside, folder)
        before = check_city(folder / path.name)
        write_mapping(settled(before), folder / path.name)
        after = check_city(folder / path.name)
        same = (
            before.problems == after.problems
            if before.city is None
            else (after.city is not None and before.city.fingerprint == after.city.fingerprint)
        )
        guessed = [guess.what for guess in after.guesses if guess.chosen is not None and not guess.stated]
        changed += [] if same and not guessed else [(path.name, guessed)]
    assert changed == []
