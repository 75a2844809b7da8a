"""What a visitor takes away: scenario files, the command that gives the same run, the receipt."""

from __future__ import annotations

import hashlib
import shlex
import tempfile
from dataclasses import replace
from pathlib import Path

from sim.dashboard.state.cities import city_named, files_of
from sim.dashboard.state.scene import Scene
from sim.dashboard.views.credit import line_of_credit
from sim.dashboard.work.paired import paired_spec
from sim.dashboard.work.simulation import NO_CHANGE
from sim.locale.catalogue import LANGUAGES, translate
from sim.locale.text import written
from sim.outcomes import FIRST_SEVEN
from sim.runs.receipt import LIBRARIES, as_lines, make_receipt
from sim.scenario.scenario import Scenario, save_scenario

IN_ONE_LINE = (
    "two-cities",
    "model",
    "cities",
    "city",
    "residents",
    "seeds",
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
        off=(*base.off, *scene.off),
    )
    with tempfile.TemporaryDirectory() as folder:
        saved = save_scenario(made, Path(folder) / file_name(letter)).read_text(encoding="utf-8")
    return head + saved


def command(scene: Scene) -> str:
    """Return the command that prints the sentence's figures: the same cities on the same seeds.

    A changed city is given by its scenario file, see `files`.
    """
    spec = paired_spec(scene)
    more = ("--all",) if scene.focus not in FIRST_SEVEN else ()
    return shlex.join(_compare(scene, spec.residents, spec.seed, "--seeds", str(len(spec.seeds)), *more))


def command_of_run(scene: Scene) -> str:
    """Return the command that prints the figures of the one run drawn in the charts."""
    return shlex.join(_words_of_run(scene))


def _words_of_run(scene: Scene) -> list[str]:
    return _compare(scene, scene.residents, scene.seed)


def files(scene: Scene) -> list[str]:
    """Return the scenario files that the commands read, which the page saves one by one."""
    return [named_city(scene, letter) for letter in scene.letters if _is_changed(scene, letter)]


def _compare(scene: Scene, residents: int, seed: int, *more: str) -> list[str]:
    named = [named_city(scene, letter) for letter in scene.letters]
    parts = ["two-cities", "compare", *named, *_city(scene), "--residents", str(residents)]
    parts += ["--seed", str(seed), *more, "--assumptions", scene.assumption_set]
    for name, value in scene.assumptions.items():
        parts += ["--set", f"{name}={value}"]
    for name in scene.off:
        parts += ["--off", name]
    return parts


def _city(scene: Scene) -> list[str]:
    """Return the options that name the city: a shipped one, or the files of an own one."""
    districts, figures = files_of(scene.city) or (scene.city, "")
    return ["--city", districts, *(["--table", figures] if figures else [])]


def named_city(scene: Scene, letter: str) -> str:
    """Return what a command calls a city: its scenario, or the file it is saved to where it was changed."""
    return file_name(letter) if _is_changed(scene, letter) else scene.bases[letter]


def _is_changed(scene: Scene, letter: str) -> bool:
    return bool(scene.changes.get(letter) or scene.events)


def receipt(scene: Scene) -> dict[str, str]:
    """Return the receipt of the run drawn in the charts, and the command that gives the sentence's figures."""
    spec = scene.spec()
    cities = (
        city._replace(name=named_city(scene, city.label)) for city in spec.cities if city.label != NO_CHANGE
    )
    city = city_named(scene.city)
    spec = replace(spec, cities=tuple(cities), city=city)
    whole = as_lines(
        make_receipt(spec, _words_of_run(scene), libraries=(*LIBRARIES, "solara")), scene.language
    )
    # Not the city's own words, which leave out the middle of a long array.
    told = repr(replace(spec, city=city.fingerprint))
    settings = hashlib.blake2b(told.encode(), digest_size=8).hexdigest()
    return {**whole, "data": line_of_credit(scene), "settings": settings, "sentence": command(scene)}


def lines_of_receipt(scene: Scene) -> list[str]:
    """Return the receipt as lines of text, for the table of numbers."""
    return [f"{name}: {value}" for name, value in receipt(scene).items()]


def line_of_receipt(scene: Scene) -> str:
    """Return what matters most of the receipt in one line."""
    whole = receipt(scene)
    return " · ".join(f"{name} {whole[name]}" for name in IN_ONE_LINE)
