"""What belongs together is there whole: each fault is one sentence that names the file to mend."""

from __future__ import annotations

import ast
import re
import sys
from functools import cache
from pathlib import Path

from sim.dashboard.state.answers import ANSWER_PANELS
from sim.docs.__main__ import stale
from sim.engine.mechanism import Mechanism
from sim.locale.catalogue import keys
from sim.model.schedule import ORDER
from sim.model.start import START
from sim.outcomes import OUTCOMES, measurement
from sim.parameters import DECLARATIONS, LEVER_GROUPS, LEVERS, PARAMETERS
from sim.scenario.scenario import list_scenarios
from tests.contracts.test_declarations import MECHANISMS, equations_of, looked_up
from tests.golden.runs import kept

ROOT = Path(__file__).parents[2]
"""The folder of the project."""
WHOLE = ("en", "fr")
"""Languages that lack nothing; others say in English what they lack."""
ANSWERS_BY_NUMBER = {
    "sim/dashboard/views/answers/__init__.py": (r"import .*\b{name}\b", r"    {number}: {name}\.answer,"),
    "sim/dashboard/views/answers/frame.py": (r"    {number}: \w+\.LIMITS,",),
    "sim/dashboard/work/answered.py": (r"    {number}: \w+,",),
}
"""Where each answer has its line beside its name in the list of answers, and what it looks like."""


def place(file: str | Path | None) -> str:
    """Return ``file`` from the project's folder on."""
    return str(Path(str(file)).resolve().relative_to(ROOT))


def code_of(mechanism: Mechanism) -> str:
    return place(sys.modules[mechanism.columns.__module__].__file__)


def declared_in(name: str) -> str:
    """Return the file that declares the parameter ``name``."""
    return next(place(one.path) for one in DECLARATIONS.values() if name in one.parameters)


@cache
def used_in(code: str) -> dict[str, set[str]]:
    """Return the columns ``c`` and parameters ``p`` that a file of ``code`` names."""
    named: dict[str, set[str]] = {"c": set(), "p": set()}
    for node in ast.walk(ast.parse((ROOT / code).read_text("utf-8"))):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in named:
            named[node.value.id].add(node.attr)
    return named


def out_of_view() -> list[str]:
    """Return where the code of a mechanism and its views name different columns or parameters."""
    faults = []
    for one in (START, *ORDER):
        for short, view in (("c", one.columns), ("p", one.params)):
            used, seen = used_in(code_of(one))[short], set(view._fields)
            faults += [
                f"{code_of(one)}: uses {short}.{name}, which {view.__name__} lacks" for name in used - seen
            ]
            faults += [
                f"{code_of(one)}: {view.__name__} has {name}, which nothing uses" for name in seen - used
            ]
    return sorted(faults)


def undeclared() -> list[str]:
    return [
        f"{code_of(one)}: Params names {name}, which no file declares; {Path(code_of(one)).with_suffix('.toml')} may"
        for one in MECHANISMS.values()
        for name in one.params._fields
        if name not in PARAMETERS
    ]


def unread() -> list[str]:
    read = {name for one in MECHANISMS.values() for name in one.params._fields} | looked_up()
    return [
        f"{declared_in(name)}: declares {name}, which the Params of no mechanism names; "
        f"{Path(declared_in(name)).with_suffix('.py')} may"
        for name, parameter in PARAMETERS.items()
        if parameter.role != "context" and name not in read
    ]


def without_equation() -> list[str]:
    return [
        f"{code_of(one)}: the equations in its docstring do not name {name}"
        for one in ORDER
        for name in one.params._fields
        if name in PARAMETERS and PARAMETERS[name].role in ("assumption", "constant")
        if _shortened(name) not in re.findall(r"[a-z_]+", equations_of(one))
    ]


def _shortened(name: str) -> str:
    return re.sub(r"^(misuse|use)_(residents|commons|municipality|platform|state)", r"\1_o", name)


def unsaid() -> list[str]:
    return [
        f"sim/locale/{language}.ftl: lacks {key}"
        for language in WHOLE
        for key in words_needed()
        if key not in keys(language)
    ]


def words_needed() -> list[str]:
    """Return the keys of the words that declarations need."""
    settings = [f"{p.role}-{name}" for name, p in PARAMETERS.items()]
    helps = [f"{p.role}-{name}.help" for name, p in PARAMETERS.items() if p.role != "constant"]
    mechanisms = [
        f"mechanism-{one.name}{part}" for one in ORDER for part in ("", ".claim", ".contrary", ".off")
    ]
    outcomes = [f"outcome-{name}{part}" for name in OUTCOMES for part in ("", ".help", ".definition")]
    answers = [f"six-{name}" for name in ANSWER_PANELS]
    return [*settings, *helps, *mechanisms, *outcomes, *answers]


def ungrouped() -> list[str]:
    grouped = {name for names in LEVER_GROUPS.values() for name in names}
    strange = sorted(grouped - set(LEVERS))
    return [
        f"sim/parameters/levers.toml: no question asks for {name}" for name in LEVERS if name not in grouped
    ] + [f"sim/parameters/levers.toml: asks for {name}, which no mechanism declares" for name in strange]


def unanswered() -> list[str]:
    views = ROOT / "sim" / "dashboard" / "views"
    read = {path: (ROOT / path).read_text("utf-8") for path in ANSWERS_BY_NUMBER}
    faults = [
        f"{place(path)}: is missing; {name} is among the answers of sim/dashboard/state/answers.py"
        for name in ANSWER_PANELS
        for path in (views / "answers" / f"{name}.py", views / "panels" / f"{name}.py")
        if not path.exists()
    ]
    faults += [
        f"{path}: has no line for answer {number}, {name}: {line.format(number=number, name=name)}"
        for path, lines in ANSWERS_BY_NUMBER.items()
        for number, name in enumerate(ANSWER_PANELS, 1)
        for line in lines
        if not re.search(line.format(number=number, name=name), read[path])
    ]
    opened = [
        path.stem for path in sorted((views / "panels").glob("*.py")) if "answer_panel(" in path.read_text()
    ]
    strange = [name for name in opened if name not in ANSWER_PANELS]
    return faults + [f"sim/dashboard/state/answers.py: no key opens {name}" for name in strange]


def unmeasured() -> list[str]:
    return [
        f"sim/outcomes/measurement.py: {name} has no place {name.upper()}"
        for place_, name in enumerate(OUTCOMES)
        if getattr(measurement, name.upper(), None) != place_
    ]


def unfilled() -> list[str]:
    code = (ROOT / "sim/outcomes/measurement.py").read_text("utf-8")
    return [
        f"sim/outcomes/measurement.py: c.outcomes[{name.upper()}] is never filled"
        for name in OUTCOMES
        if f"c.outcomes[{name.upper()}] =" not in code
    ]


def unscheduled() -> list[str]:
    scheduled = {one.name for one in ORDER}
    return [
        f"sim/model/schedule.py: no week runs {path.stem}, which {place(path)} declares"
        for path in sorted((ROOT / "sim" / "mechanisms").glob("*.toml"))
        if path.stem not in scheduled
    ]


def without_golden_run() -> list[str]:
    return [
        f"{place(kept(name))}: is missing; `python -m tests.golden.update` writes it"
        for name in list_scenarios()
        if not kept(name).exists()
    ]


def told_otherwise_in_readme() -> list[str]:
    """Return the scenarios that README lacks, or names for nothing, and a count of levers that is not theirs."""
    readme = (ROOT / "README.md").read_text("utf-8")
    listed = re.search(r"The scenarios are (.+?), or your own", readme, re.DOTALL)
    named = set(re.findall(r"`([^`\n]+)`", listed[1])) if listed else set()
    known = set(list_scenarios())
    counted = f"{len(LEVERS)} levers"
    return [
        *(f"README.md: does not name the scenario {name}" for name in sorted(known - named)),
        *(f"scenarios/{name}.toml: is missing; README.md names it" for name in sorted(named - known)),
        *([] if counted in readme else [f"README.md: does not say {counted}"]),
    ]


def test_what_belongs_together_is_whole() -> None:
    looks = (
        undeclared,
        unread,
        out_of_view,
        without_equation,
        unsaid,
        ungrouped,
        unanswered,
        unmeasured,
        unfilled,
        unscheduled,
        without_golden_run,
        told_otherwise_in_readme,
    )
    faults = [fault for look in looks for fault in look()]
    # Pages are written from what is whole: where something is missing, they cannot be, and follow from it.
    faults = faults or [f"{place(page)}: run `make docs`" for page in stale()]
    assert not faults, "\n".join(faults)
