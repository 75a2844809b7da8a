"""What runs print and write: tables, JSON and weekly CSV."""

from __future__ import annotations

import argparse
import csv
import io
import json
import math
import sys
import textwrap
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sim.files.atomic import check_target, write_whole
from sim.files.cells import harmless
from sim.files.errors import InputError
from sim.outcomes import Outcome, outcome

if TYPE_CHECKING:
    from sim.runs.replications import Replications

TEXT_WIDTH = 100
ENDINGS = (".csv", ".json")
FIRST_OUTCOMES = 7
UNDEFINED = "-"
SCHEMA = 1
"""Goes up when a key of a document changes its name or meaning."""


def check_out(options: argparse.Namespace) -> None:
    """Refuse an --out that cannot be written, before anything has run."""
    if options.out is not None:
        check_target(Path(options.out), ENDINGS)


def as_json(document: Mapping[str, Any]) -> str:
    """Return ``document`` as JSON text with its schema's number, in numbers that any parser reads."""
    return json.dumps({"schema": SCHEMA, **document}, allow_nan=False, ensure_ascii=False, indent=1)


def weekly_csv(runs: Replications) -> str:
    """Return one row for each seed, city and week since the branch point, with every outcome; undefined is empty."""
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(["seed", "city", "week", *runs.outcomes])
    for run in runs.completed:
        for label, result in zip(runs.spec.labels, run.results, strict=True):
            for week, outcomes in enumerate(result.weekly.tolist()):
                cells = [repr(value) if math.isfinite(value) else "" for value in outcomes]
                rows.writerow([run.seed, harmless(label), week, *cells])
    return text.getvalue()


def write_out(options: argparse.Namespace, document: Mapping[str, Any], runs: Replications) -> None:
    """Write --out, if asked for."""
    if options.out is None:
        return
    path = Path(options.out)
    text = weekly_csv(runs) if path.suffix.lower() == ".csv" else as_json(document) + "\n"
    write_whole(path, text)
    note(options, f"wrote {path}")


def shown(outcome: Outcome, value: float | None, signed: bool = False) -> str:
    """Return ``value`` in the outcome's unit; ``signed`` for a difference."""
    if value is None:
        return UNDEFINED
    scaled = value * outcome.scale
    digits = 1 if outcome.scale >= 10 or abs(scaled) >= 100 else 2
    sign = "+" if signed and round(scaled, digits) else ""  # what rounds to nothing has none
    return f"{scaled:{sign}z.{digits}f}"


def outcomes_shown(names: Iterable[str], options: argparse.Namespace) -> list[Outcome]:
    """Return the outcomes of the table, of all those called ``names``: the first seven, or all."""
    outcomes = [outcome(name) for name in names]
    return outcomes if options.all else outcomes[:FIRST_OUTCOMES]


def print_told(told: Mapping[str, str]) -> None:
    """Print what is known of one thing: a name and its text a line, long texts on several."""
    width = max(map(len, told)) + 2
    for name, text in told.items():
        lines = textwrap.wrap(text, TEXT_WIDTH, break_on_hyphens=False, break_long_words=False) or [""]
        print(
            "\n".join(
                f"{head:{width}}{line}" for head, line in zip([name, *[""] * len(lines)], lines, strict=False)
            )
        )


def print_table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print ``rows`` under ``header``: the first column left, the others right aligned."""
    widths = [max(len(line[k]) for line in (header, *rows)) for k in range(len(header))]
    for line in (header, *rows):
        cells = [text.rjust(width) for text, width in zip(line[1:], widths[1:], strict=True)]
        print("  ".join([line[0].ljust(widths[0]), *cells]).rstrip())


def print_receipt(receipt: Mapping[str, Any], outcomes: int, options: argparse.Namespace) -> None:
    """Print what a reader needs to repeat the figures above, out of ``outcomes`` that there are."""
    versions, machine, city = receipt["versions"], receipt["machine"], receipt["city"]
    seeds = receipt["seeds"]
    seeded = f"seed {seeds[0]}" if len(seeds) == 1 else f"seeds {seeds[0]} to {seeds[-1]}"
    assumed = receipt["assumptions"]
    print()
    if not options.all:
        print(f"The first {FIRST_OUTCOMES} of {outcomes} outcomes; --all shows the others.")
    print(
        f"City {city['name']} ({city['districts']} districts, {city['fingerprint']}), "
        f"{receipt['residents']} residents, {receipt['burn_in']} + {receipt['weeks']} weeks, {seeded}, "
        f"assumptions {assumed['set']}"
        + (f" with {len(assumed['changed'])} changed" * bool(assumed["changed"]))
    )
    print(", ".join(f"{name} {what}" for name, what in versions.items()) + f"; {machine['cpu']}")
    print(f"Again: {receipt['command']}")


def unit_of(outcome: Outcome) -> str:
    """Return the unit in words, for a table."""
    return outcome.unit_word.translate("en")


def note(options: argparse.Namespace, words: str) -> None:
    """Say ``words`` on standard error, unless --quiet."""
    if not options.quiet:
        print(words, file=sys.stderr)


def report_failures(runs: Replications) -> int:
    """Name the seeds that failed on standard error; return the exit status."""
    for run in runs.failed:
        print(f"two-cities: seed {run.seed} failed: {run.failure}", file=sys.stderr)
    return 1 if runs.failed else 0


def write_document(options: argparse.Namespace, document: Mapping[str, Any]) -> None:
    """Print ``document`` if JSON is asked for, and write --out if it is."""
    text = as_json(document)
    if options.out is not None:
        write_whole(Path(options.out), text + "\n")
        note(options, f"wrote {options.out}")
    if options.json:
        print(text)


def one_horizon(options: argparse.Namespace) -> str | None:
    """Return the year of --horizon as spelled, None where it is not given; refuse several where one is shown."""
    given = options.horizon or [None]
    if len(given) > 1:
        raise InputError(f"--horizon is given {len(given)} times; figures are of one year here")
    return given[0]
