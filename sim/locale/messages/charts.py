"""Words on and beside the canvas."""

from __future__ import annotations

from sim.locale.text import written

CHARTS = {
    "charts": written("Charts and maps", "Graphiques et cartes"),
    "focus": written("Outcome in the chart", "Indicateur du graphique"),
    "map_dial": written("Outcome on the maps", "Indicateur des cartes"),
    "define": written("What does this dial measure?", "Que mesure cet indicateur ?"),
    "choice": written("choice", "choix"),
    "at_choice": written("At the choice", "Au moment du choix"),
    "past": written("−2 years", "−2 ans"),
    "years": written("{n} years", "{n} ans"),
    "year": written("Year {n}", "Année {n}"),
    "week": written("Week", "Semaine"),
    "colon": written(":", " :"),
    "none": written("no change", "sans changement"),
    "see_city": written("See {city}", "Voir {city}"),
    "map_of": written("Map of city {city}", "Carte de la ville {city}"),
    "make_focus": written("Show in the chart", "Montrer dans le graphique"),
    "outage": written("service outage (O)", "panne de service (P)"),
    "outage_mark": written("O", "P"),
    "ring": written("1 in 100 in the street", "1 sur 100 dans la rue"),
    "centre": written("centre", "centre"),
    "waiting": written("The cities are being lived…", "Les villes prennent vie…"),
    "covered": written("Covered until revealed.", "Caché jusqu’à la révélation."),
    "minus": written("A minus B", "A moins B"),
    "caution": written("Simulation, not a forecast", "Simulation, pas une prévision"),
    "table": written("The same as tables", "Les mêmes données en tableaux"),
    "year_column": written("Years after the choice", "Années après le choix"),
    "district": written("District", "Quartier"),
    "above": written("above both", "au-dessus des deux"),
    "below": written("below both", "au-dessous des deux"),
    "between": written("between", "entre les deux"),
    "one_run": written("one run", "un tirage"),
    "altered_one": written("1 change", "1 changement"),
    "altered": written("{n} changes", "{n} changements"),
    "zoom": written("Cut the axis to the part in use", "Couper l’axe à la partie utile"),
    "zoom_short": written("zoom", "zoom"),
    "axis_cut": written("Axis cut: {low} to {high}", "Axe coupé : de {low} à {high}"),
    "runs_each": written("one by one", "un par un"),
    "runs_higher": written(
        "Higher in {letter} in {k} of {n} runs", "Plus haut en {letter} dans {k} tirages sur {n}"
    ),
    "runs_equal": written("No difference in {n} runs", "Aucun écart dans {n} tirages"),
    "runs_above": written("C above both in {k} of {n} runs", "C au-dessus des deux dans {k} tirages sur {n}"),
    "runs_below": written(
        "C below both in {k} of {n} runs", "C au-dessous des deux dans {k} tirages sur {n}"
    ),
    "runs_between": written(
        "C between the two in {k} of {n} runs", "C entre les deux dans {k} tirages sur {n}"
    ),
}
