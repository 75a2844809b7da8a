"""Damaged files are found, named and run again."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from sim.files.atomic import TEMPORARY
from sim.studies import Options, open_results, resume, sweep
from sim.studies.checksummed import Damaged, read_checksummed
from sim.studies.plan import plan_path
from sim.studies.store import Failure, Store
from tests.faults.conftest import Count
from tests.studies.small import HERE, design, files


@pytest.fixture
def study(tmp_path: Path) -> Path:
    sweep(design(), tmp_path / "study", HERE)
    return tmp_path / "study"


@pytest.mark.parametrize("flips", [60, pytest.param(400, marks=pytest.mark.slow)])
def test_every_flipped_bit_is_found(study: Path, flips: int, count: Count) -> None:
    Store(study).write_failure(Failure("0" * 16, "failed", "of old"))
    targets = [plan_path(study), *study.glob("runs/*.parquet"), *study.glob("failures/*.json")]
    luck = random.Random(flips)
    found = 0
    for turn in range(flips):
        path = targets[turn % len(targets)]
        sound = path.read_bytes()
        place = luck.randrange(len(sound) * 8)
        hurt = bytearray(sound)
        hurt[place // 8] ^= 1 << place % 8
        path.write_bytes(hurt)
        try:
            read_checksummed(path)
        except Damaged:
            found += 1
        path.write_bytes(sound)
    assert found == flips
    count("single bit flipped in the store", flips, "all found")


def test_page_checksums_are_written_and_verified(study: Path, count: Count) -> None:
    """Other tools that read the files notice flipped values too."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    data = next(study.glob("runs/*.parquet")).read_bytes()
    chunk = pq.ParquetFile(pa.BufferReader(data)).metadata.row_group(0).column(5)
    end = chunk.data_page_offset + chunk.total_compressed_size
    found = 0
    for place in range(end - 40, end):
        hurt = bytearray(data)
        hurt[place] ^= 4
        with pytest.raises(OSError, match=r"(?i)crc|checksum"):
            pq.read_table(pa.BufferReader(bytes(hurt)), page_checksum_verification=True)
        found += 1
    count("bit flipped in a page, read with pyarrow alone", found, "all found")


@pytest.mark.parametrize("hurt", ["flipped", "truncated", "emptied", "removed"])
def test_damaged_runs_are_lived_again(study: Path, hurt: str, count: Count) -> None:
    before = files(study)
    path = next(study.glob("runs/*.parquet"))
    data = path.read_bytes()
    match hurt:
        case "flipped":
            path.write_bytes(data[:500] + bytes([data[500] ^ 1]) + data[501:])
        case "truncated":
            path.write_bytes(data[: len(data) // 2])
        case "emptied":
            path.write_bytes(b"")
        case "removed":
            path.unlink()
    if hurt != "removed":
        assert open_results(study).damaged == [path]
    assert set(open_results(study).runs().column("status").to_pylist()) == {"pending"}
    outcome = resume(study, HERE)
    assert outcome.done == 12
    assert [p.name for p in outcome.damaged] == ([] if hurt == "removed" else [path.name])
    assert files(study) == before
    count(f"file {hurt}", 1, "named, its runs run again, same bytes")


def test_a_leftover_of_a_killed_writer_is_ignored_and_removed(study: Path, count: Count) -> None:
    before = files(study)
    path = next(study.glob("runs/*.parquet"))
    leftover = path.with_name(f"{TEMPORARY}{path.name}.host.1")
    leftover.write_bytes(path.read_bytes()[:100])
    assert open_results(study).damaged == []
    assert resume(study, HERE).done == 12
    assert files(study) == before
    count("stale temporary file", 1, "ignored, then removed")


def test_a_damaged_plan_is_expanded_anew(study: Path, count: Count) -> None:
    path = plan_path(study)
    sound = path.read_bytes()
    path.write_bytes(sound[:-9])
    with pytest.raises(Damaged, match="damaged"):
        open_results(study)
    assert resume(study, HERE).done == 12
    assert path.read_bytes() == sound
    path.write_bytes(sound[:-9])
    (study / "design.toml").write_text(
        (study / "design.toml").read_text().replace("samples = 3", "samples = 4")
    )
    with pytest.raises(Damaged, match="damaged"):  # an edited design does not pass for the planned one
        resume(study, HERE)
    count("damaged plan", 2, "restored from its design, or refused where that was edited")


def test_a_study_cut_into_files_of_every_kind_comes_together(study: Path, count: Count) -> None:
    """Whoever wrote which runs in whatever pieces, what is left are the same files."""
    from sim.studies.store import decode_runs, split_runs

    before = files(study)
    store = Store(study)
    (path,) = study.glob("runs/*.parquet")
    runs = split_runs(decode_runs(path.read_bytes()))
    path.unlink()
    keys = list(runs)
    random.Random(3).shuffle(keys)
    for piece in (keys[:5], keys[4:6], keys[6:9]):  # one twice, three missing
        store.write_runs(piece, [_outcomes(runs[key]) for key in piece])
    assert resume(study, Options(workers=1)).done == 12
    assert files(study) == before
    shutil.rmtree(study)
    count("runs in pieces, shuffled, one twice", 1, "the same file as in one go")


def _outcomes(run):  # type: ignore[no-untyped-def]
    import numpy as np

    return np.column_stack([run.column(name).to_numpy() for name in run.column_names[2:]])
