"""Run a design of many runs into a directory. DESIGN is a shipped design's name or a .toml file.

Interrupted, killed or out of disk, the directory keeps every run that was written;
`two-cities resume DIR` goes on.
A run that fails is recorded with its reason, the rest completes, and the exit status is 1.
"""

from __future__ import annotations

import argparse
import shlex
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sim.cli.context import add_model, declare_model
from sim.cli.parser import Parser
from sim.files import checks

if TYPE_CHECKING:
    from sim.studies import Options, Outcome

MOST_WORKERS = 1024
MOST_NAMED = 20
AGAIN = "stopped; the same command goes on from here"


def add_arguments(parser: Parser) -> None:
    """Add the design, the directory and how to run."""
    parser.add_argument("design", metavar="DESIGN")
    parser.add_argument("--out", metavar="DIR", required=True, help="the directory of the results")
    parser.add_argument(
        "--shard", metavar="I/N", help="run only part I of N, e.g. in an array of jobs; then merge"
    )
    add_running(parser)


def add_running(parser: Parser) -> None:
    """Add the options that say how runs are lived, none of which changes results."""
    group = parser.add_argument_group("running")
    group.add_argument(
        "--workers",
        metavar="N",
        help="at most so many processes of one thread each, if there is work enough for them "
        "(default: one a core; 1: this one)",
    )
    group.add_argument(
        "--scheduler", metavar="ADDRESS", help="use a Dask cluster that is there, e.g. tcp://host:8786"
    )
    group.add_argument("--timeout", metavar="SECONDS", help="the longest that one run may take")
    group.add_argument("--memory", metavar="MB", help="the most memory that one run may add")
    add_model(group)
    group.add_argument("--wait", action="store_true", help="wait while another driver uses the directory")
    group.add_argument("--quiet", action="store_true", help="no progress and no summary")
    uses = {"a Dask cluster": parser.dests() - {"workers"}, "this machine": parser.dests()}
    parser.declare_uses(lambda options: "a Dask cluster" if options.scheduler else "this machine", uses)


def run(options: argparse.Namespace) -> int:
    """Sweep and report; return the exit status."""
    from sim.studies import Design, Shard, sweep
    from sim.studies.expansion import constrained

    declare_model(options)
    design = Design.read(options.design)
    if (words := constrained(design)) and not options.quiet:
        print(f"note: {words}", file=sys.stderr)
    chosen = read_running(options)._replace(command=shlex.join(["two-cities", "sweep", *_words(options)]))
    if options.shard:
        chosen = chosen._replace(shard=Shard.parse(options.shard))
    return guarded(options, lambda: sweep(design, options.out, chosen), lambda: resumed(options.out))


def resumed(folder: str) -> str:
    """Return how a study in ``folder`` that was stopped goes on."""
    from sim.studies.run import going_on

    return f"stopped; {going_on(Path(folder))} goes on from here"


def _words(options: argparse.Namespace) -> list[str]:
    """Return the words that repeat the study: what its results depend on, and where they went."""
    words = [options.design, "--out", options.out]
    for name in ("shard", "model"):
        if getattr(options, name):
            words += [f"--{name}", getattr(options, name)]
    return words


def read_running(options: argparse.Namespace) -> Options:
    """Return the checked options of `add_running`."""
    from sim.studies import Options

    chosen = Options(
        workers=0
        if options.workers is None
        else checks.whole_number(checks.spelled_whole(options.workers), "--workers", 1, MOST_WORKERS),
        scheduler=options.scheduler or "",
        timeout=read_number(options.timeout, "--timeout", 0.01, 1e7),
        memory=read_number(options.memory, "--memory", 1, 1e7),
        wait=options.wait,
        quiet=options.quiet,
    )
    return chosen._replace(model=options.model) if options.model else chosen


def guarded(options: argparse.Namespace, work: Callable[[], Outcome], stopped: Callable[[], str]) -> int:
    """Do ``work`` and report what came of it; interrupted, it ends with what ``stopped`` says of going on."""
    try:
        with terminating_as_interrupting():
            outcome = work()
    except KeyboardInterrupt:
        raise KeyboardInterrupt(stopped()) from None
    return report(outcome, options.quiet)


def report(outcome: Outcome, quiet: bool) -> int:
    """Print counts and failures; return 1 if a run failed or is still pending, else 0."""
    if not quiet:
        for path in outcome.damaged:
            print(f"damaged, run again: {path.name}")
        print(f"{outcome.folder}: {outcome.done} of {outcome.planned} runs done", end="")
        print(f", {len(outcome.failures)} failed" if outcome.failures else "", end="")
        print(f", {outcome.pending} pending" if outcome.pending else "")
    for failure in outcome.failures[:MOST_NAMED]:
        print(f"two-cities: run {failure.run} {failure.status}: {failure.reason}", file=sys.stderr)
    if len(outcome.failures) > MOST_NAMED:
        print(
            f"two-cities: and {len(outcome.failures) - MOST_NAMED} more, in {outcome.folder}/failures",
            file=sys.stderr,
        )
    return 1 if outcome.failures or outcome.pending else 0


@contextmanager
def terminating_as_interrupting() -> Iterator[None]:
    """Take a scheduler's notice to leave as Ctrl-C, so that what is lived is kept."""

    def leave(*_: object) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, leave)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def read_number(text: str | None, name: str, low: float, high: float) -> float | None:
    """Return the number that an option spells, None where it is not given; refuse one out of range."""
    return None if text is None else checks.number(checks.spelled(text), name, low, high)
