"""Dials of what drives and shakes a city: innovation, complexity, the street, opinion."""

from __future__ import annotations

from sim.outcomes.record import Dial
from sim.parameters.parameter import Text

FORCES = (
    Dial(
        "innovation",
        "innovation",
        "ideas",
        1.0,
        (0.0, 150.0),
        Text("Ideas in use", "Idées en service"),
        Text(
            "Stock of innovations, 1 when the common past starts.",
            "Stock d’innovations, 1 au début du passé commun.",
        ),
        Text("stock M of innovations", "stock M d’innovations"),
    ),
    Dial(
        "productivity",
        "innovation",
        "start_100",
        100.0,
        (0.0, 2.0),
        Text("Service for the money", "Service pour l’argent dépensé"),
        Text(
            "What the same money achieves in services, start = 100.",
            "Ce que la même somme produit en services, départ = 100.",
        ),
        Text("services per unit of money, A", "services par unité d’argent, A"),
        direction="more",
    ),
    Dial(
        "ai_quality",
        "innovation",
        "out_of_100",
        100.0,
        (0.0, 1.0),
        Text("Accuracy of the machine", "Justesse de la machine"),
        Text(
            "How right automatic estimates are, out of 100.",
            "Justesse des estimations automatiques, sur 100.",
        ),
        Text(
            "learning curve at the present data stock, Q",
            "courbe d’apprentissage au stock de données présent, Q",
        ),
        direction="more",
    ),
    Dial(
        "complexity",
        "innovation",
        "number",
        1.0,
        (0.0, 20.0),
        Text("Complexity of systems", "Complexité des systèmes"),
        Text(
            "Number and entanglement of systems to keep running.",
            "Nombre et enchevêtrement des systèmes à faire tourner.",
        ),
        Text("complexity X of systems", "complexité X des systèmes"),
    ),
    Dial(
        "incidents",
        "innovation",
        "per_year",
        1.0,
        (0.0, 20.0),
        Text("Outages and leaks", "Pannes et fuites"),
        Text("Incidents a year.", "Incidents par an."),
        Text(
            "leaks and outages of a rolling year (memory of 52 weeks)",
            "fuites et pannes d’une année glissante (mémoire de 52 semaines)",
        ),
        direction="less",
    ),
    Dial(
        "active",
        "unrest",
        "per_1000",
        1000.0,
        (0.0, 0.25),
        Text("People in the street", "Personnes dans la rue"),
        Text(
            "Residents taking part in a gathering, per 1,000. Reported, never scored.",
            "Habitants qui se rassemblent, pour 1 000. Rapporté, jamais noté.",
        ),
        Text(
            "share of residents in the street and not arrested",
            "part des habitants dans la rue et non arrêtés",
        ),
    ),
    Dial(
        "detained",
        "unrest",
        "per_1000",
        1000.0,
        (0.0, 0.25),
        Text("People held", "Personnes détenues"),
        Text(
            "Residents in detention, per 1,000. Reported, never scored.",
            "Habitants privés de liberté, pour 1 000. Rapporté, jamais noté.",
        ),
        Text(
            "share of residents with weeks of detention left",
            "part des habitants à qui il reste des semaines de détention",
        ),
    ),
    Dial(
        "opinion_spread",
        "opinion",
        "number",
        100.0,
        (0.0, 1.0),
        Text("Spread of opinions", "Éventail des opinions"),
        Text(
            "How far opinions lie apart; more is neither good nor bad.",
            "Distance entre les opinions\u202f; plus n’est ni bien ni mal.",
        ),
        Text("standard deviation of opinions", "écart type des opinions"),
    ),
)
