"""The charts and maps: outcomes' words, nameplates, geometry, event records."""

from __future__ import annotations

from typing import Any

from sim.city.city import City
from sim.dashboard.state.cities import city_named
from sim.dashboard.state.cues import hidden_outcomes, lanes_covered, maps_covered, may_choose
from sim.dashboard.state.names import plate
from sim.dashboard.state.scene import Scene
from sim.dashboard.state.steps import place_of
from sim.dashboard.state.view_state import ViewState
from sim.dashboard.views.credit import credit
from sim.dashboard.views.overlay import overlay
from sim.dashboard.views.values import least, shown
from sim.dashboard.work.simulation import MAPPED, NO_CHANGE, CityEventRecord, RunResult
from sim.debate.debate import OPENED
from sim.locale.catalogue import LANGUAGES, known, translate, words
from sim.outcomes import FIRST_SEVEN, OUTCOMES, Outcome
from sim.parameters import LEVERS

POLES = ("A", "B")
ANALYSIS_ONLY = ("spend", "reported", "disorder", "deficit")
"""Kept for analysis: not offered in the page's menus."""
CHOICES = tuple(name for name in OUTCOMES if name not in ANALYSIS_ONLY)
FINE_BELOW = 20.0  # an outcome whose whole axis is shorter than this is written with a decimal


def stage(state: ViewState) -> dict[str, Any]:
    """Return everything the charts need except numbers and geometry."""
    scene = state.scene
    return {
        "language": scene.language,
        "theme": scene.theme,
        "words": words("stage", scene.language) | {"events": words("event", scene.language)},
        **_offered(scene),
        **_player(state),
        "letters": list(scene.letters),
        "plates": {letter: plate(scene, letter) for letter in scene.letters},
        "swapped": scene.swapped,
        "difference": scene.difference and len(scene.letters) == len(POLES),
        "zoom": scene.zoom,
        "runs": state.runs,
        "curtain": scene.covered,
        "maps_covered": maps_covered(scene),
        "lanes_covered": lanes_covered(scene),
        "hidden": list(hidden_outcomes(scene)),
        "overlay": overlay(scene),
        "card": _card(state),
        "kind": _kind(scene),
        "large": scene.large,
        "debate": scene.mode == "debate",
        "reveal": reveals(scene),
        "credit": credit(scene),
        "near": translate("understand-near", scene.language) if OUTCOMES[scene.focus].definitional else "",
    }


def _offered(scene: Scene) -> dict[str, Any]:
    """Return the outcomes shown, and those that charts and maps could show."""
    return {
        "outcomes": {
            name: _outcome(OUTCOMES[name], scene.language)
            for name in {*shown_outcomes(scene), scene.map_outcome}
        },
        "choices": _choices(scene, CHOICES, scene.focus),
        "map_choices": _choices(scene, MAPPED, scene.map_outcome),
        "focus": scene.focus,
        "tiles": list(scene.tiles),
        "map_outcome": scene.map_outcome,
    }


def _choices(scene: Scene, names: tuple[str, ...], shown: str) -> list[dict[str, str]]:
    """Return what there is to choose from: the one ``shown``, and all that may be seen."""
    free = [name for name in names if name == shown or may_choose(scene, name)]
    return [{"id": name, "label": OUTCOMES[name].label.translate(scene.language)} for name in free]


def _player(state: ViewState) -> dict[str, Any]:
    """Return where the years stand and how they play."""
    return {
        "week": state.scene.week,
        "start": state.start,
        "playing": state.playing,
        "replay": state.replays,
        "speed": state.speed,
        "year_steps": state.calm,
        "ahead": state.scene.mode != "debate",
    }


def reveals(scene: Scene) -> bool:
    """Return whether a stage gives the chart half of its place: at the steps of a debate that are about it."""
    return scene.mode == "debate" and place_of(scene).step.kind in (
        *OPENED,
        "question",
        "vote",
        "room",
        "past",
        "answer",
    )


def _kind(scene: Scene) -> str:
    if not scene.stage:
        return "page"
    return "large" if scene.large else "stage"


def _card(state: ViewState) -> str:
    """Return the lever moved last, "Police presence and penalties 30 → 55", for a stage with its maps."""
    scene, lever = state.scene, LEVERS.get(state.moved)
    if lever is None or scene.large or state.moved not in scene.changes.get(scene.letter, {}):
        return ""
    values = (scene.base(scene.letter).levers[state.moved], scene.levers(scene.letter)[state.moved])
    before, after = (shown(lever, value, scene.language) for value in values)
    return f"{scene.letter} · {lever.title.translate(scene.language)} {before} → {after}"


def shown_outcomes(scene: Scene) -> tuple[str, ...]:
    """Return the outcomes whose series the browser needs: focus, tiles, and the lanes' people in the street."""
    return tuple(dict.fromkeys((scene.focus, *scene.tiles, "active")))


def _outcome(outcome: Outcome, language: str) -> dict[str, Any]:
    low, high = outcome.axis
    return {
        "id": outcome.id,
        "label": outcome.label.translate(language),
        "unit": outcome.unit_word.translate(language),
        "scale": outcome.scale,
        "axis": [low, high],
        "digits": 1 if (high - low) * outcome.scale <= FINE_BELOW else 0,
        "material": outcome.material,
        "least": least(outcome, language),
    }


def geometry(scene: Scene) -> dict[str, Any]:
    """Return the map of the scene's city; sent once per city and language."""
    return geometry_of(city_named(scene.city), scene.language)


def geometry_of(city: City, language: str) -> dict[str, Any]:
    """Return the city's map in the unit box."""
    population = city.population
    total = float(population.sum())
    shares = population / total if total == total else population * 0 + 1 / city.districts
    return {
        "polygons": [[ring.round(4).ravel().tolist() for ring in rings] for rings in city.polygons],
        "centroids": city.centroids.round(4).tolist(),
        "names": list(city.names),
        "population": [round(float(share), 6) if share == share else 1 / city.districts for share in shares],
        "lines": [line.points.round(4).ravel().tolist() for line in city.lines],
        "landmarks": list(city.landmarks),
        "centre": list(city.centre) if city.centre else None,
        "centreWord": translate("stage-centre", language),
    }


def event_records(run_result: RunResult) -> list[dict[str, Any]]:
    """Return what happened in the compared cities, in every language: a frame outlives a change of it."""
    return [
        {
            "week": one.week,
            "city": one.letter,
            "kind": one.kind,
            **{language: _event_words(one, language) for language in LANGUAGES},
        }
        for one in run_result.event_records
        if one.letter != NO_CHANGE
    ]


def _event_words(one: CityEventRecord, language: str) -> str:
    """Return the words of one event, or its kind where a mechanism of one's own has made it."""
    key = f"event-{one.kind}.happened"
    districts = one.details.get("districts", 0)
    return translate(key, language, districts=districts) if known(key) else one.kind


__all__ = ["FIRST_SEVEN", "event_records", "geometry", "shown_outcomes", "stage"]
