"""A design: which cities to run, under which settings, with which luck. Read from TOML or built in Python."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import tomli_w

from sim.files import checks
from sim.files.errors import InputError, brief, unknown
from sim.files.resources import data_folder
from sim.files.toml import find_toml, read_toml, read_words, refuse_unknown, table_of
from sim.outcomes.measurement import DISTRICT_OUTCOMES
from sim.parameters import CONTEXT, Value
from sim.runs.own_model import load_model
from sim.runs.spec import STANDARD_MODEL
from sim.scenario import encoding as values
from sim.scenario.encoding import checked
from sim.scenario.off import check_off
from sim.studies.factor import read_factor
from sim.studies.sampling import METHODS, Sampling

MOST_SAMPLES = 1_000_000
MOST_SEEDS = 100_000
DESIGN_KEYS = ("method", "samples", "seed", "levels", "second_order")
RUN_KEYS = (
    *("scenarios", "assumptions", "seeds", "city", "residents", "burn_in", "weeks", "districts"),
    *("model", "off"),
)
TABLES = ("design", "run", "vary", "set", "text")


@dataclass(frozen=True)
class Design(Sampling):
    """An experiment before it is run.

    Every point (a choice of the ``factors``' values) is lived by every scenario, under every set of
    assumptions, with every seed: the same seeds everywhere, so that differences between runs are not luck.
    ``context`` holds city, residents, burn_in and weeks; ``settings`` fixes further levers, assumptions or
    constants; ``districts`` names the district outcomes kept beside the city's; ``model`` ("module:Class") is a
    class of cities of one's own, ``off`` mechanisms switched off in every city. Raises InputError for what is
    not allowed.
    """

    scenarios: tuple[str, ...] = ("status-quo",)
    assumptions: tuple[str, ...] = ("central",)
    seeds: tuple[int, ...] = (1,)
    context: Mapping[str, Value] = field(default_factory=dict)
    settings: Mapping[str, Value] = field(default_factory=dict)
    districts: tuple[str, ...] = ()
    model: str = STANDARD_MODEL
    off: tuple[str, ...] = ()
    source: str = ""

    def __post_init__(self) -> None:
        if self.method not in METHODS:
            raise InputError(f"{self.name}: {unknown('method', self.method, METHODS)}")
        given = dict(self.context)
        whole = {
            name: CONTEXT[name].check(given.pop(name, CONTEXT[name].default), self.name) for name in _CONTEXT
        }
        refuse_unknown(given, _CONTEXT, self.name)
        object.__setattr__(self, "context", whole)
        object.__setattr__(self, "settings", checked(self.settings, self.name))
        object.__setattr__(self, "off", check_off(self.off, f"{self.name}: off"))
        values.encode(self.settings, self.name)
        for name in self.districts:
            if name not in DISTRICT_OUTCOMES:
                raise InputError(f"{self.name}: {unknown('district outcome', name, DISTRICT_OUTCOMES)}")
        for one in self.factors:
            if one.name in self.settings:
                raise InputError(f"{self.name}: {one.name} is both varied and set")

    @classmethod
    def read(cls, name_or_path: str | Path) -> Design:
        """Return the design of that name, or of the .toml file at that path; raise InputError in one line."""
        folder = data_folder() / "experiments"
        path = find_toml(name_or_path, folder, "design")
        document = read_toml(path)
        where = str(path) if path.parent != folder else f"experiments/{path.name}"
        return cls.of(document, where, path.read_text("utf-8-sig"))

    @classmethod
    def of(cls, document: Mapping[str, Any], where: str = "design", source: str = "") -> Design:
        """Return the design that the tables of ``document`` describe, as a design file has them."""
        refuse_unknown(document, TABLES, where)
        read_words(document, ("title", "help"), where)
        plan, run = table_of(document, "design", where), table_of(document, "run", where)
        refuse_unknown(plan, DESIGN_KEYS, f"{where}: [design]")
        refuse_unknown(run, RUN_KEYS, f"{where}: [run]")
        model = run.get("model", STANDARD_MODEL)
        load_model(model)  # declares the names that [vary] and [set] may use
        vary = table_of(document, "vary", where)
        return cls(
            name=where,
            method=checks.one_of(plan.get("method", "grid"), METHODS, f"{where}: method"),
            factors=tuple(read_factor(name, table, f"{where}: [vary]") for name, table in vary.items()),
            samples=_whole(plan, "samples", 1, 1, MOST_SAMPLES, where),
            seed=_whole(plan, "seed", 0, 0, 2**31 - 1, where),
            levels=_whole(plan, "levels", 4, 2, 100, where),
            second_order=checks.switch(plan.get("second_order", False), f"{where}: second_order"),
            scenarios=_names(run, "scenarios", "status-quo", where),
            assumptions=_names(run, "assumptions", "central", where),
            seeds=_seeds(run.get("seeds", 1), where),
            context={name: run[name] for name in _CONTEXT if name in run},
            settings=table_of(document, "set", where),
            districts=_names(run, "districts", "wellbeing", where) if "districts" in run else (),
            model=model,
            off=run.get("off", ()),
            source=source or tomli_w.dumps(dict(document)),
        )


_CONTEXT = ("city", "residents", "burn_in", "weeks")


def _whole(table: Mapping[str, Any], key: str, default: int, low: int, high: int, where: str) -> int:
    return checks.whole_number(table.get(key, default), f"{where}: {key}", low, high)


def _names(table: Mapping[str, Any], key: str, default: str, where: str) -> tuple[str, ...]:
    given = table.get(key, [default])
    if not isinstance(given, list) or not given or not all(isinstance(name, str) for name in given):
        raise InputError(f'{where}: {key} = {brief(given)} must be a list of names, e.g. ["{default}"]')
    if len(set(given)) < len(given):
        raise InputError(f"{where}: {key} = {brief(given)} names one twice")
    return tuple(given)


def _seeds(given: object, where: str) -> tuple[int, ...]:
    """Return the seeds: those listed, or 1 to n for a number n."""
    if isinstance(given, int) and not isinstance(given, bool):
        given = list(range(1, checks.whole_number(given, f"{where}: seeds", 1, MOST_SEEDS) + 1))
    if not isinstance(given, list) or not given:
        raise InputError(f"{where}: seeds = {brief(given)} must be a number of seeds or a list of them")
    return distinct_seeds(given, where)


def distinct_seeds(given: Sequence[object], where: str) -> tuple[int, ...]:
    """Return ``given`` checked one by one; raise InputError for one that is not allowed or comes twice."""
    seeds = tuple(int(CONTEXT["seed"].check(value, where)) for value in given)
    if len(set(seeds)) < len(seeds):
        raise InputError(f"{where}: seeds = {brief(list(given))} names one twice")
    return seeds
