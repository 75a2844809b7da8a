"""A row of evidence: what should be seen, what was measured, and whether it passes."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple, TypeAlias

from sim.evidence.patterns.chart import Chart
from sim.evidence.patterns.earlier import before
from sim.files.errors import unknown

Measured: TypeAlias = float | str


class Check(NamedTuple):
    """One requirement of a row: what is measured, what is required of it, what came out."""

    what: str
    target: str
    measured: Measured
    passed: bool

    @property
    def shown(self) -> str:
        """The measured value as text, numbers to four significant digits."""
        return self.measured if isinstance(self.measured, str) else f"{self.measured:.4g}"


class Row(NamedTuple):
    """A pattern or a property: its checks, a chart where one helps, and words a reader must not miss."""

    id: str
    what: str
    checks: tuple[Check, ...]
    charts: tuple[Chart, ...] = ()
    note: str = ""

    @property
    def passed(self) -> bool:
        """Whether every check passes."""
        return all(check.passed for check in self.checks)

    def as_json(self) -> dict[str, Any]:
        """Return the row with plain values; an undefined number is None."""
        return {
            "id": self.id,
            "what": self.what,
            "target": "; ".join(f"{check.what}: {check.target}" for check in self.checks),
            "measured": {check.what: _plain(check.measured) for check in self.checks},
            "pass": self.passed,
            "checks": [
                {
                    "what": check.what,
                    "target": check.target,
                    "measured": _plain(check.measured),
                    "pass": check.passed,
                    "version_2": before(self.id, check.what) or None,
                }
                for check in self.checks
            ],
            "note": self.note,
        }


def within(what: str, values: Sequence[float], low: float, high: float) -> Check:
    """Return the check that every one of ``values`` lies in [low, high]; it shows their range."""
    least, most = min(values), max(values)
    passed = all(low <= value <= high for value in values)
    return Check(what, f"{low:g} to {high:g}", f"{least:.4g} to {most:.4g}", passed)


def below(what: str, value: float, limit: float) -> Check:
    """Return the check that ``value`` is under ``limit``."""
    return Check(what, f"below {limit:.4g}", float(value), bool(value < limit))


def above(what: str, value: float, limit: float) -> Check:
    """Return the check that ``value`` is over ``limit``."""
    return Check(what, f"above {limit:.4g}", float(value), bool(value > limit))


def print_rows(rows: Sequence[Row]) -> None:
    """Print each row, its checks with what was found and wanted, and its note."""
    for row in rows:
        print(f"{row.id}  {row.what}: {'pass' if row.passed else 'FAIL'}")
        for check in row.checks:
            verdict = "pass" if check.passed else "FAIL"
            print(f"  {verdict}  {check.what}: {check.shown} (target: {check.target})")
            if then := before(row.id, check.what):
                print(f"        model version 2: {then}")
        if row.note:
            print(f"  note: {row.note}")
        print()
    print(f"{sum(row.passed for row in rows)} of {len(rows)} pass")


def chosen_names(text: str | None, names: Iterable[str], kind: str) -> tuple[str, ...]:
    """Return the names in a list such as ``P1,P4`` (None: all); an unknown one is an InputError."""
    known = tuple(names)
    if text is None:
        return known
    asked = [word.strip().upper() for word in text.split(",")]
    for name in asked:
        if name not in known:
            raise unknown(kind, name, known)
    return tuple(name for name in known if name in asked)


def _plain(value: Measured) -> float | str | None:
    if isinstance(value, str):
        return value
    return float(value) if math.isfinite(value) else None
