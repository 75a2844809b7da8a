"""Words of one resident's years: events and what they do, never a trait."""

from __future__ import annotations

from sim.parameters import Text

DIARY = {
    "year": Text("Year {n}:", "Année {n}\u202f:"),
    "starts": Text("starts using digital services.", "commence à utiliser les services numériques."),
    "stops": Text("stops using digital services.", "cesse d’utiliser les services numériques."),
    "shares": Text("Data are now shared.", "Ses données sont désormais partagées."),
    "no_longer": Text("Data are no longer shared.", "Ses données ne sont plus partagées."),
    "outage": Text("Services are out for {n} weeks.", "Les services sont en panne {n} semaines."),
    "outage_one": Text("Services are out for a week.", "Les services sont en panne une semaine."),
    "leaks": Text("Personal data leak {n} times.", "Ses données fuient {n} fois."),
    "leaks_one": Text("Personal data leak once.", "Ses données fuient une fois."),
    "street": Text("In the street for {n} weeks.", "Dans la rue {n} semaines."),
    "street_one": Text("In the street for a week.", "Dans la rue une semaine."),
    "held": Text("Held for {n} weeks.", "En détention {n} semaines."),
    "held_one": Text("Held for a week.", "En détention une semaine."),
    "spoke": Text("Speaks openly in {n} weeks of {year}.", "S’exprime {n} semaines sur {year}."),
    "spoke_one": Text("Speaks openly in {n} week of {year}.", "S’exprime {n} semaine sur {year}."),
    "wellbeing": Text("Well-being {n}.", "Bien-être {n}."),
    "title": Text("One resident, two cities", "Un habitant, deux villes"),
    "title_three": Text("One resident, three cities", "Un habitant, trois villes"),
    "drawn": Text(
        "The next of a fixed list nobody chose, in a city of {residents} residents. "
        "The same person, the same luck, in every city.",
        "Le suivant d’une liste que personne n’a choisie, dans une ville de {residents} habitants. "
        "La même personne, le même hasard, dans chaque ville.",
    ),
    "another": Text("The next resident", "L’habitant suivant"),
    "band": Text("grey: the middle half of residents", "en gris\u202f: la moitié centrale des habitants"),
    "living": Text("Living their years…", "Calcul de ces années…"),
}
