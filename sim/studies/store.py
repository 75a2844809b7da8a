"""A directory of results: what is done, what failed and why, what is still to do.

``plan-*.parquet`` is the expanded design, ``runs/*.parquet`` hold series by run and week, ``failures/*.json``
say why a run gave none; ``snapshots/*.parquet`` hold residents where the design asks for them. Every file
is checksummed (`sim.studies.checksummed`), so a directory can be killed, copied or cut short at any moment and still be
told apart into sound and damaged parts.
"""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from numpy.typing import NDArray

from sim.files.errors import InputError
from sim.outcomes import OUTCOMES
from sim.studies.checksummed import Damaged, checksummed_files, read_checksummed, write_checksummed
from sim.studies.district import Figures, as_column, as_figures, column_of
from sim.studies.plan import Plan
from sim.studies.snapshot import decode_snapshot, encode_snapshot

if TYPE_CHECKING:
    import pandas as pd

Status = Literal["pending", "done", "failed", "timed out", "not needed"]
ZSTD_LEVEL = 1  # the bytes are noise after the exponent: higher levels gain nothing
_KEYS = b"two-cities keys"


class Failure(NamedTuple):
    """Why a run gave no results."""

    run: str
    status: Status
    reason: str


class Contents(NamedTuple):
    """What a directory holds: files by the runs in them, failures by run, and what is damaged."""

    files: Mapping[Path, Sequence[str]]
    failures: Mapping[str, Failure]
    damaged: Sequence[Path]
    without: Set[str] = frozenset()
    """Runs whose residents should be there, and are not."""

    @property
    def done(self) -> set[str]:
        """The keys of the runs whose results, residents included, are there and sound."""
        return {key for keys in self.files.values() for key in keys if key not in self.without}


class Store:
    """The results in one directory."""

    def __init__(self, folder: str | Path) -> None:
        self.folder = Path(folder)
        self.runs = self.folder / "runs"
        self.failures = self.folder / "failures"
        self.snapshots = self.folder / "snapshots"

    def write_runs(
        self,
        keys: Sequence[str],
        series: Sequence[NDArray[np.float64]],
        figures: Sequence[Figures] = (),
        outcomes: Sequence[str] = tuple(OUTCOMES),
        first: int = 0,
    ) -> Path:
        """Write the ``outcomes`` (weeks, K) from week ``first`` on of the runs ``keys``, and district figures.

        Raises OSError if the disk refuses.
        """
        return self.write_table(keys, runs_table(keys, series, figures, outcomes, first))

    def write_table(self, keys: Sequence[str], table: pa.Table) -> Path:
        """Write a table of runs, named after their ``keys``."""
        return write_checksummed(self.runs, _name_of(keys), ".parquet", encode_runs(keys, table))

    def write_snapshot(self, key: str, frames: Mapping[int, pd.DataFrame]) -> Path:
        """Write the residents of the run ``key``, by week; before the run itself, which is done only with them."""
        return write_checksummed(self.snapshots, key, ".parquet", encode_snapshot(frames))

    def snapshot(self, key: str) -> pa.Table:
        """Return the residents of the run ``key``; raise InputError where none are kept, `Damaged` if not sound."""
        path = next(checksummed_files(self.snapshots, ".parquet", key), None)
        if path is None:
            raise InputError(f"{self.folder}: keeps no residents of run {key}; [run] snapshots asks for them")
        return decode_snapshot(read_checksummed(path))

    def write_failure(self, failure: Failure) -> Path:
        """Record why a run gave no results."""
        text = json.dumps(failure._asdict(), ensure_ascii=False, sort_keys=True)
        return write_checksummed(self.failures, failure.run, ".json", text.encode())

    def contents(self, plan: Plan | None = None) -> Contents:
        """Read and verify everything, and say what is there; runs of a ``plan`` with snapshots need theirs."""
        files: dict[Path, Sequence[str]] = {}
        failures: dict[str, Failure] = {}
        damaged: list[Path] = []
        for path in checksummed_files(self.runs, ".parquet"):
            try:
                files[path] = keys_in(read_checksummed(path))
            except Damaged:
                damaged.append(path)
        for path in checksummed_files(self.failures, ".json"):
            try:
                failure = Failure(**json.loads(read_checksummed(path)))
                failures[failure.run] = failure
            except Damaged:
                damaged.append(path)
        pictured: set[str] = set()
        for path in checksummed_files(self.snapshots, ".parquet"):
            try:
                read_checksummed(path)
                pictured.add(key_of(path))
            except Damaged:
                damaged.append(path)
        done = {key for keys in files.values() for key in keys}
        without = done - pictured if plan is not None and plan.snapshots else frozenset[str]()
        return Contents(files, failures, damaged, without)

    def failed_keys(self) -> set[str]:
        """Return the keys of the runs whose failure is on record."""
        return {key_of(path) for path in checksummed_files(self.failures, ".json")}

    def forget_failures(self, keys: Iterable[str]) -> None:
        """Remove the failures on record of the runs ``keys``."""
        for key in keys:
            for path in list(checksummed_files(self.failures, ".json", key)):
                path.unlink(missing_ok=True)

    def quarantine(self, paths: Iterable[Path]) -> None:
        """Move damaged files out of the way, to be looked at."""
        for path in paths:
            aside = self.folder / "damaged" / path.name
            aside.parent.mkdir(exist_ok=True)
            path.replace(aside)

    def pack(self, plan: Plan) -> Contents:
        """Put runs that were written piecemeal together, as the plan's files; return what there is then.

        What is left depends on which runs are done, not on the order or the hands in which they were run.
        """
        contents = self.contents(plan)
        holders: dict[str, Path] = {}
        for path, keys in contents.files.items():
            for key in keys:
                holders.setdefault(key, path)
        wanted: dict[Path, Sequence[str]] = {}
        for file_keys in plan.files:
            keys = [key for key in file_keys if key in holders]
            if keys:
                wanted[self._packed(keys, holders, contents)] = keys
        known = set(plan.keys)
        for path, keys in contents.files.items():
            if path not in wanted and known.issuperset(keys):
                path.unlink()
        return contents._replace(files=wanted)

    def _packed(self, keys: Sequence[str], holders: Mapping[str, Path], contents: Contents) -> Path:
        sources = list(dict.fromkeys(holders[key] for key in keys))
        if len(sources) == 1 and list(contents.files[sources[0]]) == list(keys):
            return sources[0]
        pieces = {path: split_runs(decode_runs(read_checksummed(path))) for path in sources}
        return self.write_table(keys, join_runs(keys, [pieces[holders[key]][key] for key in keys]))

    def tables(self) -> Iterator[pa.Table]:
        """Yield every sound file's table; raise `Damaged` at the first that is not."""
        for path in checksummed_files(self.runs, ".parquet"):
            yield decode_runs(read_checksummed(path))

    def digest(self) -> str:
        """Return the digest of all results, whatever files they lie in: equal digests, equal bits."""
        each: dict[str, str] = {}
        for table in self.tables():
            for key, run in split_runs(table).items():
                digest = hashlib.blake2b(key.encode(), digest_size=16)
                for name in run.column_names[1:]:
                    digest.update(_bits(run.column(name)))
                each[key] = digest.hexdigest()
        return hashlib.blake2b(
            "".join(each[key] for key in sorted(each)).encode(), digest_size=16
        ).hexdigest()


def runs_table(
    keys: Sequence[str],
    series: Sequence[NDArray[np.float64]],
    figures: Sequence[Figures] = (),
    outcomes: Sequence[str] = tuple(OUTCOMES),
    first: int = 0,
) -> pa.Table:
    """Return runs as a table: run, week, then a column per outcome and district outcome; null where undefined."""
    weeks = [len(rows) for rows in series]
    run = np.repeat(np.arange(len(keys), dtype=np.int32), weeks)
    columns: dict[str, Any] = {
        "run": pa.DictionaryArray.from_arrays(pa.array(run), pa.array(list(keys), pa.string())),
        "week": pa.array(np.concatenate([np.arange(first, first + n, dtype=np.int32) for n in weeks])),
    }
    values = np.concatenate(list(series))
    for place, name in enumerate(outcomes):
        columns[name] = pa.array(np.ascontiguousarray(values[:, place]), from_pandas=True)
    for name in figures[0] if figures else ():
        columns[column_of(name)] = as_column([one[name] for one in figures], weeks[0])
    return pa.table(columns)


def encode_runs(keys: Sequence[str], table: pa.Table) -> bytes:
    """Return the bytes of a Parquet file with page checksums; the same runs always give the same bytes."""
    file = io.BytesIO()
    pq.write_table(
        table.replace_schema_metadata({_KEYS: " ".join(keys).encode()}),
        file,
        compression="zstd",
        compression_level=ZSTD_LEVEL,
        use_dictionary=["run", "week"],
        use_byte_stream_split=[field.name for field in table.schema if pa.types.is_float64(field.type)],
        write_page_checksum=True,
    )
    return file.getvalue()


def decode_runs(data: bytes, columns: Sequence[str] | None = None) -> pa.Table:
    """Return the table that `encode_runs` wrote, or some ``columns`` of it, its page checksums verified."""
    # Half of what `read_table` takes, which makes a data set first.
    with pq.ParquetFile(pa.BufferReader(data), page_checksum_verification=True) as file:
        return file.read(columns, use_threads=False)


def keys_in(data: bytes) -> list[str]:
    """Return the keys of the runs in the bytes of a file, in order."""
    return str(pq.read_schema(pa.BufferReader(data)).metadata[_KEYS].decode()).split()


def keys_in_file(path: Path) -> list[str]:
    """Return the keys of the runs in a file, in order, of which its last bytes alone are read and not verified.

    Raises `Damaged` where they cannot be read.
    """
    try:
        metadata = pq.read_schema(path).metadata or {}
        return metadata[_KEYS].decode().split()
    except (pa.ArrowException, OSError, KeyError):
        raise Damaged(f"{path}: damaged (what it holds cannot be read)") from None


def split_runs(table: pa.Table) -> dict[str, pa.Table]:
    """Return the rows of each run of one file, by key, in order."""
    run = table.column("run").combine_chunks()
    places = run.indices.to_numpy()
    starts = [*np.flatnonzero(np.diff(places, prepend=-1)).tolist(), len(places)]
    keys = run.dictionary.to_pylist()
    return {keys[places[start]]: table.slice(start, end - start) for start, end in pairwise(starts)}


def join_runs(keys: Sequence[str], runs: Sequence[pa.Table]) -> pa.Table:
    """Return runs, one table each, as one table."""
    weeks = [run.num_rows for run in runs]
    place = pa.array(np.repeat(np.arange(len(keys), dtype=np.int32), weeks))
    joined = pa.concat_tables(run.drop_columns("run") for run in runs).combine_chunks()
    names = pa.DictionaryArray.from_arrays(place, pa.array(list(keys), pa.string()))
    return joined.add_column(0, "run", names)


def key_of(path: Path) -> str:
    """Return the key of the run that a checksummed file of one run is of."""
    return path.stem.rpartition("-")[0]


def _bits(column: pa.ChunkedArray) -> bytes:
    """Return the values of one run's column as bytes; of lists, those that are there."""
    if pa.types.is_list(column.type):
        return bytes(as_figures(column, 1).tobytes())
    return bytes(column.to_numpy().tobytes())


def _name_of(keys: Sequence[str]) -> str:
    return hashlib.blake2b(" ".join(keys).encode(), digest_size=8).hexdigest()
