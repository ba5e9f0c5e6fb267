"""JSONL: one JSON object a line, read as a stream."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from reportedly.model.capture import Capture
from reportedly.model.problem import Problem
from reportedly.read.limits import LONGEST_ROW
from reportedly.read.problems import problem
from reportedly.read.rows import renamed, row_captures
from reportedly.read.source import Source

MARK = b"\xef\xbb\xbf"


class Jsonl:
    """Rows with the fields `id text html url title published outlet captured`: text or html, the others optional."""

    name = "JSONL"

    def __init__(self, columns: Mapping[str, str]) -> None:
        self._columns = columns

    def recognises(self, source: Source) -> bool:
        """It is named so, or its first line is an object with one of our fields."""
        if source.suffix in (".jsonl", ".ndjson"):
            return True
        first = source.head.removeprefix(MARK).lstrip().split(b"\n", 1)[0]
        return first.startswith(b"{") and any(b'"%s"' % name.encode() in first for name in self._texts())

    def __call__(self, source: Source) -> Iterator[Capture | Problem]:
        """Every row's capture; a broken line is a problem, and the next one is read."""
        with source.begin() as stream:
            yield from self.captures(stream, source.name)

    def captures(self, stream: BinaryIO, path: str) -> Iterator[Capture | Problem]:
        """The captures of an open stream, which a record names `path`."""
        rows = 0
        for number, line in enumerate(_lines(stream), start=1):
            if line is None:
                rows += 1
                yield problem(path, "row too long", f"row {number}: more than {LONGEST_ROW} bytes; split it")
            elif line.strip():
                rows += 1
                yield from self._row(line, path, number)
        if not rows:
            yield problem(path, "empty file", "it holds no row")

    def _row(self, line: bytes, path: str, number: int) -> Iterator[Capture | Problem]:
        try:
            row = json.loads(line.decode("utf-8-sig"))
        except (ValueError, RecursionError) as fault:
            yield problem(path, "broken row", f"row {number}: {_brief(fault)}; mend the line, or leave it out")
            return
        if isinstance(row, dict):
            fields = {renamed(name, self._columns): value for name, value in row.items()}
            yield from row_captures(fields, path, number)
        else:
            yield problem(path, "broken row", f"row {number}: it is no JSON object")

    def _texts(self) -> tuple[str, ...]:
        """The names that a row's text or HTML may have."""
        return tuple(self._columns.get(field, field) for field in ("text", "html"))


def _brief(fault: Exception) -> str:
    return "it is no UTF-8" if isinstance(fault, UnicodeDecodeError) else f"it is no JSON ({fault})"


def _lines(stream: BinaryIO) -> Iterator[bytes | None]:
    """Lines of bytes; None for one that is too long, of which no more is kept than the limit."""
    while line := stream.readline(LONGEST_ROW + 1):
        whole = len(line) <= LONGEST_ROW
        rest = line
        while not whole and rest and not rest.endswith(b"\n"):
            rest = stream.readline(LONGEST_ROW)
        yield line if whole else None
