"""What offices write and how, each kind once: read right where it is clear, asked about where it is not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from pyproj import Transformer

from sim.city.check import Check, check_city
from sim.city.mapping import Columns, Mapping
from tests.city.made import collection, feature, square, write


def said(check: Check) -> str:
    return "\n".join(one.translate("en") for one in (*check.notes, *check.problems))


def people(check: Check) -> dict[str, float]:
    assert check.city is not None, said(check)
    return dict(zip(check.city.names, check.city.population.tolist(), strict=True))


def figures(check: Check) -> list[float | None]:
    assert check.city is not None, said(check)
    (values,) = check.city.figures.values()
    return [None if value != value else value for value in values.tolist()]


# Numbers


def test_blanks_within_numbers_and_a_decimal_comma(tmp_path: Path) -> None:
    text = "name;population;revenu médian\nA;12\u202f345;21\u202f345,50 €\nB;2\u202f345;19\u202f000,00 €\n"
    check = check_city(write(tmp_path, "t.csv", text))
    assert (people(check), figures(check)) == ({"A": 12345.0, "B": 2345.0}, [21345.5, 19000.0])


def test_people_are_never_counted_in_thousandths_though_the_marks_differ(tmp_path: Path) -> None:
    text = "name;population;unemployment_pct\nA;1.234;5.125\nB;2,345;6,250\n"
    check = check_city(write(tmp_path, "t.csv", text))
    assert (people(check), figures(check)) == ({"A": 1234.0, "B": 2345.0}, [5.125, 6.25])


NO_FIGURE = [
    "n.a.",
    "~",
    "less than 5",
    "fewer than 3",
    "moins de 5",
    "weniger als 5",
    "menos de 5",
    "withheld",
    "<5",
]


@pytest.mark.parametrize("sign", NO_FIGURE)
def test_suppressed_figures_in_words(sign: str, tmp_path: Path) -> None:
    check = check_city(write(tmp_path, "t.csv", f"name,population,poverty_pct\nA,1000,{sign}\nB,2000,6\n"))
    assert figures(check) == [None, 6.0]
    assert f"read as missing wherever it says {sign}" in said(check)


# Rows


@pytest.mark.parametrize(
    "row", ["London average,2000", "Average ward,2000", "Unallocated,20", "Not assigned,20"]
)
def test_rows_that_are_no_districts(row: str, tmp_path: Path) -> None:
    check = check_city(write(tmp_path, "t.csv", f"ward,population\nA,1000\nB,2000\nC,3000\n{row}\n"))
    assert sorted(people(check)) == ["A", "B", "C"]
    assert row.partition(",")[0] in said(check)


def test_remarks_go_on_below_the_first_one(tmp_path: Path) -> None:
    text = "ward,population\nA,1000\nB,2000\n\nSource: Office\nCrown copyright\n"
    assert sorted(people(check_city(write(tmp_path, "t.csv", text)))) == ["A", "B"]


def test_people_of_one_sex_are_not_taken_for_all(tmp_path: Path) -> None:
    path = write(tmp_path, "t.csv", "ward,sex,population\nA,Female,1000\nB,Female,2000\n")
    assert "t.csv: all rows are of 'Female' in the column 'sex'" in said(check_city(path))
    assert len(people(check_city(path, mapping=Mapping(only={"sex": "Female"})))) == 2
    everybody = write(tmp_path, "all.csv", "ward,sex,population\nA,Total,1000\nB,Total,2000\n")
    assert len(people(check_city(everybody))) == 2


def test_cells_merged_over_the_rows_of_a_district(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (["area", "indicator", "value"], *((n, w, v) for n, w, v in MERGED)):
        book.active.append(list(row))
    book.active.merge_cells("A2:A3")
    book.save(tmp_path / "t.xlsx")
    check = check_city(tmp_path / "t.xlsx")
    assert (people(check), figures(check)) == ({"A": 1000.0, "B": 2000.0}, [5.0, 6.0])
    assert "an empty cell is read as the one above it" in said(check)


MERGED = (
    ("A", "Population", 1000),
    (None, "Poverty rate (%)", 5),
    ("B", "Population", 2000),
    (None, "Poverty rate (%)", 6),
)

# Places

CELLS = [feature(name, square(2.3 + 0.01 * i, 48.8)) for i, name in enumerate("ABCD")]


def moved(code: int) -> list[dict[str, Any]]:
    """Return `CELLS` in the reference system of that number."""
    found = json.loads(json.dumps(CELLS))
    convert = Transformer.from_crs(4326, code, always_xy=True).transform
    for one in found:
        one["geometry"]["coordinates"] = [
            [list(convert(*place)) for place in one["geometry"]["coordinates"][0]]
        ]
    return list(found)


def declared(folder: Path, features: list[dict[str, Any]], crs: object) -> Path:
    document = {"type": "FeatureCollection", "crs": crs, "features": features}
    return write(folder, "map.geojson", json.dumps(document))


WAYS = [
    {"type": "name", "properties": {"name": name}}
    for name in (
        "urn:ogc:def:crs:EPSG::2154",
        "urn:ogc:def:crs:EPSG:6.9:2154",
        "epsg:2154",
        "http://www.opengis.net/def/crs/EPSG/0/2154",
        "http://www.opengis.net/gml/srs/epsg.xml#2154",
        "RGF93 / Lambert-93",
        "2154",
    )
]
WAYS += [
    {
        "type": "link",
        "properties": {"href": "http://spatialreference.org/ref/epsg/2154/proj4/", "type": "proj4"},
    },
    {"type": "EPSG", "properties": {"code": 2154}},
]


@pytest.mark.parametrize("crs", WAYS, ids=lambda crs: str(next(iter(crs["properties"].values()))))
def test_a_reference_system_is_declared_in_many_ways(crs: object, tmp_path: Path) -> None:
    check = check_city(declared(tmp_path, moved(2154), crs))
    assert check.city is not None
    assert not check.city.cartogram
    assert "converted from" in said(check)
    assert "sea" not in said(check)


def test_degrees_under_a_grid_that_they_are_not_of(tmp_path: Path) -> None:
    crs = {"type": "name", "properties": {"name": "EPSG:27700"}}
    check = check_city(declared(tmp_path, CELLS, crs))
    assert check.city is not None
    assert "The file declares EPSG:27700, but its numbers" in said(check)
    assert "sea" not in said(check)
    plain = check_city(write(tmp_path, "plain.geojson", collection(*CELLS))).city
    assert plain is not None
    assert (check.city.centroids == plain.centroids).all()


def test_places_of_four_numbers_are_read_by_their_first_two(tmp_path: Path) -> None:
    many = json.loads(json.dumps(CELLS))
    for one in many:
        one["geometry"]["coordinates"] = [
            [[*place, 35.0, 7.0] for place in one["geometry"]["coordinates"][0]]
        ]
    check = check_city(write(tmp_path, "map.geojson", collection(*many)))
    assert check.city is not None
    assert not check.city.cartogram


def test_two_districts_on_one_boundary_are_named(tmp_path: Path) -> None:
    check = check_city(write(tmp_path, "map.geojson", collection(*CELLS, feature("E", square(2.3, 48.8)))))
    assert "Districts with the very boundary of another: E = A." in said(check)


# Joins

PLACES = ("Saint-Étienne", "Sainte-Foy", "L’Haÿ-les-Roses", "Mont St. Michel", "1er Arrondissement")


@pytest.fixture
def boundaries(tmp_path: Path) -> Path:
    shapes = [feature(name, square(2.3 + 0.01 * i, 48.8)) for i, name in enumerate(PLACES)]
    for i, one in enumerate(shapes, 1):
        one["properties"] = {"nom": one["properties"]["name"], "code": f"0{i}001", "OBJECTID": i}
    return write(tmp_path, "map.geojson", collection(*shapes))


JOINED = {
    "abbreviated": ("ville", ("ST ETIENNE", "Ste Foy", "L HAY LES ROSES", "Mont Saint-Michel", "1er arr.")),
    "zeros lost": ("code", ("1001", "2001", "3001", "4001", "5001")),
    "as fractions": ("code", ("1001.0", "2001.0", "3001.0", "4001.0", "5001.0")),
    "as in a register": (
        "name",
        ('"Étienne, Saint"', "Sainte Foy", "Haÿ-les-Roses (L’)", "Mont-Saint-Michel", "1er Arrondissement"),
    ),
    "with one word more": ("name", tuple(f"{name} Ward" for name in PLACES)),
}


@pytest.mark.parametrize("kind", JOINED)
def test_names_and_codes_are_joined_however_they_are_written(
    kind: str, boundaries: Path, tmp_path: Path
) -> None:
    column, names = JOINED[kind]
    rows = "".join(f"{name},{100 * i}\n" for i, name in enumerate(names, 1))
    check = check_city(boundaries, write(tmp_path, "t.csv", f"{column},population\n{rows}"))
    assert list(people(check).values()) == [100.0, 200.0, 300.0, 400.0, 500.0]


def test_numbers_of_rows_join_nothing_unasked(boundaries: Path, tmp_path: Path) -> None:
    table = write(tmp_path, "t.csv", "no,population\n" + "".join(f"{i},{100 * i}\n" for i in range(1, 6)))
    check = check_city(boundaries, table)
    assert check.city is None
    assert "have only numbers of rows in common ('no' and 'OBJECTID')" in said(check)
    answered = check_city(boundaries, table, Mapping(columns=Columns(key="no")))
    assert list(people(answered).values()) == [100.0, 200.0, 300.0, 400.0, 500.0]


def test_two_rows_for_one_boundary_are_asked_about(boundaries: Path, tmp_path: Path) -> None:
    rows = "".join(f"{name},{100 * i}\n" for i, name in enumerate(PLACES, 1))
    check = check_city(boundaries, write(tmp_path, "t.csv", f"name,population\n{rows}{PLACES[0]},150\n"))
    assert "t.csv: several rows in the column 'name' for Saint-Étienne" in said(check)
