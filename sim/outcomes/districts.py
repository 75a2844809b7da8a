"""What outcomes make of district values: how far apart districts are, and what the optimiser makes of them."""

from __future__ import annotations

from math import exp, sqrt

from sim.engine.arithmetic import sum_of, unit
from sim.engine.array import Array
from sim.engine.compile import inline


@inline
def spread_of_districts(people: Array, sums: Array, squares: Array) -> float:
    """Return the weighted s.d. of district means (D,) beyond what differences within districts explain.

    ``sums`` and ``squares`` are of residents' values by district.
    """
    everybody = sum_of(people)
    mean = sum_of(sums) / everybody
    between = within = 0.0
    for d in range(people.size):
        n = people[d]
        if n > 0:
            own = sums[d] / n
            between += n * (own - mean) ** 2
            if n > 1:
                variance = max(0.0, (squares[d] - n * own * own) / (n - 1.0))
                within += n * (variance / n)
    return sqrt(max(0.0, (between - within) / everybody))


@inline
def promise_of(population: Array, spend: Array, estimate: Array, productivity: float, scale: float) -> float:
    """Return the satisfaction the optimiser believes in: promised ``productivity`` on its own estimates."""
    total = 0.0
    for d in range(population.size):
        if population[d] > 0:
            total += population[d] * unit(1.0 - exp(-scale * (productivity * spend[d]) / estimate[d]))
    return total / sum_of(population)


@inline
def error_of(population: Array, estimate: Array, mean_need: Array) -> float:
    """Return the population-weighted root mean square error of estimated needs; all (D,)."""
    total = 0.0
    for d in range(population.size):
        if population[d] > 0:
            total += population[d] * (estimate[d] - mean_need[d]) ** 2
    return sqrt(total / sum_of(population))
