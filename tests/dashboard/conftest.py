"""What several tests of the page begin with."""

from __future__ import annotations

import pytest

from sim.dashboard.state import actions_debate  # noqa: F401 it registers its actions
from sim.dashboard.state.actions import act
from sim.dashboard.state.scene import Scene
from sim.dashboard.state.view_state import ViewState


@pytest.fixture
def state() -> ViewState:
    """The ten-minute debate at its first step."""
    return act(ViewState(Scene()), {"do": "mode", "mode": "debate"})
