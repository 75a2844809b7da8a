"""The schedule: the order in which a week runs its mechanisms, and why."""

from __future__ import annotations

from collections.abc import Sequence

from sim.engine.mechanism import Mechanism
from sim.files import checks
from sim.mechanisms import (
    adoption,
    agency,
    allocation,
    budget,
    complexity,
    consent,
    data,
    expression,
    harm,
    innovation,
    mobilisation,
    needs,
    opinion,
    perception,
    politics,
    security,
    service,
    ties,
    trust,
    wellbeing,
)

ORDER: tuple[Mechanism, ...] = (
    needs.MECHANISM,  # what is needed this week, before anybody looks
    perception.MECHANISM,  # the one pass over the ties: everybody sees last week's city
    adoption.MECHANISM,  # people imitate what they have just seen
    consent.MECHANISM,  # new users get the default before anything reads their data
    data.MECHANISM,  # the city estimates needs from what is shared
    innovation.MECHANISM,  # machines learn from the data, ideas make them useful
    complexity.MECHANISM,  # new systems fail before they are paid for
    budget.MECHANISM,  # upkeep and fees are known, the rest can be spent
    allocation.MECHANISM,  # the rest is shared out on the estimates
    service.MECHANISM,  # and lived
    harm.MECHANISM,  # records, leaks and machines harm some, before the week is judged
    security.MECHANISM,  # officers posted by last month's records; who feels watched and unsafe
    expression.MECHANISM,  # watched or not, people speak
    mobilisation.MECHANISM,  # or go into the street; arrests feed the records
    trust.MECHANISM,  # the week is judged
    agency.MECHANISM,
    wellbeing.MECHANISM,  # by what services, safety, privacy and say have become
    opinion.MECHANISM,  # experience and talk move opinions
    ties.MECHANISM,  # and people find or lose each other
    politics.MECHANISM,  # last, the rules themselves may move, for next week
)


def insert(mechanism: Mechanism, before: str, order: Sequence[Mechanism] = ORDER) -> tuple[Mechanism, ...]:
    """Return ``order`` with ``mechanism`` where the one called ``before`` stands, which follows it.

    Raises InputError with the nearest name for one that is not in ``order``.
    """
    names = [one.name for one in order]
    place = names.index(checks.one_of(before, names, f"{mechanism.name}: before"))
    return (*order[:place], mechanism, *order[place:])
