"""How much is run for an answer: how many seeds, points and steps."""

from __future__ import annotations

from dataclasses import dataclass

RESIDENTS = 2_000
"""Of each city, where nothing else is asked for: bands are narrow enough, and the runs take a minute or two."""


@dataclass(frozen=True)
class Effort:
    """Numbers of runs. More make bands narrower and flips surer; none changes what is asked.

    ``seeds`` is the most for the pair and its corners, ``least`` the fewest; levers one at a time, sets, sampled
    points, flips and what confirms them on fresh seeds each have a number of their own; with no ``lever_seeds`` levers
    are not moved one by one. ``points`` is a power of
    two, as a Sobol sample wants it. ``steps`` are halvings of a bracket; ``constants`` has judgement constants
    tried for flips too, three times as many runs.
    """

    seeds: int = 12
    least: int = 4
    lever_seeds: int = 3
    set_seeds: int = 4
    points: int = 64
    point_seeds: int = 2
    screen_seeds: int = 1
    flip_seeds: int = 3
    fresh_seeds: int = 5
    steps: int = 3
    per_kind: int = 1
    constants: bool = False


STANDARD = Effort()
QUICK = Effort(
    seeds=6,
    least=3,
    lever_seeds=2,
    set_seeds=3,
    points=16,
    fresh_seeds=3,
    flip_seeds=3,
    steps=3,
)
"""A first look."""
