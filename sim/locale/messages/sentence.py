"""Words of the one sentence: fixed frames, no verb that must agree with the dial, no winner."""

from __future__ import annotations

from sim.parameters import Text

SENTENCE = {
    "one_run": Text(
        "{dial} after {years}: {values} in one run{assumed}. Checking with others…",
        "{dial} après {years} : {values} dans un tirage{assumed}. Vérification avec d’autres…",
    ),
    "start": Text(
        "{dial} at the choice: the same city, the same people, the same luck.",
        "{dial} au moment du choix : la même ville, les mêmes gens, le même hasard.",
    ),
    "runs": Text(
        "{dial} after {years}: {values} on average. {level}{assumed}{sets}.{before}",
        "{dial} après {years} : {values} en moyenne. {level}{assumed}{sets}.{before}",
    ),
    "assumed": Text(", assuming “{set}”", ", en supposant « {set} »"),
    "changed": Text(", with {n} assumptions changed", ", avec {n} hypothèses changées"),
    "changed_one": Text(", with 1 assumption changed", ", avec 1 hypothèse changée"),
    "level": Text(
        "The level is higher in {letter} in {k} of {n} runs",
        "Le niveau est plus haut en {letter} dans {k} tirages sur {n}",
    ),
    "unclear": Text(
        "No clear difference: higher in {letter} in {k} of {n} runs",
        "Pas d’écart net : plus haut en {letter} dans {k} tirages sur {n}",
    ),
    "small": Text(
        "Less than {least} apart: higher in {letter} in {k} of {n} runs",
        "Moins de {least} d’écart : plus haut en {letter} dans {k} tirages sur {n}",
    ),
    "before": Text(
        " Until year {year} it was higher in {letter}.",
        " Jusqu’à l’an {year}, il était plus haut en {letter}.",
    ),
    "before_small": Text(
        " Until year {year} it was higher in {letter}, by less than {least}.",
        " Jusqu’à l’an {year}, il était plus haut en {letter}, de moins de {least}.",
    ),
    "equal": Text("No difference in {n} runs", "Aucun écart dans {n} tirages"),
    "sets": Text(", and under {v} of {m} sets of assumptions", ", et sous {v} jeux d’hypothèses sur {m}"),
    "room": Text(
        "The level of C is {place} in {k} of {n} runs", "Le niveau de C est {place} dans {k} tirages sur {n}"
    ),
    "near": Text("C is within {least} of {letters}", "C est à moins de {least} de {letters}"),
    "and": Text("{a} and {b}", "{a} et de {b}"),
    "above": Text("above both", "au-dessus des deux"),
    "below": Text("below both", "au-dessous des deux"),
    "between": Text("between the two", "entre les deux"),
    "year": Text("1 year", "1 an"),
    "years": Text("{n} years", "{n} ans"),
    "weeks": Text("{n} weeks", "{n} semaines"),
    "week": Text("1 week", "1 semaine"),
    "why": Text("Why?", "Pourquoi ?"),
    "all_runs": Text("Show {n} runs", "Voir {n} tirages"),
    "error": Text(
        "Something went wrong in the simulation; the last picture stays. It has been noted in the log.",
        "La simulation a rencontré un problème ; la dernière image reste. C’est noté au journal.",
    ),
}
