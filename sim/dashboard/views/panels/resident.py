"""One resident's life in the cities, side by side."""

from __future__ import annotations

from typing import Any

from sim.dashboard.state.names import name_of
from sim.dashboard.state.scene import Scene
from sim.dashboard.state.view_state import ViewState
from sim.dashboard.views.dialog import Content, Found, Panel
from sim.dashboard.views.diary import Diary, introduced, sentences
from sim.dashboard.work.residents import RESIDENTS
from sim.locale.catalogue import translate, words
from sim.locale.numbers import number


def resident(scene: Scene, diary: Diary | None) -> dict[str, Any]:
    """Return one resident's life in the cities, in sentences and as a line over the middle half.

    A diary of somebody else, or of other cities, is ``veiled`` until the one asked for is there.
    """
    columns = [_column(scene, letter, diary) for letter in scene.letters if diary and letter in diary.lives]
    drawn = translate("diary-drawn", scene.language, residents=number(RESIDENTS, scene.language))
    veiled = diary is None or diary.number != scene.resident or diary.spec != scene.spec()
    return {
        "diary": words("diary", scene.language) | {"drawn": drawn},
        "who": introduced(diary.person, scene.language) if diary else "",
        "columns": columns,
        "drawn": scene.resident >= 0,
        "veiled": veiled,
    }


def _column(scene: Scene, letter: str, diary: Diary) -> dict[str, Any]:
    years = diary.lives[letter].years
    return {
        "letter": letter,
        "name": name_of(scene, letter),
        "told": sentences(diary.lives[letter], scene.language),
        "line": [round(year["wellbeing"], 3) for year in years],
        "low": [round(year["low"], 3) for year in years],
        "high": [round(year["high"], 3) for year in years],
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
    tells="wellbeing",
)
