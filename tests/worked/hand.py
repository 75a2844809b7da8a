"""One week of a city calculated by hand: plain Python with the numbers of the equations, nothing of `sim`.

Every function takes the week so far and adds its section: {"resident" | "district" | "city": {symbol: values}}.
"""

from __future__ import annotations

from math import cos, exp, factorial, log, pi, sqrt, tanh
from types import SimpleNamespace as Names
from typing import Any

Section = dict[str, dict[str, Any]]


def clip(x: float, low: float = 0.0, high: float = 1.0) -> float:
    return max(low, min(high, x))


def chance(rate: float) -> float:
    return 1 - exp(-rate / 52)


def mean(values: Any) -> float:
    values = list(values)
    return sum(values) / len(values)


def normal(u: float, v: float) -> float:
    return sqrt(-2 * log(u)) * cos(2 * pi * v)


class Week:
    """What is known so far: parameters ``p``, residents ``r``, districts ``d``, city ``c``, draws ``u``."""

    def __init__(
        self, p: dict[str, Any], state: Section, draws: Section, ties: list[list[int]], week: int
    ) -> None:
        self.p, self.t, self.ties = Names(**p), week, [list(row) for row in ties]
        self.r, self.d, self.c = (Names(**state[entity]) for entity in ("resident", "district", "city"))
        self.u, self.ud, self.uc = (Names(**draws[entity]) for entity in ("resident", "district", "city"))
        self.R, self.D = range(len(self.r.trust)), range(len(self.d.census))
        self.of = [[i for i in self.R if self.r.district[i] == d] for d in self.D]
        self.n = [sum(j >= 0 for j in row) for row in self.ties]
        self.digital = [sum(j >= 0 for j in row[6:]) for row in self.ties]
        self.usual = [len(people) / len(self.R) for people in self.of]
        owners = {
            o: getattr(self.p, f"own_{o}")
            for o in ("residents", "commons", "municipality", "platform", "state")
        }
        aims = {a: getattr(self.p, f"aim_{a}") for a in ("wellbeing", "cost", "order")}
        self.own = Names(**{o: share / sum(owners.values()) for o, share in owners.items()})
        self.aim = Names(**{a: share / sum(aims.values()) for a, share in aims.items()})

    def keep(self, **sections: dict[str, Any]) -> Section:
        """Remember new values and return them as this mechanism's section."""
        for entity, values in sections.items():
            vars({"resident": self.r, "district": self.d, "city": self.c}[entity]).update(values)
        return sections


def needs(w: Week) -> Section:
    shock = [0.95 * w.d.shock[d] + 0.03 * (2 * w.ud.SHOCK[d] - 1) for d in w.D]
    raw = [
        0.25 + 0.5 * w.r.hardship[i] + 0.2 * (w.r.need_draw[i] - 0.5) + shock[w.r.district[i]] for i in w.R
    ]
    return w.keep(district={"shock": shock}, resident={"need": [clip(x, 0.05, 1.25) for x in raw]})


def perception(w: Week) -> Section:
    seen: dict[str, list[float]] = {name: [] for name in (
        "adopted_ties", "active_ties", "detained_ties", "mood_nearby", "opinion_gap", "agree")}  # fmt: skip
    for i in w.R:
        ties = [j for j in w.ties[i] if j >= 0]
        cut_off = w.d.outage_weeks[w.r.district[i]] > 0
        reached = [j for j in (w.ties[i][:6] if cut_off else w.ties[i]) if j >= 0]
        heard = [j for j in reached if w.r.speaks[j]]
        gaps = [w.r.opinion[j] - w.r.opinion[i] for j in heard]
        near = [gap for gap in gaps if abs(gap) < w.p.bound]
        seen["adopted_ties"].append(sum(w.r.adopted[j] for j in ties))
        seen["active_ties"].append(sum(w.r.active[j] for j in ties))
        seen["detained_ties"].append(sum(w.r.detention[j] > 0 for j in ties))
        seen["mood_nearby"].append(mean(w.r.mood[j] for j in reached) if reached else 0)
        seen["opinion_gap"].append(mean(near) if near else 0)
        seen["agree"].append(mean(w.r.opinion[i] * w.r.opinion[j] > 0 for j in heard) if heard else 0.5)
    return w.keep(resident=seen)


def adoption(w: Week) -> Section:
    p, own = w.p, w.own
    z = clip(0.2 + 0.5 * p.oversight + 0.6 * p.participation)
    rotten = p.neglect * (1 - z)
    misuse = own.residents * (p.misuse_residents + rotten) + own.commons * (p.misuse_commons + rotten)
    misuse += (
        own.municipality * p.misuse_municipality
        + own.platform * p.misuse_platform
        + own.state * p.misuse_state
    )
    misuse = misuse * (1 - p.purpose_limit / 2) + p.open_leak * p.openness * (1 - p.oversight)
    shield = 1 if p.epsilon == "none" else p.epsilon / (1 + p.epsilon)
    exposure = min(1, misuse * (0.4 + 0.6 * shield) + w.c.breach_memory)
    connected = [
        int(w.r.access_draw[i] < p.connectivity * (1 - 0.8 * p.divide * w.r.hardship[i])) for i in w.R
    ]
    rate, adopted, joined, shares = [], [], [], []
    for i in w.R:
        if w.r.adopted[i]:
            rate.append(p.abandon * w.r.concern[i] * exposure)
            leaves = w.u.ADOPT[i] < chance(rate[i])
            adopted.append(int(not leaves))
        else:
            x = w.r.adopted_ties[i] / w.n[i] if w.n[i] else 0
            rate.append((p.innovation_p + p.imitation_q * x) * connected[i])
            adopted.append(int(w.u.ADOPT[i] < chance(rate[i])))
        joined.append(int(adopted[i] > w.r.adopted[i]))
        shares.append(w.r.shares[i] * adopted[i])
    city = {"stewardship": z, "misuse": misuse, "exposure": exposure, "adoption": mean(adopted)}
    return w.keep(resident={"connected": connected, "rate": rate, "adopted": adopted, "joined": joined,
                            "shares": shares}, city=city)  # fmt: skip


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
        shares.append(share)
    return w.keep(resident={"pi": willing, "shares": shares}, city={"share_rate": mean(shares)})


def data(w: Week) -> Section:
    p, own, z = w.p, w.own, w.c.stewardship
    usable = (0.4 + 0.6 * z) * (own.residents * p.use_residents + own.commons * p.use_commons)
    usable += own.municipality * p.use_municipality + own.platform * p.use_platform + own.state * p.use_state
    usable *= 1 - p.compliance * p.purpose_limit / 2
    weight = [1 if w.r.shares[i] else p.surveillance * p.sensor_reach for i in w.R]
    out: dict[str, list[float]] = {name: [] for name in ("coverage", "mean_need", "n", "v", "estimate")}
    for d in w.D:
        observed = sum(weight[i] for i in w.of[d])
        out["coverage"].append(observed / len(w.of[d]))
        out["mean_need"].append(mean(w.r.need[i] for i in w.of[d]))
        out["n"].append(out["coverage"][d] * usable * p.cell)
        private = 0 if p.epsilon == "none" else 2 / (p.epsilon * max(out["n"][d], 1)) ** 2
        out["v"].append(p.measure_noise**2 / max(out["n"][d], 0.5) + private)
        average = sum(weight[i] * w.r.need[i] for i in w.of[d]) / observed if observed else w.d.census[d]
        noisy = average + sqrt(out["v"][d]) * normal(w.ud.ESTIMATE_A[d], w.ud.ESTIMATE_B[d])
        a, b = 1 / (out["v"][d] + 0.012 / max(observed, 0.1)), 1 / 0.05**2
        out["estimate"].append(clip((a * noisy + b * w.d.census[d]) / (a + b), 0.05, 1.25))
    stock = w.c.data_stock + (usable * w.c.share_rate - w.c.data_stock / 2) / 52
    quality = 1 - (p.learn_floor + (1 - p.learn_floor) * (1 + stock / p.learn_scale) ** -p.learn_beta)
    return w.keep(district=out, city={"usable": usable, "data_stock": stock, "ai_quality": quality})


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
    return w.keep(city={"civic": civic, "private": private, "idea_rate": rate, "ideas": ideas, "innovation": stock,
                        "productivity": (1 + p.realisation * grown) * slow,
                        "promised_productivity": (1 + grown) * slow})  # fmt: skip


def complexity(w: Week) -> Section:
    p, own = w.p, w.own
    owners = 1 / sum(share**2 for share in vars(own).values())
    x = 0.1 * w.c.innovation * (0.3 + p.automation) * (0.7 + p.federation * (owners / 5 + p.openness))
    x *= w.c.adoption / (0.6 + 0.8 * p.oversight)
    outage = [max(0, weeks - 1) for weeks in w.d.outage_weeks]
    memory, incident = w.c.breach_memory, 0
    offspring = p.coupling * (0.3 + 0.7 * p.automation) * (1 - p.oversight / 2)
    if chance(p.incident_rate * x) > w.uc.INCIDENT:
        incident = 1 if w.uc.INCIDENT_KIND < 0.5 else 2
    if incident == 1:
        memory = clip(memory + 2 * p.breach_trust * w.c.share_rate * (1 - p.oversight / 2))
    if incident == 2:
        size, below = 1, exp(-offspring)
        while below <= w.uc.CASCADE and size < 16:
            size += 1
            below += exp(-offspring * size) * (offspring * size) ** (size - 1) / factorial(size)
        wanted = max(1, int(size * len(w.D) / 16 + 0.5))
        origin = int(w.uc.ORIGIN * len(w.D))
        hit = [origin, 1 - origin][:wanted]  # there are but two districts, next to each other
        outage = [8 if d in hit else outage[d] for d in w.D]
    memory *= 2 ** (-1 / p.breach_halflife)
    return w.keep(district={"outage_weeks": outage}, city={
        "complexity": x, "incident_chance": chance(p.incident_rate * x), "offspring": offspring,
        "incident": incident, "breach_memory": memory})  # fmt: skip


def budget(w: Week) -> Section:
    p, own, c = w.p, w.own, w.c
    level = clip(
        c.lock_in_level + 0.02 * (own.platform * c.adoption * p.lock_in - p.openness * c.lock_in_level / 2)
    )
    income = 1 + p.rent * c.share_rate * own.municipality
    fixed = 0.05 * p.oversight + 0.07 * p.surveillance + 0.10 * p.enforcement + 0.10 * p.places
    fixed += 0.04 * p.continuity + 0.05 * p.participation
    overheads = fixed + 0.3 * (1 - exp(-p.upkeep * c.complexity / 0.3)) + p.concession_cost * c.success
    fee = 0.2 * level * own.platform
    saved = w.aim.cost / 4 * max(0, income - overheads - fee)
    spend = max(0.1, income - overheads - fee - saved)
    return w.keep(city={"lock_in_level": level, "income": income, "overheads": overheads, "fee": fee, "saved": saved,
                        "spend": spend, "deficit": max(0, spend + saved + fee + overheads - income)})  # fmt: skip


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
    omega = [w.aim.wellbeing * w.d.estimate[d] / need + w.aim.cost + w.aim.order * (0.3 + 0.7 * heat[d] / warm)
             for d in w.D]  # fmt: skip
    best = [omega[d] * rows[d] / sum(omega[k] * rows[k] for k in w.D) for d in w.D]
    usual = sum(voters) / len(w.R)
    votes = [
        rows[d] * voted[d] / voters[d] * max(0.05, voters[d] / len(w.of[d]) / usual) ** p.capture for d in w.D
    ]
    mixed = [(1 - p.participation) * best[d] + p.participation * votes[d] / sum(votes) for d in w.D]
    floored = [max(mixed[d], 0.4 * rows[d]) for d in w.D]
    spend = [w.c.spend * floored[d] / sum(floored) / rows[d] for d in w.D]
    return w.keep(resident={"vote_chance": likely, "turnout": turnout}, district={
        "heat": heat, "voters": voters, "voted_need": voted, "omega": omega, "district_spend": spend})  # fmt: skip


def service(w: Week) -> Section:
    p = w.p
    misfit = p.misfit * (0.3 + 0.7 * p.automation) * (1 - 0.6 * p.participation) * (1 - p.oversight / 2)
    left = 1 - p.outage_depth * (0.4 + 0.6 * p.automation)
    satisfaction = []
    for i in w.R:
        d = w.r.district[i]
        spend = w.d.district_spend[d] * (left if w.d.outage_weeks[d] > 0 else 1)
        served = 1 - exp(-0.62 * w.c.productivity * spend / w.r.need[i])
        satisfaction.append(clip(served - misfit * abs(w.r.need[i] - w.d.estimate[d])))
    return w.keep(resident={"satisfaction": satisfaction}, city={"misfit_each": misfit, "outage_left": left})


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
    watched, near = [], []
    for i in w.R:
        held = w.r.detained_ties[i] / w.n[i] if w.n[i] else 0
        aim = clip(gaze * (0.6 + 0.8 * mediated[i]) + held + p.stops * max(0, rel[w.r.district[i]] - 0.85))
        watched.append(w.r.watched[i] + 0.05 * (aim - w.r.watched[i]))
        near.append(1 - exp(-(w.n[i] - w.digital[i] + p.digital_worth * w.digital[i]) / 4))
    cohesion = [mean(near[i] for i in w.of[d]) for d in w.D]
    hardship = [mean(w.r.hardship[i] for i in w.of[d]) for d in w.D]
    stopped = p.cctv_effect * cameras * (1 - p.purpose_limit / 2) + p.predictive_effect * follow
    crime = [clip(hardship[d] * (1.3 - 0.6 * cohesion[d]) * max(0.3, 1 - p.patrol_effect * (rel[d] - 0.85))
                  * (1 - stopped)) for d in w.D]  # fmt: skip
    disorder = [clip(crime[d] + p.disruption * mean(w.r.active[i] for i in w.of[d])) for d in w.D]
    everywhere = sum(w.usual[d] * disorder[d] for d in w.D)
    unsafe = [(disorder[d] / 2 + everywhere / 2) / c.reference for d in w.D]
    return w.keep(
        resident={"mediated": mediated, "watched": watched, "tie_worth": near},
        district={"officers": officers, "rel": rel, "cohesion": cohesion, "crime": crime, "disorder": disorder,
                  "unsafe": unsafe},
        city={"installed_enforcement": force, "installed_cameras": cameras, "mean_disorder": everywhere},
    )  # fmt: skip


def expression(w: Week) -> Section:
    p, likely, speaks = w.p, [], []
    for i in w.R:
        doubt = 1 - w.r.trust[i]
        inner = 0.5 + 2 * p.spiral * (w.r.agree[i] - 0.5) - 2 * p.chilling * w.r.watched[i] * doubt
        likely.append(1 / (1 + exp(-(inner + w.r.agency[i] - 0.3 - p.censorship * doubt))))
        speaks.append(int(not w.r.detention[i] and w.u.SPEAK[i] < likely[i]))
    return w.keep(resident={"speak_chance": likely, "speaks": speaks})


def mobilisation(w: Week) -> Section:
    p, c = w.p, w.c
    street = mean(w.r.active)
    visible = 1 - 0.7 * p.censorship
    out: dict[str, list[float]] = {name: [] for name in (
        "mood", "grievance", "arrest_risk", "acting", "weariness", "active", "detention")}  # fmt: skip
    sight = [p.vision * w.d.officers[d] / len(w.of[d]) for d in w.D]
    was_active = [mean(w.r.active[i] for i in w.of[d]) for d in w.D]
    for i in w.R:
        d = w.r.district[i]
        left = max(0, w.r.detention[i] - 1)
        near, held = ((x[i] / w.n[i] if w.n[i] else 0) for x in (w.r.active_ties, w.r.detained_ties))
        coupling = 3 * p.crowd * visible * p.connectivity * w.r.connected[i]
        field = coupling * (w.r.mood_nearby[i] / 2 + c.mean_mood / 2) + 3 * (0.7 * near + 0.3 * street) - 0.05
        out["mood"].append(w.r.mood[i] + 0.2 * (tanh(field) - w.r.mood[i]))
        y = min(1, 3 * held)
        lost = w.r.hardship[i] / 2 + clip((0.95 - w.r.wellbeing[i]) / 0.6) / 2
        out["grievance"].append(lost * (1 - w.r.trust[i]) * (1 + 4 * p.backlash * y * (1 - y)))
        around = 1 + p.vision * was_active[d] + visible * w.r.active_ties[i]
        out["arrest_risk"].append(1 - exp(-p.arrest_k * sight[d] / around))
        feel = p.crowd * out["mood"][i] + 4 * p.strategic * min(street, 0.25)
        cost = w.r.risk[i] * out["arrest_risk"][i] * (0.4 + p.enforcement) + w.r.weariness[i]
        wants = not left and out["grievance"][i] * (1 + feel) - cost > p.threshold
        out["acting"].append(int(wants and (w.r.active[i] or w.u.FOLLOW_THROUGH[i] < p.conversion)))
        out["weariness"].append(clip(w.r.weariness[i] + p.fatigue * out["acting"][i] - 0.012))
        out["detention"].append(left)
    crowd = [max(p.vision * mean(out["acting"][i] for i in w.of[d]), 1) for d in w.D]
    caught = [(1 - exp(-sight[d] / crowd[d])) * p.enforcement / 2 for d in w.D]
    arrests = [0 for _ in w.D]
    for i in w.R:
        taken = out["acting"][i] and w.u.ARREST[i] < caught[w.r.district[i]]
        out["active"].append(int(out["acting"][i] and not taken))
        if taken:
            out["detention"][i] = 1 + int(26 * w.u.TERM[i] * p.enforcement)
            arrests[w.r.district[i]] += 1
    success = 0.96 * c.success + 0.04 * min(1, 20 * mean(out["active"])) * p.responsiveness
    recorded = []
    for d in w.D:
        known = p.recorded_share * len(w.of[d]) + (1 - p.recorded_share) * 100 * w.d.officers[d]
        recorded.append(0.98 * w.d.recorded[d] + 0.02 * (arrests[d] + 0.1 * w.d.crime[d] * known))
    acting = [mean(out["acting"][i] for i in w.of[d]) for d in w.D]
    return w.keep(
        resident=out,
        district={"arrest_chance": caught, "district_acting": acting, "recorded": recorded},
        city={"active_share": mean(out["active"]), "acting_share": mean(out["acting"]), "success": success,
              "mean_mood": mean(out["mood"])},
    )  # fmt: skip


def trust(w: Week) -> Section:
    p, own = w.p, w.own
    leak = p.spill * w.c.share_rate * (own.residents + own.platform + own.state)
    lost, target, expectation, level = [], [], [], []
    for i in w.R:
        o, share, sat = w.r.opinion[i], w.r.shares[i], w.r.satisfaction[i]
        held = w.c.exposure * (share + (1 - share) * leak)
        lost.append(w.r.concern[i] * (w.r.watched[i] / 2 + held / 2))
        surprise = sat - w.r.expectation[i]
        surprise *= p.loss_weight if surprise < 0 else 1
        aim = 0.48 + 0.9 * surprise + 0.5 * (sat - 0.55) - 2 * w.c.breach_memory * share
        aim -= 0.4 * (w.r.detained_ties[i] / w.n[i] if w.n[i] else 0)
        aim += 0.4 * w.c.success + 0.2 * (1 + o) * (w.r.agency[i] - 0.3) - 0.3 * (1 + o) * lost[i]
        aim += 0.5 * p.reassure * (1 - o) * w.r.watched[i]
        aim += p.safety_trust * (1 - o) * (1 - w.d.unsafe[w.r.district[i]])
        target.append(clip(aim + p.machine_trust * (w.r.mediated[i] - 0.5)))
        expectation.append(w.r.expectation[i] + p.habituation * (sat - w.r.expectation[i]))
        level.append(w.r.trust[i] + p.trust_speed * (target[i] - w.r.trust[i]))
    return w.keep(
        resident={"privacy_lost": lost, "expectation": expectation, "trust": level}, city={"leak": leak}
    )


def agency(w: Week) -> Section:
    p, own, reach, level = w.p, w.own, [], []
    for i in w.R:
        reach.append(p.voice_reach + (1 - p.voice_reach) * min(1, 12 * w.r.turnout[i]))
        aim = (
            0.1 + 0.8 * p.participation * (0.5 + w.c.adoption / 2) * (1.2 - 0.6 * w.r.hardship[i]) * reach[i]
        )
        aim += 0.25 * p.openness * w.c.adoption + 0.25 * w.r.speaks[i] + w.c.success / 2
        aim += 0.3 * (own.residents + w.c.stewardship * own.commons) * w.r.shares[i]
        level.append(w.r.agency[i] + 0.03 * (clip(aim) - w.r.agency[i]))
    return w.keep(resident={"reach": reach, "agency": level}, city={"mean_agency": mean(level)})


def wellbeing(w: Week) -> Section:
    p, c, level = w.p, w.c, []
    for i in w.R:
        o, g = w.r.opinion[i], w.r.agency[i]
        aim = 0.12 + p.value_income * (1 - w.r.hardship[i]) + p.value_service * w.r.satisfaction[i]
        aim += p.value_ties * w.r.tie_worth[i] + p.value_autonomy * (1 + o) * g
        aim -= p.value_privacy * (1 + o) * w.r.privacy_lost[i]
        aim += (
            p.value_safety * (1 - o) * (1 - w.d.unsafe[w.r.district[i]])
            + p.convenience * c.adoption * c.ai_quality
        )
        aim -= p.burden * p.participation * (1 - g / 2) + 0.25 * (w.r.detention[i] > 0)
        aim += 0.3 * c.saved + 0.3 * p.rent * c.share_rate * (w.own.residents + w.own.commons)
        level.append(w.r.wellbeing[i] + 0.05 * (clip(aim) - w.r.wellbeing[i]))
    return w.keep(resident={"wellbeing": level})


def opinion(w: Week) -> Section:
    p, anchor, level = w.p, [], []
    for i in w.R:
        d = w.r.district[i]
        fear = p.security_demand * (w.d.unsafe[d] - 0.8 + min(1, 5 * w.d.district_acting[d]))
        aim = clip(w.r.first_opinion[i] + p.experience * w.r.privacy_lost[i] - fear, -1)
        anchor.append(w.r.opinion_anchor[i] + 0.004 * (aim - w.r.opinion_anchor[i]))
        o = w.r.opinion[i]
        level.append(clip(o + p.influence * w.r.opinion_gap[i] + p.anchor * (anchor[i] - o), -1))
    return w.keep(resident={"opinion_anchor": anchor, "opinion": level}, city={"mean_opinion": mean(level)})


def suggested(w: Week, i: int) -> int:
    """Return whom a feed suggests: the nearest in opinion of three, or the first."""
    three = [int(u[i] * len(w.R)) for u in (w.u.CANDIDATE_1, w.u.CANDIDATE_2, w.u.CANDIDATE_3)]
    if w.u.PERSONALISE[i] >= w.p.personalisation:
        return three[0]
    return min(three, key=lambda j: abs(w.r.opinion[j] - w.r.opinion[i]))


def met(w: Week, i: int) -> int:
    """Return whom somebody meets on the spot; −1 where the border is closed."""
    d = w.r.district[i]
    if 0.35 * w.p.continuity <= w.u.TIE_PLACE[i] < 0.35:
        return -1
    people = w.of[1 - d] if w.u.TIE_PLACE[i] < 0.35 * w.p.continuity else w.of[d]
    return people[int(w.u.CANDIDATE_1[i] * len(people))]


def ties(w: Week) -> Section:
    p, slots, now = w.p, [], []
    for i in w.R:
        slot = int(12 * w.u.TIE_SLOT[i])
        online = w.r.adopted[i] * w.r.connected[i]
        busy = 1 + p.displacement * online
        if w.ties[i][slot] >= 0:
            fades = p.drift_local * busy if slot < 6 else p.drift_digital * (0.8 if w.r.connected[i] else 1.6)
            if w.u.TIE_CHANGE[i] < fades:
                w.ties[i][slot] = -1
        else:
            local = p.meet * (0.4 + 1.2 * p.places) * (1 - p.displacement * online)
            fills = local if slot < 6 else 1.6 * p.meet * online * p.connectivity + 0.02
            if w.u.TIE_CHANGE[i] < fills:
                other = met(w, i) if slot < 6 else suggested(w, i)
                w.ties[i][slot] = -1 if other == i else other
        slots.append(slot)
        now.append(w.ties[i][slot])
    filled = [(i, j) for i in w.R for j in w.ties[i] if j >= 0]
    crossing = mean(w.r.district[i] != w.r.district[j] for i, j in filled)
    return w.keep(
        resident={"slot": slots, "tie": now}, city={"ties_in_all": len(filled), "crossing": crossing}
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
    return w.keep(city={"pressure": pressure, "street_heat": heat, "fear": fear, "voice": voice, "order": order,
                        "capture_force": capture, "delta": delta, "overthrown": outcome})  # fmt: skip


WEEK = (needs, perception, adoption, consent, data, innovation, complexity, budget, allocation, service, security,
        expression, mobilisation, trust, agency, wellbeing, opinion, ties, politics)  # fmt: skip


def calculate(
    p: dict[str, Any], state: Section, draws: Section, ties_: list[list[int]], week: int
) -> dict[str, Section]:
    """Return every mechanism's section, in the order of the week."""
    so_far = Week(p, state, draws, ties_, week)
    return {mechanism.__name__: mechanism(so_far) for mechanism in WEEK}
