"""Every outcome is led by each camp somewhere in the explored assumptions, or the table says why not."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from sim.evidence.neutrality.reasons import UNLED
from sim.evidence.neutrality.witnesses import (
    CENTRAL,
    HORIZONS,
    ROUNDING,
    Lead,
    Spans,
    Witnesses,
    leads_in,
    measure,
    read_witnesses,
)
from sim.evidence.patterns.camps import CAMPS
from sim.evidence.patterns.row import Check, Row
from sim.evidence.patterns.setting import Setting
from sim.outcomes import OUTCOMES

ABOUT_LEADS = (
    "The levers are those of the two camps; a reading moves only the assumptions named in "
    "scenarios/neutrality/witnesses.toml, inside their explored ranges. A lead is less where less is "
    "better, more elsewhere: on outcomes without a direction it is no merit. That a camp can lead says "
    "nothing about how likely or plausible that is."
)


def each_camp_leads(setting: Setting, path: Path | None = None) -> Row:
    """Run every witness again; hold every lead said to be out of reach against all of them."""
    witnesses = read_witnesses(path)
    names = list(witnesses.readings)
    found = measure(setting, [witnesses.readings[name] for name in names], max(HORIZONS))
    by_name = dict(zip(names, found, strict=True))
    checks = tuple(_check(outcome, camp, witnesses, by_name) for outcome in OUTCOMES for camp in CAMPS)
    note = f"{ABOUT_LEADS} {disclosed(len(witnesses.leads))}"
    return Row("N5", "Each camp leads each outcome somewhere, or cannot", checks, note=note)


def disclosed(witnessed: int) -> str:
    """Return how many leads nobody has reached, camp by camp: the row passes with them, so it must say so."""
    each = ", ".join(f"{sum(1 for _, one in UNLED if one == camp)} of {camp}" for camp in CAMPS)
    return (
        f"{witnessed} leads have a witness; {len(UNLED)} were not reached ({each}), by the levers' "
        "definition or by search only, as each says. That is disclosed here, not disproved."
    )


def _check(outcome: str, camp: str, witnesses: Witnesses, found: Mapping[str, Spans]) -> Check:
    what = f"{outcome}: {camp} ahead"
    lead = next((one for one in witnesses.leads if (one.outcome, one.camp) == (outcome, camp)), None)
    if lead is not None:
        return _witnessed(what, lead, witnesses, found[lead.reading])
    reason = UNLED.get((outcome, camp))
    against = [name for name, spans in found.items() if leads_in(spans, name, [(outcome, camp)])]
    if reason is None:
        return Check(what, "a witness or a reason", "neither", False)
    shown = f"{reason}" + (f"; yet ahead under {', '.join(against)}" if against else "")
    return Check(what, "nowhere, and why", shown, not against)


def _witnessed(what: str, lead: Lead, witnesses: Witnesses, spans: Spans) -> Check:
    mean, low, high = spans.lead(lead.outcome, lead.camp, lead.year)
    moved = witnesses.readings[lead.reading]
    few = ", ".join(f"{name} {value:.3g}" for name, value in moved.items() if not isinstance(value, str))
    under = CENTRAL if not moved else few if len(moved) <= 3 else f"{len(moved)} assumptions moved"
    shown = f"year {lead.year}, {mean:+.4f} ({low:+.4f} to {high:+.4f}), {under}"
    return Check(what, "interval above 0", shown, low > ROUNDING)
