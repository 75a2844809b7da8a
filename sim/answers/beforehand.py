"""Answers computed beforehand (`make answers`): for shipped pairs, as they are asked unless somebody says otherwise.

One compressed file of the package holds them under the digest of the numbers and the code that decide results. Where
the digest is another one they are not told, and a test fails.
"""

from __future__ import annotations

import json
import lzma
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from hashlib import blake2b
from itertools import combinations
from pathlib import Path
from typing import Any

from sim.answers.effort import RESIDENTS, STANDARD, Effort
from sim.answers.explain import explain
from sim.answers.frontier import Frontier, frontier
from sim.answers.kept import KeptResults
from sim.answers.laboratory import laboratory
from sim.answers.question import Question, ask
from sim.engine.provenance import digest
from sim.files.atomic import write_whole
from sim.outcomes import FIRST_SEVEN, outcome
from sim.parameters import CONTEXT
from sim.runs.compare import spec_of

FILE = Path(__file__).with_name("beforehand.json.xz")
PAIRS = (("emancipatory", "control"),)
THOROUGH = replace(STANDARD, constants=True)
"""With judgement constants among what could flip the sign: there is time for it beforehand."""


def told_beforehand(question: Question, effort: Effort = STANDARD) -> dict[str, Any] | None:
    """Return the answers to exactly this ``question`` as a document of `Explanation`, None where there are none.

    They have tried judgement constants too, so that they are told whether or not ``effort`` asks for that.
    """
    kept, asked = _read(), replace(effort, constants=False)
    found: dict[str, Any] | None = kept["answers"].get(name_of(question, asked)) if kept else None
    return found if kept and kept["digest"] == digest() else None


def frontier_beforehand(question: Question, effort: Effort = STANDARD) -> dict[str, Any] | None:
    """Return where all cities stand on the two outcomes of ``question``, without their levers, or None.

    A document of `Frontier`; only of the last horizon, and without a city of the room's.
    """
    kept = _read()
    found: dict[str, Any] | None = kept["frontiers"].get(name_of(question, effort)) if kept else None
    return found if kept and kept["digest"] == digest() else None


def name_of(question: Question, effort: Effort) -> str:
    """Return what tells a question, and how much is run for it, from any other; the names of cities too."""
    spec = question.spec
    cities = [(city.label, city.levers, city.events, city.off) for city in spec.cities]
    asked = spec.burn_in_key, cities, spec.seed, question.outcomes, question.horizons, question.locked, effort
    return blake2b(repr(asked).encode(), digest_size=12).hexdigest()


def shipped_questions() -> list[Question]:
    """Return the questions that are answered beforehand: every shipped pair in each city that the page opens on."""
    from sim.city.load import load_city, opening_cities

    names = dict.fromkeys((str(CONTEXT["city"].default), *opening_cities().values()))
    # As cities: their data, not their names, tell them from others.
    cities = [load_city(name) for name in names]
    return [ask(spec_of(list(pair), 1, city=city, residents=RESIDENTS)) for city in cities for pair in PAIRS]


def shipped_frontiers() -> list[Question]:
    """Return the frontiers that are computed beforehand: each two of the first outcomes that can be axes."""
    axes = [one for one in map(outcome, FIRST_SEVEN) if one.direction and not one.definitional]
    return [
        replace(under_many, outcomes=(x.id, y.id), horizons=(year,))
        for under_many in (one.under(range(1, STANDARD.seeds + 1)) for one in shipped_questions())
        for x, y in combinations(axes, 2)
        for year in reversed(under_many.horizons)  # the longest first: the others lie within it
    ]


def write_beforehand(path: Path = FILE) -> Path:
    """Compute every answer and write the file whole; what has lived before is not lived again."""
    shelf = KeptResults()
    try:
        with laboratory(shelf=shelf) as lab:
            answers = {
                name_of(one, STANDARD): explain(one, lab, THOROUGH).as_json() for one in shipped_questions()
            }
            points = {name_of(one, STANDARD): _brief(frontier(one, lab)) for one in shipped_frontiers()}
    finally:
        shelf.close()
    document = {"digest": digest(), "answers": answers, "frontiers": points}
    text = json.dumps(document, allow_nan=False, ensure_ascii=False, separators=(",", ":"))
    write_whole(path, lzma.compress(text.encode(), preset=9))
    return path


def _brief(found: Frontier) -> dict[str, Any]:
    """Return a frontier without its cities' levers, which `candidates` has."""
    document = found.as_json()
    points = [{key: value for key, value in one.items() if key != "levers"} for one in document["points"]]
    return document | {"points": points}


def kept_digest() -> str | None:
    """Return the digest under which the file was written; None where there is no file."""
    kept = _read()
    return str(kept["digest"]) if kept else None


@cache
def _read() -> Mapping[str, Any] | None:
    if not FILE.is_file():
        return None
    document: Mapping[str, Any] = json.loads(lzma.decompress(FILE.read_bytes()))
    return document


if __name__ == "__main__":
    from sim.model.warm_up import compile_first

    compile_first()
    written = write_beforehand()
    print(f"{written}: {written.stat().st_size / 1e6:.2f} MB")
