"""Reading a city's file: many small districts, as many as there may be, boundaries drawn to be slow."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any

import numpy as np
import shapely

from benchmarks.timing import Row, at_most
from sim.city.load import load_city

CORNER = (2.0, 48.0)  # in degrees
CELL = 0.003  # degrees: about 300 m, closer than a river is wide


def loading() -> list[Row]:
    """Return the seconds of processor that reading each of three files takes."""
    work: tuple[tuple[str, float, Callable[[], Iterable[Any]]], ...] = (
        ("reading 2,500 cells of 300 m", 1.0, lambda: cells(50)),
        ("reading 10,000 uneven districts, 370,000 points", 8.0, lambda: uneven(10_000)),
        ("reading 400 stars that cross themselves and each other", 8.0, lambda: crossing(400)),
    )
    return [at_most(name, bound, _taken(shapes()), " s of processor") for name, bound, shapes in work]


def cells(side: int) -> Iterable[Any]:
    """Return ``side`` x ``side`` squares without a gap."""
    west, south = CORNER
    return [
        shapely.box(west + CELL * i, south + CELL * j, west + CELL * (i + 1), south + CELL * (j + 1))
        for i in range(side)
        for j in range(side)
    ]


def uneven(districts: int) -> Iterable[Any]:
    """Return the Voronoi cells of ``districts`` points, with about eight points on each side."""
    box = shapely.box(CORNER[0], CORNER[1], CORNER[0] + 0.6, CORNER[1] + 0.4)
    points = np.random.default_rng(1).random((districts, 2)) * [0.6, 0.4] + CORNER
    drawn = shapely.voronoi_polygons(shapely.multipoints(points), extend_to=box, ordered=True)
    parts = shapely.intersection(shapely.set_precision(shapely.get_parts(drawn), 1e-7), box)
    return shapely.segmentize(parts, 0.06 / np.sqrt(districts))


def crossing(districts: int) -> Iterable[Any]:
    """Return stars of 200 points, each over most of the others."""
    random = np.random.default_rng(2)
    turn = np.linspace(0, 2 * np.pi, 200, endpoint=False) * 99
    star = np.column_stack([np.cos(turn), np.sin(turn)]) * 0.05
    return [shapely.polygons(star + CORNER + random.random(2) * 0.01) for _ in range(districts)]


def _taken(shapes: Iterable[Any]) -> float:
    """Return the median seconds of processor over three readings of the file with these ``shapes``."""
    features = [
        {
            "type": "Feature",
            "properties": {"name": f"D{i}", "population": 100 + i % 7, "unemployment_pct": i % 30},
            "geometry": json.loads(shapely.to_geojson(shape)),
        }
        for i, shape in enumerate(shapes)
    ]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "city.geojson"
        path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
        _read(path)  # what is compiled and imported at first
        return median(_read(path) for _ in range(3))


def _read(path: Path) -> float:
    start = process_time()
    load_city(path)
    return process_time() - start
