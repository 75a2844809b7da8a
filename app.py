"""The page, for `solara run app.py`; `two-cities app` starts the same."""

import os

from sim.dashboard.page import Layout, Page
from sim.dashboard.server import configure
from sim.dashboard.settings import read_settings

configure(read_settings({}, os.environ))

__all__ = ["Layout", "Page"]
