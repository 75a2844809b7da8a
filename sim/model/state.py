"""The columns of a city's state, as the mechanisms declare them, and what has another shape."""

from __future__ import annotations

from sim.parameters import COLUMNS, DECLARATIONS

STRUCTURE = ("ties", "seen", "member_offsets", "members", "neighbour_offsets", "neighbours")
"""Other shapes: ties (N, 12), what others see (N + 1,), members (N,), a city's two compressed lists."""
TRAITS = tuple(DECLARATIONS["start"].columns)
"""What is drawn once and never changes."""

__all__ = ["COLUMNS", "STRUCTURE", "TRAITS"]
