"""Words of the time bar and of events."""

from __future__ import annotations

from sim.parameters import CONSTANTS, Text

OUTAGE_WEEKS = round(float(CONSTANTS["outage_length"].default))

TIME = {
    "play": Text("Play", "Lecture"),
    "pause": Text("Pause", "Pause"),
    "step": Text("One week on", "Une semaine de plus"),
    "back": Text("One week back", "Une semaine de moins"),
    "reset": Text("Start over", "Recommencer"),
    "replay": Text("Replay the last change", "Rejouer le changement"),
    "time": Text("Time: weeks since the choice", "Temps : semaines depuis le choix"),
    "year": Text("Year {n}", "Année {n}"),
    "week": Text("week {n}", "semaine {n}"),
    "event": Text("Event", "Événement"),
    "speed": Text("Speed", "Vitesse"),
    "caution": Text("Simulation, not a forecast", "Simulation, pas une prévision"),
    "levers": Text("Levers", "Réglages"),
    "why": Text("Why?", "Pourquoi ?"),
    "assumptions": Text("Assumptions", "Hypothèses"),
    "leave": Text("Back to the working view", "Retour à la vue de travail"),
    "computing": Text("computing…", "calcul…"),
}

EVENTS = {
    "breach": Text("Data leak", "Fuite de données"),
    "outage": Text("Service outage", "Panne de service"),
    "spark": Text("Triggering incident", "Incident déclencheur"),
    "budget_cut": Text("Budget cut", "Baisse de budget"),
    "new_technology": Text("New technology", "Nouvelle technologie"),
    "reform": Text("Reform", "Réforme"),
    "restoration": Text("Restoration", "Restauration"),
    "drift": Text("Rules drifted", "Les règles ont bougé"),
}

EVENT_HELP = {
    "breach": Text(
        "Personal data get out; trust is affected for months.",
        "Des données sortent ; la confiance en est affectée des mois.",
    ),
    "outage": Text(
        f"Services in some districts work only in part for {OUTAGE_WEEKS} weeks.",
        f"Les services de quelques quartiers ne marchent qu’en partie pendant {OUTAGE_WEEKS} semaines.",
    ),
    "spark": Text(
        "Something that brings half-willing people into the street.",
        "Un fait qui décide des hésitants à sortir.",
    ),
    "budget_cut": Text("Less money for a number of weeks.", "Moins d’argent pendant quelques semaines."),
    "new_technology": Text("A wave of new ideas arrives.", "Une vague d’idées nouvelles arrive."),
    "reform": Text("A lever changes at this week.", "Un réglage change à cette semaine."),
}

TOLD = {
    "breach": Text("data leak", "fuite de données"),
    "outage": Text("outage in {districts} districts", "panne dans {districts} quartiers"),
    "outage_one": Text("outage in 1 district", "panne dans 1 quartier"),
    "spark": Text("triggering incident", "incident déclencheur"),
    "budget_cut": Text("budget cut", "baisse de budget"),
    "new_technology": Text("new technology", "nouvelle technologie"),
    "reform": Text("reform", "réforme"),
    "restoration": Text("restoration of order", "restauration de l’ordre"),
    "drift": Text("the rules drifted", "les règles ont bougé"),
}

PANEL = {
    "close": Text("Close", "Fermer"),
    "event_title": Text("Let something happen", "Faire arriver quelque chose"),
    "event_where": Text("Where", "Où"),
    "event_all": Text("All cities", "Toutes les villes"),
    "event_when": Text("In the week shown: {when}", "À la semaine affichée : {when}"),
    "event_first": Text(
        "Right after the choice. For another week, move the time bar there first.",
        "Juste après le choix. Pour une autre semaine, placez-y d’abord la barre de temps.",
    ),
    "event_list": Text("Events on the timeline", "Événements prévus"),
    "event_remove": Text("Remove", "Retirer"),
    "define_title": Text("What it measures", "Ce que cela mesure"),
    "exact": Text("Exactly", "Exactement"),
    "answers": Text("The debate’s word", "Le mot du débat"),
    "direction_more": Text("More is generally held to be better.", "Plus est en général jugé meilleur."),
    "direction_less": Text("Less is generally held to be better.", "Moins est en général jugé meilleur."),
    "direction_none": Text(
        "Neither more nor less is better as such.", "Ni plus ni moins n’est meilleur en soi."
    ),
    "definitional": Text(
        "The level follows almost directly from the levers: a difference here is nearly a definition.",
        "Le niveau découle presque directement des réglages : un écart est ici presque une définition.",
    ),
    "why_title": Text("What makes the gap", "D’où vient l’écart"),
    "why_soon": Text(
        "The share of each of the four questions in the gap appears here once computed.",
        "La part de chacune des quatre questions dans l’écart s’affiche ici une fois calculée.",
    ),
    "left_out": Text("What this leaves out", "Ce que le modèle laisse de côté"),
    "left_out_text": Text(
        "Nobody moves away or arrives; there is no housing market, no election, "
        "no national politics, no climate. One simulated resident stands for many. "
        "It was validated against no city, and most weights are a matter of judgement.",
        "Personne ne part ni n’arrive ; ni marché du logement, ni élections, "
        "ni politique nationale, ni climat. Un habitant simulé en représente beaucoup. "
        "Le modèle n’a été validé sur aucune ville, et la plupart des poids sont affaire de jugement.",
    ),
    "more_title": Text("More", "Plus"),
    "difference": Text("Map of the difference, A minus B", "Carte de la différence, A moins B"),
    "swap": Text("Swap the sides", "Échanger les côtés"),
    "stage_on": Text("Projector view", "Vue projecteur"),
    "large": Text("Large stage: chart and sentence only", "Grande scène : graphique et phrase seuls"),
    "stage_off": Text("Working view", "Vue de travail"),
    "attribution": Text("Map and figures", "Carte et chiffres"),
    "notes": Text("Notes on the data", "Notes sur les données"),
}
