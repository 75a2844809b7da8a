"""The room of the reference model: the same city written a second time, as ordinary Mesa agents, to be read.

Only `PlainCity` is to be imported from here; no other room of `sim` may do so, and this one imports no
mechanism (import contracts see to both). It was written from the equations and from `docs/readings.md`
alone, by somebody who had not read `sim/mechanisms`, `sim/outcomes/measurement.py` nor `sim/model`, so that
the compiled model can be compared with it resident by resident (`tests/docking/test_twin.py`). Shared with
them: the keyed draws, the declared levers and assumptions, the start values (which are measured), the
cities and the scenario files. The constants of the weekly equations are written here a second time, on
purpose. Start reading at `sim.reference.city`.

Choices made where specification and readings leave two honest ways
-------------------------------------------------------------------
Numbers
    Every float a resident keeps from one mechanism to the next (the state of section 4, and need,
    satisfaction, willingness, record, recognition, take-up, worth of ties and what was perceived) is rounded
    to 32 bits when stored. Privacy lost, what being watched still does, traces, machine-mediated share and
    effective ties are worked out anew where they are used, in 64 bits.
Start
    Sharing is drawn without regard to harm: who is harmed at the start stops sharing in the first week's 5.4.
    The record at the start is that of who shares by this draw. The first share rate, which an injected leak
    of the first week sees, is theirs.
5.3
    The misuse of residents and of a commons is misuse + neglect·(1 - z), neither scaled nor clipped. Anybody
    who had adopted may leave, with access or not, under mandatory consent too. xᵢ, here and in 5.10, is
    among all ties, as stored in 32 bits.
5.3, 5.6 to 5.11, 5.14 to 5.16
    *adopted* is the city's share, in the equations of one resident too, save where 5.10, 5.10b, 5.15 and 5.16
    say it is the resident's (take-up, harm, own data kept, convenience).
5.4
    A harmed adopter does not get the default either: new adopters who are harmed do not share.
5.5
    The noise is drawn where nobody is observed too: census plus noise. Recognition is not clipped.
5.6
    The ratio R uses the stock M that the rate of the same week was computed with.
5.7
    A leak reads the levers, shares and share rate in force when it happens: an injected one those of the
    start of the week, share rate of last week. The week's leak chance starts at 0 each week, before events.
5.8
    A cut lowers the usual income of 1 a head alone: neither rents nor what came back.
5.9
    Where nobody has voted in the rolling year the turnout ratio is 1. Means of estimates are weighted by
    residents.
5.10
    Aims are the normalised ones, here and in 5.8. Satisfaction uses take-up and recognition as stored.
5.10b
    "1 if adopted, else digital_only" multiplies the machine's error alone, not misuse of the record. Who
    recovers this week may be harmed anew in it.
5.11
    A resident without ties has n'/n = 0. Shares of 5.2 are those seen as the week began. The worth of ties
    is that of the ties of 5.2.
5.13
    Enforcement is the lever, not what is installed, save in the number of officers. The rounding variant
    applies to the perceived risk, not to the chance of an actual arrest. Weariness of all residents moves,
    of the detained too; those a spark added tire like the others. A spark lifts the mood of the detained
    with access too; who joins by it needs G above half the plain threshold, whatever success encourages.
5.14
    The share harmed is that of the resident's own district, the resident included.
5.19
    Pressure gathers only while 5.19 runs. Consent turns to opt-in only where it was mandatory. Whether an
    overthrow is due is judged by the levers from before the week's drift; it changes the drifted ones.
    digital_only does not drift.
Events
    A leak or an outage let happen at the start of a week is followed by that week's decay (5.7): the
    outage silences ties in 8 weeks and lowers services in 7. Both count as incidents. Two leaks injected in
    one week hit the same holder. A cut lasts from its week on for the weeks given; of two cuts both multiply.
    Events of one week happen in the order given, a reform changing what later ones see.
Outcomes
    The tenth percentile interpolates linearly. Thirds by hardship: rank·3 div N, of equals the lower number
    is the better off. Expected part of the gap between districts: the sum of the within-district variances
    (n - 1) over N, subtracted from the weighted variance before the root, at least 0. Incidents of a rolling
    year: a memory that loses 1/52 a week. Selection is the sharers' mean satisfaction less everybody's,
    silence what the city reads less the sharers' mean; both are undefined without sharers. The mean mood is
    that at the week's end, while 5.13 uses last week's.
"""

from __future__ import annotations

from sim.reference.city import PlainCity

__all__ = ["PlainCity"]
