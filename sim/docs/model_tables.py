"""The parts of `docs/ODD.md` that follow from declarations: entities, schedule, start, submodels."""

from __future__ import annotations

import inspect
import sys

from sim.docs.markdown import both, names, strength, table
from sim.docs.parameter_page import shown
from sim.engine import draws
from sim.engine.mechanism import Mechanism
from sim.model.institutions import INSTITUTIONS
from sim.model.population import FIXED
from sim.model.schedule import ORDER
from sim.model.state import COLUMNS
from sim.parameters import CONSTANTS, DECLARATIONS, LEVERS, PARAMETERS
from sim.parameters.column import Column, Entity

TYPES = {"f4": "32-bit float", "f8": "64-bit float", "i4": "whole", "u1": "small whole"}


def entities() -> str:
    """Return the state variables of residents, districts and the city, and who holds which levers."""
    kinds: tuple[Entity, ...] = ("resident", "district", "city")
    parts = []
    for kind in kinds:
        columns = [column for column in COLUMNS.values() if column.entity == kind]
        head = ("Variable", "Meaning", "Type", "Bounds", "Changed by")
        parts += [f"#### Per {kind}: {len(columns)} variables\n", table(head, map(_column, columns))]
    held = [(one.__name__, (one.__doc__ or "").splitlines()[0], names(one.holds)) for one in INSTITUTIONS]
    parts += ["#### Institutions\n", table(("Institution", "Role", "Levers held"), held)]
    return "\n".join(parts)


def _column(column: Column) -> tuple[str, ...]:
    writers = [m.name for m in ORDER if column.name in m.writes]
    low, high = (f"{bound:g}".replace("inf", "∞") for bound in (column.low, column.high))
    changed = names(writers, "never" if column.name in FIXED else "institutions, events")
    return f"`{column.name}`", column.meaning, TYPES[column.dtype], f"{low} … {high}", changed


def schedule() -> str:
    """Return the order of the week."""
    rows = [
        (str(place), f"`{m.name}`", m.section, both(DECLARATIONS[m.name].title), names(m.writes))
        for place, m in enumerate(ORDER, 1)
    ]
    return table(("", "Mechanism", "Section", "Title", "Changes"), rows)


def start() -> str:
    """Return the values a run starts from."""
    rows = [
        (f"`{p.name}`", shown(p.default), both(p.title)) for p in CONSTANTS.values() if p.group == "start"
    ]
    return table(("Constant", "Value", "What it is"), rows)


def purposes() -> str:
    """Return the table of purposes of draws."""
    ordered = sorted(draws.PURPOSES.items(), key=lambda entry: entry[1])
    return table(("Purpose", "Number"), ((f"`{name}`", str(number)) for name, number in ordered))


def submodels() -> str:
    """Return every mechanism: its equations, view, parameters and evidence."""
    return "\n".join(_submodel(place, m) for place, m in enumerate(ORDER, 1))


def _submodel(place: int, m: Mechanism) -> str:
    text = inspect.getdoc(sys.modules[m.columns.__module__]) or ""
    title, *rest = text.split("\n")
    evidence = DECLARATIONS[m.name]
    fields = m.params._fields
    levers = [name for name in fields if name in LEVERS]
    numbers = {
        role: ", ".join(
            f"`{name}` {shown(PARAMETERS[name].default)}" for name in fields if PARAMETERS[name].role == role
        )
        for role in ("assumption", "constant")
    }
    lines = (
        f"#### {place}. `{m.name}` (section {m.section})\n",
        f"**{title}**\n",
        _as_markdown("\n".join(rest).strip("\n")) + "\n",
        f"- Reads: {names(m.reads)}",
        f"- Changes: {names(m.writes)}",
        f"- Levers: {names(levers, 'none')}",
        f"- Assumptions: {numbers['assumption'] or 'none'}",
        f"- Constants: {numbers['constant'] or 'none'}",
        f"- Evidence: {strength(evidence.strength)}. {evidence.source}.",
        f"- Against: {evidence.contrary.translate('en')}",
    )
    return "\n".join(lines) + "\n"


def _as_markdown(text: str) -> str:
    """Return a docstring for a page: equations are indented, the n* of effective ties is no emphasis."""
    return "\n".join(
        line if line.startswith("    ") else line.replace("n*", "n\\*") for line in text.split("\n")
    )


SECTIONS = {
    "entities": entities,
    "schedule": schedule,
    "start": start,
    "purposes": purposes,
    "submodels": submodels,
}


def fill(page: str) -> str:
    """Return ``page`` with what stands between its markers written anew.

    A marker pair is ``<!-- begin NAME -->`` and ``<!-- end NAME -->``, one for each of SECTIONS.
    """
    for name, section in SECTIONS.items():
        begin, end = f"<!-- begin {name} -->", f"<!-- end {name} -->"
        if page.count(begin) != 1 or page.count(end) != 1:
            raise ValueError(f"the page must hold {begin} and {end} once each")
        before, rest = page.split(begin)
        page = f"{before}{begin}\n\n{section()}\n{end}{rest.split(end)[1]}"
    return page
