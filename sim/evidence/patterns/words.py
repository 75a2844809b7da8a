"""The pattern of the debate's words: a spark, a leak, compulsion and single levers can be seen (P15)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np
from numpy.typing import NDArray

from sim.evidence.patterns.chart import Chart, Line
from sim.evidence.patterns.fourteen import Move, at_the_end, moves
from sim.evidence.patterns.row import Check, Row, above, below
from sim.evidence.patterns.setting import PLACE, Setting
from sim.outcomes import OUTCOMES
from sim.parameters import SHARES
from sim.scenario.event import Event
from sim.scenario.scenario import Scenario, load_scenario

Floats = NDArray[np.float64]

EVENT_WEEK = 26
SOON, LATER = (1, 13), (13, 52)
"""Weeks after a spark, the last left out."""
AFTER_A_LEAK = 13
SEEN = 0.01  # what a leak must move where one holder has the data
PART_WHERE_SCATTERED = 1.0 / 3.0
ONE_HOLDER = ("own_platform", "own_state", "own_municipality")
SCATTERED = "own_residents"
NOTE = (
    "Aftermaths are differences to the same city without the event, paired by seed. Scattered means that "
    "residents hold their own data: many small stores."
)


def words(setting: Setting) -> Row:
    """Measure P15: aftermaths of a spark and of a leak, compulsion, and what single levers do."""
    spark, sparks = _sparks(setting)
    leak, leaks = _leaks(setting)
    return Row(
        "P15",
        "The debate's words can be seen",
        (*spark, *leak, *_compulsion(setting), *_single_levers(setting)),
        (sparks, leaks),
        NOTE,
    )


def _aftermath(setting: Setting, scenarios: list[Scenario], kind: str, weeks: int) -> Floats:
    """Return what an event changes by week, (scenarios, seeds, weeks, outcomes), from its week on."""
    event = Event(kind, EVENT_WEEK)

    def run(seed: int) -> Floats:
        common = {"residents": setting.price_residents, "weeks": EVENT_WEEK + weeks}
        calm = setting.comparison_of(scenarios, seed, **common)
        shaken = setting.comparison_of(scenarios, seed, events=(event,), **common)
        after = [
            one.series.since_branch()[EVENT_WEEK:] - other.series.since_branch()[EVENT_WEEK:]
            for one, other in zip(shaken, calm, strict=True)
        ]
        return np.array(after)

    found: Floats = np.array(setting.each(f"P15 {kind}", run, setting.price_seeds))
    return found.swapaxes(0, 1)


def _sparks(setting: Setting) -> tuple[list[Check], Chart]:
    base = load_scenario("status-quo")
    cases = {
        f"connectivity {connectivity:g}, censorship {censorship:g}": base.change(
            {"connectivity": connectivity, "censorship": censorship}
        )
        for connectivity in (0.7, 1.0)
        for censorship in (0.0, 0.5)
    }
    active = _aftermath(setting, list(cases.values()), "spark", LATER[1])[..., PLACE["active"]]
    soon, later = (active[..., first:last].mean(axis=-1) for first, last in (SOON, LATER))
    checks = [
        Check(
            f"a spark's aftermath, {label}: share active in weeks 1 to 12 and 13 to 51",
            "reported",
            f"{soon[k].mean():+.4f}, {later[k].mean():+.4f}",
            True,
        )
        for k, label in enumerate(cases)
    ]
    title = "P15 After a spark: change of the share in the street"
    lines = _courses(cases, active)
    chart = Chart("p15_spark", title, "weeks since the spark", "share active", lines)
    return [*checks, *_spread_of_a_spark(*soon)], chart


def _spread_of_a_spark(far: Floats, far_censored: Floats, full: Floats, full_censored: Floats) -> list[Check]:
    """Return that connection carries a spark and censorship does not; shares (seeds,) soon after, by case."""
    return [
        above("weeks 1 to 12 at connectivity 1 beyond .7", (full - far).mean(), 0.0),
        above("weeks 1 to 12 at connectivity 1, least of the seeds", float(full.min()), 0.0),
        below(
            "weeks 1 to 12 with censorship less without, connectivity 1", (full_censored - full).mean(), 0.0
        ),
        below(
            "weeks 1 to 12 with censorship less without, connectivity .7", (far_censored - far).mean(), 0.0
        ),
    ]


def _courses(labels: Iterable[str], found: Floats) -> tuple[Line, ...]:
    """Return the mean over seeds of what was ``found`` (cases, seeds, weeks), a line a case."""
    weeks = list(range(found.shape[-1]))
    return tuple(Line(label, weeks, found[k].mean(axis=0)) for k, label in enumerate(labels))


def _leaks(setting: Setting) -> tuple[list[Check], Chart]:
    base = load_scenario("status-quo")
    holders = (*ONE_HOLDER, SCATTERED)
    cases = [base.change({name: float(name == holder) for name in SHARES["own"]}) for holder in holders]
    found = _aftermath(setting, cases, "breach", 52)
    moved = {
        name: np.abs(found[..., :AFTER_A_LEAK, PLACE[name]].mean(axis=(1, 2))) for name in ("harmed", "trust")
    }
    checks = [check for k, holder in enumerate(ONE_HOLDER) for check in _leak(k, _holder(holder), moved)]
    title = "P15 After a leak: change of the share harmed, by who holds the data"
    lines = _courses(map(_holder, holders), found[..., PLACE["harmed"]])
    return checks, Chart("p15_leak", title, "weeks since the leak", "share harmed", lines)


def _leak(k: int, holder: str, moved: Mapping[str, Floats]) -> tuple[Check, Check]:
    """Return that a leak shows where one ``holder`` has all data, case ``k``, and less where many have it."""
    most = max(moved, key=lambda name: float(moved[name][k]))
    where_one = f"a leak, all data with {holder}: {most}, mean of 13 weeks"
    where_many = f"the same {most} where residents hold their data, over that with {holder}"
    one, many = float(moved[most][k]), float(moved[most][-1] / moved[most][k])
    return above(where_one, one, SEEN), below(where_many, many, PART_WHERE_SCATTERED)


def _holder(name: str) -> str:
    return name.removeprefix("own_")


def _compulsion(setting: Setting) -> list[Check]:
    found = at_the_end(setting, "emancipatory", [{"consent": "mandatory"}], "P15 consent")
    by_name = {move.outcome: move for move in moves(found[0], found[1])}
    four = [by_name[name] for name in ("wellbeing", "trust", "expression", "agency")]
    gained = [move for move in four if move.better and move.clear]
    return [
        Check(
            "emancipatory with mandatory consent: well-being, trust, expression, agency",
            "not all better",
            ", ".join(f"{move.outcome} {move.change:+.3f}" for move in four),
            len(gained) < len(four),
        )
    ]


SINGLE: tuple[tuple[str, Mapping[str, object], Mapping[str, object], Mapping[str, int]], ...] = (
    ("enforcement 0", {}, {"enforcement": 0.0}, {"active": 1}),
    ("epsilon none → .1", {}, {"epsilon": 0.1}, {"ai_quality": -1, "service_fit": -1}),
    ("noise on each device", {}, {"epsilon": 1.0, "curator": "local"}, {"harmed": -1, "service_fit": -1}),
    (
        "aim_wellbeing 0 → 1",
        {"aim_wellbeing": 0.0},
        {"aim_wellbeing": 1.0},
        {"wellbeing_low": 1, "gap_hardship": -1},
    ),
    ("aim_cost 0 → 1", {"aim_cost": 0.0}, {"aim_cost": 1.0}, {"running_cost": -1, "takeup": -1}),
)
"""What is moved from the status quo, from what, to what, and which way outcomes must go."""
NEVER_BY_NO_ENFORCEMENT = ("trust", "agency")


def _single_levers(setting: Setting) -> list[Check]:
    changes: list[dict[str, object]] = [dict(one) for _, first, then, _ in SINGLE for one in (first, then)]
    _, *found = at_the_end(setting, "status-quo", changes, "P15 levers")
    checks = []
    for k, (label, _, _, wanted) in enumerate(SINGLE):
        before, after = found[2 * k], found[2 * k + 1]
        names = {**wanted, **(dict.fromkeys(NEVER_BY_NO_ENFORCEMENT, 1) if k == 0 else {})}
        by_name = {move.outcome: move for move in moves(before, after, names)}
        for name, sign in wanted.items():
            checks.append(_goes(label, by_name[name], sign))
        if k == 0:
            checks += [_stays(label, by_name[name]) for name in NEVER_BY_NO_ENFORCEMENT]
    return checks


def _goes(label: str, move: Move, sign: int) -> Check:
    shown = f"{move.change:+.4f} ± {2.0 * move.error:.4f}"
    sure = sign * move.change > 2.0 * move.error
    return Check(f"{label}: {move.outcome}", "rises" if sign > 0 else "falls", shown, bool(sure))


def _stays(label: str, move: Move) -> Check:
    shown = f"{move.change:+.4f} ± {2.0 * move.error:.4f}"
    rises = move.clear and move.change > OUTCOMES[move.outcome].material
    return Check(f"{label}: {move.outcome}", "does not rise beyond what is material", shown, not rises)
