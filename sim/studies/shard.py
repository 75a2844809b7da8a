"""Part of a study, for those who run it in an array of jobs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

from sim.files import checks
from sim.files.errors import InputError, brief
from sim.studies.checksummed import checksummed_files, read_checksummed, write_checksummed

MOST_PARTS = 100_000


class Shard(NamedTuple):
    """Part ``part`` (from 1) of ``parts`` of a study."""

    part: int
    parts: int

    @classmethod
    def parse(cls, text: str) -> Shard:
        """Return the shard that "i/n" spells; raise InputError for anything else."""
        part, slash, parts = text.partition("/")
        if not slash:
            raise InputError(f"shard = {brief(text)} must be i/n with i from 1 to n, e.g. 3/16")
        most = checks.whole_number(checks.spelled_whole(parts), f"shard = {brief(text)}: n", 1, MOST_PARTS)
        return cls(
            checks.whole_number(checks.spelled_whole(part), f"shard = {brief(text)}: i", 1, most), most
        )


def keep_shard(folder: Path, shard: Shard | None) -> None:
    """Note which part of its plan ``folder`` is for; None: the whole."""
    for path in list(checksummed_files(folder, ".json", "shard")):
        path.unlink()
    if shard is not None:
        write_checksummed(folder, "shard", ".json", json.dumps(shard).encode())


def kept_shard(folder: Path) -> Shard | None:
    """Return which part of its plan ``folder`` is for; None: the whole."""
    path = next(checksummed_files(folder, ".json", "shard"), None)
    return Shard(*json.loads(read_checksummed(path))) if path else None


def part_of(shard: Shard | None) -> str:
    """Return the part in words."""
    return f"part {shard.part}/{shard.parts}" if shard else "the whole"
