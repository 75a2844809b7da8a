"""Which answer a page asks for, of which two cities: what is told beforehand, and what has to be computed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, NamedTuple

from sim.answers.beforehand import frontier_beforehand, name_of, told_beforehand
from sim.answers.effort import STANDARD
from sim.answers.question import HORIZONS, Question, ask
from sim.dashboard.state.answers import ANSWER_PANELS
from sim.dashboard.state.cities import city_named
from sim.dashboard.state.cues import chosen_axes, year_of
from sim.dashboard.state.letters import ROOM
from sim.dashboard.state.scene import Scene
from sim.dashboard.state.view_state import ViewState
from sim.dashboard.work.paired import RESIDENTS
from sim.outcomes import FIRST_SEVEN
from sim.runs.spec import CitySpec, RunSpec

Document = dict[str, Any]
FLIP, DISTRICT, CHOICE = (ANSWER_PANELS.index(name) + 1 for name in ("flip", "district", "choice"))


class Asked(NamedTuple):
    """The answer of a ``number`` to a ``question``; the ``room``'s city is a point of answer 6."""

    number: int
    question: Question
    room: tuple[CitySpec, ...] = ()

    @property
    def key(self) -> str:
        """What tells this from any other answer asked for."""
        room = [(city.levers, city.events) for city in self.room]
        return f"{self.number} {name_of(self.question, STANDARD)} {room}"


def asked_of(state: ViewState, number: int) -> Asked | None:
    """Return what the answer of ``number`` rests on, None while what it would show may not be seen yet."""
    scene = state.scene
    if scene.covered:
        return None
    spec = _pair(scene, number)
    locked = () if number == FLIP else tuple(scene.assumptions.items())
    if number == CHOICE:
        axes = chosen_axes(scene, state.axes)
        if axes is None:
            return None
        many = spec.under(range(spec.seed, spec.seed + STANDARD.seeds))
        return Asked(number, ask(many, axes, [year_of(scene)], locked), _room(scene))
    years = [year_of(scene)] if number == FLIP else HORIZONS
    return Asked(number, ask(spec, [scene.focus], years, locked))


def known_beforehand(asked: Asked) -> Document | None:
    """Return the document that was computed beforehand, if it has this answer; the room's city is not in it."""
    question = asked.question
    if asked.number == CHOICE:
        return frontier_beforehand(question)
    if asked.number == DISTRICT or question.outcomes[0] not in FIRST_SEVEN:
        return None
    return told_beforehand(replace(question, outcomes=FIRST_SEVEN, horizons=HORIZONS))


def _pair(scene: Scene, number: int) -> RunSpec:
    """Return the two cities under seed 1, called as their scenarios are: what is told beforehand knows them so.

    What would flip it is asked from the chosen set on, so that an assumption can be moved to the flip and back.
    """
    spec = scene.spec(None if number != FLIP else scene.change(assumptions={}).assumed)
    names = [scene.bases[city.label] for city in spec.cities[:2]]
    if names[0] == names[1]:
        names = [city.label for city in spec.cities[:2]]
    cities = (city._replace(label=name, name=name) for city, name in zip(spec.cities[:2], names, strict=True))
    return replace(spec, cities=tuple(cities), city=city_named(scene.city), residents=RESIDENTS, seeds=(1,))


def _room(scene: Scene) -> tuple[CitySpec, ...]:
    return tuple(city for city in scene.spec().cities if city.label == ROOM)
