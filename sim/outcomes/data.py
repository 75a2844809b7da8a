"""Dials of data and what they cost: who shares, what the city knows, who holds it, fees."""

from __future__ import annotations

from sim.outcomes.record import Dial
from sim.parameters.parameter import Text

DATA = (
    Dial(
        "adoption",
        "data",
        "percent",
        100.0,
        (0.0, 1.0),
        Text("Digital services used", "Services numériques utilisés"),
        Text("Share of residents who use them, %.", "Part des habitants qui les utilisent, en\u202f%."),
        Text("adopters over residents", "usagers rapportés aux habitants"),
    ),
    Dial(
        "sharing",
        "data",
        "percent",
        100.0,
        (0.0, 1.0),
        Text("Residents sharing data", "Habitants qui partagent"),
        Text(
            "Share of users whose data are shared, %.",
            "Part des usagers dont les données sont partagées, en\u202f%.",
        ),
        Text(
            "sharers over adopters; undefined without adopters",
            "partageurs rapportés aux usagers\u202f; indéfini sans usagers",
        ),
    ),
    Dial(
        "coverage",
        "data",
        "percent",
        100.0,
        (0.0, 1.0),
        Text("Residents the city sees", "Habitants visibles dans les données"),
        Text(
            "Share of residents present in the city’s data, %.",
            "Part des habitants présents dans les données de la ville, en\u202f%.",
        ),
        Text(
            "summed observation weights over residents",
            "somme des poids d’observation rapportée aux habitants",
        ),
    ),
    Dial(
        "estimate_error",
        "data",
        "points",
        100.0,
        (0.0, 0.2),
        Text("Error on needs", "Erreur sur les besoins"),
        Text(
            "Average error of the city’s estimate of needs, points.",
            "Erreur moyenne de la ville sur les besoins, en points.",
        ),
        Text(
            "population-weighted root mean square of estimated minus true mean need of districts",
            "moyenne quadratique pondérée du besoin estimé moins le besoin réel des quartiers",
        ),
        direction="less",
    ),
    Dial(
        "concentration",
        "data",
        "out_of_100",
        100.0,
        (0.0, 1.0),
        Text("Data in few hands", "Données en peu de mains"),
        Text(
            "100: one holder; lower: several.", "100\u202f: un seul détenteur\u202f; moins\u202f: plusieurs."
        ),
        Text(
            "sum of the squared shares of the five holders", "somme des carrés des parts des cinq détenteurs"
        ),
    ),
    Dial(
        "exposure",
        "data",
        "out_of_100",
        100.0,
        (0.0, 1.0),
        Text("Exposure of personal data", "Exposition des données"),
        Text(
            "Risk that personal data are misused, out of 100.",
            "Risque de mauvais usage des données personnelles, sur 100.",
        ),
        Text(
            "risk of misuse left by purpose limit and privacy noise, plus remembered leaks",
            "risque de mauvais usage laissé par la séparation et le floutage, plus les fuites remémorées",
        ),
        direction="less",
    ),
    Dial(
        "fees",
        "cost",
        "percent",
        100.0,
        (0.0, 0.5),
        Text("Fees to companies", "Redevances aux entreprises"),
        Text(
            "Share of the budget paid to platforms, %.", "Part du budget versée aux plateformes, en\u202f%."
        ),
        Text("platform fee over income", "redevance rapportée au revenu"),
        direction="less",
    ),
    Dial(
        "savings",
        "cost",
        "percent",
        100.0,
        (0.0, 0.5),
        Text("Money returned", "Argent rendu"),
        Text(
            "Share of the budget given back to residents, %.",
            "Part du budget rendue aux habitants, en\u202f%.",
        ),
        Text("money returned over income", "argent rendu rapporté au revenu"),
        direction="more",
    ),
)
