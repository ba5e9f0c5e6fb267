"""Where a command's product goes: a whole file, or standard output."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path

from reportedly.model.errors import ReportedlyError


def write(pieces: Iterable[str], output: Path | None) -> None:
    """Write pieces of text, in UTF-8. A file is there whole or not at all, whatever happens meanwhile.

    Raises `ReportedlyError` when the file cannot be written.
    """
    if output is None:
        for piece in pieces:
            sys.stdout.buffer.write(piece.encode())
        sys.stdout.buffer.flush()
        return
    try:
        part = output.with_name(f".{output.name}.{os.getpid()}.part")
        try:
            with part.open("xb") as file:  # opened as any file is, so that others may read it who may read any
                file.writelines(piece.encode() for piece in pieces)
            part.replace(output)
        finally:
            part.unlink(missing_ok=True)
    except OSError as fault:
        raise ReportedlyError(f"{output}: cannot be written ({fault.strerror}); name another file with -o") from fault
