"""A teacher's page: lesson plans, worksheets, links to a tour's step, and how many this machine holds."""

from __future__ import annotations

import json
import os
from functools import cache
from pathlib import Path
from typing import Any

from sim.dashboard.state.lesson import SERVED
from sim.dashboard.state.links import write_typed
from sim.dashboard.state.view_state import ViewState
from sim.dashboard.views.dialog import Content, Found, Panel
from sim.dashboard.views.tour import offered_tours
from sim.dashboard.work.sessions import SEATS
from sim.debate.tours import STOPS, shipped_tour
from sim.debate.worksheet import worksheet
from sim.locale.catalogue import translate, words
from sim.locale.numbers import number

PLANS = {
    "short": (("start", 5), ("read", 8), ("predict", 7), ("tour", 12), ("talk", 8), ("close", 5)),
    "long": (
        *(("start", 5), ("read", 10), ("predict", 10), ("tour", 15), ("second", 20)),
        *(("residents", 10), ("essay", 15), ("close", 5)),
    ),
}
"""The steps of a lesson of 45 and of 90 minutes, with their minutes."""
MEASURED = Path(__file__).with_name("classroom.json")
"""What `python -m benchmarks.classroom` measured last."""


def _content(state: ViewState, found: Found) -> Content:
    language, lesson = state.scene.language, state.lesson
    return {
        "words": words("class", language),
        "plans": [_plan(name, language) for name in PLANS],
        "tours": offered_tours(language),
        "tour": lesson.tour,
        "stops": [
            {"value": at, "label": f"{at + 1}. {translate(f'stop-{stop}', language)}"}
            for at, stop in enumerate(STOPS)
        ],
        "stop": lesson.stop,
        "link": write_typed(lesson.tour, lesson.stop),
        "worksheet": worksheet(shipped_tour(lesson.tour), language),
        "address": SERVED.address,
        "seats": _seats(language),
        "measured": _measured(language),
    }


def _plan(name: str, language: str) -> dict[str, Any]:
    steps = PLANS[name]
    total = sum(minutes for _, minutes in steps)
    return {
        "title": translate("class-plan_title", language, minutes=total),
        "steps": [
            {
                "minutes": translate("class-minutes", language, minutes=minutes),
                "text": translate(f"class-plan-{step}", language),
            }
            for step, minutes in steps
        ],
    }


def _seats(language: str) -> str:
    return translate(
        "class-seats", language, seats=SEATS.most, taken=SEATS.taken, processors=os.cpu_count() or 1
    )


def _measured(language: str) -> str:
    """Return what was measured of a class on the machine that it names, "" where nothing was."""
    kept = _kept()
    if not kept:
        return ""
    told = {key: number(kept[key], language, 1) for key in ("p95", "worst", "load")}
    return translate(
        "class-measured", language, sessions=kept["sessions"], processors=kept["processors"], **told
    )


@cache
def _kept() -> dict[str, Any]:
    if not MEASURED.is_file():
        return {}
    kept: dict[str, Any] = json.loads(MEASURED.read_text(encoding="utf-8"))
    return kept


PANEL = Panel(_content, "panel-title-classroom", doors={"understand": 9}, wide=True)
