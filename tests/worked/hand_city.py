"""What the city does in a week, calculated by hand with the numbers of the equations."""

from __future__ import annotations

from math import exp, factorial, log, sqrt

from tests.worked.hand_week import Section, Week, chance, clip, mean, normal


def needs(w: Week) -> Section:
    shock = [0.95 * w.d.shock[d] + 0.03 * (2 * w.ud.SHOCK[d] - 1) for d in w.D]
    raw = [
        0.25 + 0.5 * w.r.hardship[i] + 0.2 * (w.r.need_draw[i] - 0.5) + shock[w.r.district[i]] for i in w.R
    ]
    return w.keep(district={"shock": shock}, resident={"need": [clip(x, 0.05, 1.25) for x in raw]})


def usable_data(w: Week) -> float:
    p, own, z = w.p, w.own, w.c.stewardship
    usable = (0.4 + 0.6 * z) * (own.residents * p.use_residents + own.commons * p.use_commons)
    usable += own.municipality * p.use_municipality + own.platform * p.use_platform + own.state * p.use_state
    return usable * (1 - p.compliance * p.purpose_limit / 2)


def observed_needs(w: Week, weight: list[float]) -> list[float]:
    """Return every district's mean need as observed: the own bias counts as far as its residents do."""
    true = [mean(w.r.need[i] for i in w.of[d]) for d in w.D]
    seen = [sum(weight[i] for i in w.of[d]) for d in w.D]
    bias = [sum(weight[i] * w.r.need[i] for i in w.of[d]) / seen[d] - true[d] if seen[d] else 0 for d in w.D]
    pooled = sum(seen[d] * bias[d] for d in w.D) / sum(seen) if sum(seen) else 0
    trusted = [min(1, sqrt(len(w.of[d]) / w.p.cell)) for d in w.D]
    return [true[d] + pooled + (bias[d] - pooled) * trusted[d] if seen[d] else w.d.census[d] for d in w.D]


def data(w: Week) -> Section:
    p, usable = w.p, usable_data(w)
    clarity = 1 if p.epsilon == "none" else p.epsilon / (p.epsilon + 0.5)
    weight = [1 if w.r.shares[i] else p.surveillance * p.sensor_reach for i in w.R]
    found = observed_needs(w, weight)
    out: dict[str, list[float]] = {name: [] for name in ("coverage", "mean_need", "n", "v", "estimate")}
    for d in w.D:
        out["coverage"].append(mean(weight[i] for i in w.of[d]))
        out["mean_need"].append(mean(w.r.need[i] for i in w.of[d]))
        out["n"].append(out["coverage"][d] * usable * p.cell)
        private = 0 if p.epsilon == "none" else 2 / (p.epsilon * max(out["n"][d], 1)) ** 2
        out["v"].append(p.measure_noise**2 / max(out["n"][d], 0.5) + private)
        noisy = found[d] + sqrt(out["v"][d]) * normal(w.ud.ESTIMATE_A[d], w.ud.ESTIMATE_B[d])
        a = 1 / (out["v"][d] + 0.012 / max(out["coverage"][d] * p.cell, 0.1))
        b = 1 / 0.05**2
        out["estimate"].append(clip((a * noisy + b * w.d.census[d]) / (a + b), 0.05, 1.25))
    stock = w.c.data_stock + (usable * clarity * w.c.share_rate - w.c.data_stock / 2) / 52
    quality = 1 - (p.learn_floor + (1 - p.learn_floor) * (1 + stock / p.learn_scale) ** -p.learn_beta)
    rest = 1 - p.purpose_limit / 2
    record = [w.r.record[i] + 0.02 * (weight[i] * rest - w.r.record[i]) for i in w.R]
    recognition = [p.recognise * usable * clarity * quality * weight[i] for i in w.R]
    return w.keep(
        resident={"record": record, "recognition": recognition},
        district=out,
        city={"usable": usable, "clarity": clarity, "data_stock": stock, "ai_quality": quality},
    )


def innovation(w: Week) -> Section:
    p, m = w.p, w.c.innovation
    civic = p.openness * w.c.adoption * (0.5 + w.c.mean_agency)
    private = (
        (w.own.platform + 0.3 * w.own.state) * (0.3 + w.c.adoption) * (1 - p.compliance * p.purpose_limit)
    )
    rate = p.ideas * (civic + private) * (0.5 + w.c.crossing) * m**p.catalyst / (1 + m / 200)
    rate *= exp(-p.difficulty * max(0, w.t / 52))
    ideas, below = 0, exp(-rate / 52)
    while below <= w.uc.IDEAS:
        ideas += 1
        below += exp(-rate / 52) * (rate / 52) ** ideas / factorial(ideas)
    stock = m * (1 - p.obsolescence / 52) + ideas
    slow = 1 - p.delay * (p.participation + p.oversight / 4) * (1 - p.automation / 2)
    grown = p.gain * w.c.ai_quality * (0.4 + 0.6 * p.automation) * log(1 + stock) / log(101)
    return w.keep(
        city={
            "civic": civic,
            "private": private,
            "idea_rate": rate,
            "ideas": ideas,
            "innovation": stock,
            "productivity": (1 + p.realisation * grown) * slow,
            "promised_productivity": (1 + grown) * slow,
        }
    )


def holder_hit(w: Week) -> str:
    """Return the first owner whose cumulated share exceeds the draw."""
    owners = list(vars(w.own))
    return next(
        o for n, o in enumerate(owners) if sum(getattr(w.own, x) for x in owners[: n + 1]) > w.uc.HOLDER
    )


def leak(w: Week) -> tuple[float, float]:
    """Return what one holder's leak adds to memory, and the city's chance of harm by it."""
    p, owner = w.p, holder_hit(w)
    size = {"residents": 0.1, "commons": 0.5}.get(owner, 1)
    out = getattr(w.own, owner) * size * (1 - p.oversight / 2)
    return 4 * p.breach_trust * w.c.share_rate * out, p.breach_harm * out * (1 - w.c.hide)


def cut_off(w: Week, offspring: float) -> list[int]:
    """Return the districts that an outage hits; there are but two, next to each other."""
    size, below = 1, exp(-offspring)
    while below <= w.uc.CASCADE and size < 16:
        size += 1
        below += exp(-offspring * size) * (offspring * size) ** (size - 1) / factorial(size)
    origin = int(w.uc.ORIGIN * len(w.D))
    return [origin, 1 - origin][: max(1, int(size * len(w.D) / 16 + 0.5))]


def complexity(w: Week) -> Section:
    p, own = w.p, w.own
    owners = 1 / sum(share**2 for share in vars(own).values())
    x = 0.1 * w.c.innovation * (0.3 + p.automation) * (0.7 + p.federation * (owners / 5 + p.openness))
    x *= w.c.adoption / (0.6 + 0.8 * p.oversight)
    outage = [max(0, weeks - 1) for weeks in w.d.outage_weeks]
    memory, incident, harm = w.c.breach_memory, 0, 0.0
    offspring = p.coupling * (0.3 + 0.7 * p.automation) * (1 - p.oversight / 2)
    likely = chance(p.incident_rate * x / (1 + x / 4) * (1 - p.automation * w.c.ai_quality / 2))
    if likely > w.uc.INCIDENT:
        incident = 1 if w.uc.INCIDENT_KIND < 0.5 else 2
    if incident == 1:
        addition, harm = leak(w)
        memory = clip(memory + addition)
    if incident == 2:
        hit = cut_off(w, offspring)
        outage = [8 if d in hit else outage[d] for d in w.D]
    memory *= 2 ** (-1 / p.breach_halflife)
    return w.keep(
        district={"outage_weeks": outage},
        city={
            "complexity": x,
            "incident_chance": likely,
            "offspring": offspring,
            "incident": incident,
            "breach_memory": memory,
            "leak_chance": harm,
        },
    )


def budget(w: Week) -> Section:
    p, own, c = w.p, w.own, w.c
    level = clip(
        c.lock_in_level + 0.02 * (own.platform * c.adoption * p.lock_in - p.openness * c.lock_in_level / 2)
    )
    income = 1 + p.rent * c.share_rate * own.municipality + c.returned_money
    fixed = 0.05 * p.oversight + 0.07 * p.surveillance + 0.10 * p.enforcement + 0.10 * p.places
    fixed += 0.04 * p.continuity + 0.05 * p.participation + 0.06 * p.connectivity + 0.04 * p.responsiveness
    running = fixed + 0.3 * (1 - exp(-p.upkeep * c.complexity / 0.3)) + p.concession_cost * c.success
    closed = p.digital_saving * c.installed_digital * c.adoption
    by_machines = p.automation_saving * p.automation * c.ai_quality
    overheads = max(0, running * (1 - p.thrift * w.aim.cost) - closed - by_machines)
    fee = 0.2 * level * own.platform
    saved = w.aim.cost / 4 * max(0, income - overheads - fee)
    spend = max(0.1, income - overheads - fee - saved)
    return w.keep(
        city={
            "lock_in_level": level,
            "income": income,
            "overheads": overheads,
            "fee": fee,
            "saved": saved,
            "spend": spend,
            "deficit": max(0, spend + saved + fee + overheads - income),
        }
    )


def allocation(w: Week) -> Section:
    p, rows = w.p, w.usual
    unhappy = [(1 - w.r.wellbeing[i]) * (1 - w.r.trust[i]) > 0.3 for i in w.R]
    felt = [mean(w.r.active[i] + 0.1 * unhappy[i] for i in w.of[d]) for d in w.D]
    heat = [w.d.heat[d] + 0.1 * (felt[d] - w.d.heat[d]) for d in w.D]
    likely = [0.08 * (0.3 + w.c.adoption) * (1.2 - w.r.hardship[i]) * (0.3 + w.r.agency[i]) for i in w.R]
    part = [int(w.u.TAKE_PART[i] < likely[i]) for i in w.R]
    turnout = [w.r.turnout[i] + (part[i] - w.r.turnout[i]) / 26 for i in w.R]
    voters = [0.98 * w.d.voters[d] + 0.02 * sum(part[i] for i in w.of[d]) for d in w.D]
    voted = [0.98 * w.d.voted_need[d] + 0.02 * sum(part[i] * w.r.need[i] for i in w.of[d]) for d in w.D]
    need = sum(rows[d] * w.d.estimate[d] for d in w.D)
    warm = sum(rows[d] * heat[d] for d in w.D)
    omega = [
        w.aim.wellbeing * w.d.estimate[d] / need + w.aim.cost + w.aim.order * (0.8 + 0.2 * heat[d] / warm)
        for d in w.D
    ]
    best = [omega[d] * rows[d] / sum(omega[k] * rows[k] for k in w.D) for d in w.D]
    usual = sum(voters) / len(w.R)
    votes = [
        rows[d] * voted[d] / voters[d] * max(0.05, voters[d] / len(w.of[d]) / usual) ** p.capture for d in w.D
    ]
    mixed = [(1 - p.participation) * best[d] + p.participation * votes[d] / sum(votes) for d in w.D]
    floored = [max(mixed[d], 0.4 * rows[d]) for d in w.D]
    spend = [w.c.spend * floored[d] / sum(floored) / rows[d] for d in w.D]
    return w.keep(
        resident={"vote_chance": likely, "turnout": turnout},
        district={
            "heat": heat,
            "voters": voters,
            "voted_need": voted,
            "omega": omega,
            "district_spend": spend,
        },
    )


def security(w: Week) -> Section:
    p, own, c = w.p, w.own, w.c
    force = c.installed_enforcement + 0.02 * (p.enforcement - c.installed_enforcement)
    cameras = c.installed_cameras + 0.02 * (p.surveillance - c.installed_cameras)
    total = w.p.officers_per_head * len(w.R) * (0.25 + 1.5 * force)
    follow, shown = p.surveillance * (1 - p.purpose_limit), sum(w.d.recorded)
    officers = [total * ((1 - follow) * w.usual[d] + follow * w.d.recorded[d] / shown) for d in w.D]
    rel = [officers[d] / len(w.of[d]) / w.p.officers_per_head for d in w.D]
    mediated = [
        1 - (1 - (w.digital[i] / w.n[i] if w.n[i] else 0)) * (1 - p.automation * c.adoption / 2) for i in w.R
    ]
    gaze = (
        p.surveillance * (0.35 + 0.65 * (1 - p.purpose_limit)) * (0.5 + 0.5 * (own.state + own.platform / 2))
    )
    used = [w.r.accustomed[i] + 0.01 * ((w.r.watched[i] > 0.3) - w.r.accustomed[i]) for i in w.R]
    watched, near = [], []
    for i in w.R:
        held = w.r.detained_ties[i] / w.n[i] if w.n[i] else 0
        aim = clip(gaze * (0.6 + 0.8 * mediated[i]) + held + p.stops * max(0, rel[w.r.district[i]] - 0.85))
        watched.append(w.r.watched[i] + 0.05 * (aim - w.r.watched[i]))
        near.append(1 - exp(-(w.n[i] - w.digital[i] + p.digital_worth * w.digital[i]) / 4))
    cohesion = [mean(near[i] for i in w.of[d]) for d in w.D]
    hardship = [mean(w.r.hardship[i] for i in w.of[d]) for d in w.D]
    stopped = p.cctv_effect * cameras * (1 - p.purpose_limit / 2) + p.predictive_effect * follow
    crime = [
        clip(
            hardship[d]
            * (1.3 - 0.6 * cohesion[d])
            * max(0.3, 1 - p.patrol_effect * (rel[d] - 0.85))
            * (1 - stopped)
        )
        for d in w.D
    ]
    disorder = [clip(crime[d] + p.disruption * mean(w.r.active[i] for i in w.of[d])) for d in w.D]
    everywhere = sum(w.usual[d] * disorder[d] for d in w.D)
    unsafe = [(disorder[d] / 2 + everywhere / 2) / c.reference for d in w.D]
    return w.keep(
        resident={"mediated": mediated, "accustomed": used, "watched": watched, "tie_worth": near},
        district={
            "officers": officers,
            "rel": rel,
            "cohesion": cohesion,
            "crime": crime,
            "disorder": disorder,
            "unsafe": unsafe,
        },
        city={"installed_enforcement": force, "installed_cameras": cameras, "mean_disorder": everywhere},
    )


def politics(w: Week) -> Section:
    p, c, own = w.p, w.c, w.own
    pressure = 0.9 * c.pressure + 0.1 * c.active_share
    heat = min(1, 20 * pressure)
    fear = p.security_demand * clip(2 * (sum(w.usual[d] * w.d.unsafe[d] for d in w.D) - 1))
    voice = p.responsiveness * (heat + max(0, c.mean_opinion))
    order = (1 - p.responsiveness) * heat + p.responsiveness * (max(0, -c.mean_opinion) + fear)
    capture = p.lobbying * (own.platform + own.state / 2) * c.adoption * c.lock_in_level * (1 - p.oversight)
    drifts = (0.01 * p.concession * voice, 0.01 * p.concession * order, 0.01 * capture)
    delta = drifts[0] - drifts[1] - drifts[2]
    endangered = p.responsiveness < 0.5 and pressure > p.overthrow * (0.5 + p.enforcement)
    falls = endangered and c.quiet_weeks + 1 >= 52 and w.uc.OVERTHROW < 0.05
    outcome = (1 if p.settlement > w.uc.SETTLEMENT else 2) if falls else 0
    return w.keep(
        city={
            "pressure": pressure,
            "street_heat": heat,
            "fear": fear,
            "voice": voice,
            "order": order,
            "capture_force": capture,
            "delta": delta,
            "overthrown": outcome,
        }
    )
