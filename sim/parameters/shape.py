"""What kind of value each key of a declaration has: a file that somebody else wrote is checked against it."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Any, get_args

from sim.files.errors import InputError, brief, unknown
from sim.locale.catalogue import LANGUAGES
from sim.parameters.parameter import Strength

Shape = Mapping[str, Any]
ANY_NAME = "*"
"""Stands in a shape for every name that is not declared beforehand."""


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and not math.isnan(value)


def _is_switch(value: object) -> bool:
    return isinstance(value, bool)


def _is_setting(value: object) -> bool:
    return _is_text(value) or _is_switch(value) or _is_number(value)


def _are_settings(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(map(_is_setting, value))


def _are_texts(value: object) -> bool:
    return isinstance(value, list) and all(map(_is_text, value))


def _is_strength(value: object) -> bool:
    return value in get_args(Strength)


KINDS: Mapping[Callable[[object], bool], str] = {
    _is_text: "text",
    _is_number: "a number",
    _is_switch: "true or false",
    _is_setting: "a number, text, true or false",
    _are_settings: "a list of numbers or texts, not empty",
    _are_texts: "a list of texts",
    _is_strength: "one of " + ", ".join(get_args(Strength)),
}
WORDS: Shape = {language: {ANY_NAME: _is_text} for language in LANGUAGES}
PARAMETER: Shape = {
    "default": _is_setting,
    "possible": _are_settings,
    "explored": _are_settings,
    "unit": _is_text,
    "source": _is_text,
    "strength": _is_strength,
    "whole": _is_switch,
    "unlimited": _is_text,
    **WORDS,
}
COLUMN: Shape = {
    "of": _is_text,
    "dtype": _is_text,
    "low": _is_number,
    "high": _is_number,
    "meaning": _is_text,
    "start": _is_number,
}
DECLARATION: Shape = {
    "section": _is_text,
    "source": _is_text,
    "strength": _is_strength,
    "shared": _are_texts,
    "off": {ANY_NAME: _is_number},
    "columns": {ANY_NAME: COLUMN},
    "events": {ANY_NAME: {"keys": _are_texts}},
    "outcomes": {ANY_NAME: {}},
    "levers": {ANY_NAME: PARAMETER},
    "assumptions": {ANY_NAME: PARAMETER},
    "constants": {ANY_NAME: PARAMETER},
    "context": {ANY_NAME: PARAMETER},
    **WORDS,
}


def check_shape(table: Mapping[str, Any], where: str, shape: Shape = DECLARATION) -> None:
    """Raise InputError for the first key of ``table`` that means nothing, or whose value is of another kind."""
    for key, value in table.items():
        kind = shape.get(key, shape.get(ANY_NAME))
        if kind is None:
            raise InputError(f"{where}: {unknown('key', key, shape)}")
        if not isinstance(kind, Mapping):
            if not kind(value):
                raise InputError(f"{where}: {brief(key)} = {brief(value)} must be {KINDS[kind]}")
        elif not isinstance(value, dict):
            raise InputError(f"{where}: {brief(key)} = {brief(value)} must be a table")
        elif kind:  # an empty shape is checked elsewhere
            check_shape(value, f"{where}: [{brief(key).strip(chr(39))}]", kind)
