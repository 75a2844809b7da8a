"""A design: which cities to run, under which settings, on which seeds. Read from TOML or built in Python."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import tomli_w

from sim.files import checks
from sim.files.errors import InputError, brief, unknown
from sim.files.resources import data_folder
from sim.files.toml import find_toml, place_of, read_toml, read_words, refuse_unknown, table_of
from sim.outcomes import outcome
from sim.outcomes.maps import DISTRICT_OUTCOMES
from sim.parameters import CONTEXT, Value
from sim.runs.own_model import load_model
from sim.runs.spec import STANDARD_MODEL
from sim.scenario import encoding as values
from sim.scenario.encoding import checked
from sim.scenario.event import read_event
from sim.scenario.off import check_off
from sim.scenario.scenario import load_scenario
from sim.studies.constraint import Constraint
from sim.studies.enough import Enough
from sim.studies.factor import Factor, read_factor
from sim.studies.given import flat, listed, names_of, period_of, seeds_of, whole
from sim.studies.points import Row, factors_of, positions_of, read_points
from sim.studies.quantity import EVENTS, VARIED_CONTEXT
from sim.studies.sampling import METHODS, TABLE, Sampling, check_sampling

MOST_SAMPLES = 1_000_000
DESIGN_KEYS = ("method", "samples", "seed", "levels", "second_order", "points", "constraints")
RUN_KEYS = (
    *("scenarios", "assumptions", "seeds", "city", "residents", "burn_in", "weeks", "districts"),
    *("model", "off", "blend_toward", "outcomes", "period", "snapshots"),
)
KEPT_CLASHES = (("districts", {"city", "weeks"}), ("period", {"weeks"}), ("snapshots", {"weeks"}))
"""What cannot be kept of runs while something varies that it is laid out by."""
TABLES = ("design", "run", "vary", "set", "events", "enough", "text")


@dataclass(frozen=True)
class Design(Sampling):
    """An experiment before it is run.

    Every point (a choice of the ``factors``' values) is lived by every scenario, under every set of
    assumptions, with every seed: the same seeds everywhere, so that runs differ by what is varied.
    ``factors`` are `Factor`s, or tables by name as a file has them; ``rows`` the points of method "table";
    ``seeds`` a list, or their number from 1 on.

    ``context`` holds city, residents, burn_in and weeks; ``settings`` fixes further levers, assumptions or
    constants; ``events`` names events whose kind, week or size can be varied; ``blend_toward`` the scenario that
    a varied blend goes to. ``outcomes`` (all by default), ``period`` (first and last week) and ``districts``
    say what is kept, ``snapshots`` after which weeks the residents are; ``enough`` when further seeds of a
    point are not needed. ``model`` ("module:Class") is a class of cities of one's own, ``off`` mechanisms
    switched off in every city. Raises InputError for what is not allowed.
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
    rows: Sequence[Row] = ()
    events: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    blend_toward: str = ""
    outcomes: tuple[str, ...] = ()
    period: tuple[int, int] | None = None
    snapshots: tuple[int, ...] = ()
    enough: Enough | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", self.name or "design")
        self._take_points()
        check_sampling(self)
        for key, default in (("scenarios", "status-quo"), ("assumptions", "central")):
            object.__setattr__(self, key, names_of(getattr(self, key), key, default, self.name))
        object.__setattr__(self, "seeds", seeds_of(self.seeds, self.name))
        self._check_context()
        self._check_changes()
        self._check_kept()
        if not self.source:
            object.__setattr__(self, "source", tomli_w.dumps(self.as_document()))

    def _take_points(self) -> None:
        """Take factors and positions from a table of points, or factors from tables by name."""
        if self.rows:
            if self.factors or self.method not in ("grid", TABLE):
                raise InputError(
                    f"{self.name}: points stand alone, with method = 'table' and nothing in [vary]"
                )
            object.__setattr__(self, "rows", tuple(read_points(list(self.rows), Path(), self.name)))
            object.__setattr__(self, "method", TABLE)
            object.__setattr__(self, "factors", factors_of(self.rows))
            positions = tuple(map(tuple, positions_of(self.rows, self.factors)))
            object.__setattr__(self, "positions", positions)
        if isinstance(self.factors, Mapping):
            read = (read_factor(name, table, self.name) for name, table in self.factors.items())
            object.__setattr__(self, "factors", tuple(read))
        if not isinstance(self.factors, Iterable) or not all(isinstance(one, Factor) for one in self.factors):
            raise InputError(
                f"{self.name}: factors must be Factors, or tables by name, e.g. {{'gain': {{}}}}"
            )
        object.__setattr__(self, "factors", tuple(self.factors))
        names = [one.name for one in self.factors]
        if len(set(names)) < len(names):
            raise InputError(f"{self.name}: varies {next(n for n in names if names.count(n) > 1)} twice")
        parsed = tuple(
            one if isinstance(one, Constraint) else Constraint.parse(one, names, self.name)
            for one in self.constraints
        )
        object.__setattr__(self, "constraints", parsed)

    def _check_context(self) -> None:
        given = dict(self.context)
        complete = {
            name: CONTEXT[name].check(given.pop(name, CONTEXT[name].default), self.name)
            for name in VARIED_CONTEXT
        }
        refuse_unknown(given, VARIED_CONTEXT, self.name)
        object.__setattr__(self, "context", complete)

    def _check_changes(self) -> None:
        object.__setattr__(self, "settings", checked(self.settings, self.name))
        object.__setattr__(self, "off", check_off(self.off, f"{self.name}: off"))
        values.encode(self.settings, self.name)
        varied = [one.name for one in self.factors]
        for name in varied:
            if name in self.settings:
                raise InputError(f"{self.name}: {name} is both varied and set")
            if name.startswith(EVENTS) and (event := name.split(".")[1]) not in self.events:
                raise InputError(
                    f"{self.name}: {name}: {unknown('event', event, self.events)}; [events] names them"
                )
        if ("blend" in varied) != bool(self.blend_toward):
            raise InputError(
                f"{self.name}: blend needs both [vary] blend and [run] blend_toward, the scenario at its end"
            )
        if self.blend_toward:
            load_scenario(self.blend_toward)
        for name, table in self.events.items():
            place = f"{self.name}: [events.{name}]"
            if not isinstance(table, Mapping):
                raise InputError(f"{place} = {brief(table)} must be a table")
            own = [
                one.removeprefix(f"{EVENTS}{name}.") for one in varied if one.startswith(f"{EVENTS}{name}.")
            ]
            if not own:
                read_event(table, place)
            elif both := [key for key in own if key in table]:
                raise InputError(f"{place}: {both[0]} is both varied and given")

    def _check_kept(self) -> None:
        for key in ("districts", "outcomes"):
            given = getattr(self, key)
            object.__setattr__(self, key, names_of(given, key, "wellbeing", self.name) if given else ())
        for name in self.districts:
            if name not in DISTRICT_OUTCOMES:
                raise InputError(f"{self.name}: {unknown('district outcome', name, DISTRICT_OUTCOMES)}")
        load_model(self.model)  # its outcomes are known from then on
        for name in self.outcomes:
            outcome(name)
        weeks = int(self.context["weeks"])
        if self.period is not None:
            object.__setattr__(self, "period", period_of(self.period, weeks, self.name))
        given_weeks = [self.snapshots] if isinstance(self.snapshots, int) else list(self.snapshots)
        taken = tuple(
            checks.whole_number(week, f"{self.name}: snapshots", 0, weeks - 1) for week in given_weeks
        )
        object.__setattr__(self, "snapshots", tuple(sorted(set(taken))))
        varied = {one.name for one in self.factors}
        for key, clash in KEPT_CLASHES:
            if getattr(self, key) and (both := sorted(clash & varied)):
                raise InputError(f"{self.name}: {key} cannot be kept while {both[0]} varies")
        if self.districts and self.period:
            raise InputError(f"{self.name}: districts are kept at the ends of years; leave period out")
        if self.enough is not None:
            counts = len(self.seeds), len(self.scenarios), len(self.assumptions)
            self.enough.check(f"{self.name}: [enough]", self.outcomes, *counts)

    @classmethod
    def read(cls, name_or_path: str | Path) -> Design:
        """Return the design of that name, or of the .toml file at that path; raise InputError in one line."""
        folder = data_folder() / "experiments"
        path = find_toml(name_or_path, folder, "design")
        document = read_toml(path)
        where = place_of(path, folder, "experiments/")
        return cls.of(document, where, path.read_text("utf-8-sig"), path.parent)

    @classmethod
    def of(
        cls, document: Mapping[str, Any], where: str = "design", source: str = "", folder: Path | None = None
    ) -> Design:
        """Return the design that the tables of ``document`` describe, as a design file in ``folder`` has them."""
        refuse_unknown(document, TABLES, where)
        read_words(document, ("title", "help"), where)
        plan, run = table_of(document, "design", where), table_of(document, "run", where)
        refuse_unknown(plan, DESIGN_KEYS, f"{where}: [design]")
        refuse_unknown(run, RUN_KEYS, f"{where}: [run]")
        load_model(run.get("model", STANDARD_MODEL))  # declares the names that [vary] and [set] may use
        rows = read_points(plan["points"], folder or Path(), where) if "points" in plan else ()
        if isinstance(plan.get("points"), str):  # the study is to be whole without the table's file
            document = {**document, "design": {**plan, "points": [dict(row) for row in rows]}}
            source = ""
        return cls(
            name=where,
            rows=rows,
            factors=tuple(
                read_factor(name, table, f"{where}: [vary]")
                for name, table in flat(table_of(document, "vary", where)).items()
            ),
            settings=table_of(document, "set", where),
            events=table_of(document, "events", where),
            enough=Enough.read(document["enough"], f"{where}: [enough]") if "enough" in document else None,
            source=source or tomli_w.dumps(dict(document)),
            **_sampling(plan, TABLE if rows else "grid", where),
            **_runs(run, where),
        )

    def as_document(self) -> dict[str, Any]:
        """Return the tables of a design file that `of` reads as this design again."""
        plan = {key: getattr(self, key) for key in ("method", "samples", "seed", "levels", "second_order")}
        run = {
            **{key: list(getattr(self, key)) for key in ("scenarios", "assumptions", "seeds")},
            **self.context,
            "model": self.model,
        }
        lists = ("districts", "off", "outcomes", "period", "snapshots")
        run |= {key: list(getattr(self, key)) for key in lists if getattr(self, key)}
        run |= {"blend_toward": self.blend_toward} if self.blend_toward else {}
        plan |= {"constraints": [one.text for one in self.constraints]} if self.constraints else {}
        plan |= {"points": [dict(row) for row in self.rows]} if self.rows else {}
        varied = {} if self.rows else {one.name: one.as_table() for one in self.factors}
        document: dict[str, Any] = {"design": plan, "run": run, "vary": varied, "set": dict(self.settings)}
        document |= (
            {"events": {name: dict(table) for name, table in self.events.items()}} if self.events else {}
        )
        return document | ({"enough": self.enough._asdict()} if self.enough else {})


def _sampling(plan: Mapping[str, Any], method: str, where: str) -> dict[str, Any]:
    """Return how points are chosen, as a file's [design] says; by ``method`` unless it names one."""
    return {
        "method": checks.one_of(plan.get("method", method), METHODS, f"{where}: method"),
        "samples": whole(plan, "samples", 1, 1, MOST_SAMPLES, where),
        "seed": whole(plan, "seed", 0, 0, 2**31 - 1, where),
        "levels": whole(plan, "levels", 4, 2, 100, where),
        "second_order": checks.switch(plan.get("second_order", False), f"{where}: second_order"),
        "constraints": listed(plan.get("constraints", []), "constraints", where),
    }


def _runs(run: Mapping[str, Any], where: str) -> dict[str, Any]:
    """Return which cities are run and what is kept of them, as a file's [run] says."""
    kept = {name: run[name] for name in ("districts", "outcomes") if name in run}
    return {
        "scenarios": names_of(run.get("scenarios", ["status-quo"]), "scenarios", "status-quo", where),
        "assumptions": names_of(run.get("assumptions", ["central"]), "assumptions", "central", where),
        "seeds": seeds_of(run.get("seeds", 1), where),
        "context": {name: run[name] for name in VARIED_CONTEXT if name in run},
        "model": run.get("model", STANDARD_MODEL),
        "off": run.get("off", ()),
        "blend_toward": run.get("blend_toward", ""),
        "period": run.get("period"),
        "snapshots": listed(run.get("snapshots", []), "snapshots", where),
        **{name: names_of(given, name, "wellbeing", where) for name, given in kept.items()},
    }
