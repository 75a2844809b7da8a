"""Paired runs kept on disk between two starts of the page, in the user's cache folder."""

from __future__ import annotations

import hashlib
import io
import logging
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from sim.dashboard.state.cities import city_named
from sim.dashboard.work.paired import RUNS_PER_SET, Paired
from sim.engine.provenance import digest
from sim.files.atomic import replace_file
from sim.files.resources import cache_folder
from sim.parameters import Value
from sim.runs.spec import RunSpec
from sim.scenario.scenario import list_assumption_sets, load_assumptions

MOST_FILES = 40
WRITES = True
"""Whether anything is kept; a server in front of a room keeps nothing."""

_log = logging.getLogger(__name__)


def load(spec: RunSpec) -> Paired | None:
    """Return the runs kept for ``spec``, or None; a damaged file counts as none."""
    path = _path(spec)
    if not path.is_file():
        return None
    try:
        with np.load(path, allow_pickle=False) as file:
            sets = tuple(file[name] for name in sorted(file.files) if name.startswith("set"))
            letters = tuple(str(letter) for letter in file["letters"])
            return Paired(letters, file["values"], sets, file["maps"])
    except (OSError, ValueError, KeyError, EOFError):
        _log.warning("%s is damaged and left aside", path)
        return None


def save(spec: RunSpec, paired: Paired) -> None:
    """Keep ``paired``, whole or not at all; a folder that cannot be written is no error."""
    if not WRITES:
        return
    path = _path(spec)
    sets = {f"set{number:02d}": values for number, values in enumerate(paired.sets)}
    arrays: dict[str, Any] = {"letters": np.array(paired.letters), "values": paired.values, **sets}
    arrays["maps"] = paired.maps
    packed = io.BytesIO()
    np.savez_compressed(packed, **arrays)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, packed.getvalue())
        for old in sorted(path.parent.glob("*.npz"), key=lambda one: one.stat().st_mtime)[:-MOST_FILES]:
            old.unlink(missing_ok=True)
    except OSError:
        _log.warning("%s cannot be written", path)


def _path(spec: RunSpec) -> Path:
    parts = (spec, city_named(str(spec.city)).fingerprint, RUNS_PER_SET, digest(), _sets())
    name = hashlib.blake2b(repr(parts).encode(), digest_size=12).hexdigest()
    return cache_folder() / f"{name}.npz"


@cache
def _sets() -> tuple[tuple[str, tuple[tuple[str, Value], ...]], ...]:
    """Return the assumptions of every shipped set: the runs under all sets hang on them."""
    return tuple((name, tuple(load_assumptions(name).items())) for name in list_assumption_sets())
