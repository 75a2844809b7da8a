"""Works that declarations, tours and pages name, and whether each was found a second time elsewhere."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Literal, NamedTuple, get_args

Lookup = Literal["read", "named", "unconfirmed"]
TABLE = Path(__file__).with_name("works.toml")


class Work(NamedTuple):
    """One work: ``key`` is its DOI or arXiv number, or a name and a year; ``lookup`` is what looking it up gave.

    "read": a passage was read beside what is said of it; "named": names or title, year and number agree at
    another place; "unconfirmed": not found with this number.
    """

    key: str
    named: str
    lookup: Lookup

    @property
    def number(self) -> str:
        """Return the DOI or arXiv number as one cites it, or nothing."""
        if self.key.startswith("10."):
            return f"doi:{self.key}"
        return self.key if self.key.startswith("arXiv:") else ""


def read_works() -> list[Work]:
    """Return the works by name."""
    table = tomllib.loads(TABLE.read_text("utf-8"))
    works = [Work(key, named, lookup) for lookup in get_args(Lookup) for key, named in table[lookup].items()]
    return sorted(works, key=lambda work: work.named.casefold())
