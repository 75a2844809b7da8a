"""`docs/outcomes.md`: what is measured."""

from __future__ import annotations

from sim.docs.markdown import beside, both, table, written_by
from sim.locale.catalogue import FALLBACK
from sim.locale.text import message
from sim.outcomes import OUTCOMES, Outcome

HEAD = ("Id", "Name", "Definition", "Unit", "Axis", "Better", "The debate's word", "By definition")
WAYS = {"more": "more · *plus*", "less": "less · *moins*", None: "none · *aucun sens*"}
INTRODUCTION = """\
There is no index of everything. Each outcome stands alone; *better* is left empty of direction (*none*)
where people disagree on what would be better, and protest is reported, never scored. An outcome marked ◇ in
the last column follows almost directly from the levers: a lead on it says little beyond how it is
defined. In files and code shares are fractions; the axis and unit here are those of the page.

*Il n'y a pas d'indice global. Un cadran marqué ◇ découle presque directement des leviers.*
"""


def outcome_page() -> str:
    """Return the page."""
    return "\n".join(
        [written_by(), "# Outcomes · *cadrans*\n", INTRODUCTION, table(HEAD, map(_row, OUTCOMES.values()))]
    )


def _row(outcome: Outcome) -> tuple[str, ...]:
    low, high = (f"{bound * outcome.scale:g}" for bound in outcome.axis)
    return (
        f"`{outcome.id}`",
        both(outcome.label),
        f"{both(outcome.definition)}<br>{both(outcome.help)}",
        both(outcome.unit_word) if outcome.unit_word.translate(FALLBACK) else beside(message("docs-number")),
        f"{low} to {high}",
        WAYS[outcome.direction],
        both(outcome.word),
        "◇" if outcome.definitional else "",
    )
