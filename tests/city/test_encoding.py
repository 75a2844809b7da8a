"""Tables in the encodings that offices use: names come out right, or it is asked; never other letters unsaid."""

from __future__ import annotations

import zipfile
from pathlib import Path

import numpy as np
import pyogrio.raw
import pytest
import shapely

from sim.city.check import check_city
from sim.city.encoding import decode
from sim.city.load import load_city
from sim.city.mapping import Mapping
from sim.files.errors import InputError
from tests.city.made import collection, feature, square, write

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


# Shapefiles, whose tables do not say what their letters are


def shapefile(folder: Path, names: str, encoding: str, cpg: str | None = None) -> Path:
    rows = names.split(";")
    shapes = shapely.to_wkb(
        [shapely.box(2.3 + 0.01 * i, 48.8, 2.31 + 0.01 * i, 48.81) for i in range(len(rows))]
    )
    data = [np.array(rows, dtype=object), np.arange(1000, 1000 + len(rows))]
    known = {
        "geometry_type": "Polygon",
        "crs": "EPSG:4326",
        "driver": "ESRI Shapefile",
        "encoding": encoding.replace("iso8859_2", "ISO-8859-2"),
    }
    pyogrio.raw.write(folder / "my.shp", shapes, data, ["name", "population"], **known)
    (folder / "my.cpg").unlink(missing_ok=True)
    if cpg is not None:
        (folder / "my.cpg").write_text(cpg, encoding="ascii")
    return folder / "my.shp"


def zipped(path: Path) -> Path:
    with zipfile.ZipFile(path.with_suffix(".zip"), "w") as archive:
        for part in path.parent.glob("my.[!z]*"):
            archive.write(part, f"data/wards/{part.name}")
            archive.writestr(f"__MACOSX/data/wards/._{part.name}", b"\0\5\x16\7")
    return path.with_suffix(".zip")


SHAPES = [
    (POLISH, "cp1250"),
    (RUSSIAN, "cp1251"),
    (FRENCH, "cp1252"),
    (CZECH, "iso8859_2"),
    (TURKISH, "utf-8"),
]


@pytest.mark.parametrize(("names", "encoding"), SHAPES)
@pytest.mark.parametrize("cpg", [None, "UTF-8"])
def test_letters_of_a_shapefile_tell_what_they_are(
    names: str, encoding: str, cpg: str | None, tmp_path: Path
) -> None:
    path = shapefile(tmp_path, names, encoding, cpg)
    for one in (path, zipped(path)):
        found = check_city(one)
        assert ";".join(row.name for row in found.rows) == names
        told = any(encoding in note.translate("en") for note in found.notes)
        assert told == (encoding != "utf-8")


def test_what_a_shapefile_declares_holds_unless_its_letters_contradict(tmp_path: Path) -> None:
    path = shapefile(tmp_path, "Gràcia;Sants-Montjuïc;Eixample", "cp1252", "1252")
    assert load_city(path).names == ("Gràcia", "Sants-Montjuïc", "Eixample")


def test_a_shapefile_of_unsure_letters_is_asked_about(tmp_path: Path) -> None:
    path = shapefile(tmp_path, "Gràcia;Sants-Montjuïc;Eixample", "cp1252")
    unsure = check_city(path)
    assert ["Gràcia (cp1252)" in one.translate("en") for one in unsure.problems] == [True]
    guess = next(one for one in unsure.guesses if one.what == "encoding")
    assert guess.chosen is None
    assert {("cp1252", "Gràcia"), ("cp1250", "Grŕcia")} <= set(guess.samples)
    city = check_city(path, mapping=Mapping(encoding="cp1252")).city
    assert city is not None
    assert city.names == ("Gràcia", "Sants-Montjuïc", "Eixample")


def test_one_mapping_serves_a_table_and_a_shapefile_in_two_encodings(tmp_path: Path) -> None:
    shapefile(tmp_path, POLISH, "cp1250")
    (tmp_path / "my.csv").write_text(table(POLISH), encoding="utf-8")
    city = check_city(tmp_path / "my.csv", mapping=Mapping(encoding="cp1250")).city
    assert city is not None
    assert ";".join(city.names) == POLISH


NOT_MISREAD = [  # seen misread before the letters of languages counted, and not among the names that decide thresholds
    ("Mađarska;Maršalovi otoci;Peru", "cp1250"),
    ("Južnoafrička Republika;Mađarska;Peru", "cp1250"),
    ("Britanski Deviški otoki;Türkiye;Peru", "iso8859_2"),
    ("Karadağ;Curaçao;Peru", "cp1254"),
    ("Tsjechië;Peru;Mali", "mac_roman"),
    ("Juleøen;Peru;Mali", "cp1252"),
    ("Països Baixos;Emirats Àrabs Units;Mèxic;Croàcia", "cp1252"),
    ("Ålandseilanden;Libië;Peru", "mac_roman"),
    ("Lozère;Paris;Savoie", "cp850"),
]


@pytest.mark.parametrize(("names", "encoding"), NOT_MISREAD)
def test_names_once_misread_are_read_right_or_asked_about(names: str, encoding: str) -> None:
    found = decode(table(names).encode(encoding), "city.csv")
    assert found.text == table(names) or found.doubts


def test_signs_that_all_encodings_share_are_no_reason_to_ask(tmp_path: Path) -> None:
    path = tmp_path / "city.csv"
    path.write_bytes((table("Köln;Mülheim;Südstadt;Lövenich") + "© Amt für Statistik\n").encode("cp1252"))
    assert load_city(path).names == ("Köln", "Mülheim", "Südstadt", "Lövenich")


def test_a_choice_of_encodings_shows_a_name_in_each() -> None:
    found = decode(table("千代田;港").encode("shift_jis"), "x.csv")
    assert found.doubts[0] == ("shift_jis", "千代田")
    readings = dict(decode(table(POLISH).encode("cp1250"), "x.csv").readings)
    assert next(iter(readings)) == "cp1250"
    assert (readings["cp1250"], readings["cp1252"]) in (
        ("Łódź", "£ódŸ"),
        ("Śródmieście", "Œródmieœcie"),
        ("Bałuty", "Ba³uty"),
    )


HEADS = {
    "地区;人口;失業率": ("浅草;上野;谷中", ("shift_jis", "euc_jp")),
    "구;인구;실업률": ("종로;중;용산", ("euc_kr",)),
    "地区;人口;失业率": ("朝阳;海淀;东城", ("gb18030",)),
    "地區;人口;失業率": ("大安;信義;中山", ("big5",)),
    "bairro;população;taxa_desemprego": ("Sé;Bonfim;Paranhos", ("cp1252", "mac_roman", "cp850")),
    "район;население;безработица": ("Арбат;Хамовники", ("cp1251", "koi8_r")),
}


@pytest.mark.parametrize(("head", "encoding"), [(h, e) for h, (_, several) in HEADS.items() for e in several])
def test_names_of_columns_tell_what_the_letters_are(head: str, encoding: str, tmp_path: Path) -> None:
    names = HEADS[head][0]
    path = tmp_path / "city.csv"
    path.write_bytes(table(names).replace("name;population;unemployment_pct", head).encode(encoding))
    found = check_city(path)
    assert [one.translate("en") for one in found.problems if "letters" in one.translate("en")] == []
    assert ";".join(row.name for row in found.rows) == names


EASTERN = {
    "shift_jis": "アルゼンチン;インドネシア;ニュージーランド;日本",
    "euc_kr": "서울특별시;부산광역시;대구광역시;인천광역시",
    "gb18030": "朝阳区;海淀区;西城区;东城区;石景山区;新疆;浙江",
    "big5": "大安區;信義區;中山區;萬華區;松山區",
}


@pytest.mark.parametrize("encoding", EASTERN)
def test_letters_of_east_asia_are_read_right(encoding: str) -> None:
    text = table(EASTERN[encoding])
    found = decode(text.encode(encoding), "x.csv")
    assert (found.text, found.doubts) == (text, ())


@pytest.mark.parametrize(("encoding", "like"), [*((one, one) for one in EASTERN), ("euc_jp", "shift_jis")])
@pytest.mark.parametrize("first", [1, 2, 3])
def test_few_letters_of_east_asia_are_read_right_or_asked_about(encoding: str, like: str, first: int) -> None:
    few = table(";".join(EASTERN[like].split(";")[:first]))
    found = decode(few.encode(encoding), "x.csv")
    assert found.text == few or found.doubts


def test_names_of_the_boundaries_tell_what_the_letters_are(tmp_path: Path) -> None:
    names = "Gràcia;Sants-Montjuïc;Eixample"
    shapes = (feature(name, square(2 + 0.01 * i, 41)) for i, name in enumerate(names.split(";")))
    boundaries = write(tmp_path, "map.geojson", collection(*shapes).replace('"population": 100', '"n": 1'))
    figures = tmp_path / "figures.csv"
    figures.write_bytes(table(names).encode("cp1252"))
    found = check_city(boundaries, figures)
    assert found.city is not None
    assert (found.city.names, found.city.population.tolist()) == (
        ("Gràcia", "Sants-Montjuïc", "Eixample"),
        [1000.0, 1037.0, 1074.0],
    )


def test_letters_where_nothing_is_read_are_no_reason_to_ask(tmp_path: Path) -> None:
    path = tmp_path / "city.csv"
    path.write_bytes("name;population;remark\nA;1000;Gràcia\nB;2000;Montjuïc\n".encode("cp1252"))
    found = check_city(path)
    assert found.city is not None
    assert "Not UTF-8: read as" in " ".join(one.translate("en") for one in found.notes)
