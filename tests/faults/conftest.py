"""What the tests of faults note is counted by `tests.counting`."""

from __future__ import annotations

from tests.counting import Count

__all__ = ["Count"]
