"""Dials for those who look closer: money, what is promised, what is reported, couplings."""

from __future__ import annotations

from sim.outcomes.record import Dial
from sim.parameters.parameter import Text

DETAILS = (
    Dial(
        "spend",
        "cost",
        "percent",
        100.0,
        (0.0, 1.5),
        Text("Spent on services", "Dépense de services"),
        Text(
            "What the city spends on services, % of the usual income.",
            "Ce que la ville dépense en services, en\u202f% du revenu habituel.",
        ),
        Text(
            "spending on services per head, income without data being 1",
            "dépense de services par habitant, le revenu sans données étant 1",
        ),
    ),
    Dial(
        "reported",
        "illusion",
        "out_of_100",
        100.0,
        (0.0, 1.0),
        Text("Satisfaction as reported", "Satisfaction rapportée"),
        Text(
            "Satisfaction with services as the city’s own data show it, out of 100.",
            "Satisfaction à l’égard des services telle que les données de la ville la montrent, sur 100.",
        ),
        Text(
            "mean satisfaction as the city reads its sharers",
            "satisfaction moyenne lue chez ceux qui partagent",
        ),
    ),
    Dial(
        "disorder",
        "unrest",
        "out_of_100",
        100.0,
        (0.0, 1.0),
        Text("Disorder", "Désordre"),
        Text(
            "Offences, nuisances and disruption by gatherings, out of 100. For analysis.",
            "Délits, nuisances et gêne des rassemblements, sur 100. Pour l’analyse.",
        ),
        Text(
            "population-weighted crime plus disruption by gatherings",
            "délits plus gêne des rassemblements, pondérés par la population",
        ),
    ),
    Dial(
        "deficit",
        "cost",
        "percent",
        100.0,
        (0.0, 1.0),
        Text("Deficit", "Déficit"),
        Text("Spending beyond income, %.", "Dépense au-delà du revenu, en\u202f%."),
        Text("spending beyond income, per head", "dépense au-delà du revenu, par habitant"),
    ),
    Dial(
        "selection",
        "illusion",
        "points",
        100.0,
        (-0.5, 0.5),
        Text("Gap by who shares", "Écart dû à qui partage"),
        Text(
            "Satisfaction of those who share minus that of everybody, points.",
            "Satisfaction de ceux qui partagent moins celle de tous, en points.",
        ),
        Text(
            "mean satisfaction of sharers minus that of all: who shares",
            "satisfaction moyenne des partageurs moins celle de tous\u202f: qui partage",
        ),
    ),
    Dial(
        "silence",
        "illusion",
        "points",
        100.0,
        (-0.5, 0.5),
        Text("Gap by silence", "Écart dû au silence"),
        Text(
            "Satisfaction as read minus satisfaction of those who share, points.",
            "Satisfaction lue moins satisfaction de ceux qui partagent, en points.",
        ),
        Text(
            "reported satisfaction minus that of sharers: who stays silent or complains",
            "satisfaction lue moins celle des partageurs\u202f: qui se tait ou se plaint",
        ),
    ),
    Dial(
        "promise",
        "illusion",
        "out_of_100",
        100.0,
        (0.0, 1.0),
        Text("Services as promised", "Services promis"),
        Text(
            "Satisfaction the planner believes it delivers, out of 100.",
            "Satisfaction que le calcul croit apporter, sur 100.",
        ),
        Text(
            "satisfaction the optimiser believes it delivers, on its estimates, if promises were kept",
            "satisfaction que le calcul croit apporter, sur ses estimations, si les promesses étaient tenues",
        ),
    ),
    Dial(
        "catalyst_ratio",
        "innovation",
        "number",
        1.0,
        (0.0, 3.0),
        Text("Catalyst of ideas", "Catalyse des idées"),
        Text(
            "Ideas that one idea brings; above 1, innovation feeds itself.",
            "Idées qu’une idée apporte\u202f; au-dessus de 1, l’innovation se nourrit d’elle-même.",
        ),
        Text(
            "ideas that one idea brings, R: above 1 innovation feeds itself",
            "idées qu’une idée apporte, R\u202f: au-dessus de 1 l’innovation se nourrit d’elle-même",
        ),
    ),
    Dial(
        "mood_coupling",
        "unrest",
        "number",
        1.0,
        (0.0, 3.0),
        Text("Coupling of the crowd", "Couplage de la foule"),
        Text(
            "How strongly moods carry each other; above 1 a crowd changes in nature.",
            "Force avec laquelle les humeurs s’entraînent\u202f; au-dessus de 1 une foule change de nature.",
        ),
        Text(
            "mean coupling J of moods: a crowd changes in nature only above 1",
            "couplage moyen J des humeurs\u202f: une foule ne change de nature qu’au-dessus de 1",
        ),
    ),
)
