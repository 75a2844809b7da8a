"""Check files: scenarios, assumptions, debates, experiments, searches, cities' mappings (.toml), cities (others).

Prints what each file is and what a reader of it would do. Names every file that is not sound, a line for each
fault, then exits with 2.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from sim.city.source import SUFFIXES as CITY_ENDINGS
from sim.files.counted import counted
from sim.files.errors import InputError, Problems, brief, unknown
from sim.files.extras import not_installed
from sim.parameters import LEVERS

if TYPE_CHECKING:
    from sim.studies.design import Design
    from sim.studies.estimate import Estimate

TOUR, DEBATE = {"reveal", "cannot"}, {"cues", "question"}
"""Keys by which a file is known; those of a tour are looked for first."""
SPOKEN = TOUR | DEBATE


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the files."""
    parser.add_argument("files", metavar="FILE", nargs="+")
    parser.add_argument("--table", metavar="FILE", help="figures to be joined to the boundaries of a city")
    parser.add_argument(
        "--claims",
        action="store_true",
        help="also measure what debates and tours claim in paired runs (minutes)",
    )
    parser.add_argument("--quiet", action="store_true", help="name only files that are not sound")


def run(options: argparse.Namespace) -> int:
    """Check every file; return 2 if any is not sound. Raises InputError for an option that no file is there for."""
    _refuse_unused(options)
    status = 0
    for name in options.files:
        try:
            lines = check(Path(name), options.table and Path(options.table), options.claims)
        except InputError as error:
            for line in error.all_said:
                print("two-cities:", " ".join(line.translate("en").split()), file=sys.stderr)
            status = 2
        else:
            if not options.quiet:
                print(f"{name}: " + "\n  ".join(lines))
    return status


def _refuse_unused(options: argparse.Namespace) -> None:
    """Raise InputError for --table without a city among the files, and for --claims without a debate or a tour."""
    paths = [Path(name) for name in options.files]
    if options.table and not any(path.suffix.lower() in CITY_ENDINGS for path in paths):
        raise InputError("--table: none of the files is a city's data, to which it would be joined")
    if options.claims and not any(map(_claims_anything, paths)):
        raise InputError("--claims: none of the files is a debate or a tour, which alone claim anything")


def _claims_anything(path: Path) -> bool:
    from sim.files.toml import read_toml

    if path.suffix.lower() != ".toml":
        return False
    try:
        return bool(SPOKEN & read_toml(path).keys())
    except InputError:  # said of the file itself when it is checked
        return True


def check(path: Path, table: Path | None = None, claims: bool = False) -> list[str]:
    """Return what the file at ``path`` is, then the notes on it; raise InputError if it is not sound.

    ``table`` holds the figures of a city whose file has boundaries only; ``claims`` of a debate are measured.
    """
    ending = path.suffix.lower()
    if ending in CITY_ENDINGS:
        return _city(path, table)
    if ending == ".toml":
        return _toml(path, claims)
    raise InputError(
        f"{brief(str(path))}: the ending must be .toml (scenario, assumptions, debate, experiment, city's mapping) "
        f"or {', '.join(CITY_ENDINGS)} (city)"
    )


def _toml(path: Path, claims: bool = False) -> list[str]:
    from sim.files.toml import read_toml, table_of

    document = read_toml(path)
    if "assumptions" in document:
        return _assumptions(path)
    if TOUR & document.keys():
        return _tour(path, claims)
    if DEBATE & document.keys():
        return _debate(path, claims)
    if {"design", "vary", "run", "search"} & document.keys():
        return _search(path) if "search" in document else _experiment(path)
    if "targets" in document:
        return _targets(path)
    if {"levers", "events", "off"} & document.keys() or document.keys() == {"text"}:
        return _scenario(path, len(table_of(document, "levers", str(path))))
    if (data := _data_beside(path)) is not None:
        return _city(data)
    mapping_keys = _mapping_keys()
    if document.keys() & mapping_keys:
        return _mapping(path)
    first, legal = (
        next(iter(document), ""),
        ("levers", "assumptions", "cues", "reveal", "design", *mapping_keys),
    )
    raise InputError(
        f"{path}: neither a scenario ([levers]), assumptions ([assumptions]), a debate ([[cues]]), "
        f"an experiment ([design]) nor a city's mapping; {unknown('key', first, legal)}"
    )


def _scenario(path: Path, given: int) -> list[str]:
    from sim.scenario.scenario import load_scenario

    scenario = load_scenario(path)
    lines = [f"a sound scenario, {given} of {len(LEVERS)} levers given, {len(scenario.events)} events"]
    if given < len(LEVERS):
        lines.append("levers not given keep the status quo's values")
    missing = [key for key in ("title", "caution") if not all(dict(getattr(scenario, key).words).values())]
    return lines + [f"no {key} in both languages" for key in missing]


def _assumptions(path: Path) -> list[str]:
    from sim.parameters import parameter
    from sim.scenario.scenario import load_assumption_set

    values = load_assumption_set(path).values
    changed = [name for name, value in values.items() if value != parameter(name).default]
    return [f"a sound set of assumptions, {len(changed)} of {len(values)} differ from the central set"]


def _debate(path: Path, claims: bool) -> list[str]:
    from sim.debate.claims import failures
    from sim.debate.read import load_debate, untranslated

    debate = load_debate(path)
    steps = sum(len(cue.steps) for cue in debate.cues)
    claimed = sum(len(cue.claims) for cue in debate.cues)
    minutes = f"{debate.seconds // 60}:{debate.seconds % 60:02d}"
    lines = [f"a sound debate, {len(debate.cues)} cues of {steps} steps, {minutes} planned, {claimed} claims"]
    if claims and (faults := failures(debate)):
        raise Problems([f"{path}: {fault}" for fault in faults])
    return lines + untranslated(debate)


def _tour(path: Path, claims: bool) -> list[str]:
    from sim.debate.claims import failures
    from sim.debate.tours import load_tour, untranslated_tour

    tour = load_tour(path)
    claimed = sum(map(len, tour.claims.values()))
    if claims and (faults := failures(tour.as_debate())):
        raise Problems([f"{path}: {fault}" for fault in faults])
    lacking = [
        f"words missing in {language}, said in English instead" for language in untranslated_tour(tour)
    ]
    return [f"a sound tour, {claimed} claims", *lacking]


def _experiment(path: Path) -> list[str]:
    from sim.studies.design import Design

    design = Design.read(path)
    varied = ", ".join(factor.name for factor in design.factors) or "nothing"
    lines = [
        f"a sound experiment, method {design.method}, varies {varied}, {counted(len(design.seeds), 'seed')}"
    ]
    try:
        return lines + _costs(design)
    except ModuleNotFoundError as error:
        return [*lines, f"how many runs it takes is not known here: {not_installed(error)}"]


def _search(path: Path) -> list[str]:
    """Return what is sought, and about what a search takes: its first cities as often as it has generations."""
    from sim.studies.search import Search

    sought = Search.read(path)
    asked = ", ".join(f"{one.direction} {one.outcome}" for one in sought.objectives)
    varied = ", ".join(factor.name for factor in sought.design.factors)
    lines = [f"a sound search for {asked}, over {varied}, {counted(len(sought.design.seeds), 'seed')}"]
    one = replace(sought.design, samples=sought.population, source="")
    try:
        from sim.studies.estimate import Estimate, estimate
        from sim.studies.expansion import expand

        first, times = estimate(expand(one)), sought.generations
        work = Estimate(first.runs * times, first.seconds * times, first.bytes * times)
    except ModuleNotFoundError as error:
        return [*lines, f"how many runs it takes is not known here: {not_installed(error)}"]
    cities = f"{counted(sought.population, 'city', 'cities')} x {counted(sought.generations, 'generation')}"
    return [*lines, f"{counted(work.runs, 'run')} at most, of {cities} x {_crossed(one)}", _here(work)]


def _costs(design: Design) -> list[str]:
    """Return how many runs ``design`` takes, and about how long and how many bytes here; refuse what sweep would."""
    from sim.studies.estimate import estimate
    from sim.studies.expansion import constrained, expand

    plan = expand(design)
    work = estimate(plan)
    points = len(set(plan.table.column("point").to_pylist()))
    scenarios = counted(len(design.scenarios), "scenario")
    most = " at most" if design.enough else ""
    runs = (
        f"{counted(work.runs, 'run')}{most}, of {counted(points, 'point')} x {scenarios} x {_crossed(design)}"
    )
    return [line for line in (runs, constrained(design), _here(work)) if line]


def _crossed(design: Design) -> str:
    sets = counted(len(design.assumptions), "set of assumptions", "sets of assumptions")
    return f"{sets} x {counted(len(design.seeds), 'seed')}"


def _here(work: Estimate) -> str:
    """Return about how long ``work`` takes on this machine, and how many bytes."""
    from sim.studies.estimate import best_workers, duration, pace, size

    seconds = work.seconds * pace()
    workers = best_workers(seconds, work.runs)
    return f"about {duration(seconds / workers)} on this machine ({workers} at once), about {size(work.bytes)} on disk"


def _targets(path: Path) -> list[str]:
    from sim.studies.targets import read_targets

    return [f"a sound table of targets, {len(read_targets(path))} of them"]


def _city(path: Path, table: Path | None = None) -> list[str]:
    from sim.city.load import load_city

    city = load_city(path, table)
    districts = counted(city.districts, "district")
    return [
        f"a sound city, {districts}, {city.population.sum():.0f} people, hardship {city.hardship_basis}",
        *(words.translate("en") for words in city.notes),
    ]


def _mapping(path: Path) -> list[str]:
    from sim.city.mapping import read_mapping

    read_mapping(path)
    endings = ", ".join(CITY_ENDINGS)
    return ["a sound mapping of a city", f"no data beside it ({path.stem} with one of {endings})"]


def _mapping_keys() -> tuple[str, ...]:
    from dataclasses import fields

    from sim.city.mapping import Mapping

    return tuple(field.name for field in fields(Mapping))


def _data_beside(path: Path) -> Path | None:
    beside = (path.with_suffix(ending) for ending in CITY_ENDINGS)
    return next((data for data in beside if data.is_file()), None)
