"""The runs that the page opens with, shipped: drawn before anything was compiled or run here, then run.

Rounded as no picture shows (outcomes to 24 bits, maps to 11), so that they are never taken for a run. ``python -m
sim.dashboard.work.shipped_openings`` writes them.
"""

from __future__ import annotations

import io
import json
import lzma
from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.city.load import opening_cities
from sim.dashboard.state.cities import OPENING, city_named
from sim.dashboard.state.scene import Scene
from sim.dashboard.work.simulation import CityEventRecord, RunResult, run
from sim.engine.provenance import digest
from sim.files.atomic import write_whole
from sim.runs.spec import RunSpec

FOLDER = Path(__file__).parent / "shipped"
ENDING = ".npz.xz"


def opening_scenes() -> Iterator[Scene]:
    """Yield what the page opens with, once for each city that it opens on in some language."""
    for name in dict.fromkeys((OPENING, *opening_cities().values())):
        yield Scene(city=name)


def shipped(spec: RunSpec, residents: int) -> RunResult | None:
    """Return the shipped run of ``spec``, rounded; None for another scene, or of another version of the model."""
    path = FOLDER / f"{spec.city}{ENDING}"
    if spec not in {one.spec() for one in opening_scenes()} or not path.is_file():
        return None
    found = _unpacked(path)
    if str(found["key"]) != _key(spec, residents):
        return None
    series, maps = (found[name].astype(float) for name in ("series", "maps"))
    records = tuple(CityEventRecord(*one) for one in json.loads(str(found["event_records"])))
    return RunResult(spec.at(residents), residents, series.swapaxes(1, 2), np.moveaxis(maps, -1, 1), records)


@cache
def _unpacked(path: Path) -> dict[str, NDArray[Any]]:
    """Return the arrays of a file, unpacked once: every visitor of a server that keeps nothing asks for them."""
    with np.load(io.BytesIO(lzma.decompress(path.read_bytes())), allow_pickle=False) as file:
        return {name: file[name] for name in file.files}


def write_shipped(scene: Scene) -> Path:
    """Run a scene and write its file whole: weeks last, so that what changes little packs small."""
    spec, residents = scene.spec(), scene.residents
    found = run(spec, residents)
    if found is None:
        raise AssertionError("nobody stops this run")
    packed = io.BytesIO()
    np.savez(
        packed,
        key=_key(spec, residents),
        series=found.series.swapaxes(1, 2).astype(np.float32),
        maps=np.moveaxis(found.maps, 1, -1).astype(np.float16),
        event_records=json.dumps(found.event_records),
    )
    path = FOLDER / f"{spec.city}{ENDING}"
    write_whole(path, lzma.compress(packed.getvalue(), preset=9))
    return path


def _key(spec: RunSpec, residents: int) -> str:
    parts = (spec.at(residents), city_named(str(spec.city)).fingerprint, digest())
    return blake2b(repr(parts).encode(), digest_size=12).hexdigest()


if __name__ == "__main__":
    for scene in opening_scenes():
        written = write_shipped(scene)
        print(f"{written}: {written.stat().st_size / 1e6:.2f} MB")
