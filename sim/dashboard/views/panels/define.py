"""What a dial measures, in words and exactly."""

from __future__ import annotations

from sim.dashboard.desk import Desk
from sim.dashboard.messages import in_language, said
from sim.dashboard.messages.time import PANEL as WORDS
from sim.dashboard.panel import Content, Found, Panel
from sim.dials import DIALS, UNITS, Dial
from sim.parameters import Text


def _dial(desk: Desk) -> Dial:
    """Return the dial asked about; the one in the chart if none was."""
    return DIALS[desk.defined or desk.scene.focus]


def _title(desk: Desk) -> Text:
    return _dial(desk).label


def _content(desk: Desk, found: Found) -> Content:
    dial, language = _dial(desk), desk.scene.language
    words = said(WORDS, language)
    return {
        "words": words,
        "dial": {
            "help": in_language(dial.help, language),
            "exact": in_language(dial.definition, language),
            "unit": in_language(UNITS[dial.unit], language),
            "word": in_language(dial.word, language),
            "direction": words[f"direction_{dial.direction or 'none'}"],
            "definitional": words["definitional"] if dial.definitional else "",
        },
    }


PANEL = Panel(WORDS["define_title"], _content, title=_title, for_the_room=True)
