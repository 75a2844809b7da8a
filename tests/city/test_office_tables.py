"""What offices put round and between the rows of their tables, and in sheets that nobody sees."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from sim.city.load import load_city
from tests.city.made import collection, feature, square

ROWS = "name,population,unemployment_pct\nA,1000,5\nB,2000,6\n"
THREE = {"A": 1000.0, "B": 2000.0, "C": 3000.0}


def read(path: Path) -> dict[str, float]:
    city = load_city(path)
    return dict(zip(city.names, city.population.tolist(), strict=True))


def test_a_header_that_stands_again_is_no_district(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(f"{ROWS}name,population,unemployment_pct\nC,3000,7\n", encoding="utf-8")
    assert read(path) == THREE
    assert "row 4" in " ".join(note.translate("en") for note in load_city(path).notes)


@pytest.mark.parametrize("mark", ["(1) provisional", "1) provisional", "(a) estimated", "* estimated"])
def test_footnotes_below_the_source_are_no_districts(mark: str, tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(f"{ROWS}C,3000,7\n\nSource: Office 2021\n{mark}\n", encoding="utf-8")
    assert read(path) == THREE


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_a_sheet_that_nobody_sees_is_not_read_unless_named(state: str, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    old = book.active
    old.title, old.sheet_state = "old", state
    for row in (["name", "population"], ["X", 1], ["Y", 2]):
        old.append(row)
    seen = book.create_sheet("new")
    for row in (["name", "population"], *([name, people] for name, people in THREE.items())):
        seen.append(row)
    path = tmp_path / "t.xlsx"
    book.save(path)
    assert read(path) == THREE
    path.with_suffix(".toml").write_text('sheet = "old"\n', encoding="utf-8")
    assert read(path) == {"X": 1.0, "Y": 2.0}


def test_a_total_without_a_code_is_named_by_its_row(tmp_path: Path) -> None:
    shapes = (feature(name, square(2 + 0.01 * i, 48)) for i, name in enumerate("ABC"))
    (tmp_path / "t.geojson").write_text(collection(*shapes), encoding="utf-8")
    rows = "name,title,population\nA,Port,1\nB,Quay,2\nC,Hill,3\n,Total,6\n"
    (tmp_path / "t.csv").write_text(rows, encoding="utf-8")
    notes = [note.translate("en") for note in load_city(tmp_path / "t.geojson").notes]
    assert "Figures without a boundary, left out: row 5." in notes
    assert load_city(tmp_path / "t.geojson").names == ("A", "B", "C")
