"""Claims and evidence of safety, speech, protest, trust, well-being, ties and politics."""

from __future__ import annotations

from sim.parameters.evidence import MechanismEvidence, evidence

PEOPLE: tuple[MechanismEvidence, ...] = (
    evidence(
        "security",
        "Piza et al. (2019), doi:10.1111/1745-9133.12419; Ensign et al. (2018), arXiv:1706.09847",
        "contested",
        (
            "Police, cameras and records",
            (
                "Patrols and cameras prevent some offences; police sent where offences were "
                "recorded record more there."
            ),
            "Trials of predictive policing disagree, and the loop is weak for offences that victims report.",
        ),
        (
            "Police, caméras et fichiers",
            (
                "Patrouilles et caméras évitent des délits ; envoyée où l’on a enregistré, "
                "la police y enregistre plus."
            ),
            (
                "Les essais de police prédictive se contredisent, et la boucle est faible "
                "si les victimes signalent."
            ),
        ),
    ),
    evidence(
        "expression",
        "Penney (2016), doi:10.15779/Z38SS13; Matthes et al. (2018), doi:10.1177/0093650217745429",
        "moderate",
        (
            "Speaking up",
            "People keep quiet when watched by those they distrust, or when alone with their view.",
            "Sizes differ widely; speech may move elsewhere, and some minorities speak louder.",
        ),
        (
            "Prendre la parole",
            "On se tait observé par ceux dont on se méfie, ou seul de son avis.",
            "Les tailles varient fort ; la parole peut migrer, et des minorités parlent plus fort.",
        ),
    ),
    evidence(
        "mobilisation",
        "Epstein (2002), doi:10.1073/pnas.092080199; Brock & Durlauf (2001), doi:10.1111/1467-937X.00168",
        "contested",
        (
            "Mobilisation and mood",
            (
                "People act when grievance exceeds the risk of arrest; a shared mood can "
                "carry them, and they tire."
            ),
            (
                "In Hong Kong, news of others going made people stay (Cantoni et al. 2019); Epstein's bursts "
                "hang on a rounding."
            ),
        ),
        (
            "Mobilisation et humeur",
            (
                "On agit quand le grief dépasse le risque d’arrestation ; une humeur commune "
                "entraîne, puis on se lasse."
            ),
            (
                "À Hong Kong, savoir que d’autres iraient faisait rester (Cantoni et al. 2019) ; les "
                "flambées d’Epstein tiennent à un arrondi."
            ),
        ),
    ),
    evidence(
        "trust",
        "Slovic (1993), doi:10.1111/j.1539-6924.1993.tb01329.x; Jøsang & Ismail (2002)",
        "contested",
        (
            "Trust",
            (
                "Trust follows services against expectation, losses more than gains; being "
                "watched costs some people "
                "trust and reassures others."
            ),
            "Leaks of data have lowered trust, left it, and raised it, in different studies.",
        ),
        (
            "Confiance",
            (
                "La confiance suit les services face aux attentes, surtout les "
                "déceptions ; la surveillance l’ôte "
                "aux uns et la donne aux autres."
            ),
            (
                "Selon les études, des fuites ont baissé la confiance, l’ont laissée "
                "telle quelle ou l’ont élevée."
            ),
        ),
    ),
    evidence(
        "agency",
        "assumed; Touchton & Wampler (2020), doi:10.1080/09614524.2020.1742662, on participatory budgets",
        "judgement",
        (
            "A say in decisions",
            "Voting on budgets, open data, holding data and speaking make people feel that they count.",
            "Online tools may repeat old inequalities, and a small voted share may be felt by few.",
        ),
        (
            "Prise sur les décisions",
            "Voter des budgets, ouvrir et détenir les données, parler : de quoi sentir que l’on compte.",
            (
                "Les outils en ligne répètent parfois les inégalités, et une petite part "
                "votée touche peu de gens."
            ),
        ),
    ),
    evidence(
        "wellbeing",
        "Killingsworth, Kahneman & Mellers (2023), doi:10.1073/pnas.2208661120; Holt-Lunstad et al. "
        "(2010), doi:10.1371/journal.pmed.1000316",
        "strong",
        (
            "Well-being",
            "Means and ties matter to all; autonomy, privacy and safety matter as each values them.",
            (
                "Income and ties are well measured; the weights of autonomy, privacy and "
                "safety are choices of value."
            ),
        ),
        (
            "Bien-être",
            "Moyens et liens comptent pour tous ; autonomie, intimité et sûreté selon les valeurs de chacun.",
            (
                "Revenu et liens sont bien mesurés ; les poids d’autonomie, d’intimité et "
                "de sûreté sont des choix."
            ),
        ),
    ),
    evidence(
        "opinion",
        "Deffuant et al. (2000), doi:10.1142/S0219525900000078; Friedkin & Johnsen (1990), "
        "doi:10.1080/0022250X.1990.9990069",
        "weak",
        (
            "Opinions",
            "People move toward ties who are not too far from them, and back toward what they hold at heart.",
            "Large trials that changed feeds in 2020 moved no attitude measurably (Nyhan et al. 2023).",
        ),
        (
            "Opinions",
            "On se rapproche de proches pas trop éloignés, et l’on revient à son avis profond.",
            (
                "De grands essais qui changeaient les fils en 2020 n’ont bougé aucune "
                "attitude (Nyhan et al. 2023)."
            ),
        ),
    ),
    evidence(
        "ties",
        "Liben-Nowell et al. (2005), doi:10.1073/pnas.0503018102; McPherson et al. (2001), "
        "doi:10.1146/annurev.soc.27.1.415",
        "strong",
        (
            "Ties",
            (
                "Ties form where people meet: nearby, across open borders, or online with the "
                "like-minded; and they fade."
            ),
            "Distance and likeness are well shown; whether screens add ties or replace them is open.",
        ),
        (
            "Liens",
            (
                "Les liens naissent où l’on se croise : près, par des limites ouvertes, ou "
                "en ligne entre semblables ; "
                "et ils s’usent."
            ),
            (
                "Distance et ressemblance sont bien établies ; que l’écran ajoute ou "
                "remplace des liens reste ouvert."
            ),
        ),
    ),
    evidence(
        "politics",
        "Acemoglu & Robinson (2001), doi:10.1257/aer.91.4.938; Beraja et al. (2023), doi:10.1093/qje/qjad012",
        "contested",
        (
            "Rules that drift",
            (
                "Protest and opinion pull rules open, fear and lobbying pull them shut; "
                "pressure may overturn them."
            ),
            "Threats met half-way can end in revolt after all, and no share of people makes success certain.",
        ),
        (
            "Règles qui dérivent",
            (
                "Contestation et opinion ouvrent les règles, peur et lobbying les ferment ; la "
                "pression peut les renverser."
            ),
            "Des menaces à demi satisfaites finissent parfois en révolte, et nul seuil n’assure le succès.",
        ),
    ),
)
