"""The constants printed in the equations, each named once with its reason."""

from __future__ import annotations

from sim.parameters.parameter import Parameter, constant

CONSTANTS: tuple[Parameter, ...] = (
    constant(
        "needs",
        "need_shock_memory",
        0.95,
        (0.0, 0.999),
        "Share of a district's shock that remains after a week: shocks last some months",
        "Part d'un choc de quartier qui reste après une semaine : un choc dure quelques mois",
        unit="per week",
    ),
)
