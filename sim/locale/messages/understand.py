"""Words of the way in called Understand."""

from __future__ import annotations

from sim.locale.text import written

UNDERSTAND = {
    "title": written("What is measured, and for which word", "Ce qui est mesuré, et pour quel mot"),
    "note": written(
        "Each word of the debate has its dials. None is added up with another: there is no single score.",
        "Chaque mot du débat a ses indicateurs. Aucun n’est ajouté à un autre\u202f: "
        "il n’y a pas de note unique.",
    ),
    "show": written("Show in the chart", "Montrer dans le graphique"),
    "define": written("Definition of {dial}", "Définition de {dial}"),
    "near": written("nearly a definition", "presque une définition"),
    "sets": written("Under whose assumptions?", "Sous quelles hypothèses\u202f?"),
    "why": written("What makes the gap", "D’où vient l’écart"),
    "resident": written("One resident, two cities", "Un habitant, deux villes"),
    "left_out": written("What this leaves out", "Ce que le modèle laisse de côté"),
    "close": written("Close", "Fermer"),
}
