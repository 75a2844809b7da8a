"""What a city is made of: its mechanisms in order, and the columns, parameters, outcomes they bring along.

Mechanisms from outside the package are held to the same rules as the package's own: what one reads must be
declared and set by somebody, what it writes must be its own or declared shared, its parameters, events and
outcomes must be declared. A breach is one line that names the file to mend.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from sim.engine.mechanism import Mechanism
from sim.files import checks
from sim.files.errors import InputError, brief, nearest
from sim.model.population import FIXED
from sim.model.schedule import ORDER
from sim.model.start import START
from sim.model.state import COLUMNS, STRUCTURE
from sim.outcomes import OUTCOMES, admit_outcomes
from sim.outcomes.measurement import MEASUREMENT
from sim.parameters import DECLARATIONS, PARAMETERS, Declaration, Parameter, Value, declare_file, parameter
from sim.parameters.column import Column
from sim.parameters.declaration import Off
from sim.scenario.event import Event

SET_AT_THE_START = frozenset((*STRUCTURE, *START.writes, "district", "population", "hardship_group"))
SET_BY_INSTITUTIONS = frozenset({"budget_factor"})
REFORM = "reform"
"""The one kind of event that belongs to no mechanism: institutions set a lever anew."""


class Composition(NamedTuple):
    """The mechanisms of a city in order, and everything they need.

    ``own`` are the declarations from outside the package; ``parameters`` are all levers, assumptions and
    constants, ``levers`` the names of the first, in order; ``outcomes`` all that is measured, the package's first;
    ``off`` says of mechanisms by name what is left of them when they are switched off.
    """

    mechanisms: tuple[Mechanism, ...]
    own: tuple[Declaration, ...]
    columns: Mapping[str, Column]
    parameters: Mapping[str, Parameter]
    levers: tuple[str, ...]
    outcomes: tuple[str, ...]
    off: Mapping[str, Off]

    def declared(self) -> dict[str, Value]:
        """Return every assumption and constant as declared."""
        return {name: one.default for name, one in self.parameters.items() if one.role != "lever"}

    def complete_levers(self, given: Mapping[str, Value]) -> dict[str, Value]:
        """Return every lever: those ``given``, the others as declared."""
        kept = self.keep(given)
        return {name: kept.get(name, self.parameters[name].default) for name in self.levers}

    def check_events(self, events: Iterable[Event]) -> None:
        """Refuse an event of a kind that no mechanism of the city lets happen."""
        kinds = [*(kind for one in self.mechanisms for kind in one.events), REFORM]
        for event in events:
            checks.one_of(event.kind, kinds, f"event of week {event.week}: kind")

    def in_order(self, off: Iterable[str]) -> tuple[str, ...]:
        """Return the mechanisms to be switched ``off`` in the order of the week; refuse one that is not there."""
        named = {checks.one_of(name, self.off, "off") for name in off}
        return tuple(one.name for one in self.mechanisms if one.name in named)

    def check_varied(self, names: Iterable[str]) -> None:
        """Refuse to vary a parameter of a mechanism that the city lacks."""
        for name in names:
            if name not in self.parameters:
                raise _foreign(name)

    def keep(self, settings: Mapping[str, Value]) -> dict[str, Value]:
        """Return ``settings`` without those of mechanisms the city lacks; refuse one that was changed."""
        for name, value in settings.items():
            if name not in self.parameters and value != parameter(name).default:
                raise _foreign(name, f" = {brief(value)}")
        return {name: value for name, value in settings.items() if name in self.parameters}


def _foreign(name: str, value: str = "") -> InputError:
    owner = parameter(name).group
    return InputError(f"{name}{value}: belongs to the mechanism {owner!r}, which this city does not run")


def compose(mechanisms: Iterable[Mechanism]) -> Composition:
    """Return what a city of ``mechanisms`` is made of, declaring those from outside the package.

    Raises InputError for a mechanism that does not keep to what is declared.
    """
    chosen = tuple(mechanisms)
    return PACKAGE_OWN if chosen == ORDER else _compose(chosen)


def _compose(mechanisms: tuple[Mechanism, ...]) -> Composition:
    _check_names(mechanisms)
    declarations = {one.name: _declaration_of(one) for one in mechanisms}
    own = tuple(one for one in declarations.values() if one.name not in DECLARATIONS)
    columns = COLUMNS | {name: column for one in own for name, column in one.columns.items()}
    parameters = {name: one for name, one in PARAMETERS.items() if one.role != "context"}
    parameters |= {name: one for declared in own for name, one in declared.parameters.items()}
    for mechanism in mechanisms:
        check = _Check(mechanism, declarations[mechanism.name])
        check.columns(columns)
        check.parameters(parameters)
        check.functions("events", mechanism.events)
        check.functions("outcomes", mechanism.outcomes)
        check.off()
    _check_set(mechanisms, declarations)
    measured = [name for one in own for name in admit_outcomes(one.outcomes, str(one.path))]
    off = {name: one.off for name, one in declarations.items() if one.off is not None}
    levers = tuple(name for name, one in parameters.items() if one.role == "lever")
    return Composition(mechanisms, own, columns, parameters, levers, (*OUTCOMES, *measured), off)


def _check_names(mechanisms: Sequence[Mechanism]) -> None:
    for place, mechanism in enumerate(mechanisms):
        if not isinstance(mechanism, Mechanism):
            raise InputError(f"mechanisms: {brief(mechanism)} is not a Mechanism")
        if mechanism.name in (one.name for one in mechanisms[:place]):
            raise InputError(f"{_source(mechanism)}: two mechanisms are called {mechanism.name!r}")


def _declaration_of(mechanism: Mechanism) -> Declaration:
    if mechanism.declaration is None:
        if mechanism.name not in DECLARATIONS:
            source = _source(mechanism)
            beside = source.with_name(f"{mechanism.name}.toml")
            raise InputError(
                f"{source}: {mechanism.name!r} needs a declaration: declaration=Path({str(beside)!r})"
            )
        return DECLARATIONS[mechanism.name]
    if mechanism.declaration.stem != mechanism.name:
        raise InputError(f"{mechanism.declaration}: declares the mechanism {mechanism.name!r}; name it so")
    return declare_file(mechanism.declaration)


def _source(mechanism: Mechanism) -> Path:
    """Return the file of a mechanism's code."""
    function: Any = getattr(mechanism.weekly, "py_func", mechanism.weekly)
    return Path(function.__code__.co_filename)


class _Check:
    """Holds one mechanism to what is declared."""

    def __init__(self, mechanism: Mechanism, declaration: Declaration) -> None:
        self._mechanism = mechanism
        self._declared = declaration

    def columns(self, known: Mapping[str, Column]) -> None:
        for name, mode in self._mechanism.access().items():
            if name not in known and name not in STRUCTURE:
                raise self._refusal(f"column {name!r} is declared by nobody", name, (*known, *STRUCTURE))
            if mode == "write":
                self._write(name)
        for name in self._declared.shared:
            if name not in self._mechanism.writes:
                raise self._refusal(f"shared column {name!r} is not written", name, self._mechanism.writes)

    def _write(self, name: str) -> None:
        if name in FIXED:
            raise self._refusal(f"column {name!r} never changes, and cannot be written")
        if name not in self._declared.columns and name not in self._declared.shared:
            raise self._refusal(f"column {name!r} is not its own; name it in shared = [...] to write it too")

    def parameters(self, known: Mapping[str, Parameter]) -> None:
        for name in self._mechanism.params._fields:
            if name not in known:
                raise self._refusal(f"parameter {name!r} is declared by nobody", name, known)

    def functions(self, family: str, functions: Mapping[str, object]) -> None:
        declared = getattr(self._declared, family)
        for name in functions:
            if name not in declared:
                raise self._refusal(f"[{family}.{name}] is missing", name, declared)
        for name in declared:
            if name not in functions:
                raise self._refusal(f"[{family}.{name}] has no function in {_source(self._mechanism)}")

    def off(self) -> None:
        for name in self._declared.off.values if self._declared.off else ():
            if name not in self._declared.columns:
                raise self._refusal(f"[off] column {name!r} is not its own", name, self._declared.columns)

    def _refusal(self, problem: str, name: str = "", legal: Iterable[str] = ()) -> InputError:
        close = nearest(name, legal)
        hint = f"; did you mean {close!r}?" if close else ""
        return InputError(f"{self._declared.path}: mechanism {self._mechanism.name!r}: {problem}{hint}")


def _check_set(mechanisms: Sequence[Mechanism], declarations: Mapping[str, Declaration]) -> None:
    """Refuse a list in which somebody reads a column that nobody sets."""
    there = SET_AT_THE_START | SET_BY_INSTITUTIONS | {name for one in mechanisms for name in one.writes}
    for mechanism in (*mechanisms, MEASUREMENT):
        for name in mechanism.reads:
            if name not in there:
                declared = declarations.get(mechanism.name) or DECLARATIONS[mechanism.name]
                raise InputError(
                    f"{declared.path}: mechanism {mechanism.name!r}: column {name!r} is set by no mechanism "
                    "of this city"
                )


PACKAGE_OWN = _compose(ORDER)
"""What the package's own city is made of."""
