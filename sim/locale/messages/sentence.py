"""Words of the one sentence: fixed frames, no verb that must agree with the dial, no winner."""

from __future__ import annotations

from sim.locale.text import written

SENTENCE = {
    "one_run": written(
        "{dial} after {years}: {values} in one run{assumed}. Checking with others…",
        "{dial} après {years} : {values} dans un tirage{assumed}. Vérification avec d’autres…",
    ),
    "start": written(
        "{dial} at the choice: the same city, the same people, the same luck.",
        "{dial} au moment du choix : la même ville, les mêmes gens, le même hasard.",
    ),
    "runs": written(
        "{dial} after {years}: {values} on average. {level}{assumed}{sets}.{before}",
        "{dial} après {years} : {values} en moyenne. {level}{assumed}{sets}.{before}",
    ),
    "assumed": written(", assuming “{set}”", ", en supposant « {set} »"),
    "changed": written(", with {n} assumptions changed", ", avec {n} hypothèses changées"),
    "changed_one": written(", with 1 assumption changed", ", avec 1 hypothèse changée"),
    "level": written(
        "The level is higher in {letter} in {k} of {n} runs",
        "Le niveau est plus haut en {letter} dans {k} tirages sur {n}",
    ),
    "unclear": written(
        "No clear difference: higher in {letter} in {k} of {n} runs",
        "Pas d’écart net : plus haut en {letter} dans {k} tirages sur {n}",
    ),
    "small": written(
        "Less than {least} apart: higher in {letter} in {k} of {n} runs",
        "Moins de {least} d’écart : plus haut en {letter} dans {k} tirages sur {n}",
    ),
    "before": written(
        " Until year {year} it was higher in {letter}.",
        " Jusqu’à l’an {year}, il était plus haut en {letter}.",
    ),
    "before_small": written(
        " Until year {year} it was higher in {letter}, by less than {least}.",
        " Jusqu’à l’an {year}, il était plus haut en {letter}, de moins de {least}.",
    ),
    "equal": written("No difference in {n} runs", "Aucun écart dans {n} tirages"),
    "sets": written(", and under {v} of {m} sets of assumptions", ", et sous {v} jeux d’hypothèses sur {m}"),
    "room": written(
        "The level of C is {place} in {k} of {n} runs", "Le niveau de C est {place} dans {k} tirages sur {n}"
    ),
    "near": written("C is within {least} of {letters}", "C est à moins de {least} de {letters}"),
    "and": written("{a} and {b}", "{a} et de {b}"),
    "above": written("above both", "au-dessus des deux"),
    "below": written("below both", "au-dessous des deux"),
    "between": written("between the two", "entre les deux"),
    "year": written("1 year", "1 an"),
    "years": written("{n} years", "{n} ans"),
    "weeks": written("{n} weeks", "{n} semaines"),
    "week": written("1 week", "1 semaine"),
    "why": written("Why?", "Pourquoi ?"),
    "all_runs": written("Show {n} runs", "Voir {n} tirages"),
    "error": written(
        "Something went wrong in the simulation; the last picture stays. It has been noted in the log.",
        "La simulation a rencontré un problème ; la dernière image reste. C’est noté au journal.",
    ),
}
