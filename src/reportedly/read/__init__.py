"""Bytes to captures: one file a format."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from reportedly.model.capture import Capture
from reportedly.model.problem import Problem
from reportedly.read.files import sources
from reportedly.read.format import Format
from reportedly.read.html import Html
from reportedly.read.jsonl import Jsonl
from reportedly.read.plain import PlainText
from reportedly.read.problems import problem
from reportedly.read.source import Source, TooLargeError

STDIN = "-"
FORMATS: tuple[Format, ...] = (Jsonl(), Html(), PlainText())  # the first that recognises a file reads it

__all__ = ["FORMATS", "captures", "read"]


def captures(paths: Sequence[str | Path], *, stdin: BinaryIO | None = None) -> Iterator[Capture | Problem]:
    """Every capture in the files, folders and globs of `paths`, sorted by path, and a problem for each that fails.

    The path `-` stands for JSONL on `stdin`, which is read last. Nothing here stops the run: a file that cannot be
    read, decoded or understood is a `Problem` with its path and cause.
    """
    for source in sources([path for path in paths if str(path) != STDIN]):
        if isinstance(source, Problem):
            yield source
        else:
            yield from read(source)
    if any(str(path) == STDIN for path in paths) and stdin is not None:
        yield from Jsonl().captures(stdin, STDIN)


def read(source: Source) -> Iterator[Capture | Problem]:
    """What one file holds, read by the first format that recognises it."""
    try:
        form = next(form for form in FORMATS if form.recognises(source))
        yield from form(source)
    except TooLargeError as fault:
        yield problem(source.name, "file too large", f"{fault}; split it, or bring it as JSONL")
    except OSError as fault:
        yield problem(source.name, "unreadable file", f"{fault.strerror or fault}; check that it is there and yours")
