"""One week of a city calculated by hand: plain Python with the numbers of the equations, nothing of `sim`.

Every function takes the week so far and adds its section: {entity: {symbol: values}}, where an entity is
"resident", "district" or "city".
"""

from __future__ import annotations

from typing import Any

from tests.worked.hand_city import (
    allocation,
    budget,
    complexity,
    data,
    innovation,
    needs,
    politics,
    security,
)
from tests.worked.hand_people import (
    agency,
    expression,
    mobilisation,
    opinion,
    perception,
    ties,
    trust,
    wellbeing,
)
from tests.worked.hand_services import adoption, consent, harm, service
from tests.worked.hand_week import Section, Week

WEEK = (
    needs,
    perception,
    adoption,
    consent,
    data,
    innovation,
    complexity,
    budget,
    allocation,
    service,
    harm,
    security,
    expression,
    mobilisation,
    trust,
    agency,
    wellbeing,
    opinion,
    ties,
    politics,
)


def calculate(
    p: dict[str, Any], state: Section, draws: Section, ties_: list[list[int]], week: int
) -> dict[str, Section]:
    """Return every mechanism's section, in the order of the week."""
    so_far = Week(p, state, draws, ties_, week)
    return {mechanism.__name__: mechanism(so_far) for mechanism in WEEK}
