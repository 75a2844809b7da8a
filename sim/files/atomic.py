"""Files that are there whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from sim.files.errors import InputError, brief, nearest


def check_target(path: Path, endings: Sequence[str]) -> None:
    """Raise InputError unless a file of one of ``endings`` can be written at ``path``."""
    if path.suffix.lower() not in endings:
        close = nearest(path.suffix, endings)
        hint = f"; did you mean {close}?" if close else ""
        raise InputError(f"{brief(str(path))}: the ending must be one of {', '.join(endings)}{hint}")
    if path.is_dir():
        raise InputError(f"{brief(str(path))} is a folder")
    if not path.parent.is_dir():
        raise InputError(f"{brief(str(path))}: there is no folder {brief(str(path.parent))}")
    if not os.access(path.parent, os.W_OK):
        raise InputError(f"{brief(str(path))}: the folder {brief(str(path.parent))} cannot be written to")


def write_whole(path: Path, text: str) -> None:
    """Write ``text`` as UTF-8 to a file beside ``path``, then put it in its place."""
    beside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with beside.open("w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as error:
        raise InputError(f"{brief(str(path))}: cannot be written ({error.strerror})") from None
    finally:
        beside.unlink(missing_ok=True)
