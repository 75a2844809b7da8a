"""Words of the debate: what the screen asks and what the moderator may say."""

from __future__ import annotations

from sim.locale.text import written

DEBATE = {
    "script": written("The debate, cue by cue", "Le débat, pas à pas"),
    "next": written("Next", "Suivant"),
    "previous": written("Previous", "Précédent"),
    "say": written("To say", "À dire"),
    "reveal": written("Open the curtain", "Lever le rideau"),
    "cover": written("Close the curtain", "Baisser le rideau"),
    "replay": written("Replay", "Rejouer"),
    "tally": written("Show of cards", "Vote à cartes levées"),
    "most": written("Most say {letter}", "La plupart disent {letter}"),
    "same": written("About the same", "À peu près pareil"),
    "split": written("Split", "Partagé"),
    "unknown": written("Don’t know", "Ne sait pas"),
    "same_card": written("same", "pareil"),
    "unknown_card": written("don’t know", "ne sait pas"),
    "count": written("Or count the cards", "Ou compter les cartes"),
    "done": written("All counts are in", "Tous les votes sont saisis"),
    "answered": written("The room said: {answer}", "La salle a dit : {answer}"),
    "horizon": written("After", "Après"),
    "year": written("{n} years", "{n} ans"),
    "year_one": written("1 year", "1 an"),
    "why": written("Why?", "Pourquoi ?"),
    "close": written("Close", "Fermer"),
    "runs": written("Twenty runs", "Vingt tirages"),
    "stage_window": written("Open the stage window", "Ouvrir la fenêtre de scène"),
    "projector": written("Projector view (p)", "Vue projecteur (p)"),
    "blank": written("Blank the screen (b)", "Écran noir (b)"),
    "timer": written("Time since the first cue", "Temps depuis le début"),
    "first": written("autonomy first", "autonomie d’abord"),
    "second": written("order first", "ordre d’abord"),
    "room": written("The room’s city, question by question", "La ville de la salle, question par question"),
    "sets": written("Under whose assumptions?", "Sous quelles hypothèses ?"),
    "set_row": written("{set}: A {a}, B {b}", "{set} : A {a}, B {b}"),
    "waiting": written("The other runs are being made…", "Les autres tirages sont en cours…"),
    "left_out": written("What this leaves out", "Ce que le modèle laisse de côté"),
    "print": written("Printable report", "Rapport à imprimer"),
}

CUES = {
    "question": written("The question", "La question"),
    "past": written("One city, two years", "Une ville, deux ans"),
    "fork": written("The choice", "Le choix"),
    "warm_up": written("Learning to read", "Apprendre à lire"),
    "opinions": written("Reveal 1: opinions voiced", "Révélation 1 : opinions exprimées"),
    "calm": written("Reveal 2: calm streets", "Révélation 2 : rues calmes"),
    "leak": written("The same data leak", "La même fuite de données"),
    "sets": written("Under whose assumptions?", "Sous quelles hypothèses ?"),
    "room": written("Reveal 3: the room’s city", "Révélation 3 : la ville de la salle"),
    "resident": written("One resident, two cities", "Un habitant, deux villes"),
    "flip": written("What would change the answer?", "Ce qui changerait la réponse"),
}

SAY = {
    "question": written(
        "Who should hold a city’s data? Nobody here has to be right.",
        "Qui doit détenir les données d’une ville ? Personne ici n’a besoin d’avoir raison.",
    ),
    "past": written(
        "One city, two years, the same people, the same luck.",
        "Une ville, deux ans, les mêmes gens, le même hasard.",
    ),
    "fork": written(
        "At the choice the city becomes two. Read two rows aloud.",
        "Au moment du choix, la ville se dédouble. Lisez deux lignes à voix haute.",
    ),
    "warm_up": written(
        "Solid with a disc is A, dashed with a triangle is B. Up is more, not better.",
        "Plein avec un disque, c’est A ; tirets avec un triangle, c’est B. "
        "Plus haut veut dire plus, pas mieux.",
    ),
    "opinions": written(
        "In ten years: are more opinions voiced in A, in B, or about the same? Tell your neighbour why.",
        "Dans dix ans : exprime-t-on plus d’opinions en A, en B, ou à peu près autant ? "
        "Dites pourquoi au voisin.",
    ),
    "calm": written(
        "Where are the streets calmer after one year? After ten? The sides are swapped.",
        "Où les rues sont-elles plus calmes après un an ? Après dix ? Les côtés sont échangés.",
    ),
    "leak": written(
        "In year five the same leak strikes both. How much does trust move, and for how long?",
        "La cinquième année, la même fuite frappe les deux. "
        "De combien la confiance bouge-t-elle, et pour combien de temps ?",
    ),
    "sets": written(
        "Experts disagree on how people and machines behave. Each camp picks its set.",
        "Les experts ne s’accordent pas sur le comportement des gens et des machines. "
        "Chaque camp choisit son jeu.",
    ),
    "room": written(
        "Four questions, each settled by cards, each moved once. "
        "Then: well-being above both, between, below both?",
        "Quatre questions, chacune tranchée aux cartes et réglée une seule fois. "
        "Puis : bien-être au-dessus des deux, entre les deux ou au-dessous ?",
    ),
    "resident": written(
        "One resident, the next of a list nobody chose. The same luck in every city.",
        "Un habitant, le suivant d’une liste que personne n’a choisie. Le même hasard dans chaque ville.",
    ),
    "flip": written(
        "What would have to be true for the answer to change? Take the page home.",
        "Que faudrait-il pour que la réponse change ? Emportez la page.",
    ),
}
