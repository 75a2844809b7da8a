"""The present scene as a design file: what `two-cities sweep` runs thousands of times over."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from sim.dashboard.state.allowed import SEED
from sim.dashboard.state.cities import given_at_start
from sim.dashboard.state.letters import NAMED
from sim.dashboard.state.scene import Scene
from sim.dashboard.work.paired import paired_spec
from sim.locale.catalogue import translate
from sim.parameters import CONTEXT, LEVERS, SHARES, Value
from sim.scenario.event import ALL_CITIES

FILE = "sweep.toml"
SAMPLES = 64
"""Points of a design that fills a space: more than the 40 that `analyse pawn` needs."""
SEEDS = 5
"""From the scene's own on."""
LOGARITHMIC = "epsilon"
"""The lever whose effect goes by its order of size."""

IN_SHARES = {name for names in SHARES.values() for name in names}


class DesignFile(NamedTuple):
    """The ``text`` of a design file, and what of the scene it does not hold, in the visitor's language."""

    text: str
    left_out: tuple[str, ...]


def design_file(scene: Scene) -> DesignFile:
    """Return the design of ``scene``: the scenarios of A and B, and what varies around them.

    Levers that were moved vary over their explored ranges. Where none was, those in which A and B differ do, one at a
    time between both values: all at once, the two cities would be one.
    """
    left_out = tuple(_left_out(scene))
    tables = [
        _head(scene, left_out),
        _table("design", _method(scene)),
        _table("run", _run(scene)),
        "\n".join(["[vary]", *_vary(scene)]),
    ]
    if scene.assumptions:
        tables.append(_table("set", dict(scene.assumptions)))
    for place, event in enumerate(_shared_events(scene), 1):
        told = {name: value for name, value in event.items() if name != "city"}
        tables.append(_table(f"events.event{place}", told))
    return DesignFile("\n\n".join(tables) + "\n", left_out)


def _head(scene: Scene, left_out: Sequence[str]) -> str:
    said = [
        translate("shared-caution", scene.language),
        translate("design-how", scene.language, command=f"two-cities sweep {FILE} --out study"),
        translate("design-look", scene.language, command="two-cities app --study study"),
        *(translate("design-left_out", scene.language, what=what) for what in left_out),
    ]
    return "\n".join(f"# {line}" for line in said)


def _method(scene: Scene) -> dict[str, Value]:
    if _moved(scene):
        return {"method": "latin-hypercube", "samples": SAMPLES, "seed": 1}
    return {"method": "one-at-a-time" if _differing(scene) else "grid"}


def _run(scene: Scene) -> dict[str, Any]:
    spec = paired_spec(scene)
    first = min(scene.seed, int(SEED.bounds[1]) - SEEDS + 1)
    run: dict[str, Any] = {
        "scenarios": list(dict.fromkeys(scene.bases[letter] for letter in NAMED)),
        "assumptions": [scene.assumption_set],
        "seeds": list(range(first, first + SEEDS)),
        "city": _city(scene) or CONTEXT["city"].default,
        "residents": spec.residents,
        "burn_in": spec.burn_in,
        "weeks": spec.weeks,
    }
    return run | ({"off": list(scene.off)} if scene.off else {})


def _city(scene: Scene) -> str:
    """Return what a design calls the scene's city: its name or its file; empty where it cannot name it."""
    own = given_at_start(scene.city)
    if own is None:
        return scene.city
    file, table = own
    return "" if table else file


def _vary(scene: Scene) -> Iterator[str]:
    moved, differing = _moved(scene), _differing(scene)
    values = {letter: scene.levers(letter) for letter in NAMED}
    for name in moved:
        yield f"{name} = {_range(name)}{_told(values, name)}"
    for name in differing:
        if not moved:
            both = [values[letter][name] for letter in NAMED]
            taken = [value for value in both if value or name not in IN_SHARES]  # shares must not all be 0
            yield f"{name} = {{ values = {json.dumps(taken)} }}"
        elif name not in moved:
            yield f"# {name} = {_range(name)}{_told(values, name)}"


def _range(name: str) -> str:
    """Return the factor of a lever: its explored range, which is declared."""
    if name != LOGARITHMIC:
        return "{}"
    low, high = LEVERS[name].explored
    return f'{{ low = {low}, high = {high}, scale = "log" }}'


def _told(values: Mapping[str, Mapping[str, Value]], name: str) -> str:
    return "  # " + ", ".join(f"{letter}: {json.dumps(values[letter][name])}" for letter in NAMED)


def _moved(scene: Scene) -> list[str]:
    """Return the levers that a visitor moved in A or B."""
    return [name for name in LEVERS if any(name in scene.changes.get(letter, {}) for letter in NAMED)]


def _differing(scene: Scene) -> list[str]:
    """Return the levers in which A and B differ."""
    first, second = (scene.levers(letter) for letter in NAMED)
    return [name for name in LEVERS if first[name] != second[name]]


def _shared_events(scene: Scene) -> list[Mapping[str, Value]]:
    return [event for event in scene.events if event.get("city", ALL_CITIES) == ALL_CITIES]


def _left_out(scene: Scene) -> Iterator[str]:
    """Yield what of the scene a design does not hold."""
    language = scene.language
    if own := len(scene.events) - len(_shared_events(scene)):
        yield translate("design-one_city", language, n=own)
    if "C" in scene.letters:
        yield translate("design-room", language)
    if not _city(scene):
        yield translate("design-own_city", language, city=str(CONTEXT["city"].default))
    if scene.bases["A"] == scene.bases["B"]:
        yield translate("design-one_scenario", language)
    if scene.names:
        yield translate("design-names", language)


def _table(name: str, values: Mapping[str, Any]) -> str:
    """Return a table of TOML; JSON writes strings, numbers, switches and lists of them alike."""
    lines = (f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in values.items())
    return "\n".join([f"[{name}]", *lines])
