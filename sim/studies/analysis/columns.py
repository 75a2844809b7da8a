"""What the columns of tables say, and of what their numbers are: each is explained where it is printed."""

from __future__ import annotations

from collections.abc import Sequence

from sim.engine.arithmetic import WEEKS_PER_YEAR
from sim.model.time_series import REPORTED_WEEKS
from sim.outcomes import outcome as declared
from sim.studies.results import Results

OF_ALL = {
    "outcome": "what is measured; numbers in its own unit, below",
    "city": "a scenario (and set of assumptions), or the first minus the second, seed by seed",
    "scenario": "the scenario, over all points and sets of assumptions",
    "assumptions": "the set of assumptions",
    "first": "the city whose value is taken",
    "second": "the city whose value is subtracted",
    "factor": "what the design varies",
    "point": "the point of the design",
    "points": "points that have a value and count",
    "states": "points x sets of assumptions in which every scenario has a value",
    "blocks": "blocks of points of the design",
    "seeds": "seeds with a value, at the point with the fewest",
    "runs": "runs with a value",
    "cells": "runs, or pairs of runs, that count",
    "left_out": "points (or states) without a value, left out",
    "without": "points without a value, left out",
    "undefined": "runs, or pairs, that are done but have no value of this outcome",
    "failed": "runs, or pairs, that failed or timed out",
    "pending": "runs, or pairs, still to be run",
    "verdict": "settled; unsettled (a 95 % interval beyond ±.1); as a dummy (no more than chance gives: noise)",
    "S1": "share of the variance that the factor has alone",
    "ST": "share of the variance that it has alone and with others",
    "S2": "share of the variance that the two have together, beyond each alone",
    "other": "the second factor of the pair",
    "mu": "mean elementary effect of a factor's whole range",
    "mu_star": "mean size of it, whatever its sign",
    "sigma": "its standard deviation: interaction, or curvature",
    "PAWN": "median distance of the outcome's distributions, 0 to 1 (Kolmogorov-Smirnov)",
    "pawn": "median distance of the outcome's distributions, 0 to 1 (Kolmogorov-Smirnov)",
    "dummy": "the same of a factor without any effect",
    "floor": "what chance alone reaches: the index of a factor without any effect plus its interval; no more is noise",
    "S1_floor": "the same of S1",
    "delta": "how far the factor moves the outcome's density, 0 to 1 (Borgonovo)",
    "role": "whether the factor is a lever, an assumption, a constant or of the context",
    "variance": "variance between runs",
    "points_share": "share of it that what is varied has",
    "luck_share": "share of it that seeds have, alone and with what is varied",
    "of": "all cities, or a difference, seed by seed",
    "part": "what the spread is of",
    "share": "share of the sum of squares; the parts sum to 1",
    "interest": "which points are of interest",
    "coverage": "share of all points of interest that lie in the box",
    "density": "share of the box's points that are of interest",
    "mass": "share of all points that lie in the box",
    "low": "from",
    "high": "to",
    "options": "the options in the box",
    "step": "step of the peeling",
    "first_leads": "share of points at which the first is better (higher, where no direction is better)",
    "second_leads": "likewise the second",
    "first_beyond_luck": "share of points at which it is so and the 90 % interval over seeds leaves out 0",
    "second_beyond_luck": "likewise the second, and the interval leaves out 0",
    "difference": "mean over seeds of first minus second",
    "most_regret": "the most by which another scenario is better in one state",
    "regret_90": "what nine of ten regrets do not exceed",
    "mean_regret": "the mean regret",
    "best_share": "share of states in which it is the best",
    "near_best": "share of states in which it is within what is material of the best",
    "worst": "its value in its worst state",
    "good_enough": "share of states above --above, below --below; - where neither is given",
    "minimax_regret": "whether its most regret is the least of all",
    "maximin": "whether its worst state is the least bad of all",
    "week": "weeks since the branch point, from 0",
    "half_width": "how far the 90 % interval is to reach",
    "spread": "standard deviation: between seeds (seeds), between points (metamodel)",
    "reach": "how far the interval reaches with these seeds, at nine of ten points",
    "needed": "seeds that are enough at nine of ten points",
    "r2": "share of the variance that is told at points left out; below 0: worse than their mean",
    "error": "root mean square error at points left out",
    "value": "the factor's value",
    "mean": "the metamodel's mean over all points with the factor there",
    "cities": "cities so far",
    "hypervolume": "share of the box of all cities' objectives that the best so far dominate",
    "generation": "the generation that asked for the city",
    "on_frontier": "whether no other city is at least as good in every objective and better in one",
}
OF_ONE = {
    ("runs", "scenario"): "the scenario",
    ("runs", "seed"): "the seed of the run",
    ("runs", "run"): "the key of the run; rows of the same key are one run",
    ("runs", "row"): "the row of the plan",
    ("runs", "status"): "done, failed, timed out, pending, or not needed where seeds were enough before",
    ("runs", "reason"): "why it failed",
    ("prim", "share"): "share of points that are of interest",
    ("paired", "low"): "from, of the 90 % interval over seeds",
    ("paired", "high"): "to, of the 90 % interval over seeds",
    ("paired", "seeds"): "seeds with a value in both",
    ("paired", "undefined"): "seeds without a value although both runs are done",
    ("progress", "without"): "cities so far without a value in every objective",
    ("frontier", "failed"): "runs of the city that failed",
    ("variance", "seeds"): "seeds that count: with a value at most points",
    ("smc", "low"): "5 % quantile of the points kept",
    ("smc", "median"): "their median",
    ("smc", "high"): "their 95 % quantile",
    ("smc", "shrunk"): "width from low to high against the prior's own; 1: nothing learned",
}
CONF = "how far the 95 % interval reaches either way"


def meaning(table: str, column: str) -> str:
    """Return what ``column`` of ``table`` says in words; empty for what names itself, a factor or an outcome."""
    if column.endswith("_conf"):
        return CONF
    if column[:1] == "q" and column[1:].isdigit():
        return f"{int(column[1:])} % quantile over the runs"
    return OF_ONE.get((table, column)) or OF_ALL.get(column, "")


def legend(table: str, columns: Sequence[str]) -> list[str]:
    """Return a line for each of the ``columns`` of ``table`` that needs one; those that say the same on one."""
    said: dict[str, list[str]] = {}
    for column in columns:
        if words := meaning(table, column):
            said.setdefault(words, []).append(column)
    return [f"{', '.join(names)}: {words}" for words, names in said.items()]


def units(outcomes: Sequence[str]) -> str:
    """Return what 1 is of each of ``outcomes``, on one line."""
    by_unit: dict[str, list[str]] = {}
    for name in outcomes:
        one = declared(name)
        by_unit.setdefault(f"{one.scale:g} {one.unit_word.translate('en')}".rstrip(), []).append(name)
    return "; ".join(f"1 stands for {unit} in {', '.join(names)}" for unit, names in by_unit.items())


def heading(results: Results, year: float | None, weekly: bool = False) -> str:
    """Return of what runs numbers are, and of which weeks: the mean of those that end a year, or a run; or each."""
    plan = results.plan
    study = plan.study
    counts = [
        _counted(len(set(plan.table.column("point").to_pylist())), "point"),
        _counted(len(study["scenarios"]), "scenario"),
        _counted(len(study["assumptions"]), "set") + " of assumptions",
        _counted(len(study["seeds"]), "seed") + (" at most" if plan.enough is not None else ""),
    ]
    end = f"year {year:g} (week {round(year * WEEKS_PER_YEAR)})" if year is not None else "each run"
    weeks = "single weeks" if weekly else f"means of the {REPORTED_WEEKS} weeks that end {end}"
    return f"{results.folder}: {' x '.join(counts)}; {weeks}."


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' * (number != 1)}"
