"""Settings of the server: options, variables and what is said of bad ones."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sim.dashboard.settings import SETTINGS, Settings, read_settings
from sim.files.errors import InputError
from sim.studies.expansion import expand
from sim.studies.plan import save_plan
from tests.studies.small import design


def test_nothing_given_is_the_default() -> None:
    assert read_settings({}, {}) == Settings()


def test_an_option_wins_over_a_variable() -> None:
    variables = {"TWO_CITIES_ROOT_PATH": "/b", "TWO_CITIES_TRUSTED_PROXIES": "127.0.0.1,10.0.0.0/8"}
    read = read_settings({"root_path": "/a/"}, variables)
    assert (read.root_path, read.trusted_proxies) == ("/a", ("127.0.0.1/32", "10.0.0.0/8"))


def test_the_page_answers_under_the_name_it_is_served_on() -> None:
    local = {"localhost", "127.0.0.1", "::1"}
    assert Settings().names() == local
    assert Settings().served_on("0.0.0.0").names() == local
    assert Settings().served_on("Cities.Example.org").names() == local | {"cities.example.org"}
    assert Settings(allowed_hosts=("a",)).served_on("fe80::1").names() == local | {"a", "fe80::1"}


def test_the_page_answers_under_the_address_that_visitors_type() -> None:
    found = Settings().found_at("https://cities.example.org/cities")
    assert found.address == "https://cities.example.org/cities"
    assert "cities.example.org" in found.names()


def test_a_switch_is_off_when_its_variable_says_no() -> None:
    assert read_settings({}, {"TWO_CITIES_ACCESS_LOG": "no"}) == Settings()


def test_a_level_that_is_none_is_told_its_nearest() -> None:
    with pytest.raises(InputError, match="did you mean 'warning'"):
        read_settings({"log_level": "warn"}, {})


GOOD = {
    "public": ["yes"],
    "metrics": ["1"],
    "address": ["http://192.168.1.20:8765", "https://cities.example.org/cities", "http://[::1]:1/"],
    "debate": ["class", "three-minutes"],
    "city": [__file__],
    "table": [__file__],
    "study": [],  # takes a folder of results, see below
    "log_level": ["debug", "WARNING"],
    "access_log": ["yes"],
    "seats": ["1", "60", "1000"],
    "root_path": ["/", "/cities", "/a/b", "/cities/"],
    "trusted_proxies": ["127.0.0.1", "::1"],
    "allowed_hosts": ["cities.example.org", "192.168.1.20", "::1", "[::1]", "UPPER", "with-port:80"],
}
BAD = {
    "public": ["room"],
    "metrics": [":9100"],
    "address": ["cities.example.org", "ftp://a", "http://", "http://[", "http://a b", "http://a/<b>", ""],
    "debate": ["clas", "no/such.toml", ""],
    "city": ["nowhere.csv", "", "."],
    "table": ["nowhere.csv", ""],
    "study": ["nowhere", "", ".", __file__],
    "log_level": ["loud", "warn", "", "10"],
    "access_log": ["perhaps", "2"],
    "seats": ["abc", "0", "-1", "1001", "٣", "", "9" * 5_000, "2.5", "nan"],
    "root_path": ["cities", "//evil.example", "/a b", "/../x", '/"><script>', "/" + "a" * 300, "http://x/y"],
    "trusted_proxies": ["localhost", "10.0.0.1/8", "*", ""],
    "allowed_hosts": ["http://x", "*", "a b", "x" * 300, "été", ""],
}


def test_every_setting_is_tried_here() -> None:
    assert set(GOOD) == set(BAD) == set(SETTINGS)


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, texts in GOOD.items() for text in texts])
def test_a_good_value_is_taken(name: str, text: str) -> None:
    given = [text] if SETTINGS[name].several else text
    assert read_settings({name: given}, {}) == read_settings({}, {SETTINGS[name].variable: text})


def test_the_folder_of_a_study_is_taken(tmp_path: Path) -> None:
    save_plan(expand(design()), tmp_path)
    assert read_settings({"study": str(tmp_path)}, {}).study == str(tmp_path)


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, texts in BAD.items() for text in texts])
def test_a_bad_value_is_told_in_one_line(name: str, text: str) -> None:
    setting = SETTINGS[name]
    for given, environment, where in (
        ({name: [text] if setting.several else text}, {}, setting.option),
        ({}, {setting.variable: text or " "}, setting.variable),
    ):
        with pytest.raises(InputError) as refused:
            read_settings(given, environment)
        said = str(refused.value)
        assert said.startswith(f"{where} = ")
        assert re.search("allowed: |known: |did you mean", said)
        assert "\n" not in said
        assert len(said) < 300


def test_a_debate_is_a_shipped_one_or_a_sound_file(tmp_path: Path) -> None:
    assert read_settings({"debate": "class"}, {}).debate == "class"
    assert read_settings({}, {"TWO_CITIES_DEBATE": "three-minutes"}).debate == "three-minutes"
    with pytest.raises(InputError, match="--debate = 'clas': unknown debate 'clas'; did you mean 'class'"):
        read_settings({"debate": "clas"}, {})
    broken = tmp_path / "own.toml"
    broken.write_text("title = 3", encoding="utf-8")
    with pytest.raises(InputError, match=r"own\.toml"):
        read_settings({"debate": str(broken)}, {})
