"""Whether paired runs bear out what a debate claims: the direction, beyond its interval, and visible in the hall.

A claim holds if the mean over the seeds has the sign claimed, its 95 % interval (Student's t, seeds as
replications) keeps away from 0, it is at least material for the outcome, and it is higher than `LEAST_PIXELS`
on a projector of 1,080 lines.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy import stats

from sim.debate.debate import YEAR, Claim, Cue, Debate
from sim.model.time_series import REPORTED_WEEKS
from sim.outcomes import OUTCOMES, Outcome
from sim.parameters import CONTEXT
from sim.runs.comparison import Comparison
from sim.runs.spec import CitySpec, RunSpec
from sim.scenario.event import Event, read_event
from sim.scenario.scenario import load_assumptions, load_scenario

Floats = NDArray[np.floating]

SEEDS, RESIDENTS = 20, 2_000
"""As many runs, of as many residents, as stand behind the page's sentence."""
LEAST_PIXELS = 12
PLOT_PIXELS = 500
"""Height of the chart in a reveal, in pixels of a projector of 1,080 lines; the page's is no lower."""
LEAST_PART = 0.1
"""Of the whole axis: a cut axis shows no less."""
CONFIDENCE = 0.95
AFTERWARDS = 26
"""Weeks after an event in which it must show: the half year after it."""


class Runs(NamedTuple):
    """Paired runs of a cue: ``values`` (seeds, cities A and B, weeks), the burn-in included, of one outcome.

    ``eventless`` are the same without the cue's events, where it has any.
    """

    values: Floats
    eventless: Floats | None
    burn_in: int

    def level(self, city: int, week: int) -> Floats:
        """Return the mean of the four weeks that end at ``week`` after the branch point, by seed."""
        end = self.burn_in + week
        mean: Floats = self.values[:, city, end - REPORTED_WEEKS : end].mean(axis=1)
        return mean


def _higher(runs: Runs, cue: Cue, claim: Claim) -> Iterator[tuple[str, Floats]]:
    a, b = (runs.level(city, claim.years * YEAR) for city in (0, 1))
    yield f"{claim.city} is higher", a - b if claim.city == "A" else b - a


def _gain(runs: Runs, cue: Cue, claim: Claim) -> Iterator[tuple[str, Floats]]:
    """Yield, for each city, by how much it gains on the branch point; less is a gain where less is better."""
    sign = -1 if OUTCOMES[cue.outcome].direction == "less" else 1
    for city, letter in enumerate("AB"):
        yield f"{letter} gains", sign * (runs.level(city, claim.years * YEAR) - runs.level(city, 0))


def _shows(runs: Runs, cue: Cue, claim: Claim) -> Iterator[tuple[str, Floats]]:
    """Yield how far the event moves the city in the half year after it, at the most, away from its own path."""
    yield f"the event shows in {claim.city}", np.abs(_moved(runs, cue, "AB".index(claim.city)))


def _apart(runs: Runs, cue: Cue, claim: Claim) -> Iterator[tuple[str, Floats]]:
    """Yield by how much more the event moves the city than it moves the other one."""
    one = "AB".index(claim.city)
    moved = [np.abs(_moved(runs, cue, city)) for city in (one, 1 - one)]
    yield f"the event moves {claim.city} more", moved[0] - moved[1]


def _moved(runs: Runs, cue: Cue, city: int) -> Floats:
    """Return what the cue's last event changes in a city, by seed: the mean of the half year after it."""
    if runs.eventless is None:
        return np.zeros(len(runs.values))
    start = runs.burn_in + max(int(event["week"]) for event in cue.events)
    window = slice(start + AFTERWARDS, start + 2 * AFTERWARDS)
    moved: Floats = (runs.values - runs.eventless)[:, city, window].mean(axis=1)
    return moved


_DIFFERENCES: Mapping[str, Callable[[Runs, Cue, Claim], Iterator[tuple[str, Floats]]]] = {
    "higher": _higher,
    "gain": _gain,
    "shows": _shows,
    "apart": _apart,
}
"""For each kind of claim, the differences by seed that must be above 0, each with what it is."""


def failures(debate: Debate, seeds: int = SEEDS, residents: int = RESIDENTS) -> list[str]:
    """Return a line for every claim of ``debate`` that its paired runs do not bear out. Takes a while."""
    faults = []
    for cue in debate.cues:
        if not cue.claims:
            continue
        measured = measure(debate, cue, seeds, residents)
        faults += [f"{debate.name}: {fault}" for fault in failures_of(cue, measured)]
    return faults


def failures_of(cue: Cue, runs: Runs) -> list[str]:
    """Return a line for every claim of ``cue`` that ``runs`` do not bear out."""
    return [
        f"{cue.name}: year {claim.years}: {what}: {fault}"
        for claim in cue.claims
        for what, differences in _DIFFERENCES[claim.kind](runs, cue, claim)
        if (fault := _fault(differences, OUTCOMES[cue.outcome], pixels_of(runs, cue)))
    ]


def measure(debate: Debate, cue: Cue, seeds: int = SEEDS, residents: int = RESIDENTS) -> Runs:
    """Return the paired runs of ``cue``: both cities of ``debate`` under seeds 1, 2, 3 and so on."""
    spec = _spec(debate, cue, residents)
    eventless = _series(_spec(debate, cue, residents, eventless=True), cue, seeds) if cue.events else None
    return Runs(_series(spec, cue, seeds), eventless, spec.burn_in)


def pixels_of(runs: Runs, cue: Cue) -> float:
    """Return how many pixels one unit of the outcome is high on the chart of a projector."""
    low, high = OUTCOMES[cue.outcome].axis
    span = high - low
    if cue.cut:
        drawn = runs.values.mean(axis=0)
        # round numbers at both ends take up to a quarter of the range of the lines each
        span = min(span, max(LEAST_PART * span, 1.5 * float(np.nanmax(drawn) - np.nanmin(drawn))))
    return PLOT_PIXELS / span


def _fault(differences: Floats, outcome: Outcome, pixels: float) -> str:
    mean, low = _mean_and_low(differences)
    shown = f"{mean * outcome.scale:+.2f}"
    if low <= 0:
        return f"{shown} is not beyond the interval over seeds"
    if mean < outcome.material:
        return f"{shown} is less than the {outcome.material * outcome.scale:g} that are material"
    if mean * pixels < LEAST_PIXELS:
        return f"{shown} is {mean * pixels:.0f} pixels, fewer than {LEAST_PIXELS}"
    return ""


def _mean_and_low(differences: Sequence[float] | Floats) -> tuple[float, float]:
    """Return the mean and the lower end of its interval."""
    values = np.asarray(differences, dtype=float)
    error = values.std(ddof=1) / np.sqrt(len(values))
    return float(values.mean()), float(
        values.mean() - stats.t.ppf((1 + CONFIDENCE) / 2, len(values) - 1) * error
    )


def _spec(debate: Debate, cue: Cue, residents: int, eventless: bool = False) -> RunSpec:
    events = [] if eventless else [read_event(event) for event in cue.events]
    cities = []
    for letter, name in debate.scenarios.items():
        scenario = load_scenario(name).change(debate.changes.get(letter, {}))
        own = [
            Event(e.kind, e.week, "all", e.depth, e.weeks, e.lever, e.value)
            for e in events
            if e.concerns(letter)
        ]
        cities.append(CitySpec(letter, tuple(scenario.levers.items()), (*scenario.events, *own)))
    burn_in, weeks = (int(CONTEXT[name].default) for name in ("burn_in", "weeks"))
    assumed = tuple(sorted(load_assumptions(cue.assumptions).items()))
    return RunSpec(tuple(cities), debate.city, residents, burn_in, weeks, (1,), assumed, cue.assumptions)


def _series(spec: RunSpec, cue: Cue, seeds: int) -> Floats:
    return _all_outcomes(spec, seeds)[..., list(OUTCOMES).index(cue.outcome)]


@lru_cache(maxsize=4)  # the cues of a debate mostly ask for the same cities
def _all_outcomes(spec: RunSpec, seeds: int) -> Floats:
    """Return (seeds, cities, weeks, outcomes)."""
    found = []
    for seed in range(1, seeds + 1):
        cities = Comparison.of(spec.under([seed]), seed).run(spec.weeks).cities
        found.append(np.stack([city.series.values[: city.series.filled] for city in cities]))
    return np.stack(found)
