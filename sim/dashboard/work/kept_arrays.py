"""Arrays kept on disk between two starts of the page, in the user's cache folder: whole, few, never trusted blindly."""

from __future__ import annotations

import hashlib
import io
import logging
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.files.atomic import replace_file
from sim.files.resources import cache_folder

WRITES = True
"""Whether anything is kept; a server in front of a room keeps nothing."""
ENDING = ".npz"
DAMAGE = (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile, zlib.error)
"""What reading a file raises of which a part is gone or another."""

Arrays = dict[str, NDArray[Any]]

_log = logging.getLogger(__name__)


def path_of(*parts: object, folder: str = "") -> Path:
    """Return where the arrays are kept that ``parts`` tell from all others, in a ``folder`` of the cache's."""
    name = hashlib.blake2b(repr(parts).encode(), digest_size=12).hexdigest()
    return cache_folder() / folder / f"{name}{ENDING}"


def read(path: Path) -> Arrays | None:
    """Return the arrays in the file at ``path`` by name, or None; a damaged file counts as none."""
    if not path.is_file():
        return None
    try:
        with np.load(path, allow_pickle=False) as file:
            return {name: file[name] for name in file.files}
    except DAMAGE:
        _log.warning("%s is damaged and left aside", path)
        return None


def write(path: Path, arrays: Mapping[str, Any], most: int) -> None:
    """Keep ``arrays`` at ``path``, whole or not at all, and the ``most`` newest files of that folder.

    A folder that cannot be written is no error.
    """
    if not WRITES:
        return
    packed = io.BytesIO()
    np.savez_compressed(packed, **arrays)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, packed.getvalue())
        for old in sorted(path.parent.glob(f"*{ENDING}"), key=lambda one: one.stat().st_mtime)[:-most]:
            old.unlink(missing_ok=True)
    except OSError:
        _log.warning("%s cannot be written", path)
