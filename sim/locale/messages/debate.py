"""Words of the debate: what the screen asks and what the moderator may say."""

from __future__ import annotations

from sim.parameters import Text

DEBATE = {
    "script": Text("The debate, cue by cue", "Le débat, pas à pas"),
    "next": Text("Next", "Suivant"),
    "previous": Text("Previous", "Précédent"),
    "say": Text("To say", "À dire"),
    "reveal": Text("Open the curtain", "Lever le rideau"),
    "cover": Text("Close the curtain", "Baisser le rideau"),
    "replay": Text("Replay", "Rejouer"),
    "tally": Text("Show of cards", "Vote à cartes levées"),
    "most": Text("Most say {letter}", "La plupart disent {letter}"),
    "same": Text("About the same", "À peu près pareil"),
    "split": Text("Split", "Partagé"),
    "unknown": Text("Don’t know", "Ne sait pas"),
    "same_card": Text("same", "pareil"),
    "unknown_card": Text("don’t know", "ne sait pas"),
    "count": Text("Or count the cards", "Ou compter les cartes"),
    "done": Text("All counts are in", "Tous les votes sont saisis"),
    "answered": Text("The room said: {answer}", "La salle a dit : {answer}"),
    "horizon": Text("After", "Après"),
    "year": Text("{n} years", "{n} ans"),
    "year_one": Text("1 year", "1 an"),
    "why": Text("Why?", "Pourquoi ?"),
    "close": Text("Close", "Fermer"),
    "runs": Text("Twenty runs", "Vingt tirages"),
    "stage_window": Text("Open the stage window", "Ouvrir la fenêtre de scène"),
    "projector": Text("Projector view (p)", "Vue projecteur (p)"),
    "blank": Text("Blank the screen (b)", "Écran noir (b)"),
    "timer": Text("Time since the first cue", "Temps depuis le début"),
    "first": Text("autonomy first", "autonomie d’abord"),
    "second": Text("order first", "ordre d’abord"),
    "room": Text("The room’s city, question by question", "La ville de la salle, question par question"),
    "sets": Text("Under whose assumptions?", "Sous quelles hypothèses ?"),
    "set_row": Text("{set}: A {a}, B {b}", "{set} : A {a}, B {b}"),
    "waiting": Text("The other runs are being made…", "Les autres tirages sont en cours…"),
    "left_out": Text("What this leaves out", "Ce que le modèle laisse de côté"),
    "print": Text("Printable report", "Rapport à imprimer"),
}

CUES = {
    "question": Text("The question", "La question"),
    "past": Text("One city, two years", "Une ville, deux ans"),
    "fork": Text("The choice", "Le choix"),
    "warm_up": Text("Learning to read", "Apprendre à lire"),
    "opinions": Text("Reveal 1: opinions voiced", "Révélation 1 : opinions exprimées"),
    "calm": Text("Reveal 2: calm streets", "Révélation 2 : rues calmes"),
    "leak": Text("The same data leak", "La même fuite de données"),
    "sets": Text("Under whose assumptions?", "Sous quelles hypothèses ?"),
    "room": Text("Reveal 3: the room’s city", "Révélation 3 : la ville de la salle"),
    "resident": Text("One resident, two cities", "Un habitant, deux villes"),
    "flip": Text("What would change the answer?", "Ce qui changerait la réponse"),
}

SAY = {
    "question": Text(
        "Who should hold a city’s data? Nobody here has to be right.",
        "Qui doit détenir les données d’une ville ? Personne ici n’a besoin d’avoir raison.",
    ),
    "past": Text(
        "One city, two years, the same people, the same luck.",
        "Une ville, deux ans, les mêmes gens, le même hasard.",
    ),
    "fork": Text(
        "At the choice the city becomes two. Read two rows aloud.",
        "Au moment du choix, la ville se dédouble. Lisez deux lignes à voix haute.",
    ),
    "warm_up": Text(
        "Solid with a disc is A, dashed with a triangle is B. Up is more, not better.",
        "Plein avec un disque, c’est A ; tirets avec un triangle, c’est B. "
        "Plus haut veut dire plus, pas mieux.",
    ),
    "opinions": Text(
        "In ten years: are more opinions voiced in A, in B, or about the same? Tell your neighbour why.",
        "Dans dix ans : exprime-t-on plus d’opinions en A, en B, ou à peu près autant ? "
        "Dites pourquoi au voisin.",
    ),
    "calm": Text(
        "Where are the streets calmer after one year? After ten? The sides are swapped.",
        "Où les rues sont-elles plus calmes après un an ? Après dix ? Les côtés sont échangés.",
    ),
    "leak": Text(
        "In year five the same leak strikes both. How much does trust move, and for how long?",
        "La cinquième année, la même fuite frappe les deux. "
        "De combien la confiance bouge-t-elle, et pour combien de temps ?",
    ),
    "sets": Text(
        "Experts disagree on how people and machines behave. Each camp picks its set.",
        "Les experts ne s’accordent pas sur le comportement des gens et des machines. "
        "Chaque camp choisit son jeu.",
    ),
    "room": Text(
        "Four questions, each settled by cards, each moved once. "
        "Then: well-being above both, between, below both?",
        "Quatre questions, chacune tranchée aux cartes et réglée une seule fois. "
        "Puis : bien-être au-dessus des deux, entre les deux ou au-dessous ?",
    ),
    "resident": Text(
        "One resident, the next of a list nobody chose. The same luck in every city.",
        "Un habitant, le suivant d’une liste que personne n’a choisie. Le même hasard dans chaque ville.",
    ),
    "flip": Text(
        "What would have to be true for the answer to change? Take the page home.",
        "Que faudrait-il pour que la réponse change ? Emportez la page.",
    ),
}
