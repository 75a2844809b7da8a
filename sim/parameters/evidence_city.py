"""Claims and evidence of needs, data, systems, the purse and services."""

from __future__ import annotations

from sim.parameters.evidence import MechanismEvidence, evidence

CITY: tuple[MechanismEvidence, ...] = (
    evidence(
        "needs",
        "Kontokosta & Hong (2021), doi:10.1016/j.scs.2020.102503",
        "moderate",
        (
            "Needs",
            (
                "Needs grow with hardship, differ between neighbours, and shift with "
                "shocks that last for months."
            ),
            "Need has no natural unit; which hardship counts, and how much, is a decision.",
        ),
        (
            "Besoins",
            (
                "Les besoins croissent avec les difficultés, varient entre voisins et bougent "
                "par chocs de quelques mois."
            ),
            "Le besoin n’a pas d’unité naturelle ; quelle difficulté compte, et combien, est une décision.",
        ),
    ),
    evidence(
        "perception",
        "Granovetter (1978), American Journal of Sociology 83, doi:10.1086/226707",
        "moderate",
        (
            "What one sees around one",
            (
                "People judge by their ties: who adopted, who protests, who is held, who "
                "speaks and what they think."
            ),
            "In data, influence cannot be told from likeness of friends (Shalizi & Thomas 2011).",
        ),
        (
            "Ce que l’on voit autour",
            (
                "On juge d’après ses proches : qui a adopté, qui proteste, qui est détenu, "
                "qui parle et pour dire quoi."
            ),
            (
                "Dans les données, l’influence se confond avec la ressemblance des amis "
                "(Shalizi et Thomas 2011)."
            ),
        ),
    ),
    evidence(
        "adoption",
        "Bass (1969), Management Science 15, doi:10.1287/mnsc.15.5.215",
        "strong",
        (
            "Adoption",
            "Services spread slowly, then fast, then slowly: some adopt alone, most after others.",
            "Mere differences between people draw the same curve (Young 2009, doi:10.1257/aer.99.5.1899).",
        ),
        (
            "Adoption",
            (
                "Les services se répandent lentement, vite, puis lentement : peu adoptent "
                "seuls, la plupart après d’autres."
            ),
            (
                "De simples différences entre gens dessinent la même courbe (Young 2009, "
                "doi:10.1257/aer.99.5.1899)."
            ),
        ),
    ),
    evidence(
        "consent",
        "Johnson & Goldstein (2003), Science 302, doi:10.1126/science.1091721",
        "strong",
        (
            "Consent",
            "Many keep the default; the others weigh benefit, trust and concern.",
            "What an accepted default means is disputed: registration is not approval.",
        ),
        (
            "Accord",
            "Beaucoup gardent le choix par défaut ; les autres pèsent intérêt, confiance et crainte.",
            "Le sens d’un défaut accepté est discuté : s’inscrire n’est pas approuver.",
        ),
    ),
    evidence(
        "data",
        "Hestness et al. (2017), arXiv:1712.00409; Dwork et al. (2006), doi:10.1007/11681878_14",
        "strong",
        (
            "Data",
            (
                "More data give better estimates, ever less so; noise that protects people costs accuracy; "
                "those not observed are misjudged."
            ),
            (
                "The mathematics are exact, their transfer to city tasks is not: quality "
                "counts more than volume."
            ),
        ),
        (
            "Données",
            (
                "Plus de données, de meilleures estimations, toujours moins vite ; le bruit protecteur coûte "
                "en justesse ; qui n’est pas observé est mal jugé."
            ),
            "Les mathématiques sont exactes, leur transfert à la ville non : la qualité prime le volume.",
        ),
    ),
    evidence(
        "innovation",
        "Weitzman (1998), doi:10.1162/003355398555595; Bloom et al. (2020), doi:10.1257/aer.20180338",
        "weak",
        (
            "Innovations that add up",
            (
                "Ideas help bring further ideas, from residents and from firms, but get "
                "harder and fall out of use."
            ),
            (
                "Measured research finds ideas getting harder each year; growth laws of cities depend on "
                "their borders (Arcaute et al. 2015)."
            ),
        ),
        (
            "Innovations cumulées",
            (
                "Les idées en amènent d’autres, des habitants et des entreprises, mais se "
                "font rares et se périment."
            ),
            (
                "La recherche mesure des idées plus dures chaque année ; les lois de croissance des villes "
                "dépendent de leurs contours (Arcaute et al. 2015)."
            ),
        ),
    ),
    evidence(
        "complexity",
        "Perrow (1984), Normal Accidents; Watts (2002), doi:10.1073/pnas.082090499",
        "weak",
        (
            "Complexity and failures",
            "More linked systems fail more often, failures spread, and upkeep grows.",
            "Hard to refute as a theory; organisations of high reliability run complex systems safely.",
        ),
        (
            "Complexité et pannes",
            "Plus de systèmes liés, plus de pannes, qui se propagent, et plus d’entretien.",
            (
                "Théorie difficile à réfuter ; des organisations très fiables font "
                "tourner des systèmes complexes."
            ),
        ),
    ),
    evidence(
        "budget",
        "Arthur (1989), doi:10.2307/2234208; Tainter (1988), The Collapse of Complex Societies",
        "theory",
        (
            "The purse",
            (
                "What is spent on checks, cameras, fees and upkeep is not spent on services; "
                "a chosen supplier holds on."
            ),
            "Lasting lock-in is disputed (Liebowitz & Margolis 1990) and fades where users doubt.",
        ),
        (
            "La bourse",
            (
                "Contrôles, caméras, redevances et entretien sont pris aux services ; un "
                "fournisseur choisi se maintient."
            ),
            "Le verrouillage durable est discuté (Liebowitz et Margolis 1990) et cède quand l’usager doute.",
        ),
    ),
    evidence(
        "allocation",
        "Hansen (1959), doi:10.1080/01944365908978307; Gonçalves (2014), doi:10.1016/j.worlddev.2013.01.009; "
        "Peters, Pierczyński & Skowron (2021), arXiv:2008.13276",
        "moderate",
        (
            "Dividing the budget",
            (
                "A machine divides by estimated need, cost and order; residents vote on the "
                "rest, some more than others."
            ),
            (
                "Response speed in 15 American cities showed no bias (Clark et al. 2020): who reports "
                "differs, not the answer."
            ),
        ),
        (
            "Partage du budget",
            (
                "Une machine répartit selon besoin estimé, coût et ordre ; les habitants "
                "votent le reste, certains plus."
            ),
            (
                "Les délais de 15 villes américaines ne montrent pas de biais (Clark et al. 2020) : qui "
                "signale diffère, non la réponse."
            ),
        ),
    ),
    evidence(
        "service",
        "assumed; Flyvbjerg & Budzier (2011), arXiv:1304.0265, on promises kept",
        "judgement",
        (
            "Services received",
            (
                "Satisfaction grows with money for one's need, ever less so, and suffers "
                "where need was misjudged."
            ),
            "Satisfaction follows habit and comparison as much as delivery.",
        ),
        (
            "Services reçus",
            (
                "La satisfaction croît avec l’argent mis face au besoin, de moins en moins, "
                "et pâtit d’un besoin mal jugé."
            ),
            "La satisfaction suit l’habitude et la comparaison autant que le service rendu.",
        ),
    ),
)
