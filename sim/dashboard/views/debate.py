"""The moderator's side of the debate: what to say, the present and the next step, the vote, the room's city."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sim.dashboard.state.debates import debate_named, offered
from sim.dashboard.state.poles import GROUPS, position_of
from sim.dashboard.state.scene import Scene
from sim.dashboard.state.steps import Place, neighbour, place_of, places
from sim.dashboard.state.view_state import ViewState
from sim.debate.cards import step_name
from sim.debate.debate import SPLIT, Cue
from sim.locale.catalogue import known, translate, words


def debate(state: ViewState) -> dict[str, Any]:
    """Return what the moderator sees beside the charts."""
    scene, place = state.scene, place_of(state.scene)
    played, language = debate_named(scene.debate), scene.language
    walked = places(played)
    number = walked.index(place)
    return {
        "language": language,
        "words": words("debate", language),
        "debate": played.name,
        "debates": [_named(name, language) for name in offered()] if number == 0 else [],
        "cues": [cue.title.translate(language) for cue in played.cues],
        "at": place.at[0],
        "place": ".".join(map(str, place.at)),
        "say": _say(place, language),
        "steps": [step_name(one.step, language) for one in walked if one.at[0] == place.at[0]],
        "step": sum(one.at[0] == place.at[0] for one in walked[:number]),
        "next": _next(scene, place),
        "first": number == 0,
        "last": number == len(walked) - 1,
        "seconds": place.cue.seconds,
        "until": sum(cue.seconds for cue in played.cues[: place.at[0] + 1]),
        "total": played.seconds,
        "covered": scene.covered,
        "curtain": place.cue.reveals,
        "tally": _tally(scene) if place.step.kind == "vote" else None,
        "runs": state.runs,
        "room": question_blends(scene, "C") if place.step.kind == "room" and "C" in scene.bases else [],
        "open": state.levers_open,
    }


def _named(name: str, language: str) -> dict[str, str]:
    one = debate_named(name)
    minutes = translate("debate-minutes", language, n=max(1, round(one.seconds / 60)))
    return {"name": name, "label": f"{one.title.translate(language)} · {minutes}"}


def _say(place: Place, language: str) -> str:
    """Return what to say at a step: its own words, or those of the last step of the cue that has any."""
    steps = place.cue.steps[: place.at[1] + 1]
    return next((said for step in reversed(steps) if (said := step.say.translate(language))), "")


def _next(scene: Scene, place: Place) -> str:
    """Return what the next press does: a step of this cue, or the cue after it."""
    there = neighbour(scene, 1)
    if there == place:
        return ""
    named = step_name(there.step, scene.language)
    if there.at[0] == place.at[0]:
        return named
    return f"{there.cue.title.translate(scene.language)}\u00a0– {named}"


def _tally(scene: Scene) -> dict[str, Any]:
    cue, language = place_of(scene).cue, scene.language
    quick = [a for a in cue.ballot if a != "unknown"] + ([SPLIT] if cue.ballot[0] == "A" else [])
    counts = scene.tallies.get(cue.name, {})
    return {
        "cue": cue.name,
        "quick": [{"answer": a, "label": _answer(a, language), "chosen": list(counts) == [a]} for a in quick],
        "counted": [{"answer": a, "label": card_label(a, language)} for a in cue.ballot],
        "told": tell_tally(cue, counts, language),
    }


def tell_tally(cue: Cue, counts: Mapping[str, int], language: str) -> str:
    """Return what the room said at ``cue``: the one answer of a show of cards, or all counts."""
    told = counts_told(cue, counts, language)
    return translate("tally-told", language, answer=told) if told else ""


def counts_told(cue: Cue, counts: Mapping[str, int], language: str) -> str:
    """Return the answers that were given at ``cue``, with their counts where those were typed."""
    given = {answer: count for answer, count in counts.items() if answer in (*cue.ballot, SPLIT)}
    if not any(given.values()):
        return ""
    if len(given) == 1:
        return _answer(next(iter(given)), language)
    return ", ".join(f"{card_label(a, language)} {given[a]}" for a in cue.ballot if a in given)


def _answer(answer: str, language: str) -> str:
    if answer in ("A", "B"):
        return translate("answer-most", language, letter=answer)
    return translate(f"answer-{answer}", language)


def card_label(answer: str, language: str) -> str:
    """Return what a card held up says: its letter, "same", "don't know", or a place."""
    if answer in ("A", "B"):
        return answer
    shorter = f"answer-{answer}.card"
    return translate(shorter, language) if known(shorter) else _answer(answer, language)


def question_blends(scene: Scene, letter: str) -> list[dict[str, Any]]:
    """Return, for each of the four questions, where a city lies between the two named ones."""
    levers = scene.levers(letter)
    return [
        {
            "group": group,
            "label": translate(f"question-{group}", scene.language),
            "position": round(position_of(levers, group), 4),
        }
        for group in GROUPS
    ]
