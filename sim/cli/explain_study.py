"""`two-cities explain DIR`: what a finished study says, printed, and kept in one folder that says what it is."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sim.cli import output
from sim.cli.context import command_line
from sim.cli.sweep import read_number
from sim.files.atomic import write_whole
from sim.files.errors import InputError
from sim.outcomes import FIRST_SEVEN
from sim.parameters import CONTEXT

if TYPE_CHECKING:
    from sim.answers.study import StudyExplanation

FOLDER = "explanation"
CRATE = "ro-crate-metadata.json"


def explain_study(options: argparse.Namespace) -> int:
    """Explain the study in the folder, print and write; return the exit status."""
    from sim.answers.study import explain_study as explained
    from sim.studies import open_results

    folder = Path(options.cities[0])
    if len(options.horizon or ()) > 1:
        raise InputError(f"--horizon is given {len(options.horizon)} times; a study is explained at one year")
    year = read_number((options.horizon or [None])[0], "--horizon", 0.02, float(CONTEXT["weeks"].bounds[1]))
    results = open_results(folder)
    found = explained(results, options.outcome or FIRST_SEVEN, year)
    words = command_line("explain", options.cities, options)
    document = {"study": folder.name, "command": " ".join(words), **found.as_json()}
    target = folder / FOLDER
    written = found.as_finding().save(target)
    write_whole(target / CRATE, json.dumps(crate(folder, written, document["command"]), indent=1) + "\n")
    if options.json:
        print(output.as_json(document))
    else:
        _print(found)
        print("written:", ", ".join([*(path.name for path in written), CRATE]), "in", target)
    return 0


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
    print("Runs:", ", ".join(f"{count} {status}" for status, count in found.runs.items()), "\n")
    for name, rows in found.as_json().items():
        if isinstance(rows, list) and rows and isinstance(rows[0], dict):
            print(f"{name}\n")
            output.print_table(list(rows[0]), [[_shown(value) for value in row.values()] for row in rows])
            print()
    for warning in found.warnings:
        print(f"Warning: {warning}.")


def _shown(value: object) -> str:
    if value is None:
        return output.UNDEFINED
    return f"{value:.3g}" if isinstance(value, float) else str(value)
