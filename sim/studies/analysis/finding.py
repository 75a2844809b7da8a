"""What an analysis hands over: tables and pictures, and how they are written."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq

from sim.files.cells import harmless
from sim.files.disk import write_together

if TYPE_CHECKING:
    from matplotlib.figure import Figure

COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000")  # Okabe and Ito
PICTURE_DPI = 150


class Finding(NamedTuple):
    """Tables and pictures by name; ``notes`` say what was left out and what the numbers cannot carry."""

    tables: Mapping[str, pa.Table]
    pictures: Mapping[str, Figure]
    notes: Sequence[str] = ()

    def contents(self) -> dict[str, str | bytes]:
        """Return what is written, by the file's name: tables as CSV and Parquet, pictures as SVG and PNG."""
        contents: dict[str, str | bytes] = {}
        for name, table in self.tables.items():
            contents |= {f"{name}.csv": as_csv(table), f"{name}.parquet": _parquet(table)}
        for name, figure in self.pictures.items():
            contents |= {f"{name}.{ending}": _picture(figure, ending) for ending in ("svg", "png")}
        return contents

    def save(self, folder: Path) -> list[Path]:
        """Write all of it into ``folder``, or nothing, and return the paths; raise InputError where that is refused."""
        return write_together(folder, self.contents())


def table_of(rows: Sequence[Mapping[str, Any]]) -> pa.Table:
    """Return ``rows`` as a table."""
    return pa.Table.from_pylist([dict(row) for row in rows])


def as_csv(table: pa.Table) -> str:
    """Return ``table`` as CSV in which no text can be taken for a formula; undefined values are empty."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(harmless(name) for name in table.column_names)
    for row in zip(*(column.to_pylist() for column in table.columns), strict=True):
        writer.writerow(_cell(value) for value in row)
    return text.getvalue()


def _cell(value: object) -> object:
    if value is None or value != value:
        return ""
    return harmless(value) if isinstance(value, str) else value


def _parquet(table: pa.Table) -> bytes:
    file = io.BytesIO()
    pq.write_table(table, file, compression="zstd", write_page_checksum=True)
    return file.getvalue()


def _picture(figure: Figure, ending: str) -> bytes:
    from matplotlib import rc_context

    file = io.BytesIO()
    metadata = {"Date": None} if ending == "svg" else {}
    with rc_context({"svg.hashsalt": "two-cities", "svg.fonttype": "none"}):
        figure.savefig(file, format=ending, dpi=PICTURE_DPI, metadata=metadata)
    return file.getvalue()
