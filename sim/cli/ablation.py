"""Switch every mechanism off in turn, from the branch point on, and tell what that changes in each city.

The cities run again on the same seeds without one mechanism (an ablation). Changes are the level without it minus the
level with it; * marks those at least as large as what is called material in that outcome. A large change says that the
model rests on the mechanism, not that the mechanism is true.
"""

from __future__ import annotations

import argparse
import shlex
from collections.abc import Callable
from math import isfinite
from pathlib import Path
from typing import TYPE_CHECKING

from sim.cli import output
from sim.cli.context import add_context, command_line, read_context
from sim.cli.parser import Parser
from sim.files.atomic import check_target, write_whole
from sim.files.errors import InputError
from sim.outcomes import FIRST_SEVEN, OUTCOMES

if TYPE_CHECKING:
    from sim.answers.ablation import Ablation

Mark = Callable[[str], str]

MOST_CITIES = 26
INTRODUCTION = """# Without each mechanism

What the model rests on. Both cities run again on the same seeds with one mechanism switched off from the branch point
on; the numbers are the level without it minus the level with it, in the outcome's unit, after {years:g} years. Bold: at
least as large as what is called material in that outcome ([outcomes](outcomes.md)). A large change says that the model
rests on the mechanism, not that the mechanism is true; a small one here may be a large one in other cities: a row of
zeros is of a mechanism that does not act in this city, as politics where rules may not drift.
What off means for each mechanism is said on its page, and in the [ODD](ODD.md).

Model {version}, {seeds} seeds, {residents:,} residents. Written by `{command}`.
"""


def add_arguments(parser: Parser) -> None:
    """Add the scenarios, the common options, and where to write."""
    parser.add_argument("scenarios", metavar="A B", nargs="+", help="one scenario or more")
    add_context(parser)
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--out", metavar="FILE", help="write the tables as Markdown (.md) too")
    parser.add_argument("--quiet", action="store_true", help="say nothing on standard error")


def run(options: argparse.Namespace) -> int:
    """Run and print; write where asked."""
    from sim.answers.ablation import ablation

    if len(options.scenarios) > MOST_CITIES:
        raise InputError(f"{len(options.scenarios)} scenarios given (allowed: 1 to {MOST_CITIES})")
    if options.out:
        check_target(Path(options.out), [".md"])
    spec = read_context(options).spec(options.scenarios)
    found = ablation(spec, FIRST_SEVEN, options.quiet)
    if options.out:
        write_whole(
            Path(options.out), _page(found, shlex.join(command_line("ablation", options.scenarios, options)))
        )
        output.note(options, f"wrote {options.out}")
    if options.json:
        print(output.as_json(found.as_json()))
    else:
        _print(found)
    return 0


def _print(found: Ablation) -> None:
    for city, label in enumerate(found.spec.labels):
        print(f"\n{label}\n")
        output.print_table(["without", *found.outcomes], _rows(found, city, "*{}".format))


def _page(found: Ablation, command: str) -> str:
    from sim.engine.arithmetic import WEEKS_PER_YEAR
    from sim.model.city_model import MODEL_VERSION

    spec = found.spec
    parts = [
        INTRODUCTION.format(
            years=spec.weeks / WEEKS_PER_YEAR,
            version=MODEL_VERSION,
            seeds=len(spec.seeds),
            residents=spec.residents,
            command=command,
        )
    ]
    head = ["Without", *(OUTCOMES[name].label.translate("en") for name in found.outcomes)]
    for city, label in enumerate(spec.labels):
        rows = [head, ["---", *["---:"] * len(found.outcomes)], *_rows(found, city, "**{}**".format)]
        table = "\n".join(f"| {' | '.join(row)} |" for row in rows)
        parts.append(f"## {label}\n\n{table}\n")
    return "\n".join(parts)


def _rows(found: Ablation, city: int, mark: Mark) -> list[list[str]]:
    """Return the levels with every mechanism, then a row of changes without each; ``mark`` is given material ones."""
    levels = found.whole.mean(axis=0)[city]
    rows = [
        ["with all", *(_written(name, level) for name, level in zip(found.outcomes, levels, strict=True))]
    ]
    for mechanism in found.without:
        changes, material = found.change(mechanism)[city], found.material(mechanism)[city]
        written = [
            mark(_written(name, change, True)) if large else _written(name, change, True)
            for name, change, large in zip(found.outcomes, changes, material, strict=True)
        ]
        rows.append([mechanism, *written])
    return rows


def _written(name: str, value: float, signed: bool = False) -> str:
    """Return a level or a change; a dash where it is not defined, as what nobody reports."""
    if not isfinite(value):
        return output.UNDEFINED
    text = output.shown(OUTCOMES[name], float(value), signed)
    return text if any(digit in "123456789" for digit in text) else text.lstrip("+-")
