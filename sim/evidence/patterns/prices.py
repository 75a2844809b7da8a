"""The pattern of prices: every lever makes something better and something worse somewhere (P14)."""

from __future__ import annotations

from collections.abc import Mapping

from sim.evidence.patterns.fourteen import PRICED, Move, at_the_end, in_words, moves
from sim.evidence.patterns.row import Check, Row
from sim.evidence.patterns.setting import Setting
from sim.parameters import LEVERS, Parameter, Value
from sim.scenario.scenario import load_scenario

BASES = ("status-quo", "control")
EXCEPTIONS: Mapping[tuple[str, str], str] = {
    ("status-quo", "curator"): "without privacy noise it makes no difference where noise would be added",
    ("control", "curator"): "without privacy noise it makes no difference where noise would be added",
    (
        "status-quo",
        "personalisation",
    ): "it moves like-minded ties and the spread of opinions, where no side is better",
    (
        "control",
        "personalisation",
    ): "it moves like-minded ties and the spread of opinions, where no side is better",
}
"""Levers that show no price from a start, and why; each entry is checked to be needed."""
NOTE = (
    "Each lever is moved alone to the end of its explored range that lies farther from where it stands (a "
    "choice to each other option), with paired seeds, and read in the last year. A change counts beyond two "
    "standard errors and .004. A lever that only makes things better, or only worse, would be a rule that "
    "leans."
)


def pricing(setting: Setting) -> Row:
    """Measure P14: the outcomes that each lever moves, from the status quo and from control."""
    checks = [check for base in BASES for check in _from(setting, base)]
    return Row("P14", "Everything has a price", tuple(checks), (), NOTE)


def _from(setting: Setting, base: str) -> list[Check]:
    levers = load_scenario(base).levers
    changes = [(name, value) for name in _priced() for value in far_values(LEVERS[name], levers[name])]
    found = at_the_end(setting, base, [{name: value} for name, value in changes], f"P14 {base}")
    return [
        _check(base, name, levers[name], value, moves(found[0], after, PRICED))
        for (name, value), after in zip(changes, found[1:], strict=True)
    ]


def _priced() -> list[str]:
    return [name for name, lever in LEVERS.items() if lever.group != "politics"]


def far_values(lever: Parameter, value: Value) -> list[Value]:
    """Return where a lever is moved to: the farther end of what is explored, or every other option."""
    if lever.kind == "choice":
        return [option for option in lever.explored if option != value]
    low, high = (float(end) for end in lever.explored)
    if lever.unlimited:
        return [low] if value == lever.unlimited else [lever.unlimited]
    return [low if float(value) - low > high - float(value) else high]


def _check(base: str, name: str, before: Value, after: Value, found: list[Move]) -> Check:
    clear = [move for move in found if move.clear]
    better, worse = [m for m in clear if m.better], [m for m in clear if not m.better]
    priced = bool(better) and bool(worse)
    reason = EXCEPTIONS.get((base, name))
    said = f"better: {in_words(better)}; worse: {in_words(worse)}"
    return Check(
        f"{base}, {name} {_shown(before)} → {_shown(after)}",
        f"an exception: {reason}" if reason else "something better, something worse",
        said,
        not priced if reason else priced,
    )


def _shown(value: Value) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)
