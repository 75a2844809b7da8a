"""The cities of the page: their letters, and the scenarios they start from."""

from __future__ import annotations

ROOM = "C"
LETTERS = ("A", "B", ROOM)
NAMED = ("A", "B")
"""The camps' cities, which are always there and may be named; C is the room's."""
BASES = {"A": "emancipatory", "B": "control", ROOM: "status-quo", "N": "status-quo"}
