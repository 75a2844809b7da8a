"""Every column of state, declared once: who owns it, its type, bounds and meaning."""

from __future__ import annotations

from typing import Literal, NamedTuple

Entity = Literal["resident", "district", "city"]
INF = float("inf")


class Column(NamedTuple):
    """One column. ``dtype`` is NumPy's short name; values stay in [low, high]."""

    name: str
    entity: Entity
    dtype: str
    low: float
    high: float
    meaning: str


def _resident(name: str, meaning: str, low: float = 0.0, high: float = 1.0, dtype: str = "f4") -> Column:
    return Column(name, "resident", dtype, low, high, meaning)


def _flag(name: str, meaning: str, high: float = 1.0) -> Column:
    return Column(name, "resident", "u1", 0.0, high, meaning)


def _district(name: str, meaning: str, high: float = 1.0, low: float = 0.0) -> Column:
    return Column(name, "district", "f8", low, high, meaning)


def _city(name: str, meaning: str, high: float = 1.0, low: float = 0.0) -> Column:
    return Column(name, "city", "f8", low, high, meaning)


TRAITS = (
    _resident("district", "district of the home", 0, INF, "i4"),
    _resident("hardship", "hardship h", 0.02, 0.98),
    _resident("concern", "concern for privacy c"),
    _resident("risk", "risk aversion r"),
    _resident("access_draw", "draw that decides network access"),
    _resident("need_draw", "draw of personal need"),
    _resident("inertia_draw", "draw that decides who keeps defaults"),
    _resident("first_opinion", "opinion at the start", -1),
    _flag("hardship_group", "tercile of hardship, 0 least", 2),
)
FEELINGS = (
    _resident("trust", "trust in the city L"),
    _resident("expectation", "expected satisfaction with services"),
    _resident("wellbeing", "well-being w"),
    _resident("watched", "feeling of being watched s"),
    _resident("agency", "felt agency g"),
    _resident("mood", "mood μ", -1),
    _resident("turnout", "own turnout, share of recent weeks"),
    _resident("opinion", "opinion o, −1 order first, +1 autonomy first", -1),
    _resident("opinion_anchor", "anchor of the opinion", -1),
    _resident("weariness", "weariness of protest"),
)
ACTS = (
    _flag("adopted", "uses digital services"),
    _flag("joined", "adopted this week"),
    _flag("shares", "data are shared"),
    _flag("connected", "has network access this week"),
    _flag("speaks", "says what they think"),
    _flag("acting", "went into the street this week"),
    _flag("active", "in the street and not arrested"),
    _flag("detention", "weeks of detention left", 255),
    _flag("tie_count", "number of ties n", 12),
    _flag("digital_count", "of which digital n′", 6),
)
WEEK = (
    _resident("need", "need this week", 0, 3),
    _flag("adopted_ties", "ties who adopted", 12),
    _flag("active_ties", "ties who are active", 12),
    _flag("detained_ties", "ties who are detained", 12),
    _resident("mood_nearby", "mean mood of reachable ties", -1),
    _resident("opinion_gap", "mean opinion gap to ties heard within the bound", -2, 2),
    _resident("agree", "share of ties heard who are on the same side"),
    _resident("willing", "probability of sharing if asked, under mandatory consent"),
    _resident("satisfaction", "satisfaction with services"),
    _resident("mediated", "share of contacts through machines"),
    _resident("tie_worth", "worth of ties 1 − e^(−n*/4), digital ones counting less"),
    _resident("privacy_lost", "privacy lost as felt"),
)
DISTRICTS = (
    _district("population", "simulated residents", INF),
    _district("census", "mean need without shock at the start", 3),
    _district("mean_hardship", "mean hardship of residents"),
    _district("shock", "shock to needs s_d", 4, -4),
    _district("outage_weeks", "weeks of outage left", 104),
    _district("observed", "summed observation weights", INF),
    _district("coverage", "mean observation weight"),
    _district("mean_need", "mean need this week", 3),
    _district("estimate", "the city's estimate of the mean need", 3),
    _district("heat", "unrest as the optimiser pictures it", 2),
    _district("voters", "participants of the rolling year", INF),
    _district("voted_need", "their summed need", INF),
    _district("district_spend", "spending on services per head", INF),
    _district("officers", "officers posted", INF),
    _district("recorded", "recorded incidents", INF),
    _district("cohesion", "cohesion"),
    _district("crime", "crime and nuisance"),
    _district("disorder", "crime and disruption by gatherings"),
    _district("unsafe", "insecurity relative to before the fork", INF),
    _district("district_active", "share of residents active"),
    _district("district_acting", "share of residents acting"),
)
CITY = (
    _city("adoption", "share of residents who adopted"),
    _city("share_rate", "share of residents whose data are shared"),
    _city("stewardship", "stewardship z of data held by residents or a commons"),
    _city("exposure", "exposure of personal data"),
    _city("usable", "usable share of data"),
    _city("data_stock", "data stock S", INF),
    _city("ai_quality", "AI quality Q"),
    _city("innovation", "innovation stock M", INF),
    _city("catalyst_ratio", "ideas that one idea brings, R", INF, -INF),
    _city("productivity", "productivity A", INF),
    _city("promised_productivity", "productivity if promises were kept", INF),
    _city("complexity", "complexity X", INF),
    _city("breach_memory", "memory of leaks"),
    _city("incident", "incident of this week: 0 none, 1 leak, 2 outage", 2),
    _city("incidents", "incidents of the rolling year", INF),
    _city("lock_in_level", "lock-in to the platform"),
    _city("budget_factor", "income relative to usual"),
    _city("income", "income per head", INF),
    _city("overheads", "overheads per head", INF),
    _city("fee", "platform fee per head"),
    _city("saved", "money returned per head", INF),
    _city("spend", "spending on services per head", INF),
    _city("deficit", "deficit per head", INF),
    _city("installed_enforcement", "enforcement capacity built"),
    _city("installed_cameras", "cameras built"),
    _city("mean_crime", "mean crime"),
    _city("mean_disorder", "mean disorder"),
    _city("reference", "disorder before the fork", INF),
    _city("spark", "a triggering incident happened this week"),
    _city("active_share", "share of residents active"),
    _city("acting_share", "share of residents acting"),
    _city("mean_mood", "mean mood", 1, -1),
    _city("mood_coupling", "mean coupling J of moods", INF),
    _city("success", "past success of mobilisation"),
    _city("mean_agency", "mean agency"),
    _city("mean_opinion", "mean opinion", 1, -1),
    _city("like_minded", "share of ties of the same side"),
    _city("ties_in_all", "number of ties", INF),
    _city("ties_crossing", "number of ties between districts", INF),
    _city("ties_digital", "number of digital ties", INF),
    _city("crossing", "share of ties between districts"),
    _city("pressure", "pressure of the street"),
    _city("quiet_weeks", "weeks since the last overthrow", INF),
    _city("concession_drift", "weekly drift by concession"),
    _city("order_drift", "weekly drift by demand for order"),
    _city("capture_drift", "weekly drift by capture"),
    _city("overthrown", "overthrow of this week: 0 none, 1 reform, 2 restoration", 2),
)
COLUMNS: dict[str, Column] = {
    column.name: column for family in (TRAITS, FEELINGS, ACTS, WEEK, DISTRICTS, CITY) for column in family
}
STRUCTURE = ("ties", "seen", "member_offsets", "members", "neighbour_offsets", "neighbours")
"""Other shapes: ties (N, 12), what others see (N + 1,), members (N,), a city's two compressed lists."""
