"""Which columns speak of hardship, and which way: judged from several words of their names, never from one.

A column whose direction the words leave open is offered to its user, not used.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from sim.city.words import vocabulary, without_year, words

RAISES, LOWERS, UNSURE = "raises", "lowers", "unsure"


class Sign(NamedTuple):
    """What a column's name says: its ``direction``, and the ``kind`` a documented scale exists for, or ""."""

    direction: str
    kind: str = ""


# Stems, so that "unemployed" and "unemployment" are one: a word matches where it begins with the stem.
_PARTS = {name: tuple(stems) for name, stems in vocabulary("parts").items()}
_RAISING = {stem: kind for kind, stems in vocabulary("raising").items() for stem in stems}
_LEARNING = {stem: kind for kind, stems in vocabulary("learning").items() for stem in stems}
_AGES = re.compile(r"(?<![\d.])\d{1,2}\s*(?:\+|[-_–]\s*\d{1,2}(?![\d.]))")
"""From one age to another, or from one on."""
_LABELS = (("n",), ("flag",), ("status",), ("footnote",))
"""Last words of columns about another: how many were asked, and how good the figure is."""
_KNOWN_PEOPLE = frozenset(vocabulary("columns")["population"])
_NOT_EVERYBODY = frozenset(vocabulary("columns")["not_everybody"])
_CODES, _NAMED = vocabulary("codes"), vocabulary("named")
_MILLIONS = re.compile(r"\b(?:millions?|mio|mln|millones|milioni)\b|_(?:millions?|mio|mln)$", re.I)
_THOUSANDS = re.compile(
    r"(?:\bin|\ben|[x×(,])\s*(?:1[\s.,]?000\b|thousands?\b|thsd\b|milliers\b|mille\b|tausend\b|tsd\b|miles\b|migliaia\b)"
    r"|['’]000s?\b|_(?:thousands?|tsd|milliers)$",
    re.I,
)
OTHER = "other"  # a kind without a documented scale


def sign_of(column: str) -> Sign | None:
    """Return what the name of ``column`` says of hardship, None where it does not speak of it."""
    parts = words(column)
    joined = "".join(parts)
    if kind := _CODES.get(joined[:-2]) or _NAMED.get(without_year(column)):
        return Sign(LOWERS if kind == "income" else RAISES, kind)
    found = None if is_uncertain(column) else _sign(parts, joined)
    return Sign(UNSURE) if found is not None and _leaves_open(parts) else found


def is_uncertain(column: str) -> bool:
    """Return whether ``column`` says how sure another is: a margin of error, the end of an interval, a flag."""
    parts = words(column)
    return _any(parts, _PARTS["uncertain"], whole=True) or parts[-1:] in _LABELS


def _leaves_open(parts: tuple[str, ...]) -> bool:
    """Return whether more may be better or worse: ranks count from either end, a change or a threshold is no level,
    and what is made of other indicators may stand beside them.
    """
    ordered = _any(parts, _PARTS["ordered"]) or _any(parts, _PARTS["placed"], whole=True)
    shared = _any(parts, (*_PARTS["rated"], *_PARTS["lacking"]), whole=True)  # "% below the poverty line"
    divides = (_any(parts, _PARTS["thresholds"], whole=True) or parts[-1:] == ("level",)) and not shared
    changed, made = _any(parts, _PARTS["changed"]), _any(parts, _PARTS["composite"], whole=True)
    return ordered or divides or changed or made


def is_share(column: str) -> bool:
    """Return whether the name says that ``column`` is a share or a rate."""
    return "%" in column or _any(words(column), _PARTS["rated"], whole=True)


def is_count(column: str) -> bool:
    """Return whether the name says that ``column`` counts people; a median of total incomes counts none."""
    middle = _any(words(column), ("median", "mediane", "mean", "average", "moyen", "moyenne"), whole=True)
    return _any(words(column), _PARTS["counted"], whole=True) and not is_share(column) and not middle


def counts_everybody(column: str) -> bool:
    """Return whether the name says that ``column`` counts all people."""
    return is_population(column) or (
        any(word.startswith("pop") or word in _KNOWN_PEOPLE for word in words(column))
        and not set(words(column)) & _NOT_EVERYBODY
        and not is_share(column)
        and not _AGES.search(column)
    )


def is_population(column: str) -> bool:
    """Return whether ``column`` bears a known name of a population."""
    return without_year(column) in _KNOWN_PEOPLE


def speaks_of_deprivation(column: str) -> bool:
    """Return whether the name is of an official index of deprivation."""
    return _any(words(column), _PARTS["official"], whole=True)


def is_domain(column: str) -> bool:
    """Return whether ``column``, beside such an index, may be of those deprived of it: Scotland's "employment_rate"."""
    parts = words(column)
    return (
        len(parts) == 2 and parts[0] in ("employment", "income", "education", "health") and parts[1] == "rate"
    )


def in_thousands(column: str) -> bool:
    """Return whether the name says that ``column`` counts thousands."""
    return bool(_THOUSANDS.search(column))


def in_millions(column: str) -> bool:
    """Return whether the name says that ``column`` counts millions."""
    return bool(_MILLIONS.search(column))


def are_people(column: str) -> bool:
    """Return whether the name says who ``column`` counts and not that it is a share of them."""
    return _any(words(column), _PARTS["people"], whole=True) and not is_share(column)


def is_money(column: str) -> bool:
    """Return whether the name says that ``column`` is an amount of money."""
    return sign_of(column) == Sign(LOWERS, "income") or (
        _any(words(column), (*_PARTS["money"], *_PARTS["pay"]))
        and not is_share(column)
        and not _any(words(column), _PARTS["support"])
    )


def _sign(parts: tuple[str, ...], joined: str) -> Sign | None:
    lacking = _any(parts, _PARTS["lacking"], whole=True)
    raising = next((kind for stem, kind in _RAISING.items() if _any(parts, (stem,))), None)
    if raising is not None:
        return Sign(UNSURE) if _denied(parts) else Sign(RAISES, _scaled(parts, raising))
    if any(one in joined for one in _PARTS["aided"]):
        denied = _any(parts, _PARTS["without"], whole=True) or "nicht" in joined
        return Sign(UNSURE) if denied else Sign(RAISES)
    if _any(parts, (*_PARTS["money"], *_PARTS["pay"])) or any(one in joined for one in _PARTS["paid"]):
        return _money(parts, lacking, joined)
    if any(together in joined for together in _PARTS["joined"]):
        return Sign(RAISES)
    if _any(parts, _PARTS["composite"], whole=True) or _any(
        parts, (*_PARTS["official"], *_PARTS["received"])
    ):
        return Sign(UNSURE)
    learned = next((kind for stem, kind in _LEARNING.items() if _any(parts, (stem,))), None)
    if learned is not None:
        if lacking:
            return Sign(RAISES, learned if learned == "no_upper_secondary" else "")
        sure = (learned == "tertiary" or _any(parts, ("literacy", "literate"))) and _any(
            parts, _PARTS["rated"], whole=True
        )
        return Sign(LOWERS if sure else UNSURE, learned if sure and learned != OTHER else "")
    if _any(parts, _PARTS["work"]) and lacking and _denied(parts):
        return Sign(RAISES)
    if _any(parts, _PARTS["work"]) and not lacking:
        return Sign(LOWERS if _any(parts, _PARTS["rated"], whole=True) else UNSURE)
    return Sign(LOWERS) if "lifeexpectancy" in joined or "esperancedevie" in joined else None


def _money(parts: tuple[str, ...], lacking: bool, joined: str) -> Sign:
    """Return the direction of a column about income: its level lowers, lacking it or needing support raises."""
    supported = _any(parts, _PARTS["support"])
    level = (
        _any(parts, _PARTS["level"], whole=True)
        or _any(parts, _PARTS["compound"])
        or _any(parts, _PARTS["currency"], whole=True)
        or any(one in joined for one in _PARTS["paid"] if one != "einkommen")
    )
    if lacking and not supported:
        return Sign(RAISES)
    if supported:
        return Sign(UNSURE) if lacking and not _any(parts, ("poverty", "poor")) else Sign(RAISES)
    shared = _any(parts, _PARTS["rated"], whole=True)
    if level and not shared:
        return Sign(LOWERS, "income")
    return Sign(UNSURE)


def _scaled(parts: tuple[str, ...], kind: str) -> str:
    """Return the kind whose documented scale holds, "" where the name says of whom or of what else it speaks."""
    return "" if kind == OTHER or _any(parts, _PARTS["qualified"], whole=True) else kind


def _denied(parts: tuple[str, ...]) -> bool:
    """Return whether what raises hardship is denied: "not poor", "non-deprived households"."""
    return _any(parts, _PARTS["denying"], whole=True)


def _any(parts: tuple[str, ...], stems: tuple[str, ...], whole: bool = False) -> bool:
    return any(
        part == stem or (not whole and (len(stem) > 2 or not stem.isascii()) and part.startswith(stem))
        for part in parts
        for stem in stems
    )
