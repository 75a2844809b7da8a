"""What makes well-being and opinions move."""

from __future__ import annotations

from sim.parameters.parameter import Parameter, assumption

INCOME = "Killingsworth, Kahneman & Mellers (2023), PNAS 120, doi:10.1073/pnas.2208661120"
RELATIONS = "Holt-Lunstad, Smith & Layton (2010), PLoS Medicine 7, doi:10.1371/journal.pmed.1000316"
OPINIONS = "Deffuant et al. (2000), doi:10.1142/S0219525900000078; Hegselmann & Krause (2002), JASSS 5(3)2"
ANCHORS = "Friedkin & Johnsen (1990), doi:10.1080/0022250X.1990.9990069"

WELLBEING: tuple[Parameter, ...] = (
    assumption(
        "wellbeing",
        "value_income",
        0.22,
        (0.1, 0.35),
        (0.0, 2.0),
        source=INCOME,
        strength="strong",
        en=(
            "Weight of means",
            "Share of well-being that follows freedom from hardship.",
            "A re-analysis finds a plateau at high incomes (Bennedsen 2024, arXiv:2401.05347).",
        ),
        fr=(
            "Poids des moyens",
            "Part du bien-être qui tient à l’absence de difficultés.",
            "Une réanalyse trouve un plateau aux hauts revenus (Bennedsen 2024, arXiv:2401.05347).",
        ),
    ),
    assumption(
        "wellbeing",
        "value_service",
        0.28,
        (0.15, 0.4),
        (0.0, 2.0),
        en=(
            "Weight of services",
            "Share of well-being that follows services that fit.",
            "People get used to services; their lasting weight may be smaller.",
        ),
        fr=(
            "Poids des services",
            "Part du bien-être qui tient à des services adaptés.",
            "On s’habitue aux services ; leur poids durable est peut-être moindre.",
        ),
    ),
    assumption(
        "wellbeing",
        "value_ties",
        0.20,
        (0.1, 0.3),
        (0.0, 2.0),
        source=RELATIONS,
        strength="strong",
        en=(
            "Weight of ties",
            "Share of well-being that follows the people one is close to.",
            "Most studies observe: the healthy and happy also make friends more easily.",
        ),
        fr=(
            "Poids des liens",
            "Part du bien-être qui tient aux proches.",
            "La plupart des études observent : qui va bien se fait aussi plus d’amis.",
        ),
    ),
    assumption(
        "wellbeing",
        "value_autonomy",
        0.12,
        (0.0, 0.24),
        (0.0, 2.0),
        en=(
            "Weight of autonomy",
            "Weight of having a say, for those who put autonomy first.",
            "A choice of values, not a finding: set it as you hold it.",
        ),
        fr=(
            "Poids de l’autonomie",
            "Poids de la prise sur les décisions, si l’autonomie prime.",
            "Un choix de valeurs, non un résultat : à chacun de le régler.",
        ),
    ),
    assumption(
        "wellbeing",
        "value_privacy",
        0.12,
        (0.0, 0.24),
        (0.0, 2.0),
        en=(
            "Weight of privacy",
            "Weight of lost privacy, for those who put autonomy first.",
            "A choice of values; many give privacy away for little.",
        ),
        fr=(
            "Poids de l’intimité",
            "Poids de l’intimité perdue, si l’autonomie prime.",
            "Un choix de valeurs ; beaucoup cèdent leur intimité pour peu.",
        ),
    ),
    assumption(
        "wellbeing",
        "value_safety",
        0.14,
        (0.0, 0.28),
        (0.0, 2.0),
        en=(
            "Weight of safety",
            "Weight of safe streets, for those who put order first.",
            "A choice of values; fear does not always follow crime.",
        ),
        fr=(
            "Poids de la sûreté",
            "Poids de rues sûres, si l’ordre prime.",
            "Un choix de valeurs ; la peur ne suit pas toujours les délits.",
        ),
    ),
    assumption(
        "wellbeing",
        "convenience",
        0.10,
        (0.0, 0.2),
        (0.0, 2.0),
        en=(
            "Weight of convenience",
            "Well-being from good digital services in daily life.",
            "Weeks without a social network left people slightly happier (Allcott et al. 2020).",
        ),
        fr=(
            "Poids de la commodité",
            "Bien-être tiré de bons services numériques au quotidien.",
            "Des semaines sans réseau social ont rendu un peu plus heureux (Allcott et al. 2020).",
        ),
    ),
    assumption(
        "wellbeing",
        "burden",
        0.06,
        (0.0, 0.12),
        (0.0, 2.0),
        en=(
            "Burden of taking part",
            "Well-being lost to meetings and votes.",
            "Those who take part often say that they enjoy it.",
        ),
        fr=(
            "Charge de participer",
            "Bien-être perdu en réunions et en votes.",
            "Ceux qui participent disent souvent y prendre plaisir.",
        ),
    ),
)

OPINION: tuple[Parameter, ...] = (
    assumption(
        "opinion",
        "bound",
        0.5,
        (0.1, 1.0),
        (0.0, 2.0),
        source=OPINIONS,
        strength="weak",
        en=(
            "Openness to other views",
            "Largest gap of opinion across which people still influence each other.",
            "Calculations on invented people; measured backfire and persuasion are both small.",
        ),
        fr=(
            "Ouverture aux avis",
            "Plus grand écart d’avis à travers lequel on s’influence encore.",
            "Calculs sur des gens inventés ; rejet et persuasion mesurés sont tous deux faibles.",
        ),
    ),
    assumption(
        "opinion",
        "influence",
        0.05,
        (0.01, 0.1),
        (0.0, 1.0),
        unit="per week",
        source=OPINIONS,
        strength="weak",
        en=(
            "Influence of ties",
            "Share of the gap to one’s ties that closes in a week.",
            "Large trials with feeds in 2020 moved no attitude within three months (Nyhan et al. 2023).",
        ),
        fr=(
            "Influence des liens",
            "Part de l’écart aux proches comblée en une semaine.",
            "De grands essais sur les fils en 2020 n’ont bougé aucune attitude (Nyhan et al. 2023).",
        ),
    ),
    assumption(
        "opinion",
        "anchor",
        0.03,
        (0.01, 0.1),
        (0.0, 1.0),
        unit="per week",
        source=ANCHORS,
        strength="weak",
        en=(
            "Hold of one’s own view",
            "How fast people return to what they held at heart.",
            "Without an anchor the same models end in consensus or in camps.",
        ),
        fr=(
            "Attachement à son avis",
            "À quelle vitesse on revient à son avis profond.",
            "Sans attache, les mêmes modèles finissent en consensus ou en camps.",
        ),
    ),
    assumption(
        "opinion",
        "experience",
        1.5,
        (0.0, 3.0),
        (0.0, 20.0),
        en=(
            "Privacy lost moves opinion",
            "How much lost privacy turns people toward autonomy.",
            "People may resign themselves instead and stop minding.",
        ),
        fr=(
            "Intimité perdue et opinion",
            "À quel point l’intimité perdue tourne vers l’autonomie.",
            "On peut aussi se résigner et cesser d’y penser.",
        ),
    ),
    assumption(
        "opinion",
        "value_prior",
        0.0,
        (-0.5, 0.5),
        (-1.0, 1.0),
        en=(
            "Values at the start",
            "Average opinion: below 0 order first, above 0 autonomy first.",
            "A choice of values that differs between countries and years.",
        ),
        fr=(
            "Valeurs de départ",
            "Avis moyen : sous 0 l’ordre d’abord, au-dessus l’autonomie d’abord.",
            "Un choix de valeurs, qui varie selon les pays et les années.",
        ),
    ),
    assumption(
        "opinion",
        "security_demand",
        0.3,
        (0.0, 1.0),
        (0.0, 5.0),
        source="Beraja, Kao, Yang & Yuchtman (2023), QJE 138, doi:10.1093/qje/qjad012",
        strength="contested",
        en=(
            "Demand for order",
            "How much unsafe streets and unrest turn people toward order.",
            "Unrest can also win sympathy for its cause, above all when peaceful.",
        ),
        fr=(
            "Demande d’ordre",
            "À quel point des rues peu sûres et des troubles tournent vers l’ordre.",
            "Une contestation peut aussi gagner la sympathie, surtout si elle est pacifique.",
        ),
    ),
)
