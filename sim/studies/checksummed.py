"""Checksummed files: whole or absent, and named after the digest of their bytes, so that no damage goes unseen."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from sim.files.atomic import replace_file
from sim.files.errors import InputError

DIGEST_BYTES = 16


class Damaged(InputError):
    """A checksummed file whose bytes are no longer those it was written with."""


def write_checksummed(folder: Path, stem: str, suffix: str, data: bytes) -> Path:
    """Write ``data`` to ``folder/stem-digest.suffix`` and return the path.

    The file appears whole or not at all, and has reached the disk on return; writing the same bytes twice is
    harmless. Raises OSError where the disk refuses.
    """
    path = checksummed_path(folder, stem, suffix, data)
    folder.mkdir(parents=True, exist_ok=True)
    replace_file(path, data)
    return path


def checksummed_path(folder: Path, stem: str, suffix: str, data: bytes) -> Path:
    """Return where `write_checksummed` puts ``data``."""
    return folder / f"{stem}-{_digest(data)}{suffix}"


def read_checksummed(path: Path) -> bytes:
    """Return the bytes of a checksummed file; raise `Damaged` if a single bit of them, or of the name, changed."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise Damaged(f"{path}: cannot be read ({error.strerror})") from None
    if seal_of(path) != _digest(data):
        raise Damaged(f"{path}: damaged (its bytes are not those its name was made from)")
    return data


def seal_of(path: Path) -> str:
    """Return the digest that the name of a checksummed file carries."""
    return path.stem.rpartition("-")[2]


def checksummed_files(folder: Path, suffix: str, stem: str = "*") -> Iterator[Path]:
    """Yield the checksummed files of ``folder`` in the order of their names."""
    yield from sorted(path for path in folder.glob(f"{stem}-*{suffix}") if not path.name.startswith("."))


def _digest(data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=DIGEST_BYTES).hexdigest()
