"""An own city: files to pick, and the screen on which everything read of them is checked."""

from __future__ import annotations

from typing import Any

from sim.dashboard.state import cities
from sim.dashboard.state.own_files import SLOTS, Slot
from sim.dashboard.state.view_state import ViewState
from sim.dashboard.views.dialog import Content, Found, Panel
from sim.dashboard.views.own_check import checked
from sim.locale.catalogue import translate, words


def _content(state: ViewState, found: Found) -> Content:
    language, own = state.scene.language, found.own
    return {
        "words": words("own", language),
        "colon": translate("stage-colon", language),
        "language": language,
        "offered": cities.PICKS,
        "slots": [_slot(slot, own.name_in(slot.name), language) for slot in SLOTS.values()],
        "busy": own.busy,
        "refused": own.refused.translate(language) if own.refused else "",
        "checked": checked(own.check, language) if own.check is not None and own.check.file else None,
    }


def _slot(slot: Slot, name: str, language: str) -> dict[str, Any]:
    most = max(slot.most.values())
    endings = ", ".join(ending.lstrip(".").upper() for ending in slot.most)
    return {
        "name": slot.name,
        "label": translate(f"own-slot-{slot.name}", language),
        "help": translate(f"own-slot-{slot.name}.help", language, endings=endings, most=most // 1_000_000),
        "accept": ",".join(slot.most),
        "most": dict(slot.most),
        "file": name,
    }


PANEL = Panel(_content, "panel-title-own_city", doors={"more": 4}, label="own-door", full=True)
