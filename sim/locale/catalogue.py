"""The catalogues: one Fluent file a language, English first; what a language lacks is said in English.

A catalogue is opened when a word of it is first asked for, once a process; the library that reads it is
imported then and not before.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sim.locale.bundle import Bundle

_FOLDER = Path(__file__).parent
FALLBACK = "en"
LANGUAGES = (FALLBACK, *sorted(path.stem for path in _FOLDER.glob("*.ftl") if path.stem != FALLBACK))


def translate(key: str, language: str, /, **values: object) -> str:
    """Return message ``key`` ("name" or "name.attribute") in ``language``, with ``values`` for its variables.

    Raises KeyError for a key that English lacks, ValueError for a variable without a value.
    """
    return _format(key, language, values) if values else _without_values(key, language)


def pattern(key: str, language: str) -> str:
    """Return message ``key`` with every variable left as its name in braces, for the browser to fill."""
    bundle, said = _found(key, language)
    return _format(key, language, {name: f"{{{name}}}" for name in _variables(bundle, said)})


def words(prefix: str, language: str) -> dict[str, str]:
    """Return the messages under ``prefix`` by what follows it: of "debate-next", "next".

    Attributes and longer names ("debate-next-short") are not among them; variables are left as in `pattern`.
    Raises KeyError where there is no such message.
    """
    return dict(_words(prefix, language))


def in_every_language(key: str, /, **values: object) -> dict[str, str]:
    """Return message ``key`` by language, for readers not known yet; languages that lack it are left out."""
    name = key.partition(".")[0]
    return {one: translate(key, one, **values) for one in LANGUAGES if bundle_of(one).has_message(name)}


def known(key: str) -> bool:
    """Return whether there is a message ``key``."""
    try:
        _found(key, FALLBACK)
    except KeyError:
        return False
    return True


def missing(language: str) -> list[str]:
    """Return the keys that English has and ``language`` lacks, in the order of the English file."""
    theirs = set(keys(language))
    return [key for key in keys(FALLBACK) if key not in theirs]


def keys(language: str) -> list[str]:
    """Return every key of one language: messages, then their attributes as "name.attribute"."""
    return list(_keys(language))


@cache
def _keys(language: str) -> tuple[str, ...]:
    from fluent.runtime import FluentResource
    from fluent.syntax.ast import Message

    found = []
    for entry in FluentResource(_text(language)).body:
        if isinstance(entry, Message):
            name = entry.id.name
            found += [name] if entry.value is not None else []
            found += [f"{name}.{attribute.id.name}" for attribute in entry.attributes]
    return tuple(found)


@cache
def bundle_of(language: str) -> Bundle:
    """Return the catalogue of one language."""
    from sim.locale.bundle import Bundle

    return Bundle(language, _text(language))


def _text(language: str) -> str:
    return (_FOLDER / f"{language}.ftl").read_text(encoding="utf-8")


@cache
def _without_values(key: str, language: str) -> str:
    """Return a message without variables; a page asks for the same thousand again and again."""
    return _format(key, language, {})


@cache
def _words(prefix: str, language: str) -> tuple[tuple[str, str], ...]:
    every = (name for name in bundle_of(FALLBACK).names if name.startswith(f"{prefix}-") and known(name))
    names = [name.removeprefix(f"{prefix}-") for name in every]
    found = [(name, pattern(f"{prefix}-{name}", language)) for name in names if "-" not in name]
    if not found:
        raise KeyError(prefix)
    return tuple(found)


def _format(key: str, language: str, values: Mapping[str, object]) -> str:
    bundle, said = _found(key, language)
    text, errors = bundle.format_pattern(said, dict(values))
    if errors:
        raise ValueError(f"message {key!r} in {bundle.locales[0]}: {errors[0]}")
    return str(text)


def _found(key: str, language: str) -> tuple[Bundle, Any]:
    """Return the pattern of ``key`` in ``language``, or in English, and the catalogue it stands in."""
    name, _, attribute = key.partition(".")
    for one in (language, FALLBACK) if language in LANGUAGES else (FALLBACK,):
        bundle = bundle_of(one)
        if bundle.has_message(name):
            message = bundle.get_message(name)
            said = message.attributes.get(attribute) if attribute else message.value
            if said is not None:
                return bundle, said
    raise KeyError(key)


def _variables(bundle: Bundle, node: Any) -> Iterator[str]:
    """Yield the names of the variables in ``node`` and in the messages it refers to."""
    from fluent.syntax.ast import BaseNode, MessageReference, VariableReference

    if isinstance(node, VariableReference):
        yield node.id.name
    elif isinstance(node, MessageReference):
        yield from _variables(bundle, bundle.get_message(node.id.name).value)
    elif isinstance(node, BaseNode):
        yield from _variables(bundle, list(vars(node).values()))
    elif isinstance(node, list):
        for one in node:
            yield from _variables(bundle, one)
