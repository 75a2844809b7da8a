"""Files that users write, in TOML: found by name or path, read strictly, refused in one line."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from sim.files.errors import InputError, brief, offer, unknown
from sim.files.text import read_text
from sim.locale.catalogue import LANGUAGES
from sim.locale.text import message

MOST_BYTES = 1_000_000
MOST_LETTERS = 2_000  # of one text; titles and cautions are far shorter
MOST_PARTS = 20  # of a dotted key; ours have three at most
_PART = r"""(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+"""
_DEEP = re.compile(rf"(?<![\w-]){_PART}(?:{_PART}){{{MOST_PARTS - 1}}}")
NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")
RENAMED = {"history": "burn_in", "dial": "outcome"}
"""Keys by the names that they had until version 0.2, still read in its files."""


def find_toml(name_or_path: str | Path, folder: Path, kind: str) -> Path:
    """Return the file of that name in ``folder``, where ``kind`` is shipped, or the path if it ends in .toml.

    A bare name never leaves ``folder``. Raises InputError with the nearest name.
    """
    text = str(name_or_path)
    if isinstance(name_or_path, Path) or text.endswith(".toml"):
        return Path(name_or_path)
    if not NAME.fullmatch(text):
        raise InputError(message("problem-no-name", kind=kind, name=brief(text)))
    path = folder / f"{text}.toml"
    if not path.is_file():
        raise unknown(kind, text, names_in(folder))
    return path


def place_of(path: Path, folder: Path, within: str = "") -> str:
    """Return how messages call the file at ``path``: one shipped in ``folder`` by its name, after ``within``."""
    return f"{within}{path.name}" if path.parent == folder else str(path)


def names_in(folder: Path) -> list[str]:
    """Return the names of the TOML files of ``folder``, sorted."""
    return sorted(path.stem for path in folder.glob("*.toml"))


def read_toml(path: Path) -> dict[str, Any]:
    """Return the tables of the TOML file at ``path``; raise InputError for anything but sound TOML."""
    return tables_in(read_text(path, MOST_BYTES), path)


def tables_in(text: str, path: Path) -> dict[str, Any]:
    """Return the tables of ``text``, which was read from ``path``, as `read_toml` does."""
    if deep := _DEEP.search(text):  # every part is a table of its own: 20,000 of them take gigabytes
        line = text.count("\n", 0, deep.start()) + 1
        raise InputError(message("problem-toml-parts", file=str(path), line=str(line), most=MOST_PARTS))
    try:
        return _renamed(tomllib.loads(text))
    except RecursionError:
        raise InputError(message("problem-toml-deep", file=str(path))) from None
    except ValueError as error:  # also raised by integers of thousands of digits
        reason = f"{str(error)[:200]}{_line_of(error, text)}"
        raise InputError(message("problem-toml-broken", file=str(path), reason=reason)) from None


def _renamed(value: Any) -> Any:
    """Return ``value`` with its keys' present names; beside the present one an old one stays, to be refused."""
    if isinstance(value, dict):
        names = {key: RENAMED.get(key, key) for key in value}
        return {key if names[key] in value else names[key]: _renamed(inner) for key, inner in value.items()}
    return [_renamed(inner) for inner in value] if isinstance(value, list) else value


def refuse_unknown(table: Mapping[str, Any], legal: Iterable[str], where: str) -> None:
    """Raise InputError for a key that is not ``legal``, with the nearest one that is."""
    names = list(legal)
    for key, value in table.items():
        if key not in names:
            shown = {"where": where, "key": brief(key), "value": brief(value), "offer": offer(key, names)}
            raise InputError(message("problem-unknown-key", **shown))


def table_of(document: Mapping[str, Any], key: str, where: str) -> dict[str, Any]:
    """Return the table ``key``, empty where it is missing."""
    value = document.get(key, {})
    if not isinstance(value, dict):
        raise InputError(message("problem-no-table", where=where, key=key, value=brief(value)))
    return value


def read_words(document: Mapping[str, Any], keys: tuple[str, ...], where: str) -> dict[str, dict[str, str]]:
    """Return the texts of [text.en], [text.fr]... as language -> key -> words; a missing text is empty."""
    languages = table_of(document, "text", where)
    refuse_unknown(languages, LANGUAGES, f"{where}: [text]")
    found: dict[str, dict[str, str]] = {}
    for language in LANGUAGES:
        place = f"{where}: [text.{language}]"
        table = table_of(languages, language, f"{where}: [text]")
        refuse_unknown(table, keys, place)
        found[language] = {key: _words(key, table.get(key, ""), place) for key in keys}
    return found


def _words(key: str, value: object, where: str) -> str:
    if not isinstance(value, str) or len(value) > MOST_LETTERS:
        shown = {"where": where, "key": key, "value": brief(value), "most": str(MOST_LETTERS)}
        raise InputError(message("problem-letters", **shown))
    return value.strip()


def _line_of(error: ValueError, text: str) -> str:
    """Return the line the error speaks of, quoted: it holds the key, which the parser does not name."""
    found = re.search(r"line (\d+)", str(error))
    lines = text.rstrip().split("\n")
    number = int(found[1]) if found else len(lines)
    return f", in {brief(lines[number - 1].strip())}" if 0 < number <= len(lines) else ""
