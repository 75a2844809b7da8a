"""Cities that share one past and the same luck, compared."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from string import ascii_uppercase
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from sim.model.city_model import CityModel
from sim.outcomes.measurement import better_off
from sim.scenario.event import Event
from sim.scenario.scenario import Scenario, load_scenario

if TYPE_CHECKING:
    import pandas as pd


def compare(*scenarios: str | Path | Scenario, **settings: Any) -> Twin:
    """Run cities of one past to the end, and return their comparison; ``settings`` are those of `Twin`."""
    return Twin(scenarios, **settings).run()


class Twin:
    """k cities with one history, lived in lock-step or each on its own thread.

    ``scenarios`` are names, paths or `Scenario`s; everything else is as for `CityModel` and the same for all.
    An event's ``city`` may be a letter: A is the first city, B the second.
    ``past`` is a city at week 0 to take the history from (`Twin.past` of an earlier, equal context);
    ``model`` a class of cities of one's own.
    """

    def __init__(
        self,
        scenarios: Sequence[str | Path | Scenario],
        past: CityModel | None = None,
        model: type[CityModel] = CityModel,
        **settings: Any,
    ) -> None:
        """Live the common history once, then fork it."""
        self._model = model
        named = [s if isinstance(s, Scenario) else load_scenario(s) for s in scenarios]
        common = {key: value for key, value in settings.items() if key not in ("events", "off")}
        self.past = past or model(Scenario("past", {}), **common)
        common |= {"rng": self.past.run_seed, "city": self.past.city, "past": self.past}
        common.pop("seed", None)
        common["off"] = settings.get("off", ())  # from the fork on: nothing is off in the past
        events = tuple(settings.get("events", ()))
        self.cities = [self._fork(scenario, k, events, common) for k, scenario in enumerate(named)]

    def _fork(
        self, scenario: Scenario, number: int, events: Iterable[Event], common: dict[str, Any]
    ) -> CityModel:
        city = self._model(scenario, events=events, **common)
        city.known_as = (scenario.name, *ascii_uppercase[number : number + 1])
        return city

    @property
    def names(self) -> list[str]:
        """The names of the cities, in order."""
        return [city.constitution.name for city in self.cities]

    @property
    def outcomes(self) -> tuple[str, ...]:
        """The ids of what is measured in every city, in order."""
        return self.past.series.outcomes

    def step(self) -> None:
        """Live one week in every city."""
        for city in self.cities:
            city.step()

    def run(self, weeks: int | None = None) -> Twin:
        """Live ``weeks`` more weeks, or until the end, every city on its own thread, and return this twin."""
        with ThreadPoolExecutor(len(self.cities)) as pool:
            for finished in [pool.submit(city.run, weeks) for city in self.cities]:
                finished.result()
        return self

    def differences(self) -> pd.DataFrame:
        """Return the first city's dials minus each other's, by week since the fork and dial.

        Columns are dials for two cities, (other city, dial) pairs for more.
        """
        import pandas as pd

        first, *others = (city.series.since_fork() for city in self.cities)
        weeks = pd.RangeIndex(len(first), name="week")
        frames = {
            name: pd.DataFrame(first - other, weeks, list(self.outcomes))
            for name, other in zip(self.names[1:], others, strict=True)
        }
        return next(iter(frames.values())) if len(frames) == 1 else pd.concat(frames, axis=1)

    def better_off(self, by: str = "hardship") -> dict[str, float]:
        """Return the share of residents with higher well-being in the first city than in the second.

        ``by`` is "hardship" (terciles, 0 least) or "opinion" (the first: −1 order, 1 autonomy).
        """
        one, other = (city.columns for city in self.cities[:2])
        group: NDArray[Any] = (
            one["hardship_group"] if by == "hardship" else np.sign(one["first_opinion"]).astype(int)
        )
        return better_off(one["wellbeing"], other["wellbeing"], group)
