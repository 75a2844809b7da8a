"""Unrest beside Mesa's own Epstein example: same parameters, each rounding of officers to rebels, one run.

``python -m benchmarks.epstein_docking`` writes `docs/epstein.md` and `docs/img/epstein.svg`.
"""

from __future__ import annotations

import io
import math
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

import numpy as np
from mesa.examples.advanced.epstein_civil_violence import agents as example
from mesa.examples.advanced.epstein_civil_violence.model import EpsteinCivilViolence
from numpy.typing import NDArray

from sim.engine.mechanism import key_of
from sim.engine.tie_slots import EMPTY
from sim.files.atomic import make_folder, write_whole
from sim.mechanisms import mobilisation
from sim.model.city_model import CityModel

Floats = NDArray[np.float64]

# Epstein's Run 2: vision 7 on a torus is 112 cells, 70 % of them taken by citizens
LEGITIMACY, COP_DENSITY, CITIZEN_DENSITY, LONGEST_TERM = 0.82, 0.04, 0.7, 30
DISTRICTS, IN_SIGHT = 14, 80  # 1,120 residents, as on his 40 by 40 cells
OFFICERS_PER_RESIDENT = COP_DENSITY / CITIZEN_DENSITY
ROUNDINGS: dict[str, Callable[[float], float]] = {"none": float, "floor": math.floor, "round": round}
BURST_LINE = 0.01  # of citizens active: about eleven people
SEEDS, STEPS = 2, 300
DOCS = Path(__file__).parents[1] / "docs"
PICTURE = "img/epstein.svg"
ABOUT = """# Unrest beside Epstein's model of civil violence

Written by `python -m benchmarks.epstein_docking`; do not edit.

Mesa ships Epstein's model (2002, Model I) as an example. Here it runs beside our city with his parameters
(Run 2: legitimacy .82, vision 7, police 4 % of cells, terms up to 30 steps, threshold .1, k = 2.3),
{seeds} seeds of {steps} steps each, with the ratio of officers to rebels exact (*none*), cut (*floor*) or
rounded (*round*, what Mesa does). Our city has 14 districts of 80 residents, as many as are in sight on
his torus, hardship U(0, 1), fixed trust .82, no ties, and crowd, strategic, backlash, fatigue and
connectivity at zero, conversion 1. A burst is a run of steps with more than {line:.0%} of citizens
active; its size is the sum of their shares.

*Officers wander*: each of the same number of officers is in a district drawn anew every week. *As built*:
officers are posted in proportion to residents, as our cities do when they do not follow records.
"""
READING = """Where the rules are the same, the numbers are the same: put into Mesa's own example, our
functions `arrest_risk` and `wants_to_act` give its series step by step
(`tests/docking/test_epstein.py`).

Where they differ: on his torus officers and citizens walk, so a citizen sees now eight officers, now
none, and where none are seen a burst starts. Our officers are posted, not seen: with his parameters every
district has its 4.6 officers every week, lone rebels are caught at once and nothing spreads, whatever the
rounding. Let as many officers wander, and bursts appear in our city too, far larger with *floor* or
*round* than without, as in the example: bursts in this family of models come from gaps in what people see
of the police, widened by rounding. Ours without rounding still bursts a little, because a district
without officers is bare for all of its residents at once, while on the torus everybody has a
neighbourhood of their own. Unrest under
our default parameters also rests on mood, success, weariness and slow trust, which Epstein's model does not
have: bursts there are no evidence for bursts here.
"""

SETTINGS: dict[str, Any] = {
    "connectivity": 0.0,
    "crowd": 0.0,
    "strategic": 0.0,
    "backlash": 0.0,
    "fatigue": 0.0,
    "conversion": 1.0,
    "threshold": 0.1,
    "arrest_k": 2.3,
    "vision": float(IN_SIGHT),
    "deprivation_hardship": 1.0,
    "start_trust": LEGITIMACY,
    "start_trust_spread": 0.0,
    "start_trust_hardship": 0.0,
    "trust_speed": 0.0,
    "enforcement": 1.0,
    "severity_base": 0.0,
    "arrest_severity": 1.0,
    "longest_term": float(LONGEST_TERM),
    "officers_base": 1.0,
    "officers_enforcement": 0.0,
    "officers_per_head": OFFICERS_PER_RESIDENT,
    "censorship": 0.0,
    "surveillance": 0.0,
    "meet": 0.0,
    "meet_offline": 0.0,
}


def mesas_example(seed: int, **settings: Any) -> EpsteinCivilViolence:
    """Return Mesa's example with ``settings``: keywords up to Mesa 3.4, fields of a scenario since."""
    try:
        from mesa.examples.advanced.epstein_civil_violence.model import EpsteinScenario
    except ImportError:
        return EpsteinCivilViolence(seed=seed, **settings)
    size = {side: settings.pop(side) for side in ("width", "height") if side in settings}
    return EpsteinCivilViolence(**size, scenario=EpsteinScenario(rng=seed, **settings))


def peer_run(rounding: str, seed: int, steps: int) -> Floats:
    """Return the share of citizens active after each step of Mesa's example, shape (steps,)."""
    with patch.object(example, "round", ROUNDINGS[rounding], create=True):
        model = mesas_example(
            seed, legitimacy=LEGITIMACY, cop_density=COP_DENSITY, max_jail_term=LONGEST_TERM
        )
        citizens = model.ACTIVE + model.QUIET + model.ARRESTED
        shares = np.empty(steps)
        for step in range(steps):
            model.step()
            shares[step] = model.ACTIVE / citizens
    return shares


def quiet_city(rounding: str, seed: int, steps: int) -> CityModel:
    """Return our city with Epstein's parameters: equal districts, hardship U(0, 1), no ties."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "equal.csv"
        rows = "".join(f"District {d},{IN_SIGHT}\n" for d in range(DISTRICTS))
        path.write_text(f"name,population\n{rows}", encoding="utf-8")
        model = CityModel(
            residents=DISTRICTS * IN_SIGHT,
            city=path,
            burn_in=0,
            weeks=steps,
            rng=seed,
            arrest_rounding=rounding,
            **SETTINGS,
        )
    columns = model.columns
    columns["hardship"][:] = np.random.default_rng(seed).uniform(size=model.residents)
    columns["ties"][:] = EMPTY
    columns["tie_count"][:] = 0
    columns["digital_count"][:] = 0
    return model


def city_run(rounding: str, seed: int, steps: int) -> Floats:
    """Return the share of residents active after each week of our city as built, shape (steps,)."""
    return quiet_city(rounding, seed, steps).run().outcome("active").copy()


def wandering_run(rounding: str, seed: int, steps: int) -> Floats:
    """Return the same where as many officers wander: every week each is in a district drawn evenly.

    Only `mobilisation` runs; what else it reads stays as the city began.
    """
    model = quiet_city(rounding, seed, 1)
    mechanism, columns = mobilisation.MECHANISM, model.columns
    view, params = mechanism.view(columns), mechanism.parameters(model.values)
    officers = round(OFFICERS_PER_RESIDENT * model.residents)
    walk = np.random.default_rng(seed)
    shares = np.empty(steps)
    for week in range(steps):
        columns["officers"][:] = walk.multinomial(officers, np.full(DISTRICTS, 1.0 / DISTRICTS))
        mobilisation.weekly(view, params, key_of(seed), week)
        shares[week] = columns["active_share"][0]
    return shares


RUNS: dict[str, Callable[[str, int, int], Floats]] = {
    "Mesa's example": peer_run,
    "our city, officers wander": wandering_run,
    "our city, as built": city_run,
}


class Bursts(NamedTuple):
    """What a series of shares active looks like; shares are of citizens, sizes in share times steps."""

    median: float
    p95: float
    peak: float
    per_100_steps: float
    mean_size: float
    largest_size: float


def burst_sizes(shares: Floats) -> list[float]:
    """Return the sizes of bursts: of runs of steps with more than `BURST_LINE` active, the sum of shares."""
    above = np.concatenate([[False], shares > BURST_LINE, [False]])
    edges = np.flatnonzero(np.diff(above.astype(int)))
    return [float(shares[start:end].sum()) for start, end in edges.reshape(-1, 2)]


def describe(runs: list[Floats]) -> Bursts:
    """Describe the shares active of ``runs`` together."""
    pooled = np.concatenate(runs)
    sizes = [size for shares in runs for size in burst_sizes(shares)]
    return Bursts(
        float(np.median(pooled)),
        float(np.percentile(pooled, 95)),
        float(pooled.max()),
        100.0 * len(sizes) / len(pooled),
        float(np.mean(sizes)) if sizes else 0.0,
        max(sizes, default=0.0),
    )


Results = dict[str, dict[str, list[Floats]]]


def measure(seeds: int, steps: int) -> Results:
    """Return the shares active by rounding, then by who ran."""
    return {
        rounding: {
            name: [run(rounding, seed, steps) for seed in range(1, seeds + 1)] for name, run in RUNS.items()
        }
        for rounding in ROUNDINGS
    }


def table(results: Results) -> str:
    """Return the results as a Markdown table."""
    lines = [
        "| Rounding | Model | Median | 95th percentile | Peak | Bursts per 100 steps | Mean size | Largest |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for rounding, by_name in results.items():
        for name, runs in by_name.items():
            b = describe(runs)
            lines.append(
                f"| {rounding} | {name} | {b.median:.2%} | {b.p95:.2%} | {b.peak:.2%} "
                f"| {b.per_100_steps:.1f} | {b.mean_size:.3f} | {b.largest_size:.3f} |"
            )
    return "\n".join(lines)


def draw(results: Results, path: Path) -> None:
    """Draw how often a share active, and a burst size, is exceeded; one column per rounding."""
    import matplotlib

    matplotlib.use("svg")
    matplotlib.rcParams["svg.hashsalt"] = "epstein"
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(2, len(results), figsize=(10, 6), sharey=True, layout="constrained")
    for column, (rounding, by_name) in enumerate(results.items()):
        for name, runs in by_name.items():
            sizes = [size for shares in runs for size in burst_sizes(shares)]
            for row, values in enumerate((np.concatenate(runs), np.array(sizes))):
                ordered = np.sort(values)
                exceeded = 1.0 - np.arange(len(ordered)) / max(len(ordered), 1)
                axes[row, column].step(ordered, exceeded, where="pre", label=name)
        axes[0, column].set(title=f"rounding: {rounding}", xlabel="share active", xscale="symlog")
        axes[0, column].set_xscale("symlog", linthresh=1e-3)
        axes[1, column].set(xlabel="size of a burst (share x steps)")
        axes[1, column].set_xscale("symlog", linthresh=1e-2)
    axes[0, 0].set_ylabel("share of steps at or above")
    axes[1, 0].set_ylabel("share of bursts at or above")
    axes[0, 0].legend(fontsize="small")
    make_folder(path.parent)
    drawn = io.BytesIO()
    figure.savefig(drawn, format="svg", metadata={"Date": None})
    write_whole(path, drawn.getvalue())
    pyplot.close(figure)


def main() -> None:
    """Measure, draw and write the page."""
    results = measure(SEEDS, STEPS)
    draw(results, DOCS / PICTURE)
    about = ABOUT.format(steps=STEPS, seeds=SEEDS, line=BURST_LINE)
    write_whole(
        DOCS / "epstein.md",
        f"{about}\n{table(results)}\n\n![Shares active and burst sizes]({PICTURE})\n\n{READING}",
    )


if __name__ == "__main__":
    main()
