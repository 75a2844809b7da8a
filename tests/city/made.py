"""Files of cities as tests write them."""

import json


def square(west, south, size=0.01):
    east, north = west + size, south + size
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return {"type": "Polygon", "coordinates": [ring]}


def feature(name, geometry, **properties):
    properties = {"name": name, "population": 100, **properties}
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def collection(*features):
    return json.dumps({"type": "FeatureCollection", "features": list(features)})


def write(folder, name, text):
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


A, B = feature("A", square(0, 0)), feature("B", square(0.01, 0))
