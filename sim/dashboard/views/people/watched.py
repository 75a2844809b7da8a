"""One resident week by week: every state in every city, and why they acted, spoke or shared in one week."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from sim.dashboard.state.cities import city_named
from sim.dashboard.state.names import name_of
from sim.dashboard.state.people import People
from sim.dashboard.state.scene import Scene
from sim.dashboard.views.diary import Person, introduced
from sim.dashboard.views.people.axis import axis_of
from sim.dashboard.views.people.parts import parts
from sim.dashboard.views.values import years
from sim.dashboard.work.residents import STATES, Residents
from sim.locale.catalogue import translate
from sim.locale.numbers import number
from sim.model.decisions import Acting, Moment, acting, sharing, speaking

DIGITS = 3
TERMS = ("grievance", "feel", "cost", "weariness", "urge", "threshold")

Rows = list[dict[str, Any]]


def watched(scene: Scene, people: People, residents: Residents, year: int) -> dict[str, Any]:
    """Return the chosen state over all weeks, every state in one week, and the terms of that week's decisions."""
    language, letters = scene.language, list(residents.weeks)
    weeks = len(residents.weeks[letters[0]]) - 1
    week = min(people.week, weeks)
    axis = axis_of(people.state, residents)
    lines = [
        {"letter": letter, "points": axis.places(values[:, STATES.index(people.state)]).tolist()}
        for letter, values in residents.weeks.items()
    ]
    return {
        "who": introduced(_person(scene, residents), language),
        "week": week,
        "weeks": weeks,
        "when": translate("people-week", language, week=week, years=years(week, language)),
        "ends": axis.ends(language),
        "letters": letters,
        "names": [name_of(scene, letter) for letter in letters],
        "lines": lines,
        "states": _states(residents, week, language),
        "reasons": [_reasons(scene, residents, letter, week) for letter in letters],
        "acted": _acted(residents),
        "parts": parts({letter: kept[week - 1] for letter, kept in residents.own_parts.items()}, language),
    }


def _person(scene: Scene, residents: Residents) -> Person:
    row, letter = residents.row, next(iter(residents.years))
    opinion = float(residents.state(letter, "opinion", 0)[row])
    district = city_named(scene.city).names[int(residents.district[row])]
    return Person(district, int(residents.hardship_group[row]), opinion)


def _states(residents: Residents, week: int, language: str) -> Rows:
    rows = []
    for place, name in enumerate(STATES):
        axis = axis_of(name, residents)
        values = [axis.written(float(kept[week, place]), language) for kept in residents.weeks.values()]
        rows.append({"name": name, "label": translate(f"state-{name}", language), "values": values})
    return rows


def _acted(residents: Residents) -> list[int]:
    """Return the weeks in which the resident went into the street in any city, at most one step of each spell."""
    place = STATES.index("acting")
    out = np.any([kept[1:, place] > 0 for kept in residents.weeks.values()], axis=0)
    return [int(week) + 1 for week in np.flatnonzero(out)]


def _reasons(scene: Scene, residents: Residents, letter: str, week: int) -> dict[str, Any]:
    """Return the terms of one city's week, and what followed from them; nothing of a mechanism that is off."""
    moment, language = residents.moments[letter][week - 1], scene.language
    said: dict[str, Any] = {"letter": letter, "name": name_of(scene, letter), "terms": [], "verdict": ""}
    if "mobilisation" in scene.off:
        said["verdict"] = translate("people-why-off", language)
    else:
        terms = acting(moment)
        said["terms"] = [
            {
                "name": name,
                "label": translate(f"people-term-{name}", language),
                "value": number(getattr(terms, name), language, DIGITS),
            }
            for name in TERMS
        ]
        said["verdict"] = _verdict(terms, moment, language)
    said["others"] = list(_others(scene, moment))
    return said


def _verdict(terms: Acting, moment: Moment, language: str) -> str:
    values = {
        "urge": number(terms.urge, language, DIGITS),
        "threshold": number(terms.threshold, language, DIGITS),
        "draw": number(terms.draw, language, DIGITS),
        "conversion": number(terms.conversion, language, DIGITS),
    }
    return translate(f"people-why-{_outcome(terms, moment)}", language, **values)


def _outcome(terms: Acting, moment: Moment) -> str:
    """Return the name of what the rule led to."""
    if moment.after["acting"] > 0:
        return "spark" if not terms.acts else "out_already" if terms.was_out else "goes"
    return "held" if not terms.free else "lets" if terms.wants else "stays"


def _others(scene: Scene, moment: Moment) -> Iterator[str]:
    """Yield why the resident spoke and shared, or not."""
    language = scene.language
    if "expression" not in scene.off:
        spoke = speaking(moment)
        key = "held" if not spoke.free else "spoke" if spoke.speaks else "silent"
        yield translate(f"people-speech-{key}", language, **_percent(spoke.chance, spoke.draw, language))
    if "consent" not in scene.off and moment.after["adopted"] > 0:
        shared = sharing(moment)
        key = (
            "forced"
            if shared.forced
            else "suffers"
            if shared.suffers
            else "unasked"
            if not shared.reconsiders
            else "default"
            if shared.keeps_default
            else "chose"
        )
        yield translate(f"people-sharing-{key}", language, **_percent(shared.chance, shared.draw, language))


def _percent(chance: float, draw: float, language: str) -> dict[str, str]:
    return {"chance": number(100 * chance, language), "draw": number(100 * draw, language)}
