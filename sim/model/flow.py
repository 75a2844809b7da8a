"""What flows where in a week: levers into mechanisms, columns between them, columns into outcomes.

Nothing here is written by hand. What a mechanism reads and writes is its view's, which levers it uses are its
parameters', and what an outcome is made of is read out of the code that measures it. A flow says that one thing is
given to another, not that it matters: influence may be nil for the values at hand.
"""

from __future__ import annotations

import ast
import inspect
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from sim.engine.mechanism import Mechanism
from sim.model.schedule import ORDER
from sim.outcomes import OUTCOMES, measurement, sums
from sim.parameters import LEVERS

Node = tuple[str, str]
"""What a flow joins: ("lever", name), ("mechanism", name) or ("outcome", id)."""
KERNEL, SUMS = "_fill", "sums_of"
"""The functions of the measurement that fill all outcomes, and that add up the residents for them."""


class Flow(NamedTuple):
    """One arrow: ``columns`` are what flows between mechanisms or into an outcome; a lever has none.

    ``next_week``: who receives has run already when it is written, and sees it in the week after.
    """

    source: Node
    target: Node
    columns: tuple[str, ...] = ()
    next_week: bool = False


@cache
def flows() -> tuple[Flow, ...]:
    """Return every flow of the package's own week, levers first, outcomes last."""
    return (*_from_levers(), *_between_mechanisms(), *_into_outcomes())


def levers_of(mechanism: Mechanism) -> tuple[str, ...]:
    """Return the levers that a mechanism uses, in its own order."""
    return tuple(name for name in mechanism.params._fields if name in LEVERS)


def path(lever: str, outcome: str) -> tuple[Flow, ...]:
    """Return every flow on a shortest way from ``lever`` to ``outcome``, in the order of the way; () if there is none.

    Raises KeyError for a lever or an outcome of another name.
    """
    start, end = ("lever", _known(lever, LEVERS)), ("outcome", _known(outcome, OUTCOMES))
    far = _distances(start)
    if end not in far:
        return ()
    lit: dict[Flow, None] = {}
    front = {end}
    while front:
        steps = [
            one for one in flows() if one.target in front and far.get(one.source, -1) == far[one.target] - 1
        ]
        lit |= dict.fromkeys(steps)
        front = {one.source for one in steps}
    return tuple(sorted(lit, key=lambda one: far[one.target]))


def chain(way: tuple[Flow, ...]) -> tuple[Flow, ...]:
    """Return one of the shortest ways of `path`, from its beginning to its end."""
    found = list(way[-1:])
    while found and found[0].source[0] != "lever":
        found.insert(0, next(one for one in way if one.target == found[0].source))
    return tuple(found)


def _known(name: str, known: Mapping[str, object]) -> str:
    if name not in known:
        raise KeyError(name)
    return name


def _distances(start: Node) -> dict[Node, int]:
    """Return how many flows each node lies from ``start``; those out of reach are missing."""
    far, front = {start: 0}, [start]
    while front:
        front = list(
            dict.fromkeys(one.target for one in flows() if one.source in front and one.target not in far)
        )
        far |= dict.fromkeys(front, max(far.values()) + 1)
    return far


def _from_levers() -> Iterator[Flow]:
    for mechanism in ORDER:
        for name in levers_of(mechanism):
            yield Flow(("lever", name), ("mechanism", mechanism.name))


def _between_mechanisms() -> Iterator[Flow]:
    for at, source in enumerate(ORDER):
        for place, target in enumerate(ORDER):
            given = tuple(name for name in source.writes if name in target.access())
            if given and source is not target:
                yield Flow(("mechanism", source.name), ("mechanism", target.name), given, place < at)


def _into_outcomes() -> Iterator[Flow]:
    for name, (columns, levers) in made_of().items():
        for lever in levers:
            yield Flow(("lever", lever), ("outcome", name))
        for mechanism in ORDER:
            if given := tuple(column for column in mechanism.writes if column in columns):
                yield Flow(("mechanism", mechanism.name), ("outcome", name), given)


@cache
def made_of() -> dict[str, tuple[frozenset[str], tuple[str, ...]]]:
    """Return, for every outcome, the columns and the levers that the code of its measurement makes it of."""
    sources = _sources_of_measurement()
    found = {}
    for name in OUTCOMES:
        needed = sources[f"outcomes[{name.upper()}]"]
        columns = frozenset(one.removeprefix("c.") for one in needed if one.startswith("c."))
        levers = tuple(lever for lever in LEVERS if f"p.{lever}" in needed)
        found[name] = columns, levers
    return found


def _sources_of_measurement() -> dict[str, set[str]]:
    """Return what every variable of the measurement is made of in the end: columns ``c.x``, parameters ``p.x``."""
    trees = [ast.parse(inspect.getsource(sys.modules[module.__name__])) for module in (measurement, sums)]
    functions = {one.name: one for tree in trees for one in tree.body if isinstance(one, ast.FunctionDef)}
    direct: dict[str, set[str]] = {}
    for target, value in _given(functions):
        direct.setdefault(f"{KERNEL}: {target}", set()).update(_names(value, "measure"))
    for function in functions.values():
        for target, value in _assigned(function):
            direct.setdefault(_own(target, function.name), set()).update(_names(value, function.name))
    return _in_the_end(direct)


def _own(name: str, function: str) -> str:
    """Return what a variable of ``function`` is called here; places in columns are everybody's."""
    return name if "[" in name else f"{function}: {name}"


def _given(functions: Mapping[str, ast.FunctionDef]) -> Iterator[tuple[str, ast.expr]]:
    """Yield what `measure` gives the kernel beside columns and parameters."""
    names = [one.arg for one in functions[KERNEL].args.args]
    for node in ast.walk(functions["measure"]):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == KERNEL:
            yield from zip(names[2:], node.args[2:], strict=True)


def _assigned(function: ast.FunctionDef) -> Iterator[tuple[str, ast.expr]]:
    """Yield every assignment of ``function`` as a target's name and a value; tuples are taken apart."""
    for node in ast.walk(function):
        if isinstance(node, ast.Assign | ast.AugAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            for target in targets:
                yield from _apart(target, node.value)


def _apart(target: ast.expr, value: ast.expr) -> Iterator[tuple[str, ast.expr]]:
    if isinstance(target, ast.Tuple):
        whole = isinstance(value, ast.Tuple)
        for number, one in enumerate(target.elts):
            yield from _apart(one, value.elts[number] if isinstance(value, ast.Tuple) and whole else value)
    elif isinstance(target, ast.Name):
        yield target.id, value
    elif isinstance(target, ast.Subscript):
        yield _place(target), value


def _place(target: ast.Subscript) -> str:
    """Return the name of a place: the array's, or of one outcome ``outcomes[NAME]``."""
    if isinstance(target.value, ast.Attribute):
        at = target.slice.id if isinstance(target.slice, ast.Name) else ""
        return f"{target.value.attr}[{at}]"
    return target.value.id if isinstance(target.value, ast.Name) else ""


def _names(value: ast.AST, function: str) -> set[str]:
    """Return the variables of ``function``, columns ``c.x``, parameters ``p.x`` and sums in ``value``.

    A field of `Sums`, ``sums.people.opinion``, bears the name of the variable of `sums_of` that it is.
    """
    if isinstance(value, ast.Name):
        return {_own(value.id, function)}
    if isinstance(value, ast.Attribute) and isinstance(value.value, ast.Name):
        return {f"{SUMS}: {value.attr}" if value.value.id == "sums" else f"{value.value.id}.{value.attr}"}
    if isinstance(value, ast.Attribute) and ast.unparse(value).startswith("sums."):
        return {f"{SUMS}: {value.attr}"}
    return {name for child in ast.iter_child_nodes(value) for name in _names(child, function)}


def _in_the_end(direct: Mapping[str, set[str]]) -> dict[str, set[str]]:
    """Return ``direct`` with every variable replaced, again and again, by what it is made of."""
    whole = {name: set(made) for name, made in direct.items()}
    while True:
        grown = {
            name: made.union(*(whole[one] for one in made if one in whole)) for name, made in whole.items()
        }
        if grown == whole:
            return whole
        whole = grown
