"""Every lever, assumption, context value and constant, declared once; the rest is derived from here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sim.files.errors import InputError, brief, nearest
from sim.parameters.assumptions import ASSUMPTIONS_IN_ORDER
from sim.parameters.constants import CONSTANTS as _CONSTANTS
from sim.parameters.context import CONTEXT_IN_ORDER
from sim.parameters.levers import LEVERS_IN_ORDER, SHARES, check_shares
from sim.parameters.parameter import Parameter, Role, Strength, Text, Value, constant

__all__ = [
    "ASSUMPTIONS",
    "CONSTANTS",
    "CONTEXT",
    "LEVERS",
    "PARAMETERS",
    "SHARES",
    "Parameter",
    "Role",
    "Strength",
    "Text",
    "Value",
    "check_all",
    "check_shares",
    "constant",
]


def _named(*families: Iterable[Parameter]) -> dict[str, Parameter]:
    named: dict[str, Parameter] = {}
    for parameter in (parameter for family in families for parameter in family):
        if parameter.name in named:
            raise ValueError(f"parameter {parameter.name!r} is declared twice")
        named[parameter.name] = parameter
    return named


LEVERS = _named(LEVERS_IN_ORDER)
ASSUMPTIONS = _named(ASSUMPTIONS_IN_ORDER)
CONTEXT = _named(CONTEXT_IN_ORDER)
CONSTANTS = _named(_CONSTANTS)
PARAMETERS = _named(LEVERS.values(), ASSUMPTIONS.values(), CONTEXT.values(), CONSTANTS.values())


def check_all(mapping: Mapping[str, object], roles: Iterable[Role], where: str = "") -> dict[str, Value]:
    """Return ``mapping`` with every value checked and canonical.

    Raises InputError for a value outside its range and for a name that is none of ``roles``, with the nearest
    legal name.
    """
    wanted = tuple(roles)
    legal = {name: parameter for name, parameter in PARAMETERS.items() if parameter.role in wanted}
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
    if name in PARAMETERS:
        problem = f"is not {_article(kinds)} but {_article(PARAMETERS[name].role)}"
    else:
        close = nearest(name, legal)
        problem = f"is not a known {kinds}" + (f"; did you mean {close!r}?" if close else "")
    return InputError(f"{place}{name} = {brief(value)}: {name!r} {problem}")


def _article(noun: str) -> str:
    return f"{'an' if noun.startswith('a') else 'a'} {noun}"
