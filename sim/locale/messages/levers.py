"""Words around the levers and the assumptions."""

from __future__ import annotations

from sim.parameters import Text

LEVER_WORDS = {
    "levers": Text("Levers", "Réglages"),
    "city": Text("City {letter}", "Ville {letter}"),
    "room": Text("The room’s city", "Ville de la salle"),
    "add_room": Text("+ The room’s city", "+ Ville de la salle"),
    "remove_room": Text("Remove the room’s city", "Retirer la ville de la salle"),
    "rename": Text("Rename", "Renommer"),
    "name": Text("Name of city {letter}", "Nom de la ville {letter}"),
    "start": Text("Starts from", "Point de départ"),
    "about": Text("A word of caution", "Mise en garde"),
    "dial": Text("Between the two cities", "Entre les deux villes"),
    "dial_left": Text("autonomy first", "autonomie d’abord"),
    "dial_right": Text("order first", "ordre d’abord"),
    "dial_caption": Text(
        "A line between two cities; many others lie off it.",
        "Une ligne entre deux villes ; bien d’autres villes sont en dehors.",
    ),
    "four": Text("Four questions", "Quatre questions"),
    "today": Text("today {value}", "aujourd’hui {value}"),
    "other": Text("City {letter} {value}", "Ville {letter} {value}"),
    "help": Text("About: {name}", "À propos de : {name}"),
    "weak": Text("weak evidence", "preuves faibles"),
    "changed": Text("{n} changes from {scenario}", "{n} changements depuis {scenario}"),
    "changed_one": Text("1 change from {scenario}", "1 changement depuis {scenario}"),
    "undo_one": Text("Put back: {name}", "Rétablir : {name}"),
    "reset": Text("Put all back", "Tout rétablir"),
    "assumptions": Text("How people and machines behave", "Comportement des gens et des machines"),
    "assumptions_door": Text("Assumptions and context", "Hypothèses et contexte"),
    "assumptions_note": Text(
        "Assumptions hold in every city and in “no change”. Some are contested; each shows "
        "the strength of its evidence and the contrary finding.",
        "Les hypothèses valent pour toutes les villes "
        "et « sans changement ». Certaines sont discutées ; "
        "chacune montre la force de ses preuves et le constat contraire.",
    ),
    "assumptions_changed": Text(
        "{n} assumptions differ from the set “{set}”: every city and “no change” have moved.",
        "{n} hypothèses diffèrent du jeu « {set} » : toutes les villes et « sans changement » ont bougé.",
    ),
    "assumptions_changed_one": Text(
        "1 assumption differs from the set “{set}”: every city and “no change” have moved.",
        "1 hypothèse diffère du jeu « {set} » : toutes les villes et « sans changement » ont bougé.",
    ),
    "other_set": Text(
        "Assumed: “{set}”. Every city and “no change” have moved.",
        "Hypothèses : « {set} ». Toutes les villes et « sans changement » ont bougé.",
    ),
    "set": Text("Set of assumptions", "Jeu d’hypothèses"),
    "context": Text("Context", "Contexte"),
    "source": Text("Source", "Source"),
    "find": Text("Find an assumption", "Chercher une hypothèse"),
    "measuring": Text("What is reported", "Ce qui est rapporté"),
    "contrary": Text("Against", "Contre"),
    "back": Text("Back to the levers", "Retour aux réglages"),
    "easy": Text(
        "Ranges are not equally easy to reach.", "Les plages ne sont pas également faciles à atteindre."
    ),
    "close": Text("Close", "Fermer"),
    "mix": Text("mix", "mélange"),
    "holders": Text("Shares of control", "Parts du contrôle"),
    "aims": Text("What is aimed for", "Ce qui est visé"),
    "yes": Text("yes", "oui"),
    "no": Text("no", "non"),
    "unlimited": Text("none", "aucun"),
}

QUESTIONS = {
    "data": Text("Who holds the data?", "Qui détient les données ?"),
    "optimisation": Text("How does the city decide?", "Comment la ville décide-t-elle ?"),
    "street": Text("What happens in public space?", "Que se passe-t-il dans l’espace public ?"),
    "ties": Text("How do people meet?", "Comment se rencontre-t-on ?"),
    "politics": Text("Can the rules drift?", "Les règles peuvent-elles bouger ?"),
}

OPTIONS = {
    "opt_in": Text("ask first", "demander d’abord"),
    "opt_out": Text("shared unless refused", "partagé sauf refus"),
    "mandatory": Text("required", "obligatoire"),
    "central": Text("at the data centre", "au centre de données"),
    "local": Text("on each device", "sur chaque appareil"),
    "none": Text("none", "aucun"),
    "floor": Text("rounded down", "vers le bas"),
    "round": Text("to the nearest", "au plus près"),
}

LEVEL_WORDS = (
    (5, Text("minimal", "minimal")),
    (30, Text("low", "bas")),
    (60, Text("medium", "moyen")),
    (90, Text("high", "haut")),
    (100, Text("maximal", "maximal")),
)

BLURS = (
    ("none", Text("none", "aucun")),
    (10.0, Text("light", "léger")),
    (1.0, Text("medium", "moyen")),
    (0.1, Text("strong", "fort")),
)

ASSUMED_IN = {
    "logits": Text("logits", "logits"),
    "of income": Text("of income", "du revenu"),
    "per week": Text("per week", "par semaine"),
    "per year": Text("per year", "par an"),
    "residents": Text("residents", "habitants"),
    "weeks": Text("weeks", "semaines"),
}
"""Units of assumptions and context."""

STRENGTHS = {
    "strong": Text("strong evidence", "preuves solides"),
    "moderate": Text("moderate evidence", "preuves moyennes"),
    "weak": Text("weak evidence", "preuves faibles"),
    "contested": Text("contested", "discuté"),
    "judgement": Text("a judgement", "jugement d’auteur"),
    "theory": Text("theory", "théorie"),
}
