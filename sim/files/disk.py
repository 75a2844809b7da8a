"""Full disks, and files that belong together: written all of them or none."""

from __future__ import annotations

import errno
import os
import threading
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from sim.files.atomic import TEMPORARY, make_folder, replace_file
from sim.files.errors import InputError, brief

FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
"""What a system says of a full disk, a quota that is used up, and a file beyond the size that is allowed."""


def is_full(error: BaseException) -> bool:
    """Return whether a full disk is ``error``, or what it was raised for: then no input is to blame."""
    behind = error if isinstance(error, OSError) else error.__context__
    return isinstance(behind, OSError) and behind.errno in FULL


def write_together(folder: Path, contents: Mapping[str, str | bytes]) -> list[Path]:
    """Put ``contents`` (text as UTF-8) by name into ``folder``, all or none, and return their paths.

    All are written aside and forced to disk before the first is renamed. Raises InputError where the disk refuses; what
    was there is then still there, and a folder that was missing still is.
    """
    there = folder.is_dir()
    make_folder(folder)
    owner = f"{TEMPORARY}{os.getpid()}.{threading.get_ident()}"
    asides = {folder / f"{owner}.{place}": folder / name for place, name in enumerate(contents)}
    try:
        for aside, content in zip(asides, contents.values(), strict=True):
            replace_file(aside, content)
        for aside, path in asides.items():
            aside.replace(path)
    except OSError as error:
        raise InputError(f"{brief(str(folder))}: cannot be written ({error.strerror})") from None
    finally:
        _tidy(list(asides), folder, there)
    return list(asides.values())


def _tidy(asides: list[Path], folder: Path, there: bool) -> None:
    """Remove what was not renamed, and ``folder`` if it was not ``there`` and holds nothing."""
    with suppress(OSError):  # a disk that refused to write may refuse this too
        for aside in asides:
            aside.unlink(missing_ok=True)
        if not there:
            folder.rmdir()  # refused where it holds something
