"""Words about links, exports and the report."""

from __future__ import annotations

from sim.locale.text import written

LINKS = {
    "older": written(
        "This link is of an earlier version ({version}) of the page and was carried over to version {now}.",
        "Ce lien vient d’une version antérieure ({version}) de la page ; il a été repris en version {now}.",
    ),
    "model": written(
        "It was made with model version {then}; this is version {now}, so numbers may differ.",
        "Il a été fait avec la version {then} du modèle ; celle-ci est la {now}, "
        "les nombres peuvent différer.",
    ),
    "dropped": written(
        "Not known here, and left out: {names}.",
        "Inconnu ici, et laissé de côté : {names}.",
    ),
}
