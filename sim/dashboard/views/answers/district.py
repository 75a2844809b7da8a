"""Answer 5, my district: both cities' lines there against the whole city's, and who stands behind them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sim.answers.district import MAPPED
from sim.dashboard.state.cities import city_named
from sim.dashboard.state.cues import seen_weeks
from sim.dashboard.views.answers.frame import Answer, Sight
from sim.dashboard.work.paired import RESIDENTS
from sim.debate.debate import YEAR
from sim.locale.catalogue import words
from sim.locale.numbers import number
from sim.model.time_series import REPORTED_WEEKS
from sim.runs.size import size_of

LETTERS = ("A", "B")


def answer(sight: Sight) -> Answer:
    """Return the lines of the district looked at; before one is chosen, the map to choose from."""
    if sight.outcome.id not in MAPPED:
        return Answer(
            sight.say("six-district-unmapped", outcome=sight.outcome.label.translate(sight.language))
        )
    document = sight.told.document or {}
    found = document["districts"].get(sight.state.district)
    if found is None:
        return Answer(sight.say("six-district-choose"), _picture(sight, None), controls=_controls(sight))
    month = sight.year * YEAR // REPORTED_WEEKS - 1
    here, whole = ({a: found[place][a]["mean"][month] for a in LETTERS} for place in ("here", "city"))
    return Answer(
        _sentence(sight, found["district"], here, whole),
        _picture(sight, found),
        (_behind(sight, found, month),),
        [sight.say("six-district-place"), *LETTERS],
        (
            [found["district"], *(sight.write(here[a], finer=1) for a in LETTERS)],
            [sight.say("six-district-whole"), *(sight.write(whole[a], finer=1) for a in LETTERS)],
        ),
        _controls(sight),
    )


def _sentence(sight: Sight, name: str, here: Mapping[str, float], whole: Mapping[str, float]) -> str:
    def pair(values: Mapping[str, float]) -> str:
        return ", ".join(f"{a} {sight.write(values[a])}" for a in LETTERS)

    label = sight.outcome.label.translate(sight.language)
    values = {"place": name, "outcome": label, "here": pair(here), "whole": pair(whole)}
    return sight.say("six-district-sentence", **values, **sight.when)


def _behind(sight: Sight, found: Mapping[str, Any], month: int) -> str:
    """Return how many residents stand behind the line, and the word for the difference there."""
    gap = found["here"]["difference"]
    low, mean, high = (gap[end][month] for end in ("low", "mean", "high"))
    word = sight.size_word(size_of(_or_nan(mean), _or_nan(low), _or_nan(high), sight.outcome.material))
    values = {
        "n": round(found["residents"]),
        "all": number(RESIDENTS, sight.language),
        "word": word,
        "low": sight.signed(low),
        "high": sight.signed(high),
    }
    return sight.say("six-district-behind", **values)


def _or_nan(value: float | None) -> float:
    return float("nan") if value is None else value


def _picture(sight: Sight, found: Mapping[str, Any] | None) -> dict[str, Any]:
    city = city_named(sight.scene.city)
    chosen = sight.state.district
    return {
        "kind": "district",
        "polygons": [[ring.round(3).ravel().tolist() for ring in rings] for rings in city.polygons],
        "chosen": city.names.index(chosen) if chosen in city.names else -1,
        "names": list(city.names),
        "years": sight.scene.spec().weeks / YEAR,
        "year": sight.year,
        "lines": _lines(sight, found["here"]) if found else [],
        "whole": _lines(sight, found["city"]) if found else [],
        "place": chosen,
        "words": words("six-district", sight.language),
    }


def _lines(sight: Sight, of: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return both cities' lines, month by month, as far as may be seen."""
    months = seen_weeks(sight.scene) // REPORTED_WEEKS
    return [_line(of[letter], letter, sight.outcome.scale, months) for letter in LETTERS]


def _line(line: Mapping[str, Any], letter: str, scale: float, months: int) -> dict[str, Any]:
    ends = {
        end: [None if value is None else round(value * scale, 2) for value in line[end][:months]]
        for end in ("mean", "low", "high")
    }
    return {"letter": letter, **ends}


def _controls(sight: Sight) -> dict[str, Any]:
    return {"district": sight.state.district, "names": list(city_named(sight.scene.city).names)}
