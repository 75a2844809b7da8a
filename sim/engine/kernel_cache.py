"""Compiled kernels kept between starts: one file a kernel and types, believed only where its checksum agrees.

Numba's own cache remembers where the source lies and when it was written, so a copied checkout compiles again;
a damaged file of it fails at every start; two processes that compile at once may lose each other's entries. Here
a file is named by what it was compiled from, written whole, checked when read, and made anew where it is damaged.
"""

from __future__ import annotations

import os
import pickle
import re
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from pathlib import Path
from types import ModuleType
from typing import Any

from numba.core.caching import _Cache
from numba.core.compiler import CompileResult
from numba.core.dispatcher import Dispatcher
from numba.core.registry import cpu_target
from numba.core.runtime import rtsys
from numba.core.serialize import dumps

from sim.engine.provenance import digest
from sim.files import resources
from sim.files.atomic import replace_file

ENDING = ".kernel"
CHECKSUM_BYTES = 16
MOST_VERSIONS = 8
"""Versions whose kernels are kept, four megabytes each: of other checkouts, and those a developer goes back to."""

_PACKAGE = __name__.partition(".")[0]
_VERSION = re.compile(r"[0-9a-f]{16}")
_Function = Callable[..., object]


def cache_folder() -> Path:
    """Return the folder of kernels compiled from these sources, by this Python, for this processor.

    It lies in NUMBA_CACHE_DIR where that is set, else with the user's other caches.
    """
    return _root() / digest() / _machine()


def kept_kernels() -> list[Path]:
    """Return the files that are whole; those that are not are removed, and a line on standard error says so."""
    files = sorted(cache_folder().glob(f"*{ENDING}"))
    return [path for path in files if _read(path) is not None]


def keeps() -> bool:
    """Return whether kernels can be kept; where they cannot, a line on standard error says why."""
    try:
        folder = cache_folder()
        folder.mkdir(parents=True, exist_ok=True)
        tempfile.TemporaryFile(dir=folder).close()
    except OSError as error:
        _say_unkept(str(error.strerror))
        return False
    return True


def keep_this_version() -> None:
    """Count this version as used now, and remove the kernels of all but the `MOST_VERSIONS` used last."""
    with suppress(OSError):  # a folder only read from
        os.utime(cache_folder().parent)
        versions = [path for path in _root().iterdir() if _VERSION.fullmatch(path.name)]
        for old in sorted(versions, key=lambda path: path.stat().st_mtime)[:-MOST_VERSIONS]:
            _forget(old)


def _forget(version: Path) -> None:
    """Remove a version's kernels and their folders; whatever else lies there stays."""
    for path in version.glob(f"*/*{ENDING}"):
        _remove(path)
    for folder in (*version.iterdir(), version):
        with suppress(OSError):
            folder.rmdir()


def kept(name: str) -> bytes | None:
    """Return the machine code kept under ``name``, which tells it from all others of these sources, or None."""
    return _read(cache_folder() / f"{name}{ENDING}")


def keep(name: str, code: bytes) -> None:
    """Keep machine ``code`` under ``name``."""
    _write(cache_folder() / f"{name}{ENDING}", code)


class KernelCache(_Cache):
    """What Numba asks for the compiled code of one kernel, and hands what it had to compile."""

    def __init__(self, function: _Function) -> None:
        self._function = function

    @property
    def cache_path(self) -> str:
        """The folder, for Numba's own statistics."""
        return str(cache_folder())

    def load_overload(self, sig: tuple[Any, ...], target_context: Any) -> CompileResult | None:
        """Return what was compiled for the types ``sig``, or None."""
        if _is_ours(self._function):
            rtsys.initialize(target_context)  # memory: all that a kernel of the package calls outside itself
        else:
            target_context.refresh()  # Numba's whole library, with SciPy's linear algebra: a third of a second
        path = self._path(sig)
        kept = None if path is None else _read(path)
        return None if kept is None else CompileResult._rebuild(target_context, *pickle.loads(kept))

    def save_overload(self, sig: tuple[Any, ...], data: CompileResult) -> None:
        """Keep what was compiled for the types ``sig``."""
        path = self._path(sig)
        if path is None or data.lifted or data.library.has_dynamic_globals:  # bound to this process
            return
        _write(path, dumps(data._reduce()))

    def _path(self, sig: tuple[Any, ...]) -> Path | None:
        made_of = _made_of(self._function)
        if made_of is None:
            return None
        code = self._function.__code__
        name = f"{self._function.__module__}.{self._function.__qualname__}".replace("<locals>.", "")
        key = blake2b(repr(sig).encode() + code.co_code + made_of, digest_size=8).hexdigest()
        return cache_folder() / f"{name}-{key}{ENDING}"

    def enable(self) -> None:
        """Do nothing: kernels are always kept."""

    def disable(self) -> None:
        """Do nothing: kernels are always kept."""

    def flush(self) -> None:
        """Do nothing: a file is only ever replaced by what the same sources give."""


@cache
def _machine() -> str:
    parts = (sys.implementation.cache_tag, *cpu_target.target_context.codegen().magic_tuple())
    return f"{parts[0]}-{blake2b(repr(parts).encode(), digest_size=4).hexdigest()}"


def _root() -> Path:
    chosen = os.environ.get("NUMBA_CACHE_DIR")
    return Path(chosen) if chosen else resources.cache_folder()


def _read(path: Path) -> bytes | None:
    """Return what was written to ``path``, or None where nothing was or a single bit of it changed."""
    try:
        data = path.read_bytes()
    except OSError:
        return None
    checksum, kept = data[:CHECKSUM_BYTES], data[CHECKSUM_BYTES:]
    if checksum == _checksum(path, kept):
        return kept
    _say_damaged(path.parent)
    _remove(path)
    return None


def _write(path: Path, data: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, _checksum(path, data) + data)
    except OSError as error:
        if not path.exists():  # else another process kept it first, and Windows replaces no file in use
            _say_unkept(str(error.strerror))


def _remove(path: Path) -> None:
    with suppress(OSError):  # a folder only read from; what is damaged is passed over again at the next start
        path.unlink(missing_ok=True)


def _checksum(path: Path, data: bytes) -> bytes:
    """Return the checksum of ``data`` under that name: another kernel's file in its place is damage too."""
    return blake2b(path.name.encode() + data, digest_size=CHECKSUM_BYTES).digest()


def _made_of(function: _Function) -> bytes | None:
    """Return what else decides a kernel's machine code: nothing in this package, whose digest names the folder.

    A kernel from outside is made of its file, and of the kernels, modules and numbers that it names. None where
    that cannot be known, and nothing may be kept: typed at a prompt, or closed over another function's variables.
    """
    if function.__closure__:
        return None
    if _is_ours(function):
        return b""
    try:
        return b"".join(sorted(set(_parts(function, set()))))
    except OSError:
        return None


def _is_ours(function: _Function) -> bool:
    return function.__module__.partition(".")[0] == _PACKAGE


def _parts(function: _Function, known: set[_Function]) -> Iterator[bytes]:
    known.add(function)
    yield Path(function.__code__.co_filename).read_bytes()
    for name in function.__code__.co_names:
        named = function.__globals__.get(name)
        if isinstance(named, Dispatcher) and named.py_func not in known:
            yield from _parts(named.py_func, known)
        elif isinstance(named, ModuleType) and str(named.__file__).endswith(".py"):
            yield Path(str(named.__file__)).read_bytes()
        elif isinstance(named, bool | int | float | str | tuple):
            yield f"{name} = {named!r}".encode()


@cache
def _say_damaged(folder: Path) -> None:
    print(f"Compiled code in {folder} is damaged; it is compiled anew.", file=sys.stderr)


@cache
def _say_unkept(reason: str) -> None:
    print(
        f"Nothing can be kept in {cache_folder()} ({reason}): every start compiles the model anew.",
        file=sys.stderr,
    )
