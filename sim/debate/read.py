"""Debates read from TOML: strictly, and refused in one line that says where, what and what instead."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from sim.city.load import list_cities
from sim.debate.debate import (
    BALLOTS,
    CITIES,
    CLAIMS,
    KINDS,
    ROOM,
    YEAR,
    YEARS,
    Claim,
    Cue,
    Debate,
    Step,
)
from sim.files import checks
from sim.files.errors import InputError, brief
from sim.files.resources import data_folder
from sim.files.toml import MOST_LETTERS, NAME, find_toml, names_in, place_of, read_toml, refuse_unknown
from sim.locale.catalogue import FALLBACK, LANGUAGES, translate
from sim.locale.text import Written, written
from sim.outcomes import OUTCOMES
from sim.parameters import CONTEXT, Value
from sim.scenario.event import read_event
from sim.scenario.scenario import list_assumption_sets, list_scenarios

FIRST_SHIPPED = "ten-minutes"
MOST_CUES, MOST_STEPS, MOST_SECONDS, MOST_ANSWERS = 60, 40, 7_200, 6
_OF_DEBATE = ("title", "question", "city", "scenarios", "camps", "cues")
_OF_CUE = (
    *("name", "title", "seconds", "outcome", "ask", "axis", "swapped", "room", "assumptions", "events"),
    *("steps", "claims"),
)
_OF_STEP = ("kind", "say", "years", "since", "number", "ballot", "votes")


def debates_folder() -> Path:
    """Return the folder of the shipped debates."""
    return data_folder() / "debates"


def list_debates() -> list[str]:
    """Return the names of the shipped debates, the one of ten minutes first."""
    names = names_in(debates_folder())
    return sorted(names, key=lambda name: (name != FIRST_SHIPPED, name))


def load_debate(name_or_path: str | Path) -> Debate:
    """Return the shipped debate of that name, or the one in a .toml file at that path.

    Raises InputError in one line: file, cue and step, key, value, what is allowed.
    """
    path = find_toml(name_or_path, debates_folder(), "debate")
    where = place_of(path, debates_folder())
    document = read_toml(path)
    refuse_unknown(document, _OF_DEBATE, where)
    cues = tuple(
        _cue(table, f"{where}: cue {number}")
        for number, table in enumerate(list_of(document, "cues", where, MOST_CUES), 1)
    )
    _check_names(cues, where)
    return Debate(
        path.stem,
        words_of(document, "title", where, needed=True),
        words_of(document, "question", where, needed=True),
        cues,
        checks.one_of(document.get("city", CONTEXT["city"].default), list_cities(), f"{where}: city"),
        scenarios_of(document, where),
        _camps(document, where),
    )


def untranslated(debate: Debate) -> list[str]:
    """Return a note for each language in which words of ``debate`` are missing: they are said in English."""
    said = [debate.title, debate.question, *debate.camps.values()]
    said += [
        words for cue in debate.cues for words in (cue.title, cue.ask, *(step.say for step in cue.steps))
    ]
    notes = []
    for language in LANGUAGES:
        missing = [
            words for words in said if dict(words.words)[FALLBACK] and language not in dict(words.words)
        ]
        if missing:
            name = translate("language-name", language)
            notes.append(f"{len(missing)} texts not in {name} ({language}), said in English instead")
    return notes


def scenarios_of(document: Mapping[str, Any], where: str) -> dict[str, str]:
    """Return the scenario of each city, the two poles where ``document`` names none."""
    given = table_of(document.get("scenarios", {}), f"{where}: scenarios")
    refuse_unknown(given, CITIES, f"{where}: scenarios")
    default = {"A": "emancipatory", "B": "control"}
    return {
        letter: checks.one_of(
            given.get(letter, default[letter]), list_scenarios(), f"{where}: scenarios: {letter}"
        )
        for letter in CITIES
    }


def _camps(document: Mapping[str, Any], where: str) -> dict[str, Written]:
    given = table_of(document.get("camps", {}), f"{where}: camps")
    refuse_unknown(given, CITIES, f"{where}: camps")
    return {letter: words_of(given, letter, f"{where}: camps") for letter in given}


def _cue(table: object, where: str) -> Cue:
    given = table_of(table, where)
    name = given.get("name")
    if not isinstance(name, str) or not NAME.fullmatch(name):
        raise InputError(f"{where}: name = {brief(name)} must be letters, digits, - and _")
    where = f"{where} ({name})"
    refuse_unknown(given, _OF_CUE, where)
    outcome = checks.one_of(given.get("outcome", "wellbeing"), OUTCOMES, f"{where}: outcome")
    steps = tuple(
        _step(step, f"{where}: step {number}")
        for number, step in enumerate(list_of(given, "steps", where, MOST_STEPS), 1)
    )
    return Cue(
        name,
        words_of(given, "title", where, needed=True),
        checks.whole_number(given.get("seconds"), f"{where}: seconds", 1, MOST_SECONDS),
        steps,
        outcome,
        words_of(given, "ask", where),
        checks.one_of(given.get("axis", "cut"), ("cut", "whole"), f"{where}: axis") == "cut",
        checks.switch(given.get("swapped", False), f"{where}: swapped"),
        checks.switch(given.get("room", False), f"{where}: room"),
        checks.one_of(given.get("assumptions", "central"), list_assumption_sets(), f"{where}: assumptions"),
        tuple(events_of(given.get("events", []), where)),
        tuple(claims_of(given.get("claims", []), where)),
    )


def _step(table: object, where: str) -> Step:
    given = table_of(table, where)
    kind = checks.one_of(given.get("kind"), KINDS, f"{where}: kind")
    where = f"{where} ({kind})"
    refuse_unknown(given, _OF_STEP, where)
    years = checks.whole_number(given.get("years", YEARS), f"{where}: years", 1, YEARS)
    if kind == "answer" and "number" not in given:
        raise InputError(f"{where}: number is missing (allowed: 1 to {MOST_ANSWERS})")
    return Step(
        kind,
        words_of(given, "say", where),
        years,
        checks.whole_number(given.get("since", 0), f"{where}: since", 0, years - 1),
        checks.whole_number(given.get("number", 0), f"{where}: number", int(kind == "answer"), MOST_ANSWERS),
        checks.one_of(given.get("ballot", "cities"), BALLOTS, f"{where}: ballot"),
        _votes(given.get("votes", []), kind, where),
    )


def _votes(value: object, kind: str, where: str) -> tuple[str, ...]:
    votes = tuple(value) if isinstance(value, list) else ()
    pair = len(votes) == 2 and all(isinstance(one, str) for one in votes)
    if kind == "moved" and not pair:
        raise InputError(f"{where}: votes = {brief(value)} must name two cues that vote")
    return votes if pair else ()


def events_of(value: object, where: str) -> Iterable[Mapping[str, Value]]:
    """Yield the events of a list, checked, as tables."""
    for number, table in enumerate(listed(value, f"{where}: events", MOST_STEPS), 1):
        place = f"{where}: event {number}"
        event = read_event(table_of(table, place), place)
        checks.one_of(event.city, ("all", *CITIES, ROOM), f"{place}: city")
        checks.whole_number(event.week, f"{place}: week", 0, YEARS * YEAR - 1)
        yield event.as_table()


def claims_of(value: object, where: str) -> Iterable[Claim]:
    """Yield the claims of a list, checked."""
    for number, table in enumerate(listed(value, f"{where}: claims", MOST_STEPS), 1):
        place = f"{where}: claim {number}"
        given = table_of(table, place)
        refuse_unknown(given, Claim._fields, place)
        kind = checks.one_of(given.get("kind"), CLAIMS, f"{place}: kind")
        years = checks.whole_number(given.get("years"), f"{place}: years", 1, YEARS)
        city = checks.one_of(given.get("city", ""), ("", *CITIES), f"{place}: city")
        if CLAIMS[kind] != bool(city):
            needs = "needs a city, A or B" if CLAIMS[kind] else "is of both cities, and takes none"
            raise InputError(f"{place}: city = {brief(city)}: a claim {kind!r} {needs}")
        yield Claim(kind, years, city)


def _check_names(cues: tuple[Cue, ...], where: str) -> None:
    """Refuse a debate without cues, two cues of one name, and votes compared that nobody casts."""
    names = [cue.name for cue in cues]
    if twice := next((name for name in names if names.count(name) > 1), ""):
        raise InputError(f"{where}: two cues are called {twice!r}; give each a name of its own")
    asked = [cue.name for cue in cues if cue.ballot]
    for cue in cues:
        for name in (vote for step in cue.steps for vote in step.votes):
            checks.one_of(name, asked, f"{where}: {cue.name}: votes")
        if cue.claims and not cue.reveals:
            raise InputError(
                f"{where}: {cue.name}: claims of what no step reveals; add a curtain or a horizon"
            )


def words_of(table: Mapping[str, Any], key: str, where: str, needed: bool = False) -> Written:
    """Return the words of ``key``, a table by language; English is needed where any are."""
    given = table_of(table.get(key, {}), f"{where}: {key}")
    refuse_unknown(given, LANGUAGES, f"{where}: {key}")
    for language, words in given.items():
        if not isinstance(words, str) or len(words) > MOST_LETTERS:
            place = f"{where}: {key}.{language}"
            raise InputError(f"{place} = {brief(words)} must be text of at most {MOST_LETTERS} letters")
    if (needed or given) and not given.get(FALLBACK, "").strip():
        raise InputError(f'{where}: {key}.{FALLBACK} is missing; write {key} = {{ {FALLBACK} = "..." }}')
    return written(**{"en": "", **{language: words.strip() for language, words in given.items()}})


def table_of(value: object, where: str) -> dict[str, Any]:
    """Return ``value`` if it is a table; raise InputError, naming ``where``, otherwise."""
    if not isinstance(value, dict):
        raise InputError(f"{where} = {brief(value)} must be a table")
    return value


def list_of(table: Mapping[str, Any], key: str, where: str, most: int) -> list[object]:
    """Return the list ``key``, of one entry at least and ``most`` at most."""
    found = listed(table.get(key, []), f"{where}: {key}", most)
    if not found:
        raise InputError(f"{where}: {key} is missing; there must be one at least")
    return found


def listed(value: object, where: str, most: int) -> list[object]:
    """Return ``value`` if it is a list of at most ``most`` entries; raise InputError otherwise."""
    if not isinstance(value, list) or len(value) > most:
        raise InputError(f"{where} = {brief(value)} must be a list of at most {most}")
    return value
