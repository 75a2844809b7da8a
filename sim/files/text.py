"""Text files that users hand in, read once and whole."""

from __future__ import annotations

from pathlib import Path

from sim.files.errors import InputError, nearest


def read_text(path: Path, most_bytes: int) -> str:
    """Return the UTF-8 text of ``path``, or raise `InputError` saying why it cannot be had."""
    try:
        if not path.is_file():
            siblings = [p.name for p in path.parent.iterdir()] if path.parent.is_dir() else []
            close = nearest(path.name, siblings) if not path.exists() else None
            hint = f"; did you mean {close!r}?" if close else ""
            raise InputError(f"{path}: no such file{hint}")
        if path.stat().st_size > most_bytes:
            raise InputError(f"{path}: larger than {most_bytes // 1_000_000} MB")
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: not UTF-8 text (byte {error.start + 1})") from None
    except InputError:
        raise
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: cannot be read ({getattr(error, 'strerror', None) or error})") from None
    if not text.strip():
        raise InputError(f"{path}: the file is empty")
    return text
