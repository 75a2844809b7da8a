"""What each field of the scene may hold, beyond plain names, numbers and switches."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from sim.dashboard.state.fields import Check, Several, Table, among, as_table, line_of_text, one_of, whole
from sim.dashboard.state.letters import BASES, LETTERS, NAMED
from sim.dashboard.work.simulation import WEEKS
from sim.debate.debate import ANSWERS, BALLOTS
from sim.debate.read import MOST_CUES, MOST_STEPS
from sim.debate.tours import STOPS, list_tours
from sim.files import checks
from sim.files.errors import InputError, brief
from sim.files.toml import NAME
from sim.locale.text import Text, message
from sim.model.schedule import ORDER
from sim.outcomes import FIRST_SEVEN, OUTCOMES
from sim.parameters import ASSUMPTIONS, CONTEXT, LEVERS, SHARES, Value
from sim.scenario.event import ALL_CITIES, read_event
from sim.scenario.off import switchable
from sim.scenario.scenario import list_scenarios

LONGEST_NAME = 24
MOST_EVENTS = 40
MOST_CARDS = 9_999
MOST_DRAWN = 2_000_000
INJECTED = ("breach", "outage", "spark", "budget_cut", "new_technology", "reform")
"""What can be let loose on the page."""
REFORMED = tuple(name for name in LEVERS if not any(name in names for names in SHARES.values()))
"""The levers that a reform of the page may set anew: not those that share one whole, which move each other."""
RESIDENTS = replace(CONTEXT["residents"], possible=(1_000, 50_000), explored=(1_000, 50_000))
"""Of the page's cities: more would keep a page waiting; the command line has no such limit."""
SEED = CONTEXT["seed"]


def _each_of(keys: tuple[str, ...], kind: str, check: Check) -> Callable[[str], Check]:
    """Return what gives ``check`` for a key among ``keys``, and refuses any other."""

    def find(key: str) -> Check:
        checks.one_of(key, keys, kind)
        return check

    return find


def _declared(parameters: Mapping[str, object], kind: Text) -> Callable[[str], Check]:
    find = among(parameters, kind)
    return lambda name: lambda value, where: find(name).check(value, where.rpartition(": ")[0])


def _event(value: object, name: str) -> Mapping[str, Value]:
    """Return an event that can happen on the page: in its years, in all cities or in one of its letters."""
    table = {"city": ALL_CITIES, **as_table(value, name)}
    checks.one_of(table.get("kind"), INJECTED, f"{name}: kind")
    checks.one_of(table["city"], (ALL_CITIES, *LETTERS), f"{name}: city")
    checks.whole_number(table.get("week"), f"{name}: week", 0, WEEKS - 1)
    if table["kind"] == "reform":
        checks.one_of(table.get("lever"), REFORMED, f"{name}: lever")
    return read_event(table, name).as_table()


def _tiles(value: object, name: str) -> tuple[str, ...]:
    number = len(FIRST_SEVEN) - 1
    tiles = Several(one_of(OUTCOMES), number)(value, name)
    if len(set(tiles)) < number:
        raise InputError(message("fields-outcomes", name=name, value=brief(value), number=number))
    return tiles


def _count(value: object, name: str) -> int:
    """Return a number of cards, as counted or as typed; nothing typed is none."""
    number = checks.spelled_whole(value or "0") if isinstance(value, str) else value
    return checks.whole_number(number, name, 0, MOST_CARDS)


COUNTS = Table(_each_of(ANSWERS, "answer", _count))


def _cue_tallied(name: str) -> Check:
    """Return the check of what a room said at the cue called ``name``, of whatever debate."""
    if not isinstance(name, str) or not NAME.fullmatch(name):
        raise InputError(message("fields-cue", value=brief(name)))
    return COUNTS


LEVER_VALUES = Table(_declared(LEVERS, message("fields-lever")))
ASSUMED = Table(_declared(ASSUMPTIONS, message("fields-assumption")))
CHANGED = Table(_each_of(LETTERS, "city", LEVER_VALUES))
CITIES = Table(
    _each_of(LETTERS, "city", one_of(list_scenarios)), always={letter: BASES[letter] for letter in NAMED}
)
NAMES = Table(_each_of(NAMED, "city to name", line_of_text(LONGEST_NAME)), empty="")
TALLIES = Table(_cue_tallied)
EVENTS = Several(_event, MOST_EVENTS)
TILES = _tiles
WEEK = whole(0, WEEKS)
CUE = whole(0, MOST_CUES - 1)
STEP = whole(0, MOST_STEPS - 1)
DRAWN = whole(-1, MOST_DRAWN)
OFF = Several(one_of(switchable), len(ORDER))
STOP = whole(0, len(STOPS) - 1)
PREDICTIONS = Table(_each_of(tuple(list_tours()), "tour", one_of(BALLOTS["cities"])))
