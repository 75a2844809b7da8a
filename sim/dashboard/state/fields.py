"""How a field of the scene is declared: its default, and the one check of whatever is said to be its value.

Links, actions and sliders all read these declarations, so none accepts or offers what another refuses.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sim.files import checks
from sim.files.errors import InputError, brief, unknown
from sim.locale.text import Text, message

LONGEST_KEY = 40  # characters of a refused key that are shown

Check = Callable[[object, str], Any]
"""check(value, name) returns the value as it is kept; it raises InputError in one line naming ``name``."""


def declared(check: Check, default: Any) -> Any:
    """Return a dataclass field with that default, whose values ``check`` checks."""
    metadata = {"check": check}
    if isinstance(default, dict):
        return field(default_factory=default.copy, metadata=metadata)
    return field(default=default, metadata=metadata)


def one_of(legal: Iterable[str] | Callable[[], Iterable[str]]) -> Check:
    """Return the check for one of the names that ``legal`` holds, or lists when asked."""
    return lambda value, name: checks.one_of(value, legal() if callable(legal) else legal, name)


def whole(low: int, high: int) -> Check:
    """Return the check for a whole number from ``low`` to ``high``."""
    return lambda value, name: checks.whole_number(value, name, low, high)


def line_of_text(longest: int) -> Check:
    """Return the check for text, kept on one line of at most ``longest`` printable characters."""

    def check(value: object, name: str) -> str:
        if not isinstance(value, str):
            raise InputError(message("fields-text", name=name, value=brief(value)))
        return printable(value, longest)

    return check


def printable(text: str, longest: int) -> str:
    """Return ``text`` on one line, at most ``longest`` characters, none of which controls how it is shown."""
    plain = "".join(character if character.isprintable() else " " for character in text[: longest * 8])
    return " ".join(plain.split())[:longest].strip()


@dataclass(frozen=True)
class Table:
    """The check for a table: ``of`` a key gives the check of its value, or raises InputError for no key at all.

    Entries whose value is ``empty`` are the same as no entry, and not kept; those of ``always`` are never missing.
    """

    of: Callable[[str], Check]
    empty: object = None
    always: Mapping[str, object] = field(default_factory=dict)

    def __call__(self, value: object, name: str) -> dict[str, Any]:
        """Return the whole table checked."""
        return self._kept({key: self.entry(key, one, name) for key, one in as_table(value, name).items()})

    def salvage(self, value: object, name: str, dropped: list[str]) -> dict[str, Any]:
        """Return those entries that are allowed; the names of the others go into ``dropped``."""
        kept = {}
        for key, one in as_table(value, name).items():
            try:
                check = self.of(key)
                kept[key] = salvage(check, one, key, dropped)
            except InputError:
                dropped.append(printable(str(key), LONGEST_KEY))
        return self._kept(kept)

    def entry(self, key: str, value: object, name: str) -> Any:
        """Return one entry's value checked."""
        return self.of(key)(value, f"{name}: {printable(str(key), LONGEST_KEY)}")

    def _kept(self, table: dict[str, Any]) -> dict[str, Any]:
        return {**self.always, **{key: one for key, one in table.items() if one != self.empty}}


@dataclass(frozen=True)
class Several:
    """The check for a list of at most ``most`` values, each as ``each`` has it."""

    each: Check
    most: int

    def __call__(self, value: object, name: str) -> tuple[Any, ...]:
        """Return the whole list checked."""
        return tuple(self.each(one, name) for one in self._listed(value, name))

    def salvage(self, value: object, name: str, dropped: list[str]) -> tuple[Any, ...]:
        """Return those values that are allowed; for the others ``name`` goes into ``dropped``."""
        kept = []
        for one in self._listed(value, name):
            try:
                kept.append(self.each(one, name))
            except InputError:
                dropped.append(name)
        return tuple(kept)

    def _listed(self, value: object, name: str) -> list[object]:
        if not isinstance(value, list | tuple) or len(value) > self.most:
            raise InputError(message("fields-list", name=name, value=brief(value), most=self.most))
        return list(value)


def salvage(check: Check, value: object, name: str, dropped: list[str]) -> Any:
    """Return what ``check`` allows of ``value``, entry by entry where it has any.

    What is left out is named in ``dropped``. Raises InputError where nothing can be kept.
    """
    if isinstance(check, Table | Several):
        return check.salvage(value, name, dropped)
    return check(value, name)


def as_table(value: object, name: str) -> Mapping[str, object]:
    """Return ``value`` if it is a table; raise InputError otherwise."""
    if not isinstance(value, Mapping):
        raise InputError(message("fields-table", name=name, value=brief(value)))
    return value


def among(declared_values: Mapping[str, Any], kind: Text) -> Callable[[str], Any]:
    """Return what finds one of ``declared_values`` by its name; InputError with the nearest where none is."""

    def find(name: str) -> Any:
        if not isinstance(name, str) or name not in declared_values:
            raise unknown(kind, printable(str(name), LONGEST_KEY), declared_values)
        return declared_values[name]

    return find
