"""A replication package: a study with all it was made of, in one archive that runs elsewhere, as an RO-Crate."""

from __future__ import annotations

import io
import json
import tomllib
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import tomli_w

from sim.city.load import is_shipped
from sim.files.atomic import check_target, write_whole
from sim.files.errors import InputError, brief
from sim.runs.own_model import source_files
from sim.runs.spec import STANDARD_MODEL
from sim.studies.crate import crate_of
from sim.studies.receipt import differences, read_receipt
from sim.studies.results import open_results

DATE = (1980, 1, 1, 0, 0, 0)  # of every entry: the same study always gives the same archive
LEFT_OUT = ("damaged", "lock")
SCRIPT = '''"""Run the study of this folder again, into `again`, and compare its results with those it came with."""

import sys
from pathlib import Path

from sim.studies import Design, Options, sweep
from sim.studies.replication import compare

if __name__ == "__main__":
    sweep(Design.read(Path("design.toml")), "again", Options(quiet=False))
    same, words = compare("study", "again")
    print(words)
    sys.exit(0 if same else 1)
'''


def write_package(folder: str | Path, out: str | Path) -> Path:
    """Write the study in ``folder`` to the archive ``out`` (.zip) and return its path.

    It holds the design, the files of one's own that it names (scenarios, sets, cities, the class of cities), all
    results and analyses with their receipts, `reproduce.py`, which runs it again and compares, and the manifest of
    an RO-Crate 1.1. Raises InputError for a study that is not as its receipts say.
    """
    source, target = Path(folder), Path(out)
    check_target(target, (".zip",))
    if wrong := differences(source):
        raise InputError(f"{wrong[0]}; mend or remake it before it is packed")
    receipt = read_receipt(source)
    results = open_results(source)
    files: dict[str, bytes] = {}
    document = tomllib.loads(str(results.plan.study["design"]))
    files |= _inputs(document, str(results.plan.study["model"]))
    files["design.toml"] = tomli_w.dumps(document).encode()
    files["reproduce.py"] = SCRIPT.encode()
    files["requirements.txt"] = _requirements(receipt).encode()
    for path in sorted(one for one in source.rglob("*") if one.is_file()):
        place = path.relative_to(source)
        if not any(part.startswith(".") or part in LEFT_OUT for part in place.parts):
            files[f"study/{place.as_posix()}"] = path.read_bytes()
    files["ro-crate-metadata.json"] = json.dumps(crate_of(receipt, files), indent=1).encode()
    write_whole(target, _archive(files))
    return target


def _inputs(document: dict[str, Any], model: str) -> dict[str, bytes]:
    """Return the files of one's own that a design names, and let it name them where they lie in the package."""
    files: dict[str, bytes] = {}
    run = document.setdefault("run", {})
    for key in ("scenarios", "assumptions"):
        if key in run:
            run[key] = [_packed(name, f"inputs/{key}", files) for name in run[key]]
    if "blend_toward" in run:
        run["blend_toward"] = _packed(run["blend_toward"], "inputs/scenarios", files)
    city = str(run.get("city", ""))
    if city and not is_shipped(city):
        run["city"] = _packed_city(Path(city), files)
    for name, table in document.get("vary", {}).items():
        own = [value for value in table.get("values", []) if isinstance(value, str) and Path(value).suffix]
        if own:
            raise InputError(
                f"{name} = {brief(own[0])} is varied by path, which has another place elsewhere; name it"
            )
    if model != STANDARD_MODEL:
        run["model"] = model
        files |= {place: path.read_bytes() for path, place in source_files(model).items()}
    return files


def _packed(name: str, folder: str, files: dict[str, bytes]) -> str:
    """Put the file called ``name`` among ``files`` if it is a path, and return its place there."""
    if not name.endswith(".toml"):
        return name
    place = f"{folder}/{Path(name).name}"
    files[place] = _read(Path(name))
    return place


def _packed_city(path: Path, files: dict[str, bytes]) -> str:
    """Put a city's file, and those of the same name beside it, among ``files``."""
    for one in sorted(path.parent.glob(f"{path.stem}.*")):
        files[f"inputs/cities/{one.name}"] = _read(one)
    return f"inputs/cities/{path.name}"


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: named by the design, cannot be read ({error.strerror})") from None


def _requirements(receipt: Mapping[str, Any]) -> str:
    """Return the libraries that decide results and those that wrote them, in the versions of the receipt."""
    told = {
        name: text
        for name, text in receipt["versions"].items()
        if name not in ("python", "model", "two-cities")
    }
    lines = [f"{name}=={text}" for name, text in told.items()]
    python, own = receipt["versions"]["python"], receipt["versions"]["two-cities"]
    head = f"# Python {python}; Two Cities {own}, {receipt['code']}"
    return "\n".join([head, *lines]) + "\n"


def _archive(files: Mapping[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(files):
            archive.writestr(zipfile.ZipInfo(name, DATE), files[name], zipfile.ZIP_DEFLATED)
    return packed.getvalue()
