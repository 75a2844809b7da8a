"""How a parameter's value is written, and what a slider for it looks like."""

from __future__ import annotations

import math
from typing import Any

from sim.dashboard.cues import YEAR
from sim.dashboard.messages import in_language
from sim.dashboard.messages.levers import ASSUMED_IN, BLURS, LEVEL_WORDS, LEVER_WORDS, OPTIONS, STRENGTHS
from sim.parameters import Parameter, Value

STEPS = 100
BLUR = "epsilon"


def number(value: float, language: str, digits: int = 0) -> str:
    """Return a number as the language writes it."""
    text = f"{value:,.{digits}f}".replace("-", "−")
    if language == "fr":
        text = text.replace(",", "\u202f").replace(".", ",")
    return text


def years(week: int, language: str) -> str:
    """Return how many years ``week`` is, with a decimal where it is not whole."""
    return number(week / YEAR, language, 0 if week % YEAR == 0 else 1)


def significant(value: float, language: str) -> str:
    """Return a number with the digits it deserves."""
    if value == 0 or not math.isfinite(value):
        return "0"
    digits = max(0, 2 - math.floor(math.log10(abs(value)))) if abs(value) < 100 else 0
    text = number(value, language, digits)
    mark = "," if language == "fr" else "."
    return text.rstrip("0").rstrip(mark) if mark in text else text


def is_share(parameter: Parameter) -> bool:
    """Return whether the page shows the parameter as 0 to 100 with a word for its level."""
    return parameter.kind == "number" and parameter.role == "lever" and parameter.name != BLUR


def option(value: str, language: str) -> str:
    """Return the words of a choice's option."""
    return in_language(OPTIONS[value], language) if value in OPTIONS else value


def level_word(percent: float, language: str) -> str:
    """Return the word for a level of 0 to 100."""
    return next((in_language(word, language) for top, word in LEVEL_WORDS if percent <= top), "")


def shown(parameter: Parameter, value: Value, language: str) -> str:
    """Return ``value`` as the page writes it, without its word."""
    if parameter.name == BLUR:
        return _blur(value, language)
    if isinstance(value, bool):
        return in_language(LEVER_WORDS["yes" if value else "no"], language)
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
        return in_language(BLURS[0][1], language)
    nearest = min(BLURS[1:], key=lambda blur: abs(math.log(float(blur[0])) - math.log(float(value))))
    word = in_language(nearest[1], language)
    return (
        word
        if math.isclose(float(nearest[0]), float(value))
        else f"{word} (ε {significant(float(value), language)})"
    )


def _unit(parameter: Parameter, language: str) -> str:
    """Return the unit of an assumption; levers are shares."""
    if parameter.role == "lever" or not parameter.unit:
        return ""
    return in_language(ASSUMED_IN[parameter.unit], language)


def position(parameter: Parameter, value: Value) -> float:
    """Return where ``value`` lies on the slider, 0 to 1."""
    low, high = (float(bound) for bound in parameter.explored)
    return min(1.0, max(0.0, (float(value) - low) / (high - low)))


def control(parameter: Parameter, value: Value, language: str) -> dict[str, Any]:
    """Return what a control for ``parameter`` needs: its kind, range or options, and words."""
    common = {
        "name": parameter.name,
        "label": in_language(parameter.title, language),
        "help": in_language(parameter.help, language),
        "against": in_language(parameter.contrary, language),
        "source": parameter.source,
        "strength": in_language(STRENGTHS[parameter.strength], language),
        "weak": parameter.strength in ("weak", "contested", "judgement"),
        "value": value,
        "text": worded(parameter, value, language),
        "unit": _unit(parameter, language),
    }
    if parameter.name == BLUR:
        options = [{"value": blur, "label": in_language(word, language)} for blur, word in BLURS]
        if value not in [blur for blur, _ in BLURS]:
            options.append({"value": value, "label": _blur(value, language)})
        return common | {"kind": "choice", "options": options}
    if parameter.kind == "choice":
        options = [{"value": one, "label": option(str(one), language)} for one in parameter.possible]
        return common | {"kind": "choice", "options": options}
    if parameter.kind == "switch":
        return common | {"kind": "switch"}
    low, high = (float(bound) for bound in parameter.explored)
    ends = [shown(parameter, end, language) for end in (low, high)]
    return common | {"kind": "number", "low": low, "high": high, "step": (high - low) / STEPS, "ends": ends}
