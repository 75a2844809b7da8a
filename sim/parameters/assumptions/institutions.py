"""How innovations, the purse and services behave."""

from __future__ import annotations

from sim.parameters.parameter import Parameter, assumption

COMBINING = "Weitzman (1998), QJE 113, doi:10.1162/003355398555595; Cortês et al. (2022), arXiv:2204.14115"
HARDER_IDEAS = "Bloom, Jones, Van Reenen & Webb (2020), AER 110, doi:10.1257/aer.20180338"
RULES_AND_ENTRY = "Janßen, Kesler, Kummer & Waldfogel (2022), doi:10.3386/w30028"
LOCK_IN = "Arthur (1989), Economic Journal 99, doi:10.2307/2234208"

INNOVATION: tuple[Parameter, ...] = (
    assumption(
        "innovation",
        "gain",
        0.6,
        (0.2, 1.5),
        (0.0, 10.0),
        source="McKinsey Global Institute (2018), Smart Cities: Digital Solutions for a More Livable Future; "
        "a potential, by an adviser to such projects",
        strength="weak",
        en=(
            "Gain promised by machines",
            "Extra service for the same money that good machines could give.",
            "Figures come from sellers and advisers; independent checks afterwards are scarce.",
        ),
        fr=(
            "Gain promis des machines",
            "Surcroît de service à dépense égale que de bonnes machines pourraient donner.",
            "Les chiffres viennent de vendeurs et de conseils ; les bilans indépendants sont rares.",
        ),
    ),
    assumption(
        "innovation",
        "realisation",
        0.6,
        (0.1, 1.0),
        (0.0, 1.0),
        source="Flyvbjerg & Budzier (2011), Why Your IT Project May Be Riskier Than You Think, "
        "arXiv:1304.0265",
        strength="weak",
        en=(
            "Share of the promise kept",
            "Part of the promised gain that is really delivered.",
            "Large computer projects often overrun, yet some, like Estonia’s, claim lasting savings.",
        ),
        fr=(
            "Part de la promesse tenue",
            "Part du gain promis qui est vraiment livrée.",
            (
                "Les grands projets dérapent souvent, mais d’autres, comme en Estonie, "
                "disent épargner durablement."
            ),
        ),
    ),
    assumption(
        "innovation",
        "ideas",
        10.0,
        (3.0, 20.0),
        (0.0, 200.0),
        unit="per year",
        source=COMBINING,
        strength="weak",
        en=(
            "New ideas a year",
            "Ideas that a city fully alive with them would bring each year.",
            "What counts as one idea is a convention; only ratios between cities mean something.",
        ),
        fr=(
            "Idées nouvelles par an",
            "Idées qu’une ville pleinement inventive apporterait chaque année.",
            "Compter une idée est une convention ; seuls les rapports entre villes ont un sens.",
        ),
    ),
    assumption(
        "innovation",
        "catalyst",
        0.3,
        (-0.2, 0.6),
        (-1.0, 2.0),
        source=COMBINING,
        strength="weak",
        en=(
            "Ideas that bring ideas",
            "How much the ideas already there speed up new ones.",
            (
                "Old systems can also block new ones, and the sharpest growth laws depend "
                "on where a city is cut."
            ),
        ),
        fr=(
            "Idées qui en appellent d’autres",
            "À quel point les idées présentes en accélèrent d’autres.",
            "L’ancien peut aussi bloquer le neuf, et les lois de croissance dépendent du contour des villes.",
        ),
    ),
    assumption(
        "innovation",
        "difficulty",
        0.05,
        (0.02, 0.07),
        (0.0, 1.0),
        unit="per year",
        source=HARDER_IDEAS,
        strength="weak",
        en=(
            "Ideas get harder",
            "Yearly fall in new ideas for the same effort.",
            "Measured on whole industries; combining data in a city may follow another law.",
        ),
        fr=(
            "Idées plus difficiles",
            "Baisse annuelle des idées nouvelles à effort égal.",
            "Mesuré sur des industries entières ; une ville qui combine des données peut différer.",
        ),
    ),
    assumption(
        "innovation",
        "obsolescence",
        0.05,
        (0.01, 0.2),
        (0.001, 1.0),
        unit="per year",
        source=COMBINING,
        strength="weak",
        en=(
            "Ideas fall out of use",
            "Yearly share of innovations that are dropped.",
            "City systems are often kept for decades; others vanish with their supplier.",
        ),
        fr=(
            "Idées hors d’usage",
            "Part annuelle des innovations abandonnées.",
            "Des systèmes urbains durent des décennies ; d’autres disparaissent avec leur fournisseur.",
        ),
    ),
    assumption(
        "innovation",
        "compliance",
        0.2,
        (0.0, 0.5),
        (0.0, 1.0),
        source=RULES_AND_ENTRY,
        strength="contested",
        en=(
            "Cost of privacy rules",
            "How much limits on reuse hold back data use and new entrants.",
            "Many apps that left after the European rules were little used or intrusive.",
        ),
        fr=(
            "Coût des règles d’intimité",
            "À quel point limiter la réutilisation freine l’usage et les nouveaux venus.",
            "Bien des applis parties après les règles européennes étaient peu utilisées ou intrusives.",
        ),
    ),
    assumption(
        "innovation",
        "delay",
        0.15,
        (0.0, 0.3),
        (0.0, 0.7),
        en=(
            "Time taken to deliberate",
            "Productivity lost to votes and audits.",
            "Deciding together can save time later: fewer appeals, fewer projects undone.",
        ),
        fr=(
            "Temps de délibération",
            "Productivité perdue en votes et audits.",
            "Décider ensemble peut faire gagner du temps : moins de recours, moins de projets défaits.",
        ),
    ),
)

BUDGET: tuple[Parameter, ...] = (
    assumption(
        "budget",
        "upkeep",
        0.006,
        (0.0, 0.02),
        (0.0, 1.0),
        unit="of income",
        source="Tainter (1988), The Collapse of Complex Societies",
        strength="theory",
        en=(
            "Upkeep of systems",
            "Share of income that one unit of complexity costs.",
            "Shared platforms can lower upkeep as they grow; returns need not fall.",
        ),
        fr=(
            "Entretien des systèmes",
            "Part du revenu que coûte une unité de complexité.",
            "Des plateformes partagées peuvent coûter moins en grandissant ; le rendement peut tenir.",
        ),
    ),
    assumption(
        "budget",
        "rent",
        0.12,
        (0.0, 0.3),
        (0.0, 2.0),
        unit="of income",
        source="Jones & Tonetti (2020), AER 110, doi:10.1257/aer.20191330",
        strength="theory",
        en=(
            "Worth of the data",
            "Income from data if everybody shares, to whoever holds them.",
            "Single records sell for very little, and cities have rarely earned from theirs.",
        ),
        fr=(
            "Valeur des données",
            "Revenu des données si tous partagent, pour qui les détient.",
            "Une fiche se vend très peu, et les villes ont rarement gagné à vendre les leurs.",
        ),
    ),
    assumption(
        "budget",
        "lock_in",
        0.5,
        (0.0, 1.0),
        (0.0, 5.0),
        source=LOCK_IN,
        strength="theory",
        en=(
            "Hold of suppliers",
            "How fast a city comes to depend on its platforms.",
            "The classic examples are disputed (Liebowitz & Margolis), and doubt among users undoes lock-in.",
        ),
        fr=(
            "Emprise des fournisseurs",
            "À quelle vitesse une ville dépend de ses plateformes.",
            "Les exemples classiques sont discutés (Liebowitz et Margolis) ; le doute défait l’emprise.",
        ),
    ),
    assumption(
        "budget",
        "concession_cost",
        0.1,
        (0.0, 0.2),
        (0.0, 1.0),
        unit="of income",
        en=(
            "Cost of concessions",
            "Share of income spent when demands fully succeed.",
            "Some concessions are rules that cost nothing; others are repaid by calm.",
        ),
        fr=(
            "Coût des concessions",
            "Part du revenu dépensée quand les demandes aboutissent toutes.",
            "Certaines concessions sont des règles gratuites ; d’autres se paient en calme.",
        ),
    ),
)

SERVICES: tuple[Parameter, ...] = (
    assumption(
        "allocation",
        "capture",
        0.5,
        (0.0, 1.0),
        (0.0, 3.0),
        source="Gonçalves (2014), World Development 53, doi:10.1016/j.worlddev.2013.01.009; "
        "Kontokosta & Hong (2021), doi:10.1016/j.scs.2020.102503",
        strength="moderate",
        en=(
            "Turnout bends votes",
            "How much districts that vote more get more.",
            "In Brazil voted budgets went to sanitation and health: the poor did take part.",
        ),
        fr=(
            "La participation pèse",
            "À quel point les quartiers qui votent plus obtiennent plus.",
            "Au Brésil, les budgets votés sont allés à la santé : les pauvres ont participé.",
        ),
    ),
    assumption(
        "service",
        "misfit",
        0.4,
        (0.0, 0.8),
        (0.0, 5.0),
        en=(
            "Harm of a wrong estimate",
            "Satisfaction lost where a service is fitted to the wrong need.",
            "People adapt services to themselves, and a standard one may suit most.",
        ),
        fr=(
            "Préjudice d’une estimation fausse",
            "Satisfaction perdue quand le service vise un besoin mal estimé.",
            "On s’approprie les services, et un service standard convient souvent à la plupart.",
        ),
    ),
)
