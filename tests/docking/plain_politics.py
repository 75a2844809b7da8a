"""Politics of the docking twin: the constitution may drift (5.19)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sim.engine import draws
from tests.docking.plain_numbers import WEEKS, clip

if TYPE_CHECKING:
    from tests.docking.plain_mesa import PlainCity


DRIFTS_UP = ("participation", "openness", "oversight", "responsiveness", "purpose_limit")
DRIFTS_DOWN = ("surveillance", "enforcement", "censorship")


# 5.19
def govern(city: PlainCity) -> None:
    assume, lever, own = city.assume, city.lever, city.own
    city.pressure = 0.9 * city.pressure + 0.1 * city.share_active
    heat = min(1.0, 20.0 * city.pressure)
    fear = assume.security_demand * clip(2.0 * (city.district_mean("unsafe") - 1.0))
    opinion = city.mean("opinion")
    voice = lever.responsiveness * (heat + max(0.0, opinion))
    order = (1.0 - lever.responsiveness) * heat + lever.responsiveness * (max(0.0, -opinion) + fear)
    capture = assume.lobbying * (own.platform + 0.5 * own.state) * city.share_adopted
    capture *= city.lock_in * (1.0 - lever.oversight)
    drift = 0.01 * assume.concession * (voice - order) - 0.01 * capture

    new = dict(vars(lever))
    for name in DRIFTS_UP:
        new[name] = clip(new[name] + drift, 0.02, 0.95)
    for name in DRIFTS_DOWN:
        new[name] = clip(new[name] - drift, 0.0, 0.95)
    new.update({f"own_{owner}": share for owner, share in move_data(city, drift, capture, order).items()})
    if new["purpose_limit"] < 0.1 and new["responsiveness"] < 0.3:
        new["consent"] = "mandatory"
    elif new["purpose_limit"] > 0.5 and new["consent"] == "mandatory":
        new["consent"] = "opt_in"
    perhaps_overthrow(city, new)
    city.set_levers(new)


def move_data(city: PlainCity, drift: float, capture: float, order: float) -> dict[str, float]:
    own = dict(vars(city.own))
    givers = ("platform", "state") if drift > 0 else ("residents", "commons")
    held = sum(own[giver] for giver in givers)
    moved = min(abs(drift), held)
    if moved == 0:
        return own
    for giver in givers:
        own[giver] -= moved * own[giver] / held
    if drift > 0:
        own["commons"] += moved
    else:
        by_order = city.assume.concession * max(0.0, order)
        own["platform"] += moved * capture / (capture + by_order)
        own["state"] += moved * by_order / (capture + by_order)
    return own


def perhaps_overthrow(city: PlainCity, new: dict[str, object]) -> None:
    lever = city.lever
    strained = city.pressure > city.assume.overthrow * (0.5 + lever.enforcement)
    if (
        not (strained and lever.responsiveness < 0.5)
        or city.week - city.last_overthrow < WEEKS
        or city.city_draw(draws.OVERTHROW) >= 0.05
    ):
        return
    city.last_overthrow = city.week
    if city.city_draw(draws.SETTLEMENT) < city.assume.settlement:
        city.log.append((city.week, "reform"))
        new["responsiveness"] = max(0.75, new["responsiveness"])
        new["participation"] = max(0.3, new["participation"])
        new["censorship"] *= 0.3
        new["surveillance"] *= 0.5
        new["enforcement"] *= 0.7
    else:
        city.log.append((city.week, "restoration"))
        new["enforcement"] = min(0.95, new["enforcement"] + 0.15)
        new["censorship"] = min(0.95, new["censorship"] + 0.15)
        new["surveillance"] = min(0.95, new["surveillance"] + 0.1)
        new["responsiveness"] = max(0.02, 0.5 * new["responsiveness"])
