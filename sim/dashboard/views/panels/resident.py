"""One resident's years in the cities, side by side."""

from __future__ import annotations

from typing import Any

from sim.dashboard.desk import Desk
from sim.dashboard.diary import RESIDENTS, Year, told
from sim.dashboard.messages import said
from sim.dashboard.messages.diary import DIARY
from sim.dashboard.names import name_of
from sim.dashboard.panel import Content, Found, Panel
from sim.dashboard.scene import Scene
from sim.dashboard.views.values import number
from sim.parameters import Text


def resident(scene: Scene, diary: dict[str, list[Year]] | None) -> dict[str, Any]:
    """Return one resident's years in the cities, in sentences and as a line over the middle half."""
    columns = [
        {
            "letter": letter,
            "name": name_of(scene, letter),
            "years": told(diary[letter], scene.language),
            "line": [round(year.wellbeing, 3) for year in diary[letter]],
            "low": [round(year.low, 3) for year in diary[letter]],
            "high": [round(year.high, 3) for year in diary[letter]],
        }
        for letter in scene.letters
        if diary and letter in diary
    ]
    words = said(DIARY, scene.language)
    words["drawn"] = words["drawn"].format(residents=number(RESIDENTS, scene.language))
    return {"diary": words, "columns": columns, "drawn": scene.resident >= 0}


def _title(desk: Desk) -> Text:
    return DIARY["title" if len(desk.scene.letters) < 3 else "title_three"]


def _content(desk: Desk, found: Found) -> Content:
    return resident(desk.scene, found.diary)


PANEL = Panel(
    DIARY["title"],
    _content,
    title=_title,
    doors={"more": 1, "understand": 3},
    opens={"do": "resident", "keep": True},
    for_the_room=True,
    wide=True,
)
