"""What an outcome measures, in words and exactly."""

from __future__ import annotations

from sim.dashboard.state.view_state import ViewState
from sim.dashboard.views.dialog import Content, Found, Panel
from sim.locale.catalogue import translate, words
from sim.outcomes import OUTCOMES


def _content(state: ViewState, found: Found) -> Content:
    outcome, language = OUTCOMES[state.defined], state.scene.language
    return {
        "title": outcome.label.translate(language),
        "words": words("panel", language),
        "outcome": {
            "help": outcome.help.translate(language),
            "exact": outcome.definition.translate(language),
            "unit": outcome.unit_word.translate(language),
            "word": outcome.word.translate(language),
            "direction": translate(f"direction-{outcome.direction or 'none'}", language),
            "definitional": translate("define-definitional", language) if outcome.definitional else "",
        },
    }


PANEL = Panel(_content, "", for_the_room=True)
