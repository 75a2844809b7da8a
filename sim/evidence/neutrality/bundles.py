"""A regime is a bundle of levers and nothing else: names do not matter, equal levers give equal cities."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from sim.evidence.patterns.row import Check, Row
from sim.evidence.patterns.setting import Setting
from sim.model.city_model import CityModel
from sim.scenario.scenario import Scenario, list_scenarios, load_scenario


def alike(one: CityModel, other: CityModel) -> bool:
    """Return whether two cities hold the same residents and have lived the same weeks, to the last bit."""
    same_columns = all(
        np.array_equal(column, other.columns[name], equal_nan=column.dtype.kind == "f")
        for name, column in one.columns.items()
    )
    return same_columns and np.array_equal(one.series.values, other.series.values, equal_nan=True)


def names_do_not_matter(setting: Setting) -> Row:
    """Check that every shipped scenario lives the same under every other's name."""
    names = list_scenarios()
    shuffled = [*names[1:], names[0]]

    def same(pair: tuple[str, str]) -> bool:
        own, other = pair
        scenario = load_scenario(own)
        return alike(*setting.comparison_of([scenario, replace(scenario, name=other)], setting.seeds[0]))

    pairs = list(zip(names, shuffled, strict=True))
    found = setting.each("names", same, pairs)
    changed = [own for (own, _), kept in zip(pairs, found, strict=True) if not kept]
    free, control = load_scenario("emancipatory"), load_scenario("control")
    swapped = [replace(free, name="control"), replace(control, name="emancipatory")]

    def swap(seed: int) -> bool:
        straight, crossed = (setting.comparison_of(pair, seed) for pair in ([free, control], swapped))
        return all(alike(a, b) for a, b in zip(straight, crossed, strict=True))

    kept = setting.each("names", swap, setting.seeds)
    return Row(
        "N1",
        "Names do not matter",
        (
            _count("shipped scenarios under another's name", len(names) - len(changed), len(names)),
            _count("seeds with the two cities' names swapped", sum(kept), len(kept)),
        ),
    )


def equal_levers_give_equal_cities(setting: Setting) -> Row:
    """Check that a fork into equal levers is no fork, evolving constitutions included."""
    names = list_scenarios()
    jobs = [(name, evolving) for name in names for evolving in (False, True)]

    def same(job: tuple[str, bool]) -> bool:
        name, evolving = job
        scenario = load_scenario(name).change({"evolving": evolving})
        other = Scenario("other", scenario.levers)
        return alike(*setting.comparison_of([scenario, other], setting.seeds[0]))

    kept = setting.each("levers", same, jobs)

    def differ(seed: int) -> bool:
        return not alike(
            *setting.comparison_of([load_scenario("emancipatory"), load_scenario("control")], seed)
        )

    apart = setting.each("levers", differ, setting.seeds)
    return Row(
        "N2",
        "Equal levers give equal cities",
        (
            _count("shipped bundles, as they are and evolving, run twice", sum(kept), len(kept)),
            _count("seeds in which the two camps' bundles do part", sum(apart), len(apart)),
        ),
    )


def _count(what: str, found: int, wanted: int) -> Check:
    return Check(what, f"{wanted} of {wanted}", f"{found} of {wanted}", found == wanted)
