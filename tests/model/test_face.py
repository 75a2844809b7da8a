"""Mesa's face of a city: not there until it is asked for, and whole from then on."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import mesa
import pytest

from sim.model.city_model import CityModel
from sim.model.institutions import INSTITUTIONS

WEEKS = 3
ASKED_LATE = f"""
import json, sys
from sim import CityModel
city = CityModel("control", residents=200, city="synthetic:9", burn_in=4, weeks=6, rng=3).run({WEEKS})
before = sorted({{"mesa", "pandas", "networkx"}} & set(sys.modules))
agents = [type(agent).__name__ for agent in city.agents]
import mesa
told = {{
    "before": before,
    "agents": agents,
    "numbers": [institution.unique_id for institution in city.institutions],
    "kinds": isinstance(city, mesa.Model) and all(isinstance(one, mesa.Agent) for one in city.agents),
    "steps": [city.steps, city.run(1).steps, city.run().steps],
    "running": city.running,
    "frame": city.datacollector.get_model_vars_dataframe().to_json(double_precision=15),
}}
print(json.dumps(told))
"""


@pytest.fixture(scope="module")
def asked_late() -> dict[str, Any]:
    """What a process says that runs some weeks of a city before it asks for anything of Mesa's."""
    done = subprocess.run([sys.executable, "-c", ASKED_LATE], capture_output=True, text=True, check=True)
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def test_a_city_runs_without_mesa(asked_late: dict[str, Any]) -> None:
    assert asked_late["before"] == []


def test_the_face_put_on_late_is_whole(asked_late: dict[str, Any]) -> None:
    assert asked_late["agents"] == [institution.__name__ for institution in INSTITUTIONS]
    assert asked_late["numbers"] == list(range(1, len(INSTITUTIONS) + 1))
    assert asked_late["kinds"]


def test_mesa_s_clock_counts_the_weeks_run_without_it(asked_late: dict[str, Any]) -> None:
    assert asked_late["steps"] == [WEEKS, WEEKS + 1, 6]
    assert not asked_late["running"]


def test_the_face_changes_no_week(asked_late: dict[str, Any]) -> None:
    city = CityModel("control", residents=200, city="synthetic:9", burn_in=4, weeks=6, rng=3).run()
    assert asked_late["frame"] == city.datacollector.get_model_vars_dataframe().to_json(double_precision=15)


def test_a_city_is_a_mesa_model_at_once_where_mesa_is_there(small: dict[str, Any]) -> None:
    city = CityModel("control", **small)
    assert isinstance(city, mesa.Model)
    assert issubclass(CityModel, mesa.Model)
    assert city.steps == 0


def test_what_neither_has_is_named(small_city: CityModel) -> None:
    with pytest.raises(AttributeError, match="'CityModel' object has no attribute 'agent'"):
        _ = small_city.agent


class Watched(CityModel):
    """A city that asks for an attribute of its own before it is made."""

    def _run_week(self) -> None:
        if not hasattr(self, "seen"):
            self.seen = 0
        self.seen += 1
        super()._run_week()


def test_what_a_subclass_asks_for_while_it_is_made_is_no_question_to_mesa(small: dict[str, Any]) -> None:
    assert "mesa" in sys.modules
    city = Watched("control", **small)
    city.step()
    assert (city.steps, city.week, city.seen) == (1, 1, city.burn_in + 1)
    assert isinstance(city, mesa.Model)
