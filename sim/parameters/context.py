"""Which city, how many residents, how long, which luck: the context of a run."""

from __future__ import annotations

from sim.parameters.parameter import Parameter, Range, Text, Value

CONTEXT_CONTRARY = Text(
    "A choice of the experiment, not a claim: results should not hinge on it, which is tested.",
    "Un choix d’expérience, non une thèse : les résultats ne doivent pas en dépendre, ce qui est testé.",
)


def _context(
    name: str,
    default: Value,
    possible: Range,
    explored: Range,
    unit: str,
    title: Text,
    help: Text,
    whole: bool = True,
) -> Parameter:
    return Parameter(
        name=name,
        role="context",
        default=default,
        possible=possible,
        explored=explored,
        unit=unit,
        group="context",
        title=title,
        help=help,
        source="assumed",
        strength="judgement",
        contrary=CONTEXT_CONTRARY,
        whole=whole,
    )


CONTEXT_IN_ORDER: tuple[Parameter, ...] = (
    _context(
        "city",
        "london",
        (),
        (),
        "",
        Text("City", "Ville"),
        Text(
            "A shipped city, or the path of a table or map of districts.",
            "Une ville fournie, ou le chemin d’un tableau ou d’une carte de quartiers.",
        ),
        whole=False,
    ),
    _context(
        "residents",
        10_000,
        (2, 2_000_000),
        (1_000, 100_000),
        "residents",
        Text("Simulated residents", "Habitants simulés"),
        Text(
            "How many residents are simulated; each stands for many real ones.",
            "Nombre d’habitants simulés ; chacun en représente beaucoup de réels.",
        ),
    ),
    _context(
        "history",
        104,
        (0, 2_000),
        (52, 260),
        "weeks",
        Text("Common past", "Passé commun"),
        Text(
            "Weeks lived together under today’s settings before the choice.",
            "Semaines vécues ensemble sous les réglages d’aujourd’hui avant le choix.",
        ),
    ),
    _context(
        "weeks",
        520,
        (1, 5_200),
        (52, 1_300),
        "weeks",
        Text("Horizon", "Horizon"),
        Text(
            "Weeks simulated after the choice.",
            "Semaines simulées après le choix.",
        ),
    ),
    _context(
        "seed",
        1,
        (0, 2**63 - 1),
        (0, 999),
        "",
        Text("Draw of luck", "Tirage"),
        Text(
            "The same number gives the same luck to the same residents.",
            "Le même nombre donne la même chance aux mêmes habitants.",
        ),
    ),
)
