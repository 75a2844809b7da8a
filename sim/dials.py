"""The dials: what is measured, declared once. `sim.metrics` computes them, in this order."""

from __future__ import annotations

from typing import Literal, NamedTuple

from sim.errors import unknown
from sim.parameters.parameter import Text

Direction = Literal["more", "less"]


class Dial(NamedTuple):
    """One measured quantity.

    Values are fractions or plain numbers; the page shows ``value * scale`` in ``unit`` on the fixed ``axis``
    (in unscaled values). ``direction`` says which way is better where few would disagree, else None.
    ``definitional`` marks dials whose level follows almost directly from the levers.
    """

    id: str
    group: str
    unit: str
    scale: float
    axis: tuple[float, float]
    label: Text
    help: Text
    definition: Text
    direction: Direction | None = None
    definitional: bool = False

    @property
    def word(self) -> Text:
        """The debate's word that this dial answers."""
        return GROUPS[self.group]


GROUPS = {
    "wellbeing": Text("residents' well-being", "bien-être des habitants"),
    "cost": Text("optimisation of costs", "optimisation des coûts"),
    "organisation": Text("optimisation of organisation", "optimisation de l’organisation"),
    "freedom": Text("emancipation, empowerment", "émancipation, pouvoir d’agir"),
    "distribution": Text("isolation and segmentation", "isolement et segmentation"),
    "ties": Text("proximity, continuity, social ties", "proximité, continuité, lien social"),
    "trust": Text("governance", "gouvernance"),
    "illusion": Text("the end of an illusion?", "la fin d’une illusion ?"),
    "data": Text("ownership of data", "propriété des données"),
    "innovation": Text("accumulation of innovations, complexity", "accumulation d’innovations, complexité"),
    "unrest": Text("tool of revolution, the crowd's soul", "outil de révolution, âme de la foule"),
    "opinion": Text("segmentation", "segmentation"),
}
UNITS = {
    "out_of_100": Text("out of 100", "sur 100"),
    "percent": Text("%", "%"),
    "points": Text("points", "points"),
    "out_of_12": Text("out of 12", "sur 12"),
    "per_1000": Text("per 1,000", "pour 1 000"),
    "per_year": Text("a year", "par an"),
    "start_100": Text("start = 100", "départ = 100"),
    "ideas": Text("start of the past = 1", "début du passé = 1"),
    "number": Text("", ""),
}

_IN_ORDER = (
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
            "Satisfaction in the city's data minus satisfaction as lived, points.",
            "Satisfaction dans les données de la ville moins satisfaction vécue, en points.",
        ),
        Text(
            "satisfaction as the city reads its sharers minus mean satisfaction as lived; "
            "undefined without sharers",
            "satisfaction lue chez ceux qui partagent moins satisfaction vécue moyenne\u202f; "
            "indéfini sans partage",
        ),
    ),
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
            "Share of residents present in the city's data, %.",
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
            "Average error of the city's estimate of needs, points.",
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
            "Satisfaction with services as the city's own data show it, out of 100.",
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
DIALS: dict[str, Dial] = {dial.id: dial for dial in _IN_ORDER}
FIRST_SEVEN = tuple(DIALS)[:7]
"""The dials of the default view, the focus first."""


def dial(name: str) -> Dial:
    """Return the dial called ``name``; an unknown name is an InputError with the nearest one."""
    if name not in DIALS:
        raise unknown("dial", name, DIALS)
    return DIALS[name]
