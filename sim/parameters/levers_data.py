"""Levers of the question "Who holds the data?"."""

from __future__ import annotations

from sim.parameters.parameter import Parameter, Range, Strength, Text, Value

UNIT_RANGE = (0.0, 1.0)
SHARE_RANGE = (0.0, 100.0)  # shares are normalised, so percentages are as good as fractions


def lever(
    group: str,
    name: str,
    default: Value,
    title: Text,
    help: Text,
    source: str,
    strength: Strength,
    contrary: Text,
    possible: Range = UNIT_RANGE,
    explored: Range | None = None,
    unlimited: str = "",
) -> Parameter:
    """Return the declaration of a lever; without ``explored`` all that is possible is explored."""
    return Parameter(
        name=name,
        role="lever",
        default=default,
        possible=possible,
        explored=possible if explored is None else explored,
        unit="",
        group=group,
        title=title,
        help=help,
        source=source,
        strength=strength,
        contrary=contrary,
        unlimited=unlimited,
    )


def _holder(
    owner: str, default: float, title: Text, help: Text, source: str, strength: Strength, contrary: Text
) -> Parameter:
    name = f"own_{owner}"
    return lever("data", name, default, title, help, source, strength, contrary, SHARE_RANGE, UNIT_RANGE)


TOO_MUCH_DATA = (
    "Acemoglu, Makhdoumi, Malekian & Ozdaglar (2022), Too Much Data, AEJ: Microeconomics 14(4), "
    "doi:10.1257/mic.20200200"
)
NON_RIVALRY = (
    "Jones & Tonetti (2020), Nonrivalry and the Economics of Data, American Economic Review 110, "
    "doi:10.1257/aer.20191330"
)
OSTROM = "Ostrom (1990), Governing the Commons"
DEFAULTS = "Johnson & Goldstein (2003), Do Defaults Save Lives?, Science 302, doi:10.1126/science.1091721"
DIFFERENTIAL_PRIVACY = (
    "Dwork, McSherry, Nissim & Smith (2006), Calibrating Noise to Sensitivity in Private Data Analysis, "
    "doi:10.1007/11681878_14"
)
RANDOMISED_RESPONSE = "Warner (1965), Randomized Response, JASA 60, doi:10.1080/01621459.1965.10480775"

DATA: tuple[Parameter, ...] = (
    _holder(
        "residents",
        0.05,
        Text("Each resident", "Chaque habitant"),
        Text(
            "Share of control each person keeps over their own data.",
            "Part du contrôle que chacun garde sur ses données.",
        ),
        NON_RIVALRY,
        "theory",
        Text(
            "Data about me also reveal others: sold one by one they are shared too "
            "cheaply (Acemoglu et al. 2022).",
            "Mes données révèlent aussi les autres : cédées une à une, elles le sont trop "
            "bas (Acemoglu et al. 2022).",
        ),
    ),
    _holder(
        "commons",
        0.0,
        Text("A shared trust", "Un commun partagé"),
        Text(
            "Share held by a body that residents run together.",
            "Part confiée à un organisme que les habitants gèrent ensemble.",
        ),
        f"{OSTROM}; {TOO_MUCH_DATA}",
        "theory",
        Text(
            "No causal study of a city data trust was found; commons tire their "
            "volunteers and can be captured.",
            "Aucune étude causale d’un commun de données urbain ; les bénévoles "
            "s’usent et il peut être capté.",
        ),
    ),
    _holder(
        "municipality",
        0.45,
        Text("City hall", "La mairie"),
        Text(
            "Share held by the elected city government.",
            "Part détenue par la municipalité élue.",
        ),
        "assumed; case of San Diego's street lights, 2016-2020",
        "weak",
        Text(
            "In San Diego a city project drifted into a police tool; elected control came only afterwards.",
            "À San Diego, un projet municipal a glissé vers la police ; le contrôle des élus est venu après.",
        ),
    ),
    _holder(
        "platform",
        0.40,
        Text("Private companies", "Les entreprises"),
        Text(
            "Share held by firms that run digital services.",
            "Part détenue par les entreprises de services numériques.",
        ),
        f"{NON_RIVALRY}; Arthur (1989), Economic Journal 99, doi:10.2307/2234208",
        "theory",
        Text(
            "Lasting lock-in is disputed (Liebowitz & Margolis 1990), and firms may "
            "invest where cities do not.",
            "Le verrouillage durable est discuté (Liebowitz & Margolis 1990) ; les "
            "firmes investissent parfois plus.",
        ),
    ),
    _holder(
        "state",
        0.10,
        Text("National government", "L’État"),
        Text(
            "Share held by national authorities.",
            "Part détenue par les autorités nationales.",
        ),
        "assumed; cases of Estonia's X-Road and Singapore's TraceTogether",
        "weak",
        Text(
            "State holding is not one thing: logged and federated in Estonia, opened "
            "to the police in Singapore.",
            "L’État détenteur varie : tracé et fédéré en Estonie, ouvert à la police à Singapour.",
        ),
    ),
    lever(
        "data",
        "consent",
        "opt_in",
        Text("How people agree", "Mode d’accord"),
        Text(
            "Asked first, shared unless refused, or required.",
            "Demander d’abord, partagé sauf refus, ou obligatoire.",
        ),
        DEFAULTS,
        "strong",
        Text(
            "A default raises registration, not approval: low consent is no hostility, "
            "high consent no support.",
            "Le choix par défaut élève l’inscription, pas l’adhésion : ni refus "
            "hostile, ni accord convaincu.",
        ),
        possible=("opt_in", "opt_out", "mandatory"),
    ),
    lever(
        "data",
        "curator",
        "central",
        Text("Where data are blurred", "Lieu du floutage"),
        Text(
            "Noise that hides individuals is added at the data centre or on each device.",
            "Le bruit qui masque les personnes est ajouté au centre de données ou sur chaque appareil.",
        ),
        f"{RANDOMISED_RESPONSE}; {DIFFERENTIAL_PRIVACY}",
        "strong",
        Text(
            "The cost of local noise is exact arithmetic, but a central keeper must "
            "deserve the trust it asks.",
            "Le coût du bruit local est un calcul exact, mais un gardien central doit mériter la confiance.",
        ),
        possible=("central", "local"),
    ),
    lever(
        "data",
        "epsilon",
        "none",
        Text("Blurring of the data", "Floutage des données"),
        Text(
            "None, light, medium, strong. More blur hides people better and makes figures less exact.",
            "Aucun, léger, moyen, fort. Plus de flou masque mieux les personnes et rend "
            "les chiffres moins exacts.",
        ),
        DIFFERENTIAL_PRIVACY,
        "strong",
        Text(
            "Small groups pay most of the noise, as the debate on the 2020 census of "
            "the United States showed.",
            "Les petits groupes paient l’essentiel du bruit, comme l’a montré le débat du "
            "recensement américain de 2020.",
        ),
        possible=(0.01, 10.0),
        explored=(0.1, 10.0),
        unlimited="none",
    ),
    lever(
        "data",
        "openness",
        0.3,
        Text("Open data", "Données ouvertes"),
        Text(
            "Share of pooled data that anyone may reuse or take elsewhere.",
            "Part des données communes que chacun peut réutiliser ou emporter.",
        ),
        NON_RIVALRY,
        "theory",
        Text(
            "Opening data also opens a surface for leaks and re-identification, and costs coordination.",
            "Ouvrir les données ouvre aussi la voie aux fuites et à la "
            "réidentification, et coûte en coordination.",
        ),
    ),
    lever(
        "data",
        "purpose_limit",
        0.5,
        Text("Services kept apart from police", "Services séparés de la police"),
        Text(
            "At 100, data collected for services never reach the police.",
            "À 100, les données des services ne vont jamais à la police.",
        ),
        "assumed; cases of TraceTogether (Singapore) and street lights (San Diego)",
        "weak",
        Text(
            "In Singapore use rose after police access was admitted; shared data have "
            "also helped solve crimes.",
            "À Singapour, l’usage a crû après l’aveu d’accès policier ; des données "
            "partagées ont résolu des crimes.",
        ),
    ),
)
