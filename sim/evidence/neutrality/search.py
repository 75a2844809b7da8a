"""The search for witnesses: a Latin hypercube, then its strongest assumptions at their ends, few at first.

Run it after the model or an explored range changes: ``python -m sim.evidence.neutrality.search``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from sim.evidence.neutrality.witnesses import (
    CENTRAL,
    HORIZONS,
    Lead,
    Witnesses,
    leads_in,
    measure,
    shipped,
    toward_better,
    write_witnesses,
)
from sim.evidence.patterns.camps import CAMPS
from sim.evidence.patterns.hypercube import from_unit, latin_hypercube, to_unit
from sim.evidence.patterns.setting import PLACE, Outcomes, Setting
from sim.outcomes import OUTCOMES
from sim.parameters import ASSUMPTIONS, Value

Places: TypeAlias = NDArray[np.float64]
Reading: TypeAlias = Mapping[str, Value]

FEW = (1, 2, 3, 5, 8, 13, 21)  # how many assumptions are moved away from their defaults
PUSHED_YEARS = (1, 5, 10)  # whose slopes are tried
WALKED = 34
STIFFNESS = 3.0  # ridge: more assumptions than an outcome depends on


def sample(setting: Setting, samples: int, seed: int = 11) -> tuple[Places, Outcomes]:
    """Return places (samples, assumptions) in the unit cube and the leads there (samples, years, outcomes)."""
    readings = latin_hypercube(samples, seed)

    def run_one(job: tuple[int, Mapping[str, Value]]) -> Outcomes:
        number, reading = job
        seed = setting.seeds[number % len(setting.seeds)]
        return setting.lead(CAMPS, seed, reading, HORIZONS, max(HORIZONS))

    leads = np.array(setting.each("sample", run_one, list(enumerate(readings))))
    return np.array([to_unit(reading) for reading in readings]), leads


def slopes(places: Places, leads: NDArray[np.float64]) -> Places:
    """Return the ridge regression's slope of ``leads`` (samples,) along every assumption."""
    known = np.isfinite(leads)
    x, y = places[known] - 0.5, leads[known] - leads[known].mean()
    solved: Places = np.linalg.solve(x.T @ x + STIFFNESS * np.eye(x.shape[1]), x.T @ y)
    return solved


def pushed(slope: Places, number: int) -> dict[str, Value]:
    """Return the ``number`` assumptions of the steepest slopes, each at the end that raises the lead."""
    names = list(ASSUMPTIONS)
    ends = from_unit((slope > 0.0).astype(float))
    return {names[k]: ends[names[k]] for k in np.argsort(-np.abs(slope))[:number]}


class Hunt:
    """What is still wanted and what has been found: looked for under one seed, proved under all."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.one_seed = replace(setting, seeds=setting.seeds[:1], quiet=True)
        self.wanted = [(outcome, camp) for outcome in OUTCOMES for camp in CAMPS]
        self.readings: dict[str, Reading] = {}
        self.leads: list[Lead] = []

    def prove(self, name: str, reading: Reading) -> None:
        """Keep the wanted leads that hold under every seed."""
        for lead in leads_in(measure(self.setting, [reading], max(HORIZONS))[0], name, self.wanted):
            self.readings[name] = reading
            self.leads.append(lead)
            self.wanted.remove((lead.outcome, lead.camp))

    def look(self, reading: Reading) -> Outcomes:
        """Return the lead of emancipatory over control under the first seed, (years, outcomes)."""
        return measure(self.one_seed, [reading], max(HORIZONS))[0].mean

    def push(self, places: Places, sampled: Outcomes, number: int) -> None:
        """Try, for every wanted lead, its ``number`` strongest assumptions at their ends."""
        jobs = [
            (
                outcome,
                camp,
                year,
                pushed(slopes(places, _ahead(sampled[:, year - 1, PLACE[outcome]], outcome, camp)), number),
            )
            for outcome, camp in self.wanted
            for year in PUSHED_YEARS
        ]
        looks = self.setting.each(f"push {number}", lambda job: self.look(job[3]), jobs)
        for (outcome, camp, year, reading), found in zip(jobs, looks, strict=True):
            if (outcome, camp) in self.wanted and (
                _ahead(found[:, PLACE[outcome]], outcome, camp) > 0.0
            ).any():
                self.prove(f"{camp}-{outcome.replace('_', '-')}-{number}-{year}", reading)

    def climb(self, places: Places, sampled: Outcomes) -> dict[tuple[str, str], float]:
        """Walk uphill for every lead still wanted, one assumption at a time; return the best each reached."""
        jobs = list(self.wanted)
        walked = self.setting.each("climb", lambda job: self._walk(places, sampled, *job), jobs)
        for (outcome, camp), (reading, _) in zip(jobs, walked, strict=True):
            if (outcome, camp) in self.wanted:
                self.prove(f"{camp}-{outcome.replace('_', '-')}-climb", reading)
        return {job: best for job, (_, best) in zip(jobs, walked, strict=True)}

    def _walk(self, places: Places, sampled: Outcomes, outcome: str, camp: str) -> tuple[Reading, float]:
        ahead = _ahead(sampled[..., PLACE[outcome]], outcome, camp)
        year = int(np.nanargmax(np.nanmean(ahead, axis=0)))
        slope = slopes(places, ahead[:, year])
        reading = pushed(slope, FEW[-1])
        best = self._height(reading, outcome, camp)
        for name in pushed(slope, WALKED):
            for end in ASSUMPTIONS[name].explored:
                step = {**reading, name: end}
                height = self._height(step, outcome, camp) if step != reading else best
                if height > best:
                    reading, best = step, height
        return reading, best

    def _height(self, reading: Reading, outcome: str, camp: str) -> float:
        return float(np.nanmax(_ahead(self.look(reading)[:, PLACE[outcome]], outcome, camp)))


def search(setting: Setting, samples: int = 300) -> tuple[Witnesses, dict[tuple[str, str], float]]:
    """Return the witnesses found, and for each (outcome, camp) without one the best lead that was reached."""
    hunt = Hunt(setting)
    hunt.prove(CENTRAL, {})
    places, sampled = sample(setting, samples)
    for number in FEW:
        hunt.push(places, sampled, number)
    reached = hunt.climb(places, sampled)
    found = Witnesses(tuple(sorted(hunt.leads)), hunt.readings)
    return found, {job: reached[job] for job in hunt.wanted}


def _ahead(lead: Outcomes, outcome: str, camp: str) -> Outcomes:
    """Return by how much ``camp`` is ahead, for the lead of emancipatory over control."""
    return lead * toward_better(outcome) * (1.0 if camp == CAMPS[0] else -1.0)


if __name__ == "__main__":
    kept, missing = search(Setting(quiet=False))
    write_witnesses(kept, shipped())
    print(f"{len(kept.leads)} leads")
    for (outcome, camp), lead in missing.items():
        print(f"none of {camp} on {outcome}: best {lead:+.4g}")
