"""The pattern of scale: results depend neither on the number of residents nor on that of districts (P11)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from sim.evidence.patterns.chart import Chart, Line
from sim.evidence.patterns.people import MAIN
from sim.evidence.patterns.row import Check, Row
from sim.evidence.patterns.setting import PLACE, Dials, Setting, of
from sim.outcomes import OUTCOMES
from sim.runs.statistics import paired_difference

OF_THE_DIVISION = ("crossing", "gap_districts")
"""Dials that count borders or compare districts: another division asks them another question."""
SHOWN = ("estimate_error", "detained", "wellbeing", "trust")
WHY_SMALL_DIFFERS = (
    "A district is known by the residents simulated in it. With about 30 of them the few who share data "
    "give a noisy mean need, so the error on needs and the gap between districts grow; and one resident "
    "acting is a large share of the district, so fewer of those acting are held. Both fade as districts "
    "fill: 150 residents a district (10,000 in 64) is the size to ask for where these dials matter. The last "
    "rows keep the residents of a district constant: there the error on needs, who speaks and like-minded "
    "ties agree, and under control those held too, so what counts is how many a district has, not how many "
    "there are. `selection` parts there because a part of network access is drawn by district, which many "
    "districts even out (12 seeds under control: .0068 / .0069 / .0058; without that part, `patchiness` 0, "
    ".0052 / .0056 / .0053). Rare unrest in the status quo is rarer in a larger city (active, 12 seeds: "
    ".0053 / .0045 / .0036); why was not measured. By chance alone up to one dial in twenty would fall "
    "outside."
)


def scaling(setting: Setting) -> Row:
    """Measure P11: dials of the fifth year at several numbers of residents, and of districts."""
    sizes = {f"{size:,}": {"residents": size} for size in setting.sizes}
    divisions = {
        str(number): {"city": f"synthetic:{number}", "residents": setting.division_residents}
        for number in setting.divisions
    }
    each = setting.division_residents // setting.divisions[len(setting.divisions) // 2]
    filled = {
        str(number): {"city": f"synthetic:{number}", "residents": each * number}
        for number in setting.divisions
    }
    families = (
        ("residents", sizes, ()),
        ("districts", divisions, OF_THE_DIVISION),
        (f"districts of {each}", filled, OF_THE_DIVISION),
    )
    checks, courses = [], {}
    for unit, cases, left_out in families:
        for scenario in MAIN:
            found = courses[unit, scenario] = _last_year(setting, scenario, list(cases.values()))
            checks.append(_agreement(f"{scenario}, {' / '.join(cases)} {unit}", found, left_out))
    by_size = {scenario: courses["residents", scenario] for scenario in MAIN}
    charts = tuple(_chart(dial, by_size, setting.sizes) for dial in SHOWN)
    return Row(
        "P11",
        "Nothing depends on the number of residents or districts",
        tuple(checks),
        charts,
        WHY_SMALL_DIFFERS,
    )


def _last_year(setting: Setting, scenario: str, cases: Sequence[Mapping[str, Any]]) -> Dials:
    """Return the mean dials of the last year, (cases, seeds, dials)."""

    def live(job: tuple[Mapping[str, Any], int]) -> Dials:
        changed, seed = job
        weekly = setting.city_of(scenario, seed, **changed).series.since_fork()
        year: Dials = weekly[-52:].mean(axis=0)
        return year

    jobs = [(case, seed) for case in cases for seed in setting.seeds]
    found: Dials = np.array(setting.each("P11", live, jobs))
    return found.reshape(len(cases), len(setting.seeds), len(OUTCOMES))


def _ends(found: Dials) -> tuple[Dials, Dials]:
    """Return the ends of every case's and dial's 90 % interval over seeds, (cases, dials) each."""
    spans = [paired_difference(case, np.zeros_like(case)) for case in found]
    return np.array([span.low for span in spans]), np.array([span.high for span in spans])


def _agreement(what: str, found: Dials, left_out: Sequence[str]) -> Check:
    """Return the check that the intervals of all cases overlap, dial by dial."""
    low, high = _ends(found)
    parted = low.max(axis=0) > high.min(axis=0) + 1e-12
    outside = [dial for dial in OUTCOMES if parted[PLACE[dial]] and dial not in left_out]
    said = "; ".join(f"{dial} {_means(of(found, dial))}" for dial in outside)
    compared = len(OUTCOMES) - len(left_out)
    return Check(
        what,
        f"90 % intervals of all {compared} dials overlap",
        f"{compared - len(outside)} overlap" + (f"; not: {said}" if said else ""),
        not outside,
    )


def _means(values: Dials) -> str:
    return " / ".join(f"{mean:.4g}" for mean in values.mean(axis=1))


def _chart(dial: str, by_size: Mapping[str, Dials], sizes: Sequence[int]) -> Chart:
    lines = []
    for scenario, found in by_size.items():
        low, high = _ends(found)
        lines.append(Line(scenario, sizes, of(found, dial).mean(axis=1), of(low, dial), of(high, dial)))
    title = f"P11 {OUTCOMES[dial].label.translate('en')} by number of residents, 90 % intervals"
    return Chart(f"p11_{dial}", title, "residents", dial, tuple(lines), log=True)
