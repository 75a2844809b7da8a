"""Which couplings, put at rest, make the two cities tie exactly, outcome by outcome.

Derived from the equations: a lever reaches an outcome only through the terms listed, so without them the same
draws give the same values to the last bit. The check also leaves out each entry in turn: a list that still
tied without one would claim more than it needs.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

import numpy as np

from sim.evidence.patterns.camps import CAMPS
from sim.evidence.patterns.row import Check, Row
from sim.evidence.patterns.setting import PLACE, Outcomes, Setting
from sim.outcomes import OUTCOMES
from sim.parameters import Value
from sim.scenario.event import Event

Values: TypeAlias = dict[str, Value]


@dataclass(frozen=True)
class Coupling:
    """Assumptions and constants at ``rest`` and levers ``equal`` in both cities tie ``outcomes`` exactly.

    ``aside`` is at rest too, and no entry: what would hide another entry behind a floor.
    """

    outcomes: tuple[str, ...]
    rest: Values = field(default_factory=dict)
    equal: Values = field(default_factory=dict)
    aside: Values = field(default_factory=dict)

    def without(self) -> Iterator[tuple[str, Coupling]]:
        """Yield every entry's name with this coupling less that entry."""
        for name in self.rest:
            yield name, Coupling(self.outcomes, _less(self.rest, name), self.equal, self.aside)
        for name in self.equal:
            yield name, Coupling(self.outcomes, self.rest, _less(self.equal, name), self.aside)


def _less(values: Values, name: str) -> Values:
    return {key: value for key, value in values.items() if key != name}


def _zero(*names: str) -> Values:
    return dict.fromkeys(names, 0.0)


LEAKS = (Event("breach", 4), Event("breach", 20))
"""In both cities, so that no entry about leaks is idle for want of one: leaks are rare in a short run."""
LEVER_COSTS = _zero(
    "oversight_cost", "surveillance_cost", "enforcement_cost", "places_cost", "continuity_cost"
) | _zero("connectivity_cost", "responsiveness_cost")
SPENDING = LEVER_COSTS | _zero("upkeep", "concession_cost", "platform_fee")
RUNNING = SPENDING | _zero("participation_cost")
SAVINGS = _zero("digital_saving", "automation_saving")  # overheads are at least 0, however much is saved
HARM = _zero("misuse_harm", "wrong_decision", "breach_harm")
SHARING = _zero("imitation_q", "abandon", "benefit_pull", "trust_pull", "concern_push") | HARM
UNLED = _less(SHARING, "benefit_pull")  # where services tie, so do the expectations that pull
SHARING_RULE: Values = {"connectivity": 0.85, "consent": "opt_in"}
KNOWLEDGE = SHARING | _zero("sensor_reach", "measure_noise")
KNOWLEDGE_RULE = SHARING_RULE | {"epsilon": "none"}
TAKING_UP = _zero("takeup", "recognise")
FUNDS = SPENDING | _zero("rent", "gain", "delay")
SERVICES = FUNDS | TAKING_UP | _zero("misfit", "outage_depth")
COVERED = _less(SERVICES, "connectivity_cost")  # where the network is the same in both
EQUAL_SHARES = _zero("aim_wellbeing", "aim_order", "participation")  # the third aim is then all there is
PROMISED = _less(FUNDS, "connectivity_cost") | _zero("returned")
READING = _zero("silence_as", "complain")
MEETING = _zero("meet", "displacement")
MEETING_RULE: Values = {"connectivity": 0.85, "personalisation": 0.0}
OPINION = _zero("experience", "security_demand", "influence")
CRIME = _zero("patrol_effect", "cctv_effect", "cohesion_effect")
VALUES = _zero(
    "value_service", "value_ties", "value_autonomy", "value_privacy", "value_safety", "convenience", "burden"
)

COUPLINGS: tuple[Coupling, ...] = (
    Coupling(
        ("wellbeing", "wellbeing_low", "gap_hardship"),
        VALUES | _zero("resent", "rent", "value_saved", "harm_cost", "wellbeing_detained"),
    ),
    Coupling(("service_fit", "gap_districts"), SERVICES, EQUAL_SHARES, SAVINGS),
    Coupling(("running_cost",), RUNNING, aside=SAVINGS),
    Coupling(("fees",), _zero("platform_fee")),
    Coupling(("savings",), _zero("saving_share")),
    Coupling(("spend",), RUNNING | _zero("saving_share", "rent", "returned"), aside=SAVINGS),
    Coupling(
        ("expression", "agency"),
        _zero("chilling", "spiral", "conversion", "agency_participation", "agency_openness", "agency_data")
        | _zero("agency_harmed"),
        _zero("censorship"),
    ),
    Coupling(("calm",), CRIME),
    Coupling(("disorder",), CRIME | _zero("disruption")),
    Coupling(
        ("trust",),
        _zero("trust_surprise", "trust_service", "breach_trust", "trust_detained", "answered", "audit_trust")
        | _zero("trust_harmed", "trust_harmed_near", "trust_agency", "trust_privacy")
        | _zero("reassure", "safety_trust", "resent"),
    ),
    Coupling(("silence",), READING),
    Coupling(("selection",), COVERED | UNLED, EQUAL_SHARES | SHARING_RULE, SAVINGS),
    Coupling(("illusion", "reported"), COVERED | UNLED | READING, EQUAL_SHARES | SHARING_RULE, SAVINGS),
    Coupling(("promise",), PROMISED | KNOWLEDGE, EQUAL_SHARES | KNOWLEDGE_RULE, SAVINGS),
    Coupling(
        ("promise_gap",), COVERED | _less(KNOWLEDGE, "benefit_pull"), EQUAL_SHARES | KNOWLEDGE_RULE, SAVINGS
    ),
    Coupling(("harmed", "gap_harmed"), HARM),
    Coupling(("takeup",), TAKING_UP),
    Coupling(("ties", "isolated", "machine_mediated", "crossing"), MEETING, MEETING_RULE),
    Coupling(("opinion_spread",), OPINION),
    Coupling(("like_minded",), MEETING | OPINION, MEETING_RULE),
    Coupling(("adoption",), _zero("imitation_q", "abandon"), {"connectivity": 0.85}),
    Coupling(("sharing",), SHARING, SHARING_RULE),
    Coupling(("coverage",), SHARING | _zero("sensor_reach"), SHARING_RULE),
    Coupling(("estimate_error",), KNOWLEDGE, KNOWLEDGE_RULE),
    Coupling(
        ("concentration",),
        equal={
            "own_residents": 0.05,
            "own_commons": 0.0,
            "own_municipality": 0.45,
            "own_platform": 0.4,
            "own_state": 0.1,
        },
    ),
    Coupling(
        ("exposure",),
        _zero("misuse_residents", "misuse_commons", "misuse_municipality", "misuse_platform", "misuse_state")
        | _zero("neglect", "open_leak", "breach_trust"),
    ),
    Coupling(("innovation",), _zero("ideas")),
    Coupling(("catalyst_ratio",), _zero("catalyst")),
    Coupling(("productivity",), _zero("gain", "delay")),
    Coupling(("ai_quality",), _zero("learn_beta")),
    Coupling(("complexity",), _zero("complexity_scale")),
    Coupling(("incidents",), _zero("incident_rate")),
    Coupling(("active", "detained", "mood"), _zero("conversion")),
    Coupling(("mood_coupling",), _zero("crowd")),
)


def together() -> Coupling:
    """Return the coupling that puts every listed one at rest at once."""
    rest: dict[str, Value] = {}
    equal: dict[str, Value] = {}
    for coupling in COUPLINGS:
        rest |= coupling.rest
        equal |= coupling.equal
    return Coupling(tuple(OUTCOMES), rest, equal, SAVINGS)


def gaps(setting: Setting, coupling: Coupling, seed: int) -> Outcomes:
    """Return the largest distance of the two cities in any week, (outcomes,); 0 is a tie to the last bit."""
    first, second = (
        city.series.values
        for city in setting.comparison_of(
            CAMPS, seed, events=LEAKS, **coupling.rest, **coupling.equal, **coupling.aside
        )
    )
    apart = np.abs(first - second)
    both_undefined = np.isnan(first) & np.isnan(second)
    distance: Outcomes = np.where(both_undefined, 0.0, apart).max(axis=0)
    return np.where(np.isnan(distance), np.inf, distance)


def ties_at_rest(setting: Setting) -> Row:
    """Check every coupling: apart as it is, tied at rest, and no entry idle."""
    bare = np.max(
        setting.each("couplings", lambda seed: gaps(setting, Coupling(()), seed), setting.seeds), axis=0
    )
    checks = [_check(setting, coupling, bare) for coupling in COUPLINGS]
    union = together()
    left = np.max(setting.each("couplings", lambda seed: gaps(setting, union, seed), setting.seeds), axis=0)
    apart = [outcome for outcome in OUTCOMES if left[PLACE[outcome]] > 0.0]
    shown = f"{len(OUTCOMES) - len(apart)} tie" + (f"; not {', '.join(apart)}" if apart else "")
    everything = Check(
        f"every outcome: all {len(union.rest)} terms at rest, {len(union.equal)} levers equal",
        f"{len(OUTCOMES)} tie",
        shown,
        not apart,
    )
    return Row(
        "N3",
        "With the couplings that feed it at rest, an outcome ties exactly",
        (*checks, everything),
        note=ABOUT_COUPLINGS,
    )


ABOUT_COUPLINGS = (
    "Everything else keeps its default and the two cities their own levers. A tie is bit for bit, in "
    "every week and seed; two leaks are let happen in both. `deficit` is 0 in both cities as they are, but "
    "for rounding; `machine_trust` and `predictive_effect` rest by default. Each list is also run with every "
    "single entry left out: the outcomes then part, so none is idle."
)


def _check(setting: Setting, coupling: Coupling, bare: Outcomes) -> Check:
    columns = [PLACE[outcome] for outcome in coupling.outcomes]
    rested = np.max(
        setting.each("couplings", lambda seed: gaps(setting, coupling, seed), setting.seeds), axis=0
    )
    ties, parts = bool((rested[columns] == 0.0).all()), bool((bare[columns] > 0.0).all())
    idle = idle_entries(setting, coupling)
    shown = f"apart by {bare[columns].max():.2g} as they are, by {rested[columns].max():.2g} at rest"
    if idle:
        shown += f"; idle: {', '.join(idle)}"
    return Check(
        _said(coupling), "apart as they are, 0 at rest, no idle entry", shown, ties and parts and not idle
    )


def idle_entries(setting: Setting, coupling: Coupling) -> list[str]:
    """Return the entries without which the outcomes tie all the same, under every seed."""
    columns = [PLACE[outcome] for outcome in coupling.outcomes]
    names, less = zip(*coupling.without(), strict=True)
    jobs = list(less)

    def parted(one: Coupling) -> bool:
        return any(gaps(setting, one, seed)[columns].max() > 0.0 for seed in setting.seeds)

    needed = setting.each("couplings", parted, jobs)
    return [name for name, parts in zip(names, needed, strict=True) if not parts]


def _said(coupling: Coupling) -> str:
    parts = []
    if coupling.rest:
        parts.append(f"{', '.join(coupling.rest)} at 0")
    if coupling.aside:
        parts.append(f"{', '.join(coupling.aside)} aside")
    if coupling.equal:
        parts.append(", ".join(f"{name} {value}" for name, value in coupling.equal.items()) + " in both")
    return f"{', '.join(coupling.outcomes)}: {'; '.join(parts)}"
