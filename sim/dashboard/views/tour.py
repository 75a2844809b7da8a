"""A tour beside the charts: its question and the visitor's prediction, then what is to be seen, tried and read."""

from __future__ import annotations

from typing import Any

from sim.dashboard.state.names import name_of
from sim.dashboard.state.scene import Scene
from sim.dashboard.state.tour_stops import committed, tour_of
from sim.dashboard.views.exports import lines_of_receipt
from sim.dashboard.views.values import shown
from sim.dashboard.work.paired import Paired
from sim.debate.debate import BALLOTS
from sim.debate.tours import STOPS, Tour, list_tours, shipped_tour
from sim.locale.catalogue import translate
from sim.outcomes import OUTCOMES
from sim.parameters import LEVERS

BALLOT = BALLOTS["cities"]


def offered_tours(language: str) -> list[dict[str, str]]:
    """Return the tours to choose from."""
    return [{"name": name, "label": shipped_tour(name).title.translate(language)} for name in list_tours()]


def tour(scene: Scene, paired: Paired | None) -> dict[str, Any] | None:
    """Return the stop of the tour where ``scene`` stands, None where it is on no tour."""
    taken, language = tour_of(scene), scene.language
    if taken is None:
        return None
    stop = STOPS[scene.stop]
    return {
        "name": taken.name,
        "title": taken.title.translate(language),
        "question": taken.question.translate(language),
        "ask": taken.ask.translate(language),
        "stop": scene.stop,
        "stops": [translate(f"stop-{one}", language) for one in STOPS],
        "first": stop == "question",
        "answers": [{"answer": one, "label": _answer(scene, one)} for one in BALLOT],
        "said": scene.predictions.get(taken.name, ""),
        "committed": committed(scene),
        "lines": _lines(taken, stop, language),
        "told": _told(scene, paired) if stop == "reveal" else "",
        "collect": _collect(taken, scene, paired) if stop == "reveal" else None,
        "works": list(taken.reading) if stop == "reading" else [],
        "cities": [_city(scene, letter) for letter in scene.letters],
    }


def _answer(scene: Scene, answer: str) -> str:
    return (
        name_of(scene, answer) if answer in scene.letters else translate(f"answer-{answer}", scene.language)
    )


def _city(scene: Scene, letter: str) -> dict[str, str]:
    """Return from what a city starts, and the levers that differ from it."""
    language, levers = scene.language, scene.levers(letter)
    moved = [
        f"{LEVERS[name].title.translate(language)} {shown(LEVERS[name], levers[name], language)}"
        for name in scene.changes.get(letter, {})
    ]
    start = scene.base(letter).title.translate(language)
    return {"letter": letter, "name": " · ".join([start, *moved])}


def _lines(taken: Tour, stop: str, language: str) -> list[str]:
    """Return what a stop says, line by line."""
    said = {
        "reveal": (taken.reveal,),
        "notice": taken.notice,
        "try": taken.tries,
        "cannot": (taken.cannot,),
    }
    return [line.translate(language) for line in said.get(stop, ())]


def _collect(taken: Tour, scene: Scene, paired: Paired | None) -> dict[str, Any] | None:
    """Return what goes onto the visitor's sheet: the question, what was predicted, what the runs gave; None before."""
    if paired is None:
        return None
    language = scene.language
    return {
        "name": f"tour-{taken.name}",
        "title": translate("essay-prediction", language, title=taken.title.translate(language)),
        "lines": [
            taken.question.translate(language),
            taken.ask.translate(language),
            _told(scene, paired),
            *lines_of_receipt(scene),
        ],
    }


def _told(scene: Scene, paired: Paired | None) -> str:
    """Return what was predicted beside what the paired runs gave: in how many of them which city is higher."""
    language, said = scene.language, scene.predictions.get(scene.tour, "")
    predicted = translate("lab-you_said", language, answer=_answer(scene, said)) if said else ""
    if paired is None:
        return f"{predicted} {translate('shared-waiting', language)}".strip()
    a, b = scene.letters[:2]
    gaps = paired.gaps(scene.focus, max(1, scene.week), a, b)
    higher = sum(gap > 0 for gap in gaps)
    if abs(sum(gaps) / len(gaps)) < OUTCOMES[scene.focus].material:
        found = translate("lab-runs_alike", language, n=len(gaps))
    else:
        letter, count = (a, higher) if higher * 2 >= len(gaps) else (b, len(gaps) - higher)
        found = translate("lab-runs_say", language, letter=letter, k=count, n=len(gaps))
    return f"{predicted} {found}".strip()
