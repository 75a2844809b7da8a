"""The catalogues as they are written: which messages are the page's own, and what is in them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from fluent.syntax import FluentParser
from fluent.syntax.ast import BaseNode, Entry, Message, Resource, SelectExpression, VariableReference

from sim.locale import catalogue

MARKER = "### Words of the page"
FOLDER = Path(catalogue.__file__).parent


@cache
def parts(language: str) -> tuple[Resource, Resource]:
    """Return a catalogue's words of the model and, after the marker, its words of the page."""
    model, _, page = (FOLDER / f"{language}.ftl").read_text(encoding="utf-8").partition(f"\n{MARKER}\n")
    parser = FluentParser()
    return parser.parse(model), parser.parse(page)


def page_patterns(language: str) -> dict[str, BaseNode]:
    """Return the page's messages and attributes by key."""
    return {key: pattern for entry in parts(language)[1].body for key, pattern in _patterns(entry)}


def _patterns(entry: Entry) -> Iterator[tuple[str, BaseNode]]:
    if isinstance(entry, Message):
        name = entry.id.name
        yield from [(name, entry.value)] if entry.value else []
        yield from ((f"{name}.{one.id.name}", one.value) for one in entry.attributes)


def variables(node: BaseNode) -> set[str]:
    """Return the names of the variables in ``node``."""
    return {one.id.name for one in nodes(node) if isinstance(one, VariableReference)}


def selects(node: BaseNode) -> bool:
    """Return whether ``node`` says one thing or another, as plurals do."""
    return any(isinstance(one, SelectExpression) for one in nodes(node))


def nodes(node: object) -> Iterator[object]:
    """Yield ``node`` and everything in it."""
    yield node
    if isinstance(node, BaseNode):
        for one in vars(node).values():
            yield from nodes(one)
    elif isinstance(node, list):
        for one in node:
            yield from nodes(one)
