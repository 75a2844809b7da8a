"""Run one city natively, week by week, and write down what it started from and what each week made of it.

    python experiments/webassembly/native.py FOLDER [--residents 2000] [--scenario platform-city] [--seed 1]

FOLDER then holds `state.bin` (all columns at week 0), `city.json` (where each column lies, and each kernel's
arguments) and `weeks.json` (a digest of every column after every week), `library.json` (the C library's answers).
"""

from __future__ import annotations

import argparse
import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import library

from sim.model.city_model import CityModel
from sim.outcomes.measurement import MEASUREMENT

ALIGNMENT = 64
LOWEST = "lowest"  # the measurement's own argument, found by sorting


def main() -> None:
    """Write the files of the city that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--residents", type=int, default=2_000)
    parser.add_argument("--scenario", default="platform-city")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--weeks", type=int, default=520)
    chosen = parser.parse_args()
    chosen.folder.mkdir(parents=True, exist_ok=True)
    answers = library.record()
    city = CityModel(chosen.scenario, chosen.residents, weeks=chosen.weeks, seed=chosen.seed)
    columns = columns_of(city)
    state, places = laid_out(columns)
    chosen.folder.joinpath("state.bin").write_bytes(state)
    about = {"columns": places, "bytes": len(state), "weeks": chosen.weeks, "kernels": arguments(city)}
    chosen.folder.joinpath("city.json").write_text(json.dumps(about))
    digests: dict[str, list[str]] = {name: [] for name in columns}
    for _ in range(chosen.weeks):
        city.step()
        for name, column in columns.items():
            digests[name].append(sha256(column.tobytes()).hexdigest()[:16])
    chosen.folder.joinpath("weeks.json").write_text(json.dumps(digests))
    chosen.folder.joinpath("library.json").write_text(json.dumps(answers))


def columns_of(city: CityModel) -> dict[str, Any]:
    """Return every column that a week reads or writes, by name: the state, and what is measured."""
    measured = city._binding._shipped.view._asdict()
    return city.columns | {name: measured[name] for name in ("outcomes", "maps")}


def laid_out(columns: dict[str, Any]) -> tuple[bytes, dict[str, Any]]:
    """Return ``columns`` one after the other, and where each lies."""
    state, places = bytearray(), {}
    for name, column in columns.items():
        assert column.flags.c_contiguous
        state += bytes(-len(state) % ALIGNMENT)
        places[name] = {
            "at": len(state),
            "shape": column.shape,
            "item": column.itemsize,
            "bytes": column.nbytes,
        }
        state += column.tobytes()
    return bytes(state), places


def arguments(city: CityModel) -> dict[str, list[Any]]:
    """Return each kernel's arguments, in the order they run: a column by name, a number, or what changes weekly."""
    kernels = {
        one.mechanism.name: [*one.view._fields, *map(number, one.params), {"key": str(city.run_seed)}, "week"]
        for one in city._binding._order
    }
    shipped = city._binding._shipped
    kernels[MEASUREMENT.name] = [*shipped.view._fields, *map(number, shipped.params), LOWEST]
    return kernels


def number(value: float) -> dict[str, str]:
    """Return ``value`` so that it keeps its bits; JSON knows no infinity."""
    return {"number": json.dumps(float(value))}


if __name__ == "__main__":
    main()
