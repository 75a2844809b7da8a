"""The catalogues: one Fluent file a language, English first; what a language lacks is said in English."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax.ast import Message, Resource

_FOLDER = Path(__file__).parent
FALLBACK = "en"
LANGUAGES = (FALLBACK, *sorted(path.stem for path in _FOLDER.glob("*.ftl") if path.stem != FALLBACK))


def translate(key: str, language: str, values: Mapping[str, object] | None = None) -> str:
    """Return message ``key`` ("name" or "name.attribute") in ``language``, with ``values`` for its variables.

    Raises KeyError for a key that English lacks, ValueError for a variable without a value.
    """
    name, _, attribute = key.partition(".")
    for one in (language, FALLBACK) if language in LANGUAGES else (FALLBACK,):
        bundle = bundle_of(one)
        if not bundle.has_message(name):
            continue
        message = bundle.get_message(name)
        pattern = message.attributes.get(attribute) if attribute else message.value
        if pattern is not None:
            words, errors = bundle.format_pattern(pattern, dict(values or {}))
            if errors:
                raise ValueError(f"message {key!r} in {one}: {errors[0]}")
            return str(words)
    raise KeyError(key)


def missing(language: str) -> list[str]:
    """Return the keys that English has and ``language`` lacks, in the order of the English file."""
    theirs = set(keys(language))
    return [key for key in keys(FALLBACK) if key not in theirs]


def keys(language: str) -> list[str]:
    """Return every key of one language: messages, then their attributes as "name.attribute"."""
    found = []
    for entry in _resource(language).body:
        if isinstance(entry, Message):
            name = entry.id.name
            found += [name] if entry.value is not None else []
            found += [f"{name}.{attribute.id.name}" for attribute in entry.attributes]
    return found


@cache
def bundle_of(language: str) -> FluentBundle:
    """Return the parsed catalogue of one language."""
    bundle = FluentBundle([language], use_isolating=False)  # isolation marks would show in exported files
    bundle.add_resource(_resource(language))
    return bundle


@cache
def _resource(language: str) -> Resource:
    return FluentResource((_FOLDER / f"{language}.ftl").read_text(encoding="utf-8"))
