"""Which rows name the columns, which sheet or layer is the table, and what is said where that is open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import openpyxl
import pyogrio.raw
import pytest
import shapely

from sim.city.check import Check, check_city, settled
from sim.city.load import load_city
from sim.city.mapping import Mapping as CityMapping
from sim.dashboard.state.own_mapping import with_guess
from sim.runs.receipt import make_receipt
from sim.runs.spec import RunSpec

DATA = "A,1000,1100,5.5,50\nB,2000,2100,7.5,90\nC,500,600,3.5,9\n"
LATEST = {"A": 1100.0, "B": 2100.0, "C": 600.0}
TWO_ROWS = {
    "groups with gaps": "District,Population,,Unemployment,\n,2020,2021,rate,count\n",
    "groups over whole names": ",Population,,Unemployment,\nDistrict,2020,2021,rate,count\n",
    "groups said again": ",Population,Population,Unemployment,Unemployment\nDistrict,2020,2021,rate,count\n",
    "both": "District,Population,Population,Unemployment,Unemployment\n,2020,2021,rate,count\n",
    "under a title": "Districts of Mycity,,,,\n\n,Population,,Unemployment,\nDistrict,2020,2021,rate,count\n",
    "all filled": "Ward,Population,,Unemployment,\nname,male,total,rate,count\n",
    "three": ",Demography,,Labour,\n,Population,,Unemployment,\nDistrict,2020,2021,rate,count\n",
}


def people(check: Check) -> dict[str, float]:
    return {row.name: row.population for row in check.rows if not row.left_out}


def text(found: Check, language: str = "en") -> str:
    return "\n".join(line.translate(language) for line in (*found.problems, *found.notes))


def guess(found: Check, what: str) -> str | None:
    return next((one.chosen for one in found.guesses if one.what == what), None)


def written(folder: Path, rows: str, name: str = "t.csv") -> Path:
    path = folder / name
    path.write_text(rows, encoding="utf-8")
    return path


def workbook(folder: Path, sheets: Mapping[str, Sequence[Sequence[object]]]) -> Path:
    book = openpyxl.Workbook()
    for title, rows in sheets.items():
        page = book.create_sheet(title)
        for row in rows:
            page.append(row)
    del book["Sheet"]
    book.save(folder / "t.xlsx")
    return folder / "t.xlsx"


@pytest.mark.parametrize("way", TWO_ROWS)
@pytest.mark.parametrize("xlsx", [False, True])
def test_rows_over_each_other_name_the_columns_together(way: str, xlsx: bool, tmp_path: Path) -> None:
    lines = f"{TWO_ROWS[way]}{DATA}"
    cells = [[cell or None for cell in line.split(",")] for line in lines.splitlines()]
    typed = [[float(cell) if cell and cell[0].isdigit() else cell for cell in row] for row in cells]
    path = workbook(tmp_path, {"S": typed}) if xlsx else written(tmp_path, lines)
    found = check_city(path)
    assert found.problems == ()
    assert people(found) == LATEST
    assert [one.column for one in found.indicators if one.used] == [found.columns[3]]
    assert found.columns[3].endswith("Unemployment rate")
    assert "which is a guess" in text(found)
    assert "+" in str(guess(found, "header"))
    again = check_city(path, mapping=settled(found))
    assert (people(again), again.columns) == (LATEST, found.columns)


def test_a_row_that_is_no_group_is_not_joined(tmp_path: Path) -> None:
    for rows in (
        "name,population,note\nA,1950,\nB,1000,x\n",
        "Source,Office,,\nname,population,unemployment_pct,area_km2\nA,1950,5,1\nB,1000,6,1\n",
    ):
        assert people(check_city(written(tmp_path, rows))) == {"A": 1950, "B": 1000}


def test_what_is_not_clear_says_which_row_was_taken_and_how_to_say_another(tmp_path: Path) -> None:
    path = written(tmp_path, "a,b,c\nDistrict,Total,Rate\nA,1000,5\nB,2000,6\n")
    found = check_city(path)
    assert "named in row 1; if they are named elsewhere" in text(found)
    assert "t.toml: header = [1], for example, or header = [1, 2]" in text(found)
    assert "header = [1]" in text(found, "fr")
    stated = CityMapping(header=(2,), columns=found.mapping.columns.__class__(population="Total"))
    assert people(check_city(path, mapping=stated)) == {"A": 1000, "B": 2000}
    missing = check_city(path, mapping=CityMapping(header=(9,)))
    assert "t.toml: header: row 9 of t.csv is empty or not there" in text(missing)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("A,1000,5\nB,2000,6\nC,300,2\n", "row 1: figures, but no row above that names the columns"),
        ("name  population\nA  1000\nB  2000\n", "a single column, cut at no comma"),
        ("name,population,,\nA,1,x,5\nB,2,y,6\n", "all rows have cells beside the columns that row 1 names"),
        ("<!DOCTYPE html><html><body>Not found</body></html>", "a web page or XML, not a table"),
    ],
)
def test_what_is_no_table_says_so(rows: str, said: str, tmp_path: Path) -> None:
    assert said in text(check_city(written(tmp_path, rows)))


def test_labels_say_what_an_offices_codes_mean(tmp_path: Path) -> None:
    rows = (
        "GEO_ID,NAME,DP05_0001E,DP05_0001M,DP03_0009PE,DP03_0009PM\nGeography,Geographic Area Name,"
        "Estimate!!SEX AND AGE!!Total population,Margin of Error!!SEX AND AGE!!Total population,"
        "Percent!!EMPLOYMENT STATUS!!Unemployment Rate,Percent Margin of Error!!EMPLOYMENT STATUS!!Unemployment Rate\n"
        "1,Tract 1,4854,415,7.1,3.2\n2,Tract 2,6450,613,9.0,4.1\n3,Tract 3,2818,365,3.3,**\n"
    )
    found = check_city(written(tmp_path, rows))
    assert people(found) == {"Tract 1": 4854, "Tract 2": 6450, "Tract 3": 2818}
    assert [one.column for one in found.indicators if one.used] == [
        "Percent EMPLOYMENT STATUS Unemployment Rate"
    ]


@pytest.mark.parametrize("code", ["wd21cd", "AREA", "lad24cd"])
@pytest.mark.parametrize("name", ["wd21nm", "LAD24NM", "libre"])
def test_codes_are_no_names_where_names_stand_beside_them(code: str, name: str, tmp_path: Path) -> None:
    rows = f"{code},{name},population\nE1,Alpha,10\nE2,Beta 2,20\n"
    assert people(check_city(written(tmp_path, rows))) == {"Alpha": 10, "Beta 2": 20}


def test_columns_numbered_under_their_names_are_no_district(tmp_path: Path) -> None:
    assert people(check_city(written(tmp_path, "name,population,code\n1,2,3\nA,10,x\nB,20,y\n"))) == {
        "A": 10,
        "B": 20,
    }


WARDS: list[list[object]] = [["name", "population"], ["A", 1000], ["B", 2000]]
COVERS: dict[str, dict[str, list[list[object]]]] = {
    "a cover": {"Cover": [["Census"], ["Contact", "x@y"]], "Data": WARDS},
    "contents": {"Contents": [["Sheet", "Title"], [1, "Population"], [2, "Notes"]], "Data": WARDS},
    "about": {"About this data": [["Source: X", 2021], ["Licence", "OGL"]], "Data": WARDS},
    "notes behind": {"Data": WARDS, "Notes": [["Note", "Text"], [1, "Rounded"]]},
    "other figures": {"Jobs": [["sector", "jobs"], ["Trade", 5], ["Care", 6]], "Data": WARDS},
}


@pytest.mark.parametrize("way", COVERS)
def test_the_only_sheet_with_districts_is_read_and_told(way: str, tmp_path: Path) -> None:
    found = check_city(workbook(tmp_path, COVERS[way]))
    assert people(found) == {"A": 1000, "B": 2000}
    assert guess(found, "sheet") == "Data"
    assert 'read: Data, which is a guess. Another is chosen by sheet = "..." in t.toml' in text(found)


def test_what_was_guessed_of_a_workbook_stands_in_the_receipt(tmp_path: Path) -> None:
    path = workbook(tmp_path, COVERS["a cover"])
    receipt = make_receipt(RunSpec((), load_city(path), 100, 0, 1, (1,)))
    assert any("read: Data, which is a guess" in note["en"] for note in receipt["city"]["notes"])


def test_the_page_says_another_row_or_sheet(tmp_path: Path) -> None:
    path = workbook(tmp_path, {"2020": [["a", "b"], *WARDS], "2021": WARDS})
    asked = check_city(path)
    first = check_city(path, mapping=with_guess(asked, "sheet", "2020"))
    assert people(check_city(path, mapping=with_guess(first, "header", "2"))) == {"A": 1000, "B": 2000}
    both = with_guess(first, "header", "1+2")
    assert both.header == (1, 2)
    assert with_guess(check_city(path, mapping=both), "sheet", "2021").header is None


def test_of_several_sheets_with_districts_it_is_asked(tmp_path: Path) -> None:
    path = workbook(tmp_path, {"2020": WARDS, "2021": [WARDS[0], ["A", 5], ["B", 6]]})
    found = check_city(path)
    assert found.city is None
    assert guess(found, "sheet") is None
    assert "several sheets may be the table (2020, 2021); say which in t.toml: sheet = '2020'" in text(found)
    assert "plusieurs feuilles" in text(found, "fr")
    assert people(check_city(path, mapping=CityMapping(sheet="2021"))) == {"A": 5, "B": 6}


def test_a_workbook_without_a_table_names_its_sheets(tmp_path: Path) -> None:
    found = check_city(workbook(tmp_path, {"Cover": [["Census"]], "Notes": [["Rounded"]]}))
    assert "no table of districts in any of its sheets (Cover, Notes)" in text(found)
    assert "t.toml: sheet = ..." in text(found)


def test_hidden_rows_and_columns_are_told(tmp_path: Path) -> None:
    path = workbook(
        tmp_path, {"S": [["name", "old", "population"], *[[c, 1, 100 * i] for i, c in enumerate("ABCD", 1)]]}
    )
    book = openpyxl.load_workbook(path)
    book["S"].row_dimensions[3].hidden = True
    book["S"].column_dimensions["B"].hidden = True
    book.save(path)
    found = check_city(path)
    assert people(found) == {"A": 100, "B": 200, "C": 300, "D": 400}
    assert (
        'Rows hidden in the workbook, and read all the same: 3. To leave them out, write leave_out = ["row 3"]'
        in text(found)
    )
    assert "Columns hidden in the workbook, and read all the same: old." in text(found)
    assert "Lignes masquées dans le classeur, et lues quand même\u202f: 3" in text(found, "fr")
    stated = CityMapping(leave_out=("row 3",))
    assert people(check_city(path, mapping=stated)) == {"A": 100, "C": 300, "D": 400}


def layers(path: Path, **columns: str) -> Path:
    shapes = shapely.to_wkb([shapely.box(2.3 + 0.01 * i, 48.8, 2.31 + 0.01 * i, 48.81) for i in range(3)])
    for layer, column in columns.items():
        data = [np.array(["A", "B", "C"], dtype=object), np.array([10, 20, 30])]
        pyogrio.raw.write(
            path, shapes, data, ["name", column], geometry_type="Polygon", crs="EPSG:4326", layer=layer,
            driver="GPKG", append=path.exists(),
        )  # fmt: skip
    return path


def test_the_only_layer_with_a_population_is_read_and_of_several_it_is_asked(tmp_path: Path) -> None:
    one = check_city(layers(tmp_path / "one.gpkg", outline="code", wards="population"))
    assert people(one) == {"A": 10, "B": 20, "C": 30}
    assert guess(one, "layer") == "wards"
    two = check_city(layers(tmp_path / "two.gpkg", wards11="population", wards21="population"))
    assert two.city is None
    assert guess(two, "layer") is None
    assert "several layers may be the districts (wards11, wards21)" in text(two)
