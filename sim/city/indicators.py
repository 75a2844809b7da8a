"""Which columns speak of hardship, and which way: judged from several words of their names, never from one.

A column whose direction the words leave open is offered to its user, not used.
"""

from __future__ import annotations

from typing import NamedTuple

from sim.city.words import words

RAISES, LOWERS, UNSURE = "raises", "lowers", "unsure"


class Sign(NamedTuple):
    """What a column's name says: its ``direction``, and the ``kind`` a documented scale exists for, or ""."""

    direction: str
    kind: str = ""


# stems, so that "unemployed" and "unemployment" are one; a word matches where it begins with the stem
_RAISING = {
    "unemp": "unemployment", "jobless": "unemployment", "chomage": "unemployment", "chomeur": "unemployment",
    "arbeitslos": "unemployment", "desemple": "unemployment", "desempreg": "unemployment", "disoccup": "unemployment",
    "werkloos": "unemployment", "bezrobo": "unemployment",
    "poverty": "poverty", "poor": "poverty", "pauvre": "poverty", "armut": "poverty", "pobre": "poverty",
    "povert": "poverty", "armoede": "poverty",
    "illitera": "", "analphabet": "", "slum": "", "overcrowd": "", "crowded": "", "depriv": "", "hardship": "",
    "homeless": "", "evict": "", "malnutrition": "", "stunting": "",
}  # fmt: skip
_MONEY = ("income", "revenu", "einkommen", "renta", "reddito", "ingreso", "inkomen", "renda")
_PAY = ("wage", "salar", "earning", "salaire", "lohn", "gehalt", "stipendi")
_LEVEL = (
    "median", "mediane", "med", "medn", "medio", "mean", "average", "avg", "gross", "net", "household", "households", "hh", "disposable",
    "equivalised", "equivalized", "percapita", "capita", "pc", "moyen", "moyenne", "head", "annual", "monthly", "mensuel",
    "durchschnittlich", "mittleres", "mittlere", "brut", "brutto", "netto",
)  # fmt: skip
_COMPOUND = ("median", "durchschnitt", "netto", "brutto", "haushalt", "mittel")  # before -einkommen
_CODES = {"med": "income", "tp60": "poverty"}  # Insee's Filosofi, with two digits of a year behind
_CURRENCY = ("eur", "euro", "euros", "usd", "dollar", "dollars", "gbp", "pound", "pounds", "chf", "cad", "aud", "jpy")
_SUPPORT = ("support", "depriv", "poverty", "poor", "gini", "inequal", "benefit", "assist", "tested", "based", "domain")
_LACKING = ("low", "no", "without", "lack", "lacking", "non", "not", "sans", "ohne", "below", "under", "sin", "sem")
_LEARNING = {
    "degree": "tertiary", "graduate": "tertiary", "bachelor": "tertiary", "tertiary": "tertiary", "university": "tertiary",
    "qualification": "no_upper_secondary", "qualified": "no_upper_secondary", "diploma": "no_upper_secondary",
    "diplome": "no_upper_secondary", "hs": "no_upper_secondary", "highschool": "no_upper_secondary",
    "school": "no_upper_secondary", "schooling": "no_upper_secondary", "abschluss": "no_upper_secondary",
    "secondary": "no_upper_secondary", "literacy": "", "literate": "", "education": "",
}  # fmt: skip
_GOOD = ("employed", "employment", "beschaftig", "lifeexpectancy")
_ORDERED = ("rank", "rang", "decile", "quintile", "quartile", "percentile", "quantile", "position", "class", "band")
_COMPOSITE = ("index", "indice", "score", "imd", "svi", "hdi", "idh")
_COUNTED = ("count", "number", "nb", "nombre", "total", "anzahl", "persons", "people")
_RATED = ("rate", "pct", "percent", "percentage", "share", "proportion", "taux", "part", "quote", "anteil", "ratio", "tasa")
_RECEIVED = ("welfare", "allowance", "foodstamp", "snap", "rsa", "hartz", "sgb", "socialassistance")
_CHANGED = ("change", "growth", "evolution", "trend", "diff", "difference", "increase", "variation")


def sign_of(column: str) -> Sign | None:
    """Return what the name of ``column`` says of hardship, None where it does not speak of it."""
    parts = words(column)
    joined = "".join(parts)
    if kind := _CODES.get(joined[:-2]):
        return Sign(LOWERS if kind == "income" else RAISES, kind)
    found = _sign(parts, joined)
    if found is None:
        return None
    if _any(parts, _ORDERED) or _any(parts, _CHANGED):  # rank 1 may be best or worst; a change is no level
        return Sign(UNSURE)
    if _any(parts, _COMPOSITE):  # made of other indicators, which may stand beside it
        return Sign(UNSURE)
    return found


def is_share(column: str) -> bool:
    """Return whether the name says that ``column`` is a share or a rate."""
    return "%" in column or _any(words(column), _RATED, whole=True)


def is_count(column: str) -> bool:
    """Return whether the name says that ``column`` counts people."""
    return _any(words(column), _COUNTED, whole=True) and not is_share(column)


def is_money(column: str) -> bool:
    """Return whether the name says that ``column`` is an amount of money."""
    return sign_of(column) == Sign(LOWERS, "income") or _any(words(column), (*_MONEY, *_PAY)) and not is_share(column) and not _any(words(column), _SUPPORT)


def _sign(parts: tuple[str, ...], joined: str) -> Sign | None:
    lacking = _any(parts, _LACKING, whole=True)
    raising = next((kind for stem, kind in _RAISING.items() if _any(parts, (stem,))), None)
    if raising is not None:
        return Sign(UNSURE) if _denied(parts) else Sign(RAISES, raising)
    if _any(parts, (*_MONEY, *_PAY)) or "einkommen" in joined or "niveaudevie" in joined:
        return _money(parts, lacking, joined)
    if "freeschoolmeal" in joined or "singleparent" in joined or "loneparent" in joined:
        return Sign(RAISES)
    if _any(parts, _COMPOSITE, whole=True) or _any(parts, _RECEIVED):
        return Sign(UNSURE)
    learned = next((kind for stem, kind in _LEARNING.items() if _any(parts, (stem,))), None)
    if learned is not None:
        if lacking:
            return Sign(RAISES, learned if learned == "no_upper_secondary" else "")
        sure = (learned == "tertiary" or _any(parts, ("literacy", "literate"))) and _any(parts, _RATED, whole=True)
        return Sign(LOWERS if sure else UNSURE, learned if sure else "")
    if _any(parts, _GOOD) and not lacking:
        return Sign(LOWERS if _any(parts, _RATED, whole=True) else UNSURE)
    return Sign(LOWERS) if "lifeexpectancy" in joined or "esperancedevie" in joined else None


def _money(parts: tuple[str, ...], lacking: bool, joined: str) -> Sign:
    """Return the direction of a column about income: its level lowers, lacking it or needing support raises."""
    supported = _any(parts, _SUPPORT)
    level = _any(parts, _LEVEL, whole=True) or _any(parts, _COMPOUND) or _any(parts, _CURRENCY, whole=True) or "niveaudevie" in joined
    if lacking and not supported:
        return Sign(RAISES)
    if supported:
        return Sign(UNSURE) if lacking and not _any(parts, ("poverty", "poor")) else Sign(RAISES)
    shared = _any(parts, _RATED, whole=True)
    if level and not shared:
        return Sign(LOWERS, "income")
    return Sign(UNSURE)


def _denied(parts: tuple[str, ...]) -> bool:
    """Return whether what raises hardship is denied: "not poor", "non-deprived households"."""
    return _any(parts, ("not", "non", "without", "no", "low", "free", "sans", "exit"), whole=True)


def _any(parts: tuple[str, ...], stems: tuple[str, ...], whole: bool = False) -> bool:
    return any(part == stem or (not whole and len(stem) > 2 and part.startswith(stem)) for part in parts for stem in stems)
