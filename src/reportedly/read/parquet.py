"""Parquet: a table by columns, as data sets of crawls are handed round."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.util import find_spec

from reportedly.model.capture import Capture
from reportedly.model.problem import Problem
from reportedly.read.problems import problem
from reportedly.read.rows import FIELDS, renamed, row_captures
from reportedly.read.source import Source

MARK = b"PAR1"
BATCH = 256  # rows at a time: a file may be larger than memory


class Parquet:
    """Rows with the fields of JSONL as columns; needs pyarrow (`pip install 'reportedly[parquet]'`)."""

    name = "Parquet"

    def __init__(self, columns: Mapping[str, str]) -> None:
        self._columns = columns

    def recognises(self, source: Source) -> bool:
        """It opens with the mark of Parquet."""
        return source.head.startswith(MARK)

    def __call__(self, source: Source) -> Iterator[Capture | Problem]:
        """Every row's capture, read in batches."""
        if not find_spec("pyarrow"):
            yield problem(source.name, "no reader", "Parquet needs pyarrow: pip install 'reportedly[parquet]'")
            return
        try:
            yield from self._rows(source)
        except ValueError as fault:  # pyarrow's errors of broken files are these
            yield problem(source.name, "broken Parquet", f"{str(fault).partition(chr(10))[0]}; write the file again")

    def _rows(self, source: Source) -> Iterator[Capture | Problem]:
        from pyarrow.parquet import ParquetFile  # noqa: PLC0415 - an extra, and slow to load

        number = 0
        with source.begin() as stream, ParquetFile(stream) as table:
            wanted = [name for name in table.schema_arrow.names if renamed(name, self._columns) in FIELDS]
            for batch in table.iter_batches(BATCH, columns=wanted):
                for row in batch.to_pylist():
                    number += 1
                    fields = {renamed(name, self._columns): _plain(value) for name, value in row.items()}
                    yield from row_captures(fields, source.name, number)
        if not number:
            yield problem(source.name, "empty file", "it holds no row")


def _plain(value: object) -> object:
    """A value as JSON would have it: days and times in words, bytes as the text that they are."""
    if isinstance(value, bytes):
        return value.decode("utf8", "replace")
    return value if value is None or isinstance(value, str | int | float | bool | dict | list) else str(value)
