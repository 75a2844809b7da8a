"""Write the voting cards and the moderator's sheet of a debate, to print on A4 paper.

The document is HTML: open it in a browser and print it. Cards and sheet come once in each language.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from sim.files import checks
from sim.locale.catalogue import LANGUAGES


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the debate, the language and where to write."""
    parser.add_argument(
        "debate", nargs="?", metavar="DEBATE", help="a shipped debate or a .toml file of one's own"
    )
    parser.add_argument("--language", metavar="CODE", help=f"one of {', '.join(LANGUAGES)} (default: all)")
    parser.add_argument("--out", metavar="FILE", help="where to write (default: standard output)")


def run(options: argparse.Namespace) -> int:
    """Write the document."""
    from sim.debate.cards import cards
    from sim.debate.read import FIRST_SHIPPED, load_debate
    from sim.files.atomic import write_whole

    language = options.language
    languages = LANGUAGES if language is None else (checks.one_of(language, LANGUAGES, "--language"),)
    document = cards(load_debate(options.debate or FIRST_SHIPPED), languages)
    if options.out is None:
        sys.stdout.write(document)
        return 0
    write_whole(Path(options.out), document)
    print(f"{options.out}: open it in a browser and print it", file=sys.stderr)
    return 0
