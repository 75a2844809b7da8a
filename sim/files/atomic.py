"""Files that are there whole or not at all: the one writer."""

from __future__ import annotations

import os
import socket
import threading
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from sim.files.errors import InputError, brief, nearest

TEMPORARY = ".tmp-"
"""How the names of unfinished files begin."""


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


def make_folder(folder: Path) -> None:
    """Make ``folder`` and those it lies in, where missing; raise InputError where that is refused."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _refused(folder, error) from None


def write_whole(path: Path, content: str | bytes) -> None:
    """Do as `replace_file`, and raise InputError where the disk refuses."""
    try:
        replace_file(path, content)
    except OSError as error:
        raise _refused(path, error) from None


def replace_file(path: Path, content: str | bytes) -> None:
    """Put ``content`` (text as UTF-8) at ``path`` whole: written aside, forced to disk, then renamed.

    Raises OSError where the disk refuses; what was at ``path`` is then still there.
    """
    owner = f"{socket.gethostname()}.{os.getpid()}.{threading.get_ident()}"
    aside = path.parent / f"{TEMPORARY}{path.name[:40]}.{owner}"
    try:
        with aside.open("wb") as file:
            file.write(content.encode() if isinstance(content, str) else content)
            file.flush()
            os.fsync(file.fileno())
        aside.replace(path)
    except BaseException:
        with suppress(OSError):  # a disk that refused to write may refuse this too
            aside.unlink(missing_ok=True)
        raise
    _force_folder(path.parent)


def remove_leftovers(folder: Path) -> int:
    """Remove files under ``folder`` that a writer left when it died; return how many there were."""
    leftovers = list(folder.glob(f"**/{TEMPORARY}*"))
    for path in leftovers:
        path.unlink(missing_ok=True)
    return len(leftovers)


def _refused(path: Path, error: OSError) -> InputError:
    return InputError(f"{brief(str(path))}: cannot be written ({error.strerror})")


def _force_folder(folder: Path) -> None:
    """Force the rename itself to disk, where folders can be opened at all: Windows has no such thing."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
