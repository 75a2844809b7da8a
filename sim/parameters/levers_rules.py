"""Levers of decisions, public space, ties and the drift of the rules."""

from __future__ import annotations

from sim.parameters.levers_data import SHARE_RANGE, UNIT_RANGE, lever
from sim.parameters.parameter import SWITCH, Parameter, Text

REPORTS = (
    "Kontokosta & Hong (2021), Bias in smart city governance, Sustainable Cities and Society 64, "
    "doi:10.1016/j.scs.2020.102503"
)
XU = "Xu (2021), To Repress or to Co-opt?, American Journal of Political Science 65, doi:10.1111/ajps.12514"

OPTIMISATION: tuple[Parameter, ...] = (
    lever(
        "optimisation",
        "aim_wellbeing",
        0.4,
        Text("Weight on needs", "Poids des besoins"),
        Text(
            "How much the planner favours districts with greater needs.",
            "À quel point le calcul favorise les quartiers aux besoins plus grands.",
        ),
        REPORTS,
        "moderate",
        Text(
            "Needs are seen through data: in 15 American cities response speed showed "
            "no bias (Clark et al. 2020).",
            "On voit les besoins par les données : dans 15 villes américaines, pas de biais "
            "de délai (Clark et al. 2020).",
        ),
        SHARE_RANGE,
        UNIT_RANGE,
    ),
    lever(
        "optimisation",
        "aim_cost",
        0.4,
        Text("Weight on savings", "Poids des économies"),
        Text(
            "How much it spreads evenly and gives money back.",
            "À quel point il répartit également et rend de l’argent.",
        ),
        "assumed",
        "judgement",
        Text(
            "Announced savings are mostly the sellers’ own; few projects were audited afterwards.",
            "Les économies annoncées viennent surtout des vendeurs ; peu de projets ont été audités ensuite.",
        ),
        SHARE_RANGE,
        UNIT_RANGE,
    ),
    lever(
        "optimisation",
        "aim_order",
        0.2,
        Text("Weight on order", "Poids de l’ordre"),
        Text(
            "How much it favours districts where people are in the street.",
            "À quel point il favorise les quartiers où l’on se rassemble.",
        ),
        XU,
        "judgement",
        Text(
            "In China monitoring went with fewer public goods: the state may repress instead of giving.",
            "En Chine, la surveillance est allée avec moins de biens publics : l’État "
            "peut réprimer au lieu de donner.",
        ),
        SHARE_RANGE,
        UNIT_RANGE,
    ),
    lever(
        "optimisation",
        "automation",
        0.3,
        Text("Automatic decisions", "Décisions automatiques"),
        Text(
            "Share of decisions taken with no person checking.",
            "Part des décisions prises sans vérification humaine.",
        ),
        "assumed; Perrow (1984), Normal Accidents",
        "judgement",
        Text(
            "Automatic rules also treat like cases alike, and some tightly coupled "
            "systems run safely for years.",
            "L’automatisme traite aussi les cas de même façon, et des systèmes très couplés "
            "tournent sûrement des années.",
        ),
    ),
    lever(
        "optimisation",
        "participation",
        0.1,
        Text("Budget decided by residents", "Budget décidé par les habitants"),
        Text(
            "Share of the service budget put to residents’ vote.",
            "Part du budget des services soumise au vote des habitants.",
        ),
        "Gonçalves (2014), The Effects of Participatory Budgeting, World Development "
        "53, doi:10.1016/j.worlddev.2013.01.009; "
        "Touchton & Wampler (2020), doi:10.1080/09614524.2020.1742662",
        "moderate",
        Text(
            "Evidence is from Brazil, where willing cities chose it; in Europe few vote and "
            "the small share blurs effects.",
            "Les preuves viennent du Brésil, de villes volontaires ; en Europe peu "
            "votent et la part est petite.",
        ),
    ),
    lever(
        "optimisation",
        "oversight",
        0.4,
        Text("Independent checks", "Contrôles indépendants"),
        Text(
            "Audit and upkeep of systems by people who do not run them.",
            "Audit et entretien des systèmes par des personnes qui ne les exploitent pas.",
        ),
        "assumed; algorithm registers of Amsterdam and Helsinki (2020)",
        "weak",
        Text(
            "A register is not a control: the first ones listed a handful of systems.",
            "Un registre n’est pas un contrôle : les premiers listaient une poignée de systèmes.",
        ),
    ),
)

STREET: tuple[Parameter, ...] = (
    lever(
        "street",
        "surveillance",
        0.3,
        Text("Cameras and network monitoring", "Caméras et suivi des réseaux"),
        Text(
            "How closely streets and networks are watched.",
            "À quel point rues et réseaux sont observés.",
        ),
        "Piza, Welsh, Farrington & Thomas (2019), CCTV Surveillance for Crime "
        "Prevention, doi:10.1111/1745-9133.12419; "
        "Penney (2016), Chilling Effects, doi:10.15779/Z38SS13",
        "contested",
        Text(
            "Gains in safety are modest and local; the fall in expression varies much from study to study.",
            "Les gains de sûreté sont modestes et locaux ; la baisse d’expression varie "
            "fort d’une étude à l’autre.",
        ),
    ),
    lever(
        "street",
        "enforcement",
        0.4,
        Text("Police presence and penalties", "Présence policière et sanctions"),
        Text(
            "Number of officers and severity of penalties.",
            "Nombre d’agents et sévérité des sanctions.",
        ),
        "Epstein (2002), Modeling civil violence, PNAS 99, doi:10.1073/pnas.092080199",
        "contested",
        Text(
            "Light repression has been followed by larger protests, heavy by smaller "
            "(Steinert-Threlkeld et al. 2022).",
            "Une répression légère a précédé des foules plus grandes, une forte de plus "
            "petites (Steinert-Threlkeld 2022).",
        ),
    ),
    lever(
        "street",
        "censorship",
        0.05,
        Text("Filtering of protest messages", "Filtrage de la contestation"),
        Text(
            "How far messages of protest are kept from other people’s view.",
            "À quel point les messages de contestation sont soustraits à la vue des autres.",
        ),
        "King, Pan & Roberts (2013), How Censorship in China..., APSR 107, doi:10.1017/S0003055413000014",
        "moderate",
        Text(
            "Noticed censorship can make people look further; free ways around it alone "
            "changed nothing (Chen & Yang 2019).",
            "Une censure remarquée pousse à chercher ; un accès libre seul n’a rien "
            "changé (Chen & Yang 2019).",
        ),
    ),
    lever(
        "street",
        "responsiveness",
        0.4,
        Text("Response to demands", "Réponse aux demandes"),
        Text(
            "How far the city changes course when people mobilise.",
            "À quel point la ville change de cap quand on se mobilise.",
        ),
        "Acemoglu & Robinson (2001), A Theory of Political Transitions, AER 91, doi:10.1257/aer.91.4.938",
        "moderate",
        Text(
            "A concession can calm or encourage: turnout after the French ones of 2018 "
            "fell for several reasons at once.",
            "Une concession apaise ou encourage : après celles de 2018 en France, "
            "plusieurs causes se mêlent.",
        ),
    ),
)

TIES: tuple[Parameter, ...] = (
    lever(
        "ties",
        "connectivity",
        0.85,
        Text("Network coverage", "Couverture du réseau"),
        Text(
            "Share of people and places reached by the network.",
            "Part des personnes et des lieux atteints par le réseau.",
        ),
        "Hampton & Wellman (2003), Neighboring in Netville, City & Community 2, "
        "doi:10.1046/j.1535-6841.2003.00057.x",
        "contested",
        Text(
            "Four weeks off Facebook meant more time with people and slightly more "
            "well-being (Allcott et al. 2020).",
            "Quatre semaines sans Facebook : plus de rencontres et un peu plus de "
            "bien-être (Allcott et al. 2020).",
        ),
    ),
    lever(
        "ties",
        "personalisation",
        0.5,
        Text("Tailored feeds", "Fils personnalisés"),
        Text(
            "100: feeds suggest people who think alike; 0: anyone.",
            "100 : les fils proposent des gens du même avis ; 0 : n’importe qui.",
        ),
        "McPherson, Smith-Lovin & Cook (2001), Birds of a Feather, doi:10.1146/annurev.soc.27.1.415",
        "contested",
        Text(
            "Cutting like-minded posts by a third in 2020 moved no attitude measurably (Nyhan et al. 2023).",
            "Réduire d’un tiers les contenus du même avis en 2020 n’a bougé aucune "
            "attitude (Nyhan et al. 2023).",
        ),
    ),
    lever(
        "ties",
        "places",
        0.3,
        Text("Local meeting places", "Lieux de rencontre"),
        Text(
            "Spending on squares, libraries, clubs and the like.",
            "Dépenses pour places, bibliothèques, associations, etc.",
        ),
        "Oldenburg (1989), The Great Good Place; Klinenberg (2018), Palaces for the People",
        "weak",
        Text(
            "Studies are observational: sociable districts may get the places, not the places the ties.",
            "Études d’observation : les quartiers liants ont peut-être attiré les lieux, et non l’inverse.",
        ),
    ),
    lever(
        "ties",
        "continuity",
        0.6,
        Text("Links between districts", "Liens entre quartiers"),
        Text(
            "How easily people cross from one district to the next.",
            "Facilité à passer d’un quartier à l’autre.",
        ),
        "Liben-Nowell et al. (2005), Geographic routing in social networks, PNAS 102, "
        "doi:10.1073/pnas.0503018102",
        "moderate",
        Text(
            "About a third of online friendships ignored distance: borders may matter "
            "less than they used to.",
            "Près d’un tiers des amitiés en ligne ignoraient la distance : les limites "
            "comptent peut-être moins.",
        ),
    ),
)

POLITICS: tuple[Parameter, ...] = (
    lever(
        "politics",
        "evolving",
        False,
        Text("Rules may drift", "Règles évolutives"),
        Text(
            "If yes, firms’ weight and protest change the levers over time.",
            "Si oui, le poids des entreprises et la contestation changent les réglages.",
        ),
        "Acemoglu & Robinson (2001), AER 91, doi:10.1257/aer.91.4.938; "
        "Beraja, Kao, Yang & Yuchtman (2023), AI-tocracy, QJE 138, doi:10.1093/qje/qjad012",
        "contested",
        Text(
            "The classic result needed correction: where threats come at middling "
            "frequency, revolt remains possible.",
            "Le résultat classique a dû être corrigé : à menace moyennement fréquente, "
            "la révolte reste possible.",
        ),
        SWITCH,
    ),
)
