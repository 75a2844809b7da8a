"""How people and techniques behave: contested, and shared by all cities compared."""

from __future__ import annotations

from sim.parameters.assumptions.adoption import ADOPTION, CONSENT
from sim.parameters.assumptions.complexity import COMPLEXITY
from sim.parameters.assumptions.data import DATA
from sim.parameters.assumptions.institutions import BUDGET, INNOVATION, SERVICES
from sim.parameters.assumptions.people import OPINION, WELLBEING
from sim.parameters.assumptions.society import METRICS, POLITICS, TIES
from sim.parameters.assumptions.street import EXPRESSION, MOBILISATION, SECURITY
from sim.parameters.assumptions.trust import TRUST
from sim.parameters.parameter import Parameter

ASSUMPTIONS_IN_ORDER: tuple[Parameter, ...] = (
    *ADOPTION,
    *CONSENT,
    *DATA,
    *INNOVATION,
    *COMPLEXITY,
    *BUDGET,
    *SERVICES,
    *SECURITY,
    *EXPRESSION,
    *MOBILISATION,
    *TRUST,
    *WELLBEING,
    *OPINION,
    *TIES,
    *POLITICS,
    *METRICS,
)
