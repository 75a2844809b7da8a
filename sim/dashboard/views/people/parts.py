"""The parts of well-being beside the sum: what each adds or takes, in points of 100, in every city."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sim.locale.catalogue import translate
from sim.locale.numbers import number, with_sign
from sim.model.wellbeing_parts import PARTS

DIGITS = 1


def parts(values: Mapping[str, Any], language: str) -> dict[str, Any]:
    """Return a row for each part and one for their sum; ``values`` (parts,) by city."""
    rows = [
        {
            "label": translate(f"people-part-{name}", language),
            "values": [_signed(float(found[place]), language) for found in values.values()],
        }
        for place, name in enumerate(PARTS)
    ]
    sums = [number(100 * float(found.sum()), language, DIGITS) for found in values.values()]
    return {
        "letters": list(values),
        "rows": rows,
        "sum": {"label": translate("people-part-sum", language), "values": sums},
    }


def _signed(value: float, language: str) -> str:
    return with_sign(number(100 * value, language, DIGITS))
