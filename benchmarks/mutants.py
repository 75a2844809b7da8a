"""`make mutants`: are the tests of the rules, the draws and the answers strong enough to notice a changed operator?

``python -m benchmarks.mutants [--size 60] [--seed 1] [--only FOLDER]`` changes one operator, number or comparison at a
time in a copy of the package (Cosmic Ray's mutations, drawn at random with the seed) and runs the tests that are about
that part; a mutant that all of them pass has survived. Rules and draws run uncompiled, since a mutant would be compiled
for a minute; mutants that survive there meet the golden runs, compiled. Writes benchmarks/mutants.json and
docs/reliability.md.

Left out: what removes a decorator (nothing is compiled or remembered here, so nothing changes), what replaces `|`
(it stands in annotations), and bits in place of arithmetic, which any test would notice.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from cosmic_ray.commands.init import init
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator, operator_names
from cosmic_ray.work_db import WorkDB, use_db

from benchmarks.machine import facts
from benchmarks.reliability import MUTANTS, write_page
from sim.files.atomic import write_whole

ROOT = Path(__file__).resolve().parents[1]
PROMISED = 0.85
MOST_SECONDS = (
    180  # of processor for one run of tests, several times what they take; an endless loop is noticed, too
)
LEFT_OUT = re.compile(
    r"core/(RemoveDecorator|ReplaceBinaryOperator_(BitOr_\w+|(Add|Sub|Mul|Div|FloorDiv|Mod|Pow)_(Bit\w+|[LR]Shift)))"
)
PYTEST = ("-m", "pytest", "-p", "no:cacheprovider", "-q", "-x", "-n", "0", "-m", "not slow")
UNCOMPILED = {"NUMBA_DISABLE_JIT": "1"}


class Stage(NamedTuple):
    """Tests that a mutant must pass to go on, with the environment they run in."""

    tests: tuple[str, ...]
    environment: dict[str, str]


class Part(NamedTuple):
    """A part of the package, and the stages its mutants go through."""

    files: str
    stages: tuple[Stage, ...]


RULES = Stage(("tests/worked", "tests/mechanisms", "tests/engine/test_draws.py"), UNCOMPILED)
GOLDEN = Stage(("tests/golden",), {})
PARTS = {
    "sim/mechanisms": Part("sim/mechanisms/*.py", (RULES, GOLDEN)),
    "sim/engine/draws": Part("sim/engine/draws*.py", (RULES, GOLDEN)),
    "sim/answers": Part("sim/answers/*.py", (Stage(("tests/answers",), {}),)),
}


class Mutant(NamedTuple):
    """One change of one file: ``operator`` at its ``occurrence``-th place, in line ``line``."""

    file: str
    line: int
    operator: str
    occurrence: int


class Found(NamedTuple):
    """What became of a mutant: the stage at which it was noticed, counted from 1, or 0 for one that survived."""

    mutant: Mutant
    stage: int


def mutants(part: Part, folder: Path) -> list[Mutant]:
    """Return every mutant of a part, in order."""
    paths = sorted(folder.glob(part.files))
    names = [name for name in operator_names() if not LEFT_OUT.fullmatch(name)]
    with use_db(str(folder / "mutants.sqlite"), WorkDB.Mode.create) as kept:
        init(paths, kept, {})
        specs = [item.mutations[0] for item in kept.work_items]
    found = [
        Mutant(str(one.module_path.relative_to(folder)), one.start_pos[0], one.operator_name, one.occurrence)
        for one in specs
        if one.operator_name in names
    ]
    return sorted(found)


def whole(name: str, folder: Path) -> None:
    """Raise SystemExit where tests of a part fail before anything is changed: they would notice every mutant."""
    for stage in PARTS[name].stages:
        if not _pass(stage.tests, stage.environment, folder):
            raise SystemExit(f"{name}: {' '.join(stage.tests)} fail as they are; mend that first")


def tried(part: Part, mutant: Mutant, folder: Path) -> Found:
    """Return what became of ``mutant``; the file in ``folder`` is as before afterwards."""
    path = folder / mutant.file
    source = path.read_text(encoding="utf-8")
    changed = mutate_code(source, get_operator(mutant.operator)(), mutant.occurrence)
    path.write_text(changed, encoding="utf-8")
    try:
        for number, stage in enumerate(part.stages, 1):
            if not _pass(ordered(stage.tests, mutant.file), stage.environment, folder):
                return Found(mutant, number)
    finally:
        path.write_text(source, encoding="utf-8")
    return Found(mutant, 0)


def ordered(tests: Sequence[str], file: str) -> list[str]:
    """Return ``tests`` such that the ones named after the mutated file come first, which saves most of the time."""
    own = [found for folder in tests for found in sorted((ROOT / folder).glob(f"test_{Path(file).stem}*.py"))]
    return [*(str(one.relative_to(ROOT)) for one in own), *tests]


def _pass(tests: Sequence[str], environment: dict[str, str], folder: Path) -> bool:
    """Return whether all tests pass in ``folder``."""
    surroundings = os.environ | environment | {"PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, *PYTEST, *tests]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    return not subprocess.run(command, cwd=folder, env=surroundings, preexec_fn=_limit, **quiet).returncode


def _limit() -> None:
    """Let the tests of a mutant take no more processor than they may; a busy machine makes no difference."""
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))


def copied(folder: Path) -> Path:
    """Copy what tests need into ``folder`` and return it."""
    ignored = shutil.ignore_patterns("__pycache__", "node_modules", ".*")
    shutil.copytree(ROOT, folder, ignore=ignored, dirs_exist_ok=True)
    return folder


def interval(killed: int, size: int) -> tuple[float, float]:
    """Return the 95 % interval of a share, after Wilson (1927)."""
    z, share = 1.96, killed / size
    middle = (share + z * z / (2 * size)) / (1 + z * z / size)
    half = z * math.sqrt(share * (1 - share) / size + z * z / (4 * size * size)) / (1 + z * z / size)
    return middle - half, middle + half


def measured(name: str, size: int, seed: int) -> dict[str, Any]:
    """Return the row of one part: how many of ``size`` mutants were noticed, and those that were not."""
    part = PARTS[name]
    with tempfile.TemporaryDirectory() as made:
        folder = copied(Path(made).resolve())
        whole(name, folder)
        every = mutants(part, folder)
        drawn = random.Random(seed).sample(every, min(size, len(every)))
        results = [shown(tried(part, mutant, folder), part) for mutant in drawn]
    killed = sum(one.stage > 0 for one in results)
    low, high = interval(killed, len(results))
    return {
        "part": name,
        "mutants": len(every),
        "drawn": len(results),
        "seed": seed,
        "noticed": killed,
        "score": round(killed / len(results), 3),
        "interval": [round(low, 3), round(high, 3)],
        "survivors": [one.mutant._asdict() for one in results if not one.stage],
    }


def shown(found: Found, part: Part) -> Found:
    """Print what became of a mutant, and return it."""
    mutant, stage = found
    told = f"noticed by {' '.join(part.stages[stage - 1].tests)}" if stage else "SURVIVED"
    print(f"{mutant.file}:{mutant.line} {mutant.operator} {mutant.occurrence}: {told}", flush=True)
    return found


def kept_rows() -> list[dict[str, Any]]:
    """Return the rows measured before, none where there are none."""
    return list(json.loads(MUTANTS.read_text(encoding="utf-8"))["rows"]) if MUTANTS.exists() else []


def beside(kept: Sequence[dict[str, Any]], rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return ``rows`` in the order of `PARTS`, with those ``kept`` of parts that were not measured again."""
    found = {row["part"]: row for row in (*kept, *rows)}
    return [found[name] for name in PARTS if name in found]


def table(rows: Sequence[dict[str, Any]]) -> Iterator[str]:
    """Yield the lines of the table."""
    yield f"{'part':20} {'mutants':>8} {'drawn':>6} {'noticed':>8} {'score':>6}  95 % interval"
    for row in rows:
        low, high = row["interval"]
        figures = f"{row['mutants']:8} {row['drawn']:6} {row['noticed']:8} {row['score']:6.0%}"
        yield f"{row['part']:20} {figures}  {low:.0%} to {high:.0%}"


def main() -> int:
    """Measure, print and write; return 1 where a part is below what is promised."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--size", type=int, default=60, help="mutants of each part")
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--only", choices=PARTS, nargs="+", default=list(PARTS))
    given = asked.parse_args()
    rows = [measured(name, given.size, given.seed) for name in given.only]
    print("\n".join(table(rows)))
    found = {"machine": facts(), "promised": PROMISED, "rows": beside(kept_rows(), rows)}
    write_whole(MUTANTS, json.dumps(found, indent=1) + "\n")
    write_page()
    return int(any(row["score"] < PROMISED for row in rows))


if __name__ == "__main__":
    raise SystemExit(main())
