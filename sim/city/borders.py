"""Who borders whom, found along the boundaries: the work grows with their length, not with pairs of districts.

Boundaries are cut into short pieces. Pieces of two districts within `CORNER` of each other make a border.
Only pieces that face open ground (no other district at them) are looked at for neighbours across a gap.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from sim.city.geography import TOUCHING, Floats, Integers
from sim.files.errors import InputError
from sim.locale.text import message

CORNER = (
    5.0  # metres; nearer than this is a contact: boundaries drawn apart leave gaps of that size at corners
)
MOST_BORDERS = 100  # a district, on average: more only where districts lie upon each other
_PIECE = 16  # vertices
_CHUNK = 500  # pieces asked for at a time, so that hostile shapes are refused before memory is gone
MEETINGS = 20  # of the box round a piece with others, on average; a real map has six
ALLOWED = 400_000  # meetings of small files beyond that
MOST_IN_REACH = 3_000_000  # pairs of pieces across gaps, a hundred times what a real map has
_FACED = 16  # nearest districts that one looks at across gaps
_STEPS = 5  # times the gap is halved for the first look
_Pairs = NDArray[np.int64]


class _Pieces(NamedTuple):
    """Boundaries in short lines, the district each belongs to, and a tree of them."""

    lines: NDArray[np.object_]
    owner: NDArray[np.int64]
    tree: shapely.STRtree


def neighbour_lists(
    shapes: Sequence[BaseGeometry], gap: float = 0.0, corner: float = TOUCHING
) -> tuple[Integers, Integers]:
    """Return who is next to whom, as ``(offsets (D+1,), neighbours)``, each list ascending.

    Neighbours share a border or a corner, or come within ``corner``, or face each other over at most ``gap``
    (both in the shapes' unit): both have stretches of boundary at which no other district lies, and no third
    district covers more than half of the shortest way between these. So rivers join and districts do not. Of
    more than sixteen across the gap the nearest count. A district left alone gets its nearest one. The relation
    is symmetric.
    Raises `InputError` where districts lie upon each other in such numbers that no borders can be told.
    """
    districts = np.array(shapes, dtype=object)
    pieces = _cut(districts)
    _refuse_intricate(pieces)
    contacts = _contacts(pieces, corner, len(districts))
    pairs = np.unique(np.concatenate([contacts, within(districts)]), axis=0)
    if gap > corner:
        facing = _across(districts, pieces, pairs, gap, corner)
        pairs = np.unique(np.concatenate([pairs, facing]), axis=0)
    pairs = np.concatenate([pairs, _nearest_of_the_lonely(districts, pairs)])
    return compressed(pairs, len(districts))


def groups(offsets: Integers, neighbours: Integers) -> NDArray[np.int64]:
    """Return for each district the first district it can be reached from, by borders alone, shape (D,)."""
    group = np.full(len(offsets) - 1, -1, dtype=np.int64)
    for first in range(len(group)):
        waiting = [first] if group[first] < 0 else []
        group[waiting] = first
        while waiting:
            d = waiting.pop()
            near = neighbours[offsets[d] : offsets[d + 1]]
            fresh = near[group[near] < 0]
            group[fresh] = first
            waiting += fresh.tolist()
    return group


def _cut(districts: NDArray[np.object_]) -> _Pieces:
    """Return the boundaries cut into lines of at most `_PIECE` vertices that share their end points."""
    parts, district = shapely.get_parts(districts, return_index=True)
    rings, part = shapely.get_rings(parts, return_index=True)
    points, ring = shapely.get_coordinates(rings, return_index=True)
    sizes = np.bincount(ring, minlength=len(rings))
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    number = np.maximum(1, -(-(sizes - 1) // (_PIECE - 1)))
    piece_ring = np.repeat(np.arange(len(rings)), number)
    within = np.arange(len(piece_ring)) - np.repeat(np.cumsum(number) - number, number)
    first = starts[piece_ring] + within * (_PIECE - 1)
    last = np.minimum(first + _PIECE, (starts + sizes)[piece_ring])
    length = last - first
    index = np.repeat(np.arange(len(first)), length)
    place = np.arange(length.sum()) - np.repeat(np.cumsum(length) - length, length) + np.repeat(first, length)
    lines = shapely.linestrings(points[place], indices=index)
    return _Pieces(lines, district[part[piece_ring]].astype(np.int64), shapely.STRtree(lines))


def _refuse_intricate(pieces: _Pieces) -> None:
    """Raise `InputError` for boundaries so entangled that comparing them would take minutes."""
    sample = pieces.lines[:: max(1, len(pieces.lines) // 256)]
    meetings = len(pieces.tree.query(sample)[0]) / len(sample) * len(pieces.lines)
    if meetings > ALLOWED + MEETINGS * len(pieces.lines):
        raise InputError(message("problem-intricate"))


def _contacts(pieces: _Pieces, corner: float, districts: int) -> _Pairs:
    """Return the pairs of owners with pieces within ``corner`` of each other."""

    def near(start: int) -> _Pairs:
        asked = pieces.lines[start : start + _CHUNK]
        left, right = pieces.tree.query(asked, predicate="dwithin", distance=corner)
        return np.stack([pieces.owner[start + left], pieces.owner[right]], axis=1)

    return _gathered(near, len(pieces.lines), districts)


def within(districts: NDArray[np.object_]) -> _Pairs:
    """Return the pairs of districts, smaller number first, of which one holds a point inside the other."""
    points = shapely.point_on_surface(districts)
    tree = shapely.STRtree(districts)

    def inside(start: int) -> _Pairs:
        inner, outer = tree.query(points[start : start + _CHUNK], predicate="intersects")
        return np.stack([start + inner, outer], axis=1)

    return _gathered(inside, len(districts), len(districts))


def _gathered(found: Callable[[int], _Pairs], number: int, districts: int) -> _Pairs:
    """Return the different pairs, smaller first, that ``found`` gives chunk by chunk; refuse too many."""
    kept: list[_Pairs] = [np.empty((0, 2), np.int64)]
    for start in range(0, number, _CHUNK):
        pairs = found(start)
        pairs = np.sort(pairs[pairs[:, 0] != pairs[:, 1]], axis=1).astype(np.int64)
        kept.append(np.unique(pairs, axis=0))
        if sum(map(len, kept)) > MOST_BORDERS * max(districts, MOST_BORDERS):
            raise InputError(message("problem-upon-each-other", borders=MOST_BORDERS))
    return np.unique(np.concatenate(kept), axis=0)


def _across(
    districts: NDArray[np.object_], pieces: _Pieces, contacts: _Pairs, gap: float, corner: float
) -> _Pairs:
    """Return the pairs that face each other over open ground of at most ``gap``."""
    open_ones = _thinned(pieces, _facing_open_ground(pieces, gap, max(corner, TOUCHING)), gap)
    lines, owner = pieces.lines[open_ones], pieces.owner[open_ones]
    if len(lines) < 2:
        return np.empty((0, 2), np.int64)
    closest = _closest_pieces(_Pieces(lines, owner, shapely.STRtree(lines)), contacts, gap, len(districts))
    ways = shapely.shortest_line(lines[closest[:, 0]], lines[closest[:, 1]])
    pairs = np.sort(owner[closest], axis=1)
    return pairs[_covered(districts, ways, pairs) <= shapely.length(ways) / 2]


def _facing_open_ground(pieces: _Pieces, gap: float, corner: float) -> NDArray[np.int64]:
    """Return the pieces along which some point has no other district within ``corner``.

    Points are taken every sixteenth of ``gap``, four a piece at least: shorter open stretches face no river.
    """
    found = [
        start + _open_ones(pieces, np.arange(start, min(start + _CHUNK, len(pieces.lines))), gap, corner)
        for start in range(0, len(pieces.lines), _CHUNK)
    ]
    return np.concatenate(found)


def _open_ones(pieces: _Pieces, chunk: NDArray[np.int64], gap: float, corner: float) -> NDArray[np.int64]:
    """Return which of the pieces of ``chunk`` (by their place in it) face open ground."""
    lines, owner = pieces.lines[chunk], pieces.owner[chunk]
    length = shapely.length(lines)
    number = np.clip(np.ceil(16 * length / gap), 4, 256).astype(np.int64)
    piece = np.repeat(np.arange(len(length)), number)
    place = (np.arange(len(piece)) - np.repeat(np.cumsum(number) - number, number) + 0.5) / number[piece]
    points = shapely.line_interpolate_point(lines[piece], place, normalized=True)
    asked, found = pieces.tree.query(points, predicate="dwithin", distance=corner)
    covered = np.zeros(len(points), bool)
    covered[asked[pieces.owner[found] != owner[piece[asked]]]] = True
    return np.unique(piece[~covered])


def _thinned(pieces: _Pieces, chosen: NDArray[np.int64], gap: float) -> NDArray[np.int64]:
    """Return every k-th of the ``chosen`` pieces, k being 1 unless a boundary has thousands of teeth in the gap."""
    if len(chosen) < 2:
        return chosen
    lines = pieces.lines[chosen]
    west, south, east, north = shapely.bounds(lines[:: max(1, len(lines) // 128)]).T
    around = shapely.box(west - gap, south - gap, east + gap, north + gap)
    in_reach = len(shapely.STRtree(lines).query(around)[0]) / len(around) * len(lines)
    return chosen[:: max(1, round((in_reach / MOST_IN_REACH) ** 0.5))]


def _closest_pieces(pieces: _Pieces, contacts: _Pairs, gap: float, districts: int) -> NDArray[np.int64]:
    """Return for pairs of owners within ``gap`` and without contact their two closest pieces, shape (P, 2).

    Each owner's `_FACED` nearest at least are among them. The search widens step by step and leaves out those
    who have found as many, so that small blocks in a row do not look at all blocks within the gap.
    """
    known = contacts[:, 0] * districts + contacts[:, 1]
    best = np.empty((0, 4))
    asked = np.arange(len(pieces.lines))
    for radius in gap / 2.0 ** np.arange(_STEPS, -1, -1):
        chunks = (asked[start : start + _CHUNK] for start in range(0, len(asked), _CHUNK))
        found = [_pieces_near(pieces, chunk, float(radius), known, districts) for chunk in chunks]
        best = _nearest_by(np.concatenate([best, *found]))
        first, second = np.divmod(best[:, 0].astype(np.int64), districts)
        faced = np.bincount(np.concatenate([first, second]), minlength=districts)
        asked = asked[faced[pieces.owner[asked]] < _FACED]
    return best[:, 1:3].astype(np.int64)


def _pieces_near(
    pieces: _Pieces, asked: NDArray[np.int64], radius: float, known: NDArray[np.int64], districts: int
) -> Floats:
    """Return (pair of owners, piece, piece, distance) of the pieces within ``radius``, the nearest of each pair."""
    west, south, east, north = shapely.bounds(pieces.lines[asked]).T
    left, right = pieces.tree.query(shapely.box(west - radius, south - radius, east + radius, north + radius))
    left = asked[left]  # boxes only, as most are pieces of oneself or of those one touches
    low, high = np.sort([pieces.owner[left], pieces.owner[right]], axis=0)
    others = low < high
    left, right, pair = left[others], right[others], (low * districts + high)[others]
    place = np.minimum(np.searchsorted(known, pair), len(known) - 1)
    fresh = known[place] != pair if len(known) else np.ones(len(pair), bool)
    left, right, pair = left[fresh], right[fresh], pair[fresh]
    distance = shapely.distance(pieces.lines[left], pieces.lines[right])
    near = distance <= radius
    return _nearest_by(np.column_stack([pair, left, right, distance])[near])


def _nearest_by(rows: Floats) -> Floats:
    """Return of ``rows`` (pair, piece, piece, distance) the nearest of each pair, shape (P, 4)."""
    order = np.lexsort((rows[:, 3], rows[:, 0]))
    _, first = np.unique(rows[order, 0], return_index=True)
    return np.array(rows[order[first]], dtype=np.float64)


def _covered(districts: NDArray[np.object_], ways: NDArray[np.object_], pairs: _Pairs) -> Floats:
    """Return how much of each way third districts cover, in the shapes' unit; overlapping ones count twice."""
    tree = shapely.STRtree(districts)
    total = np.zeros(len(ways))
    for start in range(0, len(ways), _CHUNK):
        way, third = tree.query(ways[start : start + _CHUNK], predicate="intersects")
        way = way + start
        other = (third != pairs[way, 0]) & (third != pairs[way, 1])
        way, third = way[other], third[other]
        lengths = shapely.length(shapely.intersection(ways[way], districts[third]))
        total += np.bincount(way, weights=lengths, minlength=len(ways))
    return total


def _nearest_of_the_lonely(districts: NDArray[np.object_], pairs: _Pairs) -> _Pairs:
    lonely = np.setdiff1d(np.arange(len(districts)), pairs)
    if len(districts) < 2 or not len(lonely):
        return np.empty((0, 2), np.int64)
    found = shapely.STRtree(districts).query_nearest(districts[lonely], exclusive=True, all_matches=False)
    return np.stack([lonely[found[0]], found[1]], axis=1).astype(np.int64)


def compressed(pairs: _Pairs, districts: int) -> tuple[Integers, Integers]:
    """Return ``pairs`` (P, 2) in both directions as ``(offsets (D+1,), neighbours)``."""
    both = np.unique(np.concatenate([pairs, pairs[:, ::-1]]), axis=0)
    offsets = np.zeros(districts + 1, dtype=np.int32)
    np.cumsum(np.bincount(both[:, 0], minlength=districts), out=offsets[1:])
    return offsets, both[:, 1].astype(np.int32)
