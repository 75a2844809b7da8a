"""Words of exports, keys and the printable report."""

from __future__ import annotations

from sim.parameters import Text

EXPORTS = {
    "export": Text("Take away", "Emporter"),
    "picture": Text("Picture of the charts (PNG)", "Image des graphiques (PNG)"),
    "numbers": Text("Numbers, week by week (CSV)", "Nombres, semaine par semaine (CSV)"),
    "scenario": Text(
        "City {letter} as a scenario file (TOML)", "Ville {letter} en fichier de scénario (TOML)"
    ),
    "link": Text("Copy the link to this page as it is", "Copier le lien de cette page telle quelle"),
    "command": Text("Copy as a command", "Copier la commande"),
    "prints": Text(
        "It prints the sentence’s figures after {years} years: {n} runs of {residents} residents.",
        "Elle écrit les chiffres de la phrase après {years} ans\u202f: {n} tirages de {residents} habitants.",
    ),
    "files_first": Text(
        "First save {files} from the menu ⋯, into the folder where the command is given.",
        "Enregistrez d’abord {files} depuis le menu ⋯, dans le dossier où la commande est donnée.",
    ),
    "draft": Text(
        "A draft: these values are of {n} residents; the full run was not finished.",
        "Une ébauche\u202f: ces valeurs sont de {n} habitants\u202f; le calcul complet n’était pas fini.",
    ),
    "scale": Text(
        "Values are the model’s own: 0 to 1 where the page says out of 100. On the page",
        "Les valeurs sont celles du modèle\u202f: de 0 à 1 là où la page dit sur 100. Sur la page",
    ),
    "report": Text("Report to print", "Rapport à imprimer"),
    "copied": Text("Copied.", "Copié."),
    "stage_window": Text("Stage window on a second screen", "Fenêtre de scène sur un second écran"),
    "keys": Text("Keys", "Touches"),
    "keys_on": Text("Single keys act", "Les touches simples agissent"),
}

CREDITS = (Text("Figures:", "Chiffres\u202f:"), Text("Boundaries:", "Limites\u202f:"))
"""Headings inside a city's attribution."""

KEYS = (
    (
        Text("Page Down, Page Up", "Page suivante, Page précédente"),
        Text("next and previous cue (debate)", "étape suivante, précédente (débat)"),
    ),
    (Text("Space", "Espace"), Text("play and pause", "lecture et pause")),
    (Text("← →", "← →"), Text("one week back, one week on", "une semaine de moins, de plus")),
    (Text("p", "p"), Text("projector view", "vue projecteur")),
    (
        Text("l", "l"),
        Text("large stage: chart and sentence only", "grande scène\u202f: graphique et phrase seuls"),
    ),
    (Text("b", "b"), Text("blank the screen", "écran noir")),
    (Text("x", "x"), Text("swap the sides", "échanger les côtés")),
    (Text("r", "r"), Text("replay the last change", "rejouer le changement")),
    (Text("t", "t"), Text("the runs behind the sentence", "les tirages derrière la phrase")),
    (Text("z", "z"), Text("cut the axis to the part in use", "couper l’axe à la partie utile")),
    (Text("u, y", "u, y"), Text("undo, redo", "annuler, rétablir")),
    (Text("?", "?"), Text("these keys", "ces touches")),
)

REPORT = {
    "title": Text("Two Cities: report of a comparison", "Deux villes\u202f: rapport d’une comparaison"),
    "values": Text("Values", "Valeurs"),
    "values_note": Text(
        "One run of {residents} residents; each value is the mean of the four weeks that end the year.",
        "Un tirage de {residents} habitants\u202f; "
        "chaque valeur est la moyenne des quatre semaines qui closent l’année.",
    ),
    "dial": Text("Dial", "Indicateur"),
    "year": Text("year {n}", "an {n}"),
    "levers": Text("Levers that differ", "Réglages qui diffèrent"),
    "lever": Text("Lever", "Réglage"),
    "today": Text("today", "aujourd’hui"),
    "assumptions": Text("Assumptions", "Hypothèses"),
    "set": Text("Set of assumptions: {set}", "Jeu d’hypothèses : {set}"),
    "events": Text("Events let loose", "Événements déclenchés"),
    "room": Text("What the room said", "Ce que la salle a dit"),
    "receipt": Text("Receipt", "Reçu"),
    "none": Text("None was changed.", "Aucune n’a été changée."),
    "zoomed": Text(
        "In the picture the chart’s axis is cut, as written in it.",
        "Sur l’image, l’axe du graphique est coupé, comme il y est écrit.",
    ),
    "week": Text("week {n}", "semaine {n}"),
}

RUNS = {
    "title": Text("Run by run", "Tirage par tirage"),
    "note": Text(
        "{dial} after {years} years. Each run has its own luck, the same in all cities, "
        "and {residents} residents.",
        "{dial} après {years} ans. Chaque tirage a son propre hasard, le même dans toutes les villes, "
        "et {residents} habitants.",
    ),
    "run": Text("Run", "Tirage"),
    "gap": Text("{a} minus {b}", "{a} moins {b}"),
    "mean": Text("Mean", "Moyenne"),
    "middle": Text("{k} of {n} runs lie within", "{k} tirages sur {n} sont entre"),
    "range": Text("{low} and {high}", "{low} et {high}"),
    "waiting": Text("The other runs are being made…", "Les autres tirages sont en cours…"),
}

SETS = {
    "title": Text("Under whose assumptions?", "Sous quelles hypothèses\u202f?"),
    "note": Text(
        "Means of {n} runs each, after {years} years. No set is the right one; each camp can lock its own.",
        "Moyennes de {n} tirages, après {years} ans. Aucun jeu n’est le bon\u202f; "
        "chaque camp peut choisir le sien.",
    ),
    "pick": Text("Assume this", "Supposer ceci"),
    "waiting": Text("The other runs are being made…", "Les autres tirages sont en cours…"),
}
