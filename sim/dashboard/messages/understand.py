"""Words of the way in called Understand."""

from __future__ import annotations

from sim.parameters import Text

UNDERSTAND = {
    "title": Text("What is measured, and for which word", "Ce qui est mesuré, et pour quel mot"),
    "note": Text(
        "Each word of the debate has its dials. None is added up with another: there is no single score.",
        "Chaque mot du débat a ses indicateurs. Aucun n’est ajouté à un autre\u202f: "
        "il n’y a pas de note unique.",
    ),
    "show": Text("Show in the chart", "Montrer dans le graphique"),
    "define": Text("Definition of {dial}", "Définition de {dial}"),
    "near": Text("nearly a definition", "presque une définition"),
    "close": Text("Close", "Fermer"),
}
