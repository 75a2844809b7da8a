"""Columns that name districts or give their codes, as offices call them in many languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from sim.city import district_columns
from sim.city.load import load_city

CODES = """code_quartier, CodeQuartier, N° quartier, id_commune, Ward ID, WARD_NO, district number, Bezirk-Nr.,
Code de l'arrondissement, Bezirksnummer, Stadtteilschlüssel, gemeente code, Codigo del barrio, codi_districte,
kod dzielnicy 2021, numero circoscrizione"""
NAMES = """nom_quartier, nom du quartier, Ward name, district_names, Stadtteilname, Bezirksname, nombre del barrio,
buurtnaam, Libellé commune"""
NEITHER = """population, code, name, quartier, district population, ward area km2, code postal, number of people,
nom du maire, no qualification, area_id_population, unemployment in the district, wards with code red"""


def listed(columns: str) -> list[str]:
    return [column.strip() for column in columns.split(",")]


@pytest.mark.parametrize("column", listed(CODES))
def test_codes_of_districts(column: str) -> None:
    assert district_columns.is_code(column)
    assert not district_columns.is_name(column)


@pytest.mark.parametrize("column", listed(NAMES))
def test_names_of_districts(column: str) -> None:
    assert district_columns.is_name(column)
    assert not district_columns.is_code(column)


@pytest.mark.parametrize("column", listed(NEITHER))
def test_what_says_more_or_less_is_neither(column: str) -> None:
    assert not district_columns.is_code(column)
    assert not district_columns.is_name(column)


def test_codes_alone_tell_districts_apart(tmp_path: Path) -> None:
    (tmp_path / "own.csv").write_text("bezirk_nr;population;arbeitslose_pct\n01;900;4\n02;800;9\n03;700;6\n")
    assert load_city(tmp_path / "own.csv").names == ("01", "02", "03")


def test_a_name_made_of_words_goes_before_other_texts(tmp_path: Path) -> None:
    rows = "chef;nom du quartier;population\nAnne;Nord;900\nBéa;Sud;800\nCarl;Est;700\n"
    (tmp_path / "own.csv").write_text(rows)
    assert load_city(tmp_path / "own.csv").names == ("Nord", "Sud", "Est")
