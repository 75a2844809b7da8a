"""What an outcome is: one measured quantity, declared in `outcomes.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal, NamedTuple

from sim.locale.text import Text, message

Direction = Literal["more", "less"]
TABLE = Path(__file__).with_name("outcomes.toml")


class Outcome(NamedTuple):
    """One measured quantity.

    Values are fractions or plain numbers; the page shows ``value * scale`` in ``unit`` on the fixed ``axis``
    (in unscaled values). ``direction`` says which way is better where few would disagree, else None.
    ``definitional`` marks outcomes whose level follows almost directly from the levers. A difference below
    ``material``, in unscaled values, is called "about equal".
    """

    id: str
    group: str
    unit: str
    scale: float
    axis: tuple[float, float]
    label: Text
    help: Text
    definition: Text
    material: float
    direction: Direction | None = None
    definitional: bool = False

    @property
    def word(self) -> Text:
        """The debate's word that this outcome answers."""
        return group_word(self.group)

    @property
    def unit_word(self) -> Text:
        """The unit in words, empty for a plain number."""
        return message(f"unit-{self.unit}")


def group_word(group: str) -> Text:
    """Return the debate's word that a group of outcomes answers."""
    return message(f"outcome-group-{group}")


def read_outcomes(path: Path = TABLE) -> tuple[dict[str, Outcome], tuple[str, ...]]:
    """Return the declared outcomes by id, and the ids of the default view."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    outcomes = {name: _outcome(name, entry) for name, entry in table["outcomes"].items()}
    return outcomes, tuple(table["first_seven"])


def _outcome(name: str, entry: Mapping[str, Any]) -> Outcome:
    low, high = entry["axis"]
    return Outcome(
        id=name,
        group=entry["group"],
        unit=entry["unit"],
        scale=float(entry["scale"]),
        axis=(float(low), float(high)),
        label=message(f"outcome-{name}"),
        help=message(f"outcome-{name}.help"),
        definition=message(f"outcome-{name}.definition"),
        material=float(entry["material"]),
        direction=entry.get("direction"),
        definitional=entry.get("definitional", False),
    )
