"""A city's mechanisms bound to its columns and parameters: they run a week, measure it, answer events."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

import numpy as np

from sim.engine.array import Array
from sim.engine.chain import Call, Chain, can_chain
from sim.engine.compile import entry_point, kind_of
from sim.engine.mechanism import Details, Mechanism, Occasion, read_only
from sim.model.composition import PACKAGE_OWN, Composition
from sim.model.time_series import Series, keep
from sim.outcomes import OUTCOMES
from sim.outcomes.measurement import MEASUREMENT, blank

PARAMS = 1  # their place among a kernel's arguments

_Weekly = Callable[..., None]
_OF_PACKAGE: dict[object, list[_Weekly]] = {}
"""The package's own week, compiled, by the types of a city's columns: the measurement, then the mechanisms."""


class _Bound(NamedTuple):
    """A function of a mechanism (its week, or an outcome) with its view and its present parameters."""

    function: Callable[..., Any]
    view: Any
    params: Any
    mechanism: Mechanism

    def under(self, values: Mapping[str, float]) -> _Bound:
        """Return the same with other parameters."""
        return self._replace(params=self.mechanism.parameters(values))


class Binding:
    """The mechanisms of one city, ready to run.

    ``row`` (K,) and ``maps`` (9, D) hold the outcomes of the week measured last.
    """

    def __init__(
        self, composition: Composition, columns: dict[str, Array], values: Mapping[str, float], key: np.uint64
    ) -> None:
        """Bind the mechanisms of ``composition`` to ``columns`` and to parameters of encoded ``values``."""
        self._key = key
        self._chain: Chain | None = None
        self._off: dict[str, str] = {}  # by kind of event
        self.row = np.full(len(composition.outcomes), np.nan)
        self.maps = blank(len(columns["population"]))["maps"]
        self._columns = columns | {"maps": self.maps, "outcomes": self.row[: len(OUTCOMES)]}
        shown = read_only(columns)
        every = (MEASUREMENT, *composition.mechanisms)
        views = [one.view(self._columns, shown) for one in every]
        params = [one.parameters(values) for one in every]
        functions = self._compiled(composition, views, params)
        self._shipped, *order = map(_Bound, functions, views, params, every)
        self._run_in(order)
        self._own = [
            _Bound(measure, one.look(columns), (), one).under(values)
            for one in composition.mechanisms
            for measure in one.outcomes.values()
        ]

    def _run_in(self, order: list[_Bound]) -> None:
        self._order = order
        self._reporting = [one for one in order if one.mechanism.report is not None]

    def _compiled(self, composition: Composition, views: list[Any], params: list[Any]) -> list[_Weekly]:
        """Return what measures and the mechanisms, compiled; for the package's own city they are looked up once."""
        form = kind_of(tuple(self._columns.values()))
        if composition is PACKAGE_OWN and form in _OF_PACKAGE:
            return _OF_PACKAGE[form]
        every = (MEASUREMENT, *composition.mechanisms)
        found = [
            entry_point(one.weekly, view, given, self._key, 0)
            for one, view, given in zip(every, views, params, strict=True)
        ]
        if composition is PACKAGE_OWN:
            _OF_PACKAGE[form] = found
        return found

    def use(self, values: Mapping[str, float]) -> None:
        """Let every mechanism use encoded ``values`` from now on."""
        self._run_in([one.under(values) for one in self._order])
        self._shipped = self._shipped.under(values)
        if self._chain is not None:
            for number, one in enumerate(self._chained):
                self._chain.put(number, PARAMS, one.params)
        self._own = [one.under(values) for one in self._own]

    def stop(self, names: Iterable[str]) -> None:
        """Run the mechanisms of those ``names`` no more; their events happen no more either."""
        stopped = tuple(names)
        if not stopped:
            return
        self._chain = None
        self._off |= {
            kind: one.mechanism.name
            for one in self._order
            if one.mechanism.name in stopped
            for kind in one.mechanism.events
        }
        self._run_in([one for one in self._order if one.mechanism.name not in stopped])

    def run(self, week: int) -> None:
        """Run every mechanism in order, then measure."""
        for one in self._order:
            one.function(one.view, one.params, self._key, week)
        self._shipped.function(self._shipped.view, self._shipped.params, self._key, week)
        for place, own in enumerate(self._own, start=len(OUTCOMES)):
            self.row[place] = own.function(own.view, own.params)

    def can_chain(self) -> bool:
        """Return whether weeks can be run one after another without a look at any between them."""
        weekly = (one.mechanism.weekly for one in self._order)
        return can_chain(weekly) and not self._own and all(one.mechanism.tells for one in self._reporting)

    def run_on(self, first: int, last: int, series: Series) -> int:
        """Run and measure the weeks from ``first`` up to ``last`` at most, keep them in ``series``; return the last.

        It is a week in which something happened by itself, or ``last``.
        """
        if self._chain is None:
            calls = [
                Call(one.function, (one.mechanism.whole(self._columns), one.params, self._key))
                for one in self._chained
            ]
            rows = (series.values, series.maps, self.row, self.maps, series.first)
            telling = [self._columns[one.mechanism.tells] for one in self._reporting]
            self._chain = Chain([*calls, Call(keep, rows)], telling[0] if telling else np.zeros(1))
        done = self._chain.run(first, last)
        series.filled = done - series.first + 1
        return done

    @property
    def _chained(self) -> list[_Bound]:
        return [*self._order, self._shipped]

    def reports(self) -> Iterator[tuple[str, Details]]:
        """Yield kind and details of what happened by itself this week."""
        for one in self._reporting:
            yield from one.mechanism.report(one.view, one.params)  # type: ignore[misc]

    def let(self, occasion: Occasion) -> Details:
        """Let the mechanism that the event belongs to say what it does; return what to record of it.

        Where that mechanism is switched off, nothing happens, and the record names it.
        """
        kind = occasion.event.kind
        if kind in self._off:
            return {"off": self._off[kind]}
        one = next(one for one in self._order if kind in one.mechanism.events)
        return one.mechanism.events[kind](one.view, one.params, occasion) or {}
