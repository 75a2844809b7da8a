"""The table of a shapefile (.dbf), whose encoding no part of it says for sure: a .cpg beside it, or its letters."""

from __future__ import annotations

import codecs
import struct
from collections.abc import Callable, Iterator

from sim.city.encoding import Decoded, decode
from sim.files.errors import InputError

_HEAD, _FIELD, _END = 32, 32, 0x0D
_JUDGED = 400_000  # bytes of text looked at
_NAMELESS = (0x00, 0x57)  # of the byte that names a code page: none, and "that of the machine"
Part = Callable[[str], bytes | None]
"""Returns the bytes of the part of a shapefile with an ending, None where there is none."""


def decoded_dbf(
    part: Part, file: str, stated: str | None, known: frozenset[str] = frozenset()
) -> Decoded | None:
    """Return in what encoding the texts of a shapefile's table are, None where GDAL knows: plain letters, or declared.

    ``stated`` is the mapping's word, ``known`` are words of a file about the same districts.
    A declaration that the letters contradict does not count.
    """
    table = part(".dbf")
    if table is None or len(table) < _HEAD:
        return None
    text = b"\n".join(dict.fromkeys(_texts(table)))[:_JUDGED]
    if text.isascii():
        return None
    if stated is not None and _holds(text, stated):
        return decode(text, file, stated)
    if _declared(part(".cpg"), table, text):
        return None
    try:
        return decode(text, file, known=known)
    except InputError:
        return None


def _declared(cpg: bytes | None, table: bytes, text: bytes) -> bool:
    if cpg is None:
        return table[29] not in _NAMELESS and not _holds(text, "utf-8")
    name = cpg.decode("ascii", errors="ignore").strip()
    return _holds(
        text, f"cp{name}" if name.isdigit() else name.removeprefix("ANSI ").replace("ISO 88591", "latin-1")
    )


def _holds(text: bytes, encoding: str) -> bool:
    """Return whether ``text`` is text in ``encoding``."""
    try:
        codecs.lookup(encoding)
        return bool(text.decode(encoding))
    except (LookupError, UnicodeError):
        return False


def _texts(table: bytes) -> Iterator[bytes]:
    """Yield the names of the columns and the cells of those that hold text."""
    rows, start, width = struct.unpack_from("<IHH", table, 4)
    place, columns = 1, []
    for at in range(_HEAD, min(start, len(table)) - _FIELD, _FIELD):
        if table[at] == _END:
            break
        yield table[at : at + 11].split(b"\0")[0]
        if table[at + 11] == ord("C"):
            columns.append((place, place + table[at + 16]))
        place += table[at + 16]
    for row in range(min(rows, (len(table) - start) // max(width, 1))):
        at = start + row * width
        for first, last in columns:
            yield table[at + first : at + last].strip(b" \0")
