"""A folder of results, opened to be looked at: that of a study, or of a search with a study for every generation."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from sim.files.errors import InputError
from sim.studies.hints import command
from sim.studies.plan import has_plan
from sim.studies.sample import Sample, check_plan, open_sample
from sim.studies.search import NAME, Search

GENERATIONS = "generation-*"
MOST_FOUND = 20_000
"""Runs of a search that are read, those of its last generations first."""


class Opened(NamedTuple):
    """What is read of ``folder``: one part of a study; of what is ``sought``, one of each generation that is read.

    ``parts_there`` is how many parts the folder has.
    """

    folder: Path
    parts: tuple[Sample, ...]
    parts_there: int = 1
    sought: Search | None = None

    @property
    def sample(self) -> Sample:
        """The study, or the last generation."""
        return self.parts[-1]


def check_folder(folder: str | Path) -> None:
    """Raise InputError in one line where ``folder`` holds neither study nor search, or another program's.

    Plans are not read for it but for their last bytes; what is damaged elsewhere is found by `open_folder`.
    """
    place = Path(folder)
    if (place / NAME).is_file():
        Search.read(place / NAME)
        for part in _generations(place):
            check_plan(part)
    elif place.is_dir():
        check_plan(place)
    else:
        raise InputError(f"{folder}: is no folder; `two-cities sweep DESIGN --out DIR` makes that of a study")


def open_folder(folder: str | Path) -> Opened:
    """Return what is read of the study or search in ``folder``; raise InputError as `check_folder` does."""
    place = Path(folder)
    if not (place / NAME).is_file():
        return Opened(place, (open_sample(place),))
    sought = Search.read(place / NAME)
    there = _generations(place)
    parts: list[Sample] = []
    for part in reversed(there):
        if sum(one.shown for one in parts) > MOST_FOUND:
            break
        parts.append(open_sample(part))
    return Opened(place, tuple(reversed(parts)), len(there), sought)


def _generations(folder: Path) -> list[Path]:
    found = sorted(path for path in folder.glob(GENERATIONS) if path.is_dir() and has_plan(path))
    if not found:
        again = command("search", str(folder / NAME), "--out", str(folder))
        raise InputError(f"{folder}: its search has not begun; {again} goes on with it")
    return found
