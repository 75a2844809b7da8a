"""The files a visitor may pick for an own city: which kinds, how large, and what they are called."""

from __future__ import annotations

from pathlib import PurePath
from typing import NamedTuple

from sim.city.layers import MOST_BYTES as MOST_LAYER_BYTES
from sim.city.source import JSON, MOST_BYTES, TABLES
from sim.dashboard.state.fields import printable
from sim.files import checks
from sim.files.errors import InputError, brief
from sim.files.toml import MOST_BYTES as MOST_MAPPING_BYTES
from sim.locale.text import message

BOUNDARIES = (*JSON, ".gpkg", ".zip")
"""A shapefile is several files; it is picked as the archive that offices give out."""
LONGEST_NAME = 80


class Slot(NamedTuple):
    """One place for a file: the endings it takes, each with the most bytes of such a file."""

    name: str
    most: dict[str, int]


_LAYERS = dict.fromkeys(BOUNDARIES, MOST_LAYER_BYTES)
_TABLES = dict.fromkeys(TABLES, MOST_BYTES)
SLOTS = {
    slot.name: slot
    for slot in (
        Slot("districts", _LAYERS | _TABLES),
        Slot("figures", _TABLES | _LAYERS),
        Slot("mapping", {".toml": MOST_MAPPING_BYTES}),
    )
}
"""The files of districts, of figures to be joined to them, and of the mapping that an earlier check wrote."""


def allowed_name(slot: str, name: object, size: object) -> str:
    """Return the name under which a picked file is kept.

    Raises InputError for another ending than ``slot`` takes and for more bytes than such a file may have.
    """
    most = SLOTS[checks.one_of(slot, SLOTS, "slot")].most
    if not isinstance(name, str):
        raise InputError(message("fields-text", name="name", value=brief(name)))
    ending = PurePath(name).suffix.lower()
    if ending not in most:
        shown = {"name": brief(printable(name, LONGEST_NAME)), "endings": ", ".join(most)}
        raise InputError(message("picked-ending", **shown))
    kept = printable(name.replace("/", " ").replace("\\", " "), LONGEST_NAME * 4)
    kept = kept.removesuffix(kept[-len(ending) :]).strip(" .")[: LONGEST_NAME - len(ending)] or "city"
    checks.whole_number(size, message("picked-size", name=f"{kept}{ending}"), 1, most[ending])
    return f"{kept}{ending}"
