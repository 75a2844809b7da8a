"""Files of cities as tests write them."""

import json
from pathlib import Path
from typing import Any


def square(west: float, south: float, size: float = 0.01) -> dict[str, Any]:
    east, north = west + size, south + size
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return {"type": "Polygon", "coordinates": [ring]}


def feature(name: str, geometry: dict[str, Any] | None, **properties: Any) -> dict[str, Any]:
    properties = {"name": name, "population": 100, **properties}
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def collection(*features: dict[str, Any]) -> str:
    return json.dumps({"type": "FeatureCollection", "features": list(features)})


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


A, B = feature("A", square(0, 0)), feature("B", square(0.01, 0))
