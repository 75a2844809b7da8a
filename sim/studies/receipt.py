"""The receipts of a study and of its analyses: what produced every figure, and whether it is still so."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Mapping
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from sim.files.atomic import write_whole
from sim.files.counted import counted
from sim.files.errors import InputError
from sim.runs.receipt import LIBRARIES, machine, versions
from sim.runs.spec import STANDARD_MODEL
from sim.studies.checksummed import Damaged
from sim.studies.hints import to_resume
from sim.studies.results import Results, open_results
from sim.studies.store import Store

SCHEMA = 1
NAME = "receipt.json"
ENDING = "-receipt.json"
STUDIES = (
    "pyarrow",
    "scipy",
    "SALib",
    "ema-workbench",
    "dask",
    "matplotlib",
    "pymoo",
    "pyabc",
    "scikit-learn",
)
"""Libraries that a study or its analysis may have used, where they are installed."""


def write_receipt(folder: Path, command: str = "") -> Path:
    """Write the receipt of the study in ``folder`` beside its results; a later one keeps the first's command."""
    said = command or _kept(folder).get("command", "")
    path = folder / NAME
    write_whole(path, _as_json(make_receipt(open_results(folder), said)))
    return path


def make_receipt(results: Results, command: str = "") -> dict[str, Any]:
    """Return what the results are of, what made them, and their digest, ready for JSON."""
    plan = results.plan
    study = plan.study
    return {
        "schema": SCHEMA,
        "versions": _versions(),
        "code": study["version"],
        "own_model": None if study["model"] == STANDARD_MODEL else _own_model(study),
        "machine": machine(),
        "date": datetime.now(UTC).isoformat(timespec="seconds"),
        "command": command,
        "design": hashlib.sha256(str(study["design"]).encode()).hexdigest(),
        "city": {"name": study["context"]["city"], "fingerprint": study["city_fingerprint"]},
        "cities": dict(study["cities"]),
        "points": len(set(plan.table.column("point").to_pylist())),
        "scenarios": list(study["scenarios"]),
        "assumptions": list(study["assumptions"]),
        "seeds": len(study["seeds"]),
        "runs": _counts(results),
        "results": Store(results.folder).digest() if not results.damaged else None,
    }


def with_receipt(
    folder: Path, method: str, contents: Mapping[str, str | bytes], command: str
) -> dict[str, str | bytes]:
    """Return the tables and pictures of an analysis of the study in ``folder``, by name, with their receipt.

    It names each file's digest, and that of the results they were made of.
    """
    results = open_results(folder)
    study = {
        key: value
        for key, value in make_receipt(results).items()
        if key in ("code", "design", "runs", "results")
    }
    receipt = {
        "schema": SCHEMA,
        "versions": _versions(),
        "machine": machine(),
        "date": datetime.now(UTC).isoformat(timespec="seconds"),
        "command": command,
        "study": study,
        "files": {name: _sha256(content) for name, content in contents.items()},
    }
    return {**contents, f"{method}{ENDING}": _as_json(receipt)}


def read_receipt(folder: Path) -> dict[str, Any]:
    """Return the receipt in ``folder``; raise InputError where there is none."""
    found = _kept(folder)
    if not found:
        raise InputError(f"{folder}: holds no receipt; {to_resume(open_results(folder))} writes it")
    return found


def differences(folder: Path) -> list[str]:
    """Return in words all that is no longer as the receipts under ``folder`` say: results, tables, pictures."""
    receipt = read_receipt(folder)
    try:
        now = Store(folder).digest()
    except Damaged as error:
        return [str(error)]
    found = (
        []
        if receipt["results"] == now
        else [f"{folder}: results are {now}, the receipt says {receipt['results']}"]
    )
    for path in sorted(folder.glob(f"**/*{ENDING}")):
        analysis = json.loads(path.read_text("utf-8"))
        if analysis["study"]["results"] != now:
            other = analysis["study"]["results"] or "some of them damaged"
            found.append(f"{path}: made of other results, {other}")
        for name, digest in analysis["files"].items():
            file = path.parent / name
            if not file.is_file() or sha256(file) != digest:
                found.append(f"{file}: is not as it was written")
    return found


def sha256(path: Path) -> str:
    """Return the SHA-256 of the file at ``path``."""
    return _sha256(path.read_bytes())


def _sha256(content: str | bytes) -> str:
    return hashlib.sha256(content.encode() if isinstance(content, str) else content).hexdigest()


def as_lines(receipt: Mapping[str, Any]) -> dict[str, str]:
    """Return a study's receipt as short texts by name, for people."""
    runs = ", ".join(f"{number} {status}" for status, number in receipt["runs"].items())
    own = receipt["own_model"]
    return {
        **receipt["versions"],
        "code": receipt["code"],
        **({"own model": f"{own['class']} {own['source']}"} if own else {}),
        "machine": ", ".join(receipt["machine"].values()),
        "date": receipt["date"],
        "command": receipt["command"] or "(from Python)",
        "design": receipt["design"],
        "city": f"{receipt['city']['name']}, {receipt['city']['fingerprint']}",
        "scenarios": ", ".join(receipt["scenarios"]),
        "assumptions": ", ".join(receipt["assumptions"]),
        "runs": f"{runs}, of {counted(receipt['points'], 'point')} and {counted(receipt['seeds'], 'seed')}",
        "results": str(receipt["results"]),
    }


def _own_model(study: Mapping[str, Any]) -> dict[str, str]:
    """Return a class of cities of one's own as the plan knows it: its program need not be where this is asked."""
    return {"class": study["model"], "source": str(study["version"]).rpartition("@")[2]}


def _counts(results: Results) -> dict[str, int]:
    statuses = results.runs().select(["run", "status"]).to_pylist()
    return dict(sorted(Counter({row["run"]: row["status"] for row in statuses}.values()).items()))


def _versions() -> dict[str, str]:
    found = versions(LIBRARIES)
    for name in STUDIES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    return found


def _kept(folder: Path) -> dict[str, Any]:
    path = folder / NAME
    if not path.is_file():
        return {}
    try:
        return dict(json.loads(path.read_text("utf-8")))
    except ValueError:
        again = to_resume(open_results(folder))
        raise InputError(f"{path}: is no receipt; {again} writes it anew") from None


def _as_json(document: Mapping[str, Any]) -> str:
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"
