"""Cities that share one burn-in and one seed, compared."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from string import ascii_uppercase
from typing import TYPE_CHECKING, Any

from sim.model.city_model import CityModel
from sim.runs.branch import branch, burn_in
from sim.runs.own_model import load_model
from sim.runs.spec import RunSpec
from sim.scenario.off import check_off
from sim.scenario.scenario import Scenario, load_scenario

if TYPE_CHECKING:
    import pandas as pd

AFTER = ("events", "off")
"""Settings that hold from the branch point on; all others hold in the burn-in too."""


class Comparison:
    """k cities from one burn-in, lived in lock-step or each on its own thread.

    ``scenarios`` are names, paths or `Scenario`s; everything else is as for `CityModel` and the same for all.
    An event's ``city`` may be a letter: A is the first city, B the second.
    ``branch_point`` is a city at week 0 to branch off from (`Comparison.branch_point` of an earlier, equal
    context); ``model`` a class of cities of one's own.
    """

    def __init__(
        self,
        scenarios: Sequence[str | Path | Scenario],
        branch_point: CityModel | None = None,
        model: type[CityModel] = CityModel,
        **settings: Any,
    ) -> None:
        """Run the burn-in once, then branch."""
        named = [s if isinstance(s, Scenario) else load_scenario(s) for s in scenarios]
        common = {key: value for key, value in settings.items() if key not in AFTER}
        after = {"events": tuple(settings.get("events", ())), "off": check_off(settings.get("off", ()))}
        self.branch_point = branch_point or burn_in(common, model)
        common |= after | {"rng": self.branch_point.run_seed, "city": self.branch_point.city}
        common.pop("seed", None)
        self.cities = [branch(self.branch_point, scenario, common, model) for scenario in named]
        for number, city in enumerate(self.cities):
            city.known_as = (city.constitution.name, *ascii_uppercase[number : number + 1])

    @classmethod
    def of(cls, spec: RunSpec, seed: int, branch_point: CityModel | None = None) -> Comparison:
        """Return the cities of ``spec`` under ``seed``, from a burn-in that was lived before if given."""
        scenarios = [city.scenario for city in spec.cities]
        model = load_model(spec.model)
        return cls(scenarios, branch_point, model, **spec.burn_in_settings(seed), **spec.branch_settings)

    @property
    def outcomes(self) -> tuple[str, ...]:
        """The ids of what is measured in every city, in order."""
        return self.branch_point.series.outcomes

    @property
    def names(self) -> list[str]:
        """The names of the cities, in order."""
        return [city.constitution.name for city in self.cities]

    def step(self) -> None:
        """Run one week in every city."""
        for city in self.cities:
            city.step()

    def run(self, weeks: int | None = None, at_once: bool = True) -> Comparison:
        """Run ``weeks`` more weeks, or until the end, and return itself.

        Every city runs on its own thread, or with ``at_once`` false one after the other on the caller's.
        """
        if not at_once or len(self.cities) == 1:
            for city in self.cities:
                city.run(weeks)
            return self
        with ThreadPoolExecutor(len(self.cities)) as pool:
            for finished in [pool.submit(city.run, weeks) for city in self.cities]:
                finished.result()
        return self

    def differences(self) -> pd.DataFrame:
        """Return the first city's outcomes minus each other's, by week since the branch point and outcome.

        Columns are outcomes for two cities, (other city, outcome) pairs for more.
        """
        import pandas as pd

        first, *others = (city.series.since_branch() for city in self.cities)
        weeks = pd.RangeIndex(len(first), name="week")
        frames = {
            name: pd.DataFrame(first - other, weeks, list(self.outcomes))
            for name, other in zip(self.names[1:], others, strict=True)
        }
        return next(iter(frames.values())) if len(frames) == 1 else pd.concat(frames, axis=1)


Twin = Comparison
"""The name until version 0.1; the next version knows `Comparison` alone."""
