"""`docs/evidence.md`: what mechanisms and assumptions claim, on what evidence, and what speaks against it."""

from __future__ import annotations

from itertools import groupby

from sim.docs.markdown import LEGEND, both, strength, table, written_by
from sim.evidence.works import Lookup, Work, read_works
from sim.model.schedule import ORDER
from sim.parameters import ASSUMPTIONS, DECLARATIONS, Declaration, Parameter, Strength

HEAD = ("Mechanism", "Claim", "Source", "Strength", "Against · *contre*")
ASSUMPTION_HEAD = ("Assumption", "Claim", "Source", "Strength", "Against · *contre*")
INTRODUCTION = """\
One row for each mechanism, in the order of the week, then one for each assumption. Sources are those
the modellers worked from; "assumed" means that there is none. Figures that could not be checked at
their source are not shown.

*Une ligne par mécanisme, dans l'ordre de la semaine, puis une par hypothèse. « assumed » signifie qu'il
n'y a pas de source. Les chiffres non vérifiés à la source ne sont pas montrés.*
""".replace("« ", "«\u202f").replace(" »", "\u202f»")

WORK_HEAD = ("Work · *ouvrage*", "Number · *numéro*", "Looked up · *vérifié*")
WORKS = """\
What declarations, tours, code and documents name. *Read*: names, year, title and number agree at another place, and a
passage was read beside what is said of it here. *Named*: they agree at another place. *Not confirmed*: not found
with this number elsewhere, so follow it with care.

*Lu : un passage a été comparé à ce qui en est dit ici. Nommé : les références concordent ailleurs. Non confirmé : le
numéro n'a pas été retrouvé ailleurs.*
""".replace(" :", "\u202f:")
LOOKED_UP: dict[Lookup, str] = {
    "read": "read · *lu*",
    "named": "named · *nommé*",
    "unconfirmed": "**not confirmed** · *non confirmé*",
}


def evidence_page() -> str:
    """Return the page."""
    parts = [
        written_by(),
        "# Evidence · *preuves*\n",
        INTRODUCTION,
        LEGEND + "\n",
        "## Tally · *décompte*\n",
        _tally(),
    ]
    parts += [
        "## Mechanisms · *mécanismes*\n",
        table(HEAD, (_row(DECLARATIONS[m.name]) for m in ORDER)),
    ]
    parts.append("## Assumptions · *hypothèses*\n")
    for group, members in groupby(ASSUMPTIONS.values(), key=lambda p: p.group):
        parts += [f"### {group}\n", table(ASSUMPTION_HEAD, map(_assumption, members))]
    parts += ["## Works · *ouvrages*\n", WORKS, table(WORK_HEAD, map(_work, read_works()))]
    return "\n".join(parts)


def _tally() -> str:
    words: tuple[Strength, ...] = ("strong", "moderate", "weak", "contested", "theory", "judgement")
    families = (("mechanisms", DECLARATIONS.values()), ("assumptions", ASSUMPTIONS.values()))
    rows = [
        (label, *(str(sum(one.strength == word for one in family)) for word in words))
        for label, family in families
    ]
    return table(("", *(strength(word) for word in words)), rows)


def _row(record: Declaration) -> tuple[str, ...]:
    title = f"`{record.name}`<br>{both(record.title)}"
    return title, both(record.claim), record.source, strength(record.strength), both(record.contrary)


def _assumption(p: Parameter) -> tuple[str, ...]:
    title = f"`{p.name}`<br>{both(p.title)}"
    return title, both(p.help), p.source, strength(p.strength), both(p.contrary)


def _work(work: Work) -> tuple[str, ...]:
    return work.named, work.number, LOOKED_UP[work.lookup]
