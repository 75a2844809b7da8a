"""Why two cities differ: the share of each question in the difference, and which do the same work."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Any, Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.answers.attribution import Shares, attribute
from sim.answers.corners import ALWAYS, all_corners, differing, units_of, with_levers
from sim.answers.effort import STANDARD, Effort
from sim.answers.laboratory import Laboratory
from sim.answers.numbers import Band, band
from sim.answers.question import Question
from sim.locale.text import Text, message
from sim.runs.size import Size, size_of
from sim.runs.statistics import number

Floats = NDArray[np.float64]
Relation = Literal["replace each other", "need each other", ""]
LIMITS = ("limit-luck-only", "limit-shares", "limit-levers")


class Share(NamedTuple):
    """What one part adds to A minus B: Shapley's ``share``, and what it adds coming first and last.

    ``levers`` tells of each lever of the part what it does alone, from B's end and from A's.
    """

    share: Band
    first: float
    last: float
    percent: float | None
    levers: Mapping[str, tuple[Band, Band]]


class Interaction(NamedTuple):
    """By how much two parts together do more than one by one; ``relation`` is empty where none can be told."""

    parts: tuple[str, str]
    size: Band
    relation: Relation


class Attribution(NamedTuple):
    """The shares of one difference, by part; they sum to it.

    ``corners`` holds the mean of every corner city by the parts that it takes from A, joined by "+".
    """

    shares: Mapping[str, Share]
    interactions: tuple[Interaction, ...]
    corners: Mapping[str, float]


@dataclass(frozen=True)
class Why:
    """The attribution of every outcome at every horizon, and under how many seeds levers moved one by one."""

    at: Mapping[tuple[str, int], Attribution]
    looks: int
    seeds: tuple[int, ...]
    lever_seeds: tuple[int, ...]
    limits: tuple[str, ...] = LIMITS

    def as_json(self, outcome: str, year: int) -> dict[str, Any]:
        """Return one attribution for JSON."""
        found = self.at[outcome, year]
        document: dict[str, Any] = {part: _share_as_json(share) for part, share in found.shares.items()}
        document["interactions"] = [
            {"parts": list(one.parts), **_band_as_json(one.size, "size"), "relation": one.relation or None}
            for one in found.interactions
        ]
        return document


def why(question: Question, lab: Laboratory, effort: Effort = STANDARD) -> Why:
    """Return why the cities differ, from their corners under the question's seeds.

    Each corner takes every part (the four questions; the rules' drift and events where they differ) from A or from
    B; shares are exact for each seed, then averaged. The seeds of a question are those of `run_pair`.
    """
    parts = differing(question)
    spec = question.between(all_corners(question, parts))
    worth = lab.values([spec], question.years, question.outcomes)[0]
    shares = attribute(np.moveaxis(worth, 1, 0))
    seeds = question.spec.seeds[: effort.lever_seeds]
    alone = _levers_alone(question.under(seeds), lab, parts) if seeds else {}
    at = {
        (one.id, year): _attribution(parts, shares, alone, (year - 1, k), one.material)._replace(
            corners=_corners(parts, worth[:, :, year - 1, k])
        )
        for k, one in enumerate(question.declared)
        for year in question.horizons
    }
    return Why(at, question.looks, question.spec.seeds, seeds)


def _levers_alone(
    question: Question, lab: Laboratory, parts: tuple[str, ...]
) -> dict[tuple[str, str], tuple[Floats, Floats]]:
    """Return, by part and lever, what it does alone from B's end and from A's, (S, Y, K) each."""
    units = [(part, unit, names) for part in parts for unit, names in units_of(question, part).items()]
    cities = [
        *question.pair,
        *(with_levers(question, names) for _, _, names in units),
        *(with_levers(question, names, reverse=True) for _, _, names in units),
    ]
    values = lab.values([question.between(cities)], question.years, question.outcomes)[0]
    from_second, from_first = 2, 2 + len(units)
    return {
        (part, unit): (
            values[:, from_second + place] - values[:, 1],
            values[:, 0] - values[:, from_first + place],
        )
        for place, (part, unit, _) in enumerate(units)
    }


def _attribution(
    parts: tuple[str, ...],
    found: Shares,
    alone: Mapping[tuple[str, str], tuple[Floats, Floats]],
    at: tuple[int, int],
    material: float,
) -> Attribution:
    year, k = at
    whole = band(found.share[:, :, year, k].sum(axis=0)) if parts else Band(0.0, 0.0, 0.0)
    told = size_of(*whole, material) in (Size.HIGHER, Size.LOWER)
    shares = {}
    for place, part in enumerate(parts):
        share = band(found.share[place, :, year, k])
        levers = {
            unit: (band(up[:, year, k]), band(down[:, year, k]))
            for (mine, unit), (up, down) in alone.items()
            if mine == part
        }
        first, last = (float(one[place, :, year, k].mean()) for one in (found.first, found.last))
        shares[part] = Share(share, first, last, 100 * share.mean / whole.mean if told else None, levers)
    nothing = Share(Band(0.0, 0.0, 0.0), 0.0, 0.0, 0.0 if told else None, {})
    ordered = {part: shares.get(part, nothing) for part in dict.fromkeys((*ALWAYS, *parts))}
    pairs = (_interaction(parts, (i, j), found, at, material) for i, j in combinations(range(len(parts)), 2))
    return Attribution(ordered, tuple(pairs), {})


def _corners(parts: tuple[str, ...], worth: Floats) -> dict[str, float]:
    """Return the mean of every corner from ``worth`` (S, 2ⁿ), by the parts that it takes from A."""
    names = (
        "+".join(part for place, part in enumerate(parts) if b >> place & 1) for b in range(1 << len(parts))
    )
    return dict(zip(names, map(float, worth.mean(axis=0)), strict=True))


def _interaction(
    parts: tuple[str, ...], pair: tuple[int, int], found: Shares, at: tuple[int, int], material: float
) -> Interaction:
    year, k = at
    i, j = pair
    size = band(found.interaction[i, j, :, year, k])
    both = float((found.share[i] + found.share[j])[:, year, k].mean())
    return Interaction((parts[i], parts[j]), size, relation(size, both, material))


def words_of(relation: str) -> Text:
    """Return how two parts go together, for people."""
    return message("relation-need" if relation == "need each other" else "relation-replace")


def relation(interaction: Band, both: float, material: float) -> Relation:
    """Return what two parts are to each other, whose shares sum to ``both``.

    They replace each other where together they do less than one by one, and need each other where they do more;
    nothing is said where their interaction is within the interval over seeds or below what is ``material``.
    """
    if size_of(*interaction, material) not in (Size.HIGHER, Size.LOWER) or both == 0.0:
        return ""
    return "need each other" if interaction.mean * both > 0.0 else "replace each other"


def _share_as_json(share: Share) -> dict[str, Any]:
    return {
        **_band_as_json(share.share, "share"),
        "first_in": number(share.first),
        "last_in": number(share.last),
        "percent": None if share.percent is None else number(share.percent),
        "levers": {
            name: {
                "from_second": _band_as_json(up, "effect"),
                "from_first": _band_as_json(down, "effect"),
            }
            for name, (up, down) in share.levers.items()
        },
    }


def _band_as_json(found: Band, name: str) -> dict[str, float | None]:
    return {name: number(found.mean), "low": number(found.low), "high": number(found.high)}
