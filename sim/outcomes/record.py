"""What a dial is, and the words and units that dials share."""

from __future__ import annotations

from typing import Literal, NamedTuple

from sim.parameters.parameter import Text

Direction = Literal["more", "less"]


class Dial(NamedTuple):
    """One measured quantity.

    Values are fractions or plain numbers; the page shows ``value * scale`` in ``unit`` on the fixed ``axis``
    (in unscaled values). ``direction`` says which way is better where few would disagree, else None.
    ``definitional`` marks dials whose level follows almost directly from the levers.
    """

    id: str
    group: str
    unit: str
    scale: float
    axis: tuple[float, float]
    label: Text
    help: Text
    definition: Text
    direction: Direction | None = None
    definitional: bool = False

    @property
    def word(self) -> Text:
        """The debate's word that this dial answers."""
        return GROUPS[self.group]


GROUPS = {
    "wellbeing": Text("residents’ well-being", "bien-être des habitants"),
    "cost": Text("optimisation of costs", "optimisation des coûts"),
    "organisation": Text("optimisation of organisation", "optimisation de l’organisation"),
    "freedom": Text("emancipation, empowerment", "émancipation, pouvoir d’agir"),
    "distribution": Text("isolation and segmentation", "isolement et segmentation"),
    "ties": Text("proximity, continuity, social ties", "proximité, continuité, lien social"),
    "trust": Text("governance", "gouvernance"),
    "illusion": Text("the end of an illusion?", "la fin d’une illusion ?"),
    "data": Text("ownership of data", "propriété des données"),
    "innovation": Text("accumulation of innovations, complexity", "accumulation d’innovations, complexité"),
    "unrest": Text("tool of revolution, the crowd’s soul", "outil de révolution, âme de la foule"),
    "opinion": Text("spread of opinions", "éventail des opinions"),
}
UNITS = {
    "out_of_100": Text("out of 100", "sur 100"),
    "percent": Text("%", "%"),
    "points": Text("points", "points"),
    "out_of_12": Text("out of 12", "sur 12"),
    "per_1000": Text("per 1,000", "pour 1 000"),
    "per_year": Text("a year", "par an"),
    "start_100": Text("start = 100", "départ = 100"),
    "ideas": Text("start of the past = 1", "début du passé = 1"),
    "number": Text("", ""),
}
