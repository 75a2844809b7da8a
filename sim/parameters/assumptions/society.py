"""How people meet, how rules drift, and how silence is read."""

from __future__ import annotations

from sim.parameters.parameter import Parameter, assumption

SCREENS = (
    "Kraut et al. (2002), doi:10.1111/1540-4560.00248; Hampton & Wellman (2003), "
    "doi:10.1046/j.1535-6841.2003.00057.x; Allcott et al. (2020), doi:10.1257/aer.20190658"
)
TRANSITIONS = "Acemoglu & Robinson (2001), AER 91, doi:10.1257/aer.91.4.938"

TIES: tuple[Parameter, ...] = (
    assumption(
        "ties",
        "meet",
        0.12,
        (0.05, 0.25),
        (0.0, 1.0),
        unit="per week",
        en=(
            "Chances to meet",
            "How often an empty place in one’s circle is filled.",
            "Set so that circles have a plausible size; lives differ more than one rate says.",
        ),
        fr=(
            "Occasions de rencontre",
            "À quelle fréquence une place libre parmi les proches se remplit.",
            "Réglé pour un cercle de taille plausible ; les vies varient plus qu’un taux.",
        ),
    ),
    assumption(
        "ties",
        "drift_local",
        0.05,
        (0.02, 0.1),
        (0.0, 1.0),
        unit="per week",
        en=(
            "Local ties fade",
            "Chance that a local tie, when it comes up, is lost that week.",
            "Close kin hardly fade; a single rate blends them with acquaintances.",
        ),
        fr=(
            "Usure des liens locaux",
            "Chance qu’un lien local, quand il est examiné, se perde.",
            "La famille proche s’use peu ; un seul taux la mêle aux connaissances.",
        ),
    ),
    assumption(
        "ties",
        "drift_digital",
        0.12,
        (0.05, 0.2),
        (0.0, 1.0),
        unit="per week",
        en=(
            "Digital ties fade",
            "The same chance for a digital tie, before access is counted.",
            "Online friends of many years exist; what fades is mostly never used.",
        ),
        fr=(
            "Usure des liens numériques",
            "La même chance pour un lien numérique, avant de compter l’accès.",
            "Des amitiés en ligne durent des années ; s’use surtout ce qui ne sert pas.",
        ),
    ),
    assumption(
        "ties",
        "displacement",
        0.1,
        (-0.3, 0.5),
        (-1.0, 1.0),
        source=SCREENS,
        strength="contested",
        en=(
            "Screens replace neighbours",
            "How far being online displaces local ties; below 0 it adds to them.",
            "Wired neighbours knew more neighbours; without a network others met more: the sign is open.",
        ),
        fr=(
            "Écran contre voisins",
            "À quel point être en ligne chasse les liens locaux ; sous 0, il en ajoute.",
            (
                "Des voisins connectés se connaissaient mieux ; sans réseau, d’autres "
                "sortent plus : signe ouvert."
            ),
        ),
    ),
    assumption(
        "ties",
        "digital_worth",
        0.7,
        (0.3, 1.2),
        (0.0, 5.0),
        source="Hobbs, Burke, Christakis & Fowler (2016), PNAS 113, doi:10.1073/pnas.1605554113",
        strength="contested",
        en=(
            "Worth of a digital tie",
            "What a digital tie is worth beside a local one.",
            "Lowest mortality went with many friends met and moderate life online; a correlation.",
        ),
        fr=(
            "Valeur d’un lien numérique",
            "Ce que vaut un lien numérique à côté d’un lien local.",
            "La mortalité la plus basse allait avec beaucoup d’amis vus et un écran modéré ; corrélation.",
        ),
    ),
)

POLITICS: tuple[Parameter, ...] = (
    assumption(
        "politics",
        "overthrow",
        0.05,
        (0.02, 0.12),
        (0.0, 1.0),
        source=TRANSITIONS,
        strength="contested",
        en=(
            "Pressure that topples",
            "Lasting share of people in the street at which rules may fall.",
            "The famous 3.5% is no law: Hong Kong passed it and failed on its main demands.",
        ),
        fr=(
            "Pression qui renverse",
            "Part durable d’habitants dans la rue à partir de laquelle tout peut changer.",
            "Les fameux 3,5 % ne sont pas une loi : Hong Kong les a passés et a échoué.",
        ),
    ),
    assumption(
        "politics",
        "settlement",
        0.4,
        (0.1, 0.8),
        (0.0, 1.0),
        source=f"{TRANSITIONS}; Chenoweth (2020), The Future of Nonviolent Resistance, "
        "doi:10.1353/jod.2020.0046",
        strength="contested",
        en=(
            "It ends in reform",
            "Chance that an overthrow ends in reform and not in restoration.",
            "Success of nonviolent movements has fallen since 2010; cases differ too much for one rate.",
        ),
        fr=(
            "Fin en réforme",
            "Chance qu’un renversement finisse en réforme et non en restauration.",
            "Le succès des mouvements non violents baisse depuis 2010 ; les cas diffèrent trop.",
        ),
    ),
    assumption(
        "politics",
        "lobbying",
        0.3,
        (0.0, 1.0),
        (0.0, 10.0),
        source="Tullock (1980), Efficient rent seeking, in Toward a Theory of the Rent-Seeking Society",
        strength="contested",
        en=(
            "Weight of lobbying",
            "How far data holders bend the rules where checks are weak.",
            "Lobbies also compete with each other, and some of their gains are public.",
        ),
        fr=(
            "Poids du lobbying",
            "À quel point les détenteurs plient les règles si les contrôles sont faibles.",
            "Les lobbys se font aussi concurrence, et certains de leurs gains profitent à tous.",
        ),
    ),
    assumption(
        "politics",
        "concession",
        0.5,
        (0.0, 1.0),
        (0.0, 10.0),
        source=TRANSITIONS,
        strength="contested",
        en=(
            "Speed of change of rules",
            "How fast the levers follow voice and demand for order.",
            "Institutions can hold for decades under pressure, then change in a week.",
        ),
        fr=(
            "Vitesse des règles",
            "À quelle vitesse les réglages suivent la voix et la demande d’ordre.",
            "Des institutions tiennent des décennies sous pression, puis changent en une semaine.",
        ),
    ),
)

METRICS: tuple[Parameter, ...] = (
    assumption(
        "metrics",
        "silence_as",
        0.3,
        (0.0, 0.6),
        (0.0, 1.0),
        en=(
            "How silence is read",
            "How satisfied the city’s data take a silent resident to be; 0: as lived.",
            "Set to 0 silence adds nothing; surveys could also count the silent as unhappy.",
        ),
        fr=(
            "Lecture du silence",
            "À quel point les données croient satisfait qui se tait ; 0 : comme vécu.",
            "À 0 le silence n’ajoute rien ; on pourrait aussi compter les silencieux comme mécontents.",
        ),
    ),
    assumption(
        "metrics",
        "complain",
        0.5,
        (0.0, 2.0),
        (0.0, 20.0),
        source="Kontokosta & Hong (2021), doi:10.1016/j.scs.2020.102503",
        en=(
            "Complaints weigh more",
            "Extra weight in the city’s data of those who speak up dissatisfied.",
            "Who complains is not who needs most: poorer districts reported less than their problems.",
        ),
        fr=(
            "Poids des plaintes",
            "Poids en plus, dans les données, de qui se plaint.",
            "Qui se plaint n’est pas qui manque le plus : les quartiers pauvres signalaient moins.",
        ),
    ),
)
