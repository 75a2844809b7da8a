"""Response curves: a mechanism's rule over one of its variables, all others held, from the compiled rule itself.

They stand here, not in the mechanisms' own modules, because no result depends on them: the digest of results is made of
what the schedule imports. Words are under "response-NAME" in the catalogues.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from sim.mechanisms import (
    adoption,
    complexity,
    consent,
    data,
    expression,
    innovation,
    mobilisation,
    service,
)
from sim.model.schedule import ORDER
from sim.parameters import Value
from sim.scenario.encoding import encode, encode_over

POINTS = 41
OFFICERS_IN_SIGHT = 4.0
HALF = 0.5
"""What is held in the middle of its range: concern, trust, a record, agreement, the quality of machines."""
OPEN_END = 1e-9
"""Where a curve begins that has no value at 0."""


class Response(NamedTuple):
    """One curve: ``rule(x, p)`` over x from ``low`` to ``high``, with the parameters ``p`` of ``mechanism``.

    ``top`` is the least height of the drawn axis, so that a flat curve looks flat.
    """

    name: str
    mechanism: str
    low: float
    high: float
    top: float
    rule: Callable[[float, Any], float]

    @property
    def points(self) -> tuple[float, ...]:
        """The values of x at which it is drawn."""
        step = (self.high - self.low) / (POINTS - 1)
        return tuple(self.low + step * number for number in range(POINTS))

    def values(self, assumptions: Mapping[str, Value], levers: Mapping[str, Value]) -> tuple[float, ...]:
        """Return the rule at `points` under those assumptions and the levers of one city, in its own unit."""
        mechanism = next(one for one in ORDER if one.name == self.mechanism)
        parameters = mechanism.parameters(encode_over(encode(assumptions), levers))
        return tuple(float(self.rule(x, parameters)) for x in self.points)


def _arrest(x: float, p: Any) -> float:
    known = p.arrest_k * (1.0 + p.targeted * mobilisation.trace_of(HALF, p))
    return mobilisation.arrest_risk(OFFICERS_IN_SIGHT, x, known, p.arrest_rounding)


def _share(x: float, p: Any) -> float:
    return consent.share_probability(p.usual_satisfaction, x, HALF, p.usual_exposure, p)


def _adopt(x: float, p: Any) -> float:
    return adoption.hazard(p.innovation_p, p.imitation_q, x, p.push * p.digital_only)


def _outage(x: float, p: Any) -> float:
    return service.outage_factor(p._replace(automation=x))


def _learn(x: float, p: Any) -> float:
    return data.learning_curve(x, p.learn_beta, p.learn_floor, p.learn_scale)


def _speak(x: float, p: Any) -> float:
    return expression.speak_probability(HALF, x, HALF, p.usual_agency, p)


def _incident(x: float, p: Any) -> float:
    return complexity.incident_hazard(x, HALF, p)


def _produce(x: float, p: Any) -> float:
    return innovation.productivity_of(x, HALF, p.realisation, p)


RESPONSES: tuple[Response, ...] = (
    Response("hazard", "adoption", 0.0, 1.0, 0.5, _adopt),
    Response("sharing", "consent", 0.0, 1.0, 1.0, _share),
    Response("learning", "data", 0.0, 20.0, 1.0, _learn),
    Response("ideas", "innovation", OPEN_END, 100.0, 1.5, _produce),
    Response("incidents", "complexity", 0.0, 20.0, 1.0, _incident),
    Response("outage", "service", 0.0, 1.0, 1.0, _outage),
    Response("speaking", "expression", 0.0, 1.0, 1.0, _speak),
    Response("arrest", "mobilisation", 1.0, 40.0, 1.0, _arrest),
)
"""In the order of the week."""


def responses_of(mechanism: str) -> tuple[Response, ...]:
    """Return the curves of one mechanism; most have none, because their rule is not one of one variable."""
    return tuple(one for one in RESPONSES if one.mechanism == mechanism)
