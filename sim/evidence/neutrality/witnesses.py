"""Witnesses: readings of the assumptions under which a camp leads on an outcome, kept in a file and run again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import tomli_w

from sim.evidence.patterns.camps import CAMPS
from sim.evidence.patterns.setting import PLACE, Outcomes, Setting
from sim.files.atomic import write_whole
from sim.files.errors import InputError, brief
from sim.files.resources import data_folder
from sim.files.toml import read_toml
from sim.outcomes import OUTCOMES
from sim.parameters import Value, check_all
from sim.runs.statistics import paired_difference

HORIZONS = tuple(range(1, 11))
CENTRAL = "central"
ROUNDING = 1e-9  # a lead is more than the last bits of a sum
HEAD = "# Where each camp leads on each outcome. Written by `search`; run again by every check.\n\n"


class Lead(NamedTuple):
    """``camp`` leads on ``outcome`` in ``year`` under the reading of that name."""

    outcome: str
    camp: str
    year: int
    reading: str


class Witnesses(NamedTuple):
    """Leads, and the readings they refer to: assumptions that differ from their defaults, by name."""

    leads: tuple[Lead, ...]
    readings: Mapping[str, Mapping[str, Value]]


def shipped() -> Path:
    """Return the path of the witnesses that come with the model."""
    return data_folder() / "neutrality" / "witnesses.toml"


def read_witnesses(path: Path | None = None) -> Witnesses:
    """Return the witnesses of a file; raise InputError for names or values that are not allowed."""
    file = path or shipped()
    document = read_toml(file)
    readings: dict[str, Mapping[str, Value]] = {CENTRAL: {}}
    for name, values in document.get("readings", {}).items():
        readings[name] = check_all(values, ["assumption"], f"{file.name}: {name}")
    leads = tuple(_read_lead(table, readings, file.name) for table in document.get("leads", []))
    return Witnesses(leads, readings)


def _read_lead(table: Mapping[str, Any], readings: Iterable[str], where: str) -> Lead:
    if set(table) != set(Lead._fields):
        raise InputError(f"{where}: a lead has the keys {', '.join(Lead._fields)}, not {', '.join(table)}")
    lead = Lead(**table)
    known = lead.outcome in OUTCOMES and lead.camp in CAMPS and lead.year in HORIZONS
    if not known or lead.reading not in readings:
        raise InputError(f"{where}: no such lead: {brief(dict(table))}")
    return lead


def write_witnesses(witnesses: Witnesses, path: Path) -> None:
    """Write ``witnesses`` whole to the file at ``path``."""
    used = {lead.reading for lead in witnesses.leads} - {CENTRAL}
    document = {
        "leads": [lead._asdict() for lead in witnesses.leads],
        "readings": {name: dict(values) for name, values in witnesses.readings.items() if name in used},
    }
    write_whole(path, HEAD + tomli_w.dumps(document))


def toward_better(outcome: str) -> float:
    """Return the sign of a lead: less is better on some outcomes; without a direction, more counts as ahead."""
    return -1.0 if OUTCOMES[outcome].direction == "less" else 1.0


class Spans(NamedTuple):
    """The mean lead of emancipatory over control and its 90 % interval over seeds, (years, outcomes) each."""

    mean: Outcomes
    low: Outcomes
    high: Outcomes

    def lead(self, outcome: str, camp: str, year: int) -> tuple[float, float, float]:
        """Return the lead of ``camp``: mean, low, high, positive where it is ahead."""
        row, column = HORIZONS.index(year), PLACE[outcome]
        mean, low, high = (float(one[row, column]) for one in self)
        sign = toward_better(outcome) * (1.0 if camp == CAMPS[0] else -1.0)
        return (mean, low, high) if sign > 0.0 else (-mean, -high, -low)


def spans(differences: Outcomes) -> Spans:
    """Return the spans of paired differences (seeds, years, outcomes)."""
    seeds, years, outcomes = differences.shape
    flat = paired_difference(differences.reshape(seeds, -1), np.zeros((seeds, years * outcomes)))
    return Spans(*(one.reshape(years, outcomes) for one in flat))


def measure(setting: Setting, readings: Sequence[Mapping[str, Value]], years: int) -> list[Spans]:
    """Return the spans of the two camps under each of ``readings``; later years than ``years`` are nan."""
    jobs = [(reading, seed) for reading in readings for seed in setting.seeds]

    def run_one(job: tuple[Mapping[str, Value], int]) -> Outcomes:
        reading, seed = job
        return setting.lead(CAMPS, seed, reading, HORIZONS, years)

    found = np.array(setting.each("witnesses", run_one, jobs))
    grouped = found.reshape(len(readings), len(setting.seeds), len(HORIZONS), len(OUTCOMES))
    return [spans(differences) for differences in grouped]


def leads_in(found: Spans, name: str, wanted: Iterable[tuple[str, str]]) -> list[Lead]:
    """Return the leads among ``wanted`` (outcome, camp) that ``found`` holds, each in its clearest year."""
    leads = []
    for outcome, camp in wanted:
        clear = {year: found.lead(outcome, camp, year) for year in HORIZONS}
        held = {year: low / abs(mean) for year, (mean, low, _) in clear.items() if low > ROUNDING}
        if held:
            leads.append(Lead(outcome, camp, max(held, key=lambda year: held[year]), name))
    return leads
