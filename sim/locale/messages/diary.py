"""Words of one resident's years: events and what they do, never a trait."""

from __future__ import annotations

from sim.locale.text import written

DIARY = {
    "year": written("Year {n}:", "Année {n}\u202f:"),
    "starts": written("starts using digital services.", "commence à utiliser les services numériques."),
    "stops": written("stops using digital services.", "cesse d’utiliser les services numériques."),
    "shares": written("Data are now shared.", "Ses données sont désormais partagées."),
    "no_longer": written("Data are no longer shared.", "Ses données ne sont plus partagées."),
    "outage": written("Services are out for {n} weeks.", "Les services sont en panne {n} semaines."),
    "outage_one": written("Services are out for a week.", "Les services sont en panne une semaine."),
    "leaks": written("Personal data leak {n} times.", "Ses données fuient {n} fois."),
    "leaks_one": written("Personal data leak once.", "Ses données fuient une fois."),
    "street": written("In the street for {n} weeks.", "Dans la rue {n} semaines."),
    "street_one": written("In the street for a week.", "Dans la rue une semaine."),
    "held": written("Held for {n} weeks.", "En détention {n} semaines."),
    "held_one": written("Held for a week.", "En détention une semaine."),
    "spoke": written("Speaks openly in {n} weeks of {year}.", "S’exprime {n} semaines sur {year}."),
    "spoke_one": written("Speaks openly in {n} week of {year}.", "S’exprime {n} semaine sur {year}."),
    "wellbeing": written("Well-being {n}.", "Bien-être {n}."),
    "title": written("One resident, two cities", "Un habitant, deux villes"),
    "title_three": written("One resident, three cities", "Un habitant, trois villes"),
    "drawn": written(
        "The next of a fixed list nobody chose, in a city of {residents} residents. "
        "The same person, the same luck, in every city.",
        "Le suivant d’une liste que personne n’a choisie, dans une ville de {residents} habitants. "
        "La même personne, le même hasard, dans chaque ville.",
    ),
    "another": written("The next resident", "L’habitant suivant"),
    "band": written("grey: the middle half of residents", "en gris\u202f: la moitié centrale des habitants"),
    "living": written("Living their years…", "Calcul de ces années…"),
}
