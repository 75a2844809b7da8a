"""Whatever the reading of a city's files says is said in the language asked for, with nothing in it of another."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from sim.city.check import check_city
from sim.city.hardship import known_references
from sim.files.resources import PACKAGE
from sim.files.toml import read_toml
from sim.locale.catalogue import keys, pattern
from tests.city.made import A, collection, feature, square, write

CASES = Path(__file__).with_name("cases")
TELLING = ("message", "note", "note_names", "refuse")
ENGLISH = re.compile(r"\b(row|rows|column|feature|known|line|of the|did you mean|expected|must|the)\b", re.I)
"""Words that no French message has and no file below holds."""
QUOTED = {"spreadsheet.py": {"reason"}, "layers.py": {"reason"}}
"""Values that quote a library, which speaks English only, and are said to do so."""


def sites() -> Iterator[tuple[Path, ast.Call]]:
    """Yield every place where the reader of cities tells something."""
    for path in sorted((PACKAGE / "city").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "id", getattr(node.func, "attr", ""))
                if name in TELLING:
                    yield path, node


def values(path: Path, call: ast.Call) -> Iterator[tuple[str, ast.expr]]:
    """Yield what is placed in a message, by its name; of values gathered in a table before, each of it."""
    tables = {
        target.id: node.value
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Dict)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    if getattr(call.func, "attr", "") == "note_names":
        yield "names", call.args[1]
    for given in call.keywords:
        table = (
            tables.get(given.value.id) if isinstance(given.value, ast.Name) and given.arg is None else None
        )
        if given.arg is not None:
            yield given.arg, given.value
        elif table is not None:
            yield from (
                (str(ast.literal_eval(key)), one)
                for key, one in zip(table.keys, table.values, strict=True)
                if key
            )


def in_one_language(value: ast.expr) -> bool:
    """Return whether a value holds words written out, a row as the file's reader calls it, or an error's words."""
    for node in ast.walk(value):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in (
            "row_in_words",
            "message",
            "getattr",
        ):
            return False
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and re.search("[a-z]{2}", node.value)
        ):
            return True
        if isinstance(node, ast.Subscript) and getattr(node.value, "attr", "") == "rows":
            return True
        if getattr(node, "id", "") == "error" or getattr(node, "attr", "") in ("msg", "strerror"):
            return True
    return False


def test_nothing_placed_in_a_message_is_of_one_language() -> None:
    found = [
        f"{path.name}:{call.lineno}: {name} = {ast.unparse(value)}"
        for path, call in sites()
        for name, value in values(path, call)
        if name not in QUOTED.get(path.name, ()) and in_one_language(value)
    ]
    assert [one for one in found if not one.endswith("error.said")] == []  # in the words of every language


@pytest.mark.parametrize("told", ["f(x.rows[1])", '"the header"', "str(error)", 'f"row {x}"'])
def test_one_that_is_would_be_found(told: str) -> None:
    assert in_one_language(ast.parse(told, mode="eval").body)


def test_every_key_told_stands_in_both_catalogues_in_other_words() -> None:
    told = {
        call.args[0].value
        for _, call in sites()
        if call.args and isinstance(call.args[0], ast.Constant) and "-" in str(call.args[0].value)
    }
    assert len(told) > 120
    assert sorted(told - set(keys("en"))) == sorted(told - set(keys("fr"))) == []
    assert [key for key in sorted(told) if pattern(key, "en") == pattern(key, "fr")] == []


@pytest.mark.parametrize("path", sorted(CASES.iterdir()), ids=lambda path: path.name)
def test_no_english_in_what_is_told_of_a_case(path: Path) -> None:
    check = check_city(path)
    told = [one.translate("fr") for one in (*check.notes, *check.problems)]
    assert told
    assert [one for one in told if ENGLISH.search(one)] == []


HEAD = "nom,population,chomage\n"
FILES = {
    "nameless.csv": HEAD + "A,1000,5\n,,\n,..,..\nB,2000,6\nTotal,3000,5.5\n",
    "quotes.csv": HEAD + 'A,"1000,5\nB,2000,6\n',
    "long.csv": "nom,annee,population\nA,2019,1\nA,2020,2\nB,2019,3\nB,2020,4\n",
    "sexes.csv": "nom,sexe,population\nA,F,1\nA,M,2\nB,F,3\nB,M,4\n",
    "short.csv": HEAD + "A,1000\nB,2000,6,7\n",
    "broken.geojson": '{"type": "FeatureCollection", "features": [ oups ]}',
    "cut.geojson": '{"type": "FeatureCollection", "features": [',
    "nameless.geojson": collection(A, {"type": "Feature", "properties": None, "geometry": square(1, 1)}),
    "nulle.geojson": collection(A, feature("B", None), feature("", square(0.01, 0), population=None)),
}


@pytest.mark.parametrize("file", FILES)
def test_no_english_in_what_is_told_of_a_fault(file: str, tmp_path: Path) -> None:
    check = check_city(write(tmp_path, file, FILES[file]))
    told = [one.translate("fr") for one in (*check.notes, *check.problems)]
    assert told
    assert [one for one in told if ENGLISH.search(one)] == []


def test_a_row_without_a_name_is_called_so_in_every_language(tmp_path: Path) -> None:
    check = check_city(write(tmp_path, "map.geojson", FILES["nameless.geojson"]))
    told = {language: [note.translate(language) for note in check.notes] for language in ("en", "fr")}
    assert "Neither name nor figures, left out: feature 2." in told["en"]
    assert [one for one in told["fr"] if one.endswith("objet 2.")]


def test_documented_references_are_told_as_the_scales_have_them() -> None:
    written = read_toml(PACKAGE / "city" / "scales.toml")
    told = {kind: one.source.translate("en") for kind, one in known_references().items()}
    assert told == {kind: one["source"] for kind, one in written.items()}
