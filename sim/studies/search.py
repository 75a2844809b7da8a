"""Searching levers for cities of which none is better in every respect: NSGA-II over the store (pymoo).

Every generation is a study of its own, whose points the algorithm has asked for. It draws with a fixed seed, so that
a search begun again asks for the same cities, finds those it has had in the store, and comes to the same frontier.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import tomli_w
from numpy.typing import NDArray

from sim.files import checks
from sim.files.atomic import make_folder, replace_file
from sim.files.errors import InputError, brief
from sim.files.toml import find_toml, read_toml, refuse_unknown, table_of
from sim.outcomes import outcome
from sim.parameters import is_lever
from sim.studies.analysis.finding import Finding
from sim.studies.analysis.finding import table_of as as_table
from sim.studies.analysis.outcome import cells_of
from sim.studies.analysis.threads import one_thread
from sim.studies.design import Design
from sim.studies.hints import SEARCH
from sim.studies.lock import locked
from sim.studies.options import Options
from sim.studies.points import Row
from sim.studies.results import open_results
from sim.studies.run import SAME, sweep, writable
from sim.studies.search_progress import draw, left_out, progress, still_rising

Numbers = NDArray[np.float64]
DIRECTIONS = {"more": -1.0, "less": 1.0}
"""What an objective is multiplied by: the algorithm makes everything small."""

OVER = ("mean", "worst")
KEYS = ("objectives", "population", "generations", "seed", "over")
NAME = SEARCH
GENERATION = "generation-{:04d}"


class Objective(NamedTuple):
    """An outcome at the end of the runs, and whether more or less of it is sought."""

    outcome: str
    direction: str

    @property
    def sign(self) -> float:
        """What it is multiplied by to be made small."""
        return DIRECTIONS[self.direction]


@dataclass(frozen=True)
class Search:
    """What is sought: ``objectives``, over the levers that ``design`` varies, under its sets of assumptions.

    An objective is the mean over seeds; of several sets of assumptions it is the mean or the ``worst``.
    ``population`` cities are asked for in each of ``generations``.
    """

    design: Design
    objectives: tuple[Objective, ...]
    population: int = 40
    generations: int = 25
    seed: int = 1
    over: str = "mean"

    @classmethod
    def read(cls, name_or_path: str | Path) -> Search:
        """Return the search of a .toml file: a design with a table [search]; raise InputError in one line."""
        path = find_toml(name_or_path, Path(), "search")
        document = read_toml(path)
        return cls.of(document, str(path), path.parent)

    @classmethod
    def of(cls, document: Mapping[str, Any], where: str = "search", folder: Path | None = None) -> Search:
        """Return the search that the tables of ``document`` describe."""
        table = table_of(document, "search", where)
        place = f"{where}: [search]"
        refuse_unknown(table, KEYS, place)
        rest = {name: one for name, one in document.items() if name != "search"}
        if "method" in table_of(rest, "design", where):
            raise InputError(f"{where}: [design] method: a search finds its own points")
        bare = {**rest, "design": {"method": "latin-hypercube", **rest.get("design", {})}}
        search = cls(
            Design.of(bare, where, folder=folder),
            _objectives(table.get("objectives"), place),
            checks.whole_number(table.get("population", cls.population), f"{place}: population", 4, 10_000),
            checks.whole_number(
                table.get("generations", cls.generations), f"{place}: generations", 1, 10_000
            ),
            checks.whole_number(table.get("seed", cls.seed), f"{place}: seed", 0, 2**31 - 1),
            checks.one_of(table.get("over", cls.over), OVER, f"{place}: over"),
        )
        search._check(where)
        return search

    def _check(self, where: str) -> None:
        if len(self.design.scenarios) > 1:
            raise InputError(f"{where}: a search starts from one scenario; [run] scenarios names several")
        for factor in self.design.factors:
            if not (is_lever(factor.name) if "." not in factor.name else True) or factor.name in (
                "city",
                "residents",
            ):
                raise InputError(
                    f"{where}: varies {factor.name}; a search is over levers, sets stand for the rest"
                )
        if self.design.enough is not None:
            raise InputError(f"{where}: [enough]: a search takes as many seeds everywhere")

    def as_document(self) -> dict[str, Any]:
        """Return the tables of the search's file, which `of` reads."""
        tables = self.design.as_document()
        design = {name: one for name, one in tables.get("design", {}).items() if name != "method"}
        own = {name: getattr(self, name) for name in KEYS if name != "objectives"}
        asked = [one._asdict() for one in self.objectives]
        return {**tables, "design": design, "search": {"objectives": asked, **own}}


class Evaluated(NamedTuple):
    """Cities that a search has lived: levers by point, objectives (points, objectives), nan where there is none.

    ``failed`` counts the runs of each that failed (points,): why it has no objective, where it is not undefined.
    """

    points: Sequence[Row]
    objectives: Numbers
    generation: NDArray[np.int64]
    failed: NDArray[np.int64]

    @property
    def frontier(self) -> NDArray[np.int64]:
        """The places of the cities than which none is at least as good in every objective and better in one."""
        from pymoo.util.nds.non_dominated_sorting import NonDominatedSorting

        known = np.flatnonzero(~np.isnan(self.objectives).any(axis=1))
        if not len(known):
            return known
        first = NonDominatedSorting().do(self.objectives[known], only_non_dominated_front=True)
        _, distinct = np.unique(self.objectives[known][first], axis=0, return_index=True)
        return known[np.asarray(first)[np.sort(distinct)]]


def search(sought: Search | str | Path, out: str | Path, options: Options | None = None) -> Finding:
    """Search into the directory ``out``; return its frontier and all cities evaluated, as tables and a picture.

    A directory that holds the same search is gone on with. Source: Deb et al. (2002), doi:10.1109/4235.996017.
    A city of which an objective is undefined, or whose runs failed, is no candidate, and counted. Raises
    InputError for a directory that holds another search, and as `sweep` does.
    """
    read = sought if isinstance(sought, Search) else Search.read(sought)
    folder = Path(out)
    make_folder(folder)
    with writable(folder, SAME), locked(folder, bool(options and options.wait)):
        _begin(read, folder)
        return _finding(read, _run(read, folder, options or Options()))


def _begin(sought: Search, folder: Path) -> None:
    text = tomli_w.dumps(sought.as_document())
    path = folder / NAME
    if path.is_file() and path.read_text("utf-8") != text:
        raise InputError(f"{folder}: holds another search; choose another --out")
    replace_file(path, text)


@one_thread("pymoo.algorithms.moo.nsga2")
def _run(sought: Search, folder: Path, options: Options) -> Evaluated:
    """Let the algorithm ask for cities, generation by generation, and tell it what came of them."""
    from pymoo.algorithms.moo.nsga2 import NSGA2
    from pymoo.core.problem import Problem

    factors = len(sought.design.factors)
    problem = Problem(n_var=factors, n_obj=len(sought.objectives), n_ieq_constr=1, xl=0.0, xu=1.0)
    algorithm = NSGA2(pop_size=sought.population)
    algorithm.setup(problem, termination=("n_gen", sought.generations), seed=sought.seed, verbose=False)
    found: list[Evaluated] = []
    while algorithm.has_next():
        asked = algorithm.ask()
        number = len(found)
        points = [_point(sought, positions) for positions in asked.get("X")]
        objectives, failed = evaluate(sought, points, folder / GENERATION.format(number), options)
        without = np.asarray(np.isnan(objectives).any(axis=1))[:, None]
        asked.set("F", np.where(without, 0.0, objectives))
        asked.set("G", without.astype(float))
        for one in asked:
            one.evaluated.update({"F", "G"})
        algorithm.tell(infills=asked)
        found.append(Evaluated(points, objectives, np.full(len(points), number), failed))
    return Evaluated(
        [point for one in found for point in one.points],
        np.concatenate([one.objectives for one in found]),
        np.concatenate([one.generation for one in found]),
        np.concatenate([one.failed for one in found]),
    )


def _point(sought: Search, positions: Numbers) -> Row:
    return {
        factor.name: factor.value(float(place))
        for factor, place in zip(sought.design.factors, positions, strict=True)
    }


def evaluate(
    sought: Search, points: Sequence[Row], folder: Path, options: Options
) -> tuple[Numbers, NDArray[np.int64]]:
    """Return the objectives of ``points`` (points, objectives), to be made small, lived into the study ``folder``.

    Beside them stands how many runs of each point failed (points,).
    """
    study = replace(sought.design, method="table", factors=(), rows=tuple(points), positions=(), source="")
    sweep(study, folder, options._replace(again=SAME))
    results = open_results(folder)
    columns = []
    for one in sought.objectives:
        cities = cells_of(results, one.outcome, None)
        sets = np.array([one.sign * cells.mean for cells in cities.values()])
        columns.append(sets.max(axis=0) if sought.over == "worst" else sets.mean(axis=0))
    failed = np.sum([cells.failed.sum(axis=1) for cells in cities.values()], axis=0)
    return np.column_stack(columns), failed


def _objectives(given: object, where: str) -> tuple[Objective, ...]:
    if not isinstance(given, list) or len(given) < 2:
        raise InputError(
            f'{where}: objectives = {brief(given)} must name two or more, e.g. ["wellbeing", "exposure"]'
        )
    found = tuple(_objective(one, where) for one in given)
    names = [one.outcome for one in found]
    if len(set(names)) < len(names):
        raise InputError(f"{where}: objectives = {brief(given)} names one twice")
    return found


def _objective(given: object, where: str) -> Objective:
    table = {"outcome": given} if isinstance(given, str) else given
    if not isinstance(table, Mapping) or not isinstance(table.get("outcome"), str):
        raise InputError(f"{where}: objective {brief(given)} must name an outcome")
    refuse_unknown(table, Objective._fields, where)
    declared = outcome(table["outcome"]).direction
    if "direction" not in table and declared is None:
        raise InputError(
            f"{where}: of {table['outcome']} neither more nor less is better; say which is sought, e.g. "
            f'{{ outcome = "{table["outcome"]}", direction = "more" }}'
        )
    direction = checks.one_of(table.get("direction", declared), DIRECTIONS, f"{where}: direction")
    return Objective(table["outcome"], direction)


def _finding(sought: Search, found: Evaluated) -> Finding:
    frontier = set(found.frontier.tolist())
    signs = [one.sign for one in sought.objectives]
    rows = [
        {
            "generation": int(found.generation[place]),
            **{
                one.outcome: None if np.isnan(value) else float(sign * value)
                for one, sign, value in zip(sought.objectives, signs, found.objectives[place], strict=True)
            },
            **point,
            "failed": int(found.failed[place]),
            "on_frontier": place in frontier,
        }
        for place, point in enumerate(found.points)
    ]
    best = [row for row in rows if row["on_frontier"]]
    notes = left_out(found.objectives, found.failed)
    if not best:
        raise InputError(f"no city has a value in every objective{''.join(f'; {note}' for note in notes)}")
    went = progress(found.objectives, found.generation)
    tables = {"frontier": best, "evaluated": rows, "progress": went}
    notes += still_rising(went)
    return Finding(
        {name: as_table(one) for name, one in tables.items()},
        {"frontier": draw([one.outcome for one in sought.objectives], rows)},
        notes,
    )
