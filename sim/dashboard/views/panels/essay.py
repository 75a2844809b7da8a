"""The essay sheet: what a student has collected. It lies in their browser; the page only says what can be added."""

from __future__ import annotations

from sim.dashboard.state.view_state import ViewState
from sim.dashboard.views.command import command_to_copy
from sim.dashboard.views.dialog import Content, Found, Panel
from sim.dashboard.views.exports import lines_of_receipt
from sim.dashboard.views.values import years
from sim.locale.catalogue import translate, words
from sim.outcomes import OUTCOMES


def _content(state: ViewState, found: Found) -> Content:
    scene, language = state.scene, state.scene.language
    return {
        "words": words("essay", language),
        "language": language,
        "caution": translate("shared-caution", language),
        "figure": {
            "title": translate(
                "essay-figure_title",
                language,
                outcome=OUTCOMES[scene.focus].label.translate(language),
                years=years(scene.week, language),
            ),
            "lines": [*lines_of_receipt(scene), command_to_copy(scene)["command"]],
        },
    }


PANEL = Panel(_content, "panel-title-essay", doors={"understand": 8}, wide=True)
