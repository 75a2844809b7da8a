"""Politics of the reference model: the constitution may drift, or be overthrown (5.19)."""

from __future__ import annotations

from typing import Any

from sim.engine import draws
from sim.reference.kinds import PlainCity
from sim.reference.numbers import WEEKS, clip

DRIFTS_UP = ("participation", "openness", "oversight", "responsiveness", "purpose_limit")
DRIFTS_DOWN = ("surveillance", "enforcement", "censorship")
HIGHEST = 0.95


# 5.19
def govern(city: PlainCity) -> None:
    """Voice, order and capture pull at the levers; they change from next week on."""
    assume = city.assume
    city.pressure = 0.9 * city.pressure + 0.1 * city.share_active
    voice, order = voice_and_order(city)
    capture = capture_of(city)
    drift = 0.01 * assume.concession * (voice - order) - 0.01 * capture
    new = drifted(vars(city.lever), drift)
    new |= {f"own_{owner}": share for owner, share in move_data(city, drift, capture, order).items()}
    new["consent"] = consent_under(new)
    if overthrow_is_due(city):
        overthrow(city, new)
    city.set_levers(new)


def voice_and_order(city: PlainCity) -> tuple[float, float]:
    """Return how strongly the street, opinion and fear pull toward voice and toward order."""
    lever, opinion = city.lever, city.mean("opinion")
    heat = min(1.0, 20.0 * city.pressure)
    fear = city.assume.security_demand * clip(2.0 * (city.district_mean("unsafe") - 1.0))
    voice = lever.responsiveness * (heat + max(0.0, opinion))
    order = (1.0 - lever.responsiveness) * heat + lever.responsiveness * (max(0.0, -opinion) + fear)
    return voice, order


def capture_of(city: PlainCity) -> float:
    """Return how strongly large holders pull."""
    holders = city.own.platform + 0.5 * city.own.state
    pull = city.assume.lobbying * holders * city.share_adopted * city.lock_in
    return float(pull * (1.0 - city.lever.oversight))


def drifted(levers: dict[str, Any], drift: float) -> dict[str, Any]:
    """Return ``levers`` after the drift of a week."""
    new = dict(levers)
    for name in DRIFTS_UP:
        new[name] = clip(new[name] + drift, 0.02, HIGHEST)
    for name in DRIFTS_DOWN:
        new[name] = clip(new[name] - drift, 0.0, HIGHEST)
    return new


def move_data(city: PlainCity, drift: float, capture: float, order: float) -> dict[str, float]:
    """Return the owners' shares after the drift: to the commons, or to the platform and the state."""
    own: dict[str, float] = dict(vars(city.own))
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


def consent_under(levers: dict[str, Any]) -> str:
    """Return the rule of consent that the drifted ``levers`` lead to."""
    if levers["purpose_limit"] < 0.1 and levers["responsiveness"] < 0.3:
        return "mandatory"
    if levers["purpose_limit"] > 0.5 and levers["consent"] == "mandatory":
        return "opt_in"
    return str(levers["consent"])


def overthrow_is_due(city: PlainCity) -> bool:
    """Whether a strained city that does not respond falls this week; at most once a year."""
    lever = city.lever
    strained = city.pressure > city.assume.overthrow * (0.5 + lever.enforcement)
    return bool(
        strained
        and lever.responsiveness < 0.5
        and city.week - city.last_overthrow >= WEEKS
        and city.city_draw(draws.OVERTHROW) < 0.05
    )


def overthrow(city: PlainCity, new: dict[str, Any]) -> None:
    """Change the ``new`` levers to those of a reform, or of a restoration."""
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
        new["enforcement"] = min(HIGHEST, new["enforcement"] + 0.15)
        new["censorship"] = min(HIGHEST, new["censorship"] + 0.15)
        new["surveillance"] = min(HIGHEST, new["surveillance"] + 0.1)
        new["responsiveness"] = max(0.02, 0.5 * new["responsiveness"])
