"""Conditions that the points of a design must meet, such as "surveillance <= openness"."""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sim.files.errors import InputError, brief, unknown
from sim.parameters import Value

LONGEST = 500  # characters
ARITHMETIC: Mapping[type, Callable[[Any, Any], Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}
COMPARISONS: Mapping[type, Callable[[Any, Any], bool]] = {
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
}


@dataclass(frozen=True)
class Constraint:
    """A condition on the values of factors, in their names, numbers, quoted words, + - * /, comparisons, and, or, not.

    Raises InputError for anything else, and for a name that is no factor of the design.
    """

    text: str
    tree: ast.expr

    @classmethod
    def parse(cls, text: object, names: Iterable[str], where: str) -> Constraint:
        """Return the constraint that ``text`` spells in the factors' ``names``."""
        place = f"{where}: constraint {brief(text)}"
        if not isinstance(text, str) or len(text) > LONGEST:
            raise InputError(f"{place} must be text of at most {LONGEST} letters")
        try:
            tree = ast.parse(text.strip(), mode="eval").body
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            raise InputError(f'{place} cannot be read; write it like "gain < 2 * chilling"') from None
        legal = list(names)
        for name in _names(tree, place):
            if name not in legal:
                raise InputError(f"{place}: {unknown('factor', name, legal)}")
        if not isinstance(tree, ast.Compare | ast.BoolOp) and not _is_not(tree):
            raise InputError(f"{place} compares nothing")
        return cls(text, tree)

    def holds(self, settings: Mapping[str, Value]) -> bool:
        """Return whether a point of ``settings`` meets this; raise InputError where it cannot be reckoned."""
        try:
            return bool(_value(self.tree, settings))
        except KeyError as error:
            raise InputError(
                f"constraint {brief(self.text)}: {error.args[0]} has no value at a point"
            ) from None
        except ZeroDivisionError:
            return False
        except TypeError:
            raise InputError(f"constraint {brief(self.text)}: reckons with words") from None


def _is_not(tree: ast.expr) -> bool:
    return isinstance(tree, ast.UnaryOp) and isinstance(tree.op, ast.Not)


def _names(tree: ast.expr, place: str) -> Iterable[str]:
    """Yield the names in ``tree``; refuse what is neither name, number, word, arithmetic nor comparison."""
    match tree:
        case ast.Name() | ast.Attribute():
            yield ast.unparse(tree)
        case ast.Constant(value=float() | int() | str()):
            pass
        case ast.BinOp(left=left, op=op, right=right) if type(op) in ARITHMETIC:
            yield from (*_names(left, place), *_names(right, place))
        case ast.UnaryOp(op=ast.USub() | ast.Not(), operand=inner):
            yield from _names(inner, place)
        case ast.BoolOp(values=parts):
            for part in parts:
                yield from _names(part, place)
        case ast.Compare(left=left, ops=ops, comparators=right) if all(type(op) in COMPARISONS for op in ops):
            for part in (left, *right):
                yield from _names(part, place)
        case _:
            raise InputError(f"{place}: {brief(ast.unparse(tree))} is not allowed in a constraint")


def _value(tree: ast.expr, settings: Mapping[str, Value]) -> Any:
    match tree:
        case ast.Name() | ast.Attribute():
            return settings[ast.unparse(tree)]
        case ast.Constant(value=value):
            return value
        case ast.BinOp(left=left, op=op, right=right):
            return ARITHMETIC[type(op)](_value(left, settings), _value(right, settings))
        case ast.UnaryOp(op=ast.Not(), operand=inner):
            return not _value(inner, settings)
        case ast.UnaryOp(operand=inner):
            return -_value(inner, settings)
        case ast.BoolOp(op=ast.And(), values=parts):
            return all(_value(part, settings) for part in parts)
        case ast.BoolOp(values=parts):
            return any(_value(part, settings) for part in parts)
        case ast.Compare(left=left, ops=ops, comparators=right):
            values = [_value(part, settings) for part in (left, *right)]
            return all(
                COMPARISONS[type(op)](one, other)
                for op, one, other in zip(ops, values, values[1:], strict=False)
            )
    raise TypeError(ast.unparse(tree))
