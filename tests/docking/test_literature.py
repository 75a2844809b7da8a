"""Published results that our mechanisms must reproduce where they are the same model: residents.

Every test calls the mechanism's own function. `docs/docking.md` lists all reference results, D01 to D44, with
their tests or the reason why a mechanism has no such limit.
"""

from __future__ import annotations

import math
from statistics import NormalDist
from typing import Any

import numpy as np
import pytest

from sim.engine.compile import kernel
from sim.mechanisms import adoption, consent, expression, mobilisation, opinion, perception
from sim.scenario.choice_codes import OPT_IN, OPT_OUT
from tests.docking.limits import KEY, columns_of, of

# Adoption


def bass_curve(p: float, q: float, years: float, steps: int = 20_000) -> np.ndarray:
    """Return F at every step of dF/dt = hazard(F)(1 - F) from 0, by Runge and Kutta's method."""

    def slope(share: float) -> float:
        return adoption.hazard(p, q, share, 0.0) * (1.0 - share)

    dt = years / steps
    shares = [0.0]
    for _ in range(steps):
        share = shares[-1]
        a = slope(share)
        b = slope(share + 0.5 * dt * a)
        c = slope(share + 0.5 * dt * b)
        d = slope(share + dt * c)
        shares.append(share + dt / 6.0 * (a + 2.0 * b + 2.0 * c + d))
    return np.array(shares)


def test_d01_imitation_gives_bass() -> None:
    shares = bass_curve(0.03, 0.38, 10.0)
    years = np.linspace(0.0, 10.0, len(shares))
    peak = int(np.argmax(np.diff(shares)))
    assert years[peak] == pytest.approx(6.1926, abs=1e-3)
    assert np.interp(6.1926, years, shares) == pytest.approx(0.46053, abs=1e-4)
    assert np.interp(5.0, years, shares) == pytest.approx(0.33120, abs=1e-4)
    assert shares[-1] == pytest.approx(0.81280, abs=1e-4)


def test_d01_well_mixed_residents_follow_bass() -> None:
    c = columns_of(20_000)
    p = of(adoption.MECHANISM, connectivity=1.0, divide=0.0, abandon=0.0, push=0.0)
    view = adoption.MECHANISM.view(c)
    c["adopted"][:] = 0
    c["tie_count"][:] = 12
    rng = np.random.default_rng(1)
    lived = []
    for week in range(520):
        c["adopted_ties"][:] = rng.binomial(12, c["adopted"].mean(), c["adopted"].size)
        adoption.weekly(view, p, KEY, week)
        lived.append(c["adoption"][0])
    expected = bass_curve(0.03, 0.38, 10.0, 520)[1:]
    assert np.abs(np.array(lived) - expected).max() < 0.012


def test_d43_adopting_and_leaving_balance_as_in_sisa() -> None:
    a, contagion, leave = 0.04, 0.08, 0.2
    low, high = 0.0, 1.0
    for _ in range(60):
        share = 0.5 * (low + high)
        gain = adoption.hazard(a, contagion, share, 0.0) * (1.0 - share) - leave * share
        low, high = (share, high) if gain > 0 else (low, share)
    assert share == pytest.approx(0.22468, abs=1e-4)


# Thresholds


def riot(thresholds: np.ndarray) -> float:
    """Return the share acting in the end, where one acts if the share acting reaches one's threshold.

    Grievance is 1 and the share acting is what one feels, so 1 + share is compared to 1 + threshold.
    Half a person is taken off the thresholds, since ours is a strict comparison.
    """
    size = len(thresholds)
    acting, before = 0.0, -1.0
    while acting != before:
        before = acting
        acting = float(
            np.mean(
                [mobilisation.wants_to_act(1.0, before, 0.0, 0.0, 1.0 + t - 0.5 / size) for t in thresholds]
            )
        )
    return acting


def test_d02_granovetters_riot_hangs_on_one_person() -> None:
    thresholds = np.arange(100) / 100
    assert riot(thresholds) == 1.0
    thresholds[1] = 0.02
    assert riot(thresholds) == 0.01


@pytest.mark.parametrize(("spread", "low", "high"), [(12.21, 0.05, 0.065), (12.23, 0.97, 1.0)])
def test_d03_normal_thresholds_jump(spread: float, low: float, high: float) -> None:
    people = 10_000
    ranks = (np.arange(people) + 0.5) / people
    normal = NormalDist(0.25, spread / 100)
    assert low < riot(np.array([normal.inv_cdf(rank) for rank in ranks])) <= high


# Consent


def test_d04_without_pulls_willingness_is_the_probability() -> None:
    p = of(consent.MECHANISM, willingness=0.70, benefit_pull=0.0, trust_pull=0.0, concern_push=0.0)
    assert consent.share_probability(0.9, 0.1, 1.0, 1.0, p) == pytest.approx(0.70, abs=1e-9)


@pytest.mark.parametrize(("default", "expected"), [(OPT_IN, 0.42), (OPT_OUT, 0.82)])
def test_d04_defaults_hold_the_inert(default: float, expected: float) -> None:
    c = columns_of(50_000)
    c["adopted"][:] = 1
    c["joined"][:] = 0
    c["harm_weeks"][:] = 0
    p = of(
        consent.MECHANISM,
        consent=default,
        inertia=0.40,
        willingness=0.70,
        benefit_pull=0.0,
        trust_pull=0.0,
        concern_push=0.0,
        attention=1.0,
    )
    consent.weekly(consent.MECHANISM.view(c), p, KEY, 0)
    assert c["share_rate"][0] == pytest.approx(expected, abs=4 * math.sqrt(0.25 / 50_000))


# Opinion and expression


@pytest.mark.parametrize(("bound", "majors"), [(0.3, 1), (0.2, 2)])
def test_d20_deffuant(bound: float, majors: int) -> None:
    rng = np.random.default_rng(4)
    opinions = rng.uniform(-1.0, 1.0, 1000)  # twice as wide as in the paper, and so is the bound
    mean = opinions.mean()
    for i, j in rng.integers(0, 1000, (400_000, 2)).tolist():
        gap = opinions[j] - opinions[i]
        if abs(gap) < 2.0 * bound:
            opinions[i], opinions[j] = (
                opinion.step(opinions[i], gap, 0.0, 0.5, 0.0),
                opinion.step(opinions[j], -gap, 0.0, 0.5, 0.0),
            )
    assert opinions.mean() == pytest.approx(mean, abs=1e-12)
    ordered = np.sort(opinions)
    clusters = np.split(ordered, np.flatnonzero(np.diff(ordered) > 0.05) + 1)
    assert sum(len(cluster) >= 50 for cluster in clusters) == majors


def test_d21_hegselmann_and_krause_by_hand() -> None:
    c = columns_of(200)
    heard = [0.0, 0.2, 0.45]
    c["opinion"][:3] = heard
    c["speaks"][:] = 1
    c["ties"][:3] = 0xFFFFFFFF
    c["ties"][:3, :2] = [[1, 2], [0, 2], [0, 1]]
    c["tie_count"][:3] = 2
    c["outage_weeks"][:] = 0
    perception.weekly(
        perception.MECHANISM.view(c), of(perception.MECHANISM, bound=0.2501), KEY, 0
    )  # ours: strictly within
    gaps = c["opinion_gap"][:3].astype(float)
    near = [1, 2, 1]  # they count themselves, we do not: k others weigh k/(k + 1)
    moved = [opinion.step(x, gap, x, k / (k + 1), 0.0) for x, gap, k in zip(heard, gaps, near, strict=True)]
    assert moved == pytest.approx([0.1, 0.21666667, 0.325], abs=1e-7)


def test_d22_fear_silences_only_with_distrust() -> None:
    p = of(expression.MECHANISM, censorship=0.0, spiral=0.0)
    chance = expression.speak_probability
    assert chance(0.5, 1.0, 0.2, 0.3, p) < chance(0.5, 0.2, 0.2, 0.3, p)
    assert chance(0.5, 1.0, 1.0, 0.3, p) == chance(0.5, 0.0, 1.0, 0.3, p)
    bold = of(expression.MECHANISM, censorship=0.0, spiral=0.0, chilling=0.0)
    assert chance(0.5, 1.0, 0.0, 0.3, bold) == chance(0.5, 0.0, 0.0, 0.3, bold)


# Protest


def epstein_share(legitimacy: float, risk: float) -> float:
    """Return the closed form of the share active at one fixed risk of arrest, threshold .1."""
    g = 1.0 - legitimacy
    if g <= 0.1:
        return 0.0
    if risk == 0.0:
        return 1.0 - 0.1 / g
    if g - 0.1 <= risk:
        return (g - 0.1) ** 2 / (2.0 * g * risk)
    return 1.0 - 0.1 / g - risk / (2.0 * g)


EPSTEIN_SHARES = [
    (0.8, 0.0, 0.5),
    (0.8, 0.05, 0.375),
    (0.8, 0.9, 0.02778),
    (0.82, 0.0, 0.4444),
    (0.5, 0.3, 0.5),
    (0.9, 0.3, 0.0),
]


@kernel
def _count_willing(legitimacy: float, risk: float, hardship: Any, aversion: Any) -> int:
    count = 0
    for h, r in zip(hardship, aversion):  # noqa: B905 - compiled code has no strict zip
        count += mobilisation.wants_to_act(h * (1.0 - legitimacy), 0.0, r * risk, 0.0, 0.1)
    return count


@pytest.mark.parametrize(("legitimacy", "risk", "printed"), EPSTEIN_SHARES)
def test_d24_epsteins_share_active(legitimacy: float, risk: float, printed: float) -> None:
    assert epstein_share(legitimacy, risk) == pytest.approx(printed, abs=5e-5)
    hardship, aversion = np.random.default_rng(6).uniform(size=(2, 2_000_000))
    share = _count_willing(legitimacy, risk, hardship, aversion) / hardship.size
    assert share == pytest.approx(printed, abs=0.0012)


@pytest.mark.parametrize(
    ("rounding", "expected"),
    [(0.0, (0.6834, 0.8997, 0.9683)), (1.0, (0.0, 0.8997, 0.8997)), (2.0, (0.0, 0.8997, 0.9899))],
)
def test_d25_epsteins_risk_of_arrest(rounding: float, expected: tuple[float, ...]) -> None:
    found = [mobilisation.arrest_risk(c, a, 2.3, rounding) for c, a in ((1.0, 2.0), (1.0, 1.0), (3.0, 2.0))]
    assert found == pytest.approx(expected, abs=1e-4)


# Mood


def settled_mood(start: float, coupling: float, push: float) -> float:
    """Return the mood of a city where all feel the same; ``push`` is the field h beside that of moods."""
    p = of(mobilisation.MECHANISM)
    mood = start
    for _ in range(20_000):
        mood = mobilisation.mood_step(mood, coupling, mood, push + p.mood_rest, p)
    return mood


def test_d41_moods_follow_brock_and_durlauf() -> None:
    assert settled_mood(0.1, 1.5, 0.0) == pytest.approx(0.85856, abs=1e-5)
    # of the field's two branches, mirror images, moods have the upper one: they rest at 0, not below
    assert settled_mood(0.9, 1.5, -0.05) == pytest.approx(0.83393, abs=1e-5)
    assert settled_mood(0.9, 1.5, -0.2070) > 0.5
    assert settled_mood(0.9, 1.5, -0.2081) == pytest.approx(0.0, abs=1e-9)
    assert settled_mood(0.1, 1.5, -0.2070) == pytest.approx(0.0, abs=1e-9)
    assert settled_mood(0.9, 0.9, 0.0) == pytest.approx(0.0, abs=1e-6)  # below 1 there is one state
