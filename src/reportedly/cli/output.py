"""Where a command's product goes: a whole file, or standard output."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import BinaryIO, cast

from reportedly.model.errors import ReportedlyError


def write(pieces: Iterable[str], output: Path | None) -> None:
    """Write pieces of text, in UTF-8. A file is there whole or not at all, whatever happens meanwhile.

    Raises `ReportedlyError` when the file cannot be written.
    """
    with into(output) as out:
        for piece in pieces:
            out.write(piece.encode())


@contextmanager
def into(output: Path | None, *, binary: bool = False) -> Iterator[BinaryIO]:
    """What to write into: a file that is there whole or not at all, or standard output.

    Raises `ReportedlyError` when the file cannot be written, and rather than send `binary` things to a terminal.
    """
    if output is None:
        if binary and sys.stdout.isatty():
            raise ReportedlyError("this format is not for a terminal; name a file with -o")
        with _unseen() if binary else nullcontext(sys.stdout.buffer) as out:
            yield out
            if binary:
                out.seek(0)
                shutil.copyfileobj(out, sys.stdout.buffer)
        sys.stdout.buffer.flush()
        return
    try:
        part = output.with_name(f".{output.name}.{os.getpid()}.part")
        try:
            with part.open("xb") as file:  # opened as any file is, so that others may read it who may read any
                yield file
            part.replace(output)
        finally:
            part.unlink(missing_ok=True)
    except OSError as fault:
        raise ReportedlyError(f"{output}: cannot be written ({fault.strerror}); name another file with -o") from fault


def _unseen() -> BinaryIO:
    """A passing file, for formats that jump back while they write."""
    return cast(BinaryIO, tempfile.TemporaryFile())
