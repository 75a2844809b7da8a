"""Snapshots: the residents of a run, one row each, after the weeks that a design names; one Parquet file a run."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq

if TYPE_CHECKING:
    import pandas as pd


def encode_snapshot(frames: Mapping[int, pd.DataFrame]) -> bytes:
    """Return the bytes of a Parquet file: week, resident, then every column of residents."""
    tables = []
    for week, frame in frames.items():
        table = pa.Table.from_pandas(frame.reset_index(), preserve_index=False).replace_schema_metadata()
        tables.append(table.add_column(0, "week", pa.array([week] * len(frame), pa.int32())))
    file = io.BytesIO()
    pq.write_table(pa.concat_tables(tables), file, compression="zstd", write_page_checksum=True)
    return file.getvalue()


def decode_snapshot(data: bytes) -> pa.Table:
    """Return the table that `encode_snapshot` wrote."""
    return pq.read_table(pa.BufferReader(data), page_checksum_verification=True)
