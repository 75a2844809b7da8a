"""How a parameter's value is written, and what a slider for it looks like."""

from __future__ import annotations

import math
from typing import Any

from sim.debate.debate import YEAR
from sim.locale.catalogue import known, translate
from sim.locale.numbers import number, trimmed
from sim.outcomes import Outcome
from sim.parameters import Parameter, Value

STEPS = 100
BLUR = "epsilon"
LEVELS = ((5, "minimal"), (30, "low"), (60, "medium"), (90, "high"), (100, "maximal"))
"""Up to which percentage a level is called what."""
BLURS: tuple[tuple[float, str], ...] = ((10.0, "light"), (1.0, "medium"), (0.1, "strong"))
"""What a blur is called; the one nearest in its logarithm."""


def years(week: int, language: str) -> str:
    """Return how many years ``week`` is, with a decimal where it is not whole."""
    return number(week / YEAR, language, 0 if week % YEAR == 0 else 1)


def significant(value: float, language: str) -> str:
    """Return a number with the digits it deserves."""
    if value == 0 or not math.isfinite(value):
        return "0"
    digits = max(0, 2 - math.floor(math.log10(abs(value)))) if abs(value) < 100 else 0
    return trimmed(number(value, language, digits), language)


def least(outcome: Outcome, language: str) -> str:
    """Return the smallest difference worth a word, in the units shown."""
    return trimmed(number(outcome.material * outcome.scale, language, 2), language)


def is_share(parameter: Parameter) -> bool:
    """Return whether the page shows the parameter as 0 to 100 with a word for its level."""
    return parameter.kind == "number" and parameter.role == "lever" and parameter.name != BLUR


def option(value: str, language: str) -> str:
    """Return the words of a choice's option, or its name where a mechanism of one's own offers it."""
    return _named(f"option-{value}", language, value)


def level_word(percent: float, language: str) -> str:
    """Return the word for a level of 0 to 100."""
    return next((translate(f"level-{word}", language) for top, word in LEVELS if percent <= top), "")


def shown(parameter: Parameter, value: Value, language: str) -> str:
    """Return ``value`` as the page writes it, without its word."""
    if parameter.name == BLUR:
        return _blur(value, language)
    if isinstance(value, bool):
        return translate("value-yes" if value else "value-no", language)
    if isinstance(value, str):
        return option(value, language)
    if is_share(parameter):
        return number(round(value * 100), language)
    return significant(value, language)


def worded(parameter: Parameter, value: Value, language: str) -> str:
    """Return ``value`` with the word for its level, such as "30 · low"."""
    text = shown(parameter, value, language)
    if is_share(parameter) and not isinstance(value, str | bool):
        return f"{text} · {level_word(value * 100, language)}"
    return text


def _blur(value: Value, language: str) -> str:
    if isinstance(value, str):
        return translate("blur-none", language)
    nearest, name = min(BLURS, key=lambda blur: abs(math.log(blur[0]) - math.log(float(value))))
    word = translate(f"blur-{name}", language)
    exact = math.isclose(nearest, float(value))
    return word if exact else f"{word} (ε {significant(float(value), language)})"


def _unit(parameter: Parameter, language: str) -> str:
    """Return the unit of an assumption; levers are shares."""
    if parameter.role == "lever" or not parameter.unit:
        return ""
    return _named(f"measure-{parameter.unit.replace(' ', '_')}", language, parameter.unit)


def _named(key: str, language: str, own: str) -> str:
    """Return message ``key``, or ``own`` where it was declared outside the package and has none."""
    return translate(key, language) if known(key) else own


def position(parameter: Parameter, value: Value) -> float:
    """Return where ``value`` lies on the slider, 0 to 1."""
    low, high = (float(bound) for bound in parameter.explored)
    return min(1.0, max(0.0, (float(value) - low) / (high - low)))


def control(parameter: Parameter, value: Value, language: str) -> dict[str, Any]:
    """Return what a control for ``parameter`` needs: its kind, range or options, and words."""
    common = {
        "name": parameter.name,
        "label": parameter.title.translate(language),
        "help": parameter.help.translate(language),
        "against": parameter.contrary.translate(language),
        "source": parameter.source,
        "strength": translate(f"strength-{parameter.strength}", language),
        "weak": parameter.strength in ("weak", "contested", "judgement"),
        "value": value,
        "text": worded(parameter, value, language),
        "unit": _unit(parameter, language),
    }
    if parameter.name == BLUR:
        offered: list[Value] = [parameter.unlimited, *(blur for blur, _ in BLURS)]
        offered += [] if value in offered else [value]
        options = [{"value": blur, "label": _blur(blur, language)} for blur in offered]
        return common | {"kind": "choice", "options": options}
    if parameter.kind == "choice":
        options = [{"value": one, "label": option(str(one), language)} for one in parameter.possible]
        return common | {"kind": "choice", "options": options}
    if parameter.kind == "switch":
        return common | {"kind": "switch"}
    low, high = (float(bound) for bound in parameter.explored)
    ends = [shown(parameter, end, language) for end in (low, high)]
    step = (high - low) / STEPS
    step = max(1, round(step)) if parameter.whole else step
    return common | {"kind": "number", "low": low, "high": high, "step": step, "ends": ends}
