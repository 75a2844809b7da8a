"""Police and crowds of the reference model, seen from the city (5.11, 5.13)."""

from __future__ import annotations

from sim.reference.district import OFFICERS_PER_HEAD
from sim.reference.kinds import PlainCity


# 5.11
def keep_the_streets(city: PlainCity) -> None:
    """Post officers; people notice being watched; crime and disorder follow."""
    install(city)
    post_officers(city)
    for person in city.people:
        person.value_ties()
        person.notice_watching()
    for district in city.inhabited:
        district.suffer_crime()
    city.disorder = city.district_mean("disorder")
    if city.week < 0:
        city.reference += 0.05 * (city.disorder - city.reference)
    for district in city.inhabited:
        district.feel_unsafe()


def install(city: PlainCity) -> None:
    """Street capacity builds slowly."""
    city.installed_enforcement += 0.02 * (city.lever.enforcement - city.installed_enforcement)
    city.installed_cameras += 0.02 * (city.lever.surveillance - city.installed_cameras)


def post_officers(city: PlainCity) -> None:
    """By population, or by recorded incidents as far as the police may use monitoring."""
    officers = OFFICERS_PER_HEAD * len(city.people) * (0.25 + 1.5 * city.installed_enforcement)
    recorded = sum(district.recorded for district in city.inhabited)
    by_records = city.lever.surveillance * (1.0 - city.lever.purpose_limit) if recorded > 0 else 0.0
    for district in city.inhabited:
        share = (1.0 - by_records) * len(district.people) / len(city.people)
        if by_records > 0:
            share += by_records * district.recorded / recorded
        district.post(officers * share)


# 5.13
def mobilise(city: PlainCity) -> None:
    """Some act, some are arrested, the city gives way or not, and incidents are recorded."""
    city.mean_mood = city.mean("mood")
    for person in city.people:
        person.act_or_not()
    city.mean_coupling = city.mean("mood_coupling")
    for district in city.inhabited:
        district.prepare_arrests()
    for person in city.people:
        person.meet_the_police()
    city.share_active = city.mean("active")
    heard = min(1.0, 20.0 * city.share_active) * city.lever.responsiveness
    city.success = 0.96 * city.success + 0.04 * heard
    for district in city.inhabited:
        district.record_incidents()
