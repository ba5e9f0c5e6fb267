"""Bytes to captures: one file a format."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO

from reportedly.model.capture import Capture
from reportedly.model.problem import Problem
from reportedly.read.feed import Feed
from reportedly.read.files import sources
from reportedly.read.format import Format
from reportedly.read.html import Html
from reportedly.read.jsonl import Jsonl
from reportedly.read.mail import Mail
from reportedly.read.packed_file import PackedFile
from reportedly.read.parquet import Parquet
from reportedly.read.pdf import Pdf
from reportedly.read.plain import PlainText
from reportedly.read.problems import problem
from reportedly.read.source import Source, TooLargeError
from reportedly.read.table import Table
from reportedly.read.warc import Warc

STDIN = "-"
NO_COLUMNS: Mapping[str, str] = MappingProxyType({})

__all__ = ["NO_COLUMNS", "captures", "formats", "read"]


def formats(columns: Mapping[str, str] = NO_COLUMNS) -> tuple[Format, ...]:
    """Every format; the first that recognises a file reads it."""
    plain = Pdf(), Parquet(columns), Feed(), Mail(), Html(), Jsonl(columns), Table(columns), PlainText()
    return Warc(), PackedFile((Warc(), *plain)), *plain


def captures(
    paths: Sequence[str | Path], *, stdin: BinaryIO | None = None, columns: Mapping[str, str] = NO_COLUMNS
) -> Iterator[Capture | Problem]:
    """Every capture in the files, folders and globs of `paths`, sorted by path, and a problem for each that fails.

    The path `-` stands for JSONL on `stdin`, which is read last. `columns` names the columns of tables (and the keys of
    JSONL) that hold our fields, `{"text": "body"}`. Nothing here stops the run: a file that cannot be
    read, decoded or understood is a `Problem` with its path and cause.
    """
    known = formats(columns)
    for source in sources([path for path in paths if str(path) != STDIN]):
        if isinstance(source, Problem):
            yield source
        else:
            yield from read(source, known)
    if any(str(path) == STDIN for path in paths) and stdin is not None:
        yield from Jsonl(columns).captures(stdin, STDIN)


def read(source: Source, known: Sequence[Format]) -> Iterator[Capture | Problem]:
    """What one file holds, read by the first format that recognises it."""
    try:
        form = next(form for form in known if form.recognises(source))
        yield from form(source)
    except TooLargeError as fault:
        yield problem(source.name, "file too large", f"{fault}; split it, or bring it as JSONL")
    except OSError as fault:
        yield problem(source.name, "unreadable file", f"{fault.strerror or fault}; check that it is there and yours")
