"""How digital services spread, and how people agree to share their data."""

from __future__ import annotations

from sim.parameters.parameter import Parameter, assumption

BASS = (
    "Bass (1969), Management Science 15, doi:10.1287/mnsc.15.5.215; Sultan, Farley & Lehmann (1990), "
    "doi:10.1177/002224379002700107"
)
DEFAULTS = (
    "Johnson & Goldstein (2003), Science 302, doi:10.1126/science.1091721; Jachimowicz et al. (2019), "
    "doi:10.1017/bpp.2018.43"
)
CALCULUS = (
    "Culnan & Armstrong (1999), doi:10.1287/orsc.10.1.104; Dinev & Hart (2006), privacy calculus, "
    "doi:10.1287/isre.1060.0080"
)

ADOPTION: tuple[Parameter, ...] = (
    assumption(
        "adoption",
        "innovation_p",
        0.03,
        (0.001, 0.06),
        (0.0, 1.0),
        unit="per year",
        source=BASS,
        strength="strong",
        en=(
            "Adopting on one’s own",
            "Yearly rate at which people take up services without being led by others.",
            "The shape is sure, the number is not: it cannot be told from others before the curve bends.",
        ),
        fr=(
            "Adoption spontanée",
            "Taux annuel d’adoption des services sans l’exemple des autres.",
            "La forme est sûre, le chiffre non : il ne se distingue pas avant l’inflexion de la courbe.",
        ),
    ),
    assumption(
        "adoption",
        "imitation_q",
        0.38,
        (0.1, 0.8),
        (0.0, 5.0),
        unit="per year",
        source=BASS,
        strength="strong",
        en=(
            "Adopting by imitation",
            "Yearly rate added when all of one’s ties use the services.",
            (
                "Differences between people alone also draw an S-curve, with no imitation "
                "(Bemmaor 1994; Young 2009)."
            ),
        ),
        fr=(
            "Adoption par imitation",
            "Taux annuel ajouté quand tous les liens d’une personne utilisent les services.",
            (
                "De simples différences entre personnes donnent aussi une courbe en S "
                "(Bemmaor 1994 ; Young 2009)."
            ),
        ),
    ),
    assumption(
        "adoption",
        "mandate_push",
        0.6,
        (0.0, 1.2),
        (0.0, 10.0),
        unit="per year",
        source="case of TraceTogether, Singapore 2020-2021",
        strength="weak",
        en=(
            "Push of an obligation",
            "Yearly rate of adoption added when sharing data is required.",
            "One app in one epidemic: fear of infection and the rule to enter places cannot be told apart.",
        ),
        fr=(
            "Poussée d’une obligation",
            "Taux annuel d’adoption ajouté quand le partage est obligatoire.",
            "Une appli, une épidémie : la peur du virus et la règle d’accès aux lieux se confondent.",
        ),
    ),
    assumption(
        "adoption",
        "abandon",
        0.1,
        (0.0, 0.3),
        (0.0, 5.0),
        unit="per year",
        en=(
            "Leaving out of distrust",
            "Yearly rate at which the most concerned leave fully exposed services.",
            "The classic model of adoption has no leavers, and after scandals few were seen to leave.",
        ),
        fr=(
            "Départ par méfiance",
            "Taux annuel de départ des plus soucieux quand leurs données sont très exposées.",
            "Le modèle classique ignore les départs, et peu de gens sont partis après des scandales.",
        ),
    ),
    assumption(
        "adoption",
        "divide",
        0.5,
        (0.2, 0.8),
        (0.0, 1.0),
        source="INSEE (2019, 2021), digital exclusion in France",
        strength="moderate",
        en=(
            "Digital divide",
            "How much hardship keeps people off the network.",
            "Age and schooling weigh as much as poverty, and the gap narrows from survey to survey.",
        ),
        fr=(
            "Fracture numérique",
            "À quel point les difficultés tiennent à l’écart du réseau.",
            "L’âge et le diplôme comptent autant que la pauvreté, et l’écart se réduit d’enquête en enquête.",
        ),
    ),
    assumption(
        "adoption",
        "patchiness",
        0.3,
        (0.0, 0.8),
        (0.0, 1.0),
        en=(
            "Patchy network",
            "Share of residents who gain or lose the network with their whole district.",
            "Mobile coverage in large cities is nearly even; gaps are then personal, not territorial.",
        ),
        fr=(
            "Réseau discontinu",
            "Part des habitants qui gagnent ou perdent le réseau avec tout leur quartier.",
            "Dans les grandes villes la couverture est presque égale : les écarts sont alors personnels.",
        ),
    ),
)

CONSENT: tuple[Parameter, ...] = (
    assumption(
        "consent",
        "inertia",
        0.40,
        (0.2, 0.7),
        (0.0, 1.0),
        source=DEFAULTS,
        strength="strong",
        en=(
            "Weight of the default",
            "Share of people who keep whatever is set for them.",
            "One number misses the answers given without any default by nine points in the same study.",
        ),
        fr=(
            "Poids du choix par défaut",
            "Part des gens qui gardent ce qui est réglé pour eux.",
            "Un seul chiffre manque de neuf points les réponses sans défaut de la même étude.",
        ),
    ),
    assumption(
        "consent",
        "willingness",
        0.80,
        (0.3, 0.9),
        (0.01, 0.99),
        source=f"{DEFAULTS}; Utz et al. (2019), doi:10.1145/3319535.3354212",
        strength="contested",
        en=(
            "Willingness to share",
            "Chance that one who chooses agrees, with average trust and benefit.",
            "It depends on the purpose: high for health or traffic, low for police or advertising.",
        ),
        fr=(
            "Disposition à partager",
            "Chance qu’une personne qui choisit accepte, à confiance et intérêt moyens.",
            (
                "Tout dépend de l’usage : forte pour la santé ou le trafic, faible pour "
                "la police ou la publicité."
            ),
        ),
    ),
    assumption(
        "consent",
        "benefit_pull",
        2.0,
        (0.0, 4.0),
        (0.0, 20.0),
        unit="logits",
        source=CALCULUS,
        strength="weak",
        en=(
            "Pull of good services",
            "How much expecting good services moves people to share.",
            "Small gifts move people more than any weighing of benefits (Athey, Catalini & Tucker 2017).",
        ),
        fr=(
            "Attrait de bons services",
            "À quel point l’attente de bons services pousse à partager.",
            "De petits cadeaux pèsent plus que tout calcul d’avantages (Athey, Catalini et Tucker 2017).",
        ),
    ),
    assumption(
        "consent",
        "trust_pull",
        1.0,
        (0.0, 2.0),
        (0.0, 20.0),
        unit="logits",
        source=CALCULUS,
        strength="weak",
        en=(
            "Pull of trust",
            "How much trust in the city moves people to share.",
            "In Singapore use rose after a promise was broken: trust and use can part ways.",
        ),
        fr=(
            "Attrait de la confiance",
            "À quel point la confiance dans la ville pousse à partager.",
            "À Singapour l’usage a crû après une promesse rompue : confiance et usage se séparent parfois.",
        ),
    ),
    assumption(
        "consent",
        "concern_push",
        4.0,
        (0.0, 6.0),
        (0.0, 40.0),
        unit="logits",
        source=f"{CALCULUS}; Athey, Catalini & Tucker (2017), doi:10.3386/w23488",
        strength="weak",
        en=(
            "Push of privacy concern",
            "How much worry about exposed data keeps people from sharing.",
            "Stated worries predict acts badly; others hold that this paradox is a mistake (Solove 2021).",
        ),
        fr=(
            "Frein du souci d’intimité",
            "À quel point la crainte d’être exposé retient de partager.",
            (
                "Les craintes dites prédisent mal les actes ; pour d’autres ce paradoxe est "
                "une erreur (Solove 2021)."
            ),
        ),
    ),
    assumption(
        "consent",
        "attention",
        0.04,
        (0.01, 0.1),
        (0.0, 1.0),
        unit="per week",
        en=(
            "Reconsidering one’s choice",
            "Share of users who think again about sharing in a week.",
            "Very few read what they accept; a yearly letter or a scandal may be what makes them think.",
        ),
        fr=(
            "Réexamen de son choix",
            "Part des usagers qui réexaminent leur partage en une semaine.",
            "Très peu lisent ce qu’ils acceptent ; c’est peut-être un scandale qui fait réfléchir.",
        ),
    ),
)
