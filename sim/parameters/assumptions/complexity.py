"""How systems fail, and what a failure leaves behind."""

from __future__ import annotations

from sim.parameters.parameter import Parameter, assumption

ACCIDENTS = "Perrow (1984), Normal Accidents; Watts (2002), PNAS 99, doi:10.1073/pnas.082090499"
BREACHES = "Matzkin, Shandler & Canetti (2023); Shandler & Gomez (2022), doi:10.1080/19331681.2022.2112796"

COMPLEXITY: tuple[Parameter, ...] = (
    assumption(
        "complexity",
        "incident_rate",
        0.3,
        (0.05, 1.2),
        (0.0, 20.0),
        unit="per year",
        source="Sophos, State of Ransomware in State and Local Government (2021-2024)",
        strength="weak",
        en=(
            "Outages and leaks a year",
            "Yearly rate of incidents at a complexity of one.",
            "Sellers’ surveys with small samples, likely too high; grave incidents are much rarer.",
        ),
        fr=(
            "Pannes et fuites par an",
            "Taux annuel d’incidents pour une complexité de un.",
            (
                "Enquêtes de vendeurs, petits échantillons, sans doute trop hautes ; le "
                "grave est bien plus rare."
            ),
        ),
    ),
    assumption(
        "complexity",
        "coupling",
        0.6,
        (0.1, 0.9),
        (0.0, 0.95),
        source=ACCIDENTS,
        strength="weak",
        en=(
            "How failures spread",
            "How many further failures one brings in fully automatic systems.",
            "Some highly coupled organisations stay reliable for years (La Porte; Weick).",
        ),
        fr=(
            "Propagation des pannes",
            "Nombre de pannes qu’une panne entraîne si tout est automatique.",
            "Des organisations très couplées restent fiables des années (La Porte ; Weick).",
        ),
    ),
    assumption(
        "complexity",
        "federation",
        0.3,
        (-0.2, 0.8),
        (-0.7, 5.0),
        strength="contested",
        en=(
            "Burden of many holders",
            "Complexity added by many holders and open interfaces; may be negative.",
            "One centre is a single target, many small ones lack guards: the sign is open.",
        ),
        fr=(
            "Complexité de nombreux détenteurs",
            "Complexité ajoutée par plusieurs détenteurs et l’ouverture ; peut être négative.",
            "Un centre est une cible unique, beaucoup de petits manquent de gardes : signe ouvert.",
        ),
    ),
    assumption(
        "complexity",
        "outage_depth",
        0.6,
        (0.2, 1.0),
        (0.0, 1.0),
        strength="weak",
        en=(
            "Depth of an outage",
            "Share of service lost during an outage when all is automatic.",
            "Staff often improvise by hand, and most services do not stop with a screen.",
        ),
        fr=(
            "Profondeur d’une panne",
            "Part du service perdue pendant une panne si tout est automatique.",
            "Les agents improvisent souvent à la main, et bien des services tournent sans écran.",
        ),
    ),
    assumption(
        "complexity",
        "breach_trust",
        0.05,
        (-0.02, 0.15),
        (-0.5, 0.5),
        source=BREACHES,
        strength="contested",
        en=(
            "Mark left by a data leak",
            "Memory that a leak leaves, which lowers trust; negative if it rallies people.",
            "Experiments in three countries found no loss of trust, and a gain in one, through anger.",
        ),
        fr=(
            "Trace d’une fuite",
            "Souvenir d’une fuite, qui baisse la confiance ; négatif si elle rassemble.",
            "Dans trois pays, pas de perte de confiance en expérience, et un gain dans l’un, par la colère.",
        ),
    ),
    assumption(
        "complexity",
        "breach_halflife",
        17.0,
        (4.0, 52.0),
        (0.5, 1040.0),
        unit="weeks",
        source="studies of users after Cambridge Analytica",
        strength="contested",
        en=(
            "How long a leak is felt",
            "Weeks until half the memory of a leak is gone.",
            "Staying may hide discontent: people who cannot leave seem to forget.",
        ),
        fr=(
            "Durée du souvenir",
            "Semaines avant que la moitié du souvenir d’une fuite s’efface.",
            "Rester peut cacher le mécontentement : qui ne peut partir semble oublier.",
        ),
    ),
)
