"""Drive a city from EMA Workbench: assumptions as uncertainties, levers as levers, outcomes as outcomes.

Run with `python docs/examples/ema_workbench_model.py`.
"""

from __future__ import annotations

from ema_workbench import Constant, Model, RealParameter, ScalarOutcome, perform_experiments

from sim import CityModel, outcomes
from sim.parameters import ASSUMPTIONS, LEVERS

OUTCOMES = ("wellbeing", "trust", "exposure")


def live_city(**settings: float) -> dict[str, float]:
    """Return the outcomes at the end of one run."""
    values = dict(zip(outcomes.OUTCOMES, CityModel(**settings).run().series.at_end(), strict=True))
    return {name: float(values[name]) for name in OUTCOMES}


def real(name: str) -> RealParameter:
    """Return a parameter over its declared explored range."""
    low, high = (ASSUMPTIONS | LEVERS)[name].explored
    return RealParameter(name, low, high)


def city_model() -> Model:
    """Return the city as EMA Workbench sees it."""
    model = Model("TwoCities", function=live_city)
    model.uncertainties = [real("gain"), real("chilling")]
    model.levers = [real("surveillance"), real("openness")]
    model.outcomes = [ScalarOutcome(name) for name in OUTCOMES]
    small = {
        "scenario": "control",
        "city": "synthetic:4",
        "residents": 200,
        "burn_in": 4,
        "weeks": 26,
        "rng": 7,
    }
    model.constants = [Constant(name, value) for name, value in small.items()]
    return model


if __name__ == "__main__":
    experiments, outcomes = perform_experiments(city_model(), scenarios=5, policies=2)
    print(experiments[["gain", "chilling", "surveillance", "openness"]].assign(**outcomes))
