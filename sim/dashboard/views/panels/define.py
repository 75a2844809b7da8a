"""What an outcome measures, in words and exactly."""

from __future__ import annotations

from sim.dashboard.state.view_state import ViewState
from sim.dashboard.views.dialog import Content, Found, Panel
from sim.locale.catalogue import translate, words
from sim.outcomes import OUTCOMES


def _content(state: ViewState, found: Found) -> Content:
    dial, language = OUTCOMES[state.defined], state.scene.language
    return {
        "title": dial.label.translate(language),
        "words": words("panel", language),
        "dial": {
            "help": dial.help.translate(language),
            "exact": dial.definition.translate(language),
            "unit": dial.unit_word.translate(language),
            "word": dial.word.translate(language),
            "direction": translate(f"direction-{dial.direction or 'none'}", language),
            "definitional": translate("define-definitional", language) if dial.definitional else "",
        },
    }


PANEL = Panel(_content, "", for_the_room=True)
