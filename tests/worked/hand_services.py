"""How residents come to services, are served and harmed in a week, calculated by hand from the equations."""

from __future__ import annotations

from math import exp, log

from tests.worked.hand_week import Section, Week, chance, clip, mean


def adoption(w: Week) -> Section:
    p, own = w.p, w.own
    digital = w.c.installed_digital + 0.02 * (p.digital_only - w.c.installed_digital)
    z = clip(0.2 + 0.5 * p.oversight + 0.6 * p.participation)
    rotten = p.neglect * (1 - z)
    misuse = own.residents * (p.misuse_residents + rotten) + own.commons * (p.misuse_commons + rotten)
    misuse += (
        own.municipality * p.misuse_municipality
        + own.platform * p.misuse_platform
        + own.state * p.misuse_state
    )
    misuse *= 1 - p.purpose_limit / 2
    hide = 0  # noise, if any, is added at the centre
    shield = 1 if p.epsilon == "none" else p.epsilon / (1 + p.epsilon)
    published = p.open_leak * p.openness * (1 - p.oversight) * shield
    exposure = min(1, misuse * (1 - hide) + published + w.c.breach_memory)
    connected = [
        int(w.r.access_draw[i] < p.connectivity * (1 - 0.8 * p.divide * w.r.hardship[i])) for i in w.R
    ]
    rate, adopted, joined, shares = [], [], [], []
    for i in w.R:
        if w.r.adopted[i]:
            rate.append(p.abandon * w.r.concern[i] * exposure * (1 - digital))
            leaves = w.u.ADOPT[i] < chance(rate[i])
            adopted.append(int(not leaves))
        else:
            x = w.r.adopted_ties[i] / w.n[i] if w.n[i] else 0
            rate.append((p.innovation_p + p.imitation_q * x * (1 + p.push * digital)) * connected[i])
            adopted.append(int(w.u.ADOPT[i] < chance(rate[i])))
        joined.append(int(adopted[i] > w.r.adopted[i]))
        shares.append(w.r.shares[i] * adopted[i])
    city = {
        "installed_digital": digital,
        "stewardship": z,
        "misuse": misuse,
        "hide": hide,
        "exposure": exposure,
        "adoption": mean(adopted),
    }
    return w.keep(
        resident={
            "connected": connected,
            "rate": rate,
            "adopted": adopted,
            "joined": joined,
            "shares": shares,
        },
        city=city,
    )


def consent(w: Week) -> Section:
    p, willing, shares = w.p, [], []
    default = int(p.consent == "opt_out")
    for i in w.R:
        pull = log(p.willingness / (1 - p.willingness)) + p.benefit_pull * (w.r.expectation[i] - 0.55)
        pull += p.trust_pull * (2 * w.r.trust[i] - 1) - p.concern_push * (w.r.concern[i] * w.c.exposure - 0.1)
        willing.append(1 / (1 + exp(-pull)))
        share = default if w.r.joined[i] else w.r.shares[i]
        if w.r.adopted[i] and w.u.ATTEND[i] < p.attention:
            share = default if w.r.inertia_draw[i] < p.inertia else int(w.u.CHOOSE[i] < willing[i])
        shares.append(0 if w.r.harm_weeks[i] else share)
    return w.keep(resident={"pi": willing, "shares": shares}, city={"share_rate": mean(shares)})


def reach_of_services(w: Week, i: int) -> float:
    """Return how far somebody comes for services unless data find them."""
    p = w.p
    adopted_ties = w.r.adopted_ties[i] / w.n[i] if w.n[i] else 0
    reach = p.takeup * (0.6 + 0.4 * w.r.tie_worth[i]) * (1 + p.outreach * (p.places - 0.3))
    reach *= 1 - p.gate * w.aim.cost
    return clip(reach * (1 if w.r.adopted[i] else 1 - w.c.installed_digital * (1 - 0.75 * adopted_ties)))


def service(w: Week) -> Section:
    p = w.p
    misfit = p.misfit * (0.3 + 0.7 * p.automation) * (1 - 0.6 * p.participation) * (1 - p.oversight / 2)
    left = 1 - p.outage_depth * (0.4 + 0.6 * p.automation)
    given = [w.d.district_spend[d] * (left if w.d.outage_weeks[d] > 0 else 1) for d in w.D]
    takeup, satisfaction, untaken = [], [], []
    for i in w.R:
        d, k, need = w.r.district[i], w.r.recognition[i], w.r.need[i]
        takeup.append(1 - (1 - reach_of_services(w, i)) * (1 - k))
        mine = given[d] * max(0.3, 1 + w.aim.wellbeing * k * (need / w.d.estimate[d] - 1))
        estimate = w.d.estimate[d] + k * (need - w.d.estimate[d])
        enough = 1 - exp(-w.c.productivity * mine / need)
        satisfaction.append(clip((0.5 + takeup[i] / 2) * enough - misfit * abs(need - estimate)))
        untaken.append((1 - takeup[i]) / 2 * given[d])
    return w.keep(
        resident={"takeup": takeup, "satisfaction": satisfaction},
        city={
            "misfit_each": misfit,
            "outage_left": left,
            "mean_takeup": mean(takeup),
            "returned_money": p.returned * mean(untaken),
        },
    )


def hazard_of_harm(w: Week, i: int) -> float:
    """Return harms a year: by use of the record, and by decisions of machines without appeal."""
    p, c, h = w.p, w.c, w.r.hardship[i]
    by_use = p.misuse_harm * w.r.record[i] * c.misuse * (1 - c.hide) * (1 + p.stigma * (h - 0.5))
    by_machine = p.wrong_decision * p.automation * (1 - p.oversight) * (1 - c.ai_quality) * (0.5 + h)
    return max(0, by_use + by_machine * (1 if w.r.adopted[i] else c.installed_digital))


def harm(w: Week) -> Section:
    weeks = []
    length = 26 + int(26 * (1 - w.p.oversight) + 0.5)
    for i in w.R:
        left = max(0, w.r.harm_weeks[i] - 1)
        by_leak = w.u.LEAK[i] < min(1, w.c.leak_chance * w.r.record[i])
        if not left and (by_leak or w.u.HARM[i] < chance(hazard_of_harm(w, i))):
            left = length
        weeks.append(left)
    return w.keep(
        resident={"harm_weeks": weeks},
        district={"district_harmed": [mean(weeks[i] > 0 for i in w.of[d]) for d in w.D]},
        city={"harmed_share": mean(left > 0 for left in weeks), "leak_chance": 0.0},
    )
