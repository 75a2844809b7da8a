"""The command line, `two-cities`: which commands there are, and what becomes of errors.

A command is a module of `sim.cli` with ``add_arguments(parser)`` and ``run(options) -> exit status``,
and one row in COMMANDS. Only the module of the command asked for is imported.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import NamedTuple

from sim import __version__
from sim.cli.parser import Parser
from sim.files.disk import is_full
from sim.files.errors import InputError, unknown
from sim.files.extras import not_installed
from sim.runs.run_error import RunError


class Command(NamedTuple):
    """One command: what the user types, its module in `sim.cli`, and what it does."""

    name: str
    module: str
    help: str


COMMANDS: tuple[Command, ...] = (
    Command("app", "app", "open the page in a browser"),
    Command("run", "run", "run one city and print its outcomes"),
    Command("compare", "compare", "run cities from one burn-in on the same seeds, and compare them"),
    Command("explain", "explain", "why cities differ, who gains, under whose assumptions, what flips it"),
    Command("frontier", "frontier", "where corner cities and scenarios stand on two outcomes"),
    Command("validate", "validate", "check scenario, assumption, debate, city and experiment files"),
    Command("cards", "cards", "write the cards and the sheet of a debate, to be printed"),
    Command("parameters", "parameters", "list every lever, assumption and context value, or tell all of one"),
    Command("outcomes", "outcomes", "list what is measured, or tell all of one outcome"),
    Command("ablation", "ablation", "switch every mechanism off in turn and tell what that changes"),
    Command("notebook", "notebook", "copy the ready notebook to where you are"),
    Command("patterns", "patterns", "measure the patterns the model must show"),
    Command("hindcasts", "hindcasts", "hold the model beside published figures no default rests on"),
    Command("neutrality", "neutrality", "check that nothing is tuned toward a camp"),
    Command("warm-up", "warm_up", "compile the model now rather than at the first run"),
    Command("sweep", "sweep", "run a design of many runs into a directory"),
    Command("resume", "resume", "go on with the runs of a directory"),
    Command("merge", "merge", "gather the parts of a study that were run apart"),
    Command("search", "search", "search levers for cities of which none is better in every respect"),
    Command("receipt", "receipt", "say what produced a directory's figures, and whether they are still so"),
    Command("package", "package", "pack a study so that others can run it again"),
    Command("analyse", "analyse", "analyse results: sensitivity, boxes, differences, robustness, spread"),
    Command("calibrate", "calibrate", "fit assumptions to a table of targets"),
    Command("smc", "smc", "fit assumptions to a table of targets in rounds (ABC-SMC)"),
    Command("bench", "bench", "time this machine and suggest a number of residents for the page"),
)

DONE, FAILED, BAD_INPUT, INTERRUPTED = 0, 1, 2, 130
SELDOM = (50_000, 20, 50)
"""After so many new objects garbage is looked for: what libraries make while they are loaded is none, and to look
through it a dozen times took a tenth of what a short command takes."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status, one of the four above."""
    sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]
    gc.set_threshold(*SELDOM)
    try:
        status = _installed(list(sys.argv[1:] if arguments is None else arguments))
        sys.stdout.flush()
    except SystemExit as leaving:  # --help and --version
        return int(leaving.code or 0)
    except BrokenPipeError:  # whoever read the output has left
        _close_output()
        return DONE
    except (Exception, KeyboardInterrupt) as error:
        return _ended_by(error)
    return status


def _ended_by(error: BaseException) -> int:
    """Say in one line what ended a command and return its exit status; raise what is a fault of the program."""
    if stop := _interruption(error):
        _say(str(stop) or "interrupted")
        return INTERRUPTED
    if isinstance(error, InputError | RunError):
        _say(error)
        return FAILED if isinstance(error, RunError) or is_full(error) else BAD_INPUT
    if isinstance(error, OSError) and is_full(error):
        _close_output()
        _say(f"{error.filename or 'the output'}: cannot be written ({error.strerror})")
        return FAILED
    raise error


def _interruption(error: BaseException | None) -> KeyboardInterrupt | None:
    """Return the interruption that ``error`` is or comes from: while a class is made Python makes it another error."""
    while error is not None and not isinstance(error, KeyboardInterrupt):
        error = error.__cause__
    return error


def _say(words: object) -> None:
    """Print one line on standard error."""
    print("two-cities:", " ".join(str(words).split()), file=sys.stderr)


def _close_output() -> None:
    """Let what is still buffered for an output that takes no more go nowhere: it must not complain at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _installed(arguments: list[str]) -> int:
    try:
        return _dispatch(arguments)
    except ModuleNotFoundError as error:
        raise not_installed(error) from None


def _dispatch(arguments: list[str]) -> int:
    if not arguments or arguments[0].startswith("-"):
        overview = _overview()
        if not arguments:
            overview.print_help(sys.stderr)
            return BAD_INPUT
        overview.parse_strictly(arguments[:1])
        return DONE
    name, *rest = arguments
    command = next((one for one in COMMANDS if one.name == name), None)
    if command is None:
        raise unknown("command", name, [one.name for one in COMMANDS])
    module = import_module(f"sim.cli.{command.module}")
    parser = Parser(prog=f"two-cities {name}", description=module.__doc__)
    module.add_arguments(parser)
    status: int = module.run(parser.parse_strictly(rest))
    return status


def _overview() -> Parser:
    width = max(len(command.name) for command in COMMANDS)
    rows = "\n".join(f"  {command.name:{width}}  {command.help}" for command in COMMANDS)
    parser = Parser(
        prog="two-cities",
        usage="two-cities COMMAND [options]",
        description="One city, one past, two constitutions for its data.",
        epilog=f"commands:\n{rows}\n\n`two-cities COMMAND --help` tells more.",
    )
    parser.add_argument("--version", action="version", version=f"two-cities {__version__}")
    return parser
