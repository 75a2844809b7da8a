"""The page, for `solara run app.py`; `two-cities app` starts the same."""

from sim.dashboard.page import Layout, Page
from sim.dashboard.server import configure

configure()

__all__ = ["Layout", "Page"]
