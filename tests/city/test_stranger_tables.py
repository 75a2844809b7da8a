"""What tables of offices hold that is easily taken for something else: told, asked or left out, never swallowed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sim.city.check import Check, check_city
from sim.city.mapping import Mapping
from tests.city.made import feature, square
from tests.city.test_headers import guess, people, text, written

HEAD = "name,population,unemployment_pct\n"


def read(folder: Path, rows: str, name: str = "t.csv", **said: object) -> Check:
    return check_city(written(folder, rows, name), mapping=Mapping(**said))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("rates", "asked"),
    [
        ("0.12 12 9 0.08", True),
        ("12% 0.09 9% 0.08", True),
        ("5 7 0.05 11 8 9 6 5 7", True),
        ("0.5 3 5 7", False),
        ("0.2 0.4 1.1 3", False),
        ("0.05 0.07 0.12 0.2", False),
        ("5 7 9 12", False),
        ("11.5 7.0 3.1 20.25 9.9 0.5", False),
    ],
)
def test_shares_among_per_cents_are_asked_about(rates: str, asked: bool, tmp_path: Path) -> None:
    rows = "".join(f"D{i},{1000 + i},{rate}\n" for i, rate in enumerate(rates.split()))
    found = read(tmp_path, HEAD + rows)
    assert (found.city is None) == asked
    assert ("as_written = ['unemployment_pct'] in t.toml" in text(found)) == asked
    assert ("parmi des pour cent" in text(found, "fr")) == asked
    assert read(tmp_path, HEAD + rows, as_written=("unemployment_pct",)).sound


def test_money_is_no_share(tmp_path: Path) -> None:
    assert read(tmp_path, "name,population,median_income\nA,10,0.3\nB,20,31\n").sound


def test_fractions_of_people_are_told_and_asked_about_where_they_may_be_thousands(tmp_path: Path) -> None:
    told = read(tmp_path, "name,population\nA,1234.5\nB,100\n")
    assert people(told) == {"A": 1234.5, "B": 100}
    assert "fractions of people, such as 1,234.5" in text(told)
    assert "fractions de personnes" in text(told, "fr")
    rows = "name,population\nA,12.3\nB,8.9\n"
    asked = read(tmp_path, rows)
    assert asked.city is None
    assert "population_unit = 1000 for thousands" in text(asked)
    assert next(one for one in asked.guesses if one.what == "population_unit").chosen is None
    assert people(read(tmp_path, rows, population_unit=1000)) == pytest.approx({"A": 12300, "B": 8900})
    assert people(read(tmp_path, rows, population_unit=1)) == {"A": 12.3, "B": 8.9}


@pytest.mark.parametrize(
    "title", ["Population in thousands", "Bevölkerung (1000)", "Population, en milliers"]
)
def test_a_title_that_speaks_of_thousands_is_asked_about(title: str, tmp_path: Path) -> None:
    rows = f'"{title}"\nname,population\nA,12\nB,9\n'
    assert read(tmp_path, rows).city is None
    assert people(read(tmp_path, rows, population_unit=1000)) == {"A": 12000, "B": 9000}
    assert people(read(tmp_path, rows, population_unit=1)) == {"A": 12, "B": 9}
    assert read(tmp_path, f'"{title}"\nname,population\nA,120000\nB,90000\n').sound


def test_millions_of_people_are_people(tmp_path: Path) -> None:
    found = read(tmp_path, "name,population (millions)\nA,1.5\nB,0.25\n")
    assert people(found) == {"A": 1_500_000, "B": 250_000}
    assert guess(found, "population_unit") == "1000000"


BLOCKS = {
    "before": "North,3000,6\nA,1000,5\nB,2000,7\nSouth,4000,6\nC,1500,5\nD,2500,7\n",
    "behind": "A,1000,5\nB,2000,7\nNorth,3000,6\nC,1500,5\nD,2500,7\nSouth,4000,6\n",
    "with a total": "All,7000,6\nNorth,3000,6\nA,1000,5\nB,2000,7\nSouth,4000,6\nC,1500,5\nD,2500,7\n",
    "with a total below": "North,3000,6\nA,1000,5\nB,2000,7\nSouth,4000,6\nC,1500,5\nD,2500,7\nTotal,7000,6\n",
}


@pytest.mark.parametrize("way", BLOCKS)
def test_parts_of_the_city_that_sum_up_are_no_districts(way: str, tmp_path: Path) -> None:
    found = read(tmp_path, HEAD + BLOCKS[way])
    assert people(found) == {"A": 1000, "B": 2000, "C": 1500, "D": 2500}
    assert "a total of others, left out" in text(found)


@pytest.mark.parametrize(
    "rows", ["A,300,1\nB,100,2\nC,200,3\n", "A,30,1\nB,10,2\nC,20,3\nD,7,1\nE,3,1\nF,4,1\n"]
)
def test_a_sum_by_chance_is_a_district(rows: str, tmp_path: Path) -> None:
    assert len(people(read(tmp_path, HEAD + rows))) == rows.count("\n")


def test_the_same_row_again_is_left_out_and_a_row_for_each_kind_is_told(tmp_path: Path) -> None:
    twice = read(tmp_path, HEAD + "A,1000,5\nB,2000,6\nA,1000,5\n")
    assert people(twice) == {"A": 1000, "B": 2000}
    assert "The same row again" in text(twice)
    rows = "ward,kind,population\nA,old,10\nA,new,11\nB,old,20\nB,new,21\n"
    (problem,) = read(tmp_path, rows).problems
    assert problem.translate("en") == (
        "t.csv: each name stands in 2 rows, which differ in 'kind'; keep one row for each district, such as those of "
        "'kind' = 'old', or say which to read in t.toml: [only] 'kind' = 'old'"
    )


OFFICES = {
    "Eurostat": (
        "geo\\time\tpopulation\tunemployment_rate\nA\t3669491 p\t9.1 b\nB\t217432 e\t: u\nC\t674747 bp\t7\n",
        {"A": 3669491, "B": 217432, "C": 674747},
    ),
    "Eurostat's own separator": (
        "freq,unit,name\tpopulation\nA,NR,DE300\t30 \nA,NR,FR101\t20 p\n",
        {"A,NR,DE300": 30, "A,NR,FR101": 20},
    ),
    "Destatis": (
        (
            "Tabelle;;;\nStichtag;;;\n;;31.12.2022;31.12.2022\n;;Bevölkerung;Arbeitslosenquote\n;;Anzahl;%\n"
            "11000;Mitte;387.012;9,8\n11001;Pankow;419.233;6,1\n11002;Spandau;251.398;.\n11003;Steglitz;296.500;/\n"
            "__________;;;\n© Statistisches Bundesamt (Destatis), 2024;;;\nStand: 01.06.2024;;;\n"
        ),
        {"Mitte": 387012, "Pankow": 419233, "Spandau": 251398, "Steglitz": 296500},
    ),
    "Census Bureau, figures cut off": (
        'NAME,total_population,median_income\nTract 1,4854,45000\nTract 2,5854,"250,000+"\nTract 3,10,"2,500-"\n',
        {"Tract 1": 4854, "Tract 2": 5854, "Tract 3": 10},
    ),
    "Statistics Bureau of Japan": (
        "区,人口,失業率\n千代田区,66680,3.1\n中央区,169179,3.3\n港区,260486,3.2\n合計,496345,3.2\n",
        {"千代田区": 66680, "中央区": 169179, "港区": 260486},
    ),
    "Nomis": (
        (
            '"TS001"\n"date : 2021"\n\n"ward","mnemonic","population"\n"Camden 1","E1","7914"\n"Camden 2","E2","7466"\n'
            '\n"In order to protect against disclosure of personal information, records have been swapped."\n'
        ),
        {"Camden 1": 7914, "Camden 2": 7466},
    ),
    "Statistics Netherlands": (
        '"WijkenEnBuurten";"AantalInwoners_5"\n"Centrum   ";"   18615"\n"West      ";"    9455"\n',
        {"Centrum": 18615, "West": 9455},
    ),
    "IBGE": (
        (
            '"Tabela 4714"\n"Bairro";"População residente (Pessoas)";"Taxa de desocupação (%)"\n'
            '"Leblon";"46044";"..."\n'
            '"Rocinha";"69161";"15,0"\n"Gávea";"16003";"X"\n"Fonte: IBGE - Censo Demográfico"\n'
        ),
        {"Leblon": 46044, "Rocinha": 69161, "Gávea": 16003},
    ),
}


@pytest.mark.parametrize("office", OFFICES)
@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_tables_of_offices(office: str, encoding: str, tmp_path: Path) -> None:
    rows, expected = OFFICES[office]
    path = tmp_path / ("t.tsv" if "\t" in rows else "t.csv")
    path.write_bytes(rows.encode(encoding if rows.translate({0xA9: "c"}).isascii() else "utf-8"))
    found = check_city(path)
    assert found.problems == ()
    assert people(found) == expected


def test_features_line_by_line_and_those_without_properties(tmp_path: Path) -> None:
    lines = "\n".join(json.dumps(feature(name, square(0.01 * i, 0))) for i, name in enumerate("ABC"))
    assert people(read(tmp_path, lines, "t.geojson")) == {"A": 100, "B": 100, "C": 100}
    assert "something stands behind the end" in text(
        read(tmp_path, '{"type": "FeatureCollection", "features": []} x', "t.geojson")
    )
    esri = {"features": [{"attributes": {"name": "A"}, "geometry": {"rings": [[[0, 0], [0, 1], [1, 0]]]}}]}
    assert "have neither names nor figures" in text(read(tmp_path, json.dumps(esri), "t.json"))
