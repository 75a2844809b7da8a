"""The declarations of the package, read once, and those that are added from outside."""

from __future__ import annotations

import tomllib
from pathlib import Path

from sim.files.errors import InputError
from sim.files.resources import PACKAGE
from sim.parameters.column import Column
from sim.parameters.declaration import Declaration, read_declaration
from sim.parameters.parameter import Parameter, Role

HERE = Path(__file__).parent
_LEVERS = tomllib.loads((HERE / "levers.toml").read_text(encoding="utf-8"))
LEVER_GROUPS: dict[str, tuple[str, ...]] = {group: tuple(names) for group, names in _LEVERS["groups"].items()}
"""The questions a city answers, each with its levers, in order."""
SHARES: dict[str, tuple[str, ...]] = {prefix: tuple(names) for prefix, names in _LEVERS["shares"].items()}
"""Levers that are normalised together."""
_GROUP_OF = {name: group for group, names in LEVER_GROUPS.items() for name in names}

DECLARATIONS: dict[str, Declaration] = {}
"""What every mechanism declares, by its name, in the order of the specification's sections."""
COLUMNS: dict[str, Column] = {}
LEVERS: dict[str, Parameter] = {}
ASSUMPTIONS: dict[str, Parameter] = {}
CONTEXT: dict[str, Parameter] = {}
CONSTANTS: dict[str, Parameter] = {}
PARAMETERS: dict[str, Parameter] = {}

_FAMILIES: dict[Role, dict[str, Parameter]] = {
    "lever": LEVERS,
    "assumption": ASSUMPTIONS,
    "context": CONTEXT,
    "constant": CONSTANTS,
}


def declare(declaration: Declaration) -> None:
    """Add a declaration to the registry; raise InputError for a name that is declared already.

    Declaring the same again changes nothing.
    """
    if DECLARATIONS.get(declaration.name) == declaration:
        return
    taken = [name for name in declaration.columns if name in COLUMNS]
    taken += [name for name in declaration.parameters if name in PARAMETERS]
    taken += [declaration.name] if declaration.name in DECLARATIONS else []
    if taken:
        raise InputError(f"declaration of {declaration.name!r}: {taken[0]!r} is declared already")
    DECLARATIONS[declaration.name] = declaration
    COLUMNS.update(declaration.columns)
    for name, parameter in declaration.parameters.items():
        _FAMILIES[parameter.role][name] = PARAMETERS[name] = parameter


def declare_file(path: Path) -> Declaration:
    """Read and add the declaration at ``path``, and return it."""
    declaration = read_declaration(path, _GROUP_OF)
    declare(declaration)
    return declaration


def _declare_package() -> None:
    """Declare the package's own: context, then by section; levers in the order they are asked."""
    found = [*(PACKAGE / "mechanisms").glob("*.toml"), PACKAGE / "model" / "start.toml"]
    found += [PACKAGE / "outcomes" / "measurement.toml"]
    declarations = [read_declaration(path, _GROUP_OF) for path in sorted(found)]
    for declaration in sorted(declarations, key=lambda one: one.place):
        declare(declaration)
    CONTEXT.update(read_declaration(HERE / "context.toml", _GROUP_OF).parameters)
    ordered = {name: LEVERS[name] for names in LEVER_GROUPS.values() for name in names}
    LEVERS.clear()
    LEVERS.update(ordered)
    PARAMETERS.clear()
    for family in (LEVERS, ASSUMPTIONS, CONTEXT, CONSTANTS):
        PARAMETERS.update(family)


_declare_package()
