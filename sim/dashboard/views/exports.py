"""What a visitor takes away: scenario files, the command that gives the same run, the receipt."""

from __future__ import annotations

import hashlib
import platform
import shlex
import tempfile
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from sim.dashboard.state.scene import Scene
from sim.dashboard.work.paired import RESIDENTS, recipes_of_luck
from sim.dashboard.work.simulation import HISTORY, MODEL_VERSION, WEEKS
from sim.locale.catalogue import LANGUAGES, translate
from sim.locale.text import written
from sim.outcomes import FIRST_SEVEN
from sim.scenario.scenario import Scenario, save_scenario

LIBRARIES = ("mesa", "numpy", "numba", "solara")
IN_ONE_LINE = (
    "two-cities",
    "model",
    "cities",
    "city",
    "residents",
    "seed",
    "weeks",
    "assumptions",
    "settings",
)
"""What of the receipt a picture and a scenario file carry."""


def file_name(letter: str) -> str:
    """Return the name of a changed city's scenario file."""
    return f"city-{letter.lower()}.toml"


def scenario_text(scene: Scene, letter: str) -> str:
    """Return one city of ``scene`` as the text of a scenario file."""
    base = scene.base(letter)
    given = scene.names.get(letter)
    titles = {one: given or translate("city-named", one, letter=letter) for one in LANGUAGES}
    head = f"# {translate('shared-caution', scene.language)}\n# {line_of_receipt(scene)}\n"
    made = Scenario(
        f"city-{letter.lower()}",
        scene.levers(letter),
        scene.events_of(letter),
        written(**titles),
        base.caution,
    )
    with tempfile.TemporaryDirectory() as folder:
        saved = save_scenario(made, Path(folder) / file_name(letter)).read_text(encoding="utf-8")
    return head + saved


def command(scene: Scene) -> str:
    """Return the command that prints the sentence's figures: the same cities under the same draws of luck.

    A changed city is given by its scenario file, see `files`.
    """
    seeds = [recipe.seed for recipe in recipes_of_luck(scene)]
    more = ("--all",) if scene.focus not in FIRST_SEVEN else ()
    return _compare(scene, RESIDENTS, seeds[0], "--seeds", str(len(seeds)), *more)


def command_of_run(scene: Scene) -> str:
    """Return the command that prints the figures of the one run drawn in the charts."""
    return _compare(scene, scene.residents, scene.seed)


def files(scene: Scene) -> list[str]:
    """Return the scenario files that the commands read, which the page saves one by one."""
    return [_named(scene, letter) for letter in scene.letters if _is_changed(scene, letter)]


def _compare(scene: Scene, residents: int, seed: int, *more: str) -> str:
    named = [_named(scene, letter) for letter in scene.letters]
    parts = ["two-cities", "compare", *named, "--city", scene.city, "--residents", str(residents)]
    parts += ["--seed", str(seed), *more, "--assumptions", scene.assumption_set]
    for name, value in scene.assumptions.items():
        parts += ["--set", f"{name}={value}"]
    return shlex.join(parts)


def _named(scene: Scene, letter: str) -> str:
    return file_name(letter) if _is_changed(scene, letter) else scene.bases[letter]


def _is_changed(scene: Scene, letter: str) -> bool:
    return bool(scene.changes.get(letter) or scene.events)


def receipt(scene: Scene) -> dict[str, str]:
    """Return what is needed to make the same numbers again."""
    recipe = scene.recipe()
    return {
        "two-cities": _version("two-cities"),
        "model": MODEL_VERSION,
        "python": platform.python_version(),
        **{name: _version(name) for name in LIBRARIES},
        "machine": platform.machine(),
        "cities": ", ".join(f"{letter} {_named(scene, letter)}" for letter in scene.letters),
        "city": scene.city,
        "residents": str(scene.residents),
        "seed": str(scene.seed),
        "weeks": f"{HISTORY} + {WEEKS}",
        "assumptions": ", ".join(
            [scene.assumption_set, *(f"{name}={value}" for name, value in scene.assumptions.items())]
        ),
        "settings": hashlib.blake2b(repr(recipe).encode(), digest_size=8).hexdigest(),
        "command": command_of_run(scene),
        "sentence": command(scene),
    }


def lines_of_receipt(scene: Scene) -> list[str]:
    """Return the receipt as lines of text, for the table of numbers."""
    return [f"{name}: {value}" for name, value in receipt(scene).items()]


def line_of_receipt(scene: Scene) -> str:
    """Return what matters most of the receipt in one line."""
    whole = receipt(scene)
    return " · ".join(f"{name} {whole[name]}" for name in IN_ONE_LINE)


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "unknown"
