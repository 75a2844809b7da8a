"""Every problem that a file, or what a page sends, can have is told in every language, by one mechanism."""

from __future__ import annotations

import ast
import pickle
from collections.abc import Iterator
from pathlib import Path

import pytest

from sim.city.check import check_city
from sim.files.errors import InputError, Problems
from sim.files.resources import PACKAGE
from sim.locale.catalogue import LANGUAGES, keys, missing, pattern
from sim.locale.text import message

FOLDERS = ("city", "dashboard/state", "dashboard/work")
FILES = ("files/checks.py", "files/errors.py", "files/extras.py", "files/text.py", "files/toml.py")
KINDS = ("problem-", "picked-", "fields-", "mapping-")
"""How the keys of these messages begin."""


def sources() -> Iterator[Path]:
    for folder in FOLDERS:
        yield from sorted((PACKAGE / folder).glob("*.py"))
    yield from (PACKAGE / file for file in FILES)


def english_only(source: str) -> list[int]:
    """Return the lines where a problem is told in words written out, which are those of one language."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and node.args:
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            written = isinstance(node.args[0], ast.JoinedStr | ast.Constant)
            found += [node.lineno] if name in ("InputError", "problem", "unknown") and written else []
    return found


def test_no_problem_is_written_out_in_one_language() -> None:
    found = {str(path): lines for path in sources() if (lines := english_only(path.read_text("utf-8")))}
    assert found == {}


@pytest.mark.parametrize("told", ['InputError("x")', 'InputError(f"{x}")', 'report.problem(f"{x}: y")'])
def test_one_that_is_would_be_found(told: str) -> None:
    assert english_only(f"x = 1\n{told}\n") == [2]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_problem_has_its_words(language: str) -> None:
    assert [key for key in missing(language) if key.startswith(KINDS)] == []
    assert sum(key.startswith(KINDS) for key in keys("en")) > 100


def test_french_ones_are_french() -> None:
    """What both languages say alike is signs and names only."""
    kinds = [key for key in keys("en") if key.startswith(KINDS)]
    assert [key for key in kinds if pattern(key, "en") == pattern(key, "fr")] == [
        "problem-and",
        "mapping-place",
    ]


def test_all_problems_of_a_file_in_the_language_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "ville.csv"
    path.write_text("name,population\nA,many\nA,5\nB,\n", encoding="utf-8")
    problems = check_city(path).problems
    assert [one.translate("fr").replace("\u202f", " ") for one in problems] == [
        "ville.csv, ligne 2, colonne 'population' : 'many' n’est pas un nombre",
        (
            "ville.csv, ligne 3, colonne 'name' : 'A' est déjà le nom en ligne 2 ; une colonne de codes les "
            "distingue (à nommer dans ville.toml : [columns] key = ...)"
        ),
        (
            "ville.csv, ligne 4, colonne 'population' : il manque un nombre pour 'B' ; écrivez 0 si personne n’y "
            "habite, ou omettez-le dans ville.toml : leave_out = ['B']"
        ),
    ]
    assert problems[0].translate("en") == ("ville.csv, row 2, column 'population': 'many' is not a number")


def test_an_error_comes_whole_out_of_another_process() -> None:
    error = pickle.loads(pickle.dumps(InputError(message("problem-empty", file="x.csv"))))
    assert (str(error), error.translate("fr").replace("\u202f", " ")) == (
        "x.csv: the file is empty",
        "x.csv : le fichier est vide",
    )


def test_many_problems_follow_each_other_whatever_their_length() -> None:
    """A value longer than the catalogues' library takes is told whole all the same."""
    long = "x" * 3000
    problems = Problems(
        [message("problem-empty", file=long), "in English", message("problem-known", names="a")]
    )
    assert str(problems) == f"{long}: the file is empty | in English | known: a"
    assert pickle.loads(pickle.dumps(problems)).all_said == problems.all_said
