"""The declarations of the package, read once, and beside them those from outside.

What the package declares never changes: tables, tests and pages read its dictionaries. A name from outside is
found by `parameter`, `event_kinds` and `declaration_of`, which know both.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType

from sim.files.errors import InputError, brief, nearest
from sim.files.resources import PACKAGE
from sim.parameters.column import Column
from sim.parameters.declaration import Declaration, EventKind, read_declaration
from sim.parameters.parameter import Parameter, Role

HERE = Path(__file__).parent
_LEVERS = tomllib.loads((HERE / "levers.toml").read_text(encoding="utf-8"))
LEVER_GROUPS: dict[str, tuple[str, ...]] = {group: tuple(names) for group, names in _LEVERS["groups"].items()}
"""The questions a city answers, each with its levers, in order."""
SHARES: dict[str, tuple[str, ...]] = {prefix: tuple(names) for prefix, names in _LEVERS["shares"].items()}
"""Levers that are normalised together."""
_GROUP_OF = {name: group for group, names in LEVER_GROUPS.items() for name in names}

DECLARATIONS: dict[str, Declaration] = {}
"""What every mechanism of the package declares, by its name, in the order of the specification's sections."""
COLUMNS: dict[str, Column] = {}
LEVERS: dict[str, Parameter] = {}
ASSUMPTIONS: dict[str, Parameter] = {}
CONTEXT: dict[str, Parameter] = {}
CONSTANTS: dict[str, Parameter] = {}
PARAMETERS: dict[str, Parameter] = {}
EVENTS: dict[str, EventKind] = {}

OWN: dict[str, Declaration] = {}
"""What is declared from outside the package, by the mechanism's name."""
_OWN_PARAMETERS: dict[str, Parameter] = {}
_REVISION = [0]  # how often something was declared from outside

_FAMILIES: dict[Role, dict[str, Parameter]] = {
    "lever": LEVERS,
    "assumption": ASSUMPTIONS,
    "context": CONTEXT,
    "constant": CONSTANTS,
}


def declare(declaration: Declaration) -> None:
    """Add a declaration from outside the package; raise InputError for a name that is declared already.

    Declaring the same again changes nothing; a file that was changed meanwhile replaces what it said before.
    """
    if OWN.get(declaration.name) == declaration:
        return
    others = [*DECLARATIONS.values(), *(one for one in OWN.values() if one.path != declaration.path)]
    for other in others:
        if taken := _shared_names(declaration, other):
            raise InputError(f"{declaration.path}: {taken[0]!r} is declared already, in {other.path}")
    if taken := [name for name in declaration.parameters if name in CONTEXT]:
        raise InputError(f"{declaration.path}: {taken[0]!r} is declared already, as the context of a run")
    OWN[declaration.name] = declaration
    _REVISION[0] += 1
    _OWN_PARAMETERS.clear()
    for one in OWN.values():
        _OWN_PARAMETERS.update(one.parameters)


def _shared_names(one: Declaration, other: Declaration) -> list[str]:
    """Return the names that both declare: of themselves, of columns, parameters, events or outcomes."""
    families = ("columns", "parameters", "events", "outcomes")
    found = [name for family in families for name in getattr(one, family) if name in getattr(other, family)]
    return found + [one.name] * (one.name == other.name)


def declare_file(path: Path) -> Declaration:
    """Read and add the declaration at ``path``, from outside the package, and return it."""
    try:
        written = path.stat().st_mtime_ns
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror})") from None
    declaration = _read(path.resolve(), written)
    declare(declaration)
    return declaration


@lru_cache
def _read(path: Path, written: int) -> Declaration:
    """Return the declaration at ``path`` as it was ``written`` last: a city built asks for it again."""
    return read_declaration(path, _GROUP_OF)


def declaration_of(mechanism: str) -> Declaration:
    """Return what ``mechanism`` declares; an unknown one is an InputError with the nearest name."""
    known = DECLARATIONS | OWN
    if mechanism not in known:
        close = nearest(mechanism, known)
        hint = f"; did you mean {close!r}?" if close else ""
        raise InputError(f"{brief(mechanism)} is not a known mechanism{hint}")
    return known[mechanism]


def revision() -> int:
    """Return a number that is another one once something else was declared from outside the package."""
    return _REVISION[0]


def find_parameter(name: str) -> Parameter | None:
    """Return the parameter called ``name``, whoever declares it."""
    return PARAMETERS.get(name) or _OWN_PARAMETERS.get(name)


def parameter(name: str) -> Parameter:
    """Return the parameter called ``name``, whoever declares it; KeyError where nobody does."""
    found = find_parameter(name)
    if found is None:
        raise KeyError(name)
    return found


def known_parameters(roles: Iterable[Role]) -> Mapping[str, Parameter]:
    """Return every parameter of those ``roles``, by name, the package's first."""
    wanted = tuple(roles)
    own = {name: one for name, one in _OWN_PARAMETERS.items() if one.role in wanted}
    return {**_of_package(wanted), **own} if own else _of_package(wanted)


@cache
def _of_package(roles: tuple[Role, ...]) -> Mapping[str, Parameter]:
    """Return the package's own of those ``roles``, gathered once: every city that is built asks four times."""
    return MappingProxyType({name: one for name, one in PARAMETERS.items() if one.role in roles})


def is_lever(name: str) -> bool:
    """Return whether ``name`` is a lever, whoever declares it."""
    found = find_parameter(name)
    return found is not None and found.role == "lever"


def event_kinds() -> dict[str, EventKind]:
    """Return every kind of event by name, the package's first."""
    return EVENTS | {name: kind for one in OWN.values() for name, kind in one.events.items()}


def _declare_package() -> None:
    """Declare the package's own: context, then by section; levers in the order they are asked."""
    found = [*(PACKAGE / "mechanisms").glob("*.toml"), PACKAGE / "model" / "start.toml"]
    found += [PACKAGE / "outcomes" / "measurement.toml"]
    declarations = [read_declaration(path, _GROUP_OF) for path in sorted(found)]
    context = read_declaration(HERE / "context.toml", _GROUP_OF)
    for declaration in sorted(declarations, key=lambda one: one.place):
        _admit(declaration)
    CONTEXT.update(context.parameters)
    EVENTS.update(context.events)
    asked = {name: LEVERS[name] for names in LEVER_GROUPS.values() for name in names if name in LEVERS}
    unasked = {name: lever for name, lever in LEVERS.items() if name not in asked}
    LEVERS.clear()
    LEVERS.update(asked | unasked)
    for family in (LEVERS, ASSUMPTIONS, CONTEXT, CONSTANTS):
        PARAMETERS.update(family)


def _admit(declaration: Declaration) -> None:
    """Add a declaration of the package; refuse one whose equations are missing."""
    code = declaration.path.with_suffix(".py")
    if not code.exists() and not any(PACKAGE.rglob(code.name)):
        raise InputError(f"{declaration.path}: its equations are missing; they belong into {code}")
    for other in DECLARATIONS.values():
        if taken := _shared_names(declaration, other):
            raise InputError(f"{declaration.path}: {taken[0]!r} is declared already, in {other.path}")
    DECLARATIONS[declaration.name] = declaration
    COLUMNS.update(declaration.columns)
    EVENTS.update(declaration.events)
    for name, one in declaration.parameters.items():
        _FAMILIES[one.role][name] = one


_declare_package()
