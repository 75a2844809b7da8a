"""What an outcome is: one measured quantity, declared in `outcomes.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, NamedTuple, get_args

from sim.files.errors import InputError, brief, unknown
from sim.locale.catalogue import FALLBACK, LANGUAGES, bundle_of
from sim.locale.text import Text, message, written
from sim.parameters.declaration import own_words

Direction = Literal["more", "less"]
TABLE = Path(__file__).with_name("outcomes.toml")
OWN_KEYS = (
    *("group", "unit", "scale", "axis", "material"),
    *("direction", "definitional", "resident", *LANGUAGES),
)
NEEDED = OWN_KEYS[:5]


class Outcome(NamedTuple):
    """One measured quantity.

    Values are fractions or plain numbers; the page shows ``value * scale`` in ``unit`` on the fixed ``axis``
    (in unscaled values). ``direction`` says which way is better where few would disagree, else None.
    ``definitional`` marks outcomes whose level follows almost directly from the levers. A difference below
    ``material``, in unscaled values, is called "about equal". ``resident`` names the column whose mean over
    all residents the outcome is, so that it can be asked who is better off; empty where there is none.
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
    resident: str = ""

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
    outcomes = {name: _outcome(name, entry, _catalogued(name)) for name, entry in table["outcomes"].items()}
    return outcomes, tuple(table["first_seven"])


def read_own(name: str, entry: Mapping[str, Any], groups: Sequence[str], where: str) -> Outcome:
    """Return an outcome declared outside the package, with the words it brings along, or called by its name.

    Raises InputError for a key that is missing or means nothing, and for a group or unit that is not known.
    """
    place = f"{where}: [outcomes.{name}]"
    if missing := [key for key in NEEDED if key not in entry]:
        raise InputError(f"{place}: {missing[0]} is missing")
    if strange := [key for key in entry if key not in OWN_KEYS]:
        raise InputError(f"{place}: {unknown('key', strange[0], OWN_KEYS)}")
    units = [key.removeprefix("unit-") for key in bundle_of(FALLBACK).names if key.startswith("unit-")]
    for key, legal in (("group", groups), ("unit", units)):
        if entry[key] not in legal:
            raise InputError(f"{place}: {unknown(key, str(entry[key]), legal)}")
    if entry.get("direction") not in (None, *get_args(Direction)):
        raise InputError(f"{place}: {unknown('direction', str(entry['direction']), get_args(Direction))}")
    words = own_words(entry)
    label = words.get("label", written(**{FALLBACK: name}))
    texts = (label, words.get("help", label), words.get("definition", label))
    try:
        return _outcome(name, entry, texts)
    except (TypeError, ValueError):
        said = f"axis = {brief(entry['axis'])}, scale and material must be numbers, axis two of them"
        raise InputError(f"{place}: {said}") from None


def _catalogued(name: str) -> tuple[Text, Text, Text]:
    return (
        message(f"outcome-{name}"),
        message(f"outcome-{name}.help"),
        message(f"outcome-{name}.definition"),
    )


def _outcome(name: str, entry: Mapping[str, Any], texts: tuple[Text, Text, Text]) -> Outcome:
    low, high = entry["axis"]
    return Outcome(
        id=name,
        group=entry["group"],
        unit=entry["unit"],
        scale=float(entry["scale"]),
        axis=(float(low), float(high)),
        label=texts[0],
        help=texts[1],
        definition=texts[2],
        material=float(entry["material"]),
        direction=entry.get("direction"),
        definitional=entry.get("definitional", False),
        resident=entry.get("resident", ""),
    )
