"""Why one resident acts, speaks or shares in a week: the terms of those rules, from the compiled rules themselves.

A rule is applied within the week: it reads some columns as last week left them and others as this week has set them
already. `Moment` keeps the two ends of a week for one resident; `reading` takes each column from the right one. As with
response curves, no result depends on what stands here.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from sim.engine import draws
from sim.engine.arithmetic import share_of_ties
from sim.engine.array import Array
from sim.mechanisms import consent, expression, mobilisation
from sim.scenario.choice_codes import is_mandatory

BEFORE = {
    "mobilisation": (
        *("trust", "wellbeing", "weariness", "active", "detention", "active_share", "success"),
        *("district_active", "tie_count"),
    ),
    "expression": ("trust", "agency", "detention"),
    "consent": ("trust", "expectation", "harm_weeks"),
}
"""What each rule reads as last week left it: later mechanisms change it. Everything else is this week's."""
OF_DISTRICTS = ("population", "officers", "district_active")
OF_THE_CITY = ("active_share", "success", "exposure")
OF_RESIDENTS = (
    *("hardship", "risk", "concern", "trust", "wellbeing", "weariness", "active", "detention", "tie_count"),
    *("active_ties", "detained_ties", "record", "mood", "agree", "watched", "accustomed", "agency", "speaks"),
    *("acting", "expectation", "harm_weeks", "adopted", "shares", "inertia_draw", "joined"),
)


class Moment(NamedTuple):
    """One resident at the two ends of a week, and the parameters in force in it.

    ``values`` are encoded levers, assumptions and constants; ``key`` is the key of the run's draws.
    """

    resident: int
    week: int
    before: Mapping[str, float]
    after: Mapping[str, float]
    values: Mapping[str, float]
    key: np.uint64

    def reading(self, rule: str) -> Mapping[str, float]:
        """Return what ``rule`` reads of this resident, by column."""
        return {**self.after, **{name: self.before[name] for name in BEFORE[rule]}}


class Acting(NamedTuple):
    """The rule of going into the street: for who is free and out already or following through.

    ``urge`` = ``grievance``(1 + ``feel``) − ``cost`` − ``weariness`` must exceed ``threshold``; wanting is followed
    through where ``draw`` < ``conversion``.
    """

    grievance: float
    feel: float
    cost: float
    weariness: float
    urge: float
    threshold: float
    free: bool
    was_out: bool
    draw: float
    conversion: float

    @property
    def wants(self) -> bool:
        """Whether the urge exceeds the threshold."""
        return self.urge > self.threshold

    @property
    def acts(self) -> bool:
        """Whether the rule sends the resident into the street; a spark may do so all the same."""
        return self.wants and self.free and (self.was_out or self.draw < self.conversion)


class Speaking(NamedTuple):
    """The rule of saying what one thinks: speaks if free and ``draw`` < ``chance``."""

    chance: float
    draw: float
    free: bool

    @property
    def speaks(self) -> bool:
        """Whether the resident speaks."""
        return self.free and self.draw < self.chance


class Sharing(NamedTuple):
    """The rule of sharing: who ``reconsiders`` keeps the default or shares if ``draw`` < ``chance``.

    Everybody shares where it is ``forced``; nobody does who ``suffers`` from a misuse.
    """

    chance: float
    draw: float
    reconsiders: bool
    keeps_default: bool
    forced: bool
    suffers: bool


def snapshot(columns: Mapping[str, Array], resident: int) -> dict[str, float]:
    """Return what the rules may read of ``resident`` as it is now, by column."""
    district = columns["district"][resident]
    return {
        **{name: float(columns[name][resident]) for name in OF_RESIDENTS},
        **{name: float(columns[name][district]) for name in OF_DISTRICTS},
        **{name: float(columns[name][0]) for name in OF_THE_CITY},
    }


def acting(moment: Moment) -> Acting:
    """Return the terms of going into the street."""
    p = mobilisation.MECHANISM.parameters(moment.values)
    c = moment.reading("mobilisation")
    deprivation = mobilisation.deprivation_of(c["hardship"], c["wellbeing"], p)
    held = share_of_ties(int(c["detained_ties"]), int(c["tie_count"]))
    grievance = mobilisation.grievance_of(deprivation, c["trust"], held, p)
    officers = mobilisation.officers_around(c["officers"], c["population"], p)
    crowd = mobilisation.crowd_around(c["district_active"], p)
    in_sight = crowd + mobilisation.visible_of(p) * c["active_ties"]
    cost = mobilisation.cost_of(c["risk"], officers, in_sight, c["record"], p)
    feel = mobilisation.feel_of(c["mood"], c["active_share"], p)
    drawn = draws.uniform(moment.key, moment.resident, moment.week, draws.FOLLOW_THROUGH)
    return Acting(
        grievance,
        feel,
        cost,
        c["weariness"],
        mobilisation.urge_of(grievance, feel, cost, c["weariness"]),
        mobilisation.threshold_of(c["success"], p),
        c["detention"] <= 1,  # a week of it is served before anybody decides
        c["active"] > 0,
        drawn,
        p.conversion,
    )


def speaking(moment: Moment) -> Speaking:
    """Return the terms of saying what one thinks."""
    p = expression.MECHANISM.parameters(moment.values)
    c = moment.reading("expression")
    watched = expression.felt_watching(c["watched"], c["accustomed"], p)
    chance = expression.speak_probability(c["agree"], watched, c["trust"], c["agency"], p)
    drawn = draws.uniform(moment.key, moment.resident, moment.week, draws.SPEAK)
    return Speaking(chance, drawn, c["detention"] == 0)


def sharing(moment: Moment) -> Sharing:
    """Return the terms of sharing data."""
    p = consent.MECHANISM.parameters(moment.values)
    c = moment.reading("consent")
    chance = consent.share_probability(c["expectation"], c["trust"], c["concern"], c["exposure"], p)
    _, attends, drawn, _ = draws.uniforms(moment.key, moment.resident, moment.week, draws.ADOPT)
    return Sharing(
        chance,
        drawn,
        attends < p.attention,
        c["inertia_draw"] < p.inertia,
        bool(is_mandatory(p.consent)),
        c["harm_weeks"] > 0,
    )
