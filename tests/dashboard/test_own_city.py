"""An own city on its way onto the page: files in parts, the check screen, what a visitor says about them."""

from __future__ import annotations

import base64
import tomllib
from pathlib import Path
from typing import Any

import pytest

from sim.city.mapping import read_mapping
from sim.dashboard.settings import Settings
from sim.dashboard.state import cities
from sim.dashboard.state.cities import files_of
from sim.dashboard.state.own_files import SLOTS, allowed_name
from sim.dashboard.state.scene import Scene
from sim.dashboard.views.command import command_to_copy
from sim.dashboard.views.own_check import shape
from sim.files.errors import InputError
from sim.locale.catalogue import LANGUAGES
from tests.city.made import collection, feature, square
from tests.dashboard.own_visitor import MAP, TABLE, Visitor

pytestmark = pytest.mark.usefixtures("no_own_city")


def test_a_table_in_parts_is_read_with_every_guess_told(visitor: Visitor) -> None:
    visitor.pick("districts", "ville.csv", TABLE, part=7)
    shown = visitor.shown()
    assert shown["headline"] == "3 districts, 25,000 people; hardship by its level."
    told = {one["what"]: (one["value"], one["stated"]) for one in shown["guesses"]}
    assert told == {
        "name": ("quartier", False),
        "population": ("habitants", False),
        "encoding": ("utf-8", False),
        "header": ("1", False),
        "separator": (";", False),
        "decimal": (",", False),
    }
    assert [(one["column"], one["value"]) for one in shown["indicators"]] == [
        ("revenu", ""),
        ("taux_chomage", "raises"),
    ]
    rows = shape(visitor.own.check, "en")["rows"]
    assert rows["names"] == ["Port", "Vieille Ville", "Coteaux", "Total"]
    assert rows["out"] == ["", "", "", "a total of others"]
    assert rows["hardship"] == [65.0, 53.0, 33.3, None]


def test_what_is_said_changes_the_city_and_nothing_else_is_pinned(visitor: Visitor) -> None:
    visitor.pick("districts", "ville.csv", TABLE)
    visitor.do("own_indicator", column="revenu", direction="lowers")
    visitor.do("own_row", row=1, out=True)
    visitor.do("own_guess", what="decimal", value=",")
    visitor.do("own_words", key="title", words="Ma ville")
    city = visitor.city()
    assert city.names == ("Port", "Coteaux")
    assert city.title.translate("fr") == "Ma ville"
    assert [basis.column for basis in city.bases] == ["revenu", "taux_chomage"]
    assert visitor.guess("decimal")["stated"] is True
    assert visitor.guess("name")["stated"] is False
    visitor.do("own_row", row=1, out=False)
    assert visitor.shown()["headline"].startswith("3 districts, 25,000 people")


def test_the_mapping_written_makes_the_same_city_without_a_guess(visitor: Visitor, tmp_path: Path) -> None:
    visitor.pick("districts", "ville.csv", TABLE)
    visitor.do("own_indicator", column="revenu", direction="lowers")
    before, mapping = visitor.city(), visitor.shown()["mapping"]
    assert mapping["name"] == "ville.toml"
    (tmp_path / "ville.toml").write_text(mapping["text"], encoding="utf-8")
    assert read_mapping(tmp_path / "ville.toml").leave_out == ("Total",)
    visitor.pick("mapping", "ville.toml", mapping["text"])
    assert visitor.city().fingerprint == before.fingerprint
    assert [one["what"] for one in visitor.shown()["guesses"] if not one["stated"]] == []


def test_all_problems_are_told_at_once_and_can_be_mended_on_the_screen(visitor: Visitor) -> None:
    visitor.pick("districts", "ville.csv", TABLE.replace("12.000", "viele").replace("Coteaux", ""))
    shown = visitor.shown()
    assert not shown["sound"]
    assert shown["headline"] == "2 things stand against it:"
    assert [line.split(":")[0] for line in shown["problems"]] == [
        "ville.csv, row 2, column 'habitants'",
        "ville.csv, row 4, column 'quartier'",
    ]
    assert visitor.take() == ""
    visitor.do("own_row", row=0, out=True)
    visitor.do("own_row", row=2, out=True)
    assert visitor.shown()["headline"].startswith("1 district, 9,000 people")


def test_a_column_that_was_not_found_can_be_named(visitor: Visitor) -> None:
    visitor.pick("districts", "ville.csv", TABLE.replace("habitants", "P1"))
    assert not visitor.shown()["sound"]
    assert visitor.guess("population")["value"] == ""
    assert "P1" in [one["value"] for one in visitor.guess("population")["options"]]
    visitor.do("own_guess", what="population", value="P1")
    assert visitor.shown()["headline"].startswith("3 districts, 25,000 people")


def test_a_reference_system_that_was_not_found_can_be_named(visitor: Visitor) -> None:
    grid = collection(*(feature(n, square(652_000 + 900 * i, 6_862_000, 900)) for i, n in enumerate("ABC")))
    visitor.pick("districts", "carte.geojson", grid)
    assert not visitor.shown()["sound"]
    offered_systems = [one["value"] for one in visitor.guess("crs")["options"]]
    assert "EPSG:2154" in offered_systems
    visitor.do("own_guess", what="crs", value="EPSG:2154")
    assert visitor.shown()["sound"]
    assert not shape(visitor.own.check, "en")["cartogram"]


def test_boundaries_and_figures_picked_apart_are_joined(visitor: Visitor) -> None:
    visitor.pick("districts", "map.geojson", MAP.replace('"population": 100', '"area": 1'))
    assert not visitor.shown()["sound"]
    visitor.pick("figures", "figures.csv", "name,population\nQUAY,2000\nhill,3000\nPört,1000\n")
    assert visitor.shown()["headline"].startswith("3 districts, 6,000 people")
    assert visitor.guess("table")["value"] == "figures.csv"
    name = visitor.take()
    assert files_of(name) == ("map.geojson", "figures.csv")
    told = command_to_copy(Scene(city=name))
    assert "--city map.geojson --table figures.csv" in told["command"]
    assert "map.geojson, figures.csv" in told["command_notes"][-1]
    assert "map.toml" in told["command_notes"][-1]
    visitor.do("own_drop", slot="figures")
    assert not visitor.shown()["sound"]


def test_figures_about_other_districts_leave_the_columns_to_choose_from(visitor: Visitor) -> None:
    visitor.pick("districts", "map.geojson", MAP)
    visitor.pick("figures", "figures.csv", "ward,people,code\nX,1,7\nY,2,8\nZ,3,9\n")
    shown = visitor.shown()
    assert "only 0 of 3 districts have the same name or key in both" in shown["problems"][0]
    assert {"code", "ward"} <= {one["value"] for one in visitor.guess("key")["options"]}


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (
            {"do": "own_begin", "slot": "districts", "name": "x.pdf", "size": 9},
            "a file here ends in .geojson",
        ),
        ({"do": "own_begin", "slot": "districts", "name": "x.csv", "size": 12_000_001}, "size in bytes"),
        ({"do": "own_begin", "slot": "districts", "name": "x.gpkg", "size": 50_000_001}, "size in bytes"),
        ({"do": "own_begin", "slot": "districts", "name": "x.csv", "size": 0}, "size in bytes"),
        ({"do": "own_begin", "slot": "elsewhere", "name": "x.csv", "size": 9}, "slot"),
        ({"do": "own_begin", "slot": "districts", "name": 7, "size": 9}, "must be text"),
        ({"do": "own_begin", "slot": "districts", "name": "x.csv"}, "size is missing"),
        ({"do": "own_part", "slot": "districts", "part": "AAAA"}, "no file is on its way"),
        ({"do": "own_guess", "what": "name", "value": "x"}, "no file has been read yet"),
    ],
)
def test_what_a_page_would_not_send_is_refused_before_anything_is_read(
    visitor: Visitor, data: dict[str, Any], said: str
) -> None:
    visitor.own.act(data)
    assert said in visitor.refused()
    assert visitor.own.files == {}
    assert visitor.own.check is None


def test_more_bytes_than_announced_cost_the_file(visitor: Visitor) -> None:
    visitor.do("own_begin", slot="districts", name="x.csv", size=3)
    path = visitor.own.files["districts"]
    visitor.do("own_part", slot="districts", part=base64.b64encode(b"four").decode())
    assert "more bytes than were announced" in visitor.refused()
    assert not path.exists()
    assert visitor.own.files == {}


@pytest.mark.parametrize(
    ("picked", "kept"),
    [
        ("../../etc/passwd.csv", "etc passwd.csv"),
        ("..\\up.CSV", "up.csv"),
        (".csv", "city.csv"),
        ("line\nbreak.csv", "line break.csv"),
        ("é" * 300 + ".csv", "é" * 76 + ".csv"),
    ],
)
def test_a_files_name_leads_nowhere(picked: str, kept: str) -> None:
    if picked == ".csv":
        with pytest.raises(InputError, match="a file here ends in"):
            allowed_name("districts", picked, 1)
    else:
        assert allowed_name("districts", picked, 1) == kept


def test_what_is_no_guess_or_column_changes_nothing(visitor: Visitor) -> None:
    visitor.pick("districts", "ville.csv", TABLE)
    before = visitor.own.check
    for data in (
        {"do": "own_guess", "what": "colour", "value": "x"},
        {"do": "own_guess", "what": "name", "value": "no such column"},
        {"do": "own_guess", "what": "separator", "value": "x"},
        {"do": "own_indicator", "column": "habitants", "direction": "raises"},
        {"do": "own_indicator", "column": "revenu", "direction": "sideways"},
        {"do": "own_row", "row": 4, "out": True},
        {"do": "own_row", "row": "1", "out": True},
        {"do": "own_words", "key": "source", "words": "x"},
    ):
        visitor.own.act(data)
        assert visitor.own.refused, data
    assert visitor.own.check is before


def test_no_problem_tells_where_the_files_lie(visitor: Visitor) -> None:
    visitor.pick("districts", "empty.csv", " \n \n")
    visitor.pick("mapping", "bad.toml", "title = [")
    told = [visitor.refused(), *visitor.shown()["problems"]]
    assert told[0].startswith("bad.toml: broken TOML")
    assert told[1].startswith("empty.csv: the file is empty")


def test_files_are_gone_when_the_page_is(visitor: Visitor) -> None:
    visitor.pick("districts", "ville.csv", TABLE)
    folder = visitor.own.files["districts"].parent
    assert folder.is_dir()
    visitor.own.forget()
    assert not folder.exists()


def test_a_page_for_others_takes_no_files(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cities, "PICKS", False)
    visitor.pick("districts", "ville.csv", TABLE)
    assert "this page takes no files" in visitor.refused()
    assert visitor.own.files == {}
    assert visitor.take() == ""


@pytest.mark.parametrize(
    ("settings", "alone"),
    [
        (Settings(), True),
        (Settings().served_on("127.0.0.1"), True),
        (Settings(public=True), False),
        (Settings(address="http://cities.example.org"), False),
        (Settings(trusted_proxies=("10.0.0.0/8",)), False),
        (Settings().served_on("cities.example.org"), False),
        (Settings().served_on("192.168.1.20"), False),
    ],
)
def test_only_a_page_of_this_machine_alone_takes_files(settings: Settings, alone: bool) -> None:
    assert settings.alone is alone


def test_every_slot_has_its_words_and_the_mapping_is_sound_toml(visitor: Visitor) -> None:
    visitor.pick("districts", "ville.csv", TABLE)
    for language in LANGUAGES:
        assert tomllib.loads(visitor.shown(language)["mapping"]["text"])["columns"]["name"] == "quartier"
    assert set(SLOTS) == {"districts", "figures", "mapping"}
