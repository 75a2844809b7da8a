"""Words of exports, keys and the printable report."""

from __future__ import annotations

from sim.locale.text import written

EXPORTS = {
    "export": written("Take away", "Emporter"),
    "picture": written("Picture of the charts (PNG)", "Image des graphiques (PNG)"),
    "numbers": written("Numbers, week by week (CSV)", "Nombres, semaine par semaine (CSV)"),
    "scenario": written(
        "City {letter} as a scenario file (TOML)", "Ville {letter} en fichier de scénario (TOML)"
    ),
    "link": written("Copy the link to this page as it is", "Copier le lien de cette page telle quelle"),
    "command": written("Copy as a command", "Copier la commande"),
    "prints": written(
        "It prints the sentence’s figures after {years} years: {n} runs of {residents} residents.",
        "Elle écrit les chiffres de la phrase après {years} ans\u202f: {n} tirages de {residents} habitants.",
    ),
    "files_first": written(
        "First save {files} from the menu ⋯, into the folder where the command is given.",
        "Enregistrez d’abord {files} depuis le menu ⋯, dans le dossier où la commande est donnée.",
    ),
    "draft": written(
        "A draft: these values are of {n} residents; the full run was not finished.",
        "Une ébauche\u202f: ces valeurs sont de {n} habitants\u202f; le calcul complet n’était pas fini.",
    ),
    "scale": written(
        "Values are the model’s own: 0 to 1 where the page says out of 100. On the page",
        "Les valeurs sont celles du modèle\u202f: de 0 à 1 là où la page dit sur 100. Sur la page",
    ),
    "report": written("Report to print", "Rapport à imprimer"),
    "copied": written("Copied.", "Copié."),
    "stage_window": written("Stage window on a second screen", "Fenêtre de scène sur un second écran"),
    "keys": written("Keys", "Touches"),
    "keys_on": written("Single keys act", "Les touches simples agissent"),
}

CREDITS = (written("Figures:", "Chiffres\u202f:"), written("Boundaries:", "Limites\u202f:"))
"""Headings inside a city's attribution."""

KEYS = (
    (
        written("Page Down, Page Up", "Page suivante, Page précédente"),
        written("next and previous cue (debate)", "étape suivante, précédente (débat)"),
    ),
    (written("Space", "Espace"), written("play and pause", "lecture et pause")),
    (written("← →", "← →"), written("one week back, one week on", "une semaine de moins, de plus")),
    (written("p", "p"), written("projector view", "vue projecteur")),
    (
        written("l", "l"),
        written("large stage: chart and sentence only", "grande scène\u202f: graphique et phrase seuls"),
    ),
    (written("b", "b"), written("blank the screen", "écran noir")),
    (written("x", "x"), written("swap the sides", "échanger les côtés")),
    (written("r", "r"), written("replay the last change", "rejouer le changement")),
    (written("t", "t"), written("the runs behind the sentence", "les tirages derrière la phrase")),
    (written("z", "z"), written("cut the axis to the part in use", "couper l’axe à la partie utile")),
    (written("u, y", "u, y"), written("undo, redo", "annuler, rétablir")),
    (written("?", "?"), written("these keys", "ces touches")),
)

REPORT = {
    "title": written("Two Cities: report of a comparison", "Deux villes\u202f: rapport d’une comparaison"),
    "values": written("Values", "Valeurs"),
    "values_note": written(
        "One run of {residents} residents; each value is the mean of the four weeks that end the year.",
        "Un tirage de {residents} habitants\u202f; "
        "chaque valeur est la moyenne des quatre semaines qui closent l’année.",
    ),
    "dial": written("Outcome", "Indicateur"),
    "year": written("year {n}", "an {n}"),
    "levers": written("Levers that differ", "Réglages qui diffèrent"),
    "lever": written("Lever", "Réglage"),
    "today": written("today", "aujourd’hui"),
    "assumptions": written("Assumptions", "Hypothèses"),
    "set": written("Set of assumptions: {set}", "Jeu d’hypothèses : {set}"),
    "events": written("Events let loose", "Événements déclenchés"),
    "room": written("What the room said", "Ce que la salle a dit"),
    "receipt": written("Receipt", "Reçu"),
    "none": written("None was changed.", "Aucune n’a été changée."),
    "zoomed": written(
        "In the picture the chart’s axis is cut, as written in it.",
        "Sur l’image, l’axe du graphique est coupé, comme il y est écrit.",
    ),
    "week": written("week {n}", "semaine {n}"),
}

RUNS = {
    "title": written("Run by run", "Tirage par tirage"),
    "note": written(
        "{dial} after {years} years. Each run has its own luck, the same in all cities, "
        "and {residents} residents.",
        "{dial} après {years} ans. Chaque tirage a son propre hasard, le même dans toutes les villes, "
        "et {residents} habitants.",
    ),
    "run": written("Run", "Tirage"),
    "gap": written("{a} minus {b}", "{a} moins {b}"),
    "mean": written("Mean", "Moyenne"),
    "middle": written("{k} of {n} runs lie within", "{k} tirages sur {n} sont entre"),
    "range": written("{low} and {high}", "{low} et {high}"),
    "waiting": written("The other runs are being made…", "Les autres tirages sont en cours…"),
}

SETS = {
    "title": written("Under whose assumptions?", "Sous quelles hypothèses\u202f?"),
    "note": written(
        "Means of {n} runs each, after {years} years. No set is the right one; each camp can lock its own.",
        "Moyennes de {n} tirages, après {years} ans. Aucun jeu n’est le bon\u202f; "
        "chaque camp peut choisir le sien.",
    ),
    "pick": written("Assume this", "Supposer ceci"),
    "waiting": written("The other runs are being made…", "Les autres tirages sont en cours…"),
}
