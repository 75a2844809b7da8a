"""Every reader of files that people write, against a thousand malformed ones each: read or refused in a line.

The ordinary suite takes the first quarter of them.
"""

from __future__ import annotations

import copy
import random
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import tomli_w

from sim.city.load import load_city
from sim.city.mapping import read_mapping
from sim.cli.validate import check
from sim.files.errors import InputError
from sim.files.resources import data_folder
from sim.parameters.declaration import read_declaration
from sim.scenario.scenario import load_assumption_set, load_scenario
from sim.studies.design import Design
from sim.studies.targets import read_targets
from tests.counting import Count
from tests.thorough import tries

ROOT = Path(__file__).parents[2]
TIMES = tries(1_000)
JUNK: list[Any] = [
    *(0, -1, 3, 10**18, True, 0.5, -1e9, 1e308, float("inf"), float("nan")),
    *("", "x", "none", "../../x", "a\x00b", "é" * 300, "=1+1", "opt_in", "1e5", "٣"),
    *([], {}, [[]], [{}], {"a": {"b": [1]}}, [1, "x", {"c": True}], ["control", "control"], {"": 1}),
]
CITY = "district,population,income_median,longitude,latitude\n" + "".join(
    f'"Ward {n}",{1000 + 37 * n},{18000 + 911 * n},{0.01 * (n % 4):.2f},{51 + 0.01 * (n // 4):.2f}\n'
    for n in range(12)
)


def shipped(*names: str) -> str:
    return data_folder().joinpath(*names).read_text("utf-8")


def declaration(path: Path) -> object:
    return read_declaration(path, {})


EVENT = '\n[[events]]\nkind = "breach"\nweek = 5\ncity = "A"\n'
READERS: dict[str, tuple[str, str, Callable[[Path], object]]] = {
    "scenario": (".toml", shipped("function-creep.toml") + EVENT, load_scenario),
    "set of assumptions": (".toml", shipped("assumptions", "sceptic.toml"), load_assumption_set),
    "design": (".toml", shipped("experiments", "morris-screening.toml"), Design.read),
    "targets": (".toml", shipped("experiments", "targets", "london-boroughs.toml"), read_targets),
    "mapping of a city": (".toml", shipped("cities", "london.toml"), read_mapping),
    "mechanism": (".toml", (ROOT / "docs" / "examples" / "curfew.toml").read_text("utf-8"), declaration),
    "anything, by validate": (".toml", shipped("control.toml"), check),
    "city as a table": (".csv", CITY, load_city),
    "city as boundaries": (".geojson", shipped("cities", "lyon.geojson"), load_city),
}


def leaves(value: Any, way: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the way to every value of a document."""
    if way:
        yield way
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in inner:
        yield from leaves(one, (*way, key))


def with_junk(document: dict[str, Any], chance: random.Random) -> str:
    """Return ``document`` as TOML with one to three values replaced, dropped or added."""
    changed = copy.deepcopy(document)
    for _ in range(chance.randint(1, 3)):
        *way, key = chance.choice(list(leaves(changed)) or [("x",)])
        place = changed
        for step in way:
            place = place[step]
        match chance.randrange(4):
            case 0:
                del place[key]
            case 1 if isinstance(place, dict):
                place[chance.choice(["x", "lever", "text", "en", "off", str(key)[:-1] or "y"])] = (
                    copy.deepcopy(chance.choice(JUNK))
                )
            case _:
                place[key] = copy.deepcopy(chance.choice(JUNK))
    return tomli_w.dumps(changed)


def with_noise(text: str, chance: random.Random) -> bytes:
    """Return ``text`` with some bytes changed, cut out, doubled, or with everything after one gone."""
    data = bytearray(text, "utf-8")
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(max(1, len(data)))
        match chance.randrange(5):
            case 0:
                data[at : at + 1] = bytes([chance.randrange(256)])
            case 1:
                del data[at : at + chance.randint(1, 40)]
            case 2:
                data[at:at] = data[at : at + chance.randint(1, 200)]
            case 3:
                data[at:at] = chance.choice(
                    [b"\x00", b"\xff\xfe", b"[[", b"}", b'"', b",,,", b"\n\n", b"1e999"]
                )
            case _:
                del data[at : len(data) if chance.random() < 0.1 else at + 1]
    return bytes(data)


def malformed(ending: str, text: str) -> Iterator[bytes]:
    chance = random.Random(f"{ending}{len(text)}")
    document = tomllib.loads(text) if ending == ".toml" else {}
    for number in range(TIMES):
        if document and number % 2:
            yield with_junk(document, chance).encode("utf-8", "surrogatepass")
        else:
            yield with_noise(text, chance)


def outcome_of(read: Callable[[Path], object], file: Path) -> str:
    """Return what the refusal says, empty if ``file`` is read."""
    try:
        read(file)
    except InputError as error:
        return str(error)
    except Exception as error:
        error.add_note(f"kept in {file}")
        raise
    return ""


@pytest.mark.parametrize("name", READERS)
def test_what_is_malformed_is_read_or_refused_in_one_line(name: str, tmp_path: Path, count: Count) -> None:
    ending, text, read = READERS[name]
    count(f"malformed {name}", TIMES, "read, or refused in one line")
    file = tmp_path / f"given{ending}"
    refused = 0
    for number, data in enumerate(malformed(ending, text)):
        file.write_bytes(data)
        said = outcome_of(read, file)
        refused += bool(said)
        assert "\n" not in said, f"input {number}, kept in {file}"
    assert refused > TIMES / 4  # else hardly any was malformed
