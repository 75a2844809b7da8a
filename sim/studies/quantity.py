"""What a design can vary: levers, assumptions, constants, the context of the runs, and what happens in them.

Besides declared parameters these are `blend` (the place between a scenario and the one it is blended toward),
`levers.GROUP` (the scenario that a group of levers is taken from), `off` (mechanisms that rest) and
`events.NAME.KEY` (kind, week and size of an event that the design names).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain

from sim.files import checks
from sim.files.errors import InputError, brief, nearest
from sim.parameters import CONTEXT, Parameter, Value, event_kinds, find_parameter, is_lever, known_parameters
from sim.parameters.parameter import Kind
from sim.scenario.off import check_off
from sim.scenario.scenario import MIXABLE, load_scenario

BLEND, OFF = "blend", "off"
LEVERS, EVENTS = "levers.", "events."
VARIED_CONTEXT = ("city", "residents", "burn_in", "weeks")
EVENT_KEYS = ("kind", "week", "depth", "weeks", "value")
NONE = "none"
"""As an option: no event of that name, no group taken over, no mechanism off."""
LARGEST = 1e12

Check = Callable[[object, str], Value]
Explored = tuple[float, float] | tuple[Value, ...]


@dataclass(frozen=True)
class Quantity:
    """One thing that can be varied: what sort of value it takes, and how one is checked.

    ``explored`` is the range, or the options, that a design takes where it names none; empty: it must name
    them. ``unlimited`` is a word taken instead of a number.
    """

    name: str
    kind: Kind
    check: Check
    explored: Explored = ()
    whole: bool = False
    unlimited: str = ""

    def parse(self, text: str, where: str) -> Value:
        """Return the checked value that ``text`` spells, as a table of points gives it."""
        if self.kind == "switch":
            return self.check({"true": True, "false": False}.get(text.lower(), text), where)
        if self.kind != "number" or text == self.unlimited:
            return self.check(text, where)
        return self.check(checks.spelled(text), where)


def quantity(name: object, where: str = "") -> Quantity:
    """Return what ``name`` is; raise InputError, with the nearest name, for what cannot be varied."""
    if isinstance(name, str) and (found := _find(name)) is not None:
        return found
    place = f"{where}: " if where else ""
    close = nearest(name, _known()) if isinstance(name, str) else None
    hint = f"did you mean {close!r}?" if close else "`two-cities parameters` names them"
    if name == "seed":
        hint = "[run] seeds says which"
    raise InputError(f"{place}{brief(name)} is not a known lever, assumption or constant; {hint}")


def rules_from_the_branch(name: str) -> bool:
    """Return whether ``name`` rules only after the burn-in, so that runs that differ in it can share one."""
    return name in (BLEND, OFF) or name.startswith((LEVERS, EVENTS)) or is_lever(name)


def _find(name: str) -> Quantity | None:
    if name in VARIED_CONTEXT:
        return _declared(CONTEXT[name])
    if name == BLEND:
        return Quantity(name, "number", partial(_number, name, 0.0, 1.0), (0.0, 1.0))
    if name == OFF:
        return Quantity(name, "text", _mechanisms)
    if name.startswith(LEVERS) and name.removeprefix(LEVERS) in MIXABLE:
        return Quantity(name, "text", partial(_scenario, name))
    if name.startswith(EVENTS) and name.count(".") == 2:
        return _of_event(name, name.rpartition(".")[2])
    found = find_parameter(name)
    return None if found is None or found.role == "context" else _declared(found)


def _declared(one: Parameter) -> Quantity:
    explored: Explored = one.explored
    if one.kind == "switch":
        explored = (False, True)
    return Quantity(one.name, one.kind, one.check, explored, one.whole, one.unlimited)


def _of_event(name: str, key: str) -> Quantity | None:
    longest = int(CONTEXT["weeks"].bounds[1])
    match key:
        case "kind":
            return Quantity(name, "text", partial(_kind, name))
        case "week":
            return Quantity(name, "number", partial(_whole, name, 0, longest), whole=True)
        case "weeks":
            return Quantity(name, "number", partial(_whole, name, 1, longest), whole=True)
        case "depth":
            return Quantity(name, "number", partial(_number, name, 0.0, 1.0), (0.0, 1.0))
        case "value":
            return Quantity(name, "number", partial(_number, name, -LARGEST, LARGEST))
    return None


def _known() -> Iterator[str]:
    own = (f"{LEVERS}{group}" for group in MIXABLE)
    named = known_parameters(("lever", "assumption", "constant"))
    return chain(named, VARIED_CONTEXT, (BLEND, OFF), own)


def _place(where: str, name: str) -> str:
    return f"{where}: {name}" if where else name


def _number(name: str, low: float, high: float, value: object, where: str = "") -> Value:
    return checks.number(value, _place(where, name), low, high)


def _whole(name: str, low: int, high: int, value: object, where: str = "") -> Value:
    return checks.whole_number(value, _place(where, name), low, high)


def _kind(name: str, value: object, where: str = "") -> Value:
    return checks.one_of(value, [*event_kinds(), NONE], _place(where, name))


def _scenario(name: str, value: object, where: str = "") -> Value:
    if not isinstance(value, str):
        raise InputError(f"{_place(where, name)} = {brief(value)} must be a scenario's name, or {NONE!r}")
    if value != NONE:
        load_scenario(value)
    return value


def _mechanisms(value: object, where: str = "") -> Value:
    """Return one mechanism, several joined by +, or `NONE`."""
    if not isinstance(value, str):
        raise InputError(f"{_place(where, OFF)} = {brief(value)} must name mechanisms, e.g. 'mobilisation'")
    if value != NONE:
        check_off(value.split("+"), _place(where, OFF))
    return value
