"""The model map: levers, the mechanisms in the order of the week, outcomes, and what flows between them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sim.dashboard.state.view_state import ViewState
from sim.dashboard.views.dialog import Content, Found, Panel
from sim.dashboard.views.stage import CHOICES
from sim.locale.catalogue import FALLBACK, translate, words
from sim.model.flow import Flow, Node, chain, flows, path
from sim.model.schedule import ORDER
from sim.outcomes import OUTCOMES
from sim.parameters import COLUMNS, DECLARATIONS, LEVERS

WIDTH, HEIGHT = 1160, 800
EDGE = 8
LEVER_X, BOX_LEFT, BOX_RIGHT, OUTCOME_X = 300, 455, 705, 850
BOX_HEIGHT = 28
BEND = 14
"""How far an arc between mechanisms swings out, a step of the week, in units of the drawing."""


def _rows(names: Sequence[str]) -> dict[str, float]:
    """Return the height of the middle of each row, the rows spread over the whole drawing."""
    step = (HEIGHT - 2 * EDGE) / len(names)
    return {name: EDGE + (number + 0.5) * step for number, name in enumerate(names)}


HEIGHTS: dict[Node, float] = {
    **{("lever", name): y for name, y in _rows(list(LEVERS)).items()},
    **{("mechanism", name): y for name, y in _rows([one.name for one in ORDER]).items()},
    **{("outcome", name): y for name, y in _rows(CHOICES).items()},
}


def drawn_flows() -> tuple[Flow, ...]:
    """Return the flows that the map has both ends of."""
    return tuple(one for one in flows() if one.source in HEIGHTS and one.target in HEIGHTS)


def _content(state: ViewState, found: Found) -> Content:
    language, (lever, outcome) = state.scene.language, state.lit
    way = path(lever, outcome) if lever and outcome else ()
    return {
        "words": words("lab", language),
        "box": {"width": WIDTH, "height": HEIGHT},
        "nodes": [_node(node, language) for node in HEIGHTS],
        "flows": [_drawn(one, one in way) for one in drawn_flows()],
        "lit": sorted({f"{kind}:{name}" for one in way for kind, name in (one.source, one.target)}),
        "lever": lever,
        "outcome": outcome,
        "levers": [{"value": name, "label": one.title.translate(language)} for name, one in LEVERS.items()],
        "outcomes": [{"value": one, "label": OUTCOMES[one].label.translate(language)} for one in CHOICES],
        "way": _told(chain(way), language) if way else [],
        "none": translate("lab-no_way", language) if lever and outcome and not way else "",
    }


def title_of(node: Node, language: str) -> str:
    """Return what a lever, a mechanism or an outcome is called."""
    kind, name = node
    if kind == "lever":
        return LEVERS[name].title.translate(language)
    if kind == "outcome":
        return OUTCOMES[name].label.translate(language)
    return DECLARATIONS[name].title.translate(language)


def _node(node: Node, language: str) -> dict[str, Any]:
    kind, name = node
    opens = {
        "lever": {"do": "look_up", "name": name},
        "mechanism": {"do": "mechanism", "name": name},
        "outcome": {"do": "define", "outcome": name},
    }
    at = {"lever": LEVER_X, "mechanism": BOX_LEFT, "outcome": OUTCOME_X}
    return {
        "key": f"{kind}:{name}",
        "kind": kind,
        "label": title_of(node, language),
        "x": at[kind],
        "y": round(HEIGHTS[node], 1),
        "wide": BOX_RIGHT - BOX_LEFT,
        "high": BOX_HEIGHT,
        "opens": opens[kind],
    }


def _drawn(flow: Flow, lit: bool) -> dict[str, Any]:
    return {
        "from": ":".join(flow.source),
        "to": ":".join(flow.target),
        "next": flow.next_week,
        "lit": lit,
        "line": _line(flow),
    }


def _line(flow: Flow) -> str:
    """Return an arrow as SVG: arcs of the same week swing out to the right, those into the next to the left."""
    y, z = (round(HEIGHTS[node], 1) for node in (flow.source, flow.target))
    if flow.source[0] == flow.target[0]:
        x = BOX_LEFT if flow.next_week else BOX_RIGHT
        out = min(120.0, BEND + 0.22 * abs(z - y)) * (-1 if flow.next_week else 1)
        return f"M{x} {y} C{x + out:.0f} {y} {x + out:.0f} {z} {x} {z}"
    x = LEVER_X + 6 if flow.source[0] == "lever" else BOX_RIGHT
    w = OUTCOME_X - 6 if flow.target[0] == "outcome" else BOX_LEFT
    return f"M{x} {y} C{(x + w) / 2:.0f} {y} {(x + w) / 2:.0f} {z} {w} {z}"


def _told(way: tuple[Flow, ...], language: str) -> list[dict[str, str]]:
    """Return one of the lit ways in words: each thing reached, and what is handed on to it."""
    start = {"label": title_of(way[0].source, language), "carries": ""}
    return [
        start,
        *({"label": title_of(one.target, language), "carries": _carried(one, language)} for one in way),
    ]


def _carried(flow: Flow, language: str) -> str:
    """Return the columns handed on; what they mean is declared in English alone."""
    meant = {name: f" ({COLUMNS[name].meaning})" if language == FALLBACK else "" for name in flow.columns}
    return ", ".join(f"{name}{said}" for name, said in meant.items())


PANEL = Panel(_content, "panel-title-model_map", doors={"understand": 5}, full=True)
