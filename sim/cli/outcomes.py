"""List what is measured, with its unit, direction and what difference is material, or tell all of one outcome."""

from __future__ import annotations

import argparse
from typing import Any

from sim.cli.output import as_json, print_table, print_told
from sim.cli.parser import Parser
from sim.locale.catalogue import FALLBACK, LANGUAGES
from sim.locale.text import Text
from sim.outcomes import FIRST_SEVEN, OUTCOMES, Outcome, outcome

DIRECTIONS = {"more": "more is better", "less": "less is better", None: "neither"}


def add_arguments(parser: Parser) -> None:
    """Add the name, --all and --json."""
    parser.add_argument("name", metavar="NAME", nargs="?", help="tell all that is declared of this one")
    parser.add_argument("--all", action="store_true", help="list every outcome, not only the first seven")
    parser.add_argument("--json", action="store_true", help="print JSON, all outcomes included")
    uses = {"one outcome": ("json",), "the list": ("all", "json")}
    parser.declare_uses(lambda options: "the list" if options.name is None else "one outcome", uses)


def run(options: argparse.Namespace) -> int:
    """Print the table, one outcome, or JSON."""
    if options.name is not None:
        one = outcome(options.name)
        if options.json:
            print(as_json(as_table(one)))
        else:
            print_told(told_of(one))
        return 0
    if options.json:
        print(as_json({"outcomes": [as_table(one) for one in OUTCOMES.values()]}))
        return 0
    shown = list(OUTCOMES) if options.all else list(FIRST_SEVEN)
    rows = [_row(OUTCOMES[name]) for name in shown]
    print_table(["name", "what", "unit", "better", "material"], rows)
    if not options.all:
        print(f"\n{len(OUTCOMES) - len(shown)} more with --all.")
    return 0


def _row(one: Outcome) -> list[str]:
    unit = one.unit_word.translate(FALLBACK)
    label = one.label.translate(FALLBACK)
    return [one.id, label, unit, DIRECTIONS[one.direction], f"{one.material * one.scale:g}"]


def told_of(one: Outcome) -> dict[str, str]:
    """Return what is known of ``one``, line by line."""
    low, high = (f"{end * one.scale:g}" for end in one.axis)
    return {
        "name": one.id,
        "title": one.label.translate(FALLBACK),
        "meaning": one.help.translate(FALLBACK),
        "exactly": one.definition.translate(FALLBACK),
        "unit": one.unit_word.translate(FALLBACK) or "a plain number",
        "axis": f"{low} to {high}",
        "better": DIRECTIONS[one.direction],
        "material": f"{one.material * one.scale:g}",
        "definitional": "yes: the level follows almost directly from the levers"
        if one.definitional
        else "no",
        "answers": one.word.translate(FALLBACK),
    }


def as_table(one: Outcome) -> dict[str, Any]:
    """Return everything declared about ``one``, ready for JSON; numbers unscaled."""
    return {
        "name": one.id,
        "group": one.group,
        "unit": one.unit,
        "scale": one.scale,
        "axis": list(one.axis),
        "material": one.material,
        "direction": one.direction,
        "definitional": one.definitional,
        "resident": one.resident or None,
        "title": _in_all(one.label),
        "help": _in_all(one.help),
        "definition": _in_all(one.definition),
    }


def _in_all(text: Text) -> dict[str, str]:
    return {language: text.translate(language) for language in LANGUAGES}
