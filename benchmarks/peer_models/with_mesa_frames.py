"""mesa-frames: residents are rows of a Polars frame, their ties pairs of rows; a rule is an expression."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import polars as pl
from mesa_frames import AgentSetPolars, ModelDF

from benchmarks.peers import BASE, INFECTION, PULL, TIES, Start, uniform


class Residents(AgentSetPolars):  # type: ignore[misc]
    """All residents, and their ties as pairs of rows."""

    def __init__(self, model: Any, start: Start) -> None:
        super().__init__(model)
        count = len(start.active)
        self += pl.DataFrame({"unique_id": np.arange(count), "active": start.active, "trust": start.trust})
        self.who = np.arange(count, dtype=np.uint64)
        self.pairs = pl.DataFrame(
            {"unique_id": np.repeat(np.arange(count), TIES), "other": start.ties.ravel()}
        )

    def week(self, number: int) -> None:
        """Run the week of a number."""
        others = self.agents.select(pl.col("unique_id").alias("other"), "active")
        seen = self.pairs.join(others, on="other").group_by("unique_id").agg(pl.col("active").sum() / TIES)
        near = self.agents.select("unique_id").join(seen, on="unique_id", maintain_order="left")["active"]
        trust = self.agents["trust"] + PULL * (1.0 - near - self.agents["trust"])
        draws = pl.Series(uniform(np.uint64(number), self.who))
        active = draws < BASE + INFECTION * near * (1.0 - trust)
        self.agents = self.agents.with_columns(active.alias("active"), trust.alias("trust"))

    def step(self) -> None:
        """Do nothing: weeks have numbers."""


def model(start: Start) -> Callable[[int], Any]:
    """Return a function that runs the week of a number."""
    residents = Residents(ModelDF(), start)

    def week(number: int) -> Any:
        residents.week(number)
        return residents.agents["active"].to_numpy(), residents.agents["trust"].to_numpy()

    return week
