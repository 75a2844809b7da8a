"""What each holder does with data, and what data are worth."""

from __future__ import annotations

from sim.parameters.parameter import Parameter, Words, assumption

LEARNING = "Hestness et al. (2017), Deep Learning Scaling is Predictable, arXiv:1712.00409"
LEAK = "Acemoglu, Makhdoumi, Malekian & Ozdaglar (2022), AEJ: Microeconomics 14(4), doi:10.1257/mic.20200200"
CASES = "cases: San Diego, Singapore, Estonia, Toronto, Barcelona"


def _misuse(owner: str, default: float, explored: tuple[float, float], en: Words, fr: Words) -> Parameter:
    name = f"misuse_{owner}"
    return assumption(
        "data", name, default, explored, (0.0, 1.0), source=CASES, strength="contested", en=en, fr=fr
    )


def _use(owner: str, default: float, en: Words, fr: Words) -> Parameter:
    return assumption("data", f"use_{owner}", default, (0.3, 1.0), (0.0, 1.0), en=en, fr=fr)


MISUSE: tuple[Parameter, ...] = (
    _misuse(
        "residents",
        0.10,
        (0.0, 0.4),
        (
            "Misuse by residents",
            "Risk of misuse while each person holds their own data.",
            (
                "People alone with small print over-share, and their data reveal their "
                "neighbours (Acemoglu et al. 2022)."
            ),
        ),
        (
            "Abus chez les habitants",
            "Risque de mauvais usage quand chacun détient ses données.",
            "Seuls face aux conditions, on partage trop, et l’on révèle ses voisins (Acemoglu et al. 2022).",
        ),
    ),
    _misuse(
        "commons",
        0.15,
        (0.0, 0.5),
        (
            "Misuse by the commons",
            "Risk of misuse while a well tended commons holds the data.",
            "No city commons has run long enough to know; a few insiders may capture one.",
        ),
        (
            "Abus du commun",
            "Risque de mauvais usage quand un commun bien tenu détient les données.",
            "Aucun commun urbain n’a assez duré pour savoir ; quelques initiés peuvent le capter.",
        ),
    ),
    _misuse(
        "municipality",
        0.35,
        (0.1, 0.6),
        (
            "Misuse by city hall",
            "Risk of misuse while city hall holds the data.",
            "Voters can correct it: San Diego switched its sensors off pending new rules.",
        ),
        (
            "Abus de la mairie",
            "Risque de mauvais usage quand la mairie détient les données.",
            "Les électeurs peuvent corriger : San Diego a éteint ses capteurs en attendant des règles.",
        ),
    ),
    _misuse(
        "platform",
        0.65,
        (0.2, 0.9),
        (
            "Misuse by companies",
            "Risk of misuse while companies hold the data.",
            "Firms have names to lose and security staff that small owners lack.",
        ),
        (
            "Abus des entreprises",
            "Risque de mauvais usage quand des entreprises détiennent les données.",
            "Les firmes ont un nom à perdre et des équipes de sécurité que les petits n’ont pas.",
        ),
    ),
    _misuse(
        "state",
        0.70,
        (0.1, 0.9),
        (
            "Misuse by the state",
            "Risk of misuse while national authorities hold the data.",
            "Estonia’s federated, logged system shows a state that can be checked.",
        ),
        (
            "Abus de l’État",
            "Risque de mauvais usage quand l’État détient les données.",
            "Le système fédéré et tracé de l’Estonie montre un État que l’on peut contrôler.",
        ),
    ),
)

USE: tuple[Parameter, ...] = (
    _use(
        "residents",
        0.6,
        (
            "Use of residents’ data",
            "Share of value the city draws from data that residents hold.",
            "Portable personal data stores could make it as usable as any other.",
        ),
        (
            "Usage, habitants",
            "Part de valeur que la ville tire des données détenues par chacun.",
            "Des coffres personnels portables pourraient la rendre aussi utilisable qu’une autre.",
        ),
    ),
    _use(
        "commons",
        0.8,
        (
            "Use of the commons’ data",
            "Share of value the city draws from data held in common.",
            "Pilot commons stayed small: agreeing on each use takes time.",
        ),
        (
            "Usage, commun",
            "Part de valeur que la ville tire des données tenues en commun.",
            "Les communs pilotes sont restés petits : s’accorder sur chaque usage prend du temps.",
        ),
    ),
    _use(
        "municipality",
        1.0,
        (
            "Use of city hall’s data",
            "Share of value the city draws from data of its own.",
            "City departments seldom share among themselves and often lack the skills.",
        ),
        (
            "Usage, mairie",
            "Part de valeur que la ville tire de ses propres données.",
            "Les services municipaux échangent peu entre eux et manquent souvent de compétences.",
        ),
    ),
    _use(
        "platform",
        0.8,
        (
            "Use of companies’ data",
            "Share of value the city draws from data that companies hold.",
            "Firms tend to hoard what they could share without losing it (Jones & Tonetti 2020).",
        ),
        (
            "Usage, entreprises",
            "Part de valeur que la ville tire des données des entreprises.",
            "Les firmes gardent ce qu’elles pourraient partager sans le perdre (Jones et Tonetti 2020).",
        ),
    ),
    _use(
        "state",
        0.8,
        (
            "Use of the state’s data",
            "Share of value the city draws from data that the state holds.",
            "Distant ministries may serve their own ends before those of a district.",
        ),
        (
            "Usage, État",
            "Part de valeur que la ville tire des données de l’État.",
            "Des ministères lointains peuvent servir leurs fins avant celles d’un quartier.",
        ),
    ),
)

DATA: tuple[Parameter, ...] = (
    *MISUSE,
    *USE,
    assumption(
        "data",
        "neglect",
        0.4,
        (0.0, 0.8),
        (0.0, 1.0),
        source="Ostrom (1990), Governing the Commons",
        strength="contested",
        en=(
            "Harm of an untended commons",
            "Misuse added when nobody tends data held by residents or in common.",
            "Many commons last by their own rules; sanctions among equals suffice in the laboratory.",
        ),
        fr=(
            "Tort d’un commun délaissé",
            "Abus ajouté quand nul ne veille aux données des habitants ou du commun.",
            "Bien des communs durent par leurs règles ; au laboratoire, la sanction entre égaux suffit.",
        ),
    ),
    assumption(
        "data",
        "open_leak",
        0.1,
        (0.0, 0.3),
        (0.0, 1.0),
        strength="weak",
        en=(
            "Leaks through open data",
            "Misuse added by data opened without independent checks.",
            "Aggregates blurred before release leak little: the noise is made for it.",
        ),
        fr=(
            "Fuites par l’ouverture",
            "Abus ajouté par des données ouvertes sans contrôle indépendant.",
            "Des agrégats floutés avant publication fuient peu : le bruit est fait pour cela.",
        ),
    ),
    assumption(
        "data",
        "spill",
        0.5,
        (0.0, 1.0),
        (0.0, 1.0),
        source=LEAK,
        strength="theory",
        en=(
            "What others’ data reveal",
            "How far data on others expose one who does not share.",
            (
                "A theory without field measurement; others find personal ownership nearly "
                "best (Jones & Tonetti 2020)."
            ),
        ),
        fr=(
            "Révélé par les autres",
            "À quel point les données d’autrui exposent qui ne partage pas.",
            "Théorie sans mesure de terrain ; pour d’autres la propriété de chacun est presque idéale.",
        ),
    ),
    assumption(
        "data",
        "measure_noise",
        0.15,
        (0.05, 0.3),
        (0.0, 5.0),
        en=(
            "Noise of measuring",
            "Error of one observation of a resident’s need, in units of need.",
            "Some needs are counted almost exactly, others hardly at all; one number blends them.",
        ),
        fr=(
            "Bruit de mesure",
            "Erreur d’une observation du besoin d’un habitant, en unités de besoin.",
            "Certains besoins se comptent presque exactement, d’autres à peine ; un chiffre les mêle.",
        ),
    ),
    assumption(
        "data",
        "sensor_reach",
        0.4,
        (0.0, 0.8),
        (0.0, 1.0),
        en=(
            "What sensors add",
            "How well sensors observe those who do not share.",
            "Sensors sit where they were put: they trade one bias for another.",
        ),
        fr=(
            "Apport des capteurs",
            "À quel point les capteurs observent ceux qui ne partagent pas.",
            "Les capteurs voient là où on les pose : un biais en remplace un autre.",
        ),
    ),
    assumption(
        "data",
        "cell",
        500.0,
        (100.0, 2000.0),
        (1.0, 1_000_000.0),
        unit="residents",
        en=(
            "People behind one figure",
            "Real residents behind one local estimate.",
            "Large averages hide streets and small groups, where noise matters most.",
        ),
        fr=(
            "Habitants par estimation",
            "Nombre de vrais habitants derrière une estimation locale.",
            "Les grandes moyennes cachent rues et petits groupes, là où le bruit compte le plus.",
        ),
    ),
    assumption(
        "data",
        "learn_beta",
        0.3,
        (0.07, 0.5),
        (0.0, 2.0),
        source=LEARNING,
        strength="strong",
        en=(
            "Speed of learning",
            "How fast a machine’s errors shrink as data grow.",
            "Measured on laboratory tasks; a city’s tasks drift, and good labels matter more than volume.",
        ),
        fr=(
            "Vitesse d’apprentissage",
            "À quelle vitesse l’erreur d’une machine baisse quand les données croissent.",
            "Mesuré en laboratoire ; les tâches d’une ville dérivent et la qualité prime le volume.",
        ),
    ),
    assumption(
        "data",
        "learn_floor",
        0.05,
        (0.02, 0.2),
        (0.0, 1.0),
        source=LEARNING,
        en=(
            "Error that remains",
            "Error of a machine however many data it has.",
            "The floor is known to exist; its height in city services is a guess.",
        ),
        fr=(
            "Erreur qui reste",
            "Erreur d’une machine, quelle que soit la quantité de données.",
            "Ce plancher existe ; sa hauteur pour les services d’une ville est supposée.",
        ),
    ),
    assumption(
        "data",
        "learn_scale",
        0.02,
        (0.005, 0.1),
        (0.0001, 10.0),
        source=LEARNING,
        en=(
            "Data needed to start",
            "Stock of data at which learning begins to show.",
            "Models trained elsewhere may start at once, with almost no local data.",
        ),
        fr=(
            "Données pour démarrer",
            "Stock de données à partir duquel l’apprentissage se voit.",
            "Des modèles entraînés ailleurs démarrent aussitôt, presque sans données locales.",
        ),
    ),
)
