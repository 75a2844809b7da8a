"""What one mechanism declares: its columns, levers, assumptions and constants, read from the TOML beside it.

Numbers stand in the TOML, words in the catalogues under "lever-…", "assumption-…", "constant-…" and
"mechanism-…"; a declaration from outside the package brings its words along, as one table a language.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sim.files.errors import InputError, brief
from sim.locale.catalogue import FALLBACK, LANGUAGES
from sim.locale.text import Text, Written, message, written
from sim.parameters.column import Column
from sim.parameters.parameter import Parameter, Role, Strength, Value

ROLES: dict[str, Role] = {
    "levers": "lever",
    "assumptions": "assumption",
    "constants": "constant",
    "context": "context",
}
NO_SOURCE = "assumed"
NO_EVIDENCE: Strength = "judgement"
KEYS = frozenset({"section", "source", "strength", "off", "columns", *ROLES, *LANGUAGES})


@dataclass(frozen=True)
class Off:
    """How a mechanism is switched off from the branch point on: it no longer runs.

    ``values`` are columns set once to what they are without it; all others stay as they were ("frozen").
    """

    values: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Declaration:
    """Everything that one TOML beside a mechanism declares."""

    name: str
    section: str
    title: Text
    claim: Text
    contrary: Text
    source: str
    strength: Strength
    off: Off | None
    columns: Mapping[str, Column]
    parameters: Mapping[str, Parameter]

    @property
    def place(self) -> tuple[tuple[int, str], ...]:
        """Return where the section stands among others: 5.10b between 5.10 and 5.11."""
        return tuple(_place(part) for part in self.section.split("."))


def read_declaration(path: Path, lever_groups: Mapping[str, str]) -> Declaration:
    """Return what ``path`` declares; ``lever_groups`` names the group of each lever.

    Raises InputError for a key that means nothing, and for an entry that is not complete.
    """
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    if unknown := set(table) - KEYS:
        raise InputError(f"{path}: {brief(min(unknown))} means nothing in a declaration")
    name = path.stem
    words = _own_words(table)
    try:
        return Declaration(
            name=name,
            section=table.get("section", ""),
            title=_text(words, "label", f"mechanism-{name}"),
            claim=_text(words, "claim", f"mechanism-{name}.claim"),
            contrary=_text(words, "contrary", f"mechanism-{name}.contrary"),
            source=table.get("source", NO_SOURCE),
            strength=table.get("strength", NO_EVIDENCE),
            off=Off(table["off"]) if "off" in table else None,
            columns={key: _column(key, column) for key, column in table.get("columns", {}).items()},
            parameters={one.name: one for one in _parameters(name, table, lever_groups)},
        )
    except KeyError as error:
        raise InputError(f"{path}: {error.args[0]!r} is missing") from None


def _column(name: str, table: Mapping[str, Any]) -> Column:
    return Column(
        name, table["of"], table["dtype"], float(table["low"]), float(table["high"]), table["meaning"]
    )


def _parameters(
    mechanism: str, table: Mapping[str, Any], lever_groups: Mapping[str, str]
) -> Iterator[Parameter]:
    for family, role in ROLES.items():
        for name, entry in table.get(family, {}).items():
            group = lever_groups.get(name, mechanism) if role == "lever" else mechanism
            yield _parameter(name, role, group, entry)


def _parameter(name: str, role: Role, group: str, entry: Mapping[str, Any]) -> Parameter:
    possible = _range(entry.get("possible", ()))
    words, key = _own_words(entry), f"{role}-{name}"
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


def _own_words(table: Mapping[str, Any]) -> dict[str, Written]:
    """Return the words that a table brings along, by what they are for."""
    given = {language: table[language] for language in LANGUAGES if language in table}
    return {
        key: written(**{language: words[key] for language, words in given.items() if key in words})
        for key in given.get(FALLBACK, {})
    }


def _text(words: Mapping[str, Written], key: str, catalogued: str) -> Text:
    if not words:
        return message(catalogued)
    return words.get(key) or words["label"]


def _place(part: str) -> tuple[int, str]:
    digits = part.rstrip("abcdefghijklmnopqrstuvwxyz")
    return int(digits or 0), part[len(digits) :]
