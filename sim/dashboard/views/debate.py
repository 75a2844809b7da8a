"""The moderator's side of the debate: the cue list, what to say, the tally, the room's city."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sim.dashboard.state.cues import cue_of
from sim.dashboard.state.names import plate
from sim.dashboard.state.poles import GROUPS, position_of
from sim.dashboard.state.scene import Scene
from sim.dashboard.state.script import CUES as SCRIPT
from sim.dashboard.state.script import Cue
from sim.dashboard.state.view_state import ViewState
from sim.dashboard.views.values import position, shown
from sim.locale.catalogue import known, translate, words
from sim.parameters import LEVERS, SHARES, Parameter

DIFFERENCES_SHOWN = 2
TOLD_OF_DATA = 0.8


def debate(state: ViewState) -> dict[str, Any]:
    """Return what the moderator sees beside the charts."""
    scene, cue = state.scene, cue_of(state.scene)
    return {
        "language": scene.language,
        "words": words("debate", scene.language),
        "cues": [translate(f"cue-{one.name}", scene.language) for one in SCRIPT],
        "at": scene.cue,
        "say": translate(f"cue-{cue.name}.say", scene.language),
        "covered": scene.covered,
        "curtain": bool(cue.tally),
        "tally": _tally(scene) if cue.tally else None,
        "runs": state.runs,
        "horizons": [_horizon(years, scene.language) for years in cue.horizons],
        "room": question_blends(scene, "C") if cue.name == "room" and "C" in scene.bases else [],
        "open": state.levers_open,
    }


def _horizon(years: int, language: str) -> dict[str, Any]:
    return {"years": years, "label": translate("reveal-years", language, n=years)}


def _tally(scene: Scene) -> dict[str, Any]:
    cue = cue_of(scene)
    quick = [a for a in cue.tally if a != "unknown"] + (["split"] if cue.tally[0] == "A" else [])
    counts = scene.tallies.get(cue.name, {})
    return {
        "quick": [
            {"answer": a, "label": _answer(a, scene.language), "chosen": list(counts) == [a]} for a in quick
        ],
        "counted": [{"answer": a, "label": _card_label(a, scene.language)} for a in cue.tally],
        "told": tell_tally(cue, counts, scene.language),
    }


def tell_tally(cue: Cue, counts: Mapping[str, int], language: str) -> str:
    """Return what the room said at ``cue``: the one answer of a show of cards, or all counts."""
    given = {answer: count for answer, count in counts.items() if answer in (*cue.tally, "split")}
    if not any(given.values()):
        return ""
    if len(given) == 1:
        told = _answer(next(iter(given)), language)
    else:
        told = ", ".join(f"{_card_label(a, language)} {given[a]}" for a in cue.tally if a in given)
    return translate("tally-told", language, answer=told)


def _answer(answer: str, language: str) -> str:
    if answer in ("A", "B"):
        return translate("answer-most", language, letter=answer)
    return translate(f"answer-{answer}", language)


def _card_label(answer: str, language: str) -> str:
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


def overlay(scene: Scene) -> dict[str, Any] | None:
    """Return what lies over the charts at this cue: the question, or the two cards of four rows.

    A ``tally``, what the room said, lies over nothing: a stage writes it where the sentence will be.
    """
    if scene.mode != "debate":
        return None
    cue = cue_of(scene)
    name = cue.name
    if told := tell_tally(cue, scene.tallies.get(name, {}), scene.language):
        return {"kind": "tally", "text": told}
    if name == "question":
        return {"kind": "question", "text": translate("bar-question", scene.language)}
    if name == "fork":
        return {"kind": "cards", "cards": [_card(scene, letter) for letter in ("A", "B")]}
    return None


def _card(scene: Scene, letter: str) -> dict[str, Any]:
    rows = [
        {
            "label": translate(f"question-{group}", scene.language),
            "text": _holders(scene, letter) if group == "data" else _differences(scene, letter, group),
        }
        for group in GROUPS
    ]
    named = plate(scene, letter)
    return {"letter": letter, "title": named["name"], "note": named["note"], "rows": rows}


def _holders(scene: Scene, letter: str) -> str:
    """Return who holds most of the data, the largest first, until it is `TOLD_OF_DATA`; then the consent."""
    own, language = scene.levers(letter), scene.language
    shares = {name: float(own[name]) for name in SHARES["own"]}
    total, told = sum(shares.values()), 0.0
    names: list[str] = []
    for name in sorted(shares, key=lambda holder: shares[holder], reverse=True):
        if told < TOLD_OF_DATA * total:
            title = LEVERS[name].title.translate(language)
            title = title[:1].lower() + title[1:] if names else title
            names.append(f"{title} {shown(LEVERS[name], shares[name] / total, language)}")
            told += shares[name]
    consent, colon = LEVERS["consent"], translate("stage-colon", language)
    agreed = f"{consent.title.translate(language)}{colon} {shown(consent, own['consent'], language)}"
    return f"{', '.join(names)}\u00a0· {agreed}"


def _differences(scene: Scene, letter: str, group: str) -> str:
    """Return the levers of a question in which the two cities differ most, as this city has them."""
    a, b = scene.levers("A"), scene.levers("B")

    def apart(lever: Parameter) -> float:
        return abs(position(lever, a[lever.name]) - position(lever, b[lever.name]))

    numeric = [p for p in LEVERS.values() if p.group == group and _is_number(p, a[p.name], b[p.name])]
    told = sorted(numeric, key=apart, reverse=True)[:DIFFERENCES_SHOWN]
    own = scene.levers(letter)
    return ", ".join(
        f"{p.title.translate(scene.language)} {shown(p, own[p.name], scene.language)}" for p in told
    )


def _is_number(lever: Parameter, *values: object) -> bool:
    return lever.kind == "number" and not any(isinstance(value, str) for value in values)
