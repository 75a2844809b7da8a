"""`docs/parameters.md`: every lever, assumption, context value and constant."""

from __future__ import annotations

from itertools import groupby

from sim.docs.markdown import LEGEND, both, strength, table, written_by
from sim.parameters import ASSUMPTIONS, CONSTANTS, CONTEXT, LEVERS, Parameter
from sim.parameters.parameter import Range

HEAD = (
    "Name",
    "Title",
    "Default",
    "Possible",
    "Explored",
    "Unit",
    "Meaning",
    "Source",
    "Strength",
    "Contrary",
)
CONSTANT_HEAD = ("Name", "Value", "Possible", "Unit", "What it is", "Source", "Strength")
INTRODUCTION = """\
A *lever* is what a city chooses. An *assumption* says how people and techniques behave; the cities
compared share it. The *context* is the experiment. A *constant* is a weight of an equation; it can be
set by name like an assumption. Values outside *possible* are refused; sliders and sweeps stay within
*explored*.

Un *levier* est ce qu'une ville choisit. Une *hypothèse* dit comment les gens et les techniques se
comportent\u202f; les villes comparées la partagent. Le *contexte* est l'expérience. Une *constante* est
un poids d'une équation. Hors du domaine *possible*, une valeur est refusée\u202f; curseurs et plans
restent dans le domaine *exploré*.
"""
FAMILIES = (
    ("Levers · *leviers*", LEVERS),
    ("Assumptions · *hypothèses*", ASSUMPTIONS),
    ("Context · *contexte*", CONTEXT),
)


def parameter_page() -> str:
    """Return the page."""
    parts = [
        written_by(),
        "# Parameters · *paramètres*\n",
        INTRODUCTION,
        LEGEND + "\n",
    ]
    for title, family in FAMILIES:
        parts.append(f"## {title}\n")
        for group, members in groupby(family.values(), key=lambda p: p.group):
            parts += [f"### {group}\n", table(HEAD, map(_row, members))]
    parts += ["## Constants · *constantes*\n", *_constants()]
    return "\n".join(parts)


def _row(p: Parameter) -> tuple[str, ...]:
    return (
        f"`{p.name}`",
        both(p.title),
        shown(p.default),
        p.allowed
        if p.kind == "text"
        else limits(p.possible) + (f", or {p.unlimited}" if p.unlimited else ""),
        "any" if p.kind == "text" else limits(p.explored),
        unit(p),
        both(p.help),
        p.source,
        strength(p.strength),
        both(p.contrary),
    )


def _constants() -> list[str]:
    """Return the constants by mechanism; what speaks against a group is said once above its table."""
    parts = []
    for group, members in groupby(CONSTANTS.values(), key=lambda p: p.group):
        family = list(members)
        against = [both(text) for text in dict.fromkeys(p.contrary for p in family)]
        parts += [f"### {group}\n", *(f"Against · *contre* — {line}\n" for line in against)]
        parts.append(table(CONSTANT_HEAD, map(_constant_row, family)))
    return parts


def _constant_row(p: Parameter) -> tuple[str, ...]:
    words = both(p.title) if p.title == p.help else f"{both(p.title)}<br>{both(p.help)}"
    return (
        f"`{p.name}`",
        shown(p.default),
        limits(p.possible),
        unit(p),
        words,
        p.source,
        strength(p.strength),
    )


def unit(p: Parameter) -> str:
    """Return the unit, or what a number without one is."""
    return p.unit or ("number" if p.kind == "number" else p.kind)


def shown(value: object) -> str:
    """Return a value as a user would type it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:g}" if isinstance(value, float) else str(value)


def limits(span: Range) -> str:
    """Return a range or the list of options."""
    if isinstance(span[0], str):
        return ", ".join(str(option) for option in span)
    return " to ".join(shown(bound) for bound in span)
