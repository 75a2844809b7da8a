"""What a visitor takes away: scenario files, the command that gives the same run, the receipt."""

from __future__ import annotations

import hashlib
import platform
import shlex
import tempfile
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from sim.dashboard.scene import Scene
from sim.dashboard.source import HISTORY, MODEL_VERSION, WEEKS
from sim.parameters import Text
from sim.scenario import Scenario, save_scenario

LIBRARIES = ("mesa", "numpy", "numba", "solara")


def file_name(letter: str) -> str:
    """Return the name of a changed city's scenario file."""
    return f"city-{letter.lower()}.toml"


def scenario_text(scene: Scene, letter: str) -> str:
    """Return one city of ``scene`` as the text of a scenario file."""
    base = scene.base(letter)
    given = scene.names.get(letter)
    title = Text(given, given) if given else Text(f"City {letter}", f"Ville {letter}")
    made = Scenario(
        f"city-{letter.lower()}", scene.levers(letter), scene.events_of(letter), title, base.caution
    )
    with tempfile.TemporaryDirectory() as folder:
        return save_scenario(made, Path(folder) / file_name(letter)).read_text(encoding="utf-8")


def command(scene: Scene) -> str:
    """Return the command that compares the same cities; a changed city is given by its scenario file."""
    named = [
        file_name(letter) if scene.changes.get(letter) or scene.events else scene.bases[letter]
        for letter in scene.letters
    ]
    parts = ["two-cities", "compare", *named, "--city", scene.city, "--residents", str(scene.residents)]
    parts += ["--seed", str(scene.seed), "--assumptions", scene.assumption_set]
    for name, value in scene.assumptions.items():
        parts += ["--set", f"{name}={value}"]
    return shlex.join(parts)


def receipt(scene: Scene) -> dict[str, str]:
    """Return what is needed to make the same numbers again."""
    recipe = scene.recipe()
    return {
        "two-cities": _version("two-cities"),
        "model": MODEL_VERSION,
        "python": platform.python_version(),
        **{name: _version(name) for name in LIBRARIES},
        "machine": platform.machine(),
        "city": scene.city,
        "residents": str(scene.residents),
        "seed": str(scene.seed),
        "weeks": f"{HISTORY} + {WEEKS}",
        "assumptions": scene.assumption_set,
        "settings": hashlib.blake2b(repr(recipe).encode(), digest_size=8).hexdigest(),
        "command": command(scene),
    }


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "unknown"
