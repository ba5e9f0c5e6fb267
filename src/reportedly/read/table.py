"""CSV and TSV: a header line with the names of the fields, then a row a capture."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping

from reportedly.model.capture import Capture
from reportedly.model.problem import Problem
from reportedly.read.encoding import UndecodableError, decode
from reportedly.read.limits import LONGEST_ROW
from reportedly.read.problems import problem
from reportedly.read.rows import FIELDS, renamed, row_captures
from reportedly.read.source import Source

DELIMITERS = ",;\t|"
NAMES = (".csv", ".tsv")


class Table:
    """Rows with the fields of JSONL as columns; `columns` says which column is which field (`text=body`)."""

    name = "CSV"

    def __init__(self, columns: Mapping[str, str]) -> None:
        self._columns = columns

    def recognises(self, source: Source) -> bool:
        """It is named so, and its first line holds a delimiter."""
        first = source.head.split(b"\n", 1)[0]
        return source.suffix in NAMES and any(mark.encode() in first for mark in DELIMITERS)

    def __call__(self, source: Source) -> Iterator[Capture | Problem]:
        """Every row's capture; a broken row is a problem, and the next one is read."""
        try:
            decoded = decode(source.content())
        except UndecodableError as fault:
            yield problem(source.name, "not text", f"{fault}; save the table as UTF-8")
            return
        if decoded.doubt:
            yield problem(source.name, "encoding guessed", f"{decoded.doubt}; save the table as UTF-8 to be sure")
        lines = decoded.text.splitlines(keepends=True)
        csv.field_size_limit(LONGEST_ROW)
        rows = csv.DictReader(lines, delimiter=_delimiter(lines[0] if lines else ""), restkey="")
        held = {renamed(name, self._columns) for name in rows.fieldnames or ()}
        if not held & {"text", "html"}:
            detail = f"no column text or html among {', '.join(rows.fieldnames or ())}; name it: --column text=NAME"
            yield problem(source.name, "no such column", detail)
            return
        yield from self._rows(rows, source.name)

    def _rows(self, rows: csv.DictReader[str], path: str) -> Iterator[Capture | Problem]:
        number = 0
        while True:
            number += 1
            try:
                row = next(rows)
            except StopIteration:
                return
            except csv.Error as fault:
                yield problem(path, "broken row", f"row {number}: {fault}; mend it, or leave it out")
                continue
            fields = {renamed(name, self._columns): value for name, value in row.items()}
            yield from row_captures({name: fields.get(name) for name in FIELDS}, path, number)


def _delimiter(header: str) -> str:
    return max(DELIMITERS, key=lambda mark: (header.count(mark), -DELIMITERS.index(mark)))
