"""The constants printed in the equations, each named once with its reason."""

from __future__ import annotations

from sim.parameters.constants_data import DATA
from sim.parameters.constants_feelings import FEELINGS
from sim.parameters.constants_mobilisation import MOBILISATION
from sim.parameters.constants_services import SERVICES
from sim.parameters.constants_start import START
from sim.parameters.constants_street import STREET
from sim.parameters.parameter import Parameter

CONSTANTS: tuple[Parameter, ...] = (*DATA, *SERVICES, *STREET, *MOBILISATION, *FEELINGS, *START)
