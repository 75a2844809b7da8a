"""Hindcasts: published figures that no default was chosen on, beside what the model gives, whatever that says."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.locale.text import Text, message
from sim.parameters import LEVERS
from sim.runs.compare import compare
from sim.runs.replications import Replications
from sim.runs.run_error import RunError
from sim.runs.statistics import paired_difference
from sim.scenario.event import Event

TABLE = Path(__file__).with_name("hindcasts.toml")
SPARK = 4  # the week of the spark
WAVE = 22  # weeks from it on that a wave of protest is followed

Values = NDArray[np.float64]


class Setting(NamedTuple):
    """How many residents and seeds a hindcast is run with; the city and the burn-in are the defaults."""

    residents: int = 5_000
    seeds: int = 40

    def run(
        self, scenario: str, weeks: int, levers: Mapping[str, Any], events: tuple[Event, ...] = ()
    ) -> Replications:
        """Return ``scenario`` with some ``levers`` changed, over ``weeks``; raise RunError where a seed fails."""
        runs = compare(
            [scenario], self.seeds, residents=self.residents, weeks=weeks, settings=levers, events=events
        )
        if runs.failed:  # two settings are compared seed by seed
            raise RunError(f"{scenario}, seed {runs.failed[0].seed}: {runs.failed[0].failure}")
        return runs


@dataclass(frozen=True)
class Hindcast:
    """A published figure, from ``low`` to ``high`` in ``unit``, and where it is from."""

    name: str
    low: float
    high: float
    unit: str
    sources: tuple[str, ...]
    names: tuple[str, ...]
    licence: str

    @property
    def title(self) -> Text:
        """What was published, and what of the model stands beside it."""
        return message(f"hindcast-{self.name}")


class Comparison(NamedTuple):
    """What the model gives beside a published figure: mean over seeds and 90 % interval; ``verdict`` of the two."""

    hindcast: Hindcast
    mean: float
    low: float
    high: float

    @property
    def verdict(self) -> str:
        """Return whether the model's interval meets the published range, or on which side it lies."""
        if self.high < self.hindcast.low:
            return "below"
        return "above" if self.low > self.hindcast.high else "met"


def read_hindcasts() -> dict[str, Hindcast]:
    """Return the declared hindcasts by name."""
    tables = tomllib.loads(TABLE.read_text("utf-8"))
    return {name: _hindcast(name, table) for name, table in tables.items()}


def _hindcast(name: str, table: Mapping[str, Any]) -> Hindcast:
    low, high = table["published"]
    return Hindcast(
        name, low, high, table["unit"], tuple(table["sources"]), tuple(table["names"]), table["licence"]
    )


def measure(name: str, setting: Setting | None = None) -> Comparison:
    """Return what the model gives for the hindcast called ``name``."""
    values = MEASURES[name](setting or Setting())
    found = paired_difference(values[:, None], np.zeros((len(values), 1)))
    return Comparison(read_hindcasts()[name], *(float(end[0]) for end in found))


def _end(runs: Replications, outcome: str) -> Values:
    (label,) = runs.spec.labels
    return runs.values(label)[:, runs.outcomes.index(outcome)]


def _prompt(setting: Setting) -> Values:
    """A platform's city asks first: the share that shares data a year later."""
    return _end(setting.run("platform-city", 52, {"consent": "opt_in"}), "sharing")


def _after_a_spark(setting: Setting, outcome: str, connectivity: float) -> Values:
    runs = setting.run("status-quo", SPARK + WAVE, {"connectivity": connectivity}, (Event("spark", SPARK),))
    place = runs.outcomes.index(outcome)
    return np.array([one.results[0].weekly[SPARK:, place].mean() for one in runs.completed])


def _connected(setting: Setting, outcome: str) -> tuple[Values, Values]:
    """Return an outcome after a spark (seeds,), as it is and with a tenth more of connectivity."""
    base = float(LEVERS["connectivity"].default)
    return tuple(_after_a_spark(setting, outcome, base * share) for share in (1.0, 1.1))  # type: ignore[return-value]


def _participants(setting: Setting) -> Values:
    """The relative change of people in the street, each seed's against the mean without it."""
    before, after = _connected(setting, "active")
    return (after - before) / before.mean()


def _support(setting: Setting) -> Values:
    before, after = _connected(setting, "trust")
    return after - before


def _feed(setting: Setting) -> Values:
    """A third less personalisation for three months: the change of the spread of opinions."""
    base = float(LEVERS["personalisation"].default)
    shares = (1.0, 2 / 3)
    before, after = (
        _end(setting.run("status-quo", 13, {"personalisation": base * share}), "opinion_spread")
        for share in shares
    )
    return after - before


MEASURES: Mapping[str, Callable[[Setting], Values]] = {
    "prompt": _prompt,
    "participants": _participants,
    "support": _support,
    "feed": _feed,
}
