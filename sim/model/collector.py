"""Mesa's face of a city's series: the data collector its batch runner and its page read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mesa.datacollection import DataCollector

from sim.model.time_series import Series


class SeriesCollector(DataCollector):
    """A data collector that reads the model's own series instead of keeping a second copy."""

    def __init__(self, series: Series) -> None:
        """Report every outcome by its id."""
        self._series = series
        super().__init__(model_reporters={name: name for name in series.outcomes})

    @property
    def model_vars(self) -> Mapping[str, list[float]]:
        """Every outcome's values since the branch point, one a step."""
        rows = self._series.since_branch()
        return {name: rows[:, column].tolist() for column, name in enumerate(self._series.outcomes)}

    @model_vars.setter
    def model_vars(self, _: Mapping[str, list[Any]]) -> None:
        """Mesa's constructor clears its own store; ours is the model's series."""

    @property
    def _collection_steps(self) -> list[float]:
        """When values were taken, in Mesa's time: what the batch runner of Mesa 3.5 looks them up by."""
        return [float(step) for step in range(1, len(self._series.since_branch()) + 1)]

    @_collection_steps.setter
    def _collection_steps(self, _: list[float]) -> None:
        """As for `model_vars`."""

    def collect(self, model: object) -> None:
        """Do nothing: a week's outcomes are kept as it is lived."""
