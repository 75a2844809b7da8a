"""Every lever, assumption, context value and constant, declared once; the rest is derived from here.

Declarations lie as TOML beside the mechanisms; `registry` reads them, `parameter` checks a value.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sim.files.errors import InputError, brief, nearest
from sim.parameters.declaration import Declaration, EventKind
from sim.parameters.parameter import Parameter, Role, Strength, Value
from sim.parameters.registry import (
    ASSUMPTIONS,
    COLUMNS,
    CONSTANTS,
    CONTEXT,
    DECLARATIONS,
    EVENTS,
    LEVER_GROUPS,
    LEVERS,
    OWN,
    PARAMETERS,
    SHARES,
    declaration_of,
    declare_file,
    event_kinds,
    find_parameter,
    is_lever,
    known_parameters,
    parameter,
    revision,
)

__all__ = [
    "ASSUMPTIONS",
    "COLUMNS",
    "CONSTANTS",
    "CONTEXT",
    "DECLARATIONS",
    "EVENTS",
    "LEVERS",
    "LEVER_GROUPS",
    "OWN",
    "PARAMETERS",
    "SHARES",
    "Declaration",
    "EventKind",
    "Parameter",
    "Role",
    "Strength",
    "Value",
    "check_all",
    "check_shares",
    "declaration_of",
    "declare_file",
    "event_kinds",
    "find_parameter",
    "is_lever",
    "known_parameters",
    "parameter",
    "revision",
]


def check_shares(levers: Mapping[str, Value], where: str = "") -> None:
    """Refuse levers whose owners' shares, or whose aims, are all zero: they cannot be normalised."""
    place = f"{where}: " if where else ""
    for prefix, names in SHARES.items():
        if all(levers[name] == 0 for name in names):
            raise InputError(
                f"{place}{', '.join(names)} are all 0 (allowed: at least one {prefix}_ share above 0)"
            )


def check_all(mapping: Mapping[str, object], roles: Iterable[Role], where: str = "") -> dict[str, Value]:
    """Return ``mapping`` with every value checked and canonical.

    Raises InputError for a value outside its range and for a name that is none of ``roles``, with the nearest
    legal name.
    """
    wanted = tuple(roles)
    legal = known_parameters(wanted)
    checked: dict[str, Value] = {}
    for name, value in mapping.items():
        if name not in legal:
            raise _unknown(name, value, wanted, legal, where)
        checked[name] = legal[name].check(value, where)
    return checked


def _unknown(
    name: str, value: object, roles: tuple[Role, ...], legal: Iterable[str], where: str
) -> InputError:
    place = f"{where}: " if where else ""
    kinds = " or ".join([*filter(None, [", ".join(roles[:-1])]), roles[-1]])
    if (known := find_parameter(name)) is not None:
        problem = f"is not {_article(kinds)} but {_article(known.role)}"
    else:
        close = nearest(name, legal)
        problem = f"is not a known {kinds}" + (f"; did you mean {close!r}?" if close else "")
    return InputError(f"{place}{name} = {brief(value)}: {name!r} {problem}")


def _article(noun: str) -> str:
    return f"{'an' if noun.startswith('a') else 'a'} {noun}"
