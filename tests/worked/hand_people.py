"""What residents do in a week, calculated by hand with the numbers of the equations."""

from __future__ import annotations

from math import exp, tanh

from tests.worked.hand_week import Section, Week, clip, mean


def perception(w: Week) -> Section:
    seen: dict[str, list[float]] = {
        name: []
        for name in ("adopted_ties", "active_ties", "detained_ties", "mood_nearby", "opinion_gap", "agree")
    }
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


def felt_watching(w: Week, i: int) -> float:
    """Return what being watched still does to somebody used to it."""
    return w.r.watched[i] * (1 - w.p.accustom * w.r.accustomed[i])


def targeting(w: Week, i: int) -> float:
    """Return how much likelier data make it that somebody is found."""
    p, own = w.p, w.own
    trace = p.surveillance * (1 - p.purpose_limit / 2)
    trace += w.r.record[i] * (own.state + own.platform / 2) * (1 - p.purpose_limit)
    return 1 + p.targeted * min(1.5, trace)


def expression(w: Week) -> Section:
    p, likely, speaks = w.p, [], []
    for i in w.R:
        doubt = 1 - w.r.trust[i]
        inner = 0.5 + 2 * p.spiral * (w.r.agree[i] - 0.5) - 2 * p.chilling * felt_watching(w, i) * doubt
        likely.append(1 / (1 + exp(-(inner + w.r.agency[i] - 0.3 - p.censorship * doubt))))
        speaks.append(int(not w.r.detention[i] and w.u.SPEAK[i] < likely[i]))
    return w.keep(resident={"speak_chance": likely, "speaks": speaks})


def mobilisation(w: Week) -> Section:
    p, c = w.p, w.c
    street = mean(w.r.active)
    visible = 1 - 0.7 * p.censorship
    out: dict[str, list[float]] = {
        name: []
        for name in (
            "mood",
            "grievance",
            "arrest_risk",
            "acting",
            "weariness",
            "active",
            "detention",
            "acted",
        )
    }
    sight = [p.vision * w.d.officers[d] / len(w.of[d]) for d in w.D]
    was_active = [mean(w.r.active[i] for i in w.of[d]) for d in w.D]
    for i in w.R:
        d = w.r.district[i]
        left = max(0, w.r.detention[i] - 1)
        near, held = ((x[i] / w.n[i] if w.n[i] else 0) for x in (w.r.active_ties, w.r.detained_ties))
        coupling = 3 * p.crowd * visible * p.connectivity * w.r.connected[i]
        field = coupling * (w.r.mood_nearby[i] / 2 + c.mean_mood / 2) + 3 * (0.7 * near + 0.3 * street) - 0.02
        out["mood"].append(w.r.mood[i] + 0.2 * (max(0, tanh(field)) - w.r.mood[i]))
        y = min(1, 3 * held)
        lost = w.r.hardship[i] / 2 + clip((0.95 - w.r.wellbeing[i]) / 0.6) / 2
        out["grievance"].append(lost * (1 - w.r.trust[i]) * (1 + 4 * p.backlash * y * (1 - y)))
        around = 1 + p.vision * was_active[d] + visible * w.r.active_ties[i]
        out["arrest_risk"].append(1 - exp(-p.arrest_k * targeting(w, i) * sight[d] / around))
        feel = 1.0 * p.crowd * out["mood"][i] + 4 * p.strategic * min(street, 0.25)
        cost = w.r.risk[i] * out["arrest_risk"][i] * (0.4 + p.enforcement) + w.r.weariness[i]
        wants = not left and out["grievance"][i] * (1 + feel) - cost > p.threshold - p.encourage * c.success
        out["acting"].append(int(wants and (w.r.active[i] or w.u.FOLLOW_THROUGH[i] < p.conversion)))
        out["weariness"].append(clip(w.r.weariness[i] + p.fatigue * out["acting"][i] - 0.012))
        out["detention"].append(left)
    acting = [sum(out["acting"][i] for i in w.of[d]) for d in w.D]
    crowd = [max(p.vision * (acting[d] - 1) / max(len(w.of[d]) - 1, 1), 1) for d in w.D]
    caught = [(1 - exp(-sight[d] / crowd[d])) * p.enforcement / 2 for d in w.D]
    arrests = [0 for _ in w.D]
    for i in w.R:
        taken = out["acting"][i] and w.u.ARREST[i] < min(1, caught[w.r.district[i]] * targeting(w, i))
        out["active"].append(int(out["acting"][i] and not taken))
        if taken:
            out["detention"][i] = 1 + int(26 * w.u.TERM[i] * p.enforcement)
            arrests[w.r.district[i]] += 1
        out["acted"].append(max(out["active"][i], 0.97 * w.r.acted[i]))
    success = 0.96 * c.success + 0.04 * min(1, 20 * mean(out["active"])) * p.responsiveness
    recorded = []
    for d in w.D:
        known = p.recorded_share * len(w.of[d]) + (1 - p.recorded_share) * 100 * w.d.officers[d]
        recorded.append(0.98 * w.d.recorded[d] + 0.02 * (arrests[d] + 0.1 * w.d.crime[d] * known))
    return w.keep(
        resident=out,
        district={
            "arrest_chance": caught,
            "district_acting": [acting[d] / len(w.of[d]) for d in w.D],
            "recorded": recorded,
        },
        city={
            "active_share": mean(out["active"]),
            "acting_share": mean(out["acting"]),
            "success": success,
            "spark": 0,
            "mean_mood": mean(out["mood"]),
        },
    )


def answer_felt(w: Week, i: int) -> float:
    """Return how one who acted was answered."""
    return (2 * w.p.responsiveness - 1) * w.r.acted[i]


def judgement(w: Week, i: int, surprise: float, lost: float) -> float:
    """Return the trust that the week's services, conduct and values lead to."""
    p, o, share, d = w.p, w.r.opinion[i], w.r.shares[i], w.r.district[i]
    aim = 0.48 + 0.9 * surprise + p.trust_service * (w.r.satisfaction[i] - 0.55)
    aim -= 2 * w.c.breach_memory * share + 0.4 * (w.r.detained_ties[i] / w.n[i] if w.n[i] else 0)
    aim += p.answered * answer_felt(w, i) + p.audit_trust * (p.oversight - 0.4)
    aim -= 0.2 * (w.r.harm_weeks[i] > 0) + w.d.district_harmed[d] / 4
    aim += 0.2 * (1 + o) * (w.r.agency[i] - 0.3) - 0.3 * (1 + o) * lost
    aim += p.reassure / 2 * (1 - o) * w.r.watched[i] + p.safety_trust * (1 - o) * (1 - w.d.unsafe[d])
    return clip(aim + p.machine_trust * (w.r.mediated[i] - 0.5))


def trust(w: Week) -> Section:
    p, own = w.p, w.own
    leak = p.spill * w.c.share_rate * (own.residents + own.platform + own.state)
    lost, expectation, level = [], [], []
    for i in w.R:
        share, surprise = w.r.shares[i], w.r.satisfaction[i] - w.r.expectation[i]
        held = w.c.exposure * (share + (1 - share) * leak)
        lost.append(w.r.concern[i] * (felt_watching(w, i) / 2 + held / 2))
        aim = judgement(w, i, surprise * (p.loss_weight if surprise < 0 else 1), lost[i])
        expectation.append(w.r.expectation[i] + p.habituation * surprise)
        level.append(w.r.trust[i] + p.trust_speed * (aim - w.r.trust[i]))
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
        aim += 0.25 * p.openness * w.c.adoption + 0.25 * w.r.speaks[i] + 0.15 * answer_felt(w, i)
        aim += 0.2 * (own.residents + w.c.stewardship * own.commons) * w.r.adopted[i]
        aim -= 0.2 * (w.r.harm_weeks[i] > 0)
        level.append(w.r.agency[i] + 0.03 * (clip(aim) - w.r.agency[i]))
    return w.keep(resident={"reach": reach, "agency": level}, city={"mean_agency": mean(level)})


def wellbeing(w: Week) -> Section:
    p, c, level = w.p, w.c, []
    for i in w.R:
        o, g = w.r.opinion[i], w.r.agency[i]
        aim = 0.12 + p.value_income * (1 - w.r.hardship[i]) + p.value_service * w.r.satisfaction[i]
        aim += p.value_ties * w.r.tie_worth[i] + p.value_autonomy * (1 + o) * g
        aim -= p.value_privacy * (1 + o) * w.r.privacy_lost[i]
        aim += p.value_safety * (1 - o) * (1 - w.d.unsafe[w.r.district[i]])
        aim += p.convenience * w.r.adopted[i] * c.ai_quality * (0.6 + w.own.platform)
        aim -= p.burden * p.participation * (1 - g / 2) + 0.25 * (w.r.detention[i] > 0)
        aim -= p.harm_cost * (w.r.harm_weeks[i] > 0)
        aim += p.value_saved * c.saved
        aim += 0.3 * p.rent * c.share_rate * (w.own.residents + w.own.commons)
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
