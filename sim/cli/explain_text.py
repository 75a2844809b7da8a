"""An explanation as text that a person can read."""

from __future__ import annotations

from collections.abc import Iterator

from sim.answers.explain import Explanation
from sim.answers.flip import Flip
from sim.answers.who import ALL, Group
from sim.answers.why import Attribution, words_of
from sim.cli import output
from sim.locale.text import Text
from sim.outcomes import Outcome
from sim.runs.statistics import number

AT = tuple[str, int]
MOST_GROUPS = 6
MARK = "*"


def print_explanation(found: Explanation) -> None:
    """Print every answer, outcome by outcome and horizon by horizon, then what they do not cover."""
    first, second = found.question.labels
    print(f"{first} minus {second}\n")
    if all(gap.mean == gap.low == gap.high == 0.0 for gap in found.gaps.values()):
        print("No difference: both cities live alike.\n")
    for outcome in found.question.declared:
        for year in found.question.horizons:
            for line in _lines(found, outcome, year):
                print(line)
            print()
    print("\n".join(_footer(found)))


def _lines(found: Explanation, outcome: Outcome, year: int) -> Iterator[str]:
    at = outcome.id, year
    gap = found.gaps[at]
    levels = ", ".join(f"{label} {output.shown(outcome, value)}" for label, value in gap.values.items())
    unit = output.unit_of(outcome)
    word = _said(gap.word.words) + ("" if gap.sure or not gap.word.sign else f" {MARK}")
    yield f"{_said(outcome.label)}, year {year}: {levels} {unit}".rstrip()
    yield f"  Difference  {_band(outcome, gap)}  {word}"
    if gap.undefined:
        yield f"  Undefined   in {gap.undefined} of {len(found.pair.seeds)} seeds"
    yield from _why(outcome, found.why.at[at])
    yield from _who(found, at)
    turns = [f"{turn.leader} from week {turn.week}" for turn in found.when.turns[outcome.id]]
    yield f"  When        {', then '.join(turns) or 'neither was higher for three months'}"
    yield from _assumptions(found, outcome, year)
    yield from _flips(found, outcome, year)


def _why(outcome: Outcome, found: Attribution) -> Iterator[str]:
    for place, (part, share) in enumerate(found.shares.items()):
        percent = "" if share.percent is None else f" ({share.percent:.0f} %)"
        ends = f"first in {_signed(outcome, share.first)}, last in {_signed(outcome, share.last)}"
        yield f"  {'' if place else 'Why':10}  {part:12} {_signed(outcome, share.share.mean)}{percent}  {ends}"
    for one in found.interactions:
        if one.relation:
            yield f"  {'':10}  {' and '.join(one.parts)} {_said(words_of(one.relation))}"


def _who(found: Explanation, at: AT) -> Iterator[str]:
    groups = found.who.at[at]
    if groups is None:
        return
    first, second = found.question.labels
    everybody = groups[ALL]
    yield (
        f"  Who         {_percent(everybody.first)} of residents higher in {first}, "
        f"{_percent(everybody.second)} in {second}, {_percent(everybody.equal)} about equal"
    )
    worse = found.who.worse(*at)
    for label, losers in (worse or {}).items():
        if losers:
            yield f"  {'':10}  mostly worse off in {label}: {_named(losers)}"


def _assumptions(found: Explanation, outcome: Outcome, year: int) -> Iterator[str]:
    at = outcome.id, year
    first, second = found.question.labels
    for place, (name, row) in enumerate(found.assumptions.sets[at].items()):
        said = f"{_band(outcome, row)}  {_said(row.word.words)}"
        yield f"  {'' if place else 'Assumptions':11} {name:18} {said}"
    for told, sampled in (
        ("sampled", found.assumptions.sampled[at]),
        ("misused alike", found.assumptions.alike[at]),
    ):
        undefined = f", {sampled.undefined} undefined" if sampled.undefined else ""
        yield (
            f"  {'':11} {told:18} of {sampled.n}: {_percent(sampled.first)} {first}, "
            f"{_percent(sampled.second)} {second}, {_percent(sampled.close)} too close to call{undefined}"
        )
    for label, case in ((label, found.best_case.rows.get((label, *at))) for label in found.question.labels):
        if case is not None:
            yield f"  {'':11} {'best of ' + label:18} {_band(outcome, case)}  {_said(case.word.words)}"


def _flips(found: Explanation, outcome: Outcome, year: int) -> Iterator[str]:
    at = outcome.id, year
    if at not in found.flips.asked:
        yield "  Flip        no sign to flip"
        return
    single = found.flips.single[at]
    for place, one in enumerate(single):
        yield f"  {'' if place else 'Flip':10}  {_flip(one)}"
    if not single:
        yield f"  Flip        none found in {found.flips.tries} tries of one assumption"
    joint = found.flips.joint.get(at)
    if joint is not None:
        yield (
            f"  {'':10}  all {joint.moved} together, {joint.distance:.0%} of their ranges on average "
            f"(confirmed on {joint.confirmed_seeds} fresh seeds)"
        )
    elif at in found.flips.joint:
        yield f"  {'':10}  none found in {found.flips.joint_tries} sampled points"


def _flip(one: Flip) -> str:
    return (
        f"{one.name} from {_plain(one.start)} to {_plain(one.to)}: {_said(one.kind.words)}, "
        f"{one.distance:.0%} of its range (confirmed on {one.confirmed_seeds} fresh seeds)"
    )


def _footer(found: Explanation) -> Iterator[str]:
    seeds = found.pair.seeds
    why = "bands are narrow enough" if found.pair.precise else "the most allowed"
    yield f"Seeds {seeds[0]} to {seeds[-1]} ({why}), {found.question.spec.residents} residents; {found.looks} looks."
    yield f"{MARK} not sure among the {found.question.looks} differences above (Holm)."
    if found.pair.failed:
        yield f"Failed seeds: {', '.join(map(str, found.pair.failed))}."
    yield from (f"- {_said(words)}" for words in found.limits)


def _named(groups: tuple[Group, ...]) -> str:
    said = [
        group.name if group.by not in ("hardship", "opinion") else f"{group.by} third {int(group.name) + 1}"
        for group in groups
    ]
    more = len(said) - MOST_GROUPS
    return ", ".join(said[:MOST_GROUPS]) + (f" and {more} more" if more > 0 else "")


def _band(outcome: Outcome, found: object) -> str:
    mean, low, high = (getattr(found, key) for key in ("mean", "low", "high"))
    return f"{_signed(outcome, mean)} ({_signed(outcome, low)} to {_signed(outcome, high)})"


def _signed(outcome: Outcome, value: float) -> str:
    return output.shown(outcome, number(value), signed=True)


def _percent(share: float) -> str:
    return output.UNDEFINED if share != share else f"{100 * share:.0f} %"


def _plain(value: object) -> str:
    return f"{value:.3g}" if isinstance(value, float) else str(value)


def _said(words: Text) -> str:
    return words.translate("en")
