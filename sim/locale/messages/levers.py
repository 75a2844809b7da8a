"""Words around the levers and the assumptions."""

from __future__ import annotations

from sim.locale.text import written

LEVER_WORDS = {
    "levers": written("Levers", "Réglages"),
    "city": written("City {letter}", "Ville {letter}"),
    "room": written("The room’s city", "Ville de la salle"),
    "add_room": written("+ The room’s city", "+ Ville de la salle"),
    "remove_room": written("Remove the room’s city", "Retirer la ville de la salle"),
    "rename": written("Rename", "Renommer"),
    "name": written("Name of city {letter}", "Nom de la ville {letter}"),
    "start": written("Starts from", "Point de départ"),
    "about": written("A word of caution", "Mise en garde"),
    "dial": written("Between the two cities", "Entre les deux villes"),
    "dial_left": written("autonomy first", "autonomie d’abord"),
    "dial_right": written("order first", "ordre d’abord"),
    "dial_caption": written(
        "A line between two cities; many others lie off it.",
        "Une ligne entre deux villes ; bien d’autres villes sont en dehors.",
    ),
    "four": written("Four questions", "Quatre questions"),
    "today": written("today {value}", "aujourd’hui {value}"),
    "other": written("City {letter} {value}", "Ville {letter} {value}"),
    "help": written("About: {name}", "À propos de : {name}"),
    "weak": written("weak evidence", "preuves faibles"),
    "changed": written("{n} changes from {scenario}", "{n} changements depuis {scenario}"),
    "changed_one": written("1 change from {scenario}", "1 changement depuis {scenario}"),
    "undo_one": written("Put back: {name}", "Rétablir : {name}"),
    "reset": written("Put all back", "Tout rétablir"),
    "assumptions": written("How people and machines behave", "Comportement des gens et des machines"),
    "assumptions_door": written("Assumptions and context", "Hypothèses et contexte"),
    "assumptions_note": written(
        "Assumptions hold in every city and in “no change”. Some are contested; each shows "
        "the strength of its evidence and the contrary finding.",
        "Les hypothèses valent pour toutes les villes "
        "et « sans changement ». Certaines sont discutées ; "
        "chacune montre la force de ses preuves et le constat contraire.",
    ),
    "assumptions_changed": written(
        "{n} assumptions differ from the set “{set}”: every city and “no change” have moved.",
        "{n} hypothèses diffèrent du jeu « {set} » : toutes les villes et « sans changement » ont bougé.",
    ),
    "assumptions_changed_one": written(
        "1 assumption differs from the set “{set}”: every city and “no change” have moved.",
        "1 hypothèse diffère du jeu « {set} » : toutes les villes et « sans changement » ont bougé.",
    ),
    "other_set": written(
        "Assumed: “{set}”. Every city and “no change” have moved.",
        "Hypothèses : « {set} ». Toutes les villes et « sans changement » ont bougé.",
    ),
    "set": written("Set of assumptions", "Jeu d’hypothèses"),
    "context": written("Context", "Contexte"),
    "source": written("Source", "Source"),
    "find": written("Find an assumption", "Chercher une hypothèse"),
    "contrary": written("Against", "Contre"),
    "back": written("Back to the levers", "Retour aux réglages"),
    "easy": written(
        "Ranges are not equally easy to reach.", "Les plages ne sont pas également faciles à atteindre."
    ),
    "close": written("Close", "Fermer"),
    "mix": written("mix", "mélange"),
    "holders": written("Shares of control", "Parts du contrôle"),
    "aims": written("What is aimed for", "Ce qui est visé"),
    "yes": written("yes", "oui"),
    "no": written("no", "non"),
    "unlimited": written("none", "aucun"),
}

QUESTIONS = {
    "data": written("Who holds the data?", "Qui détient les données ?"),
    "optimisation": written("How does the city decide?", "Comment la ville décide-t-elle ?"),
    "street": written("What happens in public space?", "Que se passe-t-il dans l’espace public ?"),
    "ties": written("How do people meet?", "Comment se rencontre-t-on ?"),
    "politics": written("Can the rules drift?", "Les règles peuvent-elles bouger ?"),
}

OPTIONS = {
    "opt_in": written("ask first", "demander d’abord"),
    "opt_out": written("shared unless refused", "partagé sauf refus"),
    "mandatory": written("required", "obligatoire"),
    "central": written("at the data centre", "au centre de données"),
    "local": written("on each device", "sur chaque appareil"),
    "none": written("none", "aucun"),
    "floor": written("rounded down", "vers le bas"),
    "round": written("to the nearest", "au plus près"),
}

LEVEL_WORDS = (
    (5, written("minimal", "minimal")),
    (30, written("low", "bas")),
    (60, written("medium", "moyen")),
    (90, written("high", "haut")),
    (100, written("maximal", "maximal")),
)

BLURS = (
    ("none", written("none", "aucun")),
    (10.0, written("light", "léger")),
    (1.0, written("medium", "moyen")),
    (0.1, written("strong", "fort")),
)

ASSUMED_IN = {
    "logits": written("logits", "logits"),
    "of income": written("of income", "du revenu"),
    "per week": written("per week", "par semaine"),
    "per year": written("per year", "par an"),
    "residents": written("residents", "habitants"),
    "weeks": written("weeks", "semaines"),
}
"""Units of assumptions and context."""

STRENGTHS = {
    "strong": written("strong evidence", "preuves solides"),
    "moderate": written("moderate evidence", "preuves moyennes"),
    "weak": written("weak evidence", "preuves faibles"),
    "contested": written("contested", "discuté"),
    "judgement": written("a judgement", "jugement d’auteur"),
    "theory": written("theory", "théorie"),
}
