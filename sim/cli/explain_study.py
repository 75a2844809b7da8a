"""`two-cities explain DIR`: what a finished study says, printed, and kept in one folder that says what it is."""

from __future__ import annotations

import argparse
import json
import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sim.cli import output
from sim.cli.context import declare_model
from sim.cli.sweep import read_number
from sim.files.atomic import write_whole
from sim.files.errors import InputError
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
    if len(options.horizon or ()) > 1:
        raise InputError(f"--horizon is given {len(options.horizon)} times; a study is explained at one year")
    year = read_number((options.horizon or [None])[0], "--horizon", 0.02, float(CONTEXT["weeks"].bounds[1]))
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
        print("written:", ", ".join([*(path.name for path in written), CRATE]), "in", folder / FOLDER)
    for warning in found.warnings:
        output.note(options, f"note: {warning}")
    return 0


def _command(options: argparse.Namespace) -> str:
    words = ["two-cities", "explain", options.cities[0]]
    for name in ("outcome", "horizon"):
        words += [word for value in getattr(options, name) or () for word in (f"--{name}", value)]
    return shlex.join([*words, *(["--model", options.model] if options.model else [])])


def _write(folder: Path, found: StudyExplanation, command: str) -> list[Path]:
    """Write the tables, their receipt and the manifest into the study's folder; return all but the last."""
    from sim.studies.receipt import write_analysis_receipt
    from sim.studies.run import writable

    target = folder / FOLDER
    with writable(target):
        written = found.as_finding().save(target)
        if written:
            written.append(write_analysis_receipt(folder, "explain", written, command))
        write_whole(target / CRATE, json.dumps(crate(folder, written, command), indent=1) + "\n")
    return written


def _meanings(found: StudyExplanation) -> dict[str, dict[str, str]]:
    """Return for every table what each of its columns says."""
    from sim.studies.analysis.columns import meaning

    tables = {name: rows[0] for name, rows in found.tables.items() if rows}
    return {name: {column: meaning(name, column) for column in row} for name, row in tables.items()}


def crate(folder: Path, files: list[Path], command: str) -> dict[str, Any]:
    """Return the manifest of the folder (RO-Crate 1.1): its files, the command, the program and the digest."""
    from sim.engine.provenance import digest
    from sim.version import VERSION

    about = {
        "@id": CRATE,
        "@type": "CreativeWork",
        "conformsTo": {"@id": "https://w3id.org/ro/crate/1.1"},
        "about": {"@id": "./"},
    }
    parts = [{"@id": path.name} for path in files]
    root = {"@id": "./", "@type": "Dataset", "name": f"Explanation of {folder.name}", "hasPart": parts}
    program = {"@id": "#two-cities", "@type": "SoftwareApplication", "name": "Two Cities"}
    act = {
        "@id": "#explanation",
        "@type": "CreateAction",
        "instrument": {"@id": program["@id"]},
        "description": command,
        "result": parts,
    }
    told = [{"@id": path.name, "@type": "File", "contentSize": str(path.stat().st_size)} for path in files]
    graph = [about, root, program | {"version": VERSION, "identifier": digest()}, act, *told]
    return {"@context": "https://w3id.org/ro/crate/1.1/context", "@graph": graph}


def _print(found: StudyExplanation) -> None:
    from sim.studies.analysis.columns import legend

    print("Runs:", ", ".join(f"{count} {status}" for status, count in found.runs.items()), "\n")
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
