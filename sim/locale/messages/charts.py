"""Words on and beside the canvas."""

from __future__ import annotations

from sim.parameters import Text

CHARTS = {
    "charts": Text("Charts and maps", "Graphiques et cartes"),
    "focus": Text("Dial in the chart", "Indicateur du graphique"),
    "map_dial": Text("Dial on the maps", "Indicateur des cartes"),
    "define": Text("What does this dial measure?", "Que mesure cet indicateur ?"),
    "choice": Text("choice", "choix"),
    "at_choice": Text("At the choice", "Au moment du choix"),
    "past": Text("−2 years", "−2 ans"),
    "years": Text("{n} years", "{n} ans"),
    "year": Text("Year {n}", "Année {n}"),
    "week": Text("Week", "Semaine"),
    "colon": Text(":", " :"),
    "none": Text("no change", "sans changement"),
    "see_city": Text("See {city}", "Voir {city}"),
    "map_of": Text("Map of city {city}", "Carte de la ville {city}"),
    "make_focus": Text("Show in the chart", "Montrer dans le graphique"),
    "outage": Text("service outage (O)", "panne de service (P)"),
    "outage_mark": Text("O", "P"),
    "ring": Text("1 in 100 in the street", "1 sur 100 dans la rue"),
    "centre": Text("centre", "centre"),
    "waiting": Text("The cities are being lived…", "Les villes prennent vie…"),
    "covered": Text("Covered until revealed.", "Caché jusqu’à la révélation."),
    "minus": Text("A minus B", "A moins B"),
    "caution": Text("Simulation, not a forecast", "Simulation, pas une prévision"),
    "table": Text("The same as tables", "Les mêmes données en tableaux"),
    "year_column": Text("Years after the choice", "Années après le choix"),
    "district": Text("District", "Quartier"),
    "above": Text("above both", "au-dessus des deux"),
    "below": Text("below both", "au-dessous des deux"),
    "between": Text("between", "entre les deux"),
    "one_run": Text("one run", "un tirage"),
    "altered_one": Text("1 change", "1 changement"),
    "altered": Text("{n} changes", "{n} changements"),
    "zoom": Text("Cut the axis to the part in use", "Couper l’axe à la partie utile"),
    "zoom_short": Text("zoom", "zoom"),
    "axis_cut": Text("Axis cut: {low} to {high}", "Axe coupé : de {low} à {high}"),
    "runs_each": Text("one by one", "un par un"),
    "runs_higher": Text(
        "Higher in {letter} in {k} of {n} runs", "Plus haut en {letter} dans {k} tirages sur {n}"
    ),
    "runs_equal": Text("No difference in {n} runs", "Aucun écart dans {n} tirages"),
    "runs_above": Text("C above both in {k} of {n} runs", "C au-dessus des deux dans {k} tirages sur {n}"),
    "runs_below": Text("C below both in {k} of {n} runs", "C au-dessous des deux dans {k} tirages sur {n}"),
    "runs_between": Text("C between the two in {k} of {n} runs", "C entre les deux dans {k} tirages sur {n}"),
}
