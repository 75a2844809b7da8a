"""What one mechanism declares, read from the TOML beside it: columns, parameters, events, what off means.

Numbers stand in the TOML, words in the catalogues under "lever-…", "assumption-…", "constant-…" and
"mechanism-…"; a declaration from outside the package brings its words along, as one table a language, and what
it has no words for is called by its name.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from sim.files.errors import InputError, brief, unknown
from sim.files.resources import PACKAGE
from sim.locale.catalogue import FALLBACK, LANGUAGES
from sim.locale.text import Text, Written, message, written
from sim.parameters.column import ENTITIES, Column
from sim.parameters.parameter import Parameter, Role, Strength, Value
from sim.parameters.shape import check_shape

ROLES: dict[str, Role] = {
    "levers": "lever",
    "assumptions": "assumption",
    "constants": "constant",
    "context": "context",
}
NO_SOURCE = "assumed"
NO_EVIDENCE: Strength = "judgement"
DTYPE = re.compile(r"f[48]|[iu][124]")
EVENT_KEYS = ("depth", "weeks", "lever", "value")
"""What an event may carry beside its kind, week and city."""


@dataclass(frozen=True)
class Off:
    """How a mechanism is switched off from the branch point on: it no longer runs.

    ``values`` are columns set once to what they are without it; all others stay as they were ("frozen").
    ``meaning`` says so in words.
    """

    values: Mapping[str, float]
    meaning: Text


class EventKind(NamedTuple):
    """A kind of event: its name, and which of `EVENT_KEYS` it takes."""

    name: str
    keys: tuple[str, ...] = ()


@dataclass(frozen=True)
class Declaration:
    """Everything that one TOML beside a mechanism declares.

    ``shared`` names columns of others that this mechanism writes too; ``outcomes`` are tables by id, read by
    `sim.outcomes`.
    """

    name: str
    path: Path
    section: str
    title: Text
    claim: Text
    contrary: Text
    source: str
    strength: Strength
    off: Off | None
    columns: Mapping[str, Column]
    shared: tuple[str, ...]
    parameters: Mapping[str, Parameter]
    events: Mapping[str, EventKind]
    outcomes: Mapping[str, Mapping[str, Any]]

    @property
    def place(self) -> tuple[tuple[int, str], ...]:
        """Return where the section stands among others: 5.10b between 5.10 and 5.11."""
        return tuple(_place(part) for part in self.section.split("."))


def read_declaration(path: Path, lever_groups: Mapping[str, str]) -> Declaration:
    """Return what ``path`` declares; ``lever_groups`` names the group of each lever.

    Raises InputError for a key that means nothing, and for an entry that is not complete.
    """
    table = _table(path)
    check_shape(table, str(path))
    name = path.stem
    words = _own_words(table, name, path)
    try:
        return Declaration(
            name=name,
            path=path,
            section=table.get("section", ""),
            title=_text(words, "label", f"mechanism-{name}"),
            claim=_text(words, "claim", f"mechanism-{name}.claim"),
            contrary=_text(words, "contrary", f"mechanism-{name}.contrary"),
            source=table.get("source", NO_SOURCE),
            strength=table.get("strength", NO_EVIDENCE),
            off=Off(table["off"], _text(words, "off", f"mechanism-{name}.off")) if "off" in table else None,
            columns={key: _column(key, column, path) for key, column in table.get("columns", {}).items()},
            shared=tuple(table.get("shared", ())),
            parameters={one.name: one for one in _parameters(path, table, lever_groups)},
            events={key: _event(key, event, path) for key, event in table.get("events", {}).items()},
            outcomes=table.get("outcomes", {}),
        )
    except KeyError as error:
        raise InputError(f"{path}: {error.args[0]!r} is missing") from None


def own_words(table: Mapping[str, Any]) -> dict[str, Written]:
    """Return the words that a table brings along, by what they are for."""
    given = {language: table[language] for language in LANGUAGES if language in table}
    return {
        key: written(**{language: words[key] for language, words in given.items() if key in words})
        for key in given.get(FALLBACK, {})
    }


def _table(path: Path) -> dict[str, Any]:
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror})") from None
    except ValueError as error:
        raise InputError(f"{path}: broken TOML: {error}") from None
    return table


def _column(name: str, table: Mapping[str, Any], path: Path) -> Column:
    if table["of"] not in ENTITIES:
        raise InputError(f"{path}: [columns.{name}]: {unknown('of', table['of'], ENTITIES)}")
    if not DTYPE.fullmatch(str(table["dtype"])):
        said = f"dtype = {brief(table['dtype'])} is none of f4, f8, u1, u2, u4, i1, i2, i4"
        raise InputError(f"{path}: [columns.{name}]: {said}")
    bounds = float(table["low"]), float(table["high"])
    return Column(name, table["of"], table["dtype"], *bounds, table["meaning"], float(table.get("start", 0)))


def _event(name: str, table: Mapping[str, Any], path: Path) -> EventKind:
    for key in table.get("keys", ()):
        if key not in EVENT_KEYS:
            raise InputError(f"{path}: [events.{name}]: {unknown('key', key, EVENT_KEYS)}")
    return EventKind(name, tuple(table.get("keys", ())))


def _parameters(path: Path, table: Mapping[str, Any], lever_groups: Mapping[str, str]) -> Iterator[Parameter]:
    for family, role in ROLES.items():
        for name, entry in table.get(family, {}).items():
            group = lever_groups.get(name, path.stem) if role == "lever" else path.stem
            yield _parameter(name, role, group, entry, path)


def _parameter(name: str, role: Role, group: str, entry: Mapping[str, Any], path: Path) -> Parameter:
    possible = _range(entry.get("possible", ()))
    words, key = _own_words(entry, name, path), f"{role}-{name}"
    shared = role in ("constant", "context")
    return Parameter(
        name=name,
        role=role,
        default=_default(entry["default"], bool(entry.get("whole"))),
        possible=possible,
        explored=_range(entry["explored"]) if "explored" in entry else possible,
        unit=entry.get("unit", ""),
        group=group,
        title=_text(words, "label", key),
        help=_text(words, "help", key if role == "constant" else f"{key}.help"),
        source=entry.get("source", NO_SOURCE),
        strength=entry.get("strength", NO_EVIDENCE),
        contrary=_text(words, "contrary", f"{role}-contrary" if shared else f"{key}.contrary"),
        whole=bool(entry.get("whole")),
        unlimited=entry.get("unlimited", ""),
    )


def _default(value: Any, whole: bool) -> Value:
    return float(value) if isinstance(value, int) and not isinstance(value, bool) and not whole else value


def _range(given: Any) -> Any:
    return tuple(given)


def _own_words(table: Mapping[str, Any], name: str, path: Path) -> dict[str, Written]:
    """Return the words of ``table``; the package's own stand in the catalogues, so it has none."""
    words = own_words(table)
    if words or path.is_relative_to(PACKAGE):
        return words
    return {"label": written(**{FALLBACK: name})}


def _text(words: Mapping[str, Written], key: str, catalogued: str) -> Text:
    if not words:
        return message(catalogued)
    return words.get(key) or words["label"]


def _place(part: str) -> tuple[int, str]:
    digits = part.rstrip("abcdefghijklmnopqrstuvwxyz")
    return int(digits or 0), part[len(digits) :]
