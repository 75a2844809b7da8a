import math

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from sim.city.borders import neighbour_lists
from sim.city.city import (
    district_hardship,
    largest_remainder,
    place_residents,
    residents_by_district,
    settle,
    synthetic_city,
)
from sim.city.geography import cartogram, row_starts
from sim.city.hardship import RANK, Basis, hardship_of, mid_ranks
from sim.city.repair import Repairs
from sim.engine.draws import DISTRICT_HARDSHIP, HOME_ANGLE, HOME_RADIUS, uniform_reference
from sim.files.errors import InputError

NAN = math.nan


def neighbours(shapes, gap=0.0):
    offsets, members = neighbour_lists(shapes, gap)
    return [members[offsets[d] : offsets[d + 1]].tolist() for d in range(len(shapes))]


def ranked(figures, *lowering):
    return [Basis(column, column in lowering, RANK) for column in figures]


# Neighbours


def test_the_default_city_is_a_chessboard_on_which_neighbours_are_a_kings_moves():
    city = synthetic_city()
    for d in range(64):
        row, column = divmod(d, 8)
        moves = [
            8 * r + c
            for r in range(max(row - 1, 0), min(row + 2, 8))
            for c in range(max(column - 1, 0), min(column + 2, 8))
            if (r, c) != (row, column)
        ]
        assert city.neighbours_of(d).tolist() == moves
    assert city.names[0] == "A1"
    assert city.names[63] == "H8"
    np.testing.assert_allclose(city.centroids[8], [1 / 16, 3 / 16])  # second row from the top, y down


def test_seven_districts_fill_the_square_in_three_rows():
    assert row_starts(7).tolist() == [0, 2, 4, 7]
    city = synthetic_city(7)
    areas = [shapely.Polygon(rings[0]).area for rings in city.polygons]
    np.testing.assert_allclose(areas, [1 / 6] * 4 + [1 / 9] * 3)
    # The left half of the middle row touches the row above and two of the thirds below.
    assert city.neighbours_of(2).tolist() == [0, 1, 3, 4, 5]


@pytest.mark.parametrize("districts", [1, 2, 3, 5, 12, 50, 256])
def test_invented_cities_of_any_size_are_symmetric_and_in_one_piece(districts):
    city = synthetic_city(districts)
    pairs = {(d, int(e)) for d in range(districts) for e in city.neighbours_of(d)}
    assert pairs == {(e, d) for d, e in pairs}
    reached, waiting = {0}, [0]
    while waiting:
        for e in city.neighbours_of(waiting.pop()).tolist():
            if e not in reached:
                reached.add(e)
                waiting.append(e)
    assert len(reached) == districts


@pytest.mark.parametrize("districts", [0, -1, 10_001])
def test_a_city_has_between_one_and_ten_thousand_districts(districts):
    with pytest.raises(InputError, match="1 to 10,000"):
        synthetic_city(districts)


def test_a_river_joins_what_faces_each_other_and_a_district_in_between_separates():
    north, south = shapely.box(0, 2, 4, 6), shapely.box(0, -4, 4, 0)
    assert neighbours([north, south], gap=1.9) == [[1], [0]]  # lonely, so joined to the nearest all the same
    island = shapely.box(0, 0.1, 4, 1.9)
    assert neighbours([north, south, island], gap=2.5) == [[2], [2], [0, 1]]
    far = shapely.box(100, 0, 101, 1)
    assert neighbours([north, south, far], gap=2.0) == [[1], [0, 2], [1]]
    assert neighbours([north, shapely.box(0, 5, 4, 9), far, shapely.box(101, 1, 102, 2)]) == [
        [1],
        [0],
        [3],
        [2],
    ]


def test_a_cartogram_has_equal_squares_and_an_unfilled_last_row():
    assert neighbours(cartogram(5)) == [[1, 3, 4], [0, 2, 3, 4], [1, 4], [0, 1, 4], [0, 1, 2, 3]]


def test_repairing_keeps_both_lobes_of_a_crossed_boundary_and_drops_hairs():
    bow_tie = shapely.Polygon([(0, 0), (2, 2), (2, 0), (0, 2)])
    assert Repairs().repair(bow_tie).area == pytest.approx(2.0)
    assert Repairs().repair(shapely.Polygon([(0, 0), (1, 0), (0, 0)])) is None


# Hardship


def test_ranks_of_four_districts_by_hand():
    # People 10, 20, 30, 40; values 5, 7, 7, 1: below 1 nobody, below 5 forty, below 7 fifty.
    ranks = mid_ranks(np.array([5.0, 7.0, 7.0, 1.0]), np.array([10.0, 20.0, 30.0, 40.0]))
    np.testing.assert_allclose(ranks, [0.45, 0.75, 0.75, 0.2])


def test_hardship_of_four_districts_by_hand():
    population = np.array([10.0, 20.0, 30.0, 40.0])
    figures = {
        "unemployment_pct": np.array([5.0, 7.0, 7.0, 1.0]),  # ranks .45 .75 .75 .2
        "median_income": np.array([9.0, NAN, 3.0, 6.0]),  # ranks 75/80 - .1875/80, 15/80, 50/80
    }
    lowering = 1 - np.array([75 / 80, NAN, 15 / 80, 50 / 80])
    expected = [(0.45 + lowering[0]) / 2, 0.75, (0.75 + lowering[2]) / 2, (0.2 + lowering[3]) / 2]
    hardship = hardship_of(figures, ranked(figures, "median_income"), population)
    np.testing.assert_allclose(hardship, 0.25 + 0.5 * np.array(expected))


def test_a_district_without_figures_gets_the_average_of_the_people_elsewhere():
    figures = {"unemployment_pct": np.array([5.0, NAN, 9.0])}
    hardship = hardship_of(figures, ranked(figures), np.array([30.0, 10.0, 10.0]))
    np.testing.assert_allclose(hardship[[0, 2]], [0.25 + 0.5 * 15 / 40, 0.25 + 0.5 * 35 / 40])
    assert hardship[1] == pytest.approx((30 * hardship[0] + 10 * hardship[2]) / 40)
    assert hardship[1] == pytest.approx(0.5)


def test_indicators_that_say_nothing_leave_hardship_to_be_drawn():
    assert np.isnan(hardship_of({}, [], np.ones(3))).all()
    blank = {"x": np.full(3, NAN)}
    assert np.isnan(hardship_of(blank, ranked(blank), np.ones(3))).all()
    only_the_empty_known = {"x": np.array([NAN, 1.0])}
    assert np.isnan(
        hardship_of(only_the_empty_known, ranked(only_the_empty_known), np.array([5.0, 0.0]))
    ).all()


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(1, 1000)), min_size=1, max_size=20))
def test_ranks_average_one_half_over_people(districts):
    values, people = np.array(districts, dtype=float).T
    ranks = mid_ranks(values, people)
    assert np.average(ranks, weights=people) == pytest.approx(0.5)
    order = np.argsort(values, kind="stable")
    assert (np.diff(ranks[order])[np.diff(values[order]) > 0] > 0).all()
    assert (np.diff(ranks[order])[np.diff(values[order]) == 0] == 0).all()


def test_drawn_hardship_is_the_printed_formula_at_the_centre_of_the_square():
    hardship = district_hardship(synthetic_city(), 7)
    for d in (0, 8, 37):
        row, column = divmod(d, 8)
        x, y = (column + 0.5) / 8, (row + 0.5) / 8
        u = uniform_reference(7, d, 0, DISTRICT_HARDSHIP)
        assert hardship[d] == pytest.approx(
            0.5 + 0.25 * math.sin(3 * x + 1) * math.cos(4 * y) + 0.15 * (u - 0.5), abs=1e-12
        )


# Residents


@given(
    st.lists(st.floats(0, 1e9, allow_subnormal=False), min_size=1, max_size=60).filter(lambda p: sum(p) > 0),
    st.integers(0, 2_000_000),
)
def test_largest_remainder_gives_away_every_seat_and_none_to_the_empty(people, seats):
    population = np.array(people)
    shares = largest_remainder(population, seats)
    assert shares.sum() == seats
    assert (shares[population == 0] == 0).all()
    assert (np.abs(shares - seats * population / population.sum()) < 1 + 1e-6).all()


def test_largest_remainder_by_hand():
    # Quotas of 10 seats: 4.7, 3.4, 1.9, 0; the two seats left go to remainders .9 and .7.
    assert largest_remainder(np.array([47.0, 34.0, 19.0, 0.0]), 10).tolist() == [5, 3, 2, 0]
    assert largest_remainder(np.array([1.0, 1.0, 1.0]), 4).tolist() == [
        2,
        1,
        1,
    ]  # equal remainders: the earlier


@given(st.lists(st.integers(0, 9), max_size=200))
def test_residents_are_grouped_by_district_in_their_order(districts):
    offsets, members = residents_by_district(np.array(districts, dtype=np.int32), 10)
    for d in range(10):
        assert members[offsets[d] : offsets[d + 1]].tolist() == [i for i, e in enumerate(districts) if e == d]
    assert offsets[-1] == len(districts)


def test_invented_homes_lie_where_the_formula_puts_them():
    city = synthetic_city()
    district = place_residents(city, 200, 7)
    for i in range(200):
        u = uniform_reference(7, i, 0, HOME_RADIUS)
        angle = 2 * math.pi * uniform_reference(7, i, 0, HOME_ANGLE)
        distance = min(1.0, -0.28 * math.log(1 - 0.95 * u)) / 2
        x, y = 0.5 + distance * math.cos(angle), 0.5 + distance * math.sin(angle)
        assert district[i] == 8 * math.floor(8 * y) + math.floor(8 * x)


def test_residents_keep_their_home_when_others_join():
    city = synthetic_city(50)
    few, many = place_residents(city, 100, 7), place_residents(city, 1000, 7)
    np.testing.assert_array_equal(few, many[:100])
    assert (place_residents(city, 1000, 8) != many).mean() > 0.5


def test_settling_counts_whom_it_places():
    settled = settle(synthetic_city(16), 5000, 7)
    np.testing.assert_array_equal(settled.population, np.bincount(settled.district, minlength=16))
    assert settled.population.sum() == 5000
    assert np.isfinite(settled.hardship).all()


def test_the_fingerprint_tells_cities_apart():
    assert synthetic_city(64).fingerprint == synthetic_city().fingerprint
    assert len({synthetic_city(d).fingerprint for d in (63, 64, 65)}) == 3


def test_a_citys_arrays_cannot_be_written():
    with pytest.raises(ValueError, match="read-only"):
        synthetic_city().hardship[0] = 1.0
