"""An explanation's document as text that a person can read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sim.answers.factors import Kind
from sim.answers.why import words_of
from sim.cli import output
from sim.outcomes import Outcome, outcome
from sim.runs.size import Size

MOST_GROUPS = 6
MARK = "*"
INDENT = 14

Document = Mapping[str, Any]


def print_explanation(document: Document, residents: int) -> None:
    """Print every answer of a pair, outcome by outcome and horizon by horizon, then what they do not cover."""
    labels = document["first"], document["second"]
    print(f"{labels[0]} minus {labels[1]}\n")
    cells = [cell for years in document["outcomes"].values() for cell in years.values()]
    if all(cell["difference"][end] == 0.0 for cell in cells for end in ("mean", "low", "high")):
        print("No difference: both cities live alike.\n")
    for name, years in document["outcomes"].items():
        for year, cell in years.items():
            for line in _lines(outcome(name), year, cell, labels, len(document["seeds"])):
                print(line.rstrip())
            print()
    for name, found in document.get("district", {}).items():
        print(_district(outcome(name), found, labels))
    for line in _footer(document, len(cells), residents):
        print(line)


def _lines(one: Outcome, year: str, cell: Document, labels: tuple[str, str], seeds: int) -> Iterator[str]:
    levels = ", ".join(f"{label} {output.shown(one, value)}" for label, value in cell["values"].items())
    yield f"{one.label.translate('en')}, year {year}: {levels} {output.unit_of(one)}"
    gap = cell["difference"]
    mark = "" if gap["sure"] or not Size(gap["word"]).sign else f" {MARK}"
    yield from _titled("Difference", [_banded(one, gap) + mark])
    if gap["undefined"]:
        yield from _titled("Undefined", [f"in {gap['undefined']} of {seeds} seeds"])
    yield from _titled("Why", _why(one, cell["why"]))
    if cell["who"] is not None:
        yield from _titled("Who", _who(cell["who"], labels))
    turns = [f"{turn['higher']} from week {turn['week']}" for turn in cell["when"]]
    yield from _titled("When", [", then ".join(turns) or "neither was higher for three months"])
    yield from _titled("Assumptions", _assumptions(one, cell, labels))
    yield from _titled("Flip", _flips(cell))


def _titled(title: str, lines: Sequence[str] | Iterator[str]) -> Iterator[str]:
    """Yield ``lines`` beside their title, which stands before the first."""
    for place, line in enumerate(lines):
        yield f"  {'' if place else title:{INDENT - 2}}{line}"


def _why(one: Outcome, found: Document) -> Iterator[str]:
    for part, share in found.items():
        if part != "interactions":
            percent = "" if share["percent"] is None else f" ({share['percent']:.0f} %)"
            ends = f"first in {_signed(one, share['first_in'])}, last in {_signed(one, share['last_in'])}"
            yield f"{part:12} {_signed(one, share['share'])}{percent}  {ends}"
    for pair in found["interactions"]:
        if pair["relation"]:
            yield f"{' and '.join(pair['parts'])} {words_of(pair['relation']).translate('en')}"


def _who(found: Document, labels: tuple[str, str]) -> Iterator[str]:
    shares = found["all"]
    yield (
        f"{_percent(shares['A'])} of residents higher in {labels[0]}, {_percent(shares['B'])} in {labels[1]}, "
        f"{_percent(shares['equal'])} about equal"
    )
    for label, losers in (found["worse_off"] or {}).items():
        if losers:
            yield f"mostly worse off in {label}: {_named(losers)}"


def _assumptions(one: Outcome, cell: Document, labels: tuple[str, str]) -> Iterator[str]:
    found = cell["assumptions"]
    cases = {f"best of {label}": case for label, case in cell["best_case"].items()}
    width = max(len(name) for name in (*found["sets"], *cases, "misused alike"))
    for name, row in found["sets"].items():
        yield f"{name:{width}}  {_banded(one, row)}"
    for name, sampled in (("sampled", found["sampled"]), ("misused alike", found["misused_alike"])):
        undefined = f", {sampled['undefined']} undefined" if sampled["undefined"] else ""
        yield (
            f"{name:{width}}  of {sampled['n']}: {_percent(sampled['A'])} {labels[0]}, "
            f"{_percent(sampled['B'])} {labels[1]}, {_percent(sampled['close'])} too close to call{undefined}"
        )
    for name, case in cases.items():
        yield f"{name:{width}}  {_banded(one, case)}"


def _flips(cell: Document) -> Iterator[str]:
    if not cell["flip_tries"]:
        yield "no sign to flip"
        return
    for flip in cell["flip"]:
        kind = Kind(flip["kind"]).words.translate("en")
        yield (
            f"{flip['assumption']} from {_plain(flip['from'])} to {_plain(flip['to'])}: {kind}, "
            f"{flip['distance']:.0%} of its range (confirmed on {flip['confirmed_seeds']} fresh seeds)"
        )
    if not cell["flip"]:
        yield f"none found in {cell['flip_tries']} tries of one assumption"
    joint = cell["joint_flip"]
    if joint is not None:
        yield (
            f"all {joint['moved']} together, {joint['distance']:.0%} of their ranges on average "
            f"(confirmed on {joint['confirmed_seeds']} fresh seeds)"
        )


def _district(one: Outcome, found: Document, labels: tuple[str, str]) -> str:
    """Return where both cities end in a district, beside the whole city."""

    def last(place: str) -> str:
        gap = {key: values[-1] for key, values in found[place]["difference"].items()}
        levels = [
            f"{label} {output.shown(one, found[place][x]['mean'][-1])}"
            for x, label in zip("AB", labels, strict=True)
        ]
        ends = " to ".join(_signed(one, gap[key]) for key in ("low", "high"))
        return f"{', '.join(levels)} ({_signed(one, gap['mean'])}, {ends})"

    where = f"{found['district']}, {found['residents']:.0f} residents, week {found['weeks'][-1]}"
    return f"{where}: {one.label.translate('en')} {last('here')}; whole city {last('city')}\n"


def _footer(document: Document, shown: int, residents: int) -> Iterator[str]:
    seeds = document["seeds"]
    yield (
        f"Seeds {seeds[0]} to {seeds[-1]} ({document['stopped']}), {residents} residents; {document['looks']} looks."
    )
    yield f"{MARK} not sure among the {shown} differences above (Holm)."
    if document["failed_seeds"]:
        yield f"Failed seeds: {', '.join(map(str, document['failed_seeds']))}."
    yield from (f"- {words}" for words in document["limits"])


def _named(groups: Sequence[Sequence[str]]) -> str:
    said = [
        name if by not in ("hardship", "opinion") else f"{by} third {int(name) + 1}" for by, name in groups
    ]
    more = len(said) - MOST_GROUPS
    return ", ".join(said[:MOST_GROUPS]) + (f" and {more} more" if more > 0 else "")


def _banded(one: Outcome, found: Document) -> str:
    mean, low, high = (_signed(one, found[key]) for key in ("mean", "low", "high"))
    return f"{mean} ({low} to {high})  {Size(found['word']).words.translate('en')}"


def _signed(one: Outcome, value: float | None) -> str:
    return output.shown(one, value, signed=True)


def _percent(share: float | None) -> str:
    return output.UNDEFINED if share is None else f"{100 * share:.0f} %"


def _plain(value: object) -> str:
    return f"{value:.3g}" if isinstance(value, float) else str(value)
