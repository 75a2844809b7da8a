"""One resident's years in the cities, side by side."""

from __future__ import annotations

from typing import Any

from sim.dashboard.state.names import name_of
from sim.dashboard.state.scene import Scene
from sim.dashboard.state.view_state import ViewState
from sim.dashboard.views.dialog import Content, Found, Panel
from sim.dashboard.views.diary import RESIDENTS, Year, sentences
from sim.locale.catalogue import translate, words
from sim.locale.numbers import number


def resident(scene: Scene, diary: dict[str, list[Year]] | None) -> dict[str, Any]:
    """Return one resident's years in the cities, in sentences and as a line over the middle half."""
    columns = [
        {
            "letter": letter,
            "name": name_of(scene, letter),
            "years": sentences(diary[letter], scene.language),
            "line": [round(year.wellbeing, 3) for year in diary[letter]],
            "low": [round(year.low, 3) for year in diary[letter]],
            "high": [round(year.high, 3) for year in diary[letter]],
        }
        for letter in scene.letters
        if diary and letter in diary
    ]
    drawn = translate("diary-drawn", scene.language, residents=number(RESIDENTS, scene.language))
    return {
        "diary": words("diary", scene.language) | {"drawn": drawn},
        "columns": columns,
        "drawn": scene.resident >= 0,
    }


def _content(state: ViewState, found: Found) -> Content:
    return resident(state.scene, found.diary)


PANEL = Panel(
    _content,
    "panel-title-resident",
    doors={"more": 1, "understand": 3},
    label="shared-resident",
    opens={"do": "resident", "keep": True},
    for_the_room=True,
    wide=True,
)
