"""Exact shares of a difference: the Shapley value and interaction index of a game of few players."""

from __future__ import annotations

from math import factorial
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


class Shares(NamedTuple):
    """Of n players, (n, ...): ``share``, what each adds when it comes ``first`` and ``last``; pairs (n, n, ...)."""

    share: Floats
    first: Floats
    last: Floats
    interaction: Floats


def attribute(worth: Floats) -> Shares:
    """Return the shares of a game's ``worth`` (2ⁿ, ...): row b is of those players whose bit is set in b.

    Shares are Shapley's (1953, doi:10.1515/9781400881970-018) and sum to the worth of all minus that of none;
    ``interaction`` is Grabisch & Roubens' index (1999, doi:10.1007/s001820050125): by how much two together add
    more than one by one, averaged over the company they may find. Raises ValueError for rows that are no 2ⁿ.
    """
    players = len(worth).bit_length() - 1
    if len(worth) != 1 << players:
        raise ValueError(f"{len(worth)} rows: one for each set of players is needed, a power of 2")
    empty, everybody, tail = 0, len(worth) - 1, worth.shape[1:]
    share, first, last = (np.zeros((players, *tail)) for _ in range(3))
    interaction = np.zeros((players, players, *tail))
    for i in range(players):
        one = 1 << i
        first[i] = worth[one] - worth[empty]
        last[i] = worth[everybody] - worth[everybody ^ one]
        for company in _without(one, players):
            share[i] += _weight(company, players) * (worth[company | one] - worth[company])
        for j in range(i):
            interaction[i, j] = interaction[j, i] = _interaction(worth, one, 1 << j, players)
    return Shares(share, first, last, interaction)


def _interaction(worth: Floats, one: int, other: int, players: int) -> Floats:
    total = np.zeros(worth.shape[1:])
    for company in _without(one | other, players):
        more = worth[company | one | other] - worth[company | one] - worth[company | other] + worth[company]
        total += _weight(company, players - 1) * more
    return total


def _without(some: int, players: int) -> list[int]:
    """Return the sets of players that none of ``some`` is in."""
    return [company for company in range(1 << players) if not company & some]


def _weight(company: int, players: int) -> float:
    """Return in which part of all orders of ``players`` exactly this company has come before."""
    size = company.bit_count()
    return factorial(size) * factorial(players - size - 1) / factorial(players)
