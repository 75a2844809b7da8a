"""Files that users hand in, read once and whole."""

from __future__ import annotations

from pathlib import Path

from sim.files.errors import InputError, nearest
from sim.locale.text import message


def require_file(path: Path, most_bytes: int) -> None:
    """Raise `InputError` unless ``path`` is a regular file of at most ``most_bytes``; nothing of it is read.

    A pipe or a device is no file: opening one would wait for a writer that may never come.
    """
    try:
        if not path.is_file():
            siblings = [p.name for p in path.parent.iterdir()] if path.parent.is_dir() else []
            close = nearest(path.name, siblings) if not path.exists() else None
            if close is None:
                raise InputError(message("problem-no-file", file=str(path)))
            raise InputError(message("problem-no-file-but", file=str(path), close=repr(close)))
        size = path.stat().st_size
    except InputError:
        raise
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from None
    if size > most_bytes:
        most, shown = str(most_bytes // 1_000_000), f"{size / 1e6:.0f}"
        raise InputError(message("problem-large", file=str(path), most=most, size=shown))


def read_bytes(path: Path, most_bytes: int) -> bytes:
    """Return the bytes of the file at ``path``, or raise `InputError` saying why they cannot be had."""
    require_file(path, most_bytes)
    try:
        return path.read_bytes()
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from None


def read_text(path: Path, most_bytes: int) -> str:
    """Return the UTF-8 text of ``path``, or raise `InputError` saying why it cannot be had."""
    try:
        text = read_bytes(path, most_bytes).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(message("problem-not-utf8", file=str(path), byte=str(error.start + 1))) from None
    if not text.strip():
        raise InputError(message("problem-empty", file=str(path)))
    return text


def _unreadable(path: Path, error: Exception) -> InputError:
    reason = str(getattr(error, "strerror", None) or error)
    return InputError(message("problem-unreadable", file=str(path), reason=reason))
