"""List every lever, assumption and context value, with its range, default, source and evidence."""

from __future__ import annotations

import argparse
from typing import Any

from sim.cli.output import as_json, print_table
from sim.locale.catalogue import LANGUAGES
from sim.locale.text import Text
from sim.parameters import PARAMETERS, Parameter


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add --role, --json and --quiet."""
    roles = tuple(dict.fromkeys(parameter.role for parameter in PARAMETERS.values()))
    parser.add_argument("--role", choices=roles, help="only these (without it, all but the constants)")
    parser.add_argument("--json", action="store_true", help="print JSON, constants included")


def run(options: argparse.Namespace) -> int:
    """Print the table, or JSON."""
    chosen = [p for p in PARAMETERS.values() if options.role in (None, p.role)]
    if options.json:
        print(as_json({"parameters": [as_table(parameter) for parameter in chosen]}))
        return 0
    if options.role is None:
        chosen = [parameter for parameter in chosen if parameter.role != "constant"]
    rows = [[p.name, p.role, str(p.default), p.allowed, p.strength, p.title.translate("en")] for p in chosen]
    print_table(["name", "role", "default", "allowed", "evidence", "what"], rows)
    return 0


def as_table(parameter: Parameter) -> dict[str, Any]:
    """Return everything declared about ``parameter``, ready for JSON."""
    return {
        "name": parameter.name,
        "role": parameter.role,
        "kind": parameter.kind,
        "group": parameter.group,
        "unit": parameter.unit,
        "default": parameter.default,
        "possible": list(parameter.possible),
        "explored": list(parameter.explored),
        "unlimited": parameter.unlimited or None,
        "whole": parameter.whole,
        "title": _in_all(parameter.title),
        "help": _in_all(parameter.help),
        "source": parameter.source,
        "evidence": parameter.strength,
        "contrary": _in_all(parameter.contrary),
    }


def _in_all(text: Text) -> dict[str, str]:
    return {language: text.translate(language) for language in LANGUAGES}
