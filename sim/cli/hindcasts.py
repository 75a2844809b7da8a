"""Hold the model beside published figures that no default was chosen on, whatever comes of it."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from sim.cli.output import as_json, print_table
from sim.files import checks
from sim.parameters import CONTEXT

if TYPE_CHECKING:
    from sim.evidence.hindcasts import Comparison, Setting


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the size, the seeds and the form."""
    parser.add_argument(
        "--residents", metavar="N", default="5000", help="residents of the city (default 5000)"
    )
    parser.add_argument("--seeds", metavar="N", default="40", help="seeds (2 to 1000; default 40)")
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")


def run(options: argparse.Namespace) -> int:
    """Measure and print; return the exit status."""
    from sim.evidence.hindcasts import Setting, measure, read_hindcasts

    residents = int(CONTEXT["residents"].parse(options.residents, "--residents"))
    setting = Setting(
        residents, checks.whole_number(checks.spelled_whole(options.seeds), "--seeds", 2, 1_000)
    )
    found = [measure(name, setting) for name in read_hindcasts()]
    if options.json:
        print(as_json({**_about(setting), "hindcasts": [_as_row(one) for one in found]}))
    else:
        print(
            "{residents:,} residents of {city}, seeds 1 to {seeds}, model {model}\n".format(**_about(setting))
        )
        _print(found)
    return 0


def _about(setting: Setting) -> dict[str, Any]:
    """Return what the model's figures are of."""
    from sim.model.city_model import MODEL_VERSION

    city = CONTEXT["city"].default
    return {"model": MODEL_VERSION, "city": city, "residents": setting.residents, "seeds": setting.seeds}


def _as_row(one: Comparison) -> dict[str, Any]:
    """Return what JSON holds of one figure."""
    hindcast = one.hindcast
    return {
        "name": hindcast.name,
        "title": {language: hindcast.title.translate(language) for language in ("en", "fr")},
        "unit": hindcast.unit,
        "published": [hindcast.low, hindcast.high],
        "sources": list(hindcast.sources),
        "licence": hindcast.licence,
        "model": {"mean": one.mean, "low": one.low, "high": one.high},
        "verdict": one.verdict,
    }


def _print(found: Sequence[Comparison]) -> None:
    """Print a line for each figure, then what each is and where it was published."""
    lines = [
        [
            one.hindcast.name,
            one.hindcast.unit,
            f"{one.hindcast.low:g} to {one.hindcast.high:g}",
            f"{one.mean:.3g}",
            f"{one.low:.3g} to {one.high:.3g}",
            one.verdict,
        ]
        for one in found
    ]
    print_table(["", "unit", "published", "model", "90 % interval", "verdict"], lines)
    print(
        "\nmodel: mean over seeds, with its interval; met: the interval and what was published have a value in common"
    )
    for one in found:
        title, sources = one.hindcast.title.translate("en"), "; ".join(one.hindcast.sources)
        print(f"\n{one.hindcast.name}: {title}\n  {sources}")
