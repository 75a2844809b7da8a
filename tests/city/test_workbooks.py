"""Workbooks are read as they are shown: number formats, dates, formulas."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest

from sim.city.cell_formats import Format, format_of
from sim.city.check import Check, check_city


def book(folder: Path, rows: Sequence[Sequence[object]], formats: dict[str, str]) -> Path:
    """Return a workbook of ``rows`` whose columns of those letters have those number formats."""
    made = openpyxl.Workbook()
    for row in rows:
        made.active.append(list(row))
    for letter, code in formats.items():
        for cell in made.active[letter][1:]:
            cell.number_format = code
    path = folder / "t.xlsx"
    made.save(path)
    return path


def said(check: Check) -> str:
    return "\n".join(one.translate("en") for one in (*check.notes, *check.problems))


HEAD = ("name", "population", "unemployment_pct")


@pytest.mark.parametrize(
    ("code", "power", "digits"),
    [
        ("General", 0, 0),
        ("0%", 2, 0),
        ("0.0 %", 2, 0),
        ('0.0"%"', 0, 0),
        ("0\\%", 0, 0),
        ("#,##0", 0, 0),
        ("#,##0,", -3, 0),
        ("#,##0.0,,", -6, 0),
        ('#,##0.0,"k"', 0, 0),
        ("[>=1000]#,##0,;0", 0, 0),
        ("00000", 0, 5),
        ('_-* #,##0\\ _€_-;\\-* #,##0\\ _€_-;_-* "-"??\\ _€_-;_-@_-', 0, 0),
    ],
)
def test_what_a_number_format_does(code: str, power: int, digits: int) -> None:
    assert format_of(code) == Format(power, digits)


@pytest.mark.parametrize("code", ["0%", "0.0 %", "0.00%"])
def test_a_share_shown_as_per_cent_is_per_cent(code: str, tmp_path: Path) -> None:
    rows = [HEAD, ("A", 1000, 0.23), ("B", 2000, 0.005), ("C", 3000, 0.07)]
    check = check_city(book(tmp_path, rows, {"C": code}))
    assert check.city is not None
    assert check.city.figures["unemployment_pct"].tolist() == [23.0, 0.5, 7.0]
    assert "in the column: unemployment_pct" in said(check)
    assert "fractions of 1" not in said(check)


def test_per_cents_shown_plainly_stay(tmp_path: Path) -> None:
    rows = [HEAD, ("A", 21345, 23), ("B", 2000, 5)]
    check = check_city(book(tmp_path, rows, {"B": "#,##0", "C": '0.0"%"'}))
    assert check.city is not None
    assert check.city.figures["unemployment_pct"].tolist() == [23.0, 5.0]
    assert check.city.population.tolist() == [21345.0, 2000.0]


def test_thousands_left_off_are_left_off(tmp_path: Path) -> None:
    rows = [("name", "population in thousands"), ("A", 21345), ("B", 2000)]
    check = check_city(book(tmp_path, rows, {"B": "#,##0.0,"}))
    assert check.city is not None
    assert check.city.population.tolist() == [21345.0, 2000.0]
    rows[0] = ("name", "population")
    assert "population_unit" in said(check_city(book(tmp_path, rows, {"B": "#,##0.0,"})))


def test_codes_keep_their_zeros(tmp_path: Path) -> None:
    rows = [("name", "code", "population"), ("A", 1001, 1000), ("A", 75101, 2000)]
    check = check_city(book(tmp_path, rows, {"B": "00000"}))
    assert check.city is not None
    assert check.city.names == ("A (01001)", "A (75101)")


def test_a_formula_without_its_value_is_told_with_the_remedy(tmp_path: Path) -> None:
    check = check_city(book(tmp_path, [HEAD, ("A", "=500+500", 5), ("B", 2000, 6)], {}))
    assert said(check).endswith(
        "t.xlsx, row 2, column 'population': the value of the formula is not saved with the workbook; open it in a "
        "spreadsheet program and save it"
    )


def test_a_formula_in_a_column_that_is_not_read_does_no_harm(tmp_path: Path) -> None:
    rows = [(*HEAD, "share"), ("A", 1000, 5, "=B2/B3"), ("B", 2000, 6, "=1")]
    assert check_city(book(tmp_path, rows, {})).sound
