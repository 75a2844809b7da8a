"""Dials of residents: well-being, agency, gaps between them, ties."""

from __future__ import annotations

from sim.outcomes.record import Dial
from sim.parameters.parameter import Text

RESIDENTS = (
    Dial(
        "wellbeing_low",
        "wellbeing",
        "out_of_100",
        100.0,
        (0.0, 1.0),
        Text("Well-being, lowest tenth", "Bien-être, dernier dixième"),
        Text(
            "Well-being of the tenth of residents who have least.",
            "Bien-être du dixième d’habitants qui en a le moins.",
        ),
        Text("tenth percentile of w", "dixième centile de w"),
        direction="more",
    ),
    Dial(
        "agency",
        "freedom",
        "out_of_100",
        100.0,
        (0.0, 1.0),
        Text("A say in decisions", "Prise sur les décisions"),
        Text(
            "How much residents can influence what concerns them.",
            "Influence des habitants sur ce qui les concerne.",
        ),
        Text("mean of g over residents", "moyenne de g sur les habitants"),
        direction="more",
        definitional=True,
    ),
    Dial(
        "gap_districts",
        "distribution",
        "points",
        100.0,
        (0.0, 0.5),
        Text("Gap between districts", "Écart entre quartiers"),
        Text(
            "Difference between better and worse served districts, points.",
            "Différence entre quartiers mieux et moins bien servis, en points.",
        ),
        Text(
            "population-weighted s.d. of mean satisfaction over inhabited districts, "
            "less the part expected from differences within districts",
            "écart type pondéré de la satisfaction moyenne des quartiers habités, "
            "moins la part due aux différences internes",
        ),
        direction="less",
        definitional=True,
    ),
    Dial(
        "gap_hardship",
        "distribution",
        "points",
        100.0,
        (-0.5, 0.5),
        Text("Gap between well off and hard up", "Écart selon les difficultés"),
        Text(
            "Well-being of those with least hardship minus most, points.",
            "Bien-être des moins en difficulté moins celui des plus en difficulté, en points.",
        ),
        Text(
            "mean well-being of the third with least hardship minus that of the third with most",
            "bien-être moyen du tiers le moins en difficulté moins celui du tiers le plus en difficulté",
        ),
        direction="less",
    ),
    Dial(
        "ties",
        "ties",
        "out_of_12",
        1.0,
        (0.0, 12.0),
        Text("People one is close to", "Liens par habitant"),
        Text("Average number of ties, out of 12.", "Nombre moyen de liens, sur 12."),
        Text("mean number of filled tie slots", "nombre moyen de liens occupés"),
        direction="more",
    ),
    Dial(
        "isolated",
        "ties",
        "percent",
        100.0,
        (0.0, 1.0),
        Text("Isolated residents", "Habitants isolés"),
        Text("Share with two ties or fewer, %.", "Part ayant deux liens ou moins, en\u202f%."),
        Text("share of residents with two ties or fewer", "part des habitants ayant deux liens ou moins"),
        direction="less",
    ),
    Dial(
        "crossing",
        "ties",
        "percent",
        100.0,
        (0.0, 1.0),
        Text("Ties across districts", "Liens entre quartiers différents"),
        Text(
            "Share of ties that cross a district border, %.",
            "Part des liens qui passent une limite de quartier, en\u202f%.",
        ),
        Text("share of all ties that join two districts", "part des liens qui joignent deux quartiers"),
    ),
    Dial(
        "like_minded",
        "ties",
        "percent",
        100.0,
        (0.0, 1.0),
        Text("Ties with like-minded people", "Liens du même avis"),
        Text(
            "Share of ties between people of similar opinion, %.",
            "Part des liens entre personnes d’avis proche, en\u202f%.",
        ),
        Text(
            "share of all ties between opinions of one sign, as the week begins",
            "part des liens entre opinions de même signe, au début de la semaine",
        ),
    ),
    Dial(
        "machine_mediated",
        "ties",
        "percent",
        100.0,
        (0.0, 1.0),
        Text("Contacts through machines", "Contacts par la machine"),
        Text(
            "Share of contacts that pass through a digital service, %.",
            "Part des contacts qui passent par un service numérique, en\u202f%.",
        ),
        Text("share of all ties that are digital", "part des liens qui sont numériques"),
    ),
)
