"""Words of the bar at the top."""

from __future__ import annotations

from sim.locale.text import written

BAR = {
    "title": written("Two Cities", "Deux villes"),
    "question": written("Who should hold a city’s data?", "Qui doit détenir les données d’une ville ?"),
    "debate": written("Debate", "Débat"),
    "explore": written("Explore", "Explorer"),
    "understand": written("Understand", "Comprendre"),
    "modes": written("Ways in", "Modes"),
    "language": written("Passer en français", "Switch to English"),
    "theme_auto": written("Theme: as the system", "Thème : celui du système"),
    "theme_light": written("Theme: light", "Thème : clair"),
    "theme_dark": written("Theme: dark", "Thème : sombre"),
    "more": written("More", "Plus"),
    "undo": written("Undo", "Annuler"),
    "redo": written("Redo", "Rétablir"),
    "skip": written("Skip to the charts", "Aller aux graphiques"),
}
