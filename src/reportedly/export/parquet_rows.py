"""Parquet: typed columns, each with what it means in its metadata. Needs the extra `parquet`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any, BinaryIO

from reportedly.export.extras import needed
from reportedly.export.request import Request
from reportedly.export.table import Cell, ColumnKind, Table
from reportedly.export.tables import TABLES
from reportedly.model.errors import ReportedlyError

BATCH = 2000  # rows of a row group
TYPES: dict[ColumnKind, str] = {
    "text": "string",
    "integer": "int64",
    "number": "float64",
    "flag": "bool_",
    "day": "date32",
}


def write_parquet(request: Request, out: BinaryIO) -> None:
    """One table as Parquet."""
    if len(request.tables) != 1:
        raise ReportedlyError("Parquet holds one table; name it with --table")
    table = TABLES[request.tables[0]]
    arrow, parquet = needed("pyarrow", "parquet", "Parquet"), needed("pyarrow.parquet", "parquet", "Parquet")
    schema = _schema(arrow, table)
    with parquet.ParquetWriter(out, schema) as writer:
        for rows in _batches(table.rows(request)):
            columns = [
                arrow.array([_plain(cell) for cell in cells], field.type)
                for cells, field in zip(zip(*rows, strict=True), schema, strict=True)
            ]
            writer.write_batch(arrow.record_batch(columns, schema=schema))


def _schema(arrow: Any, table: Table) -> Any:
    fields = [
        arrow.field(column.name, getattr(arrow, TYPES[column.kind])(), metadata={"means": column.means})
        for column in table.columns
    ]
    return arrow.schema(fields, metadata={"table": table.name, "means": table.means})


def _plain(cell: Cell) -> Cell:
    return cell.encode("utf8", "replace").decode() if isinstance(cell, str) else cell  # lone surrogates are no UTF-8


def _batches(rows: Iterator[tuple[Cell, ...]]) -> Iterator[list[tuple[Cell, ...]]]:
    while batch := list(islice(rows, BATCH)):
        yield batch
