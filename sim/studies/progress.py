"""How far a study is: rate and time left, on a terminal or as a line now and then."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from tqdm import tqdm

SELDOM = 30.0  # seconds between lines where nobody watches, e.g. in a scheduler's log

Tell = Callable[[int], object]
"""Called with the number of runs that have just ended."""


@contextmanager
def progress(total: int, before: int, quiet: bool) -> Iterator[Tell]:
    """Show the way from ``before`` to ``total`` runs on standard error, unless ``quiet``."""
    watched = sys.stderr.isatty()
    with tqdm(
        total=total,
        initial=before,
        unit="run",
        disable=quiet,
        mininterval=0.2 if watched else SELDOM,
        file=sys.stderr,
        dynamic_ncols=watched,
    ) as bar:
        yield bar.update
