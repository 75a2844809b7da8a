"""Words of the time bar and of events."""

from __future__ import annotations

from sim.locale.text import written
from sim.parameters import CONSTANTS

OUTAGE_WEEKS = round(float(CONSTANTS["outage_length"].default))

TIME = {
    "play": written("Play", "Lecture"),
    "pause": written("Pause", "Pause"),
    "step": written("One week on", "Une semaine de plus"),
    "back": written("One week back", "Une semaine de moins"),
    "reset": written("Start over", "Recommencer"),
    "replay": written("Replay the last change", "Rejouer le changement"),
    "time": written("Time: weeks since the choice", "Temps : semaines depuis le choix"),
    "year": written("Year {n}", "Année {n}"),
    "week": written("week {n}", "semaine {n}"),
    "event": written("Event", "Événement"),
    "speed": written("Speed", "Vitesse"),
    "caution": written("Simulation, not a forecast", "Simulation, pas une prévision"),
    "levers": written("Levers", "Réglages"),
    "why": written("Why?", "Pourquoi ?"),
    "assumptions": written("Assumptions", "Hypothèses"),
    "leave": written("Back to the working view", "Retour à la vue de travail"),
    "computing": written("computing…", "calcul…"),
}

EVENTS = {
    "breach": written("Data leak", "Fuite de données"),
    "outage": written("Service outage", "Panne de service"),
    "spark": written("Triggering incident", "Incident déclencheur"),
    "budget_cut": written("Budget cut", "Baisse de budget"),
    "new_technology": written("New technology", "Nouvelle technologie"),
    "reform": written("Reform", "Réforme"),
    "restoration": written("Restoration", "Restauration"),
    "drift": written("Rules drifted", "Les règles ont bougé"),
}

EVENT_HELP = {
    "breach": written(
        "Personal data get out; trust is affected for months.",
        "Des données sortent ; la confiance en est affectée des mois.",
    ),
    "outage": written(
        f"Services in some districts work only in part for {OUTAGE_WEEKS} weeks.",
        f"Les services de quelques quartiers ne marchent qu’en partie pendant {OUTAGE_WEEKS} semaines.",
    ),
    "spark": written(
        "Something that brings half-willing people into the street.",
        "Un fait qui décide des hésitants à sortir.",
    ),
    "budget_cut": written("Less money for a number of weeks.", "Moins d’argent pendant quelques semaines."),
    "new_technology": written("A wave of new ideas arrives.", "Une vague d’idées nouvelles arrive."),
    "reform": written("A lever changes at this week.", "Un réglage change à cette semaine."),
}

TOLD = {
    "breach": written("data leak", "fuite de données"),
    "outage": written("outage in {districts} districts", "panne dans {districts} quartiers"),
    "outage_one": written("outage in 1 district", "panne dans 1 quartier"),
    "spark": written("triggering incident", "incident déclencheur"),
    "budget_cut": written("budget cut", "baisse de budget"),
    "new_technology": written("new technology", "nouvelle technologie"),
    "reform": written("reform", "réforme"),
    "restoration": written("restoration of order", "restauration de l’ordre"),
    "drift": written("the rules drifted", "les règles ont bougé"),
}

PANEL = {
    "close": written("Close", "Fermer"),
    "event_title": written("Let something happen", "Faire arriver quelque chose"),
    "event_where": written("Where", "Où"),
    "event_all": written("All cities", "Toutes les villes"),
    "event_when": written("In the week shown: {when}", "À la semaine affichée : {when}"),
    "event_first": written(
        "Right after the choice. For another week, move the time bar there first.",
        "Juste après le choix. Pour une autre semaine, placez-y d’abord la barre de temps.",
    ),
    "event_list": written("Events on the timeline", "Événements prévus"),
    "event_remove": written("Remove", "Retirer"),
    "define_title": written("What it measures", "Ce que cela mesure"),
    "exact": written("Exactly", "Exactement"),
    "answers": written("The debate’s word", "Le mot du débat"),
    "direction_more": written("More is generally held to be better.", "Plus est en général jugé meilleur."),
    "direction_less": written("Less is generally held to be better.", "Moins est en général jugé meilleur."),
    "direction_none": written(
        "Neither more nor less is better as such.", "Ni plus ni moins n’est meilleur en soi."
    ),
    "definitional": written(
        "The level follows almost directly from the levers: a difference here is nearly a definition.",
        "Le niveau découle presque directement des réglages : un écart est ici presque une définition.",
    ),
    "why_title": written("What makes the gap", "D’où vient l’écart"),
    "why_soon": written(
        "The share of each of the four questions in the gap appears here once computed.",
        "La part de chacune des quatre questions dans l’écart s’affiche ici une fois calculée.",
    ),
    "resident": written("One resident, two cities", "Un habitant, deux villes"),
    "sets": written("Under whose assumptions?", "Sous quelles hypothèses\u202f?"),
    "left_out": written("What this leaves out", "Ce que le modèle laisse de côté"),
    "left_out_text": written(
        "Nobody moves away or arrives; there is no housing market, no election, "
        "no national politics, no climate. One simulated resident stands for many. "
        "It was validated against no city, and most weights are a matter of judgement.",
        "Personne ne part ni n’arrive ; ni marché du logement, ni élections, "
        "ni politique nationale, ni climat. Un habitant simulé en représente beaucoup. "
        "Le modèle n’a été validé sur aucune ville, et la plupart des poids sont affaire de jugement.",
    ),
    "more_title": written("More", "Plus"),
    "difference": written("Map of the difference, A minus B", "Carte de la différence, A moins B"),
    "swap": written("Swap the sides", "Échanger les côtés"),
    "stage_on": written("Projector view", "Vue projecteur"),
    "large": written("Large stage: chart and sentence only", "Grande scène : graphique et phrase seuls"),
    "stage_off": written("Working view", "Vue de travail"),
    "attribution": written("Map and figures", "Carte et chiffres"),
    "notes": written("Notes on the data", "Notes sur les données"),
}
