"""List every lever, assumption and context value, or tell all of one: source, evidence, both sides."""

from __future__ import annotations

import argparse
from typing import Any

from sim.cli.output import as_json, print_table, print_told
from sim.files.errors import InputError, unknown
from sim.locale.catalogue import FALLBACK, LANGUAGES, known, translate
from sim.locale.text import Text
from sim.parameters import PARAMETERS, Parameter


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the name, --role and --json."""
    parser.add_argument("name", metavar="NAME", nargs="?", help="tell all that is declared of this one")
    roles = tuple(dict.fromkeys(parameter.role for parameter in PARAMETERS.values()))
    parser.add_argument("--role", choices=roles, help="only these (without it, all but the constants)")
    parser.add_argument("--json", action="store_true", help="print JSON, constants included")


def run(options: argparse.Namespace) -> int:
    """Print the table, one parameter, or JSON."""
    if options.name is not None:
        return _tell(_named(options.name), options)
    chosen = [p for p in PARAMETERS.values() if options.role in (None, p.role)]
    if options.json:
        print(as_json({"parameters": [as_table(parameter) for parameter in chosen]}))
        return 0
    if options.role is None:
        chosen = [parameter for parameter in chosen if parameter.role != "constant"]
    rows = [[p.name, p.role, str(p.default), p.allowed, p.strength, p.title.translate("en")] for p in chosen]
    print_table(["name", "role", "default", "allowed", "evidence", "what"], rows)
    return 0


def _named(name: str) -> Parameter:
    if name not in PARAMETERS:
        raise unknown("parameter", name, PARAMETERS)
    return PARAMETERS[name]


def _tell(parameter: Parameter, options: argparse.Namespace) -> int:
    """Print what is known of one parameter, with what speaks against it; of a lever, the case of both sides."""
    if options.role not in (None, parameter.role):
        raise InputError(
            f"{parameter.name} is no {options.role} but of the role {parameter.role!r}; leave --role out"
        )
    if options.json:
        print(as_json(as_table(parameter)))
        return 0
    print_told(told_of(parameter))
    return 0


def told_of(parameter: Parameter) -> dict[str, str]:
    """Return what is known of ``parameter``, line by line."""
    told = {
        "name": f"{parameter.name} ({parameter.role} of {parameter.group})",
        "title": parameter.title.translate(FALLBACK),
        "meaning": parameter.help.translate(FALLBACK),
        "default": str(parameter.default),
        "allowed": parameter.allowed,
        "explored": " to ".join(str(bound) for bound in parameter.explored)
        if parameter.kind == "number"
        else "",
        "evidence": parameter.strength,
        "source": parameter.source,
        "against": parameter.contrary.translate(FALLBACK),
        "autonomy first": _case(parameter, ""),
        "order first": _case(parameter, ".order"),
    }
    return {name: text for name, text in told.items() if text}


def _case(parameter: Parameter, side: str) -> str:
    """Return the best case of one side for a lever, nothing for what is no lever."""
    key = f"case-{parameter.name}{side}"
    return translate(key, FALLBACK) if parameter.role == "lever" and known(key) else ""


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
