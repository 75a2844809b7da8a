"""Libraries that only some commands need: which extra of pyproject.toml brings each, and the line that says so."""

from __future__ import annotations

from sim.files.errors import InputError
from sim.locale.text import message

EXTRAS: dict[str, tuple[str, ...]] = {
    "batch": ("SALib", "dask", "distributed", "duckdb", "matplotlib", "polars", "psutil", "pyarrow"),
    "discovery": ("ema_workbench",),
    "gis": ("pyogrio", "pyproj"),
    "metamodel": ("sklearn",),
    "search": ("pymoo",),
    "smc": ("pyabc",),
    "viz": ("altair",),
}
"""Extra: the modules it brings. A module named in two extras of pyproject.toml stands at the first."""


def not_installed(error: ModuleNotFoundError) -> InputError:
    """Return the line that says how to install what ``error`` misses.

    Raises ``error`` itself where no extra brings the module: then the installation is broken, or the program.
    """
    module = (error.name or "").partition(".")[0]
    extra = next((extra for extra, modules in EXTRAS.items() if module in modules), None)
    if extra is None:
        raise error
    return InputError(message("problem-not-installed", module=module, extra=extra))
