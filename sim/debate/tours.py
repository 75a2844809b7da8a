"""Tours: one question each, for a student alone, with a prediction before the reveal; read from TOML as debates are.

A tour's claims are what its words say of the two cities; they are checked against measured runs as a debate's are.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from sim.city.load import list_cities
from sim.debate.debate import CITIES, YEARS, Claim, Cue, Debate, Step
from sim.debate.read import (
    MOST_STEPS,
    claims_of,
    events_of,
    list_of,
    listed,
    scenarios_of,
    table_of,
    words_of,
)
from sim.files import checks
from sim.files.errors import InputError, brief
from sim.files.resources import data_folder
from sim.files.toml import MOST_LETTERS, find_toml, names_in, place_of, read_toml, refuse_unknown
from sim.locale.catalogue import LANGUAGES
from sim.locale.text import Written
from sim.outcomes import OUTCOMES
from sim.parameters import CONTEXT, Value, check_all
from sim.scenario.scenario import list_assumption_sets

STOPS = ("question", "reveal", "notice", "try", "cannot", "reading")
"""The stops of every tour, in order. The curtain is closed at the first, until the prediction is committed."""
FIRST_TOUR = "how-to-read"
MOST_LINES = 12
_KEYS = (
    *(
        "title",
        "question",
        "ask",
        "city",
        "scenarios",
        "changes",
        "outcome",
        "events",
        "assumptions",
        "years",
    ),
    *("claims", "reveal", "notice", "try", "cannot", "reading"),
)


@dataclass(frozen=True)
class Tour:
    """One tour: its words, its two cities (scenarios by letter, with ``changes`` of levers), and what is looked at.

    ``claims`` are by outcome. ``ask`` is what is predicted of ``outcome``; ``notice`` and ``tries`` are lists of lines,
    ``reading`` a list of works.
    """

    name: str
    title: Written
    question: Written
    ask: Written
    city: str
    scenarios: Mapping[str, str]
    changes: Mapping[str, Mapping[str, Value]]
    outcome: str
    events: tuple[Mapping[str, Value], ...]
    assumptions: str
    years: int
    claims: Mapping[str, tuple[Claim, ...]]
    reveal: Written
    notice: tuple[Written, ...]
    tries: tuple[Written, ...]
    cannot: Written
    reading: tuple[str, ...]

    @property
    def texts(self) -> tuple[Written, ...]:
        """All words of the tour that are said in every language."""
        return (self.title, self.question, self.ask, self.reveal, *self.notice, *self.tries, self.cannot)

    def as_debate(self) -> Debate:
        """Return the tour as a debate of one cue an outcome claimed of, for `sim.debate.claims`."""
        cues = tuple(self._cue(outcome, claims) for outcome, claims in self.claims.items())
        return Debate(
            self.name, self.title, self.question, cues, self.city, self.scenarios, changes=self.changes
        )

    def _cue(self, outcome: str, claims: tuple[Claim, ...]) -> Cue:
        steps = (Step("vote"), Step("horizon", years=self.years))
        return Cue(
            outcome,
            self.title,
            1,
            steps,
            outcome,
            assumptions=self.assumptions,
            events=self.events,
            claims=claims,
        )


def tours_folder() -> Path:
    """Return the folder of the shipped tours."""
    return data_folder() / "tours"


def list_tours() -> list[str]:
    """Return the names of the shipped tours, the one on reading the page first."""
    return sorted(names_in(tours_folder()), key=lambda name: (name != FIRST_TOUR, name))


@cache
def shipped_tour(name: str) -> Tour:
    """Return the shipped tour of that name, read once."""
    return load_tour(name)


def load_tour(name_or_path: str | Path) -> Tour:
    """Return the shipped tour of that name, or the one in a .toml file at that path.

    Raises InputError in one line: file, key, value, what is allowed.
    """
    path = find_toml(name_or_path, tours_folder(), "tour")
    where = place_of(path, tours_folder())
    document = read_toml(path)
    refuse_unknown(document, _KEYS, where)
    outcome = _choice(document, "outcome", "wellbeing", OUTCOMES, where)
    return Tour(
        path.stem,
        words_of(document, "title", where, needed=True),
        words_of(document, "question", where, needed=True),
        words_of(document, "ask", where, needed=True),
        _choice(document, "city", str(CONTEXT["city"].default), list_cities(), where),
        scenarios_of(document, where),
        _changes(document, where),
        outcome,
        tuple(events_of(document.get("events", []), where)),
        _choice(document, "assumptions", "central", list_assumption_sets(), where),
        checks.whole_number(document.get("years", YEARS), f"{where}: years", 1, YEARS),
        _claims(document, outcome, where),
        words_of(document, "reveal", where, needed=True),
        _lines(document, "notice", where),
        _lines(document, "try", where),
        words_of(document, "cannot", where, needed=True),
        tuple(_works(document, where)),
    )


def untranslated_tour(tour: Tour) -> list[str]:
    """Return the languages in which words of ``tour`` are missing: they are said in English there."""
    return [
        language for language in LANGUAGES if any(language not in dict(words.words) for words in tour.texts)
    ]


def _choice(document: Mapping[str, Any], key: str, default: str, allowed: Collection[str], where: str) -> str:
    return checks.one_of(document.get(key, default), allowed, f"{where}: {key}")


def _changes(document: Mapping[str, Any], where: str) -> dict[str, dict[str, Value]]:
    given = table_of(document.get("changes", {}), f"{where}: changes")
    refuse_unknown(given, CITIES, f"{where}: changes")
    places = {letter: f"{where}: changes: {letter}" for letter in given}
    return {
        letter: check_all(table_of(levers, places[letter]), ("lever",), places[letter])
        for letter, levers in given.items()
    }


def _claims(document: Mapping[str, Any], outcome: str, where: str) -> dict[str, tuple[Claim, ...]]:
    """Return the claims by outcome; one that names none is of the tour's."""
    found: dict[str, list[Claim]] = {}
    for number, table in enumerate(list_of(document, "claims", where, MOST_STEPS), 1):
        place = f"{where}: claim {number}"
        given = dict(table_of(table, place))
        of = checks.one_of(given.pop("outcome", outcome), OUTCOMES, f"{place}: outcome")
        found.setdefault(of, []).extend(claims_of([given], place))
    return {of: tuple(claims) for of, claims in found.items()}


def _lines(document: Mapping[str, Any], key: str, where: str) -> tuple[Written, ...]:
    """Return the lines of ``key``, a list of texts by language."""
    found = list_of(document, key, where, MOST_LINES)
    return tuple(
        words_of({key: line}, key, f"{where}: {number}", True) for number, line in enumerate(found, 1)
    )


def _works(document: Mapping[str, Any], where: str) -> Iterable[str]:
    for work in listed(document.get("reading", []), f"{where}: reading", MOST_LINES):
        if not isinstance(work, str) or not work.strip() or len(work) > MOST_LETTERS:
            raise InputError(
                f"{where}: reading: {brief(work)} must be text of at most {MOST_LETTERS} letters"
            )
        yield work.strip()
