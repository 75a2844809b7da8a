"""The dials of the default view, the debate's focus first."""

from __future__ import annotations

from sim.outcomes.record import Dial
from sim.parameters.parameter import Text

FIRST = (
    Dial(
        "wellbeing",
        "wellbeing",
        "out_of_100",
        100.0,
        (0.0, 1.0),
        Text("Well-being", "Bien-être"),
        Text(
            "Average of income, services, ties, autonomy, privacy and safety "
            "as each resident values them, out of 100.",
            "Moyenne du revenu, des services, des liens, de l’autonomie, de l’intimité et de la sûreté, "
            "selon les valeurs de chacun, sur 100.",
        ),
        Text("mean of w over residents", "moyenne de w sur les habitants"),
        direction="more",
    ),
    Dial(
        "service_fit",
        "organisation",
        "out_of_100",
        100.0,
        (0.0, 1.0),
        Text("Services that fit", "Services adaptés"),
        Text(
            "How well services match what residents need, out of 100.",
            "Adéquation des services aux besoins des habitants, sur 100.",
        ),
        Text("mean satisfaction with services over residents", "satisfaction moyenne à l’égard des services"),
        direction="more",
    ),
    Dial(
        "running_cost",
        "cost",
        "percent",
        100.0,
        (0.0, 1.0),
        Text("Cost of running the city", "Coût de fonctionnement"),
        Text(
            "Share of the budget spent on anything but services, %.",
            "Part du budget qui ne va pas aux services, en\u202f%.",
        ),
        Text(
            "everything but services (overheads, platform fee, money returned) over income",
            "tout sauf les services (frais, redevance, argent rendu) rapporté au revenu",
        ),
        direction="less",
    ),
    Dial(
        "expression",
        "freedom",
        "out_of_100",
        100.0,
        (0.0, 1.0),
        Text("Opinions voiced", "Opinions exprimées"),
        Text(
            "Residents who say what they think, out of 100.",
            "Habitants qui disent ce qu’ils pensent, sur 100.",
        ),
        Text("share of residents who speak this week", "part des habitants qui s’expriment cette semaine"),
        direction="more",
        definitional=True,
    ),
    Dial(
        "calm",
        "organisation",
        "out_of_100",
        100.0,
        (0.0, 1.0),
        Text("Calm streets", "Rues calmes"),
        Text(
            "100 minus offences and nuisances; gatherings are not counted.",
            "100 moins les délits et nuisances\u202f; les rassemblements ne comptent pas.",
        ),
        Text(
            "1 minus mean crime and nuisance; gatherings do not count",
            "1 moins les délits et nuisances moyens\u202f; les rassemblements ne comptent pas",
        ),
        direction="more",
    ),
    Dial(
        "trust",
        "trust",
        "out_of_100",
        100.0,
        (0.0, 1.0),
        Text("Trust in the city", "Confiance dans la ville"),
        Text(
            "Average trust of residents in how the city is run, out of 100.",
            "Confiance moyenne des habitants dans la conduite de la ville, sur 100.",
        ),
        Text("mean of L over residents", "moyenne de L sur les habitants"),
    ),
    Dial(
        "illusion",
        "illusion",
        "points",
        100.0,
        (-0.5, 0.5),
        Text("Reported minus lived", "Écart chiffres – vécu"),
        Text(
            "Satisfaction in the city’s data minus satisfaction as lived, points.",
            "Satisfaction dans les données de la ville moins satisfaction vécue, en points.",
        ),
        Text(
            "satisfaction as the city reads its sharers minus mean satisfaction as lived; "
            "undefined without sharers",
            "satisfaction lue chez ceux qui partagent moins satisfaction vécue moyenne\u202f; "
            "indéfini sans partage",
        ),
    ),
)
