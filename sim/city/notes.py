"""What a reader of city files did that its user should know, in both languages."""

from __future__ import annotations

from collections.abc import Sequence

from sim.locale.text import Text, written

MOST_NAMED = 8


def _listed(names: Sequence[str]) -> tuple[str, str]:
    shown, more = ", ".join(names[:MOST_NAMED]), len(names) - MOST_NAMED
    if more <= 0:
        return shown, shown
    return f"{shown} and {more} more", f"{shown} et {more} de plus"


def repaired(names: Sequence[str]) -> Text:
    """The boundaries of these districts were invalid."""
    en, fr = _listed(names)
    return written(
        f"Invalid boundaries repaired: {en}.",
        f"Limites non valides, réparées\u202f: {fr}.",
    )


def missing(column: str, names: Sequence[str]) -> Text:
    """These districts lack the indicator ``column`` but have others."""
    en, fr = _listed(names)
    return written(
        f"No figure for {column}, hardship rests on the other indicators: {en}.",
        f"Pas de chiffre pour {column}, les difficultés reposent sur les autres indicateurs\u202f: {fr}.",
    )


def without_indicators(names: Sequence[str]) -> Text:
    """These districts lack every indicator."""
    en, fr = _listed(names)
    return written(
        f"No indicator at all, hardship set to the city's average: {en}.",
        f"Aucun indicateur, difficultés fixées à la moyenne de la ville\u202f: {fr}.",
    )


def hardship_from(raising: Sequence[str], lowering: Sequence[str]) -> Text:
    """Which columns hardship rests on."""
    up_en, up_fr = _listed(raising) if raising else ("none", "aucun")
    down_en, down_fr = _listed(lowering) if lowering else ("none", "aucun")
    return written(
        f"Hardship is raised by: {up_en}; lowered by: {down_en}.",
        f"Difficultés accrues par\u202f: {up_fr}\u202f; réduites par\u202f: {down_fr}.",
    )


def hardship_drawn() -> Text:
    """No usable indicator."""
    return written(
        "No hardship indicator: the hardship of districts is drawn and says nothing about the real city.",
        "Aucun indicateur de difficultés\u202f: celles des quartiers sont tirées au sort et ne disent rien "
        "de la ville réelle.",
    )


def ignored(columns: Sequence[str]) -> Text:
    """Columns that were not read."""
    listed = ", ".join(columns)
    return written(f"Columns not used: {listed}.", f"Colonnes non utilisées\u202f: {listed}.")


def no_geography(names: Sequence[str]) -> Text:
    """Laid out as a cartogram, because of these districts or (none named) of all."""
    en, fr = _listed(names) if names else ("all districts", "tous les quartiers")
    return written(
        f"No boundaries for {en}: equal squares in the file's order, "
        "so places, borders and neighbours are not the real ones.",
        f"Pas de limites pour {fr}\u202f: carrés égaux dans l’ordre du fichier, "
        "lieux, bords et voisinages ne sont donc pas les vrais.",
    )


def joined_over(gap_m: float) -> Text:
    """How neighbours were found."""
    return written(
        f"Neighbours share a border or a corner, or face each other over at most {gap_m:.0f} m, "
        "as across a river.",
        f"Sont voisins les quartiers qui se touchent ou se font face à {gap_m:.0f} m au plus, "
        "par exemple de part et d’autre d’un fleuve.",
    )


def uninhabited(names: Sequence[str]) -> Text:
    """Districts where nobody lives."""
    en, fr = _listed(names)
    return written(
        f"Nobody lives in: {en}. No resident is placed there.",
        f"Personne n’habite\u202f: {fr}. Aucun résident n’y est placé.",
    )
