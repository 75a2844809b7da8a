"""`make bench REV=...`: this checkout against another revision, run in turn on one machine, as ratios.

The other revision is checked out beside, in a folder that is removed at the end. Where its lock file is this one's it
is run by this Python; else it gets an environment of its own. Each piece of work (`benchmarks.workloads`) is run by
one checkout and then by the other, turn by turn, in processes of their own, and its processor time is measured: what
else the machine does strikes both alike. A ratio is the median of the turns'.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

from benchmarks.workloads import WORKLOADS
from sim.files.atomic import write_whole
from sim.files.errors import InputError

ROOT = Path(__file__).resolve().parents[1]
AGAINST = Path(__file__).with_name("against.json")
LOCK = "uv.lock"
TURNS = 5
PATIENCE = 900  # seconds of one piece of work; the first may compile


class Checkout(NamedTuple):
    """A revision in a folder, and the Python that runs it."""

    folder: Path
    python: Path


class Ratio(NamedTuple):
    """One line of the table: medians of the turns' seconds, and of their ratios; None where one cannot do it."""

    name: str
    old: float | None
    new: float | None
    ratio: float | None


def compare(revision: str, turns: int = TURNS) -> Iterator[Ratio]:
    """Yield a line for each piece of work, ``revision`` being the old one."""
    new = Checkout(ROOT, Path(sys.executable))
    with checked_out(revision) as old:
        for name in WORKLOADS:
            yield in_turn(name, old, new, turns)


@contextmanager
def checked_out(revision: str) -> Iterator[Checkout]:
    """Check ``revision`` out into a folder of its own, with what it needs; remove it at the end.

    Raises InputError where git knows no such revision, CalledProcessError where its libraries do not install.
    """
    commit = _commit(revision)
    with tempfile.TemporaryDirectory(prefix="two-cities-") as temporary:
        folder = Path(temporary) / "checkout"
        _git("worktree", "add", "--quiet", "--detach", str(folder), commit)
        try:
            yield Checkout(folder, _python_for(folder))
        finally:
            _git("worktree", "remove", "--force", str(folder))


def _commit(revision: str) -> str:
    try:
        return _git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}").strip()
    except subprocess.CalledProcessError:
        raise InputError(
            f"REV={revision}: git knows no such revision here (`git log --oneline` lists them)"
        ) from None


def _git(*words: str) -> str:
    return subprocess.run(["git", *words], cwd=ROOT, check=True, capture_output=True, text=True).stdout


def _python_for(folder: Path) -> Path:
    """Return this Python where ``folder`` asks for the same libraries, else that of a new environment in it."""
    here, there = (root / LOCK for root in (ROOT, folder))
    if there.read_bytes() == here.read_bytes():
        return Path(sys.executable)
    uv = Path(sys.executable).with_name("uv")
    environment = {name: value for name, value in os.environ.items() if name != "VIRTUAL_ENV"}
    words = [uv, "sync", "--quiet", "--frozen", "--no-default-groups", "--no-install-project"]
    subprocess.run([*words, "--python", sys.executable], cwd=folder, env=environment, check=True)
    return folder / ".venv" / "bin" / "python"


def in_turn(name: str, old: Checkout, new: Checkout, turns: int) -> Ratio:
    """Run the piece of work called ``name`` once unmeasured and then ``turns`` times, the old and the new in turn."""
    pairs = [(_measured(name, old), _measured(name, new)) for _ in range(1 + turns)][1:]
    whole = [(before, after) for before, after in pairs if before is not None and after is not None]
    if len(whole) < turns:
        return Ratio(name, None, None, None)
    before, after = (median(side) for side in zip(*whole, strict=True))
    return Ratio(name, before, after, median(one / other for other, one in whole))


def _measured(name: str, checkout: Checkout) -> float | None:
    """Return the seconds that ``checkout`` takes, None where it cannot do this work."""
    environment = os.environ | {"PYTHONPATH": str(checkout.folder), "PYTHONDONTWRITEBYTECODE": ""}
    words = [checkout.python, "-P", ROOT / "benchmarks" / "workloads.py", name]
    done = subprocess.run(
        words, cwd=checkout.folder, env=environment, capture_output=True, text=True, timeout=PATIENCE
    )
    return float(done.stdout) if done.returncode == 0 else None


def line(ratio: Ratio) -> str:
    """Return a line for the terminal."""
    return f"{ratio.name:45} {_figure(ratio.old):>10} s {_figure(ratio.new):>10} s {_figure(ratio.ratio):>8}"


def table(against: Mapping[str, Any]) -> list[str]:
    """Return the lines of the page's section about a comparison that was kept."""
    ratios = [Ratio(**row) for row in against["rows"]]
    rows = [
        f"| {one.name} | {_figure(one.old)} | {_figure(one.new)} | {_figure(one.ratio)} |" for one in ratios
    ]
    revision, turns, load = against["revision"], against["turns"], against["load"]
    return [
        f"## Against revision `{revision}`",
        "",
        f"Written by `make bench REV={revision}`: seconds of processor time, run in turn {turns} times, medians; the",
        f"ratio is new over old. Load of the machine: {load}. Where the yardsticks' ratios differ from 1, so far was",
        "the machine from being fair.",
        "",
        "| Work | Old, s | New, s | New over old |",
        "|---|---|---|---|",
        *rows,
    ]


def _figure(value: float | None) -> str:
    return "-" if value is None else f"{value:.3g}"


def run(revision: str) -> None:
    """Measure, print, and keep what was measured in against.json."""
    rows = []
    for ratio in compare(revision):
        rows.append(ratio)
        print(line(ratio), flush=True)
    load = [round(load, 2) for load in os.getloadavg()]
    kept = {"revision": revision, "turns": TURNS, "load": load, "rows": [row._asdict() for row in rows]}
    write_whole(AGAINST, json.dumps(kept, indent=1) + "\n")
