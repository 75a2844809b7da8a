"""What several tests of the page begin with."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sim.dashboard.state import cities
from sim.dashboard.state.actions import act
from sim.dashboard.state.scene import Scene
from sim.dashboard.state.view_state import ViewState
from sim.dashboard.work import session  # noqa: F401 it registers all actions
from tests.dashboard.own_visitor import Visitor


@pytest.fixture
def state() -> ViewState:
    """The ten-minute debate at its first step."""
    return act(ViewState(Scene()), {"do": "mode", "mode": "debate"})


@pytest.fixture
def no_own_city(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that is served to this machine alone, with no own city yet."""
    monkeypatch.setattr(cities, "PICKS", True)
    monkeypatch.setattr(cities, "_OWN", [])


@pytest.fixture
def visitor(no_own_city: None) -> Iterator[Visitor]:
    made = Visitor()
    yield made
    made.own.forget()
