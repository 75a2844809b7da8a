from itertools import combinations, pairwise

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.city import borders
from sim.city.borders import CORNER, groups, neighbour_lists
from sim.city.load import list_cities, load_city
from sim.city.reading import read
from sim.files.errors import InputError
from sim.files.resources import data_folder
from tests.thorough import tries


def pairs_of(shapes, gap=0.0, corner=1e-6):
    offsets, neighbours = neighbour_lists(shapes, gap, corner)
    return {(d, int(e)) for d in range(len(shapes)) for e in neighbours[offsets[d] : offsets[d + 1]]}


def slow_pairs(shapes, gap, corner):
    """Return the pairs by the rule as it is said, each pair of districts within the gap looked at."""
    found = set()
    for a, b in combinations(range(len(shapes)), 2):
        way = shapely.shortest_line(shapes[a], shapes[b])
        if way.length <= corner or (way.length <= gap and covered(way, shapes, a, b) <= way.length / 2):
            found |= {(a, b), (b, a)}
    for d, shape in enumerate(shapes):
        if not any(d in pair for pair in found) and len(shapes) > 1:
            others = [(shape.distance(other), e) for e, other in enumerate(shapes) if e != d]
            found |= {(d, min(others)[1]), (min(others)[1], d)}
    return found


def covered(way, shapes, *ends):
    """Return how much of the way lies in districts other than those at its ends."""
    between = np.delete(np.array(shapes), ends)
    return shapely.length(shapely.intersection(way, between)).sum()


def cells(seed, number, river):
    """Return uneven cells of about 300 m in a square, cut in two by a river ``river`` m wide."""
    rng = np.random.default_rng(seed)
    side = 300 * number**0.5
    points = shapely.multipoints(rng.random((number, 2)) * side)
    box = shapely.box(0, 0, side, side)
    whole = shapely.intersection(shapely.get_parts(shapely.voronoi_polygons(points, extend_to=box)), box)
    water = shapely.LineString([(0, side * 0.4), (side, side * 0.6)]).buffer(river / 2)
    return [shape for shape in shapely.difference(whole, water) if shape.area > 100]


@settings(max_examples=tries(30), deadline=None)
@given(seed=st.integers(0, 10_000), number=st.integers(2, 40))
def test_borders_along_the_boundaries_are_those_of_all_pairs(seed, number):
    shapes = cells(seed, number, river=20)
    assert pairs_of(shapes, 0.0, CORNER) == slow_pairs(shapes, 0.0, CORNER)


@settings(max_examples=tries(30), deadline=None)
@given(
    widths=st.lists(st.floats(100, 900), min_size=2, max_size=8),
    others=st.lists(st.floats(100, 900), min_size=2, max_size=8),
    river=st.floats(20, 390),
)
def test_a_river_joins_the_two_rows_of_its_banks(widths, others, river):
    banks = [*row_of_boxes(widths, 0, 300), *row_of_boxes(others, -river - 300, 300)]
    assert pairs_of(banks, 400.0, CORNER) == slow_pairs(banks, 400.0, CORNER)


def row_of_boxes(widths, south, height):
    ends = np.cumsum([0, *widths])
    return [shapely.box(west, south, east, south + height) for west, east in pairwise(ends)]


@pytest.mark.parametrize("name", list_cities()[1:])
def test_the_shipped_cities_have_the_borders_of_the_rule(name):
    path = data_folder() / "cities" / f"{name}.geojson"
    reading = read(path)
    shapes = list(reading.metres.shapes)
    assert pairs_of(shapes, reading.mapping.gap_m, CORNER) == slow_pairs(
        shapes, reading.mapping.gap_m, CORNER
    )


def test_a_corner_gap_of_a_few_metres_is_a_contact():
    shapes = [shapely.box(0, 0, 100, 100), shapely.box(103, 101, 200, 200), shapely.box(0, 120, 90, 200)]
    assert pairs_of(shapes, 0.0, CORNER) == {(0, 1), (1, 0), (1, 2), (2, 1)}
    assert (0, 1) not in pairs_of([*shapes, shapely.box(101, 0, 200, 100), shapely.box(0, 101, 102, 119)])


def test_small_blocks_look_at_the_nearest_sixteen_across_their_streets():
    blocks = [shapely.box(95 * i, 95 * j, 95 * i + 80, 95 * j + 80) for i in range(12) for j in range(12)]
    found = pairs_of(blocks, 500.0, CORNER)
    around = {(x, y) for x in (-1, 0, 1) for y in (-1, 0, 1)} - {(0, 0)}
    middle = 12 * 6 + 6
    assert {(middle, middle + 12 * x + y) for x, y in around} <= found
    assert max(np.bincount([a for a, _ in found])) <= 2 * 16


def test_an_enclave_borders_its_ring_and_a_district_upon_another_borders_it():
    ring = shapely.box(0, 0, 300, 300).difference(shapely.box(100, 100, 200, 200))
    assert pairs_of([ring, shapely.box(100, 100, 200, 200)]) == {(0, 1), (1, 0)}
    far = shapely.box(1000, 0, 1300, 300)
    assert (0, 1) in pairs_of([shapely.box(0, 0, 300, 300), shapely.box(100, 100, 200, 200), far])


def test_districts_upon_each_other_are_refused():
    with pytest.raises(InputError, match="give each place to one district only"):
        neighbour_lists([shapely.box(0, 0, 100 + i, 100) for i in range(1_000)], 500.0, CORNER)


def test_work_grows_with_borders_not_with_pairs_within_the_gap(monkeypatch):
    looked_at = []
    nearest = borders._nearest_by
    monkeypatch.setattr(borders, "_nearest_by", lambda rows: looked_at.append(len(rows)) or nearest(rows))
    counts = []
    for side in (10, 20, 40):
        looked_at.clear()
        neighbour_lists(
            [shapely.box(50 * i, 50 * j, 50 * i + 50, 50 * j + 50) for i in range(side) for j in range(side)],
            500.0,
        )
        counts.append(sum(looked_at))
    assert counts[2] < 5 * counts[0]  # sixteen times the cells, four times the outer border
    assert (
        counts[2] < 20 * 4 * 40 * 5
    )  # a score for each outer cell at each step; 300,000 pairs lie within the gap


def test_groups_without_a_border_are_told_apart(tmp_path):
    offsets, neighbours = neighbour_lists([shapely.box(x, 0, x + 1, 1) for x in (0, 1, 50, 51)])
    assert groups(offsets, neighbours).tolist() == [0, 0, 2, 2]
    assert groups(*neighbour_lists([shapely.box(x, 0, x + 1, 1) for x in (0, 1, 2)])).tolist() == [0, 0, 0]
    assert load_city("london").districts == 33
