"""Results kept between starts, so that what was interrupted goes on and what was asked before is told at once.

One SQLite file, named by the digest of the numbers and the code that decide results: another version's results are
never read. What is kept survives a killed process, since each is written whole; a damaged file is begun anew, and a
line says so. Details of residents are not kept: they are large, and only the pair has them.
"""

from __future__ import annotations

import io
import json
import platform
import sqlite3
import sys
from collections.abc import Hashable
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from threading import Lock

import numpy as np

from sim.answers.run_result import RunResult
from sim.engine.provenance import digest
from sim.files.resources import cache_folder
from sim.runs.recent import Recent

MOST_RESULTS = 50_000  # about 4 kB each
IN_MEMORY = 40_000
VERSIONS = 3  # whose files stay
TABLE = "create table if not exists results (key blob primary key, outcomes text, years blob)"


def kept_file() -> Path:
    """Return where results of this version are kept on this class of machine."""
    return cache_folder() / "answers" / f"{digest()}-{platform.machine()}.sqlite"


class KeptResults:
    """A shelf for a `Laboratory`: in memory, and behind it a file. Where the file cannot be, memory alone."""

    def __init__(self, path: Path | None = None) -> None:
        self._here: Recent[Hashable, RunResult] = Recent(IN_MEMORY)
        self._lock = Lock()
        self._path = path or kept_file()
        self._file = self._opened()

    def get(self, key: Hashable) -> RunResult | None:
        """Return what is kept under ``key``, or None."""
        return self._here.get(key) or self._read(key)

    def put(self, key: Hashable, thing: RunResult) -> None:
        """Keep ``thing`` under ``key``."""
        self._here.put(key, thing)
        if self._file is None:
            return
        years = io.BytesIO()
        np.save(years, thing.years, allow_pickle=False)
        row = (_digest_of(key), json.dumps(thing.outcomes), years.getvalue())
        with self._lock, suppress(sqlite3.Error):  # a full disk: memory still has it
            self._file.execute("insert or replace into results values (?, ?, ?)", row)
            self._file.commit()

    def close(self) -> None:
        """Let go what was kept longest ago beyond the most, and close the file."""
        if self._file is None:
            return
        with self._lock, suppress(sqlite3.Error):
            last = "select rowid from results order by rowid desc limit ?"
            self._file.execute(f"delete from results where rowid not in ({last})", (MOST_RESULTS,))
            self._file.commit()
            self._file.close()
        self._file = None

    def _opened(self) -> sqlite3.Connection | None:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            connection = _connect(self._path)
            _forget_others(self._path)
            return connection
        except sqlite3.DatabaseError:
            print(f"two-cities: {self._path} is damaged; its results are run again", file=sys.stderr)
            with suppress(OSError, sqlite3.Error):
                self._path.unlink()
                return _connect(self._path)
        except OSError:  # nowhere to keep anything
            pass
        return None

    def _read(self, key: Hashable) -> RunResult | None:
        if self._file is None:
            return None
        with self._lock, suppress(sqlite3.Error, ValueError):
            found = self._file.execute(
                "select outcomes, years from results where key = ?", (_digest_of(key),)
            ).fetchone()
            if found is not None:
                years = np.load(io.BytesIO(found[1]), allow_pickle=False)
                result = RunResult(tuple(json.loads(found[0])), years)
                self._here.put(key, result)
                return result
        return None


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=10.0, check_same_thread=False)
    connection.execute("pragma synchronous = off")  # a power cut costs results, never a wrong one
    connection.execute(TABLE)
    connection.commit()
    return connection


def _forget_others(path: Path) -> None:
    """Remove the files of other versions but for those used last."""
    others = [file for file in path.parent.glob(f"*{path.suffix}") if file != path]
    for file in sorted(others, key=lambda one: one.stat().st_mtime)[: -(VERSIONS - 1)]:
        with suppress(OSError):  # in use elsewhere, or gone already
            file.unlink()


def _digest_of(key: Hashable) -> bytes:
    return blake2b(repr(key).encode(), digest_size=16).digest()
