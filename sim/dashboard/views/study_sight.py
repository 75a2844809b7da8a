"""What a picture of a study is seen from, and what it comes to: names and numbers in the visitor's language."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from sim.dashboard.state.scene import shipped
from sim.dashboard.state.study import StudyLook
from sim.dashboard.work.study_figures import Document
from sim.locale.catalogue import translate
from sim.locale.numbers import number, trimmed
from sim.outcomes import outcome as declared
from sim.parameters import find_parameter
from sim.scenario.scenario import list_assumption_sets, list_scenarios, load_assumption_set
from sim.studies.analysis.convergence import DUMMY

TICKS = 5
Row = list[str]


class Shown(NamedTuple):
    """What is drawn, the ``groups`` to choose one of, what is said beneath, and the table of the same figures."""

    drawn: Document
    groups: list[str]
    notes: list[str]
    head: Row
    rows: list[Row]
    loads: list[dict[str, Any]]


class Sight(NamedTuple):
    """What a picture is seen from: the figures, how they are looked at, the language, whether sets are told apart."""

    document: Document
    look: StudyLook
    language: str
    several_sets: bool

    def say(self, key: str, **values: object) -> str:
        """Return message ``key`` in the visitor's language."""
        return translate(key, self.language, **values)

    def city(self, name: str) -> str:
        """Return what a city of the study is called, or a difference of two."""
        if " minus " in name:
            first, _, second = name.partition(" minus ")
            return self.say("studied-minus", first=self.city(first), second=self.city(second))
        scenario, _, assumed = name.rpartition(", ") if self.several_sets else (name, "", "")
        title = self.scenario(scenario)
        return f"{title}, {self.set_of(assumed)}" if assumed else title

    def scenario(self, name: str) -> str:
        """Return what a scenario is called: by its title where it is shipped."""
        return shipped(name).title.translate(self.language) if name in list_scenarios() else name

    def set_of(self, name: str) -> str:
        """Return what a set of assumptions is called."""
        if name not in list_assumption_sets():
            return name
        return load_assumption_set(name).title.translate(self.language)

    def outcome(self, name: str) -> str:
        """Return what an outcome is called, with its unit."""
        return named(name, self.language)

    def factor(self, name: str) -> str:
        """Return what a factor is called: by its title where it is declared."""
        if name == DUMMY:
            return self.say("studied-dummy")
        parameter = find_parameter(name)
        return name if parameter is None else parameter.title.translate(self.language)

    def write(self, value: float | None, digits: int = 2) -> str:
        """Return a number as it is written; nothing is a dash."""
        return "–" if value is None else trimmed(number(value, self.language, digits), self.language)

    def left_out(self, counts: Mapping[str, int]) -> str:
        """Return how many runs are undefined, failed or still to be done, empty for none."""
        found = [
            self.say(f"studied-count-{key}", n=counts[key])
            for key in ("undefined", "failed", "pending")
            if counts[key]
        ]
        return ", ".join(found)

    def axis(self, values: Sequence[float], whole: bool = True) -> Document:
        """Return the ends of an axis that holds ``values``, and its ticks in round numbers.

        It ends at round numbers where it is ``whole``, else at the last value.
        """
        low, high = min(values), max(values)
        end = high
        step = _round_step((high - low) / TICKS or abs(high) / TICKS or 1.0)
        low, high = math.floor(low / step) * step, math.ceil(high / step) * step
        if low == high:
            low, high = low - step, high + step
        digits = max(0, -math.floor(math.log10(step)))
        at = [low + place * step for place in range(round((high - low) / step) + 1)]
        at = at if whole else [one for one in at if one <= end]
        ticks = [[one, self.write(round(one, digits), digits)] for one in at]
        return {"low": low, "high": high if whole else end, "ticks": ticks}


def named(name: str, language: str) -> str:
    """Return what an outcome is called, with its unit where it has one."""
    one = declared(name)
    label, unit = one.label.translate(language), one.unit_word.translate(language)
    return f"{label} ({unit})" if unit else label


def _round_step(least: float) -> float:
    """Return the smallest of 1, 2 and 5 times a power of ten that is not below ``least``."""
    power = 10.0 ** math.floor(math.log10(least))
    return next(factor * power for factor in (1.0, 2.0, 5.0, 10.0) if factor * power >= least * (1 - 1e-9))
