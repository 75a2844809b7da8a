"""How safety, speech and protest behave."""

from __future__ import annotations

from sim.parameters.parameter import Parameter, assumption

CCTV = "Piza, Welsh, Farrington & Thomas (2019), doi:10.1111/1745-9133.12419"
FEEDBACK = "Ensign et al. (2018), Runaway Feedback Loops, arXiv:1706.09847"
PREDICTIVE = "Mohler et al. (2015), JASA 110, doi:10.1080/01621459.2015.1077710; Hunt et al. (2014), RAND"
EPSTEIN = "Epstein (2002), Modeling civil violence, PNAS 99, doi:10.1073/pnas.092080199"
CROWD = "Brock & Durlauf (2001), Review of Economic Studies 68, doi:10.1111/1467-937X.00168"

SECURITY: tuple[Parameter, ...] = (
    assumption(
        "security",
        "patrol_effect",
        0.3,
        (0.0, 0.5),
        (0.0, 2.0),
        source="assumed; Mohler et al. (2015), doi:10.1080/01621459.2015.1077710",
        strength="contested",
        en=(
            "What patrols prevent",
            "Fall in offences when a district has twice the usual officers.",
            "A famous Kansas City trial of preventive patrol saw no difference (Kelling et al. 1974).",
        ),
        fr=(
            "Effet des patrouilles",
            "Baisse des délits quand un quartier a deux fois plus d’agents que d’ordinaire.",
            "Un essai célèbre à Kansas City n’a vu aucune différence (Kelling et al. 1974).",
        ),
    ),
    assumption(
        "security",
        "cctv_effect",
        0.13,
        (0.0, 0.2),
        (0.0, 1.0),
        source=CCTV,
        strength="contested",
        en=(
            "What cameras prevent",
            "Fall in offences with cameras everywhere.",
            "The effect sits mostly in car parks and where somebody watches the screens.",
        ),
        fr=(
            "Effet des caméras",
            "Baisse des délits avec des caméras partout.",
            "L’effet tient surtout aux parkings et aux écrans regardés en direct.",
        ),
    ),
    assumption(
        "security",
        "predictive_effect",
        0.0,
        (0.0, 0.1),
        (0.0, 1.0),
        source=PREDICTIVE,
        strength="contested",
        en=(
            "What prediction prevents",
            "Further fall in offences when police use all data to predict.",
            "One trial, linked to a seller, saw fewer crimes; independent ones saw no effect.",
        ),
        fr=(
            "Effet de la prédiction",
            "Baisse de plus si la police prédit avec toutes les données.",
            "Un essai lié à un vendeur a vu moins de crimes ; les indépendants, aucun effet.",
        ),
    ),
    assumption(
        "security",
        "recorded_share",
        0.3,
        (0.1, 0.9),
        (0.0, 1.0),
        source=f"{FEEDBACK}; Lum & Isaac (2016), doi:10.1111/j.1740-9713.2016.00960.x",
        strength="moderate",
        en=(
            "Offences reported anyway",
            "Share of offences recorded whether or not police are near.",
            "The loop is strong for drugs and stops, weak for crimes that victims report.",
        ),
        fr=(
            "Délits signalés",
            "Part des délits enregistrés, que la police soit proche ou non.",
            "La boucle est forte pour les stupéfiants, faible pour ce que les victimes signalent.",
        ),
    ),
    assumption(
        "security",
        "stops",
        0.1,
        (0.0, 0.3),
        (0.0, 1.0),
        source=FEEDBACK,
        strength="weak",
        en=(
            "Stops felt as watching",
            "How much extra officers make people feel watched.",
            "Some residents ask for officers in sight and feel safer with them.",
        ),
        fr=(
            "Contrôles ressentis",
            "À quel point des agents en plus font se sentir surveillé.",
            "Des habitants demandent des agents visibles et se sentent plus en sûreté.",
        ),
    ),
    assumption(
        "security",
        "disruption",
        0.2,
        (0.0, 0.8),
        (0.0, 2.0),
        strength="weak",
        en=(
            "Nuisance of gatherings",
            "Disorder that each person in the street adds for others.",
            "Most gatherings harm nobody, and a crowd can make a street feel safe.",
        ),
        fr=(
            "Gêne des rassemblements",
            "Désordre que chaque personne dans la rue ajoute pour les autres.",
            "La plupart ne nuisent à personne, et une foule peut rendre une rue plus sûre.",
        ),
    ),
)

EXPRESSION: tuple[Parameter, ...] = (
    assumption(
        "expression",
        "chilling",
        1.5,
        (0.0, 3.0),
        (0.0, 20.0),
        unit="logits",
        source="Penney (2016), doi:10.15779/Z38SS13; Stoycheff (2016), doi:10.1177/1077699016630255; "
        "Marthews & Tucker (2017), doi:10.2139/ssrn.2412564",
        strength="moderate",
        en=(
            "Silence of the watched",
            "How much feeling watched without trust makes people keep quiet.",
            "Sizes range from slight to large, and people may move to other channels instead.",
        ),
        fr=(
            "Silence des surveillés",
            "À quel point se sentir observé sans confiance fait taire.",
            "L’effet va de faible à fort, et l’on change peut-être seulement de canal.",
        ),
    ),
    assumption(
        "expression",
        "spiral",
        0.5,
        (0.1, 1.0),
        (-5.0, 10.0),
        unit="logits",
        source="Noelle-Neumann (1974), doi:10.1111/j.1460-2466.1974.tb00367.x; "
        "Matthes, Knoll & von Sikorski (2018), doi:10.1177/0093650217745429",
        strength="moderate",
        en=(
            "Spiral of silence",
            "How much agreement around one makes one speak.",
            (
                "Over many studies the link is small, and some minorities speak louder "
                "(Porten-Cheé & Eilders 2015)."
            ),
        ),
        fr=(
            "Spirale du silence",
            "À quel point l’accord autour de soi fait parler.",
            (
                "Lien faible sur beaucoup d’études, et des minorités parlent plus fort "
                "(Porten-Cheé et Eilders 2015)."
            ),
        ),
    ),
)

MOBILISATION: tuple[Parameter, ...] = (
    assumption(
        "mobilisation",
        "threshold",
        0.30,
        (0.2, 0.45),
        (0.0, 1.0),
        source=EPSTEIN,
        strength="theory",
        en=(
            "Threshold of protest",
            "Grievance above risk needed to go into the street.",
            (
                "The original used a lower one; real people differ, which smooths any "
                "tipping (Granovetter 1978)."
            ),
        ),
        fr=(
            "Seuil de protestation",
            "Grief, risque déduit, à partir duquel on descend dans la rue.",
            "L’original est plus bas ; les gens diffèrent, ce qui lisse la bascule (Granovetter 1978).",
        ),
    ),
    assumption(
        "mobilisation",
        "arrest_k",
        2.3,
        (1.0, 3.0),
        (0.0, 10.0),
        source=EPSTEIN,
        strength="theory",
        en=(
            "Sense of the risk of arrest",
            "How steeply perceived risk rises with officers per protester.",
            "Chosen for a round figure; how it is rounded decides whether outbursts appear at all.",
        ),
        fr=(
            "Risque d’arrestation perçu",
            "À quel point le risque perçu croît avec les agents par manifestant.",
            "Choisi pour un chiffre rond ; l’arrondi décide si des flambées apparaissent.",
        ),
    ),
    assumption(
        "mobilisation",
        "arrest_rounding",
        "none",
        ("none", "floor", "round"),
        ("none", "floor", "round"),
        source=f"{EPSTEIN}; NetLogo's and Mesa's versions",
        strength="theory",
        en=(
            "Rounding of the risk",
            "Whether officers per protester are rounded: none, down, or nearest.",
            "The paper does not round, well-known programs do, and the famous outbursts come from it.",
        ),
        fr=(
            "Arrondi du risque",
            "Les agents par manifestant sont-ils arrondis : non, vers le bas, au plus près.",
            "L’article n’arrondit pas, des programmes connus si, et les flambées célèbres en viennent.",
        ),
    ),
    assumption(
        "mobilisation",
        "conversion",
        0.15,
        (0.02, 0.4),
        (0.0, 1.0),
        source="Gilets jaunes, November 2018: intentions polled (BVA) against people counted",
        strength="theory",
        en=(
            "From wish to act",
            "Chance that one who newly wants to act does so that week.",
            "Before the French protests of 2018 far more announced they would come than did.",
        ),
        fr=(
            "De l’envie à l’acte",
            "Chance que celui qui veut agir le fasse dans la semaine.",
            "Avant novembre 2018 en France, bien plus annonçaient venir que ne sont venus.",
        ),
    ),
    assumption(
        "mobilisation",
        "vision",
        150.0,
        (60.0, 300.0),
        (1.0, 100_000.0),
        unit="residents",
        source=EPSTEIN,
        en=(
            "People in sight",
            "How many residents one sees when judging the risk.",
            "Images travel: people also judge by what they see on a screen from far away.",
        ),
        fr=(
            "Habitants à portée de vue",
            "Nombre d’habitants que l’on voit pour juger du risque.",
            "Les images voyagent : on juge aussi par ce que l’on voit de loin sur un écran.",
        ),
    ),
    assumption(
        "mobilisation",
        "crowd",
        0.35,
        (0.0, 0.8),
        (0.0, 2.0),
        source=CROWD,
        strength="contested",
        en=(
            "The crowd’s soul",
            "How strongly a shared mood carries people with it.",
            (
                "A metaphor with exact mathematics: in data, contagion and likeness cannot be told apart "
                "(Shalizi & Thomas 2011)."
            ),
        ),
        fr=(
            "L’âme de la foule",
            "À quel point une humeur partagée entraîne les gens.",
            (
                "Métaphore aux mathématiques exactes : contagion et ressemblance se confondent "
                "(Shalizi et Thomas 2011)."
            ),
        ),
    ),
    assumption(
        "mobilisation",
        "strategic",
        0.0,
        (-0.5, 0.5),
        (-2.0, 2.0),
        source="Cantoni, Yang, Yuchtman & Zhang (2019), QJE 134, doi:10.1093/qje/qjz002",
        strength="contested",
        en=(
            "Joining or leaving to others",
            "Above 0, crowds draw people; below 0, people leave it to others.",
            (
                "Hong Kong students came less when told more would come; networks drew Russians out "
                "(Enikolopov et al. 2020)."
            ),
        ),
        fr=(
            "Rejoindre ou laisser faire",
            "Au-dessus de 0, la foule attire ; en dessous, on laisse faire les autres.",
            (
                "À Hong Kong, on venait moins si d’autres venaient ; en Russie, les réseaux ont fait sortir "
                "(Enikolopov et al. 2020)."
            ),
        ),
    ),
    assumption(
        "mobilisation",
        "backlash",
        0.3,
        (-0.3, 0.8),
        (-1.0, 5.0),
        source="Steinert-Threlkeld, Chan & Joo (2022), Journal of Politics",
        strength="contested",
        en=(
            "Backlash of repression",
            "How much a moderate number of arrests feeds grievance; may be negative.",
            (
                "Repression that only deters still yields every correlation (Steinert-Threlkeld & "
                "Steinert-Threlkeld 2021, doi:10.1371/journal.pone.0250784)."
            ),
        ),
        fr=(
            "Effet boomerang de la répression",
            "À quel point des arrestations modérées nourrissent le grief ; peut être négatif.",
            (
                "Une répression seulement dissuasive donne aussi toutes les corrélations (Steinert-Threlkeld "
                "et Steinert-Threlkeld 2021, doi:10.1371/journal.pone.0250784)."
            ),
        ),
    ),
    assumption(
        "mobilisation",
        "fatigue",
        0.06,
        (0.02, 0.12),
        (0.0, 1.0),
        unit="per week",
        source="counts of the Gilets jaunes, 2018-2019; Lohmann (1994), doi:10.2307/2950679",
        strength="contested",
        en=(
            "Weariness of protest",
            "Weariness gained by a week in the street.",
            "Turnouts fall for many reasons at once: weather, holidays, policing, concessions.",
        ),
        fr=(
            "Lassitude de protester",
            "Lassitude gagnée par semaine passée dans la rue.",
            "Les foules baissent pour plusieurs raisons : météo, fêtes, police, concessions.",
        ),
    ),
)
