import json

import numpy as np
import pytest
import shapely

from sim.city.check import check_city
from sim.city.load import load_city
from sim.city.mapping import Mapping

NAMES = [f"D{i}" for i in range(12)]


def cells(longitude, latitude, number=12):
    """Return uneven cells in degrees, on average as wide as high on the ground."""
    box = shapely.box(0, 0, 0.08, 0.08)
    points = shapely.multipoints(np.random.default_rng(7).random((number, 2)) * 0.08)
    parts = shapely.get_parts(shapely.voronoi_polygons(points, extend_to=box, ordered=True))
    scale = np.array([1 / np.cos(np.radians(latitude)), 1.0])
    return shapely.transform(shapely.intersection(parts, box), lambda xy: xy * scale + [longitude, latitude])


def write(path, shapes, names=NAMES, people=None):
    features = [
        {
            "type": "Feature",
            "properties": {"name": name, "population": number},
            "geometry": None if shape is None else json.loads(shapely.to_geojson(shape)),
        }
        for name, number, shape in zip(names, people or [100] * len(names), shapes, strict=True)
    ]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    return path


def swapped(shapes):
    return shapely.transform(shapes, lambda points: points[:, ::-1])


def told(city):
    return "\n".join(note.translate("en") for note in city.notes)


# In the open sea or impossible when swapped; on land either way.
PLACES = {
    "Paris": (2.3, 48.85, "Latitude and longitude were swapped"),
    "Berlin": (13.4, 52.5, "swapped"),
    "New York": (-74.0, 40.7, "were swapped"),
    "Los Angeles": (-118.2, 34.0, "were swapped"),
    "Tokyo": (139.7, 35.6, "were swapped"),
    "Sydney": (151.2, -33.9, "were swapped"),
    "Istanbul": (28.9, 41.0, "look swapped"),
    "Rome": (12.5, 41.9, "look swapped"),
}


@pytest.mark.parametrize("place", PLACES)
def test_swapped_coordinates_are_noticed_and_right_ones_left_alone(tmp_path, place):
    longitude, latitude, said = PLACES[place]
    names = [f"D{i}" for i in range(60)]
    right = load_city(write(tmp_path / "right.geojson", cells(longitude, latitude, 60), names))
    assert "swapped" not in told(right)
    assert "open sea" not in told(right)
    wrong = load_city(write(tmp_path / "wrong.geojson", swapped(cells(longitude, latitude, 60)), names))
    assert said in told(wrong)
    (tmp_path / "wrong.toml").write_text("swapped = true\n", encoding="utf-8")
    mended = load_city(tmp_path / "wrong.geojson")
    np.testing.assert_allclose(mended.centroids, right.centroids, atol=1e-9)


def test_squares_in_degrees_give_no_hint_of_their_own_but_the_sea_does(tmp_path):
    squares = np.array(
        [shapely.box(2.3 + 0.01 * i, 48.8, 2.31 + 0.01 * i, 48.81) for i in range(12)], dtype=object
    )
    assert "swapped" not in told(load_city(write(tmp_path / "right.geojson", squares)))
    wrong = check_city(write(tmp_path / "wrong.geojson", swapped(squares)))
    (problem,) = (one.translate("en") for one in wrong.problems)
    assert problem.startswith(
        "wrong.geojson: longitude 48.8, latitude 2.36 lies in the open sea, the other way round"
    )
    assert next(guess.chosen for guess in wrong.guesses if guess.what == "swapped") is None
    exchanged = check_city(tmp_path / "wrong.geojson", mapping=Mapping(swapped=True)).city
    assert exchanged is not None
    assert "exchanged" in told(exchanged)


@pytest.mark.parametrize("stray", [(0, 0), (-2.3, 48.85), (2.3, -48.85), (48.85, 2.3), (23.0, 48.85)])
def test_a_stray_boundary_is_named_and_does_not_cost_the_map(tmp_path, stray):
    shapes = cells(2.3, 48.85)
    shapes[5] = shapely.box(*stray, stray[0] + 0.01, stray[1] + 0.01)
    city = load_city(write(tmp_path / "my.geojson", shapes))
    assert "Far away from all others, so that the boundary is not used: D5" in told(city)
    assert not city.cartogram
    spread = np.ptp(np.delete(city.centroids, 5, axis=0), axis=0)
    assert spread.min() > 0.5  # the others still fill the picture


def test_suburbs_and_islands_of_a_city_are_no_strays_but_islands_are_named(tmp_path):
    shapes = cells(2.3, 48.85)
    shapes[5] = shapely.box(2.7, 48.85, 2.71, 48.86)
    shapes[6] = shapely.box(2.711, 48.85, 2.72, 48.86)
    city = load_city(write(tmp_path / "my.geojson", shapes))
    assert "Far away" not in told(city)
    assert "No chain of borders leads from here to the rest of the city: D5, D6." in told(city)


def test_a_polygon_round_the_whole_city_and_totals_are_left_out(tmp_path):
    shapes = [*cells(2.3, 48.85), shapely.union_all(cells(2.3, 48.85))]
    city = load_city(write(tmp_path / "my.geojson", shapes, [*NAMES, "Paris"], [100] * 12 + [1200]))
    assert city.districts == 12
    assert "left out: Paris" in told(city)
    other = load_city(write(tmp_path / "other.geojson", shapes, [*NAMES, "Outline"], [100] * 12 + [0]))
    assert other.districts == 12
    assert "Not a district but the whole city, left out: Outline" in told(other)


TOTALS = [
    ("A,10\nB,20\nC,30\nTotal,60\n", "Total"),
    ("Total,60\nA,10\nB,20\nC,30\n", "Total"),
    ("A,10\nB,20\nSubtotal,30\nC,30\nD,5\nTotal,65\n", "Subtotal, Total"),
    ("A,10\nB,20\nC,30\nD,40\nSpringfield,100\n", "Springfield"),
    ("A,10\nB,20\nC,30\nGesamtstadt,61\n", "Gesamtstadt"),
    ("A,10\nB,20\nTotal Valley,15\nC,30\n", None),
    ("A,10\nB,20\nGrand Ensemble,15\nC,30\n", None),
    ("A,10\nCity,20\nB,15\n", None),
    ("A,10\nB,10\n", None),
    ("A,10\nB,20\nC,30\n", None),
]


@pytest.mark.parametrize(("rows", "left_out"), TOTALS)
def test_totals_are_told_from_districts(tmp_path, rows, left_out):
    (tmp_path / "my.csv").write_text("name,population\n" + rows, encoding="utf-8")
    city = load_city(tmp_path / "my.csv")
    said = f"a total of others, left out: {left_out}." in told(city)
    assert said == (left_out is not None)
    assert city.districts == rows.count("\n") - (0 if left_out is None else left_out.count(",") + 1)


def test_a_mapping_decides_which_rows_are_left_out(tmp_path):
    (tmp_path / "my.csv").write_text("name,population\nA,10\nB,20\nC,30\nTotal,60\n", encoding="utf-8")
    (tmp_path / "my.toml").write_text('leave_out = ["A", "row 3"]\n', encoding="utf-8")
    assert load_city(tmp_path / "my.csv").names == ("C", "Total")
