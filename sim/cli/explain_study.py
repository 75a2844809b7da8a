"""`two-cities explain DIR`: what a finished study says, printed, and kept in one folder that says what it is."""

from __future__ import annotations

import argparse
import json
import shlex
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sim.cli import output
from sim.cli.context import declare_model
from sim.cli.sweep import read_number
from sim.files.disk import write_together
from sim.outcomes import FIRST_SEVEN
from sim.parameters import CONTEXT

if TYPE_CHECKING:
    from sim.answers.study import StudyExplanation

FOLDER = "explanation"
CRATE = "ro-crate-metadata.json"
TITLES = {
    "variance": "variance: where the spread of the runs comes from, luck included",
    "robustness": "robustness: how scenarios stand when nobody knows which state holds",
    "sensitivity": "sensitivity: how far each factor moves an outcome of the runs, seeds included (PAWN)",
    "shares": "shares: in which share of the points each city leads",
}


def explain_study(options: argparse.Namespace) -> int:
    """Explain the study in the folder, print and write; return the exit status."""
    from sim.answers.study import explain_study as explained
    from sim.studies import open_results
    from sim.studies.analysis.columns import heading, units

    folder = Path(options.cities[0])
    year = read_number(output.one_horizon(options), "--horizon", 0.02, float(CONTEXT["weeks"].bounds[1]))
    declare_model(options)
    results = open_results(folder)
    names = tuple(options.outcome or FIRST_SEVEN)
    found = explained(results, names, year)
    words = _command(options)
    about = heading(results, year)
    told = {"study": folder.name, "command": words, "numbers": about, "units": units(names)}
    document: dict[str, Any] = {**told, "meanings": _meanings(found), **found.as_json()}
    written = _write(folder, found, words)
    output.write_document(options, document)
    if not options.json:
        print(about, "\n")
        _print(found)
        print(f"{units(names)}.")
        print("written:", ", ".join(path.name for path in written), "in", folder / FOLDER)
    for warning in found.warnings:
        output.note(options, f"note: {warning}")
    return 0


def _command(options: argparse.Namespace) -> str:
    words = ["two-cities", "explain", options.cities[0]]
    for name in ("outcome", "horizon"):
        words += [word for value in getattr(options, name) or () for word in (f"--{name}", value)]
    return shlex.join([*words, *(["--model", options.model] if options.model else [])])


def _write(folder: Path, found: StudyExplanation, command: str) -> list[Path]:
    """Write the tables, their receipt and the manifest into the study's folder; return the paths."""
    from sim.studies.receipt import with_receipt

    contents = found.as_finding().contents()
    if contents:
        contents = with_receipt(folder, "explain", contents, command)
    manifest = json.dumps(crate(folder, contents, command), indent=1) + "\n"
    return write_together(folder / FOLDER, contents | {CRATE: manifest})


def _meanings(found: StudyExplanation) -> dict[str, dict[str, str]]:
    """Return for every table what each of its columns says."""
    from sim.studies.analysis.columns import meaning

    tables = {name: rows[0] for name, rows in found.tables.items() if rows}
    return {name: {column: meaning(name, column) for column in row} for name, row in tables.items()}


def crate(folder: Path, files: Mapping[str, str | bytes], command: str) -> dict[str, Any]:
    """Return the manifest of the folder (RO-Crate 1.1): its ``files``, the command, the program and the digest."""
    from sim.engine.provenance import digest
    from sim.version import VERSION

    about = {
        "@id": CRATE,
        "@type": "CreativeWork",
        "conformsTo": {"@id": "https://w3id.org/ro/crate/1.1"},
        "about": {"@id": "./"},
    }
    parts = [{"@id": name} for name in files]
    root = {"@id": "./", "@type": "Dataset", "name": f"Explanation of {folder.name}", "hasPart": parts}
    program = {"@id": "#two-cities", "@type": "SoftwareApplication", "name": "Two Cities"}
    act = {
        "@id": "#explanation",
        "@type": "CreateAction",
        "instrument": {"@id": program["@id"]},
        "description": command,
        "result": parts,
    }
    sizes = {name: len(one.encode() if isinstance(one, str) else one) for name, one in files.items()}
    told = [{"@id": name, "@type": "File", "contentSize": str(size)} for name, size in sizes.items()]
    graph = [about, root, program | {"version": VERSION, "identifier": digest()}, act, *told]
    return {"@context": "https://w3id.org/ro/crate/1.1/context", "@graph": graph}


def _print(found: StudyExplanation) -> None:
    from sim.studies.analysis.columns import legend

    part = (
        f" (part {shard.part} of {shard.parts})" if found.partial and (shard := found.partial.shard) else ""
    )
    print(f"Runs: {', '.join(f'{count} {status}' for status, count in found.runs.items())}{part}\n")
    for name, rows in found.tables.items():
        if not rows:
            continue
        print(f"{TITLES[name]}\n")
        output.print_table(list(rows[0]), [[_shown(value) for value in row.values()] for row in rows])
        print()
        for words in legend(name, list(rows[0])):
            print(f"  {words}")
        print()


def _shown(value: object) -> str:
    if value is None:
        return output.UNDEFINED
    return f"{value:.3g}" if isinstance(value, float) else str(value)
