"""The constants printed in the equations, each named once with its reason."""

from __future__ import annotations

from sim.parameters.constants_city import CITY
from sim.parameters.constants_people import PEOPLE
from sim.parameters.constants_start import START
from sim.parameters.parameter import Parameter

CONSTANTS: tuple[Parameter, ...] = (*CITY, *PEOPLE, *START)
