"""A mapping as the text of the file beside a city's data."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import Any

import tomli_w

from sim.city.mapping import Columns, LongColumns, Mapping, Reference
from sim.files.atomic import check_target, write_whole
from sim.locale.catalogue import LANGUAGES
from sim.locale.text import Text

_HEAD = "# What the columns of {file} mean and how it is read (docs/cities.md).\n\n"


def mapping_text(mapping: Mapping, file: str) -> str:
    """Return ``mapping`` of the data in ``file`` as TOML; what equals the default is not written."""
    return _HEAD.format(file=file) + tomli_w.dumps(_document(mapping))


def write_mapping(mapping: Mapping, data: Path) -> Path:
    """Write ``mapping`` beside the file ``data``, whole or not at all, and return its path.

    Raises `InputError` where it cannot be written.
    """
    path = data.with_suffix(".toml")
    check_target(path, [".toml"])
    write_whole(path, mapping_text(mapping, data.name))
    return path


def _document(mapping: Mapping) -> dict[str, Any]:
    default = Mapping()
    document: dict[str, Any] = {}
    for one in fields(mapping):
        value = getattr(mapping, one.name)
        if value != getattr(default, one.name):
            document[one.name] = _plain(value)
    return document


def _plain(value: Any) -> Any:
    if isinstance(value, Columns | LongColumns):
        given = {one.name: getattr(value, one.name) for one in fields(value)}
        return {key: _plain(part) for key, part in given.items() if part is not None}
    if isinstance(value, dict):
        return {column: _plain(one) for column, one in value.items()}
    if isinstance(value, Reference):
        return {"value": value.value, "source": _words(value.source)}
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    if hasattr(value, "points"):
        return {"name": _words(value.name), "points": [list(point) for point in value.points]}
    return _words(value) if hasattr(value, "translate") and not isinstance(value, str) else value


def _words(text: Text) -> str | dict[str, str]:
    words = {language: text.translate(language) for language in LANGUAGES}
    return words["en"] if len(set(words.values())) == 1 else words
