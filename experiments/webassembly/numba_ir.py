"""The LLVM IR that Numba makes of the model's kernels, before any optimisation and for no processor yet.

Must run in a process of its own that has compiled nothing: what Numba optimised for this processor (its vector
widths, its address arithmetic) is of no use to another.
"""

from __future__ import annotations

import os
import tempfile
from typing import Any, NamedTuple

os.environ.update(NUMBA_OPT="0", NUMBA_LOOP_VECTORIZE="0", NUMBA_SLP_VECTORIZE="0")
os.environ["NUMBA_CACHE_DIR"] = tempfile.mkdtemp(prefix="two-cities-ir-")  # nothing kept for this processor

from sim.model.city_model import CityModel
from sim.outcomes import measurement

MEASUREMENT = "measurement"


class Kernel(NamedTuple):
    """One kernel: its name, the mangled name of its function, and the text of the module that defines it."""

    name: str
    function: str
    text: str


def kernels(names: list[str]) -> list[Kernel]:
    """Return the kernels ``names``, all that a week runs where empty, typed by building a small city."""
    city = CityModel(residents=64, burn_in=0, weeks=1, seed=1)
    city.step()
    found = {one.mechanism.name: one.mechanism.weekly for one in city._binding._order}
    found[MEASUREMENT] = measurement.measure
    return [_kernel(name, found[name]) for name in names or found]


def _kernel(name: str, weekly: Any) -> Kernel:
    (compiled,) = weekly.overloads.values()
    return Kernel(name, compiled.fndesc.llvm_func_name, compiled.library.get_llvm_str())
