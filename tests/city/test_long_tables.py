"""Tables with a row for each figure, year or sex of a district, as offices give them out, are read right."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import openpyxl
import pytest

from sim.city.check import Check, check_city, settled
from sim.city.mapping import LongColumns, Mapping, read_mapping
from sim.city.mapping_text import write_mapping
from sim.city.periods import is_open, moment, newest_first
from sim.dashboard.state.own_mapping import with_guess
from tests.city.made import collection, feature, square, write

NAMES = ("Nord", "Sud", "Est", "Ouest")


def lines(head: str, rows: Iterable[Iterable[object]], mark: str = ",") -> str:
    return "\n".join([head, *(mark.join(map(str, row)) for row in rows)]) + "\n"


def people(check: Check) -> dict[str, float]:
    assert check.city is not None, [one.translate("en") for one in check.problems]
    return dict(zip(check.city.names, check.city.population.tolist(), strict=True))


def said(check: Check) -> str:
    return "\n".join(note.translate("en") for note in (*check.notes, *check.problems))


def used(check: Check) -> dict[str, list[float]]:
    assert check.city is not None
    return {column: values.tolist() for column, values in check.city.figures.items()}


EUROSTAT = lines(
    "DATAFLOW,freq,indic_ur,cities,TIME_PERIOD,OBS_VALUE,OBS_FLAG",
    (
        ("ESTAT:URB", "A", code, f"DE00{i}C", year, value, "p")
        for i in range(4)
        for year in (2019, 2020)
        for code, value in (("DE1001V", 1000 * i + year), ("EC1020I", "" if year == 2020 else 5 + i))
    ),
)
CENSUS = lines(
    "GEOID,NAME,variable,estimate,moe",
    (
        (f"36061{i}", f"Tract {name}", variable, value, 9)
        for i, name in enumerate("ABC")
        for variable, value in (("B01003_001", 4000 + i), ("B19013_001", 50000 - 1000 * i))
    ),
)
INSEE = lines(
    '"GEO";"RP_MEASURE";"SEX";"TIME_PERIOD";"OBS_VALUE"',
    (
        (f"7510{i}", "POP", sex, year, year * share)
        for i in range(1, 5)
        for year in (2016, 2021)
        for sex, share in (("_T", 1), ("M", 0.5), ("F", 0.5))
    ),
    ";",
)
STATCAN = lines(
    "REF_DATE,GEO,Characteristics,UOM,SCALAR_FACTOR,VECTOR,VALUE,STATUS",
    (
        (2021, f"Ward {name}", what, unit, scale, f"v{name}{unit}", value, "")
        for name in "ABC"
        for what, unit, scale, value in (
            ("Population", "Persons", "thousands", 12.5),
            ("Unemployment rate", "Percentage", "units", 6.5),
        )
    ),
)
NOMIS = lines(
    "DATE,GEOGRAPHY_NAME,GEOGRAPHY_CODE,CELL,CELL_NAME,MEASURES,MEASURES_NAME,OBS_VALUE,RECORD_OFFSET",
    (
        (2021, f"Ward {name}", f"E0{i}", cell, label, measure, unit, value, 9 * i + 2 * cell + measure)
        for i, name in enumerate("ABC")
        for cell, label, count, share in (
            (0, "All usual residents", 5000 + i, 100),
            (1, "Unemployed", 300, 6 + i),
        )
        for measure, unit, value in ((0, "value", count), (1, "percent", share))
    ),
)
BERLIN = lines(
    "Bezirk;Jahr;Merkmal;Einheit;Wert",
    (
        (name, year, what, unit, value)
        for name in NAMES[:3]
        for year in (2021, 2022)
        for what, unit, value in (
            ("Einwohner", "Anzahl", "380.250"),
            ("Arbeitslosenquote", "%", f"8,{year % 10}"),
        )
    ),
    ";",
)


@pytest.mark.parametrize(
    ("text", "wanted", "figures"),
    [
        (EUROSTAT, {f"DE00{i}C": 1000.0 * i + 2020 for i in range(4)}, {"EC1020I": [5.0, 6.0, 7.0, 8.0]}),
        (
            CENSUS,
            {f"Tract {name}": 4000.0 + i for i, name in enumerate("ABC")},
            {"B19013_001": [50000.0, 49000.0, 48000.0]},
        ),
        (INSEE, {f"7510{i}": 2021.0 for i in range(1, 5)}, {}),
        (STATCAN, {f"Ward {name}": 12500.0 for name in "ABC"}, {"Unemployment rate (Percentage)": [6.5] * 3}),
        (
            NOMIS,
            {f"Ward {name}": 5000.0 + i for i, name in enumerate("ABC")},
            {"Unemployed (percent)": [6.0, 7.0, 8.0]},
        ),
        (BERLIN, dict.fromkeys(NAMES[:3], 380250.0), {"Arbeitslosenquote (%)": [8.2] * 3}),
    ],
    ids=["eurostat", "census", "insee", "statcan", "nomis", "berlin"],
)
def test_a_row_for_each_figure(
    text: str, wanted: dict[str, float], figures: dict[str, list[float]], tmp_path: Path
) -> None:
    check = check_city(write(tmp_path, "long.csv", text))
    assert (people(check), used(check)) == (wanted, figures)
    assert "A row for each figure" in said(check)


def test_what_was_chosen_is_told_and_can_be_changed(tmp_path: Path) -> None:
    path = write(tmp_path, "long.csv", INSEE)
    check = check_city(path)
    told = said(check)
    assert "Column 'SEX': only the rows with _T are read, of _T, M, F" in told
    assert "Column 'TIME_PERIOD': the newest with figures is read, 2021, of 2021, 2016" in told
    older = check_city(path, None, with_guess(check, "only.TIME_PERIOD", "2016"))
    assert set(people(older).values()) == {2016.0}
    women = check_city(path, None, with_guess(older, "only.SEX", "F"))
    assert set(people(women).values()) == {1008.0}


def test_the_settled_mapping_reads_the_same_without_a_guess(tmp_path: Path) -> None:
    path = write(tmp_path, "long.csv", EUROSTAT)
    first = check_city(path)
    write_mapping(settled(first), path)
    mapping = read_mapping(path.with_suffix(".toml"))
    assert mapping.long == LongColumns("indic_ur", "OBS_VALUE")
    assert mapping.only == {"TIME_PERIOD": "newest"}
    again = check_city(path)
    assert (people(again), used(again)) == (people(first), used(first))
    assert all(guess.stated for guess in again.guesses if guess.what in ("indicator", "value"))


def test_a_row_for_each_year_gives_the_newest_of_each_figure(tmp_path: Path) -> None:
    rows = (
        (name, year, 1000 + year, "" if year == 2021 else 7) for name in NAMES for year in (2019, 2020, 2021)
    )
    check = check_city(write(tmp_path, "years.csv", lines("name,year,population,unemployment_pct", rows)))
    assert (set(people(check).values()), used(check)) == ({3021.0}, {"unemployment_pct": [7.0] * 4})
    assert "population 2021, unemployment_pct 2020" in said(check)


def test_one_figure_for_each_district_is_named_by_its_indicator(tmp_path: Path) -> None:
    text = lines("area,indicator,value", ((name, "Population", 1000) for name in NAMES))
    assert people(check_city(write(tmp_path, "one.csv", text))) == dict.fromkeys(NAMES, 1000.0)


def test_a_remark_on_each_district_is_no_indicator(tmp_path: Path) -> None:
    rows = ((name, 1000, f"class {i}", i) for i, name in enumerate(NAMES))
    check = check_city(write(tmp_path, "wide.csv", lines("name,population,measure,value", rows)))
    assert people(check) == dict.fromkeys(NAMES, 1000.0)
    assert "A row for each figure" not in said(check)


def test_boundaries_that_repeat_for_each_year_are_read_once(tmp_path: Path) -> None:
    shapes = [
        feature(name, square(2 + 0.01 * i, 48), population=year, year=year)
        for i, name in enumerate(NAMES)
        for year in (2020, 2021)
    ]
    check = check_city(write(tmp_path, "years.geojson", collection(*shapes)))
    assert people(check) == dict.fromkeys(NAMES, 2021.0)
    assert check.city is not None
    assert not check.city.cartogram


def test_a_long_table_is_joined_to_boundaries(tmp_path: Path) -> None:
    shapes = (
        {**feature(name, square(2 + 0.01 * i, 48)), "properties": {"code": f"7510{i}", "nom": name}}
        for i, name in enumerate(NAMES, 1)
    )
    boundaries = write(tmp_path, "map.geojson", collection(*shapes))
    check = check_city(boundaries, write(tmp_path, "figures.csv", INSEE))
    assert set(people(check).values()) == {2021.0}
    assert check.city is not None
    assert not check.city.cartogram


@pytest.mark.parametrize(
    ("text", "column", "choices"),
    [
        (
            lines("district,sex,population", ((n, s, 5) for n in NAMES for s in ("female", "male"))),
            "sex",
            "female, male",
        ),
        (
            lines("name,year,population", ((n, y, y) for n in NAMES for y in (2020, 2150))),
            "year",
            "2150, 2020",
        ),
        (
            lines("name,period,population", ((n, f"1/{m}/2020", m) for n in NAMES for m in (3, 4))),
            "period",
            "1/3/2020, 1/4/2020",
        ),
    ],
    ids=["no total", "yet to come", "no order"],
)
def test_what_the_table_leaves_open_is_asked(text: str, column: str, choices: str, tmp_path: Path) -> None:
    path = write(tmp_path, "open.csv", text)
    check = check_city(path)
    assert check.city is None
    assert f"which differ in '{column}' ({choices})" in said(check)
    guess = next(one for one in check.guesses if one.what == f"only.{column}")
    assert guess.chosen is None
    answered = check_city(path, None, with_guess(check, guess.what, choices.split(", ")[1]))
    assert len(people(answered)) == 4


def test_two_figures_for_one_cell_are_refused_with_what_tells_them_apart(tmp_path: Path) -> None:
    rows = [(name, "Population", edition, number) for name in NAMES for edition, number in ((1, 10), (2, 20))]
    path = write(tmp_path, "twice.csv", lines("name,indicator,edition,value", rows))
    assert (
        "twice.csv, row 2 and row 3: two figures of 'Population' for 'Nord', in rows that differ in 'edition'"
        in said(check_city(path))
    )
    check = check_city(path, None, Mapping(only={"edition": "2"}))
    assert set(people(check).values()) == {20.0}


@pytest.mark.parametrize(
    ("mapping", "wanted"),
    [
        ('[only]\nsx = "F"\n', "long.toml: none of the files has a column 'sx'"),
        ('[only]\nSEX = "W"\n', "long.toml: [only]: no row has 'W' in the column 'SEX'"),
        ("[only]\nSEX = true\n", "only.SEX = true; it must be text"),
        ("only = 3\n", "only = 3; it must be a table of columns"),
        ('[long]\nvaleu = "x"\n', "did you mean 'value'"),
        ('[long]\nvalue = "x"\n', "long.toml: none of the files has a column 'x'"),
    ],
)
def test_a_mapping_that_names_what_is_not_there(mapping: str, wanted: str, tmp_path: Path) -> None:
    path = write(tmp_path, "long.csv", INSEE)
    write(tmp_path, "long.toml", mapping)
    assert wanted in said(check_city(path))


def test_the_sheet_of_a_workbook_with_a_row_for_each_figure_is_found(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["About this data"])
    page = book.create_sheet("data")
    page.append(["area", "indicator", "value"])
    for name in NAMES:
        page.append([name, "Population", 1000])
        page.append([name, "Poverty rate (%)", 12.5])
    path = tmp_path / "long.xlsx"
    book.save(path)
    check = check_city(path)
    assert (set(people(check).values()), used(check)) == ({1000.0}, {"Poverty rate (%)": [12.5] * 4})


def test_a_fault_is_told_in_the_row_that_has_it(tmp_path: Path) -> None:
    rows = [
        (name, what, "many" if (name, what) == ("Est", "Population") else 5)
        for name in NAMES
        for what in ("Jobs", "Population")
    ]
    check = check_city(write(tmp_path, "long.csv", lines("name,indicator,value", rows)))
    assert "long.csv, row 7, column 'Population': 'many' is not a number" in said(check)


@pytest.mark.parametrize(
    ("cell", "wanted"),
    [
        ("2021", (2021, 0, 0)),
        (2021.0, (2021, 0, 0)),
        ("2020/21", (2021, 0, 0)),
        ("2021-Q3", (2021, 3, 0)),
        ("T2 2021", (2021, 2, 0)),
        ("2021-03-31", (2021, 3, 31)),
        ("31.12.2021", (2021, 12, 31)),
        ("Jan 2020-Dec 2020", (2020, 0, 0)),
        ("12 months to June", None),
    ],
)
def test_periods(cell: object, wanted: tuple[int, int, int] | None) -> None:
    assert moment(cell) == wanted


def test_the_newest_stands_first() -> None:
    assert newest_first(["2019", "2021-Q1", "2021-Q3", "2020"]) == ["2021-Q3", "2021-Q1", "2020", "2019"]
    assert is_open(["Dec 2020", "Jan 2020"])
    assert not is_open(["2019", "2020", "2020"])


def test_codes_and_figures_go_by_names_that_offices_make_up(tmp_path: Path) -> None:
    head = "code_quartier;annee;indicateur;sexe;resultat"
    rows = [
        (f"0{i}", year, what, sex, value * (2 if sex == "Ensemble" else 1))
        for i in range(1, 5)
        for year in (2019, 2021)
        for what, value in (("Population", 100 * i + year), ("Taux de chômage", i))
        for sex in ("Ensemble", "Femmes")
    ]
    check = check_city(write(tmp_path, "own.csv", lines(head, rows, ";")))
    assert people(check) == {f"0{i}": 2 * (100 * i + 2021) for i in range(1, 5)}
    assert used(check) == {"Taux de chômage": [2.0, 4.0, 6.0, 8.0]}
