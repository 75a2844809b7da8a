"""No dead word and no missing one: each key of the page is used, and each that is used is there.

A word is used by its whole key in Python ("bar-title"), by a family of keys that one piece of code goes
through (f"mode-{name}"), or by its name in a component of the page (``view.words.title`` in ``bar.vue``).
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple, get_args

from fluent.syntax.ast import MessageReference

from sim.answers.who import STATES, THIRDS
from sim.city.check import DECIDED
from sim.city.guesses import OF_COLUMNS, OF_LONG
from sim.city.hardship import known_references
from sim.city.load import OFFERED
from sim.dashboard.assets import WEB
from sim.dashboard.state.allowed import INJECTED
from sim.dashboard.state.answers import ANSWER_PANELS
from sim.dashboard.state.own_files import SLOTS
from sim.dashboard.state.own_mapping import WORDS
from sim.dashboard.state.people import GROUPINGS, PICTURES
from sim.dashboard.state.people import STATES as RESIDENT_STATES
from sim.dashboard.state.scene import MODES
from sim.dashboard.state.study import PICTURES as STUDY_PICTURES
from sim.dashboard.state.view_state import IN_PANEL
from sim.dashboard.views.answers.flip import COLUMNS as FLIP_COLUMNS
from sim.dashboard.views.answers.why import COLUMNS as WHY_COLUMNS
from sim.dashboard.views.overlay import TRUST_LINES
from sim.dashboard.views.panels.classroom import PLANS
from sim.dashboard.views.panels.keys import KEYS
from sim.dashboard.views.people.watched import TERMS
from sim.dashboard.views.study_pictures import SHARES as SHARES_OF_POINTS
from sim.dashboard.views.study_pictures import VERDICTS
from sim.dashboard.views.values import BLURS, LEVELS
from sim.debate.debate import ANSWERS, KINDS
from sim.debate.tours import STOPS
from sim.evidence.hindcasts import MEASURES
from sim.files.resources import PACKAGE
from sim.locale.catalogue import FALLBACK, keys, known, words
from sim.model.response_curves import RESPONSES
from sim.model.wellbeing_parts import PARTS
from sim.outcomes import OUTCOME_GROUPS, OUTCOMES
from sim.parameters import ASSUMPTIONS, CONTEXT, EVENTS, LEVER_GROUPS, LEVERS, SHARES, Strength
from tests.locale.catalogues import nodes, page_patterns, selects, variables

CHOICES = [
    str(one) for p in (*LEVERS.values(), *ASSUMPTIONS.values()) if p.kind == "choice" for one in p.possible
]
UNITS = {p.unit for p in (*ASSUMPTIONS.values(), *CONTEXT.values()) if p.unit}
HAPPEN = (*EVENTS, "restoration", "drift")
TURNS = ("still", "never", "began", "ended", "tried")

FAMILIES: dict[str, set[str]] = {
    "mode": set(MODES),
    "step": set(KINDS),
    "case": {*LEVERS, *(f"{lever}.order" for lever in LEVERS)},
    "cards": {"time", "cue", "say"},
    "trust": {*TRUST_LINES, "title"},
    "answer": ({*ANSWERS, "most"} - {"A", "B"}) | {"same.card", "unknown.card"},
    "place": {"above", "between", "below"},
    "question": set(LEVER_GROUPS),
    "shares": set(SHARES),
    "event": {*HAPPEN, *(f"{kind}.happened" for kind in HAPPEN), *(f"{kind}.help" for kind in INJECTED)},
    "option": set(CHOICES),
    "level": {name for _, name in LEVELS},
    "blur": {name for _, name in BLURS} | {"none"},
    "measure": {unit.replace(" ", "_") for unit in UNITS},
    "strength": set(get_args(Strength)),
    "direction": {"more", "less", "none"},
    "panel-title": set(IN_PANEL) - {"define", "mechanism", *ANSWER_PANELS},
    "six": set(ANSWER_PANELS),
    "six-why": set(WHY_COLUMNS),
    "six-who": {"a", "b", "equal"},
    "six-group": {
        *(f"{by}-{third}" for by in THIRDS for third in range(3)),
        *STATES,
        "districts",
    },
    "six-flip": set(FLIP_COLUMNS),
    "six-choice": {"more", "less"},
    "part": {*LEVER_GROUPS, "events"},
    "diary-who": {"lives", "less", "alike", "more", "freedom", "order", "both"},
    "diary-because": {"trust", "services", "others"},
    "diary-uses": set(TURNS),
    "diary-shares": set(TURNS),
    "diary": {"held", "leak", "outage"},
    "people-picture": set(PICTURES),
    "people-by": {*GROUPINGS, *(f"{by}.note" for by in GROUPINGS)},
    "people-hardship": {"least", "some", "most"},
    "people-opinion": {"order", "both", "freedom"},
    "people-use": {"none", "new", "long", "always"},
    "people-term": set(TERMS),
    "people-part": {*PARTS, "sum"},
    "people-why": {"held", "stays", "lets", "goes", "out_already", "spark", "off"},
    "people-speech": {"spoke", "silent", "held"},
    "people-sharing": {"forced", "suffers", "unasked", "default", "chose"},
    "state": set(RESIDENT_STATES),
    "class-plan": {step for steps in PLANS.values() for step, _ in steps},
    "worksheet": {"why"},
    "stop": set(STOPS),
    "kind": {"outcome", "lever", "assumption", "mechanism", "source"},
    "response": {f"{one.name}{part}" for one in RESPONSES for part in ("", ".x", ".y", ".given")},
    "term": {key.removeprefix("term-") for key in keys(FALLBACK) if key.startswith("term-")},
    "scale": set(known_references()),
    "hindcast": set(MEASURES),
    "key": {*KEYS, *(f"{key}.does" for key in KEYS)},
    "own-slot": {*SLOTS, *(f"{slot}.help" for slot in SLOTS)},
    "own-guess": {
        *OF_COLUMNS,
        *OF_LONG,
        "only",
        "table",
        "sheet",
        "layer",
        "header",
        "population_unit",
        "encoding",
        "separator",
        "decimal",
        "crs",
        "swapped",
    },
    "own-basis": {"absolute", "rank", "mixed", "drawn"},
    "own-reason": set(OFFERED),
    "own-out": {*DECIDED, "empty", "nobody"},
    "own-words": set(WORDS),
    "studied-picture": set(STUDY_PICTURES),
    "studied-count": {"undefined", "failed", "pending"},
    "studied-share": set(SHARES_OF_POINTS),
    "studied-index": {"sobol", "morris", "pawn"},
    "studied-method": {"sobol", "morris", "pawn"},
    "studied-verdict": {*VERDICTS.values(), "undefined", "chance"},
    "studied-help": {"weekly", "mean"},
    "studied-absent": {"too_long", "without"},
}
"""Keys put together in Python: what comes before the last part, and every last part there may be."""

COMPONENTS = {
    "own/": "own",
    "panels/own_city": "own",
    "answers/why": "six-why",
    "answers/who": "six-who",
    "answers/assumed": "six-assumed",
    "answers/flip": "six-flip",
    "answers/district": "six-district",
    "answers/choice": "six-choice",
    "panels/answer": "sixpage",
    "controls": "sixpage",
    "bar.": "bar",
    "debate": "debate",
    "foot": "foot",
    "panels/glossary": "lab",
    "panels/mechanism": "lab",
    "panels/model_map": "lab",
    "tour": "lab",
    "panels/residents": "people",
    "panels/essay": "essay",
    "panels/classroom": "class",
    "people/": "people",
    "panels/study": "study",
    "study/": "study",
    "panels/": "panel",
    "lever": "levers",
    "question": "levers",
    "assumption": "levers",
    "understand": "understand",
}
"""Whose words a file of the page uses, by how its path begins; all others draw the charts."""
CHARTS = "stage"
ELSEWHERE = {"diary": "diary", "lab": "lab"}
"""Words that a component has under another name than ``words``."""
NESTED = {"events"}
"""What the words of the charts hold that is no word."""


MODEL_FAMILIES = ("outcome", "outcome-group", "unit", "size", "kind-of-assumption", "answer")
"""How words of the model begin whose names are put together from what is declared."""


class Use(NamedTuple):
    """A word used by the page: the file, the prefix of its words, its name, or the beginning of its names."""

    file: str
    prefix: str
    name: str
    whole: bool = True


@cache
def trees() -> tuple[ast.Module, ...]:
    return tuple(
        ast.parse(path.read_text("utf-8"))
        for path in sorted(PACKAGE.rglob("*.py"))
        if path.parent.name != "locale"
    )


def in_python() -> set[str]:
    """Return every string written in Python, but for the reader of the catalogues itself."""
    nodes = (node for tree in trees() for node in ast.walk(tree))
    return {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def asked(*functions: str) -> Iterator[ast.expr]:
    """Yield what is given first to the functions of these names."""
    for tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in functions:
                yield from node.args[:1]


def web_files() -> list[Path]:
    return sorted((*WEB.rglob("*.vue"), *WEB.rglob("*.js")))


def in_the_browser() -> list[Use]:
    found: list[Use] = []
    for path in web_files():
        text, file = path.read_text("utf-8"), path.relative_to(WEB).as_posix()
        begins = (prefix for start, prefix in COMPONENTS.items() if file.startswith(start))
        prefix = next(begins, CHARTS)
        found += [
            Use(file, prefix, name) for name in re.findall(r"\bwords\.(\w+)", text) if name not in NESTED
        ]
        for inside in re.findall(r"\bwords\[([^\]]+)\]", text):
            found += _computed(file, prefix, inside, text)
        for name, other in ELSEWHERE.items():
            found += [Use(file, other, one) for one in re.findall(rf"\b{name}\.(\w+)", text)]
    return found


def _computed(file: str, prefix: str, inside: str, text: str) -> list[Use]:
    """Return the words that ``words[inside]`` may be: by their beginning, or out of a list in the file."""
    begins = re.match(r"['`](\w+?_)(?:'|\$)", inside)
    if begins:
        return [Use(file, prefix, begins[1], whole=False)]
    lists = re.findall(rf"\b{inside} in \[([^\]]+)\]", text)
    return [Use(file, prefix, name) for one in lists for name in re.findall(r"'(\w+)'", one)]


@cache
def used_by_browser() -> set[str]:
    found = set()
    for use in in_the_browser():
        names = (
            [use.name] if use.whole else [n for n in words(use.prefix, FALLBACK) if n.startswith(use.name)]
        )
        found |= {f"{use.prefix}-{name}" for name in names}
    return found


def of_families() -> set[str]:
    return {f"{family}-{name}" for family, names in FAMILIES.items() for name in names}


def referred_to() -> set[str]:
    """Return the keys that other messages repeat: `{ close }`."""
    return {
        one.id.name
        for pattern in page_patterns(FALLBACK).values()
        for one in nodes(pattern)
        if isinstance(one, MessageReference)
    }


def test_no_word_of_the_page_is_dead() -> None:
    used = in_python() | used_by_browser() | of_families() | referred_to()
    assert [key for key in page_patterns(FALLBACK) if key not in used] == []


def test_every_word_of_a_family_is_there() -> None:
    assert sorted(key for key in of_families() if not known(key)) == []


def test_every_word_that_python_asks_for_is_there() -> None:
    faults = []
    for given in asked("translate", "pattern", "message"):
        if isinstance(given, ast.Constant) and not known(str(given.value)):
            faults.append(given.value)
        if isinstance(given, ast.JoinedStr):
            start = given.values[0].value if isinstance(given.values[0], ast.Constant) else ""
            families = {*FAMILIES, *MODEL_FAMILIES}
            faults += [] if start.removesuffix("-") in families else [ast.unparse(given)]
    assert faults == []


def test_every_prefix_that_python_asks_for_is_a_components() -> None:
    asked_for = {given.value for given in asked("words") if isinstance(given, ast.Constant)}
    assert asked_for == {*COMPONENTS.values(), *ELSEWHERE.values(), CHARTS, "event"}


def test_every_word_that_the_browser_asks_for_is_there() -> None:
    def there(use: Use) -> bool:
        own = words(use.prefix, FALLBACK)
        return use.name in own if use.whole else any(name.startswith(use.name) for name in own)

    uses = in_the_browser()
    assert len(uses) > 100
    assert [use for use in uses if not there(use)] == []


def test_what_the_browser_fills_is_a_plain_pattern_and_is_filled() -> None:
    """It knows no plural, and puts values in by name."""
    code = "".join(path.read_text("utf-8") for path in web_files())
    filled = set(re.findall(r"\.replace\('\{(\w+)\}'", code))
    keys_of_browser = used_by_browser() - in_python()
    of_browser = {
        key: pattern
        for key, pattern in page_patterns(FALLBACK).items()
        if key in keys_of_browser and variables(pattern)
    }
    assert [key for key, pattern in of_browser.items() if selects(pattern)] == []
    assert {
        key: variables(pattern) - filled for key, pattern in of_browser.items() if variables(pattern) - filled
    } == {}


def test_units_and_groups_of_outcomes_are_those_declared() -> None:
    declared = {f"unit-{one.unit}" for one in OUTCOMES.values()}
    declared |= {f"outcome-group-{group}" for group in OUTCOME_GROUPS}
    assert {key for key in keys(FALLBACK) if key.startswith(("unit-", "outcome-group-"))} == declared
