"""What a mechanism is: a compiled weekly step, the columns it sees and the parameters it uses.

A mechanism's view is a NamedTuple whose fields are columns by name, each marked `Read` or `Write`.
Undeclared columns do not exist in it, and a column marked `Read` arrives read-only: compiled code that
writes to it does not compile, plain code raises at the guilty line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Any, NamedTuple, Protocol, get_type_hints

import numpy as np

from sim.engine.array import Array

Read = Annotated[Array, "read"]
Write = Annotated[Array, "write"]


Details = Mapping[str, object]
"""What the record of an event says beside its kind and week."""
_NONE: Mapping[str, Any] = MappingProxyType({})


class EventGiven(Protocol):
    """The event that happens: its kind, its week, and what its kind takes."""

    @property
    def kind(self) -> str:
        """Its kind."""

    @property
    def week(self) -> int:
        """The week it happens in."""

    @property
    def depth(self) -> float:
        """Which share of income it takes."""

    @property
    def weeks(self) -> int:
        """How long it lasts."""


class Treasurer(Protocol):
    """Who keeps the city's money."""

    def cut(self, event: Any) -> None:
        """Run with less income for the event's weeks."""


class Occasion(NamedTuple):
    """What the function of an event is given beside its mechanism's view and parameters.

    ``key`` and ``week`` are those of all draws; ``city_hall`` keeps the money.
    """

    event: EventGiven
    key: np.uint64
    week: int
    city_hall: Treasurer


class Mechanism(NamedTuple):
    """One entry of the weekly order.

    ``weekly(view, parameters, key, week)`` changes the columns marked `Write`. ``events`` says for each kind
    of event declared what it does: ``function(view, parameters, occasion)`` may return details to record.
    ``report(view, parameters)`` yields the kind and details of what happened by itself this week; where ``tells``
    names a column of one number, only in weeks that leave it other than 0.
    ``outcomes`` measures what is declared so: ``function(view, parameters)`` returns a number.
    ``declaration`` is the TOML of a mechanism from outside the package, read when a city is built with it.
    """

    name: str
    section: str  # of the specification, e.g. "5.4"
    weekly: Callable[..., None]
    columns: Any  # NamedTuple class of Read and Write fields
    params: Any  # NamedTuple class of registered parameter names
    events: Mapping[str, Callable[[Any, Any, Occasion], Details | None]] = _NONE
    report: Callable[[Any, Any], Iterable[tuple[str, Details]]] | None = None
    outcomes: Mapping[str, Callable[[Any, Any], float]] = _NONE
    declaration: Path | None = None
    tells: str = ""

    def access(self) -> dict[str, str]:
        """Return "read" or "write" for each column of the view, in order."""
        return dict(_access(self.columns))

    @property
    def reads(self) -> tuple[str, ...]:
        """Return the columns this mechanism may only read."""
        return tuple(name for name, mode in self.access().items() if mode == "read")

    @property
    def writes(self) -> tuple[str, ...]:
        """Return the columns this mechanism may change."""
        return tuple(name for name, mode in self.access().items() if mode == "write")

    def view(self, columns: Mapping[str, Array], shown: Mapping[str, Array] | None = None) -> Any:
        """Return the view of ``columns``: no copies, read-only where declared so.

        ``shown`` are the same columns read-only, where they have been made already (`read_only`).
        """
        shown = read_only({name: columns[name] for name in self.reads}) if shown is None else shown
        return self.columns._make([(shown if m == "read" else columns)[n] for n, m in _access(self.columns)])

    def whole(self, columns: Mapping[str, Array]) -> tuple[Array, ...]:
        """Return the ``columns`` of the view as they are, for compiled code that was made for the view."""
        return tuple([columns[name] for name in self.columns._fields])

    def look(self, columns: Mapping[str, Array]) -> Any:
        """Return the view of ``columns`` for those that measure: everything read-only."""
        return self.columns(**read_only({name: columns[name] for name, _ in _access(self.columns)}))

    def parameters(self, values: Mapping[str, float]) -> Any:
        """Return the parameters of this mechanism, taken by name from encoded ``values``."""
        return self.params._make(map(values.__getitem__, self.params._fields))


@cache
def _access(columns: Any) -> tuple[tuple[str, str], ...]:
    hints = get_type_hints(columns, include_extras=True)  # slow, and asked for weekly where levers drift
    return tuple((name, hints[name].__metadata__[0]) for name in columns._fields)


def read_only(columns: Mapping[str, Array]) -> dict[str, Array]:
    """Return ``columns`` by name, none copied, none to be written to."""
    shown = {name: array.view() for name, array in columns.items()}
    for view in shown.values():
        view.flags.writeable = False
    return shown


def key_of(seed: int) -> np.uint64:
    """Return the key of all draws of a run."""
    return np.uint64(seed)
