"""Tables in the encodings that offices use: names come out right, or it is asked; never other letters unsaid."""

from __future__ import annotations

from pathlib import Path

import pytest

from sim.city.check import check_city
from sim.city.encoding import decode
from sim.city.load import load_city
from sim.city.mapping import Mapping
from sim.files.errors import InputError

POLISH = "Łódź;Śródmieście;Bałuty;Górna;Widzew;Polesie"
CZECH = "Žižkov;Řeporyje;Vršovice;Smíchov;Břevnov;Újezd nad Lesy"
HUNGARIAN = "Józsefváros;Erzsébetváros;Kőbánya;Óbuda;Újbuda;Pestszentlőrinc"
RUSSIAN = "Москва;Хамовники;Тверской район;Арбат;Басманный;Замоскворечье"
GREEK = "Αθήνα;Κυψέλη;Παγκράτι;Πετράλωνα;Εξάρχεια;Κολωνάκι"
TURKISH = "İstanbul;Beşiktaş;Kadıköy;Üsküdar;Şişli;Beyoğlu;Fatih"
FRENCH = "Saint-Étienne;Bellevue;Côte-Chaude;Solaure;Métare;Châteaucreux"
GERMAN = "Köln;Mülheim;Ehrenfeld;Südstadt;Weiß;Lövenich"
CASES = {
    POLISH: ("cp1250", "iso8859_2"),
    CZECH: ("cp1250", "iso8859_2"),
    HUNGARIAN: ("cp1250", "iso8859_2"),
    RUSSIAN: ("cp1251", "koi8_r", "mac_cyrillic", "utf-16-le", "utf-16"),
    GREEK: ("cp1253", "iso8859_7", "utf-16-be"),
    TURKISH: ("cp1254", "iso8859_9"),
    FRENCH: ("cp1252", "latin-1", "utf-16"),
    GERMAN: ("cp1252", "latin-1"),
}


def table(names: str) -> str:
    rows = (f"{name};{1000 + 37 * i};{3 + i},5\n" for i, name in enumerate(names.split(";")))
    return "name;population;unemployment_pct\n" + "".join(rows)


@pytest.mark.parametrize(("names", "encoding"), [(n, e) for n, several in CASES.items() for e in several])
def test_names_are_read_right(names: str, encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "city.csv"
    path.write_bytes(table(names).encode(encoding))
    assert ";".join(load_city(path).names) == names


def can_be_saved(names: str, encoding: str) -> bool:
    try:
        return bool(names.encode(encoding))
    except UnicodeEncodeError:
        return False


NAMES = [
    *CASES,
    "Gràcia;Sants-Montjuïc;Eixample",
    "België;Zuid",
    "2ème Secteur;1ère Zone",
    "Băneasa;Militari",
]
FEW = dict.fromkeys(";".join(names.split(";")[:first]) for names in NAMES for first in (1, 2, 3, 9))
OF_OFFICES = ("cp1250", "iso8859_2", "cp1252", "mac_roman", "cp850", "cp1254", "cp1251")


@pytest.mark.parametrize(
    ("names", "encoding"), [(n, e) for n in FEW for e in OF_OFFICES if can_be_saved(n, e)]
)
def test_few_names_are_read_right_or_asked_about(names: str, encoding: str) -> None:
    found = decode(table(names).encode(encoding), "city.csv")
    assert found.text == table(names) or found.doubts


def test_what_is_unsure_is_asked_and_settled_by_the_mapping(tmp_path: Path) -> None:
    path = tmp_path / "city.csv"
    path.write_bytes(table("Gràcia;Sants-Montjuïc;Eixample").encode("cp1252"))
    unsure = check_city(path)
    (problem,) = [one.translate("en") for one in unsure.problems]
    assert problem.startswith("city.csv: what its letters are is unsure, ")
    assert "Gràcia (cp1252)" in problem
    assert "say it in city.toml: encoding = " in problem
    guess = next(one for one in unsure.guesses if one.what == "encoding")
    assert guess.chosen is None
    assert {"cp1250", "cp1252", "mac_roman"} <= set(guess.alternatives)
    city = check_city(path, mapping=Mapping(encoding="cp1252")).city
    assert city is not None
    assert city.names == ("Gràcia", "Sants-Montjuïc", "Eixample")


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman"])
def test_blanks_within_numbers_are_no_letters(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "city.csv"
    rows = "name;population\nA;1\u00a0234\nB;12\u00a0345\nC;3\u00a0333\n"
    path.write_bytes(rows.encode(encoding))
    assert load_city(path).population.tolist() == [1234, 12345, 3333]


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(InputError, match="not text in a known encoding"):
        decode(bytes(range(256)) * 20, "x.csv")
