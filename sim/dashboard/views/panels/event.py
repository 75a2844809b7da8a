"""An event to let loose, and those that are."""

from __future__ import annotations

from collections.abc import Mapping

from sim.dashboard.desk import Desk
from sim.dashboard.messages import in_language, said
from sim.dashboard.messages.time import EVENT_HELP, EVENTS, TIME
from sim.dashboard.messages.time import PANEL as WORDS
from sim.dashboard.names import name_of
from sim.dashboard.panel import Content, Found, Panel
from sim.dashboard.source import WEEKS
from sim.parameters import Value

INJECTED = ("breach", "outage", "spark", "budget_cut", "new_technology")
"""What the event button offers; a reform is a lever moved."""


def _content(desk: Desk, found: Found) -> Content:
    scene, language = desk.scene, desk.scene.language
    week = 0 if scene.week >= WEEKS else scene.week
    words = said(WORDS, language)
    when = in_language(TIME["week"], language).format(n=week)
    cities = {"all": words["event_all"]} | {letter: name_of(scene, letter) for letter in scene.letters}
    return {
        "words": words,
        "when": words["event_when"].format(when=when) if scene.week < WEEKS else words["event_first"],
        "week": week,
        "cities": [{"name": name, "label": label} for name, label in cities.items()],
        "kinds": [
            {
                "kind": kind,
                "label": in_language(EVENTS[kind], language),
                "help": in_language(EVENT_HELP[kind], language),
            }
            for kind in INJECTED
        ],
        "listed": [
            {"index": index, "label": _told(event, cities, language)}
            for index, event in enumerate(scene.events)
        ],
    }


def _told(event: Mapping[str, Value], cities: Mapping[str, str], language: str) -> str:
    kind, city = str(event["kind"]), str(event["city"])
    week = in_language(TIME["week"], language).format(n=event["week"])
    return f"{in_language(EVENTS[kind], language)}, {week}, {cities.get(city, city)}"


PANEL = Panel(WORDS["event_title"], _content)
