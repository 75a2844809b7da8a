"""Words for visitors who have no seat yet, or whose page could not be drawn."""

from __future__ import annotations

from sim.locale.text import written

WAITING = written(
    "All seats of this server are taken. This page opens by itself when one is free: "
    "you are number {n} in line.",
    "Toutes les places de ce serveur sont prises. Cette page s’ouvre d’elle-même dès qu’il s’en libère une : "
    "vous êtes numéro {n} dans la file.",
)
CROWDED = written(
    "This server is full, and so is the line. This page tries again by itself.",
    "Ce serveur est plein, la file aussi. Cette page réessaie d’elle-même.",
)
BROKEN = written(
    "Something went wrong while drawing the page. It has been noted in the log.",
    "L’affichage a rencontré un problème. C’est noté au journal.",
)
AGAIN = written("Try again", "Réessayer")
