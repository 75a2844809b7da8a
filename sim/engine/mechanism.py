"""What a mechanism is: a compiled weekly step, the columns it sees and the parameters it uses.

A mechanism's view is a NamedTuple whose fields are columns by name, each marked `Read` or `Write`.
Undeclared columns do not exist in it, and a column marked `Read` arrives read-only: compiled code that
writes to it does not compile, plain code raises at the guilty line.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Annotated, Any, NamedTuple, get_type_hints

import numpy as np

from sim.engine.array import Array

Read = Annotated[Array, "read"]
Write = Annotated[Array, "write"]


class Mechanism(NamedTuple):
    """One entry of the weekly order."""

    name: str
    section: str  # of the specification, e.g. "5.4"
    weekly: Callable[..., None]
    columns: Any  # NamedTuple class of Read and Write fields
    params: Any  # NamedTuple class of registered parameter names

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

    def view(self, columns: Mapping[str, Array]) -> Any:
        """Return the view of ``columns``: no copies, read-only where declared so."""
        return self.columns(
            *(_read_only(columns[n]) if m == "read" else columns[n] for n, m in _access(self.columns))
        )

    def parameters(self, values: Mapping[str, float]) -> Any:
        """Return the parameters of this mechanism, taken by name from encoded ``values``."""
        return self.params(*(values[name] for name in self.params._fields))


@cache
def _access(columns: Any) -> tuple[tuple[str, str], ...]:
    hints = get_type_hints(columns, include_extras=True)  # slow, and asked for weekly where levers drift
    return tuple((name, hints[name].__metadata__[0]) for name in columns._fields)


def _read_only(array: Array) -> Array:
    view = array.view()
    view.flags.writeable = False
    return view


def key_of(seed: int) -> np.uint64:
    """Return the key of all draws of a run."""
    return np.uint64(seed)
