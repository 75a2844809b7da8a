"""Comparing scenarios from Python, as `two-cities compare` does on the command line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from sim.city.city import City
from sim.parameters import CONTEXT, Value, is_lever
from sim.runs.executor import Kind
from sim.runs.own_model import load_model
from sim.runs.replications import Replications, replicate
from sim.runs.spec import (
    CENTRAL,
    STANDARD_MODEL,
    CitySpec,
    RunSpec,
    cities_of,
    distinct_labels,
    numbered_seeds,
)
from sim.scenario.encoding import checked
from sim.scenario.event import Event
from sim.scenario.off import check_off
from sim.scenario.scenario import Scenario, load_assumptions, load_scenario


def compare(
    scenarios: Sequence[str | Path | Scenario],
    seeds: int | Sequence[int] = 20,
    *,
    quiet: bool = True,
    kind: Kind = "auto",
    workers: int = 0,
    **context: Any,
) -> Replications:
    """Return ``scenarios`` (names, paths or `Scenario`s) run under the same seeds, each seed from one burn-in.

    ``seeds`` are a list, or their number from 1 on; ``context`` is as for `spec_of`.

    >>> from sim import compare
    >>> found = compare(["emancipatory", "control"], seeds=2, residents=300, burn_in=4, weeks=52)
    >>> list(found.table(1).columns)
    ['emancipatory', 'control', 'difference', 'low', 'high']
    """
    return replicate(spec_of(scenarios, seeds, **context), quiet, kind, workers)


# Long: an argument a line, and what they are
def spec_of(
    scenarios: Sequence[str | Path | Scenario],
    seeds: int | Sequence[int] = 20,
    city: str | City = RunSpec.city,
    residents: int = RunSpec.residents,
    burn_in: int = RunSpec.burn_in,
    weeks: int = RunSpec.weeks,
    assumptions: str | Path = CENTRAL,
    settings: Mapping[str, Value] | None = None,
    events: Sequence[Event] = (),
    off: str | Sequence[str] = (),
    model: str = STANDARD_MODEL,
) -> RunSpec:
    """Return what to run, for `compare` and for answers.

    ``assumptions`` is a set by name or path; ``settings`` change levers in every city, assumptions and constants;
    ``off`` are mechanisms switched off in every city, ``model`` ("module:Class") a class of cities of one's own.
    Raises InputError for what is not allowed.
    """
    load_model(model)  # before names are looked up: it may bring some along
    given = checked(settings or {}, "settings")
    assumed = load_assumptions(assumptions) | {n: v for n, v in given.items() if not is_lever(n)}
    return RunSpec(
        _cities(scenarios, {name: value for name, value in given.items() if is_lever(name)}),
        city if isinstance(city, City) else str(city),
        int(CONTEXT["residents"].check(residents)),
        int(CONTEXT["burn_in"].check(burn_in)),
        int(CONTEXT["weeks"].check(weeks)),
        numbered_seeds(seeds) if isinstance(seeds, int) else tuple(int(s) for s in map(_seed, seeds)),
        tuple(assumed.items()),
        Path(assumptions).stem,
        tuple(events),
        check_off(off),
        model,
    )


def _cities(scenarios: Sequence[str | Path | Scenario], levers: Mapping[str, Value]) -> tuple[CitySpec, ...]:
    """Return the cities of ``scenarios``, with ``levers`` changed in each."""
    named = [one if isinstance(one, Scenario) else load_scenario(one) for one in scenarios]
    changed = [scenario.change(levers, "settings") for scenario in named]
    return cities_of(dict(zip(distinct_labels(changed), changed, strict=True)))


def _seed(value: object) -> Value:
    return CONTEXT["seed"].check(value, "seeds")
