"""Words of the bar at the top."""

from __future__ import annotations

from sim.parameters import Text

BAR = {
    "title": Text("Two Cities", "Deux villes"),
    "question": Text("Who should hold a city’s data?", "Qui doit détenir les données d’une ville ?"),
    "debate": Text("Debate", "Débat"),
    "explore": Text("Explore", "Explorer"),
    "understand": Text("Understand", "Comprendre"),
    "modes": Text("Ways in", "Modes"),
    "language": Text("Passer en français", "Switch to English"),
    "theme_auto": Text("Theme: as the system", "Thème : celui du système"),
    "theme_light": Text("Theme: light", "Thème : clair"),
    "theme_dark": Text("Theme: dark", "Thème : sombre"),
    "more": Text("More", "Plus"),
    "undo": Text("Undo", "Annuler"),
    "redo": Text("Redo", "Rétablir"),
    "skip": Text("Skip to the charts", "Aller aux graphiques"),
}
