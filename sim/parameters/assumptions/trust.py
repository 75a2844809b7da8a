"""What makes trust and the sense of control move."""

from __future__ import annotations

from sim.parameters.parameter import Parameter, assumption

LOSSES = "Slovic (1993), Risk Analysis 13, doi:10.1111/j.1539-6924.1993.tb01329.x; Jøsang & Ismail (2002)"
APPROVAL = (
    "Kostka (2019), New Media & Society 21, doi:10.1177/1461444819826402; "
    "Rieger, Wang & Ohlberg (2020), MERICS China Monitor"
)

TRUST: tuple[Parameter, ...] = (
    assumption(
        "trust",
        "trust_speed",
        0.03,
        (0.01, 0.1),
        (0.0, 1.0),
        unit="per week",
        source=LOSSES,
        strength="moderate",
        en=(
            "How fast trust moves",
            "Share of the way toward its new level that trust goes in a week.",
            "Part of trust is lifelong and moves with generations, not with services.",
        ),
        fr=(
            "Vitesse de la confiance",
            "Part du chemin vers son nouveau niveau faite en une semaine.",
            "Une part de la confiance tient à la vie entière et change avec les générations.",
        ),
    ),
    assumption(
        "trust",
        "habituation",
        0.01,
        (0.002, 0.05),
        (0.0, 1.0),
        unit="per week",
        source=LOSSES,
        strength="moderate",
        en=(
            "Getting used to services",
            "How fast expectations follow what one gets.",
            "Comparison with other cities may set expectations as much as one’s own past.",
        ),
        fr=(
            "Accoutumance",
            "À quelle vitesse les attentes suivent ce que l’on reçoit.",
            "La comparaison avec d’autres villes fixe peut-être autant les attentes.",
        ),
    ),
    assumption(
        "trust",
        "loss_weight",
        2.0,
        (1.0, 4.0),
        (0.0, 20.0),
        source=LOSSES,
        strength="moderate",
        en=(
            "Losses count more",
            "How much more a bad surprise weighs than a good one.",
            "The asymmetry fades with experience and for small stakes.",
        ),
        fr=(
            "Les pertes pèsent plus",
            "Combien une mauvaise surprise pèse de plus qu’une bonne.",
            "L’écart s’atténue avec l’expérience et pour de petits enjeux.",
        ),
    ),
    assumption(
        "trust",
        "reassure",
        0.25,
        (0.0, 0.5),
        (0.0, 5.0),
        source=APPROVAL,
        strength="contested",
        en=(
            "Reassured by watching",
            "Trust gained from being watched by those who put order first.",
            "Approval of Chinese credit systems fell by almost half once harms were explained.",
        ),
        fr=(
            "Rassuré par la surveillance",
            "Confiance que gagnent, surveillés, ceux pour qui l’ordre prime.",
            "L’approbation du crédit social chinois a presque baissé de moitié une fois les torts expliqués.",
        ),
    ),
    assumption(
        "trust",
        "safety_trust",
        0.2,
        (0.0, 0.4),
        (0.0, 5.0),
        strength="contested",
        en=(
            "Trust from safety",
            "How much safer streets raise trust where order comes first.",
            "Feeling safe follows the news and looks of a street as much as its crime.",
        ),
        fr=(
            "Confiance par la sûreté",
            "À quel point des rues plus sûres élèvent la confiance si l’ordre prime.",
            "Se sentir en sûreté suit les médias et l’aspect des rues autant que les délits.",
        ),
    ),
    assumption(
        "trust",
        "machine_trust",
        0.0,
        (-0.2, 0.2),
        (-2.0, 2.0),
        strength="contested",
        en=(
            "Trust through machines",
            "Whether contacts through machines raise or lower trust.",
            "A counter clerk can be kinder or harsher than a screen: the sign is open.",
        ),
        fr=(
            "Confiance par la machine",
            "Les contacts par la machine élèvent-ils ou baissent-ils la confiance.",
            "Au guichet on peut être plus humain ou plus dur qu’un écran : signe ouvert.",
        ),
    ),
    assumption(
        "trust",
        "resent",
        0.1,
        (0.0, 0.2),
        (0.0, 5.0),
        source=APPROVAL,
        strength="contested",
        en=(
            "Resenting an obligation",
            "Trust lost by those who must share against their will.",
            "Most accept a rule that binds all, and a majority may approve of it.",
        ),
        fr=(
            "Rejet d’une obligation",
            "Confiance perdue par qui doit partager contre son gré.",
            "Beaucoup acceptent une règle commune, et une majorité peut l’approuver.",
        ),
    ),
    assumption(
        "agency",
        "voice_reach",
        0.5,
        (0.0, 1.0),
        (0.0, 1.0),
        en=(
            "Influence without voting",
            "Share of a voted budget’s sense of control felt by those who do not vote.",
            "Merely being able to vote may count for all, or for nobody until they do.",
        ),
        fr=(
            "Prise sans voter",
            "Part du sentiment de prise ressentie par qui ne vote pas.",
            "Pouvoir voter compte peut-être pour tous, ou pour personne avant de le faire.",
        ),
    ),
)
