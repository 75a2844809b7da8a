"""`docs/dials.md`: what is measured."""

from __future__ import annotations

from sim.docs.markdown import beside, both, table, written_by
from sim.locale.catalogue import FALLBACK
from sim.locale.text import message
from sim.outcomes import OUTCOMES, Outcome

HEAD = ("Id", "Name", "Definition", "Unit", "Axis", "Better", "The debate's word", "By definition")
WAYS = {"more": "more · *plus*", "less": "less · *moins*", None: "none · *aucun sens*"}
INTRODUCTION = """\
There is no index of everything. Each dial stands alone; *better* is left empty of direction (*none*)
where people disagree on what would be better, and protest is reported, never scored. A dial marked ◇ in
the last column follows almost directly from the levers: a lead on it says little beyond how it is
defined. In files and code shares are fractions; the axis and unit here are those of the page.

*Il n'y a pas d'indice global. Un cadran marqué ◇ découle presque directement des leviers.*
"""


def dial_page() -> str:
    """Return the page."""
    return "\n".join(
        [written_by(), "# Dials · *cadrans*\n", INTRODUCTION, table(HEAD, map(_row, OUTCOMES.values()))]
    )


def _row(dial: Outcome) -> tuple[str, ...]:
    low, high = (f"{bound * dial.scale:g}" for bound in dial.axis)
    return (
        f"`{dial.id}`",
        both(dial.label),
        f"{both(dial.definition)}<br>{both(dial.help)}",
        both(dial.unit_word) if dial.unit_word.translate(FALLBACK) else beside(message("docs-number")),
        f"{low} to {high}",
        WAYS[dial.direction],
        both(dial.word),
        "◇" if dial.definitional else "",
    )
